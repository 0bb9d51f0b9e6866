"""The index of German nouns: which cells of which paradigms a form can fill, from a table of lemmas and classes."""

from __future__ import annotations

import gzip
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "nouns_de.txt.gz"
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
_LONGEST = 6


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

    def direct(self, form: str, *, names: bool = True) -> tuple[NounReading, ...]:
        """All readings of a form that stands in the index itself; with ``names`` also as the name of a place."""
        found: dict[NounReading, None] = {}
        for cut in range(min(_LONGEST, len(form) - 1) + 1):
            stem, ending = form[: len(form) - cut], form[len(form) - cut :]
            for changed, tail in self.endings.get(ending, ()):
                origin = plain_vowel(stem) if changed else stem
                classes = self.classes.get(origin + tail) if origin else None
                if classes is not None:
                    change = f"{'^' if changed else ''}{tail}>{ending}"
                    for spec in classes.split("|"):
                        if names or spec[0].islower():
                            found.update(dict.fromkeys(in_class(origin + tail, spec, change)))
            if ending in _ADJECTIVE and (classes := self.classes.get(stem + "e")) and "a:" in classes:
                genders = classes.rpartition("a:")[2]
                found.update(dict.fromkeys(as_adjective(stem + "e", ending, genders)))
        return tuple(found)


def in_class(lemma: str, spec: str, change: str) -> list[NounReading]:
    """The cells of a class that this change of the lemma fills; nothing for adjectives."""
    if change not in spec or spec.startswith("a:"):
        return []
    gender = spec[0].lower().replace("p", "")
    cells = spec[2:].split(";")
    return [
        NounReading(lemma, gender, cell[4:], cell[:3])
        for cell, changes in zip(_CELLS, cells, strict=True)
        if change in changes.split(",")
    ]


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


@cache
def nouns() -> NounIndex:
    """The index, read once when it is first needed."""
    classes: dict[str, str] = {}
    endings: dict[str, set[tuple[bool, str]]] = defaultdict(set)
    for line in gzip.decompress(_FILE.read_bytes()).decode().splitlines():
        spec, lemmas = line.split("\t")
        classes.update(dict.fromkeys(lemmas.split(" "), spec))
        for one in spec.split("|"):
            for change in set(one[2:].replace(";", ",").split(",")):
                tail, arrow, ending = change.partition(">")
                if arrow:
                    endings[ending].add((tail.startswith("^"), tail.removeprefix("^")))
    return NounIndex(classes, {ending: tuple(sorted(tails)) for ending, tails in endings.items()})
