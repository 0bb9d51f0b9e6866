"""Finds dates, amounts and other answers of which nothing in the form says how to write them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from app.detectors import Detector, Hit
from app.detectors.asked import Asked, Texts, asked, in_language, is_part_of_answer, plain
from app.detectors.phrases import pattern
from app.languages import Parsed

FACTS = ("field", "label", "kind", "example", "count")

_NUMBERS = frozenset({"table", "below"})
"""Where the label was found so, the column may mean something else than the word: the costs of a telephone."""
_DATE = "date"
"""In a web page or a Word document a field may itself know that it holds a date, and then shows how to write it."""
_SHORTEST = 3
"""Letters; a label without a longer word is a piece of print beside the field."""


class Kind(BaseModel):
    """A kind of answer: its ``name`` and ``example`` for the message, and the ``hints`` that explain it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: tuple[str, ...]
    name: str
    example: str
    hints: tuple[str, ...]
    longest: int = Field(default=0, ge=0)
    """A field for at most so many characters (``max_length``) has boxes or a check of its own; 0 for none."""


class Settings(BaseModel):
    """``kinds``: what needs a hint. ``exempt``: words of labels that need none; ``bare``: whole labels that need none.

    So does a date that nothing more is said of: it stands beside a signature.
    ``max_words``: a longer label is no name of such an answer. ``narrow``: points; a narrower field holds a part.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: tuple[Kind, ...]
    exempt: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    max_words: int = Field(default=10, gt=0)
    narrow: float = Field(default=40, ge=0)
    confidence: float = Field(default=0.6, ge=0, le=1)


def compile(settings: Settings) -> Detector:  # noqa: A001  (the name is the interface of a detector)
    """One hit for each kind of answer, at the first field without a hint, with the number of such fields.

    A hint on a page holds for this page and the pages after it.
    """
    kinds = [(kind, pattern(kind.hints)) for kind in settings.kinds]
    exempt, bare_labels = pattern(settings.exempt), {label.casefold() for label in settings.bare}

    def find(parsed: Parsed) -> Iterator[Hit]:
        texts = Texts(parsed.document)
        own = _DATE if parsed.document.media_type != "application/pdf" else None
        found = [one for one in asked(parsed, settings.confidence) if _is_open(one, settings)]
        found = [one for one in found if not exempt.search(one.said) and plain(one.block.text) not in bare_labels]
        found = [one for one in found if one.field.answer != own]
        for kind, hints in kinds:
            page = texts.first_page(hints)
            bare = [
                one
                for one in found
                if one.field.answer in kind.answers
                and (page is None or (one.field.page or 0) < page)
                and not (one.field.max_length and one.field.max_length <= kind.longest)
                and not is_part_of_answer(one.field, parsed.document.fields)
            ]
            bare = list(in_language(bare, parsed.language.code))
            if bare:
                block = bare[0].block
                facts = {"field": bare[0].field.name, "label": block.text, "kind": kind.name}
                yield Hit(block, 0, len(block.text), facts | {"example": kind.example, "count": len(bare)})

    return find


def _is_open(one: Asked, settings: Settings) -> bool:
    """Whether a person writes the whole answer freely into one field whose label names it."""
    field = one.field
    words = one.block.text.split()
    if field.kind != "text" or field.label_source in _NUMBERS or len(words) > settings.max_words:
        return False
    if max(map(len, words)) <= _SHORTEST:
        return False
    return field.box is None or field.box[2] - field.box[0] >= settings.narrow
