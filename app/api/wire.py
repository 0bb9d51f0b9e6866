"""What the service and its workers say to each other: length-prefixed frames over a socket pair."""

from __future__ import annotations

import asyncio
import pickle
import socket
import struct
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from app.errors import FormklarError
from app.model import Document, Profile

_LENGTH = struct.Struct(">Q")

REPORT = b"R"
"""Followed by the report as JSON."""
PROBLEM = b"P"
"""Followed by a pickled ``FormklarError``."""
CRASH = b"X"
"""Followed by kind and place of an error that nobody expected."""
HELLO = b"H"
"""Followed by a pickled ``Hello``."""


@dataclass(frozen=True, slots=True)
class Hello:
    """A worker is ready: what it has loaded."""

    app: str
    rules: str
    models: dict[str, str]
    """Name and version of the model of each language."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be checked how. The fields are those of ``app.checker.Options``."""

    document: Document
    language: str | None
    profile: Profile
    rules: frozenset[str] | None
    ignore: frozenset[str]
    suggestions: bool


class WorkerError(FormklarError):
    """An error of ours in a worker; ``place`` says kind and place, for the log."""


def frame(kind: bytes, payload: bytes) -> bytes:
    """A message of this kind."""
    return _LENGTH.pack(len(payload) + 1) + kind + payload


def wish_frame(wish: Wish) -> bytes:
    """A wish as it goes to a worker. Safe to pickle: both ends are this very program."""
    return frame(b"W", pickle.dumps(wish, pickle.HIGHEST_PROTOCOL))


def unwrap(message: bytes) -> bytes | Hello:
    """The report or greeting in a message of a worker. Raises the error that it tells of."""
    kind, payload = message[:1], message[1:]
    if kind == REPORT:
        return payload
    if kind == HELLO:
        hello: Hello = pickle.loads(payload)  # noqa: S301  (our own process)
        return hello
    if kind == PROBLEM:
        error: FormklarError = pickle.loads(payload)  # noqa: S301  (our own process)
        raise error
    raise WorkerError(place=payload.decode("utf-8", "replace"))


async def receive(reader: asyncio.StreamReader) -> bytes | None:
    """The next message, or none when the other end is gone."""
    try:
        (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
        return await reader.readexactly(length)
    except (asyncio.IncompleteReadError, OSError):
        return None


def receive_now(channel: socket.socket) -> bytes | None:
    """The same for a process without an event loop; waits."""
    head = _exactly(channel, _LENGTH.size)
    return None if head is None else _exactly(channel, _LENGTH.unpack(head)[0])


def _exactly(channel: socket.socket, size: int) -> bytes | None:
    data = bytearray(size)
    view, done = memoryview(data), 0
    while done < size:
        count = channel.recv_into(view[done:])
        if count == 0:
            return None
        done += count
    return bytes(data)


def place_of(error: BaseException) -> str:
    """Kind of an error and the last places of ours it went through. Never its text: that may quote a form."""
    places: list[str] = []
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        places.append(f"{path.parent.name}/{path.name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {' > '.join(places[-4:]) or 'unknown place'}"
