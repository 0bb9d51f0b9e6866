"""Puts pieces onto pages and draws what stands on every page: letterhead, form number, page number."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from sample_forms.content import Break, Form, Heading
from sample_forms.design import BOTTOM, DESIGNS, INK, LEFT, RIGHT, TOP, Design
from sample_forms.pieces import Piece, Setter
from sample_forms.tags import ARTIFACT, TaggedCanvas, tagged

LETTERHEAD = 74.0
"""Height of the letterhead on the first page in points."""
PAGE_OF = {"de": "Seite {page} von {pages}", "en": "Page {page} of {pages}"}
EDITION = {"de": "Stand", "en": "Edition"}


def pdf(form: Form, language: str) -> bytes:
    """The form as a PDF file; the same bytes each time."""
    design = DESIGNS[form.design]
    pages = paginate(form, design, language)
    target = io.BytesIO()
    # Without compression the bytes do not depend on the zlib of the machine, and a change can be read in a diff.
    canvas = TaggedCanvas(
        target,
        pagesize=A4,
        invariant=1,
        pageCompression=0,
        lang={"de": "de-DE", "en": "en-GB"}[language],
        initialFontName=design.regular,
    )
    canvas.setTitle(form.title)
    canvas.setAuthor(form.publisher)
    canvas.setSubject(form.number)
    for number, page in enumerate(pages, start=1):
        with canvas.element(ARTIFACT):
            furniture(canvas, form, language, number, len(pages))
        top = TOP
        if number == 1:
            letterhead(canvas, form, design)
            top -= LETTERHEAD
        for piece in page:
            piece.draw(canvas, LEFT, top)
            top -= piece.height + design.gap
        canvas.showPage()
    canvas.save()
    return tagged(target.getvalue(), canvas.pages)


def paginate(form: Form, design: Design, language: str) -> list[list[Piece]]:
    """The pieces of each page; a heading never stands alone at the foot of a page."""
    setter = Setter(design, language, RIGHT - LEFT)
    pages: list[list[Piece]] = [[setter.prose(form.title, "title")]]
    if form.subtitle:
        pages[0].append(setter.prose(form.subtitle, "subtitle"))
    left = TOP - LETTERHEAD - BOTTOM - sum(piece.height + design.gap for piece in pages[0])
    waiting: list[Piece] = []
    for element in form.body:
        if isinstance(element, Break):
            pages.append([])
            left = TOP - BOTTOM
            continue
        if isinstance(element, Heading):
            waiting.append(Piece(2, lambda _canvas, _x, _top: None, keep_with_next=True))
        waiting.append(setter.piece(element))
        if waiting[-1].keep_with_next:
            continue
        need = sum(piece.height + design.gap for piece in waiting)
        if need - design.gap > left:
            pages.append([])
            left = TOP - BOTTOM
        pages[-1].extend(waiting)
        left -= need
        waiting = []
    pages[-1].extend(waiting)
    return pages


def furniture(canvas: Canvas, form: Form, language: str, page: int, pages: int) -> None:
    """Header of the pages after the first, and the footer of each page."""
    canvas.setFont("Helvetica", 7.5)
    canvas.setFillColor(INK)
    if page > 1:
        canvas.drawString(LEFT, TOP + 14, form.publisher)
        canvas.drawRightString(RIGHT, TOP + 14, form.number)
        rule(canvas, TOP + 9)
    rule(canvas, BOTTOM - 16)
    canvas.drawString(LEFT, BOTTOM - 27, f"{form.number} – {EDITION[language]} {form.edition}")
    canvas.drawRightString(RIGHT, BOTTOM - 27, PAGE_OF[language].format(page=page, pages=pages))


def rule(canvas: Canvas, y: float) -> None:
    """A thin line over the width of the text."""
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(INK)
    canvas.line(LEFT, y, RIGHT, y)


def letterhead(canvas: Canvas, form: Form, design: Design) -> None:
    """Arms, name of the publisher, office, and on the right how to reach it."""
    arms(canvas, design, LEFT, TOP - 44)
    canvas.setFillColor(design.accent)
    canvas.setFont(design.bold, 15)
    canvas.drawString(LEFT + 50, TOP - 16, form.publisher)
    canvas.setFillColor(INK)
    canvas.setFont(design.regular, 9.5)
    canvas.drawString(LEFT + 50, TOP - 31, form.department)
    contact(canvas, form.contact, design)
    canvas.setStrokeColor(design.accent)
    canvas.setLineWidth(1.4)
    canvas.line(LEFT, TOP - 58, RIGHT, TOP - 58)


def contact(canvas: Canvas, lines: Sequence[str], design: Design) -> None:
    """The lines on the right of the letterhead."""
    canvas.setFont(design.regular, 7.8)
    for number, line in enumerate(lines):
        canvas.drawRightString(RIGHT, TOP - 10 - number * 10.2, line)


def arms(canvas: Canvas, design: Design, x: float, y: float) -> None:
    """The invented coat of arms: a linden leaf over the wave of the river."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.setStrokeColor(design.accent)
    canvas.setFillColor(design.shade)
    canvas.setLineWidth(1.3)
    shield = canvas.beginPath()
    shield.moveTo(0, 46)
    shield.lineTo(38, 46)
    shield.lineTo(38, 18)
    shield.curveTo(38, 6, 26, 1, 19, -3)
    shield.curveTo(12, 1, 0, 6, 0, 18)
    shield.close()
    canvas.drawPath(shield, fill=1)
    canvas.setFillColor(design.accent)
    leaf = canvas.beginPath()
    leaf.moveTo(19, 17)
    leaf.curveTo(4, 26, 7, 40, 14, 40)
    leaf.curveTo(17, 40, 18.5, 38, 19, 36)
    leaf.curveTo(19.5, 38, 21, 40, 24, 40)
    leaf.curveTo(31, 40, 34, 26, 19, 17)
    canvas.drawPath(leaf, fill=1, stroke=0)
    wave = canvas.beginPath()
    wave.moveTo(4, 11)
    wave.curveTo(9, 15, 14, 7, 19, 11)
    wave.curveTo(24, 15, 29, 7, 34, 11)
    canvas.drawPath(wave)
    canvas.restoreState()
