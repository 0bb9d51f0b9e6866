"""White areas on a coloured ground: the places to write in forms that are printed in grey."""

from __future__ import annotations

import ctypes
from typing import Any

from app.model import Box
from app.reading.ruled import Placed, drawn_paths

WHITE = 250
"""From this value of each colour on, out of 255, an area is white."""
SMALLEST = (6.0, 7.0)
"""Width and height of the smallest area, in points."""
GROUND = 2_000.0
"""A coloured ground has at least this area, in square points."""
MANY = 600
"""A page with more white areas is a drawing."""


def white_areas(page: Any) -> tuple[Box, ...]:
    """White rectangles without a border that a ``pypdfium2.PdfPage`` draws on a coloured one, in page coordinates."""
    grounds: list[Box] = []
    found: dict[Box, None] = {}
    for path, placed in drawn_paths(page.raw):
        white = _whiteness(path)
        if white is None:
            continue
        box = _bounds(path, placed)
        if box is None:
            continue
        width, height = box[2] - box[0], box[3] - box[1]
        if not white:
            if width * height >= GROUND:
                grounds.append(box)
            for other in [other for other in found if _covers(box, other)]:  # painted over
                del found[other]
        elif width >= SMALLEST[0] and height >= SMALLEST[1] and any(_covers(ground, box) for ground in grounds):
            found[box] = None
        if len(found) > MANY or len(grounds) > MANY:
            return ()
    return tuple(found)


def _covers(outer: Box, inner: Box) -> bool:
    return (
        outer[0] - 1 <= inner[0]
        and outer[1] - 1 <= inner[1]
        and inner[2] <= outer[2] + 1
        and inner[3] <= outer[3] + 1
        and outer != inner
    )


def _whiteness(path: Any) -> bool | None:
    """Is a filled area white? None for a path that fills nothing, and for a white one with a border."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value or pdfium.FPDFPath_CountSegments(path) not in range(4, 7):
        return None
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *(ctypes.byref(part) for part in parts))
    white = all(part.value >= WHITE for part in parts[:3])
    return None if white and stroke.value else white


def _bounds(path: Any, placed: Placed | None) -> Box | None:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    edges = (left, bottom, right, top)
    if not pdfium.FPDFPageObj_GetBounds(path, *(ctypes.byref(edge) for edge in edges)):
        return None
    scale_x, scale_y, move_x, move_y = placed or (1.0, 1.0, 0.0, 0.0)
    xs = sorted(value.value * scale_x + move_x for value in (left, right))
    ys = sorted(value.value * scale_y + move_y for value in (bottom, top))
    return (round(xs[0], 2), round(ys[0], 2), round(xs[1], 2), round(ys[1], 2))
