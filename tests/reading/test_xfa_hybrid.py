"""Hybrid forms: the fields of the PDF, with what the XFA template knows of them, where that can be believed."""

from __future__ import annotations

import pytest
from drawing import PAGE, Draw, at, box, field, pdf, read, rewritten, text_field, together
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas
from xfa_files import draw, hybrid, packets_of, subform, template, with_packets
from xfa_files import field as asked

from app.model import Document, Field

NAME = "form1[0].Feld[0]"


def one(template_field: str, *draws: Draw, tooltip: str | None = None) -> Field:
    """The field ``Feld`` of a page with these texts, and its part of the template."""
    data = hybrid(template(template_field), PAGE, text_field(NAME, 200, 600, tooltip=tooltip, maxlen=None), *draws)
    return field(read(data), NAME)


def test_a_caption_that_is_printed_is_the_label() -> None:
    found = one(asked("Feld", "Amtliches Kennzeichen:"), at("Fahrzeug", 70, 604), at("Amtliches Kennzeichen", 200, 585))
    assert (found.label, found.label_source, found.label_confidence) == ("Amtliches Kennzeichen", "xfa", 0.9)


def test_without_the_template_the_other_text_would_be_the_label() -> None:
    found = one(asked("Anderes"), at("Fahrzeug", 70, 604), at("Amtliches Kennzeichen", 200, 585))
    assert (found.label, found.label_source) == ("Fahrzeug", "left")


def test_a_caption_that_is_nowhere_printed_is_not_believed() -> None:
    found = one(asked("Feld", "Rechnungsnummer des Lieferanten"), at("Fahrzeug", 70, 604))
    assert (found.label, found.label_source) == ("Fahrzeug", "left")


def test_a_caption_that_says_the_same_only_makes_it_surer() -> None:
    found = one(asked("Feld", "Amtliches Kenn-\nzeichen"), at("Amtliches Kennzeichen:", 70, 604))
    assert (found.label, found.label_source) == ("Amtliches Kennzeichen", "left")
    assert found.label_confidence == 0.95


def test_a_contradiction_between_caption_and_tooltip_is_kept() -> None:
    found = one(asked("Feld", "Geburtsort"), at("Geburtsort", 140, 604), tooltip="Straße und Hausnummer")
    assert (found.label, found.tooltip) == ("Geburtsort", "Straße und Hausnummer")


def test_the_tooltip_of_the_pdf_stays_when_the_caption_says_little() -> None:
    found = one(asked("Feld", "von"), at("von", 180, 604), tooltip="Beginn der Nutzung")
    assert (found.label, found.label_source) == ("Beginn der Nutzung", "tooltip")


def week(text: str) -> Field:
    """The label of a field ``von`` whose template prints ``Montag`` to its left; the page prints ``text`` there."""
    place = 'x="{}mm" y="20mm" w="28mm" h="8mm"'
    body = subform(draw("Montag", place=place.format(40)), asked("von", "von", attributes=place.format(70)))
    name = "form1[0].#subform[0].von[0]"
    return field(
        read(hybrid(template(body), PAGE, at(text, 120, 604), at("von", 182, 604), text_field(name, 200, 600))), name
    )


def test_a_caption_that_says_little_is_told_with_the_text_that_the_template_prints_beside() -> None:
    assert (week("Montag").label, week("Montag").label_source) == ("Montag: von", "xfa")


def test_but_not_when_that_text_is_not_on_the_page() -> None:
    assert "Montag" not in week("Dienstag").label


@pytest.mark.parametrize(
    ("caption", "tooltip", "label"),
    [
        ("Geburtstag", "Kind: Geburtstag", "Kind: Geburtstag"),
        ("Whg. #", "Nummer der Wohnung", "Nummer der Wohnung"),
        (
            "Familienname",
            "Seite 1. Teil A. Angaben zu Ihnen und zu allen, die mit Ihnen leben. Familienname",
            "Familienname",
        ),
    ],
    ids=["tooltip is more exact", "caption is cut short", "tooltip tells a story"],
)
def test_caption_or_tooltip(caption: str, tooltip: str, label: str) -> None:
    found = one(asked("Feld", caption), at(caption, 120, 604), tooltip=tooltip)
    assert (found.label, found.tooltip) == (label, tooltip)


def test_a_tooltip_that_only_the_template_has() -> None:
    data = hybrid(template(asked("Feld", tooltip="Beginn der Nutzung")), PAGE, text_field(NAME, 200, 600))
    document = read(data)
    found = field(document, NAME)
    assert (found.tooltip, found.label, found.label_source) == ("Beginn der Nutzung", "Beginn der Nutzung", "xfa")
    assert [block.text for block in document.blocks if block.field == NAME] == ["Beginn der Nutzung"]


