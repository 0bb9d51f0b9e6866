"""What makes an English sentence hard to read, by Penn tags and ClearNLP relations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages.passive_en import passives
from app.languages.syllables_en import syllables
from app.languages.traits import SHORT_FORM, Signs, traits_by
from app.languages.values import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_CONTENT = frozenset("NN NNS JJ JJR JJS RB VB VBD VBG VBN VBP VBZ".split())
_ABSTRACT = re.compile(r"\w+(?:tion|ment|ness|ity|ance|ence|ship|ism|sion|al|cy)s?")
_STEPS = (0.05, 0.15, 0.45, 0.7, 0.85)
"""How hard a word is by its syllables, of one to five and more: Gunning and Flesch count nothing else."""


def traits(sent: Words) -> dict[str, float]:
    """The traits of an English sentence, as ``traits_by`` says."""
    return traits_by(_SIGNS, sent)


def _hard(tag: str, text: str) -> float | None:
    if tag not in _CONTENT:
        return None
    if text.endswith(".") and len(text) > 1:
        return SHORT_FORM
    return _STEPS[min(syllables(text), len(_STEPS)) - 1]


_SIGNS = Signs(
    names=frozenset({"NNP", "NNPS", "FW", "CD"}),
    finite=frozenset({"VBD", "VBZ", "VBP", "MD"}),
    participles=frozenset({"VBN"}),
    infinitives=frozenset({"TO"}),
    openers=frozenset({"WDT", "WP", "WRB"}),
    linking=frozenset({"mark"}),
    attributes=frozenset({"JJ"}),
    months=frozenset(MONTHS["en"]),
    hard=_hard,
    abstract=lambda tag, text: tag in {"NN", "NNS"} and _ABSTRACT.fullmatch(text.lower()) is not None,
    genitive=lambda _, word: word == "of",
    passives=passives,
)
