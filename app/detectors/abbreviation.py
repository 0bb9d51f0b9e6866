"""Abbreviations that the text does not explain: those of a list, and others that look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.detectors import Detector, Hit, lexicon
from app.languages import Language, Parsed
from app.lexicon import Entry
from app.model import Noun

FACTS = lexicon.FACTS | {"instead"}

LAW = "Gesetz"
"""The note of an entry that is the short name of a law: common in references, so only a hint."""

_TWO_CAPITALS = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{0,7}[A-ZÄÖÜ]")
_CAPITALS = re.compile(r"(?<![\w./@&=#:-])[A-ZÄÖÜ]{2,6}(?![\w/@=]|\.\w|-[^A-ZÄÖÜ]|-[A-ZÄÖÜ]{2})")
_LAW = re.compile(
    r"(?<![\w./@&=#-])(?:[A-ZÄÖÜ]{0,2}[A-ZÄÖÜ][a-zäöüß]{1,7})+(?:[A-ZÄÖÜ]{0,2}(?:VO|V|O|G|GB))(?![\w/@=-]|\.\w)"
)
_CITED = re.compile(
    r"(?:§§?|\b(?:Art|Nr|Ziff|Abs)\.|\b(?:Artikel|Nummer|Ziffer|Absatz|Satz|Anlage))\s?[\d.]+[a-z]?\s"
    r"(?P<short>(?:[A-ZÄÖÜ][a-zäöüß]{0,5}){2,})(?![\w/@=-]|\.\w)"
)
_DOTTED = re.compile(r"(?<![\w./@-])(?P<stem>[a-zäöü]{2,9}[^\Waeiouäöüy\d_])\.(?=\s?[,;]|\s+[a-zäöüß\d(])")
_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_NEXT_CAPITALS = re.compile(r"[\W\d]{1,3}[A-ZÄÖÜ]{2,}(?!\w)|[\W\d]{1,3}[A-ZÄÖÜ](?!\w)")
_LAST_CAPITALS = re.compile(r"(?<!\w)[A-ZÄÖÜ]{2,}[\W\d]{1,3}$")
_LONG_FORM = re.compile(r"[\w*\]“\"]\s*(?:\((?:[^()\d§]{0,40}[\s:„,-])?|[–-]\s|,? kurz:? [„\"]?)\Z")
"""What stands between a long form and the short one behind it: *Sozialgesetzbuch (SGB)*."""
_MEANING = re.compile(r"[“\"]?\s?\([^()]{8,}|\s?[:=–]\s[A-ZÄÖÜ]\w{3,}| (?:heißt|bedeutet|steht für)")
"""What stands between a short form and the long one behind it: *SGB: Sozialgesetzbuch*."""
_WORD_BEFORE = re.compile(r"([\w-]+)[\s„\"]+$")


class Settings(Noun):
    """``entries`` (from lists) are the abbreviations; each is reported where it stands first.

    ``exempt`` (from lists) are known to all; with them, other short forms that look like an abbreviation are found as
    well. After one of the words ``codes_after`` capitals name a thing: *Anlage KDU*, *Klasse BE*.
    """

    entries: tuple[Entry, ...]
    exempt: tuple[Entry, ...] = ()
    codes_after: tuple[str, ...] = ()
    protected: tuple[str, ...] = ()


_NEAR = 80
"""Characters before a word that say what it is."""


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; silent when the long form stands in the document as well."""
    find = lexicon.compile(
        lexicon.Settings(entries=settings.entries, protected=settings.protected, once=True, defined=True)
    )
    listed = {word for entry in (*settings.entries, *settings.exempt) for word in re.findall(r"\w+", entry.word)}
    silent = listed | set(settings.protected)
    codes = frozenset(settings.codes_after)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        text = " ".join(block.text for block, _ in parsed.docs)
        folded = text.casefold()
        for hit in find(parsed):
            entry = hit.about.entry
            long_forms = [plain.word.casefold() for plain in entry.plain]
            institution = any(character.isupper() for character in entry.word[1:])
            if institution and (
                _is_explained(entry.word, text) or any(len(form) > 8 and form in folded for form in long_forms)
            ):
                continue
            facts = hit.facts | {"instead": f": {hit.facts['plain']}"}
            yield replace(hit, facts=facts, severity="hint" if entry.note == LAW else None)
        if settings.exempt:
            yield from _unknown(parsed, text, silent, codes)

    return detect


def _unknown(parsed: Parsed, text: str, silent: set[str], codes: frozenset[str]) -> Iterator[Hit]:
    """Short forms that stand in no list, each where it comes first, as hints."""
    seen: set[str] = set()
    for block, doc in parsed.docs:
        if block.text.upper() == block.text:
            continue
        for start, end in sorted({*_capitals(block.text, codes, parsed.language), *_dotted(block.text, parsed)}):
            word = block.text[start:end]
            if word in seen or word.rstrip(".") in silent or _is_explained(word, text):
                continue
            seen.add(word)
            words = doc.char_span(start, end, alignment_mode="expand")
            if words is not None:
                facts = dict.fromkeys(FACTS, "") | {"word": word, "words": []}
                match = lexicon.Match(Entry(word=word, pos="phrase"), (), words[0], words[0], words[-1])
                yield Hit(block, start, end, facts, words[0].sent, match, "hint")


def _capitals(text: str, codes: frozenset[str], language: Language) -> Iterator[tuple[int, int]]:
    """Where words of capitals stand that are no numbers, no codes, no part of a shout, and short names of laws."""
    if _TWO_CAPITALS.search(text) is None:
        return
    for match in _CAPITALS.finditer(text):
        word, before = match.group(), text[max(0, match.start() - _NEAR) : match.start()]
        shouted = _LAST_CAPITALS.search(before) or _NEXT_CAPITALS.match(text, match.end())
        stressed = len(word) > 2 and language.is_word(word.lower())
        named = (last := _WORD_BEFORE.search(before)) is not None and last.group(1) in codes
        if not (shouted or stressed or named or _ROMAN.fullmatch(word)):
            yield match.span()
    for match in _LAW.finditer(text):
        yield match.span()
    for match in _CITED.finditer(text):
        if len(match["short"]) > 2 and not _ROMAN.fullmatch(match["short"]):
            yield match.span("short")


def _dotted(text: str, parsed: Parsed) -> Iterator[tuple[int, int]]:
    """Where words in small letters break off with a full stop: *unvollst.*"""
    for match in _DOTTED.finditer(text):
        if not parsed.language.is_word(match["stem"]):
            yield match.span()


def _is_explained(word: str, text: str) -> bool:
    """Whether the short form stands in brackets behind its long form, or the long form behind the short one."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        whole = not text[end : end + 1].isalnum()
        if whole and _LONG_FORM.search(text[max(0, place - _NEAR) : place]):
            return True
        if not text[place - 1 : place].isalnum() and _MEANING.match(text, end):
            return True
        place = text.find(word, end)
    return False
