"""The body of a check: read within its limits, in memory only, and taken apart by content type."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from python_multipart.multipart import parse_options_header
from starlette.requests import Request

from app import reading
from app.api import multipart
from app.api.problems import BodyTimedOut, from_validation, invalid
from app.errors import RateLimited, TooLarge, UnsupportedFile
from app.model import Document, Profile
from app.settings import Settings

JSON = "application/json"
TEXT = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MULTIPART = "multipart/form-data"
MEDIA_TYPES = (JSON, TEXT, HTML, PDF, DOCX, MULTIPART)

_OWN_WORD = (b"%PDF-", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
"""Begins like this: what it is or how it is encoded stands in the file itself."""
MULTIPART_OVERHEAD = 65_536
"""Bytes that a multipart body may have on top of its file: boundaries, headers, options."""
INCOMING = 8
"""So many of the largest bodies may be on their way at once, counted in bytes."""
MAX_NAME = 255
CHARSETS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-15": "iso-8859-15",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
}
"""Character encodings that a caller may name. Others are refused: some of Python's codecs are slow or not for text.
ISO 8859-1 is read as windows-1252, as browsers do: only then „…“ of old programs are quotation marks."""


class CheckOptions(BaseModel):
    """How a document is checked; in the query or, for `multipart/form-data`, as parts (a part wins)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str | None = Field(default=None, max_length=35, description="`de` or `en`; recognised when absent")
    profile: Profile = Field(default="plain", description="How strict: `plain`, or `easy` for Einfache Sprache")
    rules: str | None = Field(default=None, max_length=5_000, description="Only these rules: ids with commas between")
    ignore: str | None = Field(default=None, max_length=5_000, description="Not these rules: ids with commas between")
    suggestions: bool = Field(default=True, description="Whether findings come with suggestions")


class TextBody(BaseModel):
    """The body of a check as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    text: str = Field(description="The text to check")
    language: str | None = Field(default=None, max_length=35, description="`de` or `en`; recognised when null")
    name: str | None = Field(default=None, max_length=MAX_NAME, description="A name for the report")


def media_type(header: str | bytes | None) -> tuple[str, dict[str, str]]:
    """The media type of a ``Content-Type`` in lower case, and its parameters."""
    name, parameters = parse_options_header(header)
    return (
        name.decode("latin-1").strip().lower(),
        {key.decode("latin-1"): value.decode("latin-1") for key, value in parameters.items()},
    )


async def receive(request: Request, kind: str, *, settings: Settings, seconds: float) -> bytes:
    """The body. Raises ``TooLarge`` at the first byte over the limit and ``BodyTimedOut`` for slow senders.

    All bodies on their way together may hold ``INCOMING`` of the largest ones; what comes then gets ``RateLimited``.
    """
    limit = settings.max_bytes + (MULTIPART_OVERHEAD if kind == MULTIPART else 0)
    too_large = TooLarge(limit="max_bytes", maximum=settings.max_bytes)
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > limit:
        raise too_large
    state = request.app.state
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                if len(body) + len(chunk) > limit:
                    raise too_large
                if state.incoming + len(chunk) > INCOMING * settings.max_bytes:
                    raise RateLimited
                body += chunk
                state.incoming += len(chunk)
    except TimeoutError:
        raise BodyTimedOut(seconds=round(seconds)) from None
    finally:
        state.incoming -= len(body)
    return bytes(body)


def understand(
    body: bytes, content_type: str | None, options: CheckOptions, *, settings: Settings
) -> tuple[Document, CheckOptions]:
    """What the body says: the document, read, and the options with those of the body.

    Blocks (it may wait for the reading of a PDF); not for the event loop. Raises ``BadInput``.
    """
    kind, parameters = media_type(content_type)
    if kind == JSON:
        return _json(body, options, settings)
    if kind == MULTIPART:
        return _multipart(body, parameters.get("boundary", ""), options, settings)
    if kind in {TEXT, HTML}:
        _check_charset(body, parameters.get("charset"))
    return reading.read(body, declared=content_type, settings=settings), options


def _json(body: bytes, options: CheckOptions, settings: Settings) -> tuple[Document, CheckOptions]:
    try:
        sent = TextBody.model_validate_json(body)
    except ValidationError as error:
        raise from_validation(_errors(error), unknown="unknown-member") from None
    if sent.language is not None:
        options = options.model_copy(update={"language": sent.language})
    return reading.read_text(sent.text, name=clean_name(sent.name), settings=settings), options


def _multipart(body: bytes, boundary: str, options: CheckOptions, settings: Settings) -> tuple[Document, CheckOptions]:
    given: dict[str, Any] = {}
    file: multipart.Part | None = None
    for part in multipart.split(body, boundary):
        if part.name in given or (part.name == "file" and file is not None):
            raise invalid(f"/{part.name}", "repeated")  # a name that we know, see the next lines
        if part.name == "file":
            file = part
        elif part.name in CheckOptions.model_fields:
            given[part.name] = _option(part)
        else:
            raise invalid("", "unknown-option")
    if file is None:
        raise invalid("/file", "no-file")
    if len(file.data) > settings.max_bytes:
        raise TooLarge(limit="max_bytes", maximum=settings.max_bytes)
    try:
        options = CheckOptions.model_validate(options.model_dump(exclude_unset=True) | given)
    except ValidationError as error:
        raise from_validation(_errors(error), unknown="unknown-option") from None
    kind, parameters = media_type(file.content_type)
    if kind in {TEXT, HTML}:
        _check_charset(file.data, parameters.get("charset"))
    said = None if file.content_type is None else file.content_type.decode("latin-1")
    return reading.read(file.data, name=clean_name(file.filename), declared=said, settings=settings), options


def _errors(error: ValidationError) -> list[Mapping[str, Any]]:
    return list(error.errors(include_url=False, include_input=False, include_context=False))


def _option(part: multipart.Part) -> str:
    try:
        return part.data.decode("utf-8")
    except UnicodeDecodeError:
        raise invalid(f"/{part.name}", "encoding") from None


def _check_charset(data: bytes, charset: str | None) -> None:
    """Raises ``InvalidRequest`` when a text is not in the encoding that its sender names.

    Without a name the content decides, and with a byte order mark or in a PDF it does anyway.
    """
    if charset is None or data.startswith(_OWN_WORD):
        return
    codec = CHARSETS.get(charset.strip().lower())
    if codec is None:
        raise invalid("", "charset")
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        raise invalid("", "encoding") from None


def clean_name(name: str | None) -> str | None:
    """A file name without folders and control characters, or none."""
    if name is None:
        return None
    base = re.split(r"[/\\]", name)[-1]
    return "".join(character for character in base if character.isprintable())[:MAX_NAME].strip() or None


def check_media_type(header: str | None) -> str:
    """The media type of the body, one of ``MEDIA_TYPES``. Raises ``UnsupportedFile``."""
    kind, _ = media_type(header)
    if kind not in MEDIA_TYPES:
        raise UnsupportedFile(errors=[{"pointer": "", "code": "content-type"}])
    return kind
