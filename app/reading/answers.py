"""What kind of answer a field expects: a date, an amount, an IBAN, a signature … read from its label and its kind."""

from __future__ import annotations

import re
from typing import Literal

from app.model import Document, Field

Answer = Literal[
    "yes-no",
    "choice",
    "consent",
    "signature",
    "iban",
    "bic",
    "email",
    "phone",
    "web",
    "birth-date",
    "date",
    "year",
    "time",
    "amount",
    "percent",
    "count",
    "tax-number",
    "insurance-number",
    "plate",
    "reference",
    "postcode",
    "street",
    "place",
    "address",
    "country",
    "nationality",
    "name",
    "organisation",
    "free-text",
    "text",
]
"""``text`` is any short answer, ``free-text`` several lines; ``reference`` any other number or sign of a file."""

TALL, HIGH = 32.0, 56.0
"""A text field of at least this height, in points, has room for several lines; one with its label inside is higher."""
NARROW = 90.0
"""A text field that is not wider, in points, is for one word."""
ENDING = 3
"""After a colon so few words name what is asked."""
LONG = 30
"""Of longer labels only so many words are looked at."""

_YES_NO = re.compile(r"(?:ja|nein|yes|no)\b", re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:einverstanden|willige|stimme|bestätige|versichere|erkläre|ermächtige|bevollmächtige|zur Kenntnis genommen"
    r"|I (?:agree|consent|confirm|declare|certify|authori[sz]e|understand))\b",
    re.IGNORECASE,
)

