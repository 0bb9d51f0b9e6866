"""White areas on a coloured ground and circles: places to write in forms that are printed in grey, and to tick."""

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
CIRCLE = (6.0, 19.0)
"""Smallest and largest diameter of a circle to tick, in points."""
MANY = 600
"""A page with more white areas is a drawing."""


_CURVED = range(13, 16)
"""How many points a path of four curves has."""


def white_areas(page: Any) -> tuple[Box, ...]:
    """White rectangles without a border that a ``pypdfium2.PdfPage`` draws on a coloured one, and circles.

    In page coordinates; of a circle the square around it.
    """
    grounds: list[Box] = []
    found: dict[Box, None] = {}
    circles: dict[Box, None] = {}
    for path, placed in drawn_paths(page.raw):
        circle = _circle(path, placed)
        if circle is not None:
            circles[circle] = None
            continue
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
        if max(len(found), len(grounds), len(circles)) > MANY:
            return ()
    return (*found, *circles)


def _circle(path: Any, placed: Placed | None) -> Box | None:
    """The square around a small circle that is drawn as a line of four curves; None for anything else."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPath_CountSegments(path)
    if count not in _CURVED:
        return None
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    kinds = [pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path, index)) for index in range(count)]
    if not stroke.value or kinds.count(pdfium.FPDF_SEGMENT_BEZIERTO) != 12:
        return None
    box = _bounds(path, placed)
    if box is None:
        return None
    width, height = box[2] - box[0], box[3] - box[1]
    fits = CIRCLE[0] <= width <= CIRCLE[1] and CIRCLE[0] <= height <= CIRCLE[1]
    return box if fits and abs(width - height) < 1 else None


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
