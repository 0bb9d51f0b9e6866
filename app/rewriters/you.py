"""Speaks to the reader where a duty is told of *man*: *Sie müssen unterschreiben*."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Parsed
from app.languages.one_de import spoken_to
from app.languages.recast_de import YOU
from app.languages.verb_groups_de import VerbGroup
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import acting


class Settings(Noun):
    """Nothing to set."""


def compile(settings: Settings) -> Rewriter:  # noqa: A001, ARG001
    """The rewriter; German only. Nothing where the sentence speaks of the reader as somebody else."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:
        if isinstance(hit.about, VerbGroup):
            yield from acting(parsed, hit, spoken_to(hit.about), YOU, None)

    return rewrite
