"""What the forms look like: fonts, sizes and colours of each publisher, and the paragraphs set in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

LEFT, RIGHT, TOP, BOTTOM = 56.0, 539.0, 800.0, 62.0
"""The text area of an A4 page in points."""

Kind = Literal["text", "bold", "hint", "label", "option", "title", "subtitle", "heading", "cell", "head"]


@dataclass(frozen=True, kw_only=True)
class Design:
    """One house style. Sizes in points."""

    regular: str
    bold: str
    size: float
    label: float
    hint: float
    box: float
    """Height of a text field of one line."""
    gap: float
    """Space between two elements."""
    accent: Color
    shade: Color
    justified: bool

    def style(self, kind: Kind, language: str) -> ParagraphStyle:
        """The paragraph style for a kind of text; running text is hyphenated where it is justified."""
        size = {
            "text": self.size,
            "bold": self.size,
            "option": self.size,
            "hint": self.hint,
            "label": self.label,
            "cell": self.label,
            "head": self.label,
            "title": self.size + 6,
            "subtitle": self.size + 1,
            "heading": self.size + 1,
        }[kind]
        bold = kind in {"bold", "title", "heading", "head"}
        running = kind in {"text", "hint"} and self.justified
        hyphens = {"hyphenationLang": {"de": "de_DE", "en": "en_GB"}[language]} if running else {}
        return ParagraphStyle(
            kind,
            fontName=self.bold if bold else self.regular,
            fontSize=size,
            leading=size * 1.27,
            alignment=TA_JUSTIFY if running else TA_LEFT,
            splitLongWords=0,
            hyphenationMinWordLength=7,
            **hyphens,
        )

    def paragraph(self, text: str, kind: Kind, language: str) -> Paragraph:
        """``text``, ready to be measured and drawn."""
        return Paragraph(escape(text), self.style(kind, language))


INK = HexColor(0x1A1A1A)
FIELD_FILL = HexColor(0xF2F6FB)
FIELD_EDGE = HexColor(0x5A6472)

DESIGNS = {
    "town": Design(
        regular="Helvetica",
        bold="Helvetica-Bold",
        size=9.2,
        label=7.6,
        hint=7.2,
        box=15.5,
        gap=5.5,
        accent=HexColor(0x2F5D3A),
        shade=HexColor(0xE3EBE4),
        justified=True,
    ),
    "county": Design(
        regular="Times-Roman",
        bold="Times-Bold",
        size=10.4,
        label=8.8,
        hint=8.2,
        box=16.0,
        gap=6.5,
        accent=HexColor(0x1F3F6E),
        shade=HexColor(0xE2E8F1),
        justified=True,
    ),
    "plain": Design(
        regular="Helvetica",
        bold="Helvetica-Bold",
        size=11.5,
        label=10.5,
        hint=10.0,
        box=20.0,
        gap=9.0,
        accent=HexColor(0x14506B),
        shade=HexColor(0xE6F0F4),
        justified=False,
    ),
}
"""The design of each publisher's forms."""
