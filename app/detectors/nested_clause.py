"""Sentences that hold several subordinate clauses, or one inside another."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"clauses", "depth"})


class Settings(Noun):
    """More than ``most`` subordinate clauses, or a clause deeper than ``deepest``, give a finding.

    In a sentence of fewer than ``words`` words only the depth counts.
    """

    most: int
    deepest: int
    words: int = 0


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector for these limits; it marks from the first opener to the end of the sentence."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            inner = [clause for clause in parsed.language.clauses(sent) if clause.opener is not None and clause.depth]
            depth = max((clause.depth for clause in inner), default=0)
            many = len(inner) > settings.most and sent.end - sent.start >= settings.words
            if many or depth > settings.deepest:
                first = inner[0].opener
                assert first is not None  # noqa: S101  (kept above)
                last = next(token for token in reversed(list(sent)) if not token.is_space)
                if last.is_punct and last.i > first.i:
                    last = last.nbor(-1)
                yield hit_tokens(block, first, last, clauses=len(inner), depth=depth)

    return detect
