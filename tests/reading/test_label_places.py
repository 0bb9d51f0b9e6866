"""Which printed text names which field, page by page: sides, stacks, cells, tables, and texts that name nothing."""

from __future__ import annotations

import pytest
from drawing import PAGE, Draw, at, box, field, form, lines, text_field
from reportlab.pdfgen.canvas import Canvas


def rule(x0: float, y0: float, x1: float, y1: float) -> Draw:
    """Draws a ruled line."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.5)
        canvas.line(x0, y0, x1, y1)

    return draw


def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> list[Draw]:
    """Draws all lines of a table."""
    upright = [rule(x, min(ys), x, max(ys)) for x in xs]
    return [*upright, *(rule(min(xs), y, max(xs), y) for y in ys)]


def upright(text: str, x: float, y: float) -> Draw:
    """Draws text that runs up the page."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    return draw


def cell(name: str, x: float, y: float, width: float = 76) -> Draw:
    return text_field(name, x, y, width=width)


STACK = ("Name der Halterin", "Straße und Hausnummer", "Postleitzahl und Ort")

HEADS = ("Miete", "Heizung", "Strom")

TABLE: list[Draw] = [
    *grid((70, 170, 250, 330, 410), (600, 620, 640, 660, 690)),
    *(at(head, 172 + 80 * column, 672, 8) for column, head in enumerate(HEADS)),
    *(at(row, 72, 644 - 20 * number, 9) for number, row in enumerate(("Januar", "Februar", "März"))),
    *(cell(f"t{row}{column}", 172 + 80 * column, 641 - 20 * row) for row in range(3) for column in range(3)),
]

