"""Finds labels that are not a name but an explanation: too many words, or more than one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.fields import is_sure, named_fields
from app.languages import Parsed
from app.languages.recognise import other_language
from app.model import Block
from app.model import Field as FormField

FACTS = ("field", "label", "words", "max_words")

_CHOICES = frozenset({"check", "radio"})
_MAYBE_SENTENCES = re.compile(r"\w[.!?]\s+[A-ZÄÖÜ„“\"]")


class Settings(BaseModel):
    """``max_words`` for a field to write in, ``max_words_choice`` for a box to tick: there the label is the answer.

    ``max_words_spoken`` for a label that only a screen reader says: it may explain a little, for it stands alone.
    ``confidence``: how sure a label must be that was found by its place on the page.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_words: int = Field(default=12, gt=0)
    max_words_choice: int = Field(default=25, gt=0)
    max_words_spoken: int = Field(default=25, gt=0)
    confidence: float = Field(default=0.5, ge=0, le=1)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """A hit for each label that is too long; a text that several fields share is found once."""

    def find(parsed: Parsed) -> Iterator[Hit]:
        labels: dict[str, tuple[FormField, Block, int, int]] = {}
        for field, block, _ in named_fields(parsed.document):
            if is_sure(field, settings.confidence):
                words = sum(any(map(str.isalnum, word)) for word in block.text.split())
                most = _most_words(field, settings)
                if block.text not in labels or most < labels[block.text][-1]:
                    labels[block.text] = (field, block, words, most)
        doubtful = [
            block
            for field, block, words, most in labels.values()
            if words <= most == settings.max_words and _MAYBE_SENTENCES.search(block.text)
        ]
        several = _of_several_sentences(parsed, doubtful)
        for label, (field, block, words, most) in labels.items():
            if (words > most or label in several) and not other_language(label, parsed.language.code):
                facts = {"field": field.name, "label": label, "words": words, "max_words": most}
                yield Hit(block, 0, len(label), facts)

    return find


def _most_words(field: FormField, settings: Settings) -> int:
    if field.kind in _CHOICES:
        return settings.max_words_choice
    return settings.max_words_spoken if field.label_source == "tooltip" else settings.max_words


def _of_several_sentences(parsed: Parsed, blocks: list[Block]) -> set[str]:
    """The texts that hold more than one whole sentence. What the document's parse left out is parsed in one go."""
    docs = {block.text: doc for block, doc in parsed.docs if block.field is not None}
    missing = [block.text for block in blocks if block.text not in docs]
    docs.update(zip(missing, parsed.language.parse_texts(missing), strict=True))
    texts = (block.text for block in blocks)
    return {text for text in texts if sum(parsed.language.is_sentence(sent) for sent in docs[text].sents) > 1}
