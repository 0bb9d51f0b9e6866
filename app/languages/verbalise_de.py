"""Says with a verb what a German noun hides: *bei Nichtvorlage der Nachweise*, *die Prüfung des Antrags erfolgt*.

Who acts is not invented here: the phrase itself says so (*durch das Amt*), or the caller does. Each function gives the
changes in the text of the block, or none (``None``) where any word of the new clause would be in doubt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.acting_verbs_de import Actor, NewVerb, singular, text_of
from app.languages.agents_de import agent_in, can_act
from app.languages.case_de import joined_in_case
from app.languages.hidden_verbs_de import HiddenVerb, forms_of, hidden_verb, perfect, present
from app.languages.manners_de import as_adverb
from app.languages.outline_de import is_endless, once
from app.languages.phrases_de import NounPhrase, noun_phrases
from app.languages.verb_groups_de import verb_groups

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_CONJUNCTIONS = {"bei": "wenn", "beim": "wenn", "nach": "nachdem", "vor": "bevor", "durch": "indem"}
_INFINITIVES = {"zur": "um", "zum": "um", "für": "um", "ohne": "ohne"}
_ALONG = frozenset({"erst", "nur", "auch"})
"""Adverbs that stand before a clause as before the phrase: *erst nach Prüfung* as *erst nachdem …*."""
_ARTICLES = frozenset("der die das dem den ein eine einer einem einen beim zur zum".split())
"""Determiners of the noun that may go; *jeder* and *dieser* may not."""
_DONE_TO_PEOPLE = frozenset("abmelden anmelden beauftragen befragen fördern registrieren untersuchen".split())
"""Verbs whose object may be somebody; with others *die Bestätigung des Arbeitgebers* says who acts."""
_SOMEBODY_ELSE = ("sein", "ihr", "dessen", "deren")
_OPENERS = frozenset({"KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"})
_ADVERBS = frozenset({"ADV", "ADJD", "PTKNEG"})
_FINITE = ("VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP")
_MODALS = {"kann": "können", "muss": "müssen", "soll": "sollen", "darf": "dürfen"}
_NOW = frozenset({"present", "future"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A noun that hides a verb, with what its genitive names.

    ``first`` and ``last`` are the token indices of the noun phrase, genitive and agent included, the preposition too.
    ``told`` is what the genitive names in the case that the verb asks for; ``many`` whether that is a plural.
    """

    sent: Words
    preposition: Token | None
    noun: Token
    verb: HiddenVerb
    manner: str
    told: str
    many: bool
    first: int
    last: int
    agent: Actor | None
    foreign: bool
    """Whether the genitive points at somebody: *seiner Nachweise*."""


def deeds(sent: Words) -> list[Deed]:
    """The nouns of a sentence that can be said with their verb, in text order."""
    if is_endless(sent):
        return []
    return [deed for phrase in once(sent, "noun_phrases", noun_phrases) if (deed := _deed(sent, phrase)) is not None]


def _deed(sent: Words, phrase: NounPhrase) -> Deed | None:
    noun, determiner = phrase.head, phrase.determiner
    verb = hidden_verb(noun.text) if noun.tag_ == "NN" and phrase.number == "sg" and not phrase.parts else None
    if verb is None or (determiner is not None and determiner.lower_ not in _ARTICLES):
        return None
    manner = _manner(phrase)
    named = _complement(noun, "nom" if verb.genitive == "subject" else "acc")
    if verb.told:
        named = None if named or _has_attribute(noun) else (noun, noun.i, noun.i, [])
    if manner is None or named is None:
        return None
    head, first, last, changes = named
    if verb.genitive == "object" and not verb.told and verb.infinitive not in _DONE_TO_PEOPLE and can_act(head):
        return None
    agent = None
    after = sent.doc[last + 1] if last + 1 < sent.end else None
    if after is not None and after.lower_ == "durch" and verb.genitive == "object":
        found = agent_in(after)
        if found is None:
            return None
        agent, last = found[0], found[1][1]
    start = phrase.first if phrase.preposition is None else phrase.preposition.i
    if noun.right_edge.i > last and noun.right_edge.tag_ != "$,":
        return None
    joined = any(word.dep_ in {"cd", "cj"} for word in head.children)
    many = joined or _number(head) == "pl"
    words = sent.doc[first : last + 1]
    foreign = any(word.lower_.startswith(_SOMEBODY_ELSE) and word.text[0].islower() for word in words)
    told = verb.told or text_of(sent.doc, first, _end_of(head), changes)
    return Deed(sent, phrase.preposition, noun, verb, manner, told, many, start, last, agent, foreign)