_W = r"[a-zäöüß]*"
_WORDS: dict[Answer, tuple[str, ...]] = {
    "signature": (
        rf"\b{_W}unterschrift(?:en)?\b",
        r"\b(?:ort\W+)?(?:und )?datum\W*(?:\([^)]*\)\W*)?(?:und )?unterschrift\b",
        r"\bsignatur\b|\bsignatures?\b(?! date)|\bsigned\b(?! at)",
    ),
    "iban": (r"\biban\b",),
    "bic": (r"\bbic\b|\bswift\b",),
    "email": (r"\be-?mail(?:-?adresse)?\b|\bmailadresse\b",),
    "web": (r"\binternetadresse\b|\bweb-?(?:site|seite|adresse)\b|\bhomepage\b|\burl\b",),
    "phone": (
        r"\b(?:telefon|telefax|fax|mobil|mobiltelefon|mobilfunk|handy|rufnummer|tel)(?:-?nummer|-?nr)?\b",
        r"\b(?:tele)?phone\b|\bmobile\b|\bfax\b",
    ),
    "birth-date": (
        r"\bgeburtsdat(?:um|en)\b|\bgeburtstag\b|\b(?:geboren|geb\.) am\b|\bdate of birth\b|\bbirth ?date\b|\bdob\b",
    ),
    "insurance-number": (
        rf"\b{_W}(?:versicherungs|versicherten)-?(?:nummer|nr)\b|\b(?:sozial|renten)-/\w+versicherungsnummer\b",
        r"\bsocial security number\b|\bssn\b|\bnational insurance number\b",
    ),
    "tax-number": (
        r"\bsteuer-?(?:identifikations)?-?(?:nummer|nr|id)\b|\bust-?id\b|\bsteuerliche\W+identifikationsnummer\b",
        r"\bidentifikationsnummer\b|\bidnr\b|\btax(?:payer)? (?:id|identification|number)\b|\bitin\b",
    ),
    "plate": (r"\b(?:kfz|pkw|amtliches)-? ?kennzeichen\b|\blicen[sc]e plate\b",),
    "amount": (
        rf"\b{_W}(?:betrag|beträge|einkommen|einkünfte|einnahmen|ausgaben|kosten|gebühren?|beiträge|miete|lohn|gehalt)\b",
        rf"\b{_W}(?:unterhalt|rente|vermögen|guthaben|kontostand|schulden|entgelt|verdienst|(?<!v)ertrag)\b",
        rf"\bhöhe (?:der|des) {_W}(?:miete|kosten|rente|betrags|lohns|gehalts|unterhalts)\b|\b(?:euro?|usd)\b|€|\$",
        rf"\b{_W}(?:forderung|steuern|summe|zinsen|erstattung)\b|\bin höhe von\b|\bzahlungen\b",
        r"\b(?:amount|income|wages|costs?|fees?|rent|payments?|salary|expenses|refund)\b",
        r"\b(?:dollars|dues|tax(?:es)?(?! office)|credits|contributions?|mortgage|pension|benefits|balance)\b",
        r"\b(?:add|subtract|multiply) (?:lines?|the amounts?)\b",
    ),
    "percent": (r"\bprozent(?:satz)?\b|%|\bv\. ?h\.|\bpercent(?:age)?\b|\bsteuersatz\b",),
    "year": (r"^(?:in welchem )?jahr\W*$|\b(?:bau|geburts|kalender|steuer)jahr\b|\byear of\b|^(?:tax )?year\W*$",),
    "time": (r"\buhrzeit\b|\bum wie viel uhr\b|\btime of (?:day|arrival)\b|\(hh:mm\)",),
    "date": (
        rf"\bort\s*(?:,|/|und)\s*datum\b|\b{_W}datum\b|\btag (?:der|des)\b|\b(?:beginn|ende)\b|\btag\W*$",
        r"\bdate\b|\btt\. ?mm\.|\bmm/?dd|\bdd/?mm|\bwann\b|\bwhen (?:did|will)\b|\bseit\b|\bab dem\b|\bgültig bis\b",
        rf"\b{_W}termin\b|(?:^|[\s,(])(?:am|den|vom|ab|bis zum|seit dem|befristet bis|gültig ab)\W*$",
        r"\b(?:valid until|valid from|expires|expiry|dated|issued on|since)\b",
    ),
    "count": (
        r"\b(?:anzahl|zahl der|wie vielen?|wie oft|stückzahl|wohnfläche|fläche)\b|\bm²|\bqm\b",
        r"\b(?:number of|no\. of|how many|how often|quantity)\b",
    ),
    "postcode": (r"\b(?:plz|postleitzahl|zip(?: code)?|postcode|postal code)\b",),
    "address": (r"\b(?:anschrift|adresse|wohnanschrift|addresse?s?)\b",),
    "street": (r"\bstra(?:ß|ss)e\b|\bhausnummer\b|\bstr\.|\bstreet\b|\bhouse number\b",),
    "nationality": (r"\bstaatsangehörigkeit(?:en)?\b|\bnationalität\b|\bnationality\b|\bcitizenship\b",),
    "country": (r"\b(?:staat|land|geburtsland|herkunftsland|country)\b",),
    "reference": (
        rf"\b{_W}(?:nummer|aktenzeichen|geschäftszeichen|kennziffer|kennzahl)\b|\baz\b|\b{_W}-?(?:nr|id)\b\.?",
        r"\bbankleitzahl\b|\bblz\b|\bsort code\b",
        r"\bnumber\b|\breference\b|\bkennzeichen\b|\bno\.(?! of)|\bip address\b",
    ),
    "organisation": (
        rf"\b{_W}(?:arbeitgeber|behörde|schule|kasse|bank|kreditinstitut|geldinstitut|verein)(?:s|in|e)?\b",
        rf"\b(?:firma|unternehmen|jobcenter|finanzamt|versicherung)\b|\b{_W}gerichts?\b",
        r"\b(?:employer|company|organi[sz]ation|court|tribunal|bank|school|tax office)\b",
    ),
    "place": (r"^state\W*$|\b(?:ort|wohnort|geburtsort|stadt|gemeinde|city|town|place(?: of birth)?|county)\b",),
    "name": (
        rf"\b{_W}namen?\b|\bnames?\b|\b{_W}inhaber(?:in)?\b|\b(?:ansprechpartner|{_W}bearbeiter)(?:in)?\b",
        rf"(?<!de[rs] )(?<!vom )\b(?:antragsteller|vermieter|mieter|ehegatte|ehepartner|{_W}vertreter)(?:in|/-?in)?\b",
        r"^(?:the )?(?:judge|petitioner|plaintiff|defendant|tenant|landlord|applicant|attorney)s?\W*$",
    ),
    "free-text": (
        r"\b(?:begründung|bemerkungen?|erläuter\w+|beschreib\w+|grund|gründe|anmerkungen?|sonstiges|hinweise?)\b",
        r"\b(?:describe|explain|reasons?|notes|comments|details|remarks)\b|\b(?:weil|because)\W*(?:\[\d+\])?$",
    ),
    "text": (
        r"\b(?:familienstand|geschlecht|beruf|anrede|titel|sprache|konfession|kennwort)\b",
        r"\b(?:marital status|gender|occupation)\b",
    ),
}
"""``text`` holds what is asked of a person in other words: „Familienstand des Antragstellers“ asks no name."""
_OWNERS: frozenset[Answer] = frozenset(("organisation", "name"))
"""In English these may only say whose: ``Court address``, ``Employer phone``."""
_ONE_LINE: frozenset[Answer] = frozenset(("count", "name", "date", "year", "reference", "organisation"))
"""Answers that are longer in a high field than the word says."""
_COMPILED = {answer: re.compile("|".join(found), re.IGNORECASE) for answer, found in _WORDS.items()}


