"""Which part of a page a field stands in, where several fields have one label: the heading tells them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.model import Box, Field
from app.reading.blocks import Printed
from app.reading.fields import Widget
from app.reading.nearby import Neighbourhood
from app.reading.roles import words
from app.reading.tooltips import is_informative

LONGEST = 20
"""A heading has at most so many words."""
ROW = 6.0
"""Headings whose heights differ by less than this, in points, stand beside each other."""
EDGE = 10.0
"""A heading begins left of its fields, or at most so far right of where they begin, in points."""

WRITTEN = frozenset(("text", "combo", "list", "signature"))
"""Kinds of fields that are told apart here; boxes to tick have their question."""

Place = tuple[Widget, str]
"""Where a field stands, and its label."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What is printed on all pages, and which of that stands at fields and names them, with its page."""

    printed: Sequence[Printed]
    labels: Sequence[tuple[int, str]]


def sections_of(places: Sequence[Place], nearby: Mapping[int, Neighbourhood], texts: Texts) -> dict[Widget, str]:
    """For fields whose label others of their page share: the heading above, or the label of the first in their row.

    Where all fields of one label stand under the same heading it tells nothing and is left out.
    """
    found: dict[Widget, str] = {}
    for page, around in nearby.items():
        own = [(widget, label) for widget, label in places if widget.page == page]
        shared: dict[str, list[Widget]] = defaultdict(list)
        for widget, label in own:
            shared[label.casefold()].append(widget)
        if all(len(widgets) < 2 for widgets in shared.values()):
            continue
        named = {_plain(label) for number, label in texts.labels if number == page}
        heads = _heads(named, around, [item for item in texts.printed if item.sheet.page == page])
        labels = {around.box(widget): label for widget, label in own}
        for widgets in shared.values():
            if len(widgets) > 1:
                found.update(_by_heading(widgets, around, heads) or _by_row(widgets, around, labels))
    return found


def in_sections(fields: Sequence[Field], headings: Sequence[str]) -> tuple[Field, ...]:
    """Fields in the order of a document without places; those that share a label get the heading above as group."""
    shared: dict[str, set[str]] = defaultdict(set)
    for field, heading in zip(fields, headings, strict=True):
        if field.label and field.kind in WRITTEN:
            shared[field.label.casefold()].add(heading)
    return tuple(
        field.model_copy(update={"group": heading})
        if heading and field.group is None and field.kind in WRITTEN and len(shared[field.label.casefold()]) > 1
        else field
        for field, heading in zip(fields, headings, strict=True)
    )


def _by_heading(
    widgets: Sequence[Widget], around: Neighbourhood, heads: Sequence[tuple[Box, str]]
) -> dict[Widget, str]:
    """The headings above fields of one label; nothing when they do not tell them apart."""
    found = {widget: _above(around.box(widget), heads) for widget in widgets}
    return {widget: text for widget, text in found.items() if text} if len(set(found.values())) > 1 else {}


def _by_row(widgets: Sequence[Widget], around: Neighbourhood, labels: Mapping[Box, str]) -> dict[Widget, str]:
    """The labels of the first fields of the rows, where these stand one under the other; nothing when all are equal."""
    starts = {widget: around.row_start(widget) for widget in widgets}
    edges = [box[0] for box in starts.values()]
    found = {widget: labels.get(box, "") for widget, box in starts.items() if box != around.box(widget)}
    aligned = max(edges) - min(edges) < ROW and len(found) == len(widgets)
    return found if aligned and all(found.values()) and len(set(found.values())) > 1 else {}


def _heads(named: Collection[str], around: Neighbourhood, printed: Sequence[Printed]) -> list[tuple[Box, str]]:
    """The texts of a page that head a part of it: headings and bold texts that name no field; a title heads nothing."""
    found = []
    for item in printed:
        block = item.block
        text = " ".join(block.text.split()).strip(" :*")
        short = len(words(text)) <= LONGEST and not text.endswith(("/", "-", ","))
        if not item.sheet.main or not short or not is_informative(text) or item.paragraph.marker == "mark":
            continue
        heads = block.role in {"title", "heading"} or (block.role == "label" and item.paragraph.bold)
        if not heads or around.names_right(item.box) or any(_plain(text) in label for label in named):
            continue
        found.append((item.box, "" if block.role == "title" else text))
    return found


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" :*").casefold()


def _above(box: Box, heads: Sequence[tuple[Box, str]]) -> str:
    """The nearest heading above a field that begins left of it; of several in one row the last."""
    over = [(head, text) for head, text in heads if head[1] >= box[3] - ROW and head[0] <= box[0] + EDGE]
    if not over:
        return ""
    low = min(head[1] for head, _ in over)
    return max((head[0], text) for head, text in over if head[1] < low + ROW)[1]
