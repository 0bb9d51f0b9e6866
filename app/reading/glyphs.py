"""One page of a PDF as PDFium gives it: glyphs with their places, and the ruled lines of tables and boxes."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.model import Box
from app.reading.ciphers import Table, tables_of
from app.reading.legible import Spot, ink_of, is_pale
from app.reading.ruled import Rule, rules_of

MARK = "☐"
"""Stands for every glyph that draws a check box or a radio button."""
BULLET = "•"
"""Stands for every glyph that draws a bullet of a list."""
UNKNOWN = "\ufffd"
"""Stands for characters that a person sees and no program can tell, because their font has no table of meanings."""

_MARKS = "☐☑☒□▢❏❑❒❐◻⬜▯○◯⃝◽⚪\uf06f\uf071\uf072\uf0a8\uf0fe\uf0fd\uf078\uf053\uf0a1\uf0a0\uf070"
_BULLETS = "•●▪■◾►▶➢➤➔‣⁃∙\uf0b7\uf0a7\uf0d8\uf076\uf06c\uf06e\uf0e8\uf0fc\uf0f0\uf0e0\uf0c4\uf0ae\uf0df"
_DINGBAT_MARKS = frozenset("oqrx¨þýpF£\uf0a3" + _MARKS)
_DINGBAT_BULLETS = frozenset("§lØüvnèà" + _BULLETS)
_REPLACED = {
    9: " ",
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

FORCE_BOLD = 1 << 18
"""Flag of a font that is bold although its name does not say so. PDFium's own weight is a guess from stem widths."""


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
    sizes: tuple[float, ...] = ()
    """Of each letter, in points."""
    pale: tuple[Spot, ...] = ()
    """Letters whose ink has little contrast to white paper."""


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
    face: int
    """The font, as PDFium tells fonts apart."""
    font: str
    """Its name in small letters."""
    turn: int | None
    size: float
    bold: bool
    dingbats: bool
    hidden: bool
    contrast: float
    """Of its ink to white."""


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
    for glyph, pen in _unknown_together(visible):
        by_turn.setdefault(pen.turn, []).append(glyph)
    skewed = "".join(glyph.char for glyph in by_turn.pop(None, ()))
    counts = {turn: sum(1 for glyph in glyphs if glyph.char != " ") for turn, glyphs in by_turn.items()}
    rules = rules_of(page, area) if counts else ()
    sheets = [
        _sheet(turn or 0, by_turn[turn], rules, area) for turn in sorted(counts, key=lambda turn: (-counts[turn], turn))
    ]
    letters = [(glyph, pen) for glyph, pen in visible if glyph.char.isalnum() and not pen.hidden]
    return PageText(
        tuple(sheets),
        sum(counts.values()) + len(skewed),
        strange,
        skewed,
        tuple(glyph.size for glyph, _ in letters),
        tuple(_spot(glyph, pen) for glyph, pen in letters if pen.turn is not None and is_pale(pen.contrast)),
    )


def _spot(glyph: Glyph, pen: _Pen) -> Spot:
    x, y, _, _ = to_page((glyph.x0, glyph.base, glyph.x0, glyph.base), pen.turn or 0)
    return (x, y, glyph.size, glyph.bold, pen.contrast)


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


@dataclass(frozen=True, slots=True)
class _Codes:
    """What PDFium says of a page before any place is known."""

    drawn: list[tuple[int, int, _Pen]]
    """Index, code and pen of all characters in the order they are drawn."""
    texts: dict[int, tuple[str, str]]
    """For each font, but those of signs, its name and its characters, with line breaks where PDFium ends a word."""


def _codes(textpage: Any) -> _Codes:
    import pypdfium2.raw as pdfium

    unicode_of, object_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject
    cast, pointer = ctypes.cast, ctypes.c_void_p
    pens: dict[int, _Pen] = {}
    drawn = []
    texts: dict[int, list[str]] = {}
    text: list[str] = []
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        handle = object_of(textpage, index)
        address = cast(handle, pointer).value
        code = unicode_of(textpage, index)
        if not address:  # a space or line break that nothing prints
            text.append("\n")
            continue
        pen = pens.get(address)
        if pen is None:
            pen = pens[address] = _pen(textpage, index, handle, len(pens))
        text = texts.setdefault(pen.face, [])
        text.append(chr(min(code, 0x10FFFF)))
        drawn.append((index, code, pen))
    names = {pen.face: pen.font for pen in pens.values() if not pen.dingbats}
    return _Codes(drawn, {face: (name, "".join(texts[face])) for face, name in names.items()})


