"""Reads plain text as people paste it from letters, mails and web pages: lines become paragraphs, items, headings.

The result does not depend on the width at which lines were wrapped, on the number of blank lines, or on spaces.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.errors import EmptyText, InvalidRequest, TooLarge
from app.model import Block, Document, Role
from app.reading.flow import (
    Flow,
    continues_over_gap,
    ends_sentence,
    expects_more,
    is_certain_wrap,
    is_salutation,
    join_lines,
    vocabulary_of,
)
from app.reading.limits import Limits

_FLOWING = frozenset({"plain", "item", "number"})

MAX_BLOCK = 20_000
"""No block is longer, in code points; a longer paragraph is cut, at the end of a sentence where there is one."""
HEADING_WORDS = 12
HEADING_LENGTH = 100

_UNREADABLE = re.compile(
    r"[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_BOX = r"[☐☑☒□❑❒❏◯○⬜✓✔\uf06f\uf071\uf0a8]|\[[ xX]?\]"
_BULLET = re.compile(rf"(?:(?P<box>{_BOX})|[•·●▪■◆◦‣∙‧➢►▶→»›✗*+\uf000-\uf0ff]|(?P<dash>[-–—−]))(?=\s|$)\s*|o\t\s*")
_NUMBER = re.compile(
    r"(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(?[a-zA-Z]\)|[A-Z]\.|[ivxIVX]{1,5}[.)])(?=\s)\s+"
)
_NOT_AN_ITEM = re.compile(
    r"\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|"
    r"\d{1,2}\.\d{1,2} (?:Uhr|Euro|EUR|€|Prozent|%)|\d{1,2}\. Lebensjahr"
)
_BLANK = re.compile(r"_{3,}|\.{5,}|…{2,}|(?:_ ){2,}_|(?:\. ){4,}\.")
_GOES_ON = re.compile(r"[a-zäöüß,;)%€]|(?:EUR|Euro|Uhr|Personen|Jahre?|Monate?|Quadratmeter)\b")
"""How the words behind a blank begin when they belong to the sentence before it."""
ADDRESS = re.compile(r"\b(?:Sie|[Bb]itte|[Ww]ir|[Ii]ch|you|You|[Pp]lease|we|We)\b")
"""Words that make a short line with a colon a sentence, not a heading."""
_PAGE = re.compile(r"(?:Seite|Page|Blatt|S\.) ?\d+(?: ?(?:von|of|/) ?\d+)?|[-–] ?\d{1,3} ?[-–]|\d{1,3} ?/ ?\d{1,3}")
_HEADING = re.compile(r"#{1,6} ")
_RULE = re.compile(r"[-=*_#~.·•–—+|\s]{3,}")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_QUOTED = re.compile(r"^(?:>\s?)+")
_LETTER = re.compile(r"[^\W_]")
_CONTACT = re.compile(
    r"\b\d{5} [A-ZÄÖÜ]|@|\bwww\.|https?://|\b(?:Tel|Telefon|Fax|Phone)\b|"
    r"(?:straße|str\.|weg|platz|allee|gasse|Street|Road) \d"
)
_CLOSING = re.compile(
    r"(?:Mit freundlichen Grüßen|Freundliche Grüße|Hochachtungsvoll|Im Auftrag|Yours \w+|Kind regards)"
)
_PAIR = re.compile(r"[^:]{1,40}: \S")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A block before it has an id."""

    role: Role
    text: str
    field: str | None = None
    """Name of the field that it explains."""
    language: str | None = None
    """As in ``Block``."""
    ignore: tuple[str, ...] = ()
    """As in ``Block``."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its text without the mark of a list, and what stands before it."""

    text: str
    kind: str = "plain"
    """``plain``, ``item`` (a list), ``number`` (a numbered list), ``heading``, ``page`` (a page number) or, ready as it
    is, a role."""
    mark: str = ""
    after_blank: bool = False
    indented: bool = False


