"""Dynamic XFA forms: the page only asks to wait, texts and fields come out of the template."""

from __future__ import annotations

import pytest
from drawing import PAGE, lines, pdf, read, rewritten, texts
from xfa_files import WAIT, draw, dynamic, field, packets_of, rich, subform, template, with_packets

from app.errors import DynamicXfa, TooLarge
from app.model import Document
from app.reading import guard
from app.reading import read as read_any
from app.reading.limits import Limits
from app.settings import Settings

SENTENCE = "Die Stadt Lindenbach an der Queich prüft Ihren Antrag innerhalb von vier Wochen."


def form(*body: str, **more: str) -> Document:
    """The document of a dynamic form with this template."""
    return read(dynamic(template(*body, **more)))


def labels(document: Document) -> list[str]:
    return [item.label for item in document.fields]


def codes(document: Document) -> set[str]:
    return {notice.code for notice in document.notices}


def test_a_dynamic_form_is_read_and_says_so() -> None:
    document = form(
        draw("Antrag auf einen Bewohnerparkausweis", size=16, bold=True), draw(SENTENCE), field("Name", "Ihr Name")
    )
    assert texts(document, "title") == ["Antrag auf einen Bewohnerparkausweis"]
    assert texts(document, "paragraph") == [SENTENCE]
    assert labels(document) == ["Ihr Name"]
    (notice,) = document.notices
    assert notice.code == "dynamic-xfa-template"
    assert "Vorlage" in notice.message


def test_nothing_of_the_waiting_page_is_left() -> None:
    assert not any("warten" in text for text in texts(form(draw(SENTENCE))))


def test_it_is_read_in_the_guarded_process() -> None:
    try:
        document = read_any(dynamic(template(draw(SENTENCE), field("Name", "Ihr Name"))), settings=Settings())
    finally:
        guard.close()
    assert texts(document) == [SENTENCE]
    assert labels(document) == ["Ihr Name"]


@pytest.mark.parametrize(
    "page",
    [
        lines("Please wait..."),
        lines("Bitte warten …"),
        lines(*WAIT),
        lines("Please wait...", "If this message is not eventually replaced by the proper contents of the document,"),
        lines("The document you are trying to load requires Adobe Reader 8 or higher."),
        lambda _canvas: None,
    ],
    ids=["please wait", "Bitte warten", "long German", "long English", "newer reader", "empty page"],
)
def test_pages_that_only_ask_to_wait(page: object) -> None:
    assert texts(read(dynamic(template(draw(SENTENCE)), page=page))) == [SENTENCE]  # type: ignore[arg-type]


def test_a_page_with_a_text_of_its_own_is_read_as_a_page() -> None:
    document = read(dynamic(template(draw("Nur in der Vorlage.")), page=lines(SENTENCE)))
    assert texts(document) == [SENTENCE]


def test_a_long_letter_that_asks_to_wait_is_no_placeholder() -> None:
    letter = lines("Bitte warten Sie mit der Zahlung auf den Bescheid.", *[SENTENCE] * 20)
    assert any("Zahlung" in text for text in texts(read(dynamic(template(draw("Vorlage.")), page=letter))))


@pytest.mark.parametrize(
    ("ui", "kind"),
    [
        ("<textEdit multiLine='1'/>", "text"),
        ("<numericEdit/>", "text"),
        ("<dateTimeEdit/>", "text"),
        ("<passwordEdit/>", "text"),
        ("<checkButton shape='square'/>", "check"),
        ("<choiceList open='onEntry'/>", "combo"),
        ("<choiceList/>", "combo"),
        ("<choiceList open='always'/>", "list"),
        ("<choiceList open='multiSelect'/>", "list"),
        ("<signature/>", "signature"),
        ("", "text"),
    ],
)
def test_kinds(ui: str, kind: str) -> None:
    assert [item.kind for item in form(field("feld", "Ihre Angabe", ui=ui)).fields] == [kind]


@pytest.mark.parametrize("ui", ["<button highlight='push'/>", "<barcode type='pdf417'/>"])
def test_buttons_and_barcodes_are_nothing_to_fill_in(ui: str) -> None:
    assert form(draw(SENTENCE), field("drucken", "Formular drucken", ui=ui)).fields == ()


