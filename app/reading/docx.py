"""Reads Word documents (DOCX): what a person sees, block by block, and the fields of a form. Runs nothing in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from app.errors import EmptyText, TooLarge, UnreadableFile
from app.model import Block, Document, FileFacts, Role
from app.reading.docx_comments import hushed
from app.reading.docx_fields import blocks_of_field, fields_of
from app.reading.docx_flow import BLANK, BOX, Control, Paragraph, Part, Table
from app.reading.docx_labels import label_all
from app.reading.docx_package import MAX_HEADERS, Element, Package
from app.reading.docx_story import Story
from app.reading.docx_styles import Styles
from app.reading.flow import ends_sentence
from app.reading.limits import Limits
from app.reading.required import legend_of
from app.reading.text import ADDRESS, Unit, blocks_of, units_of
from app.reading.titles import title_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_LETTER = re.compile(r"[^\W_]")
_NOTES = {"footnoteReference": ("footnotes", "footnote"), "endnoteReference": ("endnotes", "endnote")}


def read_docx(data: bytes, *, name: str | None, limits: Limits) -> Document:
    """The document in a DOCX or DOCM file.

    Raises ``EmptyText``, ``TooLarge`` (characters, fields), ``TooComplex``, ``EncryptedPdf``, ``UnreadableFile``, and
    ``UnsupportedFile`` for other ZIP files and for Word documents older than 2007.
    """
    package = Package(data)
    styles = _styles(package)
    parts = _parts(package, styles)
    label_all(parts)
    controls = list(_controls(parts))
    if len(controls) > limits.max_fields:
        raise TooLarge(limit="max_fields", maximum=limits.max_fields)
    fields = fields_of(controls, legend_of(one.words() for one in _paragraphs(parts)))
    own = (blocks_of_field(number, control, one) for number, (control, one) in enumerate(fields, start=1))
    blocks: tuple[Block, ...] = (*blocks_of(_units(parts)), *chain.from_iterable(own))
    if sum(len(block.text) for block in blocks) > limits.max_characters:
        raise TooLarge(limit="max_characters", maximum=limits.max_characters)
    if not blocks:
        raise EmptyText
    title = _title(package)
    return Document(
        name=name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        title=title_of(title),
        blocks=blocks,
        fields=tuple(one for _, one in fields),
        file=FileFacts(language=_language(styles), title=title),
    )


def _parts(package: Package, named_styles: Element | None) -> list[Part]:
    """The document in the order of reading: headers, body, footnotes, footers."""
    main = package.main_part()
    relations = package.relations(main)
    targets = {one.kind: one.target for one in reversed(relations)}
    styles = Styles.of(named_styles, _side(package, targets, "numbering"))
    root = package.part(main)
    body = root.child("body") if root is not None else None
    if body is None:
        raise UnreadableFile
    story = Story(styles, hushed=hushed(body, _side(package, targets, "comments")))
    parts = story.read(body)
    parts += _notes(package, targets, styles, story.notes)
    return [
        *_furniture(package, [one.target for one in relations if one.kind == "header"], styles),
        *parts,
        *_furniture(package, [one.target for one in relations if one.kind == "footer"], styles),
    ]


def _side(package: Package, targets: dict[str, str], kind: str) -> Element | None:
    """A part that helps to read the main one; without it we read on."""
    return package.part(targets[kind], optional=True) if kind in targets else None


def _furniture(package: Package, names: Sequence[str], styles: Styles) -> list[Part]:
    """Headers or footers; what stands in several of them, once."""
    parts: list[Part] = []
    seen: set[str] = set()
    for name in names[:MAX_HEADERS]:
        root = package.part(name, optional=True)
        for part in Story(styles, furniture=True).read(root) if root is not None else ():
            words = " ".join(one.words() for one in _paragraphs([part]))
            if words not in seen or any(_controls([part])):
                parts.append(part)
            seen.add(words)
    return parts


def _notes(
    package: Package, targets: dict[str, str], styles: Styles, wanted: Sequence[tuple[str, str]]
) -> Iterator[Part]:
    """The footnotes and endnotes that the text refers to, each once."""
    known: dict[tuple[str, str], Element] = {}
    for reference in {kind for kind, _ in wanted}:
        part, element = _NOTES[reference]
        root = package.part(targets.get(part, ""), optional=True)
        for note in root.all(element) if root is not None else ():
            known[reference, note.attributes.get("id", "")] = note
    for one in dict.fromkeys(wanted):
        if one in known:
            yield from Story(styles).read(known[one])


def _title(package: Package) -> str:
    """The title that the file gives itself; empty when there is none."""
    target = next((one.target for one in package.relations("") if one.kind == "core-properties"), "docProps/core.xml")
    root = package.part(target, optional=True)
    title = root.child("title") if root is not None else None
    return " ".join(title.text.split())[:300] if title is not None else ""


def _styles(package: Package) -> Element | None:
    """The part that holds the styles."""
    targets = {one.kind: one.target for one in reversed(package.relations(package.main_part()))}
    return _side(package, targets, "styles")


def _language(styles: Element | None) -> str | None:
    """The language that the file names for all its text. It is often that of the program: we only compare it."""
    named = styles.child("docDefaults", "rPrDefault", "rPr", "lang") if styles is not None else None
    return named.attributes.get("val", "")[:40] or None if named is not None else None


def _paragraphs(parts: Sequence[Part]) -> Iterator[Paragraph]:
    """All paragraphs in the order of reading, those in tables too."""
    for part in parts:
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.content)
        else:
            yield part


def _controls(parts: Sequence[Part]) -> Iterator[Control]:
    return (control for paragraph in _paragraphs(parts) for control in paragraph.controls)


def _units(parts: Sequence[Part], *, in_table: bool = False) -> Iterator[Unit]:
    """The blocks before they have ids."""
    for part in parts:
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from _units(cell.content, in_table=len(row.cells) > 1)
        else:
            units = _units_of(part, in_table=in_table)
            yield from (replace(unit, ignore=part.ignore) for unit in units) if part.ignore else units


def _units_of(paragraph: Paragraph, *, in_table: bool) -> list[Unit]:
    """The blocks of one paragraph, with the roles that its style and its words give them."""
    if paragraph.furniture:
        return [Unit("furniture", paragraph.words())] if _LETTER.search(paragraph.words()) else []
    declared: Role | None = {"title": "title", "heading": "heading", "caption": "label"}.get(paragraph.shape)  # type: ignore[assignment]
    if declared is not None:
        units = units_of(paragraph.words())
        return [replace(units[0], role=declared, text=" ".join(unit.text for unit in units))] if units else []
    units = units_of(paragraph.text.replace(BLANK, " ____ ").replace(BOX, " ☐ "))
    item = paragraph.shape == "item" and not paragraph.bold
    return [replace(unit, role=_role(unit, paragraph, item=item, in_table=in_table)) for unit in units]


def _role(unit: Unit, paragraph: Paragraph, *, item: bool, in_table: bool) -> Role:
    """The role of a block, by its paragraph and by its words."""
    sentence = ends_sentence(unit.text) and len(unit.text.split()) >= 4
    if unit.role == "label" and sentence:  # with a place to fill in
        return "item" if item else "paragraph"
    if unit.role in {"label", "option", "furniture"}:
        return "label" if in_table and unit.role == "furniture" else unit.role  # „Telefon“ is no address here
    if paragraph.shape == "box" or (unit.role == "item" and paragraph.text.lstrip().startswith(BOX)):
        return "item" if sentence else "option"
    if item:
        return "item"
    if unit.role == "heading" and (in_table or not paragraph.bold) and paragraph.shape != "subtitle":
        return "paragraph" if ADDRESS.search(unit.text) else "label"
    return unit.role