def _has_attribute(noun: Token) -> bool:
    """Whether a genitive or a phrase says more about a noun: *Antragstellung des Vaters*, *… auf Wohngeld*."""
    return any(word.i > noun.i and word.tag_[:1] not in {"$", "V"} for word in noun.children)


def _manner(phrase: NounPhrase) -> str | None:
    """The adjective before the noun as an adverb with a space before it; empty without one, none in doubt."""
    before = phrase.adjectives[0].nbor(-1) if phrase.adjectives and phrase.adjectives[0].i else None
    if len(phrase.adjectives) > 1:
        return None
    if not phrase.adjectives:
        return ""
    plain = as_adverb(phrase.adjectives[0])
    if plain is None:
        return None
    return f" nicht {plain}" if before is not None and before.lower_ == "nicht" else f" {plain}"


def _complement(noun: Token, case: str) -> tuple[Token, int, int, list[Change]] | None:
    """What the genitive right behind a noun (or *von* without an article) names: its head, its tokens, its new case."""
    doc, place = noun.doc, noun.i + 1
    if place >= noun.sent.end:
        return None
    phrases = once(noun.sent, "noun_phrases", noun_phrases)
    old, preposition = "gen", None
    if doc[place].lower_ == "von":
        old, preposition, place = "dat", doc[place], place + 1
    found = next((phrase for phrase in phrases if phrase.first == place), None)
    if found is None or (preposition is not None and found.determiner is not None):
        return None
    if found.preposition != preposition or found.case != old or found.head.tag_ not in {"NN", "NE"}:
        return None
    if any(word.is_punct and word.text != "-" for word in doc[place : _end_of(found.head) + 1]):
        return None
    changes = joined_in_case(found.head, frozenset({old}), case)
    return None if changes is None else (found.head, place, _end_of(found.head), changes)


def _end_of(head: Token) -> int:
    """The last token of what belongs to a noun: genitives and joined phrases, not a phrase with *durch* behind them."""
    last = head.i
    for word in head.doc[head.i + 1 : head.right_edge.i + 1]:
        if word.lower_ == "durch" or word.tag_ == "$,":
            break
        last = word.i
    return last


def _number(head: Token) -> str:
    phrases = once(head.sent, "noun_phrases", noun_phrases)
    return next((phrase.number for phrase in phrases if phrase.head.i == head.i), "sg")


def as_clause(deed: Deed, actor: Actor | None) -> list[Change] | None:
    """The changes that make a clause of a phrase: *nach Prüfung Ihres Antrags* as *nachdem wir … geprüft haben*.

    ``actor`` acts where the genitive is the object and the phrase names nobody. The clause stands in front of the
    finite verb where the phrase did, else at the end of the sentence. With *zur* and *für* the actor must be the
    subject of the sentence: *Zur Prüfung benötigen wir* as *Um … zu prüfen, benötigen wir*.
    """
    finite = _only_finite(deed)
    text = None if finite is None else _clause(deed, deed.agent or actor, finite)
    if finite is None or text is None:
        return None
    doc, sent = deed.sent.doc, deed.sent
    first = deed.first
    if first == sent.start + 1 and doc[first - 1].lower_ in _ALONG:
        first -= 1
        text = f"{doc[first].text} {text}"
    end = doc[deed.last].idx + len(doc[deed.last])
    if first == sent.start and finite.i == deed.last + 1:
        return [(doc[first].idx, end, text[:1].upper() + text[1:] + ",")]
    return _behind(deed, first, finite, text)


def _only_finite(deed: Deed) -> Token | None:
    """The finite verb, in the present, of the clause that the phrase belongs to; none where that is not plain to see.

    Behind a phrase in front other clauses may follow; otherwise the sentence must be a single main clause.
    """
    sent = deed.sent
    finite = [word for word in sent if word.tag_ in _FINITE]
    leads = bool(finite) and deed.first <= sent.start + 1 and finite[0].i == deed.last + 1
    alone = len(finite) == 1 and not any(word.text in {",", ";", "(", ")", "–"} for word in sent)
    if not (leads or alone) or any(word.text == "?" for word in sent):
        return None
    group = next((one for one in once(sent, "verb_groups", verb_groups) if one.finite == finite[0]), None)
    if group is None or group.tense not in _NOW or group.mood not in {"indicative", "imperative"}:
        return None
    return finite[0]


