"""Parts of a form that the office fills in: what is blank there is no field of the citizen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.model import Box
from app.reading.flat_ink import Blank, Ink, text_of
from app.reading.flat_lines import pieces_of_row
from app.reading.flat_table import Cell
from app.reading.glyphs import Glyph

LONGEST = 14
"""Words; a longer text only speaks of such a part."""
LARGEST = 0.6
"""A frame over more than this share of a page is the frame of the form."""
BAR = 26.0
"""A lower frame, in points, is the heading of the part under it."""

_WHO = r"(?:\w*(?:amt|amtes|amts|behörde|stelle|gericht|verwaltung|kasse|jobcenter)|sachbearbeit\w+)"
_OFFICE = re.compile(
    rf"\bnicht (?:von|vom) (?:der |den |dem )?(?:antrag|kund|bürger)\w+.{{0,40}}(?:auszufüllen|ausfüllen)"
    rf"|\b(?:vom|von der|von dem) (?:zuständigen )?{_WHO} (?:auszufüllen|ausgefüllt|einzutragen|auszufertigen)"
    rf"|\bwird (?:vom|von der|von dem) {_WHO} (?:ausgefüllt|eingetragen)"
    r"|\bnur für (?:den )?(?:dienstgebrauch|amtlich|behördlich|intern|die (?:behörde|verwaltung)|den internen)"
    r"|^(?:amtliche|behördliche|interne) (?:vermerke|eintragungen)|^bearbeitungsvermerke?\b"
    r"|\b(?:office|official|agency|court|clerk|department\w*|staff|internal|administrative)(?:['’]?s)? use(?: only)?\b"
    r"|\bdo not (?:write|fill in) (?:in|below|under|above|anything)|\bdo not use this (?:area|space)",
    re.IGNORECASE,
)
_STAMP = re.compile(r"\b(?:eingangs|kosten)(?:stempel|vermerke?)\b|\bdate stamp\b|\breceived stamp\b", re.IGNORECASE)


def of_citizens(blanks: Iterable[Blank], cells: Sequence[Cell], ink: Ink, area: Box) -> list[Blank]:
    """The blanks that stand in no part for the office and leave no room for its stamp."""
    parts = _parts(cells, ink, area)
    return [
        blank
        for blank in blanks
        if not any(_holds(part, blank.box) for part in parts)
        and not _OFFICE.search(blank.label)
        and not (len(blank.label.split()) <= LONGEST and _STAMP.search(blank.label))
    ]


def _parts(cells: Sequence[Cell], ink: Ink, area: Box) -> list[Box]:
    """The areas for the office: the frame that says so, else what follows up to the next heading."""
    found = []
    rows = ink.rows()
    for number, row in enumerate(rows):
        for piece in pieces_of_row(row):
            text = text_of(piece)
            if len(text.split()) <= LONGEST and _OFFICE.search(text):
                found.append(_part(piece, rows[:number], cells, area))
    return found


def _part(said: Sequence[Glyph], below: Sequence[list[Glyph]], cells: Sequence[Cell], area: Box) -> Box:
    first = said[0]
    x, y = first.x0 + 1, first.base + 1
    whole = LARGEST * (area[2] - area[0]) * (area[3] - area[1])
    frames = [cell.box for cell in cells if _size(cell.box) < whole and _is_in(cell.box, x, y)]
    frame = min(frames, key=_size, default=None)
    if frame is not None and frame[3] - frame[1] > BAR:
        return frame
    heading = next((row for row in reversed(below) if _is_heading(row[0], first)), None)
    floor = heading[0].base + heading[0].size if heading else area[1]
    left, right = (frame[0], frame[2]) if frame is not None else (min(first.x0 - 20, area[2] / 2), area[2])
    return (left, floor, right, first.base + first.size)


def _is_heading(glyph: Glyph, said: Glyph) -> bool:
    """Does a row that begins with this glyph begin another part?"""
    return glyph.bold and glyph.size >= said.size and glyph.x0 <= said.x0 + 12


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_in(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _holds(part: Box, box: Box) -> bool:
    return _is_in(part, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
