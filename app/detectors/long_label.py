"""Finds labels that are not a name but an explanation: too many words, or more than one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.fields import is_sure, named_fields
from app.languages import Parsed
from app.model import Block

FACTS = ("field", "label", "words", "sentences", "max_words")

_CHOICES = frozenset({"check", "radio"})
_MAYBE_SENTENCES = re.compile(r"\w[.!?]\s+[A-ZÄÖÜ„“\"]")


class Settings(BaseModel):
    """``max_words`` for a field to write in, ``max_words_choice`` for a box to tick: there the label is the answer.

    ``confidence``: how sure a label must be that was found by its place on the page.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_words: int = Field(default=12, gt=0)
    max_words_choice: int = Field(default=25, gt=0)
    confidence: float = Field(default=0.5, ge=0, le=1)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit for each label that is too long; a text that several fields share is found once."""

    def find(parsed: Parsed) -> Iterator[Hit]:
        seen: set[str] = set()
        for field, block, _ in named_fields(parsed.document):
            if not is_sure(field, settings.confidence):
                continue
            choice = field.kind in _CHOICES
            most = settings.max_words_choice if choice else settings.max_words
            words = sum(any(map(str.isalnum, word)) for word in block.text.split())
            sentences = 1 if choice else _sentences(parsed, block)
            if (words > most or sentences > 1) and block.text not in seen:
                seen.add(block.text)
                facts = {"field": field.name, "label": block.text, "words": words}
                yield Hit(block, 0, len(block.text), facts | {"sentences": sentences, "max_words": most})

    return find


def _sentences(parsed: Parsed, block: Block) -> int:
    """Number of whole sentences, at least 1. Parses only where a dot inside the label makes a second one possible."""
    if _MAYBE_SENTENCES.search(block.text) is None:
        return 1
    doc = next((doc for known, doc in parsed.docs if known.id == block.id), None)
    if doc is None:
        doc = parsed.language.parse_text(block.text)
    return max(sum(parsed.language.is_sentence(sent) for sent in doc.sents), 1)
