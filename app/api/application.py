"""Puts the REST service together: routes, problem details, the door, the workers. The only place that knows all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app import __version__, rules
from app.api import health, pages, problems, routes
from app.api.door import Door
from app.api.workers import Pool
from app.errors import FormklarError, RuleFileError
from app.reading import guard
from app.rules import RuleBook
from app.settings import Settings

BODY_SECONDS = 30.0
"""So long a body may take to arrive; slower senders are dropped."""
TEXT_THREADS = 4
FILE_THREADS = 4
"""Files that are read at the same time, each in its own guarded child process."""

DESCRIPTION = """
Makes administrative forms understandable: text or a form goes in, findings, scores and suggested rewrites come out.

Errors are problem details (RFC 9457) in German or English, by `Accept-Language`. Nothing that is sent is
kept or logged.
"""


def build(settings: Settings, *, on_failure: Callable[[FormklarError], None] | None = None) -> FastAPI:
    """The application, ready for an ASGI server. What keeps it from checking is told to ``on_failure``."""
    pool = Pool(settings, on_failure)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await pool.start()
        await anyio.to_thread.run_sync(guard.warm_up)
        try:
            # while the workers load: both take a second, and there are two processors
            app.state.book = await anyio.to_thread.run_sync(_book, settings)
        except RuleFileError as error:
            if on_failure is None:
                raise
            on_failure(error)
        try:
            yield
        finally:
            await pool.stop()
            await anyio.to_thread.run_sync(guard.close)

    app = FastAPI(
        title="Formklar",
        version=__version__,
        summary="Plain-language service for administrative forms",
        description=DESCRIPTION.strip(),
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # a redirect would echo the Host header
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.pool = pool
    app.state.book = RuleBook(version="", by_language={})
    app.state.body_seconds = BODY_SECONDS
    app.state.incoming = 0  # bytes of all bodies on their way
    app.state.text_threads = anyio.CapacityLimiter(TEXT_THREADS)
    app.state.file_threads = anyio.CapacityLimiter(FILE_THREADS)
    app.include_router(routes.router)
    app.include_router(health.router)
    app.include_router(pages.router)
    app.add_exception_handler(FormklarError, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_middleware(Door)
    describe = app.openapi
    app.openapi = lambda: _name_problems(describe())  # type: ignore[method-assign]  # FastAPI's own way to extend it
    return app


def _book(settings: Settings) -> RuleBook:
    return rules.load(settings.rule_folders())


def _name_problems(schema: dict[str, Any]) -> dict[str, Any]:
    """FastAPI describes every answer as ``application/json``; problem details have a media type of their own."""
    for operations in schema["paths"].values():
        for operation in operations.values():
            for answer in operation["responses"].values():
                content = answer.get("content", {})
                if content.get("application/json", {}).get("schema", {}).get("$ref", "").endswith("/Problem"):
                    answer["content"] = {problems.MEDIA_TYPE: content["application/json"]}
    return schema


async def _on_problem(request: Request, error: Exception) -> Response:
    if not isinstance(error, FormklarError):  # for the type checker: registered for nothing else
        raise error
    return problems.response(error, request.headers)


async def _on_invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    return problems.response(problems.from_validation(error.errors(), unknown="unknown-option"), request.headers)


async def _on_http(request: Request, error: Exception) -> Response:
    """What the framework refuses by itself: 404, 405 and the rare rest."""
    if not isinstance(error, HTTPException):
        raise error
    known: dict[int, FormklarError] = {
        404: problems.NoSuchAddress(),
        405: problems.MethodNotAllowed(),
    }
    answer = known.get(error.status_code, problems.BadHttp() if error.status_code < 500 else FormklarError())
    return problems.response(answer, request.headers, extra=error.headers)
