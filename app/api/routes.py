"""The addresses under ``/v1`` that check texts and show rules."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Annotated, Any

import anyio.to_thread
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from app.api import body as bodies
from app.api import wire
from app.api.body import CheckOptions
from app.api.negotiation import accepts
from app.api.problems import Problem, invalid
from app.errors import NotAcceptable, UnknownLanguage
from app.model import Category, Document, Noun, Profile, Report
from app.rules.book import Example, Provenance, RuleBook, Source, Strictness

router = APIRouter(prefix="/v1")

CLIENT_LEFT = 499
"""For the log only: nobody is there to get this answer."""
_DOCUMENT = {"schema": {"type": "string", "format": "binary"}}
_BODIES: dict[str, Any] = {
    bodies.JSON: {"schema": bodies.TextBody.model_json_schema()},
    bodies.TEXT: {"schema": {"type": "string"}},
    bodies.HTML: {"schema": {"type": "string"}},
    bodies.PDF: _DOCUMENT,
    bodies.DOCX: _DOCUMENT,
    bodies.MULTIPART: {
        "schema": {
            "type": "object",
            "required": ["file"],
            "properties": {"file": _DOCUMENT["schema"]} | CheckOptions.model_json_schema()["properties"],
        }
    },
}


def _problems(**statuses: str) -> dict[int | str, dict[str, Any]]:
    return {
        int(status.removeprefix("s")): {"model": Problem, "description": f"Problem details: {slugs}"}
        for status, slugs in statuses.items()
    }


@router.post(
    "/check",
    tags=["check"],
    response_model=Report,
    openapi_extra={"requestBody": {"required": True, "content": _BODIES}},
    responses=_problems(
        s404="`unknown-rule`",
        s406="`not-acceptable`",
        s408="`request-timeout`",
        s413="`too-large`",
        s415="`unsupported-file`",
        s422="`invalid-request`, `empty-text`, `unknown-language`, `unreadable-file`, `encrypted-pdf`, "
        "`no-text-layer`, `dynamic-xfa`, `reading-timed-out`, `too-complex`",
        s429="`rate-limited`: the queue is full",
        s503="`overloaded`: the check of this document was stopped",
    ),
)
async def check(request: Request, options: Annotated[CheckOptions, Query()]) -> Response:
    """Checks one document and answers with its report. Nothing of the document is kept."""
    _refuse_repeated(request)
    if not accepts(request.headers.get("accept"), "application/json"):
        raise NotAcceptable(possible="application/json")
    kind = bodies.check_media_type(request.headers.get("content-type"))
    try:
        body = await bodies.receive(
            request, kind, settings=request.app.state.settings, seconds=request.app.state.body_seconds
        )
    except ClientDisconnect:
        return Response(status_code=CLIENT_LEFT)
    report = await _unless_gone(request, _checked(request, kind, body, options))
    if report is None:
        return Response(status_code=CLIENT_LEFT)
    return Response(report, media_type="application/json")


def _refuse_repeated(request: Request) -> None:
    names = [name for name, _ in request.query_params.multi_items()]
    repeated = sorted({name for name in names if names.count(name) > 1} & CheckOptions.model_fields.keys())
    if repeated:
        raise invalid(f"/{repeated[0]}", "repeated")


async def _checked(request: Request, kind: str, body: bytes, options: CheckOptions) -> bytes:
    """Reads in a thread that mostly waits for the guarded child, then has a worker check."""
    state = request.app.state

    def prepared() -> bytes:
        document, wanted = bodies.understand(
            body, request.headers.get("content-type"), options, settings=state.settings
        )
        return wire.wish_frame(_wish(document, wanted))

    # Texts are read at once; a file may keep its thread busy for long, so files have their own few threads. Whoever
    # leaves meanwhile keeps place and thread until the guarded child is done: the limits hold.
    threads = state.text_threads if kind in {bodies.JSON, bodies.TEXT} else state.file_threads
    async with state.pool.place() as check_frame:
        frame = await anyio.to_thread.run_sync(prepared, limiter=threads)
        report: bytes = await check_frame(frame)
        return report


def _wish(document: Document, options: CheckOptions) -> wire.Wish:
    return wire.Wish(
        document=document,
        language=options.language or None,
        profile=options.profile,
        rules=_ids(options.rules) if options.rules else None,
        ignore=_ids(options.ignore or ""),
        suggestions=options.suggestions,
    )


def _ids(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",")) - {""}


async def _unless_gone(request: Request, work: Coroutine[Any, Any, bytes]) -> bytes | None:
    """The result of the work, or none when the client left before: then the work ends and its place is free."""
    working = asyncio.create_task(work)
    leaving = asyncio.create_task(_left(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        leaving.cancel()
        working.cancel()
        await asyncio.wait({working})


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


class RuleQuery(BaseModel):
    """Which rules."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str | None = Field(default=None, description="`de` or `en`; the rules of all languages when absent")


class RuleCard(Noun):
    """A rule in the list."""

    id: str
    language: str
    title: str
    category: Category
    severity: dict[Profile, Strictness]
    provenance: Provenance
    sources: tuple[str, ...]


class RuleSource(Source):
    """A document that a rule rests on."""

    key: str


class RulePage(Noun):
    """A rule whole."""

    id: str
    language: str
    title: str
    category: Category
    severity: dict[Profile, Strictness]
    provenance: Provenance
    message: str
    why: str
    exceptions: str | None
    examples: tuple[Example, ...]
    sources: tuple[RuleSource, ...]


class Rules(Noun):
    """The rules of one language or of all."""

    version: str
    """Changes with every change of any rule."""
    rules: tuple[RuleCard, ...]


@router.get("/rules", tags=["rules"], responses=_problems(s422="`unknown-language`, `invalid-request`"))
async def rules(request: Request, query: Annotated[RuleQuery, Query()]) -> Rules:
    """The rules: what they are called, how grave they are, what they rest on."""
    book: RuleBook = request.app.state.book
    if query.language is not None and query.language not in book.languages:
        raise UnknownLanguage
    chosen = book.languages if query.language is None else (query.language,)
    cards = tuple(RuleCard.model_validate(rule.card()) for language in chosen for rule in book.rules(language))
    return Rules(version=book.version, rules=cards)


@router.get(
    "/rules/{language}/{rule_id}",
    tags=["rules"],
    response_model_exclude_none=True,
    responses=_problems(s404="`unknown-rule`"),
)
async def rule(request: Request, language: str, rule_id: str) -> RulePage:
    """One rule whole: why it matters, when not, examples, sources."""
    book: RuleBook = request.app.state.book
    return RulePage.model_validate(book.rule(language, rule_id).page())
