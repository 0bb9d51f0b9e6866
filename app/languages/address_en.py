"""Speaks to the reader in English: *The applicant must give his or her address* as *You must give your address*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages import Change

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_BE = {"is": "are", "was": "were", "has": "have", "does": "do", "am": "are"}
_MODALS = frozenset("must may can will should shall could would might cannot ought need".split())
_THEIRS = re.compile(r"(?<!\w)(?:his or her|his/her|her or his|her/his|their|his|her)(?!\w)", re.IGNORECASE)
_PERSONS = frozenset(
    "he she they him them himself herself themselves it its who whom whose you your we us our i".split()
)
_OTHERS = re.compile(
    r"(?<!\w)(?:spouse|partner|husband|wife|child(?:ren)?|parents?|agent|attorney|employer|landlord|representative"
    r"|respondent|owner|tenant|person|people|persons|anyone|someone|applicants?|claimants?|debtor|officer|guardian)(?!\w)",
    re.IGNORECASE,
)


def spoken_to(sent: Words, first: Token, last: Token) -> list[Change] | None:
    """The changes that make *you* of the subject from ``first`` to ``last``, with its verb and possessives.

    None where another person or a pronoun occurs, where the subject is narrowed, or where it is no subject.
    """
    subject = next((word for word in sent.doc[first.i : last.i + 1] if word.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.left_edge.i != first.i or subject.right_edge.i != last.i:
        return None
    rest = sent.doc.text[last.idx + len(last) : sent.end_char]
    before = sent.doc[sent.start : first.i]
    if len(before) and before[-1].text != ",":
        return None
    if any(word.lower_ in _PERSONS for word in sent if not _THEIRS.fullmatch(word.text)) or _OTHERS.search(rest):
        return None
    verb = _finite(subject)
    told = None if verb is None or verb.i <= last.i else _told(verb, subject)
    if verb is None or told is None:
        return None
    you = "You" if first.text[:1].isupper() and not len(before) else "you"
    changes: list[Change] = [(first.idx, last.idx + len(last), you)]
    if told != verb.text:
        changes.append((verb.idx, verb.idx + len(verb), told))
    offset = last.idx + len(last)
    for match in _THEIRS.finditer(rest):
        owned = sent.doc.char_span(offset + match.start(), offset + match.end(), alignment_mode="expand")
        if owned is None or owned[-1].tag_ != "PRP$":
            return None
        changes.append((offset + match.start(), offset + match.end(), "your"))
    return sorted(changes)


def _finite(subject: Token) -> Token | None:
    """The finite verb that the subject belongs to; none where it has several."""
    verb = subject.head
    chain = [word for word in verb.lefts if word.dep_ in {"aux", "auxpass"} and word.i > subject.i]
    if any(child.dep_ == "conj" and _is_bare(child) for child in verb.children):
        return None
    finite: Token = chain[0] if chain else verb
    return finite


def _is_bare(verb: Token) -> bool:
    """A second finite verb that takes the same subject: *will be told and is required*."""
    parts = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    finite = any(word.tag_ in {"VBZ", "VBD", "VBP"} for word in parts)
    return finite and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _told(verb: Token, subject: Token) -> str | None:
    """The verb as it stands with *you*."""
    lower = verb.lower_
    if lower in _MODALS or (verb.tag_ == "VBD" and lower not in _BE):
        return str(verb.text)
    if lower in _BE:
        return _BE[lower]
    if verb.tag_ == "VBZ":
        return str(verb.lemma_)
    return str(verb.text) if verb.tag_ == "VBP" and subject.tag_ == "NNS" else None
