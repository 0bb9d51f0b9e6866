"""What a line break means: does the next line go on with the sentence, or does something new begin?

Lines that a program wrapped are full: the next word had no room. So the width is learnt from breaks that must be
wraps (in mid-sentence, before a small letter), and every other break is measured against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.reading.addresses import ends_with_address, is_opener
from app.reading.hyphens import ready_for

WIDEST = 120
"""A line with more code points was not wrapped by a program for mails or plain text."""

_TAIL = 80
"""How much of a line's end or beginning we look at; longer words are no words."""
_STOP = re.compile(r"[.!?…][\"'“”«»‹›‘’)\]]*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(/.„“\"])(?:[^\W\d_]|abs|nr|bzw|ggf|evtl|vgl|gem|inkl|exkl|ca|tel|str|st|dr|prof|hr|fr|dipl|ing|buchst|"
    r"ziff|lit|rn|lfd|geb|mio|mrd|mind|max|bspw|insb|sog|entspr|einschl|ggü|zzgl|abzgl|eg|ie|mr|mrs|ms|approx|dept|incl)\.$",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(
    r"(?:^|\s)(?:der|die|das|dem|den|des|ein|eine|einen|einem|einer|eines|und|oder|sowie|bzw\.|von|vom|zu|zum|zur|für|mit|"
    r"im|in|ins|am|an|auf|nach|bei|beim|aus|über|unter|durch|gegen|ohne|um|bis|seit|wegen|gemäß|laut|dass|wenn|weil|ob|"
    r"als|wie|per|pro|aller|allen|jeder|jede|jedes|jeden|jedem|mehrere|mehrerer|Ihr|Ihre|Ihren|Ihrem|Ihrer|Ihres|dieser|diese|dieses|diesem|diesen|kein|keine|keinen|sich|nicht|"
    r"the|a|an|of|and|or|to|for|with|by|from|on|at|your|our|this|that|if|is|are)$"
)
_MONTH = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"January|February|March|May|June|July|October|December)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_DAY = re.compile(r"(?:^|\s)\d{1,2}\.$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?] (?=[„\"]?[A-ZÄÖÜ])")
_SENTENCE = 4
"""So many words make a sentence within a line."""
_SALUTATION = re.compile(r"(?:Sehr geehrte|Liebe|Guten (?:Tag|Morgen)|Hallo|Dear )[^.:;]{0,80}[,!]$")


@dataclass(frozen=True, slots=True)
class Flow:
    """How lines were wrapped: at most ``width`` code points long; ``exact`` when each was filled as far as possible."""

    width: int = 0
    """0 when the lines were not wrapped, as far as one can tell."""
    exact: bool = True

    @classmethod
    def of(cls, lines: Sequence[str]) -> Flow:
        """The flow of adjacent lines."""
        certain = [(line, after) for line, after in pairwise(lines) if is_certain_wrap(line, after)]
        if not certain:
            return cls()
        width = max(len(line) for line in lines if len(line) <= WIDEST)
        return cls(width, all(_is_full(line, after, width) for line, after in certain))

    def continues(self, line: str, after: str) -> bool:
        """Whether ``after``, the very next line, goes on with the sentence or paragraph of ``line``."""
        if is_salutation(line) or (ends_with_address(line) and is_opener(after)):
            return False
        if _is_open(line) or _is_reference(line, after) or _breaks_off(line):
            return True
        small = starts_small(after)
        if ends_sentence(line):
            return self._filled(line, after)
        if line.endswith(":"):
            return small or self._filled(line, after)
        if small:
            return len(line.split()) >= 3 or self._filled(line, after)
        return self._filled(line, after) or self._looks_filled(line, after)

    def _filled(self, line: str, after: str) -> bool:
        """Whether the next word had no room on the line."""
        return self.width > 0 and len(line) <= WIDEST and _is_full(line, after, self.width)

    def _looks_filled(self, line: str, after: str) -> bool:
        """The same where we cannot count on it: proportional type, or too few lines to learn the width from."""
        if self.width:
            return not self.exact and 0.7 * self.width <= len(line) <= WIDEST
        return 55 <= len(line) <= WIDEST and (ends_sentence(after) or len(after) >= 55)


def is_certain_wrap(line: str, after: str) -> bool:
    """Whether the break between two lines can only be a wrap: behind *der*, or before a small letter in a sentence."""
    if not (30 <= len(line) <= WIDEST and len(line.split()) >= 4):
        return False
    if _FUNCTION_WORD.search(line[-_TAIL:]):
        return True
    return starts_small(after) and not line.endswith(":") and not ends_sentence(line) and not is_salutation(line)


def continues_over_gap(line: str, after: str) -> bool:
    """Whether a sentence goes on behind blank lines or a page number."""
    return is_certain_wrap(line, after) and len(line) >= 40


def expects_more(line: str) -> bool:
    """Whether a line ends with a word after which no list begins: an article, ``z.``, ``Nr.``"""
    tail = line[-_TAIL:]
    return bool(_FUNCTION_WORD.search(tail) or _ABBREVIATION.search(tail))


def starts_small(text: str) -> bool:
    """Whether the first character, quotation marks and brackets aside, is a small letter."""
    return text.lstrip("„“\"'»«(‚‘[")[:1].islower()


def is_salutation(text: str) -> bool:
    """``Sehr geehrte Frau Weber,``: ends with a comma, but the sentence that follows is a new one."""
    return bool(_SALUTATION.match(text))


def ends_sentence(text: str) -> bool:
    """Whether the text ends with the punctuation of a sentence, not with an abbreviation."""
    tail = text[-_TAIL:]
    return bool(_STOP.search(tail)) and not _ABBREVIATION.search(tail)


def vocabulary_of(text: str) -> frozenset[str]:
    """All words of a text in small letters; the text itself knows best how its words are written."""
    return frozenset(word.casefold() for word in _WORD.findall(text))


def join_lines(lines: Iterable[str], vocabulary: frozenset[str]) -> str:
    """The lines as one line, words that were divided at a line's end made whole."""
    parts: list[str] = []
    for line in lines:
        if parts:
            parts[-1] = ready_for(parts[-1], line, vocabulary)
        parts.append(line)
    return "".join(parts)


def _is_open(line: str) -> bool:
    """Whether a line cannot be the end of anything."""
    return line.endswith((",", "-", "/", "(")) or expects_more(line)


def _breaks_off(line: str) -> bool:
    """Whether a line holds the end of a sentence and the beginning of the next: ``… ist da. Bringen``."""
    if ends_sentence(line) or line.endswith(":") or len(line) > WIDEST:
        return False
    stops = (match.end() - 1 for match in _NEXT_SENTENCE.finditer(line))
    return any(ends_sentence(line[:stop]) and len(line[:stop].split()) >= _SENTENCE for stop in stops)


def _is_reference(line: str, after: str) -> bool:
    """A date or an article of a law that was torn apart: ``3.⏎März``, ``März⏎2026``, ``Art.⏎5``."""
    if not after[:1].isdigit():
        return bool(_DAY.search(line[-_TAIL:]) and _MONTH.match(after))
    return line.endswith("Art.") or bool(_YEAR.match(after) and _MONTH.fullmatch(line.rpartition(" ")[2]))


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the next word had no room; whether programs break it at its hyphen differs, so all of it counts."""
    return len(line) + 1 + len(after.partition(" ")[0]) > width
