"""How many syllables a German word has: vowel nuclei, with the places where neighbouring vowels are spoken apart."""

from __future__ import annotations

import re

__all__ = ["syllables"]

_LETTERS = "aeiouyäöüàáâèéêëìíîïòóôùúûœæ"

_NUCLEUS = re.compile(rf"eau(?=s?$)|(?<=niv)eau|(?<=plat)eau|aa|ee|oo|ou|ie|ei|ai|oi|eu|äu|au|ey|ay|oy|[{_LETTERS}]")
"""One vowel sound. All other neighbours are spoken apart: So-zi-al, Na-ti-on, ak-tu-ell, The-a-ter, neu-e."""

_CONSONANT = re.compile(r"(?<=q)u|(?<![a-zäöüß])y(?=[aeiou])")
"""Vowel letters that stand for a consonant: Quote, Yacht."""

_APART = re.compile(
    r"""
    # a prefix in front of a vowel: be-urkunden, be-unruhigen, ge-ehrt, be-enden, be-inhalten, ge-impft
      (?<=[bg]e)(?=ur[klt]|unr)
    | (?<=[bg]e)(?=eh|end|erd|erb|ebn|rr)
    | (?<=be)(?=inhalt|irr) | (?<=ge)(?=impf|irr)
    | (?<=^re)(?=integ|invest|infiz)
    | (?<=ko)(?=op|ord) | (?<=zo)(?=olog)
    # two words joined: Reise-unterlagen, Beihilfe-erstattung, Abgabe-entscheidung, Gemeinde-umlage
    | (?<=e)(?=unter|urlaub|um(?:lage|zug|satz|welt)|ent|er(?:laub|klär|fass|stattung|mittl|heb|werb))
    # -ie at the end, not stressed: Familie, Linie, Studie, Prämie, Serie, Aktie (but Energie, Kopie, Batterie)
    | (?<=i)(?=e$)(?:(?<=ili)|(?<=ali)|(?<=foli)|(?<=[lp]ini)|(?<=studi)|(?<=ödi)|(?<=prämi)|(?<=akti)|(?<=hosti)
                  |(?<=seri)|(?<=teri)(?<!atteri)(?<!otteri)(?<!steri)|(?<=istori)|(?<=tani)|(?<=rani)|(?<=razi)|(?<=besti))
    # -ien: Ferien, Kopien, Familienkasse, Studienplatz (but Schienen, schien, Wien, Dienst)
    | (?<=i)(?=en$)(?<!schi)(?<!^wi)(?<!^di)
    | (?<=[lnrmtg]i)(?=en[^aeiouyäöü])(?<!^ni) | (?<=studi)(?=en) | (?<=medi)(?=en) | (?<=ödi)(?=en) | (?<=tali)(?=en)
    | (?<=spani)(?=er) | (?<=tari)(?=er)
    # finanziell, Patient, Effizienz, Sozietät, Hygiene (but vielleicht, verdient)
    | (?<=i)(?=ell(?:e[nrsm]?)?$) | (?<=[^dh]i)(?=ent) | (?<=i)(?=enz|etät) | (?<=hygi)(?=en)
    # ide-ell, Ide-en, Muse-um, Jubilä-um, ego-istisch, prosa-isch, na-iv, Ukra-ine, Mosa-ik
    | (?<=e)(?=ell(?:e[nrsm]?)?$|en$|ums?$) | (?<=ide)(?=en) | (?<=bilä)(?=um)
    | (?<=o)(?=is(?:t|ch)) | (?<=sa)(?=isch|ik) | (?<=na)(?=iv) | (?<=ukra)(?=in)
    """,
    re.VERBOSE,
)

_PERHAPS_APART = re.compile(r"ee|eu|oo|ie|äu|oi|ai|[bgr]ei")
"""The only letters between which the patterns above break. Looking for them first saves most of the time."""

_ENGLISH = {
    "online": "onlein",
    "offline": "offlein",
    "service": "servis",
    "software": "softwer",
    "hardware": "hardwer",
    "homepage": "hompej",
    "website": "websait",
    "update": "updait",
    "download": "daunlod",
    "team": "tim",
    "leasing": "lising",
}
"""English words in forms whose letters do not say how they are spoken."""

_ENGLISH_WORD = re.compile("|".join(_ENGLISH))


def syllables(word: str) -> int:
    """Number of syllables of a German word, at least 1.

    An abbreviation without a vowel, or of capital vowels only, is spelled out: GmbH has four, EU two.
    """
    letters = [letter for letter in word if letter.isalpha()]
    vowels = sum(letter.lower() in _LETTERS for letter in letters)
    if not vowels or (vowels == len(letters) <= 3 and word.isupper()):
        return max(len(letters), 1)
    lower = _ENGLISH_WORD.sub(lambda match: _ENGLISH[match.group()], word.lower())
    lower = _CONSONANT.sub("w", lower)
    if _PERHAPS_APART.search(lower):
        lower = _APART.sub("|", lower)
    return max(len(_NUCLEUS.findall(lower)), 1)
