"""A piece of a printed line: words on one baseline that belong together (a row of a table has several pieces)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.model import Box


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one baseline that belong together.

    ``edges`` holds the left edge of each character of ``text`` and, last, the right edge of the last one.
    """

    text: str
    edges: tuple[float, ...]
    base: float
    size: float
    bold: bool = False
    head: float = 0.0
    """Font size of the first character."""
    tail: float = 0.0
    """Font size of the last character."""
    marker: str = ""
    """``mark`` (check box), ``bullet``, ``number`` or empty; marks and bullets are not part of the text."""
    indent: float = 0.0
    """Where the text after the marker begins."""
    blank: bool = False
    """A blank to fill in follows."""
    lead: bool = False
    """A blank to fill in comes before."""

    @property
    def x0(self) -> float:
        return self.edges[0]

    @property
    def x1(self) -> float:
        return self.edges[-1]

    @property
    def box(self) -> Box:
        """The place of the printed words, from below the baseline to above the capitals."""
        return (self.edges[0], self.base - 0.22 * self.size, self.edges[-1], self.base + 0.78 * self.size)


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces on one height, each row from left to right, the highest row first."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and rows[-1][0].base - piece.base < 0.3 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.x0)
    return rows
