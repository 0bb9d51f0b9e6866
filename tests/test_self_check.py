"""The self-check on one page: who is shut out and why, what helps most, what the team must ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import reading
from app.checker import Checker, Options
from app.model import Report, SelfCheck

SAMPLES = Path(__file__).parent.parent / "sample_forms"
INTRO = "<p>Mit diesem Blatt melden Sie Ihren Hund an. " + "Das geht schnell. Es kostet nichts. " * 12 + "</p>"
NAME = '<label>Name <input name="n"></label>'
HELP = "<p>Wir helfen Ihnen auch in anderen Sprachen.</p>"


def page(checker: Checker, body: str, language: str = "de") -> Report:
    html = f'<html lang="{language}"><body><form>{body}</form></body></html>'
    document = reading.read(html.encode(), name="form.html", settings=checker.settings)
    return checker.check(document, Options(language=language))


def shut_out(report: Report) -> dict[str, str]:
    assert report.self_check is not None
    return {one.id: one.why for one in report.self_check.shut_out}


def test_a_plain_page_that_thinks_of_all_shuts_nobody_out(checker: Checker) -> None:
    assert shut_out(page(checker, INTRO + HELP + NAME)) == {}


def test_no_word_on_other_languages(checker: Checker) -> None:
    assert set(shut_out(page(checker, INTRO + NAME))) == {"languages"}


@pytest.mark.parametrize(
    "words", ["Es gibt das Blatt in Leichter Sprache.", "Eine Übersetzung bekommen Sie bei uns.", "English on page 2"]
)
def test_a_word_on_languages_is_enough(checker: Checker, words: str) -> None:
    assert "languages" not in shut_out(page(checker, INTRO + NAME + f"<p>{words}</p>"))


@pytest.mark.parametrize(
    ("words", "only_men"),
    [
        ("Der Antragsteller bekommt einen Brief.", True),
        ("Der Vermieter unterschreibt hier.", True),
        ("Die Antragstellerin oder der Antragsteller bekommt einen Brief.", False),
        ("Antragsteller/in bitte hier eintragen.", False),
        ("Antragsteller*innen bekommen einen Brief.", False),
        ("Die antragstellende Person bekommt einen Brief.", False),
        ("Das Mieterhöhungsblatt liegt bei.", False),
    ],
)
def test_only_one_gender(checker: Checker, words: str, *, only_men: bool) -> None:
    assert ("gender" in shut_out(page(checker, INTRO + HELP + NAME + f"<p>{words}</p>"))) is only_men


@pytest.mark.parametrize(("third", "missing"), [("", True), ("<option>keine Anrede</option>", False)])
def test_two_answers_for_all_people(checker: Checker, third: str, *, missing: bool) -> None:
    choice = f'<label>Anrede <select name="a"><option>Frau</option><option>Herr</option>{third}</select></label>'
    assert ("two-genders" in shut_out(page(checker, INTRO + HELP + choice))) is missing


def test_others_must_help_and_papers_are_needed(checker: Checker) -> None:
    many = "".join(f'<label>Aktenzeichen {number} <input name="p{number}"></label>' for number in range(7))
    employer = '<label>Betriebsnummer <input name="b"></label>'
    found = shut_out(page(checker, INTRO + HELP + many + employer))
    assert "1 von 8" in found["third-parties"]
    assert "7 von 8" in found["papers"]


def test_the_changes_are_the_gravest_and_at_most_five(checker: Checker) -> None:
    data = (SAMPLES / "de" / "wohngeld.pdf").read_bytes()
    report = checker.check(reading.read(data, name="wohngeld.pdf", settings=checker.settings))
    found = report.self_check
    assert found is not None
    assert len(found.changes) == 5
    assert sum(change.findings for change in found.changes) <= len(report.findings)
    assert any(change.cured for change in found.changes)
    assert {"level", "long-sentences", "languages"} <= set(shut_out(report))


def test_the_page_speaks_the_language_of_the_form(checker: Checker) -> None:
    found = page(checker, "<p>Please fill in this form.</p>" + NAME, "en").self_check
    assert found is not None
    assert found.questions[0].startswith("Do we need all 1")


def test_a_text_without_fields_has_none(checker: Checker) -> None:
    assert page(checker, INTRO).self_check is None


def test_it_is_part_of_the_answer(checker: Checker) -> None:
    report = page(checker, INTRO + NAME)
    assert SelfCheck.model_validate(report.model_dump(mode="json")["self_check"]) == report.self_check