def read_text(text: str, *, name: str | None, limits: Limits, sha256: str | None = None) -> Document:
    """The document in a plain text; ``sha256`` is that of the bytes it came in, by default its own in UTF-8.

    Raises ``TooLarge`` over ``limits``, ``InvalidRequest`` for half characters (lone surrogates), ``EmptyText``.
    """
    if len(text) > limits.max_characters:
        raise TooLarge(limit="max_characters", maximum=limits.max_characters)
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError:
        where = {"pointer": "/text", "detail": "Der Text enthält halbe Zeichen (einzelne Surrogate)."}
        raise InvalidRequest(errors=[where]) from None
    blocks = blocks_of(units_of(text))
    if not blocks:
        raise EmptyText
    digest = sha256 or hashlib.sha256(encoded).hexdigest()
    return Document(name=name, media_type="text/plain", sha256=digest, blocks=blocks)


def blocks_of(units: Iterable[Unit]) -> tuple[Block, ...]:
    """Blocks ``p0b1``, ``p0b2`` …, none longer than ``MAX_BLOCK``."""
    pieces = [(unit, piece) for unit in units for piece in _cut(unit.text)]
    return tuple(
        Block(
            id=f"p0b{number}", role=unit.role, text=text, field=unit.field, language=unit.language, ignore=unit.ignore
        )
        for number, (unit, text) in enumerate(pieces, start=1)
    )


def units_of(text: str) -> list[Unit]:
    """The text as paragraphs, items, headings and labels, in order; what holds no letter or digit is left out."""
    cleaned = clean(text)
    lines = _close_up(list(_lines(cleaned)))
    groups = _groups(lines)
    vocabulary = vocabulary_of(cleaned)
    texts = [join_lines((line.text for line in group), vocabulary) for group in groups]
    units = [
        Unit(role, f"{group[0].mark} {text}" if group[0].kind == "number" else text)
        for role, text, group in zip(_roles(groups, texts), texts, groups, strict=True)
    ]
    return [unit for unit in units if _LETTER.search(unit.text)]


def clean(text: str) -> str:
    """The text with plain line ends and characters that can be read: composed, without controls and soft hyphens."""
    text = re.sub(r"\r\n?|[\v\u0085\u2028]", "\n", text)
    text = re.sub(r"[\f\u2029]", "\n\n", text)
    text = re.sub(r"\u00ad[ \t]*\n[ \t]*(?=[^\W\d_])", "", text)
    text = _UNREADABLE.sub("", text)
    return unicodedata.normalize("NFC", text.translate(_LIGATURES)).replace("\u2011", "-")


def _lines(text: str) -> Iterator[_Line]:
    """The lines that say something, each with its kind."""
    blank, mark = True, ""
    for raw in text.split("\n"):
        spaced = _SPACES.sub(lambda run: "\t" if "\t" in run[0] else " ", raw.strip())
        stripped = _QUOTED.sub("", spaced).strip()
        bare = _BULLET.fullmatch(stripped)
        if bare is not None:  # the mark of an item alone on its line
            mark = stripped
        elif not stripped or _RULE.fullmatch(stripped):
            blank = True
        else:
            for line in _read_line(f"{mark} {stripped}" if mark else stripped):
                yield replace(line, after_blank=blank, indented=raw[:1].isspace())
                blank = False
            mark = ""


def _read_line(line: str) -> Iterator[_Line]:
    """One line; more than one where it is a row of cells or of blanks to fill in."""
    bullet = _BULLET.match(line)
    rest = line[bullet.end() :] if bullet else line
    boxes = [_BLANK.sub("", part) for part in re.split(rf"\s?(?:{_BOX})\s", line)]
    if _HEADING.match(line):
        yield _Line(_tidy(line.strip("# ")), "heading")
    elif len(boxes) > 2 or (len(boxes) == 2 and boxes[0]):
        yield from (_Line(_tidy(box), "option" if at else "label") for at, box in enumerate(boxes) if box)
    elif _BLANK.search(rest):
        yield from (_Line(label, "label") for label in _labels(rest))
    elif bullet:
        yield _Line(_tidy(rest), "item", mark=bullet[0].strip())
    else:
        yield from _read_unmarked(line)


