"""Finds fields of a file that nobody has named: neither a printed label nor a tooltip belongs to them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from app.detectors import Detector, Hit
from app.detectors.fields import named_fields
from app.languages import Parsed

FACTS = ("field", "kind")

_FILLING = " \t\n\xa0.…_·:*-–—/|"
"""Signs that fill a line or follow a label; without a word beside them they name nothing."""


class Settings(BaseModel):
    """Nothing to set."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def compile(settings: Settings) -> Detector:  # noqa: A001, ARG001  (the name is the interface of a detector)
    """A hit for each field whose label is empty or was made up from the field's internal name.

    A line that is only printed may be no field at all, or have its label further away: there it is a hint.
    """
    return _find


def _find(parsed: Parsed) -> Iterator[Hit]:
    for field, block, _ in named_fields(parsed.document):
        if not field.label.strip(_FILLING) or field.label_source == "name":
            facts = {"field": field.name, "kind": field.kind}
            yield Hit(block, 0, len(block.text), facts, severity="hint" if field.source == "flat" else None)
