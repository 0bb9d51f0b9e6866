"""Tells as a main clause what is announced: *Bitte beachten Sie, dass Sie …* as *Bitte beachten Sie: Sie …*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages import Change
from app.languages.asides_de import subject_end
from app.languages.clause_order_de import AUXILIARIES, verb_second
from app.languages.verbs_de import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_NOTICE = (
    r"(?:(?:Bitte )?[Bb]eachten Sie(?: bitte)?|Es wird darauf hingewiesen|Wir weisen(?: Sie)? darauf hin"
    r"|Wir machen(?: Sie)? darauf aufmerksam)"
)
"""What only asks for attention."""
_WORD_GIVEN = (
    r"(?:(?:Insbesondere|Hiermit) )?(?:Mir ist bekannt|Uns ist bekannt|Ich weiß|Ich wurde darauf hingewiesen"
    r"|(?:Ich|Wir) (?:versicher|bestätig|erklär)(?:e|n)|Ich nehme zur Kenntnis|(?:versicher|bestätig|erklär)e ich"
    r"|nehme ich zur Kenntnis)"
)
"""Behind these the words themselves are what somebody declares or knows."""
_ANNOUNCED = re.compile(rf"(?P<notice>{_NOTICE})|(?P<word>{_WORD_GIVEN})")
_GOES_ON = frozenset({"APPR", "APPRART", "KON", "$(", "$,", "TRUNC"})
_OF = frozenset("der des eines einer von".split())


@dataclass(frozen=True, slots=True)
class Announced:
    """The changes that tell the clause, ``aloud`` behind a colon, ``alone`` without what announces it.

    ``aloud`` loses nothing; ``alone`` no longer asks for attention, and is none where the words are somebody's own.
    """

    aloud: list[Change]
    alone: list[Change] | None


def announced(sent: Words) -> Announced | None:
    """The *dass*-clause of a sentence that begins by announcing it; none where its word order is in doubt."""
    doc = sent.doc
    opener = next((word for word in sent if word.lower_ == "dass"), None)
    if opener is None or opener.i - sent.start < 3 or opener.nbor(-1).text != "," or ":" in sent.text:
        return None
    comma = opener.nbor(-1)
    match = _ANNOUNCED.fullmatch(doc.text[sent.start_char : comma.idx])
    last, finite = subject_end(sent, opener), _closing(sent, opener)
    if match is None or last is None or finite is None or not _ends_there(doc[opener.i + 1], doc[last + 1]):
        return None
    if any(word.lower_ == "dass" for word in doc[finite.i : sent.end]):
        return None
    front = doc[opener.i + 1 : last + 1].text
    told = verb_second(sent, last + 1, finite, front[:1].upper() + front[1:])
    if told is None:
        return None
    end = finite.idx + len(finite)
    alone = [(sent.start_char, end, told)] if match["notice"] else None
    return Announced([(comma.idx, end, f": {told}")], alone)


def _closing(sent: Words, opener: Token) -> Token | None:
    """The finite verb with which the clause closes: before the full stop, a bracket or the next clause."""
    for word in sent.doc[opener.i + 1 : sent.end - 1]:
        after = word.nbor(1)
        ends = after.text in {".", "("} or (
            after.text == "," and after.i + 1 < sent.end and after.nbor(1).tag_ != "KON"
        )
        if ends and (is_finite(word) or (word.tag_[:1] == "V" and word.lower_ in AUXILIARIES)):
            return word
        if after.text in {".", ","} or is_finite(word):
            return None
    return None


def _ends_there(first: Token, after: Token) -> bool:
    """Whether nothing behind the subject can belong to it: *Personen unter 25 Jahren*, *das Amt der Stadt*."""
    return first.tag_ == "PPER" or not (after.tag_ in _GOES_ON or after.lower_ in _OF)
