"""PDF files that a reader must refuse, made on the spot."""

from __future__ import annotations

import io

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + bytes(range(256)) * 8 + b"\xff\xd9"
"""Begins and ends like a photo."""


def form_pdf() -> bytes:
    """A small form with running text on two pages and one field on the second."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.setTitle("Antrag auf einen Stellplatz")
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(72, 770, "Antrag auf einen Stellplatz")
    canvas.setFont("Helvetica", 11)
    lines = (
        "Ihr Antrag wird von der Stadtverwaltung Lindenbach an der Queich innerhalb von vier",
        "Wochen geprüft. Die Unterlagen sind bis zum 31. März einzureichen. Bei Fragen rufen",
        "Sie uns bitte an.",
    )
    for number, line in enumerate(lines):
        canvas.drawString(72, 730 - 15 * number, line)
    canvas.showPage()
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 770, "Der Bescheid wird Ihnen von der Stadtverwaltung zugestellt.")
    canvas.drawString(72, 720, "Familienname")
    canvas.acroForm.textfield(name="txtName1", x=180, y=712, width=200, height=20, borderWidth=1)
    canvas.save()
    return buffer.getvalue()


def encrypted() -> bytes:
    """Needs a password to be opened."""
    writer = PdfWriter(clone_from=io.BytesIO(form_pdf()))
    writer.encrypt(user_password="geheim", algorithm="AES-256")  # noqa: S106
    return written(writer)


def without_text() -> bytes:
    """One page with a drawing and no letter on it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.rect(72, 72, 300, 300, fill=1)
    canvas.save()
    return buffer.getvalue()


def dynamic_xfa() -> bytes:
    """A form that is built only by its vendor's viewer: the page says to wait."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.drawString(72, 700, "Please wait...")
    canvas.save()
    writer = PdfWriter(clone_from=io.BytesIO(buffer.getvalue()))
    template = DecodedStreamObject()
    template.set_data(
        b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">'
        b'<subform name="form1" layout="tb"><field name="a"><ui><textEdit/></ui></field></subform></template></xdp:xdp>'
    )
    writer._root_object[NameObject("/AcroForm")] = writer._add_object(
        DictionaryObject(
            {
                NameObject("/Fields"): ArrayObject(),
                NameObject("/XFA"): ArrayObject([TextStringObject("template"), writer._add_object(template)]),
            }
        )
    )
    writer._root_object[NameObject("/NeedsRendering")] = BooleanObject(True)
    return written(writer)


def tedious(pages: int = 150, objects: int = 30_000) -> bytes:
    """Many pages that share one long stream: each is harmless, together they take long."""
    writer = PdfWriter(clone_from=io.BytesIO(form_pdf()))
    stream = DecodedStreamObject()
    stream.set_data(
        b"BT /F1 9 Tf "
        + b"".join(b"1 0 0 1 %d %d Tm (Antrag) Tj " % (n % 500, n % 800) for n in range(objects))
        + b"ET"
    )
    shared = writer._add_object(stream)
    writer.pages[0][NameObject("/Contents")] = shared
    for _ in range(pages):
        writer.add_page(writer.pages[0])
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """The bytes of a file."""
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