NEEDS: dict[str, tuple[list[Draw], dict[str, str]]] = {
    "labels under the lines": (
        [
            draw
            for row, label in enumerate(STACK)
            for draw in (text_field(f"s{row}", 70, 650 - 28 * row), at(label, 72, 642 - 28 * row, 7))
        ],
        {f"s{row}": label for row, label in enumerate(STACK)},
    ),
    "labels over the fields, as close as below the others": (
        [
            draw
            for row, label in enumerate(STACK)
            for draw in (at(label, 72, 670 - 28 * row, 7), text_field(f"s{row}", 70, 650 - 28 * row))
        ],
        {f"s{row}": label for row, label in enumerate(STACK)},
    ),
    "labels under the lines after a sentence, and a row of pieces": (
        [
            at("Ich habe die Hinweise zum Datenschutz gelesen und bin einverstanden.", 70, 672, 8),
            text_field("name", 70, 650, width=190),
            at("Name der Mieterin", 72, 642, 7),
            text_field("ort", 70, 622, width=90),
            at("Wohnort", 72, 614, 7),
            text_field("plz", 162, 622, width=40),
            at("Postleitzahl", 164, 614, 7),
            at("Datum:", 70, 580),
            text_field("datum", 110, 576, width=90),
        ],
        {"name": "Name der Mieterin", "ort": "Wohnort", "plz": "Postleitzahl", "datum": "Datum"},
    ),
    "a text before one field does not name the field below it": (
        [
            at("Wohnung:", 70, 625),
            text_field("wohnung", 120, 620, width=150),
            text_field("strasse", 70, 596, width=120),
            text_field("nummer", 196, 596, width=74),
            at("Straße", 72, 588, 6),
            at("Hausnummer", 198, 588, 6),
        ],
        {"wohnung": "Wohnung", "strasse": "Straße", "nummer": "Hausnummer"},
    ),
    "fields that do not stand in one column are no table": (
        [
            at("Name der Vermieterin", 70, 650, 8),
            text_field("v", 70, 628, width=210),
            at("Richterin", 110, 600),
            text_field("r", 160, 596, width=180),
            text_field("z", 344, 596, width=60),
        ],
        {"v": "Name der Vermieterin", "r": "Richterin"},
    ),
    "labels on the right page decide, not the form": (
        [
            at("Beruf:", 70, 605),
            text_field("a", 160, 600),
            at("Arbeitsort:", 70, 575),
            text_field("b", 160, 570),
            at("Arbeitszeit:", 70, 545),
            text_field("c", 160, 540),
        ],
        {"a": "Beruf", "b": "Arbeitsort", "c": "Arbeitszeit"},
    ),
    "text of a box is no label of the field under it": (
        [
            box("bar", 70, 662),
            at("Auszahlung in bar", 88, 665),
            box("anders", 70, 640),
            at("auf andere Weise:", 88, 643),
            text_field("weise", 180, 638, width=150),
        ],
        {"weise": "auf andere Weise", "bar": "Auszahlung in bar"},
    ),
    "label in the upper corner of a cell that two fields share": (
        [
            *grid((70, 400), (600, 632, 664)),
            at("Straße, Hausnummer", 72, 656, 7),
            text_field("strasse", 72, 635, width=200),
            text_field("zusatz", 300, 634, width=90),
            at("Ort", 72, 624, 7),
            text_field("ort", 72, 602, width=200),
        ],
        {"strasse": "Straße, Hausnummer", "zusatz": "Straße, Hausnummer", "ort": "Ort"},
    ),
    "a heading behind a ruled line is no label": (
        [
            *grid((70, 400), (600, 640)),
            lines("Angaben zum Betrieb", x=72, y=645, font="Helvetica-Bold"),
            at("Rechtsform", 72, 606),
            text_field("form", 150, 603, width=200),
        ],
        {"form": "Rechtsform"},
    ),
    "head of a column and row in a ruled table": (
        TABLE,
        {
            "t00": "Miete, Januar",
            "t01": "Heizung, Januar",
            "t12": "Strom, Februar",
            "t22": "Strom, März",
            "t20": "Miete, März",
        },
    ),
    "head of a column without ruled lines": (
        [
            at("Verein", 200, 662, 8),
            at("Beitrag im Jahr", 300, 662, 8),
            *(at(name, 70, 642 - 22 * row, 9) for row, name in enumerate(("Kind 1", "Kind 2", "Kind 3"))),
            *(cell(f"v{row}", 200, 638 - 22 * row) for row in range(3)),
            *(cell(f"b{row}", 300, 638 - 22 * row) for row in range(3)),
        ],
        {"v0": "Verein, Kind 1", "b2": "Beitrag im Jahr, Kind 3"},
    ),
    "a row that one column leaves out": (
        [
            *grid((70, 170, 250, 330), (560, 580, 600, 620, 640, 670)),
            at("Stück", 172, 652, 8),
            at("Preis", 252, 652, 8),
            *(at(row, 72, 626 - 20 * number, 9) for number, row in enumerate(("Tisch", "Stuhl", "Bett", "Regal"))),
            *(cell(f"n{row}", 172, 621 - 20 * row) for row in range(4)),
            cell("p0", 252, 621),
            cell("p3", 252, 561),
        ],
        {"p0": "Preis, Tisch", "p3": "Preis, Regal", "n3": "Stück, Regal"},
    ),
    "heads that run up the page": (
        [
            *grid((70, 170, 190, 210), (600, 620, 640, 710)),
            upright("Vollzeit", 182, 645),
            upright("Teilzeit", 202, 645),
            at("Frau Ahrens", 72, 626, 9),
            at("Herr Behn", 72, 606, 9),
            *(cell(f"v{row}", 171, 621 - 20 * row, 18) for row in range(2)),
            *(cell(f"t{row}", 191, 621 - 20 * row, 18) for row in range(2)),
        ],
        {"v0": "Vollzeit, Frau Ahrens", "t1": "Teilzeit, Herr Behn"},
    ),
    "boxes in columns with a text only behind the last": (
        [
            at("Ja", 72, 662, 8),
            at("Nein", 92, 662, 8),
            *(box(f"ja{row}", 70, 640 - 20 * row) for row in range(2)),
            *(box(f"nein{row}", 92, 640 - 20 * row) for row in range(2)),
            at("Wohnen Sie zur Miete?", 112, 643, 9),
            at("Haben Sie einen Garten?", 112, 623, 9),
        ],
        {"ja0": "Ja, Wohnen Sie zur Miete?", "nein1": "Nein, Haben Sie einen Garten?"},
    ),
    "texts on the left of boxes": (
        [at("Taxi", 70, 603), box("b1", 130, 600), at("Mietwagen", 180, 603), box("b2", 250, 600)],
        {"b1": "Taxi", "b2": "Mietwagen"},
    ),
    "texts on the right of boxes, as usual": (
        [box("b1", 70, 600), at("Taxi", 90, 603), box("b2", 180, 600), at("Mietwagen", 200, 603)],
        {"b1": "Taxi", "b2": "Mietwagen"},
    ),
    "from and to": (
        [
            at("Saison von", 70, 605),
            text_field("von", 130, 600, width=60),
            at("bis", 200, 605),
            text_field("bis", 222, 600, width=60),
        ],
        {"von": "Saison von", "bis": "Saison von … bis"},
    ),
    "pieces of one date": (
        [
            at("Tag der Ankunft", 70, 605),
            text_field("d1", 160, 600, width=24),
            text_field("d2", 188, 600, width=24),
            text_field("d3", 216, 600, width=40),
        ],
        {"d1": "Tag der Ankunft", "d2": "Tag der Ankunft", "d3": "Tag der Ankunft"},
    ),
    "a remark in brackets belongs to the line above it": (
        [
            at("Wie heißt Ihre Pflegekasse?", 70, 634),
            at("(siehe Hinweis 4)", 70, 621),
            text_field("kasse", 70, 598, width=300),
        ],
        {"kasse": "Wie heißt Ihre Pflegekasse? (siehe Hinweis 4)"},
    ),
    "a unit between label and field": (
        [at("Monatsmiete", 70, 605), at("EUR", 260, 605), text_field("miete", 285, 600, width=50)],
        {"miete": "Monatsmiete"},
    ),
    "text inside the field": (
        [text_field("innen", 70, 600, width=300), at("Name und Anschrift der Bank", 74, 610, 6)],
        {"innen": "Name und Anschrift der Bank"},
    ),
    "two columns of labels on the left": (
        [
            at("Vorname", 70, 605),
            text_field("vor", 130, 600, width=110),
            at("Nachname", 290, 605),
            text_field("nach", 350, 600, width=110),
            at("Straße", 70, 575),
            text_field("str", 130, 570, width=110),
            at("Wohnort", 290, 575),
            text_field("ort", 350, 570, width=110),
        ],
        {"vor": "Vorname", "nach": "Nachname", "str": "Straße", "ort": "Wohnort"},
    ),
    "small labels over two columns": (
        [
            at("Vorname", 70, 622, 7),
            text_field("vor", 70, 600, width=150),
            at("Nachname", 290, 622, 7),
            text_field("nach", 290, 600, width=150),
            at("Straße", 70, 592, 7),
            text_field("str", 70, 570, width=150),
            at("Wohnort", 290, 592, 7),
            text_field("ort", 290, 570, width=150),
        ],
        {"vor": "Vorname", "nach": "Nachname", "str": "Straße", "ort": "Wohnort"},
    ),
    "an option of two lines": (
        [box("a", 70, 612), lines("Ich lebe mit einer weiteren Person", "in einer Wohnung", x=90, y=615, leading=12)],
        {"a": "Ich lebe mit einer weiteren Person in einer Wohnung"},
    ),
    "a numbered label": ([at("17 Kontoinhaber", 70, 622), text_field("k", 70, 600)], {"k": "17 Kontoinhaber"}),
}


