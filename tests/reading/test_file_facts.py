"""What a file says about itself to programs that read it aloud, and how its print looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx_files import docx, p, run
from reportlab.pdfgen.canvas import Canvas
from spoken_pdf import Spoken, spoken

from app import reading
from app.model import FileFacts
from app.reading.legible import contrast_to_white
from app.reading.limits import Limits
from app.reading.pdf import read_pdf
from app.settings import ROOT, Settings

PAGE = "<!doctype html><html{}><head>{}</head><body><h1>Ferienpass</h1><p>Bitte füllen Sie alles aus.</p></body></html>"


def facts(said: Spoken, **print_: object) -> FileFacts:
    data = spoken(said, **print_)  # type: ignore[arg-type]
    found = read_pdf(data, name=None, limits=Limits()).file
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "tagged"),
    [
        (Spoken(), False),
        (Spoken(marked=True), False),
        (Spoken(tree=True), False),
        (Spoken(marked=False, tree=True), False),
        (Spoken(marked=True, tree=True), True),
    ],
)
def test_tagged_is_what_says_so_and_has_a_tree(said: Spoken, tagged: bool) -> None:
    assert facts(said).tagged is tagged


@pytest.mark.parametrize(
    ("said", "language"),
    [
        (Spoken(), ""),
        (Spoken(language=""), ""),
        (Spoken(language="de-DE"), "de-DE"),
        (Spoken(marked=True, tree=True, language_of_tree="de"), "de"),
    ],
)
def test_the_language_of_the_file_or_of_its_one_outermost_element(said: Spoken, language: str) -> None:
    assert facts(said).language == language


@pytest.mark.parametrize(("wish", "shown"), [(None, False), (False, False), (True, True)])
def test_whether_the_window_shows_the_title(wish: bool | None, shown: bool) -> None:
    assert facts(Spoken(title="Stellplatz", shows_title=wish)).shows_title is shown


def test_the_title_as_it_stands() -> None:
    assert facts(Spoken(title="tmp-4711")).title == "tmp-4711"
    assert facts(Spoken()).title == ""


def test_pages_on_which_the_order_of_fields_is_not_that_of_the_structure() -> None:
    tabs = ("/S", None, "/R", "/W")
    assert facts(Spoken(tabs=tabs)).loose_order == (2, 3)
    assert facts(Spoken(tabs=tabs)).own_order == (4,)
    assert facts(Spoken(tabs=tabs, marked=True, tree=True)).loose_order == (2, 3, 4)
    assert facts(Spoken(tabs=tabs, marked=True, tree=True)).own_order == ()


def test_one_field_needs_no_order_and_xfa_has_its_own() -> None:
    assert facts(Spoken(fields=1)).loose_order == ()
    assert facts(Spoken(xfa=True)).loose_order is None


def test_fields_outside_the_structure() -> None:
    assert facts(Spoken(marked=True, tree=True, fields=3)).outside == 3
    assert facts(Spoken(marked=True, tree=True, fields=3, in_tree=True)).outside == 0
    assert facts(Spoken(fields=3)).outside is None


def test_small_print() -> None:
    (big,) = facts(Spoken()).prints
    (small,) = facts(Spoken(), size=8).prints
    (nine,) = facts(Spoken(), size=9).prints
    assert big.letters == small.letters == small.small > 100
    assert (big.small, nine.small) == (0, 0)


def _pale(canvas: Canvas) -> None:
    canvas.setFillGray(0.6)
    canvas.drawString(60, 400, "Hellgraue Worte liest man schlecht")


def _white_on_blue(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.5)
    canvas.rect(50, 390, 400, 30, fill=1, stroke=0)
    canvas.setFillGray(1)
    canvas.drawString(60, 400, "Weiße Worte auf Blau")


def _pale_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.5)
    canvas.rect(50, 390, 400, 30, fill=1, stroke=0)
    _pale(canvas)


def _large_grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.5)
    canvas.setFont("Helvetica", 24)
    canvas.drawString(60, 400, "Große graue Worte")


def _outlined(canvas: Canvas) -> None:
    canvas.setFillGray(0.6)
    canvas.drawString(60, 400, "Nur der Umriss zählt", mode=1)


def test_pale_print_on_paper_counts() -> None:
    assert facts(Spoken(), draw=_pale).prints[0].faint == len("HellgraueWorteliestmanschlecht")


@pytest.mark.parametrize("draw", [_white_on_blue, _pale_on_dark, _large_grey, _outlined])
def test_what_is_legible_or_not_known_does_not_count(draw: Callable[[Canvas], None]) -> None:
    assert facts(Spoken(), draw=draw).prints[0].faint == 0


def test_contrast_as_wcag_counts_it() -> None:
    assert contrast_to_white(0, 0, 0) == pytest.approx(21)
    assert contrast_to_white(255, 255, 255) == pytest.approx(1)
    assert contrast_to_white(0x76, 0x76, 0x76) == pytest.approx(4.54, abs=0.01)


def test_the_facts_come_out_of_the_guarded_process(settings: Settings) -> None:
    data = spoken(Spoken(marked=True, tree=True, language="de", title="Stellplatz", tabs=("/S", "/R")))
    found = reading.read(data, settings=settings).file
    assert found == facts(Spoken(marked=True, tree=True, language="de", title="Stellplatz", tabs=("/S", "/R")))
    assert found is not None
    assert (found.tagged, found.language, found.title, found.loose_order) == (True, "de", "Stellplatz", (2,))


def test_of_a_dynamic_form_only_what_its_cover_says(settings: Settings) -> None:
    path = ROOT / "sample_forms" / "de" / "kita-dynamic.pdf"
    found = reading.read(path.read_bytes(), settings=settings).file
    assert found is not None
    assert found.dynamic
    assert (found.tagged, found.loose_order, found.prints) == (None, None, ())


@pytest.mark.parametrize(
    ("html", "language", "title"),
    [
        (PAGE.format(" lang='de-DE'", "<title>Ferienpass</title>"), "de-DE", "Ferienpass"),
        (PAGE.format("", ""), "", ""),
        ("<h1>Ferienpass</h1><p>Bitte füllen Sie alles aus.</p>", None, None),
    ],
)
def test_what_a_page_says(settings: Settings, html: str, language: str | None, title: str | None) -> None:
    found = reading.read(html.encode(), declared="text/html", settings=settings).file
    assert found == FileFacts(language=language, title=title)


@pytest.mark.parametrize(("named", "language"), [('<w:lang w:val="de-DE"/>', "de-DE"), ("", None)])
def test_what_a_word_file_says(settings: Settings, named: str, language: str | None) -> None:
    styles = f"<w:docDefaults><w:rPrDefault><w:rPr>{named}</w:rPr></w:rPrDefault></w:docDefaults>"
    data = docx(p(run("Bitte füllen Sie alles aus.")), styles=styles)
    assert reading.read(data, settings=settings).file == FileFacts(language=language, title="")


def test_plain_text_says_nothing(settings: Settings) -> None:
    assert reading.read_text("Bitte füllen Sie alles aus.", settings=settings).file is None
