"""The process that reads: it has the readers loaded, forks once for each document, and the fork reads and ends.

Run as ``python -m app.reading.child FD`` by ``guard``; ``FD`` is a Unix socket of whole messages. Each message brings
two sockets: on the first the fork gets the document and answers, on the second the outcome of the fork is told
(``VERDICT``). When the other end of the second is closed, the fork is killed; when the other end of ``FD`` is closed,
all is ended. This process itself never looks at a document.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import logging
import os
import select
import signal
import socket
import struct
import sys
import warnings
from collections.abc import Callable
from typing import Any

from app.errors import FormklarError, TooComplex, UnreadableFile
from app.languages.words import german
from app.languages.words_en import listed
from app.model import Document, Line, Noun
from app.reading import cage
from app.reading.answers import with_answers
from app.reading.limits import Limits

VERDICT = struct.Struct("=iQd")
"""How a fork ended: wait status (-1: there was none), most memory in use in kilobytes, seconds of CPU."""
LENGTH = struct.Struct("=Q")
"""Every message on a document's socket begins with its length in bytes."""
TEST_READERS = "FORMKLAR_TEST_READERS"
"""Set by tests only: a reader that misbehaves on command is there as well."""

Reader = Callable[..., Document | bytes]
"""Bytes are a picture: the answer as it stands."""


class Request(Noun):
    """What precedes a document: who reads it, under which limits."""

    reader: str
    declared: str | None
    scans: dict[int, str] | None = None
    """For a PDF: what Tesseract saw on scanned pages, by page."""
    page: int | None = None
    """For a picture: of which page."""
    max_pages: int
    max_characters: int
    max_fields: int
    seconds: int
    cpu_seconds: int
    memory: int

    @property
    def limits(self) -> Limits:
        """The part that the reader itself keeps."""
        return Limits(self.max_pages, self.max_characters, self.max_fields, self.cpu_seconds, self.seconds)

    @property
    def options(self) -> dict[str, Any]:
        """What only this reader is told."""
        known: dict[str, dict[str, Any]] = {
            "html": {"declared": self.declared},
            "pdf": {"scans": self.scans},
            "picture": {"page": self.page},
        }
        return known.get(self.reader, {})


class Answer(Noun):
    """What a fork says: a document with the lines of its blocks, or the slug and the facts of an error."""

    document: Document | None = None
    lines: tuple[tuple[Line, ...], ...] = ()
    """``Block.lines`` are not part of a serialised document; here they are, block by block."""
    error: str | None = None
    facts: dict[str, str | int] = {}


def main() -> None:
    """Serve documents until the other end of the socket is closed."""
    control = socket.socket(fileno=int(sys.argv[1]))
    logging.disable(logging.CRITICAL)  # what pypdf logs holds parts of the document
    warnings.simplefilter("ignore")
    cage.leave_network()
    readers = _readers()
    gc.collect()
    gc.freeze()
    control.send(b"ready")
    _serve(control, readers)
    os._exit(0)


def _readers() -> dict[str, Reader]:
    """The readers by name, loaded once, here, so that a fork has them at once."""
    places = {
        "pdf": "app.reading.pdf:read_pdf",
        "html": "app.reading.html:read_html",
        "docx": "app.reading.docx:read_docx",
        "picture": "app.reading.ocr_picture:draw_page",
    }
    if os.environ.pop(TEST_READERS, None) == "1":
        places["misbehave"] = "app.reading.misbehave:misbehave"
    for module in ("pypdf", "pypdf.filters", "pypdfium2", "selectolax.lexbor"):  # the readers import them on first use
        importlib.import_module(module)
    german()  # a fork may open no file: the word lists that readers ask are there before
    listed()
    readers: dict[str, Reader] = {}
    for name, place in places.items():
        module, _, function = place.partition(":")
        readers[name] = getattr(importlib.import_module(module), function)
    return readers


