"""The tags, relations, heads and children of a parse as plain lists, read once: asking tokens costs ten times more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from app.languages import lowers, tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc
    from spacy.tokens import Span as Words

Fact = TypeVar("Fact")
LONGEST = 300
"""Tokens beyond which no verb groups, brackets, chains and coordinations are sought: work and depth stay bounded."""
_SIGN = 1 << 63
"""Offsets to the left come as large unsigned numbers."""
_KEY = "formklar:outline"


@dataclass(frozen=True, slots=True)
class Outline:
    """A parse by place: entry ``i`` of each list belongs to token ``i`` of the document."""

    tags: list[str]
    deps: list[str]
    heads: list[int]
    """The place of the head; a root is its own head."""
    lowers: list[str]
    children: dict[int, list[int]]
    """The places of the dependents in text order; words without dependents are left out."""

    def under(self, place: int) -> list[int]:
        """The dependents of a token in text order."""
        return self.children.get(place, [])

    def child(self, place: int, dep: str) -> int | None:
        """The first dependent with this relation, or none."""
        return next((child for child in self.children.get(place, ()) if self.deps[child] == dep), None)


def outline(doc: Doc) -> Outline:
    """The outline of a parse, made once."""
    found: Outline | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _made(doc)
    return found


def _made(doc: Doc) -> Outline:
    strings = doc.vocab.strings
    rows: list[list[int]] = doc.to_array(["DEP", "HEAD"]).tolist()
    names = {key: strings[key] for key in {row[0] for row in rows}}
    heads = [place + (row[1] if row[1] < _SIGN else row[1] - 2 * _SIGN) for place, row in enumerate(rows)]
    children: dict[int, list[int]] = {}
    for place, head in enumerate(heads):
        if head == place:
            continue
        if head in children:
            children[head].append(place)
        else:
            children[head] = [place]
    return Outline(tags(doc), [names[row[0]] for row in rows], heads, lowers(doc), children)


def is_endless(sent: Words) -> bool:
    """Whether a stretch is too long for a sentence, such as a table read as one."""
    return sent.end - sent.start > LONGEST


def once(sent: Words, name: str, make: Callable[[Words], list[Fact]]) -> list[Fact]:
    """The facts ``make(sent)``, worked out once for a sentence and kept where ``Language.fact`` keeps them."""
    key = f"formklar:{name}:{sent.start}"
    facts = sent.doc.user_data
    if key not in facts:
        facts[key] = make(sent)
    return facts[key]  # type: ignore[no-any-return]
