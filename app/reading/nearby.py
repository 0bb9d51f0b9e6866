"""What is printed around a form field: to its left, above it, beside a box to tick, at the head of its column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.model import Box
from app.reading.blocks import Printed
from app.reading.fields import RawField, Widget
from app.reading.glyphs import to_sheet
from app.reading.pieces import Piece
from app.reading.roles import words
from app.reading.rows import GAP

LEFT_REACH = 220.0
ABOVE_REACH = 16.0
BELOW_REACH = 13.0
BESIDE_REACH = 30.0
ROW_REACH = 420.0
"""How far a label may be away from its field, in points."""
ROW = 15.0
"""Lines whose baseline is further away from a field than this, in points, are not in its row."""
COLUMN_ROWS = 40
"""A table has at most so many rows of fields under its head."""
LONG = 40
"""A text of more words is no label; then only its nearest line counts."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text near a field and how far away it is, in points."""

    text: str
    distance: float
    block: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """One printed line with the block it belongs to."""

    piece: Piece
    box: Box
    printed: Printed


class Neighbourhood:
    """The printed lines and the fields of one page, ready to be asked about."""

    def __init__(self, page: int, printed: Sequence[Printed], fields: Sequence[RawField]) -> None:
        own = [item for item in printed if item.sheet.page == page and item.sheet.main]
        self._turn = own[0].sheet.turn if own else 0
        self._spots = [
            _Spot(piece, piece.box, item)
            for item in own
            if item.block.role != "furniture" or len(words(item.block.text)) in range(1, 5)
            for piece in item.paragraph.pieces
        ]
        self._spots.sort(key=lambda spot: spot.piece.base)
        self._bases = [spot.piece.base for spot in self._spots]
        self._known: dict[tuple[str, Widget], Found | None] = {}
        self._fields = [
            to_sheet(widget.box, self._turn) for item in fields for widget in item.widgets if widget.page == page
        ]

    def _box(self, widget: Widget) -> Box:
        return to_sheet(widget.box, self._turn)

    def _between(self, low: float, high: float) -> list[_Spot]:
        """The printed lines with a baseline between two heights."""
        return self._spots[bisect_left(self._bases, low) : bisect_right(self._bases, high)]

    def left(self, widget: Widget, reach: float = LEFT_REACH) -> Found | None:
        """The text to the left in the same row, with no other field between."""
        key = (f"left {reach}", widget)
        if key not in self._known:
            self._known[key] = self._left(self._box(widget), reach)
        return self._known[key]

    def _left(self, box: Box, reach: float) -> Found | None:
        """Units and row numbers between the text and the field are passed over."""
        found = []
        for spot in self._between(box[1] - ROW, box[3] + ROW):
            text, right = _before(spot.piece, box[0]) if _same_row(spot.box, box) else ("", 0.0)
            if text and box[0] - right >= -3:
                found.append((box[0] - right, text, spot))
        found.sort(key=lambda entry: entry[0])
        for number, (distance, text, spot) in enumerate(found):
            passed = number > 0 and found[0][0] < 40
            if distance > (ROW_REACH if passed and reach == LEFT_REACH else reach):
                break
            if not any(len(word) > 1 for word in words(text)):
                continue
            if self._field_between(box[0] - distance, box[0], box):
                break
            whole = text == spot.piece.text
            return Found(_text(spot) if whole else text, distance, spot.printed.block.id)
        return None

    def right(self, widget: Widget) -> Found | None:
        """The text right beside a box to tick."""
        box = self._box(widget)
        found = [
            spot for spot in self._spots if _same_row(spot.box, box) and -3 <= spot.piece.x0 - box[2] <= BESIDE_REACH
        ]
        best = min(found, key=lambda spot: spot.piece.x0, default=None)
        if best is None or self._field_between(box[2], best.piece.x0, box):
            return None
        return Found(_text(best, whole=True), best.piece.x0 - box[2], best.printed.block.id)

    def above(self, widget: Widget) -> Found | None:
        """The text close above, over the beginning of the field."""
        key = ("above", widget)
        if key not in self._known:
            self._known[key] = self._over(self._box(widget), ABOVE_REACH)
        return self._known[key]

    def _over(self, box: Box, reach: float) -> Found | None:
        found = []
        for spot in self._between(box[3] - ROW, box[3] + reach):
            distance = spot.piece.base - box[3]
            starts_near = abs(spot.box[0] - box[0]) < 25 or spot.box[0] <= box[0] <= spot.box[2]
            inside = box[0] - 5 <= spot.box[0] and spot.box[2] <= box[2] + 5
            if -0.35 * spot.piece.size <= distance <= reach and (starts_near or inside):
                found.append((distance, abs(spot.box[0] - box[0]), spot))
        best = min(found, key=lambda entry: (round(entry[0] / 4), entry[1]), default=None)
        if best is None or self._covered(best[2].piece.base, box):
            return None
        return Found(_text(best[2]), max(best[0], 0.0), best[2].printed.block.id)

    def below(self, widget: Widget) -> Found | None:
        """The text close below, as under a line to write on: in brackets or in small print."""
        box = self._box(widget)
        found = [
            (box[1] - spot.box[3], spot)
            for spot in self._between(box[1] - 4 * ROW, box[1] + ROW)
            if -3 <= box[1] - spot.box[3] <= BELOW_REACH and min(spot.box[2], box[2]) - max(spot.box[0], box[0]) > 0
        ]
        best = min(found, key=lambda entry: (entry[0], entry[1].piece.x0), default=None)
        if best is None or not (best[1].piece.text.startswith("(") or len(words(best[1].piece.text)) <= 6):
            return None
        return Found(_text(best[1]), max(best[0], 0.0), best[1].printed.block.id)

    def inside(self, widget: Widget) -> Found | None:
        """The text printed within the area of the field, at its upper left."""
        box = self._box(widget)
        for spot in self._between(box[1] - ROW, box[3] + ROW):
            middle = (spot.box[1] + spot.box[3]) / 2
            if (
                box[0] - 2 <= spot.box[0]
                and spot.box[2] <= box[2] + 2
                and box[1] <= middle <= box[3]
                and len(words(spot.piece.text)) > 1
            ):
                return Found(_text(spot), 0.0, spot.printed.block.id)
        return None

    def column(self, widget: Widget) -> Found | None:
        """The head of the column of a table, and the text at the left of the row."""
        box = top = self._box(widget)
        for _ in range(COLUMN_ROWS):
            upper = [
                other
                for other in self._fields
                if -2 <= other[1] - top[3] <= max(12.0, top[3] - top[1])
                and min(other[2], box[2]) - max(other[0], box[0]) > 0.6 * (box[2] - box[0])
            ]
            if not upper:
                break
            top = min(upper, key=lambda other: other[1])
        head = self._over(top, 2 * ABOVE_REACH) if top != box else None
        if head is None or len(words(head.text)) > LONG:
            return None
        rows = [
            spot
            for spot in self._between(box[1] - ROW, box[3] + ROW)
            if _same_row(spot.box, box) and spot.box[2] <= box[0] and 0 < len(words(spot.piece.text)) < 12
        ]
        row = min(rows, key=lambda spot: spot.box[0], default=None)
        texts = [head.text, *([_text(row)] if row is not None else [])]
        return Found(", ".join(dict.fromkeys(texts)), head.distance, head.block)

    def question(self, widgets: Sequence[Widget]) -> Found | None:
        """The text above or left of a group of buttons."""
        first = max(widgets, key=lambda widget: (round(self._box(widget)[3]), -self._box(widget)[0]))
        same_page = [self._box(widget) for widget in widgets if widget.page == first.page]
        group = (
            min(box[0] for box in same_page),
            min(box[1] for box in same_page),
            max(box[2] for box in same_page),
            max(box[3] for box in same_page),
        )
        left = self.left(first)
        if left is not None:
            return left
        found = [
            spot
            for spot in self._spots
            if -2 <= spot.piece.base - group[3] <= 40
            and spot.box[0] <= group[0] + 25
            and spot.box[2] >= group[0] - 60
            and spot.piece.marker != "mark"
        ]
        best = min(found, key=lambda spot: (spot.piece.base, -spot.box[0]), default=None)
        return Found(_text(best, whole=True), best.piece.base - group[3], best.printed.block.id) if best else None

    def _field_between(self, x0: float, x1: float, row: Box) -> bool:
        middle = (row[1] + row[3]) / 2
        return any(
            box != row and box[1] <= middle <= box[3] and x0 - 1 <= (box[0] + box[2]) / 2 <= x1 + 1
            for box in self._fields
        )

    def _covered(self, base: float, box: Box) -> bool:
        """Does another field stand between the text and the field?"""
        return any(
            other != box
            and box[3] - 1 <= (other[1] + other[3]) / 2 <= base
            and min(other[2], box[2]) - max(other[0], box[0]) > 0.3 * (box[2] - box[0])
            for other in self._fields
        )


def _same_row(text: Box, field: Box) -> bool:
    """Do they share a height: at least half of the lower one?"""
    shared = min(text[3], field[3]) - max(text[1], field[1])
    return shared >= 0.45 * min(text[3] - text[1], field[3] - field[1])


def _before(piece: Piece, x: float) -> tuple[str, float]:
    """The words of a line that end before ``x``, and where they end. A blank inside a sentence ends a label."""
    if piece.x1 <= x + 3:
        text = piece.text
        return (text.rsplit(GAP, 1)[-1].strip(), piece.x1)
    position = bisect_left(piece.edges, x - 1)
    if GAP not in piece.text[max(position - len(GAP) - 2, 0) : position + len(GAP) + 2]:
        return ("", 0.0)
    gap = piece.text.rfind(GAP, 0, position + len(GAP))
    text = piece.text[:gap].rstrip()
    return (text.rsplit(GAP, 1)[-1].strip(), piece.edges[len(text)])


def _text(spot: _Spot, *, whole: bool = False) -> str:
    """The text of the block of a line, or of the line alone when the block is long."""
    text = spot.printed.block.text
    return text if whole or (len(words(text)) <= LONG and GAP not in text) else spot.piece.text
