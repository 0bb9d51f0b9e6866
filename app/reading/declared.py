"""What a control of a web page declares about itself besides its label: the kind of answer, and what can be chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from app.model import Field
from app.reading.answers import Answer, answer_of
from app.reading.elements import text_of, tidy

_TYPES: dict[str, Answer] = {
    "email": "email",
    "tel": "phone",
    "url": "web",
    "date": "date",
    "datetime-local": "date",
    "month": "date",
    "week": "date",
    "time": "time",
}
_PURPOSES: dict[str, Answer] = {
    **dict.fromkeys("name given-name additional-name family-name cc-name nickname".split(), "name"),
    **dict.fromkeys("address-line1 street-address".split(), "street"),
    **dict.fromkeys("address-level1 address-level2".split(), "place"),
    **dict.fromkeys("country country-name".split(), "country"),
    **dict.fromkeys("tel tel-national tel-local tel-country-code tel-area-code".split(), "phone"),
    "email": "email",
    "url": "web",
    "bday": "birth-date",
    "postal-code": "postcode",
    "organization": "organisation",
    "transaction-amount": "amount",
}
"""Tokens of ``autocomplete``, by the names that the standard gives them."""
_PATTERNS: tuple[tuple[re.Pattern[str], Answer], ...] = (
    (re.compile(r"\^?(?:\\d|\[0-9\]|\[\\d\])\{5\}\$?"), "postcode"),
    (re.compile(r"\^?(?:DE|\[A-Za-z\]\{2\}|\[A-Z\]\{2\})\s?(?:\\d|\[0-9\])\{(?:2|18,?|20)\}.*"), "iban"),
)
"""How a ``pattern`` for a kind of answer is written. It is compared, never run: a pattern may be a trap."""
_MODES: dict[str, Answer] = {"email": "email", "tel": "phone", "url": "web"}
_CLOSER = frozenset({("date", "birth-date"), ("street", "address")})
"""Where the label says more closely what the element declares."""
_LONGEST = 100
_FEW_WORDS = frozenset({"text", "count", "name", "date", "year", "reference", "organisation"})
"""What a label alone may suggest and a field of several lines disproves."""
_PROMPT = re.compile(
    r"[\W_]*(?:(?:aus)?wählen(?: Sie.{0,40})?|bitte\s+(?:aus)?wählen\b.{0,40}|(?:eine )?auswahl(?: treffen)?"
    r"|(?:please\s+)?(?:select|choose|pick)(?:\s+(?:an?|one|your)\b.{0,30})?)?[\W_]*",
    re.IGNORECASE,
)


def declared_answer(node: LexborNode, one: Field) -> Answer | None:
    """The kind of answer that the element of a field asks for, or none when it says no more than the label."""
    if one.kind != "text":
        return None
    attributes = node.attributes
    said = answer_of(one)
    purpose = _PURPOSES.get(((attributes.get("autocomplete") or "").lower().split() or [""])[-1])
    type_ = (attributes.get("type") or "").lower() if node.tag == "input" else "textarea"
    found = purpose or _TYPES.get(type_)
    if found is not None:
        return said if (found, said) in _CLOSER else found
    if type_ == "textarea":
        return "free-text" if said in _FEW_WORDS else said
    return _by_shape(attributes, type_) if said == "text" else None


def _by_shape(attributes: Mapping[str, str | None], type_: str) -> Answer | None:
    """The kind of answer by how it is written or typed."""
    pattern = attributes.get("pattern") or ""
    known = (answer for written, answer in _PATTERNS if len(pattern) < _LONGEST and written.fullmatch(pattern))
    mode = _MODES.get((attributes.get("inputmode") or "").lower())
    return next(known, None) or mode or ("count" if type_ == "number" else None)


def choices(node: LexborNode, suggested: LexborNode | None = None) -> tuple[str, ...]:
    """The texts of the options of a ``select``, or of the list that an ``input`` names, without “please choose”."""
    source = suggested if suggested is not None else node
    options = source.css("option")
    texts = [
        tidy(option.attributes.get("label") or "") or text_of(option) or tidy(option.attributes.get("value") or "")
        for option in options
    ]
    return tuple(
        text
        for option, text in zip(options, texts, strict=True)
        if text
        and not (_PROMPT.fullmatch(text) and (not option.attributes.get("value") or "disabled" in option.attributes))
    )