def test_everything_that_a_field_says() -> None:
    more = '<value><text maxChars="5"/></value><validate nullTest="error"/>'
    document = form(
        field("PLZ", "Postleitzahl:", tooltip="Fünf Ziffern", speak="Postleitzahl Ihrer Wohnung", more=more)
    )
    (found,) = document.fields
    assert (found.name, found.label, found.label_source) == ("form1[0].PLZ[0]", "Postleitzahl", "xfa")
    assert (found.tooltip, found.max_length) == ("Fünf Ziffern", 5)
    assert (found.required, found.required_source) == (True, "flag")
    assert [(block.role, block.text) for block in document.blocks] == [
        ("label", "Postleitzahl"),
        ("hint", "Fünf Ziffern"),
    ]


@pytest.mark.parametrize(
    ("parts", "label", "source"),
    [
        ({"caption": "Kennzeichen des Fahrzeugs"}, "Kennzeichen des Fahrzeugs", "xfa"),
        ({"caption": "Textfeld", "tooltip": "Telefon am Tag"}, "Telefon am Tag", "tooltip"),
        ({"caption": "Text Field", "speak": "Telefon am Tag"}, "Telefon am Tag", "xfa"),
        ({"caption": "von", "tooltip": "Beginn der Nutzung"}, "Beginn der Nutzung", "tooltip"),
        ({"caption": "EUR"}, "EUR", "xfa"),
        ({"caption": "   "}, "Geburtsort", "name"),
        ({}, "Geburtsort", "name"),
    ],
    ids=["caption", "placeholder", "English placeholder", "caption says little", "unit", "blank", "nothing"],
)
def test_the_label(parts: dict[str, str], label: str, source: str) -> None:
    (found,) = form(draw(SENTENCE), subform(field("Geburtsort", **parts))).fields
    assert (found.label, found.label_source) == (label, source)


def test_a_field_without_any_label_has_an_empty_one() -> None:
    document = form(draw(SENTENCE), subform(field("f1_01")))
    assert [(block.text, block.field) for block in document.blocks if block.role == "label"] == [
        ("", "form1[0].#subform[0].f1_01[0]")
    ]


@pytest.mark.parametrize(
    ("more", "length"),
    [
        ('<value><text maxChars="7"/></value>', 7),
        ('<value><text maxChars="0"/></value>', None),
        ("<validate><picture>text{99999}</picture></validate>", 5),
        ("<validate><picture>text{99999-9999}|text{99999}</picture></validate>", 10),
        ("<format><picture>text{99999}</picture></format>", None),
        ("<validate><picture>date{DD.MM.YYYY}</picture></validate>", None),
        ("<validate><picture>text{999</picture></validate>", None),
    ],
)
def test_how_much_may_be_written_in(more: str, length: int | None) -> None:
    assert [item.max_length for item in form(field("a", "Ihre Postleitzahl", more=more)).fields] == [length]


def test_boxes_for_single_letters_count() -> None:
    comb = '<textEdit><comb numberOfCells="22"/></textEdit>'
    assert [item.max_length for item in form(field("a", "Ihre IBAN", ui=comb)).fields] == [22]


def test_no_nulltest_or_a_weak_one_is_not_required() -> None:
    weak = '<validate nullTest="warning"/>'
    assert [item.required for item in form(field("a", "Ihr Beruf"), field("b", "Ihr Fax", more=weak)).fields] == [
        False
    ] * 2


@pytest.mark.parametrize(
    ("legend", "caption", "required"),
    [
        ("", "Ihr Beruf *", True),
        ("* Diese Felder müssen Sie ausfüllen (Pflichtfelder).", "Ihr Beruf *", True),
        ("Mit * gekennzeichnete Angaben sind freiwillig.", "Ihr Beruf *", False),
        ("", "Ihr Beruf (freiwillig)", False),
    ],
)
def test_what_a_star_means_is_what_the_form_says(legend: str, caption: str, *, required: bool) -> None:
    (found,) = form(draw(legend), field("a", caption)).fields
    assert (found.required, found.required_source) == (required, "text" if required else "none")
    assert found.label.startswith("Ihr Beruf")


def test_choices_are_what_is_shown_not_what_is_stored() -> None:
    stored = '<items save="1" presence="hidden"><text>01</text><text>02</text></items>'
    items = f"{stored}<items><text>ledig</text><text>verwitwet</text></items>"
    (found,) = form(field("stand", "Familienstand", ui="<choiceList/>", more=items)).fields
    assert found.options == ("ledig", "verwitwet")


