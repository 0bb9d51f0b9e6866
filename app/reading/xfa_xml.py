"""Reads XML out of a PDF as a small tree: no entities, no depth, no size beyond limits; what stands before a fault."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from app.reading.plain_xml import parser_for

MAX_DEPTH = 60
"""Elements that lie deeper are left out."""
MAX_ELEMENTS = 150_000
MAX_TEXT = 4_000_000
"""Code points of all texts and attributes together."""
_WITHOUT_TEXT = frozenset({"image", "script", "exObject", "encryption", "certificate", "signData", "sourceSet"})
"""Pictures and programs: long, and nothing that a person reads."""


@dataclass(slots=True)
class Element:
    """An element: its name and the names of its attributes come without their prefixes."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    content: list[Element | str] = field(default_factory=list)

    def children(self, *names: str) -> Iterator[Element]:
        """The child elements, of these names only when any are given."""
        for part in self.content:
            if isinstance(part, Element) and (not names or part.name in names):
                yield part

    def child(self, *path: str) -> Element | None:
        """The first child of that name, its first child of the next name, and so on; none when one is missing."""
        found: Element | None = self
        for name in path:
            found = next(found.children(name), None) if found is not None else None
        return found

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, default)

    def text(self) -> str:
        """All text in the element, as it stands there."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.content)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree, as far as it could be read, and whether that is all."""

    root: Element | None
    whole: bool


class _OverLimitError(Exception):
    """No more is read."""


class _Builder:
    """Builds the tree from what the parser tells."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.left_out = False
        self._open: list[Element] = []
        self._below = 0
        """How many elements are open beneath the deepest that is kept."""
        self._elements = 0
        self._text = 0

    def refuse(self, *_: object) -> None:
        """A document type: nothing good comes of it."""
        self.root = None
        raise _OverLimitError

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._below or len(self._open) >= MAX_DEPTH:
            self._below += 1
            self.left_out = True
            return
        self._elements += 1
        self._count(sum(len(value) for value in attributes.values()))
        if self._elements > MAX_ELEMENTS:
            raise _OverLimitError
        local = {key.rpartition(":")[2]: value for key, value in attributes.items() if not key.startswith("xmlns")}
        element = Element(name.rpartition(":")[2], local)
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, _name: str) -> None:
        if self._below:
            self._below -= 1
        else:
            self._open.pop()

    def data(self, text: str) -> None:
        if self._below or not self._open or self._open[-1].name in _WITHOUT_TEXT:
            return
        self._count(len(text))
        self._open[-1].content.append(text)

    def _count(self, length: int) -> None:
        self._text += length
        if self._text > MAX_TEXT:
            raise _OverLimitError


def parse(data: bytes) -> Parsed:
    """The tree in ``data``; of broken XML what stands before the fault, of XML with a document type nothing."""
    builder = _Builder()
    whole = False
    with contextlib.suppress(expat.ExpatError, _OverLimitError, ValueError, LookupError):
        parser_for(builder).Parse(data, True)
        whole = not builder.left_out
    return Parsed(builder.root, whole)
