"""The same form as a Word document: with content controls and legacy fields, or with blanks to fill in by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from sample_forms import content

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT = (2025, 8, 1, 0, 0, 0)
"""Written into the ZIP, so that the bytes are the same each time."""
_EMPTY = {"de": "Klicken oder tippen Sie hier, um Text einzugeben.", "en": "Click or tap here to enter text."}
_CHOOSE = {"de": "Wählen Sie ein Element aus.", "en": "Choose an item."}
_PAGE = {"de": ("Seite ", " von "), "en": ("Page ", " of ")}
_LINES = '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/>'
_LINES += '<w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/>'
    '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def word(form: content.Form, language: str, *, flat: bool = False) -> bytes:
    """The form as a DOCX file; ``flat``: without fields, with lines, boxes and empty cells."""
    writer = _Writer(language, flat)
    body = "".join(writer.part(element) for element in form.body)
    title = writer.p(form.title, style="Titel")
    subtitle = writer.p(form.subtitle) if form.subtitle else ""
    references = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
    references += '<w:footerReference w:type="default" r:id="rId4"/></w:sectPr>'
    head = writer.p(form.publisher) + writer.p(form.department)
    page, of = _PAGE[language]
    count = _text(page) + _simple("PAGE", "1") + _text(of) + _simple("NUMPAGES", "1")
    foot = writer.p(f"{form.number} – {form.edition}") + f"<w:p>{count}</w:p>"
    parts = {
        "document": _root("document", f"<w:body>{title}{subtitle}{body}{references}</w:body>"),
        "styles": _root("styles", _STYLES),
        "numbering": _root("numbering", _NUMBERING),
        "header": _root("hdr", head),
        "footer": _root("ftr", foot),
    }
    return _packed(parts, form.title)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the elements of one form."""

    language: str
    flat: bool

    def p(self, text: str, *, style: str = "", item: bool = False, bold: bool = False) -> str:
        """A paragraph of printed text."""
        look = f'<w:pStyle w:val="{style}"/>' if style else ""
        look += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if item else ""
        return f"<w:p><w:pPr>{look}</w:pPr>{_text(text, bold=bold)}</w:p>"

    def part(self, element: content.Element) -> str:  # noqa: PLR0911, PLR0912 - one branch per noun
        """The paragraphs and tables of one element."""
        match element:
            case content.Heading(heading=text):
                return self.p(text, style="berschrift1")
            case content.Text():
                return self.p(element.text, bold=element.bold)
            case content.Hint(hint=text):
                return self.p(text)
            case content.Items(items=items):
                return "".join(self.p(item, item=True) for item in items)
            case content.Lines(lines=lines):
                return "".join(self.p(line) for line in lines)
            case content.Row():
                return self._row(element)
            case content.Question():
                return self.p(element.question) + "".join(self._option(element, one) for one in element.options)
            case content.Check():
                return f"<w:p>{self._box(element.field, element.tooltip)}{_text(f' {element.check}')}</w:p>"
            case content.Table():
                rows = [[self.p(head, bold=True) for head in element.table]]
                rows += [[self._cell(cell) for cell in row] for row in element.rows]
                return _table(rows)
            case content.Sign():
                return "".join(self._sign(entry) for entry in element.sign)
            case content.Letter():
                details = (self.p(f"{label}: {value}") for label, value in element.details)
                return "".join(self.p(line) for line in element.address) + "".join(details)
            case content.Office():
                return self.p(element.office, bold=True) + "".join(self.p(entry) for entry in element.entries)
            case content.Columns():
                return "".join(self.part(inner) for column in element.columns for inner in column)
            case content.Break():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _row(self, element: content.Row) -> str:
        """One field stands behind its label, several in a table beside theirs."""
        if len(element.row) == 1:
            entry = element.row[0]
            label = f"{entry.label}: " if entry.label else ""
            return f"<w:p>{_text(label)}{self._field(entry)}{_text(f' {entry.suffix}' if entry.suffix else '')}</w:p>"
        return _table([[cell for entry in element.row for cell in self._beside(entry)]])

    def _beside(self, entry: content.Input) -> Iterator[str]:
        yield self.p(entry.label)
        yield "<w:p/>" if self.flat and not entry.suffix else f"<w:p>{self._field(entry)}{_text(entry.suffix)}</w:p>"

    def _cell(self, cell: str | content.Input) -> str:
        if isinstance(cell, str):
            return self.p(cell) if cell else "<w:p/>"
        return "<w:p/>" if self.flat and cell.kind != "check" else f"<w:p>{self._field(cell)}</w:p>"

    def _option(self, element: content.Question, option: content.Option) -> str:
        name = f"{element.field}_{option.value}" if element.field else option.field
        entry = f" {self._field(option.entry)}" if option.entry else ""
        return f"<w:p>{self._box(name, option.tooltip)}{_text(f' {option.text} ')}{entry}</w:p>"

    def _sign(self, entry: content.Signature) -> str:
        line = _text("_" * 30)
        if entry.field and not self.flat:
            line = self._field(content.Input(field=entry.field, label=entry.label, tooltip=entry.tooltip))
        return f"<w:p>{line}</w:p>{self.p(entry.label)}"

    def _field(self, entry: content.Input) -> str:
        if entry.kind == "check":
            return self._box(entry.field, entry.tooltip)
        if self.flat:
            return _text("_" * 24)
        if entry.kind in {"combo", "list"}:
            return self._choice(entry)
        return self._date(entry) if "datum" in entry.label.lower() else self._legacy(entry)

    def _box(self, name: str, tooltip: str | None) -> str:
        kind = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
        return _text("☐") if self.flat else _control(name, tooltip, kind, "☐", empty=False)

    def _choice(self, entry: content.Input) -> str:
        items = "".join(
            f"<w:listItem w:displayText={quoteattr(text)} w:value={quoteattr(text)}/>" for text in entry.options
        )
        list_ = f"<w:dropDownList>{items}</w:dropDownList>"
        return _control(entry.field, entry.tooltip, list_, _CHOOSE[self.language], empty=True)

    def _date(self, entry: content.Input) -> str:
        return _control(entry.field, entry.tooltip, "<w:date/>", _EMPTY[self.language], empty=True)

    def _legacy(self, entry: content.Input) -> str:
        status = f'<w:statusText w:type="text" w:val={quoteattr(entry.tooltip)}/>' if entry.tooltip else ""
        length = f'<w:maxLength w:val="{entry.max_length}"/>' if entry.max_length else ""
        data = f"<w:ffData><w:name w:val={quoteattr(entry.field)}/><w:enabled/>{status}"
        data += f"<w:textInput>{length}</w:textInput></w:ffData>"
        return (
            f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
            "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_text(entry.value or " " * 5)}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )


def _text(text: str, *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _simple(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{_text(result)}</w:fldSimple>'


def _control(name: str, tooltip: str | None, kind: str, shown: str, *, empty: bool) -> str:
    alias = f"<w:alias w:val={quoteattr(tooltip)}/>" if tooltip else ""
    says = f"{alias}<w:tag w:val={quoteattr(name)}/>{'<w:showingPlcHdr/>' if empty else ''}{kind}"
    return f"<w:sdt><w:sdtPr>{says}</w:sdtPr><w:sdtContent>{_text(shown)}</w:sdtContent></w:sdt>"


def _table(rows: list[list[str]]) -> str:
    lines = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{_LINES}<w:tblGrid/>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl><w:p/>"


def _root(name: str, inside: str) -> str:
    return f"{_DECLARATION}<w:{name} {_SPACES}>{inside}</w:{name}>"


def _packed(parts: dict[str, str], title: str) -> bytes:
    """The ZIP with all that Word wants to find in it."""
    kinds = {"document": "document.main", **{part: part for part in parts if part != "document"}}
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}.{kinds[part]}+xml"/>' for part in parts
    )
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    types += f'<Override PartName="/docProps/core.xml" ContentType="{core_type}"/>'
    space = "http://schemas.openxmlformats.org/package/2006"
    core_kind = f"{space}/relationships/metadata/core-properties"
    core = (
        f'<cp:coreProperties xmlns:cp="{space}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )
    top = (
        f'<Relationship Id="rId1" Type="{_KINDS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core_kind}" Target="docProps/core.xml"/>'
    )
    own = "".join(
        f'<Relationship Id="rId{number}" Type="{_KINDS}/{part}" Target="{part}.xml"/>'
        for number, part in enumerate(parts)
        if part != "document"
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{space}/content-types">{rels}{xml}{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}/relationships">{top}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}/relationships">{own}</Relationships>',
        "docProps/core.xml": core,
        **{f"word/{part}.xml": text for part, text in parts.items()},
    }
    paper = io.BytesIO()
    with zipfile.ZipFile(paper, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.create_system = 3
            archive.writestr(entry, text if text.startswith("<?xml") else _DECLARATION + text)
    return paper.getvalue()
