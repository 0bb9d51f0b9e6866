"""Which text names a field: its tooltip, what is printed beside it, its name, or nothing."""

from __future__ import annotations

import pytest
from drawing import PAGE, Draw, at, box, field, form, lines, printed, text_field, texts

from app.reading.tooltips import contradict, from_name, is_broken, is_informative, is_technical, take_apart

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


def test_who_fills_in_a_part_of_the_form_is_no_label() -> None:
    document = form(
        PAGE,
        at("Nicht von der Antragstellerin auszufüllen:", 70, 622),
        text_field("x1", 70, 600),
        at("Amt", 70, 590, 8),
    )
    assert field(document, "x1").label == "Amt"


@pytest.mark.parametrize("little", ["EUR", "in %", "72a", "d."])
def test_a_unit_or_a_number_names_a_field_only_where_nothing_else_does(little: str) -> None:
    document = form(
        PAGE,
        at(little, 222, 622),
        at("Monatliche Miete", 70, 605),
        text_field("x1", 220, 600),
        text_field("x2", 220, 300),
    )
    assert field(document, "x1").label == "Monatliche Miete"


def test_lines_with_colons_are_labels_of_their_own() -> None:
    document = form(
        PAGE,
        lines("Neues Kennzeichen:", "Altes Kennzeichen:", x=70, y=613, leading=14),
        text_field("neu", 200, 611),
        text_field("alt", 200, 592),
    )
    assert [item.label for item in document.fields] == ["Neues Kennzeichen", "Altes Kennzeichen"]


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


@pytest.mark.parametrize(
    ("tooltip", "printed_", "broken"),
    [
        ("Unterschr ft der Rechtspf egerin", "Unterschrift der Rechtspflegerin", True),
        ("Bew", "Bewilligung der Beihilfe", True),
        ("Name der Antragst", "Name der Antragstellerin", True),
        ("Stra\ufffde", "Straße", True),
        ("Tel.", "Telefon", False),
        ("Name", "Name, Vorname", False),
        ("Unterschrift der Rechtspflegerin", "Unterschrift der Rechtspflegerin", False),
        ("Nachname der Halterin", "Nachname", False),
        ("Ort", "Ortsteil", False),
        ("Geburtsdatum der Halterin", "Bewilligung der Beihilfe", False),
    ],
)
def test_tooltips_that_lost_letters_or_their_end(tooltip: str, printed_: str, broken: bool) -> None:
    page = {"ort", "beihilfe", *printed_.lower().replace(",", "").split()}
    assert is_broken(tooltip, printed_, page) is broken


def test_a_broken_tooltip_gives_way_to_the_printed_label() -> None:
    document = form(
        PAGE,
        at("Unterschrift der Pflegekraft", 70, 605),
        text_field("a", 220, 600, tooltip="Unterschr ft der P egekraft"),
        at("Beruf", 70, 575),
        text_field("b", 220, 570, tooltip="Beruf der Halterin"),
    )
    assert field(document, "a").label == "Unterschrift der Pflegekraft"
    assert field(document, "b").label == "Beruf der Halterin"


def test_where_many_tooltips_are_broken_no_tooltip_is_worth_more_than_a_printed_label() -> None:
    rows = ("Unterschrift", "Pflegekraft", "Berufsbild", "Wohnung")
    tips = ("Unterschr ft", "P egekraft", "Berufsb ld", "Feld der Akte")
    draws: list[Draw] = [PAGE]
    for row, (label, tip) in enumerate(zip(rows, tips, strict=True)):
        draws += [at(label, 70, 605 - 40 * row), text_field(f"f{row}", 200, 600 - 40 * row, tooltip=tip)]
    assert [item.label for item in form(*draws).fields] == list(rows)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Vorname", "Straße, Hausnummer", True),
        ("Bisheriges Kennzeichen", "Neues Kennzeichen", False),
        ("Geben Sie sonstige Leistungen an", "Sonstiges", False),
        ("Nachname der Halterin", "ja", False),
        ("Vorname", "", False),
        ("Vorname", "txtStrasse_2", False),
    ],
)
def test_texts_that_contradict_each_other(one: str, other: str, expected: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is expected


def test_what_stands_at_the_field_is_kept_where_the_tooltip_says_something_else() -> None:
    document = form(
        PAGE,
        at("Straße, Hausnummer", 70, 605),
        text_field("a", 220, 600, tooltip="Vorname der Halterin"),
        at("Wohnort", 70, 575),
        text_field("b", 220, 570, tooltip="Wohnort der Halterin"),
    )
    assert [item.printed_label for item in document.fields] == ["Straße, Hausnummer", ""]


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
        "users1 name full",
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


def test_on_a_crowded_page_the_last_fields_have_their_names_only() -> None:
    draws: list[Draw] = [PAGE, at("Wohnort", 70, 25), text_field("wohnort_zuletzt", 130, 20, width=60)]
    draws += [text_field(f"Text{n}", 20 + 13 * (n % 40), 760 - 22 * (n // 40), width=10) for n in range(800)]
    document = form(*draws)
    assert len(document.fields) == 801
    assert field(document, "wohnort_zuletzt").label_source == "name"


def test_a_star_beside_a_field_with_a_tooltip_still_counts() -> None:
    document = form(PAGE, at("Wohnort *", 70, 605), text_field("ort", 130, 600, tooltip="Wohnort der Halterin"))
    found = field(document, "ort")
    assert (found.label, found.required, found.required_source) == ("Wohnort der Halterin", True, "text")
