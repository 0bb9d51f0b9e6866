"""References to law in English text: *section 12 of the Housing Act 1996*, *42 U.S.C. § 1396*, *Penal Code § 484*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages.references_de import Reference

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_NUMBER = r"(?:\d+[A-Za-z]{0,3}(?:[.:–-]\d+[A-Za-z]{0,2})*|[IVXLC]+\b)(?:\s?\((?:\d{1,3}|[A-Za-z]{1,4})\))*"
_MORE = rf"(?:(?:,\s|\s?[–-]\s?|,?\s(?:and|or|to)\s){_NUMBER}(?!\w|\s?(?:U\.?\s?S|C\.?\s?F)))*"
_WORD = (
    r"(?:[Ss]ub)?[Ss]ections?\s|[Ss]ecs?\.\s?|\bss?\.?\s?(?=\d)|[Rr]egulations?\s|[Rr]egs?\.\s?|[Aa]rticles?\s|[Aa]rts?\.\s?|"
    r"[Pp]aragraphs?\s|[Pp]aras?\.?\s|[Pp]arts?\s|[Cc]hapters?\s|[Tt]itles?\s|[Ss]chedules?\s|[Rr]ules?\s"
)
_SECTION = rf"(?:§{{1,2}}\s?|{_WORD}){_NUMBER}{_MORE}"
_KINDS = (
    r"(?:Act|Code|Regulations?|Order(?!\s[A-Z])|Laws?|Statutes?|Ordinance|Constitution|Convention|Directive|Treaty|"
    r"GDPR|ECHR)\b"
)
_RULES = r"Rules(?=\s(?:of\s)?\d{4})|Rules\sof\s(?:Civil\s|Criminal\s|Family\s)?(?:Court|Procedure|Evidence)\b"
_SMALL = r"(?:and|of|for|in|on|to|the)\s"
_YEAR = r"(?:\s\([A-Z][^()]{2,40}\))?(?:\s(?:of\s)?(?:1[5-9]|20)\d\d)?"
_PROPER = rf"(?:(?:[A-Z][\w'’.&-]*|\([A-Z][^()]{{2,40}}\)),?\s(?:{_SMALL}){{0,2}})"
_NAME = rf"(?:{_PROPER}{{0,8}}?(?:{_KINDS}|{_RULES}){_YEAR}|(?:[a-z]+\s){{0,3}}treaty\b)"
_OF = r"(?:,?\s(?:of|to|in|under)\s(?:the\s|that\s|this\s|said\s)?|,?\s)"
_OF_LAW = rf"{_SECTION}(?:(?:,?\s(?:of|to|in)\s(?:the\s)?|,\s|\s){_SECTION}){{0,3}}{_OF}{_NAME}"

_TITLE = (
    r"\d+\s?(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.)?|C\.?\s?F\.?\s?R\.?|ILCS|Pa\.?\s?C\.\s?S\.|Del\.\sC\.)"
    rf"(?:\s(?:{_WORD}))?\s?(?:§{{1,2}}\s?|[Ss]ections?\s|[Pp]arts?\s)?{_NUMBER}(?:/[\d.-]+)?{_MORE}"
)
_CHAPTER = (
    r"(?:M\.?\s?)?G\.\s?L\.\s?(?:c\.|ch\.|chapter)\s?\d+[A-Z]?"
    r"(?:,?\s(?:§{1,2}|s\.|ss\.|sec\.|section)\s?\d+\s?[A-Z]{0,2}\b)?"
)
_STATE = (
    r"(?:(?!(?:Under|See|In|By|The|And|Or|To|For|Pursuant|As|Per)\s)(?:[A-Z][\w.&]*,?\s){0,4}"
    r"(?:Code|Stat\.|Statutes|Law|Rev\.\sStat\.)(?:\sAnn\.)?(?:,?\s[A-Z][\w.&]*\s(?:Law|Code))?)"
)
_SHORT = r"\b(?:MCL|MCR|RCW|NRS|ORS|IRC|I\.R\.C\.|C\.R\.S\.|O\.C\.G\.A\.|K\.S\.A\.|N\.J\.S\.A\.|CPR|FPR)"
_CODE = rf"(?:{_STATE}|{_SHORT}),?\s?(?:§{{1,2}}\s?|[Ss]ections?\s|[Ss]ecs?\.\s?){_NUMBER}{_MORE}"
_DOTTED = rf"(?:[A-Z]\w+\sCode|{_SHORT})\s\d+[A-Z]?(?:[.-]\d+[a-z]?)+(?:\s?\(\w{{1,3}}\))*"
_PUBLIC = r"(?:Public\sLaw|Pub\.\s?L\.|P\.L\.)\s?(?:No\.\s?)?\d{1,3}[–-]\d{1,4}"
_SIGN = rf"§{{1,2}}\s?{_NUMBER}{_MORE}"
_UNIT = rf"(?:{_TITLE}|{_CHAPTER}|{_OF_LAW}|{_CODE}|{_DOTTED}|{_PUBLIC}|{_SIGN})"
_JOIN = r"(?:,?\s(?:and|or)\s|,\s|;\s|,?\sas\samended\sby\s)"
_REFERENCE = re.compile(rf"(?<![\w.]){_UNIT}(?:{_JOIN}{_UNIT})*")
_EACH = re.compile(_UNIT)
_TRIGGER = re.compile(
    r"§|\b(?:Act|Code|Law|Statutes?|Stat\.|Order|[Tt]reaty|Constitution)\b|[A-Z]\.?\s?[A-Z]|Regulation|Convention|Directive|Ordinance|Rules"
)
_NOT_LAW = re.compile(
    r"(?:Z[Ii][Pp]|Post(?:al)?|Area|Sort|Country|Bar|Branch|Routing|Tax|Dress|QR|Building|Item|Product)\sCode\b"
)


def legal_references(sent: Words) -> list[Reference]:
    """The references to law in a sentence, neighbours joined by *and* as one; offsets are those of the whole block.

    A law without a section (*the Housing Act 1996*) and a part of the form (*section 3*) are no references.
    """
    text = sent.text
    if _TRIGGER.search(text) is None:
        return []
    found = []
    for match in _REFERENCE.finditer(text):
        if _NOT_LAW.search(match.group()) is None:
            sections = sum(1 for _ in _EACH.finditer(match.group()))
            found.append(Reference(sent.start_char + match.start(), sent.start_char + match.end(), sections))
    return found
