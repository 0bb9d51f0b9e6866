"""What is printed around the places to fill in of a Word document: their labels, by line and by table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.reading.docx_flow import BLANK, BOX, Cell, Control, Paragraph, Part, Row, Table
from app.reading.flow import ends_sentence

_NEAR = 200
"""A longer text beside a field is no label, in code points."""
_WORDS = 15
_FEW = 8
_SIGN = re.compile(f"[{BLANK}{BOX}]")
_COLUMNS = re.compile(r"\t+|\s{3,}")
_LETTER = re.compile(r"[^\W_]")
_EDGE = re.compile(r"^[\s,;.)/–-]+|[\s,;(/]+$")
_SURE, _LIKELY, _GUESS = 0.7, 0.6, 0.4


def label_all(parts: Sequence[Part]) -> None:
    """Give every control in these parts its printed label; empty cells beside labels become controls."""
    above: Paragraph | None = None
    question = ""
    for part, below in zip(parts, [*parts[1:], None], strict=False):
        if isinstance(part, Table):
            _label_table(part)
            above, question = None, ""
            continue
        if not part.controls:
            above = part
            question = part.words() if part.text.rstrip().endswith((":", "?")) else ""
            continue
        _label_line(part)
        for control in part.controls:
            if control.kind == "check":
                control.group = control.group or question
            elif above is not None and is_label(above.words()):
                control.call(above.words(), "above", _GUESS)
        if isinstance(below, Paragraph) and not below.controls:
            _label_below(part.text, below.text, part.controls)
        above = None
        question = question if all(control.kind == "check" for control in part.controls) else ""


def is_label(words: str, *, most: int = _WORDS) -> bool:
    """Whether these words can be what a field is called: some, and not a sentence that only tells something."""
    if not _LETTER.search(words) or len(words) > _NEAR or len(words.split()) > most:
        return False
    return words.endswith((":", "?")) or not (ends_sentence(words) and len(words.split()) > 3)


def _tidy(text: str) -> str:
    words = " ".join(_EDGE.sub("", text).split())
    return words if _LETTER.search(words) and len(words) <= _NEAR else ""


def _label_line(paragraph: Paragraph) -> None:
    """Labels in the paragraph itself: to the left, of a box to the right, or below."""
    parts = _SIGN.split(paragraph.text)
    boxes = [control for control in paragraph.controls if control.kind == "check"]
    behind = len(boxes) == len(paragraph.controls) and _tidy(parts[0]) and not _tidy(parts[-1])
    if behind and (len(parts[0].split()) > _FEW or parts[0].rstrip().endswith(":")):
        behind = ""
    asked = "" if behind or not boxes or paragraph.controls[0] is not boxes[0] else _tidy(parts[0])
    for control, before, after in zip(paragraph.controls, parts, parts[1:], strict=False):
        control.raw = f"{before[-_NEAR:]} {after[:_NEAR]}" if len(parts) == 2 else before[-_NEAR:]
        if control.kind == "check":
            control.call(_last(before) if behind else _first(after), "left" if behind else "right", _SURE)
            control.group = asked
            control.raw = before if behind else after[:_NEAR]
        else:
            control.call(_last(before), "left", _SURE)
    lines = paragraph.text.split("\n")
    at = 0
    for line, below in pairwise(lines):
        count = len(_SIGN.findall(line))
        _label_below(line, below, paragraph.controls[at : at + count])
        at += count


def _last(before: str) -> str:
    """The words right before a field, on its line and in its column."""
    pieces = [_tidy(piece) for piece in _COLUMNS.split(before.rpartition("\n")[2])]
    return next((piece for piece in reversed(pieces) if piece), "")


def _first(after: str) -> str:
    """The words right behind a box, on its line and in its column."""
    pieces = [_tidy(piece) for piece in _COLUMNS.split(after.partition("\n")[0])]
    return next((piece for piece in pieces if piece), "")


def _label_below(line: str, below: str, controls: Sequence[Control]) -> None:
    """Labels under lines to write on: as many as there are lines, or one for all."""
    writable = [control for control in controls if control.kind == "text"]
    if not writable or _LETTER.search(line) or _SIGN.search(below):
        return
    pieces = [piece for piece in map(_tidy, _COLUMNS.split(below.partition("\n")[0])) if piece]
    if len(pieces) == 1:
        pieces *= len(writable)
    for control, piece in zip(writable, pieces if len(pieces) == len(writable) else [], strict=False):
        if is_label(piece, most=_FEW):
            control.call(piece, "below", _LIKELY)


def _label_table(table: Table) -> None:
    """Labels in the cells around."""
    heads: dict[int, str] = {}
    merged: dict[int, str] = {}
    first = True
    for row, following in zip(table.rows, [*table.rows[1:], None], strict=False):
        for cell in row.cells:
            label_all(cell.content)
            if not cell.continued:
                merged[cell.column] = cell.words()
        ruled = table.bordered or any(cell.bordered for cell in row.cells)
        if len(row.cells) == 1 and _is_said(row.cells[0]):
            heads, first = {}, True
            _write_inside(row, ruled=ruled)
            continue
        if _is_head(row, following, first=first):
            heads = {cell.column: cell.words() for cell in row.cells if is_label(cell.words())}
        elif not _write_inside(row, ruled=ruled):
            _label_row(row, heads, merged, ruled=ruled)
        first = False


def _is_said(cell: Cell) -> bool:
    """Whether a cell says something and leaves nothing to fill in."""
    return bool(cell.words()) and not cell.controls()


def _is_head(row: Row, following: Row | None, *, first: bool) -> bool:
    """Whether the cells of a row name the columns below it."""
    if following is None or len(row.cells) < 2 or any(cell.controls() for cell in row.cells):
        return False
    said = [cell for cell in row.cells if cell.words()]
    if len(said) < len(row.cells) - (not row.cells[0].words()) or not all(is_label(cell.words()) for cell in said):
        return False
    asks = [not _is_said(cell) for cell in following.cells if not cell.continued]
    if row.head or all(asks):
        return True
    bold = all(one.bold for cell in said for one in cell.paragraphs())
    return any(asks) and (first or bold)


def _label_row(row: Row, heads: dict[int, str], merged: dict[int, str], *, ruled: bool) -> None:
    """Labels by the cells to the left, the head of the column and, for a box, the cell to the right."""
    left, fresh = "", False
    for number, cell in enumerate(row.cells):
        head = heads.get(cell.column, "")
        if cell.continued:
            left, fresh = merged.get(cell.column, ""), True
            continue
        if cell.is_empty() and (cell.narrow or not ruled or not (head or (fresh and is_label(left)))):
            continue
        if cell.is_empty():
            cell.content.append(Paragraph(BLANK, [Control("text", "flat", ignore=cell.ignore)]))
        after = row.cells[number + 1] if number + 1 < len(row.cells) else None
        for control in _deep(cell.content):
            _call(control, left if fresh or head else "", head, after)
        if cell.words():
            left, fresh = cell.words(), True
        elif cell.content:
            fresh = False


def _call(control: Control, left: str, head: str, after: Cell | None) -> None:
    if control.kind == "check":
        control.group = control.group or (left if left and (control.label or head) else "")
        if after is not None and _is_said(after) and not head and not control.label:
            control.call(after.words() if is_label(after.words(), most=40) else "", "right", _LIKELY)
    if control.label:
        return
    both = " – ".join(filter(None, (left if is_label(left) else "", head)))
    control.call(both, "table" if head else "left", _LIKELY)
    control.raw = f"{left} {head}"


def _deep(parts: Sequence[Part]) -> Iterator[Control]:
    """The controls right in these parts, not those of tables in them."""
    for part in parts:
        if isinstance(part, Paragraph):
            yield from part.controls


def _write_inside(row: Row, *, ruled: bool) -> bool:
    """Make fields of cells that hold nothing but a label and room below it."""
    if not ruled or row.head or not all(_has_room(cell) for cell in row.cells if not cell.narrow):
        return False
    for cell in row.cells:
        if _has_room(cell):
            control = Control("text", "flat", raw=cell.words(), ignore=cell.ignore)
            control.call(cell.words(), "inside", _LIKELY)
            cell.content.append(Paragraph(BLANK, [control]))
    return True


def _has_room(cell: Cell) -> bool:
    words = cell.words()
    bold = all(one.bold or one.shape in {"heading", "title"} for one in cell.paragraphs())
    return cell.spare > 0 and _is_said(cell) and not bold and is_label(words, most=_FEW) and not cell.continued
