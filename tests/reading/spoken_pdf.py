"""Makes small PDFs that say this or that about themselves to programs that read aloud."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

LINES = (
    "Antrag auf einen Stellplatz",
    "Wir prüfen Ihren Antrag in zwei Wochen.",
    "Bitte nennen Sie uns Ihren Namen und Ihr Kennzeichen.",
    "Sie bekommen danach einen Brief von uns.",
)


@dataclass(frozen=True)
class Spoken:
    """What the PDF says; None leaves the entry out, for ``marked`` and ``shows_title`` False writes ``false``."""

    marked: bool | None = None
    tree: bool = False
    language: str | None = None
    language_of_tree: str | None = None
    title: str | None = None
    shows_title: bool | None = None
    tabs: tuple[str | None, ...] = (None,)
    """``/Tabs`` of each page."""
    fields: int = 2
    """Fields on each page."""
    tooltip: str | None = "Ihr Name"
    in_tree: bool = False
    """Whether the fields name their place in the structure."""
    xfa: bool = False


def spoken(said: Spoken, *, size: float = 11, draw: Callable[[Canvas], None] | None = None) -> bytes:
    """A PDF with some lines and fields on each page."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_printed(len(said.tabs), size, draw))))
    root = writer.root_object
    if "/Lang" in root:
        del root["/Lang"]
    if said.marked is not None:
        root[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(said.marked)})
    if said.tree:
        root[NameObject("/StructTreeRoot")] = writer._add_object(_tree(said))
    if said.language is not None:
        root[NameObject("/Lang")] = TextStringObject(said.language)
    if said.shows_title is not None:
        wish = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(said.shows_title)})
        root[NameObject("/ViewerPreferences")] = wish
    writer.metadata = {"/Title": said.title} if said.title is not None else {"/Producer": "Lindenbach"}
    _add_fields(writer, said)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _printed(pages: int, size: float, draw: Callable[[Canvas], None] | None) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=0)
    for _ in range(pages):
        canvas.setFont("Helvetica", size)
        for number, line in enumerate(LINES):
            canvas.drawString(60, 780 - 30 * number, line)
        if draw is not None:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _tree(said: Spoken) -> DictionaryObject:
    element = DictionaryObject({NameObject("/S"): NameObject("/Document")})
    if said.language_of_tree is not None:
        element[NameObject("/Lang")] = TextStringObject(said.language_of_tree)
    return DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot"), NameObject("/K"): element})


def _add_fields(writer: PdfWriter, said: Spoken) -> None:
    found: list[Any] = []
    for number, (page, tabs) in enumerate(zip(writer.pages, said.tabs, strict=True)):
        widgets = [_field(writer, said, f"feld{number}{one}", 600 - 40 * one) for one in range(said.fields)]
        page[NameObject("/Annots")] = ArrayObject(widgets)
        if tabs is not None:
            page[NameObject("/Tabs")] = NameObject(tabs)
        found += widgets
    form = DictionaryObject({NameObject("/Fields"): ArrayObject(found)})
    if said.xfa:
        form[NameObject("/XFA")] = TextStringObject("<xdp/>")
    writer.root_object[NameObject("/AcroForm")] = form


def _field(writer: PdfWriter, said: Spoken, name: str, bottom: int) -> Any:
    entries: dict[str, Any] = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Widget"),
        "/FT": NameObject("/Tx"),
        "/T": TextStringObject(name),
        "/Rect": _numbers((60, bottom, 300, bottom + 20)),
    }
    if said.tooltip is not None:
        entries["/TU"] = TextStringObject(said.tooltip)
    if said.in_tree:
        entries["/StructParent"] = NumberObject(1)
    return writer._add_object(DictionaryObject({NameObject(key): value for key, value in entries.items()}))


def _numbers(values: Sequence[int]) -> ArrayObject:
    return ArrayObject(NumberObject(value) for value in values)
