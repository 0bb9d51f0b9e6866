"""What the service answers to a document that it can check."""

from __future__ import annotations

import httpx
import pytest
from api_letters import ENGLISH_LETTER, LETTER

from app.model import Report
from app.settings import ROOT

HTML = f"<!doctype html><html lang='de'><title>Stellplatz</title><body><h1>Stellplatz</h1><p>{LETTER}</p></body></html>"


def report(answer: httpx.Response) -> Report:
    assert answer.status_code == 200, answer.text[:300]
    assert answer.headers["content-type"] == "application/json"
    return Report.model_validate_json(answer.content)


def rules_of(found: Report) -> set[str]:
    return {finding.rule for finding in found.findings}


def assert_offsets_fit(found: Report) -> None:
    for finding in found.findings:
        block = found.document.block(finding.span.block)
        assert block.text[finding.span.start : finding.span.end] == finding.quote


def test_json(client: httpx.Client) -> None:
    found = report(client.post("/v1/check", json={"text": LETTER, "name": "brief.txt"}))
    assert found.document.name == "brief.txt"
    assert found.document.language == "de"
    assert "passive-voice" in rules_of(found)
    assert_offsets_fit(found)


def test_json_may_name_the_language(client: httpx.Client) -> None:
    found = report(client.post("/v1/check", json={"text": "Antrag", "language": "de"}))
    assert found.document.language == "de"


def test_english_is_recognised(client: httpx.Client) -> None:
    found = report(client.post("/v1/check", json={"text": ENGLISH_LETTER}))
    assert found.document.language == "en"
    assert "passive-voice" in rules_of(found)


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("utf-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "latin-1"),
        ("utf-16", "utf-16"),
    ],
)
def test_plain_text_in_the_encoding_that_it_names(client: httpx.Client, charset: str, codec: str) -> None:
    answer = client.post(
        "/v1/check", content=LETTER.encode(codec), headers={"Content-Type": f"text/plain; charset={charset}"}
    )
    found = report(answer)
    assert "März" in "".join(block.text for block in found.document.blocks)
    assert "\ufeff" not in found.document.blocks[0].text


def test_plain_text_without_a_named_encoding(client: httpx.Client) -> None:
    for codec in ("utf-8", "cp1252"):
        answer = client.post("/v1/check", content=LETTER.encode(codec), headers={"Content-Type": "text/plain"})
        assert "März" in "".join(block.text for block in report(answer).document.blocks)


def test_declared_plain_text_is_never_html(client: httpx.Client) -> None:
    text = "<p>Der Antrag wird geprüft.</p>"
    answer = client.post("/v1/check", content=text.encode(), headers={"Content-Type": "text/plain; charset=utf-8"})
    found = report(answer)
    assert found.document.media_type == "text/plain"


