"""What the caller can read: media types from ``Accept``, German or English from ``Accept-Language``."""

from __future__ import annotations

MAX_CHOICES = 50
"""More entries than this in one header are ignored; nobody means them."""


def accepts(header: str | None, media_type: str) -> bool:
    """Whether ``Accept`` allows this media type. The most specific entry decides; no header allows everything."""
    if header is None or not header.strip():
        return True
    kind = media_type.split("/", maxsplit=1)[0]
    rank = {media_type: 3, f"{kind}/*": 2, "*/*": 1}
    matches = [(rank[choice], quality) for choice, quality in _choices(header) if choice in rank]
    return bool(matches) and max(matches)[1] > 0


def speech(header: str | None) -> str:
    """``de`` or ``en``: the one that ``Accept-Language`` likes better; German when it says nothing."""
    best, best_quality = "de", 0.0
    for choice, quality in _choices(header or ""):
        language = choice.split("-", maxsplit=1)[0]
        if language in {"de", "en"} and quality > best_quality:
            best, best_quality = language, quality
    return best


def _choices(header: str) -> list[tuple[str, float]]:
    choices = []
    for item in header.split(",")[:MAX_CHOICES]:
        name, *parameters = (part.strip().lower() for part in item.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = min(max(float(parameter[2:]), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        choices.append((name, quality))
    return choices
