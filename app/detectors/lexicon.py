"""Finds the words and phrases of a word list in all their forms, and only where they mean that word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.detectors import Detector, Hit
from app.languages import Form, Language, Parsed, lowers, word_set
from app.lexicon import Entry
from app.model import Block, Noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FACTS = frozenset({"word", "plain", "words", "explain", "note"})

_OR = {"de": " oder ", "en": " or "}
_ARTICLES = frozenset("ein eine einen einem einer a an the".split())
_BETWEEN_EN = frozenset({"DT", "PRP$", "JJ", "CD", "RB"})
"""What may stand between an English light verb and its noun: *make a written application*."""

_OBJECT_EN = frozenset({"NN", "NNS", "NNP", "PRP"})
"""What may also stand there before a preposition: *take your income into consideration*."""

_FARTHEST = 50
"""Words between a verb and what belongs to it; nobody holds a bracket open for longer."""

_IN_BRACKETS = re.compile(r"\s?\(([^()]{1,60})\)")

_CLASSES = {
    "noun": {"noun"},
    "verb": {"verb"},
    "adjective": {"adjective", "adverb"},
    "adverb": {"adverb"},
    "preposition": {"preposition", "adverb", "conjunction", "other"},
    "conjunction": {"conjunction", "adverb", "preposition", "other"},
}


class Settings(Noun):
    """``entries`` and ``protected`` come from lists; ``only`` picks entries to replace or terms to explain.

    ``once``: report a word the first time only. ``defined``: silence when the text explains the word itself.
    """

    entries: tuple[Entry, ...]
    protected: tuple[str, ...] = ()
    only: Literal["replace", "explain", "all"] = "all"
    once: bool = False
    defined: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An entry at a place: ``head`` is the single word or the verb of a light verb, in one of ``forms``."""

    entry: Entry
    forms: tuple[Form, ...]
    head: Token
    first: Token
    last: Token
    particle: Token | None = None
    fixed: tuple[Token, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name of the seam)
    """The detector for these entries; the index of word forms is made once for each language."""
    entries = tuple(entry for entry in settings.entries if _wanted(entry, settings.only))
    indexes: dict[str, _Index] = {}

    def detect(parsed: Parsed) -> Iterator[Hit]:
        index = indexes.get(parsed.language.code)
        if index is None:
            index = indexes[parsed.language.code] = _Index(entries, parsed.language)
        seen: set[str] = set()
        for block, doc in parsed.docs:
            taken = 0
            matches = sorted(index.matches(doc, block.text), key=lambda match: (match.first.i, -match.last.i))
            for match in matches:
                word = match.entry.word
                if match.first.i < taken or _is_fine(match, block, settings.protected):
                    continue
                if _says_it_plainly(match, block.text, parsed.language):
                    continue
                taken = match.last.i + 1
                if (settings.once and word in seen) or (settings.defined and _defined(match, block.text)):
                    seen.add(word)
                    continue
                seen.add(word)
                yield _hit(match, block, parsed.language.code)

    return detect


def _wanted(entry: Entry, only: str) -> bool:
    return only == "all" or (only == "explain") == entry.keep


def _hit(match: Match, block: Block, language: str) -> Hit:
    entry = match.entry
    words = list(dict.fromkeys(plain.word for plain in entry.plain))
    facts = {
        "word": entry.word,
        "plain": _OR[language].join(f"„{word}“" if language == "de" else f'"{word}"' for word in words),
        "words": words,
        "explain": entry.explain or "",
        "note": entry.note or "",
    }
    end = match.last.idx + len(match.last)
    return Hit(block, match.first.idx, end, facts, match.head.sent, match)


def _is_fine(match: Match, block: Block, protected: Iterable[str]) -> bool:
    """Whether the words around make this another meaning, or a protected term covers it."""
    start, end = match.first.idx, match.last.idx + len(match.last)
    for phrase in (*match.entry.unless, *protected):
        reach = len(phrase) + 2
        around = block.text[max(0, start - reach) : end + reach].casefold()
        offset = around.find(phrase.casefold())
        while offset >= 0:
            place = max(0, start - reach) + offset
            if place < end and place + len(phrase) > start:
                return True
            offset = around.find(phrase.casefold(), offset + 1)
    return False


