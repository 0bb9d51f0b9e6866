"""Says a duty whose verb stands first as a request: *Anzugeben sind alle Konten* as *Geben Sie alle Konten an*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.acting_verbs_de import ordering_verb, verb_of
from app.languages.recast_de import whole_of
from app.languages.verb_forms_de import infinitive
from app.languages.verbs_de import ModalInfinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENIALS = frozenset("nicht nie niemals kein keine keinen keiner keinem keines weder".split())
_RELATIVE = frozenset({"PRELS", "PRELAT"})


def stands_first(found: ModalInfinitive) -> bool:
    """Whether the sentence begins with the infinitive and its finite verb follows: *Zu beachten sind …*."""
    return bool(found.infinitive.i < found.finite.i == found.infinitive.i + 1)


def verb_first(found: ModalInfinitive) -> str | None:
    """The infinitive without *zu*: *angeben* of *Anzugeben*; none where it is no verb we know."""
    word = found.infinitive.lower_
    return verb_of(found) if found.particle is not None else infinitive(word, "z")


def request(found: ModalInfinitive) -> list[Change] | None:
    """The changes that make a request of it; none in a longer sentence, or where a word would be in doubt."""
    finite, sent = found.finite, found.finite.sent
    first = found.particle or found.infinitive
    plain = verb_first(found)
    verb = None if plain is None or found.others or found.have else ordering_verb(plain)
    if verb is None or first.i != sent.start or finite.lower_ not in {"ist", "sind"} or sent[-1].text != ".":
        return None
    if any(word.lower_ in _DENIALS or word.text in {":", ";", "(", "–"} for word in sent):
        return None
    subject = next((word for word in finite.children if word.dep_ == "sb" and word.i > finite.i), None)
    thing = whole_of(subject)
    if subject is None or thing is None or thing.empty:
        return None
    between = sent.doc[finite.i + 1 : thing.first]
    if any(word.tag_ != "ADV" for word in between):
        return None
    begin = (first.idx, finite.idx + len(finite), f"{verb.finite[:1].upper()}{verb.finite[1:]} Sie")
    closing = _closing(subject, sent[-1])
    if closing is None or not verb.end:
        return None if closing is None else sorted([begin, *thing.changes])
    end = closing.idx + len(closing)
    return sorted([begin, *thing.changes, (end, end, f" {verb.end}")])


def _closing(subject: Token, stop: Token) -> Token | None:
    """The word behind which the particle stands: the last of the sentence or before a relative clause of the object."""
    commas = [word for word in subject.doc[subject.i + 1 : stop.i] if word.text == ","]
    if not commas:
        return stop.nbor(-1)
    comma = commas[0]
    relative = comma.nbor(1)
    plain = relative.tag_ in _RELATIVE and relative.head.dep_ == "rc" and relative.head.head == subject
    return comma.nbor(-1) if plain and len(commas) == 1 else None
