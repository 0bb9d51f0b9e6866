"""Nothing of what is sent turns up anywhere but in the answer to it."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import time
import uuid

import httpx
import pytest
from api_files import form_pdf
from api_letters import LETTER
from api_service import Service
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject
from starlette.types import Receive, Scope, Send
from test_api_problems import problem

from app.api.door import Door

JSON = {"Content-Type": "application/json"}


def marked_pdf(marker: str) -> bytes:
    """A form with the marker as its title and in the name, label and value of its field."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(form_pdf())))
    writer.add_metadata({"/Title": marker})
    for page in writer.pages:
        for annotation in page.get("/Annots", []):
            for key in ("/T", "/TU", "/V"):
                annotation.get_object()[NameObject(key)] = TextStringObject(f"{marker} {key}")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_marker_is_nowhere_to_be_found(service: Service) -> None:
    marker = f"GEHEIM{uuid.uuid4().hex}"
    text = f"Der Antrag von {marker} wird geprüft."
    pdf = marked_pdf(marker)
    with service.client() as client:
        answers = [
            client.post("/v1/check", json={"text": text, "name": f"{marker}.txt"}),
            client.post("/v1/check", files={"file": (f"{marker}.pdf", pdf, "application/pdf")}),
        ]
        assert all(answer.status_code == 200 and marker in answer.text for answer in answers)
        refused = [
            client.post(f"/v1/check?rules={marker}", json={"text": text}),
            client.post(f"/v1/check?{marker}={marker}", json={"text": text}),
            client.post(f"/v1/check?language={marker}", json={"text": text}),
            client.post(f"/v1/check?profile={marker}&suggestions={marker}", json={"text": text}),
            client.post("/v1/check", json={"text": text, "language": marker[:30]}),
            client.post("/v1/check", json={"text": text, marker: marker}),
            client.post("/v1/check", json={"text": [text], "name": {marker: marker}}),
            client.post("/v1/check", json=[text]),
            client.post("/v1/check", content=f'{{"text": "{text}'.encode(), headers=JSON),
            client.post("/v1/check", content=f'{{"text": "{text} \\ud800"}}'.encode(), headers=JSON),
            client.post("/v1/check", content=text.encode(), headers={"Content-Type": f"text/{marker}"}),
            client.post("/v1/check", content=text.encode(), headers={"Content-Type": f"text/plain; charset={marker}"}),
            client.post(
                "/v1/check", content=text.encode("latin-1"), headers={"Content-Type": "text/plain;charset=utf-8"}
            ),
            client.post("/v1/check", json={"text": text}, headers={"Accept": f"text/{marker}"}),
            client.post("/v1/check", content=pdf[:700], headers={"Content-Type": "application/pdf"}),
            client.post("/v1/check", files={marker: (marker, text.encode())}),
            client.post("/v1/check", files={"file": (marker, text.encode())}, data={marker: marker}),
            client.get(f"/v1/rules/{marker}/{marker}"),
            client.get(f"/v1/rules?language={marker}"),
            client.get(f"/{marker}?{marker}"),
            client.request("PUT", f"/{marker}", content=text.encode()),
            client.get(f"/problems/{marker}"),
        ]
        for answer in refused:
            assert answer.status_code in {404, 405, 406, 415, 422}, answer.request.url
            assert answer.headers["content-type"] == "application/problem+json"
            assert marker.lower() not in (answer.text + json.dumps(dict(answer.headers))).lower()
    assert marker.lower() not in service.log.lower()
    assert list(service.temporary.rglob("*")) == []


def test_the_log_has_one_line_a_request_without_content(service: Service) -> None:
    before = len(service.log)
    with service.client() as client:
        client.post("/v1/check?ignore=passive-voice", json={"text": LETTER})
        client.get("/v1/rules/de/passive-voice")
        client.get("/etc/passwd%0AGET")
    while len(lines := service.log[before:].splitlines()) < 3:  # a line is written when its answer has been sent
        time.sleep(0.01)
    said = [line.split("formklar.access ")[1].rsplit(" ", 2)[0] for line in lines]
    assert said == ["POST /v1/check 200", "GET /v1/rules/{language}/{rule_id} 200", "GET - 404"]


def test_an_error_of_ours_tells_nothing(caplog: pytest.LogCaptureFixture) -> None:
    quote = "Der Antrag von Frau Beispiel"

    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError(quote)

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(Door(broken))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.post("/v1/check", json={"text": quote})

    with caplog.at_level(logging.INFO):
        answer = asyncio.run(ask())
    problem(answer, "internal-error", 500)
    assert quote not in answer.text
    assert quote not in caplog.text
    assert "ValueError at" in caplog.text
    assert "test_api_secrecy.py" in caplog.text