def _read_unmarked(line: str) -> Iterator[_Line]:
    """A line without a bullet: with a number, a row of cells, a page number, or a plain one."""
    tidy = _tidy(line)
    number = None if _NOT_AN_ITEM.match(tidy) else _NUMBER.match(line)
    rest = line[number.end() :] if number else line
    cells = re.split(r"\t(?=[^a-zäöüß])", rest)
    if len(cells) > 1:
        yield from (_Line(_tidy(cell), "paragraph" if _is_sentence(cell) else "label") for cell in cells)
    elif _PAGE.fullmatch(tidy):
        yield _Line(tidy, "page")
    elif number:
        yield _Line(_tidy(rest), "number", mark=number[0].strip())
    else:
        yield _Line(tidy)


def _labels(line: str) -> list[str]:
    """The words around blanks to fill in: several labels, or one when the words make up one sentence."""
    parts = [_tidy(part) for part in _BLANK.split(line)]
    said = [part for part in parts if _LETTER.search(part)]
    if any(_GOES_ON.match(part) for part in parts[1:]) or ends_sentence(parts[-1]):
        return [_tidy(" … ".join(part for part in parts if part))]
    return said


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _close_up(lines: list[_Line]) -> list[_Line]:
    """The lines without the blank ones between them where every single line is followed by one."""
    if not all(line.after_blank for line in lines):
        return lines
    certain = sum(is_certain_wrap(line.text, after.text) for line, after in pairwise(lines) if after.kind == "plain")
    if certain < 2 or certain * 4 < len(lines):
        return lines
    return [replace(line, after_blank=False) for line in lines]


