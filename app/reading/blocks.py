"""From the pieces of all pages to the blocks of the document, in reading order, each with role, boxes and lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.model import Block, Box, Line, Role
from app.reading.columns import reading_order
from app.reading.furniture import furniture_of
from app.reading.garbled import is_garbled
from app.reading.glyphs import UNKNOWN, to_page
from app.reading.paragraphs import (
    Paragraph,
    compose,
    goes_over,
    join_columns,
    paragraphs_of,
    stacks_of,
    vocabulary_of,
)
from app.reading.pieces import Piece, rows_of
from app.reading.roles import is_running, role_of
from app.reading.rows import bridge_sentences, with_blanks
from app.reading.walls import Walls

UNKNOWN_SHARE = 0.1
"""Sentences with more unknown characters than this, by width, are not checked as sentences."""
MAX_BLOCK = 20_000
"""Longest block in characters."""


@dataclass(frozen=True, slots=True)
class PageSheet:
    """The pieces of one page that run in one direction. ``main`` is the direction of most of its text."""

    page: int
    turn: int
    main: bool
    area: Box
    pieces: tuple[Piece, ...]
    walls: Walls


@dataclass(frozen=True, slots=True)
class Printed:
    """A block and what it was made of; ``box`` is in reading space."""

    block: Block
    paragraph: Paragraph
    sheet: PageSheet
    box: Box


def print_blocks(sheets: Sequence[PageSheet]) -> list[Printed]:
    """All blocks of all pages in reading order. Every printed word is in exactly one of them."""
    main = [sheet for sheet in sheets if sheet.main]
    furniture = dict(
        zip((id(sheet) for sheet in main), furniture_of([(sheet.pieces, sheet.area) for sheet in main]), strict=True)
    )
    vocabulary = vocabulary_of(piece for sheet in sheets for piece in sheet.pieces)
    usual = usual_size(piece for sheet in main for piece in sheet.pieces)
    bold = _mostly_bold(piece for sheet in main for piece in sheet.pieces)
    result: list[Printed] = []
    count = page = 0
    for sheet in sheets:
        if sheet.page != page:
            page, count = sheet.page, 0
        around = usual_size(sheet.pieces)
        for paragraph, is_furniture in _in_order(sheet, furniture.get(id(sheet), set())):
            text, lines = compose(paragraph, vocabulary)
            role = _role(paragraph, text, sheet, (usual, around), bold=bold)
            if is_furniture:
                role = "furniture"
            count += 1
            result.append(_printed(f"p{page}b{count}", role, text=text, lines=lines, paragraph=paragraph, sheet=sheet))
    return _with_title(_over_pages(result, vocabulary), usual)


def _over_pages(printed: Sequence[Printed], vocabulary: frozenset[str]) -> list[Printed]:
    """A sentence that goes on on the next page is one text, which stands where it begins."""
    result: list[Printed] = []
    last = -1
    for item in printed:
        before = result[last] if last >= 0 else None
        if item.block.role != "furniture":
            last = len(result)
            if before is not None and _goes_over(before, item):
                last = result.index(before)
                result[last] = _with_more(before, item, vocabulary)
                continue
        result.append(item)
    return result


def _goes_over(one: Printed, other: Printed) -> bool:
    """Does the sentence of the last block of a page go on in the first one of the next?"""
    turned = other.sheet.page == one.sheet.page + 1 and other.sheet.turn == one.sheet.turn
    return turned and goes_over(one.paragraph, other.paragraph)


def _with_more(item: Printed, more: Printed, vocabulary: frozenset[str]) -> Printed:
    """The block with the text of the next page behind its own; its boxes stay on its own page, its lines on both."""
    own = len(item.paragraph.pieces)
    text, lines = compose(Paragraph((*item.paragraph.pieces, *more.paragraph.pieces)), vocabulary)
    text, turn = text[:MAX_BLOCK], item.sheet.turn
    placed = [
        part if number < own else part.model_copy(update={"page": more.sheet.page})
        for number, line in enumerate(lines)
        for part in _placed(line, text, turn)
    ]
    role: Role = "paragraph" if item.block.role == "label" else item.block.role
    block = item.block.model_copy(update={"text": text, "role": role, "lines": tuple(placed)})
    return replace(item, block=block)


def usual_size(pieces: Iterable[Piece]) -> float:
    """The font size in which most of the text is set."""
    weights: dict[float, int] = {}
    for piece in pieces:
        size = round(piece.size * 2) / 2
        weights[size] = weights.get(size, 0) + len(piece.text)
    return max(weights, key=lambda size: (weights[size], size), default=10.0)


def _in_order(sheet: PageSheet, furniture: set[int]) -> list[tuple[Paragraph, bool]]:
    """The paragraphs of a sheet as a person reads them; headers come first and footers last."""
    text = [piece for index, piece in enumerate(sheet.pieces) if index not in furniture]
    pieces = bridge_sentences(rows_of(with_blanks(text, sheet.walls)), sheet.walls)
    stacks = stacks_of(pieces, sheet.walls)
    cut = [paragraphs_of(stack) for stack in stacks]
    boxes = [_core(stack) for stack in stacks]
    lines = [_running_lines(found) for found in cut]
    order = reading_order(boxes, lines, sheet.walls.below)
    running = join_columns((paragraph for index in order for paragraph in cut[index]), sheet.walls)
    middle = (sheet.area[1] + sheet.area[3]) / 2
    aside = [sheet.pieces[index] for index in sorted(furniture, key=lambda index: _position(sheet.pieces[index]))]
    top = [(Paragraph((piece,)), True) for piece in aside if piece.base > middle]
    bottom = [(Paragraph((piece,)), True) for piece in aside if piece.base <= middle]
    return [*top, *((paragraph, False) for paragraph in running), *bottom]


def _position(piece: Piece) -> tuple[float, float]:
    return (-round(piece.base), piece.x0)


def _core(stack: Sequence[Piece]) -> Box:
    """The place of a stack without the room above and below its letters, so that close rows do not touch."""
    first, last = stack[0], stack[-1]
    return (
        min(piece.x0 for piece in stack),
        last.base - 0.05 * last.size,
        max(piece.x1 for piece in stack),
        first.base + 0.6 * first.size,
    )


def _running_lines(paragraphs: Iterable[Paragraph]) -> int:
    """How many lines of running text there are."""
    return sum(
        len(paragraph.pieces)
        for paragraph in paragraphs
        if len(paragraph.pieces) > 1 and is_running(" ".join(piece.text for piece in paragraph.pieces))
    )


def _mostly_bold(pieces: Iterable[Piece]) -> bool:
    """Is bold the usual type, so that it says nothing?"""
    weights = [0, 0]
    for piece in pieces:
        weights[piece.bold] += len(piece.text)
    return weights[1] > weights[0]


def _role(paragraph: Paragraph, text: str, sheet: PageSheet, usual: tuple[float, float], *, bold: bool) -> Role:
    """The role of a paragraph. ``usual``: font size of the document and of the page; ``bold``: is bold usual there?"""
    if not sheet.main:
        edge = 0.1 * (sheet.area[3] - sheet.area[1])
        base = paragraph.pieces[0].base
        return "furniture" if base < sheet.area[1] + edge or base > sheet.area[3] - edge else "label"
    if is_garbled(text) or _unknown_share(paragraph) > UNKNOWN_SHARE:
        return "label"
    size = paragraph.size
    role = role_of(
        text,
        marker=paragraph.marker,
        bold=paragraph.bold and not bold,
        larger=size / usual[0],
        smaller=size / usual[1],
        lines=len(paragraph.pieces),
    )
    beside_field = role == "heading" and size < 1.3 * usual[0] and sheet.walls.field_beside(paragraph.box)
    return "label" if beside_field else role


def _unknown_share(paragraph: Paragraph) -> float:
    """How much of the printed width are characters without a known meaning."""
    unknown = total = 0.0
    for piece in paragraph.pieces:
        total += piece.x1 - piece.x0
        for index, char in enumerate(piece.text):
            if char == UNKNOWN:
                unknown += piece.edges[index + 1] - piece.edges[index]
    return unknown / max(total, 1.0)


def _with_title(printed: list[Printed], usual: float) -> list[Printed]:
    """The largest heading on the upper half of the first page is the title."""
    candidates = [
        (item.paragraph.size, len(item.block.text), -index)
        for index, item in enumerate(printed)
        if item.block.role == "heading"
        and item.sheet.page == 1
        and item.paragraph.size >= 1.25 * usual
        and item.box[1] > (item.sheet.area[1] + item.sheet.area[3]) / 2
        and len(item.block.text) > 5
        and any(map(str.isalpha, item.block.text))
    ]
    if candidates:
        index = -max(candidates)[2]
        block = printed[index].block.model_copy(update={"role": "title"})
        printed[index] = replace(printed[index], block=block)
    return printed


def _printed(
    block_id: str, role: Role, *, text: str, lines: tuple[Line, ...], paragraph: Paragraph, sheet: PageSheet
) -> Printed:
    text = text[:MAX_BLOCK]
    block = Block(
        id=block_id,
        role=role,
        text=text,
        page=sheet.page,
        boxes=tuple(_rounded(to_page(box, sheet.turn)) for box in _column_boxes(paragraph)),
        lines=tuple(placed for line in lines for placed in _placed(line, text, sheet.turn)),
    )
    return Printed(block, paragraph, sheet, paragraph.box)


def _column_boxes(paragraph: Paragraph) -> list[Box]:
    """One box for each column that the paragraph runs through."""
    parts: list[list[Piece]] = [[paragraph.pieces[0]]]
    for piece in paragraph.pieces[1:]:
        if piece.base > parts[-1][-1].base + piece.size:
            parts.append([piece])
        else:
            parts[-1].append(piece)
    return [Paragraph(tuple(part)).box for part in parts]


def _placed(line: Line, text: str, turn: int) -> list[Line]:
    """The line in page coordinates. On a turned page it runs across x, so each word gets a line of its own there,
    whose edges alternate: any part of the word then has the box of the word."""
    if turn == 0:
        return [Line(start=line.start, box=_rounded(line.box), edges=tuple(round(edge, 2) for edge in line.edges))]
    found = []
    length = len(line.edges) - 1
    position = 0
    for word in text[line.start : line.start + length].split(" "):
        end = position + len(word)
        if word:
            box = _rounded(to_page((line.edges[position], line.box[1], line.edges[end], line.box[3]), turn))
            edges = tuple(box[0] if index % 2 == 0 else box[2] for index in range(len(word) + 1))
            found.append(Line(start=line.start + position, box=box, edges=edges))
        position = end + 1
    return found


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
