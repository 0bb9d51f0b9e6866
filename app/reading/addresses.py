"""Web and mail addresses at the end of a line: many authors leave out the full stop behind them."""

from __future__ import annotations

import re

_AT_END = re.compile(
    r"(?:https?://|www\.)\S*[\w/]$"  # www.lindenbach.de/hunde
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+$"  # hunde@lindenbach.de
    r"|(?<!\S)(?:[\w-]+\.)+(?:de|eu|at|ch|com|org|net|info|gov|uk|us|digital)(?:/\S*\w)?$",  # lindenbach.de
    re.IGNORECASE,
)
_TAIL = 200
"""How much of a line's end is looked at."""
_OPENERS = frozenset(
    # German: no possessives, for these may stand behind an address in the same sentence
    "Dort Hier Sie Wir Ich Es Er Man Der Die Das Dem Den Ein Eine Diese Dieser Dieses Bitte Wenn Falls Sofern Sobald "
    "Haben Können Möchten Müssen Für Bei Beim Mit Nach Vor Auf Aus Im In Am An Zu Zum Zur Ab Bis Seit Um Über Unter "
    "Von Vom Wer Wie Wo Was Wann Welche Welcher Alle Auch Außerdem Weitere Weiterhin Danach Dann Dazu Damit Daher "
    "Dafür Dabei Darüber Nur Ohne Oder Und Aber Alternativ Sollten Sollte Füllen Geben Legen Reichen Senden Schicken "
    "Tragen Beachten Nutzen Rufen Kreuzen Kein Keine Bringen Achten "
    # English
    "The A An This These That Those You We It I He She They If When Where Who What How Please Do Does Can For From By "
    "To In On At With Without All Any Each Every There Then Also Or And But Use Call Send Give Tell See Your Our Their "
    "Some Other More Further Only Include Attach Complete Fill Write Read Click".split()
)


def ends_with_address(line: str) -> bool:
    """Does a line end with a web or mail address and nothing behind it?"""
    return _AT_END.search(line[-_TAIL:].rstrip()) is not None


def is_address(line: str) -> bool:
    """Is the last word of a line the beginning of a web address, so that a hyphen behind it belongs to it?"""
    word = line[-_TAIL:].rsplit(" ", 1)[-1].lower()
    return "://" in word or word.startswith("www.") or bool(re.match(r"[\w-]+(?:\.[\w-]+)+/", word))


def is_opener(line: str) -> bool:
    """Does a line begin with a word that in the middle of a sentence is written small?"""
    word = re.match(r"[^\W\d_]+", line.lstrip("„“\"'»«(‚‘["))
    return word is not None and word[0] in _OPENERS
