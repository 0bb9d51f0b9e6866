"""Every problem that a caller can meet: its slug, its status, in two languages, and nothing of what was sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import api_files
import httpx
import pytest
from api_letters import LETTER
from api_service import Service

JSON = {"Content-Type": "application/json"}
TEXT = {"Content-Type": "text/plain; charset=utf-8"}
PDF = {"Content-Type": "application/pdf"}
HTML = {"Content-Type": "text/html"}
ODT = {"Content-Type": "application/vnd.oasis.opendocument.text"}
BOUNDARY = {"Content-Type": "multipart/form-data; boundary=xyz"}


def problem(answer: httpx.Response, slug: str, status: int) -> dict[str, Any]:
    """The problem detail in an answer, after checking its form."""
    assert answer.status_code == status, answer.text[:300]
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    body: dict[str, Any] = answer.json()
    assert set(body) - {"errors"} == {"type", "title", "status", "detail", "instance"}
    assert body["type"] == f"/problems/{slug}"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["instance"].startswith("urn:uuid:")
    for place in body.get("errors", []):
        assert set(place) == {"pointer", "detail"}
        assert place["detail"]
    return body


def pointers(body: Mapping[str, Any]) -> list[str]:
    return [place["pointer"] for place in body["errors"]]


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        (b"", ""),
        (b"{", ""),
        (b"Der Antrag", ""),
        (b"[]", ""),
        (b'"Der Antrag"', ""),
        (b"{}", "/text"),
        (b'{"text": 5}', "/text"),
        (b'{"text": null}', "/text"),
        (b'{"text": ["Der Antrag"]}', "/text"),
        (b'{"text": "Der Antrag", "name": 7}', "/name"),
        (b'{"text": "Der Antrag", "name": "' + b"x" * 300 + b'"}', "/name"),
        (b'{"text": "Der Antrag", "language": ["de"]}', "/language"),
        (b'{"text": "Der Antrag", "profile": "easy"}', ""),
        (b'{"text": "Der \\ud800 Antrag"}', ""),
        (b'{"text": "Der \\udc00\\ud83d Antrag"}', ""),
        (b'{"text": "Der Antr\xe4g"}', ""),
        (b'{"text": ' + b"[" * 100_000 + b"}", ""),
        (b'{"text": ' + b"9" * 100_000 + b"}", ""),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_json_that_is_not_what_we_agreed(client: httpx.Client, content: bytes, pointer: str) -> None:
    body = problem(client.post("/v1/check", content=content, headers=JSON), "invalid-request", 422)
    assert pointers(body) == [pointer]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("profile=streng", "/profile"),
        ("suggestions=vielleicht", "/suggestions"),
        ("farbe=rot", ""),
        ("profile=easy&profile=plain", "/profile"),
        ("rules=" + "x" * 6_000, "/rules"),
    ],
)
def test_options_that_do_not_exist(client: httpx.Client, query: str, pointer: str) -> None:
    body = problem(client.post(f"/v1/check?{query}", json={"text": LETTER}), "invalid-request", 422)
    assert pointers(body) == [pointer]


def test_options_as_parts_that_do_not_exist(client: httpx.Client) -> None:
    file = {"file": ("a.txt", LETTER.encode(), "text/plain")}
    body = problem(client.post("/v1/check", files=file, data={"farbe": "rot"}), "invalid-request", 422)
    assert pointers(body) == [""]
    body = problem(client.post("/v1/check", files=file, data={"profile": "streng"}), "invalid-request", 422)
    assert pointers(body) == ["/profile"]
    body = problem(client.post("/v1/check", data={"profile": "easy"}, files={}), "unsupported-file", 415)
    body = problem(client.post("/v1/check", files={"datei": ("a", b"Text")}), "invalid-request", 422)


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        (b"", ""),
        (b"no part at all", ""),
        (b'--xyz\r\nContent-Disposition: form-data; name="file"\r\n\r\nDer Antrag', ""),
        (b'--xyz\r\nContent-Disposition: form-data; name="profile"\r\n\r\neasy\r\n--xyz--\r\n', "/file"),
        (b'--xyz\r\nContent-Disposition: form-data; name="profile"\r\n\r\n\xff\r\n--xyz--\r\n', "/profile"),
        (b'--xyz\r\nContent-Disposition: form-data; name="file"\r\n\r\nDer Antrag\r\n' * 2 + b"--xyz--\r\n", "/file"),
        (b'--xyz\r\nContent-Disposition: form-data; name="rules"\r\n\r\na\r\n' * 50 + b"--xyz--\r\n", ""),
    ],
    ids=["empty", "no part", "no end", "no file", "not UTF-8", "two files", "50 parts"],
)
def test_multipart_that_is_none(client: httpx.Client, content: bytes, pointer: str) -> None:
    body = problem(client.post("/v1/check", content=content, headers=BOUNDARY), "invalid-request", 422)
    assert pointers(body) == [pointer]


def test_multipart_without_a_boundary(client: httpx.Client) -> None:
    answer = client.post("/v1/check", content=b"x", headers={"Content-Type": "multipart/form-data"})
    problem(answer, "invalid-request", 422)


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        ("Der Antrag wird geprüft.".encode("latin-1"), "text/plain; charset=utf-8"),
        (b"Der Antrag", "text/plain; charset=rot13"),
        (b"Der Antrag", "text/plain; charset=unicode_escape"),
        (b"\xff", "text/html; charset=utf-8"),
    ],
)
def test_text_in_another_encoding_than_named(client: httpx.Client, content: bytes, content_type: str) -> None:
    answer = client.post("/v1/check", content=content, headers={"Content-Type": content_type})
    assert pointers(problem(answer, "invalid-request", 422)) == [""]


@pytest.mark.parametrize("text", ["", "   \n\n \t ", "–––", "\ufeff"])
def test_no_text(client: httpx.Client, text: str) -> None:
    problem(client.post("/v1/check", json={"text": text}), "empty-text", 422)
    problem(client.post("/v1/check", content=text.encode(), headers=TEXT), "empty-text", 422)


def test_no_text_in_html(client: httpx.Client) -> None:
    page = b"<html><head><title></title><script>var a = 1</script></head><body></body></html>"
    problem(client.post("/v1/check", content=page, headers=HTML), "empty-text", 422)


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour à tous, nous vous prions de remplir le formulaire et de le renvoyer à la mairie avant la fin du mois.",
        "Уважаемые дамы и господа, просим вас заполнить это заявление, подписать его и отправить до конца месяца.",
    ],
    ids=["French", "Russian"],
)
def test_a_language_that_we_do_not_have(client: httpx.Client, text: str) -> None:
    problem(client.post("/v1/check", json={"text": text}), "unknown-language", 422)


@pytest.mark.parametrize("language", ["fr", "xx", "Deutsch"])
def test_a_named_language_that_we_do_not_have(client: httpx.Client, language: str) -> None:
    problem(client.post("/v1/check", json={"text": LETTER, "language": language}), "unknown-language", 422)
    problem(
        client.post(f"/v1/check?language={language}", content=LETTER.encode(), headers=TEXT), "unknown-language", 422
    )
    problem(client.get("/v1/rules", params={"language": language}), "unknown-language", 422)


def test_rules_that_we_do_not_have(client: httpx.Client) -> None:
    problem(client.post("/v1/check?rules=no-such-rule", json={"text": LETTER}), "unknown-rule", 404)
    problem(client.post("/v1/check?ignore=passive-voice,no-such-rule", json={"text": LETTER}), "unknown-rule", 404)
    problem(client.get("/v1/rules/de/no-such-rule"), "unknown-rule", 404)
    problem(client.get("/v1/rules/fr/passive-voice"), "unknown-rule", 404)


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (api_files.encrypted(), "encrypted-pdf"),
        (api_files.without_text(), "no-text-layer"),
        (api_files.dynamic_xfa(), "dynamic-xfa"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "unreadable-file"),
        (api_files.form_pdf()[:400], "unreadable-file"),
    ],
    ids=["encrypted", "no text", "dynamic XFA", "garbage", "cut off"],
)
def test_pdf_files_that_cannot_be_read(client: httpx.Client, content: bytes, slug: str) -> None:
    problem(client.post("/v1/check", content=content, headers=PDF), slug, 422)


@pytest.mark.parametrize("headers", [PDF, HTML, {"Content-Type": "text/plain"}], ids=["PDF", "HTML", "text"])
@pytest.mark.parametrize(
    "content",
    [api_files.JPEG, b"PK\x03\x04" + bytes(range(256)) * 4, bytes(range(256)) * 40, b"\x7fELF" + bytes(100)],
    ids=["JPEG", "ZIP", "garbage", "program"],
)
def test_files_that_we_do_not_read(client: httpx.Client, content: bytes, headers: dict[str, str]) -> None:
    problem(client.post("/v1/check", content=content, headers=headers), "unsupported-file", 415)


def test_a_renamed_photo_in_a_form(client: httpx.Client) -> None:
    answer = client.post("/v1/check", files={"file": ("antrag.pdf", api_files.JPEG, "application/pdf")})
    problem(answer, "unsupported-file", 415)


@pytest.mark.parametrize(
    "headers",
    [ODT, {"Content-Type": "application/x-www-form-urlencoded"}, {"Content-Type": "image/png"}, {}],
    ids=["ODT", "form", "image", "none"],
)
def test_types_that_we_do_not_take(client: httpx.Client, headers: dict[str, str]) -> None:
    body = problem(client.post("/v1/check", content=b"Der Antrag", headers=headers), "unsupported-file", 415)
    assert "application/pdf" in body["errors"][0]["detail"]


@pytest.mark.parametrize(
    "accept", ["text/html", "application/pdf", "image/png", "application/json;q=0, text/html", "text/*"]
)
def test_answers_that_we_do_not_give(client: httpx.Client, accept: str) -> None:
    body = problem(client.post("/v1/check", json={"text": LETTER}, headers={"Accept": accept}), "not-acceptable", 406)
    assert "application/json" in body["detail"]


def test_text_over_the_limit(client: httpx.Client) -> None:
    text = "Der Antrag wird geprüft. " * 200_000
    for answer in (
        client.post("/v1/check", json={"text": text}),
        client.post("/v1/check", content=text.encode(), headers=TEXT),
    ):
        assert "1.000.000" in problem(answer, "too-large", 413)["detail"]


def test_a_file_that_takes_too_long_to_read_is_read_in_part(narrow: Service) -> None:
    with narrow.client() as client:
        answer = client.post("/v1/check", content=api_files.tedious(), headers=PDF)
    assert answer.status_code == 200
    document = answer.json()["document"]
    (notice,) = [notice for notice in document["notices"] if notice["code"] == "partly-read"]
    assert notice["page"] < document["pages"]
    assert max(block["page"] for block in document["blocks"]) <= notice["page"]


def test_addresses_and_methods_that_do_not_exist(client: httpx.Client) -> None:
    problem(client.get("/v2/check"), "not-found", 404)
    problem(client.get("/problems/no-such-problem"), "not-found", 404)
    problem(client.post("/v1/check/", json={"text": LETTER}), "not-found", 404)
    answer = client.get("/v1/check")
    problem(answer, "method-not-allowed", 405)
    assert answer.headers["allow"] == "POST"
    answer = client.delete("/v1/rules")
    problem(answer, "method-not-allowed", 405)
    assert answer.headers["allow"] == "GET"


def test_problems_come_in_the_language_of_the_reader(client: httpx.Client) -> None:
    texts = {}
    for header in ("de-DE,en;q=0.5", "en-GB,en;q=0.9,de;q=0.3", "fr", ""):
        answer = client.post("/v1/check", json={"text": ""}, headers={"Accept-Language": header})
        texts[header] = (answer.headers["content-language"], problem(answer, "empty-text", 422)["title"])
    assert texts["de-DE,en;q=0.5"] == texts["fr"] == texts[""] == ("de", "Kein Text")
    assert texts["en-GB,en;q=0.9,de;q=0.3"] == ("en", "No text")


def test_places_come_in_the_language_of_the_reader(client: httpx.Client) -> None:
    for language, word in (("de", "fehlt"), ("en", "missing")):
        answer = client.post("/v1/check", json={}, headers={"Accept-Language": language})
        assert word in problem(answer, "invalid-request", 422)["errors"][0]["detail"]


def test_every_problem_explains_itself(client: httpx.Client) -> None:
    slugs = {
        *("empty-text", "unknown-language", "invalid-request", "too-large", "unsupported-file", "not-acceptable"),
        *("unreadable-file", "encrypted-pdf", "no-text-layer", "dynamic-xfa", "reading-timed-out", "too-complex"),
        *("unknown-rule", "rate-limited", "overloaded", "not-found", "method-not-allowed", "internal-error"),
    }
    for slug in slugs:
        for language in ("de", "en"):
            answer = client.get(f"/problems/{slug}", headers={"Accept-Language": language})
            assert answer.status_code == 200, slug
            body = answer.json()
            assert body["type"] == f"/problems/{slug}"
            assert "{" not in json.dumps(body["detail"])


def test_the_service_is_still_there(client: httpx.Client) -> None:
    assert client.post("/v1/check", json={"text": LETTER}).status_code == 200
