"""Tags for the forms: what is a heading, a paragraph, an entry of a list, a field, in the order of drawing."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NumberObject
from reportlab.pdfgen.canvas import Canvas

ARTIFACT = "Artifact"
"""What is only decoration, or stands on each page."""


@dataclass
class Element:
    """An element of the structure: its pieces of text by their number on the page, or its field by its number."""

    kind: str
    texts: list[int] = field(default_factory=list)
    widget: int | None = None


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas that remembers what it draws. Lines and areas are decoration; text is a paragraph unless told."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """As any canvas; ``pages`` fills up with the elements of each page."""
        self.pages: list[list[Element]] = [[]]
        self.open: Element | None = None
        self.texts = self.widgets = 0
        super().__init__(*given, **named)

    @contextlib.contextmanager
    def element(self, kind: str) -> Iterator[None]:
        """All text that is drawn inside belongs to one element."""
        self.open = Element(kind)
        if kind != ARTIFACT:
            self.pages[-1].append(self.open)
        yield
        self.open = None

    def drawText(self, text: Any) -> None:  # noqa: N802 - reportlab's name
        """Text, marked with its place in the structure."""
        if self.open is None:
            with self.element("P"):
                self.drawText(text)
        elif self.open.kind == ARTIFACT:
            self._marked("/Artifact BMC", super().drawText, text)
        else:
            self.open.texts.append(self.texts)
            self.texts += 1
            self._marked(f"/{self.open.kind} <</MCID {self.texts - 1}>> BDC", super().drawText, text)

    def rect(self, *given: Any, **named: Any) -> None:
        """A rectangle, marked as decoration."""
        self._marked("/Artifact BMC", super().rect, *given, **named)

    def line(self, *given: Any, **named: Any) -> None:
        """A line, marked as decoration."""
        self._marked("/Artifact BMC", super().line, *given, **named)

    def circle(self, *given: Any, **named: Any) -> None:
        """A circle, marked as decoration."""
        self._marked("/Artifact BMC", super().circle, *given, **named)

    def drawPath(self, *given: Any, **named: Any) -> None:  # noqa: N802 - reportlab's name
        """A path, marked as decoration, unless it is part of a shape that is."""
        self._marked("/Artifact BMC", super().drawPath, *given, **named)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Ends the page."""
        super().showPage()
        self.pages.append([])
        self.texts = self.widgets = 0

    def _marked(self, begin: str, draw: Any, *given: Any, **named: Any) -> None:
        self._code.append(begin)
        draw(*given, **named)
        self._code.append("EMC")

    def _addAnnotation(self, *given: Any, **named: Any) -> Any:  # noqa: N802 - reportlab's name
        self.pages[-1].append(Element("Form", widget=self.widgets))
        self.widgets += 1
        return super()._addAnnotation(*given, **named)


@contextlib.contextmanager
def element(canvas: Canvas, kind: str) -> Iterator[None]:
    """What is drawn inside belongs to one element, where the canvas keeps such things."""
    with canvas.element(kind) if isinstance(canvas, TaggedCanvas) else contextlib.nullcontext():
        yield


def tagged(data: bytes, pages: list[list[Element]]) -> bytes:
    """The PDF with its structure, the order of its fields and the wish that its title be shown."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    root = writer._add_object(_dictionary(Type="/StructTreeRoot"))
    whole = writer._add_object(_dictionary(Type="/StructElem", S="/Document", P=root))
    parents: list[Any] = []
    kids: list[Any] = []
    for number, page in enumerate(writer.pages):
        kids += _of_page(writer, page, pages[number], whole, parents)
    for name, value in (("/K", whole), ("/ParentTree", _numbered(writer, parents))):
        root.get_object()[NameObject(name)] = value
    root.get_object()[NameObject("/ParentTreeNextKey")] = NumberObject(len(parents))
    whole.get_object()[NameObject("/K")] = ArrayObject(kids)
    catalogue = writer.root_object
    catalogue[NameObject("/StructTreeRoot")] = root
    catalogue[NameObject("/MarkInfo")] = _dictionary(Marked=BooleanObject(True))
    catalogue[NameObject("/ViewerPreferences")] = _dictionary(DisplayDocTitle=BooleanObject(True))
    writer.pdf_header = "%PDF-1.7"
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _of_page(writer: PdfWriter, page: Any, elements: list[Element], whole: Any, parents: list[Any]) -> Iterator[Any]:
    """The elements of a page; ``parents`` gets what holds its texts, then what holds each of its fields."""
    widgets, here = list(page.get("/Annots") or []), page.indirect_reference
    texts: list[Any] = []
    page[NameObject("/StructParents")] = NumberObject(len(parents))
    parents.append(texts)
    if widgets:
        page[NameObject("/Tabs")] = NameObject("/S")
    items: Any = None
    for one in elements:
        if one.kind == "LI" and items is None:
            items = writer._add_object(_dictionary(Type="/StructElem", S="/L", P=whole, K=ArrayObject()))
            yield items
        elif one.kind != "LI":
            items = None
        holder = items if items is not None else whole
        node = writer._add_object(_dictionary(Type="/StructElem", S=f"/{one.kind}", P=holder, Pg=here))
        if items is not None:
            items.get_object()["/K"].append(node)
        inner = _body(writer, node, page) if one.kind == "LI" else node
        inner.get_object()[NameObject("/K")] = ArrayObject(map(NumberObject, one.texts))
        texts += [inner] * len(one.texts)
        if one.widget is not None:
            reference = widgets[one.widget]
            reference.get_object()[NameObject("/StructParent")] = NumberObject(len(parents))
            parents.append(node)
            place = _dictionary(Type="/OBJR", Obj=reference, Pg=here)
            node.get_object()[NameObject("/K")] = ArrayObject([place])
        if items is None:
            yield node


def _body(writer: PdfWriter, item: Any, page: Any) -> Any:
    """The part of an entry of a list that holds its text."""
    body = writer._add_object(_dictionary(Type="/StructElem", S="/LBody", P=item, Pg=page.indirect_reference))
    item.get_object()[NameObject("/K")] = ArrayObject([body])
    return body


def _numbered(writer: PdfWriter, parents: list[Any]) -> Any:
    """What holds each text and each field, by number."""
    entries = ArrayObject()
    for number, held in enumerate(parents):
        entries += [NumberObject(number), writer._add_object(ArrayObject(held)) if isinstance(held, list) else held]
    return writer._add_object(_dictionary(Nums=entries))


def _dictionary(**entries: Any) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject(f"/{key}"): NameObject(value) if isinstance(value, str) else value
            for key, value in entries.items()
        }
    )
