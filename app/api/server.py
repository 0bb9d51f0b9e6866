"""Runs the service: socket, log, signals. Ends with 0 on SIGTERM within ten seconds, leaving no process behind."""

from __future__ import annotations

import logging
import logging.config
import os
import resource
import signal
import socket
import sys
import threading
from collections.abc import Callable

import uvicorn

from app.api import create_app
from app.errors import FormklarError, SettingsError
from app.settings import Settings

GRACE_SECONDS = 5
"""So long running checks may take to end after SIGTERM."""
_BACKLOG = 2048


class _NoTrace(logging.Formatter):
    """A line a message; never a trace, because the text of an error may quote a form."""

    def formatException(self, ei: object) -> str:  # noqa: ARG002, N802
        return ""


def run(settings: Settings, *, announce: Callable[[str], None]) -> int:
    """Serves until SIGTERM or SIGINT; the exit code. ``announce`` is given the address once it is open.

    Raises ``SettingsError`` when the address cannot be had or no worker can start, ``RuleFileError`` for wrong rules.
    """
    _log_to_stderr()
    failures: list[FormklarError] = []

    def on_failure(error: FormklarError) -> None:
        failures.append(error)
        server.should_exit = True

    app = create_app(settings, on_failure=on_failure)
    with _listen(settings) as listening:
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                http="httptools",
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        _many_connections()
        for number in (signal.SIGTERM, signal.SIGINT):
            # uvicorn raises the signal once more when it has stopped; then it must no longer end us
            signal.signal(number, lambda *_: None)
        host, port = listening.getsockname()[:2]
        announce(f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}")
        server.run(sockets=[listening])
    if failures:
        raise failures[0]
    _leave_nothing()
    return 0


def _listen(settings: Settings) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        return socket.create_server((settings.host, settings.port), family=family, backlog=_BACKLOG)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise SettingsError(
            problem=f"{settings.host}, Port {settings.port}: Diese Adresse ist belegt oder nicht erlaubt ({reason})."
        ) from error


def _log_to_stderr() -> None:
    """Our own lines and uvicorn's, nothing else: libraries quote what they read."""
    quiet = {"level": "WARNING", "handlers": ["stderr"], "propagate": False}
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": {"()": _NoTrace, "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
            "handlers": {
                "stderr": {"class": "logging.StreamHandler", "formatter": "line", "stream": sys.stderr},
                "nowhere": {"class": "logging.NullHandler"},
            },
            "root": {"level": "WARNING", "handlers": ["nowhere"]},
            "loggers": {
                "formklar": {"level": "INFO", "handlers": ["stderr"], "propagate": False},
                "uvicorn": quiet,
                "uvicorn.error": quiet,
            },
        }
    )


def _many_connections() -> None:
    """Slow senders hold connections: as many open files as the system lets us have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536) if hard > 0 else 65_536, hard))


def _leave_nothing() -> None:
    """A thread that still waits for the reading of a file would hold the process back; its child ends with it."""
    stuck = [thread for thread in threading.enumerate() if thread is not threading.main_thread() and not thread.daemon]
    if stuck:
        logging.shutdown()
        sys.stderr.flush()
        os._exit(0)
