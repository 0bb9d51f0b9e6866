"""Finds fields with less room than their answer needs: at a size that people can read, or by their greatest length."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.asked import Asked, asked, in_language, is_part_of_answer, plain
from app.detectors.phrases import pattern
from app.languages import Parsed
from app.model import Field as FormField

FACTS = ("field", "label", "room", "needed", "count")

_DIGIT, _LETTER = 0.556, 0.5
"""Width of a digit and of a middling letter in Helvetica, as a share of the size."""
_MARGIN = 4.0
"""Points at the sides of a field that stay empty."""
_LINE = 1.25
"""Height of a line as a share of the size."""
_LEAST = 2
"""Characters; a field with less room holds one sign of an answer in boxes."""


class Need(BaseModel):
    """Room that an answer needs: ``characters``; ``least`` is the shortest way to write all of it.

    ``digits``: it is made of digits. ``part``: a field with room for at most so many holds only a part of it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    characters: int = Field(gt=0)
    least: int = Field(gt=0)
    digits: bool = True
    part: int = Field(default=0, ge=0)


class Settings(BaseModel):
    """``needs`` by kind of answer. ``size``: of the letters, in points. ``parts``: words for a part of an answer.

    ``enough``: the share of the characters that must fit; with a little less than all, letters get a little smaller.
    ``max_words``: a longer label explains, and what it asks is not sure.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    needs: dict[str, Need]
    size: float = Field(default=10, gt=0)
    enough: float = Field(default=0.85, gt=0, le=1)
    parts: tuple[str, ...] = ()
    max_words: int = Field(default=8, gt=0)
    confidence: float = Field(default=0.7, ge=0, le=1)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit for each label with such a field; rows of a table that have the same one are found once, with a count."""
    parts = pattern(settings.parts)

    def find(parsed: Parsed) -> Iterator[Hit]:
        small: dict[tuple[int | None, str], list[tuple[Asked, int, int]]] = {}
        for one in asked(parsed, settings.confidence):
            need = settings.needs.get(one.field.answer or "")
            named = len(one.block.text.split()) <= settings.max_words and not parts.search(one.said)
            if need is None or not named or one.field.kind != "text" or one.field.source == "flat":
                continue
            if is_part_of_answer(one.field, parsed.document.fields) or _goes_on(one, parsed.document.fields):
                continue
            room, needed, full = _room(one.field, need, settings.size)
            if _LEAST < room < needed and room > need.part and (full or room < int(needed * settings.enough)):
                small.setdefault((one.field.page, plain(one.block.text)), []).append((one, room, needed))
        for found in small.values():
            one, room, needed = min(found, key=lambda item: item[1])
            if any(in_language([one], parsed.language.code)):
                facts = {"field": one.field.name, "label": one.block.text, "room": room, "needed": needed}
                yield Hit(one.block, 0, len(one.block.text), facts | {"count": len(found)})

    return find


def _room(field: FormField, need: Need, size: float) -> tuple[int, int, bool]:
    """How many characters fit, and how many are needed, by the greatest length (then it is sure) or by the place."""
    if field.max_length is not None and field.max_length < need.least:
        return field.max_length, need.least, True
    if field.box is None:
        return need.characters, need.characters, False
    width, height = field.box[2] - field.box[0], field.box[3] - field.box[1]
    line = int((width - _MARGIN) / (size * (_DIGIT if need.digits else _LETTER)))
    needed = min(need.characters, field.max_length or need.characters)
    return line * max(1, int(height / (size * _LINE))), needed, False


def _goes_on(one: Asked, fields: tuple[FormField, ...]) -> bool:
    """Whether the answer has several lines: a field right below or above has the same label."""
    box = one.field.box
    return box is not None and any(
        other.box is not None
        and other.page == one.field.page
        and -_MARGIN <= max(box[1] - other.box[3], other.box[1] - box[3]) <= box[3] - box[1]
        and abs(other.box[0] - box[0]) < _MARGIN
        and plain(other.label) == plain(one.field.label)
        for other in fields
        if other is not one.field
    )
