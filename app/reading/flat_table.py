"""Which framed rectangles of a page stand beside, over, under and inside each other, quick to ask."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.model import Box
from app.reading.flat_ink import Blank, text_of
from app.reading.glyphs import Glyph

LABEL = 110
"""Characters; a frame with more text at its top is no field with a label."""
COLUMN = 60
"""Cells one above the other that are looked at."""
_UNIT = re.compile(r"[.,]?\s?(?:00|--?)|€|EUR|Euro|\$|£|%|m²|qm")
TOUCH = 7.0
"""Cells with no more room between their edges, in points, are neighbours."""


class Cell(NamedTuple):
    """A framed rectangle, and what is printed in it."""

    box: Box
    glyphs: tuple[Glyph, ...]

    def said(self) -> bool:
        """Is more printed in it than the unit of its answer?"""
        return bool(self.glyphs) and (len(self.glyphs) > 4 or not _UNIT.fullmatch(label_text(self.glyphs)))


class Inner:
    """The boxes of a page by the height of their middle: which of them lie in another one?"""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes = sorted(boxes, key=lambda box: box[1] + box[3])
        self._heights = [(box[1] + box[3]) / 2 for box in self._boxes]

    def any_in(self, outer: Box) -> bool:
        """Does a smaller box have its middle in this one?"""
        first, last = bisect_right(self._heights, outer[1]), bisect_left(self._heights, outer[3])
        return any(_inside(box, outer) for box in self._boxes[first:last])


def _inside(inner: Box, outer: Box) -> bool:
    x = (inner[0] + inner[2]) / 2
    smaller = (inner[2] - inner[0]) * (inner[3] - inner[1]) < 0.9 * (outer[2] - outer[0]) * (outer[3] - outer[1])
    return smaller and outer[0] < x < outer[2]


class Table:
    """Framed rectangles by their edges. ``small``: blanks inside them."""

    def __init__(self, cells: Sequence[Cell], small: Sequence[Blank]) -> None:
        self._small = Inner(blank.box for blank in small)
        self._edges: list[dict[int, list[Cell]]] = [defaultdict(list) for _ in range(4)]
        for cell in cells:
            for edge, place in zip(self._edges, cell.box, strict=True):
                edge[round(place / TOUCH)].append(cell)

    def _touching(self, cell: Cell, own: int, other: int) -> list[Cell]:
        """The cells whose edge ``other`` is the edge ``own`` of a cell (0 left, 1 floor, 2 right, 3 top)."""
        place, axis = cell.box[own], 1 - own % 2
        near = (one for step in (-1, 0, 1) for one in self._edges[other].get(round(place / TOUCH) + step, ()))
        return [one for one in near if abs(one.box[other] - place) < TOUCH and _shared(cell, one, axis) > 0.6]

    def right(self, cell: Cell) -> list[Cell]:
        """The cells right beside one."""
        return self._touching(cell, 2, 0)

    def left(self, cell: Cell) -> list[Cell]:
        """The cells left beside one."""
        return self._touching(cell, 0, 2)

    def under(self, cell: Cell) -> list[Cell]:
        """The cells right under one."""
        return self._touching(cell, 1, 3)

    def over(self, cell: Cell) -> list[Cell]:
        """The cells right over one."""
        return self._touching(cell, 3, 1)

    def around(self, cells: Iterable[Cell]) -> set[Box]:
        """The boxes of all cells of the tables that some cells are in."""
        waiting = list(cells)
        seen = {cell.box for cell in waiting}
        while waiting:
            cell = waiting.pop()
            for other in (*self.right(cell), *self.left(cell), *self.under(cell), *self.over(cell)):
                if other.box not in seen:
                    seen.add(other.box)
                    waiting.append(other)
        return seen

    def is_corner(self, cell: Cell) -> bool:
        """Is an empty cell the corner between the heads of the columns and those of the rows?"""
        if self.left(cell):
            return False
        return any(other.glyphs for other in self.right(cell)) and any(other.glyphs for other in self.under(cell))

    def names_another(self, cell: Cell) -> bool:
        """Does the text of a cell name the empty cell beside or under it, or a group of boxes and texts beside it?"""
        right = self.right(cell)
        if any(not other.glyphs for other in (*right, *self.under(cell))):
            return True
        width = cell.box[2] - cell.box[0]
        wide = [other for other in right if width < 0.6 * (other.box[2] - other.box[0])]
        return any(len(other.glyphs) > LABEL or self._small.any_in(other.box) for other in wide)

    def named(self, blank: Blank, cell: Cell) -> Blank:
        """An empty cell with the text of the cell to its left, when no cell above it may be the head of its column."""
        left = [other for other in self.left(cell) if other.glyphs]
        if len(left) != 1 or self._has_head(cell):
            return blank
        text = label_text(left[0].glyphs)
        if not any(char.isalpha() for char in text):  # the number of a row, good enough when nothing else names it
            return blank._replace(after=text)
        return blank._replace(label=text, side="left") if len(text) <= LABEL else blank

    def _has_head(self, cell: Cell) -> bool:
        """Is there a text in a cell somewhere over a cell?"""
        upper = self.over(cell)
        for _ in range(COLUMN):
            if not upper or any(other.glyphs for other in upper):
                break
            upper = self.over(upper[0])
        return any(other.glyphs for other in upper)

    def has_beside(self, cell: Cell) -> bool:
        """Does a cell stand left or right of this one?"""
        return bool(self.left(cell) or self.right(cell))


def _shared(one: Cell, other: Cell, axis: int) -> float:
    """How much of the smaller side two cells share, from 0 to 1; ``axis`` 0: x, 1: y."""
    low, high = max(one.box[axis], other.box[axis]), min(one.box[axis + 2], other.box[axis + 2])
    side = min(one.box[axis + 2] - one.box[axis], other.box[axis + 2] - other.box[axis])
    return max(high - low, 0.0) / max(side, 0.1)


def rows_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The rows of some glyphs from the highest to the lowest, each from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if rows and rows[-1][0].base - glyph.base < 2.5:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.x0) for row in rows]


def label_text(glyphs: Sequence[Glyph]) -> str:
    """The text of a cell, row by row, words cut at the end of a row joined."""
    text = " ".join(text_of(row) for row in rows_of(glyphs))
    return re.sub(r"(?<=[a-zäöüß])- (?=[a-zäöüß])", "", text)