def test_the_states_of_a_check_box_are_no_choices() -> None:
    states = "<items><text>1</text><text>0</text></items>"
    (found,) = form(field("hund", "Ich habe einen Hund.", ui="<checkButton/>", more=states)).fields
    assert (found.kind, found.options) == ("check", ())


def test_boxes_that_exclude_each_other_are_one_question() -> None:
    boxes = field("ja", "Ja, seit Jahren", ui="<checkButton shape='round'/>") + field(
        "nein", "Nein", ui="<checkButton/>"
    )
    question = "<caption><value><text>Wohnen Sie in Lindenbach?</text></value></caption>"
    (found,) = form(f'<exclGroup name="wohnt">{question}{boxes}</exclGroup>').fields
    assert (found.kind, found.name, found.label) == ("radio", "form1[0].wohnt[0]", "Wohnen Sie in Lindenbach?")
    assert found.options == ("Ja, seit Jahren", "Nein")


def test_a_group_takes_the_question_printed_above_it() -> None:
    boxes = "".join(field(name, text, ui="<checkButton/>") for name, text in (("a", "Montag"), ("b", "Freitag")))
    document = form(
        subform(
            draw("Welcher Tag passt Ihnen?"), f'<exclGroup name="tag">{boxes}</exclGroup>', attributes='layout="tb"'
        )
    )
    assert [(item.label, item.label_source) for item in document.fields] == [("Welcher Tag passt Ihnen?", "above")]


@pytest.mark.parametrize("presence", ["hidden", "invisible", "inactive"])
def test_what_is_not_shown_is_not_read(presence: str) -> None:
    away = f'presence="{presence}"'
    document = form(
        draw(SENTENCE),
        draw("Interne Prüfziffer der Kasse", place=away),
        field("geheim", "Bearbeitungsvermerk", attributes=away),
        subform(draw("Angaben zum zweiten Kind"), field("kind2", "Name des Kindes"), attributes=away),
    )
    assert (texts(document), document.fields) == ([SENTENCE], ())
    assert codes(document) == {"dynamic-xfa-template", "hidden-sections"}


def test_a_hidden_field_alone_is_no_hidden_section() -> None:
    assert "hidden-sections" not in codes(form(draw(SENTENCE), field("x", "X", attributes='presence="hidden"')))


def test_names_count_equal_ones_and_hidden_ones_too() -> None:
    row = field("Name", "Name des Kindes")
    hidden = field("Name", "weg", attributes='presence="hidden"')
    document = form(subform(row, hidden, row), subform(row, name="Kind"), subform(row))
    assert [item.name for item in document.fields] == [
        "form1[0].#subform[0].Name[0]",
        "form1[0].#subform[0].Name[2]",
        "form1[0].Kind[0].Name[0]",
        "form1[0].#subform[1].Name[0]",
    ]


def test_rich_text_becomes_headings_paragraphs_and_items() -> None:
    document = form(
        rich(
            '<p style="font-size:14pt;font-weight:bold">Ihre Wohnung</p><p style="font-size:10pt">Wir brauchen '
            "Angaben zu\n Ihrer <b>Wohnung</b>, damit wir den Betrag berechnen können.</p>"
            "<ul><li>Mietvertrag</li><li>Ausweis</li></ul>"
        )
    )
    assert texts(document, "title", "heading") == ["Ihre Wohnung"]
    assert texts(document, "paragraph") == [
        "Wir brauchen Angaben zu Ihrer Wohnung, damit wir den Betrag berechnen können."
    ]
    assert texts(document, "item") == ["Mietvertrag", "Ausweis"]


def test_a_value_inside_a_sentence_leaves_a_gap() -> None:
    embedded = '<span xfa:embed="#f1" xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"/>'
    assert texts(form(rich(f"<p>Wir zahlen Ihnen {embedded} Euro im Monat aus.</p>"))) == [
        "Wir zahlen Ihnen ____ Euro im Monat aus."
    ]


def test_hidden_rich_text_is_left_out() -> None:
    assert texts(form(rich('<p>Bitte unterschreiben Sie hier.</p><p style="display:none">Entwurf</p>'))) == [
        "Bitte unterschreiben Sie hier."
    ]


def test_line_breaks_of_the_editor_do_not_cut_sentences() -> None:
    text = "Legen Sie den letzten Bescheid und alle Belege über Ihr\nEinkommen bei, damit wir rechnen können.\n\nDanke!"
    assert texts(form(draw(text)))[0] == text.split("\n\n", maxsplit=1)[0].replace("\n", " ")


