"""What a file says of itself that is worth being called its title."""

from __future__ import annotations


def title_of(declared: str | None) -> str | None:
    """The title that a file declares, on one line; none when it has no letter, such as ``#`` or ``2024-1``."""
    title = " ".join((declared or "").split())
    return title if any(map(str.isalpha, title)) else None
