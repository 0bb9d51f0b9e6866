"""Places to write in a frame: empty cells of tables, boxes with their label at the top, combs, squares to tick."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.model import Box
from app.reading.flat_ink import Blank, Ink, covered
from app.reading.flat_table import LABEL, Cell, Inner, Table, label_text
from app.reading.glyphs import MARK
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
STRIP = 11.0
"""Nobody writes in rows of a table that are lower than this, in points, and drawn one under the other."""
_EXAMPLE = re.compile(r"\b(?:Muster(?:mann|frau|person|stadt|straße|firma|weg)|Beispielfall|John Doe|Jane Doe)")
"""Only a form that is filled in to show how it is done holds these."""
_SPACED = re.compile(r"(?:\w ){4}")
MANY_LINES = 150_000
"""A page with more pairs of a horizontal and a vertical line is a drawing or a table to read, and no form."""


def cells_of(flat: Sequence[Rule], upright: Sequence[Rule], ink: Ink) -> list[Cell]:
    """The rectangles between ruled lines that no full line divides. Outer sides of a table may lack their line."""
    if len(flat) * len(upright) > MANY_LINES:
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


def white_cells(areas: Sequence[Box], framed: Sequence[Cell], ink: Ink) -> list[Cell]:
    """White areas on a coloured ground as rectangles, those that no lines frame; pieces of one number together."""
    boxes: list[Box] = []
    for box in sorted(areas, key=lambda box: (-round(box[3] / 3), box[0])):
        last = boxes[-1] if boxes else None
        if last and not ink.within(box) and not ink.within(last) and _is_piece(last, box):
            boxes[-1] = (last[0], last[1], box[2], last[3])
        elif not any(_is_same(cell.box, box) for cell in framed):
            boxes.append(box)
    return [Cell(box, tuple(ink.within(box))) for box in boxes]


def _is_piece(last: Box, box: Box) -> bool:
    """Are two areas the next pieces of one number, with hardly any room between?"""
    row = abs(last[1] - box[1]) < 1 and abs(last[3] - box[3]) < 1
    return row and 0.2 < box[0] - last[2] < 4 and box[2] - box[0] < 60


def _is_same(one: Box, other: Box) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 4


_Side = tuple[float, Rule | None]


def _sides(floor: Rule, upright: Sequence[Rule]) -> list[_Side]:
    """The vertical lines that stand on a horizontal one, and its ends where none stands there."""
    sides: list[_Side] = [
        (rule.x0, rule)
        for rule in upright
        if floor.x0 - 3 <= rule.x0 <= floor.x1 + 3 and rule.y0 <= floor.y0 + 4 and rule.y1 >= floor.y0 + 5
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


def loose_lines(flat: Sequence[Rule], cells: Iterable[Cell]) -> list[Rule]:
    """The horizontal lines that are no edge of a framed rectangle."""
    edges: dict[int, list[tuple[float, Box]]] = defaultdict(list)
    for cell in cells:
        for height in (cell.box[1], cell.box[3]):
            edges[round(height / 2)].append((height, cell.box))
    return [rule for rule in flat if not _frames(rule, edges)]


def _frames(rule: Rule, edges: Mapping[int, list[tuple[float, Box]]]) -> bool:
    near = (entry for step in (-1, 0, 1) for entry in edges.get(round(rule.y0 / 2) + step, ()))
    return any(
        abs(height - rule.y0) < 3
        and min(box[2], rule.x1) - max(box[0], rule.x0) > 0.5 * min(rule.x1 - rule.x0, box[2] - box[0])
        for height, box in near
    )


def cell_blanks(cells: Sequence[Cell]) -> list[Blank]:
    """The blanks among rectangles: squares to tick, combs, empty cells, room under and beside labels."""
    combs, used = _combs(cells)
    ticks = [cell for index, cell in enumerate(cells) if index not in used and _is_tick(cell)]
    small = [*combs, *(Blank(cell.box, "check", "mark") for cell in ticks)]
    rest = [cell for index, cell in enumerate(cells) if index not in used and not _is_tick(cell)]
    inner = Inner([*(blank.box for blank in small), *(cell.box for cell in rest)])
    free = [cell for cell in rest if not inner.any_in(cell.box)]
    shown = Table(free, ()).around(cell for cell in free if cell.glyphs and _EXAMPLE.search(label_text(cell.glyphs)))
    free = [cell for cell in free if cell.box not in shown]
    empty = [cell for cell in free if _is_empty(cell)]
    filled = [cell for cell in free if cell.glyphs]
    table = Table(rest, small)
    rooms = [
        Blank(room, "text", "cell", label_text(cell.glyphs))
        for cell in filled
        if (room := _room(cell, table)) is not None and not table.names_another(cell)
    ]
    bold = [blank for blank in rooms if blank.label and _is_bold(blank, filled)]
    if len(bold) < 0.5 * len(rooms):  # where labels are not bold, what is bold is a heading
        rooms = [blank for blank in rooms if blank not in bold]
    plain = len(filled) - len(rooms)
    if plain >= 20 and len(empty) + len(rooms) < 0.15 * plain:  # a table that is there to be read
        return small
    found = [table.named(Blank(cell.box, "text", "cell"), cell) for cell in empty if not table.is_corner(cell)]
    return [*small, *_strips(found), *rooms]


def _strips(blanks: Sequence[Blank]) -> list[Blank]:
    """A coloured area drawn as three or more low strips without a line between them is one blank."""
    piles: list[list[Blank]] = []
    for blank in sorted(blanks, key=lambda blank: (blank.box[0], blank.box[2], -blank.box[3])):
        if piles and _is_strip(piles[-1][-1].box, blank.box):
            piles[-1].append(blank)
        else:
            piles.append([blank])
    result: list[Blank] = []
    for pile in piles:
        whole = [pile[0]._replace(box=_around([blank.box for blank in pile]))]
        result.extend(whole if len(pile) >= 3 else pile)
    return result


def _is_strip(upper: Box, lower: Box) -> bool:
    low = max(_size(upper)[1], _size(lower)[1]) <= STRIP
    return low and abs(upper[0] - lower[0]) + abs(upper[2] - lower[2]) < 2 and -1 <= upper[1] - lower[3] < 60


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


def _room(cell: Cell, table: Table) -> Box | None:
    """The free room of a cell under the label at its top, or beside the label at its left."""
    text = label_text(cell.glyphs)
    room = min(glyph.base for glyph in cell.glyphs) - cell.box[1]
    if (
        len(text) > (LABEL if room < 25 else 2 * LABEL)
        or not any(char.isalpha() for char in text)
        or any(char in f"{MARK}_…" for char in text)
    ):
        return None
    if _SPACED.search(text):  # a heading in spaced letters
        return None
    x0, y0, x1, y1 = cell.box
    bottom = min(glyph.base - 0.25 * glyph.size for glyph in cell.glyphs)
    top = max(glyph.base + 0.75 * glyph.size for glyph in cell.glyphs)
    if bottom - y0 >= ROOM and x1 - x0 >= 2 * SMALLEST[0] and y1 - top < 0.6 * (bottom - y0) + 1:
        return (x0, y0, x1, bottom)
    ends = max(glyph.x1 for glyph in cell.glyphs)
    one_line = covered(cell.glyphs) < 0.5 * (x1 - x0) and y1 - y0 <= 30 and ends - x0 < 0.5 * (x1 - x0)
    left = min(glyph.x0 for glyph in cell.glyphs)
    bold = sum(glyph.bold for glyph in cell.glyphs) > 0.6 * len(cell.glyphs)  # a heading on a bar
    if one_line and x1 - x0 >= 120 and left - x0 < 12 and not table.has_beside(cell) and not bold:
        return (ends + 3, y0, x1, y1)
    return None
