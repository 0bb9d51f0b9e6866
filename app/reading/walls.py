"""What separates the text of a page: ruled lines and form fields."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from app.model import Box
from app.reading.ruled import Rule

BUTTON = 20.0
"""Form fields up to this width and height, in points, are boxes to tick."""


class Walls:
    """The ruled lines and form fields of a page in reading space, quick to ask."""

    def __init__(self, rules: Iterable[Rule], widgets: Iterable[Box]) -> None:
        rules = list(rules)
        self._upright = sorted(rule for rule in rules if rule.x0 == rule.x1)
        self._upright_x = [rule.x0 for rule in self._upright]
        self._flat = sorted((rule for rule in rules if rule.y0 == rule.y1), key=lambda rule: rule.y0)
        self._flat_y = [rule.y0 for rule in self._flat]
        self.widgets = tuple(widgets)
        self.buttons = tuple(box for box in self.widgets if max(box[2] - box[0], box[3] - box[1]) <= BUTTON)
        buttons = frozenset(self.buttons)
        self._texts = tuple(box for box in self.widgets if box not in buttons)

    def between(self, x0: float, x1: float, y: float) -> bool:
        """Does a vertical rule stand between ``x0`` and ``x1`` at height ``y``?"""
        for index in range(bisect_left(self._upright_x, x0 - 0.7), len(self._upright)):
            rule = self._upright[index]
            if rule.x0 > x1 + 0.7:
                return False
            if rule.y0 - 1 <= y <= rule.y1 + 1:
                return True
        return False

    def widget_between(self, x0: float, x1: float, y: float, *, buttons: bool = True) -> bool:
        """Does a form field stand between ``x0`` and ``x1`` at height ``y``? ``buttons``: do boxes to tick count?"""
        return any(
            box[1] <= y <= box[3] and x0 - 2 < (box[0] + box[2]) / 2 < x1 + 2 and box[2] - box[0] < x1 - x0 + 8
            for box in (self.widgets if buttons else self._texts)
        )

    def fields_at(self, x0: float, x1: float, y: float, reach: float) -> tuple[Box | None, Box | None]:
        """The form fields, boxes to tick aside, that end right before ``x0`` and begin right after ``x1``, if any."""
        beside = [box for box in self._texts if box[1] <= y <= box[3]]
        before = next((box for box in beside if -2 <= x0 - box[2] <= reach), None)
        return before, next((box for box in beside if -2 <= box[0] - x1 <= reach), None)

    def field_beside(self, box: Box, reach: float = 40.0) -> bool:
        """Does a form field stand in the same row within ``reach`` points, or close under the box?"""
        middle = (box[1] + box[3]) / 2
        return any(
            (other[1] <= middle <= other[3] and -4 <= max(other[0] - box[2], box[0] - other[2]) <= reach)
            or (-4 <= box[1] - other[3] <= 8 and min(box[2], other[2]) - max(box[0], other[0]) > 0)
            for other in self.widgets
        )

    def below(self, upper: float, lower: float, x0: float, x1: float) -> bool:
        """Does a horizontal rule or a form field lie between the heights, under at least half of ``x0`` to ``x1``?"""
        need = 0.5 * (x1 - x0)
        for index in range(bisect_left(self._flat_y, lower), len(self._flat)):
            rule = self._flat[index]
            if rule.y0 > upper:
                break
            if min(rule.x1, x1) - max(rule.x0, x0) >= need:
                return True
        return any(
            lower < (box[1] + box[3]) / 2 < upper and min(box[2], x1) - max(box[0], x0) >= need for box in self.widgets
        )

    def ceiling(self, x: float, y: float, reach: float) -> float | None:
        """The height of the nearest horizontal rule over the point, at most ``reach`` above it."""
        for index in range(bisect_left(self._flat_y, y), len(self._flat)):
            rule = self._flat[index]
            if rule.y0 > y + reach:
                break
            if rule.x0 <= x <= rule.x1:
                return rule.y0
        return None

    def floor(self, x: float, y: float, reach: float) -> float | None:
        """The height of the nearest horizontal rule under the point, at most ``reach`` below it."""
        for index in range(bisect_left(self._flat_y, y) - 1, -1, -1):
            rule = self._flat[index]
            if rule.y0 < y - reach:
                break
            if rule.x0 <= x <= rule.x1:
                return rule.y0
        return None

    def sides(self, x0: float, x1: float, y: float, reach: float) -> tuple[float | None, float | None]:
        """Where the nearest vertical rules stand left of ``x0`` and right of ``x1`` at height ``y``, if any do."""
        left = right = None
        for index in range(bisect_left(self._upright_x, x0) - 1, -1, -1):
            rule = self._upright[index]
            if rule.x0 < x0 - reach:
                break
            if rule.y0 - 1 <= y <= rule.y1 + 1:
                left = rule.x0
                break
        for index in range(bisect_left(self._upright_x, x1), len(self._upright)):
            rule = self._upright[index]
            if rule.x0 > x1 + reach:
                break
            if rule.y0 - 1 <= y <= rule.y1 + 1:
                right = rule.x0
                break
        return left, right
