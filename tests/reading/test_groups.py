"""Boxes to tick that answer one question: who belongs together, what is asked, and where a question ends."""

from __future__ import annotations

import pytest
from drawing import PAGE, Draw, at, box, field, form, lines, text_field
from reportlab.pdfgen.canvas import Canvas

from app.reading.tooltips import take_apart

HEATING = ("Öl", "Gas", "Fernwärme")


def option(name: str, text: str, x: float, y: float) -> list[Draw]:
    return [box(name, x, y), at(text, x + 18, y + 3)]


def groups(*draws: Draw) -> dict[str, str | None]:
    return {item.name: item.group for item in form(PAGE, *draws).fields}


def test_boxes_one_under_the_other_answer_the_question_above() -> None:
    draws = [draw for row, text in enumerate(HEATING) for draw in option(f"h{row}", text, 70, 600 - 18 * row)]
    assert groups(at("Womit heizen Sie?", 70, 622), *draws) == dict.fromkeys(("h0", "h1", "h2"), "Womit heizen Sie?")


def test_boxes_in_a_row_answer_the_question_on_their_left() -> None:
    draws = [*option("ja", "ja", 300, 600), *option("nein", "nein", 350, 600)]
    question = "Haben Sie einen Hund?"
    assert groups(at(question, 70, 603), *draws) == {"ja": question, "nein": question}


def test_each_row_with_a_question_is_a_group_although_the_boxes_stand_in_columns() -> None:
    draws: list[Draw] = []
    for row, question in enumerate(("Besitzen Sie ein Auto?", "Besitzen Sie ein Haus?")):
        y = 600 - 18 * row
        draws += [at(question, 70, y + 3), *option(f"ja{row}", "ja", 300, y), *option(f"nein{row}", "nein", 350, y)]
    assert groups(*draws) == {
        "ja0": "Besitzen Sie ein Auto?",
        "nein0": "Besitzen Sie ein Auto?",
        "ja1": "Besitzen Sie ein Haus?",
        "nein1": "Besitzen Sie ein Haus?",
    }


def test_two_questions_one_under_the_other_stay_apart() -> None:
    document = groups(
        at("Sind Sie verheiratet?", 70, 640),
        *option("v1", "ja", 70, 620),
        *option("v2", "nein", 70, 602),
        at("Sind Sie schwerbehindert?", 70, 580),
        *option("s1", "ja", 70, 560),
        *option("s2", "nein", 70, 542),
    )
    assert document == {
        "v1": "Sind Sie verheiratet?",
        "v2": "Sind Sie verheiratet?",
        "s1": "Sind Sie schwerbehindert?",
        "s2": "Sind Sie schwerbehindert?",
    }


def test_options_in_two_columns_belong_to_one_question() -> None:
    draws: list[Draw] = [at("Wie möchten Sie zahlen?", 70, 622)]
    for column, texts in enumerate((("bar", "mit Karte"), ("durch Überweisung", "durch Lastschrift"))):
        for row, text in enumerate(texts):
            draws += option(f"z{column}{row}", text, 70 + 150 * column, 600 - 18 * row)
    assert set(groups(*draws).values()) == {"Wie möchten Sie zahlen?"}


def test_a_question_over_two_lines_with_a_remark_is_whole() -> None:
    found = groups(
        at("Leben Sie mit anderen Personen in einem Haushalt?", 70, 634),
        at("(Hinweis 8 zum Haushalt)", 70, 621),
        *option("ja", "ja", 70, 600),
        *option("nein", "nein", 70, 582),
    )
    assert found["nein"] == "Leben Sie mit anderen Personen in einem Haushalt? (Hinweis 8 zum Haushalt)"


def test_the_number_of_a_question_is_no_part_of_it() -> None:
    found = groups(at("12. Womit heizen Sie?", 70, 622), *option("a", "Öl", 70, 600), *option("b", "Gas", 70, 582))
    assert found["a"] == "Womit heizen Sie?"


def test_radio_buttons_are_called_like_their_question() -> None:
    def radios(canvas: Canvas) -> None:
        for y, value in ((600, "1"), (582, "2")):
            canvas.acroForm.radio(name="stand", value=value, x=70, y=y, size=12, selected=value == "1")

    document = form(
        PAGE, at("Wie ist Ihr Familienstand?", 70, 622), radios, at("ledig", 90, 603), at("verwitwet", 90, 585)
    )
    (found,) = document.fields
    assert (found.label, set(found.options), found.group) == (
        "Wie ist Ihr Familienstand?",
        {"ledig", "verwitwet"},
        None,
    )


