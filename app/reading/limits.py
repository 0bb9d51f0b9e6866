"""How much one document may cost its reader: pages, characters, fields and seconds."""

from __future__ import annotations

import math
from dataclasses import dataclass

from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader may use up; every reader keeps these itself and names the one that was reached."""

    max_pages: int = 200
    max_characters: int = 1_000_000
    """Code points of all blocks together."""
    max_fields: int = 5_000
    cpu_seconds: int = 20
    """Seconds of CPU after which the reader's process is killed; a reader may stop earlier by itself."""
    seconds: float = math.inf
    """The same on the clock."""

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """The limits that these settings ask for."""
        return cls(
            max_pages=settings.max_pages,
            max_characters=settings.max_characters,
            max_fields=settings.max_fields,
            cpu_seconds=settings.reading_cpu_seconds,
            seconds=settings.reading_seconds,
        )
