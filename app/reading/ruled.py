"""The ruled lines of a page: lines of tables, edges of boxes, borders of coloured areas."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from app.model import Box

MAX_PATHS = 6_000
"""Drawn objects looked at on one page; drawings hold many more, forms do not."""
MAX_SEGMENTS = 400
"""Pieces of one path looked at."""


Placed = tuple[float, float, float, float]
"""Scale in x and y and shift in x and y of the form that a path is drawn in."""


class Rule(NamedTuple):
    """A straight ruled line: horizontal at ``y0 == y1`` or vertical at ``x0 == x1``, in reading space."""

    x0: float
    y0: float
    x1: float
    y1: float


def rules_of(page: Any, area: Box) -> tuple[Rule, ...]:
    """Horizontal and vertical lines of a ``pypdfium2.PdfPage`` and the edges of rectangles drawn there."""
    rules: set[Rule] = set()
    coloured = False
    width, height = area[2] - area[0], area[3] - area[1]
    for path, placed in drawn_paths(page.raw):
        white = _is_white(path)
        found = _path_rules(path, placed)
        if white is False and len(found) >= 3:
            xs = [value for rule in found for value in (rule.x0, rule.x1)]
            ys = [value for rule in found for value in (rule.y0, rule.y1)]
            coloured = coloured or (max(xs) - min(xs)) * (max(ys) - min(ys)) > 0.05 * width * height
        if white and not coloured:  # white on white shows nothing
            continue
        rules.update(found)
    return tuple(
        sorted(rule for rule in rules if rule.x1 - rule.x0 < 0.99 * width and rule.y1 - rule.y0 < 0.99 * height)
    )


def drawn_paths(page: Any) -> Iterator[tuple[Any, Placed | None]]:
    """The drawn paths of a page, also those inside upright forms, in the order they are drawn."""
    import pypdfium2.raw as pdfium

    budget = MAX_PATHS
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_PATHS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, None
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
            if abs(matrix.b) > 0.01 or abs(matrix.c) > 0.01:
                continue
            count = min(pdfium.FPDFFormObj_CountObjects(item), budget)
            budget -= count
            for inner in range(count):
                part = pdfium.FPDFFormObj_GetObject(item, inner)
                if pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_PATH:
                    yield part, (matrix.a, matrix.d, matrix.e, matrix.f)


def _is_white(path: Any) -> bool | None:
    """Is a path an area without a border, and is that area white? None for a path with a border."""
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value or not fill.value:
        return None
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *(ctypes.byref(part) for part in parts))
    return all(part.value >= 250 for part in parts[:3])


def _path_rules(path: Any, placed: Placed | None) -> list[Rule]:
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
