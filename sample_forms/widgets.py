"""Puts the fields of a form into the PDF: each a real AcroForm field with name, tooltip and options."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from sample_forms.content import Input
from sample_forms.design import FIELD_EDGE, FIELD_FILL, INK

CHECK_SIZE = 9.5
"""Side of a check box and width of a radio button in points."""


@dataclass(frozen=True)
class Area:
    """A rectangle in points, origin at the bottom left of the page."""

    x: float
    y: float
    width: float
    height: float


def entry(canvas: Canvas, item: Input, area: Area, *, framed: bool = True) -> None:
    """A text, combo, list or check field; check boxes keep their size and sit in the middle of the area."""
    if item.kind == "check":
        x = area.x + (area.width - CHECK_SIZE) / 2
        check(canvas, item.field, item.tooltip, x=x, y=area.y + (area.height - CHECK_SIZE) / 2)
        return
    shared = {
        "name": item.field,
        "tooltip": item.tooltip,
        "x": area.x,
        "y": area.y,
        "width": area.width,
        "height": area.height,
        "value": item.value,
        "fontName": "Helvetica",
        "fontSize": 9 if item.lines > 1 or item.kind == "list" else round(min(11.0, area.height * 0.58)),
        "fillColor": FIELD_FILL,
        "textColor": INK,
        "borderColor": FIELD_EDGE if framed else None,
        "borderWidth": 0.6 if framed else 0,
    }
    flags = [word for word, wanted in (("readOnly", item.read_only), ("required", item.required)) if wanted]
    if item.kind == "text":
        flags += ["multiline"] if item.lines > 1 else []
        canvas.acroForm.textfield(**shared, maxlen=item.max_length, fieldFlags=" ".join(flags))
    elif item.kind == "combo":
        canvas.acroForm.choice(**shared, options=list(item.options), fieldFlags=" ".join([*flags, "combo"]))
    else:
        canvas.acroForm.listbox(**shared, options=list(item.options), fieldFlags=" ".join([*flags, "multiSelect"]))


def check(canvas: Canvas, name: str, tooltip: str | None, *, x: float, y: float) -> None:
    """A check box with its lower left corner at ``x``, ``y``."""
    canvas.acroForm.checkbox(
        name=name,
        tooltip=tooltip,
        x=x,
        y=y,
        size=CHECK_SIZE,
        buttonStyle="cross",
        borderWidth=0.6,
        borderColor=FIELD_EDGE,
        fillColor=FIELD_FILL,
        textColor=INK,
        fieldFlags="",
    )


def radio(canvas: Canvas, name: str, value: str, tooltip: str | None, *, x: float, y: float) -> None:
    """One button of the radio group ``name``; ``value`` is what the group takes on when it is chosen."""
    # reportlab draws the circle of small radio buttons too small and off centre: ours is printed, its mark is a cross
    half = CHECK_SIZE / 2
    canvas.setStrokeColor(FIELD_EDGE)
    canvas.setFillColor(FIELD_FILL)
    canvas.setLineWidth(0.6)
    canvas.circle(x + half, y + half, half - 0.3, fill=1)
    canvas.acroForm.radio(
        name=name,
        value=value,
        tooltip=tooltip,
        x=x,
        y=y,
        size=CHECK_SIZE,
        buttonStyle="cross",
        borderWidth=0,
        borderColor=None,
        fillColor=None,
        textColor=INK,
        fieldFlags="noToggleToOff radio",
    )
