"""Makes small PDFs for the tests of reading: our own sentences, each file with one difficulty."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.model import Block, Document, Field
from app.reading.limits import Limits
from app.reading.pdf import read_pdf

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, size: tuple[float, float] = A4, title: str | None = None) -> bytes:
    """A PDF with one page for each function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    if title:
        canvas.setTitle(title)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(
    *texts: str, x: float = 70, y: float = 750, leading: float = 13, font: str = "Helvetica", size: float = 10
) -> Draw:
    """Draws lines one under the other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for number, text in enumerate(texts):
            canvas.drawString(x, y - number * leading, text)

    return draw


def together(*draws: Draw) -> Draw:
    """Draws several things on one page."""

    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def read(data: bytes, limits: Limits | None = None) -> Document:
    """The document, read in this process."""
    return read_pdf(data, name="formular.pdf", limits=limits or Limits())


def printed(document: Document) -> list[Block]:
    """The blocks of the pages, without those of the fields."""
    return [block for block in document.blocks if block.field is None]


def texts(document: Document, *roles: str) -> list[str]:
    """The texts of the page blocks, of these roles only when any are given."""
    return [block.text for block in printed(document) if not roles or block.role in roles]


def field(document: Document, name: str) -> Field:
    """The field with this name."""
    return next(item for item in document.fields if item.name == name)


def rewritten(data: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    """The PDF after a change of its objects."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def words_of(texts_: Sequence[str]) -> list[str]:
    """All words of some texts."""
    return " ".join(texts_).split()


def text_field(
    name: str, x: float, y: float, *, width: float = 200, tooltip: str | None = None, **more: object
) -> Draw:
    """Draws a text field."""

    def draw(canvas: Canvas) -> None:
        canvas.acroForm.textfield(name=name, tooltip=tooltip, x=x, y=y, width=width, height=18, **more)

    return draw


def box(name: str, x: float, y: float, *, tooltip: str | None = None) -> Draw:
    """Draws a box to tick."""

    def draw(canvas: Canvas) -> None:
        canvas.acroForm.checkbox(name=name, tooltip=tooltip, x=x, y=y, size=12)

    return draw


def at(text: str, x: float, y: float, size: float = 10) -> Draw:
    """Draws one line of text."""

    return lines(text, x=x, y=y, size=size)


def form(*draws: Draw, change: Callable[[PdfWriter], None] | None = None) -> Document:
    """The document of one page with all of this, after a change of its objects."""

    data = pdf(together(*draws))
    return read(rewritten(data, change) if change else data)


PAGE = lines("Bitte füllen Sie das Formular in Druckbuchstaben aus und unterschreiben Sie es.", y=800)
"""A first line, so that the page has text."""
