"""What is printed around a form field: to its left, above it, beside a box to tick, at the head of its column."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.model import Box
from app.reading.blocks import Printed
from app.reading.fields import RawField, Widget
from app.reading.glyphs import to_sheet
from app.reading.roles import words
from app.reading.spots import ROW, Found, Spot, Spots, before, same_row, speaks, text_of, text_of_all
from app.reading.tables import Tables
from app.reading.tooltips import GENERIC
from app.reading.walls import BUTTON

LEFT_REACH = 220.0
ABOVE_REACH = 16.0
BELOW_REACH = 13.0
BESIDE_REACH = 30.0
ROW_REACH = 420.0
"""How far a label may be away from its field, in points."""
TOUCHING = 12.0
"""Fields of one row with no more room between them are pieces of one answer: day, month and year."""
COLUMN = 15.0
"""Lines of one column begin at one place, up to this, in points."""
CLAIMED = 15.0
"""A text that stands so close before a field names that and not the one below, in points."""
QUESTION_REACH = 42.0
INDENTED = 4.0
"""The text of a box asks the boxes below that stand right of its beginning, up to this, in points."""

__all__ = ["Found", "Neighbourhood"]


class Neighbourhood:
    """The printed lines and the fields of one page, ready to be asked about. Each answer is found once."""

    def __init__(self, page: int, printed: Sequence[Printed], fields: Sequence[RawField]) -> None:
        own = [item for item in printed if item.sheet.page == page and item.sheet.main]
        self._turn = own[0].sheet.turn if own else 0
        self._walls = own[0].sheet.walls if own else None
        aside = [item for item in printed if item.sheet.page == page and not item.sheet.main] if own else []
        self._spots = Spots(own, aside, self._turn)
        self._known: dict[tuple[str, Widget], Found | None] = {}
        self._fields = [self.box(widget) for item in fields for widget in item.widgets if widget.page == page]
        self._tables = Tables(self._spots, self._fields, self._walls)

    def box(self, widget: Widget) -> Box:
        """The place of a field in reading space."""
        return to_sheet(widget.box, self._turn)

    def _once(self, side: str, widget: Widget, look: Callable[[Box], Found | None]) -> Found | None:
        key = (side, widget)
        if key not in self._known:
            self._known[key] = look(self.box(widget))
        return self._known[key]

    def left(self, widget: Widget, reach: float = LEFT_REACH) -> Found | None:
        """The text to the left in the same row, with no other field between."""
        return self._once(f"left {reach}", widget, lambda box: self._left(box, reach))

    def _left(self, box: Box, reach: float) -> Found | None:
        """Units and row numbers between the text and the field are passed over."""
        found = []
        for spot in self._spots.between(box[1] - ROW, box[3] + ROW):
            text, right = before(spot.piece, box[0]) if same_row(spot.box, box) else ("", 0.0)
            if text and box[0] - right >= -3:
                found.append((box[0] - right, text, spot))
        found.sort(key=lambda entry: entry[0])
        for number, (distance, text, spot) in enumerate(found):
            passed = number > 0 and found[0][0] < 40
            if distance > (ROW_REACH if passed and reach == LEFT_REACH else reach):
                break
            if not speaks(text):
                continue
            if self._field_between(box[0] - distance, box[0], box):
                break
            return self._with_start(text_of(spot) if text == spot.piece.text else text, distance, spot, box)
        return None

    def _with_start(self, text: str, distance: float, spot: Spot, box: Box) -> Found:
        """``bis`` between two fields goes on from what stands before the first one: ``Saison von … bis …``."""
        if text.strip(" .:").lower() in GENERIC and len(text) < 8:
            start = spot.piece.x0 if text == spot.piece.text else box[0] - distance
            previous = [other for other in self._fields if -3 <= start - other[2] < 40 and same_row(other, box)]
            outer = self._left(max(previous), 80) if previous else None
            if outer is not None and len(words(outer.text)) < 8:
                return Found(f"{outer.text.rstrip(' :')} … {text}", distance, spot.printed.block.id)
        return Found(text, distance, spot.printed.block.id)

    def over_line(self, found: Found) -> Found | None:
        """The text right above another one in the same column, as a label above its translation."""
        own = [spot for spot in self._spots.all if spot.printed.block.id == found.block]
        if not own:
            return None
        top = max(own, key=lambda spot: spot.piece.base)
        reach = top.piece.base + 2 * top.piece.size + 2
        upper = [
            spot
            for spot in self._spots.between(top.piece.base + 2, reach)
            if abs(spot.piece.x0 - top.piece.x0) < COLUMN and spot.printed.block.id != found.block
        ]
        best = min(upper, key=lambda spot: spot.piece.base, default=None)
        return Found(text_of(best), found.distance, best.printed.block.id) if best is not None else None

    def right(self, widget: Widget) -> Found | None:
        """The text right beside a box to tick."""
        return self._once("right", widget, self._right)

    def _right(self, box: Box) -> Found | None:
        found = [
            spot
            for spot in self._spots.between(box[1] - ROW, box[3] + ROW)
            if same_row(spot.box, box) and -3 <= spot.piece.x0 - box[2] <= BESIDE_REACH
        ]
        best = min(found, key=lambda spot: spot.piece.x0, default=None)
        if best is None or self._field_between(box[2], best.piece.x0, box):
            return None
        return Found(text_of(best, whole=True), best.piece.x0 - box[2], best.printed.block.id)

    def above(self, widget: Widget) -> Found | None:
        """The text close above, over the beginning of the field; not that of a box to tick, not behind a ruled line."""
        return self._once("above", widget, lambda box: self._over(box, strict=True))

    def over(self, widget: Widget) -> Found | None:
        """The text close above, whatever it is."""
        return self._once("over", widget, lambda box: self._over(box, strict=False))

    def _over(self, box: Box, *, strict: bool) -> Found | None:
        found = []
        for spot in self._spots.between(box[3] - ROW, box[3] + ABOVE_REACH):
            distance = spot.piece.base - box[3]
            starts_near = abs(spot.box[0] - box[0]) < 25 or spot.box[0] <= box[0] <= spot.box[2]
            inside = box[0] - 5 <= spot.box[0] and spot.box[2] <= box[2] + 5
            if -0.35 * spot.piece.size <= distance and (starts_near or inside):
                found.append((distance, abs(spot.box[0] - box[0]), spot))
        best = min(found, key=lambda entry: (round(entry[0] / 4), entry[1]), default=None)
        if best is None or self._covered(best[2].piece.base, box):
            return None
        spot = best[2]
        if strict and (spot.piece.marker == "mark" or spot.printed.block.role == "title" or self._ruled_off(spot, box)):
            return None
        if strict and self.names_right(spot.box, CLAIMED):
            return None
        return Found(self._continued(spot), max(best[0], 0.0), spot.printed.block.id)

    def names_right(self, text: Box, reach: float = ROW_REACH) -> bool:
        """Does a field to write in follow the text in its row, with nothing between?"""
        for box in self._fields:
            if (
                -3 <= box[0] - text[2] <= reach
                and max(box[2] - box[0], box[3] - box[1]) > BUTTON
                and same_row(text, box)
            ):
                return not any(
                    text[2] <= spot.box[0] < box[0] and same_row(spot.box, box)
                    for spot in self._spots.between(box[1] - ROW, box[3] + ROW)
                )
        return False

    def _ruled_off(self, spot: Spot, box: Box) -> bool:
        """Does a ruled line stand between a text and the field under it, away from the edge of the field?"""
        x = min(max(spot.box[0] + 2, box[0] + 2), box[2] - 2)
        height = self._walls.ceiling(x, box[3] + 3.5, ABOVE_REACH) if self._walls else None
        return height is not None and height < spot.piece.base - 2

    def _continued(self, spot: Spot) -> str:
        """The text of a line with the line before, where it is only a remark in brackets to that."""
        text = text_of(spot)
        if not text.startswith("("):
            return text
        upper = [
            other
            for other in self._spots.between(spot.piece.base + 2, spot.piece.base + 1.8 * spot.piece.size)
            if -15 < spot.piece.x0 - other.piece.x0 < 40 and other.printed.block.id != spot.printed.block.id
        ]
        return f"{text_of(min(upper, key=lambda other: other.piece.base))} {text}" if upper else text

    def below(self, widget: Widget) -> Found | None:
        """The text close below, as under a line to write on: in brackets or in small print."""
        return self._once("below", widget, self._below)

    def _below(self, box: Box) -> Found | None:
        found = [
            (box[1] - spot.box[3], spot)
            for spot in self._spots.between(box[1] - 4 * ROW, box[1] + ROW)
            if -3 <= box[1] - spot.box[3] <= BELOW_REACH and min(spot.box[2], box[2]) - max(spot.box[0], box[0]) > 0
        ]
        best = min(found, key=lambda entry: (round(entry[0] / 3), abs(entry[1].piece.x0 - box[0])), default=None)
        if best is None or best[1].piece.marker == "mark" or self._ruled_under(best[1], box):
            return None
        if not (best[1].piece.text.startswith("(") or len(words(best[1].piece.text)) <= 6):
            return None
        return Found(text_of(best[1]), max(best[0], 0.0), best[1].printed.block.id)

    def _ruled_under(self, spot: Spot, box: Box) -> bool:
        """Does a ruled line stand between a field and a text under it, away from the edge of the field?"""
        x = min(max(spot.box[0] + 2, box[0] + 2), box[2] - 2)
        height = self._walls.floor(x, box[1] - 3.5, BELOW_REACH) if self._walls else None
        return height is not None and height > spot.box[3] - 1

    def inside(self, widget: Widget) -> Found | None:
        """The text printed within the area of the field, at its upper left."""
        return self._once("inside", widget, self._inside)

    def _inside(self, box: Box) -> Found | None:
        for spot in self._spots.between(box[1] - ROW, box[3] + ROW):
            middle = (spot.box[1] + spot.box[3]) / 2
            if (
                box[0] - 2 <= spot.box[0]
                and spot.box[2] <= box[2] + 2
                and box[1] <= middle <= box[3]
                and len(words(spot.piece.text)) > 1
            ):
                return Found(text_of(spot), 0.0, spot.printed.block.id)
        return None

    def in_cell(self, widget: Widget) -> Found | None:
        """The text at the beginning of the ruled cell that the field stands in, perhaps with other fields."""
        return self._once("in cell", widget, self._in_cell)

    def _in_cell(self, box: Box) -> Found | None:
        if self._walls is None:
            return None
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        upper, lower = self._walls.ceiling(x, box[3] + 3.5, 45), self._walls.floor(x, box[1] + 3, 45)
        left, right = self._walls.sides(box[0] + 3, box[2] - 3, y, 420)
        if upper is None or lower is None or left is None or right is None:
            return None
        spots = [spot for spot in self._spots.within((left, lower, right, upper)) if spot.box[0] < box[2]]
        if not any(spot.speaks for spot in spots) or len(words(text_of_all(spots))) > 25:
            return None
        return Found(text_of_all(spots), spots[0].piece.base - box[3], spots[0].printed.block.id)

    def cell(self, widget: Widget) -> Found | None:
        """Head of the column and text of the row, where the field clearly stands in a table."""
        return self._once("cell", widget, self._tables.cell)

    def column(self, widget: Widget) -> Found | None:
        """The head of the column of a table, and the text at the left of the row."""
        return self._once("column", widget, self._tables.column)

    def row_start(self, widget: Widget) -> Box:
        """The first field of the row that a field stands in with nothing but units and signs between."""
        return self._tables.run(self.box(widget))[0]

    def row(self, widget: Widget) -> Found | None:
        """The text at the left of the row of a field, with other fields between."""
        return self._once("row", widget, self._tables.beside)

    def shared(self, widget: Widget) -> Found | None:
        """The label of the field at the left that touches this one: pieces of a date share theirs."""
        return self._once("shared", widget, self._shared)

    def _shared(self, box: Box) -> Found | None:
        run = self._tables.run(box)
        first = run.index(box)
        while first and box[0] - run[first - 1][2] <= TOUCHING + (box[0] - run[first][0]):
            if run[first][0] - run[first - 1][2] > TOUCHING:
                break
            first -= 1
        if run[first] == box:
            return None
        return self._left(run[first], LEFT_REACH) or self._over(run[first], strict=True)

    def question(self, widgets: Sequence[Widget], *, beside: bool = True) -> Found | None:
        """The text above a group of buttons, or left of it when ``beside``."""
        page = [widget for widget in widgets if widget.page == widgets[0].page]
        boxes = [self.box(widget) for widget in page]
        top = max(box[3] for box in boxes)
        first = min((box for box in boxes if box[3] > top - 6), key=lambda box: box[0])
        left = self._left(first, ROW_REACH) if beside else None
        if left is not None and not self.is_option(left):
            return left
        x0 = min(box[0] for box in boxes)
        found = [
            spot
            for spot in self._spots.between(top - 2, top + QUESTION_REACH)
            if spot.speaks
            and spot.box[0] <= x0 + 25
            and spot.box[2] >= x0 - 60
            and (spot.piece.marker != "mark" or x0 >= spot.box[0] - INDENTED)
            and not self._field_over(spot, (x0, boxes[0][1], x0 + 60, top))
            and (spot.piece.text.endswith((":", "?")) or not self.names_right(spot.box))
        ]
        best = min(found, key=lambda spot: (spot.piece.base, -spot.box[0]), default=None)
        if best is None:
            return None
        text = self._continued(best)
        whole = best.printed.block.text
        return Found(whole if text == best.piece.text else text, best.piece.base - top, best.printed.block.id)

    def is_option(self, found: Found) -> bool:
        """Is a text that of a box to tick?"""
        return any(spot.printed.block.id == found.block and spot.piece.marker == "mark" for spot in self._spots.all)

    def _field_over(self, spot: Spot, area: Box) -> bool:
        """Does another field stand between a text and the group under it?"""
        return any(
            area[3] + 1 <= (box[1] + box[3]) / 2 <= spot.piece.base and box[0] < area[2] and box[2] > area[0]
            for box in self._fields
        )

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