def test_lines_of_an_address_stay_apart() -> None:
    assert texts(form(draw("Stadt Lindenbach\nBürgerbüro\n76999 Lindenbach"))) == [
        "Stadt Lindenbach",
        "Bürgerbüro",
        "76999 Lindenbach",
    ]


def test_a_declaration_beside_a_box_is_read_as_text_too() -> None:
    declaration = "Ich versichere, dass meine Angaben richtig und vollständig sind."
    document = form(field("ja", declaration, ui="<checkButton/>"))
    assert texts(document, "paragraph") == [declaration]
    assert labels(document) == ["Ich versichere, dass meine Angaben richtig und vollständig sind."]


def test_a_field_that_only_shows_a_text_is_a_text() -> None:
    value = f"<value><text>{SENTENCE}</text></value>"
    document = form(field("info", more=value, attributes='access="readOnly"'), field("name", "Ihr Name", more=value))
    assert texts(document) == [SENTENCE]
    assert labels(document) == ["Ihr Name"]


def test_read_only_sections_hand_that_down() -> None:
    (found,) = form(subform(field("nr", "Aktenzeichen des Amtes"), attributes='access="protected"')).fields
    assert found.read_only


def test_the_page_area_is_furniture_with_its_foot_last() -> None:
    page = draw("Formular L-17, Seite 1", place='x="20mm" y="285mm" w="60mm" h="5mm"') + draw(
        "Stadt Lindenbach", place='x="20mm" y="8mm" w="60mm" h="5mm"'
    )
    document = form(draw(SENTENCE), page=page)
    assert [(block.text, block.role) for block in document.blocks] == [
        ("Stadt Lindenbach", "furniture"),
        (SENTENCE, "paragraph"),
        ("Formular L-17, Seite 1", "furniture"),
    ]


def test_a_form_that_is_all_page_area_is_no_furniture() -> None:
    assert texts(form(page=draw(SENTENCE)), "paragraph") == [SENTENCE]


def test_prototypes_are_filled_in() -> None:
    assert labels(
        form(
            field("Ort", attributes='use="#vorbild"'),
            '<proto><field id="vorbild"><caption><value><text>Ort der Feier</text></value></caption></field></proto>',
        )
    ) == ["Ort der Feier"]


@pytest.mark.parametrize("single", [False, True])
def test_packets_in_an_array_or_in_one_stream(*, single: bool) -> None:
    assert texts(read(dynamic(template(draw(SENTENCE)), single=single))) == [SENTENCE]


def test_a_template_cut_into_streams_is_put_together() -> None:
    data = template(draw(SENTENCE))
    half = len(data) // 2
    packets = [("preamble", b"<xdp>"), ("template", data[:half]), ("", data[half:]), ("postamble", b"</xdp>")]
    document = read(dynamic(packets))
    assert texts(document) == [SENTENCE]
    assert "template-partly-read" not in codes(document)


def test_utf_16_is_read() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?>' + template(draw("Straße und Hausnummer angeben.")).decode()
    assert texts(read(dynamic([("template", data.encode("utf-16"))]))) == ["Straße und Hausnummer angeben."]


def test_an_encrypted_file_with_an_empty_password() -> None:
    data = dynamic(template(draw(SENTENCE)))
    locked = rewritten(data, lambda writer: writer.encrypt("", "geheim", algorithm="RC4-128"))
    assert texts(read(locked)) == [SENTENCE]


def test_too_many_fields() -> None:
    data = dynamic(template(*(field(f"f{number}", "Ihr Name") for number in range(11))))
    with pytest.raises(TooLarge):
        read(data, Limits(max_fields=10))


def test_a_form_with_xfa_but_without_a_template_and_a_real_page() -> None:
    data = rewritten(pdf(PAGE), lambda writer: with_packets(writer, b"<xdp/>"))
    assert len(texts(read(data))) == 1


@pytest.mark.parametrize(
    "packets",
    [
        [("template", b"")],
        [("template", b"<template/>")],
        [("datasets", b"<datasets/>")],
        [("template", b"\x00\xff\xfe nothing of XML")],
        packets_of(template(field("a"), "<draw><value><rectangle/></value></draw>")),
        [],
    ],
    ids=["empty", "no form", "no template", "no XML", "no word", "no packet"],
)
def test_a_template_that_says_nothing_is_an_error(packets: list[tuple[str, bytes]]) -> None:
    with pytest.raises(DynamicXfa):
        read(dynamic(packets))
