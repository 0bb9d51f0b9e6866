"""The one way we read XML that others wrote: no document types, so no entities and nothing from elsewhere."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat


class Listener(Protocol):
    """What is told of a document while it is read."""

    def refuse(self, *_: object) -> None:
        """It has a document type or an entity; must raise."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """A piece of text."""


def parser_for(listener: Listener) -> expat.XMLParserType:
    """A parser that tells ``listener``; its ``Parse`` raises ``expat.ExpatError`` and what the listener raises."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = listener.refuse
    parser.EntityDeclHandler = listener.refuse
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.data
    return parser
