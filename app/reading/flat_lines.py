"""Places to write on a line: rows of dots and underscores, and ruled lines with room above and a word beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.model import Box
from app.reading.flat_ink import FILLERS, SIGN, Blank, Ink, covered, text_of
from app.reading.glyphs import Glyph
from app.reading.ruled import Rule

ROOM = 13.0
"""Height that a person needs to write on a line, in points."""
SHORTEST = 25.0
"""Shorter ruled lines, in points, are no places to write."""
BESIDE = 90.0
"""A word in the row of a ruled line belongs to it up to this distance."""
FAR = 250.0
"""Where every line of several has a word before it in this distance, each has a label of its own."""
UNDER = 14.0
"""A caption stands at most so far under its line."""
STACKED = 36.0
"""Lines for one long answer are at most so far apart."""
INDENT = 40.0
"""A row of blanks that begins so far left of the one over it, in points, begins a new row of the text."""
CLOSE = 24.0
"""Lines further apart than this, in points, are two answers when the lower one has a caption of its own."""
FOOTER = 0.08
"""A line across the lowest part of a page divides the footer from the text."""
SHORT = 8
"""Words; a caption with more is left to the search for labels, unless it asks for a signature."""
SPLIT = 30.0
"""Captions under one line with so much room between them, in points, name two answers."""
DIVISIBLE = 150.0
"""A shorter line, in points, is one answer, whatever stands under it."""
CAPTION = 130
"""Characters; longer texts under a line are no captions."""

_JOINTS = frozenset("./-:|,")
"""What stands between the parts of a date or of a number to fill in."""
MONEY = frozenset("€$£")
_DOTS = frozenset(".·")


def fill_blanks(ink: Ink) -> list[Blank]:
    """A blank for each row of dots or underscores; the parts of a date are one."""
    found: list[Blank] = []
    for row in ink.rows():
        for run in _joined_parts(_runs(row, ink), row, ink):
            if _fits(run):
                x0, y0, x1, y1 = _above(run)
                line = Rule(x0, y0, x1, y0)
                found.extend(_divided((x0, y0, x1, y1), "fill", line, ink))
    return found


def _runs(row: Sequence[Glyph], ink: Ink) -> list[tuple[int, int]]:
    """Where rows of fillers begin and end in a row of glyphs."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, glyph in enumerate(row):
        if glyph.char not in FILLERS:
            if start is not None:
                runs.append((start, index))
            start = None
        elif start is None:
            start = index
        elif glyph.x0 - row[index - 1].x1 > 1.3 * glyph.size or _stands_between(row[index - 1], glyph, ink):
            runs.append((start, index))
            start = index
    if start is not None:
        runs.append((start, len(row)))
    return [_trimmed(row, run) for run in runs if not _is_leader(row, run)]


def _stands_between(left: Glyph, right: Glyph, ink: Ink) -> bool:
    """Is there some room between two glyphs, and a vertical line in it?"""
    return right.x0 - left.x1 > 2 and ink.divided(left.x1, right.x0, left.base + 2)


def _trimmed(row: Sequence[Glyph], run: tuple[int, int]) -> tuple[int, int]:
    """A row of underscores or dots without the full stop of the word before (``ca.____``)."""
    start, end = run
    chars = [glyph.char for glyph in row[start:end]]
    if "_" in chars or "…" in chars:
        while row[start].char in _DOTS:
            start += 1
        while row[end - 1].char in _DOTS:
            end -= 1
    return start, end


def _is_leader(row: Sequence[Glyph], run: tuple[int, int]) -> bool:
    """Do dots lead to a number that stands alone: of a page in a table of contents, of a line before its box?"""
    rest: list[str] = []
    for left, glyph in pairwise(row[run[1] - 1 :]):
        if rest and glyph.x0 - left.x1 > glyph.size:
            break
        rest.append(glyph.char)
    return 0 < len(rest) <= 4 and all(char.isdigit() for char in rest) and row[run[0]].char in _DOTS