def test_what_is_read_aloud_beats_a_text_that_happens_to_stand_near() -> None:
    found = one(asked("Feld", speak="3a. Einkünfte aus Vermietung"), at("3a", 180, 604))
    assert (found.label, found.label_source) == ("3a. Einkünfte aus Vermietung", "xfa")


def test_a_printed_label_that_is_part_of_what_is_read_aloud_stays() -> None:
    found = one(
        asked("Feld", speak="Seite 1. Angaben zur Wohnung. Anzahl der Zimmer."), at("Anzahl der Zimmer", 90, 604)
    )
    assert (found.label, found.label_source) == ("Anzahl der Zimmer", "left")


def test_what_must_not_be_read_aloud_is_no_tooltip() -> None:
    silent = '<assist><speak disable="1">Anzahl der Zimmer</speak></assist>'
    found = one(f'<field name="Feld"><ui><textEdit/></ui>{silent}</field>')
    assert (found.label, found.tooltip) == ("Anzahl der Zimmer", None)


def test_short_names_are_not_spelt() -> None:
    assert one(asked("Feld", speak="Ihre I B A N für die Zahlung")).label == "Ihre IBAN für die Zahlung"


def test_required_length_and_read_only_come_from_the_template() -> None:
    more = '<validate nullTest="error"/><value><text maxChars="7"/></value>'
    found = one(asked("Feld", "Kassenzeichen", more=more, attributes='access="readOnly"'))
    assert (found.required, found.required_source, found.max_length, found.read_only) == (True, "flag", 7, True)


def test_a_field_of_another_kind_is_not_the_same_field() -> None:
    found = one(asked("Feld", "Ich stimme zu", ui="<checkButton/>"), at("Ich stimme zu", 200, 585))
    assert found.label_source != "xfa"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("form1[0].#subform[0].Ort[0]", subform(asked("Ort", "Ort der Feier"))),
        (
            "form1[0].Teil[1].Ort[0]",
            subform(asked("Ort", "Ort"), name="Teil") + subform(asked("Ort", "Ort der Feier"), name="Teil"),
        ),
        ("form1[0].Zeile[3].Ort[0]", subform(asked("Ort", "Ort der Feier"), name="Zeile")),
        ("form1[0].Ort[1]", asked("Ort", "Wohnort") + asked("Ort", "Ort der Feier")),
    ],
    ids=["section without name", "second of two", "repeated row", "second field"],
)
def test_the_path_names_the_field(name: str, body: str) -> None:
    words = [at(text, 70, 500 - 20 * index) for index, text in enumerate(("Wohnort", "Ort der Feier", "Ort"))]
    found = field(read(hybrid(template(body), PAGE, text_field(name, 200, 600), *words)), name)
    assert (found.label, found.label_source) == ("Ort der Feier", "xfa")


def test_names_that_somebody_changed_later_get_nothing() -> None:
    data = hybrid(
        template(asked("Ort", "Ort der Feier")), PAGE, at("Ort der Feier", 70, 500), text_field("place", 200, 600)
    )
    assert field(read(data), "place").label_source != "xfa"


def test_fields_in_a_tree_of_names() -> None:
    def tree(writer: PdfWriter) -> None:
        with_packets(writer, packets_of(template(subform(asked("Ort", "Ort der Feier")))))
        leaf = DictionaryObject({NameObject("/T"): TextStringObject("Ort[0]"), NameObject("/FT"): NameObject("/Tx")})
        leaf[NameObject("/Subtype")] = NameObject("/Widget")
        leaf[NameObject("/Rect")] = ArrayObject(FloatObject(value) for value in (200, 600, 400, 618))
        kid = writer._add_object(leaf)
        writer.pages[0][NameObject("/Annots")] = ArrayObject([kid])
        node = kid
        for name in ("#subform[0]", "form1[0]"):
            entries = {NameObject("/T"): TextStringObject(name), NameObject("/Kids"): ArrayObject([node])}
            node = writer._add_object(DictionaryObject(entries))
        writer.root_object["/AcroForm"].get_object()[NameObject("/Fields")] = ArrayObject([node])

    document = read(rewritten(pdf(together(PAGE, at("Ort der Feier", 70, 580))), tree))
    assert [(item.name, item.label) for item in document.fields] == [("form1[0].#subform[0].Ort[0]", "Ort der Feier")]


