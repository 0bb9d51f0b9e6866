"""Places to write in a frame: empty cells of tables, boxes with their label at the top, combs, squares to tick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.model import Box
from app.reading.flat_ink import Blank, Ink, covered, text_of
from app.reading.glyphs import MARK, Glyph
from app.reading.ruled import Rule

TICK = (5.0, 19.0)
"""Smallest and largest side of a square to tick, in points."""
COMB = (7.0, 26.0)
"""Narrowest and widest cell for one character."""
SMALLEST = (18.0, 8.5)
"""Width and height that an answer needs at least."""
ROOM = 7.0
"""Height that an answer needs at least under a label in the same cell."""
TALLEST = 420.0
LABEL = 110
"""Characters; a frame with more text at its top is no field with a label."""
COLUMN = 60
"""Cells one above the other that are looked at."""
MANY_LINES = 1_500
"""A page with more lines in one direction is a drawing and no form."""


class Cell(NamedTuple):
    """A framed rectangle, and what is printed in it."""

    box: Box
    glyphs: tuple[Glyph, ...]


def cells_of(flat: Sequence[Rule], upright: Sequence[Rule], ink: Ink) -> list[Cell]:
    """The rectangles between ruled lines that no full line divides. Outer sides of a table may lack their line."""
    if max(len(flat), len(upright)) > MANY_LINES:
        return []
    found: dict[tuple[int, ...], Box] = {}
    for number, floor in enumerate(flat):
        sides = _sides(floor, upright)
        if len(sides) < 2 or not any(rule is not None for _, rule in sides):
            continue
        start = 0
        for end in range(1, len(sides)):
            box = _closed(sides[start], sides[end], floor, flat[number + 1 :])
            if box is None and end < len(sides) - 1:
                continue
            if box is not None:
                found.setdefault(tuple(round(value / 3) for value in box), box)
            start = end
    return [Cell(box, tuple(ink.within(box))) for box in sorted(found.values(), key=lambda box: (-box[3], box[0]))]


_Side = tuple[float, Rule | None]


def _sides(floor: Rule, upright: Sequence[Rule]) -> list[_Side]:
    """The vertical lines that stand on a horizontal one, and its ends where none stands there."""
    sides: list[_Side] = [
        (rule.x0, rule)
        for rule in upright
        if floor.x0 - 3 <= rule.x0 <= floor.x1 + 3 and rule.y0 <= floor.y0 + 3 and rule.y1 >= floor.y0 + 5
    ]
    if sides and sides[0][0] > floor.x0 + 3:
        sides.insert(0, (floor.x0, None))
    if sides and sides[-1][0] < floor.x1 - 3:
        sides.append((floor.x1, None))
    return sides


def _closed(left: _Side, right: _Side, floor: Rule, above: Sequence[Rule]) -> Box | None:
    """The rectangle between two sides, when a line closes it above and the sides reach up to that."""
    x0, x1 = left[0], right[0]
    if x1 - x0 < 4:
        return None
    for top in above:
        height = top.y0 - floor.y0
        if height > TALLEST:
            return None
        if height < 4 or top.x0 > x0 + 3 or top.x1 < x1 - 3:
            continue
        for x, rule in (left, right):
            if rule is None and min(abs(top.x0 - x), abs(top.x1 - x)) > 3:
                return None
            if rule is not None and rule.y1 < top.y0 - max(2.0, 0.12 * height):
                return None
        return (x0, floor.y0, x1, top.y0)
    return None


def frames(rule: Rule, cells: Iterable[Cell]) -> bool:
    """Is a horizontal line an edge of a framed rectangle?"""
    return any(
        min(abs(cell.box[1] - rule.y0), abs(cell.box[3] - rule.y0)) < 1.5
        and min(cell.box[2], rule.x1) - max(cell.box[0], rule.x0)
        > 0.5 * min(rule.x1 - rule.x0, cell.box[2] - cell.box[0])
        for cell in cells
    )


def cell_blanks(cells: Sequence[Cell]) -> list[Blank]:
    """The blanks among framed rectangles: squares to tick, combs, empty cells, room under and beside labels."""
    combs, used = _combs(cells)
    ticks = [cell for index, cell in enumerate(cells) if index not in used and _is_tick(cell)]
    small = [*combs, *(Blank(cell.box, "check", "mark") for cell in ticks)]
    rest = [cell for index, cell in enumerate(cells) if index not in used and not _is_tick(cell)]
    free = [cell for cell in rest if not _holds(cell, small) and not _holds_cell(cell, rest)]
    empty = [cell for cell in free if _is_empty(cell)]
    filled = [cell for cell in free if cell.glyphs]
    table = Table([cell for index, cell in enumerate(cells) if index not in used], small)
    rooms = [
        Blank(room, "text", "cell", label_text(cell.glyphs))
        for cell in filled
        if not table.names_another(cell) and (room := _room(cell, table)) is not None
    ]
    bold = [blank for blank in rooms if blank.label and _is_bold(blank, filled)]
    if len(bold) < 0.5 * len(rooms):  # where labels are not bold, what is bold is a heading
        rooms = [blank for blank in rooms if blank not in bold]
    plain = len(filled) - len(rooms)
    if plain >= 20 and len(empty) < 0.15 * plain:  # a table that is there to be read
        return [*small, *rooms]
    found = [table.named(Blank(cell.box, "text", "cell"), cell) for cell in empty if not table.is_corner(cell)]
    return [*small, *found, *rooms]


def label_text(glyphs: Sequence[Glyph]) -> str:
    """The text of a cell, row by row, words cut at the end of a row joined."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        if rows and rows[-1][0].base - glyph.base < 2.5:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    text = " ".join(text_of(sorted(row, key=lambda glyph: glyph.x0)) for row in rows)
    return re.sub(r"(?<=[a-zäöüß])- (?=[a-zäöüß])", "", text)


