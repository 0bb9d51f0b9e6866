"""From bytes to characters: which encoding a text is in, and whether it is a text at all."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_KNOWN = ("utf-8", "utf-16-", "ascii", "cp125", "cp437", "cp850", "iso8859-", "mac-roman", "koi8-")
_META_WITHIN = 4096


def decode(data: bytes, declared: str | None, *, html: bool = False) -> str | None:
    """The text in ``data``, or none when it is not text.

    In this order: byte order mark, the charset of ``declared`` (a media type), that of a ``meta`` element when
    ``html``, UTF-8, Windows-1252.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :], name)
    if b"\x00" in data:
        return None
    said = [declared or ""]
    if html:
        said.append(data[:_META_WITHIN].decode("ascii", "replace"))
    charsets = [match[1] for words in said if (match := _CHARSET.search(words))]
    for name in (*charsets, "utf-8", "cp1252"):
        text = _text(data, name)
        if text is not None:
            return text
    return None


def _text(data: bytes, encoding: str) -> str | None:
    """The text in this encoding, or none when we know no such encoding or the result is not a text."""
    try:
        name = codecs.lookup(encoding).name
        if not name.startswith(_KNOWN):  # Python has codecs that unpack or run escapes, too
            return None
        text = data.decode("cp1252" if name == "iso8859-1" else name)
    except (LookupError, ValueError):
        return None
    return None if len(_CONTROL.findall(text)) * 200 > len(text) or "\x00" in text else text
