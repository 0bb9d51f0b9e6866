"""The measure of labels: what counts as the same name, which tooltips count, and that fields anywhere break nothing."""

from __future__ import annotations

import pytest
from drawing import PAGE, at, pdf, text_field, together
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.model import Box
from app.reading import blocks, fields, labels
from app.reading.fields import RawField, Widget
from app.reading.limits import Limits
from app.reading.pdf import _text
from benchmarks.label_places import compare, content, informative, overlaps


@pytest.mark.parametrize(
    ("label", "tip", "same"),
    [
        ("Name der Bank", "Bitte geben Sie den Namen der Bank an", True),
        ("IBAN", "IBAN des Kontos der Halterin", True),
        ("Bank-Name", "Name der Bank", True),
        ("STRASSE", "Straße", True),
        ("Name der Bank", "Name der Krankenkasse", True),
        ("Höhe der Miete", "Ort der Wohnung", False),
        ("Zeile 12", "Absatz 12", False),
        ("der die das", "die Wohnung", False),
        ("", "Wohnort", False),
        ("Vorname", "Nachname", False),
    ],
)
def test_half_of_the_words_of_either(label: str, tip: str, same: bool) -> None:
    assert overlaps(label, tip) is same


def test_articles_count_only_where_nothing_else_is_said() -> None:
    assert content("Der Name von der Bank") == {"name", "bank"}
    assert content("von … bis") == {"von", "bis"}
    assert content("12 34") == frozenset()


def raw(name: str, tooltip: str) -> RawField:
    return RawField(name=name, kind="text", tooltip=tooltip, widgets=(Widget(1, (70, 70, 170, 90)),))


def test_tooltips_that_tell_a_field_from_others_count() -> None:
    few = [raw("a", "Wohnort"), raw("b", "Textfeld 3"), raw("c", "12"), raw("d", "Datum"), raw("e", "7 - Beruf")]
    assert informative(few) == {"a": "Wohnort", "e": "Beruf"}
    assert informative([raw(str(number), "Bitte ausfüllen") for number in range(5)]) == {}


def test_a_form_is_compared_without_its_tooltips_and_beside_the_nearest_text() -> None:
    data = pdf(
        together(
            PAGE,
            at("Wohnort", 200, 600),
            text_field("Text1", 250, 595, tooltip="Wohnort der Halterin"),
            at("Tagsüber", 452, 600),
        )
    )
    form = fields.read_form(data, Limits())
    text = _text(data, form, Limits(), {})
    assert text is not None
    counts = compare(form, blocks.print_blocks(text.sheets))
    assert {key: counts["text", key] for key in ("all", "right", "baseline")} == {"all": 1, "right": 1, "baseline": 0}


SIZES = st.sampled_from([1.01, 8.0, 12.0, 100.0, 700.0])


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x, y = draw(st.integers(-50, 600)), draw(st.integers(-50, 800))
    return (x, y, x + draw(SIZES), y + draw(SIZES))


@hypothesis_settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["text", "check", "radio", "combo"]), st.lists(boxes(), max_size=3)), max_size=12
    )
)
def test_fields_anywhere_are_all_named_once(drawn: list[tuple[str, list[Box]]]) -> None:
    data = pdf(together(PAGE, at("Name:", 70, 600), at("bis", 200, 600), at("ja", 300, 400), at("(Ort)", 70, 300, 6)))
    text = _text(data, fields.Form(), Limits(), {})
    assert text is not None
    raws = [
        RawField(name=f"f{number}", kind=kind, widgets=tuple(Widget(1, box) for box in places))  # type: ignore[arg-type]
        for number, (kind, places) in enumerate(drawn)
    ]
    found, own = labels.label_fields(raws, blocks.print_blocks(text.sheets))
    assert sorted(item.name for item in found) == sorted(item.name for item in raws)
    assert all(any(block.field == item.name and block.text == item.label for block in own) for item in found)
