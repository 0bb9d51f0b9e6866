"""Writes words in capitals in normal case, where each of them is certain."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Parsed
from app.languages.capitals_de import in_normal_case
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import suggested


class Settings(Noun):
    """Nothing to set."""


def compile(settings: Settings) -> Rewriter:  # noqa: A001, ARG001
    """The rewriter; German only."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        before = hit.block.text[: hit.start].rstrip(' "„')
        opens = not before or before[-1] in ".!?:"
        told = in_normal_case(hit.block.text[hit.start : hit.end], opens=opens)
        if told is not None:
            yield from suggested(hit, [(hit.start, hit.end, told)], "review", None)

    return rewrite
