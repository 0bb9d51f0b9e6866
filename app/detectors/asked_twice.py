"""Finds what a form asks the applicant twice, in different places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.asked import Asked, asked, in_language, is_part_of_answer, plain
from app.detectors.phrases import pattern
from app.languages import Parsed
from app.model import Block, Document

FACTS = ("field", "label", "first", "page", "fields")

_HEADINGS = frozenset({"heading", "title"})
_TWICE = 2
_LIST = 4
"""What so many fields ask stands in a list of people, whatever is said above it."""
_LABELS_AWAY = 12
"""A heading speaks for at most so many labels after it, where only the order of texts is known."""


class Settings(BaseModel):
    """``answers``: what a person has only one of. ``applicant``: words for the one who fills in the form.

    ``others``: words for other people; nothing is told of what they are asked. ``exempt``: labels that ask for more
    than one (*another telephone*), or ask again on purpose (*repeat*).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: tuple[str, ...]
    applicant: tuple[str, ...]
    others: tuple[str, ...]
    exempt: tuple[str, ...] = ()
    max_words: int = Field(default=8, gt=0)
    confidence: float = Field(default=0.7, ge=0, le=1)


@dataclass(frozen=True, slots=True)
class _Words:
    applicant: re.Pattern[str]
    others: re.Pattern[str]


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit at the second of two fields that ask the applicant for the same thing.

    Only where it is said both times that the applicant is meant: by the label, or by the heading right above it. What
    is asked three times or more stands in a list.
    """
    words, exempt = _Words(pattern(settings.applicant), pattern(settings.others)), pattern(settings.exempt)

    def find(parsed: Parsed) -> Iterator[Hit]:
        same: dict[tuple[str, str], list[Asked]] = {}
        for one in asked(parsed, settings.confidence):
            short = len(one.block.text.split()) <= settings.max_words and not exempt.search(one.said)
            if one.field.kind == "text" and one.field.answer in settings.answers and short:
                if is_part_of_answer(one.field, parsed.document.fields):
                    continue
                key = (one.field.answer or "", plain(words.applicant.sub(" ", one.block.text)))
                same.setdefault(key, []).append(one)
        for found in same.values():
            mine = [one for one in found if _is_applicants(one, parsed.document, words)]
            if (
                len(found) >= _LIST
                or len(mine) != _TWICE
                or len(list(in_language(mine, parsed.language.code))) != _TWICE
            ):
                continue
            first, second = mine
            facts = {"field": second.field.name, "label": second.block.text, "first": first.block.text}
            names = [first.field.name, second.field.name]
            yield Hit(second.block, 0, len(second.block.text), facts | {"page": first.field.page, "fields": names})

    return find


def _is_applicants(one: Asked, document: Document, words: _Words) -> bool:
    """Whether the form says that the applicant is meant, and nobody else."""
    above = _above(one, document)
    heading = next((number for number, block in enumerate(above) if block.role in _HEADINGS), None)
    title = above[heading].text if heading is not None else ""
    if words.others.search(f"{one.said} {one.field.group or ''} {title}"):
        return False
    if words.applicant.search(one.said):
        return True
    between = above[:heading]
    return bool(words.applicant.search(title)) and not any(words.others.search(block.text) for block in between)


def _above(one: Asked, document: Document) -> list[Block]:
    """The texts before a field, the nearest first: those above it on its page, else those before its label."""
    if one.field.box is not None and document.pages:
        top = one.field.box[3]
        placed = [
            (block.boxes[0][1], number, block)
            for number, block in enumerate(document.blocks)
            if block.page == one.field.page and block.boxes and block.boxes[0][1] >= top - 2
        ]
        return [block for *_, block in sorted(placed, key=lambda item: item[:2])]
    place = document.blocks.index(one.block)
    return list(reversed(document.blocks[max(0, place - _LABELS_AWAY) : place]))
