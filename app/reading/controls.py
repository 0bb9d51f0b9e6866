"""The controls of an HTML form and their labels: what a person is asked, and where that is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from app.model import Block, Field, Kind, LabelSource
from app.reading.declared import choices, declared_answer
from app.reading.elements import text_of, tidy
from app.reading.required import Legend, said

_KINDS: dict[str, Kind] = {
    "checkbox": "check",
    "radio": "radio",
    "submit": "push",
    "button": "push",
    "reset": "push",
    "image": "push",
}
_STAR = re.compile(r"^[*✱]+\s+|[\s(]*[*✱]+\)?(?=\s*:?$)")
_LONGEST = 2_000
"""Characters of a label or hint that are kept with its field; the text of the page has all of it."""
_BRACKET = re.compile(r"\s*(?:\([^()]{1,60}\)|[*✱]+)")
"""What begins a text behind a control and still is about it."""
_CLASS = re.compile(r"(?:[a-z]+[-_]+)*(?:required|mandatory|pflichtfeld)", re.IGNORECASE)
_NOT = re.compile(r"not[-_]|non[-_]|optional", re.IGNORECASE)


@dataclass(slots=True)
class Control:
    """A control as it was met on the page; radio buttons of one name are one control."""

    node: LexborNode
    kind: Kind
    group: str | None = None
    group_id: int = 0
    alone: bool = False
    """Whether its group holds no other control, so that the name of the group asks for this one."""
    around: LexborNode | None = None
    """The label element that holds it."""
    near: str = ""
    """The words before it or, for a box, behind it, when no element says what its label is."""
    cell: str = ""
    """The heads of its row and column in a table."""
    above: str = ""
    """The question or label that stands before it in a block of its own."""
    beside: tuple[str, ...] = ()
    """What stands right before and behind it, where a mark may say whether it must be filled in."""
    buttons: list[Control] = field(default_factory=list)
    """The other radio buttons of the group."""
    ignore: tuple[str, ...] = ()
    """Rules that are switched off where it stands."""

    def attribute(self, name: str) -> str:
        """An attribute of the element on one line, or nothing."""
        return tidy(self.node.attributes.get(name) or "")


@dataclass(frozen=True, slots=True)
class Page:
    """Where labels are found: elements by id, label elements by the id that they are for, and what is no label."""

    ids: Mapping[str, LexborNode]
    labels: Mapping[str, Sequence[LexborNode]]
    hints: frozenset[int]
    """``mem_id`` of elements that explain a control; they may stand inside its label."""
    known: dict[int, str] = field(default_factory=dict)
    """The words of label elements by ``mem_id``; one may stand for many controls."""
    called: dict[int, str] = field(default_factory=dict)
    """The words of elements that a control names by their id."""

    def words(self, label: LexborNode) -> str:
        """The words of a label element."""
        if label.mem_id not in self.known:
            self.known[label.mem_id] = text_of(label, without=self.hints)[:_LONGEST]
        return self.known[label.mem_id]

    def named(self, ids: str) -> str:
        """The words of the elements with these ids."""
        found = [node for one in ids.split() if (node := self.ids.get(one)) is not None]
        for node in found:
            if node.mem_id not in self.called:
                self.called[node.mem_id] = text_of(node)[:_LONGEST]
        return " ".join(self.called[node.mem_id] for node in found)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a control, where it was found, and how sure that is."""

    text: str
    source: LabelSource
    confidence: float


def kind_of(node: LexborNode) -> Kind | None:
    """The kind of a control, or none when the element is none."""
    attributes = node.attributes
    if node.tag == "input":
        return _KINDS.get((attributes.get("type") or "").lower(), "text")
    if node.tag == "select":
        return "list" if "multiple" in attributes or (attributes.get("size") or "1") not in {"0", "1"} else "combo"
    if node.tag == "button":
        return "push"
    return "text" if node.tag == "textarea" else None


def fields_of(controls: Iterable[Control], page: Page, legend: Legend) -> list[tuple[Control, Field]]:
    """The fields, each with a name of its own; ``legend`` says what a star means on this page."""
    taken: dict[str, int] = {}
    found = []
    for number, control in enumerate(controls, start=1):
        name = control.attribute("name") or control.attribute("id") or f"field{number}"
        taken[name] = taken.get(name, 0) + 1
        one = _field(control, page, legend)
        found.append((control, one.model_copy(update={"name": f"{name}#{taken[name]}" if taken[name] > 1 else name})))
    return found


def blocks_of_field(number: int, control: Control, one: Field) -> Iterator[Block]:
    """The label of a field as a block, then what else is said about it; ``number`` counts fields from 1."""
    yield Block(id=f"f{number}label", role="label", text=one.label, field=one.name)
    if one.tooltip and one.tooltip != one.label:
        yield Block(id=f"f{number}tooltip", role="hint", text=one.tooltip, field=one.name)
    placeholder = control.attribute("placeholder")
    if placeholder and placeholder != one.label:
        yield Block(id=f"f{number}placeholder", role="hint", text=placeholder, field=one.name)
    for position, option in enumerate(one.options, start=1):
        yield Block(id=f"f{number}o{position}", role="option", text=option, field=one.name)


