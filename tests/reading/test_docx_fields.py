"""The fields of Word documents: content controls, legacy fields, lines, boxes and empty cells, with their labels."""

from __future__ import annotations

from typing import Any

import pytest
from docx_files import BORDERS, IN_LIST, bullets, cell, docx, legacy, p, run, sdt, table

from app.model import Document, Field
from app.reading.docx import read_docx
from app.reading.limits import Limits

PLACEHOLDER = run("Klicken oder tippen Sie hier, um Text einzugeben.")
TEXT, DATE, CHECK = "<w:text/>", "<w:date/>", "<w14:checkbox/>"
NO_LINES = "<w:tblPr/>"
LEADER = '<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="5000"/></w:tabs>'
TAB = "<w:r><w:tab/></w:r>"


def read(body: str, **parts: str) -> Document:
    return read_docx(docx(body, **parts), name=None, limits=Limits())


def seen(body: str, **parts: str) -> list[tuple[str, str, str]]:
    """Kind, label and source of the label of each field."""
    return [(one.kind, one.label, one.label_source) for one in read(body, **parts).fields]


def only(body: str) -> Field:
    (found,) = read(body).fields
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Ihr Name: ", sdt(TEXT, PLACEHOLDER)), ("text", "Ihr Name:", "left")),
        (p("Ihr Name: ", sdt(TEXT, PLACEHOLDER, alias="Ihr voller Name")), ("text", "Ihr voller Name", "tooltip")),
        (p("Ihr Name: ", sdt(TEXT, PLACEHOLDER, alias="txtName_2")), ("text", "Ihr Name:", "left")),
        (p("Geboren am ", sdt(DATE, PLACEHOLDER)), ("text", "Geboren am", "left")),
        (p(sdt(CHECK, run("☐"), empty=False), " Ich bin ledig."), ("check", "Ich bin ledig.", "right")),
        (p("Ihr Name:") + sdt(TEXT, p(PLACEHOLDER)), ("text", "Ihr Name:", "above")),
        (p(sdt(TEXT, run("Ihr Spitzname"))), ("text", "Ihr Spitzname", "inside")),
        (p(sdt(TEXT, PLACEHOLDER, tag="person_geburtsort")), ("text", "Person geburtsort", "name")),
        (p(sdt(TEXT, PLACEHOLDER)), ("text", "", "none")),
        (p("Name: ", legacy("FORMTEXT", '<w:name w:val="Text1"/>')), ("text", "Name:", "left")),
        (p("Name: ", '<w:fldSimple w:instr=" FORMTEXT "/>'), ("text", "Name:", "left")),
        (p(legacy("FORMCHECKBOX", "<w:checkBox/>"), " verheiratet"), ("check", "verheiratet", "right")),
        (p("Name: ", legacy("MACROBUTTON NoMacro [Ihr Name]")), ("text", "Name:", "left")),
        (table(("Name", cell(p(sdt(TEXT, PLACEHOLDER))))), ("text", "Name", "left")),
        (table(("Name", sdt(TEXT, cell(p(PLACEHOLDER))))), ("text", "Name", "left")),
        (table((cell(p(sdt(CHECK, run("☐"), empty=False))), "Ich bin ledig"), look=NO_LINES),
         ("check", "Ich bin ledig", "right")),
        (p("Name: ______"), ("text", "Name:", "left")),
        (p("Name ..................."), ("text", "Name", "left")),
        (p("Name ", TAB, look=LEADER), ("text", "Name", "left")),
        (p("Name: ", "<w:r><w:rPr><w:u w:val='single'/></w:rPr><w:tab/><w:tab/></w:r>"), ("text", "Name:", "left")),
        (p("Wir zahlen Ihnen ____ EUR im Monat."), ("text", "Wir zahlen Ihnen", "left")),
        (p("☐ Ich bin ledig"), ("check", "Ich bin ledig", "right")),
        (p("<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>", " Ich bin ledig"),
         ("check", "Ich bin ledig", "right")),
        (p("Ich bin ledig ☐"), ("check", "Ich bin ledig", "left")),
        (p("__________") + p("Ort, Datum"), ("text", "Ort, Datum", "below")),
        (p("__________", "<w:r><w:br/></w:r>", "Unterschrift"), ("signature", "Unterschrift", "below")),
        (table(("Name", "")), ("text", "Name", "left")),
        (table((cell("Name", ""),)), ("text", "Name", "inside")),
        (table(("Name", cell("", look='<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>')), look=NO_LINES),
         ("text", "Name", "left")),
    ],
)  # fmt: skip
def test_where_a_label_comes_from(body: str, expected: tuple[str, str, str]) -> None:
    assert seen(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        p("Kreuzen Sie bitte das Feld an (☒)."),
        p("Antrag auf Geld", TAB, "7", look=LEADER),
        p("Und so weiter und so fort..."),
        p("Wir prüfen das …"),
        p("Nur ", run("ein ", "<w:u w:val='single'/>"), "Wort ist unterstrichen."),
        p("Weg ist ", f"<w:del>{legacy('FORMTEXT')}</w:del>", " das Feld."),
        table(("Name", ""), look=NO_LINES),
        table(("", "Mutter", "Vater"), ("Beruf", "Ärztin", "Lehrer")),
        table(("Gebühr", "25 Euro"), ("Frist", "ein Monat")),
        table(("Bitte reichen Sie den Antrag bald bei uns ein.", "")),
        table(("Name", cell("", look='<w:tcW w:w="120" w:type="dxa"/>'))),
        table(("Wappen", cell("<w:p><w:r><w:drawing/></w:r></w:p>"))),
        table((cell("Das ist ein ganzer Satz zum Lesen.", ""),)),
        sdt("<w:docPartObj/>", p("Der Inhalt ist da."), empty=False),
        sdt("<w:text/>", p("Antrag auf Geld"), empty=False, more="<w:dataBinding/>"),
    ],
)
def test_what_is_no_field(body: str) -> None:
    assert read(body).fields == ()


