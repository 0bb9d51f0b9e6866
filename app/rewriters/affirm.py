"""Says plainly what two negations say together: *nicht unerheblich* as *erheblich*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Parsed
from app.model import Edit, Noun, Span, Suggestion
from app.rewriters import Rewriter

_ENDINGS = frozenset({"", "e", "em", "en", "er", "es"})


class Settings(Noun):
    """``denials``: the word that denies. ``words``: the second negation with what both say together."""

    denials: tuple[str, ...]
    words: dict[str, str]


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; only for the two words side by side, within a sentence, the second with any ending."""
    pair = re.compile(rf"(?:{'|'.join(map(re.escape, settings.denials))})\s(\w+)")

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        found = pair.fullmatch(hit.block.text[hit.start : hit.end])
        plain = None if found is None else _plain(found[1], settings.words)
        if plain is not None:
            edit = Edit(span=Span(block=hit.block.id, start=hit.start, end=hit.end), text=plain)
            yield Suggestion(edits=(edit,), safety="review")

    return rewrite


def _plain(word: str, words: dict[str, str]) -> str | None:
    for denied, plain in words.items():
        ending = word.removeprefix(denied)
        if word.startswith(denied) and ending in _ENDINGS:
            return plain + ending
    return None
