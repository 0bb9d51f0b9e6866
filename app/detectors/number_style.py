"""Numbers that are hard to read: long ones without groups, amounts and spans of time in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.detectors import Detector, Hit, hit_tokens
from app.languages import Parsed
from app.model import Noun

if TYPE_CHECKING:
    from spacy.tokens import Token

FACTS = frozenset({"better"})


class Settings(Noun):
    """``units`` follow an amount or a span of time; numbers in words are found before a unit, from ``least`` on.

    ``group`` stands between groups of three digits; five digits need it. ``before`` are units that may also stand
    before their amount (*EUR 12500*). After one of ``roman`` (*Abschnitt*) no Roman numerals should stand.
    """

    units: tuple[str, ...]
    least: int
    group: str = "."
    before: tuple[str, ...] = ()
    roman: tuple[str, ...] = ()


def compile(settings: Settings) -> Detector:  # noqa: A001
    """The detector; it marks the number with its unit."""
    units, before = _any(settings.units), _any(settings.before)
    cents = r",\d{2}|,-" if settings.group == "." else r"\.\d{2}"
    long = re.compile(rf"(?<![\d.,/-])(\d{{5,9}})((?:{cents})?\s?(?:{units}))(?![\w²³])")
    led = re.compile(rf"(?<!\w)((?:{before})\s?)(\d{{5,9}})({cents})?(?![\w²³])") if before else None
    roman = re.compile(rf"(?<!\w)({_any(settings.roman)})\s([IVX]{{2,6}})\b(?!-)") if settings.roman else None
    names = frozenset(settings.units)

    def detect(parsed: Parsed) -> Iterator[Hit]:
        for block, _ in parsed.docs:
            for match in long.finditer(block.text):
                better = _grouped(int(match[1]), settings.group) + match[2]
                yield Hit(block, match.start(), match.end(), {"better": better})
            for match in led.finditer(block.text) if led else ():
                better = match[1] + _grouped(int(match[2]), settings.group) + (match[3] or "")
                yield Hit(block, match.start(), match.end(), {"better": better})
            for match in roman.finditer(block.text) if roman else ():
                if number := _arabic(match[2]):
                    yield Hit(block, match.start(), match.end(), {"better": f"{match[1]} {number}"})
        for block, sent in parsed.sents():
            for token, number in parsed.language.fact("numbers", sent):
                unit = _unit(token, names)
                if number >= settings.least and unit is not None:
                    better = f"{_grouped(number, settings.group)} {unit.text}"
                    yield hit_tokens(block, token, unit, better=better)

    return detect


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _unit(number: Token, names: frozenset[str]) -> Token | None:
    """The unit behind a number in words; the same number in brackets may stand between: *dreißig (30) Tage*."""
    after = number.doc[number.i + 1 : min(number.sent.end, number.i + 5)]
    words = [token for token in after if not (token.is_punct or token.like_num)]
    unit = words[0] if words else None
    near = unit is not None and (unit.i == number.i + 1 or (after[0].text == "(" and after[-1] == unit))
    return unit if unit is not None and near and unit.text in names else None


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _arabic(roman: str) -> int | None:
    """*XIV* is 14; none for letters in an order that is no number."""
    values = [_ROMAN[letter] for letter in roman]
    number = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    tens, ones = divmod(number, 10)
    ones_written = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    return number if roman == "X" * tens + ones_written else None


def _grouped(number: int, sign: str) -> str:
    """*12.500*; four digits stay together."""
    return f"{number:,}".replace(",", sign) if number >= 10_000 else str(number)
