"""Signs in running text that a reader must first translate into words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Parsed
from app.model import Noun

FACTS = frozenset({"sign", "word"})


class Settings(Noun):
    """``signs``: each sign with the word for it. ``names`` are endings and firms beside which ``&`` belongs to a name.

    ``capitals``: two words with capital letters beside the sign make a name (*Courts & Tribunals*).
    A sign counts where it stands between words, or, with ``after_numbers``, behind a number.
    """

    signs: dict[str, str]
    names: tuple[str, ...] = ()
    capitals: bool = False
    after_numbers: bool = False


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the sign with its neighbours."""
    signs = "".join(map(re.escape, settings.signs))
    between = re.compile(rf"(?<!\S)([^\W\d_][\w-]+\.?)\s([{signs}])\s([^\W\d_][\w-]*|\d[\d.,]*)")
    behind = re.compile(rf"(?<![\w.,])(\d[\d.,]*)\s?([{signs}])(?!\w)")
    names = frozenset(settings.names)

    def is_name(match: re.Match[str]) -> bool:
        titled = settings.capitals and match[1][0].isupper() and match[3][0].isupper()
        return titled or bool({match[1], match[3]} & names)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, sent in parsed.sents():
            text = block.text[sent.start_char : sent.end_char]
            if not any(sign in text for sign in settings.signs):
                continue
            found = [match for match in between.finditer(sent.text) if not is_name(match)]
            if settings.after_numbers:
                found += behind.finditer(sent.text)
            for match in found:
                start = sent.start_char + match.start()
                facts = {"sign": match[2], "word": settings.signs[match[2]]}
                yield Hit(block, start, start + len(match.group()), facts, sent)

    return detect