def _joined_parts(runs: Sequence[tuple[int, int]], row: Sequence[Glyph], ink: Ink) -> list[list[Glyph]]:
    """The runs, parts of a date or number (``__.__.____``) as one."""
    found: list[list[Glyph]] = []
    before: tuple[int, int] | None = None
    for run in runs:
        part = list(row[run[0] : run[1]])
        between = row[before[1] : run[0]] if before else ()
        near = bool(found) and part[0].x0 - found[-1][-1].x1 < 1.6 * part[0].size + covered(between)
        near = near and not _stands_between(found[-1][-1], part[0], ink)
        if before and near and len(between) <= 1 and all(glyph.char in _JOINTS for glyph in between):
            found[-1].extend([*between, *part])
        else:
            found.append(part)
        before = run
    return found


def _fits(run: Sequence[Glyph]) -> bool:
    width = run[-1].x1 - run[0].x0
    chars = [glyph.char for glyph in run]
    lines = chars.count("_")
    if lines:
        return lines >= 2 and width >= 8
    if chars.count("…"):
        return len(chars) >= 2 and width >= 12
    return len(chars) >= 6 and width >= 15


def _above(run: Sequence[Glyph]) -> Box:
    return (run[0].x0, run[0].base - 2, run[-1].x1, run[0].base + max(0.9 * run[0].size, 9.0))


def rule_blanks(rules: Sequence[Rule], upright: Sequence[Rule], ink: Ink, area: Box) -> list[Blank]:
    """A blank for each ruled line that is there to write on. ``rules``: horizontal lines that frame nothing."""
    open_lines = [
        rule for rule in rules if rule.x1 - rule.x0 >= SHORTEST and _is_open(rule, ink) and not _meets(rule, upright)
    ]
    wide = 0.72 * (area[2] - area[0])
    found: list[Blank] = []
    for rule in open_lines:
        beside = _has_beside(rule, ink)
        full = rule.x1 - rule.x0 > wide
        caption = 0.0 if full and _is_heading(_caption_row(rule, ink)) else _caption(rule, ink)
        stacked = any(_follows(upper, lower, ink) for upper, lower in _pairs(rule, open_lines))
        above = not full and _has_above(rule, ink)
        footer = full and rule.y0 < area[1] + FOOTER * (area[3] - area[1])
        fits = not full or (caption < 0.7 * (rule.x1 - rule.x0) and not footer)
        if beside or stacked or above or (caption and fits):
            found.extend(_divided((rule.x0, rule.y0, rule.x1, rule.y0 + ROOM), "rule", rule, ink))
    return found


def _is_heading(row: Sequence[Glyph]) -> bool:
    """Is a row bold, so that the line over it parts two sections?"""
    return all(glyph.bold for glyph in row) and not SIGN.search(text_of(row))


def _divided(box: Box, drawn: str, line: Rule, ink: Ink) -> list[Blank]:
    """The blanks of a line: one for each caption under it."""
    parts = _parts(line, ink)
    named = len(parts) == 1 and _has_left(line, ink)
    return [_captioned((x0, box[1], x1, box[3]), drawn, ink, named=named) for x0, x1 in parts]


def _captioned(box: Box, drawn: str, ink: Ink, *, named: bool) -> Blank:
    """A blank with the short caption under it, unless a word before its line has ``named`` it, and the text behind."""
    part = Rule(box[0], box[1], box[2], box[1])
    caption = [glyph for glyph in _caption_row(part, ink) if glyph.char not in FILLERS]
    text = text_of(caption).strip(" /|")
    begins = text[:1].isupper() or text[:1] == "("  # else the sentence goes on in the next line
    short = len(text.split()) <= SHORT or SIGN.match(text) is not None
    if begins and short and _caption(part, ink) > 0 and not named:
        return Blank(box, "text", drawn, text, "below")
    return Blank(box, "text", drawn, after="" if named else _behind(part, ink))


def _behind(rule: Rule, ink: Ink) -> str:
    """The few words right behind a line that begin with a capital letter, up to the next blank or some room."""
    row = ink.baseline(rule.y0 - 4, rule.y0 + 7, rule.x1, rule.x1 + FAR)
    words: list[Glyph] = []
    end = rule.x1
    for glyph in row:
        if glyph.char in FILLERS or glyph.x0 - end > 1.2 * glyph.size:
            break
        words.append(glyph)
        end = glyph.x1
    text = text_of(words)
    return text if text[:1].isupper() and len(text.split()) <= 4 else ""


