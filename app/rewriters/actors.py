"""Suggestions in which somebody acts whom the old sentence did not name: with a note that says when it fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.detectors import Hit
from app.languages import Change, Parsed
from app.languages.agents_de import can_act
from app.languages.recast_de import YOU, Actor
from app.model import Document, Edit, Safety, Span, Suggestion

if TYPE_CHECKING:
    from spacy.tokens import Token

WE_ACT = "„Wir“ passt, wenn Ihre Behörde selbst handelt."
YOU_ACT = "„Sie“ passt, wenn die Leserin oder der Leser das selbst tut."

_TO_READERS = frozenset({"Ihnen", "Sie"})
_OF_US = frozenset({"uns", "wir"})
FIRST_PERSON = re.compile(r"(?<!\w)(?:ich|mich|mir|mein\w*)(?!\w)", re.IGNORECASE)
"""Readers speak themselves: *Ich versichere, dass …*. There *wir* and *Sie* would be somebody else."""


_OFFICE = re.compile(
    r"\w*(?:[aA]mt(?:e?s)?|[äÄ]mtern?|[bB]ehörden?|[gG]erichte?[sn]?|[kK]assen?|[gG]emeinden?|[tT]räger[ns]?|[mM]inisteri\w+"
    r"|[vV]erwaltung(?:en)?|[kK]ranken(?:haus\w*|häusern?)|[kK]liniken?|[kK]ammern?|[aA]gentur(?:en)?|[pP]olizei"
    r"|[bB]ank(?:en)?|[sS]chulen?|[jJ]obcenters?|[lL]andkreise?s?|[sS]tadt|[sS]tädten?|[aA]nstalt(?:en)?|[bB]üros?)"
)
"""Offices and houses: where one is named, *wir* may be somebody else."""
_SHORT = 80
"""Words of a text that may be about us though it does not say so."""
_AN_OFFICE = re.compile(
    rf"(?<!\w)(?:[dD](?:er|ie|as|en|em|es)|[vV]om|[bB]eim|[zZ]u[mr]|[eE]ine[nmrs]?|Ihre[nmrs]?)\s(?:[a-zäöü]\w+\s)?"
    rf"(?:{_OFFICE.pattern})(?!\w)"
)


_REGISTER = re.compile(r"\w*(?:[rR]egisters?|[rR]olle|[gG]rundbuch(?:es|s)?)")
"""Only offices write in these."""
_ASKED_FOR = re.compile(r"[aA]nträge?|[fF]rage")
"""What readers *stellen*; an *Ersuchen* is an office's."""
_ANYBODY = frozenset(
    "abziehen anpassen auffordern aushändigen beauftragen benötigen beraten bestätigen durchführen einbehalten "
    "einladen einstellen einziehen empfehlen erfassen erfragen erheben erhöhen erstellen fordern fördern "
    "informieren klären kontrollieren kürzen löschen registrieren schicken senden speichern sperren streichen "
    "unterrichten veranlassen verarbeiten vergeben verlangen verlängern vernichten verschicken versenden verwenden "
    "veröffentlichen weitergeben weiterleiten widerrufen zulassen zurückfordern zurücknehmen zurücksenden "
    "zurückzahlen zusagen zusenden zuweisen übermitteln übernehmen übersenden überweisen".split()
)
"""What firms and people do as well: *Gewinnspiele werden durchgeführt* need not be about us."""
_AT_LARGE = frozenset("oft oftmals häufig meist meistens manchmal mitunter vielfach gelegentlich teilweise".split())
"""Words of sentences about the world: *Oft werden Verträge am Telefon geschlossen*."""
_ALLOWED = frozenset("kann können darf dürfen konnte konnten könnte könnten".split())
_YOURS = re.compile(r"(?<!\w)(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\w)")
_OURS = re.compile(r"(?<!\w)(?:wir|uns|unser(?:e[mnrs]?)?)(?!\w)", re.IGNORECASE)


def acting(
    parsed: Parsed, hit: Hit, changes: list[Change] | None, actor: Actor, verb: str | None
) -> Iterator[Suggestion]:
    """A suggestion in which *wir* or *Sie* act, where the sentence leaves nobody else who could.

    Nothing where it speaks of them as somebody to whom it is done (*Wenn Sie umziehen, ist …* does not), and nothing
    where what the ``verb`` (infinitive) says may be done by somebody else.
    """
    words = () if hit.sent is None else tuple(hit.sent)
    others = _TO_READERS if actor == YOU else _OF_US
    if _is_quoted(hit) or any(word.text in others and word.dep_ != "sb" for word in words):
        return
    known = changes and (
        _may_be_you(parsed, hit, words, verb) if actor == YOU else _may_be_us(parsed, hit, words, verb)
    )
    if known and not (any(word.text == "?" for word in words) or FIRST_PERSON.search(hit.block.text)):
        yield from suggested(hit, changes, "review", YOU_ACT if actor == YOU else WE_ACT)


