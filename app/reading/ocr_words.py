"""The words that Tesseract saw on a scanned page, as the page text that a PDF with letters would give."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from app.errors import UnreadableFile
from app.reading.glyphs import MARK, UNKNOWN, Glyph, PageText, Sheet, to_sheet

CERTAIN = 30.0
"""Words that Tesseract is less sure of, of 100, are marked as not readable."""
HEIGHT, SMALL_HEIGHT = 0.72, 0.52
"""Height of capitals and of small letters such as x, in font sizes."""
WIDTH = 0.5
"""Mean width of a letter, in font sizes."""
SPACE = 0.2
"""Least space between two words, in font sizes."""
ALIKE = 0.12
"""Font sizes that differ by this share are the same: a picture does not tell them apart."""

_COLUMNS = "level page_num block_num par_num line_num word_num left top width height conf text".split()
_PAGE, _WORD = 1, 5
_TALL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜbdfhiklßäöü0123456789")
_SMALL = frozenset("acemnorsuvwxz")
_DEEP = frozenset("gjpqyQJ,;()[]{}/|§_")
_BOXES = frozenset(("[]", "[_]", "[|", "|]", "[_", "_]", "LI", "LJ", "L]", "□", "☐", "▢"))
_CIRCLES = frozenset("©®○◯")
"""Circles to tick, and what Tesseract takes them for."""
_RULES = frozenset("|¦~^`´‘’'\\/=[]{}")
"""What drawn lines are taken for."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its box in pixels: left, top, right, bottom. ``line`` is the line it belongs to."""

    line: tuple[int, int, int]
    box: tuple[int, int, int, int]
    confidence: float
    text: str


def scanned_text(page: Any, table: str) -> PageText:
    """The text of a ``pypdfium2.PdfPage`` from the table of words that Tesseract made of its picture.

    Words that Tesseract doubts become ``UNKNOWN`` and count as strange. Raises ``UnreadableFile`` for another table.
    """
    size, words = _parsed(table)
    turn = (page.get_rotation() // 90) % 4
    area = to_sheet(page.get_bbox(), turn)
    lines = [_marked(list(line)) for _, line in groupby(words, key=lambda word: word.line)]
    lines = [line for line in lines if line]
    scale = (area[2] - area[0]) / size[0], (area[3] - area[1]) / size[1]
    heights = _font_sizes(lines, scale[1])
    glyphs: list[Glyph] = []
    for number, (line, height) in enumerate(zip(lines, heights, strict=True)):
        base = area[3] - _baseline(line, height / scale[1]) * scale[1]
        glyphs += _letters(line, number, base, height, (area[0], scale[0]))
    strange = sum(word.text == UNKNOWN for line in lines for word in line)
    characters = sum(glyph.char not in {" ", UNKNOWN} for glyph in glyphs)
    return PageText((Sheet(turn, tuple(glyphs), (), area),) if characters else (), characters, strange, "")


def _parsed(table: str) -> tuple[tuple[int, int], list[_Word]]:
    """Width and height of the picture and its words, in the order of the table."""
    head, *rows = table.rstrip("\n").split("\n")
    if head.split("\t") != _COLUMNS:
        raise UnreadableFile
    size = (0, 0)
    words = []
    for row in rows:
        *numbers, confidence, text = row.split("\t")
        level, _, block, paragraph, line, _, left, top, width, height = map(int, numbers)
        if level == _PAGE:
            size = (width, height)
        elif level == _WORD and text.strip() and width > 0 and height > 0:
            box = (left, top, left + width, top + height)
            words.append(_Word((block, paragraph, line), box, float(confidence), text.strip()))
    if min(size) <= 0:
        raise UnreadableFile
    return size, words


def _marked(line: list[_Word]) -> list[_Word]:
    """The words of a line: boxes and circles to tick as ``MARK``, doubtful words as ``UNKNOWN``, no drawn lines."""
    circles = _CIRCLES if not any(word.text[:4].isdecimal() for word in line) else frozenset[str]()  # © 2026
    found = []
    for word in line:
        if word.text in _BOXES or word.text in circles:
            found.append(replace(word, text=MARK))
        elif _RULES.issuperset(word.text) or (word.confidence < CERTAIN and not any(map(str.isalnum, word.text))):
            continue
        else:
            found.append(word if word.confidence >= CERTAIN else replace(word, text=UNKNOWN))
    return found


def _baseline(line: list[_Word], height: float) -> float:
    """Where the letters of a line stand, in pixels from the top; ``height`` is the font size in pixels."""
    flat = [word.box[3] for word in line if _DEEP.isdisjoint(word.text)]
    return _median(flat) if flat else _median([word.box[3] for word in line]) - 0.2 * height


def _font_sizes(lines: list[list[_Word]], scale: float) -> list[float]:
    """The font size of each line in points, from the height of its letters; close ones are made equal."""
    measured = [_font_size(line) * scale for line in lines]
    weights = sorted((size, sum(len(word.text) for word in line)) for size, line in zip(measured, lines, strict=True))
    half, seen, usual = sum(weight for _, weight in weights) / 2, 0, 10.0
    for size, weight in weights:
        seen += weight
        if seen >= half:
            usual = size
            break
    return [usual if abs(size - usual) < ALIKE * usual else size for size in measured]


def _font_size(line: list[_Word]) -> float:
    found = [size for word in line if (size := _letter_size(word)) is not None]
    return _median(found) if found else max(word.box[3] - word.box[1] for word in line)


def _letter_size(word: _Word) -> float | None:
    """The font size of a word in pixels, as its letters show it; none where they do not."""
    letters = frozenset(word.text)
    below = 0.0 if _DEEP.isdisjoint(letters) else 0.21
    if letters & _TALL:
        share = HEIGHT + below
    elif letters & _SMALL and letters <= _SMALL | _DEEP:
        share = SMALL_HEIGHT + below
    else:
        return None
    size = (word.box[3] - word.box[1]) / share
    by_width = (word.box[2] - word.box[0]) / (WIDTH * len(word.text))
    return by_width if len(word.text) >= 4 and size > 1.3 * by_width else size  # the box holds a ruled line as well


def _letters(line: list[_Word], number: int, base: float, size: float, across: tuple[float, float]) -> Iterator[Glyph]:
    """The glyphs of a line, with spaces between its words. ``across``: x of the left edge, points a pixel.

    Where the boxes of two words overlap, the first one ends where the second begins.
    """
    left, scale = across
    line = sorted(line, key=lambda word: word.box[0])
    starts = [left + word.box[0] * scale for word in line]
    end = starts[0]
    for word, x0, after in zip(line, starts, [*starts[1:], math.inf], strict=True):
        if x0 > end:
            yield Glyph(" ", end, x0, base, size, bold=False, source=number)
        end = min(left + word.box[2] * scale, after - SPACE * size)
        step = max(end - x0, 0.0) / len(word.text)
        for index, char in enumerate(word.text):
            yield Glyph(char, x0 + index * step, x0 + (index + 1) * step, base, size, bold=False, source=number)


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]