def _meets(rule: Rule, upright: Sequence[Rule]) -> bool:
    """Does a long vertical line stand at an end of the line, so that it is a part of a frame?"""
    return any(
        min(abs(other.x0 - rule.x0), abs(other.x0 - rule.x1)) < 3
        and other.y1 - other.y0 > 20
        and other.y0 - 3 <= rule.y0 <= other.y1 + 3
        for other in upright
    )


def _parts(rule: Rule, ink: Ink) -> list[tuple[float, float]]:
    """A long line over several captions far apart is one blank for each caption."""
    whole = [(rule.x0, rule.x1)]
    pieces = pieces_of_row(_caption_row(rule, ink))
    if len(pieces) < 2 or rule.x1 - rule.x0 < DIVISIBLE:
        return whole
    if pieces[0][0].x0 - rule.x0 <= 12:  # each part begins where its caption begins
        starts = [piece[0].x0 for piece in pieces[1:]]
        ends = [max(piece[-1].x1, start - 6) for piece, start in zip(pieces, starts, strict=False)]
    elif all(is_caption(piece) for piece in pieces):
        starts = [(left[-1].x1 + right[0].x0) / 2 for left, right in pairwise(pieces)]
        ends = starts
    else:
        return whole
    return list(zip([rule.x0, *starts], [*ends, rule.x1], strict=True))


def pieces_of_row(row: Sequence[Glyph]) -> list[list[Glyph]]:
    """The texts of a row that stand far apart; signs alone, such as a stroke between two names, are none."""
    pieces: list[list[Glyph]] = []
    for glyph in row:
        if pieces and glyph.x0 - pieces[-1][-1].x1 <= SPLIT:
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    return [piece for piece in pieces if any(glyph.char.isalpha() or glyph.char in FILLERS for glyph in piece)]


def is_caption(piece: Sequence[Glyph], most: int = 4) -> bool:
    """Is a text a short name rather than a part of a sentence or the label of a blank behind it?"""
    text = text_of(piece)
    begins = text[0].isupper() or text[0] == "("
    return begins and len(text.split()) <= most and not text.endswith(":") and not any(char in "_…" for char in text)


def _pairs(rule: Rule, others: Sequence[Rule]) -> list[tuple[Rule, Rule]]:
    near = [other for other in others if other != rule and abs(other.y0 - rule.y0) <= STACKED]
    return [(other, rule) if other.y0 > rule.y0 else (rule, other) for other in near]


def _follows(upper: Rule, lower: Rule, ink: Ink) -> bool:
    """Is a line the next one for the answer that begins on the line above?"""
    same = abs(upper.x0 - lower.x0) < 6 and abs(upper.x1 - lower.x1) < 6
    return same and 11 <= upper.y0 - lower.y0 <= STACKED and not ink.within((lower.x0, lower.y0, lower.x1, upper.y0))


def _is_open(rule: Rule, ink: Ink) -> bool:
    """Is there room to write over a line, and no heading that stands on it?"""
    over = ink.within((rule.x0, rule.y0 + 0.5, rule.x1, rule.y0 + 10))
    first = min(over, key=lambda glyph: glyph.x0, default=None)
    heading = first is not None and first.bold and first.x0 - rule.x0 < 2 * first.size
    return not heading and covered(over) < 0.2 * (rule.x1 - rule.x0)


def _has_beside(rule: Rule, ink: Ink) -> bool:
    """Does a word or a sign of money stand before the line, or a word or unit right behind it?"""
    right = ink.baseline(rule.y0 - 4, rule.y0 + 7, rule.x1, rule.x1 + 12)
    money = any(glyph.char in MONEY for glyph in ink.baseline(rule.y0 - 4, rule.y0 + 7, rule.x0 - 12, rule.x0))
    return money or any(glyph.char.isalpha() or glyph.char in "€%" for glyph in right) or _has_left(rule, ink)


def _has_left(rule: Rule, ink: Ink, reach: float = BESIDE) -> bool:
    """Does a word stand before the line, with no vertical line between?"""
    left = ink.baseline(rule.y0 - 4, rule.y0 + 7, rule.x0 - reach, rule.x0)
    words = [glyph for glyph in left if glyph.char.isalpha()]
    return bool(words) and not ink.divided(words[-1].x1, rule.x0 - 3, rule.y0 + 2)


