"""Speaks to the reader instead of about them: *Sie* for *der Antragsteller*, with its verb and possessives."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Parsed, address_en
from app.languages.address_de import spoken_to
from app.model import Edit, Noun, Span, Suggestion
from app.rewriters import Rewriter

NOTE = {
    "de": "„Sie“ passt, wenn dieser Mensch den Text selbst liest.",
    "en": "“You” fits if this person reads the text.",
}


class Settings(Noun):
    """Nothing to set."""


def compile(settings: Settings) -> Rewriter:  # noqa: A001, ARG001
    """The rewriter."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:
        if hit.sent is None:
            return
        shift = hit.sent.start_char
        words = hit.sent.char_span(hit.start - shift, hit.end - shift, alignment_mode="expand")
        if words is None:
            return
        german = parsed.language.code == "de"
        changes = (
            spoken_to(hit.sent, words.start, words.end - 1)
            if german
            else address_en.spoken_to(hit.sent, words[0], words[-1])
        )
        if changes:
            edits = tuple(
                Edit(span=Span(block=hit.block.id, start=start, end=end), text=text) for start, end, text in changes
            )
            yield Suggestion(edits=edits, safety="review", note=NOTE[parsed.language.code])

    return rewrite
