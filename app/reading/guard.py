"""Reads documents in processes that may do nothing else, and answers for them: a document or a typed error, in time.

A document is never parsed in the caller's process. A helper process (``app.reading.child``) forks for each document;
the fork is locked in (``app.reading.cage``) and its answer is JSON that is checked here, because a fork that read a
hostile file is not to be trusted.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from app import errors
from app.model import Document
from app.reading.child import LENGTH, TEST_READERS, VERDICT, Answer, Request
from app.reading.ocr_picture import HEADER, MAX_PIXELS, Picture, picture_of
from app.settings import ROOT, Settings

GRACE_SECONDS = 2
"""The fork ends itself after ``reading_seconds``; this much later it is killed from here."""
START_SECONDS = 30
FAREWELL_SECONDS = 5
"""How long we wait for the news that a fork is gone."""
ANSWER_BYTES_PER_CHARACTER = 64
"""The largest answer, as a multiple of the longest text: a character and its edge take about 10 bytes."""

_TYPED: dict[str, type[errors.FormklarError]] = {
    kind.slug: kind
    for kind in (
        *(errors.EmptyText, errors.TooLarge, errors.UnsupportedFile, errors.UnreadableFile, errors.EncryptedPdf),
        *(errors.NoTextLayer, errors.DynamicXfa, errors.TooComplex),
    )
}
_FACTS = frozenset({"limit", "maximum"})
"""What an error from a fork may say; no text of the document belongs under these names."""

logger = logging.getLogger("formklar.reading")


class _LostHelperError(Exception):
    """The helper process ended before it could say how its fork did."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a fork ended: wait status (-1: it never began), most memory in bytes, seconds of CPU."""

    status: int
    memory: int
    cpu_seconds: float


