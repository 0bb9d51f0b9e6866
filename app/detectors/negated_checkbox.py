"""Finds boxes to tick that say *no*: who ticks them says no to something, or yes to a no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.asked import Asked, asked, in_language
from app.detectors.phrases import pattern
from app.languages import Parsed
from app.model import Field as FormField

FACTS = ("field", "label", "how", "word")

_CHOICES = frozenset({"check", "radio"})
_NEAR_X, _NEAR_Y = 260.0, 48.0
"""Points up to which another box may hold the other answer."""
_STEM = 5
"""Words that begin with so many equal letters speak of one thing."""
_LEAST = 3
"""Words; a shorter label is an answer and not a statement."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_CLAUSE = re.compile(r"[,.;:(?!–]|\s-\s")
_QUESTION = re.compile(r"^.*\?\s+(?=\S)", re.DOTALL)
"""A question that was joined with the label of one of its boxes."""

How = Literal["alone", "contrary", "twice", "yes-no"]


class Settings(BaseModel):
    """``negations``: words that negate. ``twice``: phrases that negate two times. ``contrary``: that say yes to a no.

    ``fine``: phrases that say no without harm (*no answer*). ``answers``: how the answers yes and no begin.
    ``absent``: phrases that say that a thing does not exist; beside a field that asks for it they are an answer.
    ``questions``: phrases that negate a whole question. ``how``: for the message, what is wrong in each case.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    negations: tuple[str, ...]
    twice: tuple[str, ...]
    contrary: tuple[str, ...]
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    fine: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    how: dict[How, str]
    max_words: int = Field(default=30, gt=0)
    confidence: float = Field(default=0.6, ge=0, le=1)


class _Words:
    def __init__(self, settings: Settings) -> None:
        self.no, self.twice = pattern(settings.negations), pattern(settings.twice)
        self.contrary = re.compile(rf"\W*(?:{pattern(settings.contrary).pattern})", re.IGNORECASE)
        self.absent = pattern(settings.absent)
        self.questions, self.fine = pattern(settings.questions), pattern(settings.fine)
        self.answers = re.compile(rf"\W*(?:{pattern(settings.answers).pattern})", re.IGNORECASE)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit for each label of a box that negates twice, or negates without a box beside it for the other answer.

    A question to be answered with yes and no is found, too, when it is negated: a *no* to it may mean both.
    """
    words = _Words(settings)

    def find(parsed: Parsed) -> Iterator[Hit]:
        around = asked(parsed, settings.confidence)
        seen: set[str] = set()
        doubtful = (
            one
            for one in around
            if one.field.kind in _CHOICES
            and _LEAST <= sum(any(map(str.isalnum, word)) for word in one.block.text.split()) <= settings.max_words
            and words.no.search(one.block.text)
        )
        for one in in_language(doubtful, parsed.language.code):
            found = _fault(one, around, words)
            if found is None or one.block.text in seen:
                continue
            seen.add(one.block.text)
            how, match = found
            facts = {"field": one.field.name, "label": one.block.text, "how": settings.how[how], "word": match.group()}
            yield Hit(one.block, 0, len(one.block.text), facts)

    return find


def _fault(one: Asked, around: Sequence[Asked], words: _Words) -> tuple[How, re.Match[str]] | None:
    """What is wrong with the label of a box, and where the negation stands; none where all is well."""
    label = one.block.text if one.field.options else _QUESTION.sub("", one.block.text)
    if words.fine.search(label):
        return None
    faults: tuple[tuple[How, re.Match[str] | None], ...] = (
        ("twice", next(filter(None, map(words.twice.search, _CLAUSE.split(label))), None)),
        ("contrary", words.contrary.match(label)),
    )
    for how, match in faults:
        if match is not None:
            return how, match
    return _by_answers(one, around, words)


def _by_answers(one: Asked, around: Sequence[Asked], words: _Words) -> tuple[How, re.Match[str]] | None:
    """The negation in the main clause of a question with yes and no, or of a box without another answer."""
    label = one.block.text if one.field.options else _QUESTION.sub("", one.block.text)
    first = _CLAUSE.split(label, maxsplit=1)[0]
    if sum(words.answers.match(option) is not None for option in one.field.options) > 1:
        match = words.questions.search(first)
        return ("yes-no", match) if match else None
    match = words.no.search(first)
    if match is None or one.field.options or words.answers.match(label) or _has_other_answer(one, around, words):
        return None
    return "alone", match


def _has_other_answer(one: Asked, around: Sequence[Asked], words: _Words) -> bool:
    """Whether another box of the same question, or a field near it that asks for the same thing, says the opposite."""
    mine = _stems(one.block.text)
    if words.absent.search(one.block.text) and any(_is_value_by(one.field, other.field) for other in around):
        return True
    for other in around:
        if words.no.search(other.block.text) and not _answers(other, words):
            continue
        if other.field.name == one.field.name or other.field.page != one.field.page:
            continue
        box = other.field.kind in _CHOICES
        same = box and bool(one.field.group) and other.field.group == one.field.group
        near = _is_near(one.field, other.field, below=box)
        if same or (near and (mine & _stems(other.block.text) or (box and _answers(other, words)))):
            return True
    return False


def _is_value_by(one: FormField, other: FormField) -> bool:
    """Whether a field to write in stands just above, below or beside a box: it asks for what the box denies."""
    if other.kind in _CHOICES or one.page != other.page or one.box is None or other.box is None:
        return False
    return max(other.box[1] - one.box[3], one.box[1] - other.box[3]) <= _NEAR_Y


def _answers(one: Asked, words: _Words) -> bool:
    return words.answers.match(one.block.text) is not None


def _stems(text: str) -> set[str]:
    return {word[:_STEM].casefold() for word in _WORD.findall(text)}


def _is_near(one: FormField, other: FormField, *, below: bool) -> bool:
    """Whether a field stands beside another one, or, where that counts, right below or above it."""
    if one.box is None or other.box is None:
        return one.group == other.group
    beside = abs(one.box[0] - other.box[0]) <= _NEAR_X and abs(one.box[1] - other.box[1]) <= min(_NEAR_Y, 8.0)
    stacked = abs(one.box[0] - other.box[0]) <= 12.0 and abs(one.box[1] - other.box[1]) <= _NEAR_Y
    return beside or (below and stacked)
