"""What kind of text a block is: running sentences, or a heading, a label, an item of a list, a page number."""

from __future__ import annotations

import re

from app.model import Role
from app.reading.addresses import ends_with_address
from app.reading.flow import ends_sentence

LONG = 25
"""So many words without a full stop are no name of a field."""

_FUNCTION = frozenset(
    # German
    "der die das den dem des ein eine einen einem einer eines und oder sowie in im ins von vom zu zum zur mit für "
    "auf an am bei beim nach aus über unter durch gegen ohne um bis seit wegen nicht kein keine keinen auch nur "
    "noch wenn falls dass weil ob als wie sich ich sie wir er es ihr ihre ihren ihrem ihrer mein meine meiner "
    "meinem meinen mir mich ihnen uns unser unsere dieser diese dieses diesem diesen welche welcher welches hier "
    "dort bereits bitte "
    # English
    "the a an of to and or in on for with by from at is are was were be been if that this these those you your i "
    "we my our their his her its not no any all as it he she they will which who when do does have has".split()
)
_VERBS = frozenset(
    # German
    "ist sind war waren wird werden wurde wurden worden hat haben habe hatte hatten kann können könnte muss "
    "müssen müsste soll sollen sollte darf dürfen mag möchte möchten will wollen bin bitte beantrage beantragen "
    "erkläre erklären versichere bestätige bestätigen erfolgt erhält erhalten erhalte besteht bestehen gilt "
    "gelten liegt liegen reichen füllen tragen geben legen machen beachten beziehen bezieht wohnt wohnen lebt "
    "leben gibt steht stehen benötigen benötigt findet finden kreuzen senden teilen stelle stellen willige "
    "ermächtige verpflichte worden sei "
    # English
    "is are was were be been has have had will would must may can could should shall do does did need needs apply "
    "enter attach complete check fill sign file send return use see write give provide include includes certify "
    "declare agree understand consent authorize means applies read keep mail list".split()
)
_AND_SO_ON = re.compile(r"(?:etc|usw|u\.\s?[äÄaA])\.$")
_CLOSING = ' )“”"'
_BRACKET = re.compile(r"\([^()]*\)|\([^()]*$")
_SECOND = re.compile(r"[.!?]\s+[A-ZÄÖÜ]|\?")
_ASKS = re.compile(r"(?:where|what|how|why|who|which|wo|was|wie|wer|welche[rsn]?)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r",\s+(?=(?:(?:in|auf|für|mit|von|zu|bei|aus|an|über|durch|um|nach|unter|wegen)\s+)?"
    r"(?:der|die|das|dem|den|deren|dessen|denen|wo|welche[rsmn]?|wenn|falls|sofern|soweit)\b)"
    r"|\s(?=(?:where|which|who|when|if|whether)\b)"
)
"""Where a clause begins that says more about a noun."""
_SUBJECTS = frozenset("ich wir sie er es man du ihr i we you they he she it please bitte".split())
_ADJECTIVE = ("e", "en", "er", "es", "em", "s", "al", "ed")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_INNER_END = re.compile(r"(?<![\d\W])(?<!\b\w)(?<!\b\w\w)[.!?][\"'“”)]*\s+[A-ZÄÖÜ„“\"]")


def words(text: str) -> list[str]:
    """The words of a text, without numbers."""
    return _WORD.findall(text)


def is_running(text: str) -> bool:
    """Is this running text: at least one sentence? Labels, headings, table cells and addresses are not."""
    found = words(text)
    count = len(found)
    if count < 3:
        return False
    text = text.rstrip()
    small = [word for word in found if word.islower()]
    function = sum(1 for word in found if word.lower() in _FUNCTION)
    verb = any(word in _VERBS for word in small) or found[0].lower() in _VERBS
    bare = text.rstrip(_CLOSING)
    if ends_sentence(text) and bare.endswith(("?", "!")):
        return function > 0 or verb
    inner = bool(_INNER_END.search(text))
    if ends_sentence(text) and ends_sentence(bare) and not (_AND_SO_ON.search(bare) and not verb):
        return inner or (count >= 4 and (verb or function >= 2)) or (count >= 8 and function >= 1)
    address = ends_with_address(text)
    if address or text.endswith(":"):
        return count >= 5 and function >= 1 and (verb or (address and function >= 3))
    if count >= 7 and function >= 2 and (verb or (inner and count >= 8)):
        return inner or count >= LONG or not _is_phrase(text)
    return count >= 20 and function >= 5


def _is_phrase(text: str) -> bool:
    """Is a text without a full stop no sentence: ``Jahr, in dem …``, ``Where we can …``, a noun and a bracket?"""
    outer = _BRACKET.sub(" ", text)
    if not words(outer) or _SECOND.search(outer):  # all of it stands in brackets, or there are two sentences
        return False
    if _ASKS.match(outer) and "," not in outer:
        return True
    head = _CLAUSE.split(outer, maxsplit=1)[0]
    found = words(head)
    if not found or len(found) == len(words(text)):
        return False
    small = [word for word in found if word.islower()]
    return (
        found[0].lower() not in _VERBS
        and _SUBJECTS.isdisjoint(word.lower() for word in found)
        and all((word in _FUNCTION or word.endswith(_ADJECTIVE)) and word not in _VERBS for word in small)
    )


def role_of(text: str, *, marker: str, bold: bool, larger: float, smaller: float, lines: int) -> Role:
    """The role of a block on a page.

    ``marker`` as in ``Piece``; ``larger`` is its font size as a multiple of the usual size of the document,
    ``smaller`` as a multiple of the usual size of its page.
    """
    running = is_running(text)
    found = words(text)
    count = len(found)
    role: Role = "label"
    if marker in {"mark", "bullet"} or (marker == "number" and running):
        role = "item"
    elif running and not (larger >= 1.25 and lines <= 3 and not ends_sentence(text)):
        aside = text.startswith("(") and _BRACKET.fullmatch(text) is not None
        role = "hint" if aside or (smaller < 0.8 and lines <= 3) else "paragraph"
    elif (
        (larger >= 1.15 or (bold and larger >= 0.95))
        and 0 < count <= 25
        and len(max(found, key=len)) > 2
        and not text.endswith((":", ","))
    ):
        role = "heading"
    return role