def _caption(rule: Rule, ink: Ink) -> float:
    """The width of the caption under a line; 0 when there is none. Footnotes are none."""
    row = _caption_row(rule, ink)
    text = text_of(row)
    if not any(char.isalpha() for char in text) or len(text) > CAPTION or text[0].isdigit() or text[0] in "*¹²³":
        return 0.0
    return row[-1].x1 - row[0].x0


def _caption_row(rule: Rule, ink: Ink) -> list[Glyph]:
    """The printed row right under a line."""
    under = ink.baseline(rule.y0 - UNDER, rule.y0 - 4, rule.x0 - 3, rule.x1 + 3)
    top = max((glyph.base for glyph in under), default=0.0)
    return [glyph for glyph in under if abs(glyph.base - top) < 1.5]


def _has_above(rule: Rule, ink: Ink) -> bool:
    """Does a short text end over the line with room to write between?"""
    over = ink.within((rule.x0 - 3, rule.y0 + 10, rule.x1, rule.y0 + 30))
    return any(glyph.char.isalpha() for glyph in over) and rule.x1 - rule.x0 >= 60


def stacked(blanks: Sequence[Blank], ink: Ink) -> list[Blank]:
    """The blanks, lines one under the other for one long answer as one."""
    result: list[Blank] = []
    for blank in sorted(blanks, key=lambda blank: (-blank.box[1], blank.box[0])):
        upper = next((index for index, other in enumerate(result) if _goes_on(other, blank, ink)), None)
        if upper is None:
            result.append(blank)
        else:
            label = result[upper].label or blank.label
            result[upper] = result[upper]._replace(box=_merged(result[upper], blank), label=label, side="below")
    return result


def _merged(upper: Blank, lower: Blank) -> Box:
    """The box of two lines for one answer: where the text before the first line is, there is no room to write."""
    one, other = upper.box, lower.box
    if one[0] - other[0] > INDENT:
        return max(one, other, key=lambda box: box[2] - box[0])
    return (min(one[0], other[0]), other[1], max(one[2], other[2]), one[3])


def _goes_on(upper: Blank, lower: Blank, ink: Ink) -> bool:
    """Does the lower line continue the answer of the upper one: nothing between and nothing before it?"""
    if {upper.drawn, lower.drawn} not in ({"fill"}, {"rule"}):
        return False
    one, other = upper.box, lower.box
    ends = abs(one[2] - other[2]) < 12 or (one[2] - one[0] > 250 and other[2] < one[2])
    ends = ends or _turns(one, other, ink)
    if not (ends and other[0] < one[0] + 6 and 10 <= one[1] - other[1] <= STACKED):
        return False
    between = [glyph for glyph in ink.within((other[0], other[1] + 3, other[2], one[1])) if glyph.char not in FILLERS]
    before = ink.baseline(other[1] - 4, other[1] + 8, other[0] - BESIDE, other[0])
    starts = abs(one[0] - other[0]) < 6 or one[0] > other[0]
    own = _caption(Rule(other[0], other[1], other[2], other[1]), ink) > 0
    apart = own and (one[1] - other[1] > CLOSE or _has_left(Rule(one[0], one[1], one[2], one[1]), ink))
    labels = all(_has_left(Rule(box[0], box[1], box[2], box[1]), ink, FAR) for box in (one, other))
    return (
        starts
        and not (between or apart or labels)
        and not any(glyph.char.isalnum() or glyph.char in MONEY for glyph in before)
    )


def _turns(one: Box, other: Box, ink: Ink) -> bool:
    """Does a blank at the end of a row go on at the beginning of the next one?"""
    behind = ink.baseline(one[1] - 4, one[1] + 7, one[2], one[2] + FAR)
    last = not any(glyph.char.isalpha() for glyph in behind)
    first = not ink.baseline(other[1] - 4, other[1] + 7, other[0] - FAR, other[0] - 1)
    last = last and _has_left(Rule(one[0], one[1], one[2], one[1]), ink)
    return last and first and one[0] - other[0] > INDENT and one[1] - other[1] <= CLOSE
