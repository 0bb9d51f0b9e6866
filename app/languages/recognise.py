"""Which language a text is in: one of ours, another, or too little to tell."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from app.languages import CODES

_SAMPLE = 6_000
_ENOUGH_WORDS = 12
_SURE = 0.9
_LAST_LATIN = "\u024f"
"""Letters beyond are Greek, Cyrillic, Arabic …: neither of our languages."""


def recognise(text: str) -> str | None:
    """``"de"`` or ``"en"``; none when the text is surely in another language.

    Short texts are never refused: the likelier of our languages is taken.
    """
    words = re.findall(r"[^\W\d_]{2,}", text[:_SAMPLE])
    letters = "".join(words)
    if sum(letter > _LAST_LATIN for letter in letters) > len(letters) / 2:
        return None
    ranked = _identifier().rank(" ".join(words) or text[:_SAMPLE])
    code, probability = ranked[0]
    if len(words) >= _ENOUGH_WORDS and code not in CODES and probability > _SURE and not _dominant(words):
        return None
    return next(str(code) for code, _ in ranked if code in CODES)


_COMMON = {
    "de": frozenset("der die das und ist nicht mit für von den dem ein eine Sie wird zu im auf bei oder".split()),
    "en": frozenset("the and of to is in you for your or not with this that are be on by have if".split()),
}


def _dominant(words: list[str]) -> bool:
    """Whether common words of ours are so frequent that the text must be in one of our languages."""
    common = max(sum(word in known for word in words) for known in _COMMON.values())
    return common > len(words) / 5


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
