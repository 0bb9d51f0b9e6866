"""Makes small Word documents for tests, part by part, as Word and others write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BORDERS = '<w:tblPr><w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'


def docx(body: str, *, styles: str = "", numbering: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """A document with this body; ``parts`` are others by kind, such as ``header`` or ``footnotes``, without root."""
    roots = {"header": "hdr", "footer": "ftr"}
    inner = {"styles": styles, "numbering": numbering, **(parts or {})}
    inner = {kind: content for kind, content in inner.items() if content}
    files = {"word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"}
    for kind, content in inner.items():
        root = roots.get(kind.rstrip("0123456789"), kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {SPACES}>{content}</w:{root}>"
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>'
        for number, kind in enumerate(inner)
    )
    files["word/_rels/document.xml.rels"] = f"<Relationships>{links}</Relationships>"
    files["_rels/.rels"] = (
        f'<Relationships><Relationship Id="r" Type="{_RELATIONS}/officeDocument" Target="/word/document.xml"/>'
        "</Relationships>"
    )
    return packed(files)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these files."""
    paper = io.BytesIO()
    with zipfile.ZipFile(paper, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return paper.getvalue()


def run(text: str, form: str = "") -> str:
    """A run; ``form`` is the inside of its ``w:rPr``."""
    look = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, look: str = "") -> str:
    """A paragraph of runs; what does not begin with ``<`` is text. ``look`` is the inside of its ``w:pPr``."""
    runs = "".join(one if one.startswith("<") else run(one) for one in content)
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{runs}</w:p>"


def cell(*content: str, look: str = "") -> str:
    """A cell; what does not begin with ``<`` is a paragraph of that text."""
    inner = "".join(one if one.startswith("<") else p(one) if one else "<w:p/>" for one in content or ("",))
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inner}</w:tc>"


def table(*rows: tuple[str, ...], look: str = BORDERS) -> str:
    """A table of rows of cells; a cell that does not begin with ``<w:tc`` is the text in it."""
    lines = ("".join(one if one.startswith(("<w:tc", "<w:sdt")) else cell(one) for one in row) for row in rows)
    return f"<w:tbl>{look}{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def sdt(kind: str, content: str, *, alias: str = "", tag: str = "", empty: bool = True, more: str = "") -> str:
    """A content control; ``kind`` is the element that gives its kind."""
    says = f"<w:alias w:val={quoteattr(alias)}/>" if alias else ""
    says += f"<w:tag w:val={quoteattr(tag)}/>" if tag else ""
    says += "<w:showingPlcHdr/>" if empty else ""
    return f"<w:sdt><w:sdtPr>{says}{more}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def legacy(code: str, data: str = "", result: str = "     ") -> str:
    """A legacy form field; ``data`` is the inside of its ``w:ffData``."""
    inside = f"<w:ffData>{data}</w:ffData>" if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{inside}</w:fldChar></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def style(id_: str, name: str, inside: str = "") -> str:
    """A style of a paragraph."""
    return f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{inside}</w:style>'


def bullets(mark: str, kind: str = "bullet") -> str:
    """The list 1 with this mark."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/><w:lvlText w:val={quoteattr(mark)}/></w:lvl>'
    return (
        f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )


IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