class Zygote:
    """The helper process, started with the first document; may be used from several threads and after a fork.

    ``on_verdict`` is told how each fork ended, which takes the time to wait for that end.
    """

    def __init__(self, *, test_readers: bool = False, on_verdict: Callable[[Verdict], None] | None = None) -> None:
        self._test_readers = test_readers
        self._on_verdict = on_verdict
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._end: weakref.finalize[..., Zygote] | None = None
        self._watches_forks = False

    @property
    def pid(self) -> int | None:
        """Process id of the helper, or none when there is none."""
        return None if self._process is None else self._process.pid

    def read(
        self,
        reader: str,
        data: bytes,
        *,
        name: str | None = None,
        declared: str | None = None,
        scans: Mapping[int, str] | None = None,
        settings: Settings,
    ) -> Document:
        """The document in ``data``, read by ``reader``; raises the typed errors of reading, in bounded time.

        ``scans`` are the tables of words of scanned pages; an empty one allows a document without text.
        """
        largest = ANSWER_BYTES_PER_CHARACTER * settings.max_characters + 2**20
        request = _request(reader, settings, declared=declared, scans=None if scans is None else dict(scans))
        document = _document(self._answer(request, data, largest, settings))
        return document.model_copy(update={"name": name, "sha256": hashlib.sha256(data).hexdigest()})

    def picture(self, data: bytes, page: int, *, settings: Settings) -> Picture:
        """Page ``page`` (from 1) of the PDF in ``data`` as a picture; raises the typed errors of reading."""
        request = _request("picture", settings, page=page)
        said = self._answer(request, data, HEADER.size + 2 * MAX_PIXELS, settings)
        if said.startswith(b"{"):
            _document(said)  # raises the error that it is
        return picture_of(said)

    def _answer(self, request: Request, data: bytes, largest: int, settings: Settings) -> bytes:
        """What a fork says, tried once more when the helper is lost."""
        for _ in range(2):
            try:
                return self._ask(request, data, largest, settings)
            except _LostHelperError:
                continue
        raise errors.Overloaded

    def warm_up(self) -> None:
        """Start the helper process now."""
        with self._lock:
            self._running()

    def close(self) -> None:
        """End the helper process and wait for its end; the next document would start another."""
        with self._lock:
            self._stop()

    def _ask(self, request: Request, data: bytes, largest: int, settings: Settings) -> bytes:
        """One document, one fork."""
        channel, their_channel = socket.socketpair()
        verdict, their_verdict = socket.socketpair()
        with channel, verdict:
            with their_channel, their_verdict:
                self._hand_over(their_channel, their_verdict)
            deadline = time.monotonic() + settings.reading_seconds + GRACE_SECONDS
            try:
                _send(channel, request.model_dump_json().encode(), deadline)
                _send(channel, data, deadline)
                said = _receive(channel, largest, deadline)
            except TimeoutError:
                self._end_of(verdict)
                raise errors.ReadingTimedOut(seconds=settings.reading_seconds) from None
            except (OSError, EOFError):  # the fork is gone
                raise _cause(self._end_of(verdict), settings) from None
            if self._on_verdict is not None:
                self._end_of(verdict)
        return said

    def _end_of(self, verdict: socket.socket) -> Verdict | None:
        """How a fork ended; it is killed if it still runs."""
        found = _hang_up(verdict)
        if found is not None and self._on_verdict is not None:
            self._on_verdict(found)
        return found

    def _hand_over(self, channel: socket.socket, verdict: socket.socket) -> None:
        """Give the helper the sockets of one document; a helper that is gone is replaced once."""
        descriptors = [channel.fileno(), verdict.fileno()]
        with self._lock:
            try:
                socket.send_fds(self._running(), [b"read"], descriptors)
            except OSError:
                self._stop()
                socket.send_fds(self._running(), [b"read"], descriptors)

    def _running(self) -> socket.socket:
        """The socket of a helper that runs; call it with the lock held."""
        if self._process is not None and self._process.poll() is not None:
            self._stop()
        if self._control is None:
            self._start()
        assert self._control is not None  # noqa: S101
        return self._control

    def _start(self) -> None:
        control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        environment = {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        if "LD_LIBRARY_PATH" in os.environ:  # some installations of Python need it
            environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        if self._test_readers:
            environment[TEST_READERS] = "1"
        with theirs:
            process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-B", "-P", "-s", "-m", "app.reading.child", str(theirs.fileno())],
                env=environment,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C in a terminal is for us, not for the helper
            )
        self._process, self._control = process, control
        self._end = weakref.finalize(self, _end, process, control)
        if not self._watches_forks:
            os.register_at_fork(after_in_child=_forgetting(weakref.ref(self)))
            self._watches_forks = True
        control.settimeout(START_SECONDS)
        try:
            ready = control.recv(16)
        except OSError:
            ready = b""
        if not ready:
            self._stop()
            logger.error("The process that reads documents did not start (exit status %s).", process.returncode)
            raise errors.Overloaded

    def _stop(self) -> None:
        if self._end is not None:
            self._end()
        self._process = self._control = self._end = None

    def forget(self) -> None:
        """In a fork of the caller: leave the helper to the parent; the next document starts an own one."""
        self._lock = threading.Lock()
        if self._end is not None and self._process is not None and self._control is not None:
            self._end.detach()
            self._control.close()
            self._process.returncode = 0  # it is not our child: nothing to wait for
        self._process = self._control = self._end = None


_zygote = Zygote()


def read(
    reader: str, data: bytes, *, name: str | None = None, declared: str | None = None, settings: Settings
) -> Document:
    """The document in ``data``; ``reader`` is ``"pdf"``, ``"docx"`` or ``"html"``, ``declared`` the media type given.

    Raises ``UnreadableFile``, ``EncryptedPdf``, ``NoTextLayer``, ``DynamicXfa``, ``EmptyText``, ``TooLarge``,
    ``TooComplex`` and ``ReadingTimedOut``, at most two seconds after ``settings.reading_seconds``; ``Overloaded``
    when the process that reads was lost twice or does not start.
    """
    return _zygote.read(reader, data, name=name, declared=declared, settings=settings)


def shared() -> Zygote:
    """The helper process that all of this process share."""
    return _zygote


def warm_up() -> None:
    """Start the process that reads, so that the first document need not wait for it."""
    _zygote.warm_up()


def close() -> None:
    """End the process that reads."""
    _zygote.close()


