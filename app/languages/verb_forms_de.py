"""From a form of a German verb back to its infinitive: strong forms from a table, weak ones and prefixes by rule."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "verbs_de.txt.gz"
_MET = 20_000
_LONGEST = 60
"""Letters of a form that is still looked at."""
_FINITE = "e t n en st te et est ten tet ete test eten etet etest".split()
"""Endings of weak finite forms, the short ones first: *umfass-t*, not *umfas-st*."""
_BOTH = "durch hinter über um unter voll wider wieder miss fehl".split()
"""Prefixes that stay with the verb or leave it: *unterschrieben*, *untergebracht*."""
_FIRM = "be emp ent er ver zer".split()
_LOOSE = """
    ab an auf aus bei bereit bekannt da dar ein empor entgegen entlang fern fest fort frei gegenüber geheim
    geltend glaubhaft gleich gut heim her herab heran herauf heraus herbei herein herüber herum herunter hervor
    hin hinab hinauf hinaus hinein hinterher hinüber hinunter hinweg hinzu hoch inne instand kaputt kennen klar
    krank kund kurz los mit nach nahe nebenher nieder ob offen preis quer rad richtig rück sauber schief schwarz
    sicher statt stand stecken stehen still teil tot trocken vor voran voraus vorbei vorher vorüber vorweg wahr
    warm weg weiter wett zu zueinander zufrieden zugrunde zurecht zurück zusammen zuwider