def _serve(control: socket.socket, readers: dict[str, Reader]) -> None:
    """Fork for each message; tell each fork's end; kill the forks that nobody waits for."""
    alarm, bell = socket.socketpair()
    bell.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(bell.fileno(), warn_on_full_buffer=False)
    poll = select.poll()
    poll.register(control, select.POLLIN)
    poll.register(alarm, select.POLLIN)
    forks: dict[int, tuple[int, socket.socket]] = {}  # by file descriptor of the verdict: process and verdict
    while True:
        for descriptor, _ in poll.poll():
            if descriptor == control.fileno():
                message, received, _, _ = socket.recv_fds(control, 1, 2)
                if not message:
                    for pid, _ in forks.values():
                        os.kill(pid, signal.SIGKILL)
                    return
                _begin(received, readers, forks, poll)
            elif descriptor == alarm.fileno():
                alarm.recv(4096)
                _reap(forks, poll)
            elif descriptor in forks:  # the guard hung up
                os.kill(forks[descriptor][0], signal.SIGKILL)
                poll.unregister(descriptor)


def _begin(
    received: list[int], readers: dict[str, Reader], forks: dict[int, tuple[int, socket.socket]], poll: select.poll
) -> None:
    """Fork for one document."""
    if len(received) != 2:
        for descriptor in received:
            os.close(descriptor)
        return
    channel, verdict = (socket.socket(fileno=descriptor) for descriptor in received)
    here = os.getpid()
    try:
        pid = os.fork()
    except OSError:
        _tell(verdict, -1, 0, 0.0)
        channel.close()
        verdict.close()
        return
    if pid == 0:
        try:
            _read_one(channel, readers, here)
        finally:
            os._exit(0)
    channel.close()
    forks[verdict.fileno()] = (pid, verdict)
    poll.register(verdict, select.POLLIN)


def _reap(forks: dict[int, tuple[int, socket.socket]], poll: select.poll) -> None:
    """Collect the forks that ended and say how."""
    for descriptor, (pid, verdict) in list(forks.items()):
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if not ended:
            continue
        _tell(verdict, status, usage.ru_maxrss, usage.ru_utime + usage.ru_stime)
        with contextlib.suppress(KeyError):  # not there when it was killed on request
            poll.unregister(descriptor)
        del forks[descriptor]
        verdict.close()


def _tell(verdict: socket.socket, status: int, kilobytes: int, seconds: float) -> None:
    with contextlib.suppress(OSError):  # perhaps nobody listens any more
        verdict.send(VERDICT.pack(status, kilobytes, seconds), socket.MSG_DONTWAIT)


def _read_one(channel: socket.socket, readers: dict[str, Reader], parent: int) -> None:
    """In the fork: lock up, read, answer."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(channel.fileno(), 3)
    channel.detach()
    channel = socket.socket(fileno=3)
    os.closerange(4, os.sysconf("SC_OPEN_MAX"))
    request = Request.model_validate_json(receive(channel))
    too_much_memory = _error(TooComplex(limit="reading_memory", maximum=request.memory))
    cage.enter(memory=request.memory, cpu_seconds=request.cpu_seconds, seconds=request.seconds, parent=parent)
    try:
        answer = _answer(readers[request.reader], receive(channel), request)
    except MemoryError:
        answer = too_much_memory
    send(channel, answer)


def _answer(reader: Reader, data: bytes, request: Request) -> bytes:
    """Read and put the result, or the error, into words."""
    try:
        read = reader(data, name=None, limits=request.limits, **request.options)
        if isinstance(read, bytes):
            return read
        document = with_answers(read)
        lines = tuple(block.lines for block in document.blocks)
        return Answer(document=document, lines=lines).model_dump_json().encode()
    except FormklarError as error:
        return _error(error)
    except MemoryError:
        raise
    except Exception:  # a reader failed in a way nobody foresaw; its words may quote the document
        return _error(UnreadableFile())


def _error(error: FormklarError) -> bytes:
    facts = {key: value if isinstance(value, int) else str(value) for key, value in error.facts.items()}
    return json.dumps({"error": error.slug, "facts": facts}).encode()


def send(channel: socket.socket, message: bytes) -> None:
    """Send a message with its length before it."""
    channel.sendall(LENGTH.pack(len(message)))
    channel.sendall(message)


def receive(channel: socket.socket) -> bytes:
    """The next message; ``EOFError`` when the other end is closed before it is complete."""
    (length,) = LENGTH.unpack(_exactly(channel, LENGTH.size))
    return bytes(_exactly(channel, length))


def _exactly(channel: socket.socket, length: int) -> bytearray:
    buffer = bytearray(length)
    view = memoryview(buffer)
    while view:
        got = channel.recv_into(view)
        if not got:
            raise EOFError
        view = view[got:]
    return buffer


if __name__ == "__main__":
    main()
