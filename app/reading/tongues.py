"""In forms in several languages: which part of a printed label is in the language that the form is made for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from app.languages.language_signs import COMMON
from app.languages.words import german

OURS = ("de", "en")
"""The languages we have, the first one preferred."""
ENOUGH = 12
"""So many common words of another language make a form one in several languages."""
PART = 8
"""They are at least one for so many common words of ours; fewer are names and quotations."""
GOOD_PART = 2
"""A language of ours is the form's own when it has at least this part of the common words of any other."""
FEW = 2
"""Of fewer words without a sign of their language nothing is said."""
TELLING = 6
"""Letters from which on a word of our list tells its language; shorter ones are alike in many."""
LONG = 9
"""From so many letters on a word of ours may stand before a translation in small letters: ``Country of birth``."""
HALF = 4
"""Letters of the parts of a compound."""
LONGEST = 60
"""Letters of a word that are looked at."""

_WORD = re.compile(r"[^\W\d_]+")
_GERMAN = re.compile(r"[äöüß]")
_STRANGE = re.compile(r"[^\W\d_a-zäöüß]")
"""A letter that no word of ours has."""
_BETWEEN = re.compile(r"\s[/|–—-]\s|\(")
"""What sets a translation apart."""
_BEFORE = " \t\n/|-–—(:,;"
"""What stands between a text and its translation."""


class Tongue:
    """The language that a form in several languages is made for."""

    def __init__(self, code: str) -> None:
        """``code``: ``de`` or ``en``."""
        self._own, self._others = _against(code)
        self._listed = german() if code == "de" else None

    def own_part(self, text: str) -> str:
        """A text without the translations behind it; empty when all of it is in other languages."""
        found = list(_WORD.finditer(text))
        said = [match[0].lower()[:LONGEST] + ("." if text[match.end() :][:1] == "." else "") for match in found]
        for number in range(1, len(said)):
            apart = bool(_BETWEEN.search(text, found[number - 1].end(), found[number].start()))
            if self._turns(text, found, said, number, apart=apart):
                end = number if apart else self._end(text, found[:number])
                return text[: found[end].start()].rstrip(_BEFORE)
        return "" if said and self._is_strange(said) else text

    def _turns(
        self, text: str, found: Sequence[re.Match[str]], said: Sequence[str], number: int, *, apart: bool
    ) -> bool:
        """Does a translation begin with this word? ``apart``: a sign stands between it and the word before."""
        before, after = said[:number], said[number:]
        if any(self._is_ours(word) for word in after[:2]) or (not apart and self._is_listed(after[0])):
            return False
        goes_on = not apart and text[found[number].start()].islower() and len(before[-1]) < LONG
        if goes_on and before[-1] not in self._own and not _GERMAN.search(before[-1]):
            return False
        return self._is_strange(after) and self._speaks(before, apart=apart)

    def _end(self, text: str, found: Sequence[re.Match[str]]) -> int:
        """Behind which word ours end: „First names“ and „Date“ are on our list, too, but here begin a translation."""
        end = len(found)
        for number in range(len(found) - 1, 0, -1):
            if self._is_ours(found[number][0].lower()):
                break
            start = found[number].start()
            if text[start].isupper() and not text[found[number - 1].end() : start].strip():
                end = number
        return end

    def _is_strange(self, said: Sequence[str]) -> bool:
        """Are words in another language: by their signs, or all unknown, and hardly one of ours?"""
        signs, ours = self._signs(said), sum(self._is_ours(word) for word in said)
        if ours:
            return signs >= 2 and signs > ours and not any(word in self._own for word in said)
        unknown = self._listed is not None and len(said) >= FEW and not any(self._is_listed(word) for word in said)
        return signs > 0 or unknown

    def _signs(self, said: Sequence[str]) -> int:
        """How many words are common in other languages alone or have letters that ours has not."""
        return sum(
            bool(_STRANGE.search(word)) or (len(word) > 1 and word.rstrip(".") in self._others)
            for word in said
            if len(word) < HALF or not self._is_listed(word)
        )

    def _speaks(self, said: Sequence[str], *, apart: bool) -> bool:
        """Do words say something in our language? ``apart``: a sign of punctuation stands behind them."""
        if self._signs(said):
            return False
        return any(self._is_ours(word) for word in said) or (apart and all(self._is_listed(word) for word in said))

    def _is_ours(self, word: str) -> bool:
        """Is a word surely of our language: a common one, a longer one of the list, or made of two of these?"""
        if word in self._own or (self._listed is not None and _GERMAN.search(word)):
            return True
        if word in self._others or _STRANGE.search(word) or len(word) < TELLING or word.endswith("."):
            return False
        cuts = range(HALF, len(word) - HALF + 1)
        return self._is_listed(word) or any(
            self._is_listed(word[cut:]) and self._is_listed(word[:cut].removesuffix("s")) for cut in cuts
        )

    def _is_listed(self, word: str) -> bool:
        """Is a word on our list, or shortened, so that nobody knows?"""
        return self._listed is not None and (word.endswith(".") or word in self._listed)


def tongue_of(texts: Iterable[str]) -> Tongue | None:
    """The language that a form is made for; none when it is in one language, so that no label has to be chosen."""
    said = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    for code in OURS:
        own, others = _against(code)
        ours = sum(times for word, times in said.items() if word in own)
        counts: Counter[str] = Counter()
        for word in said.keys() & others.keys():
            counts.update(dict.fromkeys(others[word], said[word]))
        most = max(counts.values(), default=0)
        if most <= GOOD_PART * ours:
            return Tongue(code) if most >= ENOUGH and most * PART >= ours else None
    return None


@cache
def _against(code: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The common words of a language, and for each common word of others alone in which languages it is one."""
    own = frozenset(COMMON[code].split())
    others: dict[str, tuple[str, ...]] = {}
    for language, listed in COMMON.items():
        for word in listed.split():
            if word not in own:
                others[word] = (*others.get(word, ()), language)
    return own, others