def beside(before: str, after: str, *, last: bool) -> tuple[str, ...]:
    """The texts around a control that can be about it; behind it only a bracket or a star unless it is the last."""
    bracket = _BRACKET.match(after)
    return (tidy(before), tidy(after if last else bracket[0] if bracket else ""))


def _field(control: Control, page: Page, legend: Legend) -> Field:
    attributes = control.node.attributes
    every = [control, *control.buttons]
    label = next((label for label in _labels(control, page) if label.text), Label("", "none", 0.0))
    flagged = any(_is_flagged(one, page) for one in every)
    marked = None if flagged else _marked(control, label, page, legend)
    length = control.attribute("maxlength")
    one = Field(
        name="",
        kind=control.kind,
        label=_STAR.sub("", label.text),
        label_source=label.source,
        label_confidence=label.confidence,
        tooltip=control.attribute("aria-label") or control.attribute("title") or None,
        required=flagged or marked is True,
        required_source="flag" if flagged else "none" if marked is None else "text",
        read_only="readonly" in attributes or "disabled" in attributes,
        options=_options(control, page),
        max_length=int(length) if length.isdecimal() and len(length) < 10 else None,
        group=control.group,
    )
    return one.model_copy(update={"answer": declared_answer(control.node, one)})


def _is_flagged(control: Control, page: Page) -> bool:
    """Whether the page declares that a control must be filled in: an attribute, or a class that draws the star."""
    if "required" in control.node.attributes or control.attribute("aria-required").lower() == "true":
        return True
    names = " ".join(node.attributes.get("class") or "" for node in (control.node, *_label_elements(control, page)))
    return any(_CLASS.fullmatch(name) and not _NOT.search(name) for name in names.split())


def _marked(control: Control, label: Label, page: Page, legend: Legend) -> bool | None:
    """What the words around a control say: that it must be filled in, that it need not, or nothing."""
    if control.kind == "push":
        return None
    hints = page.named(control.attribute("aria-describedby"))
    words = (label.text, *control.beside, control.attribute("placeholder"), control.attribute("title"), hints)
    own = said((word for word in words if word), legend)
    if own is None and control.group and said((control.group,), legend) is False:
        return False  # a group of voluntary answers
    return own


def _labels(control: Control, page: Page) -> Iterator[Label]:
    """What may be the label, the best first."""
    if control.kind == "radio" and (control.buttons or control.group):
        group = Label(control.group or "", "caption", 1.0 if control.alone else 0.5)
        above = Label("" if control.above in _options(control, page) else control.above, "above", 0.5)
        yield from (group, above) if control.alone else (above, group)
        yield Label(control.cell, "table", 0.5)
        yield Label(control.attribute("title"), "tooltip", 0.5)
        return
    yield from _own_labels(control, page)
    if control.kind == "push":
        yield Label(text_of(control.node), "inside", 1.0)
        yield Label(control.attribute("value") or control.attribute("alt"), "inside", 1.0)
    box = control.kind in {"check", "radio"}
    yield Label(control.near, "right" if box else "left", 0.5)
    yield Label(control.cell, "table", 0.5)
    yield Label(control.above, "above", 0.4)
    yield Label(control.attribute("placeholder"), "inside", 0.3)


def _own_labels(control: Control, page: Page) -> Iterator[Label]:
    """What the page itself declares to be the label."""
    words = (page.words(one) for one in _label_elements(control, page))
    yield Label(" ".join(filter(None, words)), "caption", 1.0)
    yield Label(page.named(control.attribute("aria-labelledby")), "caption", 1.0)
    yield Label(control.attribute("aria-label"), "tooltip", 0.9)
    yield Label(control.attribute("title"), "tooltip", 0.8)


def _label_elements(control: Control, page: Page) -> list[LexborNode]:
    elements = list(page.labels.get(control.node.attributes.get("id") or "", ()))
    if control.around is not None and not control.around.attributes.get("for"):
        elements.append(control.around)
    return elements


def _options(control: Control, page: Page) -> tuple[str, ...]:
    """What can be chosen, in words; an option without words is none."""
    if control.kind in {"combo", "list"}:
        return choices(control.node)
    suggested = page.ids.get(control.node.attributes.get("list") or "")
    if control.kind == "text":
        return choices(control.node, suggested) if suggested is not None else ()
    if control.kind == "radio":
        buttons = [replace(one, kind="check", above="", cell="") for one in (control, *control.buttons)]
        texts = (next((label.text for label in _labels(one, page) if label.text), "") for one in buttons)
        return tuple(text for text in texts if text)
    return ()
