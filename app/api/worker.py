"""The program of one worker process: loads models and rules, checks itself, then checks documents one at a time.

Started by ``app.api.workers`` as ``python -m app.api.worker <socket> <parent>``; ends when its parent does.
"""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.api import wire
from app.errors import FormklarError
from app.settings import Settings

if TYPE_CHECKING:
    from app.checker import Checker

_PR_SET_PDEATHSIG = 1
MAX_GROWTH = 300 * 2**20
"""Bytes of memory a worker may keep on top of its start before it makes room for a fresh one."""


def main(arguments: list[str]) -> int:
    """Runs until the parent closes the socket. 0 for that, 1 for an error at the start."""
    descriptor, parent = (int(argument) for argument in arguments)
    _die_with(parent)
    for number in (signal.SIGINT, signal.SIGTERM):  # both may go to a whole group; the parent decides
        signal.signal(number, signal.SIG_IGN)
    with socket.socket(fileno=descriptor) as channel:
        message = wire.receive_now(channel)
        if message is None:
            return 0
        settings: Settings = pickle.loads(message[1:])  # noqa: S301  (our own parent)
        try:
            checker = _load(settings)
            hello = _hello(checker)
        except FormklarError as error:
            channel.sendall(wire.frame(wire.PROBLEM, pickle.dumps(error)))
            return 1
        except Exception as error:
            channel.sendall(wire.frame(wire.CRASH, wire.place_of(error).encode()))
            return 1
        gc.collect()
        gc.freeze()
        _silence()
        channel.sendall(wire.frame(wire.HELLO, pickle.dumps(hello)))
        _serve(channel, checker)
    return 0


def _die_with(parent: int) -> None:
    """Asks the kernel to end this process with its parent. Elsewhere than on Linux the closed socket does it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(0)


def _load(settings: Settings) -> Checker:
    from app.checker import Checker  # slow: loads spaCy

    checker = Checker(settings)
    checker.warm_up()  # finds a known finding in each language, or raises
    return checker


def _silence() -> None:
    """From here on form text is in this process: nothing that a library prints or crashes with may get out."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)


def _serve(channel: socket.socket, checker: Checker) -> None:
    allowed = resident() + MAX_GROWTH
    while (message := wire.receive_now(channel)) is not None:
        channel.sendall(_answer(checker, message))
        del message
        if resident() > allowed:
            _give_back()
            if resident() > allowed:
                return  # the parent starts a fresh one


def _answer(checker: Checker, message: bytes) -> bytes:
    from app.checker import Options

    wish: wire.Wish = pickle.loads(message[1:])  # noqa: S301  (our own parent)
    options = Options(
        language=wish.language,
        profile=wish.profile,
        rules=wish.rules,
        ignore=wish.ignore,
        suggestions=wish.suggestions,
    )
    try:
        report = checker.check(wish.document, options)
        return wire.frame(wire.REPORT, report.model_dump_json().encode("utf-8"))
    except FormklarError as error:
        return wire.frame(wire.PROBLEM, pickle.dumps(error))
    except Exception as error:
        return wire.frame(wire.CRASH, wire.place_of(error).encode())


def _hello(checker: Checker) -> wire.Hello:
    versions = {language: checker.versions(language) for language in checker.book.languages}
    return wire.Hello(
        app=__version__, rules=checker.book.version, models={code: each.model for code, each in versions.items()}
    )


def resident() -> int:
    """Bytes of memory that this process holds; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _give_back() -> None:
    """Free memory goes back to the system, where the C library can do that."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
