"""Makes a real list of an enumeration: each part on a line of its own, no word lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Hit
from app.languages import Parsed
from app.model import Edit, Noun, Span, Suggestion
from app.rewriters import Rewriter

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_DASH = "–"
_CLOSING = frozenset({"PTKVZ", "VVINF", "VVIZU", "VVPP", "VAINF", "VMINF", "VAFIN", "VMFIN"})
"""Tags of German verbs that close a clause: they move in front of the list, *Bringen Sie bitte mit: …*."""
_GOVERNS = frozenset({"APPR", "APPRART", "IN", "TO", "KON", "KOKOM", "CC"})
"""Tags of words that cannot stand before a colon."""


_DETERMINERS = frozenset({"ART", "PPOSAT", "PIAT", "PDAT", "CARD", "DT", "PRP$", "CD"})
"""All parts have one of these or none: *jeder Erbe, Pfleger oder Verwalter* has one for all."""
_LEADS = frozenset({"ADV", "APPR", "APPRART", "RB", "IN"})
"""Tags of what shows that a part is more than a thing: *beispielsweise zu …*."""


class Settings(Noun):
    """Nothing to set."""


def compile(settings: Settings) -> Rewriter:  # noqa: A001, ARG001
    """The rewriter; only for an enumeration that ends its sentence, or that only verbs follow."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        if hit.sent is None or hit.about is None:
            return
        changes = _listed(hit.sent, hit, *hit.about)
        if changes:
            edits = tuple(
                Edit(span=Span(block=hit.block.id, start=start, end=end), text=text) for start, end, text in changes
            )
            yield Suggestion(edits=edits, safety="review")

    return rewrite


def _listed(sent: Words, hit: Hit, commas: list[Token], conjunction: Token) -> list[tuple[int, int, str]]:
    """The changes: a colon, a line for each part, the closing verbs in front; none where something else follows."""
    doc = sent.doc
    words = [word for word in sent if not word.is_space]
    first = next((word for word in words if word.idx == hit.start), None)
    last = next((word for word in words if word.idx + len(word) == hit.end), None)
    if first is None or last is None or words[-1].text != "." or first.i < sent.start + 2:
        return []
    before = first.nbor(-1)
    inside = [comma for comma in commas if comma.i > first.i]
    others = [word for word in words if word.text in {",", ":", ";", "("} and word not in inside]
    closing = list(doc[last.right_edge.i + 1 : words[-1].i])
    if others or before.tag_ in _GOVERNS or before.is_punct or any(word.tag_ not in _CLOSING for word in closing):
        return []
    if first.tag_ == "ADJA" and any(word.i < first.i for word in first.children):
        return []  # *auf den Einzelfall bezogene Hilfen*: the adjective has words of its own
    if any(word.tag_ == "KOKOM" for word in doc[first.i : inside[0].i if inside else conjunction.i]):
        return []  # *Unterlagen wie Urkunden, Akten und Karten*: all are examples of the first
    parts = [first, *(comma.nbor() for comma in inside), conjunction.nbor()]
    if len({part.tag_ in _DETERMINERS for part in parts}) > 1 or any(part.tag_ in _LEADS for part in parts):
        return []
    told = f" {doc[closing[0].i : closing[-1].i + 1].text}" if closing else ""
    changes = [(before.idx + len(before), first.idx, f"{told}:\n{_DASH} ")]
    changes += [(comma.idx, comma.nbor().idx, f",\n{_DASH} ") for comma in inside]
    after = conjunction.nbor()
    changes.append((conjunction.idx + len(conjunction), after.idx, f"\n{_DASH} "))
    if closing:
        end = doc[closing[0].i - 1]
        changes.append((end.idx + len(end), closing[-1].idx + len(closing[-1]), ""))
    return sorted(changes)
