"""One page of a PDF as PDFium gives it: glyphs with their places, and the ruled lines of tables and boxes."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from app.model import Box

MARK = "☐"
"""Stands for every glyph that draws a check box or a radio button."""
BULLET = "•"
"""Stands for every glyph that draws a bullet of a list."""

_MARKS = "☐☑☒□▢❏❑❒❐◻⬜▯○◯⃝◽⚪\uf06f\uf071\uf072\uf0a8\uf0fe\uf0fd\uf078\uf053\uf0a1\uf0a0\uf070"
_BULLETS = "•●▪■◾►▶➢➤➔‣⁃∙\uf0b7\uf0a7\uf0d8\uf076\uf06c\uf06e\uf0e8\uf0fc\uf0f0\uf0e0\uf0c4\uf0ae\uf0df"
_DINGBAT_MARKS = frozenset("oqrx¨þýpF" + _MARKS)
_DINGBAT_BULLETS = frozenset("§lØüvnèà" + _BULLETS)
_REPLACED = {
    **dict.fromkeys((0x02, 0xFFFE, 0x2010, 0x2011), "-"),
    **dict.fromkeys(map(ord, _MARKS), MARK),
    **dict.fromkeys(map(ord, _BULLETS), BULLET),
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
"""PDFium's own signs for a hyphen, signs of symbol fonts, ligatures."""
_BOLD = ("bold", "black", "heavy", "demi", "-bd", "_bd")

MAX_PATHS = 6_000
"""Drawn objects looked at on one page; drawings hold many more, forms do not."""
MAX_SEGMENTS = 400
"""Pieces of one path looked at."""


class Glyph(NamedTuple):
    """One printed character in reading space (upright, y upwards, in points)."""

    char: str
    x0: float
    x1: float
    base: float
    """y of the baseline."""
    size: float
    bold: bool
    source: int
    """Which drawing command it came from: equal for characters drawn together."""


class Rule(NamedTuple):
    """A straight ruled line: horizontal at ``y0 == y1`` or vertical at ``x0 == x1``, in reading space."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """All glyphs of one page that run in one direction.

    ``turn`` is that direction in quarter turns against the clock. In reading space the text is upright:
    ``to_page`` brings a box back to the coordinates of the PDF, ``to_sheet`` the other way.
    """

    turn: int
    glyphs: tuple[Glyph, ...]
    """In the order they are drawn, spaces included."""
    rules: tuple[Rule, ...]
    area: Box
    """The visible part of the page, in reading space."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What is printed on a page: the sheet with most of the text first, then text in other directions."""

    sheets: tuple[Sheet, ...]
    characters: int
    strange: int
    """Characters without a meaning: control characters, private use, no mapping."""
    skewed: str
    """Text across the page such as a watermark."""


def to_sheet(box: Box, turn: int) -> Box:
    """A box of the page in the reading space of a sheet with this turn."""
    x0, y0, x1, y1 = box
    match turn % 4:
        case 1:
            return (y0, -x1, y1, -x0)
        case 2:
            return (-x1, -y1, -x0, -y0)
        case 3:
            return (-y1, x0, -y0, x1)
    return box


def to_page(box: Box, turn: int) -> Box:
    """A box in reading space in the coordinates of the page: the inverse of ``to_sheet``."""
    return to_sheet(box, -turn)


@dataclass(frozen=True, slots=True)
class _Pen:
    """What all characters of one drawing command share."""

    number: int
    turn: int | None
    size: float
    bold: bool
    dingbats: bool
    hidden: bool


