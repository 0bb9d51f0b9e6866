"""Sentences with places to fill in stay sentences, whatever the place is made of, and in the right order."""

from __future__ import annotations

import pytest
from drawing import PAGE, Draw, at, box, form, lines, text_field, texts
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.reading.rows import GAP


def ruled(x0: float, x1: float, y: float) -> Draw:
    """Draws a line to write on."""

    def draw(canvas: Canvas) -> None:
        canvas.line(x0, y, x1, y)

    return draw


def square(x: float, y: float) -> Draw:
    """Draws a box to tick that is no field."""

    def draw(canvas: Canvas) -> None:
        canvas.rect(x, y, 9, 9)

    return draw


def running(*draws: Draw) -> list[str]:
    """The sentences below the first line of the page."""
    return texts(form(PAGE, *draws), "paragraph", "item")[1:]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Es bestehen noch Schulden aus dem Vertrag in Höhe von", "€. Die Raten zahle ich am Ersten."),
        ("Es bestehen noch Schulden aus dem Vertrag in Höhe von", "EUR und sie sind nicht bezahlt."),
        ("Die Stadt Lindenbach übernimmt davon höchstens", "% der Kosten."),
        ("Ich wohne seit dem", ", aber nicht allein."),
        ("Der Antrag umfasst insgesamt", "Blätter. Die Nachweise liegen bei."),
        ("Zu diesem Haushalt gehören neben", "Personen noch zwei weitere, die nicht hier wohnen."),
    ],
)
@pytest.mark.parametrize("blank", ["dots", "field", "rule"])
def test_what_stands_behind_a_gap_goes_on_with_the_sentence(before: str, after: str, blank: str) -> None:
    x = 74 + stringWidth(before, "Helvetica", 10)
    draw = {
        "dots": at("." * 28, x, 700),
        "field": text_field("gap", x, 697, width=76),
        "rule": ruled(x, x + 76, 698),
    }[blank]
    assert running(at(before, 70, 700), draw, at(after, x + 82, 700)) == [f"{before} {GAP} {after}"]


def test_a_field_at_the_end_of_a_line_is_a_gap_when_the_text_is_as_wide() -> None:
    (found,) = running(
        lines(
            "Die Eigentümerin oder der Eigentümer der Wohnung in Lindenbach an der Queich heißt",
            "mit vollem Namen",
            "und wohnt nicht selbst in dieser Wohnung.",
            y=700,
        ),
        text_field("name", 155, 683, width=290),
    )
    assert found == (
        "Die Eigentümerin oder der Eigentümer der Wohnung in Lindenbach an der Queich heißt mit vollem Namen "
        f"{GAP} und wohnt nicht selbst in dieser Wohnung."
    )


def test_a_field_at_the_start_of_a_line_is_a_gap() -> None:
    (found,) = running(
        at("Das Jugendamt des Landkreises Queichtal hat die Pflege des Kindes einer Person namens", 70, 700),
        text_field("name", 70, 679, width=180),
        at("übertragen und zahlt ihr das Geld aus.", 254, 682),
    )
    assert found == (
        "Das Jugendamt des Landkreises Queichtal hat die Pflege des Kindes einer Person namens "
        f"{GAP} übertragen und zahlt ihr das Geld aus."
    )


def test_a_sentence_goes_on_below_the_labels_of_its_gaps() -> None:
    (found,) = running(
        at("Hiermit erkläre ich, dass die Wohnung in Lindenbach seit", 70, 700),
        text_field("day", 330, 697, width=100),
        at("leer steht und dass", 435, 700),
        at("(Datum)", 332, 688, size=7),
        at("ich sie in dieser Zeit niemandem überlassen habe.", 70, 676),
    )
    assert found == (
        f"Hiermit erkläre ich, dass die Wohnung in Lindenbach seit {GAP} leer steht und dass "
        "ich sie in dieser Zeit niemandem überlassen habe."
    )


def test_short_parts_of_a_sentence_between_gaps_stay_in_it() -> None:
    (found,) = running(
        at("Die Anmeldung des Hundes bei der Stadtkasse in Lindenbach war nicht möglich, weil er", 70, 700),
        at("von", 70, 687),
        text_field("from", 90, 683, width=60),
        at("bis", 155, 687),
        text_field("to", 172, 683, width=60),
        at("nicht in der Stadt war.", 237, 687),
    )
    assert found == (
        "Die Anmeldung des Hundes bei der Stadtkasse in Lindenbach war nicht möglich, weil er "
        f"von {GAP} bis {GAP} nicht in der Stadt war."
    )


def test_a_field_beside_a_label_of_two_lines_is_no_gap() -> None:
    document = form(
        PAGE,
        lines("Wie viele Stunden in der Woche haben Sie", "im letzten Jahr gearbeitet?", y=700),
        text_field("hours", 262, 697, width=200),
    )
    assert texts(document)[1:] == ["Wie viele Stunden in der Woche haben Sie im letzten Jahr gearbeitet?"]


def test_a_label_behind_a_field_is_no_end_of_a_sentence() -> None:
    document = form(
        PAGE,
        at("Name der Halterin", 70, 700),
        text_field("name", 160, 697, width=120),
        at("Straße, Nummer", 290, 700),
        text_field("street", 370, 697, width=120),
    )
    assert texts(document)[1:] == ["Name der Halterin", "Straße, Nummer"]


def test_labels_with_fields_between_them_are_no_sentence() -> None:
    document = form(
        PAGE,
        at("von", 70, 700),
        text_field("from", 90, 697, width=60),
        at("bis", 155, 700),
        text_field("to", 172, 697, width=60),
    )
    assert texts(document)[1:] == ["von", "bis"]


@pytest.mark.parametrize("kind", ["field", "drawn"])
def test_sentences_beside_boxes_to_tick_are_options(kind: str) -> None:
    document = form(
        PAGE,
        at("Die Steuer für den Hund soll", 70, 700),
        box("back", 70, 681) if kind == "field" else square(72, 682),
        at("ab dem Monat des Kaufes gelten.", 86, 684),
        box("next", 70, 663) if kind == "field" else square(72, 664),
        at("ab dem Monat nach dem Antrag gelten.", 86, 666),
    )
    assert texts(document, "item") == [
        "ab dem Monat des Kaufes gelten.",
        "ab dem Monat nach dem Antrag gelten.",
    ]


@pytest.mark.parametrize("shift", [1.0, 0.0, -2.5])
def test_a_blank_glued_to_its_word_keeps_its_label(shift: float) -> None:
    before = "Der Verein zahlt eine Miete in Höhe von"
    gap = text_field("gap", 70 + stringWidth(before, "Helvetica", 10) + shift, 697, width=70)
    document = form(PAGE, at(f"{before}{'.' * 28} an die Stadt Lindenbach.", 70, 700), gap)
    (found,) = document.fields
    assert (found.label, found.label_source) == (before, "left")
