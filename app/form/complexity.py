"""How complex a form is, on the scale of RateMyPDF: fourteen dimensions, each with a weight, summed.

The weights are those of RateMyPDF (Steenhuis, Willey, Colarusso 2023, *Beyond Readability with RateMyPDF*), so that
numbers can be compared; more is harder. Three dimensions are measured otherwise: the school grade is the first Wiener
Sachtextformel in German, words are difficult by their frequency, length and build instead of by Dale's English list,
and the length of answers comes from what is asked and from the room for it, which in RateMyPDF is constant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.form.effort import letters_of
from app.languages import Parsed
from app.model import Dimension, Effort, Field, Score

__all__ = ["complexity", "dimensions"]

_RUNNING = frozenset({"paragraph", "item", "hint"})
_GRADE = {"de": "wiener-sachtextformel-1", "en": "flesch-kincaid"}
_CALCULATION = re.compile(
    r"\b(?:berechnen|addieren|subtrahieren|multiplizieren|zusammenrechnen|zählen) Sie\b|\b(?:Zwischen|Gesamt)?summe\b"
    r"|\b(?:abzüglich|zuzüglich|Differenz(?:betrag)?|Saldo|Gesamtbetrag)\b|\bsumme der zeilen?\b"
    r"|\b(?:add|subtract|multiply|divide) (?:the |lines? |boxes |amounts? |this |these )"
    r"|\b(?:sub)?total (?:of|from|amount)\b"
    r"|\bline \d+\w? (?:minus|plus|less)\b|\bgross total\b|\bminus line\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?<!\w)[A-ZÄÖÜẞ]{4,}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_SENSITIVE = frozenset({"iban", "tax-number", "insurance-number"})
_SENSITIVE_WORDS = re.compile(
    r"\b(?:religion|konfession|kirchensteuer|krank|behinder|schwanger|gesundheit|diagnose|pflegegrad|vorstraf|straftat"
    r"|herkunft|gewerkschaft|sexuell|rentenversicherung|sozialversicherungsnummer|race|ethnic|disabilit|pregnan"
    r"|criminal|health|medical|social security|immigration)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:Arbeitgeber|Vermieter|Ärzt|Arzt|Schule|Hausverwaltung|Hochschule|Krankenkasse|Notar|Gutachte|Zeug(?:e|in)"
    r"|employer|landlord|physician|doctor|school|notary|witness)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Scale:
    """One dimension: its weight, what is subtracted first, and its name in both languages."""

    weight: float
    less: float
    de: str
    en: str


_SCALES = {
    "reading-grade": _Scale(10 / 7, 5, "Schulstufe des Textes", "school grade of the text"),
    "calculations": _Scale(2, 0, "Rechnen nötig", "calculation needed"),
    "pages": _Scale(2, 0, "Seiten", "pages"),
    "citations-per-field": _Scale(1.2, 0, "Paragrafen je Feld", "legal citations a field"),
    "fields-per-page": _Scale(1 / 8, 0, "Felder je Seite", "fields a page"),
    "letters-per-field": _Scale(1 / 8, 0, "Zeichen je Antwort", "letters an answer"),
    "sentences-per-page": _Scale(0.05, 0, "Sätze je Seite", "sentences a page"),
    "known-share": _Scale(2, 0, "Anteil: sofort gewusst", "share: known at once"),
    "look-up-share": _Scale(5, 0, "Anteil: nachsehen", "share: to look up"),
    "ask-share": _Scale(10, 0, "Anteil: andere fragen", "share: to ask others for"),
    "compose-share": _Scale(20, 0, "Anteil: selbst formulieren", "share: own words"),
    "passive-share": _Scale(4, 0, "Anteil: Sätze im Passiv", "share: sentences in the passive"),
    "capitals-share": _Scale(10, 0, "Anteil: Wörter in Großbuchstaben", "share: words in capitals"),
    "hard-word-share": _Scale(15, 0, "Anteil: schwere Wörter", "share: hard words"),
    "sensitive-fields": _Scale(0, 0, "Felder mit heiklen Daten", "fields with sensitive data"),
    "third-parties": _Scale(0, 0, "andere Stellen, die nötig sind", "other people or bodies involved"),
}
"""The last two are ours: they are counted and weigh nothing, so that the sum stays comparable."""


def dimensions(
    parsed: Parsed, fields: Sequence[Field], effort: Effort, scores: Sequence[Score]
) -> dict[str, Dimension]:
    """All dimensions by name, each with its value and its points on the common scale; shares are from 0 to 1."""
    code = parsed.language.code
    values = {**_of_text(parsed, len(fields), scores), **_of_fields(parsed, fields, effort)}
    return {
        name: Dimension(
            label=scale.de if code == "de" else scale.en,
            value=round(values[name], 3),
            points=round(scale.weight * max(0.0, values[name] - scale.less), 2),
        )
        for name, scale in _SCALES.items()
    }


def complexity(found: Mapping[str, Dimension]) -> float:
    """The sum of the points, with one decimal: a page with a dozen easy fields has about 8, a hard form 30 and more."""
    return round(sum(one.points for one in found.values()), 1)


def _of_text(parsed: Parsed, fields: int, scores: Sequence[Score]) -> dict[str, float]:
    """What the text asks: the grade only where there is enough of it to tell."""
    language, pages = parsed.language, max(1, parsed.document.pages)
    grade = next((one for one in scores if one.name == _GRADE[language.code]), None)
    sents = [sent for _, sent in parsed.only(_RUNNING).sents() if language.is_sentence(sent)]
    passive = sum(any(not one.state for one in language.passives(sent)) for sent in sents)
    hard = sum(language.fact("traits", sent).get("hard_words", 0.5**0.5) ** 2 - 0.5 for sent in sents)
    cited = sum(
        reference.sections for _, sent in parsed.sents() for reference in language.fact("legal_references", sent)
    )
    texts = [block.text for block in parsed.document.blocks if block.role != "furniture"]
    said = sum(len(_WORD.findall(text)) for text in texts)
    shouted = sum(len(found) for text in texts if len(found := _CAPITALS.findall(text)) > 1)
    return {
        "reading-grade": grade.value if grade and grade.value is not None and grade.reliable else 0.0,
        "pages": float(parsed.document.pages),
        "citations-per-field": cited / max(1, fields),
        "sentences-per-page": len(sents) / pages,
        "passive-share": passive / max(1, len(sents)),
        "capitals-share": shouted / max(1, said),
        "hard-word-share": hard / max(1, sum(sum(map(_is_word, sent)) for sent in sents)),
        "calculations": float(any(map(_CALCULATION.search, texts))),
    }


def _of_fields(parsed: Parsed, fields: Sequence[Field], effort: Effort) -> dict[str, float]:
    """What the answers ask; fields of the office do not count among the shares."""
    works = Counter(one.work for one in effort.fields if one.work != "office")
    asked = max(1, works.total())
    labels = [" ".join(filter(None, (field.label, field.group))) for field in fields]
    return {
        "fields-per-page": len(fields) / max(1, parsed.document.pages),
        "letters-per-field": sum(map(letters_of, fields)) / max(1, len(fields)),
        "known-share": works["known"] / asked,
        "look-up-share": works["look-up"] / asked,
        "ask-share": works["ask"] / asked,
        "compose-share": works["compose"] / asked,
        "sensitive-fields": float(_count(fields, labels, _SENSITIVE_WORDS, lambda one: one.answer in _SENSITIVE)),
        "third-parties": float(len({found.lower() for label in labels for found in _OTHERS.findall(label)})),
    }


def _count(
    fields: Sequence[Field], labels: Sequence[str], words: re.Pattern[str], sure: Callable[[Field], bool]
) -> int:
    return sum(sure(field) or bool(words.search(label)) for field, label in zip(fields, labels, strict=True))


def _is_word(token: object) -> bool:
    return str(token)[:1].isalpha()
