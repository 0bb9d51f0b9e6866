"""What a statistical model of letter sequences thinks of a text: the only home of py3langid.

Loading it takes most of a second, so that it is loaded only when first asked.
"""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Any

from app.languages.language_signs import COMMON


def ranked(text: str) -> dict[str, float]:
    """For each of some 140 languages the probability that the text is in it."""
    return {str(code): float(probability) for code, probability in _all().rank(text)}


def ranked_roughly(text: str) -> dict[str, float]:
    """The same among the languages whose common words we know only, three times as fast."""
    return {str(code): float(probability) for code, probability in _few().rank(text)}


@cache
def _few() -> Any:
    few = copy(_all())
    few.set_languages(list(COMMON))
    return few


@cache
def _all() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
