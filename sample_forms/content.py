"""What a sample form says: the nouns of the files in ``source/``, and reading them strictly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

SOURCE = Path(__file__).parent / "source"
"""The folder of the texts: ``source/<language>/<form>.yaml``."""


class Noun(BaseModel):
    """A frozen value; unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Input(Noun):
    """One field to fill in. ``width`` is its share of the row; ``lines`` its height in lines of text."""

    field: str
    label: str = ""
    kind: Literal["text", "check", "combo", "list"] = "text"
    tooltip: str | None = None
    options: tuple[str, ...] = ()
    width: float = 1.0
    lines: int = 1
    max_length: int | None = None
    value: str = ""
    suffix: str = ""
    read_only: bool = False
    required: bool = False


class Option(Noun):
    """One answer of a question. As radio button it needs ``value``, as check box ``field``."""

    text: str
    value: str = ""
    field: str = ""
    tooltip: str | None = None
    entry: Input | None = None
    """A text field behind the option, as in “yes, namely …”."""


class Heading(Noun):
    """The bar above a section."""

    heading: str


class Text(Noun):
    """A paragraph of running text."""

    text: str
    bold: bool = False


class Hint(Noun):
    """Small print."""

    hint: str


class Items(Noun):
    """A list with bullets."""

    items: tuple[str, ...]


class Row(Noun):
    """Fields side by side, each with its label above, to the left, or inside its frame."""

    row: tuple[Input, ...]
    labels: Literal["above", "left", "inside"] = "above"


class Question(Noun):
    """A question with its options: radio buttons when ``field`` is given, else independent check boxes."""

    question: str
    options: tuple[Option, ...]
    field: str = ""
    tooltip: str | None = None
    stacked: bool = False


class Check(Noun):
    """A statement to tick."""

    check: str
    field: str
    tooltip: str | None = None


class Table(Noun):
    """A table; a cell is printed text or a field. ``widths`` are shares."""

    table: tuple[str, ...]
    rows: tuple[tuple[str | Input, ...], ...]
    widths: tuple[float, ...] = ()


class Signature(Noun):
    """A line to sign on, with its label below; with ``field`` it can be typed into."""

    label: str
    field: str = ""
    tooltip: str | None = None


class Sign(Noun):
    """Signature lines side by side."""

    sign: tuple[Signature, ...]


class Letter(Noun):
    """The head of a letter: the address on the left, the office's details on the right."""

    address: tuple[str, ...]
    details: tuple[tuple[str, str], ...]


class Lines(Noun):
    """Short lines that keep their breaks, such as the end of a letter."""

    lines: tuple[str, ...]


class Office(Noun):
    """The grey box that only the office fills in (printed, no fields)."""

    office: str
    entries: tuple[str, ...]


class Columns(Noun):
    """Small print in two columns."""

    columns: tuple[tuple[Heading | Text | Hint | Items, ...], ...]


class Break(Noun):
    """A new page."""

    new_page: Literal[True]


Element = (
    Heading | Text | Hint | Items | Row | Question | Check | Table | Sign | Letter | Lines | Office | Columns | Break
)


class Form(Noun):
    """One sample form: who publishes it, what it looks like, what it says."""

    title: str
    subtitle: str = ""
    publisher: str
    department: str
    contact: tuple[str, ...]
    number: str
    edition: str
    design: Literal["town", "county", "plain"]
    also: tuple[Literal["txt", "html", "dynamic", "hybrid", "docx", "flat"], ...] = ()
    """Other files that are made of this form besides the PDF: text, web page, with XFA alone or beside the fields,
    Word document with fields or with blanks."""
    body: tuple[Element, ...]


def load(path: Path) -> Form:
    """The form in this file. ``pydantic.ValidationError`` or ``yaml.YAMLError`` when the file is wrong."""
    return Form.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def sources() -> list[Path]:
    """All source files, German first, each language in alphabetical order."""
    return sorted(SOURCE.glob("*/*.yaml"))


def inputs(form: Form) -> Iterator[tuple[str, str]]:
    """Name and kind of each field of the form in reading order; a radio group counts once."""
    for element in form.body:
        if isinstance(element, Row):
            yield from ((entry.field, entry.kind) for entry in element.row)
        elif isinstance(element, Check):
            yield element.field, "check"
        elif isinstance(element, Question):
            if element.field:
                yield element.field, "radio"
            for option in element.options:
                if not element.field:
                    yield option.field, "check"
                if option.entry:
                    yield option.entry.field, option.entry.kind
        elif isinstance(element, Table):
            cells = (cell for cells in element.rows for cell in cells)
            yield from ((cell.field, cell.kind) for cell in cells if isinstance(cell, Input))
        elif isinstance(element, Sign):
            yield from ((entry.field, "text") for entry in element.sign if entry.field)


def texts(form: Form) -> Iterator[str]:
    """Each printed text of the form once, in reading order (no tooltips, nothing of header and footer)."""
    yield from (text for text in (form.title, form.subtitle) if text)
    for element in form.body:
        yield from _printed(element)


def _printed(element: Element) -> Iterator[str]:  # noqa: PLR0912 - one branch per noun
    match element:
        case Heading(heading=text) | Text(text=text) | Hint(hint=text) | Check(check=text):
            yield text
        case Items(items=lines) | Lines(lines=lines):
            yield from lines
        case Row():
            for entry in element.row:
                yield from (text for text in (entry.label, entry.suffix) if text)
        case Question():
            yield element.question
            for option in element.options:
                yield option.text
                if option.entry and option.entry.suffix:
                    yield option.entry.suffix
        case Table():
            yield from element.table
            yield from (cell for cells in element.rows for cell in cells if isinstance(cell, str) and cell)
        case Sign():
            yield from (entry.label for entry in element.sign)
        case Letter():
            yield from element.address
            for label, value in element.details:
                yield label
                yield value
        case Office():
            yield element.office
            yield from element.entries
        case Columns():
            for column in element.columns:
                for part in column:
                    yield from _printed(part)
        case Break():
            return
