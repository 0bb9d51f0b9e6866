"""Runs of words in capital letters: they have no shape that a reader knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Language, Parsed
from app.model import Block, Noun

FACTS = frozenset({"words"})

_WORD = r"[A-ZÄÖÜẞ]{2,}(?:-[A-ZÄÖÜẞ]{2,})*"
_RUN = re.compile(rf"(?<!\w){_WORD}(?:[\s,.;:!?–-]+(?:\d+[\s,;:.]+)?{_WORD})+(?!\w)")
_HEADINGS = frozenset({"title", "heading", "label", "option"})
_KNOWN = 0.6
"""Share of the words in a run that must be words of the language: the others may be short names (*SGB*, *BAMF*)."""


class Settings(Noun):
    """From ``words`` words in a row a run is found.

    One of ``cues`` (*bitte*, *nicht*) shows that a run tells people something: with one of them ``words_with_cue`` are
    enough. A heading, label or line of its own counts only with one. Without any cues every run counts.
    """

    words: int
    words_with_cue: int = 0
    cues: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the run."""
    cues = frozenset(settings.cues)

    def wanted(words: list[str], block: Block) -> bool:
        if not cues or not cues.isdisjoint(map(str.lower, words)):
            return len(words) >= (settings.words_with_cue or settings.words)
        heading = block.role in _HEADINGS or not any(letter.islower() for letter in block.text)
        return len(words) >= settings.words and not heading

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, _ in parsed.docs:
            for match in _RUN.finditer(block.text):
                words = re.findall(_WORD, match.group())
                if wanted(words, block) and _are_words(words, parsed.language):
                    yield Hit(block, match.start(), match.end(), {"words": len(words)})

    return detect


def _are_words(words: list[str], language: Language) -> bool:
    """Whether these are mostly words, not short names."""
    known = [word for word in words if len(word) > 1 and _is_word(word, language)]
    return len(known) >= _KNOWN * len(words)


def _is_word(word: str, language: Language) -> bool:
    """A word of the language; one of many letters is a word as well, the last part of a compound will do."""
    return len(word) >= 8 or language.is_word(word.lower()) or language.is_word(word.capitalize())
