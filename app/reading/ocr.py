"""Scans: pages without text are drawn in the guarded process, read by Tesseract, and their words read like any others.

The document is read first as always. Pages that hold no text are drawn, each in a process of its own, so that a
picture that is a trap costs its page only; Tesseract gets plain pixels and gives a table of words. This process looks
at neither: the table goes back into the guarded process, which reads the document once more, now with these words.
"""

from __future__ import annotations

import os
import resource
import subprocess
import time

from app.errors import FormklarError, Overloaded, ReadingTimedOut, SettingsError
from app.model import Document
from app.reading.guard import Zygote
from app.reading.ocr_picture import Picture
from app.settings import TESSERACT, TESSERACT_LANGUAGES, Settings

PAGE_SECONDS = 30
"""Seconds of CPU for one page; a full page of small print takes about five."""
MAX_TABLE = 4_000_000
"""Longest table of words, in bytes; a full page of small print has about 100,000."""
_OPTIONS = ("--psm", "3", "-l", "+".join(TESSERACT_LANGUAGES), "-c", "tessedit_create_tsv=1")


def read_pdf(zygote: Zygote, data: bytes, *, name: str | None, settings: Settings) -> Document:
    """The document in ``data``, with the text of scanned pages as far as ``settings.ocr_seconds`` suffice.

    Raises what ``guard.read`` raises and ``SettingsError`` when Tesseract is not there.
    """
    document = zygote.read("pdf", data, name=name, scans={}, settings=settings)
    scans = [notice.page for notice in document.notices if notice.code == "no-text-layer" and notice.page]
    if not scans:
        return document
    return zygote.read(
        "pdf", data, name=name, scans=_recognised(zygote, data, scans, settings) or None, settings=settings
    )


def _recognised(zygote: Zygote, data: bytes, pages: list[int], settings: Settings) -> dict[int, str]:
    """The table of words of each page that could be read."""
    found: dict[int, str] = {}
    deadline = time.monotonic() + settings.ocr_seconds
    for page in pages:
        left = int(deadline - time.monotonic())
        if left < 1:
            break
        try:
            brief = settings.model_copy(update={"reading_seconds": min(left, settings.reading_seconds)})
            picture = zygote.picture(data, page, settings=brief)
            if not picture.is_plain:
                found[page] = recognise(picture, seconds=deadline - time.monotonic(), memory=settings.reading_memory)
        except (SettingsError, Overloaded):
            raise
        except FormklarError:  # the page stays without text, and the document says so
            continue
    return found


def recognise(picture: Picture, *, seconds: float, memory: int) -> str:
    """The words of a picture as Tesseract's table (TSV), within ``seconds`` on the clock and ``memory`` bytes.

    Raises ``ReadingTimedOut`` when there is no table, for whatever reason, and ``SettingsError`` without Tesseract.
    """
    environment = {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
    environment |= {
        name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH") if name in os.environ
    }
    try:
        process = subprocess.Popen(  # noqa: S603
            [TESSERACT, "stdin", "stdout", "--dpi", str(picture.dpi), *_OPTIONS],
            env=environment,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in a terminal is for us
        )
    except OSError as error:
        raise SettingsError(problem=f"{TESSERACT}: {error.strerror}") from None
    with process:
        try:
            _confine(process.pid, memory)  # it has not seen a byte yet
            table, _ = process.communicate(picture.netpbm(), timeout=max(seconds, 0))
        except (subprocess.TimeoutExpired, OSError):
            table = b""
        finally:
            process.kill()
    if process.returncode or not table or len(table) > MAX_TABLE:
        raise ReadingTimedOut(seconds=PAGE_SECONDS)
    return table.decode("utf-8", "replace")


def _confine(pid: int, memory: int) -> None:
    """Limits for a process that reads a pipe and writes a pipe: no files, no further processes or threads."""
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, PAGE_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 16),
    ):
        resource.prlimit(pid, kind, (most, most))
