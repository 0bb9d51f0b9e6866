"""What the door refuses: too much, too slowly, too many at once."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from api_letters import LETTER
from api_service import Service
from test_api_problems import problem

from app.api import create_app
from app.settings import Settings

TEXT = {"Content-Type": "text/plain; charset=utf-8"}
LIMIT = Settings().max_bytes


def connect(base: str) -> socket.socket:
    """A bare connection to a service."""
    address = urlsplit(base)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=30)


def head(*lines: str) -> bytes:
    """The head of a check."""
    return "\r\n".join(("POST /v1/check HTTP/1.1", "Host: test", "Content-Type: text/plain", *lines, "", "")).encode()


def answer_on(connection: socket.socket) -> bytes:
    """Everything that comes until the other end closes."""
    parts = []
    with contextlib.suppress(ConnectionError):
        while part := connection.recv(65_536):
            parts.append(part)
    return b"".join(parts)


def memory(pid: int) -> int:
    """Bytes that a process has held at most so far."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def test_a_length_over_the_limit_is_refused_before_the_body_is_sent(service: Service) -> None:
    with connect(service.base) as connection:
        connection.sendall(head(f"Content-Length: {LIMIT + 1}", "Expect: 100-continue"))
        answer = answer_on(connection)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"100 Continue" not in answer
    assert b"/problems/too-large" in answer


def test_chunks_are_refused_at_the_first_byte_over_the_limit(service: Service) -> None:
    chunk = b"x" * 65_536
    sent = 0
    with connect(service.base) as connection:
        connection.sendall(head("Transfer-Encoding: chunked"))
        began = time.monotonic()
        with contextlib.suppress(ConnectionError):
            while sent <= LIMIT:
                connection.sendall(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
                sent += len(chunk)
        answer = answer_on(connection)  # though the body has not ended
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"connection: close" in answer.lower()
    assert time.monotonic() - began < 10


def test_an_endless_body_costs_no_memory_and_leaves_no_file(service: Service) -> None:
    with service.client() as client:  # what one body within the limit costs is there already
        client.post("/v1/check", content=b"x" * LIMIT, headers={"Content-Type": "application/pdf"})
    before = memory(service.process.pid)

    def endless() -> Iterator[bytes]:
        for _ in range(3_000):
            yield b"x" * 100_000

    with service.client() as client:
        problem(client.post("/v1/check", content=endless(), headers=TEXT), "too-large", 413)
    assert memory(service.process.pid) - before < 2 * LIMIT
    assert list(service.temporary.rglob("*")) == []


def test_a_part_over_the_limit(client: httpx.Client) -> None:
    answer = client.post("/v1/check", files={"file": ("a.pdf", b"%PDF-1.7 " + b"x" * LIMIT, "application/pdf")})
    problem(answer, "too-large", 413)
    answer = client.post("/v1/check", files={"file": ("a.pdf", b"x" * 2 * LIMIT, "application/pdf")})
    assert "10 MB" in problem(answer, "too-large", 413)["detail"]


def test_multipart_with_hostile_content_is_taken_apart_quickly(client: httpx.Client) -> None:
    for filler in (b"\r\n--xyz", b"\r\n-", b"\r", b"--", b"\r\n--xy"):
        content = b'--xyz\r\nContent-Disposition: form-data; name="file"\r\n\r\n' + filler * (2_000_000 // len(filler))
        began = time.monotonic()
        headers = {"Content-Type": "multipart/form-data; boundary=xyz"}
        assert client.post("/v1/check", content=content, headers=headers).status_code in {413, 415, 422}
        assert time.monotonic() - began < 5


@pytest.fixture
def impatient() -> Iterator[str]:
    """The application behind a real server, with half a second for each body; nothing comes as far as a worker."""
    app = create_app(Settings())
    app.state.body_seconds = 0.5
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, access_log=False))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def test_slow_senders_are_dropped(impatient: str) -> None:
    with connect(impatient) as connection:
        connection.sendall(head("Content-Length: 1000000"))
        began = time.monotonic()
        connection.sendall(b"x")
        answer = answer_on(connection)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"/problems/request-timeout" in answer
    assert 0.4 < time.monotonic() - began < 5


def test_many_slow_senders_do_not_hold_up_others(service: Service) -> None:
    def median_seconds(client: httpx.Client) -> float:
        durations = []
        for _ in range(7):
            began = time.monotonic()
            assert client.post("/v1/check", json={"text": LETTER}).status_code == 200
            durations.append(time.monotonic() - began)
        return sorted(durations)[3]

    with service.client() as client, contextlib.ExitStack() as slow:
        alone = median_seconds(client)
        for _ in range(200):
            connection = slow.enter_context(connect(service.base))
            connection.sendall(head("Content-Length: 1000000") + b"x")
        assert median_seconds(client) < alone + 0.1


def test_a_full_queue_says_so_at_once(narrow: Service, tome: str) -> None:
    def occupy() -> None:
        with narrow.client() as client:
            client.post("/v1/check?suggestions=false", json={"text": tome[:60_000]})

    threads = [threading.Thread(target=occupy) for _ in range(2)]  # one is checked, one waits
    with narrow.client() as client:
        client.get("/v1/health/live")
        for thread in threads:
            thread.start()
        time.sleep(0.4)
        durations = []
        for _ in range(5):
            began = time.monotonic()
            answer = client.post("/v1/check", json={"text": LETTER})
            durations.append(time.monotonic() - began)
            problem(answer, "rate-limited", 429)
            assert int(answer.headers["retry-after"]) > 0
        assert client.get("/v1/health/ready").status_code == 200
        for thread in threads:
            thread.join()
        assert client.post("/v1/check", json={"text": LETTER}).status_code == 200
    assert min(durations) < 0.05


def test_a_client_that_leaves_frees_its_place(narrow: Service, tome: str) -> None:
    def occupy() -> None:
        with narrow.client() as client:
            client.post("/v1/check?suggestions=false", json={"text": tome[:150_000]})

    body = json.dumps({"text": LETTER}).encode()
    thread = threading.Thread(target=occupy)
    thread.start()
    time.sleep(0.5)
    for _ in range(3):  # there is one waiting place: each of these can only get it after the one before has left
        with connect(narrow.base) as connection:
            request = head(f"Content-Length: {len(body)}").replace(b"text/plain", b"application/json") + body
            connection.sendall(request)
            connection.settimeout(0.2)
            with pytest.raises(TimeoutError):
                connection.recv(1)
        time.sleep(0.1)
    thread.join()
