"""What the styles and lists of a Word document make of a paragraph: heading, title, item, bold, hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from app.reading.docx_package import Element

Shape = Literal["plain", "title", "subtitle", "heading", "item", "box", "contents", "caption"]
"""What a paragraph is by its style; ``box``: an item whose bullet is a box to tick, ``contents``: a line of a table of
contents."""

_DEEPEST = 12
"""So many styles are followed from one to the one it is based on."""
_BODY_LEVEL = 9
_SHAPES: tuple[tuple[Shape, re.Pattern[str]], ...] = (
    ("contents", re.compile(r"(?:toc|verzeichnis|inhaltsverzeichnis|inhalt|contents) ?\d|table of figures")),
    ("heading", re.compile(r"(?:heading|überschrift|ueberschrift|berschrift|titre|rubrik|kop|nagłówek) ?[1-9]\b.*")),
    ("title", re.compile(r"title|titel|formulartitel|dokumenttitel|haupttitel")),
    ("subtitle", re.compile(r"subtitle|untertitel")),
    ("caption", re.compile(r"caption|beschriftung")),
)
_LIST = re.compile(r"list (?:bullet|number|paragraph bullet)|aufzählungszeichen|listennummer|liste? ?bullet")
_PLACEHOLDER = re.compile(r"placeholder ?text|platzhaltertext")
_BOXES = frozenset("☐☑☒□❑❒❏◻⬜\uf06f\uf071\uf072\uf0a8\uf0a3\uf0fe\uf0fd")


@dataclass(frozen=True, slots=True)
class Format:
    """What a run or its style says; none where it does not."""

    bold: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    placeholder: bool = False

    def over(self, below: Format) -> Format:
        """This format where it speaks, and ``below`` elsewhere."""
        return Format(
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.underlined if self.underlined is None else self.underlined,
            self.placeholder or below.placeholder,
        )


@dataclass(slots=True)
class _Style:
    name: str
    based_on: str
    level: int | None
    list_id: str
    list_level: str
    form: Format
    bordered: bool


def format_of(properties: Element | None, name: str = "") -> Format:
    """The format in a ``w:rPr``; ``name`` is that of its style."""
    if properties is None:
        return Format(placeholder=bool(_PLACEHOLDER.fullmatch(name)))
    return Format(
        properties.is_on("b"),
        properties.is_on("vanish"),
        properties.is_on("u"),
        bool(_PLACEHOLDER.fullmatch(name)),
    )


def has_border(borders: Element | None) -> bool:
    """Whether any line is drawn by a ``w:tblBorders`` or ``w:tcBorders``."""
    return borders is not None and any(
        one.attributes.get("val", "") not in {"nil", "none", ""} for one in borders.children
    )


@dataclass(slots=True)
class Styles:
    """The styles by their ids, and which lists have boxes or nothing at all as their marks."""

    _styles: dict[str, _Style] = field(default_factory=dict)
    _default: str = ""
    _base: Format = field(default_factory=Format)
    _marks: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """Kind and text of the mark, by list and level."""

    @classmethod
    def of(cls, styles: Element | None, numbering: Element | None) -> Styles:
        """The styles of a document; both parts may be missing."""
        found = cls()
        if styles is not None:
            found._read(styles)
        if numbering is not None:
            found._marks = dict(_marks(numbering))
        return found

    def _read(self, root: Element) -> None:
        self._base = format_of(root.child("docDefaults", "rPrDefault", "rPr"))
        for one in root.all("style"):
            id_ = one.attributes.get("styleId", "")
            paragraph = one.child("pPr")
            level = paragraph.value("outlineLvl") if paragraph is not None else ""
            name = one.value("name").strip().lower()
            self._styles[id_] = _Style(
                name,
                one.value("basedOn"),
                int(level) if level.isdecimal() else None,
                paragraph.value("numPr", "numId") if paragraph is not None else "",
                paragraph.value("numPr", "ilvl") if paragraph is not None else "",
                format_of(one.child("rPr"), name),
                has_border(one.child("tblPr", "tblBorders")),
            )
            if one.attributes.get("type") == "paragraph" and one.attributes.get("default") in {"1", "true", "on"}:
                self._default = id_

    def _chain(self, id_: str) -> Iterator[_Style]:
        """A style and those it is based on."""
        for _ in range(_DEEPEST):
            style = self._styles.get(id_)
            if style is None:
                return
            yield style
            id_ = style.based_on

    def shape(self, properties: Element | None) -> Shape:
        """What a paragraph is by its ``w:pPr``."""
        id_ = (properties.value("pStyle") if properties is not None else "") or self._default
        chain = list(self._chain(id_))
        names = [style.name for style in chain] or [id_.lower()]
        for shape, pattern in _SHAPES:
            if any(pattern.fullmatch(name) for name in names):
                return shape
        level = properties.value("outlineLvl") if properties is not None else ""
        levels = [int(level)] if level.isdecimal() else [style.level for style in chain if style.level is not None]
        if levels and levels[0] < _BODY_LEVEL:
            return "heading"
        return self._list_shape(properties, chain, names)

    def _list_shape(self, properties: Element | None, chain: list[_Style], names: list[str]) -> Shape:
        number = properties.value("numPr", "numId") if properties is not None else ""
        depth = properties.value("numPr", "ilvl") if properties is not None else ""
        for style in chain:
            number, depth = number or style.list_id, depth or style.list_level
        if number == "0":
            return "plain"
        if not number:
            return "item" if any(_LIST.match(name) for name in names) else "plain"
        kind, mark = self._marks.get((number, depth or "0"), ("bullet", "•"))
        if kind == "none" or (not mark and kind != "bullet"):
            return "plain"
        return "box" if kind == "bullet" and mark and set(mark) <= _BOXES else "item"

    def paragraph_format(self, properties: Element | None) -> Format:
        """How the runs of a paragraph look when they do not say."""
        id_ = (properties.value("pStyle") if properties is not None else "") or self._default
        found = Format()
        for style in self._chain(id_):
            found = found.over(style.form)
        return found.over(self._base)

    def run_format(self, properties: Element | None, below: Format) -> Format:
        """How a run looks, by its ``w:rPr``, over the format of its paragraph."""
        if properties is None:
            return below
        found = format_of(properties)
        for style in self._chain(properties.value("rStyle")):
            found = found.over(style.form)
        return found.over(below)

    def table_has_border(self, properties: Element | None) -> bool:
        """Whether a table draws lines, by its ``w:tblPr``."""
        if properties is None:
            return False
        own = properties.child("tblBorders")
        if own is not None and own.children:
            return has_border(own)
        return any(style.bordered for style in self._chain(properties.value("tblStyle")))


def _marks(root: Element) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The marks of the lists: ``(list, level)`` with the kind of mark and its text."""
    levels: dict[str, dict[str, tuple[str, str]]] = {}
    for abstract in root.all("abstractNum"):
        levels[abstract.attributes.get("abstractNumId", "")] = dict(_levels(abstract))
    for number in root.all("num"):
        own = dict(levels.get(number.value("abstractNumId"), {}))
        for override in number.all("lvlOverride"):
            own.update(_levels(override))
        for level, mark in own.items():
            yield (number.attributes.get("numId", ""), level), mark


def _levels(parent: Element) -> Iterator[tuple[str, tuple[str, str]]]:
    for level in parent.all("lvl"):
        yield level.attributes.get("ilvl", "0"), (level.value("numFmt") or "decimal", level.value("lvlText"))
