"""Forms without fields: blank lines, dotted lines, empty boxes and printed check boxes of a page become fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.model import Block, Box, Field, LabelSource
from app.reading.fields import RawField, Widget
from app.reading.flat_cells import cell_blanks, cells_of, loose_lines, white_cells
from app.reading.flat_ink import SIGN, Blank, Ink, flat_rules, text_of, upright_rules
from app.reading.flat_lines import fill_blanks, rule_blanks, stacked
from app.reading.flat_office import of_citizens
from app.reading.glyphs import MARK, UNKNOWN, Glyph, Sheet, to_page, to_sheet
from app.reading.labels import tidy

MOST = 400
"""A page with more blanks than this is a pattern or a drawing."""
MARGIN = 30.0
"""Lines that end this near to the left or right edge of a page, in points, show where to fold it."""
SENTENCE = 8
"""From so many words with a full stop on, the text of a mark is an item of a list."""

_ABOUT_SIGN = re.compile(r"\b(?:ort|datum|name|tag|place|date|name)\s+(?:der|des|of)\b", re.IGNORECASE)
"""``Datum der Unterschrift`` is no place to sign."""
_SIGN_WORDS = 14
SENTENCE_WIDTH = 300.0
"""So far to both sides of a sign, in points, the sentence that it may stand in is looked for."""
_ANSWERS = frozenset({"ja", "nein", "yes", "no"})
_BRACKETS = {"[": "]"}


def blanks_of(sheet: Sheet, white: Sequence[Box] = ()) -> list[Blank]:
    """The places to fill in of a page, in reading space, from top to bottom. ``white``: areas on a coloured ground."""
    flat, upright = flat_rules(sheet.rules), upright_rules(sheet.rules)
    ink = Ink(sheet.glyphs, upright)
    cells = cells_of(flat, upright, ink)
    areas = [to_sheet(box, sheet.turn) for box in white]
    framed = cell_blanks([*cells, *white_cells(areas, cells, ink)])
    loose = loose_lines(flat, cells)
    lines = stacked([*fill_blanks(ink), *rule_blanks(loose, upright, ink, sheet.area)], ink)
    left, _, right, _ = sheet.area
    inner = [blank for blank in lines if blank.box[2] > left + MARGIN and blank.box[0] < right - MARGIN]
    found = _apart([*_marks(ink), *_strange_marks(ink), *(_signed(blank, ink) for blank in framed), *inner])
    if len(found) > MOST or _is_list(found, ink):
        return []
    asked = [blank for blank in found if not _is_spoken_of(blank, found, ink)]
    found = of_citizens(asked, cells, ink, sheet.area)
    return sorted(found, key=lambda blank: (-round(blank.box[3] / 6), blank.box[0]))


def _signed(blank: Blank, ink: Ink) -> Blank:
    """An empty frame over a text that asks for a signature bears that text."""
    x0, y0, x1, _ = blank.box
    under = [] if blank.label else ink.baseline(y0 - 14, y0 - 4, x0 - 3, x1 + 3)
    text = text_of([glyph for glyph in under if abs(glyph.base - under[0].base) < 1.5])
    return blank._replace(label=text, side="below") if SIGN.search(" ".join(text.split()[:2])) else blank


def _marks(ink: Ink) -> list[Blank]:
    """The printed signs of boxes to tick, also ``[ ]``."""
    found = []
    for row in ink.rows():
        for index, glyph in enumerate(row):
            end = row[index + 1] if index + 1 < len(row) else None
            box: Box | None = None
            text = ""
            if glyph.char == MARK:
                box = (glyph.x0, glyph.base - 0.1 * glyph.size, glyph.x1, glyph.base + 0.75 * glyph.size)
            elif end and _BRACKETS.get(glyph.char) == end.char and 1.5 <= end.x0 - glyph.x1 <= 14:
                box = (glyph.x0, glyph.base - 0.2 * glyph.size, end.x1, glyph.base + 0.8 * glyph.size)
                text = _option(row[index + 1 :])
            if box is not None:
                found.append(Blank(box, "check", "mark", text, "right"))
    return found


def _is_spoken_of(blank: Blank, others: Sequence[Blank], ink: Ink) -> bool:
    """Does a sign stand alone in the middle of a sentence, which says what it means rather than asks to tick it?"""
    x0, y0, x1, _ = blank.box
    row = [other for other in others if other.kind == "check" and abs(other.box[1] - y0) < 4]
    if blank.kind != "check" or len(row) > 1:
        return False
    left = ink.baseline(y0 - 1, y0 + 4, x0 - SENTENCE_WIDTH, x0 - 0.5)[::-1]
    right = ink.baseline(y0 - 1, y0 + 4, x1 + 0.5, x1 + SENTENCE_WIDTH)
    if not left or not right or x0 - left[0].x1 > left[0].size or right[0].x0 - x1 > 2 * right[0].size:
        return False
    before, after = text_of(_without_room(left)[::-1]).split(), text_of(_without_room(right)).split()
    goes_on = before[-1][-1].isalpha() and not after[0][0].isupper() and after[0].strip(".,") not in _ANSWERS
    return len(before) > 4 and len(after) > 2 and goes_on


def _without_room(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs up to the first wide space."""
    found = list(glyphs[:1])
    for glyph in glyphs[1:]:
        if max(glyph.x0 - found[-1].x1, found[-1].x0 - glyph.x1) > glyph.size:
            break
        found.append(glyph)
    return found


