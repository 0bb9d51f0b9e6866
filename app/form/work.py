"""What kind of work an answer is: known at once, to look up, to ask for, to write in own words, to sign.

The kinds are those of Jarrett and Gaffney, *Forms that work* (2008): slot-in, gathered, third-party and created
answers. A signature, and what one declares or agrees to, is a kind of its own: it costs a decision, no search.
"""

from __future__ import annotations

import re

from app.languages.form_parts import Part
from app.model import Field, Work

__all__ = ["work_of"]

_W = r"[a-zäöüß]*"
_SIGN = re.compile(
    rf"\b{_W}unterschrift(?:en)?\b(?! (?:des|der) Zeug)|\b(?:firmen)?stempel\b|\bsignature\b|\binitials\b"
    r"|\b(?:ich|wir) (?:\w+ )?(?:versicher|erklär|bestätig|stimm|willig|ermächtig|bevollmächtig"
    r"|verpflicht|beauftrag)\w*"
    r"|\bhabe\w? [^.]{0,80}(?:zur Kenntnis genommen|gelesen und verstanden)\b|\beinverstanden\b"
    r"|\bHiermit (?:beantrage|erkläre)"
    r"|\bI (?:hereby )?(?:agree|consent|certify|declare|swear|affirm|acknowledge|authori[sz]e|understand)\b",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(
    rf"\b{_W}(?:begründung|bemerkung|erläuterung|schilderung|darstellung)(?:en)?\b|\b(?:kurze "
    rf"|genaue )?{_W}beschreibung\b"
    r"|\b(?:beschreiben|schildern|erläutern|begründen|erklären) Sie|\bsachverhalt\b|\bhergang\b"
    r"|\bsonstige (?:angaben|hinweise)"
    r"|\b(?:weitere|ergänzende|zusätzliche) (?:angaben|hinweise|informationen)\b|\bwarum\b|\bweshalb\b|\bgründe?\b"
    r"|\bart und umfang (?:der|des) (?:tätigkeit|belastung|arbeiten|vorhabens|maßnahme|nutzung|veranstaltung)"
    r"|\bwelche (?:maßnahmen|anstrengungen|folgen|auswirkungen)|\bangelegenheit\b|\bzweck\b"
    r"|\b(?:describe|explain|reasons?|why|details|remarks|comments|statement of facts|narrative|because)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(
    rf"\b{_W}(?:arbeitgeber|vermieter|gläubiger|versicherer|träger|hausverwaltung|eigentümer|kontoinhaber|verkäufer)"
    r"(?:s|in|innen|n)?\b|\b(?:andere[nr]?|leibliche[nr]?|getrennt lebende[nr]?) (?:elternteil|vater|mutter|eltern)\w*"
    r"|\b(?:unfall)?gegner\w*|\bdritte[nr]?\b|\bsonstige[nr]? personen?\b|\bmitbewohner\w*"
    r"|\b(?:employer|landlord|creditor|plaintiff|other parent|opposing party|defendant|respondent)(?:'s|’s)?\b",
    re.IGNORECASE,
)
_ONLY_THEY_KNOW = re.compile(
    r"\bbetriebsnummer\b|\bbetriebs-?nr\b|\bgläubiger-?id|\bgläubiger-?identifikation|\bmandatsreferenz\b"
    r"|\b(?:ärztliche|fachärztliche)\w* (?:bescheinigung|diagnose|stellungnahme)\b|\bdiagnose\b|\bdienstsiegel\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    rf"\b{_W}(?:nummer|aktenzeichen|geschäftszeichen|kennzeichen|kennzahl)(?:n)?\b|\b\w+-?nr\b|\baz\b"
    rf"|\bfläche\b|\bm²|\bqm\b"
    r"|\bquadratmeter\b|\bbaujahr\b|\b(?:kilometer|zähler)stand\b|\bgewicht\b|\bleistung in\b|\bhubraum\b|\bkw\b"
    rf"|\b{_W}(?:stunden|wochenstunden|arbeitszeit)\b|\bentfernung\b|\b(?:in|mtl\.?|monatlich\w*) (?:euro?"
    rf"|€)|\beuro?\b|€"
    r"|\b(?:spareinlagen|konten|geldanlagen|vermögen|wertpapiere|bargeld|sonderzahlungen|raten|prozentsatz|stimmen)\b"
    r"|\bdiese[rn]? (?:betrag|summe)\b|\bkontostand\b|\bwert\b|\brestschuld\b|\bnetto\b|\bbrutto\b"
    r"|\b(?:number|no\.|amount|value|balance|mileage|gains?|losses|distributions|visa|line \d+)\b|\$",
    re.IGNORECASE,
)
_BY_HEART = re.compile(
    r"\bhaus-?(?:nummer|nr)\b|\b(?:telefon|mobil|fax|handy|ruf)\w*-?(?:nummer|nr)\b|\b(?:anzahl|zahl der|wie viele?)\b"
    r"|\b(?:apartment|apt\.?|house|unit|phone|fax|telephone|cell) ?(?:number|no\.?)?\b|\bnumber of\b|\bhow many\b",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"^\W*(?:(?:ort\W*)?(?:und |,)?\s*datum|date|tag|dated?)\W*(?:\((?:tt|dd|mm)[^)]*\))?\W*$"
    r"|\bdatum (?:der )?unterschrift"
    r"|\bort\b\W+\bdatum\b|\bdate signed\b|\btoday",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:gewünscht|beantrag|voraussichtlich|geplant|ab wann möchten|desired|requested)\w*", re.IGNORECASE
)
_OWN_DAYS = re.compile(
    r"\bgeburt|\bgetrennt|\bgeschieden|\bverwitwet|\bverheiratet|\blebenspartnerschaft|\bgeb\."
    r"|\beheschließung|\bheirat|\bverheiratet seit|\beinzug|\bauszug|\b(?:birth|marriage|moved)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^)]*\)")

