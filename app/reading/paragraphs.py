"""From pieces of lines to paragraphs: which lines go on, where a paragraph ends, and its text without line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.model import Box, Line
from app.reading.addresses import ends_with_address, is_opener
from app.reading.flow import ends_sentence
from app.reading.hyphens import HYPHENS, ready_for
from app.reading.pieces import Piece
from app.reading.roles import is_running, words
from app.reading.rows import GAP, continues, is_full_text
from app.reading.walls import Walls

BESIDE = 250.0
"""A line with a form field up to this far to its right, in points, is a label and no part of a sentence."""
CAPTIONS = 4
"""So many labels at most stand between the lines of a sentence, under its blanks."""
LEADING = 1.75
"""Lines of one paragraph stand at most this far apart, in font sizes."""

_DASH = re.compile(r"[-–—][^\W\d_]{2}")
_BULLET = re.compile(r"[-–—](?: |(?=[^\W\d_]))")
_QUESTION = re.compile(r"\d{1,3} ")
_MONTH = re.compile(
    r"\d{1,2}\.\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Lebensjahr)"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that a person reads as one run of text."""

    pieces: tuple[Piece, ...]

    @property
    def box(self) -> Box:
        boxes = [piece.box for piece in self.pieces]
        return (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )

    @property
    def size(self) -> float:
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def bold(self) -> bool:
        return all(piece.bold for piece in self.pieces)

    @property
    def marker(self) -> str:
        return self.pieces[0].marker


def stacks_of(pieces: Sequence[Piece], walls: Walls) -> list[list[Piece]]:
    """Lines that stand one under the other with nothing beside or between them, each stack from top to bottom."""
    ordered = sorted(pieces, key=lambda piece: (-piece.base, piece.x0))
    children = [_children(index, ordered) for index in range(len(ordered))]
    parents: list[list[int]] = [[] for _ in ordered]
    for index, found in enumerate(children):
        for child in found:
            parents[child].append(index)
    below: dict[int, int] = {}
    for index, found in enumerate(children):
        if len(found) == 1 and len(parents[found[0]]) == 1 and _continues(ordered[index], ordered[found[0]], walls):
            below[index] = found[0]
    followers = set(below.values())
    stacks = []
    for index in range(len(ordered)):
        if index in followers:
            continue
        stack = [ordered[index]]
        position = index
        while position in below:
            position = below[position]
            stack.append(ordered[position])
        stacks.append(stack)
    return stacks


def _children(index: int, ordered: Sequence[Piece]) -> list[int]:
    """The pieces right under a piece, with no other in between."""
    upper = ordered[index]
    found: list[int] = []
    for other in range(index + 1, len(ordered)):
        lower = ordered[other]
        distance = upper.base - lower.base
        if distance > LEADING * upper.size:
            break
        if distance < 0.5 * min(upper.size, lower.size) or not _overlap(upper, lower):
            continue
        if any(
            _overlap(ordered[child], lower) and ordered[child].base - lower.base > 0.5 * lower.size for child in found
        ):
            continue
        found.append(other)
    return found


def _overlap(one: Piece, other: Piece) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > min(0.3 * min(one.x1 - one.x0, other.x1 - other.x0), one.size)


def _continues(upper: Piece, lower: Piece, walls: Walls) -> bool:
    """Could the lower piece be the next line of the same paragraph?"""
    large = max(upper.tail, lower.head)
    if abs(upper.tail - lower.head) > 0.12 * large or upper.base - lower.base > LEADING * large:
        return False
    if upper.bold != lower.bold and not (_is_open(upper.text) and _starts_small(lower.text)):
        return False
    x0, x1 = max(upper.x0, lower.x0), min(upper.x1, lower.x1)
    return not walls.below(upper.base - 0.25 * upper.size, lower.base + 0.6 * lower.size, x0, x1)


_HALF_REFERENCE = re.compile(r"\b(?:[IVX]+|Nr|Abs|Art|Ziff|Buchst|Satz|\d{1,2})\.$")


def _is_open(text: str) -> bool:
    """Must something follow a line: it ends neither a sentence nor a list entry?"""
    text = text.rstrip()
    return bool(text) and (
        text[-1] not in ".!?:;" or (text[-1] == "." and not ends_sentence(text)) or bool(_HALF_REFERENCE.search(text))
    )


def _starts_small(text: str) -> bool:
    """Does the line begin with a word in small letters (``eMail`` is none)?"""
    return text[:1].islower() and not text[1:2].isupper()


