"""Words and signs that send the reader to another place without saying where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit, lexicon
from app.languages import Parsed
from app.lexicon import Entry
from app.model import Noun

FACTS = frozenset[str]()

_FOOTNOTE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_]{2}[.,;:!?]))[¹²³⁴⁵⁶⁷⁸⁹]{1,2}\)?(?![\w/])")
"""A raised number behind a word of three letters or more, or its full stop: not behind a unit (*m²*)."""


class Settings(Noun):
    """``entries`` (from lists) are the words; ``footnotes``: whether raised numbers behind a word are found as well."""

    entries: tuple[Entry, ...]
    protected: tuple[str, ...] = ()
    footnotes: bool = True


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the words, or the number of the footnote."""
    find = lexicon.compile(lexicon.Settings(entries=settings.entries, protected=settings.protected))

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for hit in find(parsed):
            yield Hit(hit.block, hit.start, hit.end, {}, hit.sent)
        if settings.footnotes:
            for block, _ in parsed.docs:
                for match in _FOOTNOTE.finditer(block.text):
                    yield Hit(block, match.start(), match.end())

    return detect
