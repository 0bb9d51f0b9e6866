"""What a web page says about itself to programs that read it aloud: its title and its language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.model import FileFacts
from app.reading.elements import tidy

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_WHOLE = re.compile(r"<(?:!doctype|html|head)\b", re.IGNORECASE)
_BEGINNING = 2_000
"""So far into a text a page begins, behind comments."""
_LONGEST_LANGUAGE, _LONGEST_TITLE = 40, 300


def facts_of(tree: LexborHTMLParser, text: str) -> FileFacts:
    """The facts of a page; a part of a page says nothing, as the page around it does."""
    if not _WHOLE.search(text, 0, _BEGINNING):
        return FileFacts()
    title = tree.css_first("head > title")
    root = tree.css_first("html")
    language = (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root is not None else ""
    return FileFacts(
        language=tidy(language or "")[:_LONGEST_LANGUAGE],
        title=tidy(title.text())[:_LONGEST_TITLE] if title is not None else "",
    )
