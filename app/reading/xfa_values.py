"""What the values of an XFA template say: lengths in points, and texts as lines with size and weight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.reading.flow import Flow, join_lines
from app.reading.rows import GAP
from app.reading.text import clean
from app.reading.xfa_xml import Element

DEFAULT_SIZE = 10.0
"""Font size in points where the template names none."""
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "px": 0.75, "mp": 0.001, "pc": 12.0, "": 72.0}
_LENGTH = re.compile(r"\s*([+-]?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12}))\s*([a-z]*)\s*")
_SIZE = re.compile(r"font(?:-size)?\s*:[^;]*?(\d{1,3}(?:\.\d{1,4})?)\s*pt", re.IGNORECASE)
_WEIGHT = re.compile(r"font(?:-weight)?\s*:[^;]*?\b(bold|normal|[1-9]00)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARAGRAPHS = frozenset("p div li ul ol h1 h2 h3 h4 h5 h6 table tr td th".split())
_BULLET = re.compile(r"[•·●▪■◆◦‣∙➢►→✓\uf0b7\uf0a7\uf02d–-]\s+(?=\S)")
_NUMBER = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph of a text: ``size`` in points, ``marker`` as in ``Piece``; the mark of an item is not in ``text``."""

    text: str
    size: float = DEFAULT_SIZE
    bold: bool = False
    marker: str = ""


def length_of(text: str) -> float | None:
    """A length such as ``25.4mm`` in points; none when it is not given or cannot be known."""
    match = _LENGTH.fullmatch(text)
    if match is None or match[2] not in _POINTS:
        return None
    points = float(match[1]) * _POINTS[match[2]]
    return points if abs(points) < 1e5 else None


def words_of(holder: Element | None) -> str:
    """The text under ``value`` of a caption or the like, on one line; also text that stands there directly."""
    if holder is None:
        return ""
    value = holder.child("value") or holder
    return " ".join(line.text for line in lines_of(value, Element("font")))


def lines_of(value: Element, font: Element) -> list[TextLine]:
    """The paragraphs of a value: plain text or rich text; ``font`` is what the template sets for all of it."""
    base = TextLine("", length_of(font.get("size")) or DEFAULT_SIZE, font.get("weight") == "bold")
    found: list[TextLine] = []
    for part in value.children("text", "exData"):
        rich = part.child("body") or part.child("html", "body") or (part.child("p") and part)
        if part.name == "exData" and rich:
            found.extend(_Rich(base).read(rich))
        else:
            found.extend(_plain(part.text(), base))
    if not found and value.child("text") is None and value.child("exData") is None:
        found.extend(_plain("".join(part for part in value.content if isinstance(part, str)), base))
    return found


def _plain(text: str, base: TextLine) -> Iterator[TextLine]:
    """Paragraphs at line ends, except where the next line goes on with the sentence."""
    paragraph: list[str] = []
    for raw in clean(text).split("\n"):
        line = " ".join(raw.split())
        if paragraph and not (line and _marked(TextLine(line)).marker == "" and Flow().continues(paragraph[-1], line)):
            yield _marked(replace(base, text=join_lines(paragraph, frozenset())))
            paragraph = []
        if line:
            paragraph.append(line)
    if paragraph:
        yield _marked(replace(base, text=join_lines(paragraph, frozenset())))


def _marked(line: TextLine) -> TextLine:
    """The line with its marker told apart."""
    if (match := _BULLET.match(line.text)) is not None:
        return replace(line, text=line.text[match.end() :], marker="bullet")
    if _NUMBER.match(line.text) is not None:
        return replace(line, marker="number")
    return line


class _Rich:
    """Collects the paragraphs of rich text; the size and weight of a paragraph are those of most of its letters."""

    def __init__(self, base: TextLine) -> None:
        self._base = base
        self._found: list[TextLine] = []
        self._runs: list[TextLine] = []
        self._item = False

    def read(self, body: Element) -> list[TextLine]:
        """The paragraphs under ``body``."""
        self._visit(body, self._base)
        self._end()
        return self._found

    def _visit(self, element: Element, style: TextLine) -> None:
        if _HIDDEN.search(element.get("style")):
            return
        style = _styled(element, style)
        block = element.name in _PARAGRAPHS
        if block:
            self._end()
        if element.name == "li":
            self._item = True
        if element.name == "br":
            self._runs.append(replace(style, text="\n"))
        elif element.get("embed"):
            self._runs.append(replace(style, text=GAP))
        for part in element.content:
            if isinstance(part, Element):
                self._visit(part, style)
            else:
                self._runs.append(replace(style, text=part.replace("\n", " ").replace("\r", " ")))
        if block:
            self._end()
        if element.name == "li":
            self._item = False

    def _end(self) -> None:
        """A paragraph is complete."""
        text = "".join(run.text for run in self._runs)
        if text.strip():
            weights: dict[tuple[float, bool], int] = {}
            for run in self._runs:
                weights[run.size, run.bold] = weights.get((run.size, run.bold), 0) + len(run.text.strip())
            size, bold = max(weights, key=lambda key: weights[key])
            lines = list(_plain(text, TextLine("", size, bold)))
            if lines and self._item and not lines[0].marker:
                lines[0] = replace(lines[0], marker="bullet")
            self._found.extend(lines)
        self._runs = []


def _styled(element: Element, style: TextLine) -> TextLine:
    css = element.get("style")
    size, weight = _SIZE.search(css), _WEIGHT.search(css)
    if size is not None and 1 <= float(size[1]) <= 300:
        style = replace(style, size=float(size[1]))
    if weight is not None:
        style = replace(style, bold=weight[1].lower() == "bold" or weight[1] in {"600", "700", "800", "900"})
    return replace(style, bold=True) if element.name in {"b", "strong"} else style
