"""What makes a sentence hard to read, in numbers that are the same for all languages: length, words, build."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Passive
from app.languages.outline_de import outline

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

SHORT_FORM = 0.9
"""How hard an abbreviation is: readers have to know the words behind it."""
_SHORT = re.compile(r"(?:[A-Za-zÄÖÜäöü]+\.)+[A-Za-z]*\.?|\w+\.")
_SPELLED = 12
"""Letters that an abbreviation counts: about as many as the words that it stands for."""


@dataclass(frozen=True, slots=True)
class Signs:
    """By what a language shows its traits: sets of tags, the names of the months, and what a word is by tag and text.

    ``linking`` are relations of words that open a clause, ``genitive`` takes relation and word in lower case. ``hard``
    gives from 0 to 1 how hard a word is, and none for words that carry no content.
    """

    names: frozenset[str]
    finite: frozenset[str]
    participles: frozenset[str]
    infinitives: frozenset[str]
    openers: frozenset[str]
    linking: frozenset[str]
    attributes: frozenset[str]
    months: frozenset[str]
    hard: Callable[[str, str], float | None]
    abstract: Callable[[str, str], bool]
    genitive: Callable[[str, str], bool]
    passives: Callable[[Words], list[Passive]]


def traits_by(signs: Signs, sent: Words) -> dict[str, float]:
    """The traits of a sentence by name; each grows with what makes reading harder. Empty without a word.

    ``length`` is the square root of the letters and gaps, ``length_log`` its logarithm; names and numbers count in
    neither. ``hard_words`` is the square root of the summed difficulty of the words, ``hardest_words`` the mean of the
    five hardest. The others are logarithms of counts, but ``passive`` (0 or 1).
    """
    grammar, doc = outline(sent.doc), sent.doc
    words = [place for place in range(sent.start, sent.end) if any(map(str.isalpha, doc[place].text))]
    if not words:
        return {}
    pairs = [(grammar.tags[place], doc[place].text) for place in words]
    letters = sum(1 + _letters(text) for tag, text in pairs if tag not in signs.names and text not in signs.months)
    hard = [value for tag, text in pairs if (value := signs.hard(tag, text)) is not None]
    opening = _count(pairs, signs.openers) + sum(grammar.deps[place] in signs.linking for place in words)
    clauses = max(1, _count(pairs, signs.finite))
    return {
        "length": math.sqrt(letters),
        "length_log": math.log(3 + letters),
        "hard_words": math.sqrt(0.5 + sum(hard)),
        "hardest_words": sum(sorted(hard, reverse=True)[:5]) / 5,
        "participles": math.log1p(_count(pairs, signs.participles)),
        "infinitives": math.log1p(_count(pairs, signs.infinitives)),
        "subclauses": math.log1p(opening),
        "clause_length": math.log((1 + len(words)) / clauses),
        "passive": float(any(not passive.state for passive in signs.passives(sent))),
        "genitives": math.log1p(sum(signs.genitive(grammar.deps[place], grammar.lowers[place]) for place in words)),
        "abstract_nouns": math.log1p(sum(signs.abstract(tag, text) for tag, text in pairs)),
        "attributes": math.log1p(_count(pairs, signs.attributes)),
    }


def is_short_form(text: str) -> bool:
    """Whether a word is cut short with a full stop."""
    return text.endswith(".") and len(text) > 1 and _SHORT.fullmatch(text) is not None


def _letters(text: str) -> int:
    return _SPELLED if is_short_form(text) else len(text)


def _count(pairs: list[tuple[str, str]], tags: frozenset[str]) -> int:
    return sum(tag in tags for tag, _ in pairs)
