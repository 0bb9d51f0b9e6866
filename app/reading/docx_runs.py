"""Reads one paragraph of a Word document: its runs, fields, hyphens and tabs, as a person sees them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.reading.docx_controls import is_legacy, of_content_control, of_field_code
from app.reading.docx_flow import BLANK, BOX, LEADER, Control, Part
from app.reading.docx_package import Element
from app.reading.docx_styles import Format, Styles

GONE = frozenset({"del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr", "sectPr", "altChunk"})
"""What is deleted, and what only says how something looks."""
_PAGE_CODES = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_CONTENTS_CODES = frozenset({"TOC", "INDEX", "TOA"})
_OUR_SIGNS = re.compile(f"[{BLANK}{BOX}{LEADER}]")
_PLAIN: dict[str, str] = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_SYMBOLS = {
    **dict.fromkeys(("F0A8", "F06F", "F071", "F072", "F0A3"), "☐"),
    **dict.fromkeys(("F0FE", "F0FD", "F078"), "☒"),
    **dict.fromkeys(("F0E0", "F0E8"), "→"),
    "F0FC": "✓",
    "F0B7": "•",
    "F0A7": "•",
    "F02D": "-",
}
_MOST_FIELDS = 100
"""Field codes may lie in each other so deep; what begins deeper is no field."""


@dataclass(slots=True)
class FieldCode:
    """A field between its ``begin`` and its ``end``: first its code, then its result."""

    data: Element | None
    code: str = ""
    in_code: bool = True
    control: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open; they may begin in one paragraph and end in another."""

    open: list[FieldCode] = field(default_factory=list)

    def is_silent(self) -> bool:
        """Whether text here is a code or what is filled in, not text of the document."""
        return any(one.in_code or one.control for one in self.open)

    def in_contents(self) -> bool:
        """Whether text here is in a table of contents."""
        return any(not one.in_code and _word(one) in _CONTENTS_CODES for one in self.open)


def _word(one: FieldCode) -> str:
    return one.code.split(None, 1)[0].upper() if one.code.split() else ""


