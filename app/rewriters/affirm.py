"""Says plainly what two negations say together: *nicht unerheblich* as *erheblich*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Hit
from app.languages import Change, Parsed
from app.model import Noun, Suggestion
from app.rewriters import Rewriter
from app.rewriters.actors import suggested

_ENDINGS = frozenset({"", "e", "em", "en", "er", "es"})


class Reminder(Noun):
    """What asks the reader not to forget something: *versäumen* and *nicht* as the words *denken* and *daran*."""

    verb: str
    answer: str


class Settings(Noun):
    """``denials``: the word that denies. ``words``: the second negation with what both say together.

    ``reminders``: verbs in a request with a denial and an infinitive (*Versäumen Sie nicht, …*), with what they say.
    ``between``: words that may stand between the verb with its *Sie* and the denial.
    """

    denials: tuple[str, ...]
    words: dict[str, str]
    reminders: dict[str, Reminder] = {}
    between: tuple[str, ...] = ()


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; for the two words side by side, the second with any ending, and for requests."""
    denial, between = ("|".join(map(re.escape, words)) for words in (settings.denials, settings.between))
    pair = re.compile(rf"(?P<denial>(?i:{denial}))\s(?P<word>\w+)")
    request = re.compile(rf"(?P<verb>\w+) Sie (?:(?:{between}) )?(?P<denial>{denial})(?=, )")

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:  # noqa: ARG001
        found = pair.fullmatch(hit.block.text[hit.start : hit.end])
        plain = None if found is None else _plain(found["word"], settings.words)
        if found is not None and plain is not None:
            told = plain.capitalize() if found["denial"][:1].isupper() else plain
            yield from suggested(hit, [(hit.start, hit.end, told)], "review", None)
            return
        asked = request.match(hit.block.text, hit.start)
        if asked is not None:
            yield from suggested(hit, _reminded(asked, settings), "review", None)

    return rewrite


def _reminded(asked: re.Match[str], settings: Settings) -> list[Change] | None:
    """The changes of a request such as *Versäumen Sie nicht, …*; none for another verb."""
    reminder = settings.reminders.get(asked["verb"].lower())
    if reminder is None:
        return None
    verb = reminder.verb.capitalize() if asked["verb"][:1].isupper() else reminder.verb
    return [(*asked.span("verb"), verb), (*asked.span("denial"), reminder.answer)]


def _plain(word: str, words: dict[str, str]) -> str | None:
    for denied, plain in words.items():
        ending = word.removeprefix(denied)
        if word.startswith(denied) and ending in _ENDINGS:
            return plain + ending
    return None
