"""A PDF as a Document: text with places through PDFium, fields through pypdf; runs in the guarded child process."""

from __future__ import annotations

import contextlib
import hashlib
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.errors import DynamicXfa, EncryptedPdf, FormklarError, NoTextLayer, TooLarge, UnreadableFile
from app.model import Block, Document, Field, FileFacts, Notice, Print, Role
from app.reading import blocks, fields, flat, garbled, labels, xfa
from app.reading.flat_white import white_areas
from app.reading.glyphs import PageText, read_page, to_sheet
from app.reading.legible import print_of
from app.reading.limits import Limits
from app.reading.lines import pieces_of
from app.reading.ocr_words import scanned_text
from app.reading.roles import is_running
from app.reading.titles import title_of
from app.reading.walls import Walls

MEDIA_TYPE = "application/pdf"
SOME = 20
"""From so many characters without a meaning on a page on, the reader of a report must know."""
SOFT_SHARE = 0.6
"""After this share of the seconds no further page is begun: what was read is better than nothing."""


def read_pdf(data: bytes, *, name: str | None, limits: Limits, scans: Mapping[int, str] | None = None) -> Document:
    """The document in ``data``: text in reading order, fields with their labels, and notices of what was not read.

    ``scans`` are tables of words by page (``ocr_words``) for pages without text; while it is empty, a document of
    such pages alone is no error.
    Raises ``EncryptedPdf``, ``NoTextLayer``, ``DynamicXfa``, ``UnreadableFile`` and ``TooLarge``.
    """
    form = _form(data, limits)
    text = _text(data, form or fields.Form(), limits, scans or {})
    if form is None and text is None:
        raise UnreadableFile
    notices: list[Notice] = list(form.notices if form else ())
    if form is None:
        form = fields.Form()
        notices.append(
            Notice(code="fields-unreadable", message="Die Formularfelder dieser Datei konnten wir nicht lesen.")
        )
    if text is None:
        text = _at_least_text(data, limits)
        notices.append(
            Notice(
                code="second-reader",
                message="Die Datei ist fehlerhaft gespeichert. Wir haben nur den Text gelesen.",
            )
        )
    template = xfa.template(form.xfa) if form.xfa else None
    words = _words_of(text.sheets) or " ".join(block.text for block in text.plain)
    if form.xfa and xfa.is_placeholder(words, fields=len(form.fields), pages=text.pages):
        return _from_template(data, name, form, template, limits)
    notices += text.notices
    if scans is None or scans or not text.empty:
        _refuse_empty(form, text)
    printed = blocks.print_blocks(text.sheets)
    page_blocks = tuple(item.block for item in printed) or text.plain
    found, field_blocks = _labelled(form.fields, text.flat, printed)
    if template is not None:
        found, field_blocks = xfa.enriched(found, field_blocks, template, page_blocks)
        notices += xfa.partly(template)
    return Document(
        name=name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=text.pages,
        title=title_of(form.title),
        blocks=(*page_blocks, *field_blocks),
        fields=found,
        notices=tuple(sorted(notices, key=lambda notice: (notice.page or 0, notice.code))),
        file=form.facts.model_copy(update={"prints": text.prints}),
    )


def _labelled(
    raw: Sequence[fields.RawField], drawn: Sequence[flat.Drawn], printed: Sequence[blocks.Printed]
) -> tuple[tuple[Field, ...], tuple[Block, ...]]:
    """The fields of the file and those that are only printed, with their labels."""
    found, field_blocks = labels.label_fields([*raw, *(entry.raw for entry in drawn)], printed)
    return flat.finished(found, field_blocks, drawn)


