"""Long words made of several words: where one ends and the next begins, the reader must find out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Block, Noun

FACTS = frozenset({"parts", "count", "hyphenated", "times"})


class Settings(Noun):
    """Words of at least ``parts`` parts give a finding, or with ``parts_if_long`` parts those of ``letters`` letters.

    ``exempt`` words (from lists) are known to all, in any form; words with one of ``except_endings`` are names.
    Words of fewer than ``shortest`` letters are not looked at.
    """

    parts: int
    parts_if_long: int = 0
    letters: int = 0
    shortest: int = 12
    except_endings: tuple[str, ...] = ()
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; each word is reported where it stands first; ``hyphenated`` has a hyphen where one helps."""
    known = frozenset(entry.word.lower() for entry in settings.exempt)

    def wanted(word: str, parts: int) -> bool:
        long = settings.parts_if_long and parts >= settings.parts_if_long and len(word) >= settings.letters
        return bool(parts >= settings.parts or long)

    def stays(word: str) -> bool:
        return len(word) < settings.shortest or word.endswith(settings.except_endings) or _is_known(word, known)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        first: dict[str, Hit | None] = {}
        for block, sent in parsed.sents():
            for found in parsed.language.fact("compounds", sent):
                word = found.token.text
                hit = first.get(word)
                if hit is not None:
                    hit.facts["times"] += 1
                elif word not in first:
                    fine = stays(word.lower()) or not wanted(word, len(found.parts))
                    first[word] = None if fine else _hit(block, found)
        yield from filter(None, first.values())

    return detect


def _hit(block: Block, found: Any) -> Hit:
    facts: dict[str, Any] = {"parts": "·".join(found.parts), "count": len(found.parts), "times": 1}
    facts["hyphenated"] = found.hyphenated or found.token.text
    return hit_tokens(block, found.token, found.token, about=found, **facts)


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Whether the word is on the list, with an ending of at most two letters."""
    return any(word[: len(word) - ending] in known for ending in range(3))
