"""Duties for nobody in particular: *one must sign the form* where the reader must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Parsed, tokens_among
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"word", "verbs"})

_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
"""Tags of what opens a subordinate clause."""


class Settings(Noun):
    """``pronouns`` (*one*, always subjects) of one of the ``duties`` (*must*) give a finding, and of what one does.

    What one does is any other verb in a main clause but ``states``, which say how things are (*one can*, *one gets*).
    With ``everywhere``, any verb anywhere. With one of ``fine_with`` the sentence explains a word (*this is called*).
    """

    pronouns: tuple[str, ...]
    duties: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    everywhere: bool = False
    fine_with: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the pronoun to the verb next to it, or the other way round."""
    pronouns, duties = frozenset(settings.pronouns), frozenset(settings.duties)
    fine, states = frozenset(settings.fine_with), frozenset(settings.states)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            found = tokens_among(sent, pronouns)
            if not found or tokens_among(sent, fine):
                continue
            groups = [group for group in parsed.language.fact("verb_groups", sent) if group.finite is not None]
            for pronoun in found:
                group = _group_of(pronoun, groups)
                if group is None:
                    continue
                duty = group.finite.lower_ in duties or group.duty
                acts = group.finite.lower_ not in states and _leads(group.finite, pronoun)
                if not (duty or acts or settings.everywhere):
                    continue
                first, last = sorted((pronoun, group.finite), key=lambda token: token.i)
                yield hit_tokens(block, first, last, about=group, word=pronoun.text, verbs=in_brief(group.verbs))

    return detect


def _leads(finite: Token, pronoun: Token) -> bool:
    """Whether the verb leads a main clause: it stands beside the pronoun, which no conjunction opens."""
    if abs(finite.i - pronoun.i) > 2 or finite.dep_ in {"re", "rc"}:
        return False
    opening = pronoun.doc[pronoun.sent.start : pronoun.i + 1]
    start = max((token.i for token in opening if token.text == ","), default=opening.start - 1) + 1
    return all(token.tag_ not in _OPENERS for token in pronoun.doc[start : pronoun.i])


def _group_of(pronoun: Token, groups: Sequence[Any]) -> Any:
    """The verb group with the finite verb nearest to the pronoun, no comma between; none where a comma is."""
    near = sorted(groups, key=lambda group: abs(group.finite.i - pronoun.i))
    for group in near:
        low, high = sorted((group.finite.i, pronoun.i))
        if all(word.text != "," for word in pronoun.doc[low:high]):
            return group
    return None
