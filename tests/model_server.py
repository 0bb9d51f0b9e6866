"""A real small HTTP server that speaks the chat API, or misbehaves as told: the far side of the language model."""

from __future__ import annotations

import datetime
import json
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

Answer = Callable[["ModelServer", socket.socket], None]


def say(body: bytes) -> Answer:
    """Status 200 with this body."""
    return status(200, body)


def completion(content: str, *, finish: str = "stop") -> Answer:
    """What a language model answers."""
    message = {"role": "assistant", "content": content}
    return say(json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": finish}]}).encode())


def status(code: int, body: bytes = b"", *, location: str = "") -> Answer:
    """Any status, with a place to go where one is given."""
    head = f"HTTP/1.1 {code} Any\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    head += f"Location: {location}\r\n" if location else ""
    return drip(f"{head}\r\n".encode() + body, 0)


def drip(data: bytes, seconds: float, *, every: float = 0.0) -> Answer:
    """These bytes as they are, one every so many seconds; then silence for a while, before the server hangs up."""

    def answer(server: ModelServer, connection: socket.socket) -> None:
        until = time.monotonic() + seconds
        step = 1 if every else 65_536
        for start in range(0, len(data), step):
            connection.sendall(data[start : start + step])
            server.sent += step
            if every and server.stopped.wait(every):
                return
        server.stopped.wait(max(until - time.monotonic(), 0))

    return answer


class ModelServer:
    """Answers one question after the other, as told; keeps what it was asked: path and JSON."""

    def __init__(self, *, certificate: Path | None = None) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.sent = 0
        self.stopped = Event()
        self._answers: list[Answer] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._tls: ssl.SSLContext | None = None
        if certificate:
            certificate.write_bytes(self_signed())
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(certificate)
        scheme = "https" if certificate else "http"
        self.url = f"{scheme}://127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = Thread(target=self._serve, daemon=True)

    def answers(self, *answers: Answer) -> None:
        """What comes next."""
        self._answers.extend(answers)

    def wait(self) -> None:
        """Until it has given all its answers or was hung up on."""
        while self._answers or self._busy:
            time.sleep(0.01)

    _busy = False

    def _serve(self) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._busy = True
            with connection, suppress(OSError):
                connection.settimeout(5)
                if self._tls:
                    connection = self._tls.wrap_socket(connection, server_side=True)
                with connection:
                    self.asked.append(_question(connection))
                    self._answers.pop(0)(self, connection)
            self._busy = False

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stopped.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(5)
        assert not self._thread.is_alive()


def _question(connection: socket.socket) -> tuple[str, Any]:
    data = b""
    while b"\r\n\r\n" not in data:
        data += _more(connection)
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.decode("ascii").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    while len(body) < int(headers["content-length"]):
        body += _more(connection)
    method, path, _ = lines[0].split()
    assert method == "POST"
    return path, json.loads(body)


def _more(connection: socket.socket) -> bytes:
    data = connection.recv(65_536)
    if not data:
        raise ConnectionResetError
    return data


def self_signed() -> bytes:
    """A key and a certificate for 127.0.0.1, as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Lindenbach")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)
