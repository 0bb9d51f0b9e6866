"""Takes a ``multipart/form-data`` body apart, in memory: what people send must never touch the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from python_multipart.exceptions import FormParserError, MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from app.api.problems import invalid

MAX_PARTS = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body."""

    name: str
    filename: str | None
    content_type: bytes | None
    data: bytes


def split(body: bytes, boundary: str) -> list[Part]:
    """The parts of a multipart body. Raises ``InvalidRequest`` when it is none or has too many parts."""
    parts: list[Part] = []
    headers: dict[bytes, bytes] = {}
    name, value, data = bytearray(), bytearray(), bytearray()
    ended = False

    def header_end() -> None:
        headers[bytes(name).lower()] = bytes(value)
        name.clear()
        value.clear()

    def part_end() -> None:
        parts.append(_part(headers, bytes(data)))
        headers.clear()
        data.clear()
        if len(parts) > MAX_PARTS:
            raise invalid("", "multipart")

    def end() -> None:
        nonlocal ended
        ended = True

    if not boundary:
        raise invalid("", "multipart")
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_header_field": lambda source, start, stop: name.extend(source[start:stop]),
                "on_header_value": lambda source, start, stop: value.extend(source[start:stop]),
                "on_header_end": header_end,
                "on_part_data": lambda source, start, stop: data.extend(source[start:stop]),
                "on_part_end": part_end,
                "on_end": end,
            },
        )
        parser.write(body)
    except (MultipartParseError, FormParserError):
        raise invalid("", "multipart") from None
    if not ended:
        raise invalid("", "multipart")
    return parts


def _part(headers: Mapping[bytes, bytes], data: bytes) -> Part:
    _, disposition = parse_options_header(headers.get(b"content-disposition"))
    filename = disposition.get(b"filename")
    return Part(
        name=disposition.get(b"name", b"").decode("utf-8", "replace"),
        filename=None if filename is None else filename.decode("utf-8", "replace"),
        content_type=headers.get(b"content-type"),
        data=data,
    )
