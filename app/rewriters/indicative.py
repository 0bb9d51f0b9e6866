"""Says what is: the present for the future, *wenn* for *sollten Sie*."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Parsed
from app.languages.indicative_de import in_present, with_if
from app.languages.verb_groups_de import VerbGroup
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import suggested


class Settings(Noun):
    """Nothing to set."""


def compile(settings: Settings) -> Rewriter:  # noqa: A001, ARG001
    """The rewriter; German only."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        if isinstance(hit.about, VerbGroup):
            yield from suggested(hit, in_present(hit.about) or with_if(hit.about), "review", None)

    return rewrite
