"""Speaks to the reader, not about them: *Der Mieter muss sein Einkommen …* becomes *Sie müssen Ihr Einkommen …*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.agreement_de import determiner_for
from app.languages.inflection_de import paradigm
from app.languages.lemma_de import verb_lemma
from app.languages.nouns_de import readings
from app.languages.outline_de import once
from app.languages.phrases_de import NounPhrase, noun_phrases
from app.languages.verb_groups_de import VerbGroup, verb_groups

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_TO_YOU = {"nom": "Sie", "acc": "Sie", "dat": "Ihnen"}
_APART = {"vom": "von", "beim": "bei", "zum": "zu", "zur": "zu", "am": "an", "im": "in"}
_FINITE = dict(
    pair.split(":")
    for pair in (
        "ist:sind sei:sind war:waren hat:haben hatte:hatten wird:werden wurde:wurden"
        " muss:müssen kann:können darf:dürfen soll:sollen will:wollen mag:mögen"
    ).split()
)
_APPLIES = re.compile(r"antragstell|unterzeichn|anmeldend", re.IGNORECASE)
"""These are the reader, whatever is done to them."""
_ONE_OF_THEM = re.compile(
    r"(?:steuer|gebühren|abgabe|beitrags|zahlungs|anzeige|melde)pflichtig|(?:antrags|leistungs)berechtigt|leistungsempfänger"
    r"|gebührenschuldner|hundehalter",
    re.IGNORECASE,
)
"""One of these is the reader where the text is for them; *Steuerpflichtige mit Kindern* tells of a group."""
_GROUP = frozenset("nur jeder jede jedem jeden jeweilige jeweiligen alle allen kein keine mit ohne".split())
_POINTING = frozenset("er ihn ihm sie ihnen ihr derselbe dieser diese diesem diesen".split())
"""Pronouns that may point at the reader, and would have to change with the noun."""
_ENDINGS = frozenset({"", "e", "en", "em", "er", "es"})


def spoken_to(sent: Words, first: int, last: int) -> list[Change] | None:
    """The changes that make *Sie* of the words from ``first`` to ``last`` (token indices), a noun for the reader.

    Verb and possessives change with it: *Der Mieter muss sein Einkommen nachweisen*. None where a genitive, a relative
    clause or an adjective says which ones are meant, or where a pronoun may point at the noun.
    """
    doc = sent.doc
    words = doc[first : last + 1]
    phrases = [phrase for phrase in once(sent, "noun_phrases", noun_phrases) if first <= phrase.head.i <= last]
    known = _APPLIES.search(words.text) or (_ONE_OF_THEM.search(words.text) and _is_one(phrases))
    cases = {phrase.case for phrase in phrases}
    if len(cases) != 1 or not known or any(_is_narrowed(phrase, first, last) for phrase in phrases):
        return None
    taken_up, case = _taken_up(sent, phrases), cases.pop()
    if taken_up is None or _is_group(sent, first, last, phrases):
        return None
    if not all(_can_be(phrase, case) for phrase in phrases) or any(_is_agent_of_noun(phrase) for phrase in phrases):
        return None
    if case == "gen":
        return _of_yours(sent, words, phrases)
    changes = [*_replaced(words, _TO_YOU[case]), *taken_up]
    own = _possessives(sent, phrases)
    if case != "nom":
        return None if own else changes
    group = next((one for one in once(sent, "verb_groups", verb_groups) if _is_subject(one, words)), None)
    finite = None if group is None or not _agrees(group, phrases) else in_plural(group)
    return None if finite is None else sorted([*changes, *own, *finite])


def _is_group(sent: Words, first: int, last: int, phrases: list[NounPhrase]) -> bool:
    """Whether words around tell of some people among others, or the noun stands in the sentence again."""
    doc = sent.doc
    around = [doc[place] for place in (first - 1, first, last + 1) if sent.start <= place < sent.end]
    nouns = {phrase.head.lower_[:8] for phrase in phrases}
    again = any(word.lower_[:8] in nouns for word in sent if not first <= word.i <= last)
    return again or any(word.lower_ in _GROUP for word in around)


def _can_be(phrase: NounPhrase, case: str) -> bool:
    """Whether the form of the noun fits the case: *aus Antragstellers* is no text that we understand."""
    found = readings(phrase.head.text)
    return not found or any(one.case == case for one in found)


def _is_one(phrases: list[NounPhrase]) -> bool:
    """*Wir schicken dem Mieter …*; in *Wohnung oder Büro des Mieters* it is not clear what is whose."""
    return all(
        phrase.number == "sg"
        and phrase.determiner is not None
        and not (
            phrase.case == "gen"
            and any(word.tag_ == "KON" for word in phrase.head.doc[phrase.first - 3 : phrase.first])
        )
        for phrase in phrases
    )


def _is_agent_of_noun(phrase: NounPhrase) -> bool:
    """*Die Mitteilung durch den Mieter*: *durch Sie* would be right and stiff."""
    preposition = phrase.preposition
    return preposition is not None and preposition.lower_ == "durch" and preposition.head.tag_[:1] == "N"


def _agrees(group: VerbGroup, phrases: list[NounPhrase]) -> bool:
    """Whether the verb is in the number of the noun: *Wahlberechtigte wurde ein Ausweis ausgestellt* has a slip."""
    if group.finite is None:
        return False
    verb = group.finite.lower_
    bare = all(phrase.determiner is None for phrase in phrases)
    return verb.endswith("n") or verb == "sind" or not bare


def _is_narrowed(phrase: NounPhrase, first: int, last: int) -> bool:
    """Whether something besides the words tells which people are meant."""
    inside = range(first, last + 1)
    if phrase.parts or phrase.first < first - 1 or any(word.i not in inside for word in phrase.adjectives):
        return True
    return any(
        child.i not in inside and child.dep_ in {"ag", "rc", "mnr", "app", "par", "cd", "cj", "nk", "pg"}
        for child in phrase.head.children
        if child.tag_ not in {"ART", "APPRART"}
    )


def _taken_up(sent: Words, phrases: list[NounPhrase]) -> list[Change] | None:
    """The changes of *er* and its verb where it can only be the reader; none where it may be somebody or something."""
    heads = {phrase.head.i for phrase in phrases}
    changes: list[Change] = []
    for word in sent:
        if word.tag_ not in {"PPER", "PDS"} or word.text.lower() not in _POINTING or word.text in {"Sie", "Ihnen"}:
            continue
        group = next((one for one in once(sent, "verb_groups", verb_groups) if one.subject == word), None)
        finite = None if group is None or word.lower_ != "er" else in_plural(group)
        others = [
            phrase
            for phrase in once(sent, "noun_phrases", noun_phrases)
            if phrase.head.i not in heads and phrase.head.tag_ in {"NN", "NE"}
            if (phrase.number, phrase.gender) in {("sg", "m"), ("sg", "")}
        ]
        if finite is None or others or any(phrase.gender != "m" or phrase.number != "sg" for phrase in phrases):
            return None
        changes += [(word.idx, word.idx + len(word), "Sie"), *finite]
    return changes


def _is_subject(group: VerbGroup, words: Words) -> bool:
    return group.subject is not None and words.start <= group.subject.i < words.end


def _replaced(words: Words, you: str) -> list[Change]:
    """*Sie* in place of the words; *vom Mieter* becomes *von Ihnen*."""
    first = words[0]
    start, end = words.start_char, words.end_char
    if first.tag_ == "APPRART":
        return [(start, end, f"{_like(_APART.get(first.lower_, first.text), first)} {you}")]
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is not None and before.lower_ in _APART and before.tag_ == "APPRART":
        return [(before.idx, end, f"{_like(_APART[before.lower_], before)} {you}")]
    return [(start, end, you)]


def _of_yours(sent: Words, words: Words, phrases: list[NounPhrase]) -> list[Change] | None:
    """*die Anschrift des Mieters* as *Ihre Anschrift*: only where the article of the other noun stands alone."""
    owner = phrases[0].head.head
    phrase = next((one for one in once(sent, "noun_phrases", noun_phrases) if one.head.i == owner.i), None)
    if phrase is None or phrase.determiner is None or phrase.adjectives or words.start != phrase.last + 1:
        return None
    place = "pl" if phrase.number == "pl" else phrase.gender
    article = phrase.determiner
    if article.tag_ != "ART" or article.lower_.startswith("ein") or not place:
        return None
    yours = determiner_for("ihr", phrase.case, place)
    if yours is None:
        return None
    gap = (words[0].nbor(-1).idx + len(words[0].nbor(-1)), words.end_char, "")
    return [(article.idx, article.idx + len(article), yours[:1].upper() + yours[1:]), gap]


def _possessives(sent: Words, phrases: list[NounPhrase]) -> list[Change]:
    """*sein*, *ihr* in the rest of the sentence as *Ihr*, with the ending they have."""
    changes = []
    for word in sent:
        if word.tag_ != "PPOSAT" or word.text[:1].isupper() or word.i < phrases[0].head.i:
            continue
        stem = next((one for one in ("sein", "ihr") if word.lower_.startswith(one)), None)
        if stem is not None and word.lower_.removeprefix(stem) in _ENDINGS:
            changes.append((word.idx, word.idx + len(word), "Ihr" + word.lower_.removeprefix(stem)))
    return changes


def in_plural(group: VerbGroup) -> list[Change] | None:
    """The finite verb as *Sie* asks for it; none where its form is in doubt."""
    verb = group.finite
    if verb is None or group.number != "sg":
        return [] if verb is not None and group.number == "pl" else None
    form = _FINITE.get(verb.lower_) or _plural_of(verb)
    if form is None:
        return None
    return [] if form == verb.lower_ else [(verb.idx, verb.idx + len(verb), _like(form, verb))]


def _plural_of(verb: Token) -> str | None:
    """The plural of a finite verb in the present or past, by its paradigm."""
    for suffix in ("", ".final"):
        forms = {form.cell: form.text for form in reversed(paradigm(verb_lemma(verb), "verb", None))}
        for tense in ("present", "preterite"):
            if forms.get(f"{tense}.3{suffix}") == verb.lower_ and f"{tense}.6{suffix}" in forms:
                return forms[f"{tense}.6{suffix}"]
    return None


def _like(text: str, token: Token) -> str:
    return text[:1].upper() + text[1:] if token.text[:1].isupper() else text