@pytest.mark.parametrize("case", NEEDS, ids=list(NEEDS))
def test_the_printed_text_that_a_person_would_name(case: str) -> None:
    draws, labels = NEEDS[case]
    document = form(PAGE, *draws)
    assert {name: field(document, name).label for name in labels} == labels


TRAPS: dict[str, tuple[list[Draw], str, str]] = {
    "a title far above": ([lines("Antrag auf Parkausweis", y=700, size=18), text_field("x1", 70, 600)], "x1", ""),
    "text at the other end of the page": ([at("Seite für die Behörde", 400, 300), text_field("x1", 70, 600)], "x1", ""),
    "text behind another field": (
        [at("Vorname", 70, 605), text_field("v", 130, 600, width=100), text_field("x1", 300, 600, width=100)],
        "x1",
        "",
    ),
    "a unit alone": ([at("EUR", 275, 605), text_field("x1", 200, 600, width=70)], "x1", ""),
    "a number alone": ([at("12", 70, 605), text_field("x1", 90, 600)], "x1", ""),
    "a row of dots": ([at("..............", 70, 605), text_field("x1", 170, 600)], "x1", ""),
    "only other fields around": ([text_field("x1", 70, 600), text_field("x2", 70, 570)], "x2", ""),
}


@pytest.mark.parametrize("case", TRAPS, ids=list(TRAPS))
def test_texts_that_name_no_field(case: str) -> None:
    draws, name, label = TRAPS[case]
    assert field(form(PAGE, *draws), name).label == label


def test_a_label_found_in_a_table_says_so_and_is_less_sure_than_one_beside_the_field() -> None:
    document = form(PAGE, *TABLE, at("Bank", 70, 500), text_field("bank", 110, 496))
    inner, beside = field(document, "t12"), field(document, "bank")
    assert (inner.label_source, beside.label_source) == ("table", "left")
    assert 0 < inner.label_confidence < beside.label_confidence


def test_two_rows_of_labelled_fields_are_no_table() -> None:
    draws: list[Draw] = [lines("Angaben zur Person", x=70, y=640, font="Helvetica-Bold")]
    for row, (left, right) in enumerate((("Vorname", "Nachname"), ("Straße", "Wohnort"))):
        y = 610 - 22 * row
        draws += [at(left, 70, y + 5), text_field(f"l{row}", 130, y, width=100)]
        draws += [at(right, 260, y + 5), text_field(f"r{row}", 330, y, width=100)]
    document = form(PAGE, *draws)
    assert {item.label_source for item in document.fields} == {"left"}
    assert [field(document, name).label for name in ("l0", "r0", "l1", "r1")] == [
        "Vorname",
        "Nachname",
        "Straße",
        "Wohnort",
    ]


def test_what_programs_call_a_field_is_no_tooltip() -> None:
    document = form(PAGE, at("Wohnort", 70, 605), text_field("t", 130, 600, tooltip="undefined"))
    assert field(document, "t").label == "Wohnort"
