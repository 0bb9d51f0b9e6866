"""The order in which a person reads a page: rows of a form from top to bottom, columns of text one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.model import Box

Crossed = Callable[[float, float, float, float], bool]
"""Is there a horizontal rule between two heights, under at least half of a range of x? (upper, lower, x0, x1)"""

COLUMN_LINES = 4
"""A column of running text has at least this many lines."""


def reading_order(boxes: Sequence[Box], lines: Sequence[int], crossed: Crossed) -> list[int]:
    """Indices of ``boxes`` in reading order. ``lines`` tells how many lines of running text each box holds."""
    return _order(list(range(len(boxes))), boxes, lines, crossed, depth=0)


def _order(items: list[int], boxes: Sequence[Box], lines: Sequence[int], crossed: Crossed, *, depth: int) -> list[int]:
    if len(items) < 2:
        return items
    bands = _bands(items, boxes)
    if depth > 40:
        return [item for band in bands for item in sorted(band, key=lambda item: boxes[item][0])]
    if len(bands) == 1:
        parts = _gutters(items, boxes)
        if len(parts) == 1:
            return sorted(items, key=lambda item: (-round(boxes[item][3] / 4), boxes[item][0]))
        return [item for part in parts for item in _order(part, boxes, lines, crossed, depth=depth + 1)]
    ordered: list[int] = []
    start = 0
    while start < len(bands):
        end = _column_end(bands, start, boxes, lines, crossed)
        together = [item for band in bands[start:end] for item in band]
        parts = _gutters(together, boxes) if end - start > 1 else [together]
        if len(parts) == 1 and end - start == 1:
            parts = _gutters(together, boxes)
        for part in parts:
            ordered.extend(_order(part, boxes, lines, crossed, depth=depth + 1))
        start = end
    return ordered


def _bands(items: list[int], boxes: Sequence[Box]) -> list[list[int]]:
    """Groups with a free horizontal strip between them, from top to bottom."""
    bands: list[list[int]] = []
    floor = 0.0
    for item in sorted(items, key=lambda item: -boxes[item][3]):
        if bands and boxes[item][3] > floor + 0.5:
            bands[-1].append(item)
            floor = min(floor, boxes[item][1])
        else:
            bands.append([item])
            floor = boxes[item][1]
    return bands


def _gutters(items: list[int], boxes: Sequence[Box]) -> list[list[int]]:
    """Groups with a free vertical strip between them, from left to right."""
    parts: list[list[int]] = []
    wall = 0.0
    for item in sorted(items, key=lambda item: boxes[item][0]):
        if parts and boxes[item][0] < wall + 1:
            parts[-1].append(item)
            wall = max(wall, boxes[item][2])
        else:
            parts.append([item])
            wall = boxes[item][2]
    return parts


def _column_end(
    bands: list[list[int]], start: int, boxes: Sequence[Box], lines: Sequence[int], crossed: Crossed
) -> int:
    """How many bands from ``start`` on are columns of running text side by side; ``start + 1`` when none."""
    best = start + 1
    together = list(bands[start])
    for end in range(start + 1, len(bands)):
        upper, lower = min(boxes[item][1] for item in bands[end - 1]), max(boxes[item][3] for item in bands[end])
        together.extend(bands[end])
        parts = _gutters(together, boxes)
        x0, x1 = min(boxes[item][0] for item in together), max(boxes[item][2] for item in together)
        if len(parts) < 2 or crossed(upper, lower, x0, x1):
            break
        if all(sum(lines[item] for item in part) >= COLUMN_LINES for part in parts):
            best = end + 1
    return best
