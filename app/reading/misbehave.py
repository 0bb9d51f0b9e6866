"""A reader that does what its document says, so that tests can see the guard hold; never part of a running service."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app.model import Block, Document
from app.reading import cage
from app.reading.limits import Limits


def misbehave(data: bytes, *, name: str | None, limits: Limits) -> Document:
    """Obey ``data``: a word and, for some words, a path or port."""
    del limits
    word, _, rest = data.decode().partition(" ")
    deed = _DEEDS[word]
    result = deed(rest)
    text = f"{word}: {result}"
    return Document(name=name, media_type="text/plain", sha256="", blocks=(Block(id="p0b1", role="item", text=text),))


def _sleep(rest: str) -> None:
    del rest
    signal.alarm(0)  # as native code could
    time.sleep(600)


def _wait(rest: str) -> None:
    del rest
    time.sleep(600)


def _spin(rest: str) -> None:
    del rest
    while True:
        pass


def _allocate(rest: str) -> None:
    del rest
    hoard = []
    while True:
        hoard.append(bytearray(10_000_000))


def _raise(rest: str) -> None:
    raise LookupError(rest)


def _recurse(rest: str) -> None:
    _recurse(rest)


def _fork(rest: str) -> int:
    del rest
    if os.fork() == 0:
        time.sleep(600)
    return os.getpid()


def _fork_natively(rest: str) -> int:
    del rest
    child: int = ctypes.CDLL(None).fork()
    if child == 0:
        time.sleep(600)
    return child


def _write(rest: str) -> int:
    return Path(rest).write_text("left behind")


def _write_natively(rest: str) -> int:
    handle: int = ctypes.CDLL(None).open(rest.encode(), os.O_WRONLY | os.O_CREAT, 0o600)
    return handle


def _connect(rest: str) -> None:
    socket.create_connection(("127.0.0.1", int(rest))).sendall(b"here")


def _connect_natively(rest: str) -> int:
    del rest
    handle: int = ctypes.CDLL(None).socket(socket.AF_INET, socket.SOCK_STREAM, 0)
    return handle


def _execute(rest: str) -> None:
    subprocess.run([sys.executable, "-c", f"open({rest!r}, 'w')"], check=True)  # noqa: S603


def _execute_natively(rest: str) -> int:
    code = f"open({rest!r}, 'w')"
    answer: int = ctypes.CDLL(None).execl(sys.executable.encode(), b"python", b"-c", code.encode(), None)
    return answer


def _kill_parent(rest: str) -> int:
    del rest
    answer: int = ctypes.CDLL(None).kill(os.getppid(), signal.SIGKILL)
    return answer


def _flood(rest: str) -> str:
    return "Wort " * int(rest)


def _environment(rest: str) -> str:
    del rest
    return ",".join(sorted(os.environ))


def _open_files(rest: str) -> str:
    del rest
    return ",".join(sorted(os.listdir("/proc/self/fd")))  # noqa: PTH208


_DEEDS: dict[str, Callable[[str], object]] = {
    "sleep": _sleep,
    "wait": _wait,
    "spin": _spin,
    "allocate": _allocate,
    "exit": lambda rest: os._exit(int(rest)),
    "kill": lambda rest: os.kill(os.getpid(), int(rest)),
    "kill-natively": lambda rest: ctypes.CDLL(None).kill(os.getpid(), int(rest)),
    "crash": lambda _: ctypes.string_at(0),
    "abort": lambda _: os.abort(),
    "kill-parent": _kill_parent,
    "raise": _raise,
    "recurse": _recurse,
    "fork": _fork,
    "fork-natively": _fork_natively,
    "write": _write,
    "write-natively": _write_natively,
    "connect": _connect,
    "connect-natively": _connect_natively,
    "execute": _execute,
    "execute-natively": _execute_natively,
    "flood": _flood,
    "environment": _environment,
    "open-files": _open_files,
    "kernel-refuses": lambda _: cage.kernel_refuses(),
    "nothing": lambda _: "done",
}
