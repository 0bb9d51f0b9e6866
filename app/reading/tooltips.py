"""What the tooltip of a field says, and whether that is worth more than the text printed beside it."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from app.reading.roles import words

GENERIC = frozenset(
    "ja nein von bis vom zum am datum betrag eur euro ort tag monat jahr yes no date amount from to day month year "
    "zip state city number nr name c x".split()
)
"""Words that say nothing without the text around the field."""

_NUMBERED = re.compile(r"(?P<number>\d{1,3}[a-z]?)\s+[-–]\s+(?P<rest>\S.*)", re.DOTALL)
_OPTION = re.compile(r"Option\s*(?P<index>\d+)\s+(?:von|of)\s+(?P<count>\d+)\s*[-–:]\s*(?P<rest>\S.*)", re.DOTALL)
_TECHNICAL = re.compile(
    r"(?:text ?feld|text ?field|text|kontroll ?kästchen|check ?box|options?feld|radio ?button|schaltfläche|button|feld|"
    r"field|undefined|unbenannt|untitled|dummyfieldname|date|datum|dropdown|list ?box|combo ?box|signature|"
    r"unterschrift|unterschriftsfeld|image|fill|group|line|row|zeile|seite|page|subform|topmostsubform|form)"
    r"[ _.-]*\d+(?:[ _.\-]\w+)?",
    re.IGNORECASE,
)
_BARE = frozenset("undefined unbenannt untitled textfeld kontrollkästchen optionsfeld schaltfläche".split())
"""What programs call a field that nobody named."""
_IDENTIFIER = re.compile(r"\S*(?:[a-z0-9][A-Z]|_|\[\d+\]|[a-z]\d+[a-z]?$)\S*")
_NUMBERED_NAME = re.compile(r"[a-z]{3,}\d+(?: [a-z\d]+)*|[a-z]+(?: [a-z]+)* [a-z]{3,}\d+(?: [a-z\d]+)*")
"""``users1 name full``: the parts of a program's name with blanks between."""
_WORD = re.compile(r"[^\W\d_]{2,}")
LOST = 0.25
"""At most this share of the letters of a text is lost where its font had no signs for them (``Unterschr ft``)."""
CUT = 2
"""A word that is cut off lacks at least so many letters."""
STEM = 5
"""Words that begin with so many equal letters are taken for forms of one word."""


@dataclass(frozen=True, slots=True)
class Tooltip:
    """A tooltip taken apart: ``20 - Option 1 von 3 - Bitte geben Sie … - liegt bei``."""

    text: str
    """What to call the field: the answer where the tooltip is one of several options."""
    question: str = ""
    number: str = ""


def take_apart(tooltip: str) -> Tooltip:
    """Number, question and text of a tooltip; everything is text where it has no such parts."""
    rest = tooltip.strip()
    number = ""
    if match := _NUMBERED.fullmatch(rest):
        number, rest = match["number"], match["rest"]
    if match := _OPTION.fullmatch(rest):
        parts = [part.strip() for part in re.split(r"\s+[-–]\s+", match["rest"]) if part.strip()]
        if len(parts) > 1:
            return Tooltip(parts[1], parts[0], number)
        return Tooltip(match["rest"].strip(), "", number)
    return Tooltip(rest, "", number)


def is_informative(text: str) -> bool:
    """Does the text name a field for a person: words, not an id and not just ``Datum``?"""
    plain = text.strip(" .:*\t")
    if not _WORD.search(plain) or plain.lower() in GENERIC or is_technical(plain):
        return False
    return len(plain) >= 3


def is_technical(text: str) -> bool:
    """Is the text a name that only a program understands (``Textfeld 12``, ``txtName_2``, ``form1[0].page1``)?"""
    plain = text.strip()
    return (
        plain.lower() in _BARE
        or bool(_TECHNICAL.fullmatch(plain))
        or bool(_NUMBERED_NAME.fullmatch(plain))
        or (" " not in plain and bool(_IDENTIFIER.fullmatch(plain)))
    )


def is_broken(text: str, printed: str, vocabulary: Set[str]) -> bool:
    """Has a tooltip lost letters or its end, seen beside the label printed at its field?

    ``vocabulary`` holds the words of the page in lower case: a single word that only begins one of them is cut off.
    """
    if "\ufffd" in text:
        return True
    ours, theirs = ("".join(words(one)).casefold() for one in (text, printed))
    own = [word.casefold() for word in words(text)]
    if not own or ours == theirs or all(word in vocabulary for word in own):
        return False
    if len(theirs) - len(ours) <= LOST * len(theirs) and _is_within(ours, theirs):
        return True
    last = own[-1]
    beginning = theirs.startswith(ours) or len(own) == 1
    return (
        beginning
        and last not in vocabulary
        and not text.rstrip().endswith(".")
        and any(len(word) >= len(last) + CUT and word.startswith(last) for word in vocabulary)
    )


def _is_within(part: str, whole: str) -> bool:
    """Do the letters of ``part`` stand in ``whole`` in the same order, perhaps with others between?"""
    rest = iter(whole)
    return all(letter in rest for letter in part)


def contradict(one: str, other: str) -> bool:
    """Do two texts in words name different things: have they no word in common, whatever its ending?"""
    if not is_informative(one) or not is_informative(other):
        return False
    ours, theirs = ({word.casefold()[:STEM] for word in words(text) if len(word) > CUT} for text in (one, other))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


_SPLIT = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|[_.\-\s/\[\]()#:]+")
_PREFIX = frozenset(
    "txt txtf tf tx text textfeld textfield fld field feld chk chbx cb check box checkbox rb rbtn radio btn "
    "button date form form1 formular page seite page1 page2 subform topmostsubform undefined line row zeile group "
    "grp kk opt option dd ddl cmb list readorder readordercontrol table header body f c untitled dummyfieldname "
    "kontrollkästchen".split()
)


def from_name(name: str) -> str:
    """A field name as words (``person_2_geburtsdatum`` gives ``Person 2 geburtsdatum``); empty when it says nothing."""
    last = re.sub(r"\[\d+\]", "", name.rsplit(".", 1)[-1])
    if _TECHNICAL.fullmatch(last.strip()):
        return ""
    parts = [part for part in _SPLIT.split(last) if part]
    while parts and parts[0].lower() in _PREFIX:
        parts.pop(0)
    speaking = [part for part in parts if part.isalpha() and len(part) > 2 and _speaks(part)]
    if not speaking or len(speaking) < 0.6 * len([part for part in parts if not part.isdigit()]):
        return ""
    joined = " ".join(parts)
    joined = joined[:1].upper() + joined[1:]
    return joined if is_informative(joined) else ""


def _speaks(word: str) -> bool:
    """Has the word the shape of a word: four letters or more, with vowels, not too many consonants in a row?"""
    small = word.lower()
    return len(small) >= 4 and bool(re.search(r"[aeiouyäöü]", small)) and not re.search(r"[^aeiouyäöü]{6,}", small)
