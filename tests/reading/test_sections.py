"""Fields of one label in several parts of a page: the heading of the part, or the first field of the row, is kept."""

from __future__ import annotations

import pytest
from drawing import PAGE, Draw, at, form, lines, text_field

from app.model import Field
from app.reading.sections import in_sections


def heading(text: str, y: float) -> Draw:
    return lines(text, x=70, y=y, font="Helvetica-Bold")


def part(title: str, top: float, labels: tuple[str, ...] = ("Name, Vorname", "Straße, Hausnummer")) -> list[Draw]:
    draws: list[Draw] = [heading(title, top)]
    for row, label in enumerate(labels):
        y = top - 30 - 25 * row
        draws += [at(label, 70, y + 5), text_field(f"{title}{row}", 220, y)]
    return draws


def groups(*draws: Draw) -> list[str | None]:
    return [item.group for item in form(PAGE, *draws).fields]


def test_equal_labels_are_told_apart_by_the_headings_above() -> None:
    draws = [*part("Angaben zur Halterin", 700), *part("Angaben zur Bevollmächtigten:", 500)]
    assert groups(*draws) == ["Angaben zur Halterin"] * 2 + ["Angaben zur Bevollmächtigten"] * 2


def test_a_label_that_stands_once_needs_no_heading() -> None:
    draws = [*part("Angaben zur Person", 700, ("Name", "Beruf")), *part("Angaben zur Wohnung", 500, ("Größe", "Beruf"))]
    assert groups(*draws) == [None, "Angaben zur Person", None, "Angaben zur Wohnung"]


def test_one_heading_above_all_tells_nothing() -> None:
    assert groups(*part("Angaben zu den Kindern", 700, ("Vorname", "Vorname", "Vorname"))) == [None, None, None]


def test_the_title_is_the_heading_of_no_part() -> None:
    title = lines("Antrag auf einen Stellplatz", x=70, y=780, size=20)
    first = [at("Wohnort", 70, 705), text_field("w1", 220, 700)]
    assert groups(title, *first, *part("Angaben zum Vermieter", 600, ("Wohnort",))) == [None, "Angaben zum Vermieter"]


def test_the_label_of_another_field_is_no_heading() -> None:
    draws: list[Draw] = []
    for number, owner in enumerate(("Halterin", "Halter")):
        y = 700 - 100 * number
        draws += [heading(owner, y + 5), text_field(f"o{number}", 220, y)]
        draws += [at("Wohnort", 70, y - 25), text_field(f"w{number}", 220, y - 30)]
    assert groups(*draws) == [None, None, None, None]


def test_the_first_field_of_the_row_tells_fields_apart() -> None:
    draws: list[Draw] = []
    for number, owner in enumerate(("Unterschrift der Mieterin", "Unterschrift des Vermieters")):
        y = 700 - 60 * number
        draws += [text_field(f"u{number}", 70, y, width=200), text_field(f"d{number}", 280, y, width=100)]
        draws += [at(owner, 70, y - 10, 8), at("Datum", 280, y - 10, 8)]
    assert groups(*draws) == [None, "Unterschrift der Mieterin", None, "Unterschrift des Vermieters"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("Mutter", "Mutter", "Vater"), ("Mutter", None, "Vater")),
        (("Eltern", "Eltern", "Eltern"), (None, None, None)),
        (("", "Mutter", "Vater"), (None, None, "Vater")),
    ],
)
def test_fields_without_places_take_the_heading_before_them(
    headings: tuple[str, ...], expected: tuple[str | None, ...]
) -> None:
    labels = ("Vorname", "Beruf", "Vorname")
    fields = [Field(name=f"f{number}", kind="text", label=label) for number, label in enumerate(labels)]
    assert tuple(item.group for item in in_sections(fields, headings)) == expected