def test_a_content_control_says_all_it_knows() -> None:
    items = '<w:listItem w:displayText="Wählen Sie ein Element aus." w:value=""/>'
    items += '<w:listItem w:displayText="ledig" w:value="1"/><w:listItem w:value="verheiratet"/>'
    control = sdt(
        f"<w:dropDownList>{items}</w:dropDownList>",
        run("Wählen Sie Ihren Stand"),
        alias="Ihr Familienstand",
        tag="stand",
        more='<w:lock w:val="contentLocked"/>',
    )
    document = read(p("Stand: ", control))
    (one,) = document.fields
    assert (one.name, one.kind, one.tooltip, one.options) == (
        "stand",
        "combo",
        "Ihr Familienstand",
        ("ledig", "verheiratet"),
    )
    assert (one.read_only, one.source) == (True, "form")
    assert [(block.id, block.role, block.text) for block in document.blocks if block.field == "stand"] == [
        ("f1label", "label", "Ihr Familienstand"),
        ("f1placeholder", "hint", "Wählen Sie Ihren Stand"),
        ("f1o1", "option", "ledig"),
        ("f1o2", "option", "verheiratet"),
    ]


def test_a_legacy_field_says_all_it_knows() -> None:
    data = (
        '<w:name w:val="plz"/><w:enabled w:val="0"/><w:helpText w:type="text" w:val="Fünf Ziffern."/>'
        '<w:statusText w:type="text" w:val="Postleitzahl Ihres Wohnorts"/>'
        '<w:textInput><w:default w:val="12345"/><w:maxLength w:val="5"/></w:textInput>'
    )
    document = read(p("PLZ: ", legacy("FORMTEXT", data, result="76999")))
    (one,) = document.fields
    assert (one.name, one.max_length, one.read_only) == ("plz", 5, True)
    assert (one.label, one.label_source, one.tooltip) == (
        "Postleitzahl Ihres Wohnorts",
        "tooltip",
        "Postleitzahl Ihres Wohnorts",
    )
    assert [block.text for block in document.blocks if block.role == "hint"] == ["Fünf Ziffern."]
    assert "76999" not in document.model_dump_json()


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (p("Einzug: ", sdt(DATE, PLACEHOLDER)), "date"),
        (p("Geburtsdatum: ", sdt(DATE, PLACEHOLDER)), None),  # the label says more
        (p("Was noch? ", sdt('<w:text w:multiLine="1"/>', PLACEHOLDER)), "free-text"),
        (p("Was noch? ", sdt(TEXT, PLACEHOLDER)), None),
        (p("Einzug: ", legacy("FORMTEXT", '<w:textInput><w:type w:val="date"/></w:textInput>')), "date"),
    ],
)
def test_what_a_field_says_of_its_answer(body: str, answer: str | None) -> None:
    assert only(body).answer == answer


def test_a_legacy_list_has_its_entries() -> None:
    data = '<w:ddList><w:listEntry w:val="Herr"/><w:listEntry w:val="Frau"/></w:ddList>'
    one = only(p("Anrede: ", legacy("FORMDROPDOWN", data)))
    assert (one.kind, one.options) == ("combo", ("Herr", "Frau"))


