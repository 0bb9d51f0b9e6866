"""Where the parts of a dynamic XFA form stand: order, pages, boxes, and the text beside a field without a caption."""

from __future__ import annotations

import pytest
from drawing import read, texts
from xfa_files import draw, dynamic, field, subform, template

from app.model import Document, Field

MM = 72 / 25.4
SENTENCE = "Bitte füllen Sie das Formular vollständig aus."


def form(*body: str, layout: str = "tb") -> Document:
    """The document of a dynamic form with this template; its text begins 20 mm from the left and the top of A4."""
    return read(dynamic(template(*body, layout=layout)))


def at(x: float, y: float, w: float = 60, h: float = 8) -> str:
    """Attributes of a place, in millimetres."""
    return f'x="{x}mm" y="{y}mm" w="{w}mm" h="{h}mm"'


def test_a_box_in_points_from_the_bottom_left() -> None:
    (found,) = form(field("name", "Ihr Name", attributes=at(10, 30)), layout="position").fields
    assert found.page == 1
    assert found.box == pytest.approx((30 * MM, (297 - 58) * MM, 90 * MM, (297 - 50) * MM), abs=0.05)


def test_places_add_up_through_sections_and_margins() -> None:
    section = subform(
        '<margin leftInset="5mm" topInset="4mm"/>',
        field("name", "Ihr Name", attributes=at(1, 2)),
        attributes=at(10, 30, 150, 60),
    )
    (found,) = form(section, layout="position").fields
    assert found.box is not None
    assert found.box[0] == pytest.approx(36 * MM, abs=0.05)
    assert found.box[3] == pytest.approx((297 - 56) * MM, abs=0.05)


@pytest.mark.parametrize(
    ("length", "points"), [("1in", 72), ("2.54cm", 72), ("25.4mm", 72), ("72pt", 72), ("1", 72), ("72000mp", 72)]
)
def test_units(length: str, points: float) -> None:
    (found,) = form(field("a", "Ihr Name", attributes=f'x="0" y="0" w="{length}" h="20pt"'), layout="position").fields
    assert found.box is not None
    assert found.box[2] - found.box[0] == pytest.approx(points, abs=0.02)


@pytest.mark.parametrize(
    "attributes",
    [
        'x="1mm" y="1mm"',
        'x="1mm" y="1mm" w="auto" h="5mm"',
        at(180, 10),
        at(10, 400),
        at(10, 10) + ' rotate="90"',
        at(1, 1, 1e9),
    ],
    ids=["no size", "odd size", "beside the page", "below the page", "turned", "endless"],
)
def test_no_box_where_none_is_known(attributes: str) -> None:
    (found,) = form(field("a", "Ihr Name", attributes=attributes), layout="position").fields
    assert found.box is None


def test_sections_of_fixed_height_fill_pages() -> None:
    def section(name: str) -> str:
        return subform(field(name, f"Ihr {name}", attributes=at(0, 0)), attributes='w="170mm" h="140mm"')

    document = form(section("Vorname"), section("Nachname"), section("Beruf"))
    assert [item.page for item in document.fields] == [1, 2, 3]
    assert document.pages == 3


def test_a_break_begins_a_page() -> None:
    new_page = '<breakBefore targetType="pageArea" startNew="1"/>'
    document = form(
        subform(field("a", "Ihr Name", attributes=at(0, 0)), attributes='h="20mm"'),
        subform(new_page, field("b", "Ihr Beruf", attributes=at(0, 0)), attributes='h="20mm"'),
    )
    assert [item.page for item in document.fields] == [1, 2]


def test_a_form_that_grows_has_no_pages() -> None:
    document = form(
        subform(field("a", "Ihr Name", attributes=at(0, 0)), attributes='h="20mm"'),
        subform(field("b", "Was ist passiert?", attributes=at(0, 0)), attributes='minH="20mm"'),
        subform(field("c", "Ihr Beruf", attributes=at(0, 0)), attributes='h="20mm"'),
    )
    assert [(item.page, item.box) for item in document.fields] == [(None, None)] * 3
    assert {block.page for block in document.blocks} == {None}
    assert document.pages == 0


def test_short_sections_share_a_page() -> None:
    document = form(
        subform(field("a", "Ihr Name", attributes=at(0, 0)), attributes='h="20mm"'),
        subform(field("b", "Ihr Beruf", attributes=at(0, 0)), attributes='h="20mm"'),
    )
    assert [item.page for item in document.fields] == [1, 1]
    assert document.pages == 1


def test_free_parts_are_read_row_by_row() -> None:
    document = form(
        draw("Drittens lesen Sie diesen Satz hier.", place=at(0, 40)),
        draw("Zweitens lesen Sie diesen Satz hier.", place=at(90, 1)),
        draw("Zuerst lesen Sie diesen Satz hier.", place=at(0, 2)),
        layout="position",
    )
    assert [text.split()[0] for text in texts(document)] == ["Zuerst", "Zweitens", "Drittens"]


