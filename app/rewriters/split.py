"""Splits a sentence where one statement ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Change, Parsed, split_en
from app.languages.announced_de import announced
from app.languages.asides_de import cited, reasoned
from app.languages.examples_de import exampled
from app.languages.split_de import cuts
from app.languages.sure_cuts_de import is_sure
from app.model import Edit, Noun, Safety, Span, Suggestion
from app.rewriters import Rewriter

_ASIDES = (reasoned, cited, exampled)
"""What hangs at a German sentence and can stand for itself."""


class Settings(Noun):
    """Nothing to set."""


def compile(settings: Settings) -> Rewriter:  # noqa: A001, ARG001
    """The rewriter. All cuts together come first, then each of them alone."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:
        if hit.sent is None:
            return
        german = parsed.language.code == "de"
        found = cuts(hit.sent) if german else split_en.cuts(hit.sent)
        if len(found) > 1:
            yield _suggested(hit, [change for changes in found for change in changes])
        asides = [aside(hit.sent) for aside in _ASIDES] if german else []
        if german and not found:
            yield from _told(hit)
        for changes in (*found, *asides):
            if changes:
                sure = german and is_sure(hit.sent, changes)
                yield _suggested(hit, changes, "safe" if sure else "review")

    return rewrite


def _told(hit: Hit) -> Iterator[Suggestion]:
    assert hit.sent is not None  # noqa: S101  (rewrite looked)
    clause = announced(hit.sent)
    if clause is None:
        return
    yield _suggested(hit, clause.aloud, "safe")
    if clause.alone is not None:
        yield _suggested(hit, clause.alone)


def _suggested(hit: Hit, changes: list[Change], safety: Safety = "review") -> Suggestion:
    edits = tuple(Edit(span=Span(block=hit.block.id, start=start, end=end), text=text) for start, end, text in changes)
    return Suggestion(edits=edits, safety=safety)
