"""Sentences whose verb is torn apart: the reader waits many words for its second part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Language, Parsed
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"words", "limit", "left", "right"})


class Settings(Noun):
    """More than ``most`` words between the parts of a verb give a finding, more than ``most_inside`` in a clause.

    In a subordinate clause the bracket spans nearly all of the clause, so that it needs a limit of its own.
    """

    most: int
    most_inside: int


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector for these limits; it marks from the first part to the last."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            if len(sent) <= min(settings.most, settings.most_inside):
                continue
            for bracket in parsed.language.fact("brackets", sent):
                limit = settings.most_inside if bracket.subordinate else settings.most
                if bracket.words > limit and not _opens_list(bracket.right, parsed.language):
                    right = " ".join(word.text for word in bracket.right)
                    facts = {"words": bracket.words, "limit": limit, "left": bracket.left.text, "right": right}
                    yield hit_tokens(block, bracket.left, bracket.right[-1], about=bracket, **facts)

    return detect


def _opens_list(right: Sequence[Token], language: Language) -> bool:
    """*You get help with your documents in:*: what looks like a particle is the preposition of the list below."""
    last = right[-1]
    before_colon = last.i + 1 < len(last.doc) and last.nbor(1).text == ":"
    return before_colon and len(right) == 1 and language.word_class(last) != "verb"