""".split()
_PREFIXES = sorted({*_BOTH, *_FIRM, *_LOOSE}, key=lambda prefix: (-len(prefix), prefix))
_WITH_ZU = ("hinzu", "dazu")
_APART = frozenset({*_LOOSE, *_BOTH}) - {"miss", "fehl"}
_BY_LETTER: dict[str, tuple[str, ...]] = {
    letter: tuple(prefix for prefix in _PREFIXES if prefix[0] == letter) for letter in {one[0] for one in _PREFIXES}
}
_KEEP_GE = frozenset("gelangt gewährt gestattet genehmigt gewährleistet gefährdet gestaltet gewöhnt gebührt".split())
"""Participles whose *ge-* is part of the verb, though there is another verb without it (*langen*, *währen*)."""


@dataclass(frozen=True, slots=True)
class VerbIndex:
    """The infinitives of verbs without a separable prefix, and their irregular forms."""

    infinitives: frozenset[str]
    irregular: dict[str, str]
    """``f:gab`` or ``p:gegeben`` to the infinitive."""
    met: dict[tuple[str, str], str]
    """Forms of known verbs met before and their infinitives. Words that are not known are never kept."""

    def simple(self, form: str, kind: str, *, keep: bool = True) -> str | None:
        """The infinitive of a form in the index: ``kind`` is f (finite) or p (participle).

        With ``keep`` the *ge-* of *gestattet* is part of the verb; in *ausgestattet* it is not.
        """
        if kind == "f" and form in self.infinitives:
            return form
        if (found := self.irregular.get(f"{kind}:{form}")) is not None:
            return found
        stems = _finite_stems(form) if kind == "f" else _participle_stems(form, keep=keep)
        return next((verb for verb in stems if verb in self.infinitives), None)


def infinitive(form: str, kind: str) -> str | None:
    """The infinitive of a form in lower case; none when the verb is not known.

    ``kind`` is f (finite or imperative), p (participle), i (infinitive) or z (*beizufügen*, with *zu* inside).
    """
    if len(form) > _LONGEST:
        return None
    if kind in "iz":
        inside = None if kind == "i" and not _may_hold_zu(form) else _without_zu(form)
        return inside or (form if kind == "i" else None)
    if kind == "f" and form.endswith("n") and _may_hold_zu(form) and (inside := _without_zu(form)) is not None:
        return inside
    index = verbs()
    known = index.met.get((form, kind))
    if known is None:
        spellings = dict.fromkeys((form, form.replace("ß", "ss"), form.replace("ss", "ß")))
        found = (index.simple(one, kind) or _prefixed(one, kind) for one in spellings)
        known = next(filter(None, found), None)
        if known is not None and len(index.met) < _MET:
            index.met[form, kind] = known
    return known


def is_known(verb: str) -> bool:
    """Whether an infinitive is in the index, alone or behind a prefix: *einsenden*."""
    return verb in verbs().infinitives or _prefixed(verb, "f") == verb


def is_separable(particle: str) -> bool:
    """Whether this word, in lower case, can stand apart from its verb: *reicht … ein*."""
    return particle in _APART


def _may_hold_zu(form: str) -> bool:
    """Whether *zu* can stand inside, as in *vorzulegen*, and not as in *benutzen* or *hinzuziehen*."""
    return "zu" in form and not form.startswith(_WITH_ZU) and form not in verbs().infinitives


def _without_zu(form: str) -> str | None:
    for prefix in _BY_LETTER.get(form[:1], ()):
        if (
            form.startswith(f"{prefix}zu")
            and prefix not in _FIRM
            and len(form) > len(prefix) + 4
            and form.endswith(("n", "tun"))
        ):
            rest = form[len(prefix) + 2 :]
            if rest in verbs().infinitives or _prefixed(rest, "f") == rest:
                return prefix + rest
    before, _, rest = form.partition("zu")
    return before + rest if before and rest in verbs().infinitives else None


def _prefixed(form: str, kind: str) -> str | None:
    for prefix in _BY_LETTER.get(form[:1], ()):
        rest = form[len(prefix) :]
        if not form.startswith(prefix) or len(rest) < 3:
            continue
        found = None
        if kind == "f" or prefix not in _FIRM:
            found = verbs().simple(rest, kind, keep=False)
            if kind == "p" and not _is_full_participle(rest, found):
                found = None
            found = found or _prefixed(rest, kind)
        if found is None and kind == "p" and (prefix in _FIRM or prefix in _BOTH):
            found = verbs().simple(f"ge{rest}", "p")
        if found is not None:
            return prefix + found
    return None


def _is_full_participle(rest: str, verb: str | None) -> bool:
    """Whether a participle looks so after a separable prefix: *ein-gereicht*, *an-erkannt*, not *ab-reicht*."""
    if verb is None:
        return False
    firm = any(verb.startswith(prefix) for prefix in (*_FIRM, "miss", "über", "unter", "wider", "um", "durch"))
    return rest.startswith("ge") or verb.endswith("ieren") or firm


def _finite_stems(form: str) -> Iterator[str]:
    for ending in (*_FINITE, ""):
        if not form.endswith(ending):
            continue
        stem = form[: len(form) - len(ending)]
        if len(stem) > 1:
            if stem.endswith(("el", "er", "u")):
                yield f"{stem}n"
            yield f"{stem}en"
    if form.endswith("le"):
        yield f"{form[:-2]}eln"
    if form.endswith("re"):
        yield f"{form[:-2]}ern"


def _participle_stems(form: str, *, keep: bool) -> Iterator[str]:
    shapes = (form,) if keep and form in _KEEP_GE else (form.removeprefix("ge"), form)
    for shape in dict.fromkeys(shapes):
        for ending in ("et", "t"):
            if shape.endswith(ending):
                stem = shape[: len(shape) - len(ending)]
                if stem.endswith(("el", "er")):
                    yield f"{stem}n"
                yield f"{stem}en"


@cache
def verbs() -> VerbIndex:
    """The index, read once when it is first needed."""
    infinitives: set[str] = set()
    irregular: dict[str, str] = {}
    for line in gzip.decompress(_FILE.read_bytes()).decode().splitlines():
        verb, *forms = line.split(" ")
        infinitives.add(verb)
        for form in forms:
            irregular.setdefault(form, verb)
    return VerbIndex(frozenset(infinitives), irregular, {})