def paragraphs_of(stack: Sequence[Piece]) -> list[Paragraph]:
    """Cut a stack of lines where a paragraph ends."""
    stack = _with_dashes(stack)
    running = is_running(" ".join(piece.text for piece in stack))
    right = max(piece.x1 for piece in stack)
    distances = [upper.base - lower.base for upper, lower in pairwise(stack)]
    closest = min(distances, default=0.0)
    groups: list[list[Piece]] = [[stack[0]]]
    for upper, lower, distance in zip(stack, stack[1:], distances, strict=False):
        apart = distance > 1.22 * closest + 0.6
        if apart or _breaks(groups[-1], upper, lower, right=right, running=running):
            groups.append([lower])
        else:
            groups[-1].append(lower)
    return [Paragraph(tuple(group)) for group in groups]


def _with_dashes(stack: Sequence[Piece]) -> Sequence[Piece]:
    """The lines of a stack; where several begin with a dash and no space, these are bullets."""
    found = [number for number, piece in enumerate(stack) if not piece.marker and _DASH.match(piece.text)]
    introduced = any(number and stack[number - 1].text.endswith(":") for number in found)
    if len(found) < 2 or not (introduced or found[0] == 0):
        return stack
    return [
        replace(piece, marker="bullet", indent=piece.edges[1]) if number in found else piece
        for number, piece in enumerate(stack)
    ]


def _breaks(group: Sequence[Piece], upper: Piece, lower: Piece, *, right: float, running: bool) -> bool:
    """Does a new paragraph begin with the line ``lower``?"""
    if lower.marker in {"mark", "bullet"}:
        return True
    small = _starts_small(lower.text)
    is_open = _is_open(upper.text)
    if lower.marker == "number":
        aligned = abs(lower.x0 - upper.x0) < 1.5 and not group[0].marker and not _QUESTION.match(lower.text)
        return not (is_open and running and (aligned or _MONTH.match(lower.text)))
    if (upper.text.endswith(("-", "\xad")) and small) or (small and is_open):
        return False
    if upper.bold != lower.bold:
        return True
    return _is_last(group, upper, lower, right=right, running=running)


def _is_last(group: Sequence[Piece], upper: Piece, lower: Piece, *, right: float, running: bool) -> bool:
    """Is ``upper`` the last line of its paragraph, judged by the room left for the next word and by its last word?"""
    size = upper.size
    first = lower.text.find(" ")
    width = (lower.edges[first] if first > 0 else lower.x1) - lower.x0
    room = right - upper.x1 - width - 0.3 * size
    centred = abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) < 2 * size and abs(upper.x0 - lower.x0) > size
    if upper.text[-1] in ".!?:" and not _is_open(upper.text):
        hanging = bool(group[0].marker) and lower.x0 < group[0].indent - 0.5 * size
        return (room > 0.5 * size and not centred) or hanging
    if _ends_inside(upper.text):
        return False
    if ends_with_address(upper.text):
        return room > 0.5 * size or is_opener(lower.text)
    if not running:
        heading = upper.bold and lower.bold
        return not (heading or upper.text.endswith((",", "-", "–", "/")))
    if upper.text.rsplit(" ", 1)[-1].islower():  # such a word hardly ends a line of its own
        return room > 0.35 * (right - group[0].x0)
    return room > 1.5 * size and not centred


def _ends_inside(text: str) -> bool:
    """Does the line end with a word after which something must follow (``und``, ``der``)?"""
    last = text.rstrip().rsplit(" ", 1)[-1]
    return last.islower() and last in _FOLLOWED


_FOLLOWED = frozenset(
    "und oder sowie der die das des dem den ein eine einer eines einem einen von vom zu zum zur mit für in im an "
    "am auf bei nach aus über unter durch bzw. alle allen aller jede jeder jedes jeden diese dieser dieses diesem "
    "diesen ihr ihre ihren ihrem ihrer sein seine seinen seiner kein keine keinen nicht wenn dass ob and or of "
    "the a an to in on for with by from your if".split()
)


def join_columns(paragraphs: Iterable[Paragraph], walls: Walls) -> list[Paragraph]:
    """A sentence that goes on in the next column, below a drawing or below the labels of its blanks stays whole."""
    result: list[Paragraph] = []
    for paragraph in paragraphs:
        place = _begun(result, paragraph, walls)
        if place is None:
            result.append(paragraph)
        else:
            result[place] = Paragraph((*result[place].pieces, *paragraph.pieces))
    return result


def _begun(before: Sequence[Paragraph], paragraph: Paragraph, walls: Walls) -> int | None:
    """The index of the paragraph in whose sentence another one goes on."""
    first = paragraph.pieces[0]
    if first.marker or not _starts_small(first.text.lstrip(",;)( ") if first.lead else first.text):
        return None
    for place in range(len(before) - 1, max(len(before) - 1 - CAPTIONS, 0) - 1, -1):
        between = before[place]
        if _goes_on(between, paragraph, walls, adjacent=place == len(before) - 1):
            return place
        text = " ".join(piece.text for piece in between.pieces)
        if between.marker or is_running(text) or between.pieces[-1].base < first.base - 0.3 * first.size:
            return None
    return None


