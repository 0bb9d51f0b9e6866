"""The printed lines of one page, quick to ask by height: what the search for labels looks at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.model import Box
from app.reading.blocks import Printed
from app.reading.glyphs import to_sheet
from app.reading.pieces import Piece
from app.reading.roles import words
from app.reading.rows import GAP

ROW = 15.0
"""Lines whose baseline is further away from a field than this, in points, are not in its row."""
LONG = 40
"""A text of more words is no label; then only its nearest line counts."""

_UNIT = re.compile(
    r"(?:euro?|€|ct|cent|prozent|%|km|m²|qm|kg|v\. ?h\.|usd|\$|nr\.?|st\.?|x|=|\+|-|–|/|\(|\)|\W+)", re.IGNORECASE
)
_CUT = re.compile(r"(?<=[a-zäöüß])- (?=[a-zäöüß])")


@dataclass(frozen=True, slots=True)
class Found:
    """A text near a field and how far away it is, in points."""

    text: str
    distance: float
    block: str


@dataclass(frozen=True, slots=True)
class Spot:
    """One printed line with the block it belongs to."""

    piece: Piece
    box: Box
    printed: Printed
    speaks: bool
    """Does it hold a word, not just a unit, a sign or a number?"""


class Spots:
    """All printed lines of one page that may name a field, the lowest first."""

    def __init__(self, printed: Iterable[Printed], turned: Iterable[Printed] = (), turn: int = 0) -> None:
        """``turned``: texts that run up or down the page, as heads of narrow columns do; ``turn``: of the page."""
        self.all = [
            Spot(piece, piece.box, item, speaks(piece.text))
            for item in printed
            if item.block.role != "furniture" or len(words(item.block.text)) in range(1, 5)
            for piece in item.paragraph.pieces
        ]
        self.all.sort(key=lambda spot: spot.piece.base)
        self.turned = [_upright(item, turn) for item in turned if item.block.boxes]
        self._bases = [spot.piece.base for spot in self.all]

    def between(self, low: float, high: float) -> list[Spot]:
        """The lines with a baseline between two heights."""
        return self.all[bisect_left(self._bases, low) : bisect_right(self._bases, high)]

    def within(self, area: Box) -> list[Spot]:
        """The lines whose middle lies in an area, from top to bottom and left to right."""
        found = [
            spot
            for spot in self.between(area[1] - ROW, area[3])
            if area[0] <= (spot.box[0] + spot.box[2]) / 2 <= area[2]
            and area[1] <= (spot.box[1] + spot.box[3]) / 2 <= area[3]
        ]
        return sorted(found, key=lambda spot: (-round(spot.piece.base / 3), spot.box[0]))

    def turned_within(self, area: Box) -> list[Spot]:
        """The texts across the direction of the page whose middle lies in an area, from left to right."""
        found = [
            spot
            for spot in self.turned
            if area[0] <= (spot.box[0] + spot.box[2]) / 2 <= area[2]
            and area[1] <= (spot.box[1] + spot.box[3]) / 2 <= area[3]
        ]
        return sorted(found, key=lambda spot: spot.box[0])


def _upright(item: Printed, turn: int) -> Spot:
    """A text across the direction of the page as one line at its lower edge."""
    boxes = [to_sheet(box, turn) for box in item.block.boxes]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    piece = Piece(item.block.text, (box[0], box[2]), box[1], item.paragraph.size)
    return Spot(piece, box, item, speaks(item.block.text))


def speaks(text: str) -> bool:
    """Does a line hold a word rather than a unit, a sign or a number?"""
    plain = text.strip(" -–.,:;/*")
    return bool(plain) and not _UNIT.fullmatch(plain) and any(len(word) > 1 for word in words(plain))


def same_row(text: Box, field: Box) -> bool:
    """Do they share a height: at least half of the lower one?"""
    shared = min(text[3], field[3]) - max(text[1], field[1])
    return shared >= 0.45 * min(text[3] - text[1], field[3] - field[1])


def across(one: Box, other: Box) -> float:
    """How much of the narrower box stands over or under the other one, from 0 to 1."""
    shared = min(one[2], other[2]) - max(one[0], other[0])
    return max(shared, 0.0) / max(min(one[2] - one[0], other[2] - other[0]), 0.1)


def before(piece: Piece, x: float) -> tuple[str, float]:
    """The words of a line that end before ``x``, and where they end. A blank inside a sentence ends a label."""
    if piece.x1 <= x + 3:
        return (piece.text.rsplit(GAP, 1)[-1].strip(), piece.x1)
    position = bisect_left(piece.edges, x - 1)
    if GAP not in piece.text[max(position - len(GAP) - 2, 0) : position + len(GAP) + 2]:
        return ("", 0.0)
    gap = piece.text.rfind(GAP, 0, position + len(GAP) + 2)
    text = piece.text[:gap].rstrip()
    return (text.rsplit(GAP, 1)[-1].strip(), piece.edges[len(text)])


def text_of(spot: Spot, *, whole: bool = False) -> str:
    """The text of the block of a line, or of the line alone when the block is long."""
    text = spot.printed.block.text
    if not whole and len(words(text)) <= LONG and GAP not in text:
        own = _with_colon(spot)
        return text if len(own) == len(spot.printed.paragraph.pieces) else " ".join(piece.text for piece in own)
    return text if whole else spot.piece.text


def _with_colon(spot: Spot) -> list[Piece]:
    """The lines of a block that a line goes on with: each line with a colon at its end ends a label."""
    own: list[Piece] = []
    for piece in spot.printed.paragraph.pieces:
        own.append(piece)
        if piece.text.rstrip().endswith(":"):
            if any(other is spot.piece for other in own):
                break
            own = []
    return own


def text_of_all(spots: Sequence[Spot]) -> str:
    """Lines in reading order as one text; a block that is there as a whole in its own words."""
    parts: list[str] = []
    seen: set[str] = set()
    for spot in spots:
        pieces = spot.printed.paragraph.pieces
        if len(pieces) > 1 and all(any(other.piece is piece for other in spots) for piece in pieces):
            if spot.printed.block.id not in seen:
                parts.append(spot.printed.block.text)
            seen.add(spot.printed.block.id)
        else:
            parts.append(spot.piece.text)
    return _CUT.sub("", " ".join(parts))