def _groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines that belong together. A page number in mid-sentence comes after the paragraph it interrupts."""
    groups: list[list[_Line]] = []
    pages: list[list[_Line]] = []
    interrupted = False
    for line, flow, following in zip(lines, _flows(lines), [*lines[1:], None], strict=False):
        if line.kind == "page":
            pages.append([line])
            interrupted = True
            continue
        before = groups[-1][-1] if groups else None
        if before and _is_next_item(groups[-1], line):
            before = None
        if before and _belongs(before, line, flow, interrupted) and not _is_apart(before, line, flow, following):
            groups[-1].append(_as_plain(line))
        else:
            groups += [*pages, [line]]
            pages = []
        interrupted = False
    return groups + pages


def _is_next_item(group: Sequence[_Line], line: _Line) -> bool:
    """Whether a line is the next item of the list that the group before it belongs to."""
    return line.kind == "item" and group[0].kind == "item" and line.mark == group[0].mark


def _flows(lines: Sequence[_Line]) -> list[Flow]:
    """For each line the flow of the lines around it that no blank line separates."""
    chunks: list[list[_Line]] = []
    for line in lines:
        if line.after_blank or not chunks:
            chunks.append([])
        chunks[-1].append(line)
    own = [Flow.of([_as_plain(line).text for line in chunk]) for chunk in chunks]
    known = [flow for flow in own if flow.width]
    usual = Flow(max(flow.width for flow in known), all(flow.exact for flow in known)) if known else Flow()
    return [flow if flow.width else usual for flow, chunk in zip(own, chunks, strict=True) for _ in chunk]


def _belongs(before: _Line, line: _Line, flow: Flow, interrupted: bool) -> bool:
    """Whether a line goes on with the line before it."""
    if before.kind not in _FLOWING or line.kind not in _FLOWING:
        return False
    if line.kind != "plain":
        return before.kind == "plain" and not line.after_blank and _is_inside(before.text, line, flow)
    if line.after_blank or interrupted:
        return continues_over_gap(before.text, line.text)
    return flow.continues(_as_plain(before).text, line.text)


def _is_inside(before: str, line: _Line, flow: Flow) -> bool:
    """Whether what looks like the mark of a list is part of the sentence: a dash, or the ``B.`` of ``z.⏎B.``"""
    if line.kind == "number":
        return expects_more(before)
    dash = line.mark in {"-", "–", "—", "−"} and not before.endswith(":") and not ends_sentence(before)
    return dash and flow.width > 0 and flow.continues(before, f"{line.mark} x")


def _is_apart(before: _Line, line: _Line, flow: Flow, following: _Line | None) -> bool:
    """Whether a line behind a full line that ends a sentence is nevertheless something new.

    A short line without a sentence, such as a heading; and behind a list everything that is not indented.
    """
    if line.after_blank or not ends_sentence(before.text):
        return False
    if before.kind != "plain":
        return not line.indented
    if ends_sentence(line.text):
        return False
    return following is None or following.after_blank or not _belongs(line, following, flow, interrupted=False)


def _as_plain(line: _Line) -> _Line:
    """The line as it was printed, with its mark."""
    return replace(line, text=f"{line.mark} {line.text}", kind="plain", mark="") if line.mark else line


def _roles(groups: Sequence[Sequence[_Line]], texts: Sequence[str]) -> list[Role]:
    """The role of each group of lines, by its own words and by what stands around it."""
    kinds = ["", *(group[0].kind for group in groups), ""]
    roles: list[Role] = []
    for before, kind, after, text, run in zip(kinds, kinds[1:-1], kinds[2:], texts, _runs(groups, texts), strict=False):
        if kind == "number":
            alone = "number" not in {before, after} and _is_fragment(text)
            roles.append("heading" if alone else "item")
        elif kind == "plain":
            roles.append(_role_of_plain(text, run, before_list=after in {"item", "number"}))
        else:
            roles.append(_READY[kind])
    return roles


_READY: dict[str, Role] = {
    "item": "item",
    "heading": "heading",
    "page": "furniture",
    "label": "label",
    "option": "option",
    "paragraph": "paragraph",
}


def _role_of_plain(text: str, run: _Run, *, before_list: bool) -> Role:
    """The role of lines without a mark."""
    if _is_sentence(text):
        return "paragraph"
    if text.endswith(":"):
        short = len(text.split()) <= 4 and not ADDRESS.search(text)
        return ("heading" if before_list else "label") if short else "paragraph"
    if is_salutation(text) or _CLOSING.match(text):
        return "label"
    if not _is_fragment(text):
        return "paragraph"
    return _role_of_fragment(text, run)


def _role_of_fragment(text: str, run: _Run) -> Role:
    if run.contact:
        return "furniture"
    if _PAIR.match(text):
        return "label"
    return "item" if run.length > 2 or text[0].islower() or text.endswith((",", ";")) else "heading"


@dataclass(slots=True)
class _Run:
    """Short lines without a sentence that follow each other with no blank line between."""

    length: int = 0
    contact: bool = False
    """Whether one of them is part of an address."""


def _runs(groups: Sequence[Sequence[_Line]], texts: Sequence[str]) -> list[_Run]:
    """For each group the run that it belongs to."""
    runs: list[_Run] = []
    inside = False
    for group, text in zip(groups, texts, strict=True):
        fragment = group[0].kind == "plain" and _is_fragment(text) and not text.endswith(":")
        run = runs[-1] if inside and fragment and not group[0].after_blank else _Run()
        run.length += 1
        run.contact = run.contact or (fragment and bool(_CONTACT.search(text)))
        runs.append(run)
        inside = fragment
    return runs


def _is_fragment(text: str) -> bool:
    """Short, and without the end of a sentence: a heading, a line of an address, an entry of a list."""
    return len(text) <= HEADING_LENGTH and len(text.split()) <= HEADING_WORDS and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and len(text.split()) > 1


def _cut(text: str) -> Iterator[str]:
    """The text in pieces of at most ``MAX_BLOCK``."""
    while len(text) > MAX_BLOCK:
        end = max(text.rfind(mark, MAX_BLOCK // 2, MAX_BLOCK - 1) for mark in (". ", "! ", "? ")) + 1
        end = end or text.rfind(" ", MAX_BLOCK // 2, MAX_BLOCK)
        end = end if end > 0 else MAX_BLOCK
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    if text:
        yield text
