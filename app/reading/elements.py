"""Walks through the elements of an HTML page, in the order and as far as a person sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from app.reading.text import clean

_DROPPED = frozenset(
    "head script style template noscript nav search svg iframe object embed canvas audio video datalist map math del s"
    " rt rp".split()
)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ELSEWHERE = frozenset({"navigation", "search", "menu", "menubar", "toolbar"})
"""Parts of a page that are no part of what it says; ``search`` is the search box of the site."""
_SKIP = re.compile(
    r"(?:direkt )?(?:zum|zur) (?:haupt|seiten)?(?:inhalt|navigation|menü|suche|fuß(?:zeile|bereich))\w*(?: springen)?"
    r"|(?:nach oben|seitenanfang|zum seitenanfang)|skip (?:to|navigation)\b.{0,30}|back to top",
    re.IGNORECASE,
)
_STARS = frozenset({"*", "✱", "(*)"})
_APART = frozenset("br p div li td th tr ul ol dd dt small legend h1 h2 h3 h4 h5 h6".split())


def is_hidden(node: LexborNode) -> bool:
    """Whether a person does not see this element, or it is no part of the text (scripts, menus, pictures)."""
    attributes = node.attributes
    if node.tag in _DROPPED or "hidden" in attributes or _INVISIBLE.search(attributes.get("style") or ""):
        return True
    if attributes.get("aria-hidden") == "true":
        return (node.text() or "").strip() not in _STARS
    if node.tag == "a" and (attributes.get("href") or "").startswith("#"):
        return _SKIP.fullmatch(tidy(node.text())) is not None
    return (
        attributes.get("role") in _ELSEWHERE
        or (node.tag == "input" and (attributes.get("type") or "").lower() == "hidden")
        or (node.tag == "dialog" and "open" not in attributes)
    )


def walk(root: LexborNode, *, without: frozenset[int] = frozenset()) -> Iterator[tuple[str, LexborNode]]:
    """Events ``open``, ``text``, ``comment`` and ``close`` in document order, without what is hidden.

    ``without`` names more elements to leave out, by ``mem_id``. The tree may be as deep as it likes.
    """
    node: LexborNode = root
    while True:
        down = None
        if node.is_text_node:
            yield "text", node
        elif node.is_comment_node:
            yield "comment", node
        elif node.is_element_node and (node.mem_id == root.mem_id or not _is_left_out(node, without)):
            yield "open", node
            down = node.first_child
            if down is None:
                yield "close", node
        while down is None:
            if node.mem_id == root.mem_id:
                return
            down = node.next
            if down is None:
                parent = node.parent
                if parent is None:
                    return
                node = parent
                yield "close", node
        node = down


def _is_left_out(node: LexborNode, without: frozenset[int]) -> bool:
    return node.mem_id in without or is_hidden(node)


def text_of(root: LexborNode, *, without: frozenset[int] = frozenset()) -> str:
    """The words in an element, on one line; not those that are chosen or typed in a control."""
    parts: list[str] = []
    inside = 0
    for event, node in walk(root, without=without):
        if node.tag in {"select", "textarea"} and node.mem_id != root.mem_id:
            inside += {"open": 1, "close": -1}[event]
        elif event == "text" and not inside:
            parts.append(node.text_content or "")
        elif event != "comment" and node.tag in _APART:
            parts.append(" ")
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(clean(text).split())
