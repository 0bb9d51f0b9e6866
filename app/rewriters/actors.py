"""Suggestions in which somebody acts whom the old sentence did not name: with a note that says when it fits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Change
from app.languages.recast_de import YOU, Actor
from app.model import Edit, Safety, Span, Suggestion

WE_ACT = "„Wir“ passt, wenn Ihre Behörde selbst handelt."
YOU_ACT = "„Sie“ passt, wenn die Person handelt, die das Formular ausfüllt."

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


def acting(hit: Hit, changes: list[Change] | None, actor: Actor) -> Iterator[Suggestion]:
    """A suggestion in which *wir* or *Sie* act, unless the sentence speaks of them as somebody to whom it is done.

    *Wenn Sie umziehen, ist …* is no such sentence: they act there as well.
    """
    words = () if hit.sent is None else tuple(hit.sent)
    if _is_quoted(hit):
        return
    others = _TO_READERS if actor == YOU else _OF_US
    done_to = any(word.text in others and word.dep_ != "sb" for word in words)
    if actor != YOU and any(_OFFICE.fullmatch(word.text) for word in words):
        return  # *beim Finanzamt*: it is not clear who acts
    if not (done_to or any(word.text == "?" for word in words) or FIRST_PERSON.search(hit.block.text)):
        yield from suggested(hit, changes, "review", YOU_ACT if actor == YOU else WE_ACT)


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
