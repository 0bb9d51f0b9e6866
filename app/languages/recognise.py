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
    clear = _clear(words)
    if clear is not None:
        return clear
    if not words:
        return CODES[0]
    ranked = _identifier().rank(" ".join(words))
    code, probability = ranked[0]
    if len(words) >= _ENOUGH_WORDS and code not in CODES and probability > _SURE:
        return None
    return next(str(code) for code, _ in ranked if code in CODES)


_FOREIGN_WORDS = 5
_LOWER = {
    "de": frozenset("der die das und ist nicht mit für von den dem ein eine sie wird zu im auf bei oder ihre".split()),
    "en": frozenset("the and of to is you for your or not with this that are be on by have if was has".split()),
    "fr": frozenset("le la les des du et est que pour vous dans une sur avec ne pas par ou votre qui aux".split()),
    "it": frozenset("il lo la gli le di del della che per con non una sono si da nel dei alla".split()),
    "es": frozenset("el la los las del que para con una no por se su es al como más".split()),
    "tr": frozenset("ve bir bu için ile olarak veya da de olan ne kadar değil".split()),
    "pl": frozenset("nie na się do jest oraz lub przez dla od czy po za ze".split()),
}
"""Common words in lower case, for telling a block of another language."""

_COMMON = {
    "de": frozenset("der die das und ist nicht mit für von den dem ein eine Sie wird zu im auf bei oder".split()),
    "en": frozenset("the and of to is in you for your or not with this that are be on by have if".split()),
}


def is_foreign(text: str, code: str) -> bool:
    """Whether a block of a document in language ``code`` is clearly in another one: forms often say it twice."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]{2,}", text[:_SAMPLE])]
    if len(words) < _FOREIGN_WORDS:
        return False
    own = sum(word in _LOWER[code] for word in words)
    other = max(sum(word in known for word in words) for key, known in _LOWER.items() if key != code)
    return other >= 2 and other > 2 * own and other >= len(words) / 6


def _clear(words: list[str]) -> str | None:
    """The language whose common words make up a fifth of the text and are twice as many as the other's.

    Most texts are decided here; the statistical model, half a second to load, is asked about the rest.
    """
    counts = {code: sum(word in known for word in words) for code, known in _COMMON.items()}
    first, second = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    enough = counts[first] >= 2 and counts[first] >= len(words) / 5
    return first if enough and counts[first] >= 2 * counts[second] else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
