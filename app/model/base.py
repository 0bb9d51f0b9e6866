"""What all nouns share: frozen values, and the words that are the same everywhere."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Box = tuple[float, float, float, float]
"""A rectangle on a page: ``(x0, y0, x1, y1)`` in PDF points, origin at the bottom left."""
Severity = Literal["error", "warning", "hint"]
Category = Literal["word", "sentence", "text", "form", "field"]
Safety = Literal["safe", "review", "idea"]
Profile = Literal["plain", "easy"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
"""All severities, the gravest first."""
SAFETIES: tuple[Safety, ...] = ("safe", "review", "idea")
"""How sure a suggestion is, the surest first."""


class Noun(BaseModel):
    """A frozen value; unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
