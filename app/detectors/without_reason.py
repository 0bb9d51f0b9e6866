"""Finds questions about delicate or personal things where nothing says what the answer is needed for."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.asked import Asked, Texts, asked, in_language
from app.detectors.phrases import pattern
from app.languages import Parsed

FACTS = ("field", "label", "kind", "count")

_ANSWER = 1
"""Words; a box with so short a label is named by its question."""


class Item(BaseModel):
    """A thing that is asked: its ``name`` for the message, the ``words`` of a label that asks it.

    ``reasons``: what explains it, wherever it stands in the form. ``exempt``: labels that mean something else.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    words: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()


class Settings(BaseModel):
    """``reasons``: what explains any question, on its page. ``notes``: what explains all, wherever it stands.

    ``max_words``: a longer label is more than the name of a thing. ``tables``: whether the heads of tables count.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    items: tuple[Item, ...]
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    max_words: int = Field(default=14, gt=0)
    tables: bool = True
    confidence: float = Field(default=0.6, ge=0, le=1)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """One hit for each thing that is asked without a reason, at the first field that asks it."""
    items = [(item, pattern(item.words), pattern(item.exempt)) for item in settings.items]
    explained = [pattern((*settings.notes, *item.reasons)) for item in settings.items]
    reasons = pattern(settings.reasons)

    def find(parsed: Parsed) -> Iterator[Hit]:
        texts = Texts(parsed.document)
        found = asked(parsed, settings.confidence)
        short = [
            one
            for one in found
            if len(one.block.text.split()) <= settings.max_words
            and (settings.tables or one.field.label_source != "table")
        ]
        for (item, words, exempt), anywhere in zip(items, explained, strict=True):
            named = [one for one in short if words.search(_question(one)) and not exempt.search(_question(one))]
            if not named or texts.first_page(anywhere) is not None:
                continue
            bare = [one for one in named if not texts.on(one.field.page, reasons)]
            bare = list(in_language(bare, parsed.language.code))
            if bare:
                block = bare[0].block
                facts = {"field": bare[0].field.name, "label": block.text, "kind": item.name, "count": len(bare)}
                yield Hit(block, 0, len(block.text), facts)

    return find


def _question(one: Asked) -> str:
    """What is asked: the label; of a box that is only called yes or no, its question."""
    label = one.block.text
    return one.field.group if one.field.group and len(label.split()) <= _ANSWER and _is_choice(one) else label


def _is_choice(one: Asked) -> bool:
    return one.field.kind in {"check", "radio"}
