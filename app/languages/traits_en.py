"""What makes an English sentence hard to read, in numbers, under the same names as in ``traits_de``."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from app.languages.outline_de import outline
from app.languages.passive_en import passives
from app.languages.syllables_en import syllables
from app.languages.traits_de import letters_of
from app.languages.values import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_NAMES = frozenset({"NNP", "NNPS", "FW", "CD"})
_CONTENT = frozenset("NN NNS JJ JJR JJS RB VB VBD VBG VBN VBP VBZ".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENERS = frozenset({"WDT", "WP", "WRB"})
_MONTHS = frozenset(MONTHS["en"])
_ABSTRACT = re.compile(r"\w+(?:tion|ment|ness|ity|ance|ence|ship|ism|sion|al|cy)s?")
_STEPS = (0.05, 0.15, 0.45, 0.7, 0.85)
"""How hard a word is by its syllables: of one to five and more."""


def traits(sent: Words) -> dict[str, float]:
    """The traits of a sentence by name, in the units of ``traits_de.traits``. Empty without a word."""
    grammar, doc = outline(sent.doc), sent.doc
    words = [place for place in range(sent.start, sent.end) if any(map(str.isalpha, doc[place].text))]
    if not words:
        return {}
    tags = [grammar.tags[place] for place in words]
    plain = [doc[place].text for place, tag in zip(words, tags, strict=True) if tag not in _NAMES]
    letters = sum(1 + letters_of(text) for text in plain if text not in _MONTHS)
    hard = [_difficulty(doc[place].text) for place, tag in zip(words, tags, strict=True) if tag in _CONTENT]
    hardest = sorted(hard, reverse=True)[:5]
    deps = [grammar.deps[place] for place in words]
    return {
        "length": math.sqrt(letters),
        "length_log": math.log(3 + letters),
        "hard_words": math.sqrt(0.5 + sum(hard)),
        "hardest_words": sum(hardest) / 5,
        "participles": math.log1p(tags.count("VBN")),
        "infinitives": math.log1p(tags.count("TO")),
        "subclauses": math.log1p(sum(tag in _OPENERS for tag in tags) + deps.count("mark")),
        "clause_length": math.log((1 + len(words)) / max(1, sum(tag in _FINITE for tag in tags))),
        "passive": float(any(not passive.state for passive in passives(sent))),
        "genitives": math.log1p(sum(doc[place].lower_ == "of" for place in words)),
        "abstract_nouns": math.log1p(
            sum(
                tag in {"NN", "NNS"} and _ABSTRACT.fullmatch(doc[place].lower_) is not None
                for place, tag in zip(words, tags, strict=True)
            )
        ),
        "attributes": math.log1p(tags.count("JJ")),
    }


def _difficulty(text: str) -> float:
    """From 0 to 1, by syllables: Gunning and Flesch count nothing else, and an abbreviation is a hard word."""
    if text.endswith(".") and len(text) > 1:
        return 0.9
    return _STEPS[min(syllables(text), len(_STEPS)) - 1]