def radios(*states: str) -> Draw:
    """A group of round boxes with these states."""

    def paint(canvas: Canvas) -> None:
        for number, state in enumerate(states):
            canvas.acroForm.radio(
                name="form1[0].stand[0]", value=state, x=70, y=600 - 20 * number, size=12, selected=number == 0
            )

    return paint


def group(*captions: str) -> str:
    """The same group in the template."""
    boxes = "".join(asked(f"b{number}", text, ui="<checkButton/>") for number, text in enumerate(captions))
    question = "<caption><value><text>Ihr Familienstand</text></value></caption>"
    return f'<exclGroup name="stand">{question}{boxes}</exclGroup>'


def choices(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.role == "option"]


def test_a_group_gets_question_and_choices_from_the_template() -> None:
    data = hybrid(template(group("ledig", "verwitwet")), PAGE, at("Ihr Familienstand", 70, 640), radios("1", "2"))
    document = read(data)
    (found,) = document.fields
    assert (found.kind, found.label) == ("radio", "Ihr Familienstand")
    assert found.options == ("ledig", "verwitwet")
    assert choices(document) == ["ledig", "verwitwet"]


def test_a_group_of_another_size_keeps_its_choices() -> None:
    data = hybrid(template(group("ledig", "verwitwet", "geschieden")), PAGE, radios("1", "2"))
    assert read(data).fields[0].options == ("1", "2")


def test_choices_in_words_stay() -> None:
    data = hybrid(template(group("L", "V")), PAGE, radios("ledig", "verwitwet"))
    assert read(data).fields[0].options == ("ledig", "verwitwet")


def test_captions_of_a_form_that_was_changed_are_not_believed() -> None:
    """Most captions are nowhere printed: then the one that happens to be is not believed either."""
    body = "".join(
        asked(f"F{number}", f"Alte Frage {word}") for number, word in enumerate("eins zwei drei vier fünf".split())
    )
    names = [f"form1[0].F{number}[0]" for number in range(6)]
    fields = [text_field(name, 250, 640 - 40 * number) for number, name in enumerate(names)]
    data = hybrid(
        template(body + asked("F5", "Ihre Anschrift")),
        PAGE,
        *fields,
        at("Ihre Anschrift", 70, 644),
        at("Ihr Beruf", 70, 444),
    )
    assert {item.label_source for item in read(data).fields} <= {"left", "above", "none", "name"}
    assert field(read(data), "form1[0].F5[0]").label == "Ihr Beruf"


def test_an_equal_caption_of_two_fields_does_not_replace_good_tooltips() -> None:
    body = asked("A", "Familienname") + asked("B", "Familienname")
    data = hybrid(
        template(body),
        *(PAGE, at("Familienname", 70, 604), at("Familienname", 70, 504)),
        text_field("form1[0].A[0]", 200, 600, tooltip="Familienname der Mutter"),
        text_field("form1[0].B[0]", 200, 500, tooltip="Familienname des Vaters"),
    )
    assert [item.label for item in read(data).fields] == ["Familienname der Mutter", "Familienname des Vaters"]


def test_a_box_keeps_the_text_beside_it() -> None:
    body = asked("c1", "Ja", ui="<checkButton/>")
    document = read(hybrid(template(body), PAGE, box("form1[0].c1[0]", 70, 597), at("Ja, mit Hund", 90, 600)))
    assert (document.fields[0].label, document.fields[0].label_source) == ("Ja, mit Hund", "right")


def test_blocks_have_ids_of_their_own_and_the_label_of_the_field() -> None:
    body = asked("Feld", "Ort der Feier", tooltip="Wo feiern Sie?", more="<validate nullTest='error'/>") + draw(
        "Mehr Text"
    )
    document = read(hybrid(template(body), PAGE, at("Ort der Feier", 70, 580), text_field(NAME, 200, 600)))
    assert len({block.id for block in document.blocks}) == len(document.blocks)
    assert [(block.role, block.text) for block in document.blocks if block.field] == [
        ("label", "Ort der Feier"),
        ("hint", "Wo feiern Sie?"),
    ]
    assert not any(block.text == "Mehr Text" for block in document.blocks)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_broken_template_leaves_the_fields_as_they_are(cut: float) -> None:
    data = template(*(asked(f"F{number}", f"Frage {number}") for number in range(20)), asked("Feld", "Ort der Feier"))
    packets = [("template", data[: int(len(data) * cut)])]
    page = pdf(together(PAGE, at("Fahrzeug", 70, 604), text_field(NAME, 200, 600)))
    document = read(rewritten(page, lambda writer: with_packets(writer, packets)))
    assert field(document, NAME).label == "Fahrzeug"
    assert {notice.code for notice in document.notices} == {"template-partly-read"}
