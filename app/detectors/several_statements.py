"""Sentences that say several things one after another; each could stand for itself."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"statements", "verbs"})


class Settings(Noun):
    """More than ``most`` statements in one sentence give a finding; a sentence of less than ``words`` words is fine."""

    most: int
    words: int = 0


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector for this number; it marks from the first of the verbs to the last."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            if settings.words and sum(token.is_alpha for token in sent) < settings.words:
                continue
            found = parsed.language.fact("statements", sent)
            if len(found) > settings.most:
                verbs = ", ".join(in_brief(words) for words in found)
                first, last = found[0][0], max((words[-1] for words in found), key=lambda word: word.i)
                yield hit_tokens(block, first, last, about=found, statements=len(found), verbs=verbs)

    return detect
