"""The sentences and fields of a report that something is said about, with where a person finds them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model import Block, Document, Edit, Field, Finding, Report, Span

OPEN, CLOSE = "\x02", "\x03"
"""Stand around the marked words until the lines are broken; both count as one column, like brackets."""
_CONTEXT = 240
"""Longest piece of a sentence that is shown: marked words, what is before them, what is after them."""
_WORDS_AROUND = 4
"""So many words are shown on both sides of a change."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[„\"(]?[A-ZÄÖÜ0-9])")
_ABBREVIATED = re.compile(
    r"(?:\d|\b\w|\b(?:Abs|Nr|Art|Ziff|Buchst|vgl|bzw|ca|ggf|evtl|gem|lfd|Str|Dr|Prof|Tel|St|No|Mr|Mrs|Ms|vs))\.$"
)
"""What a dot after a number, a letter or one of these says is not that the sentence ends."""
_SLACK = 2.0
"""Points by which a field may reach into the line above it."""
_MARKS = re.compile(r"[\s:*]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a text of a field, with the findings about it. Without ``block`` it is the form as a whole."""

    findings: tuple[Finding, ...]
    block: Block | None
    start: int = 0
    end: int = 0
    """The sentence, in the text of ``block``."""
    page: int | None = None
    section: str = ""
    """The heading above it."""
    field: Field | None = None
    printed: bool = True
    """False for a field whose place on the page is not known."""
    near: str = ""
    """For a field, the text beside or under which it stands, where that is known."""


def clean(text: str) -> str:
    """``text`` without control characters: a form must not steer the terminal of its reader."""
    return "".join(character if character.isprintable() else " " for character in text)


def passages(report: Report) -> Iterator[Passage]:
    """What something is said about, in reading order; a field stands where its label is printed."""
    document = report.document
    anchors = _anchors(document)
    order = {block.id: number for number, block in enumerate(document.blocks)}
    sections = _sections(document.blocks)
    blocks = {block.id: block for block in document.blocks}
    fields = {field.name: field for field in document.fields}
    groups: dict[tuple[str, int, int], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        block = blocks.get(finding.span.block)
        if block is None or _is_about_all(finding):
            groups["", 0, 0].append(finding)
        else:
            groups[finding.span.block, *_around(block, finding.span)].append(finding)

    def place(block_id: str) -> str:
        block = blocks.get(block_id)
        return anchors.get(block.field or "", block_id) if block is not None else block_id

    for (block_id, start, end), findings in sorted(
        groups.items(), key=lambda item: (order.get(place(item[0][0]), -1), order.get(item[0][0], -1), item[0][1])
    ):
        block = blocks.get(block_id)
        field = fields.get(block.field or "") if block is not None else None
        page = None if block is None else findings[0].page if findings[0].page is not None else block.page
        known = page is not None or field is None or field.name in anchors
        ordered = tuple(sorted(findings, key=lambda finding: finding.span.start))
        section = sections.get(place(block_id), "") if known else ""
        near = blocks[place(block_id)].text if field is not None and field.name in anchors else ""
        yield Passage(ordered, block, start, end, page, section, field, known, near)


def _sections(blocks: Sequence[Block]) -> dict[str, str]:
    """The heading above each block of the text; a heading stands under itself."""
    found: dict[str, str] = {}
    heading = ""
    for block in blocks:
        if block.field is None or block.role == "heading":
            heading = block.text if block.role in {"title", "heading"} else heading
            found[block.id] = heading
    return found


def _anchors(document: Document) -> dict[str, str]:
    """For the name of a field the block of the text beside which it stands, where that is known.

    That is the block that prints its label; several fields may have one label, then it must be printed as often.
    Otherwise it is the text above the field on its page, or before it where fields and text are read in one order.
    """
    printed: dict[str, list[str]] = defaultdict(list)
    for block in document.blocks:
        if block.field is None or not block.id.startswith("f"):
            printed[_MARKS.sub(" ", block.text).strip()].append(block.id)
    asked: dict[str, list[str]] = defaultdict(list)
    for field in document.fields:
        asked[_MARKS.sub(" ", field.label).strip()].append(field.name)
    found = {
        name: block
        for label, names in asked.items()
        if label and len(names) == len(printed.get(label, ()))
        for name, block in zip(names, printed[label], strict=True)
    }
    return _neighbours(document) | found


def _neighbours(document: Document) -> dict[str, str]:
    """For the name of a field the last text above it on its page, or before it."""
    pages: dict[int | None, list[Block]] = defaultdict(list)
    before: dict[str, Block] = {}
    last: Block | None = None
    for block in document.blocks:
        if block.field is None:
            pages[block.page].append(block)
            last = block
        elif last is not None:
            before.setdefault(block.field, last)
    found = {}
    for field in document.fields:
        near = before.get(field.name)
        if field.box is not None and field.page is not None:
            top = field.box[3] - _SLACK
            above = (block for block in reversed(pages[field.page]) if block.boxes and block.boxes[-1][1] >= top)
            near = next(above, None)
        elif near is last:  # the fields come after all text
            near = None
        if near is not None:
            found[field.name] = near.id
    return found


def marked(passage: Passage, text: str) -> str:
    """The sentence with the words marked that the findings are about; nothing is marked where it is all of them.

    What spans more than half of the sentence is marked only where nothing shorter is.
    """
    spans = [(finding.span.start, finding.span.end) for finding in passage.findings]
    inner = [span for span in spans if span[1] > span[0] and not _covers(span, passage, text)]
    short = [span for span in inner if 2 * (span[1] - span[0]) <= passage.end - passage.start]
    parts: list[str] = []
    at = passage.start
    for number, (start, end) in enumerate(_merged(short or inner)):
        parts.append(_cut(text[at:start], left=number > 0, right=True))
        parts.append(f"{OPEN}{_cut(text[start:end], left=True, right=True)}{CLOSE}")
        at = end
    parts.append(_cut(text[at : passage.end], left=bool(parts), right=not parts))
    return " ".join("".join(parts).split())


def _covers(span: tuple[int, int], passage: Passage, text: str) -> bool:
    """Whether a span is the whole sentence, the dot at its end aside."""
    return span[0] <= passage.start and not text[span[1] : passage.end].strip(" .!?:;")


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in text order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _cut(text: str, *, left: bool, right: bool) -> str:
    """A long piece without its middle, or without the end that is far from a mark; cleaned."""
    text = "".join(character if character.isprintable() else " " for character in text)
    if len(text) <= _CONTEXT:
        return text
    head = text[: _CONTEXT // 2].rpartition(" ")[0] if left else ""
    tail = text[-_CONTEXT // 2 :].partition(" ")[2] if right else ""
    return f"{head} … {tail}"


def change(text: str, edits: Sequence[Edit], sentence: tuple[int, int]) -> tuple[str, str]:
    """What the edits change, before and after, with a few words around it, so that both can be compared."""
    from app.model import apply

    first, last = min(edit.span.start for edit in edits), max(edit.span.end for edit in edits)
    left, right = text[sentence[0] : first], text[last : sentence[1]]
    before_words, after_words = re.findall(r"\S+\s*", left), re.findall(r"\s*\S+", right)
    head = "".join(before_words[-_WORDS_AROUND:])
    tail = "".join(after_words[:_WORDS_AROUND])
    head = f"… {head}" if len(before_words) > _WORDS_AROUND else head
    tail = f"{tail} …" if len(after_words) > _WORDS_AROUND else tail
    changed = apply(text, edits)
    new = changed[first : len(changed) - (len(text) - last)]
    return (_line(f"{head}{text[first:last]}{tail}"), _line(f"{head}{new}{tail}"))


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _is_about_all(finding: Finding) -> bool:
    """Whether a finding points at no words: it is about the file as a whole."""
    return finding.category == "form" and finding.span.start == finding.span.end


def _around(block: Block, span: Span) -> tuple[int, int]:
    """What is shown for a finding: its sentence, of a label all of it, for that is the name of a field."""
    if block.field is not None and block.role == "label":
        return 0, len(block.text)
    return _sentence(block.text, span.start, span.end)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around ``start`` to ``end`` begins and ends. For showing only: a guess from punctuation."""
    first, last = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATED.search(text, max(match.start() - 12, 0), match.start()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last
