"""What is found: places, findings, suggestions, and how edits are applied."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import pydantic

from app.model.base import Box, Category, Noun, Safety, Severity


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