def _characters(textpage: Any, area: Box) -> tuple[list[tuple[Glyph, _Pen]], int]:
    """All characters of the page in the order they are drawn, with the number of strange ones."""
    import pypdfium2.raw as pdfium

    loose_box, origin_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    rect, at_x, at_y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    rect_ref, x_ref, y_ref = ctypes.byref(rect), ctypes.byref(at_x), ctypes.byref(at_y)
    left, bottom, right, top = area
    codes = _codes(textpage)
    tables = tables_of(codes.texts)
    drawn: list[tuple[Glyph, _Pen]] = []
    strange = together = 0
    before: tuple[float, float, int] | None = None
    for index, code, pen in codes.drawn:
        table = tables.get(pen.face) if tables else None
        char, odd = _clean(_meant(code, table) if table else code, dingbats=pen.dingbats)
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
        if char in _COMBINING:
            _combine(drawn, char)
            continue
        if before != (x, y, pen.number):
            before, together = (x, y, pen.number) if char != " " else None, 0
        for part in char:  # several letters of one ligature stand at one place
            drawn.append((Glyph(part, x, x + width, y, pen.size, pen.bold, pen.number), pen))
            together += 1
        if together > 1:
            together = _share(drawn, together, x, width, table)
    return drawn, strange


def _meant(code: int, table: Table) -> int:
    """The code of the character that a person sees."""
    return ord(table.read(chr(min(code, 0x10FFFF))) or UNKNOWN)


def _combine(drawn: list[tuple[Glyph, _Pen]], accent: str) -> None:
    """Put an accent drawn on its own onto the letter before it."""
    if drawn:
        glyph, pen = drawn[-1]
        composed = unicodedata.normalize("NFC", glyph.char + accent)
        if len(composed) == 1:
            drawn[-1] = (glyph._replace(char=composed), pen)


def _unknown_together(drawn: Iterable[tuple[Glyph, _Pen]]) -> Iterator[tuple[Glyph, _Pen]]:
    """Each run of ``UNKNOWN`` characters as one."""
    waiting: tuple[Glyph, _Pen] | None = None
    for glyph, pen in drawn:
        if waiting is not None:
            run = waiting[0]
            if glyph.char == UNKNOWN and waiting[1] is pen and abs(run.base - glyph.base) < 1:
                waiting = (run._replace(x1=max(run.x1, glyph.x1)), pen)
                continue
            yield waiting
            waiting = None
        if glyph.char == UNKNOWN:
            waiting = (glyph, pen)
        else:
            yield glyph, pen
    if waiting is not None:
        yield waiting


def _share(drawn: list[tuple[Glyph, _Pen]], count: int, x: float, width: float, table: Table | None) -> int:
    """Give each of the last ``count`` glyphs, the letters of one ligature, its part of the width; how many they are."""
    letters = "".join(glyph.char for glyph, _ in drawn[-count:])
    if table is not None and (char := table.chars.get(letters)):
        glyph, pen = drawn[-count]
        drawn[-count:] = [(glyph._replace(char=char, x0=x, x1=x + width), pen)]
        return 1
    step = width / count
    for index in range(count):
        glyph, pen = drawn[index - count]
        drawn[index - count] = (glyph._replace(x0=x + index * step, x1=x + (index + 1) * step), pen)
    return count


_COMBINING = frozenset(chr(code) for code in range(0x300, 0x370))


def _clean(code: int, *, dingbats: bool) -> tuple[str, int]:
    """The text of a character code and whether it is a strange one (0 or 1). Empty: nothing to read here."""
    if dingbats and code > 0x20:
        char = chr(min(code, 0x10FFFF))
        return (MARK if char in _DINGBAT_MARKS else BULLET if char in _DINGBAT_BULLETS else ""), 0
    if code in _REPLACED:
        return ("" if dingbats else _REPLACED[code]), 0
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNKNOWN, 1
    char = chr(code)
    if char.isspace():
        return " ", 0
    if 0xE000 <= code < 0xF900 or code in {0xFFFD, 0xFFFF}:
        return UNKNOWN, 1
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
    face = ctypes.cast(font, ctypes.c_void_p).value or 0
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    name = buffer.value.decode("latin-1").lower()
    bold = any(word in name for word in _BOLD) or bool(pdfium.FPDFFont_GetFlags(font) & FORCE_BOLD)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    dingbats = "wingdings" in name or "webdings" in name
    hidden = mode in {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
    filled = mode == pdfium.FPDF_TEXTRENDERMODE_FILL
    return _Pen(number, face, name, turn, abs(size), bold, dingbats, hidden, ink_of(handle) if filled else 21.0)


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
