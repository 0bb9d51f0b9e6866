"""From a form of a German adjective back to its base: endings, steps of comparison, dropped and added letters."""

from __future__ import annotations

from app.languages.words import german

_ENDINGS = ("em", "en", "er", "es", "e")
_WHOLE = {
    **dict.fromkeys("besser best".split(), "gut"),
    **dict.fromkeys("höher höchst hoh".split(), "hoch"),
    **dict.fromkeys("näher nächst".split(), "nah"),
    **dict.fromkeys("größer größt grösser grösst gross".split(), "groß"),
    "meist": "meist",
    "mehrer": "mehrere",
    "ander": "anderer",
    "weiter": "weiter",
    "inner": "inner",
    "selb": "selb",
    **{stem: f"{stem}e" for stem in "leis müd bös träg vag weis öd mürb spröd feig rüd".split()},
}
_VOWELS = dict(
    pair.split(":")
    for pair in (
        "ält:alt ärm:arm dümm:dumm gröb:grob härt:hart jüng:jung kält:kalt klüg:klug kränk:krank kürz:kurz läng:lang"
        " röt:rot schärf:scharf schmäl:schmal schwäch:schwach schwärz:schwarz stärk:stark wärm:warm"
        " gesünd:gesund näss:nass fröm:fromm frömm:fromm bäng:bang"
    ).split()
)
_SUFFIXES = (
    "ig",
    "lich",
    "isch",
    "sam",
    "bar",
    "los",
    "ent",
    "ant",
    "iv",
    "ell",
    "voll",
    "haft",
    "frei",
    "fangen",
    "reich",
)
_PLAIN = frozenset(
    "unbefangen schlecht sicher schnell klein neu alt breit dicht dick dünn eng fein fest früh hell kühl leicht mild"
    " rasch reich rein schön schwer spät stark still tief teuer viel voll weit wenig wichtig".split()
)
_IN_ER = frozenset(
    """
    ander äußer bitter bieder clever finster hager heiter hinter immer inner integer lauter leer lecker locker
    makaber mager minder mittler modern munter nieder nüchtern ober proper sauber sauer schwanger schwer sicher
    sonder super tapfer teuer unter unser ungeheuer unsicher vorder wacker weiter besonder folgenschwer
    fälschungssicher rechtssicher verkehrssicher illuster bisher
""".split()
)
"""Stems in -er that are no comparatives."""


def base(form: str) -> str:
    """The base of an inflected adjective in lower case: *größerer* to *groß*, *ausgefüllten* to *ausgefüllt*."""
    ending = next((one for one in _ENDINGS if form.endswith(one) and len(form) - len(one) > 1), "")
    return uninflected(form[: len(form) - len(ending)], bare=not ending)


def uninflected(stem: str, *, bare: bool) -> str:
    """The base of an adjective without its ending; ``bare`` if it has none in the text, where it may be the base."""
    if stem in _WHOLE and not (bare and stem in {"meist", "weiter"}):
        return _WHOLE[stem]
    if not bare and (mended := _mended(stem)) is not None:
        return mended
    return _compared(stem) or stem


def _mended(stem: str) -> str | None:
    """*dunkl-* to *dunkel*, *teur-* to *teuer*, *trockn-* to *trocken*."""
    last, known = stem[-1:], german()
    if len(stem) < 4 or last not in "lrn" or stem[-2] in "aeioäölrnhy":
        return None
    if last == "l" or (last == "r" and stem[-2] in "uvbdt") or (last == "n" and stem[-2] in "kfdg"):
        whole = f"{stem[:-1]}e{last}"
        if whole in known and stem not in known:
            return whole
    return None


def _compared(stem: str) -> str | None:
    """The base of a comparative or superlative stem; none if it is neither."""
    if stem.endswith("er") and stem not in _IN_ER and len(stem) > 4:
        return _positive(stem[:-2])
    if stem.endswith("st") and len(stem) > 4:
        options = (stem[:-3], stem[:-2]) if stem.endswith("est") else (stem[:-2],)
        return next((found for option in options if (found := _positive(option)) is not None), None)
    return None


def _positive(stem: str) -> str | None:
    if stem in _VOWELS:
        return _VOWELS[stem]
    if len(stem) < 3:
        return None
    if mended := _mended(stem):
        return mended
    return stem if is_adjectival(stem) else None


def is_adjectival(stem: str) -> bool:
    """Whether a stem in lower case looks like an adjective or is a known one."""
    known = german()
    if (stem.endswith(_SUFFIXES) and len(stem) > 5) or stem in _PLAIN or stem in _IN_ER:
        return True
    return stem in known and (f"{stem}en" in known or f"{stem}es" in known)
