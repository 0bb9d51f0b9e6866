"""Comments in which an author switches rules off: *formklar: ignore jargon*, *formklar: off* … *formklar: on*."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ALL = "*"
"""Stands for every rule."""

_COMMAND = re.compile(r"\s*formklar\s*:\s*(ignore|off|on)\b[\s:]*([a-z\s,;-]{0,2000})\Z", re.IGNORECASE)
_RULE = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)


@dataclass(slots=True)
class Suppression:
    """What is switched off where we are in a document, fed with its comments in order."""

    _off: dict[str, None] = field(default_factory=dict)
    _next: dict[str, None] = field(default_factory=dict)

    def hear(self, comment: str) -> None:
        """``ignore`` counts for the block that comes next, ``off`` until ``on``; without rules, both mean all rules.

        Any other comment changes nothing.
        """
        match = _COMMAND.match(comment)
        if match is None:
            return
        rules = dict.fromkeys(rule.lower() for rule in _RULE.findall(match[2])) or {ALL: None}
        command = match[1].lower()
        if command == "ignore":
            self._next |= rules
        elif command == "off":
            self._off |= rules
        elif ALL in rules:
            self._off.clear()
        else:
            self._off = {rule: None for rule in self._off if rule not in rules}

    @property
    def standing(self) -> tuple[str, ...]:
        """What is off until it is switched on again."""
        return tuple(self._off)

    def take(self) -> tuple[str, ...]:
        """What is off for the block that is read now; what was meant for one block is used up."""
        rules, self._next = {**self._off, **self._next}, {}
        return tuple(rules)
