"""Abbreviations that the text does not explain."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Detector, Hit, lexicon
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Noun

FACTS = lexicon.FACTS


class Settings(Noun):
    """``entries`` (from lists) are the abbreviations; each is reported where it stands first."""

    entries: tuple[Entry, ...]
    protected: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; silent when the long form stands in the document as well."""
    find = lexicon.compile(
        lexicon.Settings(entries=settings.entries, protected=settings.protected, once=True, defined=True)
    )

    def detect(parsed: Parsed) -> Iterator[Hit]:
        text = " ".join(block.text for block, _ in parsed.docs).casefold()
        for hit in find(parsed):
            long_forms = [plain.word.casefold() for plain in hit.about.entry.plain]
            institution = any(character.isupper() for character in hit.about.entry.word[1:])
            if institution and any(len(form) > 8 and form in text for form in long_forms):
                continue
            yield hit

    return detect
