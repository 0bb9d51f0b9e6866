"""The nouns of Formklar: what goes in, what is found, what comes out. Frozen, and the same from core to wire."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

import pydantic
from pydantic import BaseModel, ConfigDict

Box = tuple[float, float, float, float]
"""A rectangle on a page: ``(x0, y0, x1, y1)`` in PDF points, origin at the bottom left."""

Role = Literal["title", "heading", "paragraph", "item", "label", "hint", "option", "furniture"]
Kind = Literal["text", "check", "radio", "combo", "list", "push", "signature"]
LabelSource = Literal["tooltip", "caption", "left", "above", "right", "below", "table", "inside", "xfa", "name", "none"]
Severity = Literal["error", "warning", "hint"]
Category = Literal["word", "sentence", "text", "form", "field"]
Safety = Literal["safe", "review", "idea"]
Profile = Literal["plain", "easy"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
"""All severities, the gravest first."""
SAFETIES: tuple[Safety, ...] = ("safe", "review", "idea")
"""How sure a suggestion is, the surest first."""


class Noun(BaseModel):
    """A frozen value; unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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

    def block(self, block_id: str) -> Block:
        """The block with this id; ``KeyError`` when there is none."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)


class Span(Noun):
    """A place: half-open, Unicode code points in the text of a block."""

    block: str
    start: int = pydantic.Field(ge=0)
    end: int = pydantic.Field(ge=0)


class Edit(Noun):
    """Replace this span by this text."""

    span: Span
    text: str


class Suggestion(Noun):
    """One possible cure. ``idea`` may come without edits: then ``note`` says the direction."""

    edits: tuple[Edit, ...] = ()
    result: str | None = None
    """The sentence after the edits."""
    safety: Safety
    note: str | None = None


class Remark(Noun):
    """What another rule says about the place of a finding."""

    rule: str
    severity: Severity
    message: str


class Finding(Noun):
    """Rule ``rule`` says something about ``span``; ``quote`` is exactly the text of the span."""

    id: str
    rule: str
    category: Category
    severity: Severity
    span: Span
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    quote: str
    message: str
    facts: dict[str, Any] = pydantic.Field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    also: tuple[Remark, ...] = ()
    """What other rules of the same family say here, so that one place has one row."""


class Score(Noun):
    """One number with its meaning, or none with the reason."""

    name: str
    value: float | None
    scale: str
    band: str | None = None
    reliable: bool = False
    reason: str | None = None
    counts: dict[str, int] = pydantic.Field(default_factory=dict)


class Burden(Noun):
    """What makes a text harder than one at the target, in points of the index."""

    trait: str
    label: str
    points: float


class BlockLevel(Noun):
    """How hard one block is; a single sentence says little."""

    id: str
    index: float | None
    cefr: str | None


class Level(Noun):
    """How hard the text is: ``index`` from 0 (very hard) to 100 (very easy), and the band of the CEFR."""

    index: float | None = None
    cefr: str | None = None
    reliable: bool = False
    reason: str | None = None
    target: str = "B1"
    burdens: tuple[Burden, ...] = ()
    """The heaviest first."""
    blocks: tuple[BlockLevel, ...] = ()


class RewrittenLevel(Noun):
    """How hard the text is after all safe edits."""

    index: float
    cefr: str


class RewrittenBlock(Noun):
    """The text of a block with all safe edits applied."""

    id: str
    text: str


class Alternative(Noun):
    """One way to say a whole sentence, with all that it cures at once."""

    edits: tuple[Edit, ...]
    result: str
    """The sentence after the edits."""
    safety: Safety
    note: str | None = None
    cures: tuple[str, ...] = ()
    """The ids of the findings that are gone after it."""


class SentenceRewrite(Noun):
    """A sentence that can be said more simply: up to three ways, the one that cures most first."""

    span: Span
    alternatives: tuple[Alternative, ...]


class Rewrite(Noun):
    """The whole text with all ``safe`` edits applied; only blocks that changed are listed."""

    applied: int = 0
    blocks: tuple[RewrittenBlock, ...] = ()
    sentences: tuple[SentenceRewrite, ...] = ()
    level: RewrittenLevel | None = None
    scores: tuple[Score, ...] = ()


class Check(Noun):
    """One thing that was looked at, and what to do about it. No test of conformity."""

    state: Literal["good", "bad", "unknown", "not-applicable"]
    """``unknown``: this file does not let us see it."""
    message: str
    """What is so, in one sentence."""
    advice: str | None = None
    """What to do, where the state is ``bad`` or somebody must look."""
    pages: tuple[int, ...] = ()
    """Where, if not everywhere."""
    facts: dict[str, Any] = pydantic.Field(default_factory=dict)


class Told(Noun):
    """Whether the form says a thing that every form must say, and where; ``span`` is none when it does not."""

    found: bool
    message: str
    span: Span | None = None
    page: int | None = None
    quote: str | None = None


class FormReport(Noun):
    """The form as a whole: what it asks of a person."""

    fields: int
    pages: int
    kinds: dict[str, int] = pydantic.Field(default_factory=dict)
    labelled: int = 0
    """Fields with a label that is words."""
    required: int = 0
    minutes: dict[str, float] | None = None
    complexity: float | None = None
    dimensions: dict[str, Any] = pydantic.Field(default_factory=dict)
    accessibility: dict[str, Check] = pydantic.Field(default_factory=dict)
    answerability: dict[str, Told] = pydantic.Field(default_factory=dict)


class Versions(Noun):
    """What made this report: same versions and input, same report."""

    app: str
    rules: str
    model: str


class Report(Noun):
    """The answer."""

    document: Document
    profile: Profile = "plain"
    level: Level
    scores: tuple[Score, ...]
    findings: tuple[Finding, ...]
    rewrite: Rewrite
    form: FormReport
    versions: Versions


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits`` applied, right to left.

    The edits must belong to one block. ``ValueError`` when two overlap or one lies outside the text.
    """
    ordered: Sequence[Edit] = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    previous_end = 0
    for edit in ordered:
        if edit.span.block != ordered[0].span.block:
            raise ValueError("edits of different blocks")
        if edit.span.end < edit.span.start or edit.span.end > len(text):
            raise ValueError("edit outside the text")
        if edit.span.start < previous_end:
            raise ValueError("edits overlap")
        previous_end = edit.span.end
    for edit in reversed(ordered):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def finding_id(rule: str, block_text: str, quote: str, occurrence: int = 1) -> str:
    """A stable id: made of rule, text and quote, not of position, so that edits elsewhere do not change it.

    ``occurrence`` counts equal findings in one document from 1, so that ids stay unique.
    """
    parts = [rule, block_text, quote] + ([str(occurrence)] if occurrence > 1 else [])
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"f_{digest[:16]}"
