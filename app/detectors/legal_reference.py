"""References to law that interrupt the reader."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"references", "sections"})


class Settings(Noun):
    """``bracketed`` false leaves a single reference in brackets at the end of a sentence, where it does not disturb.

    From ``heavy`` sections in one sentence on, the finding is a warning.
    """

    bracketed: bool = False
    heavy: int = 2


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; all references of a sentence make one finding."""

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            found = parsed.language.fact("legal_references", sent)
            if not found:
                continue
            sections = sum(reference.sections for reference in found)
            start, end = found[0].start, found[-1].end
            tail = block.text[end : sent.end_char].strip(" .!?")
            at_end = tail.endswith(")") and tail.count(")") == 1 and "(" not in tail
            if sections == 1 and not settings.bracketed and block.text[:start].endswith("(") and at_end:
                continue
            texts = "; ".join(block.text[reference.start : reference.end] for reference in found)
            facts = {"references": texts, "sections": sections}
            yield Hit(block, start, end, facts, sent, found, "warning" if sections >= settings.heavy else None)

    return detect
