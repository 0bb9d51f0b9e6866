"""The fields of a PDF form: kinds, options, flags, places, and the label that a person would give them."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import PAGE, at, box, field, form, pdf, read, text_field, texts, together
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
from app.model import Field
from app.reading import read as read_guarded
from app.reading.limits import Limits
from app.settings import load

RECT = tuple[float, float, float, float]


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
    assert caught.value.facts == {"limit": "max_fields", "maximum": 5}


def test_what_kind_of_answer_a_field_expects_is_told_through_the_guarded_process() -> None:
    path = Path(__file__).parents[2] / "sample_forms" / "de" / "wohngeld.pdf"
    document = read_guarded(path.read_bytes(), settings=load({}))
    answers = {field.label: field.answer for field in document.fields}
    assert answers["IBAN"] == "iban"
    assert answers["Geburtsort"] == "place"
    assert all(answers.values())
