"""Several words for one thing in one text: the reader looks for a difference that is not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens, lexicon
from app.languages import Language, Parsed, lowers, tags
from app.lexicon import Entry
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"word", "usual"})

_SHORTEST = 4
"""Letters of a part of a compound."""
_BESIDE = frozenset({"ART", "ADJA", "PPOSAT", "PDAT", "APPRART", "APPR", "CARD"})
_FAR = 4
"""Sentences after which another word is hardly meant to take up the first one."""


class Settings(Noun):
    """``entries`` (from lists): each names in ``plain`` the words that mean the same as its ``word``.

    Words with a hyphen before them count as the last part of compounds only: *-ausweis*, *-karte*.
    A word of the ``loose`` groups (named by their ``word``) may mean something else: it counts only with one of
    ``articles`` (*die*, *diese*) before it and no genitive behind it (*die Summe der Kosten*), a few sentences behind
    the other one, and where no sentence has both. Of the ``loosest`` groups it must be one of ``pointers`` (*diese*).
    """

    entries: tuple[Entry, ...]
    protected: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    loosest: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Use:
    """A word of a group at a place; ``number`` counts the sentences of the text."""

    word: str
    hit: Hit
    number: int
    definite: bool


Uses = dict[str, list[_Use]]
"""The uses of each word of a group, in text order."""


class _Groups:
    """Which words mean the same, with the forms of each."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.of: dict[str, str] = {}
        self.members: list[Entry] = []
        for entry in entries:
            plain = [Entry(word=one.word, pos=entry.pos, forms=one.forms, unless=entry.unless) for one in entry.plain]
            self.members += [entry, *plain]
            self.of |= dict.fromkeys([entry.word, *(one.word for one in plain)], entry.word)
        self._parts: dict[str, list[str]] = {}
        self._bases: dict[str, str] = {}

    def base(self, word: str) -> str:
        """*Formular* for *Antragsformular*: a longer word with a word of its group at the end is that word."""
        if word not in self._bases:
            mine = (one for one, group in self.of.items() if group == self.of[word])
            self._bases[word] = min((one for one in mine if word.lower().endswith(one.lower())), key=len)
        return self._bases[word]

    def compounds(self, word: str, language: Language) -> Iterator[tuple[tuple[str, str], str]]:
        """The ways to read a word as a compound with a word of a group: the group with the other part, and the word."""
        lower, parts = word.lower(), self._forms(language)
        for place in range(_SHORTEST - 1, len(lower) - _SHORTEST + 2):
            first, last = lower[:place], lower[place:]
            for member in parts.get(last, ()) if len(first) >= _SHORTEST else ():
                yield (self.of[member], f"{first}-"), member
            for member in parts.get(first) or parts.get(first.removesuffix("s")) or []:
                if not member.startswith("-") and len(last) >= _SHORTEST:
                    yield (self.of[member], f"-{last}"), member

    def _forms(self, language: Language) -> dict[str, list[str]]:
        """The words that each form of a noun may belong to, made once."""
        if not self._parts:
            for entry in self.members:
                if entry.pos == "noun" and " " not in entry.word:
                    word = entry.word.removeprefix("-").capitalize()
                    for form in language.paradigm(word, entry.pos, entry.forms):
                        self._parts.setdefault(form.text.lower(), []).append(entry.word)
        return self._parts


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; where a text uses several words of a group, it marks the first of each rarer one.

    Compounds count where all but the word of the group is the same: *Mülltonne* and *Müllbehälter*.
    """
    groups = _Groups(settings.entries)
    single = tuple(entry for entry in groups.members if not entry.word.startswith("-"))
    find = lexicon.compile(lexicon.Settings(entries=single, protected=settings.protected))
    loosest, loose = frozenset(settings.loosest), frozenset(settings.loose) | frozenset(settings.loosest)
    articles, pointers = frozenset(settings.articles), frozenset(settings.pointers)

    def uses(parsed: Parsed) -> Iterator[tuple[tuple[str, str], _Use]]:
        numbers = {(block.id, sent.start): number for number, (block, sent) in enumerate(parsed.sents())}
        taken = set()
        for hit in find(parsed):
            match: lexicon.Match = hit.about
            taken.add((hit.block.id, match.last.i))
            number = -1 if hit.sent is None else numbers.get((hit.block.id, hit.sent.start), -1)
            word = groups.base(match.entry.word)
            group = groups.of[word]
            known = _is_definite(match.first, pointers if group in loosest else articles)
            plain = all(one.dep_ != "ag" for one in match.last.rights)
            yield (group, ""), _Use(word, hit, number, known and plain)
        read: dict[str, list[tuple[tuple[str, str], str]]] = {}
        for (block, sent), number in zip(parsed.sents(), numbers.values(), strict=True):
            words, tagged = lowers(sent.doc), tags(sent.doc)
            for place in range(sent.start, sent.end):
                lower = words[place]
                if len(lower) < 2 * _SHORTEST or tagged[place] != "NN" or (block.id, place) in taken:
                    continue
                if lower not in read:
                    read[lower] = list(groups.compounds(lower, parsed.language))
                for key, word in read[lower]:
                    token = sent.doc[place]
                    yield key, _Use(word, hit_tokens(block, token, token), number, definite=True)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        found: dict[tuple[str, str], Uses] = defaultdict(lambda: defaultdict(list))
        for key, use in uses(parsed):
            found[key][use.word].append(use)
        marked = set()
        for (group, other), words in found.items():
            for use, usual in _strange(words, near=group in loose and not other):
                place = use.hit.block.id, use.hit.start
                if place not in marked:
                    marked.add(place)
                    facts = {"word": use.hit.block.text[use.hit.start : use.hit.end], "usual": usual}
                    yield Hit(use.hit.block, use.hit.start, use.hit.end, facts, use.hit.sent)

    return detect


def _strange(words: Uses, *, near: bool) -> Iterator[tuple[_Use, str]]:
    """The first use of each rarer word, with the usual one; of words that count only ``near``, the first that does."""
    usual = max(words, key=lambda word: len(words[word]))
    if near:
        yield from _taken_up(words)
        return
    for word, rare in words.items():
        fresh = next((use for use in rare if not _explains(use)), None)
        if word != usual and fresh is not None:
            yield fresh, usual


def _taken_up(words: Uses) -> Iterator[tuple[_Use, str]]:
    """The first use that takes up another word of the group, a few sentences before; none where a sentence has two."""
    ordered = sorted((use for uses in words.values() for use in uses), key=lambda use: (use.number, use.hit.start))
    if any(one.number == two.number and one.word != two.word for one, two in pairwise(ordered)):
        return
    for one, two in pairwise(ordered):
        if one.word != two.word and two.definite and two.number - one.number <= _FAR and not _explains(two):
            yield two, one.word
            return


def _explains(use: _Use) -> bool:
    """Whether the word stands alone in brackets, or has a bracket behind it: *Abschriften (Kopien)*."""
    text, start, end = use.hit.block.text, use.hit.start, use.hit.end
    return text[:start].endswith("(") or text[end : end + 2] == " ("


def _is_definite(token: Token, articles: frozenset[str]) -> bool:
    """Whether an article or the like before the word shows that the reader knows the thing: *die gleiche Adresse*."""
    first = token
    while first.i > first.sent.start and first.nbor(-1).tag_ in _BESIDE:
        first = first.nbor(-1)
        if first.lower_ in articles:
            return True
    return False
