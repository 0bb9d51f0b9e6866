"""Finds forms that do not say which fields must be filled in, though some of them surely need not."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.asked import Asked, Texts, asked, in_language
from app.detectors.fields import fillable
from app.detectors.phrases import pattern
from app.languages import Parsed
from app.model import Field as FormField

FACTS = ("field", "label", "required", "fields")

_KINDS = frozenset({"text", "combo", "list"})


class Settings(BaseModel):
    """``optional``: kinds of answers that are seldom needed. ``marks``: what a form says about its fields.

    ``minimum``: a form with fewer fields needs no marks.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    optional: tuple[str, ...]
    marks: tuple[str, ...]
    minimum: int = Field(default=5, gt=0)
    confidence: float = Field(default=0.5, ge=0, le=1)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """One hit for a form at most, at the first field of which people must guess whether they may leave it empty.

    Fields that only the file calls required, while nothing is printed, are not marked: nobody sees it on paper.
    """
    marks = pattern(settings.marks)

    def find(parsed: Parsed) -> Iterator[Hit]:
        fields = fillable(parsed.document)
        if len(fields) < settings.minimum or any(_is_marked(field, parsed.document.media_type) for field in fields):
            return
        if Texts(parsed.document).first_page(marks) is not None:
            return
        required = sum(field.required for field in fields)
        found = in_language(asked(parsed, settings.confidence), parsed.language.code)
        open_ones = [one for one in found if _is_doubtful(one, settings, mixed=0 < required < len(fields))]
        seldom = [one for one in open_ones if one.field.answer in settings.optional]
        doubtful = next(iter(seldom or open_ones), None)
        if doubtful is not None and required != len(fields):
            block = doubtful.block
            facts = {"field": doubtful.field.name, "label": block.text, "required": required, "fields": len(fields)}
            yield Hit(block, 0, len(block.text), facts)

    return find


def _is_marked(field: FormField, media_type: str) -> bool:
    """Whether it is to be seen that a field must be filled in; a browser shows and says what a web page declares."""
    seen = field.required_source == "text" or media_type == "text/html" or "*" in f"{field.label} {field.printed_label}"
    return field.required and seen


def _is_doubtful(one: Asked, settings: Settings, *, mixed: bool) -> bool:
    """Whether people must guess here: it is seldom needed, or this field may stay empty while others may not."""
    field = one.field
    if field.required_source == "text" or field.kind not in _KINDS or field.label_source == "table":
        return False
    return not field.required and (mixed or field.answer in settings.optional)