def _defined(match: Match, text: str) -> bool:
    """Whether an explanation follows, as in *Widerspruch (das heißt …)*, or the word itself stands in brackets."""
    after = text[match.last.idx + len(match.last) :][:14].lstrip()
    before = text[: match.first.idx].rstrip()
    return after.startswith(("(", "– das", ", das heißt", ": das", "bedeutet", "means")) or before.endswith("(")


def _says_it_plainly(match: Match, text: str, language: Language) -> bool:
    """Whether a plain word of the entry follows in brackets, in any of its forms: *terminated (ended)*."""
    bracket = _IN_BRACKETS.match(text, match.last.idx + len(match.last))
    if bracket is None:
        return False
    inner = bracket.group(1).strip().casefold()
    for plain in match.entry.plain:
        forms = () if " " in plain.word else language.paradigm(plain.word, match.entry.pos, plain.forms)
        if inner and inner in {plain.word.casefold(), *(form.text.casefold() for form in forms)}:
            return True
    return False


class _Index:
    """All forms of the entries, by their first word in lower case."""

    def __init__(self, entries: Iterable[Entry], language: Language) -> None:
        self.language = language
        self.words: dict[str, list[tuple[Entry, Form]]] = {}
        self.phrases: dict[str, list[tuple[Entry, re.Pattern[str]]]] = {}
        self.light: dict[str, list[tuple[Entry, tuple[str, ...], tuple[Form, ...]]]] = {}
        for entry in entries:
            self._add(entry)
        self.keys = frozenset((*self.words, *self.phrases, *self.light))

    def _add(self, entry: Entry) -> None:
        if entry.pos == "light-verb":
            self._add_light(entry)
        elif " " in entry.word or entry.pos == "phrase":
            opening = re.match(r"\w+\.?", entry.word)
            key = opening.group() if opening else entry.word
            pattern = r"\s*".join(re.escape(part) for part in entry.word.split()) if "." in key else _spaced(entry.word)
            compiled = re.compile(rf"{pattern}(?!\w)", re.IGNORECASE)
            self.phrases.setdefault(key.rstrip(".").lower(), []).append((entry, compiled))
        else:
            for form in self.language.paradigm(entry.word, entry.pos, entry.forms):
                self.words.setdefault(form.text.lower(), []).append((entry, form))

    def _add_light(self, entry: Entry) -> None:
        words = entry.word.split()
        verb, fixed = (words[-1], words[:-1]) if self.language.code == "de" else (words[0], words[1:])
        while fixed and fixed[0].lower() in _ARTICLES:
            fixed = fixed[1:]
        if fixed:
            forms = self.language.paradigm(verb, "light-verb", entry.forms)
            self.light.setdefault(fixed[-1].lower(), []).append((entry, tuple(fixed), forms))

    def matches(self, doc: Doc, text: str) -> Iterator[Match]:
        """All matches in a parse; they may overlap."""
        if self.keys.isdisjoint(word_set(doc)):
            return
        for place, lower in enumerate(lowers(doc)):
            key = lower.split(".", 1)[0]
            if lower not in self.keys and key not in self.phrases:
                continue
            token = doc[place]
            if lower in self.words:
                yield from self._single(token, self.words[lower])
            if key in self.phrases:
                yield from self._phrase(token, text, self.phrases[key])
            if lower in self.light:
                for entry, fixed, forms in self.light[lower]:
                    match = self._light(token, entry, fixed, forms)
                    if match is not None:
                        yield match

    def _single(self, token: Token, candidates: list[tuple[Entry, Form]]) -> Iterator[Match]:
        kind = self.language.word_class(token)
        if self.language.code == "en" and token.text[0].isupper() and not token.is_sent_start:
            return  # part of a name or a title
        by_entry: dict[str, tuple[Entry, list[Form]]] = {}
        for entry, form in candidates:
            wanted = _CLASSES.get(entry.pos)
            if wanted is not None and kind not in wanted and not (entry.pos == "noun" and kind == "other"):
                continue
            if entry.pos == "noun" and self.language.code == "de" and not token.text[0].isupper():
                continue
            if entry.pos == "adverb" and token.dep_ == "pd":
                continue  # *ist selbstverständlich*: what the sentence says, no adverb
            by_entry.setdefault(entry.word + entry.pos, (entry, []))[1].append(form)
        for entry, forms in by_entry.values():
            match = _with_particle(token, entry, forms) if entry.pos == "verb" else None
            if match is not None:
                yield match
            elif entry.pos != "verb" or any(form.particle is None for form in forms):
                whole = tuple(form for form in forms if form.particle is None) or tuple(forms)
                yield Match(entry, whole, token, token, token)

    def _phrase(self, token: Token, text: str, candidates: list[tuple[Entry, re.Pattern[str]]]) -> Iterator[Match]:
        for entry, pattern in candidates:
            found = pattern.match(text, token.idx)
            words = token.doc.char_span(token.idx, found.end(), alignment_mode="expand") if found else None
            if words is not None and _same_case(entry.word, words.text, token):
                yield Match(entry, (), token, words[0], words[-1])

    def _light(self, token: Token, entry: Entry, fixed: tuple[str, ...], forms: tuple[Form, ...]) -> Match | None:
        """The verb near its fixed words, in one stretch without a comma."""
        start = token.i - len(fixed) + 1
        if start < 0 or any(token.doc[start + n].lower_ != word.lower() for n, word in enumerate(fixed[:-1])):
            return None
        if self.language.code == "de" and token.text != fixed[-1] and fixed[-1][0].isupper():
            return None
        words = tuple(token.doc[start : token.i + 1])
        if any(word.is_sent_start for word in words[1:]):
            return None
        if self.language.word_class(words[0]) == "noun" and self._has_preposition(words[0]):
            return None
        known = {form.text.lower() for form in forms}
        for verb in _stretch(words[0], self.language.code):
            if verb.lower_ not in known or self.language.word_class(verb) != "verb":
                continue
            fitting = [form for form in forms if form.text.lower() == verb.lower_]
            split = _with_particle(verb, entry, fitting)
            if split is None and all(form.particle for form in fitting):
                continue
            tokens = sorted({verb, *words, *([split.particle] if split and split.particle else [])}, key=lambda t: t.i)
            kept = split.forms if split else tuple(form for form in fitting if form.particle is None)
            return Match(entry, kept, verb, tokens[0], tokens[-1], split.particle if split else None, words)
        return None

    def _has_preposition(self, noun: Token) -> bool:
        """Whether a preposition governs the noun: *in Kenntnis* is not *Kenntnis*."""
        word = noun
        while not word.is_sent_start and word.i > 0:
            word = word.nbor(-1)
            if word.tag_ not in {"ART", "ADJA", "PPOSAT", "PIAT", "DT", "JJ"}:
                return self.language.word_class(word) == "preposition"
        return False


