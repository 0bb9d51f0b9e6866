"""How the terminal shows where a finding stands: section, page and field, the sentence once, before and after."""

from __future__ import annotations

import re

import pytest

from app import reading
from app.checker import Checker, Options
from app.cli.passages import passages
from app.cli.text import Style, report_text
from app.model import Block, Document, Edit, Field, Finding, Report, Span, Suggestion
from app.settings import Settings

PAGE = """<h1>Parkausweis</h1><h2>Angaben zur Person</h2>
<p>Der Antrag wird geprüft. Die Frist beträgt gem. Satzung zwei Wochen und wird berechnet.</p>
<label for=n>Name, Vorname</label><input id=n name=halter>
<h2>Konto</h2><label for=m>Name, Vorname</label><input id=m name=konto>
<h3>Anderes</h3><input name=txt_9>"""


@pytest.fixture(scope="module")
def report(checker: Checker, settings: Settings) -> Report:
    return checker.check(reading.read(PAGE.encode(), declared="text/html", settings=settings))


def test_a_page_of_the_web_is_shown_by_its_sections(report: Report) -> None:
    text = report_text(report, name="antrag.html", style=Style())
    places = [line for line in text.splitlines() if line.startswith(("Abschnitt", "Absatz", "Seite", "Felder"))]
    assert places == ["Abschnitt „Angaben zur Person“", "Felder"]
    assert "Feld „Name, Vorname“ (in der Datei: halter)" in text
    assert "Feld ohne Beschriftung (in der Datei: txt_9)" in text


def test_fields_with_one_label_stand_where_each_is_printed(report: Report) -> None:
    field = Field(name="konto", kind="text", label="Name, Vorname")
    finding = next(finding for finding in report.findings if finding.rule == "duplicate-label")
    block = next(block for block in report.document.blocks if block.field == field.name)
    moved = finding.model_copy(update={"span": Span(block=block.id, start=0, end=len(block.text))})
    (passage,) = passages(report.model_copy(update={"findings": (moved,)}))
    assert (passage.section, passage.printed) == ("Konto", True)


def test_a_sentence_is_shown_once_with_all_that_is_said_about_it(report: Report) -> None:
    text = report_text(report, name="antrag.html", style=Style())
    assert text.count("Die Frist beträgt [gem.]") == 1
    after = text.split("Die Frist beträgt", 1)[1].split("\n\n", 1)[0]
    assert {"abbreviation", "passive-voice"} <= set(re.findall(r"Regel: ([a-z-]+)", after))
    assert "[gem.]" in after
    assert "[wird berechnet]" in after


def one_finding(text: str, quote: str, new: str | None = None) -> Report:
    """A report that says one thing about the first ``quote`` in a text."""
    start = text.index(quote)
    span = Span(block="p0b1", start=start, end=start + len(quote))
    cure = () if new is None else (Suggestion(edits=(Edit(span=span, text=new),), result="…", safety="safe"),)
    finding = Finding(
        id="f", rule="jargon", category="word", severity="hint", span=span, quote=quote, message="m", suggestions=cure
    )
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", language="de", blocks=(block,))
    empty: dict[str, object] = {"level": {}, "scores": (), "rewrite": {}, "form": {"fields": 0, "pages": 0}}
    versions = {"app": "", "rules": "", "model": ""}
    return Report.model_validate({"document": document, "findings": (finding,), "versions": versions, **empty})


LONG = "Bitte denken Sie daran, dass wir den Antrag erst dann bearbeiten können, wenn er bei uns eingegangen ist."


@pytest.mark.parametrize(
    ("text", "old", "new", "before", "after"),
    [
        (LONG, "erst dann", "erst", "… dass wir den Antrag erst dann bearbeiten können, wenn er …",
         "… dass wir den Antrag erst bearbeiten können, wenn er …"),
        ("Bitte rufen Sie an.", "Bitte rufen", "Rufen", "Bitte rufen Sie an.", "Rufen Sie an."),
        ("Das gilt. Sie zahlen ggf. mehr. Das war es.", "ggf.", "vielleicht", "Sie zahlen ggf. mehr.",
         "Sie zahlen vielleicht mehr."),
        ("Sie sind nun also da.", " nun also", "", "Sie sind nun also da.", "Sie sind da."),
    ],
)  # fmt: skip
def test_before_and_after_are_the_same_stretch(text: str, old: str, new: str, before: str, after: str) -> None:
    shown = report_text(one_finding(text, old, new), name="x", style=Style(width=300))
    assert f"    Vorher:  {before}\n    Nachher: {after}  (sicher)\n" in shown


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("Das gilt. Das Amt prüft. Mehr nicht.", "Amt", "  Das [Amt] prüft.\n"),
        ("Das gilt. Das Amt prüft. Mehr nicht.", "Das Amt prüft", "  Das Amt prüft.\n"),  # nothing to point out
        ("Rückfragen", "Rückfragen", "  Rückfragen\n"),
    ],
)
def test_the_found_words_are_marked_in_their_sentence(text: str, quote: str, shown: str) -> None:
    assert shown in report_text(one_finding(text, quote), name="x", style=Style())


