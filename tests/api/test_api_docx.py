"""Word documents through the service: sent as they are or as a browser sends files, and refused in words."""

from __future__ import annotations

import io
import zipfile

import httpx
import pytest

from app.model import Report

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def word(*paragraphs: str, comment: str = "") -> bytes:
    """A Word document of these paragraphs; the comment is about the first of them."""
    pieces = [f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs]
    said = f'<w:comment w:id="3">{f"<w:p><w:r><w:t>{comment}</w:t></w:r></w:p>"}</w:comment>'
    about = '<w:commentRangeStart w:id="3"/>' + pieces[0] + '<w:commentRangeEnd w:id="3"/>'
    body = "".join((about, *pieces[1:]))
    paper = io.BytesIO()
    with zipfile.ZipFile(paper, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{SPACE}"><w:body>{body}</w:body></w:document>')
        if comment:
            link = f'<Relationship Id="c" Type="{COMMENTS}" Target="comments.xml"/>'
            archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{link}</Relationships>")
            archive.writestr("word/comments.xml", f'<w:comments xmlns:w="{SPACE}">{said}</w:comments>')
    return paper.getvalue()


LETTER = word("Ihr Antrag wird von der Abteilung geprüft und danach bewilligt.", "Name: ________")


def test_a_word_document_is_checked(client: httpx.Client) -> None:
    sent = client.post("/v1/check", content=LETTER, headers={"Content-Type": DOCX})
    file = client.post("/v1/check", files={"file": ("brief.pdf", LETTER, "application/pdf")})
    for answer in (sent, file):
        assert answer.status_code == 200, answer.text[:300]
        report = Report.model_validate_json(answer.content)
        assert (report.document.media_type, report.document.language) == (DOCX, "de")
        assert "passive-voice" in {finding.rule for finding in report.findings}
        assert [(field.label, field.source) for field in report.document.fields] == [("Name:", "flat")]


def test_a_comment_switches_a_rule_off(client: httpx.Client) -> None:
    letter = word(
        "Ihr Antrag wird von der Abteilung geprüft.",
        "Er wird bewilligt.",
        comment="formklar: ignore passive-voice, jagon",
    )
    answer = client.post("/v1/check", content=letter, headers={"Content-Type": DOCX}, params={"rules": "passive-voice"})
    report = Report.model_validate_json(answer.content)
    assert [report.document.block(finding.span.block).text for finding in report.findings] == ["Er wird bewilligt."]
    assert report.document.blocks[0].ignore == ("passive-voice", "jagon")
    assert [(notice.code, "jagon" in notice.message) for notice in report.document.notices] == [
        ("unknown-suppression", True)
    ]


@pytest.mark.parametrize(
    ("body", "status", "slug"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(508), 415, "unsupported-file"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), 422, "encrypted-pdf"),
        (LETTER[:200], 422, "unreadable-file"),
    ],
)
def test_what_is_refused(client: httpx.Client, body: bytes, status: int, slug: str) -> None:
    answer = client.post("/v1/check", content=body, headers={"Content-Type": DOCX})
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}")
