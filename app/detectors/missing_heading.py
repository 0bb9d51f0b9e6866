"""Pages full of sentences on which no heading and no field helps to find anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Parsed, sentences
from app.model import Block, Noun

FACTS = frozenset({"sentences"})

_HEADINGS = frozenset({"title", "heading"})
_PROSE = frozenset({"paragraph", "item", "hint"})


class Settings(Noun):
    """A page with ``sentences`` whole sentences in ``blocks`` paragraphs needs a heading; a text is one page."""

    sentences: int
    blocks: int = 1


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the first sentence of the page."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        helped = {block.page for block in parsed.document.blocks if block.role in _HEADINGS}
        helped |= {field.page for field in parsed.document.fields if parsed.document.pages}
        pages: dict[int | None, list[tuple[Block, int, int]]] = defaultdict(list)
        for block, doc in parsed.docs:
            if block.page not in helped and block.role in _PROSE and block.field is None:
                pages[block.page] += [
                    (block, sent.start_char, sent.end_char)
                    for sent in sentences(doc)
                    if parsed.language.is_sentence(sent)
                ]
        for whole in pages.values():
            if len(whole) >= settings.sentences and len({block.id for block, _, _ in whole}) >= settings.blocks:
                yield Hit(*whole[0], {"sentences": len(whole)})

    return detect