def _spaced(phrase: str) -> str:
    return r"\s+".join(re.escape(part) for part in phrase.split())


def _same_case(word: str, text: str, token: Token) -> bool:
    """Whether the letters agree in case, but for the first one of a sentence and for all capitals."""
    plain, found = re.sub(r"\s+", "", word), re.sub(r"\s+", "", text)
    if plain == found:
        return True
    return plain[:1].upper() + plain[1:] == found and (token.is_sent_start or token.i == 0 or not plain[:1].isalpha())


def _with_particle(verb: Token, entry: Entry, forms: list[Form]) -> Match | None:
    """*reicht … ein*: the finite verb with its particle later in the clause."""
    if all(form.particle is None for form in forms):
        return None
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FARTHEST)]:
        if token.tag_ == "PTKVZ":
            fitting = tuple(form for form in forms if form.particle == token.lower_)
            if fitting:
                return Match(entry, fitting, verb, verb, verb, token)
    return None


def _stretch(token: Token, language: str) -> list[Token]:
    """The words of the same stretch without a comma, the nearest first; in English the verb stands close before."""
    sent = token.sent
    if language == "en":
        between = _BETWEEN_EN | _OBJECT_EN if token.tag_ == "IN" else _BETWEEN_EN
        place = token.i - 1
        while place > max(sent.start, token.i - 6) and token.doc[place].tag_ in between:
            place -= 1
        return [token.doc[place]] if place >= sent.start else []
    low, high = token.i, token.i
    while low > max(sent.start, token.i - _FARTHEST) and token.doc[low - 1].tag_ not in {"$,", "$("}:
        low -= 1
    while high + 1 < min(sent.end, token.i + _FARTHEST) and token.doc[high + 1].tag_ not in {"$,", "$("}:
        high += 1
    words = [word for word in token.doc[low : high + 1] if word.i != token.i]
    return sorted(words, key=lambda word: abs(word.i - token.i))
