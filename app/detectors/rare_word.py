"""Words that few people use, so that many readers do not know them."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Block, Noun

FACTS = frozenset({"word", "zipf", "difficulty", "times"})

_EXPLAINED = ("(", "– das", ", das heißt", ", also ", ": das", "bedeutet", "heißt", "nennt man")


class Settings(Noun):
    """Words of at least this ``difficulty`` (0 to 1) give a finding; ``exempt`` words are known to all."""

    difficulty: float
    exempt: tuple[Entry, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; each word is reported where it stands first, and not at all where it is explained there.

    ``zipf`` says how often the word is used: 7 is *und*, 3 is a word that stands once in a million words.
    """
    known = tuple(entry.word.lower() for entry in settings.exempt)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        first: dict[str, Hit | None] = {}
        for block, sent in parsed.sents():
            for rare in parsed.language.fact("rare_words", sent):
                lower = rare.token.lower_
                stem = lower.rstrip("enrsm")
                if rare.difficulty.value < settings.difficulty or lower.startswith(known):
                    continue
                if stem in first:
                    if (hit := first[stem]) is not None:
                        hit.facts["times"] += 1
                    continue
                facts = {"word": rare.token.text, "zipf": rare.difficulty.lemma, "times": 1}
                facts["difficulty"] = round(rare.difficulty.value, 2)
                end = rare.token.idx + len(rare.token)
                explained = _is_explained(block, rare.token.idx, end)
                first[stem] = None if explained else hit_tokens(block, rare.token, rare.token, about=rare, **facts)
        yield from (hit for hit in first.values() if hit is not None)

    return detect


def _is_explained(block: Block, start: int, end: int) -> bool:
    """Whether an explanation follows, or the word itself stands in brackets and so explains another."""
    after, before = block.text[end:][:14].lstrip(' “"'), block.text[:start].rstrip()
    return after.startswith(_EXPLAINED) or before.endswith("(")
