"""How legible the print of a page is: letters that are too small, and too pale on white paper."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any

from app.model import Box, Print
from app.reading.ruled import drawn_paths

SMALL = 9.0
"""Letters below this size, in points, count as small. Footnotes and print on buttons are meant as well."""
_ROUNDING = 0.05
_LARGE, _LARGE_BOLD = 18.0, 14.0
"""From these sizes on, in points, text is large for WCAG 1.4.3."""
_CONTRAST, _CONTRAST_LARGE = 4.5, 3.0
"""Least contrast of text by WCAG 2.1, 1.4.3 (AA)."""
_WHITE_INK = 1.3
"""Letters with less contrast to white stand on something else, or nobody is meant to see them."""
_PATTERN = (0xBF, 0xBF, 0xBF)
"""What PDFium says of a pattern, whose colours nobody knows."""
_PAPER = 250
"""From this value of each colour on, out of 255, an area is white like paper."""

Spot = tuple[float, float, float, bool, float]
"""A letter: x and y of its beginning on the page, size, bold, contrast of its ink to white."""


def print_of(page: Any, number: int, letters: int, sizes: Iterable[float], pale: Sequence[Spot]) -> Print:
    """The print of a page. ``pale`` are letters with little contrast to white: those on plain paper count."""
    faint = [spot for spot in pale if spot[4] < _needed(spot)]
    grounds = _grounds(page) if faint else []
    return Print(
        page=number,
        letters=letters,
        small=sum(size < SMALL - _ROUNDING for size in sizes),
        faint=sum(not any(_inside(spot, ground) for ground in grounds) for spot in faint),
    )


def contrast_to_white(red: int, green: int, blue: int) -> float:
    """The contrast of a colour (0 to 255 each) to white, 1 to 21: relative luminance as WCAG 2.1 defines it."""
    linear = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (part / 255 for part in (red, green, blue))
    )
    luminance = sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def ink_of(handle: Any) -> float:
    """The contrast to white of the colour that a text object is filled with; 21 where we do not know it."""
    import pypdfium2.raw as pdfium

    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(handle, *(ctypes.byref(part) for part in parts)) or parts[3].value < 255:
        return 21.0
    red, green, blue = (part.value for part in parts[:3])
    return 21.0 if (red, green, blue) == _PATTERN else contrast_to_white(red, green, blue)


def is_pale(contrast: float) -> bool:
    """Whether text in this ink may be too pale on white."""
    return _WHITE_INK <= contrast < _CONTRAST


def _needed(spot: Spot) -> float:
    large = spot[2] >= (_LARGE_BOLD if spot[3] else _LARGE)
    return _CONTRAST_LARGE if large else _CONTRAST


def _inside(spot: Spot, box: Box) -> bool:
    return box[0] - 1 <= spot[0] <= box[2] + 1 and box[1] - 1 <= spot[1] <= box[3] + 1


def _grounds(page: Any) -> list[Box]:
    """The boxes of pictures and of areas that are filled with another colour than white."""
    import pypdfium2.raw as pdfium

    items = [
        item
        for index in range(pdfium.FPDFPage_CountObjects(page.raw))
        if pdfium.FPDFPageObj_GetType(item := pdfium.FPDFPage_GetObject(page.raw, index))
        in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING, pdfium.FPDF_PAGEOBJ_FORM}
    ]
    items += [path for path, _ in drawn_paths(page.raw) if _is_coloured(path)]
    return [box for item in items if (box := _bounds(item)) is not None]


def _is_coloured(path: Any) -> bool:
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value:
        return False
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *(ctypes.byref(part) for part in parts))
    return any(part.value < _PAPER for part in parts[:3])


def _bounds(item: Any) -> Box | None:
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(edge) for edge in edges)):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    return (left, bottom, right, top)
