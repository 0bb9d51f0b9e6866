"""Reads HTML: what a person sees on the page, block by block, and the controls of its forms as fields."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.errors import EmptyText, TooLarge, UnsupportedFile
from app.model import Block, Document, Field, Role
from app.reading.characters import decode
from app.reading.controls import Control, Page, beside, blocks_of_field, fields_of, kind_of
from app.reading.elements import text_of, tidy, walk
from app.reading.flow import ends_sentence
from app.reading.html_facts import facts_of
from app.reading.limits import Limits
from app.reading.required import legend_of
from app.reading.suppression import Suppression
from app.reading.text import ADDRESS, Unit, blocks_of, units_of
from app.reading.titles import title_of
from app.reading.traps import traps

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu ol optgroup p pre search section "
    "summary table tbody td tfoot th thead tr ul".split()
)
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "caption", "summary"), "heading"),
    **dict.fromkeys(("label", "legend", "dt", "th"), "label"),
    "h1": "title",
    "li": "item",
    "address": "furniture",
}
_PAGE = frozenset({"html", "body"})
"""What they say of the language of a page is often what its program came with; we look at the words instead."""
_ONE_LINE: frozenset[Role] = frozenset({"title", "heading", "label", "hint"})
_BLANK, _BOX = "\ue000", "\ue001"
"""Where a control stands in the text: one to write in, one to tick."""
_NEAR = 200
_MOST_COLUMNS = 100
_LETTER = re.compile(r"[^\W_]")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_NOTE_MARK = re.compile(r"[\d*†)]{1,3}")
_UNIT = re.compile(r"\b[kcmdq]?m$")
_POWERS = {"2": "²", "3": "³"}


def read_html(data: bytes, *, name: str | None, limits: Limits, declared: str | None = None) -> Document:
    """The document in a page or a part of one; ``declared`` is the media type its sender gave, with the charset.

    Raises ``EmptyText``, ``TooLarge`` (characters, fields), ``UnsupportedFile`` when the bytes are no text.
    """
    text = decode(data, declared, html=True)
    if text is None:
        raise UnsupportedFile
    tree = LexborHTMLParser(text)
    reading = _Reading(tree)
    reading.read()
    if len(reading.controls) > limits.max_fields:
        raise TooLarge(limit="max_fields", maximum=limits.max_fields)
    legend = legend_of(unit.text for unit, _ in reading.units)
    fields = fields_of(reading.controls, reading.page, legend)
    blocks = _blocks(reading, fields)
    if sum(len(block.text) for block in blocks) > limits.max_characters:
        raise TooLarge(limit="max_characters", maximum=limits.max_characters)
    if not blocks:
        raise EmptyText
    title = tree.css_first("head > title")
    return Document(
        name=name,
        media_type="text/html",
        sha256=hashlib.sha256(data).hexdigest(),
        title=title_of(tidy(title.text())) if title is not None else None,
        blocks=blocks,
        fields=tuple(one for _, one in fields),
        file=facts_of(tree, text),
    )


def _blocks(reading: _Reading, fields: list[tuple[Control, Field]]) -> tuple[Block, ...]:
    """The blocks of the page, then those of the fields."""
    names: dict[str, str] = {}
    for control, one in fields:
        for id_ in control.attribute("aria-describedby").split():
            names.setdefault(id_, one.name)
    units = (replace(unit, field=names.get(hint)) if hint else unit for unit, hint in reading.units)
    own = (
        block.model_copy(update={"ignore": control.ignore}) if control.ignore else block
        for number, (control, one) in enumerate(fields, start=1)
        for block in blocks_of_field(number, control, one)
    )
    return (*blocks_of(units), *own)


@dataclass(slots=True)
class _Table:
    """Where we are in a table."""

    row: int = 0
    column: int = -1
    span: int = 1
    """How many columns the present cell takes up."""
    heads: dict[int, str] = field(default_factory=dict)
    cells: list[str] = field(default_factory=list)
    """The texts of the cells of this row so far, the present one last."""

    def heads_here(self) -> str:
        """The words that name the present cell: those of its row and its column, or of the cell to the left."""
        before = [cell for cell in self.cells[:-1] if cell]
        head = self.heads.get(self.column, "")
        if head:
            return " – ".join((*before[:1], head))
        return before[-1] if before else ""


class _Reading:
    """One walk over a page."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        described = " ".join(node.attributes.get("aria-describedby") or "" for node in tree.css("[aria-describedby]"))
        ids: dict[str, LexborNode] = {}
        for node in tree.css("[id]"):
            ids.setdefault(node.attributes.get("id") or "", node)
        labels: dict[str, list[LexborNode]] = {}
        for node in tree.css("label[for]"):
            labels.setdefault(node.attributes.get("for") or "", []).append(node)
        self._hint_ids = {ids[one].mem_id: one for one in described.split() if one in ids}
        small = (node.mem_id for node in tree.css("label small"))
        self.page = Page(ids, labels, frozenset(chain(self._hint_ids, small)))
        self.units: list[tuple[Unit, str | None]] = []
        """The blocks; with a hint, its id."""
        self.controls: list[Control] = []
        self._root = tree.root
        self._traps = traps(tree, labels)
        self._text: list[str] = []
        self._waiting: list[Control] = []  # the controls in the text that is not yet a block
        self._roles: list[tuple[int, Role, str | None]] = []  # elements with a role: mem_id, role, id of a hint
        self._labels: list[LexborNode] = []
        self._groups: list[tuple[int, str]] = [(0, "")]
        self._languages: list[tuple[int, str]] = []  # elements in another language than the page
        self._spoken: set[str] = set()  # the languages of the text that is not yet a block
        self._suppression = Suppression()
        self._hushed: dict[int, tuple[str, ...]] = {}  # what is off in a label element, by mem_id
        self._radios: dict[str, Control] = {}
        self._tables: list[_Table] = []
        self._bold = self._bold_length = self._main = self._pre = self._used = 0

    def read(self) -> None:
        """Fill ``units`` and ``controls``."""
        for comment in _before(self._root):
            self._suppression.hear(comment)
        passed: int | None = None  # an element whose inside is no text of the page
        for event, node in walk(self._root, without=self._traps) if self._root else ():
            if passed is not None:
                passed = None if event == "close" and node.mem_id == passed else passed
            elif event == "text":
                self._add(node.text_content or "")
            elif event == "comment":
                self._suppression.hear(_words_of(node))
            elif event == "close":
                self._leave(node)
            elif (kind := kind_of(node)) is not None:
                self._meet(Control(node, kind))
                passed = node.mem_id
            elif self._is_note_mark(node):
                passed = node.mem_id
            else:
                self._enter(node)
        self._flush()
        together = Counter(control.group_id for control in self.controls)
        for control in self.controls:
            control.alone = together[control.group_id] == 1
            labels = self.page.labels.get(control.attribute("id"), ())
            control.ignore += tuple(rule for label in labels for rule in self._hushed.get(label.mem_id, ()))

    def _add(self, text: str) -> None:
        text = text.replace(_BLANK, "").replace(_BOX, "")
        text = text if self._pre else _SPACES.sub(" ", text)
        self._text.append(text)
        if self._bold:
            self._bold_length += len(text.strip())
        if _LETTER.search(text):
            self._spoken.add(self._languages[-1][1] if self._languages else "")

    def _is_note_mark(self, node: LexborNode) -> bool:
        """Whether this is the mark of a footnote; squares and cubes become characters."""
        if node.tag != "sup":
            return False
        words = text_of(node)
        if words in _POWERS and _UNIT.search("".join(self._text)[-20:]):
            self._text.append(_POWERS[words])
            return True
        return bool(_NOTE_MARK.fullmatch(words))

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        role, hint = self._role_of(node)
        if tag in _BLOCKS or role is not None:
            self._flush()
        if role is not None:
            self._roles.append((node.mem_id, role, hint))
        if tag not in _PAGE and (language := node.attributes.get("lang")):
            self._languages.append((node.mem_id, language[:2].lower()))
        if tag == "label":
            self._labels.append(node)
        elif tag == "fieldset" or node.attributes.get("role") in {"group", "radiogroup"}:
            self._groups.append((node.mem_id, self._name_of_group(node)))
        elif tag in {"br", "q"}:
            self._text.append("\n" if tag == "br" else "„")
        self._count(tag, 1)
        self._step_in_table(node, tag)

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        has_role = bool(self._roles) and self._roles[-1][0] == node.mem_id
        if tag == "q":
            self._text.append("“")
        if tag in _BLOCKS or has_role:
            self._flush()
        if has_role:
            self._roles.pop()
        if tag == "label":
            self._labels.pop()
        if self._groups[-1][0] == node.mem_id:
            self._groups.pop()
        if self._languages and self._languages[-1][0] == node.mem_id:
            self._languages.pop()
        self._count(tag, -1)
        self._step_out_of_table(node, tag)

    def _count(self, tag: str, step: int) -> None:
        self._bold += step * (tag in {"b", "strong"})
        self._pre += step * (tag == "pre")
        self._main += step * (tag in {"main", "article", "section"})

    def _role_of(self, node: LexborNode) -> tuple[Role | None, str | None]:
        """The role that an element gives to the text in it, and its id when it explains a control."""
        if node.mem_id in self._hint_ids:
            return "hint", self._hint_ids[node.mem_id]
        tag = node.tag or ""
        if tag == "small":  # a remark of its own, or fine print in mid-sentence
            return ("hint" if self._labels or not "".join(self._text).strip() else None), None
        if tag in {"header", "footer"} or node.attributes.get("role") in {"banner", "contentinfo"}:
            return (None if self._main else "furniture"), None
        return _ROLES.get(tag), None

    def _name_of_group(self, node: LexborNode) -> str:
        child = node.first_child if node.tag == "fieldset" else None
        while child is not None and child.tag != "legend":
            child = child.next
        if child is not None:
            return text_of(child, without=self.page.hints)
        labelled = self.page.named(node.attributes.get("aria-labelledby") or "")
        return labelled or tidy(node.attributes.get("aria-label") or "")

    def _step_in_table(self, node: LexborNode, tag: str) -> None:
        if tag == "table":
            self._tables.append(_Table())
        elif self._tables and tag == "tr":
            table = self._tables[-1]
            table.row, table.column, table.span, table.cells = table.row + 1, -1, 1, []
        elif self._tables and tag in {"td", "th"}:
            table = self._tables[-1]
            table.column, table.span = table.column + table.span, _span(node)
            table.cells.append("")

    def _step_out_of_table(self, node: LexborNode, tag: str) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        if tag == "table":
            self._tables.pop()
        elif tag == "th" and table.row == 1 and node.attributes.get("scope") != "row":
            table.heads.update(dict.fromkeys(range(table.column, table.column + table.span), table.cells[-1]))

    def _meet(self, control: Control) -> None:
        """Take note of a control and of where it stands."""
        control.ignore = self._suppression.here()
        control.around = self._labels[-1] if self._labels else None
        control.group_id, group = self._groups[-1]
        control.group = group or None
        control.cell = self._tables[-1].heads_here() if self._tables else ""
        if control.kind == "push":
            self._flush()
            self.controls.append(control)
            words = text_of(control.node) or control.attribute("value") or control.attribute("alt")
            self.units += [(Unit("label", words), None)] if words else []
            return
        if self._used < len(self.units) and not "".join(self._text).strip():
            last = self.units[-1][0]
            control.above = last.text if last.role == "label" or last.text.endswith((":", "?")) else ""
        self._used = len(self.units)
        self._waiting.append(control)
        self._text.append(_BOX if control.kind in {"check", "radio"} else _BLANK)
        first = self._radios.get(control.attribute("name")) if control.kind == "radio" else None
        if first is not None:
            first.buttons.append(control)
            return
        self.controls.append(control)
        if control.kind == "radio" and control.attribute("name"):
            self._radios[control.attribute("name")] = control

    def _flush(self) -> None:
        """Make the text so far a block, or several."""
        raw, bold = "".join(self._text), self._bold_length
        self._text, self._bold_length = [], 0
        waiting, self._waiting = self._waiting, []
        spoken, self._spoken = self._spoken, set()
        parts = re.split(f"[{_BLANK}{_BOX}]", raw)
        for control, before, after in zip(waiting, parts, parts[1:], strict=False):
            near = after.partition("\n")[0] if control.kind in {"check", "radio"} else before.rpartition("\n")[2]
            control.near = tidy(near) if len(near) <= _NEAR else ""
            control.beside = beside(before[-_NEAR:], after[:_NEAR], last=after is parts[-1])
        if not raw.strip():
            return
        _, role, hint = self._roles[-1] if self._roles else (0, None, None)
        units = _units(raw, role, bold=bold >= len(re.sub(rf"[\s{_BLANK}{_BOX}]", "", raw)))
        language = (spoken.pop() or None) if len(spoken) == 1 else None
        ignore = self._suppression.take() if units else ()
        if ignore and self._labels:
            self._hushed[self._labels[-1].mem_id] = ignore
        self.units += [(replace(unit, language=language, ignore=ignore), hint) for unit in units]
        self._used = len(self.units) if waiting else self._used
        if self._tables and self._tables[-1].cells:
            cells = self._tables[-1].cells
            cells[-1] = " ".join(filter(None, (cells[-1], *(unit.text for unit in units))))


