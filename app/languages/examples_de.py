"""Gives examples within a German sentence a sentence of their own: *…, zum Beispiel X* as *… Dazu gehört X*."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.acting_verbs_de import text_of
from app.languages.case_de import in_case
from app.languages.nouns_de import readings
from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_SIGNAL = r"(?P<signal>zum Beispiel|z\. ?B\.|beispielsweise|insbesondere|vor allem|u\. ?a\.|unter anderem)"
_BEHIND = re.compile(rf"(?P<cut>, {_SIGNAL} )(?P<things>[^()„“?!;:]+)(?P<end>[.?])\s*\Z")
_IN_BRACKETS = re.compile(rf"(?P<cut> \({_SIGNAL} )(?P<things>[^()„“?!;:]+?)(?: usw\.| etc\.)?\)(?P<end>[.?]\s*\Z)?")
_WORDS = {"z. B.": "zum Beispiel", "z.B.": "zum Beispiel", "u. a.": "unter anderem", "u.a.": "unter anderem"}
_STARTS = frozenset({"ART", "ADJA", "NN", "NE", "PPOSAT", "PIAT", "CARD", "TRUNC"})
_ASKS = frozenset({"PWAV", "PWS", "PWAT"})
_SOMEBODY = ("derjenig", "diejenig", "demjenig", "denjenig", "jemand")
_LONGER = 8
"""Words that stay at least in the sentence."""


def exampled(sent: Words) -> list[Change] | None:
    """The changes that end the sentence before its examples, or take them out of its middle, and say them behind it.

    None where the examples are no plain list of nouns, or where there are several such places.
    """
    text = sent.text
    found = [match for pattern in (_BEHIND, _IN_BRACKETS) for match in pattern.finditer(text)]
    if len(found) != 1 or not text.rstrip().endswith((".", "?")) or "Dazu gehör" in text:
        return None
    match, start = found[0], sent.start_char
    things = sent.doc.char_span(start + match.start("things"), start + match.end("things"))
    if things is None or len(text.split()) - len(things) < _LONGER or any(_is_apart(word) for word in sent):
        return None
    listed = _in_nominative(things)
    if listed is None:
        return None
    words, many = listed
    told = f"{'gehören' if many else 'gehört'} {_WORDS.get(match['signal'], match['signal'])} {words}."
    if match["end"]:
        end = match["end"].strip()
        return [(start + match.start("cut"), start + len(text.rstrip()), f"{end} Dazu {told}")]
    named = _group_before(sent, start + match.start("cut"))
    stop = start + len(text.rstrip())
    if named is None:
        return None
    return [(start + match.start("cut"), start + match.end(), ""), (stop, stop, f" Zu diesen {named} {told}")]


def _is_apart(word: Token) -> bool:
    """A question, or a person whom the examples name: *wenn es demjenigen erlaubt ist, beispielsweise …*."""
    return word.tag_ in _ASKS or word.lower_.startswith(_SOMEBODY)


def _in_nominative(things: Words) -> tuple[str, bool] | None:
    """The examples as they stand as a subject, and whether they are several; none where a case is in doubt."""
    doc = things.doc
    verbs = any(word.tag_[:1] == "V" or word.tag_ in {"PTKZU", "PTKVZ", "PRELS"} for word in things)
    if things[0].tag_ not in _STARTS or verbs:
        return None
    changes: list[Change] = []
    inside = [
        one for one in once(things.sent, "noun_phrases", noun_phrases) if things[0].i <= one.first <= things[-1].i
    ]
    if any(_hangs_loose(one, before) for before, one in pairwise(inside)):
        return None
    tops = [phrase for phrase in inside if phrase.preposition is None and phrase.case != "gen"]
    for phrase in tops:
        changed = [] if _is_nominative(phrase) else in_case(phrase, "nom")
        if changed is None:
            return None
        changes += changed
    if not tops or tops[0].first != things[0].i:
        return None
    joined = any(word.text == "," or word.lower_ in {"und", "sowie"} for word in things)
    many = joined or any(phrase.number == "pl" for phrase in tops)
    if not many and tops[0].determiner is None:
        return None  # *Dazu gehört Beginn einer Frist*
    return text_of(doc, things[0].i, things[-1].i, sorted(changes)), many


def _is_nominative(phrase: NounPhrase) -> bool:
    """Whether a noun alone has the form of a nominative, whatever the parse makes of it."""
    alone = phrase.determiner is None and not phrase.adjectives and phrase.first == phrase.head.i
    return alone and any(one.case == "nom" for one in readings(phrase.head.text))


def _hangs_loose(phrase: NounPhrase, before: NounPhrase) -> bool:
    """Whether a genitive stands behind neither its noun nor another genitive: *Krankheiten oder des Atmens*."""
    if phrase.case != "gen" or phrase.preposition is not None:
        return False
    return before.last != phrase.first - 1 and before.case != "gen"


def _group_before(sent: Words, place: int) -> str | None:
    """The dative of the plural noun right before a place, for *zu diesen …*; none without one."""
    phrases = once(sent, "noun_phrases", noun_phrases)
    found = next((one for one in phrases if one.head.idx + len(one.head) == place), None)
    if found is None or found.number != "pl" or found.head.tag_ != "NN":
        return None
    changes = in_case(replace(found, determiner=None, adjectives=()), "dat")
    if changes is None:
        return None
    return text_of(sent.doc, found.head.i, found.head.i, changes)
