"""The same form with an XFA template: a dynamic form that only one vendor's program shows, or beside an AcroForm."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from html import escape

from pypdf import PdfReader, PdfWriter
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

from sample_forms import content

WIDTH = 170.0
"""Of the text, in millimetres."""
LOCALES = {"de": "de_DE", "en": "en_GB"}
WAIT = {
    "de": (
        "Bitte warten …",
        "Dieses Formular wird erst beim Öffnen aufgebaut. Wenn diese Meldung stehen bleibt,",
        "kann Ihr Programm das Formular nicht anzeigen. Öffnen Sie es dann in Adobe Acrobat Reader.",
    ),
    "en": (
        "Please wait …",
        "This form is built only when it is opened. If this message stays,",
        "your program cannot show the form. Then open it in Adobe Acrobat Reader.",
    ),
}
HEIGHTS = {"text": 12, "combo": 12, "list": 30, "check": 6}
"""Of a field with its caption, in millimetres."""


def dynamic(form: content.Form, language: str) -> bytes:
    """A PDF whose only page asks to wait; the form itself is in its template."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1, pageCompression=0, lang=LOCALES[language].replace("_", "-"))
    canvas.setTitle(form.title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setFont("Helvetica", 12)
    for number, line in enumerate(WAIT[language]):
        canvas.drawString(72, 700 - 18 * number, line)
    canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=io.BytesIO(target.getvalue()))
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject()})
    writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(True)
    return _with_template(writer, template(form, language))


