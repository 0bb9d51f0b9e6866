"""Fonts whose tables are wrong: what their characters really are where that is certain, and which ones are lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from app.languages.words import german
from app.languages.words_en import is_listed
from app.reading.garbled import PLAUSIBLE, is_garbled, plausibility

SAMPLE = 800
"""So many characters of a font show what is wrong with it."""
CERTAIN = 0.5
"""From this share of known words on a text is read rightly; wrongly read text has next to none."""
WORDS = 5
"""Fewer words prove nothing."""
ENOUGH = 60
"""A font with fewer characters is not judged alone."""
NUMBERED = 4
"""Different characters after which it is no chance that their codes count up."""

_GID_SHIFT, _SID_SHIFT = 29, 31
"""What is missing where a font shows the number of its glyph instead of the letter: TrueType and Adobe's order."""
_SHIFTS = range(-31, 65)
_ADOBE = (
    "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©"
    "ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž"
)
"""Adobe's order of glyphs from number 96 on; before it stands ASCII."""
_MAC_SIGNS = frozenset("‰ˆ¸ƒ÷‹")
"""What ä, ö, ü, Ä, Ö and Ü become when bytes of Windows are read with the table of the Macintosh."""
_UMLAUTS = frozenset("äöüÄÖÜ")
_HYPHENS = {"\x02": "-", "\ufffe": "-"}
"""PDFium's own signs for a hyphen at the end of a line."""
_WORD = re.compile(r"[^\W\d_¹²³⁰⁴-⁹]{3,}")


@dataclass(frozen=True, slots=True)
class Table:
    """What the characters of a font are; keys are what PDFium says, also two letters that it takes for one ligature."""

    chars: Mapping[str, str]
    whole: bool
    """Whether a character that is not in the table is lost; else it is right as it is."""

    def read(self, char: str) -> str:
        """The character that a person sees; empty when nobody can tell."""
        return self.chars.get(char, "" if self.whole else char)


LOST = Table({" ": " ", "\n": " "}, whole=True)
"""Nothing but the spaces of such a font can be read."""
NOTHING = Table({}, whole=True)
"""Not even the spaces: its codes only count the glyphs."""


def tables_of(fonts: Mapping[int, tuple[str, str]]) -> dict[int, Table]:
    """For each font with a wrong table the right one or ``LOST``; ``fonts`` has their names and characters as drawn."""
    found: dict[int, Table] = {}
    short: dict[str, list[int]] = {}
    for key, (name, text) in fonts.items():
        table = _from_mac(text)
        if table is None and not name and _counts_up(text):
            table = NOTHING
        elif table is None and len(text) < ENOUGH:
            short.setdefault(name, []).append(key)
        elif table is None and is_garbled(text):
            table = _deciphered(text) or LOST
        if table is not None:
            found[key] = table
    if NOTHING in found.values():
        found.update((key, NOTHING) for key in short.pop("", []) if _counts_up(fonts[key][1], fewest=1))
    for keys in short.values():
        found.update(_short_ones({key: fonts[key][1] for key in keys}, list(found.values())))
    return found


def _short_ones(texts: Mapping[int, str], proven: Iterable[Table]) -> Iterator[tuple[int, Table]]:
    """Fonts of one name with too few characters to be judged alone: by each other, and by what holds on the page."""
    shifts = [table for table in proven if table.whole and len(table.chars) > len(LOST.chars)]
    garbled = is_garbled("".join(texts.values()))
    if not shifts and not garbled:
        return
    for key, text in texts.items():
        if any(map(_is_known, _WORD.findall(text))):
            continue
        table = next((table for table in shifts if _share(_read(text, table)) >= CERTAIN), None)
        if table is not None or garbled:
            yield key, table or LOST


def _from_mac(text: str) -> Table | None:
    """The table for bytes of Windows that were read as bytes of the Macintosh; none when they were not."""
    if _MAC_SIGNS.isdisjoint(text):
        return None
    table = _mac_table()
    words = [word for word in _WORD.findall(_read(text, table)) if not _UMLAUTS.isdisjoint(word)]
    return table if _share_of(words) >= CERTAIN else None


@cache
def _mac_table() -> Table:
    codes = [code for code in range(0x80, 0x100) if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}]
    chars = {bytes([code]).decode("mac_roman"): bytes([code]).decode("cp1252") for code in codes}
    return Table({**chars, "fl": "ß"}, whole=False)


def _counts_up(text: str, *, fewest: int = NUMBERED) -> bool:
    """Are the codes of a font numbers from the first glyph it drew to the last? Then they say nothing."""
    codes = [ord(char) for char in dict.fromkeys(text) if char != "\n"]
    return len(codes) >= fewest and codes[0] <= ord("!") and codes == list(range(codes[0], codes[0] + len(codes)))


def _deciphered(text: str) -> Table | None:
    """The table of a font whose codes are all shifted by the same number, where the result is words."""
    sample = text[:SAMPLE]
    best, most = None, (CERTAIN, 0)
    for shift in _SHIFTS:
        table = _shifted(shift)
        plain = _read(sample, table)
        if (plausibility(plain) or 0.0) < PLAUSIBLE:
            continue
        words = _WORD.findall(plain)
        found = (_share_of(words), sum(map(str.islower, plain)))  # with 32 too much or too few, small becomes large
        if len(words) >= WORDS and found > most:
            best, most = table, found
    return best


@cache
def _shifted(shift: int) -> Table:
    """What codes mean that are too small by ``shift``."""
    chars: dict[str, str] = {}
    for code in range(1, 0x100):
        letter = code + shift
        if 0x20 <= letter < 0x7F:
            plain = chr(letter)
        elif shift == _SID_SHIFT and 0 <= code - 96 < len(_ADOBE):
            plain = _ADOBE[code - 96]
        elif shift == _GID_SHIFT and 98 <= code <= 224:  # Microsoft's fonts leave out one of Apple's glyphs, 172
            plain = bytes([code + (30 if code < 172 else 31)]).decode("mac_roman")
        else:
            continue
        chars.update(dict.fromkeys((chr(code), bytes([code]).decode("cp1252", "replace")), plain))
    return Table({**_HYPHENS, **chars}, whole=True)


def _read(text: str, table: Table) -> str:
    return "".join(table.read(char) or " " for char in text)


def _share(text: str) -> float:
    return _share_of(_WORD.findall(text))


def _share_of(words: list[str]) -> float:
    """Share of known words, 0 when there are none."""
    return sum(map(_is_known, words)) / max(len(words), 1)


def _is_known(word: str) -> bool:
    return word in german() or is_listed(word)
