"""Tags about which STTS leaves no choice: signs, units, ordinals, modal verbs, *beizufügen*, known names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.languages.names_de import named

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ENDS = frozenset(". ! ? : ; ?! !! ?? !!!".split())
_SIGNS = frozenset("\"'’´`„“”‚‘»«‹›()[]{}/\\–—-…•·▪●■□☐☒_|.:;,!?")
_NOUNS = frozenset("§ §§ % ‰ € °".split())
_TAGS = {"dass": "KOUS", "daß": "KOUS", "muss": "VMFIN", "muß": "VMFIN", "eur": "NN"}
_ORDINAL = re.compile(r"\d+\.\Z")
_MODAL = re.compile(
    r"(?:m[uü](?:ss|ß)(?:t|te|test|ten|tet)?|kann(?:st)?|k[oö]nnt(?:e|est|en|et)?|darf(?:st)?|d[uü]rft(?:e|est|en|et)?"
    r"|soll(?:st|t|te|test|ten|tet)?|will(?:st)?|wollt(?:e|est|en|et)?|möcht(?:e|est|en|et))\Z",
    re.IGNORECASE,
)
_PARTICLE = (
    "(?:ab|an|auf|aus|bei|bereit|dar|durch|ein|fest|fort|frei|her|herab|heran|heraus|herbei|herein|los|mit|nach|nieder"
    "|offen|sicher|statt|teil|um|unter|vor|voran|voraus|wahr|weg|weiter|wieder|zurück|zusammen|zu)"
)
_WITH_ZU = re.compile(_PARTICLE + r"zu(?!ge(?!b|h|n|w|st))[a-zäöüß]+(?:en|ern|eln|un)\Z")
"""Separable verbs with *zu* inside; participles with *ge* are left out."""
_PARTICIPLE = re.compile(_PARTICLE + r"ge(?!b|h|n|w|st|lt|lo|sell|rat|fähr|deih|denk|dulden)[a-zäöüß]+(?:en|t)\Z")
"""Participles of separable verbs; infinitives such as *angehören* are left out."""
_WEAK = re.compile(
    r"(?:.*ge.+|(?:be|er|ver|zer|ent|über|unter|hinter|voll).+|.+ier)"
    r"(?<!steh)(?<!ginn)(?<!sprich)(?<!häl)(?<!träg)(?<!nimm)(?<!zieh)(?<!bleib)(?<!komm)(?<!finde)(?<!geh)(?<!fäll)t\Z"
)
"""What may be a participle in *-t*, without finite forms of strong verbs."""


def settle(doc: Doc) -> None:
    """Corrects the tags of a parsed text."""
    words = [token.text for token in doc]
    tags = [token.tag_ for token in doc]
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    for token, old, new in zip(doc, tags, named(words, certain(words, tags, heads, deps)), strict=True):
        if old != new:
            token.tag_ = new


def certain(words: Sequence[str], tags: Sequence[str], heads: Sequence[int], deps: Sequence[str]) -> list[str]:
    """The tags of a parsed text, right where STTS leaves no choice; heads are positions in the text."""
    found = [_tag(*item) for item in zip(words, tags, (*words[1:], ""), strict=True)]
    for place, tag in enumerate(found):
        if tag == "VVFIN" and deps[place] == "oc" and _WEAK.match(words[place]):
            head = heads[place]
            between = words[min(head, place) : max(head, place)]
            if head != place and found[head].startswith("VA") and "," not in between:
                found[place] = "VVPP"
    return found


def _tag(word: str, tag: str, after: str) -> str:
    if not word[0].isalpha():
        if set(word) <= _SIGNS:
            return "$," if word == "," else "$." if word in _ENDS else "$("
        if word in _NOUNS:
            return "NN"
        return "ADJA" if _ORDINAL.match(word) and after[:1].isalpha() else tag
    lower = word.lower()
    if lower in _TAGS:
        return _TAGS[lower]
    if tag[0] == "V":
        return _verb(word, tag)
    attribute = tag == "ADJA" and word.endswith("enden")
    return "VVIZU" if word[0].islower() and _WITH_ZU.match(word) and not attribute else tag


def _verb(word: str, tag: str) -> str:
    if tag == "VVFIN" and _MODAL.match(word):
        return "VMFIN"
    if _WITH_ZU.match(word):
        return "VVIZU"
    if tag in {"VVINF", "VVIZU"} and _PARTICIPLE.match(word):
        return "VVPP"
    return "VVINF" if tag == "VVIZU" and "zu" not in word[1:] else tag
