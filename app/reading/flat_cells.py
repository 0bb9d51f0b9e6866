"""Places to write in a frame: empty cells of tables, combs, squares to tick; ``flat_rooms`` adds those beside text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.model import Box
from app.reading.flat_ink import Blank, Ink
from app.reading.flat_rooms import announced, rooms_of, without_headings
from app.reading.flat_table import Cell, Inner, Table, label_text
from app.reading.glyphs import MARK
from app.reading.ruled import Rule

TICK = (5.0, 19.0)
"""Smallest and largest side of a square to tick, in points."""
WIDE_TICK = 24.0
"""No frame that is wider, in points, is there to be ticked."""
COMB = (7.0, 26.0)
"""Narrowest and widest cell for one character."""
SMALLEST = (18.0, 8.5)
"""Width and height that an answer needs at least."""
TALLEST = 420.0
SHORT_SIDE = 0.25
"""A side that lacks no more than this share of the height at the top still divides two cells."""
STRIP = 11.0
"""Nobody writes in rows of a table that are lower than this, in points, and drawn one under the other."""
_EXAMPLE = re.compile(r"\b(?:Muster(?:mann|frau|person|stadt|straße|firma|weg)|Beispielfall|John Doe|Jane Doe)")
"""Only a form that is filled in to show how it is done holds these."""
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
            side = sides[end][1]
            if box is not None and side is not None and ink.crossed(side, box[1], box[3]):
                box = None
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
            if rule is not None and rule.y1 < top.y0 - max(2.0, SHORT_SIDE * height):
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
    rest = [cell for index, cell in enumerate(cells) if index not in used and not _is_tick(cell)]
    wide = _wide_ticks(rest)
    rest = [cell for cell in rest if cell not in wide]
    small = [*combs, *(Blank(cell.box, "check", "square") for cell in (*ticks, *wide))]
    frames = Inner(cell.box for cell in rest)
    inner = Inner([*(blank.box for blank in small), *(cell.box for cell in rest)])
    free = [cell for cell in rest if not inner.any_in(cell.box)]
    shown = Table(free, ()).around(cell for cell in free if cell.glyphs and _EXAMPLE.search(label_text(cell.glyphs)))
    free = [cell for cell in free if cell.box not in shown]
    empty = [cell for cell in free if _is_empty(cell)]
    filled = [cell for cell in free if cell.said()]
    table = Table([*rest, *wide], small)
    rooms = without_headings([blank for cell in filled for blank in rooms_of(cell, table)], filled)
    plain = len(filled) - len(rooms)
    if plain >= 20 and len(empty) + len(rooms) < 0.15 * plain:  # a table that is there to be read
        return small
    dates = [blank for cell in rest if cell.glyphs and not frames.any_in(cell.box) for blank in announced(cell)]
    found = [table.named(Blank(cell.box, "text", "cell"), cell) for cell in empty if not table.is_corner(cell)]
    return [*small, *_strips(found), *dates, *rooms]


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


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _is_tick(cell: Cell) -> bool:
    width, height = _size(cell.box)
    square = TICK[0] <= width <= TICK[1] and TICK[0] <= height <= TICK[1] and 0.6 <= width / height <= 1.6
    return square and all(glyph.char == MARK for glyph in cell.glyphs)


def _wide_ticks(cells: Sequence[Cell]) -> list[Cell]:
    """Empty frames a little wider than a square with a text in the frame before them, when there are several."""
    table = Table(cells, ())
    found = [
        cell
        for cell in cells
        if not cell.glyphs
        and TICK[1] - 3 < _size(cell.box)[0] <= WIDE_TICK
        and 12 <= _size(cell.box)[1] <= WIDE_TICK
        and any(other.glyphs for other in table.left(cell))
    ]
    return found if len(found) > 2 else []


def _is_empty(cell: Cell) -> bool:
    width, height = _size(cell.box)
    return not cell.said() and width >= SMALLEST[0] and height >= SMALLEST[1]


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
