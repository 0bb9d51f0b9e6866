"""What is printed where on a page: glyphs quick to ask by place, and straight lines that were drawn piece by piece."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.model import Box, Kind, LabelSource
from app.reading.glyphs import Glyph
from app.reading.ruled import Rule

THICK = 2.0
"""Lines no further apart than this, in points, are the edges of one line that is drawn as a bar."""
APART = 2.6
"""Lines with no more room between their ends, in points, are one: a bar that crosses them hides the rest."""
CROSSING = 10.0
"""So far to both sides of a line, in points, the letters of a word that goes across it are looked for."""
DIVIDER = 18.0
"""Shorter vertical lines, in points, part the characters of one answer and no answers."""
TALLEST = 72.0
"""Font size of the largest glyph that is looked for."""


class Blank(NamedTuple):
    """A place to fill in, in reading space."""

    box: Box
    kind: Kind
    drawn: str
    """``fill`` (dots, underscores), ``rule``, ``cell``, ``comb``, ``square``, ``mark`` (a glyph)."""
    label: str = ""
    """What is printed in the same cell, in the cell to the left or right under a line: that names it for certain."""
    side: LabelSource = "inside"
    """Where that label stands."""
    after: str = ""
    """What stands right behind it in its row: names it when nothing else does (``____ County``)."""


FILLERS = frozenset("_….·")
"""What rows of blanks are made of."""
SIGN = re.compile(r"\b(?:unterschrift(?:en)?|unterzeichne[tr]\w*|signature|signed|sign here)\b", re.IGNORECASE)
"""Words that ask for a signature."""


class Ink:
    """The printed glyphs of a page without spaces. ``upright``: the vertical lines that divide them."""

    def __init__(self, glyphs: Iterable[Glyph], upright: Iterable[Rule] = ()) -> None:
        self._upright = sorted(upright)
        self._places = [rule.x0 for rule in self._upright]
        self._glyphs = sorted((glyph for glyph in glyphs if glyph.char != " "), key=lambda glyph: glyph.base)
        self._bases = [glyph.base for glyph in self._glyphs]

    def within(self, box: Box) -> list[Glyph]:
        """The glyphs whose middle lies in a box, the lowest first."""
        first, last = bisect_left(self._bases, box[1] - 0.4 * TALLEST), bisect_right(self._bases, box[3])
        return [
            glyph
            for glyph in self._glyphs[first:last]
            if box[1] <= glyph.base + 0.3 * glyph.size <= box[3] and box[0] <= (glyph.x0 + glyph.x1) / 2 <= box[2]
        ]

    def baseline(self, low: float, high: float, x0: float, x1: float) -> list[Glyph]:
        """The glyphs with a baseline between two heights and their middle between ``x0`` and ``x1``, by x."""
        first, last = bisect_left(self._bases, low), bisect_right(self._bases, high)
        found = [glyph for glyph in self._glyphs[first:last] if x0 <= (glyph.x0 + glyph.x1) / 2 <= x1]
        return sorted(found, key=lambda glyph: glyph.x0)

    def divided(self, x0: float, x1: float, y: float) -> bool:
        """Does a long vertical line stand between two places in one row?"""
        between = self._upright[bisect_left(self._places, x0 - 1) : bisect_right(self._places, x1 + 1)]
        return any(rule.y0 <= y <= rule.y1 and rule.y1 - rule.y0 >= DIVIDER for rule in between)

    def crossed(self, rule: Rule, low: float, high: float) -> bool:
        """Does a word go across a vertical line between two heights? Then nobody sees the line there."""
        near = self.within((rule.x0 - CROSSING, low, rule.x0 + CROSSING, high))
        left = [glyph for glyph in near if glyph.x0 < rule.x0 - 1 and glyph.char.isalpha()]
        right = [glyph for glyph in near if glyph.x1 > rule.x0 + 1 and glyph.char.isalpha()]
        return any(
            abs(one.base - other.base) < 1 and other.x0 - one.x1 < 0.15 * one.size for one in left for other in right
        )

    def rows(self) -> list[list[Glyph]]:
        """The glyphs of each baseline from left to right, the lowest row first."""
        rows: list[list[Glyph]] = []
        for glyph in self._glyphs:
            if rows and glyph.base - rows[-1][0].base < 1.2:
                rows[-1].append(glyph)
            else:
                rows.append([glyph])
        for row in rows:
            row.sort(key=lambda glyph: glyph.x0)
        return rows


def text_of(glyphs: Sequence[Glyph]) -> str:
    """The characters of one row, with a space where there is room for one."""
    parts = [glyph.char for glyph in glyphs[:1]]
    for left, right in pairwise(glyphs):
        parts.append(f" {right.char}" if right.x0 - left.x1 > 0.15 * right.size else right.char)
    return "".join(parts)


def covered(glyphs: Iterable[Glyph]) -> float:
    """The printed width of some glyphs, in points."""
    return sum(glyph.x1 - glyph.x0 for glyph in glyphs)


def flat_rules(rules: Iterable[Rule]) -> list[Rule]:
    """The horizontal lines, those drawn piece by piece or as a bar as one, from the lowest to the highest."""
    return _joined([rule for rule in rules if rule.y0 == rule.y1])


def upright_rules(rules: Iterable[Rule]) -> list[Rule]:
    """The vertical lines, those drawn piece by piece or as a bar as one, from left to right."""
    turned = [Rule(rule.y0, rule.x0, rule.y1, rule.x1) for rule in rules if rule.x0 == rule.x1]
    return [Rule(rule.y0, rule.x0, rule.y1, rule.x1) for rule in _joined(turned)]


def _joined(rules: list[Rule]) -> list[Rule]:
    """Horizontal lines at about one height that touch, as one line."""
    result: list[Rule] = []
    row: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.y0):
        if row and rule.y0 - row[0].y0 > THICK:
            result.extend(_row_joined(row))
            row = []
        row.append(rule)
    return result + _row_joined(row)


def _row_joined(row: list[Rule]) -> list[Rule]:
    spans: list[list[Rule]] = []
    end = 0.0
    for rule in sorted(row):
        if spans and rule.x0 <= end + APART:
            spans[-1].append(rule)
            end = max(end, rule.x1)
        else:
            spans.append([rule])
            end = rule.x1
    found = []
    for span in spans:
        height = sum(rule.y0 for rule in span) / len(span)
        found.append(Rule(span[0].x0, height, max(rule.x1 for rule in span), height))
    return found
