"""References to German law in running text: *§ 12 Abs. 3 Satz 1 SGB II i. V. m. § 5*, *Artikel 6 DSGVO*."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d+[a-z]?(?:\s?(?:f\.|ff\.)(?!\w))?"
_PART = (
    r"(?:Absatz|Abs\.|Absätze|Satz|Sätze|S\.|Nummer|Nummern|Nr\.|Nrn\.|Buchstabe|Buchst\.|lit\.|Halbsatz|Hs\.|Unterabsatz|"
    r"Alternative|Alt\.|Ziffer|Ziff\.)\s?(?:\d+[a-z]?|[a-z]{1,2}\b)(?:\s?(?:,|und|bis|oder|–|-)\s?(?:\d+[a-z]?)(?![\d.]))*"
)
_HEAD = rf"(?:§{{1,2}}|Art\.|Artikels?|Artikeln|Paragraph(?:en)?|Paragraf(?:en)?)\s?{_NUMBER}"
_MORE = (
    rf"(?:\s?(?:,|und|bis|oder|sowie|–|-|i\.\s?V\.\s?m\.|in Verbindung mit)\s?(?:{_HEAD}|{_PART}|{_NUMBER}(?![\d.])))"
)
_LAW = (
    r"(?:\s(?:des|der)(?:\s[A-ZÄÖÜ]\w+en)?)?"
    r"(?:\s(?:(?:Ersten|Zweiten|Dritten|Vierten|Fünften|Sechsten|Siebten|Achten|Neunten|Zehnten|Elften|Zwölften|Vierzehnten)"
    r"\sBuch(?:e?s)?\s(?:des\s)?Sozialgesetzbuch(?:e?s)?|SGB(?:\s[IVX]+\b)?|[A-ZÄÖÜ]\w*(?:gesetz(?:e?s)?|ordnung|verordnung|gesetzbuch(?:e?s)?|satzung)\b|"
    r"[A-ZÄÖÜ][A-Za-zäöüß]*(?:G|V|O|GB|StG|VfG|GO|DSGVO|AO|BGB|EStG)\b))?"
)
_REFERENCE = re.compile(rf"{_HEAD}(?:\s?{_PART})*(?:{_MORE}(?:\s?{_PART})*)*{_LAW}")
_EACH = re.compile(r"§{1,2}|Art\.|Artikel|Paragra(?:f|ph)")


@dataclass(frozen=True, slots=True)
class Reference:
    """Code points ``start`` to ``end``; ``sections`` counts the §§ in it."""

    start: int
    end: int
    sections: int


def legal_references(text: str) -> list[Reference]:
    """The references to law in a text, in order; neighbours joined by *i. V. m.* or *und* are one."""
    found = []
    for match in _REFERENCE.finditer(text):
        sections = sum(2 if sign == "§§" else 1 for sign in _EACH.findall(match.group()))
        found.append(Reference(match.start(), match.end(), sections))
    return found