def _clause(deed: Deed, actor: Actor | None, finite: Token) -> str | None:
    """The words of the clause without its comma."""
    preposition, verb = deed.preposition, deed.verb
    if preposition is None or (deed.foreign and deed.agent is None and verb.genitive == "object"):
        return None
    end = f"{' nicht' if verb.denied else ''}{deed.manner}"
    word = preposition.lower_
    if word in _INFINITIVES:
        zu = forms_of(verb.infinitive).get("zu")
        same = _is_active(finite) if word == "ohne" else actor is not None and _is_subject(actor, finite)
        if zu is None or verb.denied or deed.agent or not same:
            return None
        return f"{_INFINITIVES[word]} {deed.told}{end} {zu[0]}"
    if word not in _CONJUNCTIONS or (word == "durch" and (actor is None or not _is_subject(actor, finite))):
        return None
    if verb.genitive == "subject":
        actor, subject = Actor(deed.told, "present.6" if deed.many else "present.3"), deed.told
    elif actor is not None and (deed.agent is not None or not (verb.anybody or _somebody_else_acts(finite))):
        subject = f"{actor.words} {deed.told}"
    else:
        return None
    new = perfect(verb.infinitive, actor) if word == "nach" else present(verb.infinitive, actor)
    return None if new is None else f"{_CONJUNCTIONS[word]} {subject}{end} {new.final}"


def _somebody_else_acts(finite: Token) -> bool:
    """Whether the sentence tells what somebody else does: *Der Vermieter zahlt bei Rückgabe*. *Sie* may be wrong."""
    return any(word.dep_ == "sb" and word.tag_ != "PPER" and can_act(word) for word in finite.children)


def _is_active(finite: Token) -> bool:
    """Whether somebody acts in the sentence: who does without is the same."""
    groups = once(finite.sent, "verb_groups", verb_groups)
    return any(one.finite == finite and one.voice == "active" and one.subject is not None for one in groups)


def _is_subject(actor: Actor, finite: Token) -> bool:
    """Whether *wir* or *Sie* is the subject of the sentence, right before or behind its verb."""
    near = finite.doc[max(finite.sent.start, finite.i - 1) : min(finite.sent.end, finite.i + 2)]
    return any(word.text.lower() == actor.words.lower() and word.dep_ == "sb" for word in near)


def _behind(deed: Deed, first: int, finite: Token, text: str) -> list[Change] | None:
    """The clause at the end of the sentence, the phrase taken out of its middle."""
    doc, sent = deed.sent.doc, deed.sent
    last = sent[-1]
    before, after = doc[first - 1], doc[deed.last + 1] if deed.last + 1 < sent.end else None
    if (
        not finite.i < first
        or last.text != "."
        or after is None
        or (before.tag_ in {"KON", "CARD", *_ADVERBS} and before.lower_ not in _ALONG)
    ):
        return None
    without = deed.preposition is not None and deed.preposition.lower_ == "ohne"
    if after.tag_ == "KON" or (after.tag_ in {"APPR", "APPRART"} and not without) or not _belongs_to_verb(deed, finite):
        return None
    start, end = before.idx + len(before), doc[deed.last].idx + len(doc[deed.last])
    if after == last:
        return [(start, end, f", {text}")]
    return [(start, end, ""), (last.idx, last.idx, f", {text}")]


def _belongs_to_verb(deed: Deed, finite: Token) -> bool:
    """Whether the phrase says when the sentence is true, and does not belong to a noun before the verb."""
    assert deed.preposition is not None  # noqa: S101  (as_clause sees to it)
    head = deed.preposition.head
    return head.tag_.startswith("V") or (head.tag_ == "NN" and head.i > finite.i and head.dep_ in {"oa", "sb"})


@dataclass(frozen=True, slots=True)
class Happening:
    """*Die Prüfung der Unterlagen erfolgt*: the deed, the finite verb, what closes the clause, who acts by *durch*.

    ``gone`` are the token indices of *durch das Amt* where it stands apart from the deed.
    """

    deed: Deed
    finite: Token
    word: Token
    agent: Actor | None
    gone: tuple[int, int] | None


def happening(word: Token) -> Happening | None:
    """What happens by *erfolgt*, *kann erfolgen*, *ist erfolgt*; none where the subject hides no verb."""
    sent = word.sent
    finite = word if word.tag_ == "VVFIN" else word.head
    if finite.lower_ not in {"erfolgt", "erfolgen", "ist", "sind", *_MODALS} or finite.tag_ not in _FINITE:
        return None
    deed = next((one for one in deeds(sent) if one.noun.head == finite and one.noun.dep_ == "sb"), None)
    if (
        deed is None
        or deed.preposition is not None
        or deed.verb.genitive != "object"
        or deed.verb.denied
        or deed.verb.told
    ):
        return None
    if deed.manner or any(one.text == "?" for one in sent):
        return None
    named = [one for one in sent if one.lower_ in {"durch", "von"} and not deed.first <= one.i <= deed.last]
    found = [(one, agent) for one in named if (agent := agent_in(one)) is not None and one.head in {finite, word}]
    by = [one for one in named if one.lower_ == "durch"]
    if len(found) > 1 or (found and deed.agent) or any(one not in [word for word, _ in found] for one in by):
        return None
    if deed.verb.anybody and not (found or deed.agent):
        return None
    return Happening(
        deed, finite, word, deed.agent or (found[0][1][0] if found else None), found[0][1][1] if found else None
    )


