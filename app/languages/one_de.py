"""Speaks to the reader where the text says *man*: *man muss sich melden* as *Sie müssen sich melden*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.address_de import in_plural
from app.languages.lemma_de import verb_lemma
from app.languages.outline_de import once
from app.languages.phrases_de import noun_phrases
from app.languages.verb_groups_de import VerbGroup, verb_groups

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_DUTIES = frozenset({"müssen", "sollen", "dürfen", "brauchen"})
_WISHED = {"müsste": "müssten", "dürfte": "dürften", "bräuchte": "bräuchten"}
_THOUGHTS = frozenset(
    "annehmen ausgehen beachten bedenken befürchten bezeichnen denken einräumen erwarten feststellen fragen glauben "
    "hoffen meinen nennen rechnen sagen sehen sprechen unterscheiden verstehen vermuten wissen zugeben".split()
)
"""*Man muss davon ausgehen, …*: nobody is asked to do anything."""
_SOMEBODY = frozenset(
    "einem einen einer eines er ihm ihn jede jeder jedem jeden jemand jemandem jemanden wer wem wen".split()
)
"""Words for the person whom *man* means, or for another one: they would have to change too."""


def spoken_to(group: VerbGroup) -> list[Change] | None:
    """The changes that make *Sie* of *man* in a duty, with verb and possessives.

    None where a general truth is told (*Man muss wissen, …*), where a second *man* or another word may mean the same
    person, or where a form is in doubt.
    """
    finite = group.finite
    if finite is None or group.voice != "active" or not _is_duty(group):
        return None
    sent = finite.sent
    people = [word for word in sent if word.lower_ == "man"]
    thoughts = any(verb_lemma(one.main) in _THOUGHTS for one in once(sent, "verb_groups", verb_groups))
    if thoughts or _is_meant_again(sent):
        return None  # *Die Mieterin weiß, dass man …*: somebody else is meant
    if any(word.lower_ in _SOMEBODY and word.tag_ not in {"ART", "CARD"} for word in sent):
        return None
    own = _possessives(sent, people[0]) if people else None
    if own is None:
        return None
    changes = own
    for one in people:
        verb = _verb_of(one, sent)
        if verb is None:
            return None
        changes += [(one.idx, one.idx + len(one), "Sie"), *verb]
    return sorted(changes)


def _is_meant_again(sent: Words) -> bool:
    """Whether the sentence before or after speaks of *man* too: one person would have two names."""
    before = sent.doc[sent.start - 1].sent.start if sent.start else 0
    after = sent.doc[sent.end].sent.end if sent.end < len(sent.doc) else sent.end
    return any(word.lower_ == "man" and word.sent != sent for word in sent.doc[before:after])


def _is_duty(group: VerbGroup) -> bool:
    finite = group.finite
    return finite is not None and (group.duty or verb_lemma(finite) in _DUTIES or finite.lower_ in _WISHED)


def _verb_of(one: Token, sent: Words) -> list[Change] | None:
    """The finite verb of this *man* in the plural."""
    groups = [group for group in once(sent, "verb_groups", verb_groups) if group.finite is not None]
    near = [group for group in groups if group.finite is not None and _is_beside(one, group.finite)]
    if len(near) != 1 or near[0].finite is None:
        return None
    finite = near[0].finite
    wished = _WISHED.get(finite.lower_)
    if wished is not None:
        told = wished.capitalize() if finite.text[:1].isupper() else wished
        return [(finite.idx, finite.idx + len(finite), told)]
    return in_plural(near[0]) if near[0].number == "sg" else None


def _is_beside(one: Token, finite: Token) -> bool:
    """Whether nothing between them ends the clause, and the verb is no other one's."""
    low, high = sorted((one.i, finite.i))
    between = one.doc[low + 1 : high]
    return all(word.tag_ not in {"$,", "$.", "$(", "KOUS"} and word.text not in ":;" for word in between)


def _possessives(sent: Words, one: Token) -> list[Change] | None:
    """*seinen Antrag* as *Ihren Antrag*; none where somebody or something else may own it."""
    found = [word for word in sent if word.tag_ == "PPOSAT" and word.lower_.startswith("sein")]
    if not found:
        return []
    owners = [
        phrase
        for phrase in once(sent, "noun_phrases", noun_phrases)
        if phrase.number == "sg" and phrase.gender != "f" and phrase.head.tag_ in {"NN", "NE"}
        if phrase.head.i < found[-1].i
    ]
    if owners or found[0].i < one.i:
        return None
    return [(word.idx, word.idx + len(word), "Ihr" + word.lower_.removeprefix("sein")) for word in found]
