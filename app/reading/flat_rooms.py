"""Room to write in a frame that has text of its own: under its label, beside it, behind a word that asks for a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.model import Box
from app.reading.flat_ink import Blank, covered, text_of
from app.reading.flat_lines import is_caption, pieces_of_row
from app.reading.flat_table import LABEL, Cell, Table, label_text, rows_of
from app.reading.glyphs import MARK

ROOM = 7.0
"""Height that an answer needs at least under a label in the same cell."""
NARROWEST = 36.0
"""Width that an answer needs at least under a label in the same cell."""
BEHIND = 50.0
"""Width that a date needs at least behind the word that asks for it."""
LINE = 11.0
"""Height of a line of writing, in points."""
_SPACED = re.compile(r"(?:\w ){4}")
_VALUE = re.compile(r"\d\d$")
_ASKS = re.compile(r"\b(?:von|bis|seit|ab|am|vom|from|to|until|since|on) ?:?$", re.IGNORECASE)
"""Words that ask for a date when nothing but room stands behind them: no sentence ends like this."""


def rooms_of(cell: Cell, table: Table) -> list[Blank]:
    """The blanks of a cell with a label in it: one, or one for each of several captions at its top."""
    room = _room(cell, table)
    if room is None or table.names_another(cell) or announced(cell):
        return []
    rows = rows_of(cell.glyphs)
    pieces = pieces_of_row(rows[0])
    below = room[2] - room[0] > 0.9 * (cell.box[2] - cell.box[0])
    if len(rows) > 1 or len(pieces) < 2 or not below or not all(is_caption(piece, most=6) for piece in pieces):
        return [Blank(room, "text", "cell", label_text(cell.glyphs))]
    starts = [room[0], *(piece[0].x0 - 3 for piece in pieces[1:])]
    ends = [*starts[1:], room[2]]
    return [
        Blank((start, room[1], end, room[3]), "text", "cell", text_of(piece))
        for start, end, piece in zip(starts, ends, pieces, strict=True)
    ]


def announced(cell: Cell) -> list[Blank]:
    """The room behind each ``von``, ``bis`` or ``seit`` at the end of a text in a cell."""
    found = []
    rows = rows_of(cell.glyphs)
    for number, row in enumerate(rows):
        size = row[0].size
        if number + 1 < len(rows) and row[0].base - rows[number + 1][0].base < 1.5 * size:
            continue
        pieces = pieces_of_row(row)
        ends = [*(piece[0].x0 for piece in pieces[1:]), cell.box[2]]
        for piece, end in zip(pieces, ends, strict=False):  # a row may have no words
            text = text_of([glyph for glyph in piece if glyph.char != MARK])
            if _ASKS.search(text) and end - piece[-1].x1 >= BEHIND:
                label = text if len(text.split()) > 1 or number == 0 else f"{label_text(rows[0])} {text}"
                base = row[0].base
                box = (piece[-1].x1 + 3, base - 3, end, base + LINE)
                found.append(Blank(box, "text", "cell", label, "left"))
    return found


def without_headings(rooms: Sequence[Blank], cells: Sequence[Cell]) -> list[Blank]:
    """The rooms without those under bold text where labels are not bold, or where it is the only one and is low."""
    bold = [blank for blank in rooms if blank.label and _is_bold(blank, cells)]
    low = all(blank.box[3] - blank.box[1] < 1.5 * LINE for blank in bold)
    if len(bold) < 0.5 * len(rooms) or (len(rooms) == 1 and low):
        return [blank for blank in rooms if blank not in bold]
    return list(rooms)


def _is_bold(blank: Blank, cells: Sequence[Cell]) -> bool:
    """Does the label in the cell of a blank begin in bold letters, or is most of it bold?"""
    x, y = (blank.box[0] + blank.box[2]) / 2, (blank.box[1] + blank.box[3]) / 2
    own = next((cell for cell in cells if cell.box[0] < x < cell.box[2] and cell.box[1] < y < cell.box[3]), None)
    return own is not None and (
        sum(glyph.bold for glyph in own.glyphs) > 0.6 * len(own.glyphs) or rows_of(own.glyphs)[0][0].bold
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
    if _SPACED.search(text) or _VALUE.search(text):  # a heading in spaced letters, an address
        return None
    x0, y0, x1, y1 = cell.box
    bottom = min(glyph.base - 0.25 * glyph.size for glyph in cell.glyphs)
    top = max(glyph.base + 0.75 * glyph.size for glyph in cell.glyphs)
    if bottom - y0 >= ROOM and x1 - x0 >= NARROWEST and y1 - top < 0.6 * (bottom - y0) + 1:
        return (x0, y0, x1, bottom)
    ends = max(glyph.x1 for glyph in cell.glyphs)
    one_line = covered(cell.glyphs) < 0.5 * (x1 - x0) and y1 - y0 <= 30 and ends - x0 < 0.5 * (x1 - x0)
    left = min(glyph.x0 for glyph in cell.glyphs)
    bold = sum(glyph.bold for glyph in cell.glyphs) > 0.6 * len(cell.glyphs)  # a heading on a bar
    if one_line and x1 - x0 >= 120 and left - x0 < 12 and not table.has_beside(cell) and not bold:
        return (ends + 3, y0, x1, y1)
    return None
