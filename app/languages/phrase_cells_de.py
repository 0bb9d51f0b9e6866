"""Which case, gender and number German words can have, as sets of cells: determiners, endings, pronouns, prepositions.

A set of cells is an integer with 24 bits, so that readings are intersected with ``&``: six places (singular of m, f, n,
then plural of m, f, n) for each of the four cases.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from app.languages.noun_index_de import NounReading, nouns
from app.languages.nouns_de import readings

CASES: Final = ("nom", "gen", "dat", "acc")
NOM: Final = 0b111111
GEN: Final = NOM << 6
DAT: Final = NOM << 12
ACC: Final = NOM << 18
ALL: Final = NOM | GEN | DAT | ACC
CELLS_OF_CASE: Final = {"nom": NOM, "gen": GEN, "dat": DAT, "acc": ACC}
_EVERY_CASE = 0b1000001000001000001
M, F, N = (_EVERY_CASE << place | _EVERY_CASE << place + 3 for place in range(3))
SG: Final = 0b111 * _EVERY_CASE
PL: Final = SG << 3
_PLACES = {"m": SG & M, "f": SG & F, "n": SG & N, "p": PL, "x": SG, "a": ALL}


def cells(table: str) -> int:
    """The set that a short table names: ``nom.m acc.fnp``; places are m, f, n, p(lural), x (any singular), a(ll)."""
    found = 0
    for entry in table.split():
        case, _, places = entry.partition(".")
        for place in places:
            found |= CELLS_OF_CASE[case] & _PLACES[place]
    return found


_GENDER = {"m": M, "f": F, "n": N}


def spread(cells: int) -> int:
    """The places of these cells in every case."""
    places = (cells | cells >> 6 | cells >> 12 | cells >> 18) & NOM
    return places | places << 6 | places << 12 | places << 18


WEAK: Final = {
    "e": cells("nom.mfn acc.fn"),
    "en": cells("acc.mp gen.mfnp dat.mfnp nom.p"),
}
"""Endings of an adjective behind a determiner that has an ending of its own."""
STRONG: Final = {
    "e": cells("nom.fp acc.fp"),
    "er": cells("nom.m gen.fp dat.f"),
    "es": cells("nom.n acc.n"),
    "en": cells("acc.m gen.mn dat.p"),
    "em": cells("dat.mn"),
}
"""Endings of an adjective without a determiner, or behind one without an ending (*ein*, *kein*, *Ihr*)."""
_DETERMINER = {
    "e": STRONG["e"],
    "er": STRONG["er"],
    "es": cells("nom.n acc.n gen.mn"),
    "en": cells("acc.m dat.p"),
    "em": STRONG["em"],
}
_BARE = cells("nom.mn acc.n")
_DEFINITE = {
    "der": cells("nom.m gen.fp dat.f"),
    "die": cells("nom.fp acc.fp"),
    "das": cells("nom.n acc.n"),
    "den": cells("acc.m dat.p"),
    "dem": cells("dat.mn"),
    "des": cells("gen.mn"),
}
_DER_STEMS = "dies jed jen welch solch manch jeglich sämtlich"
_EIN_STEMS = "kein mein dein sein ihr unser euer unsr eur ein"
_MANY_STEMS = "viel wenig einig mehrer ander etlich beid all irgendwelch derartig"
_CONTRACTED = {
    **dict.fromkeys("zum im am vom beim unterm hinterm überm vorm".split(), cells("dat.mn")),
    "zur": cells("dat.f"),
    **dict.fromkeys("ins ans fürs aufs ums durchs übers unters vors hinters".split(), cells("acc.n")),
}
_UNCHANGED = {
    **dict.fromkeys("deren dessen wessen derer".split(), ALL),
    **dict.fromkeys("etwas nichts genug mehr weniger viel wenig solch allerlei".split(), ALL),
    "paar": PL,
    "beide": cells("nom.p acc.p"),
}
_ENDINGS = ("en", "em", "er", "es", "e")
ENDLESS: Final = frozenset(stem for stem in _EIN_STEMS.split() if stem not in {"unsr", "eur"}) | frozenset(_UNCHANGED)
"""Determiners that leave the strong ending to the adjective."""
LOOSE: Final = frozenset(stem + ending for stem in _MANY_STEMS.split() for ending in _ENDINGS)
"""Determiners behind which both strong and weak endings occur: *viele neue*, *alle neuen*."""


@cache
def determiners() -> dict[str, int]:
    """Determiners in lower case and what they can stand for; the articles contracted with a preposition too."""
    found = {**_UNCHANGED}
    for stem in f"{_DER_STEMS} {_EIN_STEMS} {_MANY_STEMS} irgendein".split():
        lacking = (PL if stem in {"ein", "irgendein"} else 0) | (
            _BARE if f"{stem} " in f"{_EIN_STEMS} irgendein " else 0
        )
        for ending in _ENDINGS:
            found[stem + ending] = _DETERMINER[ending] & ~lacking
    for stem in f"{_EIN_STEMS} irgendein".split():
        found[stem] = _BARE
    for stem in "jed jen all dies manch solch jeglich".split():  # *jeden Jahres*, *allen Ernstes*
        found[stem + "en"] |= cells("gen.mn")
    found["dies"] = cells("nom.n acc.n")
    for word, mask in _DEFINITE.items():
        found[word] = mask
        for tail in ("jenigen", "selben"):
            found[word + tail] = mask & WEAK["en"]
        if mask & WEAK["e"]:
            found[f"{word}jenige"] = found[f"{word}selbe"] = mask & WEAK["e"]
    return found | _CONTRACTED


_PRONOUNS = {
    "nom.x": "ich du",
    "acc.x": "mich dich",
    "dat.x": "mir dir",
    "gen.x": "wessen",
    "nom.m": "er man wer irgendwer",
    "acc.m": "ihn wen jemanden niemanden",
    "dat.mn": "ihm",
    "dat.m": "wem jemandem niemandem",
    "gen.m": "jemandes niemandes",
    "gen.mn": "dessen",
    "gen.fp": "deren derer",
    "nom.m acc.m": "jemand niemand",
    "nom.m acc.m dat.m": "jedermann",
    "nom.fp acc.fp": "sie",
    "nom.n acc.n": """es 's was viel wenig dies beides alles vieles einiges manches ersteres letzteres eins keins meins
        deins seins ihres irgendwas""",
    "nom.n acc.n dat.n": "nichts etwas mehr",
    "dat.f nom.p": "ihr",
    "dat.p": "ihnen denen",
    "nom.p": "wir",
    "dat.p acc.p": "uns euch einander",
    "dat.a acc.a": "sich",
}


@cache
def pronouns() -> dict[str, int]:
    """Pronouns in lower case and what they can stand for; *sie* serves for *Sie* too."""
    found = {word: mask for word, mask in determiners().items() if word not in _CONTRACTED}
    for stem in _EIN_STEMS.split():  # as pronouns they have the endings that the determiners lack
        found.update((stem + ending, _DETERMINER[ending]) for ending in _ENDINGS)
    found.update((word, cells(table)) for table, words in _PRONOUNS.items() for word in words.split())
    return found


_PREPOSITIONS = {
    "dat": """
        ab aus außer bei binnen entgegen entsprechend fern gegenüber gemäß mit mitsamt nach nahe nebst samt seit von
        zu zufolge zuliebe zuwider
    """,
    "acc": "à bis betreffend durch für gegen je ohne per pro um wider versus",
    "gen": """
        abseits abzüglich anfangs angesichts anhand anlässlich anläßlich anstatt anstelle aufgrund aufseiten
        ausgangs ausschließlich ausweislich außerhalb beiderseits betreffs bezüglich dank diesseits eingangs
        einschließlich exklusive halber hinsichtlich infolge inklusive inmitten innerhalb jenseits kraft laut
        längs mangels mithilfe mittels namens nördlich oberhalb ob seitens seiten statt südlich trotz ungeachtet
        unterhalb unbeschadet unfern unweit vermittels vermöge vonseiten vorbehaltlich während wegen westlich
        zeit zugunsten zuungunsten zuzüglich zwecks östlich
    """,
    "two": "an auf hinter in neben über unter vor zwischen",
}
_LIKES = {"dat": (DAT,), "acc": (ACC,), "gen": (GEN, DAT), "two": (DAT, ACC)}
_AS_IT_COMES = {
    "als": (NOM, ACC, DAT, GEN), "wie": (NOM, ACC, DAT, GEN), "über": (ACC, DAT), "je": (ACC, NOM), "pro": (ACC, NOM),
    "ab": (DAT, ACC), "auf": (ACC, DAT), "bis": (ACC, DAT), "entlang": (ACC, DAT, GEN), "gemäß": (DAT, GEN),
    "zufolge": (DAT, GEN), "à": (ACC, NOM), "per": (ACC, DAT), "binnen": (DAT, GEN), "entsprechend": (DAT, GEN),
    "außer": (DAT, ACC, NOM), "mit": (DAT,), "seitens": (GEN,), "seiten": (GEN,), "statt": (GEN, DAT, ACC, NOM),
    "von": (DAT,), "betreffend": (ACC,),
}  # fmt: skip


@cache
def prepositions() -> dict[str, tuple[int, ...]]:
    """Prepositions in lower case and the cells of the cases they take, the likeliest first."""
    found = {word: _LIKES[kind] for kind, words in _PREPOSITIONS.items() for word in words.split()}
    found.update((word, (DAT,) if mask & DAT else (ACC,)) for word, mask in _CONTRACTED.items())
    return found | _AS_IT_COMES


def noun_cells(word: str) -> int:
    """What this form of a noun can stand for; 0 when it is unknown. Words are kept only as numbers, for a while."""
    seen = _seen()
    found = seen.get(hash(word))
    if found is None:
        if len(seen) >= _KEPT:
            seen.clear()
        found = seen[hash(word)] = _looked_up(word)
    return found


_KEPT = 20_000
"""Nouns whose cells are kept: looking one up costs as much as parsing several words."""


@cache
def _seen() -> dict[int, int]:
    """Cells by the hash of the word, which changes with every process and does not lead back to the word."""
    return {}


def _looked_up(word: str) -> int:
    found = 0
    for reading in readings(word):
        found |= _cell(reading)
    if word.endswith("e") and not found & SG & (NOM | ACC) and found & PL & NOM:
        found &= ~(SG & DAT)  # nobody writes *dem Projekte* any more; *im Falle* is known by its article
    return found


_NO_GENITIVE = ("ss", "us", "is", "os", "eas", "ias")
_NAMES_IN_S = frozenset(
    "Thomas Hans Jens Lars Jonas Niklas Lukas Nils Johannes Agnes Moses Texas Arkansas Kansas".split()
)


def has_own_s(name: str) -> bool:
    """Whether the *-s* at the end of a name is rather its own than a sign of the genitive: *Thomas*, *Markus*."""
    own = name.endswith(_NO_GENITIVE) or name in _NAMES_IN_S
    return own and (name_cells(name) or ALL) & ~GEN > 0  # *Nigerias* is known


def name_cells(word: str) -> int:
    """What the name of a place can stand for, by the index alone; 0 when it is unknown."""
    classes = nouns().classes
    spec, case = classes.get(word), ALL
    if spec is None and word.endswith("s"):
        spec, case = classes.get(word[:-1]), GEN
    place = next((one for one in (spec or "").split("|") if one[:1].isupper()), "")
    return case & _GENDER.get(place[:1].lower(), 0) & SG


def _cell(reading: NounReading) -> int:
    number = SG if reading.number == "sg" else PL
    gender = _GENDER.get(reading.gender, ALL)
    return CELLS_OF_CASE[reading.case] & number & gender


def ending_cells(adjective: str, *, after: str | None) -> int:
    """What an attributive adjective can stand for by its ending, behind this determiner (lower case) or none."""
    tail = adjective[-2:]
    ending = tail if tail in STRONG else adjective[-1:]
    if ending not in STRONG or adjective[:1].isupper() or len(adjective) < 4:  # *Berliner*, *3.*, *lila*
        return ALL
    if after is None or after in ENDLESS:
        return STRONG[ending]
    weak = WEAK.get(ending, 0)
    return (weak | STRONG[ending]) if after in LOOSE else weak or STRONG[ending]
