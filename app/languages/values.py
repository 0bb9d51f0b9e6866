"""Numbers, dates and times of a text in one way of writing, so that two versions of it can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.languages import numbers_de, numbers_en

MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
"""The months of a language, in order."""
_ISO = re.compile(r"(?<![\w./-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w/-])")
_SLASHED = re.compile(r"(?<![\w./-])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\w/-])")
_DIGITS = re.compile(r"(?<![\d.,/-])(\d{1,2})\.\s?(\d{1,2})\.\s?(?=((?:19|20)\d\d)?)")
_NAMED = {
    "de": re.compile(rf"(?<!\d)(\d{{1,2}})\.\s?({'|'.join(MONTHS['de'])})(?!\w)\s?"),
    "en": re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s({'|'.join(MONTHS['en'])})(?!\w),?\s?"),
}
_MONTH_FIRST = re.compile(rf"(?<!\w)({'|'.join(MONTHS['en'])})\s(\d{{1,2}})(?:st|nd|rd|th)?(?!\d),?\s?")
_GROUPS = {
    "de": re.compile(r"(?<![\d.,])\d{1,3}(?:[.\u202f]\d{3})+(?![\d.]*\d)"),
    "en": re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)"),
}
_ROMAN = re.compile(r"(?<=[a-zäöüß]\s)[IVX]{2,6}(?![\w-])")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_TWICE = re.compile(r"(?<![\d.,])(\d+) \(\1\)")
_PERCENT = re.compile(r"(?<=\d)\s?%")
_HOUR = r"(\d{1,2})(?:[.:]([0-5]\d))?"
_SPAN = re.compile(rf"(?<![\d.,]){_HOUR}\s?[–-]\s?{_HOUR}(?=\s?Uhr)")
_BETWEEN = re.compile(rf"zwischen {_HOUR}(?:\s?Uhr)? (?:und|bis) {_HOUR}(?=\s?Uhr)")
_SPLIT = re.compile(r"(?<![\d.,])(\d{1,2}) Uhr ([0-5]\d)(?!\d)")
_TIME = re.compile(rf"(?<![\d.,:]){_HOUR}(?=\s?(?:Uhr|h\b)| bis \d{{1,2}}(?:[.:]\d\d)?\s?Uhr)")


def in_one_writing(text: str, language: str) -> str:
    """The text with every number in digits without groups, each date as *31.3.2027*, each time as *9:30 Uhr*, *5 %* as
    *5 Prozent*.

    Two texts with the same numbers, dates and times in the same order of words are the same in them afterwards;
    a number that differs still differs.
    """
    text = _ISO.sub(lambda found: _date(found[3], found[2]) + found[1], text)
    if language == "de":
        text = _SLASHED.sub(lambda found: _date(found[1], found[2]) + found[3], text)
        text = _DIGITS.sub(lambda found: _date(found[1], found[2]), text)
    else:
        text = _MONTH_FIRST.sub(lambda found: _date(found[2], _month(found[1], "en")), text)
    text = _NAMED[language].sub(lambda found: _date(found[1], _month(found[2], language)), text)
    text = _GROUPS[language].sub(lambda found: re.sub(r"\D", "", found[0]), text)
    text = _WORDS.sub(lambda found: _in_digits(found[0], language), text)
    text = _ROMAN.sub(lambda found: str(_arabic(found[0])), text)
    text = _TWICE.sub(r"\1", text)
    return _with_times(_PERCENT.sub(" Prozent", text)) if language == "de" else text


def _date(day: str, month: str) -> str:
    return f"{int(day)}.{int(month)}."


def _month(name: str, language: str) -> str:
    return str(MONTHS[language].index(name) + 1)


def _in_digits(word: str, language: str) -> str:
    value: Callable[[str], int | None] = numbers_de.value if language == "de" else numbers_en.value
    number = value(word.lower())
    return word if number is None or number < 2 else str(number)


def _arabic(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _with_times(text: str) -> str:
    text = _SPLIT.sub(r"\1:\2 Uhr", text)
    text = _SPAN.sub(lambda found: f"{_hour(found, 1)} bis {_hour(found, 3)}", text)
    text = _BETWEEN.sub(lambda found: f"von {_hour(found, 1)} bis {_hour(found, 3)}", text)
    text = _TIME.sub(lambda found: _hour(found, 1), text)
    return re.sub(r"(?<=\d)\s?(?:Uhr|h)(?!\w)", " Uhr", text)


def _hour(found: re.Match[str], group: int) -> str:
    minutes = found[group + 1]
    return f"{int(found[group])}:{minutes}" if minutes and minutes != "00" else str(int(found[group]))
