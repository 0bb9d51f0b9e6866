"""Names of people and places, and whether they are nothing else: from german-nouns and Faker, for the tags of nouns."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

PEOPLE, PLACES = frozenset(("Vorname", "Nachname")), frozenset(("Toponym",))
_OTHER = frozenset(("Abkürzung", "Buchstabe", "Wortverbindung", "Suffix", "Affix", "Gebundenes Lexem", "Eigenname"))
_CASES = ("lemma", "nominativ", "genitiv", "dativ", "akkusativ")
_SHORTEST = 3
_NOUNS_TOO = frozenset(
    """Alba Alf Angel August Auguste Aurora Baptist Beat Cord Dan Dino Emir Ernst Flora German Gloria Grit Harm Heide
    Holm Horst Inka Iris Jade Jasmin Jean Ken Lore Marine Mark Medina Mentor Merlin Michel Milan Nette Nikolaus Pascal
    Ramadan Roman Romane Rosa Rose Silvester Tara Undine Van Viola Wolf""".split()
)
"""Given names that are words as well."""


def names(table: Path) -> list[str]:
    """The names, sorted; those that are common nouns as well begin with ``~``.

    ``table`` is ``nouns.csv`` of german-nouns. Needs Faker.
    """
    proper: set[str] = set()
    common: set[str] = set()
    with table.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            kinds = set(row["pos"].split(","))
            columns = ("lemma",) if kinds & PEOPLE else _CASES
            forms = {text.strip() for name, text in row.items() if text and name and name.startswith(columns)}
            if kinds & (PEOPLE | PLACES):
                proper |= forms
            elif not kinds & _OTHER:
                common |= forms
    given, family = _people()
    everyone = {name for name in proper | given | family if len(name) >= _SHORTEST and name.isalpha()}
    both = (everyone & common - given) | (everyone & _NOUNS_TOO)
    return sorted(f"~{name}" if name in both else name for name in everyone if name[0].isupper())


def _people() -> tuple[set[str], set[str]]:
    """Given and family names of Germany, Austria and Switzerland."""
    from faker.providers.person import de_AT, de_CH, de_DE

    given: set[str] = set()
    family: set[str] = set()
    for module in (de_AT, de_CH, de_DE):
        provider = module.Provider
        for column in ("first_names", "first_names_male", "first_names_female"):
            given.update(_all(getattr(provider, column, ())))
        family.update(_all(provider.last_names))
    return given, family


def _all(words: Iterable[str]) -> set[str]:
    return set(words)
