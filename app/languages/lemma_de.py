"""The lemma of a German token, from its form, its STTS tag and the words around it; verbs with their particle."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from app.languages.adjectives_de import base, is_adjectival, uninflected
from app.languages.agreement_de import cells_of
from app.languages.noun_index_de import nouns
from app.languages.nouns_de import NounReading, readings
from app.languages.verb_forms_de import infinitive, is_separable, verbs
from app.languages.words import german

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = {"FIN": "f", "IMP": "f", "INF": "i", "PP": "p", "IZU": "z"}
"""Kind of a verb form by the end of its tag."""
_AUXILIARIES = {
    **dict.fromkeys(
        "bin bist ist sind seid war warst waren wart sei seist seiest seien wär wäre wärst wären wärt gewesen".split(),
        "sein",
    ),
    **dict.fromkeys(
        "hab habe hast hat habt hatte hattest hatten hattet hätte hättest hätten hättet gehabt".split(), "haben"
    ),
    **dict.fromkeys(
        "werde wirst wird werdet wurde wurdest wurden wurdet würde würdest würden würdet ward geworden worden".split(),
        "werden",
    ),
    **dict.fromkeys("kann kannst könnt konnte konnten könnte könnten könne gekonnt".split(), "können"),
    **dict.fromkeys(
        "muss muß musst müsst musste mussten mußte mußten müsste müssten müßte müßten müsse".split(), "müssen"
    ),
    **dict.fromkeys("darf darfst dürft durfte durften dürfte dürften dürfe gedurft".split(), "dürfen"),
    **dict.fromkeys("soll sollst sollt sollte sollten solle".split(), "sollen"),
    **dict.fromkeys("will willst wollt wollte wollten wolle".split(), "wollen"),
    **dict.fromkeys("mag magst mögt mochte mochten möchte möchten möchtest möge gemocht".split(), "mögen"),
}
_PRONOUNS = {
    **dict.fromkeys("ich mich mir meiner".split(), "ich"),
    **dict.fromkeys("du dich dir deiner".split(), "du"),
    **dict.fromkeys("er ihn ihm".split(), "er"),
    **dict.fromkeys("sie ihnen".split(), "sie"),
    **dict.fromkeys("es 's".split(), "es"),
    **dict.fromkeys("wir uns unser".split(), "wir"),
    **dict.fromkeys("euch euer".split(), "ihr"),
    "man": "man",
    **dict.fromkeys("wer wen wem wessen".split(), "wer"),
    **dict.fromkeys("jemand jemanden jemandem jemandes".split(), "jemand"),
    **dict.fromkeys("niemand niemanden niemandem niemandes".split(), "niemand"),
}
_DER = frozenset("der die das den dem des deren dessen denen derer".split())
_DETERMINERS = frozenset("ART PDS PDAT PRELS PRELAT PIS PIAT PIDAT PPOSAT PPOSS PWS PWAT".split())
_STEMS = (
    *((stem, f"{stem}er") for stem in "dies jen jed welch solch manch ander jedwed".split()),
    *((stem, f"{stem}e") for stem in "einig mehrer etlich beid sämtlich".split()),
    *((stem, stem) for stem in "ein kein mein dein sein ihr unser viel wenig irgendein".split()),
    ("all", "alle"),
    ("eur", "euer"),
    ("unsr", "unser"),
    ("meist", "meist"),
    ("euer", "euer"),
)
_ENDINGS = ("", "e", "er", "en", "em", "es", "s")
_CONTRACTED = {
    **dict.fromkeys("am ans".split(), "an"),
    **dict.fromkeys("im ins".split(), "in"),
    **dict.fromkeys("zum zur".split(), "zu"),
    **dict.fromkeys("aufs aufm".split(), "auf"),
    "beim": "bei",
    "vom": "von",
    "durchs": "durch",
    "fürs": "für",
    "ums": "um",
    "übers": "über",
    "unterm": "unter",
    "hinters": "hinter",
    "vors": "vor",
    "überm": "über",
    "vorm": "vor",
}
_PREFERRED = {
    **{f"{stem}en": f"{stem}e" for stem in "nam gedank funk will".split()},
    "werkstätte": "werkstatt",
    "gemein": "gemeinde",
    "elter": "eltern",
    "schade": "schaden",
    "baute": "bau",
    "rechte": "recht",
    "zwecke": "zweck",
    "media": "medium",
}
"""Of two words that share forms the usual one, also as the head of a compound."""
_HEADS = tuple(_PREFERRED)
_ALONE_ONLY = frozenset("gemein elter media".split())
_BOTH_GENDERS = re.compile(r"[*:_/(]|[a-zäöüß]In(?:nen)?\Z")
_NO_VERBS = frozenset("bewusst unbewusst empfehlenswert".split())
"""Adjectives that are often taken for participles."""
_SHAPE = re.compile(
    r"(?P<prefix>ab|an|auf|aus|be|bei|ein|ent|er|her|hin|mit|nach|um|ver|vor|weg|zer|zu|zurück|zusammen)?(?P<ge>ge)?"
    r"(?P<stem>\w{3,}?)(?:te[nt]?|t)\Z"
)
_FORMAL = frozenset("Sie Ihnen".split())


def lemma(token: Token) -> str:
    """The lemma of a token of a parsed text.

    Nouns and names in the nominative singular (*Kosten* and other words without one as they are; adjectives used as
    nouns with -e: *Angehörige*), verbs in the infinitive without a particle that stands apart, adjectives and their
    comparison without ending, articles and relative pronouns *der*, all else in lower case. *Sie* to the reader keeps
    its capital. Words that cannot be explained are their own lemma.
    """
    tag = token.tag_
    if tag in _ALONE:
        return _ALONE[tag](token)
    lower = token.text.lower()
    if tag[:1] == "V":
        return _verb(lower, tag)
    if tag in _DETERMINERS:
        return _determiner(lower, tag)
    return lower.replace("ausser", "außer").replace("daß", "dass")


def verb_lemma(token: Token) -> str:
    """The lemma of a verb with the particle that stands apart from it: *Reichen Sie … ein* is *einreichen*."""
    verb = lemma(token)
    if not token.tag_.startswith("V"):
        return verb
    apart = (child.text.lower() for child in token.children if child.tag_ == "PTKVZ" or child.dep_ == "svp")
    return f"{next(filter(is_separable, apart), '')}{verb}"


def _verb(lower: str, tag: str) -> str:
    if tag[1] in "AM" and lower in _AUXILIARIES:
        return _AUXILIARIES[lower]
    kind = _KINDS.get(tag[2:], "f")
    if lower in _NO_VERBS:
        return lower
    other = {"f": "p", "p": "f"}.get(kind)
    return infinitive(lower, kind) or infinitive(lower, "z") or (other and infinitive(lower, other)) or _guess(lower)


def _guess(form: str) -> str:
    """The infinitive of an unknown verb by its shape; the form itself where that says nothing or is no known word."""
    found = _SHAPE.match(form)
    if found is None:
        return form
    stem = found["stem"].removesuffix("e") if found["stem"].endswith(("te", "de", "ne")) else found["stem"]
    verb = f"{found['prefix'] or ''}{stem}{'n' if stem.endswith(('el', 'er')) and not stem.endswith('ier') else 'en'}"
    return verb if found["ge"] or stem.endswith("ier") or verb in german() else form


def _attribute(token: Token) -> str:
    form, lower = token.text, token.text.lower()
    if form[0].isupper() and lower.endswith("er") and _is_of_town(form):
        return form
    return base(lower) if lower[0].isalpha() or lower[-1].isalpha() else lower


def _predicate(token: Token) -> str:
    lower = token.text.lower()
    return base(lower) if lower.endswith("sten") else uninflected(lower, bare=True)


def _is_of_town(form: str) -> bool:
    """Whether this is *Berliner*, *Hamburger*, *Bremer*, which never change."""
    town, index = form[:-2], nouns()
    if any(index.is_name(name) for name in (town, f"{town}en", f"{town}e", form[:-1])):
        return True
    lower = town.lower()
    return not (is_adjectival(lower) or lower in german() or base(form.lower()) != lower)


def _personal(token: Token) -> str:
    lower = token.text.lower()
    if token.text in _FORMAL:
        return "sie" if token.is_sent_start and _is_singular(token) else "Sie"
    if lower == "ihr" and token.tag_ == "PPER":
        return "ihr" if token.dep_ == "sb" else "sie"
    return _PRONOUNS.get(lower, lower)


def _is_singular(subject: Token) -> bool:
    """Whether the finite verb beside this word is in the singular: *Sie wohnt*."""
    return subject.head.tag_.endswith("FIN") and not subject.head.text.lower().endswith(("n", "sind"))


def _determiner(lower: str, tag: str) -> str:
    if lower in _DER:
        return "der"
    if lower in _PRONOUNS and tag in {"PIS", "PWS"}:
        return _PRONOUNS[lower]
    if lower == "dies":
        return "dieser"
    if lower[:3] in _DER and lower[3:].startswith(("selb", "jenig")):
        return "derselbe" if lower[3:].startswith("selb") else "derjenige"
    for stem, found in _STEMS:
        if lower.startswith(stem) and lower[len(stem) :] in _ENDINGS:
            return found
    return lower


def _noun(token: Token) -> str:
    form = token.text
    found = readings(form)
    if not found and form != form.capitalize() and len(form) > 3:
        found = readings(form.capitalize())
    if not found:
        return form
    lemmas = {one.lemma for one in found}
    if lemmas == {form}:
        return _preferred(form, form)
    if len(lemmas) == 1:
        return lemmas.pop() if not _is_used_verb(token, found) else form
    if _BOTH_GENDERS.search(form):
        return min((one.lemma for one in found if one.gender == "m"), key=len, default=form)
    agreeing = _agreeing(token, found)
    fitting = {one.lemma for one in agreeing} or lemmas
    if form in fitting and (len(fitting) == 1 or not _is_infinitive(form, found)):
        return _preferred(form, form)
    fitting = fitting - {form} or fitting
    chosen = min(fitting, key=lambda one: (_distance(form, one), one))
    return _preferred(chosen, form)


def _preferred(lemma: str, form: str) -> str:
    lower = lemma.lower()
    if not lower.endswith(_HEADS) or (lower == "rechte" and form != lemma):
        return lemma
    head = next(head for head in _HEADS if lower.endswith(head))
    first = lemma[: len(lemma) - len(head)]
    if first and head in _ALONE_ONLY:
        return lemma
    return f"{first}{_PREFERRED[head]}" if first else _PREFERRED[head].capitalize()


def _is_infinitive(form: str, found: tuple[NounReading, ...]) -> bool:
    """Whether this form is a noun only as an infinitive: *Leuchten*, which is rather more than one *Leuchte*."""
    return form.endswith("n") and all(one.gender == "n" and one.number == "sg" for one in found if one.lemma == form)


def _is_used_verb(token: Token, found: tuple[NounReading, ...]) -> bool:
    """*beim Bleiben*, *das Schauen*: an infinitive used as a noun, though the form is also that of another noun."""
    form = token.text
    if not form.endswith("n") or form.lower() not in verbs().infinitives:
        return False
    cells = _cells_before(token)
    return any("n" in place for _, place in cells) and not any(_fits(one, cells) for one in found)


def _distance(form: str, lemma: str) -> tuple[int, int]:
    """How far a form is from a lemma: letters that differ at the end."""
    same = 0
    for left, right in zip(form, lemma, strict=False):
        if left != right:
            break
        same += 1
    return (len(form) - same + len(lemma) - same, len(lemma))


def _agreeing(token: Token, found: tuple[NounReading, ...]) -> list[NounReading]:
    """The readings that agree with the determiner before the noun; all of them where there is none."""
    cells = _cells_before(token)
    return [one for one in found if not cells or _fits(one, cells)]


def _cells_before(token: Token) -> frozenset[tuple[str, str]]:
    """The (case, place) pairs of the determiner before a noun, adjectives between them; empty where there is none."""
    for place in range(token.i - 1, max(token.i - 5, -1), -1):
        other = token.doc[place]
        if other.tag_ in {"ART", "APPRART", "PDAT", "PPOSAT", "PIAT"}:
            return _cells_of(other.text.lower())
        if other.tag_ not in {"ADJA", "CARD"}:
            break
    return frozenset()


@cache
def _cells() -> dict[str, frozenset[tuple[str, str]]]:
    """The cells of determiners met before; words that are none are never kept."""
    return {}


def _cells_of(determiner: str) -> frozenset[tuple[str, str]]:
    found = _cells().get(determiner)
    if found is None:
        found = cells_of(determiner)
        if found:
            _cells()[determiner] = found
    return found


def _fits(one: NounReading, cells: frozenset[tuple[str, str]]) -> bool:
    place = (one.gender or "pl") if one.number == "sg" else "pl"
    return any(
        case == one.case and (place == allowed or (place != "pl" and place in allowed)) for case, allowed in cells
    )


def _name(token: Token) -> str:
    form, index = token.text, nouns()
    if form in index.classes:
        return form
    if form.isupper() and len(form) > 4 and not index.direct(form):
        capital = form.capitalize()
        return capital if any(one.lemma == capital for one in index.direct(capital)) else form
    found = index.direct(form)
    if found:
        own = {one.lemma for one in found}
        return form if form in own or form.endswith(("e", "en", "er", "es")) else found[0].lemma
    genitive = token.dep_ == "ag" or (token.i + 1 < len(token.doc) and token.nbor(1).tag_ in {"NN", "ADJA"})
    if genitive and form.endswith("s") and len(form) > 4 and not form.endswith(("ss", "us", "is", "os")):
        return form[:-1]
    return form


_ALONE: dict[str, Callable[[Token], str]] = {
    "NN": _noun,
    "NE": _name,
    "ADJA": _attribute,
    "ADJD": _predicate,
    "APPRART": lambda token: _CONTRACTED.get(token.text.lower(), token.text.lower()),
    **dict.fromkeys(("PPER", "PRF"), _personal),
    **dict.fromkeys(("FM", "XY", "TRUNC"), lambda token: token.text.rstrip("-") or token.text),
}