def _before(root: LexborNode | None) -> Iterator[str]:
    """The comments before the body of a page, in order: the tree keeps them beside its root, then in its head."""
    nodes: list[LexborNode] = []
    node = root.prev if root is not None else None
    while node is not None:
        nodes.append(node)
        node = node.prev
    nodes.reverse()
    head = root.css_first("head") if root is not None else None
    node = head.first_child if head is not None else None
    while node is not None:
        nodes.append(node)
        node = node.next
    return (_words_of(node) for node in nodes if node.is_comment_node)


def _words_of(comment: LexborNode) -> str:
    return (comment.html or "").removeprefix("<!--").removesuffix("-->")


def _span(cell: LexborNode) -> int:
    span = cell.attributes.get("colspan") or ""
    return min(int(span), _MOST_COLUMNS) if span.isdecimal() and 0 < len(span) < 5 and int(span) else 1


def _units(raw: str, role: Role | None, *, bold: bool) -> list[Unit]:
    """The blocks of a run of text in an element that gives it this role."""
    if role is not None and role in _ONE_LINE:
        text = tidy(raw.replace(_BLANK, " ").replace(_BOX, " "))
        asks = role == "label" and ends_sentence(text) and len(text.split()) >= 4
        return [Unit("item" if asks else role, text)] if _LETTER.search(text) else []
    units = units_of(raw.replace(_BLANK, " ____ ").replace(_BOX, " ☐ "))
    return [replace(unit, role=_judge(unit, role, bold=bold)) for unit in units]


def _judge(unit: Unit, role: Role | None, *, bold: bool) -> Role:
    """The role of a block, by its element and by its words."""
    if role == "furniture" or unit.role in {"label", "option"}:
        return role if role == "furniture" else unit.role
    if role is not None:
        return role
    if unit.role == "heading" and not bold:
        return "paragraph" if ADDRESS.search(unit.text) else "label"
    return unit.role
