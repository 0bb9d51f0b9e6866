"""Comments in which an author switches rules off: *formklar: ignore jargon*, *formklar: off* … *formklar: on*."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ALL = "*"
"""Stands for every rule."""
MOST = 100
"""So many names of one comment are heard, and so many rules can be off at once; there are fewer rules."""
_LONGEST = 2_000
"""Characters of a comment that are looked at."""
_COMMAND = re.compile(r"\s*formklar\s*:\s*(?P<command>[^\s:]{0,60}):?(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"[^\s,;]{1,60}")


@dataclass(frozen=True, slots=True)
class Command:
    """What a comment says: ``ignore``, ``off``, ``on`` and the rules that it names, by default ``*``."""

    word: str
    rules: tuple[str, ...] = (ALL,)


def command_of(comment: str) -> Command | None:
    """The command in a comment that begins with *formklar:*, none in any other.

    A word that is no command is taken for the name of a rule, so that a typo leads to the notice about unknown rules.
    """
    match = _COMMAND.match(comment[:_LONGEST])
    if match is None:
        return None
    word = match["command"].lower()
    if word not in {"ignore", "off", "on"}:
        return Command("ignore", (word,)) if word else None
    names = (name.lower() for name in _NAME.findall(match["rest"]))
    rules = tuple(dict.fromkeys(name for name in names if any(map(str.isalnum, name))))[:MOST]
    return Command(word, rules or (ALL,))


@dataclass(slots=True)
class Suppression:
    """What is switched off where we are in a document, fed with its comments in order."""

    _off: dict[str, None] = field(default_factory=dict)
    _next: dict[str, None] = field(default_factory=dict)

    def hear(self, comment: str) -> None:
        """``ignore`` counts for the block that comes next, ``off`` until ``on``; without rules, both mean all rules.

        Any other comment changes nothing.
        """
        command = command_of(comment)
        if command is None:
            return
        if command.word == "ignore":
            _add(self._next, command.rules)
        elif command.word == "off":
            _add(self._off, command.rules)
        elif ALL in command.rules:
            self._off.clear()
        else:
            self._off = {rule: None for rule in self._off if rule not in command.rules}

    def here(self) -> tuple[str, ...]:
        """What is off for the block that is read now."""
        return tuple({**self._off, **self._next})

    def take(self) -> tuple[str, ...]:
        """The same, at the end of the block; what was meant for one block is used up."""
        rules, self._next = self.here(), {}
        return rules


def _add(known: dict[str, None], rules: tuple[str, ...]) -> None:
    for rule in rules[: MOST - len(known)] if len(known) < MOST else ():
        known[rule] = None