def read_page(page: Any) -> PageText:
    """The text of a ``pypdfium2.PdfPage`` with places. Text outside the visible area and invisible text is left out,
    but a page with nothing but invisible text is a scan with recognised text: there it is kept."""
    textpage = page.get_textpage()
    try:
        area = _visible_area(page)
        drawn, strange = _characters(textpage.raw, area)
    finally:
        textpage.close()
    visible = [entry for entry in drawn if not entry[1].hidden]
    if sum(1 for glyph, _ in visible if glyph.char != " ") < 8:
        visible = drawn
    by_turn: dict[int | None, list[Glyph]] = {}
    for glyph, pen in visible:
        by_turn.setdefault(pen.turn, []).append(glyph)
    skewed = "".join(glyph.char for glyph in by_turn.pop(None, ()))
    counts = {turn: sum(1 for glyph in glyphs if glyph.char != " ") for turn, glyphs in by_turn.items()}
    rules = _rules(page, area) if counts else ()
    sheets = [
        _sheet(turn or 0, by_turn[turn], rules, area) for turn in sorted(counts, key=lambda turn: (-counts[turn], turn))
    ]
    return PageText(tuple(sheets), sum(counts.values()) + len(skewed), strange, skewed)


def _sheet(turn: int, glyphs: list[Glyph], rules: tuple[Rule, ...], area: Box) -> Sheet:
    return Sheet(
        turn=turn,
        glyphs=tuple(glyphs),
        rules=tuple(Rule(*to_sheet(rule, turn)) for rule in rules),
        area=to_sheet(area, turn),
    )


def _visible_area(page: Any) -> Box:
    crop, media = page.get_cropbox(), page.get_mediabox()
    area = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    return area if area[2] > area[0] and area[3] > area[1] else media


def _characters(textpage: Any, area: Box) -> tuple[list[tuple[Glyph, _Pen]], int]:
    """All characters of the page in the order they are drawn, with the number of strange ones."""
    import pypdfium2.raw as pdfium

    unicode_of, object_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject
    loose_box, origin_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    rect, at_x, at_y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    rect_ref, x_ref, y_ref = ctypes.byref(rect), ctypes.byref(at_x), ctypes.byref(at_y)
    cast, pointer = ctypes.cast, ctypes.c_void_p
    left, bottom, right, top = area
    pens: dict[int, _Pen] = {}
    drawn: list[tuple[Glyph, _Pen]] = []
    strange = 0
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        handle = object_of(textpage, index)
        address = cast(handle, pointer).value
        code = unicode_of(textpage, index)
        if not address:  # made up by PDFium: a space or a line break that nothing prints
            continue
        pen = pens.get(address)
        if pen is None:
            pen = pens[address] = _pen(textpage, index, handle, len(pens))
        char, odd = _clean(code, dingbats=pen.dingbats)
        strange += odd
        if not char or pen.size < 1.5:
            continue
        origin_of(textpage, index, x_ref, y_ref)
        x, y = at_x.value, at_y.value
        if not (left - 2 <= x <= right + 2 and bottom - 2 <= y <= top + 2):
            continue
        if pen.turn:
            x, width, y = _turned(textpage, index, x, y, pen)
        else:
            loose_box(textpage, index, rect_ref)
            width = rect.right - x
            if not 0 < width < 4 * pen.size:
                width = _tight_width(textpage, index, x, pen.size)
        if char in _COMBINING and drawn:
            glyph, before = drawn[-1]
            composed = unicodedata.normalize("NFC", glyph.char + char)
            if len(composed) == 1:
                drawn[-1] = (glyph._replace(char=composed), before)
            continue
        step = width / len(char)
        for part in char:
            drawn.append((Glyph(part, x, x + step, y, pen.size, pen.bold, pen.number), pen))
            x += step
    return drawn, strange


_COMBINING = frozenset(chr(code) for code in range(0x300, 0x370))


def _clean(code: int, *, dingbats: bool) -> tuple[str, int]:
    """The text of a character code and whether it is a strange one (0 or 1). Empty: nothing to read here."""
    if code in _REPLACED:
        return _REPLACED[code], 0
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "", int(code not in {9, 10, 13})
    char = chr(code)
    if dingbats and not char.isspace():
        return (MARK if char in _DINGBAT_MARKS else BULLET if char in _DINGBAT_BULLETS else ""), 0
    if char.isspace():
        return " ", 0
    if 0xE000 <= code < 0xF900 or code in {0xFFFD, 0xFFFF}:
        return "", 1
    return ("" if unicodedata.category(char) in {"Cf", "Cn"} and char != "\xad" else char), 0


