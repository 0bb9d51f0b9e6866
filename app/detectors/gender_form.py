"""Gender forms with signs inside the word: *Bürger\\*innen*, *Ärzt:innen*, *Antragsteller/in*, *KundInnen*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Detector, Hit
from app.languages import Parsed, sentences
from app.model import Noun

FACTS = frozenset({"sign"})


class Settings(Noun):
    """A word with one of the ``signs`` right before one of the ``endings`` gives a finding.

    ``inner_capital`` finds endings with a capital inside a word as well (*KundInnen*).
    """

    signs: tuple[str, ...]
    endings: tuple[str, ...]
    inner_capital: bool = True


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the whole word. The fact ``sign`` is the sign, or the ending with its capital."""
    endings = "|".join(re.escape(ending) for ending in sorted(settings.endings, key=len, reverse=True))
    signs = "|".join(re.escape(sign) for sign in sorted(settings.signs, key=len, reverse=True))
    ways = [rf"(?P<sign>{signs})(?:{endings})\)?"]
    if settings.inner_capital:
        capitals = "|".join(ending.capitalize() for ending in sorted(settings.endings, key=len, reverse=True))
        ways.append(rf"(?<=[a-zäöüß])(?P<capital>{capitals})")
    pattern = re.compile(rf"\b[^\W\d_][\w-]{{2,80}}(?:{'|'.join(ways)})(?![\w@]|[./]\w)")

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, doc in parsed.docs:
            for match in pattern.finditer(block.text):
                if "@" in block.text[max(0, match.start() - 1) : match.end() + 1]:
                    continue
                sent = next((one for one in sentences(doc) if one.start_char <= match.start() < one.end_char), None)
                if sent is not None:
                    sign = match["sign"] or match.groupdict().get("capital") or ""
                    yield Hit(block, match.start(), match.end(), {"sign": sign}, sent)

    return detect
