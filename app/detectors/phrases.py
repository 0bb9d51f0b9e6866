"""Phrases as people write them in a rule file, as one pattern. Not a detector itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["pattern"]

_GAP = r"\b[^.!?]{0,80}?\b"


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these phrases as whole words, small or capital letters alike; without phrases it finds nothing.

    ``*`` stands for any letters (*Konfession\\**), ``#`` for a digit (*##.##.####*), ``…`` for any words of the same
    sentence (*um … zu*).
    """
    parts = [_part(phrase) for phrase in sorted(set(phrases), key=lambda text: (-len(text), text)) if phrase.strip()]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def _part(phrase: str) -> str:
    words = r"\s+".join(map(re.escape, phrase.split()))
    words = words.replace(r"\*", r"\w*").replace(r"\#", r"\d").replace(r"\s+…\s+", _GAP)
    before = r"(?<!\w)" if phrase[0] in "*#" or phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1] in "*#" or phrase[-1].isalnum() else ""
    return f"{before}{words}{after}"