TRAPS: dict[str, tuple[list[Draw], str]] = {
    "a single consent has no question": (
        [at("Datenschutz", 70, 630), *option("a", "Ich habe die Hinweise gelesen.", 70, 600)],
        "a",
    ),
    "a heading far above asks nothing": (
        [
            lines("Angaben zur Heizung", x=70, y=700, font="Helvetica-Bold"),
            *option("a", "Öl", 70, 600),
            *option("b", "Gas", 70, 582),
        ],
        "a",
    ),
    "a text behind another field is not the question": (
        [
            at("Wie heißt Ihr Vermieter?", 70, 640),
            text_field("v", 70, 615, width=300),
            *option("a", "Öl", 70, 595),
            *option("b", "Gas", 70, 577),
        ],
        "a",
    ),
    "the label of a field to write in is not the question of the boxes under it": (
        [
            at("Trinkgeld", 70, 623),
            text_field("g", 300, 618, width=80),
            *option("a", "Provision", 70, 600),
            *option("b", "Zulage", 170, 600),
        ],
        "a",
    ),
    "a text field has no question": ([at("Wie heißen Sie?", 70, 622), text_field("t", 70, 600)], "t"),
}


@pytest.mark.parametrize("case", TRAPS, ids=list(TRAPS))
def test_what_is_no_group(case: str) -> None:
    draws, name = TRAPS[case]
    assert field(form(PAGE, *draws), name).group is None


def test_boxes_named_on_their_left_do_not_ask_their_neighbours() -> None:
    draws: list[Draw] = []
    for row, texts in enumerate((("Taxi", "Mietwagen"), ("Reisebus", "Linienbus"))):
        for column, text in enumerate(texts):
            x = 130 + 180 * column
            draws += [at(text, x - 55, 603 - 20 * row), box(f"f{row}{column}", x, 600 - 20 * row)]
    document = form(PAGE, *draws)
    assert [(item.label, item.group) for item in document.fields] == [
        ("Taxi", None),
        ("Mietwagen", None),
        ("Reisebus", None),
        ("Linienbus", None),
    ]


def test_a_box_above_asks_only_those_indented_under_it() -> None:
    found = groups(
        *option("a", "Ich stelle den Antrag als", 70, 620),
        *option("b", "Mutter oder Vater", 100, 602),
        *option("c", "Vormund", 100, 584),
        *option("d", "Ich habe einen Hund.", 70, 540),
        *option("e", "ja", 70, 522),
        *option("f", "nein", 130, 522),
    )
    assert (found["b"], found["c"]) == ("Ich stelle den Antrag als", "Ich stelle den Antrag als")
    assert (found["e"], found["f"]) == (None, None)


def test_a_radio_button_with_all_its_options_belongs_to_no_question_above() -> None:
    def radios(name: str, y: float) -> Draw:
        def draw(canvas: Canvas) -> None:
            for x, value in ((300, "1"), (350, "2")):
                canvas.acroForm.radio(name=name, value=value, x=x, y=y, size=12, selected=value == "1")

        return draw

    document = form(
        PAGE,
        *(at("Besitzen Sie ein Auto?", 70, 603), radios("a", 600), at("ja", 318, 603), at("nein", 368, 603)),
        *(at("Besitzen Sie ein Haus?", 70, 583), radios("b", 580), at("ja", 318, 583), at("nein", 368, 583)),
    )
    assert [(item.label, item.group) for item in document.fields] == [
        ("Besitzen Sie ein Auto?", None),
        ("Besitzen Sie ein Haus?", None),
    ]


@pytest.mark.parametrize("name", ["topmostSubform[0].Page1[0]", "formular.abschnitt2", "1"])
def test_the_path_of_a_program_is_no_group(name: str) -> None:
    draws = [draw for row in range(2) for draw in (at(f"Zeile {row}", 70, 603 - 20 * row),)]
    fields = [text_field(f"{name}.f{row}[0]", 200, 600 - 20 * row) for row in range(2)]
    assert set(groups(*draws, *fields, text_field("allein", 200, 400)).values()) == {None}


def test_a_word_between_two_answers_asks_nothing() -> None:
    assert groups(at("Oder:", 70, 603), *option("a", "wird beibehalten", 200, 600))["a"] is None


def test_the_option_keeps_its_own_label() -> None:
    document = form(
        PAGE, at("Haben Sie einen Hund?", 70, 603), *option("ja", "ja", 300, 600), *option("n", "nein", 350, 600)
    )
    assert [item.label for item in document.fields] == ["ja", "nein"]


@pytest.mark.parametrize(
    ("tooltip", "number", "question", "text"),
    [
        ("20 - Option 1 von 3 - Liegt ein Nachweis bei? - liegt bei", "20", "Liegt ein Nachweis bei?", "liegt bei"),
        ("Option 2 of 4: How do you pay? - by card", "", "How do you pay?", "by card"),
        ("7a - Option 1 von 2 - Sind Sie allein? – ja", "7a", "Sind Sie allein?", "ja"),
        ("Option 3 von 9 - Pflegegrad 3", "", "", "Pflegegrad 3"),
        ("14 - Telefon für Rückfragen", "14", "", "Telefon für Rückfragen"),
        ("Optionen der Zahlung - bar", "", "", "Optionen der Zahlung - bar"),
        ("2024 - Einkommen", "", "", "2024 - Einkommen"),
        ("Straße - Hausnummer", "", "", "Straße - Hausnummer"),
    ],
)
def test_tooltips_taken_apart(tooltip: str, number: str, question: str, text: str) -> None:
    tip = take_apart(tooltip)
    assert (tip.number, tip.question, tip.text) == (number, question, text)