def as_act(found: Happening, actor: Actor | None) -> list[Change] | None:
    """The changes that say who does it: *Das Amt prüft die Unterlagen*; ``actor`` where the clause names nobody."""
    actor = found.agent or actor
    deed = found.deed
    verb = None if actor is None or (deed.foreign and found.agent is None) else _acting_verb(found, actor)
    if actor is None or verb is None:
        return None
    doc, finite = deed.sent.doc, found.finite
    opener = doc[deed.first - 1] if deed.first > deed.sent.start else None
    if opener is not None and opener.tag_ == "KOUS" and finite.i > deed.last:
        changes = _in_subordinate(found, actor, verb)
    else:
        changes = _in_main(found, actor, verb)
    if changes is None or found.gone is None:
        return changes
    first, last = (doc[place] for place in found.gone)
    before = first.nbor(-1)
    return sorted([*changes, (before.idx + len(before), last.idx + len(last), "")])


def _acting_verb(found: Happening, actor: Actor) -> NewVerb | None:
    infinitive, finite = found.deed.verb.infinitive, found.finite.lower_
    if found.finite == found.word:
        return present(infinitive, actor)
    if finite in {"ist", "sind"}:
        return perfect(infinitive, actor) if found.word.tag_ == "VVPP" else None
    if finite not in _MODALS or found.word.tag_ != "VVINF":
        return None
    modal = _MODALS[finite] if actor.is_plural else singular(_MODALS[finite])
    return NewVerb(modal, infinitive, f"{infinitive} {modal}")


def _in_main(found: Happening, actor: Actor, verb: NewVerb) -> list[Change] | None:
    deed, finite = found.deed, found.finite
    doc, sent = deed.sent.doc, deed.sent
    closing = _closing(found, verb.end)
    if closing is None:
        return None
    start, end = doc[deed.first].idx, doc[deed.last].idx + len(doc[deed.last])
    if deed.first == sent.start and finite.i == deed.last + 1:
        words = actor.words[:1].upper() + actor.words[1:]
        return sorted([(start, finite.idx + len(finite), f"{words} {verb.finite} {deed.told}"), *closing])
    if deed.first < finite.i or finite.i == sent.start or (found.gone and found.gone[0] < finite.i):
        return None
    here = (finite.idx, finite.idx + len(finite), f"{verb.finite} {actor.words}")
    return sorted([here, (start, end, deed.told), *closing])


def _in_subordinate(found: Happening, actor: Actor, verb: NewVerb) -> list[Change] | None:
    deed, finite, word = found.deed, found.finite, found.word
    doc = deed.sent.doc
    if finite.i not in {word.i, word.i + 1}:
        return None
    after = finite.nbor(1) if finite.i + 1 < deed.sent.end else None
    if after is None or after.text not in {",", ".", ":", ";"}:
        return None
    start, end = doc[deed.first].idx, doc[deed.last].idx + len(doc[deed.last])
    return [(start, end, f"{actor.words} {deed.told}"), (word.idx, finite.idx + len(finite), verb.final)]


def _closing(found: Happening, text: str) -> list[Change] | None:
    """The changes that close a main clause with a particle, participle or infinitive; none (``None``) in doubt."""
    if found.finite != found.word:
        word = found.word
        return None if word.i < found.finite.i else [(word.idx, word.idx + len(word), text)]
    end = clause_end(found.finite)
    if end is None:
        return None
    return [(end, end, f" {text}")] if text else []


def clause_end(finite: Token) -> int | None:
    """The offset at which the main clause of a finite verb ends; none where that is not plain to see."""
    sent = finite.sent
    for word in sent.doc[finite.i + 1 : sent.end]:
        if word.text in {"(", "–", "/"} or word.tag_ in _FINITE:
            return None
        if word.text in {".", ":", ";", "!"} or word.tag_ == "$,":
            opens = word.tag_ != "$," or (word.i + 1 < sent.end and word.nbor(1).tag_ in _OPENERS)
            before = word.nbor(-1)
            return before.idx + len(before) if opens else None
    last = sent[-1]
    return last.idx + len(last)
