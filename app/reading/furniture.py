"""What belongs to the page and not to the text: running headers and footers, page numbers, form ids, line numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from app.model import Box
from app.reading.lines import MARGIN
from app.reading.pieces import Piece
from app.reading.roles import is_running

ZONE = 0.12
"""Running headers and footers stand in this part of the height of the page, at the top and at the bottom."""
EDGE = 0.07
"""Form ids and lone page numbers stand in this part."""

LARGE = 1.25
"""On the first page a running header of this size, as a multiple of the usual one, is the title."""

_PAGE_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:(?:Seite|Page|Blatt|S\.)\s*)?\d{1,3}(?:\s*(?:von|of|/)\s*\d{1,3})?(?:\s*[-–—|])?"
    r"|(?:Seite|Page|Blatt)\s*\d{1,3}\b.{0,12}",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:Seite|Page|Blatt)\s*\d{1,3}\s*(?:von|of|/)\s*\d{1,3}", re.IGNORECASE)
_FORM_ID = re.compile(
    r"\d{2}[./]\d{2,4}\b|\b(?:19|20)\d\d\b|[A-Z]{2,}[-_ ]?\d|\d{5,}|Form\b|Formular|Vordruck|Stand\b|www\."
)


def furniture_of(pages: Sequence[tuple[Sequence[Piece], Box]]) -> list[set[int]]:
    """For each page the indices of the pieces that are furniture; each page is its pieces and its visible area."""
    repeated = _repeated(pages)
    result = []
    for number, (pieces, area) in enumerate(pages):
        sizes = sorted(piece.size for piece in pieces)
        usual = sizes[len(sizes) // 2] if sizes else 0.0
        found = {index for index in repeated[number] if not _is_content(pieces[index], usual, first=number == 0)}
        found.update(_line_numbers(pieces, area))
        for index, piece in enumerate(pieces):
            height = _height(piece, area)
            at_edge = height < EDGE or height > 1 - EDGE
            if _SEVERAL.fullmatch(piece.text) or (at_edge and _SEVERAL.search(piece.text)):
                found.add(index)
            if not at_edge or piece.marker == "mark":
                continue
            form_id = height < EDGE and piece.size <= usual and _FORM_ID.search(piece.text)
            if _PAGE_NUMBER.fullmatch(piece.text) or (form_id and not _is_text(piece.text)):
                found.add(index)
        result.append(found)
    return result


def _is_text(text: str) -> bool:
    """Is a line a sentence or the middle of one?"""
    return is_running(text) or (text[:1].islower() and len(text.split()) >= 3)


def _is_content(piece: Piece, usual: float, *, first: bool) -> bool:
    """Is a text content although it comes again: the title of the first page, a sentence in a form of equal pages?"""
    return (first and piece.size >= LARGE * usual) or (piece.size >= 0.95 * usual and len(piece.text.split()) >= 8)


def _height(piece: Piece, area: Box) -> float:
    """0 at the bottom of the page, 1 at its top."""
    return (piece.base - area[1]) / max(area[3] - area[1], 1.0)


def _repeated(pages: Sequence[tuple[Sequence[Piece], Box]]) -> list[set[int]]:
    """Pieces near the top or bottom that come again on other pages; digits may differ."""
    keys: list[dict[int, tuple[str, int]]] = []
    counts: Counter[tuple[str, int]] = Counter()
    for pieces, area in pages:
        own: dict[int, tuple[str, int]] = {}
        for index, piece in enumerate(pieces):
            height = _height(piece, area)
            if (height < ZONE or height > 1 - ZONE) and piece.text:
                own[index] = (re.sub(r"\d+", "#", piece.text), round(height * 60))
        keys.append(own)
        counts.update({(text, row + shift) for text, row in own.values() for shift in (-1, 0, 1)})
    with_text = sum(1 for pieces, _ in pages if pieces)
    need = max(2, round(0.4 * with_text))
    return [{index for index, key in own.items() if counts[key] >= need} for own in keys]


def _line_numbers(pieces: Sequence[Piece], area: Box) -> set[int]:
    """A column of rising whole numbers at the left or right margin."""
    margin = MARGIN * (area[2] - area[0])
    result: set[int] = set()
    for outer in (0, 1):
        column = [
            (index, piece)
            for index, piece in enumerate(pieces)
            if re.fullmatch(r"\d{1,3}", piece.text)
            and (piece.x1 < area[0] + margin if outer == 0 else piece.x0 > area[2] - margin)
        ]
        column.sort(key=lambda entry: -entry[1].base)
        values = [int(piece.text) for _, piece in column]
        rising = sum(1 for one, other in pairwise(values) if 0 < other - one <= 3)
        if len(values) >= 4 and rising >= 0.8 * (len(values) - 1):
            result.update(index for index, _ in column)
    return result