def _option(glyphs: Sequence[Glyph]) -> str:
    """The text after the closing bracket that is the first of these, up to a wide space or the next bracket."""
    end = 1
    while end < len(glyphs) and glyphs[end].char not in _BRACKETS:
        if end > 1 and glyphs[end].x0 - glyphs[end - 1].x1 > 2 * glyphs[end].size:
            break
        end += 1
    return text_of(glyphs[1:end])


def _strange_marks(ink: Ink) -> list[Blank]:
    """Signs of an unknown font, larger than the text that they stand before, one under the other: boxes to tick."""
    found = []
    for row in ink.rows():
        for index, glyph in enumerate(row):
            if glyph.char != UNKNOWN or not 0.5 <= (glyph.x1 - glyph.x0) / glyph.size <= 1.2:
                continue
            apart = index == 0 or glyph.x0 - row[index - 1].x1 > glyph.size
            after = ink.baseline(glyph.base - 4, glyph.base + 4, glyph.x1, glyph.x1 + 60)
            if apart and after and after[0].x0 - glyph.x1 > 1.5 and glyph.size > 1.05 * after[0].size:
                found.append(Blank((glyph.x0, glyph.base, glyph.x1, glyph.base + 0.75 * glyph.size), "check", "mark"))
    return [blank for blank in found if sum(abs(blank.box[0] - other.box[0]) < 2 for other in found) > 1]


def _apart(blanks: Sequence[Blank]) -> list[Blank]:
    """The blanks without those that stand on another one; what comes first stays."""
    kept: list[Blank] = []
    for blank in blanks:
        if not any(_on(blank.box, other.box) or _on(other.box, blank.box) for other in kept):
            kept.append(blank)
    return kept


def _on(one: Box, other: Box) -> bool:
    x, y = (one[0] + one[2]) / 2, (one[1] + one[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def _is_list(blanks: Sequence[Blank], ink: Ink) -> bool:
    """Are all blanks marks before whole sentences, so that they are the bullets of a list?"""
    if not blanks or any(blank.drawn not in {"mark", "square"} for blank in blanks):
        return False
    for blank in blanks:
        _, y0, x1, y1 = blank.box
        text = text_of(ink.baseline(y0 - 2, (y0 + y1) / 2, x1, x1 + 600))
        if len(text.split()) < SENTENCE:
            return False
    return len(blanks) >= 2


class Drawn(NamedTuple):
    """A blank as a field, for the search for labels, and its label where that is certain."""

    raw: RawField
    label: str
    side: LabelSource
    after: str
    framed: bool
    """Is it an empty frame or square, which without a label may be an ornament?"""


def drawn_fields(blanks: Sequence[Blank], page: int, turn: int) -> list[Drawn]:
    """Blanks as fields with names of their own."""
    fields = []
    for number, blank in enumerate(blanks, start=1):
        x0, y0, x1, y1 = to_page(blank.box, turn)
        box = (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))
        raw = RawField(name=f"{PREFIX}{page}-{number}", kind=blank.kind, widgets=(Widget(page=page, box=box),))
        fields.append(Drawn(raw, blank.label, blank.side, blank.after, blank.drawn in {"cell", "square"}))
    return fields


PREFIX = "flat-"
"""How the names of these fields begin."""


def finished(
    fields: Sequence[Field], blocks: Sequence[Block], drawn: Sequence[Drawn]
) -> tuple[tuple[Field, ...], tuple[Block, ...]]:
    """The fields and their blocks after the search for labels: printed ones say so, places to sign are told apart.

    Each has its label as a block, as every field has, also where there is none to find, so that rules about fields
    have a place to speak of. An empty frame without a label is left out.
    """
    known = {entry.raw.name: entry for entry in drawn}
    done = [_finished(field, known[field.name]) if field.name in known else field for field in fields]
    kept = [field for field in done if field.label or field.name not in known or not known[field.name].framed]
    named = {field.name: field.label for field in kept if field.name in known}
    own = (block for block in blocks if block.field in named or block.field not in known)
    return tuple(kept), tuple(_renamed(block, named) for block in own)


def _renamed(block: Block, labels: Mapping[str, str]) -> Block:
    """The block of a printed blank with the label that was decided on."""
    label = labels.get(block.field or "")
    return block if label is None or label == block.text else block.model_copy(update={"text": label})


def _finished(field: Field, drawn: Drawn) -> Field:
    update: dict[str, object] = {"source": "flat", "printed_label": ""}
    label = tidy(drawn.label)
    if label:
        update |= {"label": label, "label_source": drawn.side, "label_confidence": 0.75}
    elif field.label_source in {"name", "none"}:  # the name is ours
        after = tidy(drawn.after)
        sure = 0.5 if after else 0.0
        update |= {"label": after, "label_source": "right" if after else "none", "label_confidence": sure}
    text = str(update.get("label", field.label))
    signs = SIGN.search(text) and not _ABOUT_SIGN.search(text)
    if field.kind == "text" and len(text.split()) <= _SIGN_WORDS and signs:
        update["kind"] = "signature"
    return field.model_copy(update=update)
