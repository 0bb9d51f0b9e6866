"""What tests of printed blanks draw, and what is found in it."""

from __future__ import annotations

from drawing import PAGE, Draw, form, lines
from reportlab.pdfgen.canvas import Canvas

from app.model import Document, Field


def rule(x0: float, y: float, x1: float) -> Draw:
    """Draws a horizontal line."""

    def draw(canvas: Canvas) -> None:
        canvas.line(x0, y, x1, y)

    return draw


def frame(x: float, y: float, width: float, height: float) -> Draw:
    """Draws an empty rectangle."""

    def draw(canvas: Canvas) -> None:
        canvas.rect(x, y, width, height)

    return draw


def grid(xs: list[float], ys: list[float]) -> Draw:
    """Draws the lines of a table."""

    def draw(canvas: Canvas) -> None:
        canvas.grid(xs, ys)

    return draw


def circle(x: float, y: float, radius: float) -> Draw:
    """Draws a circle around a point."""

    def draw(canvas: Canvas) -> None:
        canvas.circle(x, y, radius)

    return draw


def area(x: float, y: float, width: float, height: float, grey: float) -> Draw:
    """Draws an area without a border; ``grey`` 1 is white."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(grey)
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.setFillGray(0)

    return draw


def dingbat(sign: str, x: float, y: float, size: float = 10) -> Draw:
    """Draws a sign of ZapfDingbats; ``❏`` is a box to tick."""
    return lines(sign, x=x, y=y, font="ZapfDingbats", size=size)


def found(document: Document) -> list[Field]:
    """The fields that are only printed."""
    return [field for field in document.fields if field.source == "flat"]


def seen(*draws: Draw) -> list[tuple[str, str]]:
    """Kind and label of each blank on a page with this."""
    return [(field.kind, field.label) for field in found(form(PAGE, *draws))]
