"""The index of German nouns: which cells of which paradigms a form can fill, from a table of lemmas and classes."""

from __future__ import annotations

import gzip
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_CELLS = tuple(f"{case}.{number}" for number in ("sg", "pl") for case in ("nom", "gen", "dat", "acc"))
_ADJECTIVE = {
    "e": "nom.m nom.f nom.n acc.f acc.n nom.p acc.p",
    "en": "gen.m gen.f gen.n dat.m dat.f dat.n acc.m nom.p gen.p dat.p acc.p",
    "er": "nom.m gen.f dat.f gen.p",
    "em": "dat.m dat.n",
    "es": "nom.n acc.n",
}
"""Strong and weak cells of an adjective by its ending; ``p`` is the plural, which has no gender."""
_UMLAUT = str.maketrans("äöüÄÖÜ", "aouAOU")
_TO_UMLAUT = str.maketrans("aouAOU", "äöüÄÖÜ")
_LONGEST = 4
_SHARED = 150
"""A change of the lemma that fewer words share is looked up by form."""
_START = (0, 1, 2, 3, 4, 4, 5)
_MET = 20_000


@dataclass(frozen=True, slots=True)
class NounReading:
    """One cell that a form of a noun can fill.

    ``gender`` is m, f or n, empty for nouns without a singular; ``number`` sg or pl; ``case`` nom, gen, dat or acc.
    The lemma of an adjective used as a noun ends in -e: *Angehörige* for *des Angehörigen* and *Angehöriger*.
    """

    lemma: str
    gender: str
    number: str
    case: str


@dataclass(frozen=True, slots=True)
class NounIndex:
    """Lemmas with their classes, and how to get from an ending back to the lemma.

    A class is written as in ``training/noun_rows.py``: ``m:>;>s;>;>;^>e;…``.
    """

    classes: dict[str, str]
    """Lemma to its classes, joined by ``|``."""
    endings: dict[str, tuple[tuple[bool, str], ...]]
    """What a form ends in, to (vowel changed, what the lemma has instead)."""
    rare: dict[str, tuple[tuple[str, str], ...]]
    """Forms made by a change that few lemmas share, to (lemma, change): *Museen*, *Themata*."""
    starts: frozenset[str]
    """How the lemmas begin, in lower case and without umlauts: five letters, of short ones those that never change."""
    met: dict[str, tuple[NounReading, ...]]
    """Forms of words of the index met before. Words that are not in it are never kept."""

    def direct(self, form: str) -> tuple[NounReading, ...]:
        """All readings of a form of a word in the index; as the name of a place only where it is nothing else."""
        if (known := self.met.get(form)) is not None:
            return known
        found: dict[NounReading, None] = {}
        for cut in range(min(_LONGEST, len(form) - 1) + 1):
            stem, ending = form[: len(form) - cut], form[len(form) - cut :]
            for changed, tail in self.endings.get(ending, ()):
                origin = plain_vowel(stem) if changed else stem
                if origin and (classes := self.classes.get(origin + tail)) is not None:
                    change = f"{'^' if changed else ''}{tail}>{ending}"
                    found.update(dict.fromkeys(in_classes(origin + tail, classes, change)))
            if ending in _ADJECTIVE and "a:" in (classes := self.classes.get(stem + "e", "")):
                found.update(dict.fromkeys(as_adjective(stem + "e", ending, classes.rpartition("a:")[2])))
        for lemma, change in self.rare.get(form, ()):
            found.update(dict.fromkeys(in_classes(lemma, self.classes[lemma], change)))
        nouns = tuple(one for one in found if not self.is_name(one.lemma))
        readings = nouns or tuple(found)
        if readings and len(self.met) < _MET:
            self.met[form] = readings
        return readings

    def may_begin(self, letters: str) -> bool:
        """Whether a word of the index may begin with these five letters (in lower case), whatever its ending."""
        plain, starts = letters.translate(_UMLAUT), self.starts
        return plain in starts or plain[:4] in starts or plain[:3] in starts

    def is_name(self, lemma: str) -> bool:
        """Whether this lemma is only the name of a place, a river, a firm."""
        classes = self.classes.get(lemma, "")
        return classes != "" and all(spec[0].isupper() for spec in classes.split("|"))


