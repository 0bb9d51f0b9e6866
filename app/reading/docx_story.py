"""Reads a part of a Word document (body, header, footnote) into paragraphs and tables in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.reading.docx_comments import Hushed
from app.reading.docx_controls import of_content_control
from app.reading.docx_flow import BLANK, BOX, Cell, Control, Paragraph, Part, Row, Table, with_flat
from app.reading.docx_package import Element
from app.reading.docx_runs import GONE, Fields, Runs, chosen
from app.reading.docx_styles import Styles, has_border

NARROW = 400
"""Twentieths of a point: a cell less wide is a gap between others."""
MOST_COLUMNS = 200
_WHOLE = frozenset({"body", "tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"})
"""What ends a paragraph in any case."""


@dataclass(slots=True)
class Story:
    """Reads one part; its fields may run from one paragraph into the next."""

    styles: Styles
    furniture: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The footnotes and endnotes met so far."""
    hushed: Hushed = field(default_factory=dict)
    _fields: Fields = field(default_factory=Fields)
    _joined: Runs | None = None
    """What a paragraph said whose end is deleted: the next one goes on."""

    def read(self, parent: Element) -> list[Part]:
        """The paragraphs and tables in an element; paragraphs without text or fields are left out."""
        parts: list[Part] = []
        for child in parent.children:
            if child.name == "p":
                parts += self._paragraph(child)
            elif child.name == "tbl":
                parts.append(self._table(child))
            elif child.name == "sdt":
                parts += self._content_control(child)
            elif child.name not in GONE:
                parts += self.read(chosen(child))
        if self._joined is not None and parent.name in _WHOLE:
            parts += self._finish(self._joined, None, contents=False)
            self._joined = None
        return parts

    def _paragraph(self, element: Element) -> Iterator[Part]:
        properties = element.child("pPr")
        runs = self._joined or self._runs(properties)
        self._joined = None
        contents = self._fields.in_contents()
        runs.read(element)
        runs.ignore += self.hushed.get(id(element), ())
        if properties is not None and properties.child("rPr", "del") is not None:
            self._joined = runs
            return
        yield from self._finish(runs, properties, contents=contents or self._fields.in_contents())

    def _finish(self, runs: Runs, properties: Element | None, *, contents: bool) -> Iterator[Part]:
        """The paragraph that the runs make, then what stands in its text boxes."""
        shape = "contents" if contents else self.styles.shape(properties)
        text, controls = with_flat("".join(runs.text), runs.controls, contents=shape == "contents")
        if shape == "box" and text.strip():
            text, controls = BOX + " " + text, [Control("check", "flat"), *controls]
        for control in controls:
            control.ignore = control.ignore or runs.ignore
        if text.strip():
            page = runs.has_page and len(text.split()) <= 8
            bold = runs.letters > 0 and runs.bold_letters == runs.letters
            furniture = self.furniture or page or shape == "contents"
            yield Paragraph(text, controls, shape, bold, furniture, runs.ignore)
        yield from runs.boxes
        self.notes += runs.notes

    def _runs(self, properties: Element | None) -> Runs:
        inner = Story(self.styles, self.furniture, self.notes, self.hushed)
        return Runs(
            self.styles, self._fields, self.styles.paragraph_format(properties), _leaders(properties), inner.read
        )

    def _content_control(self, sdt: Element) -> list[Part]:
        content = sdt.child("sdtContent")
        control = of_content_control(sdt.child("sdtPr"), content)
        if control is not None and not self._fields.is_silent():
            sign = BOX if control.kind == "check" else BLANK
            control.ignore = self.hushed.get(id(sdt), ())
            return [Paragraph(sign, [control], furniture=self.furniture)]
        return self.read(content) if content is not None else []

    def _table(self, element: Element) -> Table:
        properties = element.child("tblPr")
        rows = [self._row(one) for one in _within(element, "tr") if not _is_deleted(one, "trPr")]
        return Table([row for row in rows if row.cells], self.styles.table_has_border(properties))

    def _row(self, element: Element) -> Row:
        properties = element.child("trPr")
        before = properties.value("gridBefore") if properties is not None else ""
        column = int(before) if before.isdecimal() and len(before) < 4 else 0
        cells: list[Cell] = []
        for one in _within(element, "tc", "sdt"):
            cell = self._cell(one, column)
            look = (one if one.name == "tc" else one.child("sdtContent", "tc") or one).child("tcPr")
            span = look.value("gridSpan") if look is not None else ""
            column += min(int(span), MOST_COLUMNS) if span.isdecimal() and 0 < len(span) < 4 else 1
            cells.append(cell)
        return Row(cells, head=properties is not None and properties.is_on("tblHeader") is True)

    def _cell(self, element: Element, column: int) -> Cell:
        """A cell, or a content control that is one as a whole."""
        inner = element if element.name == "tc" else element.child("sdtContent", "tc") or element
        look = inner.child("tcPr") or Element("tcPr")
        merge = look.child("vMerge")
        width = look.child("tcW")
        size = width.attributes.get("w", "") if width is not None and width.attributes.get("type") == "dxa" else ""
        content = self._content_control(element) if element.name == "sdt" else self.read(element)
        return Cell(
            column,
            content,
            continued=merge is not None and merge.attributes.get("val", "continue") == "continue",
            bordered=has_border(look.child("tcBorders")),
            narrow=size.isdecimal() and 0 < int(size[:6]) < NARROW,
            pictured=inner.has("drawing", "pict", "object"),
            spare=_spare(inner),
            ignore=self.hushed.get(id(inner), ()),
        )


def _leaders(properties: Element | None) -> tuple[bool, ...]:
    """For each tab stop whether it draws a line or dots."""
    tabs = properties.child("tabs") if properties is not None else None
    stops = [stop for stop in tabs.all("tab") if stop.attributes.get("val") != "clear"] if tabs is not None else []
    return tuple(stop.attributes.get("leader", "none") not in {"none", ""} for stop in stops)


def _within(parent: Element, *names: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in wrappers; a content control only when it is a cell."""
    for child in parent.children:
        if child.name == "sdt":
            content = child.child("sdtContent") or child
            one_cell = sum(1 for inner in content.children if inner.name == "tc") == 1
            if "sdt" in names and one_cell and of_content_control(child.child("sdtPr"), content) is not None:
                yield child
            else:
                yield from _within(content, *names)
        elif child.name in names:
            if child.name != "tc" or not _is_deleted(child, "tcPr"):
                yield child
        elif child.name not in GONE:
            yield from _within(chosen(child), *names)


def _is_deleted(element: Element, properties: str) -> bool:
    look = element.child(properties)
    return look is not None and any(child.name in {"del", "cellDel"} for child in look.children)


def _spare(cell: Element) -> int:
    """How many empty paragraphs stand behind the last text of a cell."""
    count = 0
    for child in reversed(cell.children):
        if child.name in {"commentRangeStart", "commentRangeEnd"}:
            continue
        if child.name != "p" or child.has("t", "fldChar", "sdt", "drawing", "pict"):
            break
        count += 1
    return count
