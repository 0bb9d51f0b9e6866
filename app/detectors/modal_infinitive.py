"""*ist einzureichen*, *hat nachzuweisen*: a duty without a person, or hidden in *haben*."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"verbs", "infinitive"})


class Settings(Noun):
    """Nothing to set."""


def compile(settings: Settings) -> Detector:  # noqa: A001, ARG001
    """The detector; it marks from the first to the last verb."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            for found in parsed.language.fact("modal_infinitives", sent):
                words = [*found.words, *([found.particle] if found.particle is not None else [])]
                words.sort(key=lambda token: token.i)
                infinitive = found.infinitive.text
                yield hit_tokens(block, words[0], words[-1], about=found, verbs=in_brief(words), infinitive=infinitive)

    return detect
