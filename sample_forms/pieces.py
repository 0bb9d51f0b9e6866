"""Makes each element of a form into a piece of known height that can be drawn anywhere on a page."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from sample_forms import content, widgets
from sample_forms.design import FIELD_EDGE, INK, Design, Kind
from sample_forms.tags import element as part_of_structure
from sample_forms.widgets import CHECK_SIZE, Area

COLUMN_GAP = 14.0
LABEL_SHARE = 0.33
"""Share of the width that a label to the left takes."""


@dataclass(frozen=True)
class Piece:
    """Something ``height`` points high; ``draw`` takes the canvas, its left edge and its upper edge."""

    height: float
    draw: Callable[[Canvas, float, float], None]
    keep_with_next: bool = False


@dataclass(frozen=True)
class Setter:
    """Sets elements in one design and language at one width (points)."""

    design: Design
    language: str
    width: float

    def piece(self, element: content.Element) -> Piece:  # noqa: PLR0911, PLR0912 - one branch per noun
        """The piece for an element; a page break has none and is a ``ValueError``."""
        match element:
            case content.Heading(heading=text):
                return self.heading(text)
            case content.Text(text=text, bold=bold):
                return self.prose(text, "bold" if bold else "text")
            case content.Hint(hint=text):
                return self.prose(text, "hint")
            case content.Items(items=lines):
                return stack([self.item(line) for line in lines], 1.5)
            case content.Lines(lines=lines):
                return stack([self.prose(line, "option") for line in lines], 0)
            case content.Row(labels="left"):
                return self.labels_left(element.row)
            case content.Row(labels="inside"):
                return self.labels_inside(element.row)
            case content.Row():
                return self.labels_above(element.row)
            case content.Question():
                return self.question(element)
            case content.Check():
                return self.tick(element)
            case content.Table():
                return self.table(element)
            case content.Sign():
                return self.signatures(element)
            case content.Letter():
                return self.letter(element)
            case content.Office():
                return self.office(element)
            case content.Columns():
                return self.columns(element)
        raise ValueError("a page break is not a piece")

    def narrow(self, width: float) -> Setter:
        """The same at another width."""
        return Setter(self.design, self.language, width)

    def prose(self, text: str, kind: Kind) -> Piece:
        """A paragraph over the whole width; an empty one is a blank line."""
        paragraph = self.design.paragraph(text or "\u00a0", kind, self.language)
        height = wrapped(paragraph, self.width)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            with part_of_structure(canvas, "H1") if kind == "title" else contextlib.nullcontext():
                paragraph.drawOn(canvas, x, top - height)

        return Piece(height, draw)

    def heading(self, text: str) -> Piece:
        """The shaded bar with the name of a section."""
        paragraph = self.design.paragraph(text, "heading", self.language)
        inner = wrapped(paragraph, self.width - 10)
        height = inner + 6

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setFillColor(self.design.shade)
            canvas.rect(x, top - height, self.width, height, stroke=0, fill=1)
            canvas.setFillColor(self.design.accent)
            canvas.rect(x, top - height, 3, height, stroke=0, fill=1)
            with part_of_structure(canvas, "H2"):
                paragraph.drawOn(canvas, x + 8, top - height + 4)

        return Piece(height, draw, keep_with_next=True)

    def item(self, text: str) -> Piece:
        """One entry of a list, with its bullet."""
        body = self.narrow(self.width - 14).prose(text, "text")

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setFillColor(INK)
            canvas.setFont(self.design.regular, self.design.size)
            with part_of_structure(canvas, "LI"):
                canvas.drawString(x + 3, top - self.design.size, "•")
                body.draw(canvas, x + 14, top)

        return Piece(body.height, draw)

    def widths(self, shares: Sequence[float]) -> list[float]:
        """The width of each column of a row in points, gaps taken off."""
        free = self.width - COLUMN_GAP * (len(shares) - 1)
        return [free * share / sum(shares) for share in shares]

    def labels_above(self, row: Sequence[content.Input]) -> Piece:
        """Fields side by side, all on one base line, each label above its field."""
        widths = self.widths([item.width for item in row])
        labels = [self.narrow(width).prose(item.label, "label") for item, width in zip(row, widths, strict=True)]
        label_height = max(label.height if item.label else 0 for label, item in zip(labels, row, strict=True))
        boxes = [self.box(item) for item in row]
        height = label_height + 2 + max(boxes)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            for item, width, label, box in zip(row, widths, labels, boxes, strict=True):
                if item.label:
                    label.draw(canvas, x, top - label_height + label.height)
                self.field(canvas, item, Area(x, top - label_height - 2 - box, width, box))
                x += width + COLUMN_GAP

        return Piece(height, draw)

    def labels_left(self, row: Sequence[content.Input]) -> Piece:
        """Fields side by side, each with its label to the left, in the middle of its height."""
        widths = self.widths([item.width for item in row])
        share = LABEL_SHARE if len(row) == 1 else 0.42
        labels = [
            self.narrow(width * share - 6).prose(item.label, "label") for item, width in zip(row, widths, strict=True)
        ]
        boxes = [self.box(item) for item in row]
        height = max(*boxes, *(label.height for label in labels))

        def draw(canvas: Canvas, x: float, top: float) -> None:
            for item, width, label, box in zip(row, widths, labels, boxes, strict=True):
                if item.label:
                    label.draw(canvas, x, top - (0 if item.lines > 1 else (height - label.height) / 2))
                left = x + width * share
                self.field(canvas, item, Area(left, top - (height + box) / 2, width * (1 - share), box))
                x += width + COLUMN_GAP

        return Piece(height, draw)

    def labels_inside(self, row: Sequence[content.Input]) -> Piece:
        """Frames that touch each other, the label in the upper part of its frame, the field below it."""
        share = sum(item.width for item in row)
        widths = [self.width * item.width / share for item in row]
        labels = [self.narrow(width - 6).prose(item.label, "label") for item, width in zip(row, widths, strict=True)]
        label_height = max(label.height for label in labels)
        box = max(self.box(item) for item in row) - 1
        height = label_height + box + 3

        def draw(canvas: Canvas, x: float, top: float) -> None:
            for item, width, label in zip(row, widths, labels, strict=True):
                canvas.setStrokeColor(FIELD_EDGE)
                canvas.setLineWidth(0.6)
                canvas.rect(x, top - height, width, height)
                label.draw(canvas, x + 3, top - 1)
                area = Area(x + 2, top - height + 1, width - 4, box)
                widgets.entry(canvas, item, area, framed=False)
                x += width

        return Piece(height, draw)

    def box(self, item: content.Input) -> float:
        """The height of a field in points."""
        if item.kind == "list":
            return 11.6 * len(item.options) + 6
        return self.design.box + (item.lines - 1) * 12

    def field(self, canvas: Canvas, item: content.Input, area: Area) -> None:
        """The field, and what is printed behind it, such as a unit."""
        behind = stringWidth(item.suffix, self.design.regular, self.design.label) + 5 if item.suffix else 0
        widgets.entry(canvas, item, Area(area.x, area.y, area.width - behind, area.height))
        if item.suffix:
            canvas.setFillColor(INK)
            canvas.setFont(self.design.regular, self.design.label)
            canvas.drawString(area.x + area.width - behind + 5, area.y + 4.5, item.suffix)

    def question(self, element: content.Question) -> Piece:
        """The question, and below it its options: one a line, or as many as fit side by side."""
        ask = self.prose(element.question, "option")
        places = self.places(element)
        lines = max(line for line, _ in places) + 1
        pitch = max(self.design.box - 1, self.design.size * 1.5)
        height = ask.height + 3 + lines * pitch

        def draw(canvas: Canvas, x: float, top: float) -> None:
            ask.draw(canvas, x, top)
            for option, (line, indent) in zip(element.options, places, strict=True):
                base = top - ask.height - 3 - line * pitch - pitch / 2
                self.option(canvas, element, option, Area(x + indent, base, self.width - indent, pitch))

        return Piece(height, draw)

    def places(self, element: content.Question) -> list[tuple[int, float]]:
        """Line number and indent of each option."""
        places: list[tuple[int, float]] = []
        line, x = 0, 0.0
        for option in element.options:
            need = CHECK_SIZE + 5 + self.text_width(option.text) + (option.entry.width if option.entry else 0)
            if places and (element.stacked or x + need > self.width):
                line, x = line + 1, 0.0
            places.append((line, x))
            x += need + 22
        return places

    def option(self, canvas: Canvas, element: content.Question, option: content.Option, area: Area) -> None:
        """One button or box with its text, ``area.y`` being the middle of the line."""
        y = area.y - CHECK_SIZE / 2
        if element.field:
            widgets.radio(canvas, element.field, option.value, element.tooltip, x=area.x, y=y)
        else:
            widgets.check(canvas, option.field, option.tooltip, x=area.x, y=y)
        canvas.setFillColor(INK)
        canvas.setFont(self.design.regular, self.design.size)
        left = area.x + CHECK_SIZE + 5
        canvas.drawString(left, area.y - self.design.size * 0.34, option.text)
        if option.entry:
            left += self.text_width(option.text) + 5
            box = self.design.box - 2
            self.field(canvas, option.entry, Area(left, area.y - box / 2, option.entry.width - 5, box))

    def text_width(self, text: str) -> float:
        """Width of a text in the size of options, in points."""
        return float(stringWidth(text, self.design.regular, self.design.size))

    def tick(self, element: content.Check) -> Piece:
        """A check box with its statement to the right."""
        body = self.narrow(self.width - CHECK_SIZE - 6).prose(element.check, "option")
        lift = self.design.size * 0.62 + CHECK_SIZE / 2

        def draw(canvas: Canvas, x: float, top: float) -> None:
            widgets.check(canvas, element.field, element.tooltip, x=x, y=top - lift)
            body.draw(canvas, x + CHECK_SIZE + 6, top)

        return Piece(max(body.height, CHECK_SIZE + 2), draw)

    def table(self, element: content.Table) -> Piece:
        """A ruled table with a shaded head."""
        shares = element.widths or (1.0,) * len(element.table)
        widths = [self.width * share / sum(shares) for share in shares]
        head = self.cells(element.table, widths, "head")
        rows = [self.cells(row, widths, "cell") for row in element.rows]
        height = head.height + sum(row.height for row in rows)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setFillColor(self.design.shade)
            canvas.rect(x, top - head.height, self.width, head.height, stroke=0, fill=1)
            y = top
            for row in (head, *rows):
                row.draw(canvas, x, y)
                y -= row.height

        return Piece(height, draw)

    def cells(self, row: Sequence[str | content.Input], widths: Sequence[float], kind: Kind) -> Piece:
        """One row of a table."""
        texts = [
            self.narrow(width - 6).prose(cell, kind) if isinstance(cell, str) else None
            for cell, width in zip(row, widths, strict=True)
        ]
        fields = [self.box(cell) + 3 for cell in row if not isinstance(cell, str)]
        height = max([text.height + 5 for text in texts if text] + fields)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            for cell, text, width in zip(row, texts, widths, strict=True):
                canvas.setStrokeColor(FIELD_EDGE)
                canvas.setLineWidth(0.5)
                canvas.rect(x, top - height, width, height)
                if text:
                    text.draw(canvas, x + 3, top - (height - text.height) / 2)
                elif isinstance(cell, content.Input):
                    area = Area(x + 1.5, top - height + 1.5, width - 3, height - 3)
                    widgets.entry(canvas, cell, area, framed=False)
                x += width

        return Piece(height, draw)

    def signatures(self, element: content.Sign) -> Piece:
        """Lines to sign on with what belongs there below them."""
        widths = self.widths([1.0] * len(element.sign))
        labels = [
            self.narrow(width).prose(entry.label, "label") for entry, width in zip(element.sign, widths, strict=True)
        ]
        rise = 26.0
        height = rise + 3 + max(label.height for label in labels)

        def draw(canvas: Canvas, x: float, top: float) -> None:
            for entry, width, label in zip(element.sign, widths, labels, strict=True):
                if entry.field:
                    item = content.Input(field=entry.field, tooltip=entry.tooltip)
                    area = Area(x, top - rise + 1, width, self.design.box - 1)
                    widgets.entry(canvas, item, area, framed=False)
                canvas.setStrokeColor(INK)
                canvas.setLineWidth(0.6)
                canvas.line(x, top - rise, x + width, top - rise)
                label.draw(canvas, x, top - rise - 3)
                x += width + COLUMN_GAP

        return Piece(height, draw)

    def letter(self, element: content.Letter) -> Piece:
        """The address field on the left, the details on the right."""
        address = stack([self.prose(line, "option") for line in element.address], 0)
        rows = [
            (self.narrow(80).prose(label, "label"), self.narrow(120).prose(value, "cell"))
            for label, value in element.details
        ]
        right = sum(max(label.height, value.height) + 1 for label, value in rows)
        height = max(address.height, right) + 14

        def draw(canvas: Canvas, x: float, top: float) -> None:
            address.draw(canvas, x, top)
            y = top
            for label, value in rows:
                label.draw(canvas, x + self.width - 205, y)
                value.draw(canvas, x + self.width - 120, y)
                y -= max(label.height, value.height) + 1

        return Piece(height, draw)

    def office(self, element: content.Office) -> Piece:
        """A grey box with blank lines for the office."""
        title = self.narrow(self.width - 12).prose(element.office, "head")
        entries = [self.narrow(self.width / 2 - 24).prose(entry, "label") for entry in element.entries]
        lines = (len(entries) + 1) // 2
        height = title.height + 8 + lines * 20

        def draw(canvas: Canvas, x: float, top: float) -> None:
            canvas.setFillColor(self.design.shade)
            canvas.setStrokeColor(FIELD_EDGE)
            canvas.setLineWidth(0.5)
            canvas.rect(x, top - height, self.width, height, fill=1)
            title.draw(canvas, x + 6, top - 4)
            for number, entry in enumerate(entries):
                left = x + 6 + (number % 2) * (self.width / 2)
                y = top - title.height - 6 - (number // 2 + 1) * 20
                entry.draw(canvas, left, y + entry.height + 3)
                start = left + self.text_width(element.entries[number]) * self.design.label / self.design.size + 5
                canvas.line(start, y + 4, left + self.width / 2 - 14, y + 4)

        return Piece(height, draw)

    def columns(self, element: content.Columns) -> Piece:
        """Text in columns side by side."""
        gap = 18.0
        width = (self.width - gap * (len(element.columns) - 1)) / len(element.columns)
        columns = [stack([self.narrow(width).piece(part) for part in column], 3) for column in element.columns]

        def draw(canvas: Canvas, x: float, top: float) -> None:
            for number, column in enumerate(columns):
                column.draw(canvas, x + number * (width + gap), top)

        return Piece(max(column.height for column in columns), draw)


def wrapped(paragraph: Paragraph, width: float) -> float:
    """The height of a paragraph at this width, in points."""
    return float(paragraph.wrap(width, 10_000)[1])


def stack(parts: Sequence[Piece], gap: float) -> Piece:
    """Pieces below each other as one piece."""
    height = sum(part.height for part in parts) + gap * (len(parts) - 1)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for part in parts:
            part.draw(canvas, x, top)
            top -= part.height + gap

    return Piece(height, draw)
