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


def german_count(number: int) -> str:
    """A whole number as German readers write it: ``1.000.000``."""
    return f"{number:,}".replace(",", ".")


def german_bytes(number: int) -> str:
    """A number of bytes in the largest unit that gives a round number: ``10 MB``, ``512 MB``, ``1.500 Bytes``.

    A megabyte is 1,000,000 bytes or, for sizes of memory, 1,048,576.
    """
    for size in (1_000_000, 2**20):
        if number % size == 0:
            return f"{german_count(number // size)} MB"
    return f"{german_count(number)} Bytes"
