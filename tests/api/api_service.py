"""Starts the real service on loopback for the tests, and looks at its processes from outside."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 60


@dataclass
class Service:
    """A running ``formklar serve``."""

    process: subprocess.Popen[bytes]
    base: str
    log_path: Path
    temporary: Path
    ready_seconds: float

    @property
    def log(self) -> str:
        """Everything it has written to standard error."""
        return self.log_path.read_text(encoding="utf-8", errors="replace")

    def client(self, **options: object) -> httpx.Client:
        """A client for it."""
        return httpx.Client(base_url=self.base, timeout=60, **options)  # type: ignore[arg-type]

    def workers(self) -> list[int]:
        """Process ids of its workers."""
        return [pid for pid in children(self.process.pid) if "app.api.worker" in command_line(pid)]

    def until(self, status: int, path: str = "/v1/health/ready", seconds: float = START_SECONDS) -> float:
        """Waits until an address answers with this status; the seconds that took."""
        began = time.monotonic()
        with self.client() as client:
            while time.monotonic() - began < seconds:
                if client.get(path).status_code == status:
                    return time.monotonic() - began
                time.sleep(0.02)
        pytest.fail(f"{path} did not answer {status} within {seconds} s:\n{self.log}")

    def stop(self) -> int:
        """Ends it as an operator does; the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(15)


def children(pid: int) -> list[int]:
    """Process ids of the direct children of a process."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(child) for child in task.read_text(encoding="ascii").split()]
    return found


def command_line(pid: int) -> str:
    """How a process was started; empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def alive(pid: int) -> bool:
    """Whether a process still runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def start(folder: Path, **settings: str) -> Service:
    """A new service with these settings, on a port of its own, as soon as it listens."""
    temporary = folder / "tmp"
    temporary.mkdir()
    log_path = folder / "stderr"
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("FORMKLAR_") or name.startswith("FORMKLAR_MODEL_")
    }
    environment |= {"TMPDIR": str(temporary)} | {f"FORMKLAR_{name.upper()}": value for name, value in settings.items()}
    began = time.monotonic()
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve", "--port", "0"], cwd=ROOT, env=environment, stderr=log
        )
    while time.monotonic() - began < START_SECONDS:
        match = re.search(r"http://127\.0\.0\.1:\d+", log_path.read_text(encoding="utf-8"))
        if match:
            return Service(process, match[0], log_path, temporary, began)
        if process.poll() is not None:
            break
        time.sleep(0.02)
    process.kill()
    process.wait()
    pytest.fail(f"the service did not start: {log_path.read_text(encoding='utf-8')}")


def running(folder: Path, **settings: str) -> Iterator[Service]:
    """The same, ready, and stopped afterwards."""
    service = start(folder, **settings)
    try:
        service.until(200)
        service.ready_seconds = time.monotonic() - service.ready_seconds
        yield service
    finally:
        service.stop()