def hybrid(form: content.Form, language: str, data: bytes) -> bytes:
    """The PDF ``data`` of this form with the template beside its fields, which get the names of paths in it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    fields = writer.root_object["/AcroForm"].get_object()["/Fields"]  # type: ignore[index]
    root = DictionaryObject({NameObject("/T"): TextStringObject("form1[0]"), NameObject("/Kids"): ArrayObject(fields)})
    parent = writer._add_object(root)
    for reference in fields:
        node = reference.get_object()
        node[NameObject("/T")] = TextStringObject(f"{node['/T']}[0]")
        node[NameObject("/Parent")] = parent
    writer.root_object["/AcroForm"].get_object()[NameObject("/Fields")] = ArrayObject([parent])  # type: ignore[index]
    return _with_template(writer, template(form, language))


def _with_template(writer: PdfWriter, text: str) -> bytes:
    """The bytes of the PDF with its packets, uncompressed."""
    packets = (
        ("preamble", '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">'),
        ("template", text),
        ("datasets", '<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data/></xfa:datasets>'),
        ("postamble", "</xdp:xdp>"),
    )
    entry = ArrayObject()
    for name, body in packets:
        stream = DecodedStreamObject()
        stream.set_data(body.encode())
        entry += [TextStringObject(name), writer._add_object(stream)]
    writer.root_object["/AcroForm"].get_object()[NameObject("/XFA")] = entry  # type: ignore[index]
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def template(form: content.Form, language: str) -> str:
    """The template of the form: texts and fields one below the other, pages as they fill up."""
    head = "".join(draw(text, size, bold=bold) for text, size, bold in _head(form))
    body = "\n".join("\n".join(part(element)) for element in form.body)
    return (
        '<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">\n'
        f'<subform name="form1" layout="tb" locale="{LOCALES[language]}">\n{_page(form)}\n{head}\n{body}\n'
        f'<desc><text name="title">{escape(form.title)}</text></desc>\n</subform>\n</template>'
    )


def _head(form: content.Form) -> Iterator[tuple[str, float, bool]]:
    yield form.title, 16, True
    if form.subtitle:
        yield form.subtitle, 11, False


def _page(form: content.Form) -> str:
    """What stands on every page."""
    top = draw(f"{form.publisher}, {form.department}", 8, place='x="20mm" y="8mm" w="120mm" h="5mm"')
    foot = draw(f"{form.number} – {form.edition}", 8, place='x="20mm" y="285mm" w="80mm" h="5mm"')
    return (
        '<pageSet><pageArea name="Seite"><contentArea x="20mm" y="20mm" w="170mm" h="257mm"/>'
        f'<medium stock="a4" short="210mm" long="297mm"/>{top}{foot}</pageArea></pageSet>'
    )


def draw(text: str, size: float = 10, *, bold: bool = False, place: str = 'w="170mm" minH="5mm"') -> str:
    """A printed text."""
    weight = ' weight="bold"' if bold else ""
    return f'<draw {place}><value><text>{escape(text)}</text></value><font size="{size}pt"{weight}/></draw>'


def part(element: content.Element) -> Iterator[str]:  # noqa: PLR0912 - one branch per noun
    """The parts of the template for one element; none for a page break, as pages fill up by themselves."""
    match element:
        case content.Heading(heading=text):
            yield draw(text, 12, bold=True)
        case content.Text(text=text, bold=bold):
            yield draw(text, bold=bold)
        case content.Hint(hint=text):
            yield draw(text, 8)
        case content.Items(items=items):
            markup = "".join(f"<li>{escape(item)}</li>" for item in items)
            body = f'<body xmlns="http://www.w3.org/1999/xhtml"><ul>{markup}</ul></body>'
            yield f'<draw w="170mm" minH="5mm"><value><exData contentType="text/html">{body}</exData></value></draw>'
        case content.Lines(lines=lines):
            yield from (draw(line) for line in lines)
        case content.Row():
            yield row(element.row)
        case content.Question():
            yield from question(element)
        case content.Check(check=text, field=name, tooltip=tooltip):
            yield field(content.Input(field=name, label=text, kind="check", tooltip=tooltip))
        case content.Table():
            yield table(element)
        case content.Sign():
            yield row(
                [content.Input(field=entry.field, label=entry.label, tooltip=entry.tooltip) for entry in element.sign]
            )
        case content.Letter():
            yield from (draw(line) for line in element.address)
            yield from (draw(f"{label}: {value}") for label, value in element.details)
        case content.Office():
            yield from (draw(text, 8) for text in (element.office, *element.entries))
        case content.Columns():
            yield from (text for column in element.columns for inner in column for text in part(inner))


def row(entries: Sequence[content.Input]) -> str:
    """Fields side by side, placed freely; one without a name is a line to sign on."""
    share = WIDTH / sum(entry.width for entry in entries)
    height = max(HEIGHTS[entry.kind] + 5 * (entry.lines - 1) for entry in entries)
    parts, x = [], 0.0
    for entry in entries:
        width = entry.width * share
        place = f'x="{x:.2f}mm" y="0mm" w="{width - 3:.2f}mm" h="{height}mm"'
        parts.append(field(entry, place=place) if entry.field else draw(entry.label, 8, place=place))
        x += width
    return f'<subform w="170mm" h="{height}mm">{"".join(parts)}</subform>'


def field(entry: content.Input, *, place: str = "", spoken: str = "") -> str:
    """One field; ``spoken`` is what a screen reader says of it where it has no tooltip."""
    control = {
        "text": f'<textEdit multiLine="{int(entry.lines > 1)}"/>',
        "check": '<checkButton mark="cross"/>',
        "combo": '<choiceList open="onEntry"/>',
        "list": '<choiceList open="multiSelect"/>',
    }[entry.kind]
    side = "right" if entry.kind == "check" else "top"
    caption = (
        f'<caption placement="{side}"><value><text>{escape(entry.label)}</text></value></caption>'
        if entry.label
        else ""
    )
    tooltip = f"<toolTip>{escape(entry.tooltip)}</toolTip>" if entry.tooltip else ""
    speak = f"<speak>{escape(spoken)}</speak>" if spoken and not entry.tooltip else ""
    place = place or f'w="170mm" h="{HEIGHTS[entry.kind]}mm"'
    access = "readOnly" if entry.read_only else "open"
    items = "".join(f"<text>{escape(option)}</text>" for option in entry.options)
    return (
        f'<field name="{entry.field}" {place} access="{access}"><ui>{control}</ui>{caption}'
        + (f"<assist>{tooltip}{speak}</assist>" if tooltip or speak else "")
        + (f"<items>{items}</items>" if items else "")
        + (f'<value><text maxChars="{entry.max_length}"/></value>' if entry.max_length else "")
        + ('<validate nullTest="error"/>' if entry.required else "")
        + "</field>"
    )


def question(element: content.Question) -> Iterator[str]:
    """A question with its answers: boxes that exclude each other when it has a field of its own."""
    yield draw(element.question)
    boxes = "".join(
        field(
            content.Input(field=option.field or option.value, label=option.text, kind="check", tooltip=option.tooltip),
            spoken=f"{element.question} {option.text}",
        )
        for option in element.options
    )
    if element.field:
        tooltip = f"<assist><toolTip>{escape(element.tooltip)}</toolTip></assist>" if element.tooltip else ""
        yield f'<exclGroup name="{element.field}" layout="tb">{tooltip}{boxes}</exclGroup>'
    else:
        yield boxes
    yield from (field(option.entry) for option in element.options if option.entry)


def table(element: content.Table) -> str:
    """A table with its head; cells that are fields have no caption."""
    rows = ["".join(draw(text, 9, bold=True) for text in element.table)] if any(element.table) else []
    rows += ["".join(draw(cell) if isinstance(cell, str) else field(cell) for cell in cells) for cells in element.rows]
    body = "".join(f'<subform layout="row">{cells}</subform>' for cells in rows)
    return f'<subform layout="table" w="170mm">{body}</subform>'
