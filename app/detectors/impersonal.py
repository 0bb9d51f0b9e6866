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


class Settings(Noun):
    """``pronouns`` (*one*) as the subject of one of ``duties`` (*must*) give a finding; without duties, of any verb.

    The pronouns are always subjects. With one of ``fine_with`` the sentence explains a word (*this is called*).
    """

    pronouns: tuple[str, ...]
    duties: tuple[str, ...] = ()
    fine_with: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks from the pronoun to the verb next to it, or the other way round."""
    pronouns, duties = frozenset(settings.pronouns), frozenset(settings.duties)
    fine = frozenset(settings.fine_with)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            found = tokens_among(sent, pronouns)
            if not found or tokens_among(sent, fine):
                continue
            groups = [group for group in parsed.language.fact("verb_groups", sent) if group.finite is not None]
            for pronoun in found:
                group = _group_of(pronoun, groups)
                if group is None or (duties and group.finite.lower_ not in duties and not group.duty):
                    continue
                first, last = sorted((pronoun, group.finite), key=lambda token: token.i)
                yield hit_tokens(block, first, last, about=group, word=pronoun.text, verbs=in_brief(group.verbs))

    return detect


def _group_of(pronoun: Token, groups: Sequence[Any]) -> Any:
    """The verb group with the finite verb nearest to the pronoun, no comma between; none where a comma is."""
    near = sorted(groups, key=lambda group: abs(group.finite.i - pronoun.i))
    for group in near:
        low, high = sorted((group.finite.i, pronoun.i))
        if all(word.text != "," for word in pronoun.doc[low:high]):
            return group
    return None
