"""Must a field be filled in? What its label and tooltip say, and what the form says a star means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Star = Literal["required", "optional", "note"]

LONGEST = 60
"""What a star means stands in a text of at most so many words."""
WORDS = 30
"""Longer texts beside a field explain and do not mark it."""
MARKS = 3
"""So many texts that begin with a star are marked labels; fewer are footnotes."""

_MUST = re.compile(
    r"Pflicht(?:feld|angabe|eingabe)|zwingend|unbedingt|erforderlich|auszufüllen|ausgefüllt werden|ausfüllen"
    r"|\brequired\b|\bmandatory\b|\bmust be\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\bkeine? Pflicht|\bnicht (?:zwingend |unbedingt )?(?:erforderlich|notwendig|nötig)|\bnot (?:required|mandatory)"
    r"|freiwillige? Angabe|sind freiwillig|ist freiwillig|\boptional\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"^\W?\*|\*\W{0,3}(?:=|:|(?:sind|ist|bedeutet|gekennzeichnete?n?|markierte?n?|are|is|indicates|denotes|means)\b)"
    r"|\*.*\b(?:gekennzeichnet|markiert|versehen|marked|indicated)|\bStern(?:chen)?\b|\basterisk\b",
    re.IGNORECASE,
)
"""A text that says what a star means, not one that bears a star."""
_ALL_OTHERS = re.compile(
    r"\b(?:alle|all)\b.*(?:Pflicht|erforderlich|required|mandatory).*"
    r"(?:nicht|außer|ausgenommen|unless|except).*(?:freiwillig|optional|voluntary)"
    r"|\b(?:alle|all)\b.*(?:nicht|außer|ausgenommen|unless|except).*(?:freiwillig|optional|voluntary).*"
    r"(?:Pflicht|erforderlich|required|mandatory)",
    re.IGNORECASE,
)
_STARS = re.compile(r"(?<![*])(?P<stars>\*{1,4})(?P<closed>\s?\))?(?![*\w])|^(?P<first>\*{1,4})(?=\s?\w)")
"""Stars that are a mark, or with a bracket a footnote sign; not one inside a word (``Bürger*innen``)."""
_NEEDED = re.compile(
    r"\bPflicht(?:feld|angabe|eingabe)\b|\((?:bitte )?(?:unbedingt|zwingend) (?:ausfüllen|angeben)\)"
    r"|\((?:required|mandatory|erforderlich)\)|\b(?:required|mandatory) field\b|[-–,:]\s*(?:required|mandatory)\.?\s*$"
    r"|^(?:required|mandatory):",
    re.IGNORECASE,
)
"""Not a bare ``required``: ``I am required to file`` is an answer."""
_NOT_NEEDED = re.compile(
    r"\bkeine? Pflicht(?:feld|angabe|eingabe)|\bnot (?:required|mandatory)\)|[-–,:]\s*not (?:required|mandatory)\.?$"
    r"|\b(?:falls|soweit|sofern|wenn)\s+(?:bereits\s+|schon\s+|Ihnen\s+)?(?:vorhanden|bekannt|zutreffend|abweichend)\b"
    r"|\(\s*(?:freiwillig|freiwillige Angaben?|optional|optionale Angaben?|ggf\.?|gegebenenfalls|voluntary"
    r"|wenn möglich)\s*\)"
    r"|\bfreiwillige Angaben?\b|\bAngaben? (?:ist|sind)? ?freiwillig\b|[-–,:]\s*(?:freiwillig|optional)\.?\s*$"
    r"|^(?:(?:optional|freiwillig):|(?:ggf\.|gegebenenfalls)\s)|\bif (?:known|applicable|available)\b"
    r"|\bif any\b(?=\s*(?:[).,:]|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Legend:
    """What a form says about its fields: what a star means, and whether all unmarked fields must be filled in."""

    stars: Mapping[str, Star] = field(default_factory=dict)
    """The meaning of one star, of two, of three …: each is a sign of its own."""
    others: bool = False


def legend_of(texts: Iterable[str]) -> Legend:
    """The legend in the texts of a document. A star without one is missing; a footnote with a star is a ``note``."""
    stars: dict[str, Star] = {}
    others = False
    notes: Counter[str] = Counter()
    for text in texts:
        if len(text) > 12 * LONGEST or len(text.split()) > LONGEST:
            continue
        others = others or bool(_ALL_OTHERS.search(text))
        if not _EXPLAINS.search(text):
            continue
        sign = _sign(text)
        if text.startswith("*") and len(text.split()) >= 4:
            notes[sign] += 1
        if sign in stars:
            continue
        if _FREE.search(text) and not _marks_label(text):
            stars[sign] = "optional"
        elif _MUST.search(text):
            stars[sign] = "required"
    for sign, count in notes.items():
        if count < MARKS:
            stars.setdefault(sign, "note")
    return Legend(stars, others)


def _sign(text: str) -> str:
    """The stars that a text explains: one, where it only speaks of them."""
    found = _STARS.search(text)
    return (found["stars"] or found["first"]) if found is not None else "*"


def _marks_label(text: str) -> bool:
    """Is a text a label with a mark at its end rather than the sentence that explains the mark?"""
    return text.rstrip().endswith("*") and len(text.split()) < 6


def said(texts: Iterable[str], legend: Legend) -> bool | None:
    """Does a field have to be filled in, by its own texts? None when they do not say."""
    known = [text for text in texts if text and len(text.split()) <= WORDS]
    if any(_NOT_NEEDED.search(text) for text in known):
        return False
    if any(_NEEDED.search(text) for text in known):
        return True
    for mark in (mark for text in known for mark in _STARS.finditer(text)):
        sign = mark["stars"] or mark["first"]
        star = legend.stars.get(sign, "note" if mark["closed"] or len(sign) > 1 else "required")
        if star != "note":
            return star == "required"
    return True if legend.others else None
