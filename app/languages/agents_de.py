"""Who acts in a German clause by its own words: *von der Behörde*, *durch das Jobcenter*, *seitens der Eltern*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.languages.acting_verbs_de import WE, YOU, Actor, text_of
from app.languages.case_de import in_case
from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases
from app.languages.verbs_de import ModalInfinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY = frozenset({"von", "vom", "durch", "seitens"})
_SOMEBODY = re.compile(
    r"(?:\w*(?:amt|ämter|behörden?|gerichte?s?|stellen?|kassen?|rats?|räte|ministeri\w+|(?:verwaltung|regierung)(?:en)?|städte|gemeinden?|kreise?s?"
    r"|träger[ns]?|geber[ns]?|nehmer[ns]?|halter[ns]?|steller[ns]?|inhaber[ns]?|berechtigten?|bevollmächtigten?"
    r"|beauftragten?|arzt|ärzte[ns]?|personen?|mitarbeit\w+|leitung|schulen?|verein\w*|polizei|bank|versicherung|eltern"
    r"|mutter|vater|vormund|betreuer[ns]?|mieter[ns]?|notar\w*|anw[aä]lt\w*|verwalter[ns]?|vollzieher[ns]?|prüfer[ns]?"
    r"|unternehmens?|firma|betriebs?|center[ns]?|zeugen?|eigentümer[ns]?|nachbar\w*|ausschuss\w*|vorst[aä]nd\w*|kammer"
    r"|anstalt|zentrums?|institut\w*|agentur|büros?|abteilung|fachkr[aä]ft\w*|leuten?|partner[ns]?|gatten?|angehörigen?"
    r"|kind(?:er|es|ern)?|bürger[ns]?|gläubiger[ns]?|schuldner[ns]?|erben?|meister[ns]?|bundes|landes|handwerker[ns]?"
    r"|schaffen|führer[ns]?|leiter[ns]?|richter[ns]?|pfleger[ns]?|lehrer[ns]?|lehrkr[aä]ft\w*|hebamme|apotheke|praxis)"
    r"|stadt|land|bund|staat|kita|hort|in(?:nen)?\b|\w+in(?:nen)?)",
    re.IGNORECASE,
)
"""Nouns for people, offices and firms: they can act. *Durch eine E-Mail* says how, not who."""


_THINGS = re.compile(
    r"\w*(?:(?:quad|appa|vor|haus|inse|präpa|un|ver)rat|(?:daten|sitz)bank|datenträger|(?:gas|wasser|strom|telefon|an|zu|um)leitung"
    r"|datenbestand|umkreis|vordruck)(?:e?[sn])?",
    re.IGNORECASE,
)
"""Things whose names end like those of people and offices."""


def can_act(noun: Token) -> bool:
    """Whether a noun in any case names people, an office or a firm (*des Bauamtes*)."""
    text = noun.text
    if _THINGS.fullmatch(text):
        return False
    return noun.tag_ == "NE" or any(
        _SOMEBODY.fullmatch(form) for form in (text, text.removesuffix("s"), text.removesuffix("es"))
    )


def agent_in(preposition: Token) -> tuple[Actor, tuple[int, int]] | None:
    """Who acts by the words of the clause itself, and the token indices (first, last) of *von …*.

    None where it is not one phrase whose nominative we know.
    """
    phrases = once(preposition.sent, "noun_phrases", noun_phrases)
    inside = [one for one in phrases if one.preposition is not None and one.preposition.i == preposition.i]
    if len(inside) != 1 or any(word.dep_ == "cd" for word in inside[0].head.children):
        return None
    phrase, doc = inside[0], preposition.doc
    if any(_is_agent(one) and one is not phrase and _in_one_clause(one, phrase) for one in phrases):
        return None  # *vom Amt oder aufgrund der Beschwerde vom Gericht*
    if phrase.head.tag_ == "PPER":
        actor = WE if phrase.head.lower_ == "uns" else YOU if phrase.head.text == "Ihnen" else None
        return None if actor is None else (actor, (preposition.i, phrase.head.i))
    if not can_act(phrase.head):
        return None
    changes = in_case(phrase, "nom")
    first, last = preposition.left_edge.i, preposition.right_edge.i
    with_phrase = any(word.tag_ in {"APPR", "APPRART"} or word.dep_ == "rc" for word in phrase.head.children)
    with_comma = any(word.tag_ == "$," for word in doc[first : last + 1])
    bare = phrase.determiner is None and preposition.tag_ != "APPRART" and phrase.number == "sg"
    in_doubt = bare and phrase.head.tag_ == "NN"  # *durch Angehörige*: one or many
    if changes is None or first != preposition.i or with_phrase or with_comma or in_doubt:
        return None
    start = first if preposition.tag_ == "APPRART" else first + 1
    words = text_of(doc, start, last, changes)
    return Actor(words, "present.6" if phrase.number == "pl" else "present.3"), (first, last)


def _in_one_clause(one: NounPhrase, other: NounPhrase) -> bool:
    first, last = sorted((one.head.i, other.head.i))
    return all(word.tag_ != "$," for word in one.head.doc[first:last])


def _is_agent(phrase: NounPhrase) -> bool:
    return phrase.preposition is not None and phrase.preposition.lower_ in _BY and can_act(phrase.head)


def agent_of_duty(found: ModalInfinitive) -> Token | None:
    """The preposition in *ist vom Arbeitgeber auszufüllen*, which may name who has to act; none without one."""
    between = found.finite.doc[found.finite.i + 1 : found.infinitive.i]
    return next((word for word in between if word.lower_ in _BY), None)


def names_somebody(finite: Token, verbs: Iterable[Token]) -> bool:
    """Whether *von* or *durch* with people or an office stands between the verbs or hangs at one: then they act."""
    heads = {finite, *verbs}
    first, last = min(word.i for word in heads), max(word.i for word in heads)
    return any(
        phrase.preposition is not None
        and phrase.preposition.lower_ in _BY
        and (first < phrase.preposition.i < last or phrase.preposition.head in heads)
        and can_act(phrase.head)
        for phrase in once(finite.sent, "noun_phrases", noun_phrases)
    )
