"""Which printed text of an XFA template stands beside a field that has no caption of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.model import Box, LabelSource
from app.reading.roles import is_running
from app.reading.xfa_template import Part

LEFT_REACH, ABOVE_REACH, RIGHT_REACH = 220.0, 16.0, 30.0
"""How far away a label may stand in a container that places its parts freely, in points."""
ADJACENT = 40.0
"""A text so near to the left is the label, even where a question for the whole row stands above."""
MAX_NEIGHBOURS = 800
"""In a container with more texts nobody knows which belongs where, and it would take too long to look."""
LONG = 40
"""A text of more words is no label."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A text and on which side of the field it stands."""

    text: str
    source: LabelSource


class Neighbours:
    """The parts of a template, ready to be asked for the text beside a field."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._texts: dict[int, list[Part]] = defaultdict(list)
        self._by_order: dict[tuple[int, int], Part] = {}
        self._heads: dict[tuple[int, int], Part] = {}
        orders: dict[int, list[int]] = defaultdict(list)
        for part in parts:
            spot = part.spot
            orders[spot.container].append(spot.order)
            self._by_order[spot.container, spot.order] = part
            if part.lines:
                self._texts[spot.container].append(part)
                if spot.table and spot.row == 0:
                    self._heads.setdefault((spot.table, spot.order), part)
        self._before: dict[tuple[int, int], tuple[int, int]] = {}
        self._after: dict[tuple[int, int], tuple[int, int]] = {}
        for container, found in orders.items():
            ordered = sorted(found)
            for first, second in pairwise(ordered):
                self._after[container, first] = (container, second)
                self._before[container, second] = (container, first)

    def of(self, part: Part) -> Beside | None:
        """The text beside a field; none when there is no short one."""
        spot = part.spot
        box = part.ask is not None and part.ask.kind == "check"
        if spot.table and spot.row > 0 and (head := self._heads.get((spot.table, spot.order))) is not None:
            return _with_row(head, self._by_order.get((spot.container, 0)))
        if spot.layout == "position":
            return self._free(part, box=box)
        key = (spot.container, spot.order)
        if box and spot.layout != "tb" and (after := self._text_at(self._after.get(key))) is not None:
            return _beside(after, "right")
        before = self._text_at(self._before.get(key))
        return _beside(before, "above" if spot.layout == "tb" else "left") if before is not None else None

    def _text_at(self, key: tuple[int, int] | None) -> Part | None:
        part = self._by_order.get(key) if key is not None else None
        return part if part is not None and part.lines else None

    def _free(self, part: Part, *, box: bool) -> Beside | None:
        place, texts = part.spot.local, self._texts[part.spot.container]
        if place is None or len(texts) > MAX_NEIGHBOURS:
            return None
        found: list[tuple[float, LabelSource, Part]] = []
        for other in texts:
            there = other.spot.local
            if there is None:
                continue
            if _share(place, there, 1) > 0.5:
                if box and -3 <= there[0] - place[2] <= RIGHT_REACH:
                    found.append((there[0] - place[2] - 1000, "right", other))
                elif -3 <= place[0] - there[2] <= LEFT_REACH:
                    gap = place[0] - there[2]
                    found.append((gap - (ADJACENT if gap <= ADJACENT else 0), "left", other))
            elif not box and _share(place, there, 0) > 0.3 and -3 <= place[1] - there[3] <= ABOVE_REACH:
                text = _beside(other, "above")
                far = LEFT_REACH if text is not None and is_running(text.text) else 0.0
                found.append((place[1] - there[3] + far, "above", other))
        found = [item for item in found if _beside(item[2], item[1]) is not None]
        if not found:
            return None
        _, source, other = min(found, key=lambda item: item[0])
        return _beside(other, source)


def joined(question: str, caption: str) -> str:
    """A text and the short caption that it explains: ``Montag: von``, ``Wohnen Sie allein? Ja``."""
    return f"{question} {caption}" if question.endswith(("?", "!", ".")) else f"{question}: {caption}"


def _share(one: Box, other: Box, axis: int) -> float:
    """How much of the smaller of two extents the other covers; axis 0 is x, 1 is y."""
    common = min(one[axis + 2], other[axis + 2]) - max(one[axis], other[axis])
    least = min(one[axis + 2] - one[axis], other[axis + 2] - other[axis])
    return common / least if least > 0 else 0.0


def _with_row(head: Part, first: Part | None) -> Beside | None:
    """The head of a column and, where the row begins with a text, the head of the row."""
    column = _beside(head, "table")
    row = _beside(first, "table") if first is not None and first.lines else None
    return Beside(f"{column.text}, {row.text}", "table") if column and row else column


def _beside(part: Part, source: LabelSource) -> Beside | None:
    text = " ".join(line.text for line in part.lines)
    return Beside(text, source) if 0 < len(text.split()) <= LONG else None