def _goes_on(one: Paragraph, other: Paragraph, walls: Walls, *, adjacent: bool) -> bool:
    """Does the sentence at the end of a paragraph go on in another? ``adjacent``: is nothing read between them?"""
    last, first = one.pieces[-1], other.pieces[0]
    if not _is_open(last.text) or abs(last.size - first.size) > 0.05 * last.size:
        return False
    text = " ".join(piece.text for piece in one.pieces)
    whole = f"{text} {' '.join(piece.text for piece in other.pieces)}"
    if len(words(text)) < 4 or not (last.text.endswith("-") or (is_full_text(text) and is_running(whole))):
        return False
    if adjacent and first.base > last.base + last.size and first.x0 > last.x0 + 4 * last.size:
        return True
    if not 0 < last.base - first.base < 2.5 * last.size:
        return False
    if first.lead:
        return first.x0 > one.box[0]
    asks = walls.fields_at(last.x0, last.x1, last.base + 0.3 * last.size, BESIDE)[1] is not None
    certain = last.blank or not asks or last.text.endswith(("-", ",")) or _ends_inside(last.text)
    return certain and abs(first.x0 - one.box[0]) < 2 * last.size


def goes_over(one: Paragraph, other: Paragraph) -> bool:
    """Does the sentence at the end of a page go on at the top of the next?"""
    last, first = one.pieces[-1], other.pieces[0]
    text = " ".join(piece.text for piece in one.pieces)
    return (
        not first.marker
        and _starts_small(first.text)
        and _is_open(last.text)
        and abs(last.size - first.size) < 0.05 * last.size
        and is_full_text(text)
        and (is_running(text) or last.text.endswith("-"))
    )


def compose(paragraph: Paragraph, vocabulary: frozenset[str]) -> tuple[str, tuple[Line, ...]]:
    """The running text of a paragraph and where each of its printed lines stands.

    Words divided at the end of a line are put together; ``vocabulary`` holds the words that the document prints
    undivided and decides doubtful hyphens.
    """
    text = ""
    lines: list[Line] = []
    for number, piece in enumerate(paragraph.pieces):
        if number:
            blank = piece.lead or paragraph.pieces[number - 1].blank
            text, lines = _joint(text, lines, piece, vocabulary, blank=blank)
        dash = _BULLET.match(piece.text) if number == 0 and piece.marker == "bullet" else None
        start_piece = dash.end() if dash else 0
        body = piece.text[start_piece:].replace("\xad", "-" if piece.text.endswith("\xad") else "\xad")
        lines.append(Line(start=len(text), box=piece.box, edges=piece.edges[start_piece:]))
        text += body
    return _without_soft_hyphens(text, lines)


def _joint(
    text: str, lines: list[Line], piece: Piece, vocabulary: frozenset[str], *, blank: bool
) -> tuple[str, list[Line]]:
    """The text so far, ready for the next line: a space, nothing, or the hyphen taken away."""
    following = piece.text
    if blank and text[-1:] not in HYPHENS and _is_open(text) and continues(following):
        return f"{text} {GAP} ", lines
    ready = ready_for(text, following, vocabulary)
    if len(ready) >= len(text):
        return ready, lines
    last = lines[-1]
    return ready, [*lines[:-1], Line(start=last.start, box=last.box, edges=last.edges[:-1])]


def _without_soft_hyphens(text: str, lines: list[Line]) -> tuple[str, tuple[Line, ...]]:
    """Soft hyphens inside a line print nothing."""
    if "\xad" not in text:
        return text, tuple(lines)
    kept = [index for index, char in enumerate(text) if char != "\xad"]
    new_lines = []
    for line in lines:
        length = len(line.edges) - 1
        inside = [index for index in kept if line.start <= index < line.start + length]
        edges = (*(line.edges[index - line.start] for index in inside), line.edges[-1])
        start = sum(1 for index in kept if index < line.start)
        new_lines.append(Line(start=start, box=line.box, edges=edges))
    return "".join(text[index] for index in kept), tuple(new_lines)


def vocabulary_of(pieces: Iterable[Piece]) -> frozenset[str]:
    """The words that are printed inside lines, in small letters."""
    found: set[str] = set()
    for piece in pieces:
        for word in piece.text.split(" ")[:-1]:
            found.add(word.lower().strip(".,;:!?()„“\"'"))
    return frozenset(found)
