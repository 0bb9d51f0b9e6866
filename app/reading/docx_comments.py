"""Comments of a Word document that switch rules off for the paragraphs that they cover."""

from __future__ import annotations

from collections.abc import Mapping

from app.reading.docx_controls import text_in
from app.reading.docx_package import Element
from app.reading.suppression import MOST, command_of

Hushed = Mapping[int, tuple[str, ...]]
"""For the ``id`` of an element (a paragraph, a content control, a cell) the rules that are off in it."""

_CARRIERS = frozenset({"p", "sdt", "tc"})


def hushed(body: Element, comments: Element | None) -> Hushed:
    """What the ``comments`` switch off in the body: from where one begins to where it ends, or where it is referred to.

    Here ``ignore`` and ``off`` say the same, for a comment has an end; ``on`` says nothing.
    """
    rules = _rules_of(comments) if comments is not None else {}
    return _Walk(rules).through(body) if rules else {}


def _rules_of(comments: Element) -> dict[str, tuple[str, ...]]:
    """For the id of each comment with a command the rules that it names."""
    found: dict[str, tuple[str, ...]] = {}
    for comment in comments.all("comment"):
        command = command_of(text_in(comment))
        if command is not None and command.word != "on":
            found[comment.attributes.get("id", "")] = command.rules
    return found


class _Walk:
    """One walk through the body, with the comments that are open and the elements that we are in."""

    def __init__(self, rules: Mapping[str, tuple[str, ...]]) -> None:
        self._rules = rules
        self._open: dict[str, None] = {}
        self._ranged: set[str] = set()
        self._inside: list[dict[str, None]] = []
        self._silent = True
        """Whether the paragraph has said nothing yet: a comment that ends there does not cover it."""
        self._found: dict[int, tuple[str, ...]] = {}

    def through(self, element: Element) -> Hushed:
        """What is off in each element below this one that can carry it."""
        for child in element.children:
            if child.name in _CARRIERS:
                self._carrier(child)
            elif child.name == "commentRangeStart":
                self._begin(child.attributes.get("id", ""))
            elif child.name == "commentRangeEnd":
                self._end(child.attributes.get("id", ""))
            elif child.name == "commentReference":
                self._refer(child.attributes.get("id", ""))
            else:
                self._silent = self._silent and child.name != "t"
                self.through(child)
        return self._found

    def _carrier(self, element: Element) -> None:
        self._silent = self._silent or element.name == "p"
        self._inside.append(dict(self._open))
        self.through(element)
        names = dict.fromkeys(rule for comment in self._inside.pop() for rule in self._rules[comment])
        if names:
            self._found[id(element)] = tuple(names)[:MOST]

    def _begin(self, comment: str) -> None:
        if comment in self._rules and len(self._open) < MOST:
            self._ranged.add(comment)
            self._open[comment] = None
            for one in self._inside:
                one[comment] = None

    def _end(self, comment: str) -> None:
        if self._open.pop(comment, self) is None and self._silent and self._inside:
            self._inside[-1].pop(comment, None)

    def _refer(self, comment: str) -> None:
        if comment in self._rules and comment not in self._ranged:
            for one in self._inside[:MOST]:
                one[comment] = None
