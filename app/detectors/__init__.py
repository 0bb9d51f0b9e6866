"""Judgement, without a language: each module compiles its settings into a function that finds hits in a parse.

A detector is a module with

- ``Settings``: a frozen pydantic model of what a rule file may set,
- ``FACTS``: the names of the facts it yields (``quote`` is always there),
- ``compile(settings) -> Callable[[Parsed], Iterable[Hit]]``.

A rule file selects it by the name of its module, with ``-`` for ``_``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.languages import Parsed
from app.model import Block, Severity

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a detector points at: code points ``start`` to ``end`` of ``block.text``.

    ``facts`` are short values for the message and for machines; ``about`` is what a rewriter needs
    (a grammar fact, a list entry); ``severity`` overrides the severity of the rule.
    """

    block: Block
    start: int
    end: int
    facts: dict[str, Any] = field(default_factory=dict)
    sent: Words | None = None
    about: Any = None
    severity: Severity | None = None


Detector = Callable[[Parsed], Iterable[Hit]]


def in_brief(words: Iterable[Token]) -> str:
    """Words of a sentence side by side, with dots where others stand between: *kann … geprüft werden*."""
    brief: list[str] = []
    last = None
    for word in sorted(set(words), key=lambda token: token.i):
        if last is not None and word.i > last + 1:
            brief.append("…")
        brief.append(word.text)
        last = word.i
    return " ".join(brief)


def hit_tokens(
    block: Block,
    first: Token,
    last: Token,
    *,
    about: Any = None,
    severity: Severity | None = None,
    **facts: Any,
) -> Hit:
    """A hit from the first character of ``first`` to the last of ``last``."""
    return Hit(block, first.idx, last.idx + len(last), facts, first.sent, about, severity)
