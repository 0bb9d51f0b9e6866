"""The REST entrance: HTTP in, problem details or reports out. Importing this package loads no web framework."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import FormklarError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.settings import Settings

__all__ = ["create_app"]


def create_app(settings: Settings, *, on_failure: Callable[[FormklarError], None] | None = None) -> FastAPI:
    """The application. Its workers start and end with the ASGI lifespan.

    ``on_failure`` is told of wrong rules or settings, because of which no worker can start; without it the
    lifespan raises ``RuleFileError`` for wrong rules.
    """
    from app.api.application import build  # here, so that a worker process does not load the web framework

    return build(settings, on_failure=on_failure)