_NAMED = re.compile(
    r"\b(?:vor|nach|familien)?name\b|\banschrift\b|\badresse\b|\bstelle\b|\bart der\b|\b(?:last|first) name\b",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:Zeile|Person|Row|Line|Kind) ?\d+|Datum(?: von| bis)? ?(?:\([^)]*\))?", re.IGNORECASE)

_LOOKED_UP = frozenset({"iban", "bic", "tax-number", "insurance-number", "plate", "amount", "percent", "reference"})
_THEIRS = frozenset({"iban", "bic", "tax-number", "amount", "reference", "insurance-number"})
_CHOSEN = frozenset({"yes-no", "choice"})
_SURE = frozenset({"email", "phone", "web", "birth-date", "postcode", "street", "country", "nationality", "address"})
"""What such a label asks for, people know by heart, whatever else it says."""


def work_of(field: Field, part: Part) -> Work:
    """The kind of work the answer is, from label, expected answer and the part of the form that the field stands in."""
    label = " ".join(filter(None, (_asked(field.label), field.printed_label)))
    if part.office:
        return "office"
    if (field.answer in {"signature", "consent"} or _SIGN.search(label)) and not _TODAY.search(label):
        return "sign"
    if part.others or (_ONLY_THEY_KNOW.search(label) and field.answer not in _CHOSEN):
        return "ask"
    if field.answer in _CHOSEN:
        return "known"
    own_words = _OWN_WORDS.search(label)
    if own_words or (field.answer == "free-text" and not _NAMED.search(label)):
        return "compose"
    return _of_value(field.answer or "text", label)


def _asked(label: str) -> str:
    """The part of a long label that asks: *Einkommen - Auszahlende Stelle - Zeile 3*."""
    parts = [part for part in label.split(" - ") if not _ROW.fullmatch(part.strip())]
    return parts[-1] if len(parts) > 1 else label


def _of_value(answer: str, label: str) -> Work:
    """The kind of work of a short answer to write in."""
    if answer in _THEIRS and _THIRD.search(_ASIDE.sub(" ", label)):
        return "ask"
    if answer in _SURE or _BY_HEART.search(label) or (_NAMED.search(label) and not _PAPERS.search(label)):
        return "known"
    if answer == "date":
        easy = _TODAY.search(label) or _WISHED.search(label) or _OWN_DAYS.search(label)
        return "known" if easy else "look-up"
    if answer in _LOOKED_UP or (answer in {"text", "count", "year", "name", "organisation"} and _PAPERS.search(label)):
        return "look-up"
    return "known"
