"""Tells a German clause with somebody who acts: *Der Antrag wird geprüft* as *Wir prüfen den Antrag*.

Two patterns are recast, the *werden*-passive and *sein* or *haben* with *zu*. Who acts is not invented here: the caller
says so, or the clause itself does (*von der Behörde*). Each function gives the changes in the text of the block, or
none (``None``) where any word of the new clause would be in doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Change, Passive
from app.languages.acting_verbs_de import (
    WE,
    YOU,
    Actor,
    NewVerb,
    active_verb,
    duty_verb,
    ordering_verb,
    plain_infinitives,
    singular,
    text_of,
    verb_of,
)
from app.languages.brackets_de import brackets
from app.languages.case_de import in_case, joined_in_case
from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases
from app.languages.verbs_de import ModalInfinitive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

__all__ = ["WE", "YOU", "Actor", "active", "duty", "order", "verb_of"]

_CAPITALS = frozenset({"NN", "NE", "TRUNC", "FM", "XY"})
_START = frozenset({"$,", "$(", "$.", "KON"})
_DENIALS = frozenset("nicht nie niemals kein keine keinen keiner keinem keines weder".split())
_PARTICIPLE = re.compile(r"[a-zäöü]*ge[a-zäöüß]{3,}(?:t|en)")


@dataclass(frozen=True, slots=True)
class _Clause:
    """What is recast: the finite verb, the old subject, the old verbs, the new ones, who acts.

    ``gone`` are the first and the last token of *von der Behörde*.
    """

    sent: Words
    finite: Token
    subject: Token | None
    old: list[Token]
    verb: NewVerb
    actor: Actor
    gone: tuple[int, int] | None

    @property
    def doc(self) -> Doc:
        """The parse that the clause is in."""
        return self.sent.doc


@dataclass(frozen=True, slots=True)
class _Object:
    """The old subject with the token indices of all its words and the changes that put it into the accusative."""

    first: int
    last: int
    changes: list[Change]
    empty: bool = False
    """*Es* that only holds the place: *Es wird darauf hingewiesen*."""


def active(passive: Passive, actor: Actor, gone: tuple[int, int] | None = None) -> list[Change] | None:
    """The changes that tell a passive in the active, with this actor; ``gone`` are the tokens of *von …*.

    None for future, subjunctive and state passives, and for clauses whose parts do not stand where we know them.
    """
    infinitive = verb_of(passive)
    verb = None if passive.state or infinitive is None else active_verb(passive, infinitive, actor)
    if verb is None:
        return None
    old = [word for word in passive.words if word not in passive.fixed]
    if _has_lost_participle(passive, old):
        return None
    return _recast(_Clause(passive.participle.sent, passive.finite, passive.subject, old, verb, actor, gone))


def duty(
    found: ModalInfinitive, modal: str, actor: Actor | None, gone: tuple[int, int] | None = None
) -> list[Change] | None:
    """The changes that say a duty with a modal verb (*müssen*): *ist einzureichen* as *müssen Sie einreichen*.

    Without an actor the subject of *haben* stays: *Der Mieter hat zu zahlen* becomes *Der Mieter muss zahlen*.
    ``gone`` are the tokens of *von …* that name the actor.
    """
    finite = found.finite
    if verb_of(found) is None or finite.lower_ not in {"ist", "sind", "hat", "haben"}:
        return None
    if found.have:
        infinitives = None if _may_be_owned(found) else plain_infinitives(found)
        form = modal if finite.lower_ == "haben" else singular(modal)
        here = (finite.idx, finite.idx + len(finite), _like(form, finite))
        return None if infinitives is None else sorted([here, *infinitives])
    verbs = None if actor is None or _is_denied(found) else duty_verb(found, modal, actor)
    if verbs is None or actor is None:
        return None
    subject = next((word for word in finite.children if word.dep_ in {"sb", "ep"}), None)
    return _recast(_Clause(finite.sent, finite, subject, verbs[1], verbs[0], actor, gone))


def _may_be_owned(found: ModalInfinitive) -> bool:
    """*hat Zeit, den Antrag zu stellen*; *keine Sicherheiten anzubieten haben* is not *nichts anbieten müssen*."""
    low, high = sorted((found.finite.i, found.infinitive.i))
    commas = sum(word.tag_ == "$," for word in found.finite.doc[found.finite.i : found.infinitive.i])
    before = found.finite.sent[: max(low, high) - found.finite.sent.start]
    return bool(commas % 2) or any(word.lower_ in _DENIALS and word.lower_[0] == "k" for word in before)


def order(found: ModalInfinitive) -> list[Change] | None:
    """The changes that make a request of a duty: *ist einzureichen* as *Reichen Sie … ein*.

    None within a longer sentence: a request stands alone.
    """
    finite, sent = found.finite, found.finite.sent
    infinitive, plain = verb_of(found), plain_infinitives(found)
    subject = next((word for word in finite.children if word.dep_ == "sb"), None)
    verb = None if infinitive is None or found.others or found.have else ordering_verb(infinitive)
    if verb is None or plain is None or subject is None or _is_denied(found) or finite.lower_ not in {"ist", "sind"}:
        return None
    if (
        _shares_subject(finite)
        or _is_numbered(sent)
        or any(word.tag_ in _START for word in sent.doc[sent.start : finite.i])
    ):
        return None
    whole = whole_of(subject)
    if whole is None or whole.empty or finite.i == sent.start:
        return None
    old = [word for word in sent if plain[0][0] <= word.idx < plain[-1][1]]
    doc, first = sent.doc, sent[0]
    if _has_other_nominative(whole, finite, sent[-1]):
        return None
    if any(word.text in ":*" or "**" in word.text for word in doc[sent.start : finite.i]):
        return None
    front = _lowered(text_of(doc, sent.start, finite.i - 1, whole.changes), first)
    dative = _dative_behind(finite) if whole.first == sent.start else None
    between = "" if dative is None else " " + doc[finite.i + 1 : dative + 1].text
    end = doc[finite.i if dative is None else dative]
    later = [change for change in whole.changes if change[0] > finite.idx]
    begin = (first.idx, end.idx + len(end), f"{_capital(verb.finite)} Sie{between} {front}")
    return sorted([begin, *later, *_closing(old, verb.end)])


def _has_lost_participle(passive: Passive, known: list[Token]) -> bool:
    """*wird aufbewahrt und drei Monate bereitgehalten*: a second participle that nobody joined to the first."""
    doc, place = passive.participle.doc, passive.participle.i
    before = [doc[place - 2]] if place - 2 >= passive.participle.sent.start and doc[place - 1].tag_ == "KON" else []
    after = []
    for word in doc[place + 1 : passive.participle.sent.end]:
        finite = word.tag_.endswith("FIN") and word != passive.finite and not _PARTICIPLE.fullmatch(word.text)
        if word.tag_ == "$," or finite:
            break
        after.append(word)
    last = [word for word in after if word.tag_[:1] != "$"][-1:]
    joined = any(word.tag_ == "KON" for word in after)
    if joined and any(_PARTICIPLE.fullmatch(word.text) and word not in known for word in last):
        return True
    return any(word.tag_ == "VVPP" and word not in known for word in (*before, *after))


def _has_other_nominative(whole: _Object, finite: Token, last: Token) -> bool:
    """*… ist die Miete und … ein Strich einzutragen*: a second subject, which nobody would put into the accusative."""
    return any(
        phrase.case == "nom" and phrase.preposition is None and not whole.first <= phrase.first <= whole.last
        for phrase in _phrases(finite.sent)
        if finite.i < phrase.first < last.i
    )


def _is_denied(found: ModalInfinitive) -> bool:
    """*ist nicht einzureichen* may be a ban or no duty at all."""
    return any(word.lower_ in _DENIALS for word in found.finite.sent)


def _recast(clause: _Clause) -> list[Change] | None:
    """The clause with other verbs and somebody who acts, in whose place the old subject becomes the object."""
    if _shares_subject(clause.finite) or _goes_on(clause) or _is_numbered(clause.sent):
        return None
    subject = clause.subject or _nominative(clause)
    if clause.subject is not None and clause.subject.tag_.startswith("V"):
        subject = None  # *ist anzugeben, wer die Kosten trägt*
    whole = whole_of(subject)
    if subject is not None and whole is None:
        return None
    verbs = set(clause.old)
    if whole is not None and _has_other_nominative(whole, clause.finite, max(verbs, key=lambda word: word.i)):
        return None
    bracket = next((one for one in once(clause.sent, "brackets", brackets) if set(one.right) & verbs), None)
    if bracket is not None and bracket.subordinate:
        changes = _subordinate(clause, bracket.left, whole)
    else:
        changes = _main(clause, whole)
    if changes is None or clause.gone is None:
        return changes
    first, last = clause.gone
    covered = any(start <= clause.doc[first].idx < end for start, end, _ in changes)
    return changes if covered else sorted([*changes, _cut(clause.doc[first], clause.doc[last])])


def whole_of(subject: Token | None) -> _Object | None:
    """The subject as an object; none where one of its words is in doubt."""
    if subject is None:
        return None
    if subject.lower_ == "es" and subject.tag_ == "PPER":
        return _Object(subject.i, subject.i, [], empty=True) if _holds_the_place(subject) else None
    changes = joined_in_case(subject, frozenset({"nom", "acc"}), "acc")
    first, last = subject.left_edge.i, subject.right_edge.i
    if changes is None or any(
        _is_left_behind(phrase, changes) for phrase in _phrases(subject.sent) if first <= phrase.first <= last
    ):
        return None
    return _Object(first, last, changes)


def _is_left_behind(phrase: NounPhrase, changes: list[Change]) -> bool:
    """Whether a part of the subject would stay in the nominative: *den Ausweis und der Bescheid*."""
    if phrase.case != "nom" or phrase.preposition is not None or phrase.head.tag_ in {"PRELS", "PPER"}:
        return False
    moved = in_case(phrase, "acc")
    return bool(moved) and not set(moved or ()) <= set(changes)


def _shares_subject(finite: Token) -> bool:
    """*ist einzureichen und muss unterschrieben werden*: one subject for two verbs, which cannot change its place."""

    def is_bare(verb: Token) -> bool:
        return verb.tag_.endswith("FIN") and not any(child.dep_ in {"sb", "ep"} for child in verb.children)

    sent = finite.sent
    if any(word.tag_ == "KON" and word.nbor(1).tag_.endswith("FIN") for word in sent.doc[sent.start : sent.end - 1]):
        return True
    joined = [word for link in finite.children if link.dep_ == "cd" for word in link.children]
    return any(word.dep_ == "cj" and is_bare(word) for word in (*joined, *finite.children))


def _is_numbered(sent: Words) -> bool:
    """*12 Die Miete ist anzugeben*, *① Hier sind …*: what begins behind the number would get into the sentence."""
    first = sent[0]
    lead = not first.text[:1].isalpha() and first.tag_[:1] != "$" and len(sent) > 1
    return lead and sent[1].text[:1].isupper() and sent[1].tag_ not in _CAPITALS


def _goes_on(clause: _Clause) -> bool:
    """*…, dass Sie beraten werden und nach Hause gehen können*: behind *und* a verb that takes the same subject."""
    last = max(word.i for word in (*clause.old, clause.finite))
    following = clause.doc[last + 1 : clause.sent.end]
    if not len(following) or following[0].tag_ != "KON":
        return False
    stop = next((word.i for word in following if word.tag_ == "$,"), clause.sent.end)
    rest = clause.doc[following[0].i : stop]
    return any(word.tag_[:1] == "V" for word in rest) and not any(word.dep_ in {"sb", "ep"} for word in rest)


def _nominative(clause: _Clause) -> Token | None:
    """The subject that the parser did not see: *es* in front, or the only phrase in the nominative before the end."""
    if clause.finite.i > clause.sent.start and clause.finite.nbor(-1).lower_ == "es":
        return clause.finite.nbor(-1)
    low, high = min(word.i for word in clause.old), max(word.i for word in clause.old)
    found = [
        phrase.head
        for phrase in _phrases(clause.sent)
        if phrase.case == "nom" and phrase.preposition is None and low < phrase.head.i < high
    ]
    return found[0] if found else None


def _holds_the_place(word: Token) -> bool:
    """*Es wird darauf hingewiesen, dass …*: the word stands for a clause or for nothing."""
    following = word.doc[word.i + 1 : word.sent.end]
    return any(other.tag_ in {"PROAV", "VVIZU", "PTKZU"} or other.lower_ in {"dass", "ob"} for other in following)


def _main(clause: _Clause, subject: _Object | None) -> list[Change] | None:
    """A main clause: the actor comes first where the old subject did, else behind the finite verb."""
    finite = clause.finite
    ends = [word for word in clause.old if word != finite]
    if not ends or any(word.i < finite.i for word in ends):
        return None
    closing = _closing(ends, clause.verb.end)
    if subject is not None and subject.first < finite.i:
        begin = _in_front(clause, subject)
        return None if begin is None else sorted([begin, *closing])
    changes = subject.changes if subject is not None else []
    if subject is not None and subject.empty:
        return None
    end = finite.idx + len(finite)
    if clause.gone is not None and clause.gone[0] == clause.sent.start and clause.gone[1] == finite.i - 1:
        here = (clause.sent.start_char, end, f"{_capital(clause.actor.words)} {clause.verb.finite}")
    else:
        here = (finite.idx, end, f"{_like(clause.verb.finite, finite)} {clause.actor.words}")
    return sorted([here, *closing, *changes])


def _in_front(clause: _Clause, subject: _Object) -> Change | None:
    """The change of subject and finite verb: *Der Antrag ist* as *Sie müssen den Antrag*."""
    doc, finite, sent = clause.doc, clause.finite, clause.sent
    between = doc[subject.last + 1 : finite.i]
    starts = subject.first == sent.start or doc[subject.first - 1].tag_ in _START
    if not starts or any(word.tag_ != "$," for word in between):
        return None
    first = doc[subject.first]
    actor = _capital(clause.actor.words) if first.text[:1].isupper() and starts else clause.actor.words
    if subject.empty:
        return (first.idx, finite.idx + len(finite), f"{actor} {clause.verb.finite}")
    told = " " + _lowered(text_of(doc, subject.first, subject.last, subject.changes), first)
    comma = "," if len(between) else ""
    dative = None if comma else _dative_behind(finite)
    person = "" if dative is None else " " + doc[finite.i + 1 : dative + 1].text
    end = doc[finite.i if dative is None else dative]
    return (first.idx, end.idx + len(end), f"{actor} {clause.verb.finite}{person}{told}{comma}")


def _dative_behind(finite: Token) -> int | None:
    """The last token of the dative right behind the verb; it stands before an object: *uns Änderungen mitteilen*."""
    for phrase in _phrases(finite.sent):
        if phrase.first == finite.i + 1 and phrase.case == "dat" and phrase.preposition is None:
            last: int = phrase.head.right_edge.i
            return last if phrase.last == last else None
    return None


def _subordinate(clause: _Clause, opener: Token, subject: _Object | None) -> list[Change] | None:
    """A subordinate clause: the actor stands behind the word that opens it, the verbs at the end."""
    words = sorted(clause.old, key=lambda token: token.i)
    together = [word.i for word in words] == list(range(words[0].i, words[-1].i + 1))
    if not together or (subject is not None and subject.empty):
        return None
    changes = [] if subject is None else subject.changes
    text = opener.text
    if subject is not None and subject.first <= opener.i <= subject.last:
        if opener.tag_ != "PRELS":
            return None
        text = next((new for start, _, new in changes if start == opener.idx), text)
        changes = [change for change in changes if change[0] != opener.idx]
    place = (opener.idx, opener.idx + len(opener), f"{text} {clause.actor.words}")
    final = (words[0].idx, words[-1].idx + len(words[-1]), clause.verb.final)
    return sorted([place, final, *changes])


def _closing(ends: list[Token], text: str) -> list[Change]:
    """The words that close the clause, with the verbs of the new clause in the place of the first."""
    words = sorted(ends, key=lambda token: token.i)
    blocks: list[list[Token]] = [[words[0]]]
    for word in words[1:]:
        if all(other.tag_ in {"KON", "$,"} for other in word.doc[blocks[-1][-1].i + 1 : word.i]):
            blocks[-1].append(word)
        else:
            blocks.append([word])
    head, *rest = blocks
    first = (head[0].idx, head[-1].idx + len(head[-1]), text) if text else _cut(head[0], head[-1])
    return [first, *(_cut(block[0], block[-1]) for block in rest)]


def _phrases(sent: Words) -> list[NounPhrase]:
    return once(sent, "noun_phrases", noun_phrases)


def _lowered(text: str, first: Token) -> str:
    """The words within a sentence: the first keeps its capital only as a noun, a name or a polite *Ihr*."""
    polite = first.tag_ in {"PPOSAT", "PPER"} and first.text.startswith(("Ihr", "Sie"))
    return text if first.tag_ in _CAPITALS or polite or first.text.isupper() else text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _like(text: str, token: Token) -> str:
    return _capital(text) if token.text[:1].isupper() else text


def _cut(first: Token, last: Token) -> Change:
    """Takes words out with the space before them."""
    start = first.nbor(-1).idx + len(first.nbor(-1)) if first.i > 0 else first.idx
    return (start, last.idx + len(last), "")