def _pen(textpage: Any, index: int, handle: Any, number: int) -> _Pen:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix))
    size = pdfium.FPDFText_GetFontSize(textpage, index) * math.hypot(matrix.c, matrix.d)
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    quarter = round(angle / 90)
    turn = quarter % 4 if abs(angle - 90 * quarter) < 8 else None
    font = pdfium.FPDFTextObj_GetFont(handle)
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    name = buffer.value.decode("latin-1").lower()
    bold = any(word in name for word in _BOLD) or pdfium.FPDFFont_GetWeight(font) >= 600
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    dingbats = "wingdings" in name or "webdings" in name
    hidden = mode in {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
    return _Pen(number, turn, abs(size), bold, dingbats, hidden)


def _tight(textpage: Any, index: int) -> Box:
    import pypdfium2.raw as pdfium

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(textpage, index, *(ctypes.byref(value) for value in (left, right, bottom, top)))
    return (left.value, bottom.value, right.value, top.value)


def _tight_width(textpage: Any, index: int, x: float, size: float) -> float:
    width = _tight(textpage, index)[2] - x
    return width if 0 < width < 4 * size else 0.3 * size


def _turned(textpage: Any, index: int, x: float, y: float, pen: _Pen) -> tuple[float, float, float]:
    """x, width and baseline of a turned character: PDFium's loose boxes hold for upright text only."""
    turn = pen.turn or 0
    start = to_sheet((x, y, x, y), turn)
    ink = to_sheet(_tight(textpage, index), turn)
    width = ink[2] - start[0]
    return start[0], width if 0 < width < 4 * pen.size else 0.3 * pen.size, start[1]


def _rules(page: Any, area: Box) -> tuple[Rule, ...]:
    """Horizontal and vertical lines, and the edges of drawn rectangles."""
    import pypdfium2.raw as pdfium

    rules: set[Rule] = set()
    budget = MAX_PATHS
    raw = page.raw
    for index in range(pdfium.FPDFPage_CountObjects(raw)):
        budget -= 1
        if budget < 0:
            break
        item = pdfium.FPDFPage_GetObject(raw, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules.update(_path_rules(item, None))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
            upright = abs(matrix.b) < 0.01 and abs(matrix.c) < 0.01
            count = min(pdfium.FPDFFormObj_CountObjects(item), max(budget, 0)) if upright else 0
            budget -= count
            for inner in range(count):
                part = pdfium.FPDFFormObj_GetObject(item, inner)
                if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_PATH:
                    rules.update(_path_rules(part, (matrix.a, matrix.d, matrix.e, matrix.f)))
    width, height = area[2] - area[0], area[3] - area[1]
    frame = [rule for rule in rules if rule.x1 - rule.x0 < 0.99 * width and rule.y1 - rule.y0 < 0.99 * height]
    return tuple(sorted(frame))


def _path_rules(path: Any, placed: tuple[float, float, float, float] | None) -> list[Rule]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    if abs(matrix.b) > 0.01 or abs(matrix.c) > 0.01:
        return []
    scale_x, scale_y, move_x, move_y = placed or (1.0, 1.0, 0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float, bool]] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path), MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return []
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        px, py = x.value * matrix.a + matrix.e, y.value * matrix.d + matrix.f
        points.append((px * scale_x + move_x, py * scale_y + move_y, kind == pdfium.FPDF_SEGMENT_MOVETO))
    rules = []
    for (ax, ay, _), (bx, by, moved) in pairwise(points):
        if moved:
            continue
        across, along = abs(ax - bx), abs(ay - by)
        if along < 1 and across > 6:
            rules.append(Rule(min(ax, bx), (ay + by) / 2, max(ax, bx), (ay + by) / 2))
        elif across < 1 and along > 6:
            rules.append(Rule((ax + bx) / 2, min(ay, by), (ax + bx) / 2, max(ay, by)))
    return rules
