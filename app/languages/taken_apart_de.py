"""Says a long German compound with several words: *Antragsprüfung* as *Prüfung des Antrags*."""

from __future__ import annotations

from app.languages.compounds_de import split
from app.languages.nouns_de import readings

_DEEDS = tuple(
    """
    abrechnung abrechnungen ausstellung ausstellungen beantragung berechnung berechnungen berichtigung berichtigungen
    bewertung bewertungen bewilligung bewilligungen erhöhung erhöhungen ermäßigung ermäßigungen ermittlung ermittlungen
    erstattung erstattungen erteilung festsetzung festsetzungen genehmigung genehmigungen gewährung kürzung kürzungen
    nutzung benutzung prüfung prüfungen rückforderung rückforderungen rückzahlung rückzahlungen senkung senkungen
    übernahme überprüfung überprüfungen verarbeitung verlängerung verlängerungen verwaltung verwendung
    """.split()
)
"""What is done to the first part of the compound."""
_THINGS = frozenset(
    """
    angabe angaben anlage anlagen antrag aufenthalt ausweis beihilfe beitrag beiträge bescheid betriebskosten betrag
    daten einkommen erlaubnis fahrzeug fahrzeuge förderung frist gebühr gebühren gebäude genehmigung grundstück
    grundstücke heizkosten hilfe hilfen kosten leistung leistungen miete mieten mietkosten nachweis pass plan pläne
    rente renten satzung schaden schulden steuer steuern unterlagen verpflichtung verpflichtungen vermögen vertrag
    verträge wohnung wohnungen zahlung zahlungen zulage zulagen zuschuss zuschüsse
    """.split()
)
"""What something is done to; with other first parts (*Jahresabrechnung*) the genitive would say something else."""
_ASKED_FOR = {"antrag": "auf", "anträge": "auf", "antrags": "auf", "anspruch": "auf", "ansprüche": "auf"}
_DEED_ENDINGS = ("ung", "nahme")
_LINKS = ("s", "es", "")
_HISSING = ("s", "ß", "x", "z")
_ARTICLES = {"m": "des", "n": "des", "f": "der"}


def in_words(word: str) -> str | None:
    """The compound in several words with the head in the same form; none where the meaning is not plain to see.

    The head keeps its place and gender, so that article and adjective before it stay as they are.
    """
    seams, _ = split(word)
    if not seams:
        return None
    left, head = word[: seams[-1]], word[seams[-1] :]
    if head in _ASKED_FOR:
        deed = left.removesuffix("s")
        known = deed.endswith(_DEED_ENDINGS) and deed.lower() not in _THINGS and readings(deed)
        return f"{head.capitalize()} {_ASKED_FOR[head]} {deed}" if known else None
    if head not in _DEEDS:
        return None
    owner = _of(left)
    return f"{head.capitalize()} {owner}" if owner else None


def _of(left: str) -> str | None:
    """The first part as a genitive with its article: *der Renten*, *des Antrags*."""
    for link in _LINKS:
        word = left.removesuffix(link)
        if (link and word == left) or not any(word.lower().endswith(thing) for thing in _THINGS):
            continue
        cells = readings(word)
        if any(cell.number == "pl" and cell.case == "gen" for cell in cells) and not any(
            cell.number == "sg" and cell.case == "nom" for cell in cells
        ):
            return f"der {word}"
        genders = {cell.gender for cell in cells if cell.number == "sg" and cell.case == "nom"}
        if len(genders) == 1:
            return _singular(word, genders.pop())
    return None


def _singular(word: str, gender: str) -> str | None:
    if gender == "f":
        return f"der {word}"
    forms = [word + ending for ending in ("s", "es") if ending == "es" or not word.endswith(_HISSING)]
    found = [form for form in forms if any(cell.number == "sg" and cell.case == "gen" for cell in readings(form))]
    return f"{_ARTICLES[gender]} {found[0]}" if found else None
