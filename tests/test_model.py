"""Edits, boxes and ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import Block, Edit, Line, Span, apply, finding_id


def edit(start: int, end: int, text: str, block: str = "b") -> Edit:
    return Edit(span=Span(block=block, start=start, end=end), text=text)


def test_edits_are_applied_right_to_left() -> None:
    assert apply("Der Antrag ist da.", [edit(0, 3, "Ein"), edit(15, 17, "hier")]) == "Ein Antrag ist hier."


@pytest.mark.parametrize(
    "edits",
    [
        [edit(0, 4, "x"), edit(3, 6, "y")],
        [edit(0, 400, "x")],
        [edit(4, 2, "x")],
        [edit(0, 1, "x"), edit(2, 3, "y", block="other")],
    ],
)
def test_edits_that_overlap_or_lie_outside_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="edit"):
        apply("Ein kurzer Text.", edits)


@given(st.text(max_size=60), st.data())
def test_text_outside_the_edits_never_changes(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    places = list(zip(cuts[::2], cuts[1::2], strict=False))
    changed = apply(text, [edit(start, end, "§") for start, end in places])
    kept = [
        text[a:b]
        for a, b in zip([0, *(end for _, end in places)], [*(start for start, _ in places), len(text)], strict=True)
    ]
    assert changed == "§".join(kept)


def test_a_box_for_each_printed_line() -> None:
    lines = (
        Line(start=0, box=(10, 80, 40, 90), edges=(10, 20, 30, 40)),
        Line(start=3, box=(10, 60, 30, 70), edges=(10, 20, 30)),
    )
    block = Block(id="b", role="paragraph", text="abcde", lines=lines, boxes=((0, 0, 1, 1),))
    assert block.boxes_of(1, 4) == ((20, 80, 40, 90), (10, 60, 20, 70))
    assert block.boxes_of(0, 1) == ((10, 80, 20, 90),)
    assert Block(id="c", role="label", text="", boxes=((1, 2, 3, 4),)).boxes_of(0, 0) == ((1, 2, 3, 4),)


def test_ids_depend_on_rule_text_and_quote_only() -> None:
    one = finding_id("jargon", "Ein Text.", "Text")
    assert one == finding_id("jargon", "Ein Text.", "Text")
    assert len({one, finding_id("filler", "Ein Text.", "Text"), finding_id("jargon", "Ein Text.", "Text", 2)}) == 3
