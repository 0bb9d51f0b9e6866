"""Finds labels and tooltips that are names for programs (Text1, undefined_2, txtfKonto) and not words for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from app.detectors import Detector, Hit
from app.detectors.fields import named_fields
from app.languages import Parsed

FACTS = ("field", "label", "read_aloud")

_ALONE = (
    "text ?field|text ?box|textfeld|check ?box|kontrollk(?:ä|ae)stchen|markierfeld|radio ?button|optionsfeld|"
    "combo ?box|kombinationsfeld|list ?box|listenfeld|drop ?down|schaltfl(?:ä|ae)che|dummy ?field ?name|"
    "undefined|untitled|unbenannt"
)
_WITH_NUMBER = "text|feld|field|eingabefeld|formatiertes feld|datumsfeld|numerisches feld|date field|push ?button"
_GLUED_NUMBER = "group|gruppe|list|liste|signature|unterschrift|image|bild|button|date|datum|box|option|fill|tf|fld|cb"
_PREFIX = "txtf?|tf|cbx?|chk|chb|chkbox|ckb|rb|rbtn|rdo|btn|fld|ddl?|cmb|lbl|opt|num|dat|edt"

_PATTERNS = (
    # what form editors call a new field: Textfeld 12, Check Box3, undefined_2, Text1, Group2, Datum1_af_date
    rf"(?i:{_ALONE})[ _-]?[\d._]*",
    rf"(?i:{_WITH_NUMBER})[ _-]?\d[\d._]*",
    rf"(?i:{_GLUED_NUMBER})\d[\d._]*",
    r".*_af_(?:date|image|number).*",
    # a path in the form: topmostSubform[0].Page1[0].f1_01[0], form1.page1.name
    r".*\w\[\d+\].*",
    r"#\w+",
    r"[A-Za-z]\w*\.(?:[A-Za-z]\w*\.)+[A-Za-z]\w+",
    r"[A-Za-z]\w*\d\.[A-Za-z]\w+",
    # a name in a program: txtfKonto, cbx_12, vorname_2, geburtsDatum, AmountRow3, AntragstellerNameVorname
    rf"(?:{_PREFIX})(?:[A-ZÄÖÜ]\w*|_?\d+\w*)",
    r"\S*[A-Za-zÄÖÜäöüß0-9]_(?!(?:in|innen|r|n|e)\b)\S*[A-Za-zÄÖÜäöüß0-9]\S*",
    r"[a-zäöüß]{2,}\d*(?:[A-ZÄÖÜ][a-zäöüß]{2,}\d*)+",
    r"\S*[a-zäöüß](?:Row|Zeile)_?\d+",
    r"(?:[A-ZÄÖÜ][a-zäöüß]+){3,}\d*",
    r"(?:[A-ZÄÖÜ][a-zäöüß]+){2,}\d+",
    # a number that a program drew
    r"\{?[0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\}?",
)
_TECHNICAL = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
_LONGEST = 300
"""Characters; a longer label is text. Keeps the patterns fast on anything."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")


class Settings(BaseModel):
    """``allowed``: labels that look technical but are words where the form is used."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    allowed: tuple[str, ...] = ()


def is_technical(label: str) -> bool:
    """Whether this is a name for programs. What people use is none: IBAN, PLZ, Nr. 5, Antragsteller_in."""
    label = label.strip().rstrip(":*").strip()
    if len(label) > _LONGEST:
        return False
    return _TECHNICAL.fullmatch(label) is not None and _ADDRESS.fullmatch(label) is None


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit for each field whose label or, if that is in order, whose tooltip is a name for programs."""
    allowed = frozenset(label.casefold() for label in settings.allowed)

    def technical(text: str) -> bool:
        return is_technical(text) and text.strip().casefold() not in allowed

    def find(parsed: Parsed) -> Iterator[Hit]:
        for field, label, tooltip in named_fields(parsed.document):
            if field.label_source == "name":
                continue  # a field without a label: another rule
            for block in (label, tooltip):
                if block is not None and technical(block.text):
                    heard = field.tooltip or field.label
                    facts = {"field": field.name, "label": block.text, "read_aloud": technical(heard)}
                    yield Hit(block, 0, len(block.text), facts)
                    break

    return find