def test_flowing_parts_are_read_as_they_come() -> None:
    document = form(
        draw("Erster Satz steht hier.", place='y="90mm"'), draw("Zweiter Satz steht hier.", place='y="1mm"')
    )
    assert texts(document) == ["Erster Satz steht hier.", "Zweiter Satz steht hier."]


def beside(*parts: str, attributes: str = "") -> tuple[str, str]:
    """Label of the only field in a section with these parts, and its source."""
    (found,) = form(draw(SENTENCE), subform(*parts, attributes=attributes)).fields
    return found.label, found.label_source


BARE = field("f1", attributes=at(70, 20))


@pytest.mark.parametrize(
    ("place", "source"),
    [
        (at(5, 20), "left"),
        (at(70, 13, h=6), "above"),
        (at(70, 40), "none"),
        (at(70, 0, h=5), "none"),
        (at(140, 20), "none"),
    ],
    ids=["left", "above", "below", "far above", "right of a text field"],
)
def test_the_text_beside_a_field_without_caption(place: str, source: str) -> None:
    label, found = beside(draw("Kennzeichen", place=place), BARE)
    assert (label, found) == ("Kennzeichen" if source != "none" else "", source)


def test_the_nearer_text_wins() -> None:
    left, above = draw("Fahrzeug", place=at(2, 20, w=30)), draw("Kennzeichen", place=at(70, 13, h=6))
    assert beside(left, above, BARE) == ("Kennzeichen", "above")


def test_a_text_right_at_the_left_beats_one_above() -> None:
    left, above = draw("Montag", place=at(40, 20, w=28)), draw("Wann arbeiten Sie?", place=at(70, 13, h=6))
    assert beside(left, above, BARE) == ("Montag", "left")


def test_a_sentence_above_is_not_the_label_where_a_text_stands_to_the_left() -> None:
    left, above = (
        draw("Montag", place=at(2, 20, w=20)),
        draw("Geben Sie bitte Ihre Zeiten an:", place=at(40, 13, w=90, h=6)),
    )
    assert beside(left, above, BARE) == ("Montag", "left")


@pytest.mark.parametrize(
    ("text", "caption", "label"),
    [("Montag", "von", "Montag: von"), ("Wohnen Sie allein?", "Ja", "Wohnen Sie allein? Ja"), ("12", "von", "von")],
    ids=["part of a row", "answer", "number"],
)
def test_a_caption_that_says_little_is_told_with_the_text_beside(text: str, caption: str, label: str) -> None:
    short = field("f1", caption, attributes=at(70, 20))
    assert beside(draw(text, place=at(40, 20, w=28)), short)[0] == label


def test_a_box_has_its_text_to_the_right() -> None:
    box = field("c1", ui="<checkButton/>", attributes=at(50, 20, w=5, h=5))
    assert beside(draw("Zutreffendes", place=at(5, 20, w=44, h=5)), box, draw("mit Hund", place=at(57, 20, h=5))) == (
        "mit Hund",
        "right",
    )


def test_a_text_of_another_section_is_not_beside() -> None:
    document = form(subform(draw("Kennzeichen", place=at(5, 20))), subform(BARE))
    assert [item.label_source for item in document.fields] == ["none"]


@pytest.mark.parametrize(("layout", "source"), [("tb", "above"), ("lr-tb", "left"), ("row", "left")])
def test_the_text_before_a_field_in_a_flow(layout: str, source: str) -> None:
    assert beside(draw("Kennzeichen"), field("f1"), attributes=f'layout="{layout}"') == ("Kennzeichen", source)


def test_a_caption_is_better_than_the_text_beside() -> None:
    caption = field("f1", "Halterin oder Halter", attributes=at(70, 20))
    assert beside(draw("Kennzeichen", place=at(5, 20)), caption) == ("Halterin oder Halter", "xfa")


def test_a_long_text_is_no_label() -> None:
    assert beside(draw(" ".join([SENTENCE] * 6), place=at(5, 20)), BARE)[1] == "none"


def table(*rows: str) -> list[Field]:
    """The fields of a table."""
    cells = (subform(row, attributes='layout="row"') for row in rows)
    return list(form(draw(SENTENCE), subform(*cells, attributes='layout="table"')).fields)


def test_cells_of_a_table_take_the_head_of_their_column() -> None:
    head = draw("Name des Kindes") + draw("Geburtstag")
    found = table(head, field("f1") + field("f2"), field("f3") + field("f4"))
    assert [item.label for item in found] == ["Name des Kindes", "Geburtstag"] * 2
    assert {item.label_source for item in found} == {"table"}


def test_fields_in_the_first_row_are_not_their_own_head() -> None:
    assert [item.label_source for item in table(draw("Miete") + field("f1"))] == ["left"]
