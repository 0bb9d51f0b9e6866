"""Writes words for signs, and a full stop for the semicolon between two statements."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Change, Parsed
from app.languages.signs_de import behind_number, ended, in_words
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import suggested


class Settings(Noun):
    """The word for each sign: ``joining`` between two nouns, ``before`` a number, ``behind`` a number.

    ``ends`` are the signs between two statements where the sentence can end.
    """

    joining: dict[str, str]
    before: dict[str, str]
    behind: dict[str, str]
    ends: tuple[str, ...]


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; German only."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        sign = hit.facts["sign"]
        start = hit.block.text.find(sign, hit.start, hit.end)
        if hit.sent is not None and start >= 0:
            yield from suggested(hit, _changes(hit, start, sign), "review", None)

    def _changes(hit: Hit, start: int, sign: str) -> list[Change] | None:
        sent = hit.sent
        if sent is None:
            return None
        if sign in settings.ends:
            return ended(sent, start)
        if sign in settings.before:
            return in_words(sent, start, sign, settings.before[sign], before_numbers=True)
        if sign in settings.joining:
            return in_words(sent, start, sign, settings.joining[sign], before_numbers=False)
        return behind_number(sent, start, sign, settings.behind[sign]) if sign in settings.behind else None

    return rewrite
