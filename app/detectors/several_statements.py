"""Sentences that say several things one after another; each could stand for itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens, in_brief
from app.languages import Parsed, lowers
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"statements", "verbs"})


_SUBJECTS = frozenset({"sb", "nsubj", "nsubjpass"})
_JOINING = frozenset({"KON", "CC", ":"})


class Settings(Noun):
    """More than ``most`` statements in one sentence give a finding; a sentence of less than ``words`` words is fine.

    As many are too many in a sentence of ``apart`` words or more where one of ``joins`` (*und*, *denn*) opens one with
    a subject of its own, but not one of ``same`` (*Sie*), which often goes on speaking of the first.
    """

    most: int
    words: int = 0
    joins: tuple[str, ...] = ()
    apart: int = 0
    same: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector for this number; it marks from the first of the verbs to the last."""
    joins, same = frozenset(settings.joins), frozenset(settings.same)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            words = sum(map(str.isalpha, lowers(sent.doc)[sent.start : sent.end]))
            if words < settings.words:
                continue
            found = parsed.language.fact("statements", sent)
            apart = len(found) == settings.most and joins and words >= settings.apart
            apart = apart and any(_stands_apart(verbs, joins, same) for verbs in found[1:])
            if len(found) > settings.most or apart:
                brief = ", ".join(in_brief(verbs) for verbs in found)
                first, last = found[0][0], max((verbs[-1] for verbs in found), key=lambda verb: verb.i)
                yield hit_tokens(block, first, last, about=found, statements=len(found), verbs=brief)

    return detect


def _stands_apart(verbs: tuple[Token, ...], joins: frozenset[str], same: frozenset[str]) -> bool:
    """Whether a statement has a subject of its own, right behind a word that joins: *…, und die Rechnung kommt*."""
    subjects = [child for verb in verbs for child in verb.children if child.dep_ in _SUBJECTS]
    first = min((word.left_edge.i for word in subjects), default=0)
    before = verbs[0].doc[max(verbs[0].sent.start, min(first, verbs[0].i) - 5) : verbs[0].i]
    other = bool(subjects) and all(word.lower_ not in same for word in subjects)
    return other and any(token.lower_ in joins and token.tag_ in _JOINING for token in before)
