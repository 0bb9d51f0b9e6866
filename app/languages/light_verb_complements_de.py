"""What the noun of a German light verb takes, as the plain verb takes it: *Prüfung der Akten* as *die Akten prüfen*."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.agents_de import can_act
from app.languages.case_de import in_case, joined_in_case
from app.languages.light_verb_forms_de import Place
from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUSED = {"zu dem": "zum", "zu der": "zur", "bei dem": "beim"}
_APART = {"zum": "zu dem", "zur": "zu der", "beim": "bei dem", "vom": "von dem", "im": "in dem", "am": "an dem"}
_GOVERNED = {"über": "acc", "für": "acc", "bei": "dat", "zu": "dat"}
_POINTERS = {"davon": "darüber", "hiervon": "hierüber"}
"""*davon in Kenntnis setzen* is *darüber informieren*."""
_STOPS = frozenset({"$,", "$(", "KOUS", "PRELS"})
_CLAUSES = frozenset({"dass", "ob"})
_QUESTIONS = frozenset({"PWAV", "PWS", "PWAT"})
FREE = frozenset("im in am an bis ab innerhalb nach vor gemäß unter ohne aus bei beim spätestens laut".split())
"""Prepositions whose phrase may as well belong to the verb: *eine Entscheidung im Mai treffen*."""
_INVITED = re.compile(r".*(?:einladung|vorladung|bitte|ruf)(?:en)?", re.IGNORECASE)
_NOT_DONE = frozenset("der die das derjenige diejenige denjenigen derjenigen jemand jemanden wer wen mich uns".split())


@dataclass(frozen=True, slots=True)
class Part:
    """A complement by its token indices, with the changes that fit it to the plain verb.

    ``number`` (sg or pl) is that of the new subject, where a complement becomes the subject of a passive; ``phrase``
    the noun phrase, where it becomes subject or object. No complement at all has ``first`` behind ``last``.
    """

    first: int
    last: int
    changes: tuple[Change, ...] = ()
    number: str = ""
    phrase: NounPhrase | None = None


NOTHING = Part(0, -1)


def part_of(place: Place, name: str) -> Part | None:
    """The complement that a way of ``Plain.takes`` asks for; none where the clause has no such or two of them.

    ``gen``: a genitive (or *von*) becomes the object; ``über``: a phrase that stays; ``an>acc``: one that becomes the
    object; ``mit>bei``: one that gets another preposition; ``dat>acc``, ``acc>dat``, ``acc>zu``: an object that changes
    its case; ``own>acc``: the noun itself, which stays; ``bare``, ``as``: none; ``that``, ``dazu``:
    a clause with *dass*; ``thing``, ``order``, ``someone``: what the objects must name.
    """
    if name in _PLAIN:
        return _PLAIN[name](place)
    old, _, new = name.partition(">")
    if old in {"dat", "acc", "own"}:
        return _own(place, new) if old == "own" else _moved_object(place, old, new)
    phrase = _with_preposition(place, old)
    if phrase is None or phrase.preposition is None:
        return _pointer(place) if name == "von>über" else None
    if not new and phrase.preposition.i > place.request.fixed[-1].i + 1:
        return None  # *Auskunft zur Steuer erteilt das Amt über diese Nummer*
    if new in _GOVERNED:
        return _other_preposition(phrase, phrase.preposition, new)
    return _object_of(place, phrase, new) if new else Part(phrase.preposition.i, phrase.last)


def near(place: Place) -> tuple[int, int]:
    """First and last token of the stretch around the light verb without a comma."""
    noun, sent = place.request.fixed[-1], place.request.head.sent
    low = high = noun.i
    while low > sent.start and sent.doc[low - 1].tag_ not in _STOPS:
        low -= 1
    while high + 1 < sent.end and sent.doc[high + 1].tag_ not in {"$,", "$(", "$."}:
        high += 1
    return low, high


def phrases_near(place: Place) -> list[NounPhrase]:
    """The noun phrases of this stretch."""
    low, high = near(place)
    found = once(place.request.head.sent, "noun_phrases", noun_phrases)
    return [phrase for phrase in found if low <= phrase.first and phrase.last <= high]


def end_of(head: Token) -> int:
    """The last token of what belongs to a noun, up to the first comma or bracket."""
    last = head.i
    for word in head.doc[head.i + 1 : head.right_edge.i + 1]:
        if word.tag_ in {"$,", "$("} or word.tag_[:1] == "V":
            break
        last = word.i
    return last


def _genitive(place: Place) -> Part | None:
    noun = place.request.fixed[-1]
    for phrase in phrases_near(place):
        before = phrase.first - (phrase.preposition is not None and phrase.preposition.i < phrase.first)
        if before != noun.i + 1 or phrase.head.tag_ not in {"NN", "NE"}:
            continue
        if phrase.preposition is None and phrase.case == "gen":
            return _object_of(place, phrase, "acc")
        if phrase.preposition is not None and phrase.preposition.lower_ == "von" and not can_act(phrase.head):
            return _object_of(place, phrase, "acc")
    return None


def _object_of(place: Place, phrase: NounPhrase, case: str) -> Part | None:
    """A phrase as object of the plain verb, in the passive as its subject."""
    last = end_of(phrase.head)
    case = "nom" if place.is_passive and case == "acc" else case
    changes = joined_in_case(phrase.head, frozenset({phrase.case}), case)
    after = phrase.head.doc[last + 1] if last + 1 < phrase.head.sent.end else None
    agent = after is not None and after.lower_ == "durch" and after.tag_ != "PTKVZ"
    if changes is None or phrase.parts or agent:
        return None
    if phrase.head.tag_ == "PPER" and phrase.head.lower_ == "es":
        return None
    if _leaves_behind(place, phrase, last, changes, case):
        return None
    preposition = phrase.preposition
    if preposition is not None and preposition.tag_ == "APPR":
        start = phrase.head.doc[preposition.i + 1].idx
        changes = [(preposition.idx, start, ""), *changes]
    joined = any(word.dep_ in {"cd", "cj"} for word in phrase.head.children)
    first = phrase.first if preposition is None else min(preposition.i, phrase.first)
    return Part(first, last, tuple(changes), "pl" if joined else phrase.number, phrase)


def _leaves_behind(place: Place, phrase: NounPhrase, last: int, changes: list[Change], case: str) -> bool:
    """Whether something joined to the phrase would keep its old case: *den Müttern sowie den Kindern*."""
    doc = phrase.head.doc
    for other in phrases_near(place):
        link = doc[other.first - 1] if other.first else other.head
        if other.case != phrase.case or other.preposition is not None or link.tag_ != "KON":
            continue
        if phrase.last < other.first <= last + 2:
            moved = in_case(other, case)
            if moved is None or not set(moved) <= set(changes):
                return True
    return False


def _with_preposition(place: Place, preposition: str) -> NounPhrase | None:
    """The phrase with this preposition at the noun: right behind it, right before it, or its own by the parse."""
    noun, found = place.request.fixed[-1], []
    start = min(noun.left_edge.i, noun.i)
    for phrase in phrases_near(place):
        word = phrase.preposition
        if word is None or plain_preposition(word) != preposition:
            continue
        close = word.i == noun.i + 1 or end_of(phrase.head) == start - 1
        if close or word.head in {noun, *place.group.verbs}:
            found.append(phrase)
    return found[0] if len(found) == 1 else None


def plain_preposition(word: Token) -> str:
    """*zu* of *zum*."""
    return _APART.get(word.lower_, word.lower_).split()[0]


def _pointer(place: Place) -> Part | None:
    low, high = near(place)
    words = [word for word in place.request.head.doc[low : high + 1] if word.lower_ in _POINTERS]
    if len(words) != 1:
        return None
    text = _POINTERS[words[0].lower_]
    text = text.capitalize() if words[0].text[:1].isupper() else text
    return Part(words[0].i, words[0].i, ((words[0].idx, words[0].idx + len(words[0]), text),))


def _other_preposition(phrase: NounPhrase, preposition: Token, new: str) -> Part | None:
    doc = phrase.head.doc
    case = _GOVERNED[new]
    changes = [] if case == phrase.case else joined_in_case(phrase.head, frozenset({phrase.case}), case)
    if changes is None or (changes and phrase.parts):
        return None
    text, end = new, preposition.idx + len(preposition)
    following = doc[preposition.i + 1]
    if not changes and following.tag_ == "ART" and f"{new} {following.lower_}" in _FUSED:
        text, end = _FUSED[f"{new} {following.lower_}"], following.idx + len(following)
    if preposition.tag_ == "APPRART":
        moved = next((text for start, _, text in changes if start == preposition.idx), None)
        article = moved or _APART.get(preposition.lower_, "").partition(" ")[2]
        if not article:
            return None
        changes = [change for change in changes if change[0] != preposition.idx]
        text = _FUSED.get(f"{new} {article}", f"{new} {article}")
    text = text.capitalize() if preposition.text[:1].isupper() else text
    here = (preposition.idx, end, text)
    last = end_of(phrase.head)
    return Part(preposition.i, last, (here, *changes)) if doc[last].i >= phrase.last else None


def _own(place: Place, case: str) -> Part | None:
    """The noun of the light verb in another case: *seiner Pflicht nachkommen* as *seine Pflicht erfüllen*."""
    noun = place.request.fixed[-1]
    phrase = next((one for one in phrases_near(place) if one.head == noun and one.preposition is None), None)
    return None if phrase is None or place.is_passive else _object_of(place, phrase, case)


def _moved_object(place: Place, old: str, new: str) -> Part | None:
    """The only object in a case, in the case or with the preposition that the plain verb takes."""
    phrase = _object_in(place, old)
    if phrase is None or (place.is_passive and old == "acc"):
        return None
    if new not in _GOVERNED:
        return _object_of(place, phrase, new)
    case = _GOVERNED[new]
    changes = [] if case == old else joined_in_case(phrase.head, frozenset({old}), case)
    if changes is None or phrase.parts:
        return None
    first = phrase.head.doc[phrase.first]
    article = next((text for start, _, text in changes if start == first.idx), first.text)
    fused = _FUSED.get(f"{new} {article.lower()}") if first.tag_ == "ART" else None
    rest = [change for change in changes if change[0] != first.idx]
    if first.text[:1].isupper() and first.is_sent_start:
        return None
    return Part(
        phrase.first, end_of(phrase.head), ((first.idx, first.idx + len(first), fused or f"{new} {article}"), *rest)
    )


def _object_in(place: Place, case: str) -> NounPhrase | None:
    """The only phrase in this case without a preposition that belongs to the verbs, but the noun of the light verb."""
    heads = {*place.group.verbs, *place.request.fixed}
    own = {word.i for word in place.request.fixed}
    found = [
        phrase
        for phrase in phrases_near(place)
        if phrase.case == case and phrase.preposition is None and phrase.head.i not in own and phrase.head.head in heads
    ]
    found = [phrase for phrase in found if phrase.head.tag_ != "PRF"]
    return found[0] if len(found) == 1 else None


def _nothing(place: Place) -> Part | None:
    """No complement: behind the noun there is the verb, an adverb, or a phrase that may as well belong to the verb.

    None near by may have a preposition of another way: *auf alle Mieter Anwendung finden*.
    """
    noun = place.request.fixed[-1]
    others = {way.partition(">")[0] for way in place.request.plain.takes if ">" in way}
    if any(phrase.preposition is not None and phrase.preposition.lower_ in others for phrase in phrases_near(place)):
        return None
    after = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    if after is None or _that(place) is not None:
        return None if after is not None else NOTHING
    if after.tag_ in {"APPR", "APPRART"}:
        return NOTHING if after.lower_ in FREE else None
    if after.tag_ in {"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "NN", "NE", "PROAV", "KON"} or after.text in {"(", ":"}:
        return None
    if after.tag_ == "$," and not place.is_passive and after.i + 1 < noun.sent.end and after.nbor(1).tag_ == "PRELS":
        return None
    return NOTHING


def _that(place: Place) -> Part | None:
    """A clause with *dass*, *ob* or a question word right behind the stretch."""
    doc, sent = place.request.head.doc, place.request.head.sent
    _, high = near(place)
    if high + 2 >= sent.end or doc[high + 1].text != ",":
        return None
    word = doc[high + 2]
    return NOTHING if word.lower_ in _CLAUSES or word.tag_ in _QUESTIONS else None


def _thing(place: Place) -> Part | None:
    """The object, or the subject of a passive, is no person: nobody *nutzt* somebody. Who does it is one.

    *Arbeit nimmt ihn in Anspruch* takes his time; *ein Recht für sich in Anspruch nehmen* claims it.
    """
    phrases = phrases_near(place)
    subject, sent = place.group.subject, place.request.head.sent
    somebody = subject is None or subject.tag_ in {"PPER", "PIS", "PWS", "PRELS", "PDS"} or can_act(subject)
    if any(word.lower_ == "für" and word.nbor(1).tag_ == "PRF" for word in sent[:-1]):
        return None
    if not (place.is_passive or somebody) or (subject is not None and subject.tag_ == "PRELS" and _of_thing(subject)):
        return None
    case = "nom" if place.is_passive else "acc"
    own = {word.i for word in place.request.fixed}
    named = [one for one in phrases if one.case == case and one.preposition is None and one.head.i not in own]
    persons = [one for one in named if can_act(one.head) or one.head.lower_ in _NOT_DONE or one.head.tag_ == "PPER"]
    return None if persons and (place.is_passive or len(persons) == len(named)) else NOTHING


def _of_thing(relative: Token) -> bool:
    """Whether a relative pronoun stands for something that cannot act: *die Tätigkeit, die …*."""
    verb = relative.head
    return verb.dep_ == "rc" and verb.head.tag_ == "NN" and not can_act(verb.head)


def _someone(place: Place) -> Part | None:
    """Somebody in the dative: *jemandem die Kosten berechnen* asks for money, *die Kosten berechnen* does not."""
    named = [one for one in phrases_near(place) if one.case == "dat" and one.preposition is None]
    return NOTHING if len(named) == 1 and (named[0].head.tag_ == "PPER" or can_act(named[0].head)) else None


def _order(place: Place) -> Part | None:
    """The dative is no invitation, which nobody *befolgt*."""
    phrase = _object_in(place, "dat")
    return None if phrase is None or _INVITED.fullmatch(phrase.head.text) else NOTHING


_PLAIN: dict[str, Callable[[Place], Part | None]] = {
    "gen": _genitive,
    "bare": _nothing,
    "as": _nothing,
    "that": _that,
    "dazu": _that,
    "thing": _thing,
    "order": _order,
    "someone": _someone,
}
