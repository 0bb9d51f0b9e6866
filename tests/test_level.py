"""The level: more of what makes reading hard never raises it, layout never moves it, and it says what weighs."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.level import weights
from app.model import Block, Document, Level, Report

EASY = "Der Hund wohnt bei uns. Er ist klein. Wir gehen oft in den Park. Dort spielt er mit dem Ball."
HARD = (
    "Die Geltendmachung des Erstattungsanspruchs setzt die fristgerechte Vorlage sämtlicher erforderlicher Nachweise "
    "voraus, deren Beibringung der antragstellenden Person obliegt. Die Inanspruchnahme der Vergünstigung unterliegt "
    "der Verpflichtung zur unverzüglichen Anzeige leistungserheblicher Änderungen der Einkommensverhältnisse."
)


def check(checker: Checker, *texts: str, language: str = "de") -> Report:
    blocks = tuple(Block(id=f"p0b{number}", role="paragraph", text=text) for number, text in enumerate(texts, 1))
    document = Document(media_type="text/plain", sha256="", blocks=blocks)
    return checker.check(document, Options(language=language))


def level(checker: Checker, *texts: str, language: str = "de") -> Level:
    return check(checker, *texts, language=language).level


def index(checker: Checker, text: str, language: str = "de") -> float:
    found = level(checker, text, language=language).index
    assert found is not None
    return found


def test_an_easy_text_is_far_above_a_hard_one(checker: Checker) -> None:
    easy, hard = level(checker, EASY), level(checker, HARD)
    assert easy.cefr == "A1"
    assert hard.cefr == "C2"
    assert easy.index is not None
    assert hard.index is not None
    assert easy.index > hard.index + 40


@pytest.mark.parametrize(
    ("language", "easier", "harder"),
    [
        ("de", "Wir prüfen den Antrag.", "Wir prüfen den Antrag und die Nachweise über das Einkommen Ihrer Familie."),
        ("de", "Wir helfen den Kindern.", "Wir helfen den Minderjährigen."),
        ("de", "Die Stadt prüft den Antrag.", "Der Antrag wird von der Stadt geprüft."),
        ("de", "Wir prüfen Ihre Angaben.", "Wir nehmen die Prüfung der Richtigkeit Ihrer Angaben vor."),
        ("de", "Bringen Sie zum Beispiel den Pass mit.", "Bringen Sie z. B. den Pass mit."),
        ("de", "Bringen Sie gegebenenfalls den Pass mit.", "Bringen Sie ggf. den Pass mit."),
        ("en", "We check the form.", "We check the form and the proof of income of every member of your household."),
        ("en", "The council checks your form.", "Your application is subject to verification by the council."),
    ],
)
def test_more_of_what_is_hard_never_raises_it(checker: Checker, language: str, easier: str, harder: str) -> None:
    assert index(checker, easier, language) >= index(checker, harder, language)


def test_no_weight_is_negative() -> None:
    assert all(weight >= 0 for weight in weights().weights.values())


def test_names_and_dates_are_no_burden(checker: Checker) -> None:
    assert index(checker, "Er wohnt in Köln.") == index(checker, "Er wohnt in Gelsenkirchen.")
    assert index(checker, "Kommen Sie am 1. September.") == index(checker, "Kommen Sie am 1. Mai.")


def test_layout_does_not_move_it(checker: Checker) -> None:
    once = level(checker, EASY, HARD)
    sentences = [f"{sentence}." for text in (EASY, HARD) for sentence in text.rstrip(".").split(". ")]
    assert level(checker, *sentences).index == once.index
    assert level(checker, f"  {EASY}\n", HARD.replace("voraus, ", "voraus,\n")).index == once.index


def test_it_says_what_weighs_most(checker: Checker) -> None:
    found = level(checker, HARD)
    points = [one.points for one in found.burdens]
    assert points == sorted(points, reverse=True)
    assert min(points) > 0
    assert {"schwere Wörter", "lange Sätze"} <= {one.label for one in found.burdens[:3]}
    assert level(checker, EASY).burdens == ()


def test_each_block_has_its_own(checker: Checker) -> None:
    found = {one.id: one for one in level(checker, EASY, HARD).blocks}
    assert (found["p0b1"].cefr, found["p0b2"].cefr) == ("A1", "C2")


def test_a_short_text_says_why_it_is_not_reliable(checker: Checker) -> None:
    found = level(checker, "Wir prüfen den Antrag.")
    assert found.index is not None
    assert not found.reliable
    assert found.reason is not None
    assert "nur 1 ganzen Satz" in found.reason
    assert level(checker, *[EASY] * 3).reliable


def test_a_heading_has_none(checker: Checker) -> None:
    found = level(checker, "Antrag auf Wohngeld")
    assert (found.index, found.cefr, found.reliable) == (None, None, False)
    assert found.reason is not None


def test_safe_rewrites_raise_it(checker: Checker) -> None:
    report = check(checker, "Des Weiteren brauchen wir ggf. den Pass. Sodann prüfen wir oftmals die Angaben.")
    assert report.rewrite.applied > 1
    assert report.rewrite.level is not None
    assert report.level.index is not None
    assert report.rewrite.level.index > report.level.index


def test_without_rewrites_it_stays(checker: Checker) -> None:
    report = check(checker, EASY)
    assert report.rewrite.level is not None
    assert report.rewrite.level.index == report.level.index