def test_html(client: httpx.Client) -> None:
    answer = client.post("/v1/check", content=HTML.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
    found = report(answer)
    assert found.document.media_type == "text/html"
    assert found.document.title == "Stellplatz"
    assert "passive-voice" in rules_of(found)


def test_html_in_the_encoding_of_the_header(client: httpx.Client) -> None:
    page = HTML.replace("<title>", "<meta charset='utf-8'><title>")
    answer = client.post(
        "/v1/check", content=page.encode("cp1252"), headers={"Content-Type": "text/html; charset=windows-1252"}
    )
    assert "März" in "".join(block.text for block in report(answer).document.blocks)


def test_pdf_with_page_and_boxes(client: httpx.Client, pdf: bytes) -> None:
    found = report(client.post("/v1/check", content=pdf, headers={"Content-Type": "application/pdf"}))
    assert found.document.media_type == "application/pdf"
    assert found.document.pages == 2
    assert [field.name for field in found.document.fields] == ["txtName1"]
    assert found.form.fields == 1
    passive = [finding for finding in found.findings if finding.rule == "passive-voice"]
    assert {finding.page for finding in passive} == {1, 2}
    assert all(finding.boxes for finding in passive)
    assert_offsets_fit(found)


def test_multipart_with_a_file_and_options(client: httpx.Client, pdf: bytes) -> None:
    answer = client.post(
        "/v1/check",
        files={"file": ("C:\\Formulare\\Stellplatz – Grün.pdf", pdf, "application/pdf")},
        data={"rules": "passive-voice", "suggestions": "false", "profile": "easy"},
    )
    found = report(answer)
    assert found.document.name == "Stellplatz – Grün.pdf"
    assert found.profile == "easy"
    assert rules_of(found) == {"passive-voice"}
    assert not any(finding.suggestions for finding in found.findings)


def test_multipart_content_decides_not_the_suffix(client: httpx.Client, pdf: bytes) -> None:
    found = report(client.post("/v1/check", files={"file": ("brief.txt", pdf, "text/plain")}))
    assert found.document.media_type == "application/pdf"


def test_multipart_text_in_its_encoding(client: httpx.Client) -> None:
    part = ("brief.txt", LETTER.encode("iso-8859-15"), "text/plain; charset=iso-8859-15")
    found = report(client.post("/v1/check", files={"file": part}))
    assert "März" in "".join(block.text for block in found.document.blocks)


def test_a_part_wins_over_the_query(client: httpx.Client) -> None:
    answer = client.post(
        "/v1/check?profile=easy&ignore=modal-infinitive",
        files={"file": ("a.txt", LETTER.encode(), "text/plain")},
        data={"profile": "plain"},
    )
    found = report(answer)
    assert found.profile == "plain"
    assert "modal-infinitive" not in rules_of(found)


def test_rules_restrict_and_ignore_leaves_out(client: httpx.Client) -> None:
    everything = rules_of(report(client.post("/v1/check", json={"text": LETTER})))
    assert {"passive-voice", "modal-infinitive"} <= everything
    only = client.post("/v1/check?rules=passive-voice,%20modal-infinitive", json={"text": LETTER})
    assert rules_of(report(only)) == {"passive-voice", "modal-infinitive"}
    without = client.post("/v1/check?ignore=passive-voice", json={"text": LETTER})
    assert rules_of(report(without)) == everything - {"passive-voice"}


def test_suggestions_can_be_left_out(client: httpx.Client) -> None:
    with_them = report(client.post("/v1/check", json={"text": LETTER}))
    assert any(finding.suggestions for finding in with_them.findings)
    without = report(client.post("/v1/check?suggestions=false", json={"text": LETTER}))
    assert not any(finding.suggestions for finding in without.findings)
    assert [finding.id for finding in without.findings] == [finding.id for finding in with_them.findings]


def test_same_text_same_bytes(client: httpx.Client) -> None:
    answers = {client.post("/v1/check", json={"text": LETTER}).content for _ in range(4)}
    assert len(answers) == 1


@pytest.mark.parametrize(
    "accept", ["*/*", "application/json", "application/*;q=0.5", "text/html, application/json;q=0.1"]
)
def test_accepted_answers(client: httpx.Client, accept: str) -> None:
    report(client.post("/v1/check", json={"text": LETTER}, headers={"Accept": accept}))


def test_a_check_is_not_cached_and_not_sniffed(client: httpx.Client) -> None:
    headers = client.post("/v1/check", json={"text": LETTER}).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "server" not in headers


def test_a_form_says_what_it_tells_and_what_not(client: httpx.Client) -> None:
    data = (ROOT / "sample_forms" / "de" / "wohngeld.pdf").read_bytes()
    found = report(client.post("/v1/check", content=data, headers={"content-type": "application/pdf"}))
    told = found.form.answerability
    assert [item for item, one in told.items() if one.found] == ["destination", "contact", "enclosures"]
    assert {"no-deadline", "no-next-step"} <= rules_of(found)
    assert not {"no-contact", "no-enclosure-list"} & rules_of(found)
    for one in told.values():
        if one.span is not None:
            block = found.document.block(one.span.block)
            assert block.text[one.span.start : one.span.end] == one.quote