def _request(
    reader: str,
    settings: Settings,
    *,
    declared: str | None = None,
    scans: dict[int, str] | None = None,
    page: int | None = None,
) -> Request:
    return Request(
        reader=reader,
        declared=declared,
        scans=scans,
        page=page,
        max_pages=settings.max_pages,
        max_characters=settings.max_characters,
        max_fields=settings.max_fields,
        seconds=settings.reading_seconds,
        cpu_seconds=settings.reading_cpu_seconds,
        memory=settings.reading_memory,
    )


def _forgetting(reference: weakref.ref[Zygote]) -> Callable[[], None]:
    def forget() -> None:
        zygote = reference()
        if zygote is not None:
            zygote.forget()

    return forget


def _end(process: subprocess.Popen[bytes], control: socket.socket) -> None:
    """Close the socket, upon which the helper ends, and wait for that."""
    with contextlib.suppress(OSError):  # the helper may be gone already
        control.shutdown(socket.SHUT_RDWR)
    control.close()
    try:
        process.wait(FAREWELL_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _send(channel: socket.socket, message: bytes, deadline: float) -> None:
    for part in (LENGTH.pack(len(message)), message):
        channel.settimeout(_left(deadline))
        channel.sendall(part)


def _receive(channel: socket.socket, largest: int, deadline: float) -> bytes:
    """The answer of a fork. ``EOFError`` when it ends early or is longer than ``largest`` bytes."""
    (length,) = LENGTH.unpack(_exactly(channel, LENGTH.size, deadline))
    if length > largest:
        raise EOFError
    return _exactly(channel, length, deadline)


def _exactly(channel: socket.socket, length: int, deadline: float) -> bytes:
    parts = []
    while length:
        channel.settimeout(_left(deadline))
        part = channel.recv(min(length, 2**20))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _hang_up(verdict: socket.socket) -> Verdict | None:
    """Tell the helper that we are done with a fork, which kills it if it still runs, and hear how it ended."""
    try:
        verdict.shutdown(socket.SHUT_WR)
        verdict.settimeout(FAREWELL_SECONDS)
        said = verdict.recv(VERDICT.size)
    except OSError:
        return None
    if len(said) != VERDICT.size:
        return None
    status, kilobytes, seconds = VERDICT.unpack(said)
    return Verdict(status, kilobytes * 1024, seconds)


def _cause(verdict: Verdict | None, settings: Settings) -> Exception:
    """Why a fork ended without an answer."""
    if verdict is None:
        return _LostHelperError()
    if verdict.status == -1:
        return errors.Overloaded()
    by = os.WTERMSIG(verdict.status) if os.WIFSIGNALED(verdict.status) else 0
    if by == signal.SIGALRM:
        return errors.ReadingTimedOut(seconds=settings.reading_seconds)
    if by == signal.SIGXCPU or (by == signal.SIGKILL and verdict.cpu_seconds >= settings.reading_cpu_seconds):
        return errors.ReadingTimedOut(seconds=settings.reading_cpu_seconds)
    if by and verdict.memory > settings.reading_memory / 2:  # native code aborts where Python raises MemoryError
        return errors.TooComplex(limit="reading_memory", maximum=settings.reading_memory)
    return errors.UnreadableFile()


def _document(said: bytes) -> Document:
    """What a fork said, if it is what a reader can say."""
    try:
        answer = Answer.model_validate_json(said)
    except ValidationError:
        raise errors.UnreadableFile from None  # the reason would quote the document
    if answer.error is not None:
        raise _typed(answer.error, answer.facts)
    document = answer.document
    if document is None or len(answer.lines) != len(document.blocks):
        raise errors.UnreadableFile
    if len({block.id for block in document.blocks}) != len(document.blocks):
        raise errors.UnreadableFile
    blocks = tuple(
        block.model_copy(update={"lines": lines}) if lines else block
        for block, lines in zip(document.blocks, answer.lines, strict=True)
    )
    return document.model_copy(update={"blocks": blocks})


def _typed(slug: str, facts: dict[str, str | int]) -> errors.FormklarError:
    kind = _TYPED.get(slug, errors.UnreadableFile)
    short: dict[str, Any] = {key: value for key, value in facts.items() if key in _FACTS and len(str(value)) <= 100}
    try:
        return kind(**short)
    except (KeyError, TypeError, ValueError):  # a fact that its text needs is missing or no number
        return errors.UnreadableFile()
