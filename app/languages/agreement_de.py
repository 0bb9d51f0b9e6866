"""German articles, possessives and demonstratives: which cases a form can be, and the form for a case and gender."""

from __future__ import annotations

from functools import cache

_PLACES = ("m", "n", "f", "pl")
_DEFINITE = {"nom": "der das die die", "acc": "den das die die", "dat": "dem dem der den", "gen": "des des der der"}
_STRONG = {"nom": "er es e e", "acc": "en es e e", "dat": "em em er en", "gen": "es es er er"}
_MIXED = {"nom": "- - e e", "acc": "en - e e", "dat": "em em er en", "gen": "es es er er"}
_STRONG_STEMS = ("dies", "jed", "jen", "welch", "solch", "manch", "all", "sämtlich", "jeglich")
_MIXED_STEMS = ("kein", "ein", "mein", "dein", "sein", "ihr", "unser", "euer")
_ENDINGS = frozenset({"", "e", "er", "en", "em", "es"})
_CONTRACTED = {
    **dict.fromkeys(("zum", "im", "am", "vom", "beim"), ("dat", "mn")),
    "zur": ("dat", "f"),
    **dict.fromkeys(("ins", "ans", "fürs", "aufs", "ums", "durchs"), ("acc", "n")),
}
_CONTRACT = {("zu", "f"): "zur", ("zu", "mn"): "zum"}

GOVERNS = {
    **dict.fromkeys(("mit", "bei", "von", "zu", "nach", "aus", "seit", "gegenüber", "außer"), "dat"),
    **dict.fromkeys(("für", "durch", "gegen", "ohne", "um"), "acc"),
    **dict.fromkeys(("wegen", "während", "trotz", "innerhalb", "außerhalb", "aufgrund", "anstelle"), "gen"),
}
"""Prepositions with one case."""


def cells_of(determiner: str) -> frozenset[tuple[str, str]]:
    """The (case, place) pairs that this determiner can stand for; place is m, n, f or pl. Empty when it is unknown."""
    return _cells().get(determiner.lower(), frozenset())


@cache
def _cells() -> dict[str, frozenset[tuple[str, str]]]:
    """The cells of each form that any determiner has."""
    forms = {form for forms in _DEFINITE.values() for form in forms.split()}
    forms |= {stem + ending for stem in (*_MIXED_STEMS, *_STRONG_STEMS) for ending in _ENDINGS}
    cells = {
        form: frozenset((case, place) for case in _DEFINITE for place in _PLACES if _form(form, case, place) == form)
        for form in forms
    }
    short = {form: frozenset((case, place) for place in places) for form, (case, places) in _CONTRACTED.items()}
    return cells | short


def determiner_for(determiner: str, case: str, place: str) -> str | None:
    """The same determiner in another case or gender, in lower case; none when it has no such form."""
    word = determiner.lower()
    if word in _CONTRACTED:
        return next(
            (form for form, (c, p) in _CONTRACTED.items() if form[:1] == word[:1] and c == case and place in p), None
        )
    return _form(word, case, place)


def _form(word: str, case: str, place: str) -> str | None:
    column = _PLACES.index(place)
    if word in {form for forms in _DEFINITE.values() for form in forms.split()}:
        return _DEFINITE[case].split()[column]
    for stems, table in ((_MIXED_STEMS, _MIXED), (_STRONG_STEMS, _STRONG)):
        for stem in stems:
            if word.startswith(stem) and word[len(stem) :] in _ENDINGS:
                if stem == "ein" and place == "pl":
                    return None
                return stem + table[case].split()[column].replace("-", "")
    return None
