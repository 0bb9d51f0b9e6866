"""Puts in place what a finding says is better: the same number, date or time, written so that it is easy to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Parsed
from app.model import Edit, Noun, Safety, Span, Suggestion
from app.rewriters import Rewriter

_UNKNOWN = "…"
"""Stands for what only the author knows: the century of *’27*."""
_NAMED = re.compile(r"\b[IVX]{2,}\b")
"""A Roman number may be part of a name: *Abschnitt XIV*."""


_REFERENCE = re.compile(r"^(?:Nummer|Nr\.|Punkt|Ziff(?:er|\.)|Abschnitt|Kapitel|Anlage|Tabelle|Satz)", re.IGNORECASE)
_MANY = re.compile(r"(?:mehrere|einige|viele|wenige|paar|several|many|few) $", re.IGNORECASE)
"""*Mehrere tausend Euro* is no number."""


class Settings(Noun):
    """``safety`` of a suggestion; what has a Roman number is never safe."""

    safety: Safety = "safe"


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; it takes the fact ``better`` of a finding at its word."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        better = str(hit.facts["better"])
        old = hit.block.text[hit.start : hit.end]
        if _REFERENCE.search(old) and _NAMED.search(old):
            return  # *Nummer II* is written so at its place as well
        if _UNKNOWN in better or better == old or _MANY.search(hit.block.text, 0, hit.start):
            return
        if old.endswith(".") and not better.endswith(".") and _ends_there(hit):
            better += "."  # *am 01.08.* ends its sentence as well
        safety: Safety = "review" if _NAMED.search(old) else settings.safety
        edit = Edit(span=Span(block=hit.block.id, start=hit.start, end=hit.end), text=better)
        yield Suggestion(edits=(edit,), safety=safety)

    return rewrite


def _ends_there(hit: Hit) -> bool:
    """Whether nothing of the sentence follows."""
    after = hit.block.text[hit.end :].lstrip()
    return not after or (hit.sent is not None and hit.end >= hit.sent.end_char) or after[0].isupper()
