"""From glyphs to printed lines: words, and pieces of a line that belong together (a table row has several pieces)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.model import Box
from app.reading.glyphs import BULLET, MARK, Glyph, Sheet
from app.reading.pieces import Piece, rows_of
from app.reading.rows import bridge_blanks, join_stretched
from app.reading.walls import Walls

WORD_GAP = 0.15
"""Free space between two letters, in font sizes, from which on they belong to two words."""
DRAWN_GAP = 0.24
"""The same between letters drawn by one command in a line that holds space characters: then spaces are spaces."""
TURNED_GAP = 0.3
"""The same in text that runs up or down the page: there only the ink of letters is known, not their full width."""
SPACED_GAP = 0.05
"""The same where the PDF holds a space character between them."""
PIECE_GAP = 1.0
"""Free space in font sizes that ends a piece of a line."""
COLUMN_GAP = 0.45
"""From this space on, in font sizes, a word may begin a column of a table, if other lines begin there too."""
MARGIN = 0.1
"""Numbers within this part of the width of the page count the lines of the page and belong to no text."""
MARKER_GAP = 4.0
"""A number or bullet belongs to the text to its right up to this distance, in font sizes."""

_FILL = re.compile(
    r"[_…]{2,}(?:[ |_…]*[_…])?|(?:[.·…] ?){4,}|(?:\|[_ ]*){3,}|-{5,}|={5,}|(?:_ ){2,}_"  # rows of fillers
)
_LEADING_FILL = re.compile(r"(?:[.·…_\ufffd]{2,}|[.·…_\ufffd](?= )) ?|[.·…_\ufffd]+$")
_MARKER = re.compile(
    r"(?:[①-⑳❶-❿]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(\d{1,2}[a-z]?\)|\(?[a-z]{1,2}\)|[A-Z][.)]|[ivx]{1,4}[.)]|[-–—])"
)
_ROW_NUMBER = re.compile(r"\d{1,3}[a-z]?|[a-z]")
_QUESTION = re.compile(r"(\d{1,3}) [A-ZÄÖÜ(]")
_DASHES = ("-", "–", "—")
_MASK = frozenset("TMJDYHtmjdyh")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def pieces_of(sheet: Sheet, walls: Walls) -> list[Piece]:
    """The pieces of all printed lines, from top to bottom and left to right."""
    rows = _join_runs(_without_doubles(_runs(sheet.glyphs)), walls)
    word_gap = TURNED_GAP if sheet.turn else WORD_GAP
    pieces = [piece for row in rows for piece in _split(_spell(row, word_gap))]
    starts = _column_starts(pieces)
    pieces = _row_numbers(_split_at_columns(pieces, starts), sheet.area)
    lines = [
        bridge_blanks(_attach_markers(row, walls), walls, starts) for row in join_stretched(rows_of(pieces), walls)
    ]
    return _question_numbers(_beside_buttons([piece for row in lines for piece in row], walls))


def _column_starts(pieces: list[Piece]) -> Counter[int]:
    """How many lines begin at an x (to one point), at the left or after a space too wide for a sentence."""
    starts: Counter[int] = Counter()
    for row in rows_of(pieces):
        for index, piece in enumerate(row):
            if index == 0 or piece.x0 - row[index - 1].x1 > 2 * piece.size:
                starts.update({round(piece.x0) + shift for shift in (-1, 0, 1)})
    return starts


def _split_at_columns(pieces: list[Piece], starts: Counter[int]) -> list[Piece]:
    """Apart where a wide space ends at a place where other lines begin: there a column of a table begins."""
    result: list[Piece] = []
    for piece in pieces:
        cuts = [
            index
            for index, char in enumerate(piece.text)
            if char == " "
            and index
            and piece.edges[index + 1] - piece.edges[index] > COLUMN_GAP * piece.size
            and starts[round(piece.edges[index + 1])] >= 3
        ]
        for start, end in pairwise([0, *(index + 1 for index in cuts), len(piece.text) + 1] if cuts else []):
            marker = piece.marker if start == 0 else ""
            last = end > len(piece.text)
            part = _cut(piece, start, end - 1, marker=marker, lead=False, blank=piece.blank and last)
            result.extend([part] if part else [])
        if not cuts:
            result.append(piece)
    return result


def _row_numbers(pieces: list[Piece], area: Box) -> list[Piece]:
    """Numbers of the rows of a form (``7``, ``12a``, ``b``) stand in a column of their own, inside the margins."""
    left, right = area[0] + MARGIN * (area[2] - area[0]), area[2] - MARGIN * (area[2] - area[0])
    found = [
        index
        for index, piece in enumerate(pieces)
        if not piece.marker and _ROW_NUMBER.fullmatch(piece.text) and piece.x1 > left and piece.x0 < right
    ]
    for index in found:
        piece = pieces[index]
        column = sum(
            1 for other in found if min(abs(pieces[other].x0 - piece.x0), abs(pieces[other].x1 - piece.x1)) < 2
        )
        if column >= 4:
            pieces[index] = replace(piece, marker="number")
    return pieces


def _beside_buttons(pieces: list[Piece], walls: Walls) -> list[Piece]:
    """Text right beside a box to tick is an option, even where the box is a form field and not a printed sign.

    Of two lines beside one box the upper one begins the option.
    """
    for box in walls.buttons:
        beside = [
            index
            for index, piece in enumerate(pieces)
            if -2 <= piece.x0 - box[2] < 2 * piece.size and box[1] - 2 <= piece.base + 0.3 * piece.size <= box[3] + 2
        ]
        upper = max(beside, key=lambda index: pieces[index].base, default=None)
        if upper is not None:
            pieces[upper] = replace(pieces[upper], marker="mark")
    return pieces


def _question_numbers(pieces: list[Piece]) -> list[Piece]:
    """Whole numbers that rise from piece to piece (``17 Kontoinhaber``, ``18 IBAN``) are numbers of questions."""
    found = [(index, match) for index, piece in enumerate(pieces) if (match := _QUESTION.match(piece.text))]
    values = [int(match.group(1)) for _, match in found]
    steps = sum(1 for one, other in pairwise(values) if 0 < other - one <= 2)
    if len(values) >= 3 and steps >= 0.6 * (len(values) - 1):
        for index, match in found:
            if not pieces[index].marker:
                pieces[index] = replace(pieces[index], marker="number", indent=pieces[index].edges[match.end(1) + 1])
    return pieces


@dataclass(slots=True)
class _Run:
    """Glyphs drawn one after the other on one baseline; ``spaced`` holds indices of glyphs after a space."""

    glyphs: list[Glyph]
    spaced: set[int]

    @property
    def first(self) -> Glyph:
        return self.glyphs[0]

    @property
    def last(self) -> Glyph:
        return self.glyphs[-1]


def _runs(glyphs: Iterable[Glyph]) -> list[_Run]:
    runs: list[_Run] = []
    space: Glyph | None = None
    for glyph in glyphs:
        if glyph.char == " ":
            space = glyph
            continue
        if runs:
            last = runs[-1].last
            gap = glyph.x0 - last.x1
            same = abs(glyph.base - last.base) < 0.1 * last.size and abs(glyph.size - last.size) < 0.1 * last.size
            if same and -0.3 * last.size < gap < 0.4 * last.size:
                if space and (gap > SPACED_GAP * last.size or _has_room(last, space, glyph)):
                    runs[-1].spaced.add(len(runs[-1].glyphs))
                runs[-1].glyphs.append(glyph)
                space = None
                continue
        runs.append(_Run([glyph], {0} if space else set()))
        space = None
    return runs


def _has_room(last: Glyph, space: Glyph, glyph: Glyph) -> bool:
    """Is a space as wide as its font says, and only the slanted letter before it leans over it (*of applicant*)?"""
    drawn_together = last.source == space.source == glyph.source
    return drawn_together and space.x1 - space.x0 > SPACED_GAP * space.size and glyph.x0 > (space.x0 + space.x1) / 2


def _without_doubles(runs: list[_Run]) -> list[_Run]:
    """Without the second print of the same text in the same place (a way to draw bold letters)."""
    seen: dict[str, list[Glyph]] = defaultdict(list)
    kept = []
    for run in runs:
        first = run.first
        reach = 0.12 * first.size
        same = seen["".join(glyph.char for glyph in run.glyphs)]
        if not any(
            abs(other.x0 - first.x0) < reach and abs(other.base - first.base) < reach and other.source != first.source
            for other in same
        ):
            same.append(first)
            kept.append(run)
    return kept


def _join_runs(runs: list[_Run], walls: Walls) -> list[_Run]:
    """Runs side by side on one baseline, together; also small raised ones (footnote signs)."""
    rows: list[_Run] = []
    at: dict[int, list[int]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: (run.first.x0, -run.first.base)):
        first = run.first
        best, best_gap = None, 0.0
        for bucket in (-1, 0, 1):
            for index in at[int(first.base // 6) + bucket]:
                last = rows[index].last
                gap = first.x0 - last.x1
                if _fits(last, first, gap) and (best is None or gap < best_gap):
                    best, best_gap = index, gap
        if best is not None and not _walled(rows[best].last, first, best_gap, walls):
            row = rows[best]
            close = best_gap <= SPACED_GAP * first.size
            row.spaced.update(index + len(row.glyphs) for index in run.spaced if index or not close)
            row.glyphs.extend(_raised(glyph, row.glyphs[0]) for glyph in run.glyphs)
        else:
            at[int(first.base // 6)].append(len(rows))
            rows.append(_Run(list(run.glyphs), set(run.spaced)))
    return rows


def _fits(last: Glyph, first: Glyph, gap: float) -> bool:
    large, small = max(last.size, first.size), min(last.size, first.size)
    shift = abs(first.base - last.base)
    if small < 0.8 * large:  # raised or lowered signs stand close to their word
        return shift < 0.6 * large and -0.2 * large < gap < (PIECE_GAP if shift < 0.1 * large else 0.25) * large
    return shift < 0.25 * small and -0.4 * large < gap < PIECE_GAP * large


def _walled(last: Glyph, first: Glyph, gap: float, walls: Walls) -> bool:
    if gap < 0.2 * first.size:
        return False
    height = first.base + 0.3 * first.size
    return walls.between(last.x1, first.x0, height) or walls.widget_between(last.x1, first.x0, height)


def _raised(glyph: Glyph, line: Glyph) -> Glyph:
    if glyph.size < 0.8 * line.size and glyph.base - line.base > 0.15 * line.size:
        return glyph._replace(char=glyph.char.translate(_SUPERSCRIPT))
    return glyph


def _spell(row: _Run, word_gap: float) -> Piece:
    """The text of a row of glyphs, with spaces where words end."""
    glyphs = row.glyphs
    size = _median([glyph.size for glyph in glyphs])
    breaks = [False] * len(glyphs)
    gaps = [0.0] * len(glyphs)
    for index in range(1, len(glyphs)):
        gaps[index] = gap = (glyphs[index].x0 - glyphs[index - 1].x1) / size
        drawn_together = bool(row.spaced) and glyphs[index].source == glyphs[index - 1].source
        breaks[index] = gap > (max(word_gap, DRAWN_GAP) if drawn_together else word_gap)
        breaks[index] = breaks[index] or index in row.spaced
    _close_letter_spacing(glyphs, breaks, gaps)
    text: list[str] = []
    edges: list[float] = []
    for index, glyph in enumerate(glyphs):
        if breaks[index]:
            text.append(" ")
            edges.append(glyphs[index - 1].x1)
        text.append(glyph.char)
        edges.append(glyph.x0)
    edges.append(glyphs[-1].x1)
    bold = sum(1 for glyph in glyphs if glyph.bold) > 0.8 * len(glyphs)
    head, tail = glyphs[0].size, glyphs[-1].size
    return Piece("".join(text), tuple(edges), glyphs[0].base, size, bold, head, tail, indent=edges[0])


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _close_letter_spacing(glyphs: Sequence[Glyph], breaks: list[bool], gaps: Sequence[float]) -> None:
    """Take back the breaks in words printed l i k e  t h i s; masks such as T T M M J J J J stay apart."""
    ends = [*breaks[1:], True]
    start = 0
    while start < len(glyphs):
        end = start
        while end < len(glyphs) and ends[end] and (breaks[end] or end == 0):
            end += 1
        letters = [glyphs[index].char for index in range(start, end)]
        if len(letters) >= 4 and sum(map(str.isalpha, letters)) >= 0.8 * len(letters) and not _MASK.issuperset(letters):
            usual = _median(list(gaps[start + 1 : end]))
            for index in range(start + 1, end):
                breaks[index] = gaps[index] > 1.6 * usual
        start = end + 1


def _split(piece: Piece) -> list[Piece]:
    """Apart at check marks and at rows of dots and underscores, which are not text."""
    found: list[Piece] = []
    lead = False
    position = 0
    marks = [(match.start(), match.end(), "blank") for match in _FILL.finditer(piece.text)]
    marks += [(index, index + 1, "mark") for index, char in enumerate(piece.text) if char == MARK]
    marker = ""
    for start, end, kind in [*sorted(marks), (len(piece.text), len(piece.text), "end")]:
        if start < position:
            continue
        part = _cut(piece, position, start, marker=marker, lead=lead, blank=kind == "blank")
        if part is not None:
            found.append(part)
        elif marker == "mark" and kind != "blank":
            found.append(_bare_mark(piece, position))
        elif kind == "blank" and found:
            found[-1] = replace(found[-1], blank=True)
        lead, marker, position = kind == "blank", "mark" if kind == "mark" else "", end
    return found


def _bare_mark(piece: Piece, position: int) -> Piece:
    edge = piece.edges[position - 1]
    return Piece("", (edge,), piece.base, piece.size, marker="mark", indent=edge)


def _cut(piece: Piece, start: int, end: int, *, marker: str, lead: bool, blank: bool) -> Piece | None:
    text = piece.text
    while start < end and text[start] in " |":
        start += 1
    if filling := _LEADING_FILL.match(text, start, end):
        start, lead = filling.end(), True
    if start < end and text[start] == BULLET:
        marker = marker or "bullet"
        start += 1
    while start < end and text[start] in " |":
        start += 1
    while end > start and (
        text[end - 1] in f" |_\ufffd{BULLET}" or (text[end - 1] in ".·" and text[end - 2 : end - 1] == " ")
    ):
        end -= 1
    if start >= end:
        return Piece("", (piece.edges[start],), piece.base, piece.size, marker="bullet") if marker == "bullet" else None
    edges = piece.edges[start : end + 1]
    found = replace(piece, text=text[start:end], edges=edges, marker=marker, indent=edges[0], lead=lead, blank=blank)
    return _numbered(found) if not marker else found


def _numbered(piece: Piece) -> Piece:
    """A piece that begins with a number or a dash knows where the text after it begins."""
    match = _MARKER.match(piece.text)
    if match is None or (match.end() < len(piece.text) and piece.text[match.end()] != " "):
        return piece
    after = min(match.end() + 1, len(piece.text) - 1)
    kind = "bullet" if match.group() in _DASHES else "number"
    if kind == "bullet" and piece.text[-1] in _DASHES:
        return piece
    return replace(piece, marker=kind, indent=piece.edges[after])


def _attach_markers(row: list[Piece], walls: Walls) -> list[Piece]:
    """Bullets, marks and numbers that stand alone, joined to the text to their right."""
    result: list[Piece] = []
    waiting: Piece | None = None
    for piece in row:
        if waiting is not None:
            near = piece.x0 - waiting.x1 < MARKER_GAP * max(waiting.size, piece.size)
            if piece.text and piece.marker != "mark" and near and not walls.between(waiting.x1, piece.x0, piece.base):
                result.append(_with_marker(waiting, piece))
                waiting = None
                continue
            if waiting.text:
                result.append(waiting)
            waiting = None
        if not piece.text or (piece.marker and (_MARKER.fullmatch(piece.text) or _ROW_NUMBER.fullmatch(piece.text))):
            waiting = piece
        else:
            result.append(piece)
    if waiting is not None and waiting.text:
        result.append(waiting)
    return result


def _with_marker(marker: Piece, piece: Piece) -> Piece:
    if not marker.text or marker.text in _DASHES:
        return replace(piece, marker=marker.marker, indent=piece.x0)
    return replace(
        piece,
        text=f"{marker.text} {piece.text}",
        edges=(*marker.edges, *piece.edges),
        marker="number",
        indent=piece.x0,
    )
