"""Sentences that hide who acts without a passive: *the date can be changed* said as *lets itself be changed*."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"words", "word"})


class Settings(Noun):
    """``kinds`` of substitutes that give a finding, as the language names them; ``except_words`` are everyday ones."""

    kinds: tuple[str, ...]
    except_words: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the first word of the verb to the last."""
    everyday = frozenset(settings.except_words)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            for found in parsed.language.fact("passive_substitutes", sent):
                if found.kind in settings.kinds and found.word.lower_ not in everyday:
                    words = found.words
                    facts = {"words": in_brief(words), "word": found.word.text}
                    yield hit_tokens(block, words[0], words[-1], about=found, **facts)

    return detect