def test_an_endless_sentence_is_shown_in_part() -> None:
    text = report_text(
        one_finding("und so weiter " * 900 + "hier" + " und so fort" * 900, "hier"), name="x", style=Style()
    )
    assert "[hier]" in text
    assert len(text) < 1500


def test_english_reports_have_english_places_and_quotes(report: Report) -> None:
    text = report_text(report, name="form.html", style=Style(speech="en"))
    assert "Section “Angaben zur Person”" in text
    assert "field “Name, Vorname” (in the file: halter)" in text
    assert "field without a label (in the file: txt_9)" in text


def test_a_page_has_its_number_and_its_section(checker: Checker, settings: Settings) -> None:
    document = Document(
        media_type="application/pdf",
        sha256="",
        pages=2,
        blocks=(
            Block(id="p2b1", role="heading", text="Ihr Hund", page=2),
            Block(id="p2b2", role="paragraph", text="Der Antrag wird geprüft.", page=2),
        ),
    )
    text = report_text(checker.check(document, Options(language="de")), name="hund.pdf", style=Style())
    assert "\nSeite 2, „Ihr Hund“\n" in text


def test_a_field_on_a_page_stands_under_the_heading_above_it(report: Report) -> None:
    block = Block(id="f1label", role="label", text="", page=1, field="x")
    document = Document(
        media_type="application/pdf",
        sha256="",
        pages=1,
        blocks=(
            Block(id="p1b1", role="heading", text="Halter", page=1, boxes=((50, 700, 200, 715),)),
            Block(id="p1b2", role="heading", text="Hund", page=1, boxes=((50, 500, 200, 515),)),
            block,
        ),
        fields=(Field(name="x", kind="text", page=1, box=(50, 600, 300, 615)),),
    )
    finding = report.findings[0].model_copy(update={"span": Span(block=block.id, start=0, end=0), "page": 1})
    (passage,) = passages(report.model_copy(update={"document": document, "findings": (finding,)}))
    assert (passage.page, passage.section) == (1, "Halter")


def test_a_field_read_between_the_texts_stands_where_it_was_read(report: Report) -> None:
    blocks = (
        Block(id="b1", role="heading", text="Halter"),
        Block(id="f1", role="label", text="", field="x"),
        Block(id="b2", role="heading", text="Hund"),
    )
    document = Document(media_type="x", sha256="", blocks=blocks, fields=(Field(name="x", kind="text"),))
    finding = report.findings[0].model_copy(update={"span": Span(block="f1", start=0, end=0)})
    (passage,) = passages(report.model_copy(update={"document": document, "findings": (finding,)}))
    assert (passage.section, passage.printed) == ("Halter", True)


def about_a_field(report: Report, *said: tuple[str, int, int, str], group: str | None = None) -> str:
    """What is shown when something is said about texts of one field: block, start, end, message."""
    field = Field(name="x", kind="text", label="Ihr Antrag. Bitte lesen.", group=group)
    blocks = (
        Block(id="b1", role="heading", text="Halter"),
        Block(id="f1label", role="label", text=field.label, field="x"),
        Block(id="f1tooltip", role="hint", text="Das ist neu. Das ist alt.", field="x"),
        Block(id="b2", role="paragraph", text="Ende."),
    )
    document = Document(media_type="x", sha256="", blocks=blocks, fields=(field,))
    findings = tuple(
        report.findings[0].model_copy(
            update={"span": Span(block=block, start=start, end=end), "message": message, "also": (), "suggestions": ()}
        )
        for block, start, end, message in said
    )
    changed = report.model_copy(update={"document": document, "findings": findings})
    return report_text(changed, name="x", style=Style(width=1000))


