"""Says what *und/oder* means: *den Vertrag und/oder die Meldung* as *den Vertrag, die Meldung oder beides*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Hit
from app.languages import Parsed
from app.languages.outline_de import once
from app.languages.phrases_de import noun_phrases
from app.model import Edit, Noun, Span, Suggestion
from app.rewriters import Rewriter

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_JOINS = frozenset({"KON", "CC", "$,", ",", "TRUNC", "APPR", "APPRART", "IN"})
"""Tags before the first thing: then there are more than two, or a preposition, behind which *beides* cannot stand."""


class Settings(Noun):
    """``both``: the words at the end, *oder beides* or *or both*."""

    both: str


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; only for two things that are the object of a verb."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:
        ends = _things(hit, german=parsed.language.code == "de")
        if ends is None:
            return
        before, after, last = ends
        block = hit.block.id
        yield Suggestion(
            edits=(
                Edit(span=Span(block=block, start=before, end=after), text=", "),
                Edit(span=Span(block=block, start=last, end=last), text=f" {settings.both}"),
            ),
            safety="review",
        )

    return rewrite


def _things(hit: Hit, *, german: bool) -> tuple[int, int, int] | None:
    """Where the first thing ends, the second begins and ends (characters); none where they are no two objects."""
    sent = hit.sent
    if sent is None or "/" not in hit.block.text[hit.start : hit.end]:
        return None
    found = list(_objects(sent, german=german))
    one = next(((first, last) for first, last in found if 0 <= hit.start - _end(sent, last) <= 1), None)
    other = next(((first, last) for first, last in found if 0 <= sent.doc[first].idx - hit.end <= 1), None)
    if one is None or other is None:
        return None
    before = sent.doc[one[0] - 1] if one[0] > sent.start else None
    after = sent.doc[other[1] + 1] if other[1] + 1 < sent.end else None
    if before is None or before.tag_ in _JOINS or after is None:
        return None
    if after.tag_ in {"KON", "CC", "ART", "IN", "APPR"} or after.text == "(":
        return None
    if after.text == "," and after.nbor().tag_ not in {"KOUS", "IN"}:
        return None
    return _end(sent, one[1]), sent.doc[other[0]].idx, _end(sent, other[1])


def _objects(sent: Words, *, german: bool) -> Iterator[tuple[int, int]]:
    """First and last token index of the noun phrases that can be objects: in German those in the accusative."""
    if german:
        for phrase in once(sent, "noun_phrases", noun_phrases):
            if phrase.preposition is None and phrase.case == "acc" and phrase.head.tag_ == "NN":
                yield phrase.first, phrase.last
    else:
        for chunk in sent.noun_chunks:
            if chunk.root.dep_ in {"dobj", "conj", "obj"}:
                yield chunk.start, chunk.end - 1


def _end(sent: Words, place: int) -> int:
    word = sent.doc[place]
    return int(word.idx + len(word))
