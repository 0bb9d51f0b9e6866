"""What denies in a German sentence: *nicht*, *kein*, *nie*, *ohne*, *weder … noch*, and adjectives with *un-*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages.outline_de import Outline, is_endless, outline
from app.languages.words import german

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_WORDS = frozenset(
    """
    nicht nichts nie niemals niemand niemanden niemandem niemandes nirgends nirgendwo nirgendwohin keinesfalls
    keineswegs keinerlei ohne kein keine keinem keinen keiner keines keins
    """.split()
)
_ONLY = frozenset("nur bloß allein".split())
_UN = re.compile(r"un(?P<rest>[a-zäöüß]{3,})\Z")
_ADJECTIVE = frozenset({"ADJA", "ADJD", "VVPP"})
_NO_DENIAL = re.compile(
    r"un(?:ter|ion|i?vers|ikat|iform|garn|geheuer|gefähr\Z|geachtet|bedingt|mittelbar|verzüglich|bescholten|verwandt"
    r"|entgeltlich|befristet|gestüm|wirsch|term|flätig|lauter|längst|aufgefordert|weit|eingeschränkt|erhört|heimlich"
    r"|verschämt|entbehrlich|ausgesetzt|gemein|zählig|abhängig|erlässlich|verheiratet|ehelich)"
)
"""Words that begin with *un* and deny nothing that is meant, or for which no plain positive word is at hand."""
_ENDINGS = re.compile(r"(?:e[mnrs]?)?\Z")


@dataclass(frozen=True, slots=True)
class Negation:
    """The words that deny, first and last; ``kind`` is word, pair (*weder … noch*) or prefix (*un-*)."""

    first: Token
    last: Token
    kind: str


def negations(sent: Words) -> list[Negation]:
    """What denies in a sentence, in text order.

    *nicht nur … sondern auch* and *ohne Weiteres* deny nothing; neither do *unter*, *ungefähr*, *unverzüglich*.
    """
    if is_endless(sent):
        return []
    shape = outline(sent.doc)
    found = []
    for place in range(sent.start, sent.end):
        word = shape.lowers[place]
        if word in _WORDS:
            after = shape.lowers[place + 1] if place + 1 < sent.end else ""
            if not (word == "nicht" and after in _ONLY) and not (word == "ohne" and after == "weiteres"):
                found.append(Negation(sent.doc[place], sent.doc[place], "word"))
        elif word == "weder":
            last = next((one for one in range(place, sent.end) if shape.lowers[one] == "noch"), place)
            found.append(Negation(sent.doc[place], sent.doc[last], "pair"))
        elif word.startswith("un") and shape.tags[place] in _ADJECTIVE and _denies(shape, place):
            found.append(Negation(sent.doc[place], sent.doc[place], "prefix"))
    return found


def _denies(shape: Outline, place: int) -> bool:
    """Whether the word without *un-* is a word as well: *unvollständig*, *ungültige*."""
    word = shape.lowers[place]
    match = _UN.match(word)
    if match is None or _NO_DENIAL.match(word):
        return False
    rest = match["rest"]
    return rest in german() or _ENDINGS.sub("", rest) in german()