def _may_be_us(parsed: Parsed, hit: Hit, words: Sequence[Token], verb: str | None) -> bool:
    """Whether no office is named (*beim Finanzamt*), and what others do as well has to do with the reader or us.

    Nor may the whole text speak of offices as of others.
    """
    if any(_OFFICE.fullmatch(word.text) or word.lower_ in _AT_LARGE for word in words):
        return False
    told = "" if hit.sent is None else hit.sent.text
    ours = _OURS.search(hit.block.text) is not None
    if not ours and (_is_long_text(parsed.document) or (verb in _ANYBODY and not _YOURS.search(told))):
        return False
    if "is ours" not in parsed.notes:
        parsed.notes["is ours"] = _is_ours(parsed.document)
    return parsed.notes["is ours"]


def _is_ours(document: Document) -> bool:
    """Whether the office speaks that acts: the text says *wir* or *uns*, or is too short to tell and names no office.

    A form is its office's own.
    """
    texts = [block.text for block in document.blocks if not FIRST_PERSON.search(block.text)]
    if any(_OURS.search(text) for text in texts):
        return True
    return not _is_long_text(document) and not any(_AN_OFFICE.search(text) for text in texts)


def _is_long_text(document: Document) -> bool:
    """Whether this is no form and too long for a letter: it may tell of anybody."""
    return not document.fields and sum(len(block.text.split()) for block in document.blocks) > _SHORT


def _may_be_you(parsed: Parsed, hit: Hit, words: Sequence[Token], verb: str | None) -> bool:
    """Whether nobody else is told to act: not in *Das Amt braucht einen Nachweis, aus dem das zu erkennen ist*.

    What can be done, anybody may do: there the text must speak to the reader.
    """
    finite = [word.lower_ for word in words if hit.start <= word.idx < hit.end]
    allowed = any(word in _ALLOWED for word in finite)
    if allowed and verb is not None and not _YOURS.search(hit.block.text):
        return False
    told = "" if hit.sent is None else hit.sent.text
    if _is_long_text(parsed.document) and not _YOURS.search(told) and verb is not None:
        return False
    if verb == "stellen" and not _ASKED_FOR.search(told):
        return False
    if any(word.tag_ in {"PWS", "PWAV", "PWAT"} for word in words):
        return False  # *an wen und wie Ihr Vermögen zu verteilen ist*
    registered = verb == "eintragen" and any(_REGISTER.fullmatch(word.text) for word in words)
    if registered or any(can_act(word) and _has_duty(word) and not _OFFICE.fullmatch(word.text) for word in words):
        return False
    above = _clauses_above([word for word in words if hit.start <= word.idx < hit.end])
    return not any(can_act(word) and (_acts(word, above) or _is_agent(word)) for word in words)


def _has_duty(noun: Token) -> bool:
    """*Kinder müssen nichts nachweisen, später muss der Nachweis erbracht werden*: they are who acts."""
    return noun.dep_ == "sb" and noun.head.tag_ == "VMFIN" and any(word.dep_ == "oc" for word in noun.head.children)


def _clauses_above(verbs: Sequence[Token]) -> set[Token]:
    """The words that the clause of these verbs hangs at, up to its main clause."""
    above: set[Token] = set()
    for verb in verbs:
        word = verb
        while word.head != word and word.dep_ not in {"cj", "cd"}:
            word = word.head
            above.add(word)
    return above - set(verbs)


def _acts(noun: Token, above: set[Token]) -> bool:
    """Whether somebody does something in a clause that the verbs belong to, which is no condition of theirs."""
    return noun.dep_ == "sb" and noun.head in above


def _is_agent(noun: Token) -> bool:
    """*Die Anfechtung durch den Erben ist zu erklären*: then the heir does it."""
    return noun.head.lower_ == "durch" or any(word.lower_ == "durch" for word in noun.lefts)


def _is_quoted(hit: Hit) -> bool:
    """Whether somebody else's words are recast: *„Verträge sind einzuhalten“*."""
    before = hit.block.text[hit.sent.start_char if hit.sent is not None else 0 : hit.start]
    return bool(before.count('"') % 2) or before.count("„") > before.count("“")


def suggested(hit: Hit, changes: list[Change] | None, safety: Safety, note: str | None) -> Iterator[Suggestion]:
    """The changes as a suggestion; nothing where there are none."""
    if changes:
        edits = tuple(
            Edit(span=Span(block=hit.block.id, start=start, end=end), text=text) for start, end, text in changes
        )
        yield Suggestion(edits=edits, safety=safety, note=note)
