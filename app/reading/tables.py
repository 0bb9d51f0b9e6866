"""Fields in tables: the head of the column and the text at the left of the row together name a cell."""

from __future__ import annotations

from collections.abc import Sequence

from app.model import Box
from app.reading.roles import words
from app.reading.spots import LONG, ROW, Found, Spot, Spots, across, before, same_row, speaks, text_of, text_of_all
from app.reading.walls import BUTTON, Walls

COLUMN_ROWS = 60
"""A table has at most so many rows of fields under its head."""
ROW_GAP = 150.0
"""Two fields of one column have at most so much free room between them, in points: rows that this column leaves out."""
HEAD_REACH = 30.0
"""The head of a column without ruled lines is at most so far above it, in points."""
CELL = 110.0
"""The cell of a head is at most so high, in points."""
BESIDE = 30.0
"""The text behind the last box of a row is at most so far away, in points."""
ALIGNED = 8.0
"""Fields of one column begin or end at one place, up to this, in points."""
CLOSE = 30.0
"""Cells of one row without heads have at most so much room between them, in points."""
ROW_REACH = 420.0


class Tables:
    """The fields of one page as rows and columns. All boxes are in reading space."""

    def __init__(self, spots: Spots, fields: Sequence[Box], walls: Walls | None) -> None:
        self._spots = spots
        self._fields = fields
        self._walls = walls
        self._uppers: dict[Box, Box | None] = {}
        self._heads: dict[Box, tuple[Found, bool] | None] = {}
        self._runs: dict[Box, list[Box]] = {}

    def cell(self, box: Box) -> Found | None:
        """Column head and row of a field in a clear table: beside other columns with heads of their own."""
        run = self.run(box)
        if len(run) < 2:
            return None
        own = self.head(box)
        if own is None:
            return None
        heads = {found[0].text for other in run if (found := self.head(other)) is not None}
        if len(heads) < 2 or not (own[1] or any(self._upper(other) for other in run) or self._has_lower(run)):
            return None
        return self._named(own[0], run)

    def column(self, box: Box) -> Found | None:
        """Column head and row of a field under other fields of its column."""
        own = self.head(box)
        if own is None or not (own[1] or self._upper(box)):
            return None
        return self._named(own[0], self.run(box))

    def beside(self, box: Box) -> Found | None:
        """The text of the row alone, for a field behind others in it."""
        run = self.run(box)
        first = run.index(box)
        while first and run[first][0] - run[first - 1][2] <= CLOSE:
            first -= 1
        text = self.row(run[first]) if run[first] != box else ""
        return Found(text, box[0] - run[first][0], "") if text else None

    def _named(self, head: Found, run: list[Box]) -> Found:
        row = self.row(run[0]) or self._after(run[-1])
        texts = [text for text in (head.text, row) if speaks(text)] or [head.text]
        return Found(", ".join(dict.fromkeys(texts)), head.distance, head.block)

    def row(self, first: Box) -> str:
        """The text at the left of a row of fields; of several the one nearest to the first field."""
        found = []
        for spot in self._spots.between(first[1] - ROW, first[3] + ROW):
            if not spot.speaks or not same_row(spot.box, first):
                continue
            text, right = before(spot.piece, first[0])
            if text and -3 <= first[0] - right <= ROW_REACH and not self._field_in(right, first[0], first):
                found.append((first[0] - right, spot, text))
        best = min(found, key=lambda entry: entry[0], default=None)
        if best is None:
            return ""
        return text_of(best[1]) if best[2] == best[1].piece.text and len(words(text_of(best[1]))) < 15 else best[2]

    def _after(self, last: Box) -> str:
        """The text right behind a row of boxes to tick."""
        if last[2] - last[0] > BUTTON:
            return ""
        found = [
            spot
            for spot in self._spots.between(last[1] - ROW, last[3] + ROW)
            if spot.speaks and same_row(spot.box, last) and -3 <= spot.box[0] - last[2] < BESIDE
        ]
        return text_of(min(found, key=lambda spot: spot.box[0])) if found else ""

    def run(self, box: Box) -> list[Box]:
        """The fields of one row with nothing but units and signs between them, from left to right."""
        if box not in self._runs:
            row = sorted({other for other in self._fields if same_row(other, box)})
            runs: list[list[Box]] = []
            for other in row:
                if runs and other[0] >= runs[-1][-1][2] - 3 and not self._words_between(runs[-1][-1], other):
                    runs[-1].append(other)
                else:
                    runs.append([other])
            for run in runs:
                if box in run:
                    self._runs[box] = run
        return self._runs.get(box, [box])

    def _words_between(self, left: Box, right: Box) -> bool:
        return any(
            spot.speaks and spot.box[0] < right[0] and spot.box[2] > left[2] and same_row(spot.box, right)
            for spot in self._spots.between(right[1] - ROW, right[3] + ROW)
        )

    def _field_in(self, x0: float, x1: float, row: Box) -> bool:
        middle = (row[1] + row[3]) / 2
        return any(
            box != row and box[1] <= middle <= box[3] and x0 - 1 <= (box[0] + box[2]) / 2 <= x1 + 1
            for box in self._fields
        )

    def _upper(self, box: Box) -> Box | None:
        """The next field of the same column above, with no text between."""
        if box not in self._uppers:
            upper = [
                other
                for other in self._fields
                if other is not box
                and -3 <= other[1] - box[3] <= ROW_GAP
                and across(other, box) > 0.6
                and min(abs(other[0] - box[0]), abs(other[2] - box[2])) < ALIGNED
                and 0.6 < (other[2] - other[0]) / (box[2] - box[0]) < 1.7
            ]
            best = min(upper, key=lambda other: other[1], default=None)
            self._uppers[box] = None if best is None or self._text_over(box, best[1]) else best
        return self._uppers[box]

    def _text_over(self, box: Box, height: float) -> bool:
        """Is there text between the top of a field and a height above it?"""
        return any(
            spot.speaks and spot.box[0] < box[2] - 2 and spot.box[2] > box[0] + 2
            for spot in self._spots.between(box[3] - 4, height)
        )

    def _has_lower(self, run: list[Box]) -> bool:
        return any(
            self._upper(other) in run
            for other in self._fields
            if run[0][1] - ROW_GAP - 40 <= other[1] < run[0][1] and run[0][0] - 5 <= other[0] <= run[-1][2]
        )

    def head(self, box: Box) -> tuple[Found, bool] | None:
        """The head of the column of a field, and whether ruled lines make it a cell of its own."""
        if box not in self._heads:
            top = box
            for _ in range(COLUMN_ROWS):
                upper = self._upper(top)
                if upper is None:
                    break
                top = upper
            self._heads[box] = self._heads[top] if top in self._heads else self._head(top)
            self._heads[top] = self._heads[box]
        return self._heads[box]

    def _head(self, top: Box) -> tuple[Found, bool] | None:
        """The text in the cell above the first field of a column, else the text right above it."""
        spots, height = self._cell_above(top)
        if spots:
            text = text_of_all(spots)
            if len(words(text)) <= LONG:
                return Found(text, height - top[3], spots[0].printed.block.id), True
        near = [
            spot
            for spot in self._spots.between(top[3] - 4, top[3] + HEAD_REACH)
            if spot.speaks and across(spot.box, top) > 0.5
        ]
        over = self._spots.turned_within((top[0] - 3, top[3], top[2] + 3, top[3] + CELL)) if not near else []
        if over:
            return Found(" ".join(spot.piece.text for spot in over), over[0].box[1] - top[3], ""), False
        if not near:
            return None
        low = min(near, key=lambda spot: (spot.piece.base, abs(spot.box[0] - top[0])))
        if any(
            other is not top and top[3] - 1 <= other[1] < low.piece.base and across(other, top) > 0.3
            for other in self._fields
        ):
            return None
        if len(words(text_of(low))) > LONG:
            return None
        return Found(text_of(low), low.piece.base - top[3], low.printed.block.id), False

    def _cell_above(self, top: Box) -> tuple[list[Spot], float]:
        """The lines in the ruled cell above a field, and the height of its lower rule."""
        walls = self._walls
        x = (top[0] + top[2]) / 2
        lower = walls.ceiling(x, top[3] - 3, 12) if walls is not None else None
        if walls is None or lower is None or self._text_over(top, lower):
            return [], 0.0
        while lower < top[3] + CELL:
            upper = walls.ceiling(x, lower + 4, CELL)
            if upper is None:
                break
            left, right = walls.sides(x, x, (lower + upper) / 2, 2 * CELL + top[2] - top[0])
            area = (left or top[0] - 5, lower, right or top[2] + 5, upper)
            if area[2] - area[0] > 3 * (top[2] - top[0]) + 40 or any(_middle_in(box, area) for box in self._fields):
                break
            spots = self._spots.within(area) or self._spots.turned_within(area)
            if any(spot.speaks for spot in spots):
                return spots, lower
            lower = upper
        return [], 0.0


def _middle_in(box: Box, area: Box) -> bool:
    return area[0] < (box[0] + box[2]) / 2 < area[2] and area[1] < (box[1] + box[3]) / 2 < area[3]
