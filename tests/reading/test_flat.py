"""Forms without fields: which printed lines, boxes and signs are there to fill in, what names them, and what is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from drawing import PAGE, Draw, at, form, lines, pdf, printed, read, text_field, together
from flat_drawing import area, circle, dingbat, found, frame, grid, rule, seen
from reportlab.pdfgen.canvas import Canvas

from app.checker import Checker
from benchmarks import flat as benchmark

BLANKS: dict[str, tuple[list[Draw], list[tuple[str, str]]]] = {
    "underscores behind a label": ([at("Familienname: ____________________", 70, 700)], [("text", "Familienname")]),
    "dots behind a label": ([at("Geburtsort ..............................", 70, 700)], [("text", "Geburtsort")]),
    "ellipses behind a label": ([at("Geburtsort …………………………", 70, 700)], [("text", "Geburtsort")]),
    "a drawn line behind a label": ([at("Telefon", 70, 700), rule(120, 698, 300)], [("text", "Telefon")]),
    "a caption under a line": (
        [rule(70, 650, 260), at("(Name und Vorname des Kindes)", 75, 640, 7)],
        [("text", "Name und Vorname des Kindes")],
    ),
    "one line over two captions": (
        [rule(70, 300, 480), at("Ort, Datum", 70, 290, 8), at("Unterschrift der Eltern", 330, 290, 8)],
        [("text", "Ort, Datum"), ("signature", "Unterschrift der Eltern")],
    ),
    "a line to sign": (
        [rule(70, 300, 250), at("Unterschrift", 70, 289, 8)],
        [("signature", "Unterschrift")],
    ),
    "the date of a signature is no signature": (
        [rule(70, 300, 250), at("Datum der Unterschrift", 70, 289, 8)],
        [("text", "Datum der Unterschrift")],
    ),
    "a date in parts": ([at("Geburtsdatum: __.__.____", 70, 700)], [("text", "Geburtsdatum")]),
    "two blanks in a sentence": (
        [at("Ich zahle monatlich ________ Euro Miete und ________ Euro Heizkosten.", 70, 700)],
        [("text", "Ich zahle monatlich"), ("text", "Euro Miete und")],
    ),
    "several lines for one answer": (
        [at("Bemerkungen:", 70, 700), *(rule(70, y, 500) for y in (680, 660, 640))],
        [("text", "Bemerkungen")],
    ),
    "rows of dots for one answer": (
        [at("Begründung:", 70, 700), *(at("." * 150, 70, y) for y in (684, 668, 652))],
        [("text", "Begründung")],
    ),
    "a numbered list of blanks": (
        [at(f"{n}. Kind: ______________________", 70, 720 - 20 * n) for n in (1, 2, 3)],
        [("text", "1. Kind"), ("text", "2. Kind"), ("text", "3. Kind")],
    ),
    "lines in a column beside their labels": (
        [
            *(at(text, 70, y) for text, y in (("Geburtsname", 700), ("Vornamen", 680), ("Geburtsort", 660))),
            *(rule(250, y, 480) for y in (698, 678, 658)),
        ],
        [("text", "Geburtsname"), ("text", "Vornamen"), ("text", "Geburtsort")],
    ),
    "empty cells under heads, not the corner": (
        [
            grid([70, 170, 270, 370], [660, 680, 700]),
            at("Monat", 175, 686),
            at("Betrag", 275, 686),
            at("Miete", 75, 666),
        ],
        [("text", "Monat, Miete"), ("text", "Betrag, Miete")],
    ),
    "an empty box behind a label": (
        [at("Kundennummer", 70, 700), frame(160, 694, 150, 18)],
        [("text", "Kundennummer")],
    ),
    "a box with its label at the top": (
        [frame(70, 660, 200, 34), at("Staatsangehörigkeit", 73, 684, 7)],
        [("text", "Staatsangehörigkeit")],
    ),
    "cells beside their labels": (
        [grid([70, 200, 400], [640, 665, 690]), at("Straße", 75, 673), at("Wohnort", 75, 648)],
        [("text", "Straße"), ("text", "Wohnort")],
    ),
    "cells for single characters": (
        [at("Steuernummer", 70, 705), grid([70 + 15 * n for n in range(12)], [680, 698])],
        [("text", "Steuernummer")],
    ),
    "cells of a date in groups": (
        [
            at("Geburtstag", 70, 705),
            *(grid([x + 14 * n for n in range(count + 1)], [680, 698]) for x, count in ((70, 2), (105, 2), (140, 4))),
        ],
        [("text", "Geburtstag")],
    ),
    "signs of a font": (
        [dingbat("❏", 70, 700), at("ledig", 85, 700), dingbat("❏", 150, 700), at("verheiratet", 165, 700)],
        [("check", "ledig"), ("check", "verheiratet")],
    ),
    "brackets to tick": (
        [at("[  ] Ich bin alleinerziehend", 70, 700)],
        [("check", "Ich bin alleinerziehend")],
    ),
    "small drawn squares": (
        [frame(70, 699, 9, 9), at("ja", 84, 700), frame(120, 699, 9, 9), at("nein", 134, 700)],
        [("check", "ja"), ("check", "nein")],
    ),
    "white areas on grey": (
        [area(60, 600, 480, 120, 0.85), area(70, 680, 200, 18, 1), at("Vorname", 70, 702, 8)],
        [("text", "Vorname")],
    ),
    "two captions far apart under one line behind a word": (
        [at("Der Mieter", 70, 700), at("." * 120, 130, 700), at("Name", 160, 688, 8), at("Vorname", 330, 688, 8)],
        [("text", "Name"), ("text", "Vorname")],
    ),
    "a caption in the middle of a line that belongs to a sentence": (
        [at("Der Mieter", 70, 700), at("." * 120, 130, 700), at("Name und Anschrift", 200, 688, 8)],
        [("text", "Der Mieter")],
    ),
    "from and to in one row": (
        [at("Wohnhaft von _______________ bis _______________", 70, 700)],
        [("text", "Wohnhaft von"), ("text", "Wohnhaft von … bis")],
    ),
    "two captions at the top of one frame": (
        [frame(70, 650, 400, 40), at("Finanzamt", 75, 680, 8), at("Steuernummer", 300, 680, 8)],
        [("text", "Finanzamt"), ("text", "Steuernummer")],
    ),
    "dates behind prepositions in frames": (
        [
            grid([70, 270, 470], [650, 690]),
            at("Dauer der Beschäftigung", 75, 680, 8),
            at("von", 75, 655, 8),
            at("bis", 275, 655, 8),
        ],
        [("text", "Dauer der Beschäftigung von"), ("text", "bis")],
    ),
    "a frame with a side that ends below its label": (
        [
            frame(70, 620, 400, 70),
            at("Anschrift", 75, 680, 8),
            at("Straße", 75, 668, 8),
            at("Wohnort", 305, 668, 8),
            lambda canvas: canvas.line(300, 620, 300, 676),
        ],
        [("text", "Anschrift Straße"), ("text", "Wohnort")],
    ),
    "a line on both sides of the edge of a table": (
        [
            grid([70, 280, 490], [640, 690]),
            at("Geburtstag", 75, 678, 8),
            at("Rechtsform", 285, 678, 8),
            at("_" * 36, 76, 650),
            at("_" * 36, 284, 650),
        ],
        [("text", "Geburtstag"), ("text", "Rechtsform")],
    ),
    "an answer that goes on in the next row": (
        [
            at("Der Vermieter wohnt in der Stadt ____________________", 70, 700),
            at("_" * 50 + " und vermietet.", 70, 686),
        ],
        [("text", "Der Vermieter wohnt in der Stadt")],
    ),
    "a name behind its line": (
        [at("____________________ County", 70, 700)],
        [("text", "County")],
    ),
    "wide boxes to tick beside their texts": (
        [
            grid([70, 200, 222], [640, 657, 674, 691]),
            *(at(text, 75, y, 8) for text, y in (("Taxi", 679), ("Mietwagen", 662), ("Omnibus", 645))),
        ],
        [("check", "Taxi"), ("check", "Mietwagen"), ("check", "Omnibus")],
    ),
    "a frame over a caption that asks to sign": (
        [frame(200, 300, 220, 40), at("Eigenhändige Unterschrift", 202, 291, 7), at("Ort und Datum", 70, 315)],
        [("signature", "Eigenhändige Unterschrift")],
    ),
    "a bar with a long caption that asks to sign": (
        [
            *(rule(70, y, 525) for y in (300, 300.9, 301.8)),
            at(
                "Unterschrift der Halterin oder des Halters (nur nötig, wenn das Konto jemand anderem gehört)",
                70,
                291,
                6,
            ),
        ],
        [("signature", "Unterschrift der Halterin oder des Halters (nur nötig, wenn das Konto jemand anderem gehört)")],
    ),
    "circles to tick": (
        [circle(75, 703, 5), at("Erstantrag", 85, 700), circle(175, 703, 5), at("Folgeantrag", 185, 700)],
        [("check", "Erstantrag"), ("check", "Folgeantrag")],
    ),
    "amounts behind a sign of money, far from their labels": (
        [
            *(at(text, 70, y) for text, y in (("Rent", 700), ("Travel", 680), ("Wages", 660))),
            *(at("$", 402, y) for y in (700, 680, 660)),
            *(rule(412, y, 560) for y in (697, 677, 657)),
        ],
        [("text", "Rent"), ("text", "Travel"), ("text", "Wages")],
    ),
    "a numbered box with its unit behind leader dots": (
        [
            at("Add lines 6 and 7 " + "." * 60, 70, 700),
            grid([450, 470, 570], [696, 710]),
            at("8", 457, 700),
            at(".00", 553, 700),
        ],
        [("text", "Add lines 6 and 7")],
    ),
    "the end of a part for the office": (
        [
            at("Nicht vom Antragsteller auszufüllen", 70, 700),
            at("Aktenzeichen: ____________________", 70, 680),
            lines("Ihre Bankverbindung", x=70, y=650, font="Helvetica-Bold", size=11),
            at("IBAN: ____________________", 70, 630),
        ],
        [("text", "IBAN")],
    ),
}


@pytest.mark.parametrize("case", BLANKS)
def test_a_blank_is_found_with_its_label(case: str) -> None:
    """What a person would fill in is a field with the label that a person would name."""
    draws, expected = BLANKS[case]
    assert seen(*draws) == expected


def test_a_line_that_words_go_across_divides_no_frame() -> None:
    """Nobody sees it: it is white or behind something."""
    draws = [
        frame(70, 650, 300, 30),
        at("Familienname und Vorname", 75, 668, 9),
        lambda canvas: canvas.line(98, 650, 98, 680),
    ]
    assert seen(*draws) == [("text", "Familienname und Vorname")]


def test_a_page_with_fields_keeps_only_those() -> None:
    """The lines around the fields of a form are not counted a second time."""
    document = form(PAGE, at("Name", 70, 704), frame(120, 699, 204, 22), text_field("name", 122, 701))
    assert [field.source for field in document.fields] == ["form"]


def test_a_blank_page_beside_one_with_fields() -> None:
    """Each page is looked at for itself."""
    first = together(PAGE, at("Name", 70, 704), text_field("name", 122, 701))
    second = together(PAGE, at("Wohnort: ____________________", 70, 700))
    document = read(pdf(first, second))
    assert [(field.page, field.source) for field in document.fields] == [(1, "form"), (2, "flat")]


def test_a_sentence_with_blanks_stays_one_sentence() -> None:
    """The blanks are fields, and the text is read on."""
    document = form(PAGE, at("Ich zahle monatlich ________ Euro Miete und ________ Euro Heizkosten.", 70, 700))
    assert any(block.text.endswith("Euro Heizkosten.") and "Ich zahle" in block.text for block in printed(document))
    assert len(found(document)) == 2


def test_the_place_of_a_blank() -> None:
    """The box is where a person writes: on the line, over it, as wide as the line."""
    field = found(form(PAGE, at("Telefon", 70, 700), rule(120, 698, 300)))[0]
    assert field.page == 1
    assert field.box == pytest.approx((120, 698, 300, 711), abs=1)


def test_a_blank_on_a_turned_page_lies_on_the_page() -> None:
    """Boxes are in the coordinates of the page, however the text runs."""

    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -500)
        for number in range(3):
            canvas.drawString(
                70, 300 - 30 * number, "Bitte tragen Sie hier die gewünschten Angaben ein: ______________"
            )

    boxes = [field.box for field in found(read(pdf(draw)))]
    assert len(boxes) == 3
    assert all(box is not None and box[3] - box[1] > 3 * (box[2] - box[0]) for box in boxes)


def test_every_printed_blank_has_its_label_as_a_block(checker: Checker) -> None:
    """So that rules about fields have a place, also where nothing names a line."""
    document = form(PAGE, at("____________________", 70, 400), at("Geburtsname: ____________________", 70, 700))
    names = {field.name: field.label for field in found(document)}
    assert sorted(names.values()) == ["", "Geburtsname"]
    blocks = [block for block in document.blocks if block.field]
    assert {block.field: block.text for block in blocks} == names
    assert all(block.role == "label" and block.page == 1 and block.boxes for block in blocks)
    report = checker.check(document)
    unnamed = next(block.id for block in blocks if not block.text)
    assert [finding.span.block for finding in report.findings if finding.rule == "field-without-label"] == [unnamed]
    assert report.form.labelled == 1


def test_labels_from_the_page_are_judged_once(checker: Checker) -> None:
    """What stands beside a blank is text of the page; the same words as the name of the field are not judged again."""
    text = "Angaben zur Inanspruchnahme der Leistungserbringung"
    findings = checker.check(form(PAGE, at(f"{text}: ________________", 70, 700))).findings
    spoken = [(finding.rule, finding.quote) for finding in findings if finding.category != "field"]
    assert len(spoken) == len(set(spoken))


def test_printed_blanks_of_one_name_are_seen_not_heard(checker: Checker) -> None:
    """Who fills them in sees them; other rules about fields speak of printed blanks as of any others."""
    label = "Name und Anschrift der Person, bei der Ihr Kind seit dem Mai dieses Jahres wohnt"
    draws = [at(f"{label}: __________", 70, y) for y in (700, 660)]
    rules = {finding.rule for finding in checker.check(form(PAGE, *draws)).findings}
    assert "duplicate-label" not in rules
    assert "long-label" in rules


def test_names_are_unique_and_stable() -> None:
    """The same file gives the same names, each once."""
    draws = [at(f"Frage {n}: ______________", 70, 700 - 20 * n) for n in range(5)]
    names = [field.name for field in found(form(PAGE, *draws))]
    assert len(set(names)) == 5
    assert names == [field.name for field in found(form(PAGE, *draws))]


def test_the_benchmark_counts_pairs(tmp_path: Path) -> None:
    """One mark hit, one missed, one field too much."""
    (tmp_path / "antrag.pdf").write_bytes(
        pdf(together(PAGE, at("Name: ______________", 70, 700), at("Ort: ______________", 70, 600)))
    )
    marks = [(1, (100, 698, 170, 709), "text", "Name"), (1, (300, 300, 400, 312), "text", "Datum")]
    (tmp_path / "antrag.jsonl").write_text(
        "\n".join(json.dumps({"page": p, "box": b, "kind": k, "label": lb}) for p, b, k, lb in marks)
    )
    data = (tmp_path / "antrag.pdf").read_bytes()
    score = benchmark.score_of(data, benchmark.marks_of(tmp_path / "antrag.jsonl"))
    assert (score.pairs, score.found, score.marked, score.labels) == (1, 2, 2, 1)
    assert score.f1 == pytest.approx(0.5)


def test_the_benchmark_takes_the_fields_out_of_a_form() -> None:
    """What is left is the print, and the places of the fields are the marks."""
    data = pdf(together(PAGE, at("Name", 70, 704), frame(120, 699, 204, 22), text_field("name", 122, 701)))
    bare, marks = benchmark.printed_only(data)
    assert [(mark.page, mark.kind) for mark in marks] == [(1, "text")]
    score = benchmark.score_of(bare, marks)
    assert (score.pairs, score.found, score.marked) == (1, 1, 1)
