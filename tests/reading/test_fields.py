"""The fields of a PDF form: kinds, options, flags, places, and the label that a person would give them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from drawing import Draw, field, lines, pdf, printed, read, rewritten, texts, together
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from app.errors import TooLarge
from app.model import Document, Field
from app.reading.limits import Limits
from app.reading.tooltips import from_name, is_informative, is_technical, take_apart

RECT = tuple[float, float, float, float]


def text_field(
    name: str, x: float, y: float, *, width: float = 200, tooltip: str | None = None, **more: object
) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name=name, tooltip=tooltip, x=x, y=y, width=width, height=18, **more)

    return draw


def box(name: str, x: float, y: float, *, tooltip: str | None = None) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.acroForm.checkbox(name=name, tooltip=tooltip, x=x, y=y, size=12)

    return draw


def at(text: str, x: float, y: float, size: float = 10) -> Draw:
    return lines(text, x=x, y=y, size=size)


def form(*draws: Draw, change: Callable[[PdfWriter], None] | None = None) -> Document:
    data = pdf(together(*draws))
    return read(rewritten(data, change) if change else data)


def add(writer: PdfWriter, node: dict[str, object], *, rect: RECT | None = None) -> IndirectObject:
    """Adds a field or widget object; with ``rect`` it shows on the first page."""
    entries = {NameObject(key): value for key, value in node.items()}
    if rect is not None:
        entries[NameObject("/Subtype")] = NameObject("/Widget")
        entries[NameObject("/Rect")] = ArrayObject(FloatObject(value) for value in rect)
    reference = writer._add_object(DictionaryObject(entries))
    if rect is not None:
        page = writer.pages[0]
        page[NameObject("/Annots")] = ArrayObject([*page.get("/Annots", ArrayObject()), reference])
    return reference


def fields_of(writer: PdfWriter, *references: IndirectObject) -> None:
    root = writer.root_object
    root[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject(references)})


PAGE = lines("Bitte füllen Sie das Formular in Druckbuchstaben aus und unterschreiben Sie es.", y=800)


def test_text_field_with_everything() -> None:
    document = form(
        PAGE,
        at("Kennzeichen", 70, 700),
        text_field("kennzeichen", 200, 695, tooltip="Amtliches Kennzeichen", maxlen=10, fieldFlags="required"),
    )
    (found,) = document.fields
    assert found == Field(
        name="kennzeichen",
        kind="text",
        page=1,
        box=(200, 695, 400, 713),
        label="Amtliches Kennzeichen",
        label_source="tooltip",
        label_confidence=0.9,
        tooltip="Amtliches Kennzeichen",
        required=True,
        required_source="flag",
        max_length=10,
    )


def test_check_box_and_its_printed_text() -> None:
    document = form(PAGE, box("cb1", 70, 697), at("Ich habe einen Hund.", 90, 700))
    assert field(document, "cb1").kind == "check"
    assert field(document, "cb1").label == "Ich habe einen Hund."
    assert field(document, "cb1").label_source == "right"


def test_radio_group_is_one_field_with_the_printed_options() -> None:
    def radios(canvas: Canvas) -> None:
        for x, value in ((70, "0"), (170, "1")):
            canvas.acroForm.radio(name="stand", value=value, x=x, y=697, size=12, selected=value == "0")

    document = form(
        PAGE, at("Familienstand", 70, 720), radios, at("ledig", 90, 700), at("verheiratet oder verpartnert", 190, 700)
    )
    (found,) = document.fields
    assert found.kind == "radio"
    assert set(found.options) == {"ledig", "verheiratet oder verpartnert"}
    assert found.label == "Familienstand"
    assert found.page == 1
    assert {block.text for block in document.blocks if block.role == "option"} == set(found.options)


def test_lists_show_what_can_be_chosen() -> None:
    def lists(canvas: Canvas) -> None:
        canvas.acroForm.choice(
            name="land",
            options=[("Deutschland", "DE"), ("Österreich", "AT")],
            value="DE",
            x=200,
            y=695,
            width=100,
            height=18,
        )
        canvas.acroForm.listbox(
            name="sprachen", options=["Deutsch", "Englisch"], value="Deutsch", x=200, y=600, width=100, height=40
        )

    document = form(PAGE, at("Staat", 70, 700), at("Sprachen", 70, 615), lists)
    assert field(document, "land").kind == "combo"
    assert field(document, "land").options == ("Deutschland", "Österreich")
    assert field(document, "sprachen").kind == "list"
    assert field(document, "sprachen").options == ("Deutsch", "Englisch")
    assert field(document, "land").label == "Staat"


def test_signature_and_push_button() -> None:
    def change(writer: PdfWriter) -> None:
        signature = add(
            writer, {"/FT": NameObject("/Sig"), "/T": TextStringObject("unterschrift")}, rect=(70, 300, 250, 340)
        )
        push = add(
            writer,
            {"/FT": NameObject("/Btn"), "/T": TextStringObject("drucken"), "/Ff": NumberObject(1 << 16)},
            rect=(300, 300, 360, 320),
        )
        fields_of(writer, signature, push)

    document = form(PAGE, at("Unterschrift der antragstellenden Person", 70, 345), change=change)
    assert field(document, "unterschrift").kind == "signature"
    assert field(document, "unterschrift").label == "Unterschrift der antragstellenden Person"
    assert field(document, "drucken").kind == "push"


def test_kids_inherit_from_their_parent_and_have_a_full_name() -> None:
    def change(writer: PdfWriter) -> None:
        kids = [
            add(writer, {"/T": TextStringObject(name), "/TU": TextStringObject(tip)}, rect=(200, y, 400, y + 18))
            for name, tip, y in (("name", "Name des Kindes", 600), ("datum", "Geburtsdatum des Kindes", 560))
        ]
        parent = add(
            writer,
            {
                "/T": TextStringObject("kind1"),
                "/FT": NameObject("/Tx"),
                "/Ff": NumberObject(3),
                "/MaxLen": NumberObject(25),
                "/Kids": ArrayObject(kids),
            },
        )
        other = add(writer, {"/T": TextStringObject("ort"), "/FT": NameObject("/Tx")}, rect=(200, 500, 400, 518))
        fields_of(writer, parent, other)

    document = form(PAGE, change=change)
    first = field(document, "kind1.name")
    assert (first.kind, first.max_length, first.required, first.read_only) == ("text", 25, True, True)
    assert first.group == field(document, "kind1.datum").group == "kind1"
    assert field(document, "ort").group is None
    assert not field(document, "ort").required


def test_a_field_without_a_widget_has_no_place() -> None:
    def change(writer: PdfWriter) -> None:
        orphan = add(writer, {"/T": TextStringObject("frueherer_wohnort"), "/FT": NameObject("/Tx")})
        shown = add(writer, {"/T": TextStringObject("ort"), "/FT": NameObject("/Tx")}, rect=(200, 500, 400, 518))
        fields_of(writer, orphan, shown)

    document = form(PAGE, change=change)
    found = field(document, "frueherer_wohnort")
    assert (found.page, found.box) == (None, None)
    assert found.label == "Frueherer wohnort"
    assert found.label_source == "name"
    assert [item.name for item in document.fields] == ["ort", "frueherer_wohnort"]


def test_a_field_on_two_pages_stands_where_it_is_first() -> None:
    def change(writer: PdfWriter) -> None:
        kids = [add(writer, {}, rect=(200, y, 400, y + 18)) for y in (600, 300)]
        name = add(writer, {"/T": TextStringObject("name"), "/FT": NameObject("/Tx"), "/Kids": ArrayObject(kids)})
        fields_of(writer, name)

    (found,) = form(PAGE, change=change).fields
    assert found.box == (200, 600, 400, 618)


def test_circles_in_the_tree_of_fields_end() -> None:
    def change(writer: PdfWriter) -> None:
        child = add(writer, {"/T": TextStringObject("b"), "/FT": NameObject("/Tx")}, rect=(200, 600, 400, 618))
        parent = add(writer, {"/T": TextStringObject("a"), "/Kids": ArrayObject([child])})
        child.get_object()[NameObject("/Kids")] = ArrayObject([parent])
        fields_of(writer, parent)

    assert len(form(PAGE, change=change).fields) <= 1


def test_a_broken_field_leaves_the_others_with_a_notice() -> None:
    def change(writer: PdfWriter) -> None:
        good = add(writer, {"/T": TextStringObject("ort"), "/FT": NameObject("/Tx")}, rect=(200, 500, 400, 518))
        bad = add(writer, {"/T": TextStringObject("kaputt"), "/FT": NameObject("/Tx"), "/Kids": NumberObject(3)})
        fields_of(writer, bad, good)

    document = form(PAGE, change=change)
    assert [item.name for item in document.fields] == ["ort"]
    assert [notice.code for notice in document.notices] == ["fields-unreadable"]
    assert texts(document, "paragraph")


def test_too_many_fields_are_refused() -> None:
    data = pdf(together(PAGE, *(text_field(f"feld{number}", 70, 700 - 20 * number) for number in range(6))))
    assert len(read(data, Limits(max_fields=6)).fields) == 6
    with pytest.raises(TooLarge) as caught:
        read(data, Limits(max_fields=5))
    assert caught.value.facts == {"limit": "max_fields", "maximum": "5 Felder"}


ROWS = ("Name, Vorname", "Straße, Hausnummer", "Postleitzahl, Ort")


@pytest.mark.parametrize(("side", "dx", "dy"), [("left", -100, 5), ("above", 0, 22)])
def test_labels_left_or_above_by_what_the_form_does(side: str, dx: float, dy: float) -> None:
    draws: list[Draw] = [PAGE]
    for row, label in enumerate(ROWS):
        y = 650 - 60 * row
        draws += [at(label, 200 + dx, y + dy), text_field(f"Textfeld {row}", 200, y)]
    document = form(*draws)
    assert [(item.label, item.label_source) for item in document.fields] == [(label, side) for label in ROWS]


def test_labels_lose_lines_dots_and_stars_and_a_star_means_required() -> None:
    document = form(
        PAGE,
        at("Telefon: ...................", 70, 605),
        text_field("t1", 200, 600),
        at("E-Mail *", 70, 505),
        text_field("t2", 200, 500),
    )
    assert field(document, "t1").label == "Telefon"
    assert not field(document, "t1").required
    assert field(document, "t2").label == "E-Mail"
    assert (field(document, "t2").required, field(document, "t2").required_source) == (True, "text")


def test_bold_text_beside_a_field_is_its_label_and_no_heading() -> None:
    bold = lines("Taxi", x=70, y=605, font="Helvetica-Bold")
    section = lines("Angaben zum Fahrzeug", x=70, y=650, font="Helvetica-Bold")
    document = form(PAGE, section, bold, text_field("t1", 100, 600, tooltip="Taxi:"))
    assert [(block.role, block.text) for block in printed(document)][1:] == [
        ("heading", "Angaben zum Fahrzeug"),
        ("label", "Taxi"),
    ]
    assert field(document, "t1").label == "Taxi"


def test_a_label_of_two_lines_is_read_whole() -> None:
    document = form(
        PAGE,
        lines("Anschrift der Wohnung, für die Sie den", "Zuschuss beantragen", x=70, y=630),
        text_field("x1", 70, 590, width=300),
    )
    assert field(document, "x1").label == "Anschrift der Wohnung, für die Sie den Zuschuss beantragen"


def test_a_generic_tooltip_gives_way_to_the_printed_label() -> None:
    document = form(PAGE, at("Tag des Einzugs", 70, 605), text_field("d1", 200, 600, tooltip="Datum"))
    assert field(document, "d1").label == "Tag des Einzugs"
    assert field(document, "d1").tooltip == "Datum"


def test_the_same_tooltip_on_every_field_gives_way_to_the_printed_labels() -> None:
    draws: list[Draw] = [PAGE]
    for row, label in enumerate(ROWS):
        draws += [at(label, 70, 605 - 40 * row), text_field(f"f{row}", 200, 600 - 40 * row, tooltip="Bitte ausfüllen")]
    assert [item.label for item in form(*draws).fields] == list(ROWS)


def test_a_head_of_a_column_and_a_row_name_a_cell() -> None:
    draws: list[Draw] = [PAGE, at("Monatlicher Betrag", 250, 700)]
    for row, label in enumerate(("Miete", "Heizung", "Strom")):
        draws.append(text_field(f"Text{row}", 250, 670 - 19 * row, width=80))
        draws.append(at(label, 70, 675 - 19 * row))
    labels = [item.label for item in form(*draws).fields]
    assert all(label for label in labels)
    assert "Strom" in labels[2]


def test_a_field_that_nothing_names_has_an_empty_label_with_a_place() -> None:
    document = form(PAGE, text_field("Textfeld 12", 200, 300))
    (found,) = document.fields
    assert (found.label, found.label_source, found.label_confidence) == ("", "none", 0.0)
    (block,) = [block for block in document.blocks if block.field == "Textfeld 12"]
    assert (block.id, block.role, block.text, block.page) == ("f1label", "label", "", 1)
    assert block.boxes == (found.box,)


def test_blocks_of_fields_come_after_the_page_and_name_label_and_tooltip() -> None:
    document = form(
        PAGE, text_field("a", 200, 600, tooltip="12 - Name der Bank"), text_field("b", 200, 500, tooltip="Ort der Bank")
    )
    own = [block for block in document.blocks if block.field]
    assert document.blocks == (*printed(document), *own)
    assert [(block.id, block.role, block.text) for block in own] == [
        ("f1label", "label", "Name der Bank"),
        ("f1tooltip", "hint", "12 - Name der Bank"),
        ("f2label", "label", "Ort der Bank"),
    ]


def test_text_beside_a_box_to_tick_is_an_option_of_its_own() -> None:
    document = form(
        PAGE,
        at("Haben Sie einen Hund?", 70, 650),
        box("ja", 70, 632),
        at("ja", 90, 635),
        box("nein", 70, 617),
        at("nein", 90, 620),
    )
    assert [(block.role, block.text) for block in printed(document)][1:] == [
        ("paragraph", "Haben Sie einen Hund?"),
        ("item", "ja"),
        ("item", "nein"),
    ]


def test_a_sentence_around_a_field_stays_one_sentence() -> None:
    document = form(
        PAGE,
        at("Ich zahle für die Wohnung eine Miete von monatlich", 70, 600),
        text_field("miete", 310, 595, width=60),
        at("EUR an den Vermieter.", 380, 600),
    )
    assert (
        texts(document, "paragraph")[1]
        == "Ich zahle für die Wohnung eine Miete von monatlich ____ EUR an den Vermieter."
    )
    assert field(document, "miete").label == "Ich zahle für die Wohnung eine Miete von monatlich"


def test_options_in_tooltips_are_taken_apart() -> None:
    tip = take_apart(
        "43 - Option 7 von 9 - Welche Leistungen haben Sie beantragt? - Kindergeld - Fügen Sie Nachweise bei."
    )
    assert (tip.number, tip.question, tip.text) == ("43", "Welche Leistungen haben Sie beantragt?", "Kindergeld")
    assert take_apart("17 - IBAN (22-stellig)").text == "IBAN (22-stellig)"
    assert take_apart("Datum - Unterschrift").text == "Datum - Unterschrift"


def test_options_of_one_question_are_a_group() -> None:
    question = "Welche Leistungen haben Sie beantragt?"
    document = form(
        PAGE,
        box("a", 70, 600, tooltip=f"43 - Option 1 von 2 - {question} - Kindergeld"),
        box("b", 70, 570, tooltip=f"43 - Option 2 von 2 - {question} - Elterngeld"),
    )
    assert [(item.label, item.group) for item in document.fields] == [
        ("Kindergeld", question),
        ("Elterngeld", question),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Textfeld 12",
        "undefined_2",
        "topmostSubform[0].Page1[0].f1_02[0]",
        "txtName",
        "ja",
        "Datum",
        "12",
        "",
        "Check Box 3",
    ],
)
def test_what_names_no_field(text: str) -> None:
    assert not is_informative(text)


@pytest.mark.parametrize(
    "text", ["Name der Bank", "IBAN", "Geburtsdatum", "Steuer-ID", "E-Mail-Adresse", "Kfz-Kennzeichen"]
)
def test_what_names_a_field(text: str) -> None:
    assert is_informative(text)
    assert not is_technical(text)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("person_2_geburtsdatum", "Person 2 geburtsdatum"),
        ("txtfKontoinhaber", "Kontoinhaber"),
        ("form1[0].Page1[0].LastName[0]", "Last Name"),
        ("Textfeld 771", ""),
        ("undefined_2", ""),
        ("topmostSubform[0].Page1[0].f1_02[0]", ""),
        ("Line52", ""),
        ("dummyFieldName63", ""),
        ("Kontrollkästchen 12", ""),
    ],
)
def test_field_names_as_words(name: str, words: str) -> None:
    assert from_name(name) == words
