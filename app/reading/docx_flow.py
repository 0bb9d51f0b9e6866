"""What a Word document is made of once it is read: paragraphs and tables, with the places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from app.model import Kind, LabelSource
from app.reading.docx_styles import Shape

BLANK, BOX = "\ue000", "\ue001"
"""Where something to fill in stands in the text: one to write in, one to tick."""
LEADER = "\ue002"
"""A tab that draws a line or dots."""

_SIGNS = re.compile(
    rf"{BLANK}|{BOX}|{LEADER}|_{{3,}}(?: ?_+)*|_(?: _){{2,}}|\.{{5,}}|…{{2,}}|(?:\. ){{4,}}\.|"
    r"(?<![(„\"‚'])(?:[☐☑☒□❑❒❏⬜◻\uf06f\uf071\uf072\uf0a8\uf0fe]|\[ {0,3}\])(?![)“\"])"
)
_PAGE_NUMBER = re.compile(r"\s*[\divxIVX]{1,5}\s*")


@dataclass(slots=True)
class Control:
    """Something to fill in, as it was met, and later what stands around it."""

    kind: Kind
    source: Literal["form", "flat"] = "form"
    name: str = ""
    tooltip: str = ""
    placeholder: str = ""
    options: tuple[str, ...] = ()
    max_length: int | None = None
    read_only: bool = False
    label: str = ""
    label_source: LabelSource = "none"
    confidence: float = 0.0
    raw: str = ""
    """The text around it in which a star may stand."""
    group: str = ""
    answer: Literal["date", "free-text"] | None = None
    """What the field itself says of its answer, if anything."""
    ignore: tuple[str, ...] = ()
    """Rules that are switched off where it stands."""

    def call(self, label: str, source: LabelSource, confidence: float) -> None:
        """Give it this printed label, unless there are no words in it or it has a surer one."""
        if label and confidence > self.confidence:
            self.label, self.label_source, self.confidence = label, source, confidence


@dataclass(slots=True)
class Paragraph:
    """One paragraph; in ``text`` each control stands as ``BLANK`` or ``BOX``."""

    text: str
    controls: list[Control] = field(default_factory=list)
    shape: Shape = "plain"
    bold: bool = False
    furniture: bool = False
    ignore: tuple[str, ...] = ()
    """Rules that a comment switches off here."""

    def words(self) -> str:
        """What a person reads, on one line, without the places to fill in."""
        return " ".join(self.text.replace(BLANK, " ").replace(BOX, " ").split())


@dataclass(slots=True)
class Cell:
    """A cell: the column where it begins, what is in it, and whether it goes on from the row above."""

    column: int
    content: list[Paragraph | Table] = field(default_factory=list)
    continued: bool = False
    bordered: bool = False
    narrow: bool = False
    pictured: bool = False
    spare: int = 0
    """Empty paragraphs behind the last text."""
    ignore: tuple[str, ...] = ()
    """Rules that a comment switches off here."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs right in this cell."""
        return (part for part in self.content if isinstance(part, Paragraph))

    def words(self) -> str:
        """What a person reads in it, on one line."""
        return " ".join(filter(None, (one.words() for one in self.paragraphs())))

    def controls(self) -> list[Control]:
        """The places to fill in right in this cell."""
        return [control for one in self.paragraphs() for control in one.controls]

    def is_empty(self) -> bool:
        """Whether there is nothing at all in it."""
        return not (self.content or self.continued or self.pictured)


@dataclass(slots=True)
class Row:
    """A row of a table."""

    cells: list[Cell]
    head: bool = False
    """Said to be repeated on each page."""


@dataclass(slots=True)
class Table:
    """A table with lines or, for the layout only, without."""

    rows: list[Row]
    bordered: bool = False


Part = Paragraph | Table


def with_flat(text: str, controls: Sequence[Control], *, contents: bool) -> tuple[str, list[Control]]:
    """The text with all that is to be filled in as ``BLANK`` or ``BOX``, and these in their order.

    ``controls`` are those of the file, in their order; lines, dots and box glyphs become flat ones. In ``contents``,
    a table of contents, dots lead to a page number.
    """
    waiting = iter(controls)
    found: list[Control] = []
    parts: list[str] = []
    end = 0
    for sign in _SIGNS.finditer(text):
        parts.append(text[end : sign.start()])
        end = sign.end()
        mark = sign[0]
        if mark in {BLANK, BOX}:
            found.append(next(waiting))
            parts.append(mark)
        elif _leads_to_page(mark, text[end : end + 20]) or contents:
            parts.append("\t")
        elif mark[0] in "_.…" + LEADER:
            parts.append(BLANK)
            found.append(Control("text", "flat"))
        else:
            parts.append(BOX)
            found.append(Control("check", "flat"))
    parts.append(text[end:])
    return "".join(parts), found


def _leads_to_page(mark: str, after: str) -> bool:
    return mark[0] in "._…" + LEADER and bool(_PAGE_NUMBER.fullmatch(after.partition("\n")[0]))
