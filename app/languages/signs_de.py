"""Says a sign in a word: *Pass & Foto* as *Pass und Foto*, *>18* as *mehr als 18*; ends a sentence where *;* stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.nouns_de import readings
from app.languages.outline_de import once
from app.languages.phrases_de import noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_FIRM = re.compile(r"(?<!\w)(?:GmbH|AG|KG|OHG|GbR|e\.\s?[VK]\.|mbH|Co\.?|Firma|Kanzlei|Verein|Verlag)(?!\w)")
"""With one of these the words beside the sign may be the name of a firm."""
_DEPENDENT = frozenset({"KOUS", "KOUI", "KON", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
"""Tags of words that hang a statement on the one before."""
_REACHING = frozenset(
    "wenn falls sofern soweit sobald solange weil obwohl damit dass ob entweder zwar einerseits teils sowohl "
    "weder".split()
)
"""Words that may reach over the semicolon: *Wenn Sie umziehen, gilt das eine; das andere …*."""
_POLITE = ("sie", "ihr", "ihnen")
"""With a capital letter these speak to the reader."""


def in_words(sent: Words, start: int, sign: str, word: str, *, before_numbers: bool) -> list[Change] | None:
    """The change that writes ``word`` for the ``sign`` at ``start`` (characters of the block) between its neighbours.

    With ``before_numbers`` only before a number, else only between two nouns without article that are no name of a
    firm: *den Antrag und Kopie* would lack one.
    """
    text, end = sent.doc.text, start + len(sign)
    left, right = text[:start].rstrip(), text[end:].lstrip()
    if before_numbers:
        fits = right[:1].isdigit() and (not left or not left[-1].isdigit())
    else:
        fits = _FIRM.search(sent.text) is None and _is_noun(sent, left, last=True) and _is_noun(sent, right, last=False)
    if not fits:
        return None
    gap = " " if left and left[-1] not in "(„" else ""
    return [(len(left), len(text) - len(right), f"{gap}{word} ")]


def behind_number(sent: Words, start: int, sign: str, word: str) -> list[Change] | None:
    """The change that writes *5 Prozent* for *5 %*; nothing where no number stands before."""
    left = sent.doc.text[:start].rstrip()
    after = sent.doc.text[start + len(sign) : start + len(sign) + 1]
    fits = left[-1:].isdigit() and (not after or after in " .,;:!?)\n“")
    return [(len(left), start + len(sign), f" {word}")] if fits else None


def ended(sent: Words, start: int) -> list[Change] | None:
    """The change that ends the sentence at the semicolon at ``start``; none where one half may hang on the other."""
    sign = next((word for word in sent if word.idx == start), None)
    if sign is None or sign.i + 1 >= sent.end or sent.text.count(";") != 1:
        return None
    after, first = sign.nbor(1), sent.doc[sent.start : sign.i]
    if after.tag_ in _DEPENDENT or after.lower_.startswith(_POLITE) or not after.text[:1].isalpha():
        return None
    inside = first.text.count("(") > first.text.count(")")
    if inside or any(word.lower_ in _REACHING or word.text == "?" for word in first):
        return None
    lead, colon, _ = first.text.partition(":")
    if (colon and len(lead.split()) > 1) or any(word.text == ":" for word in sent.doc[sign.i : sent.end]):
        return None
    return [(sign.idx, after.idx + 1, f". {after.text[:1].upper()}")]


def _is_noun(sent: Words, text: str, *, last: bool) -> bool:
    """Whether the text ends (``last``) or begins with a noun that the lexicon has and that is tagged as no name."""
    found = re.search(r"[\w-]+\Z" if last else r"\A[\w-]+", text)
    if found is None:
        return False
    token: Token | None = next((word for word in sent if word.text == found[0] and word.tag_ == "NN"), None)
    phrases = once(sent, "noun_phrases", noun_phrases)
    return (
        token is not None
        and bool(readings(found[0]))
        and all(phrase.determiner is None for phrase in phrases if phrase.head == token)
    )
