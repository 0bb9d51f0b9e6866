"""References to German law in running text: *§ 12 Abs. 3 Satz 1 SGB II i. V. m. § 5*, *Artikel 6 DSGVO*."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d+[a-z]?(?:\s?(?:f\.|ff\.)(?!\w))?"
_PART = (
    r"(?:Absatz|Abs\.|Absätze|Satz|Sätze|S\.|Nummer|Nummern|Nr\.|Nrn\.|Buchstabe|Buchst\.|lit\.|Halbsatz|Hs\.|"
    r"Unterabsatz|Alternative|Alt\.|Ziffer|Ziff\.)\s?(?:\d+[a-z]?|[a-z]{1,2}\b)"
)
_HEAD = rf"(?:§{{1,2}}|Art\.|Artikels?|Artikeln|Paragraph(?:en)?|Paragraf(?:en)?)\s?{_NUMBER}"
_JOIN = r"\s?(?:,|und|bis|oder|sowie|–|-|i\.\s?V\.\s?m\.|in Verbindung mit)\s?(?:der\s)?"
_MORE = rf"{_JOIN}(?:{_PART}|{_NUMBER}(?![\d.])(?!\s[A-ZÄÖÜ][a-zäöü]+\b(?!\sBuch))|[a-z](?![\w.]))"
_BOOK = (
    r"(?:Erst|Zweit|Dritt|Viert|Fünft|Sechst|Siebt|Acht|Neunt|Zehnt|Elft|Zwölft|Vierzehnt)e[ns]"
    r"\sBuch(?:e?s)?\s(?:des\s)?Sozialgesetzbuch(?:e?s)?"
)
_NAME = r"[A-ZÄÖÜ][\w-]*(?:gesetz(?:e?s)?|ordnung|gesetzbuch(?:e?s)?|satzung)\b"
_SHORT = r"[A-ZÄÖÜ][A-Za-zäöüß]*(?:G|V|O|GB)\b"
_LAW = rf"(?:(?:\s(?:des|der|dem))?(?:\s[A-ZÄÖÜ]\w+en)?\s(?:{_BOOK}|SGB(?:\s[IVX]+\b)?|{_NAME}|{_SHORT}))?"
_UNIT = rf"{_HEAD}(?:\s?{_PART}|{_MORE})*{_LAW}"
_REFERENCE = re.compile(rf"{_UNIT}(?:{_JOIN}{_UNIT})*")
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
