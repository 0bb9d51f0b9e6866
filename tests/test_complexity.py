"""The complexity of a form: fourteen dimensions on one scale."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import reading
from app.checker import Checker, Options
from app.model import Document, FormReport

SAMPLES = sorted((Path(__file__).parent.parent / "sample_forms").rglob("*.pdf"))
OURS = {"sensitive-fields", "third-parties"}


@pytest.fixture(scope="module")
def reports(checker: Checker) -> dict[str, FormReport]:
    return {
        path.stem: checked(checker, reading.read(path.read_bytes(), name=path.name, settings=checker.settings))
        for path in SAMPLES
    }


def checked(checker: Checker, document: Document) -> FormReport:
    return checker.check(document, Options(suggestions=False)).form


def page(checker: Checker, body: str, language: str = "de") -> FormReport:
    html = f'<html lang="{language}"><body><form>{body}</form></body></html>'
    return checked(checker, reading.read(html.encode(), name="form.html", settings=checker.settings))


def test_the_sum_is_that_of_the_points(reports: dict[str, FormReport]) -> None:
    for report in reports.values():
        assert report.complexity == round(sum(one.points for one in report.dimensions.values()), 1)


def test_the_dimensions_live(reports: dict[str, FormReport]) -> None:
    """Our samples shout nowhere; capitals have a test of their own below."""
    for name in next(iter(reports.values())).dimensions.keys() - OURS - {"capitals-share"}:
        assert len({report.dimensions[name].value for report in reports.values()}) > 1, f"{name} is the same everywhere"


def test_fourteen_weigh_and_ours_do_not(reports: dict[str, FormReport]) -> None:
    found = reports["wohngeld"].dimensions
    assert len(found) == 16
    assert {name for name, one in found.items() if one.label} == set(found)
    assert all(found[name].points == 0 for name in OURS)


def test_a_plain_form_is_less_complex_than_a_hard_one(reports: dict[str, FormReport]) -> None:
    assert (reports["bibliothek"].complexity or 0) < (reports["rueckforderung"].complexity or 0) / 2
    assert (reports["library_card"].complexity or 0) < (reports["determination"].complexity or 0) / 2


NAME = '<label>Name <input name="n"></label>'


@pytest.mark.parametrize(
    ("more", "language", "name"),
    [
        ('<label>Warum? <textarea name="w"></textarea></label>', "de", "compose-share"),
        ('<label>IBAN <input name="i"></label>', "de", "look-up-share"),
        ('<label>Betriebsnummer <input name="b"></label>', "de", "ask-share"),
        ("<p>Ziehen Sie die Miete ab. Die Differenz tragen Sie ein.</p>", "de", "calculations"),
        ("<p>Das steht in § 3 Abs. 1 SGB II.</p>", "de", "citations-per-field"),
        ("<p>BITTE NICHT FALTEN ODER KNICKEN.</p>", "de", "capitals-share"),
        ("<p>Der Antrag wird geprüft.</p>", "de", "passive-share"),
        ('<label>Lohn beim Arbeitgeber <input name="a"></label>', "de", "third-parties"),
        ('<label>Religion <input name="r"></label>', "de", "sensitive-fields"),
        ("<p>Subtract line 4 from line 3.</p>", "en", "calculations"),
        ("<p>Your form is checked by us.</p>", "en", "passive-share"),
    ],
)
def test_each_dimension_answers_to_its_cause(checker: Checker, more: str, language: str, name: str) -> None:
    intro = "<p>Bitte füllen Sie alles aus.</p>" if language == "de" else "<p>Please fill in all fields.</p>"
    plain, hard = (page(checker, intro + NAME + extra, language).dimensions[name].value for extra in ("", more))
    assert hard > plain


def test_no_form_no_complexity(checker: Checker) -> None:
    report = page(checker, "<p>Wir helfen Ihnen gern.</p>")
    assert (report.complexity, report.dimensions) == (None, {})
