"""What makes a German sentence hard to read, in numbers: its length, its words, the way it is built."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from app.languages.difficulty_de import quick_value
from app.languages.outline_de import outline
from app.languages.values import MONTHS
from app.languages.verbs_de import passives

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_NAMES = frozenset({"NE", "FM", "XY", "CARD"})
_CONTENT = frozenset("NN ADJA ADJD VVFIN VVPP VVINF VVIZU ADV TRUNC PROAV".split())
_OPENERS = frozenset("KOUS PRELS PRELAT KOUI PWAV".split())
_MONTHS = frozenset(MONTHS["de"])
_ABSTRACT = re.compile(
    r"\w+(?:ung|heit|keit|schaft|tion|ität|ismus|nahme|tum|enz|anz|ik|ie|ment|lage|wesen|sal|nis)(?:en|s|es|e)?"
)
_SHORT = re.compile(r"(?:[A-Za-zÄÖÜäöü]+\.)+[A-Za-z]*\.?|\w+\.")
"""An abbreviation: readers have to know the words behind it."""
_SPELLED = 12
"""Letters that an abbreviation counts: about as many as the words that it stands for."""


def traits(sent: Words) -> dict[str, float]:
    """The traits of a sentence by name; each grows with what makes reading harder. Empty without a word.

    ``length`` is the square root of the letters and gaps, ``length_log`` its logarithm; names and numbers count in
    neither. ``hard_words`` is the square root of the summed difficulty of the words, ``hardest_words`` the mean of the
    five hardest. The others are logarithms of counts, but ``passive`` (0 or 1).
    """
    grammar, doc = outline(sent.doc), sent.doc
    words, letters = [], 0
    for place in range(sent.start, sent.end):
        text = doc[place].text
        if any(map(str.isalpha, text)):
            words.append(place)
            if grammar.tags[place] not in _NAMES and text not in _MONTHS:
                letters += 1 + letters_of(text)
    if not words:
        return {}
    tags = [grammar.tags[place] for place in words]
    hard = [_difficulty(doc[place].text) for place in words if _counts(grammar.tags[place], doc[place].text)]
    hardest = sorted(hard, reverse=True)[:5]
    finite = sum(tag.endswith("FIN") for tag in tags)
    return {
        "length": math.sqrt(letters),
        "length_log": math.log(3 + letters),
        "hard_words": math.sqrt(0.5 + sum(hard)),
        "hardest_words": sum(hardest) / 5,
        "participles": math.log1p(tags.count("VVPP")),
        "infinitives": math.log1p(tags.count("VVIZU") + tags.count("PTKZU")),
        "subclauses": math.log1p(sum(tag in _OPENERS for tag in tags)),
        "clause_length": math.log((1 + len(words)) / max(1, finite)),
        "passive": float(any(not passive.state for passive in passives(sent))),
        "genitives": math.log1p(sum(grammar.deps[place] == "ag" for place in words)),
        "abstract_nouns": math.log1p(sum(_is_abstract(doc[place].text, grammar.tags[place]) for place in words)),
        "attributes": math.log1p(tags.count("ADJA")),
    }


def letters_of(text: str) -> int:
    """The letters of a word; of an abbreviation about those of the words that it stands for."""
    return _SPELLED if _is_short(text) else len(text)


def _is_short(text: str) -> bool:
    return text.endswith(".") and len(text) > 1 and _SHORT.fullmatch(text) is not None


def _counts(tag: str, text: str) -> bool:
    return (tag in _CONTENT and text not in _MONTHS) or _is_short(text)


def _difficulty(text: str) -> float:
    """From 0 to 1; an abbreviation is as hard as a rare word."""
    return 0.9 if _is_short(text) else quick_value(text)


def _is_abstract(text: str, tag: str) -> bool:
    return tag == "NN" and _ABSTRACT.fullmatch(text) is not None