def with_answers(document: Document) -> Document:
    """The document, with the kind of answer that each field expects; what its reader knows already, stays."""
    fields = tuple(field.model_copy(update={"answer": field.answer or answer_of(field)}) for field in document.fields)
    return document.model_copy(update={"fields": fields}) if fields else document


def answer_of(field: Field) -> Answer:
    """The kind of answer that a field expects. Where the label says nothing, its shape decides."""
    if field.kind == "signature":
        return "signature"
    if field.kind in {"check", "radio"}:
        return _of_button(field)
    if field.kind in {"combo", "list"}:
        return "choice"
    found = _of_words(field.label) or _of_words(field.tooltip or "")
    width, height = _size(field)
    if height >= TALL and width > NARROW and (found in {None, "text"} or (height >= HIGH and found in _ONE_LINE)):
        return "free-text"
    if found == "free-text" and 0 < width <= NARROW and height < TALL:
        return "text"
    return found or "text"


def _size(field: Field) -> tuple[float, float]:
    """Width and height of a field; zero where it has no place."""
    x0, y0, x1, y1 = field.box or (0.0, 0.0, 0.0, 0.0)
    return x1 - x0, y1 - y0


def _of_button(field: Field) -> Answer:
    answers = [option for option in field.options if option] or [field.label]
    if all(_YES_NO.match(option) for option in answers):
        return "yes-no"
    if len(field.options) < 2 and _CONSENT.search(field.label):
        return "consent"
    return "choice" if len(field.options) > 1 or field.group else "yes-no"


def _of_words(text: str) -> Answer | None:
    """The kind that a label names. What comes first counts; ``Anschrift: Ort`` asks for what stands at the end."""
    short = " ".join(text.split()[:LONG])
    head, colon, end = short.rpartition(":")
    if colon and head and 0 < len(end.split()) <= ENDING and (found := _first(end)) is not None:
        return found
    return _first(short)


def _first(text: str) -> Answer | None:
    """The kind whose words come first in a text; of several at one place the one that is listed first."""
    found = sorted(
        (match.start(), number, answer, match.end())
        for number, (answer, pattern) in enumerate(_COMPILED.items())
        if (match := pattern.search(text)) is not None
    )
    if not found:
        return None
    _, _, first, end = found[0]
    if first in _OWNERS:
        return next((answer for start, _, answer, _ in found if text[end:start] == " "), first)
    return first