def in_classes(lemma: str, classes: str, change: str) -> list[NounReading]:
    """The cells of these classes that this change of the lemma fills; nothing for adjectives."""
    if change not in classes:
        return []
    return [NounReading(lemma, *cell) for spec in classes.split("|") for cell in cells_in(spec, change)]


@cache
def cells_in(spec: str, change: str) -> tuple[tuple[str, str, str], ...]:
    """Gender, number and case of the cells of a class that a change fills."""
    if spec.startswith("a:"):
        return ()
    gender = spec[0].lower().replace("p", "")
    cells = spec[2:].split(";")
    return tuple(
        (gender, cell[4:], cell[:3])
        for cell, changes in zip(_CELLS, cells, strict=True)
        if change in changes.split(",")
    )


def as_adjective(lemma: str, ending: str, genders: str) -> list[NounReading]:
    """The strong and weak cells of an adjective used as a noun, in these genders."""
    found = []
    for cell in _ADJECTIVE[ending].split():
        case, gender = cell.split(".")
        if gender in genders:
            found.append(NounReading(lemma, gender, "sg", case))
        elif gender == "p":
            found.extend(NounReading(lemma, one, "pl", case) for one in genders if one != "n")
    return found


def plain_vowel(stem: str) -> str | None:
    """The stem with its last vowel, an umlaut, taken back: ``Anträg`` to ``Antrag``; none where it is no umlaut."""
    for place in range(len(stem) - 1, -1, -1):
        if stem[place] in "äöüÄÖÜ":
            return stem[:place] + stem[place].translate(_UMLAUT) + stem[place + 1 :]
        if stem[place].lower() in "aeio" or (stem[place] == "u" and stem[place - 1 : place].lower() != "ä"):
            return None
    return None


def umlaut(stem: str) -> str | None:
    """The stem with its last vowel changed: ``Antrag`` to ``Anträg``, ``Haus`` to ``Häus``; none where it has none."""
    for place in range(len(stem) - 1, -1, -1):
        if stem[place].lower() in "aou":
            diphthong = stem[place] == "u" and place > 0 and stem[place - 1].lower() == "a"
            vowel = place - 1 if diphthong else place
            return stem[:vowel] + stem[vowel].translate(_TO_UMLAUT) + stem[vowel + 1 :]
        if stem[place].lower() in "eiäöüy":
            return None
    return None


@cache
def nouns() -> NounIndex:
    """The index, read once when it is first needed."""
    classes: dict[str, str] = {}
    users: dict[str, list[list[str]]] = defaultdict(list)
    for line in gzip.decompress((_DATA / "nouns_de.txt.gz").read_bytes()).decode().splitlines():
        spec, words = line.split("\t")
        lemmas = words.split(" ")
        classes.update(dict.fromkeys(lemmas, spec))
        for change in {change for one in spec.split("|") for change in one[2:].replace(";", ",").split(",")}:
            if ">" in change:
                users[change].append(lemmas)
    endings: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    rare: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for change, groups in users.items():
        tail, _, ending = change.partition(">")
        changed, tail = tail.startswith("^"), tail.removeprefix("^")
        if sum(map(len, groups)) >= _SHARED:
            endings[ending].append((changed, tail))
            continue
        for lemma in (lemma for lemmas in groups for lemma in lemmas):
            stem = lemma[: len(lemma) - len(tail)]
            rare[((umlaut(stem) or stem) if changed else stem) + ending].append((lemma, change))
    return NounIndex(
        classes,
        {ending: tuple(tails) for ending, tails in endings.items()},
        {form: tuple(sources) for form, sources in rare.items()},
        frozenset(lemma[: _START[min(len(lemma), 6)]].lower().translate(_UMLAUT) for lemma in classes),
        {},
    )


@cache
def first_parts() -> frozenset[str]:
    """What stands before the head of compounds, in lower case, read once when it is first needed."""
    return frozenset(gzip.decompress((_DATA / "first_parts_de.txt.gz").read_bytes()).decode().split())
