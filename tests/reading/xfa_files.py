"""Makes PDFs with an XFA template for the tests: our own small forms of the town of Lindenbach."""

from __future__ import annotations

from drawing import Draw, lines, pdf, rewritten, together
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, StreamObject, TextStringObject

WAIT = (
    "Bitte warten ...",
    "Falls diese Meldung nicht durch den Inhalt des Formulars ersetzt wird,",
    "kann Ihr Programm diese Art von Formular nicht anzeigen.",
)
PAGE = (
    '<pageSet><pageArea name="Seite"><contentArea x="20mm" y="20mm" w="170mm" h="250mm"/>'
    '<medium stock="a4" short="210mm" long="297mm"/>{more}</pageArea></pageSet>'
)


def template(*body: str, layout: str = "tb", page: str = "", before: str = "") -> bytes:
    """A template with one form ``form1``; ``page`` stands on the page area, ``before`` before the form."""
    return (
        '<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">'
        f'{before}<subform name="form1" layout="{layout}" locale="de_DE">'
        f"{PAGE.format(more=page)}{''.join(body)}</subform></template>"
    ).encode()


def _named(name: str) -> str:
    return f'name="{name}"' if name else ""


def draw(text: str, *, size: float = 10, bold: bool = False, place: str = "") -> str:
    """A printed text."""
    weight = ' weight="bold"' if bold else ""
    return f'<draw {place}><value><text>{text}</text></value><font size="{size}pt"{weight}/></draw>'


def rich(body: str) -> str:
    """A printed text with markup."""
    return (
        '<draw><value><exData contentType="text/html"><body xmlns="http://www.w3.org/1999/xhtml">'
        f"{body}</body></exData></value></draw>"
    )


def field(
    name: str = "",
    caption: str | None = None,
    *,
    ui: str = "<textEdit/>",
    tooltip: str = "",
    speak: str = "",
    more: str = "",
    attributes: str = "",
) -> str:
    """A field of the template; ``more`` are further elements in it."""
    assist = (f"<toolTip>{tooltip}</toolTip>" if tooltip else "") + (f"<speak>{speak}</speak>" if speak else "")
    return (
        f"<field {_named(name)} {attributes}><ui>{ui}</ui>"
        + (f"<caption><value><text>{caption}</text></value></caption>" if caption is not None else "")
        + (f"<assist>{assist}</assist>" if assist else "")
        + f"{more}</field>"
    )


def subform(*body: str, name: str = "", attributes: str = "") -> str:
    """A section of the form."""
    return f"<subform {_named(name)} {attributes}>{''.join(body)}</subform>"


def with_packets(writer: PdfWriter, packets: list[tuple[str, bytes]] | bytes, *, packed: bool = True) -> None:
    """Gives the form of a PDF these packets, or one stream."""

    def stream(data: bytes) -> StreamObject:
        plain = StreamObject()
        plain.set_data(data)
        return plain.flate_encode() if packed else plain

    if isinstance(packets, bytes):
        entry: object = writer._add_object(stream(packets))
    else:
        parts = []
        for name, data in packets:
            parts += [TextStringObject(name), writer._add_object(stream(data))]
        entry = ArrayObject(parts)
    root = writer.root_object
    if "/AcroForm" not in root:
        root[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject()})
    root["/AcroForm"].get_object()[NameObject("/XFA")] = entry


def packets_of(data: bytes) -> list[tuple[str, bytes]]:
    """The template with what stands around it in a real form."""
    return [
        ("preamble", b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">'),
        ("config", b"<config><acrobat><common><template><base>C:\\</base></template></common></acrobat></config>"),
        ("template", data),
        ("datasets", b"<xfa:datasets xmlns:xfa='http://www.xfa.org/schema/xfa-data/1.0/'><form1/></xfa:datasets>"),
        ("postamble", b"</xdp:xdp>"),
    ]


def dynamic(data: bytes | list[tuple[str, bytes]], *, page: Draw | None = None, single: bool = False) -> bytes:
    """A PDF whose only page asks to wait."""
    packets = packets_of(data) if isinstance(data, bytes) else data
    entry = b"".join(part for _, part in packets) if single else packets

    def change(writer: PdfWriter) -> None:
        with_packets(writer, entry)
        writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(True)

    return rewritten(pdf(page or lines(*WAIT)), change)


def hybrid(data: bytes, *draws: Draw) -> bytes:
    """A PDF with printed page and fields, and a template beside it."""
    return rewritten(pdf(together(*draws)), lambda writer: with_packets(writer, packets_of(data)))
