"""Reads the noun paradigms of the package german-nouns (from Wiktionary) and writes each as an inflection class."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.languages.noun_index_de import umlaut

CASES = {"nom": "nominativ", "gen": "genitiv", "dat": "dativ", "acc": "akkusativ"}
NUMBERS = {"sg": "singular", "pl": "plural"}
CELLS = tuple(f"{case}.{number}" for number in NUMBERS for case in CASES)
"""The cells of a paradigm in the order of the data file: singular first; nominative, genitive, dative, accusative."""

_WORD = re.compile(r"[A-ZÄÖÜ][\w'’.-]*\Z")
_NAMES = ("Vorname", "Nachname", "Straßenname")
_SKIPPED = ("Affix", "Gebundenes Lexem", "Buchstabe", "Symbol", "Redewendung", "Wortverbindung", *_NAMES)
_SIBILANTS = ("s", "ß", "x", "z")
_UNCHANGED = ">;>;>;>;;;;"
_OWN = {
    **dict.fromkeys("AO DSGVO IBAN ID InsO KG MwSt PIN PLZ TAN".split(), (f"f:{_UNCHANGED}",)),
    **dict.fromkeys("ALG AsylbLG AsylG AufenthG BAföG BGB EStG SGB StGB UStG".split(), (f"n:{_UNCHANGED}",)),
    **dict.fromkeys("BIC".split(), (f"f:{_UNCHANGED}", f"m:{_UNCHANGED}")),
    **dict.fromkeys("Prozent Promille".split(), ("n:>;>,>s;>;>;>,>e;>,>e;>,>en;>,>e",)),
    "Kita": ("f:>;>;>;>;>s;>s;>s;>s",),
}
"""Words of forms that the package lacks or gives without a plural; our own."""
_LONGEST_CUT = 5
_SHORTEST = 4
_BOTH = re.compile(r"(?:end|ig|beauftragt|ältest|prostituiert)e\Z")
"""*Alleinerziehende* is listed as a woman only, *Konstante* and *Illustrierte* have no other gender."""


def paradigms(path: Path) -> dict[str, tuple[str, ...]]:
    """Lemma to its classes, from ``nouns.csv``. Names of persons, affixes, letters and phrases are left out.

    A class is a gender (``m``, ``f``, ``n``, ``p`` for plural only) and eight cells: ``m:>;>s,>es;…``. A cell holds
    the forms as ``cut>add``, with ``^`` before it where the vowel before the cut becomes an umlaut. A capital gender
    is that of a place or another name. ``a:mf`` is an adjective used as a noun, in these genders.
    """
    found: dict[str, set[str]] = defaultdict(set)
    adjectives: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lemma, pos = row["lemma"], row["pos"]
            if not _WORD.match(lemma) or any(word in pos for word in _SKIPPED):
                continue
            if "adjektivische Deklination" in pos:
                _add_adjective(adjectives, row)
                continue
            found[lemma].update(_classes(row))
    classes = {lemma: tuple(sorted(specs)) for lemma, specs in found.items() if specs}
    for lemma, genders in adjectives.items():
        if "m" in genders or _BOTH.search(lemma):
            genders |= {"f", "m"}
        classes[lemma] = (*classes.get(lemma, ()), f"a:{''.join(sorted(genders))}")
    return classes | _OWN


def _add_adjective(adjectives: dict[str, set[str]], row: Mapping[str, str]) -> None:
    """``Angestellter`` (m) and ``Angestellte`` (f) are one entry ``Angestellte`` with both genders."""
    lemma, gender = row["lemma"], row["genus"]
    ending = {"m": "er", "f": "e", "n": "es"}.get(gender)
    if ending and lemma.endswith(ending):
        adjectives[lemma.removesuffix(ending) + "e"].add(gender)
    elif not gender and lemma.endswith("e"):
        adjectives[lemma].add("f")


def _classes(row: Mapping[str, str]) -> Iterator[str]:
    lemma, pos = row["lemma"], row["pos"]
    name = "Toponym" in pos or "Eigenname" in pos
    numbered = [row[f"genus {number}"] for number in range(1, 5)]
    genders = [row["genus"], *numbered]
    if not any(genders):
        cells = [_cell(row, cell, None) for cell in CELLS]
        if any(cells[4:]) and not any(cells[:4]):
            yield _spec("p", cells, name=name)
        elif "Toponym" in pos and not any(cells):
            genitive = [] if lemma.endswith(_SIBILANTS) else ["s"]
            forms = [[">"], [f">{ending}" for ending in genitive] or [">"], [">"], [">"], [], [], [], []]
            yield _spec("n", forms, name=True)
        return
    several = len(set(filter(None, numbered))) > 1
    for place, gender in enumerate(genders):
        if gender:
            cells = [_cell(row, cell, place if place and several else None) for cell in CELLS]
            if any(cells):
                yield _spec(gender, cells, name=name)


def _cell(row: Mapping[str, str], cell: str, place: int | None) -> list[str]:
    """The forms of a cell as operations on the lemma; of a numbered gender only its own singular forms."""
    case, number = cell.split(".")
    column = f"{CASES[case]} {NUMBERS[number]}"
    names = [column, f"{column}*", *(f"{column} {count}" for count in range(1, 5))]
    if place is not None and number == "sg":
        names = [column, f"{column}*", f"{column} {place}"]
    forms = dict.fromkeys(row[name] for name in names if row[name])
    return [change for form in forms if (change := operation(row["lemma"], form))]


def operation(lemma: str, form: str) -> str | None:
    """How the form is made of the lemma: ``cut>add`` or ``^cut>add``; none where that says nothing."""
    if not _WORD.match(form):
        return None
    plain = _cut(lemma, form)
    with_umlaut = None
    for length in range(len(lemma), 1, -1):
        stem = umlaut(lemma[:length])
        if stem and form.startswith(stem):
            with_umlaut = f"^{lemma[length:]}>{form[len(stem) :]}"
            break
    options = [option for option in (plain, with_umlaut) if option]
    return min(options, key=len) if options else None


def _cut(lemma: str, form: str) -> str | None:
    for length in range(len(lemma), 1, -1):
        if form.startswith(lemma[:length]):
            cut = lemma[length:]
            return f"{cut}>{form[length:]}" if len(cut) <= _LONGEST_CUT else None
    return None


def _spec(gender: str, cells: list[list[str]], *, name: bool) -> str:
    return f"{gender.upper() if name else gender}:{';'.join(','.join(cell) for cell in cells)}"


def first_parts(classes: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What stands before the head in at least two compounds among the lemmas, in lower case: *wohnungs*, *melde*."""
    words = {
        lemma.lower()
        for lemma, specs in classes.items()
        if lemma.isalpha() and any(spec[0].islower() for spec in specs)
    }
    heads = {word for word in words if len(word) >= _SHORTEST}
    found: Counter[str] = Counter()
    for word in words:
        place = next((place for place in range(2, len(word) - 3) if word[place:] in heads), 0)
        found[word[:place]] += 1
    return sorted(part for part, times in found.items() if times > 1 and len(part) >= _SHORTEST)


def lines(classes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The data file: one line for each combination of classes, then its lemmas, sorted."""
    groups: dict[str, list[str]] = defaultdict(list)
    for lemma, specs in classes.items():
        groups["|".join(specs)].append(lemma)
    for spec, lemmas in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        yield f"{spec}\t{' '.join(sorted(lemmas))}"
