"""Boxes to tick and radio buttons that answer one question: which belong together, and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.model import Box
from app.reading.fields import RawField, Widget
from app.reading.nearby import Neighbourhood
from app.reading.sides import Sides
from app.reading.spots import Found, same_row

ROW_GAP = 130.0
"""Boxes of one row belong together up to this free room between the text of one and the next box, in points."""
STACK_GAP = 26.0
"""Boxes one under the other belong together up to this free room between them, in points."""
INDENT = 8.0
"""Boxes under another one that are indented by more than this, in points, go into its particulars."""
OWN_REACH = 40.0
"""The text that names a box stands at most so far to its left, in points, where it stands there."""
LONGEST = 300
"""A question is cut after this many characters."""
_BETWEEN = frozenset(("oder", "und", "bzw.", "beziehungsweise", "or", "and"))
"""Words between two fields; they ask nothing."""


@dataclass(slots=True)
class _Row:
    """Boxes of one row that stand together, from left to right."""

    buttons: list[tuple[RawField, Widget]]
    boxes: list[Box]
    named_left: bool
    """Do the boxes have their own texts on the left? Then what stands there asks nothing."""
    question: Found | None = None
    """The text to the left of the row, when it is not the text of a box."""


def questions_of(raw: Sequence[RawField], nearby: Mapping[int, Neighbourhood], sides: Sides) -> dict[str, str]:
    """By name of the box or radio button: the question that it and its neighbours answer, where one is printed.

    A radio button with all its options is a question itself and has none above it.
    """
    found: dict[str, str] = {}
    for page, around in nearby.items():
        buttons = [
            (item, widget)
            for item in raw
            if item.kind in {"check", "radio"}
            for widget in item.widgets
            if widget.page == page
        ]
        own = _own_texts(buttons, around, sides)
        for group in _groups(_rows(buttons, around, sides)):
            members = [entry for row in group for entry in row.buttons]
            question = group[0].question
            if len(members) == 1 and not (question is not None and _is_short(around.right(members[0][1]))):
                continue
            if question is None:
                question = around.question([widget for _, widget in members], beside=not group[0].named_left)
            if question is None or not _asks(own.get(question.block), group[0].boxes):
                continue
            text = _clean(question.text)
            if text and text.lower() not in _BETWEEN:
                found.update((item.name, text) for item, _ in members if item.name not in found)
    whole = {item.name for item in raw if item.kind == "radio" and len(item.widgets) > 1}
    return {name: text for name, text in found.items() if name not in whole}


def _own_texts(buttons: Iterable[tuple[RawField, Widget]], around: Neighbourhood, sides: Sides) -> dict[str, Box]:
    """The blocks that name single boxes, and the box that each names."""
    found: dict[str, Box] = {}
    for _, widget in buttons:
        left = sides.own.get(widget) == "left"
        text = around.left(widget, reach=OWN_REACH) if left else around.right(widget)
        if text is not None:
            found[text.block] = around.box(widget)
    return found


def _asks(owner: Box | None, boxes: Sequence[Box]) -> bool:
    """May a text ask a question of boxes, when it names the box ``owner``? Only of those that are indented under it."""
    return owner is None or all(box[0] - owner[0] > INDENT and box[3] <= owner[1] + INDENT for box in boxes)


def _is_short(option: Found | None) -> bool:
    """Does the text of a box say little alone, as ``ja`` does?"""
    return option is not None and len(option.text.split()) <= 3


def _clean(text: str) -> str:
    return re.sub(r"^\(?\d{1,3}[a-z]?[.)]?\s+(?=\S)", "", " ".join(text.split())).strip(" :*")[:LONGEST]


def _rows(buttons: Iterable[tuple[RawField, Widget]], around: Neighbourhood, sides: Sides) -> list[_Row]:
    placed = sorted(((around.box(widget), item, widget) for item, widget in buttons), key=lambda entry: entry[0][0])
    rows: list[_Row] = []
    for box, item, widget in placed:
        row = next((row for row in rows if same_row(row.boxes[-1], box) and _beside(row.boxes[-1], box)), None)
        if row is not None and not _asks_again(row, widget, around):
            row.buttons.append((item, widget))
            row.boxes.append(box)
        else:
            rows.append(_Row([(item, widget)], [box], sides.own.get(widget) == "left"))
    for row in rows:
        if row.named_left:
            continue
        left = around.left(row.buttons[0][1])
        own = {found.block for _, widget in row.buttons if (found := around.right(widget)) is not None}
        if left is not None and left.block not in own and not around.is_option(left):
            row.question = left
    rows.sort(key=lambda row: (-row.boxes[0][3], row.boxes[0][0]))
    return rows


def _beside(left: Box, right: Box) -> bool:
    return right[0] - left[2] < ROW_GAP + 60


def _asks_again(row: _Row, widget: Widget, around: Neighbourhood) -> bool:
    """Does a question of its own stand before a box, besides the text of the box before?"""
    left, before = around.left(widget), around.right(row.buttons[-1][1])
    return left is not None and before is not None and left.block != before.block and left.distance < ROW_GAP


def _groups(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Rows with a question of their own are groups; others go on with the row above."""
    groups: list[list[_Row]] = []
    for row in rows:
        for group in reversed(groups):
            if row.question is None and _under(group[-1], row) and len(group) < 40:
                group.append(row)
                break
        else:
            groups.append([row])
    return groups


def _under(upper: _Row, lower: _Row) -> bool:
    gap = upper.boxes[0][1] - lower.boxes[0][3]
    return -4 <= gap <= STACK_GAP and any(abs(one[0] - other[0]) < 4 for one in upper.boxes for other in lower.boxes)
