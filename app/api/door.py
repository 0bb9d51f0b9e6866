"""The door of the service: headers for safety, a log without content, and no error that gets past it.

One line a request: method, route as it is declared, status and duration. Never a path, a query or a body.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api import problems
from app.api.wire import place_of
from app.errors import FormklarError

access = logging.getLogger("formklar.access")
log = logging.getLogger("formklar.api")

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
SMALL_BODY = 65_536
"""A body that nobody read is swallowed up to this size; for larger ones the connection ends."""
LINGER_SECONDS = 1.0
"""So long the rest of a refused body is swallowed, so that the client gets to read the answer before the end."""


@dataclass(slots=True)
class _Visit:
    """One request on its way through the door."""

    scope: Scope
    receive: Receive
    send: Send
    headers: Headers
    status: int = 0
    complete: bool = False
    """Whether the body has been received to its end (or the client has left)."""
    finished: bool = False
    began: float = field(default_factory=time.monotonic)

    async def take(self) -> Message:
        """The next message of the client."""
        message = await self.receive()
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            self.complete = True
        return message

    async def give(self, message: Message) -> None:
        """Passes a message on to the client, with our headers."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in SAFETY.items():
                headers.setdefault(name, value)
            if self._must_close():
                headers["Connection"] = "close"
        elif not message.get("more_body", False):
            self.finished = True
            if self._must_close():
                await self.send({**message, "more_body": True})
                await self._linger()
                message = {"type": "http.response.body", "body": b""}
        await self.send(message)

    def _must_close(self) -> bool:
        if self.complete:
            return False
        length = self.headers.get("content-length", "0")
        return "transfer-encoding" in self.headers or not length.isdigit() or int(length) > SMALL_BODY

    async def _linger(self) -> None:
        try:
            async with asyncio.timeout(LINGER_SECONDS):
                while not self.complete:
                    await self.take()
        except TimeoutError:
            return


@dataclass(slots=True)
class Door:
    """ASGI middleware around everything."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        visit = _Visit(scope, receive, send, Headers(scope=scope))
        try:
            await self.app(scope, visit.take, visit.give)
        except Exception as error:
            answer = problems.response(FormklarError(), visit.headers)
            log.error("internal error: %s", place_of(error))  # noqa: TRY400  (no trace)
            if not visit.status:
                await answer(scope, visit.take, visit.give)
        finally:
            _note(visit)


def _note(visit: _Visit) -> None:
    method = visit.scope["method"]
    route = visit.scope.get("route")
    path = getattr(route, "path", "-")
    access.log(
        logging.DEBUG if path.startswith("/v1/health/") else logging.INFO,  # probes ask every few seconds
        "%s %s %d %.0f ms",
        method if method in METHODS else "OTHER",
        path,
        visit.status,
        (time.monotonic() - visit.began) * 1000,
    )
