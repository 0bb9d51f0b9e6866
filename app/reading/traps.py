"""Controls that a person never sees or reaches: bait for programs that send spam, and what is placed off the screen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.reading.elements import text_of

_OFF_SCREEN = re.compile(
    r"(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}(?:px|em|rem|%)|opacity\s*:\s*0(?![.\d])"
)
_BAIT = re.compile(r"honey_?-?pot|anti_?-?spam|spam_?-?(?:trap|protect|schutz|check)|bot_?-?trap", re.IGNORECASE)
_KEEP_EMPTY = re.compile(
    r"\b(?:feld|field)\b.{0,40}\b(?:nicht ausfüllen|leer|freilassen|frei lassen|blank|empty)\b|\bspam"
    r"|\b(?:leave|keep)\b.{0,20}\b(?:blank|empty)\b|\bwenn Sie ein Mensch sind\b|\bif you are (?:a )?human\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"amt|behörde|stelle|bearbeit|office|official|staff"
    r"|\b(?:if|when|unless|wenn|falls|sofern|soweit)\b(?! you are (?:a )?human| Sie ein Mensch)",
    re.IGNORECASE,
)
"""What the office fills in, or what may be left empty in some cases, is no trap: a person sees it."""
_SHOWN_OTHERWISE = frozenset({"checkbox", "radio", "file", "hidden", "submit", "button", "reset", "image"})
_LABEL = 200
_UP = 4
"""So many elements around a control are looked at."""


def traps(tree: LexborHTMLParser, labels: Mapping[str, Sequence[LexborNode]]) -> frozenset[int]:
    """``mem_id`` of the text controls that nobody is to fill in, and of the elements around them and of their labels.

    ``labels`` are the label elements by the id that they are for. Boxes, radio buttons and uploads off the
    screen stay: pages draw their own in their place.
    """
    found: set[int] = set()
    words: dict[int, str] = {}  # a label may hold many controls
    for node in tree.css("input, textarea"):
        if (node.attributes.get("type") or "text").lower() in _SHOWN_OTHERWISE:
            continue
        own = [*labels.get(node.attributes.get("id") or "\0", ())]
        around = _around(node)
        own += [one for one in around if one.tag == "label"]
        out = next((one for one in (node, *around) if _is_off(one)), None)
        if out is None and _is_bait(node, [_start(label, words) for label in own]):
            out = node
        if out is not None:
            found.add(out.mem_id)
            found.update(one.mem_id for one in own)
    return frozenset(found)


def _around(node: LexborNode) -> list[LexborNode]:
    """The nearest elements around a control that are made for it."""
    found: list[LexborNode] = []
    parent = node.parent
    while parent is not None and len(found) < _UP and parent.tag in {"div", "p", "span", "label", "li"}:
        found.append(parent)
        parent = parent.parent
    return found


def _is_off(node: LexborNode) -> bool:
    return _OFF_SCREEN.search(node.attributes.get("style") or "") is not None


def _start(label: LexborNode, known: dict[int, str]) -> str:
    """The beginning of what a label says."""
    if label.mem_id not in known:
        known[label.mem_id] = text_of(label)[:_LABEL]
    return known[label.mem_id]


def _is_bait(node: LexborNode, texts: Sequence[str]) -> bool:
    """Whether its names give a control away, or its label asks to leave it empty."""
    attributes = node.attributes
    names = " ".join(attributes.get(key) or "" for key in ("name", "id", "class"))
    return bool(_BAIT.search(names)) or any(_KEEP_EMPTY.search(text) and not _HARMLESS.search(text) for text in texts)