def test_a_field_is_named_once_for_all_that_is_said_about_it(report: Report) -> None:
    text = about_a_field(
        report, ("f1label", 4, 10, "Eins."), ("f1label", 12, 17, "Zwei."), ("f1tooltip", 13, 16, "Drei.")
    )
    assert text.count("Feld „Ihr Antrag. Bitte lesen.“") == 1
    assert (
        text.index("Eins.")
        < text.index("Zwei.")
        < text.index("\n\n  Hilfetext: [Das] ist alt.\n")
        < text.index("Drei.")
    )


@pytest.mark.parametrize(("group", "shown"), [("Halter", False), ("Halter des Hundes", True)])
def test_a_group_is_named_unless_it_is_the_heading_above(report: Report, group: str, *, shown: bool) -> None:
    text = about_a_field(report, ("f1label", 4, 10, "Eins."), group=group)
    assert "Abschnitt „Halter“" in text
    assert ("Gruppe „" in text) is shown


def test_advice_for_a_sentence_is_given_once(report: Report) -> None:
    text = about_a_field(
        report,
        ("f1label", 0, 3, "„Ihr“ ist alt. Schreiben Sie neu. Fragen Sie nach."),
        ("f1label", 4, 10, "„Antrag“ ist alt. Schreiben Sie neu. Fragen Sie uns."),
        ("f1tooltip", 0, 3, "„Das“ ist alt. Schreiben Sie neu."),
    )
    assert "„Ihr“ ist alt. Schreiben Sie neu. Fragen Sie nach.\n" in text
    assert "„Antrag“ ist alt. Fragen Sie uns.\n" in text
    assert "„Das“ ist alt. Schreiben Sie neu.\n" in text


def test_no_line_is_broken_before_dots_or_within_a_word_of_safety() -> None:
    for width in range(40, 90):
        shown = report_text(
            one_finding("Das Amt prüft … den Antrag …", "prüft", "sieht"), name="x", style=Style(width=width)
        )
        assert not [line for line in shown.splitlines() if line.strip().startswith(("…", "ansehen"))]


@pytest.mark.parametrize("named", [{}, {"label": "Flat 1", "label_source": "name"}], ids=["no label", "made up"])
def test_a_field_without_a_label_is_told_by_what_stands_above_it(report: Report, named: dict[str, str]) -> None:
    label = Block(id="f1label", role="label", text="", page=1, field="flat-1-1")
    above = Block(id="p1b1", role="paragraph", text="Sonstiges", page=1, boxes=((50, 700, 200, 715),))
    place = {"name": "flat-1-1", "kind": "text", "page": 1, "box": (50, 600, 300, 615), "source": "flat"}
    field = Field.model_validate({**place, **named})
    document = Document(media_type="x", sha256="", pages=1, blocks=(above, label), fields=(field,))
    moved = {"span": Span(block="f1label", start=0, end=0), "page": 1, "suggestions": ()}
    finding = report.findings[0].model_copy(update=moved)
    text = report_text(
        report.model_copy(update={"document": document, "findings": (finding,)}), name="x", style=Style()
    )
    assert "  Feld ohne Beschriftung, unter „Sonstiges“\n" in text
    assert "flat-1-1" not in text


def test_a_word_that_stands_twice_in_a_sentence_has_one_row(report: Report) -> None:
    said = "„Antrag“ ist alt. Schreiben Sie neu."
    text = about_a_field(report, ("f1label", 4, 10, said), ("f1label", 12, 17, said))
    assert text.count("„Antrag“ ist alt.") == 1


def test_endless_labels_and_names_are_shown_in_part(report: Report) -> None:
    label = Block(id="f1label", role="label", text="Wort " * 300, field="x")
    field = Field(name="y" * 5000, kind="text", label=label.text, group="z " * 400)
    document = Document(
        media_type="x",
        sha256="",
        blocks=(label.model_copy(update={"field": field.name}),),
        fields=(field,),
    )
    finding = report.findings[0].model_copy(update={"span": Span(block="f1label", start=0, end=4)})
    text = report_text(
        report.model_copy(update={"document": document, "findings": (finding,)}), name="x", style=Style()
    )
    shown = text[text.index("Feld „") : text.index("Regel:")]
    assert "Wort Wort …“, Gruppe „z z" in shown.replace("\n  ", " ")
    assert len(shown) < 900
