"""Puts a German noun phrase into another case, word by word; nothing where a form is not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.agreement_de import cells_of, determiner_for
from app.languages.nouns_de import readings
from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDER = ("nom", "acc", "dat", "gen")
_PLACES = ("m", "n", "f", "pl")
_WEAK = {"nom": "e e e en", "acc": "en e e en", "dat": "en en en en", "gen": "en en en en"}
_MIXED = {"nom": "er es e en", "acc": "en es e en", "dat": "en en en en", "gen": "en en en en"}
_STRONG = {"nom": "er es e e", "acc": "en es e e", "dat": "em em er en", "gen": "en en er er"}
"""Endings of adjectives behind *der*, behind *ein*, and alone; for masculine, neuter, feminine and plural."""
_PERSONS = (
    "er ihn ihm seiner",
    "sie sie ihr ihrer",
    "es es ihm seiner",
    "ich mich mir meiner",
    "du dich dir deiner",
    "wir uns uns unser",
)
_THEY = "sie sie ihnen ihrer".split()
_BARE_MIXED = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer")
_SILENT = frozenset(_BARE_MIXED)
"""As they are here they tell no gender."""
_POLITE = frozenset("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres".split())
_DEFINITE = frozenset("der die das den dem des".split())
_ANY_NUMBER = frozenset("alle beide einige mehrere viele wenige sämtliche etliche".split())
_ADJECTIVE_ENDINGS = ("en", "em", "er", "es", "e")


def in_case(phrase: NounPhrase, case: str) -> list[Change] | None:
    """The changes that put the phrase into a case, number and gender kept; none (``None``) where a form is in doubt.

    ``case`` is nom, acc, dat or gen; the genitive is not made. A preposition within an article goes: *vom Amt* becomes
    *das Amt*. Offsets are those of the text of the block.
    """
    if case == phrase.case:
        return []
    place = "pl" if phrase.number == "pl" else phrase.gender
    if case == "gen" or phrase.parts or place not in _PLACES or _is_of_two_genders(phrase):
        return None
    head = phrase.head
    if head.tag_ == "PPER":
        return _pronoun(head, place, case)
    if head.tag_ in {"PDS", "PRELS", "PIS"}:
        if head.lower_ == "dies" and {case, phrase.case} == {"nom", "acc"}:
            return []
        return _changed(head, determiner_for(head.text, case, place))
    table = _table(phrase.determiner)
    words = [_adjective(adjective, table, place, (phrase.case, case)) for adjective in phrase.adjectives]
    words.append(_noun(head, phrase, table, place, case) if head.tag_ in {"NN", "NE"} else None)
    if phrase.determiner is not None:
        words.append(_determiner(phrase.determiner, place, case))
    changes = [change for word in words if word is not None for change in word]
    return None if None in words else sorted(changes)


def _is_of_two_genders(phrase: NounPhrase) -> bool:
    """*ein Schild*, *ein Teil*: masculine or neuter, and only an article or an adjective could tell."""
    genders = {one.gender for one in readings(phrase.head.text) if one.number == "sg" == phrase.number}
    word = phrase.determiner
    silent = word is None or (word.lower_ in _SILENT or word.lower_ == "ihr")
    return {"m", "n"} <= genders and silent and phrase.case == "nom" and not phrase.adjectives


def joined_in_case(head: Token, old: frozenset[str], case: str) -> list[Change] | None:
    """The changes that put a phrase and all that are joined to it (*des Antrags und der Anlagen*) into a case.

    None (``None``) where a form is in doubt or one of them is in none of the ``old`` cases.
    """
    heads = [head]
    for one in heads:
        heads += [word for word in one.children if word.dep_ == "cj"]
        heads += [word for link in one.children if link.dep_ == "cd" for word in link.children if word.dep_ == "cj"]
    phrases = {phrase.head.i: phrase for phrase in once(head.sent, "noun_phrases", noun_phrases)}
    changes: list[Change] = []
    for one in heads:
        phrase = phrases.get(one.i)
        found = None if phrase is None or phrase.case not in old else in_case(phrase, case)
        if found is None:
            return None
        changes += found
    return changes


def in_gender(adjective: Token, determiner: Token | None, case: str, genders: tuple[str, str]) -> str | None:
    """The adjective as it stands before a noun of the other gender, in the singular; none where it is in doubt."""
    table = _table(determiner)
    old, new = ((table[case].split()[_PLACES.index(gender)]) for gender in genders)
    text = adjective.text
    if adjective.tag_ == "CARD" or not text.isalpha() or not text.endswith(old):
        return None
    ending = next((ending for ending in _ADJECTIVE_ENDINGS if text.lower().endswith(ending)), "")
    return text[: len(text) - len(old)] + new if ending == old else None


def _pronoun(token: Token, place: str, case: str) -> list[Change] | None:
    lower = token.lower_
    if token.text in {"Sie", "Ihnen"} and _is_polite(token) and place == "pl":
        return _changed(token, "Ihnen" if case == "dat" else "Sie")
    rows = [_THEY] if place == "pl" and lower in _THEY else [row.split() for row in _PERSONS if lower in row.split()]
    if token.text in {"Sie", "Ihnen"} or len(rows) != 1:
        return None
    return _changed(token, rows[0][_ORDER.index(case)])


def _is_polite(token: Token) -> bool:
    """Whether *Sie* speaks to the reader; at the start of a sentence only where another such word says so."""
    words = [word for word in token.doc if word.text in _POLITE and word.i != word.sent.start]
    return bool(words)


def _determiner(token: Token, place: str, case: str) -> list[Change] | None:
    """The determiner in the other case; *alle* and numbers stay where nominative and accusative look the same."""
    if token.tag_ == "APPRART":
        return _changed(token, determiner_for("der", case, place))
    if token.lower_ in _ANY_NUMBER and case in {"nom", "acc"}:
        return _changed(token, token.lower_)
    if not cells_of(token.text):
        return None
    return _changed(token, determiner_for(token.text, case, place))


def _table(determiner: Token | None) -> dict[str, str]:
    """The endings that adjectives take behind this determiner."""
    if determiner is None or determiner.lower_ in _ANY_NUMBER - {"alle", "beide", "sämtliche"}:
        return _STRONG
    lower = determiner.lower_
    if lower in _DEFINITE or not lower.startswith(_BARE_MIXED):
        return _WEAK
    return _MIXED


def _adjective(token: Token, table: dict[str, str], place: str, cases: tuple[str, str]) -> list[Change] | None:
    """The adjective with its ending exchanged; it must have the ending that its old case asks for."""
    if token.tag_ == "CARD" or not token.text.isalpha():
        return []
    column = _PLACES.index(place)
    old, new = (table[case].split()[column] for case in cases)
    ending = next((ending for ending in _ADJECTIVE_ENDINGS if token.lower_.endswith(ending)), "")
    if ending != old:
        return None
    return _changed(token, token.text[: len(token.text) - len(old)] + new)


def _noun(token: Token, phrase: NounPhrase, table: dict[str, str], place: str, case: str) -> list[Change] | None:
    """The noun in the other case, as a form that the lexicon has in this cell and for the same word."""
    known = readings(token.text)
    number, gender = phrase.number, phrase.gender
    old = {
        one.lemma for one in known if one.case == phrase.case and one.number == number and gender in {one.gender, ""}
    }
    if not old:
        return [] if token.tag_ == "NE" or (place != "m" and {case, phrase.case} == {"nom", "acc"}) else None
    if {"m", "f"} <= {one.gender for one in known if one.lemma in old}:  # *der Angehörige*, *ein Angehöriger*
        return _adjective_noun(token, table, place, (phrase.case, case))
    candidates = {token.text, token.text + "n", token.text + "en", token.text.removesuffix("n")}
    candidates |= {token.text.removesuffix("en"), token.text + "s"}
    candidates |= {token.text.removesuffix(ending) for ending in ("s", "es", "ses")}  # *des Verhältnisses*
    for candidate in sorted(candidates, key=lambda one: (one != token.text, len(one))):
        cells = readings(candidate)
        if any(one.lemma in old and one.case == case and one.number == number for one in cells):
            return _changed(token, candidate)
    return None


def _adjective_noun(token: Token, table: dict[str, str], place: str, cases: tuple[str, str]) -> list[Change] | None:
    column = _PLACES.index(place)
    old, new = (table[case].split()[column] for case in cases)
    if not token.text.endswith(old):
        return None
    return _changed(token, token.text[: len(token.text) - len(old)] + new)


def _changed(token: Token, text: str | None) -> list[Change] | None:
    """The exchange of a word, with its capital letter kept; nothing to do when it stays."""
    if text is None:
        return None
    if token.text[:1].isupper():
        text = text[:1].upper() + text[1:]
    return [] if text == token.text else [(token.idx, token.idx + len(token), text)]
