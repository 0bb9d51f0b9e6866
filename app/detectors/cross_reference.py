"""Words and signs that send the reader to another place instead of saying what matters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.detectors import Detector, Hit, lexicon
from app.languages import Parsed, word_set
from app.lexicon import Entry
from app.model import Block, Noun

FACTS = frozenset[str]()

_RAISED = "¹²³⁴⁵⁶⁷⁸⁹"
_SIGN = re.compile(rf"[{_RAISED}]|[\d*]\)")
_FOOTNOTE = re.compile(
    rf"(?:(?<=[^\W\d_]{{3}})|(?<=[^\W\d_]{{3}}[\s\u00a0])|(?<=[^\W\d_]{{2}}[.,;:!?)“”\"»])|(?<=[€%]))"
    rf"[{_RAISED}]{{1,2}}\)?(?![\w/])"
    r"|(?<=[a-zäöüß]{3})\d{1,2}\)(?!\w)|(?<=[a-zäöüß]{3})\s?\*{1,3}\)"
)
"""A raised number behind a word of three letters or more, or its full stop: not behind a unit (*m²*). Also *word1)*."""

_MEASURE = re.compile(r"(?:meter|Meter|[-+×·*/=:(]\s?\w+)\Z")
_OPERATOR = re.compile(r"\s?[×·=+/]|\s[-*:]\s")
_NUMBER = r"(?:\d{1,2}[a-z]?(?:\.\d{1,2})*|[IVX]{1,4}|[A-Z]\d?)(?![\w,]*\d|\w)"
_LINK = r"(?:[^\W\d_]+e[mnrs]?\s|[^\W\d_]{2,4}\s){0,3}?"
_QUOTED = r"(?:\s?[„\"»][^“”\"«]{2,60}[“”\"«])?"


class Settings(Noun):
    """``entries`` (from lists) are words that send away; ``footnotes``: whether raised numbers are found as well.

    ``see`` (*siehe*) before a place, ``led_by`` (*unter*) before one of ``parts`` with a number and ``following``
    (*gemäß*) before that or one of ``papers`` send away; so does a preposition of ``within`` before a part or one of
    ``pages`` with a number that a word of ``mentioned`` follows (*in Nummer 3 genannt*), and ``backwards`` before
    such a word (*oben genannt*), in any form.
    """

    entries: tuple[Entry, ...]
    protected: tuple[str, ...] = ()
    footnotes: bool = True
    see: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    backwards: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the words that send away, or the number of the footnote."""
    find = lexicon.compile(lexicon.Settings(entries=settings.entries, protected=settings.protected))
    patterns = _patterns(settings)
    opening = (*settings.see, *settings.led_by, *settings.following, *settings.within, *settings.backwards)
    openers = frozenset(word.lower() for phrase in opening for word in re.findall(r"\w+", phrase)[:1])

    def detect(parsed: Parsed) -> Iterator[Hit]:
        listed: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for hit in find(parsed):
            listed[hit.block.id].append((hit.start, hit.end))
        for block, doc in parsed.docs:
            usable = [] if openers.isdisjoint(word_set(doc)) else patterns
            places = [match.span() for pattern in usable for match in pattern.finditer(block.text)]
            reached = 0
            for start, end in sorted(listed[block.id] + places, key=lambda place: (place[0], -place[1])):
                if start >= reached:
                    reached = end
                    yield Hit(block, start, end)
            if settings.footnotes and _SIGN.search(block.text):
                yield from _footnotes(block)

    return detect


def _patterns(settings: Settings) -> list[re.Pattern[str]]:
    """What the settings say, as patterns of words; none for a list that is empty."""
    mentioned = rf"(?i:{_any(settings.mentioned)})(?:e[mnrs]?)?"
    place = rf"{_any((*settings.parts, *settings.pages))}\s?{_NUMBER}"
    paper = rf"[A-ZÄÖÜ][\w-]*{_QUOTED}(?:,\s{place})?"
    target = rf"{_LINK}(?:{place}(?:,?\s(?:und\s)?{place})*|{paper}|{_any(settings.backwards)}(?!\w))"
    found = []
    if settings.see:
        found.append(rf"(?<![\w.])(?i:{_any(settings.see)})(?:\s?{target}|(?=\s?§))")
    if settings.led_by:
        leading = (*settings.led_by, *settings.following)
        found.append(rf"(?<!\w)(?i:{_any(leading)})\s{_LINK}{_any(settings.parts)}\s?{_NUMBER}")
    if settings.papers:
        found.append(rf"(?<!\w)(?i:{_any(settings.following)})\s{_LINK}{_any(settings.papers)}(?!\w)")
    if settings.within:
        found.append(rf"(?<!\w)(?i:{_any(settings.within)})\s{_LINK}{place}\s{mentioned}(?!\w)")
    if settings.backwards:
        found.append(rf"(?<!\w)(?i:{_any(settings.backwards)})\s?{mentioned}(?!\w)")
    return [re.compile(pattern) for pattern in found]


def _any(words: Iterable[str]) -> str:
    """One of the words; white space in them is any."""
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in sorted(words, key=len)[::-1]) + ")"


def _footnotes(block: Block) -> Iterator[Hit]:
    """The signs of footnotes; in a formula (*Gewicht / Größe²*) a raised number is none."""
    for match in _FOOTNOTE.finditer(block.text):
        before, sign = block.text[: match.start()], match.group()
        if sign[-1] == ")" and before.count("(") > before.count(")"):
            continue
        if sign[0] in "²³" and (_MEASURE.search(before) or _OPERATOR.match(block.text, match.end())):
            continue
        yield Hit(block, match.start(), match.end())