def _is_bold(blank: Blank, cells: Sequence[Cell]) -> bool:
    """Is the label in the cell of a blank bold?"""
    x, y = (blank.box[0] + blank.box[2]) / 2, (blank.box[1] + blank.box[3]) / 2
    own = next((cell for cell in cells if cell.box[0] < x < cell.box[2] and cell.box[1] < y < cell.box[3]), None)
    return own is not None and sum(glyph.bold for glyph in own.glyphs) > 0.6 * len(own.glyphs)


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _is_tick(cell: Cell) -> bool:
    width, height = _size(cell.box)
    square = TICK[0] <= width <= TICK[1] and TICK[0] <= height <= TICK[1] and 0.6 <= width / height <= 1.6
    return square and all(glyph.char == MARK for glyph in cell.glyphs)


def _is_empty(cell: Cell) -> bool:
    width, height = _size(cell.box)
    return not cell.glyphs and width >= SMALLEST[0] and height >= SMALLEST[1]


def _combs(cells: Sequence[Cell]) -> tuple[list[Blank], set[int]]:
    """Rows of touching narrow empty cells, each one blank; groups with little room between (a date) too."""
    narrow = [
        index
        for index, cell in enumerate(cells)
        if not cell.glyphs and COMB[0] <= _size(cell.box)[0] <= COMB[1] and 8 <= _size(cell.box)[1] <= 34
    ]
    runs: list[list[int]] = []
    for index in sorted(narrow, key=lambda index: (round(cells[index].box[1] / 4), cells[index].box[0])):
        last = cells[runs[-1][-1]].box if runs else None
        box = cells[index].box
        if last and abs(last[1] - box[1]) < 2 and abs(last[3] - box[3]) < 2 and -2 <= box[0] - last[2] < 3:
            runs[-1].append(index)
        else:
            runs.append([index])
    groups: list[list[int]] = []
    for run in (run for run in runs if len(run) >= 2):
        last, box = (cells[groups[-1][-1]].box if groups else None), cells[run[0]].box
        if last and abs(last[1] - box[1]) < 2 and 0 <= box[0] - last[2] < 16:
            groups[-1].extend(run)
        else:
            groups.append(list(run))
    found = [group for group in groups if len(group) >= 3 or _size(cells[group[0]].box)[1] > 11]
    blanks = [Blank(_around([cells[index].box for index in group]), "text", "comb") for group in found]
    return blanks, {index for group in found for index in group}


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _holds(cell: Cell, blanks: Iterable[Blank]) -> bool:
    """Does a smaller blank stand inside?"""
    return any(_inside(blank.box, cell.box) for blank in blanks)


def _holds_cell(cell: Cell, others: Iterable[Cell]) -> bool:
    return any(other is not cell and _inside(other.box, cell.box) for other in others)


