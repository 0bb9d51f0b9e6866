"""Keeps the worker processes: a bounded queue, a clock for every job, a new worker for every lost one.

Not ``ProcessPoolExecutor``: there one killed worker breaks the whole pool, and a running job cannot be stopped.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from app.api import wire
from app.errors import FormklarError, Overloaded, RateLimited, TooComplex
from app.settings import ROOT, Settings

log = logging.getLogger("formklar.workers")

START_SECONDS = 60
"""So long may a worker take to load its models."""
MAX_TRIES = 2
"""A document that cost two workers their life is not given to a third."""
LONGEST_PAUSE = 30.0
GRACE_SECONDS = 10.0
"""While lost workers are replaced the service still counts as ready, for so long."""
_STREAM_BUFFER = 2**20
_PASSED_ON = (
    *("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "VIRTUAL_ENV"),
    *("SSL_CERT_FILE", "SSL_CERT_DIR"),  # for a language model behind the house's own certificate
)
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS")


@dataclass(slots=True, eq=False)
class _Job:
    frame: bytes
    answer: asyncio.Future[bytes]
    tries: int = 0
    running: bool = False
    abandoned: bool = False


@dataclass(slots=True, eq=False)
class _Worker:
    process: subprocess.Popen[bytes]
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def end(self) -> None:
        """Kills the process and waits for it; a worker holds nothing that could get lost."""
        self.writer.close()
        with suppress(ProcessLookupError):
            self.process.kill()
        while self.process.poll() is None:
            await asyncio.sleep(0.005)


@dataclass(slots=True)
class Pool:
    """The workers. ``on_failure`` is told why none could ever start."""

    settings: Settings
    on_failure: Callable[[FormklarError], None] | None = None
    hello: wire.Hello | None = None
    """What the workers have loaded; none until the first one is ready."""
    _places: int = 0
    _waiting: deque[_Job] = field(default_factory=deque)
    _filled: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    _up: set[int] = field(default_factory=set)
    _last_up: float = 0.0
    _keepers: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        """Starts the workers; does not wait until they are ready."""
        self._places = self.settings.workers + self.settings.queue
        self._keepers = [asyncio.create_task(self._keep()) for _ in range(self.settings.workers)]
        await asyncio.sleep(0)  # each keeper gets as far as starting its process

    async def stop(self) -> None:
        """Ends all workers; whoever still waits gets ``Overloaded``."""
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        while self._waiting:
            _settle(self._waiting.popleft(), Overloaded())

    @property
    def pids(self) -> tuple[int, ...]:
        """Process ids of the workers that are ready."""
        return tuple(sorted(self._up))

    @property
    def ready(self) -> bool:
        """Whether a worker is there, or a lost one is just being replaced."""
        return bool(self._up) or (self.hello is not None and time.monotonic() - self._last_up < GRACE_SECONDS)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[Callable[[bytes], Awaitable[bytes]]]:
        """A place in the queue, and in it the function that has a frame checked and gives the report as JSON.

        Raises ``RateLimited`` at once when no place is free. The function raises what the checker raises,
        ``TooComplex`` and ``Overloaded``. Whoever leaves early gives the place back; a job that already runs
        keeps it until its worker is free.
        """
        if self._places <= 0:
            raise RateLimited
        self._places -= 1
        job: _Job | None = None

        async def check(frame: bytes) -> bytes:
            nonlocal job
            job = _Job(frame, asyncio.get_running_loop().create_future())
            self._put(job)
            return await job.answer

        try:
            yield check
        finally:
            if job is not None and job.running:
                job.abandoned = True
            else:
                if job is not None and job in self._waiting:
                    self._waiting.remove(job)
                self._places += 1

    def _put(self, job: _Job, *, first: bool = False) -> None:
        if first:
            self._waiting.appendleft(job)
        else:
            self._waiting.append(job)
        self._filled.release()

    async def _keep(self) -> None:
        """One worker after the other, for ever."""
        pause = 0.0
        while True:
            worker = await _spawn(self.settings)
            try:
                if await self._greet(worker):
                    pause = 0.0
                    await self._serve(worker)
                    log.warning("worker %d is gone; a new one takes its place", worker.process.pid)
                else:
                    pause = min(max(pause * 2, 0.5), LONGEST_PAUSE)
            finally:
                if worker.process.pid in self._up:
                    self._up.discard(worker.process.pid)
                    self._last_up = time.monotonic()
                await worker.end()
            await asyncio.sleep(pause)

    async def _greet(self, worker: _Worker) -> bool:
        """Waits until the worker has loaded everything; says whether it did."""
        try:
            async with asyncio.timeout(START_SECONDS):
                message = await wire.receive(worker.reader)
            if message is None:
                await worker.end()
                raise wire.WorkerError(place=f"exit status {worker.process.returncode} at the start")
            hello = wire.unwrap(message)
        except TimeoutError:
            log.error("worker %d did not get ready within %d s", worker.process.pid, START_SECONDS)  # noqa: TRY400
            return False
        except FormklarError as error:
            log.error("a worker cannot start: %s", error.facts.get("place") or error)  # noqa: TRY400  (no trace)
            killed = worker.process.returncode is not None and worker.process.returncode < 0
            if self.hello is None and self.on_failure is not None and not killed:
                self.on_failure(error)
            return False
        if not isinstance(hello, wire.Hello):
            return False
        self.hello = hello
        self._up.add(worker.process.pid)
        log.info("worker %d is ready", worker.process.pid)
        return True

    async def _serve(self, worker: _Worker) -> None:
        """Gives the worker one job after the other until it is gone."""
        while True:
            upcoming = asyncio.create_task(wire.receive(worker.reader))
            try:
                job = await self._take(upcoming)
                if job is None:
                    return
                alive = await self._run(worker, job, upcoming)
            finally:
                upcoming.cancel()
            if not alive:
                return

    async def _take(self, upcoming: asyncio.Task[bytes | None]) -> _Job | None:
        """The next job, or none when the worker died first: an idle worker says nothing, so any word is its end."""
        while True:
            filled = asyncio.create_task(self._filled.acquire())
            try:
                await asyncio.wait({filled, upcoming}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                filled.cancel()
            await asyncio.wait({filled})
            taken = not filled.cancelled()
            if upcoming.done():
                if taken:
                    self._filled.release()
                return None
            if taken and self._waiting:  # else the client has left meanwhile
                return self._waiting.popleft()

    async def _run(self, worker: _Worker, job: _Job, upcoming: asyncio.Task[bytes | None]) -> bool:
        """Has the job done; says whether the worker is still there."""
        job.tries += 1
        job.running = True
        outcome: bytes | FormklarError | None = Overloaded()
        alive = False
        try:
            async with asyncio.timeout(self.settings.check_seconds):
                worker.writer.write(job.frame)
                with suppress(OSError):
                    await worker.writer.drain()
                message = await upcoming
            if message is not None:
                outcome, alive = _outcome(message), True
            elif job.tries < MAX_TRIES:
                outcome = None
        except TimeoutError:
            log.warning("a document took longer than %d s", self.settings.check_seconds)
            outcome = TooComplex(limit="check_seconds", maximum=self.settings.check_seconds)
        finally:
            self._finish(job, outcome)
        return alive

    def _finish(self, job: _Job, outcome: bytes | FormklarError | None) -> None:
        """Hands the outcome over; without one the job gets a second chance, unless nobody waits for it."""
        job.running = False
        if outcome is None and not job.abandoned:
            self._put(job, first=True)
            return
        if job.abandoned:
            self._places += 1
        if not job.answer.done():
            _settle(job, outcome or Overloaded())


def _settle(job: _Job, outcome: bytes | FormklarError) -> None:
    if isinstance(outcome, bytes):
        job.answer.set_result(outcome)
    else:
        job.answer.set_exception(outcome)


def _outcome(message: bytes) -> bytes | FormklarError:
    try:
        answer = wire.unwrap(message)
    except wire.WorkerError as error:
        log.error("a check failed: %s", error.facts["place"])  # noqa: TRY400  (no trace: it may quote the form)
        return error
    except FormklarError as error:
        return error
    return answer if isinstance(answer, bytes) else Overloaded()


async def _spawn(settings: Settings) -> _Worker:
    """Starts a worker. From the thread of the event loop: Linux ends a child with the thread that started it."""
    ours, theirs = socket.socketpair()
    try:
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        environment |= dict.fromkeys(_ONE_THREAD, "1") | {"PYTHONPATH": str(ROOT)}
        descriptor = theirs.fileno()
        process = subprocess.Popen(  # noqa: S603  (our own program, and it starts in milliseconds)
            [sys.executable, "-P", "-m", "app.api.worker", str(descriptor), str(os.getpid())],
            pass_fds=[descriptor],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=environment,
        )
    finally:
        theirs.close()
    reader, writer = await asyncio.open_unix_connection(sock=ours, limit=_STREAM_BUFFER)
    writer.write(wire.frame(b"S", pickle.dumps(settings)))
    return _Worker(process, reader, writer)
