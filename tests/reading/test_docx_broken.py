"""Word documents that are broken, hostile or no Word documents: a typed error each time, soon, and nothing runs."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator

import pytest
from docx_files import SPACES, docx, p, packed, sdt, table
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from app.errors import (
    EmptyText,
    EncryptedPdf,
    FormklarError,
    TooComplex,
    TooLarge,
    UnreadableFile,
    UnsupportedFile,
)
from app.model import Document
from app.reading import guard, read
from app.reading.docx import MEDIA_TYPE, read_docx
from app.reading.limits import Limits
from app.settings import Settings

SENTENCE = "Bitte reichen Sie den Antrag bald ein."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
HEAD = f"<w:document {SPACES}><w:body>"
END = "</w:body></w:document>"


@pytest.fixture(scope="module", autouse=True)
def _closed() -> Iterator[None]:
    yield
    guard.close()


def main_part(text: str) -> bytes:
    return packed({"word/document.xml": text})


def locked() -> bytes:
    """A document in a ZIP whose entries say that they need a password."""
    data = bytearray(docx(p(SENTENCE)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def entries(count: int) -> bytes:
    """A ZIP of so many empty files besides the document."""
    paper = io.BytesIO(docx(p(SENTENCE)))
    with zipfile.ZipFile(paper, "a") as archive:
        for number in range(count):
            archive.writestr(f"x{number}", b"")
    return paper.getvalue()


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (packed({"readme.txt": "Guten Tag."}), UnsupportedFile),
        (packed({"xl/workbook.xml": "<workbook/>"}), UnsupportedFile),
        (packed({"word/document.xml": "<workbook/>"}), UnsupportedFile),
        (b"PK\x03\x04" + b"Zip" * 40, UnsupportedFile),
        (OLE + "WordDocument".encode("utf-16-le"), UnsupportedFile),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedPdf),
        (locked(), EncryptedPdf),
        (docx(p(SENTENCE))[:300], UnreadableFile),
        (main_part(HEAD + p(SENTENCE)), UnreadableFile),
        (main_part(HEAD + "<w:p>&a;</w:p>" + END), UnreadableFile),
        (main_part(LAUGHS + HEAD + p("&b;") + END), UnreadableFile),
        (main_part(OUTSIDE + HEAD + "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>" + END), UnreadableFile),
        (main_part(f"<w:document {SPACES}/>"), UnreadableFile),
        (docx(""), EmptyText),
        (docx(p("* – •")), EmptyText),
        (docx("<w:sdt>" * 200 + p(SENTENCE) + "</w:sdt>" * 200), TooComplex),
        (docx("<w:p/>" * 400_001), TooComplex),
        (main_part(HEAD + " " * 48_000_001 + END), TooComplex),
        (entries(5_001), TooComplex),
    ],
    ids=lambda value: str(len(value)) if isinstance(value, bytes) else value.slug,
)
def test_refusals(data: bytes, expected: type[FormklarError]) -> None:
    began = time.monotonic()
    with pytest.raises(expected):
        read(data, settings=Settings())
    assert time.monotonic() - began < 10


def test_many_entries_are_refused_before_they_are_listed() -> None:
    one = b"PK\x01\x02" + bytes(42)
    data = docx(p(SENTENCE))[:-22] + one * 200_000
    end = b"PK\x05\x06" + bytes(4) + b"\x01\x00\x01\x00" + len(one * 200_000).to_bytes(4, "little") + bytes(6)
    began = time.process_time()
    with pytest.raises(TooComplex):
        read_docx(data + end, name=None, limits=Limits())
    assert time.process_time() - began < 0.5


def test_limits_are_named_with_their_values() -> None:
    with pytest.raises(TooLarge) as caught:
        read(docx(p("ä" * 1001)), settings=Settings(max_characters=1000))
    assert caught.value.facts == {"limit": "max_characters", "maximum": 1000}
    with pytest.raises(TooLarge) as caught:
        read(docx(p("Eins: ____ zwei: ____ drei: ____")), settings=Settings(max_fields=2))
    assert caught.value.facts == {"limit": "max_fields", "maximum": 2}


def test_the_content_decides_and_macros_do_nothing() -> None:
    data = docx(p(SENTENCE))
    with zipfile.ZipFile(paper := io.BytesIO(data), "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0AutoOpen")
    for content in (data, paper.getvalue()):
        document = read(content, name="antrag.pdf", declared="text/plain", settings=Settings())
        assert (document.media_type, document.name) == (MEDIA_TYPE, "antrag.pdf")
        assert [block.text for block in document.blocks] == [SENTENCE]


def test_the_main_part_may_have_another_name() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    links = f'<Relationships><Relationship Id="a" Type="{kind}" Target="word/document2.xml"/></Relationships>'
    document = read(packed({"_rels/.rels": links, "word/document2.xml": HEAD + p(SENTENCE) + END}), settings=Settings())
    assert document.blocks[0].text == SENTENCE


@pytest.mark.parametrize("kind", ["styles", "numbering", "footnotes", "header"])
def test_broken_side_parts_do_not_cost_the_text(kind: str) -> None:
    data = docx(p(SENTENCE, '<w:r><w:footnoteReference w:id="1"/></w:r>'), parts={kind: "<w:p><broken"})
    assert [block.text for block in read(data, settings=Settings()).blocks] == [SENTENCE]


def test_a_long_form_is_read_soon() -> None:
    rows = [(f"Angabe {number}", "") for number in range(1_600)]
    body = p(SENTENCE) * 1_500 + table(*rows)
    began = time.process_time()
    document = read_docx(docx(body), name=None, limits=Limits())
    assert time.process_time() - began < 8
    assert len(document.fields) == 1_600


@pytest.mark.parametrize(
    "body",
    [
        p("<w:r><w:rPr><w:u/></w:rPr><w:tab/></w:r>" * 60_000),
        p("____ a " * 4_900),
        p(SENTENCE) + p('<w:r><w:footnoteReference w:id="1"/></w:r>' * 60_000),
        "<w:tbl><w:tr><w:tc>" * 36 + p(SENTENCE) + "</w:tc></w:tr></w:tbl>" * 36,
        "<w:sdt><w:sdtContent>" * 57 + p(SENTENCE) * 3_000 + "</w:sdtContent></w:sdt>" * 57,
    ],
    ids=["underlined tabs", "lines", "footnotes", "tables in tables", "controls in controls"],
)
def test_much_of_one_thing_takes_no_more_than_its_share(body: str) -> None:
    began = time.process_time()
    answer(docx(body, parts={"footnotes": f'<w:footnote w:id="1">{p(SENTENCE)}</w:footnote>'}))
    assert time.process_time() - began < 8


def answer(data: bytes) -> Document | None:
    """The document, or none when it is refused in words; anything else is a fault of ours."""
    try:
        return read_docx(data, name=None, limits=Limits())
    except FormklarError:
        return None


BODY = p("Name: ______", " und ☐ ja") + table(("Ort", ""), ("Tag", sdt("<w:text/>", p("x")))) + p(SENTENCE)


@hypothesis_settings(max_examples=150, deadline=None)
@given(st.data())
def test_damage_ends_in_a_document_or_a_typed_error(data: st.DataObject) -> None:
    """Parts of the XML cut out, doubled or swapped, and single bytes of the file changed."""
    xml = HEAD + BODY + END
    if data.draw(st.booleans()):
        pieces = BODY.replace("><", ">\n<").split("\n")
        kept = data.draw(st.lists(st.sampled_from(pieces), max_size=40))
        answer(main_part(HEAD + "".join(kept) + END))
        return
    damaged = bytearray(main_part(xml))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    answer(bytes(damaged))