def _inside(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    smaller = _size(inner)[0] * _size(inner)[1] < 0.9 * _size(outer)[0] * _size(outer)[1]
    return smaller and outer[0] < x < outer[2] and outer[1] < y < outer[3]


def _room(cell: Cell, table: Table) -> Box | None:
    """The free room of a cell under the label at its top, or beside the label at its left."""
    text = label_text(cell.glyphs)
    if len(text) > LABEL or not any(char.isalpha() for char in text) or any(char in f"{MARK}_…" for char in text):
        return None
    x0, y0, x1, y1 = cell.box
    bottom = min(glyph.base - 0.25 * glyph.size for glyph in cell.glyphs)
    top = max(glyph.base + 0.75 * glyph.size for glyph in cell.glyphs)
    if bottom - y0 >= ROOM and x1 - x0 >= 2 * SMALLEST[0] and y1 - top < 0.6 * (bottom - y0) + 1:
        return (x0, y0, x1, bottom)
    ends = max(glyph.x1 for glyph in cell.glyphs)
    one_line = covered(cell.glyphs) < 0.5 * (x1 - x0) and y1 - y0 <= 30 and ends - x0 < 0.5 * (x1 - x0)
    left = min(glyph.x0 for glyph in cell.glyphs)
    if one_line and x1 - x0 >= 120 and left - x0 < 12 and not table.has_beside(cell):
        return (ends + 3, y0, x1, y1)
    return None


class Table:
    """Which framed rectangles stand beside and under each other."""

    def __init__(self, cells: Sequence[Cell], small: Sequence[Blank]) -> None:
        self._cells = cells
        self._small = small

    def _right(self, cell: Cell) -> list[Cell]:
        return [other for other in self._cells if abs(other.box[0] - cell.box[2]) < 3 and _shared(cell, other, 1) > 0.6]

    def _left(self, cell: Cell) -> list[Cell]:
        return [other for other in self._cells if abs(other.box[2] - cell.box[0]) < 3 and _shared(cell, other, 1) > 0.6]

    def _under(self, cell: Cell) -> list[Cell]:
        return [other for other in self._cells if abs(other.box[3] - cell.box[1]) < 3 and _shared(cell, other, 0) > 0.6]

    def _over(self, cell: Cell) -> list[Cell]:
        return [other for other in self._cells if abs(other.box[1] - cell.box[3]) < 3 and _shared(cell, other, 0) > 0.6]

    def is_corner(self, cell: Cell) -> bool:
        """Is an empty cell the corner between the heads of the columns and those of the rows?"""
        outer = not self._left(cell) and not self._over(cell)
        return (
            outer
            and any(other.glyphs for other in self._right(cell))
            and any(other.glyphs for other in self._under(cell))
        )

    def names_another(self, cell: Cell) -> bool:
        """Does the text of a cell name the empty cell beside or under it, or a group of boxes and texts beside it?"""
        if any(not other.glyphs for other in (*self._right(cell), *self._under(cell))):
            return True
        return any(len(other.glyphs) > LABEL or _holds(other, self._small) for other in self._right(cell))

    def named(self, blank: Blank, cell: Cell) -> Blank:
        """An empty cell with the text of the cell to its left, when no cell above it may be the head of its column."""
        left = [other for other in self._left(cell) if other.glyphs]
        if len(left) != 1 or any(other.glyphs for other in self._column(cell)):
            return blank
        text = label_text(left[0].glyphs)
        return blank._replace(label=text, side="left") if len(text) <= LABEL else blank

    def _column(self, cell: Cell) -> list[Cell]:
        """All cells over a cell, one above the other."""
        found: list[Cell] = []
        upper = self._over(cell)
        while upper and len(found) < COLUMN:
            found.extend(upper)
            upper = self._over(upper[0])
        return found

    def has_beside(self, cell: Cell) -> bool:
        """Does a cell stand left or right of this one?"""
        return bool(self._left(cell) or self._right(cell))


def _shared(one: Cell, other: Cell, axis: int) -> float:
    """How much of the smaller side two cells share, from 0 to 1; ``axis`` 0: x, 1: y."""
    low, high = max(one.box[axis], other.box[axis]), min(one.box[axis + 2], other.box[axis + 2])
    side = min(one.box[axis + 2] - one.box[axis], other.box[axis + 2] - other.box[axis])
    return max(high - low, 0.0) / max(side, 0.1)