@pytest.mark.parametrize("empty", [False, True])
def test_what_somebody_filled_in_is_no_text_of_the_form(empty: bool) -> None:
    document = read(p("Name: ", sdt(TEXT, run("Klicken Sie hier" if empty else "Erika Beispiel"), empty=empty)))
    assert [block.text for block in document.blocks] == ["Name:", "Name:"]


def test_fields_of_one_name_are_told_apart() -> None:
    document = read(p("Name: ", sdt(TEXT, "", tag="n")) + p("Ort: ", sdt(TEXT, "", tag="n")))
    assert [one.name for one in document.fields] == ["n", "n#2"]


def test_two_fields_in_a_line_and_lines_with_names_below() -> None:
    assert seen(p("Name: ____ Vorname: ____")) == [("text", "Name:", "left"), ("text", "Vorname:", "left")]
    below = p("_________", TAB, "_________") + p("Ort, Datum", TAB, "Unterschrift")
    assert seen(below) == [("text", "Ort, Datum", "below"), ("signature", "Unterschrift", "below")]


@pytest.mark.parametrize(
    "body",
    [
        p("Familienstand: ☐ ledig ☐ verheiratet"),
        p("Familienstand:") + p("☐ ledig") + p("☐ verheiratet"),
        table(("Familienstand:", "☐ ledig ☐ verheiratet")),
    ],
)
def test_boxes_are_asked_together(body: str) -> None:
    found = read(body).fields
    assert [(one.kind, one.label) for one in found] == [("check", "ledig"), ("check", "verheiratet")]
    assert {(one.group or "").rstrip(":") for one in found} == {"Familienstand"}


def test_a_question_asks_no_later_boxes() -> None:
    found = read(p("Sind Sie ledig?") + p("☐ ja") + p("Das ist wichtig für uns.") + p("☐ Ich bin krank")).fields
    assert [one.group for one in found] == ["Sind Sie ledig?", None]


def test_bullets_that_are_boxes() -> None:
    found = seen(p("Mietvertrag", look=IN_LIST) + p("Ausweis", look=IN_LIST), numbering=bullets("☐"))
    assert found == [("check", "Mietvertrag", "right"), ("check", "Ausweis", "right")]


def test_rows_and_columns_name_a_cell() -> None:
    body = table(("Art", "Betrag", "Seit"), ("Lohn", "", ""), ("Rente", "", ""))
    assert [label for _, label, _ in seen(body)] == [
        "Lohn – Betrag",
        "Lohn – Seit",
        "Rente – Betrag",
        "Rente – Seit",
    ]
    assert [label for _, label, _ in seen(table(("Name", "Geburtstag"), ("", ""), ("", "")))] == [
        "Name",
        "Geburtstag",
        "Name",
        "Geburtstag",
    ]


def test_an_amount_above_an_empty_cell_is_no_head() -> None:
    body = table(("Kosten", ""), ("Miete", "500 Euro"), ("Heizung", ""))
    assert [label for _, label, _ in seen(body)] == ["Kosten", "Heizung"]


def test_a_merged_cell_names_its_rows() -> None:
    begin = cell("Kind", look='<w:vMerge w:val="restart"/>')
    goes_on = cell("", look="<w:vMerge/>")
    assert [label for _, label, _ in seen(table((begin, ""), (goes_on, "")))] == ["Kind", "Kind"]


@pytest.mark.parametrize(
    ("body", "required"),
    [
        (p("Name*: ______"), True),
        (p("Name (Pflichtfeld): ______"), True),
        (p("Telefon (freiwillig): ______"), False),
        (table(("Name *", "")), True),
    ],
)
def test_what_must_be_filled_in(body: str, required: bool) -> None:
    one = only(body)
    assert (one.required, one.required_source) == (required, "text")
    assert "*" not in one.label


def test_gaps_stay_inside_their_sentence() -> None:
    document = read(p("Ich erhalte ______ Euro im Monat."))
    assert (document.blocks[0].role, document.blocks[0].text) == ("paragraph", "Ich erhalte … Euro im Monat.")


@pytest.mark.parametrize("look", [BORDERS, NO_LINES])
def test_controls_in_a_matrix(look: str) -> None:
    box: Any = cell(p(sdt(CHECK, run("☐"), empty=False)))
    found = read(table(("Pflege", "ja", "nein"), ("Mutter", box, box), ("Vater", box, box), look=look)).fields
    assert [one.label for one in found] == ["Mutter – ja", "Mutter – nein", "Vater – ja", "Vater – nein"]
    assert [one.group for one in found] == ["Mutter", "Mutter", "Vater", "Vater"]