@dataclass(slots=True)
class Runs:
    """Collects what the runs of one paragraph say."""

    styles: Styles
    fields: Fields
    form: Format
    leaders: tuple[bool, ...] = ()
    """For each tab stop of the paragraph whether it draws a line."""
    inner: Callable[[Element], list[Part]] = lambda _: []
    """Reads the blocks in a text box."""
    text: list[str] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes and endnotes that it refers to: kind, id."""
    boxes: list[Part] = field(default_factory=list)
    """What stands in text boxes."""
    ignore: tuple[str, ...] = ()
    """Rules that a comment switches off here."""
    has_page: bool = False
    letters: int = 0
    bold_letters: int = 0
    _tabs: int = 0

    def read(self, parent: Element) -> None:
        """Read all that is in an element: a paragraph, a link, an inserted part."""
        for child in parent.children:
            if child.name == "r":
                self._run(child)
            elif child.name == "sdt":
                self._content_control(child)
            elif child.name == "fldSimple":
                self._simple_field(child)
            elif child.name == "t":  # a formula has its runs in another way
                self._say(child.text)
            elif child.name not in GONE:
                self.read(chosen(child))

    def _run(self, run: Element) -> None:
        form = self.styles.run_format(run.child("rPr"), self.form)
        start = len(self.text)
        before = self.letters
        for child in run.children:
            if child.name == "fldChar":
                self._field_char(child)
            elif child.name == "instrText":
                if self.fields.open and self.fields.open[-1].in_code:
                    self.fields.open[-1].code += child.text
            elif child.name == "ruby":
                self.read(child.child("rubyBase") or Element("rubyBase"))
            elif not form.hidden and child.name not in GONE:
                self._piece(child)
        said = "".join(self.text[start:])
        if form.underlined and not said.strip() and ("\t" in said or len(said) >= 3):
            self.text[start:] = [LEADER] if start == 0 or self.text[start - 1] != LEADER else []
        if form.bold:
            self.bold_letters += self.letters - before

    def _piece(self, child: Element) -> None:
        """A part of a run that is not a field."""
        name = child.name
        if name == "t":
            self._say(_printed(child))
        elif name == "tab":
            leads = self._tabs < len(self.leaders) and self.leaders[self._tabs]
            self._tabs += 1
            self._put(LEADER if leads else "\t")
        elif name in _PLAIN:
            self._tabs = 0 if name in {"br", "cr"} else self._tabs
            self._put(_PLAIN[name])
        elif name == "sym":
            code = child.attributes.get("char", "").upper()
            self._say(_SYMBOLS.get(code, "" if code[:1] in {"F", ""} else _character(code)))
        elif name in {"footnoteReference", "endnoteReference"}:
            if not self.fields.is_silent():
                self.notes.append((name, child.attributes.get("id", "")))
        elif name in {"AlternateContent", "drawing", "pict", "object"}:
            self._text_boxes(chosen(child))

    def _text_boxes(self, drawing: Element) -> None:
        """What stands in the text boxes of a drawing, once."""
        waiting = [drawing]
        while waiting:
            one = waiting.pop()
            if one.name == "txbxContent":
                self.boxes += self.inner(one)
            else:
                waiting += reversed(chosen(one).children)

    def _say(self, text: str) -> None:
        text = _OUR_SIGNS.sub("", text)
        if not self.fields.is_silent():
            self.letters += len("".join(text.split()))
        self._put(text)

    def _put(self, text: str) -> None:
        if not self.fields.is_silent():
            self.text.append(text)

    def meet(self, control: Control) -> None:
        """Take note of something to fill in."""
        if not self.fields.is_silent():
            self.controls.append(control)
            self.text.append(BOX if control.kind == "check" else BLANK)

    def _field_char(self, char: Element) -> None:
        kind = char.attributes.get("fldCharType", "")
        stack = self.fields.open
        if kind == "begin" and len(stack) < _MOST_FIELDS:
            stack.append(FieldCode(char.child("ffData")))
        elif kind == "separate" and stack and stack[-1].in_code:
            self._begin_result(stack[-1])
        elif kind == "end" and stack:
            if stack[-1].in_code:
                self._begin_result(stack[-1])
            stack.pop()

    def _begin_result(self, one: FieldCode) -> None:
        """The code is complete: is it something to fill in?"""
        outer = self.fields.open[:-1]
        one.in_code = False
        self.has_page = self.has_page or _word(one) in _PAGE_CODES
        if is_legacy(one.code) and not any(other.in_code or other.control for other in outer):
            self.meet(of_field_code(one.code, one.data))
            one.control = True

    def _simple_field(self, element: Element) -> None:
        code = element.attributes.get("instr", "")
        self.has_page = self.has_page or code.strip().upper().split(" ")[0] in _PAGE_CODES
        if is_legacy(code):
            self.meet(of_field_code(code, element.child("fldData", "ffData") or element.child("ffData")))
        else:
            self.read(element)

    def _content_control(self, sdt: Element) -> None:
        content = sdt.child("sdtContent")
        control = of_content_control(sdt.child("sdtPr"), content)
        if control is not None:
            self.meet(control)
        elif content is not None:
            self.read(content)


def chosen(element: Element) -> Element:
    """The element or, of alternatives for new and old programs, the one that is shown: never both."""
    if element.name != "AlternateContent":
        return element
    choice, fallback = element.child("Choice"), element.child("Fallback")
    if choice is not None and (choice.has("t", "txbxContent") or fallback is None):
        return choice
    return fallback or Element("Fallback")


def _printed(text: Element) -> str:
    """The characters of a ``w:t``; line ends in the file are spaces, and at its edges nothing."""
    words = text.text
    if "\n" in words and text.attributes.get("space") != "preserve":
        words = words.strip()
    return re.sub(r"\s*[\r\n]\s*", " ", words)


def _character(code: str) -> str:
    try:
        found = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= found <= "\udfff" else found
