"""What makes a German sentence hard to read, by STTS tags and TIGER relations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages.difficulty_de import quick_value
from app.languages.traits import SHORT_FORM, Signs, is_short_form, traits_by
from app.languages.values import MONTHS
from app.languages.verbs_de import passives

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_CONTENT = frozenset("NN ADJA ADJD VVFIN VVPP VVINF VVIZU ADV TRUNC PROAV".split())
_MONTHS = frozenset(MONTHS["de"])
_ABSTRACT = re.compile(
    r"\w+(?:ung|heit|keit|schaft|tion|ität|ismus|nahme|tum|enz|anz|ik|ie|ment|lage|wesen|sal|nis)(?:en|s|es|e)?"
)


def traits(sent: Words) -> dict[str, float]:
    """The traits of a German sentence, as ``traits_by`` says."""
    return traits_by(_SIGNS, sent)


def _hard(tag: str, text: str) -> float | None:
    if is_short_form(text):
        return SHORT_FORM
    return quick_value(text) if tag in _CONTENT and text not in _MONTHS else None


_SIGNS = Signs(
    names=frozenset({"NE", "FM", "XY", "CARD"}),
    finite=frozenset({"VVFIN", "VAFIN", "VMFIN"}),
    participles=frozenset({"VVPP"}),
    infinitives=frozenset({"VVIZU", "PTKZU"}),
    openers=frozenset("KOUS PRELS PRELAT KOUI PWAV".split()),
    linking=frozenset(),
    attributes=frozenset({"ADJA"}),
    months=_MONTHS,
    hard=_hard,
    abstract=lambda tag, text: tag == "NN" and _ABSTRACT.fullmatch(text) is not None,
    genitive=lambda relation, _: relation == "ag",
    passives=passives,
)
