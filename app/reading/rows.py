"""Pieces of one row that belong to one sentence, although a blank, a frame or a very wide space stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.reading.flow import expects_more
from app.reading.pieces import Piece
from app.reading.walls import Walls

GAP = "____"
"""Stands in a sentence for the place where the citizen writes something."""

BLANK_WIDTH = 260.0
"""A blank inside a sentence is at most this wide, in points."""
NEAR = 6
"""The line above or below is among so many rows: columns with other heights of lines may stand beside."""
STRETCHED_GAP = 4.5
"""The widest space inside a line of justified text, in font sizes."""

EDGE = 1.2
"""A form field stands at the end of a line when it is at most so far away, in font sizes."""
AROUND = 12
"""The lines right above and below are among so many pieces before and after."""

_CONTINUES = re.compile(
    r"[a-zäöüß]|[€%]|(?:EUR|Euro|Uhr|Cent|Prozent|km|m²|qm|kg|Jahre?n?|Monate?n?|Tage?n?|Wochen?|Stunden?|Personen)\b"
    r"|[,;.)…\ufffd](?:\s|$)"
)
_NOUN_STOP = re.compile(r"[A-ZÄÖÜ][^\W\d_]{3,}(?:-[^\W\d_]+)*\.(?:\s|$)")
_CLOSES = frozenset(".!?:;")


def continues(text: str) -> bool:
    """May a text be what follows a blank in the middle of a sentence: small letters, a unit, punctuation?"""
    return _CONTINUES.match(text) is not None


def join_stretched(rows: list[list[Piece]], walls: Walls) -> list[list[Piece]]:
    """Lines of justified text with spaces so wide that they fell apart; a line next to them shows it."""
    result: list[list[Piece]] = []
    for number, row in enumerate(rows):
        below = [piece for other in rows[number + 1 : number + NEAR] for piece in other]
        above = [piece for other in result[-NEAR:] for piece in other]
        joined: list[Piece] = []
        for index, piece in enumerate(row):
            if joined and (
                _is_stretched(joined[-1], piece, row[index:], [*above, *below], walls)
                or _is_framed(joined[-1], piece, above, below, walls)
            ):
                left = joined[-1]
                text, edges = f"{left.text} {piece.text}", (*left.edges, *piece.edges)
                joined[-1] = replace(left, text=text, edges=edges, tail=piece.tail, bold=left.bold and piece.bold)
            else:
                joined.append(piece)
        result.append(joined)
    return result


def _is_stretched(left: Piece, right: Piece, rest: list[Piece], near: Iterable[Piece], walls: Walls) -> bool:
    """Do two pieces of a row stand over or under one full line of running text that fills their whole width?"""
    gap = right.x0 - left.x1
    height = left.base + 0.3 * left.size
    if right.marker or left.blank or right.lead or not left.text or not 0 < gap < STRETCHED_GAP * left.size:
        return False
    if abs(left.size - right.size) > 0.05 * left.size or left.text.endswith(":"):
        return False
    if walls.between(left.x1, right.x0, height) or walls.widget_between(left.x1, right.x0, height):
        return False
    return any(
        abs(other.x0 - left.x0) < 2
        and any(abs(other.x1 - piece.x1) < 2 for piece in rest)
        and abs(other.size - left.size) < 0.05 * left.size
        and abs(other.base - left.base) < (5 if gap < 1.8 * left.size else 1.6) * left.size
        and is_full_text(other.text)
        for other in near
    )


def _is_framed(left: Piece, right: Piece, above: Iterable[Piece], below: Iterable[Piece], walls: Walls) -> bool:
    """Do two pieces continue the sentence of the line above, with a framed number or a sign between them?"""
    gap = right.x0 - left.x1
    if right.marker == "mark" or left.marker or left.blank or not left.text or not 0 < gap < STRETCHED_GAP * left.size:
        return False
    if walls.widget_between(left.x1, right.x0, left.base + 0.3 * left.size):
        return False
    for upper in above:
        under = 0.8 < (upper.base - left.base) / left.size < 1.6 and abs(upper.x0 - left.x0) < 2
        if not under or abs(upper.size - left.size) > 0.1 * left.size or right.x1 > upper.x1 + 2 * left.size:
            continue
        ending = upper.text[-1:]
        if ending in _CLOSES or not is_full_text(upper.text):
            continue
        goes_on = any(
            abs(lower.x0 - left.x0) < 2
            and 0.8 < (left.base - lower.base) / left.size < 1.6
            and lower.text[:1].islower()
            for lower in below
        )
        if left.text[:1].islower() or ending == "-" or goes_on:
            return True
    return False


def bridge_blanks(row: list[Piece], walls: Walls, starts: Mapping[int, int]) -> list[Piece]:
    """A sentence with blanks to fill in (``in Höhe von ____ EUR``) or with a framed word is one piece.

    ``starts``: how many lines of the page begin at an x; where several do, there is a column and not a framed word.
    """
    result: list[Piece] = []
    for piece in row:
        bridge = _bridge(result[-1], piece, walls, starts) if result else ""
        if bridge:
            result[-1] = _joined(result[-1], piece, bridge)
        else:
            result.append(piece)
    return result


def _bridge(left: Piece, right: Piece, walls: Walls, starts: Mapping[int, int]) -> str:
    """What to put between two pieces of one sentence; empty when they do not belong together."""
    gap = right.x0 - left.x1
    words = left.text.split()
    if right.marker or not words or abs(left.base - right.base) > 0.3 * left.size or not 0 < gap < BLANK_WIDTH:
        return ""
    if left.text[-1] in _CLOSES:
        return ""
    if not continues(right.text):
        return f" {GAP} " if _ends_with_noun(left, right) and _is_blank_between(left, right, walls) else ""
    begun = len(words) >= 3 and any(word.islower() and len(word) > 1 for word in words)
    if not begun and not (left.marker and right.text[:1].islower() and is_full_text(right.text)):  # 4. On ____ we …
        return ""
    if _is_blank_between(left, right, walls):
        return f" {GAP} "
    framed = (
        gap < 2.5 * left.size
        and len(words) >= 5
        and starts.get(round(right.x0), 0) < 3
        and not walls.widget_between(left.x1, right.x0, left.base + 0.3 * left.size)
    )
    return " " if framed else ""


def _ends_with_noun(left: Piece, right: Piece) -> bool:
    """Does a sentence go on behind a blank with a noun: ``umfasst ____ Blätter.``, ``in ____ Wohnungen leben …``?"""
    words = left.text.split()
    begun = len(words) >= 2 and any(map(str.islower, words))
    noun = _NOUN_STOP.match(right.text) is not None
    return begun and (noun or (is_full_text(right.text) and expects_more(left.text)))


def with_blanks(pieces: Sequence[Piece], walls: Walls) -> list[Piece]:
    """Pieces that know the form fields right before and after them, where these stand inside the text.

    A field beside a text is none of its blanks: that one stands where the lines above and below have words.
    """
    return [
        _with_blanks(piece, pieces[max(number - AROUND, 0) : number + AROUND], walls)
        for number, piece in enumerate(pieces)
    ]


def _with_blanks(piece: Piece, around: Iterable[Piece], walls: Walls) -> Piece:
    before, after = walls.fields_at(piece.x0, piece.x1, piece.base + 0.3 * piece.size, EDGE * piece.size)
    if before is None and after is None:
        return piece
    near = [
        other for other in around if 0.5 < abs(other.base - piece.base) / piece.size < 2.6 and is_full_text(other.text)
    ]
    lead = before is not None and any(
        other.x0 < before[0] + piece.size and other.x0 + 2 * piece.size < piece.x0 < other.x1
        for other in near
        if other.base > piece.base
    )
    blank = after is not None and any(
        other.x1 > after[2] - piece.size and abs(other.x0 - piece.x0) < 2 * piece.size for other in near
    )
    return replace(piece, lead=piece.lead or lead, blank=piece.blank or blank)


def bridge_sentences(rows: list[list[Piece]], walls: Walls) -> list[Piece]:
    """Lines with blanks in the middle of a sentence that began on the line above are one piece, however short."""
    above: list[Piece] = []
    found: list[Piece] = []
    for row in rows:
        joined: list[Piece] = []
        inside = False
        for piece in row:
            left = joined[-1] if joined else None
            if left is not None and inside and _is_blank_between(left, piece, walls) and _goes_on(piece):
                joined[-1] = _joined(left, piece, f" {GAP} ")
            else:
                joined.append(piece)
                inside = _is_inside(piece, above)
        found.extend(joined)
        above = [*above[-NEAR:], *joined]
    return found


def _is_inside(piece: Piece, above: Iterable[Piece]) -> bool:
    """Does a line go on with the sentence of the line above?"""
    return (
        not piece.marker
        and piece.text[:1].islower()
        and any(
            0.8 < (upper.base - piece.base) / piece.size < 2.4
            and abs((upper.indent if upper.marker else upper.x0) - piece.x0) < 2
            and abs(upper.size - piece.size) < 0.1 * piece.size
            and upper.text[-1:] not in _CLOSES
            and is_full_text(upper.text)
            for upper in above
        )
    )


def _goes_on(piece: Piece) -> bool:
    return not piece.marker and continues(piece.text.removeprefix("("))


def _is_blank_between(left: Piece, right: Piece, walls: Walls) -> bool:
    """Is the place between two pieces of a row one blank to fill in?"""
    height = left.base + 0.3 * left.size
    return left.text[-1:] not in _CLOSES and (
        left.blank or right.lead or walls.widget_between(left.x1, right.x0, height, buttons=False)
    )


def is_full_text(text: str) -> bool:
    """Is a line running text, as far as a single line can show it?"""
    words = text.split()
    return len(words) >= 5 and sum(map(str.islower, words)) >= 2


def _joined(left: Piece, right: Piece, bridge: str) -> Piece:
    """Two pieces of a row as one, with some characters between them."""
    step = (right.x0 - left.x1) / len(bridge)
    gaps = [left.x1 + step * index for index in range(1, len(bridge))]
    return replace(
        left,
        text=left.text + bridge + right.text,
        edges=(*left.edges, *gaps, *right.edges),
        tail=right.tail,
        blank=right.blank,
    )