def _from_template(
    data: bytes, name: str | None, form: fields.Form, template: xfa.Template | None, limits: Limits
) -> Document:
    """The document of a dynamic form, whose pages say nothing. Raises ``DynamicXfa`` and ``TooLarge``."""
    reading = xfa.read_dynamic(template, limits) if template is not None else None
    if reading is None:
        raise DynamicXfa
    return Document(
        name=name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=reading.pages,
        title=title_of(form.title) or title_of(reading.title),
        blocks=reading.blocks,
        fields=reading.fields,
        notices=reading.notices,
        file=FileFacts(
            language=form.facts.language or None,
            title=form.facts.title or None,
            shows_title=form.facts.shows_title,
            may_fill=form.facts.may_fill,
            dynamic=True,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """What the pages hold."""

    pages: int
    sheets: tuple[blocks.PageSheet, ...]
    empty: int
    """Pages without any text."""
    characters: int
    notices: tuple[Notice, ...]
    flat: tuple[flat.Drawn, ...] = ()
    """Blanks that are only printed, on pages without fields."""
    prints: tuple[Print, ...] = ()
    """Of the pages that are no scans."""
    plain: tuple[Block, ...] = ()
    """Text without places, when only the second reader could open the file."""


def _form(data: bytes, limits: Limits) -> fields.Form | None:
    """The form as pypdf reads it; none when it cannot."""
    for tail in (b"", b"\nstartxref\n0\n%%EOF\n"):  # without its end a file is often whole in all else
        try:
            form = fields.read_form(data + tail, limits)
        except FormklarError:
            raise
        except Exception:  # noqa: S112 - pypdf raises what it likes on a broken file
            continue
        if form.locked:
            raise EncryptedPdf
        return form
    return None


def _text(data: bytes, form: fields.Form, limits: Limits, scans: Mapping[int, str]) -> _Text | None:
    """The pages as PDFium reads them; none when it cannot open the file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise EncryptedPdf from None
        return None
    with contextlib.closing(document):
        count = len(document)
        if count == 0:
            return None
        if count > limits.max_pages:
            raise TooLarge(limit="max_pages", maximum=limits.max_pages)
        return _pages(document, count, form, limits, scans)


def _pages(document: Any, count: int, form: fields.Form, limits: Limits, scans: Mapping[int, str]) -> _Text:
    stop = time.process_time() + SOFT_SHARE * limits.cpu_seconds, time.monotonic() + SOFT_SHARE * limits.seconds
    sheets: list[blocks.PageSheet] = []
    notices: list[Notice] = []
    drawn: list[flat.Drawn] = []
    prints: list[Print] = []
    empty = characters = 0
    for number in range(1, count + 1):
        if time.process_time() > stop[0] or time.monotonic() > stop[1]:
            notices.append(_notice("partly-read", number))
            break
        try:
            with contextlib.closing(document[number - 1]) as page:
                read = read_page(page)
                is_scan = _is_empty(read) and number in scans
                if is_scan:
                    read = scanned_text(page, scans[number])
                else:
                    with contextlib.suppress(Exception):  # the text counts more
                        prints.append(print_of(page, number, len(read.sizes), read.sizes, read.pale))
                blanks = _blanks(read, page, number) if _is_flat(number, form) and not is_scan else []
            characters += read.characters
            found = _sheets(read, number, form, blanks) if characters <= limits.max_characters else []
        except Exception:
            notices.append(_notice("unreadable-page", number))
            continue
        if characters > limits.max_characters:
            raise TooLarge(limit="max_characters", maximum=limits.max_characters)
        is_garbled = garbled.is_garbled(_words_of(found), characters=read.characters, strange=read.strange)
        if _is_empty(read) or (is_scan and is_garbled):
            empty += 1
            notices.append(_notice("no-text-layer", number))
        elif is_garbled:
            notices.append(_notice("unreadable-page", number))
        else:
            sheets.extend(found)
            drawn.extend(blanks)
            if is_scan:
                notices.append(_notice("recognised-text", number))
            elif read.strange > SOME:
                notices.append(_notice("unreadable-text", number))
    return _Text(
        count, tuple(sheets), empty, characters, tuple(notices), tuple(drawn[: limits.max_fields]), tuple(prints)
    )


def _is_empty(read: PageText) -> bool:
    return read.characters < 3 and read.strange < 3


_MESSAGES = {
    "partly-read": "Die Datei ist zu aufwendig. Wir haben sie nur bis zu dieser Seite gelesen.",
    "unreadable-page": "Den Text dieser Seite können wir nicht lesen, weil er fehlerhaft gespeichert ist. "
    "Wir haben die Seite nicht geprüft.",
    "unreadable-text": "Einen Teil des Textes auf dieser Seite können wir nicht lesen, "
    "weil er fehlerhaft gespeichert ist.",
    "no-text-layer": "Auf dieser Seite ist kein Text, den wir lesen können. Vielleicht ist die Seite ein Bild.",
    "recognised-text": "Die Seite ist eingescannt. Wir haben den Text mit Texterkennung gelesen. "
    "Er kann Fehler enthalten.",
}


def _notice(code: str, page: int) -> Notice:
    return Notice(code=code, message=_MESSAGES[code], page=page)


def _sheets(read: PageText, number: int, form: fields.Form, drawn: Sequence[flat.Drawn]) -> list[blocks.PageSheet]:
    """The pieces of a page, one sheet for each direction of its text. Printed blanks divide text as fields do."""
    raw = [*form.fields, *(entry.raw for entry in drawn)]
    widgets = [widget.box for field in raw for widget in field.widgets if widget.page == number]
    found = []
    for index, sheet in enumerate(read.sheets):
        walls = Walls(sheet.rules, (to_sheet(box, sheet.turn) for box in widgets))
        pieces = tuple(pieces_of(sheet, walls))
        if pieces:
            found.append(blocks.PageSheet(number, sheet.turn, index == 0, sheet.area, pieces, walls))
    return found


def _is_flat(number: int, form: fields.Form) -> bool:
    """May the blanks of a page be only printed? Not beside fields, nor in XFA forms, which describe all they ask."""
    used = any(widget.page == number for field in form.fields if field.kind != "push" for widget in field.widgets)
    return not used and form.xfa is None


def _blanks(read: PageText, page: Any, number: int) -> list[flat.Drawn]:
    """The blanks printed on a page."""
    if not read.sheets:
        return []
    sheet = read.sheets[0]
    return flat.drawn_fields(flat.blanks_of(sheet, white_areas(page)), number, sheet.turn)


def _words_of(sheets: Iterable[blocks.PageSheet]) -> str:
    return " ".join(piece.text for sheet in sheets for piece in sheet.pieces)


def _refuse_empty(form: fields.Form, text: _Text) -> None:
    """Say why there is nothing to check."""
    if text.sheets or text.plain:
        return
    if text.empty:
        raise NoTextLayer
    if not any(field.tooltip for field in form.fields):
        raise UnreadableFile


def _at_least_text(data: bytes, limits: Limits) -> _Text:
    """The plain text; ``UnreadableFile`` where pypdf opened the form and now breaks: it raises whatever it likes."""
    try:
        return _plain_text(data, limits)
    except FormklarError:
        raise
    except Exception as error:
        raise UnreadableFile from error


def _plain_text(data: bytes, limits: Limits) -> _Text:
    """The text without places, through pypdf: for the few files that only pypdf can open."""
    plain: list[Block] = []
    notices: list[Notice] = []
    empty = characters = 0
    with fields.opened(data) as reader:
        if reader.is_encrypted:
            reader.decrypt("")
        count = reader.get_num_pages()
        for number in range(1, count + 1):
            try:
                text = reader.pages[number - 1].extract_text()
            except Exception:
                notices.append(_notice("unreadable-page", number))
                continue
            characters += len(text)
            if characters > limits.max_characters:
                raise TooLarge(limit="max_characters", maximum=limits.max_characters)
            if not text.strip():
                empty += 1
                notices.append(_notice("no-text-layer", number))
                continue
            plain.extend(_plain_blocks(text, number))
    return _Text(count, (), empty, characters, tuple(notices), plain=tuple(plain))


def _plain_blocks(text: str, page: int) -> Iterator[Block]:
    """Paragraphs at empty lines; whatever is not running text is a label."""
    count = 0
    for part in re.split(r"\n\s*\n", fields.clean_lines(text)):
        joined = " ".join(re.sub(r"(?<=[a-zäöüß])-\n(?=[a-zäöüß])", "", part).split())
        for start in range(0, len(joined), blocks.MAX_BLOCK):
            count += 1
            body = joined[start : start + blocks.MAX_BLOCK]
            role: Role = "paragraph" if is_running(body) else "label"
            yield Block(id=f"p{page}b{count}", role=role, text=body, page=page)
