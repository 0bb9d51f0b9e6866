"""What goes in: the text of a document in blocks, and its fields."""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic

from app.model.base import Box, Noun

Role = Literal["title", "heading", "paragraph", "item", "label", "hint", "option", "furniture"]
Kind = Literal["text", "check", "radio", "combo", "list", "push", "signature"]
LabelSource = Literal["tooltip", "caption", "left", "above", "right", "below", "table", "inside", "xfa", "name", "none"]


class Notice(Noun):
    """Something about the document as a whole that the reader of a report must know."""

    code: str
    message: str
    page: int | None = None


class Line(Noun):
    """Where one printed line of a block stands.

    ``start`` is the offset of its first character in ``Block.text``; ``edges`` holds the x position of the
    left edge of each character and, last, the right edge of the last one. ``box`` gives the height.
    """

    start: int
    box: Box
    edges: tuple[float, ...] = ()
    page: int | None = None
    """Where it is not the page of the block: of a sentence that goes on on the next page."""

    def part(self, start: int, end: int) -> Box | None:
        """The box of characters ``start`` to ``end`` (block offsets), or none when they are not on this line."""
        length = max(len(self.edges) - 1, 0)
        first, last = max(start - self.start, 0), min(end - self.start, length)
        if first >= last:
            return None
        edges = self.edges[first : last + 1]
        return (min(edges), self.box[1], max(edges), self.box[3])


class Block(Noun):
    """One run of text that a reader meets as a unit. All offsets are Unicode code points in ``text``."""

    id: str
    role: Role
    text: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    field: str | None = None
    """Name of the form field whose label, hint or option this is."""
    language: str | None = None
    """Two-letter code that the file itself gives this text, where it gives the page another one."""
    ignore: tuple[str, ...] = ()
    """Rules that the author switched off for this block, by a comment in the file; ``*`` stands for all."""
    lines: Annotated[tuple[Line, ...], pydantic.Field(exclude=True, repr=False)] = ()

    def boxes_of(self, start: int, end: int) -> tuple[Box, ...]:
        """One box for each printed line that the characters ``start`` to ``end`` touch, on the page of ``start``."""
        page = self.page_of(start)
        parts = (line.part(start, end) for line in self.lines if (line.page or self.page) == page)
        found = tuple(box for box in parts if box is not None)
        return found or self.boxes

    def page_of(self, start: int) -> int | None:
        """The page on which the character ``start`` is printed."""
        line = next((line for line in reversed(self.lines) if line.start <= start), None)
        return self.page if line is None or line.page is None else line.page


class Field(Noun):
    """A control that the citizen fills in."""

    name: str
    kind: Kind
    page: int | None = None
    box: Box | None = None
    """None when the field has no visible widget."""
    label: str = ""
    label_source: LabelSource = "none"
    label_confidence: float = pydantic.Field(default=0.0, ge=0.0, le=1.0)
    tooltip: str | None = None
    printed_label: str = ""
    """What stands printed at the field, where that is likely and is not the label itself."""
    answer: str | None = None
    """What kind of answer is expected (``app/reading/answers.py``): ``date``, ``iban``, ``free-text`` …"""
    required: bool = False
    required_source: Literal["flag", "text", "none"] = "none"
    read_only: bool = False
    options: tuple[str, ...] = ()
    max_length: int | None = None
    group: str | None = None
    source: Literal["form", "flat"] = "form"
    """``flat``: only printed (a line, a box, a sign to tick), no field of the file."""


class Print(Noun):
    """How legible the print of a page is, in letters."""

    page: int
    letters: int
    small: int = 0
    """Letters below 9 points."""
    faint: int = 0
    """Letters on white paper with too little contrast; where the ground is not known they do not count."""


class FileFacts(Noun):
    """What a file says about itself to programs that read it aloud. None: this file does not let us see it."""

    tagged: bool | None = None
    """Whether it holds its structure: headings, lists, the order of reading."""
    language: str | None = None
    """As the file writes it; empty when it names none."""
    title: str | None = None
    """As the file writes it; empty when it has none."""
    shows_title: bool | None = None
    """Whether a window shows its title instead of the name of the file."""
    loose_order: tuple[int, ...] | None = None
    """Pages with fields whose order for the tab key does not follow the structure."""
    own_order: tuple[int, ...] = ()
    """Pages of a file without structure on which somebody set that order by hand."""
    outside: int | None = None
    """Fields that the structure of the file does not hold."""
    may_fill: bool | None = None
    """False when the protection of the file forbids to fill it in."""
    dynamic: bool = False
    """An XFA form without usual fields: most programs do not open it."""
    prints: tuple[Print, ...] = ()


class Document(Noun):
    """What we were given, as a reader meets it."""

    name: str | None = None
    media_type: str
    language: str | None = None
    """Two-letter code, once recognised."""
    sha256: str
    pages: int = 0
    """Number of pages; 0 when the input has none (plain text, HTML)."""
    title: str | None = None
    blocks: tuple[Block, ...] = ()
    fields: tuple[Field, ...] = ()
    notices: tuple[Notice, ...] = ()
    file: FileFacts | None = None
    """None where there is no file that could say anything: plain text."""

    def block(self, block_id: str) -> Block:
        """The block with this id; ``KeyError`` when there is none."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)
