"""Finds the template of an XFA form in a PDF: an array of named streams, or one stream that holds them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.reading.xfa_xml import Element, parse

MAX_PACKETS = 50
MAX_BYTES = 8_000_000
"""Of all packets together, unpacked."""


@dataclass(frozen=True, slots=True)
class Packets:
    """What the entry ``/XFA`` holds: named parts in their order; ``whole`` is false when one could not be unpacked."""

    parts: tuple[tuple[str, bytes], ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """The template as a tree and whether it is all there."""

    root: Element
    whole: bool


def unpack(entry: Any) -> Packets:
    """The packets under ``/XFA``, through pypdf, which decrypts them; to be called while its file is open.

    Never raises: what cannot be unpacked is missing.
    """
    parts: list[tuple[str, bytes]] = []
    left = MAX_BYTES
    whole = True
    for name, stream in _streams(entry):
        data = _data(stream)
        if data is None or len(data) > left:
            whole = False
            continue
        left -= len(data)
        parts.append((name, data))
    return Packets(tuple(parts), whole)


def _streams(entry: Any) -> Iterator[tuple[str, Any]]:
    """Names and streams, in pairs; a single stream has no name."""
    value = _object(entry)
    if not isinstance(value, list):
        yield "", value
        return
    name = ""
    for item in value[: 2 * MAX_PACKETS]:  # a missing name or stream must not shift all that follow
        part = _object(item)
        if isinstance(part, (str, bytes)):
            name = part if isinstance(part, str) else part.decode("latin-1")
        else:
            yield name, part
            name = ""


def _object(reference: Any) -> Any:
    try:
        return reference.get_object()
    except Exception:
        return None


def _data(stream: Any) -> bytes | None:
    try:
        if isinstance(stream, str):
            return stream.encode("utf-8", "replace")
        data = stream if isinstance(stream, bytes) else stream.get_data()
        return data.encode("utf-8", "replace") if isinstance(data, str) else bytes(data)
    except Exception:
        return None


def template_of(packets: Packets) -> Source | None:
    """The template, whether it is a packet of its own or lies somewhere in all of them; none when there is none."""
    best: Source | None = None
    for _, data in sorted(packets.parts, key=lambda part: part[0] != "template"):
        if b"template" not in data and b"t\0e\0m\0p" not in data:
            continue
        found = _template_in(data)
        if found is not None and found.whole:
            return found
        best = best or found
    if len(packets.parts) > 1:  # an element may reach over several streams
        found = _template_in(b"".join(data for _, data in packets.parts))
        if found is not None and (best is None or found.whole):
            return found
    return best


def _template_in(data: bytes) -> Source | None:
    parsed = parse(data.lstrip())
    template = _find(parsed.root) if parsed.root is not None else None
    return Source(template, parsed.whole) if template is not None else None


def _find(element: Element) -> Element | None:
    """The template; the configuration has an element of that name too, but no subform in it."""
    if element.name == "template" and element.child("subform") is not None:
        return element
    for part in element.children():
        if (found := _find(part)) is not None:
            return found
    return None
