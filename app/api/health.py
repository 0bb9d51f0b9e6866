"""Whether the service lives and whether it can check: for those who run it."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import Response

from app import __version__
from app.api import problems
from app.api.workers import Pool
from app.model import Noun

router = APIRouter(prefix="/v1/health", tags=["health"])


class Live(Noun):
    """The service answers."""

    status: Literal["live"] = "live"


class ReadyVersions(Noun):
    """What is loaded."""

    app: str
    rules: str
    models: dict[str, str]
    """Name and version of the model of each language."""


class Ready(Noun):
    """The service can check."""

    status: Literal["ready"] = "ready"
    workers: int
    versions: ReadyVersions


@router.get("/live")
async def live() -> Live:
    """200 as long as the process answers, whatever the workers do."""
    return Live()


@router.get(
    "/ready",
    response_model=Ready,
    responses={503: {"model": problems.Problem, "description": "`not-ready`: come back after `Retry-After` seconds"}},
)
async def ready(request: Request) -> Ready | Response:
    """200 once a worker has loaded models and rules and found the passive in a sentence of each language."""
    pool: Pool = request.app.state.pool
    if pool.hello is None or not pool.ready:
        return problems.response(problems.NotReady(), request.headers)
    versions = ReadyVersions(app=__version__, rules=pool.hello.rules, models=pool.hello.models)
    return Ready(workers=len(pool.pids), versions=versions)
