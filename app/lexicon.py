"""Word lists: what an entry of a list in ``rules/<language>/lists/`` may say. Data types only."""

from __future__ import annotations

from typing import Literal

from app.model import Noun, Safety

PartOfSpeech = Literal["noun", "verb", "adjective", "adverb", "preposition", "conjunction", "phrase", "light-verb"]
Case = Literal["nom", "acc", "dat", "gen"]


class Plain(Noun):
    """A plain replacement.

    ``forms``: German nouns ``"f Nutzung Nutzungen"`` (gender, genitive singular, plural; ``-`` for none);
    English verbs ``"begins began begun beginning"``, English nouns the plural.
    ``case``: the case a preposition or verb demands.
    ``swap``: how far the word may be put in place of the other with nothing but inflection:
    ``safe`` always, ``review`` with a look at it, ``idea`` not mechanically.
    ``use``: where alone it fits: an adjective before a noun (``attribute``), behind *sein* (``predicate``), or as
    an ``adverb``; a noun with an ``article``, not in *bei Antragstellung*, or beside its ``pair``;
    a verb where the genitive of the old noun becomes its ``object``; a noun for a ``thing`` alone, not with the
    genitive of a person; words between an ``amount`` and the noun that it is the amount of.
    ``safe_before``: how the noun or sign that follows begins where a ``review`` word is ``safe``: *gemäß §*.
    ``takes``: ways to put a German verb in the place of a light verb; what each asks for and changes is told in
    ``light_verb_complements_de``. The first that fits is taken, ``+`` joins what a way asks for; without a way the verb
    takes what the light verb took.
    """

    word: str
    forms: str | None = None
    case: Case | None = None
    swap: Safety = "idea"
    use: Literal["attribute", "predicate", "adverb", "article", "pair", "object", "thing", "amount"] | None = None
    takes: tuple[str, ...] = ()
    safe_before: tuple[str, ...] = ()


class Entry(Noun):
    """A word or phrase with its plain words.

    ``word`` is the dictionary form. ``pos`` decides how it is matched: ``phrase`` as these very words,
    ``light-verb`` as fixed words plus all forms of the verb that comes last (German) or first (English).
    ``unless`` lists word sequences around the word in which it is fine; ``pairs`` words with which it makes a pair, so
    that it needs another plain word: *Ehemann/Ehefrau*. ``keep`` marks a legal term that must
    stay in the text and be explained; ``explain`` is that explanation in plain words.
    """

    word: str
    pos: PartOfSpeech
    forms: str | None = None
    case: Case | None = None
    plain: tuple[Plain, ...] = ()
    keep: bool = False
    explain: str | None = None
    note: str | None = None
    unless: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    tone: Literal["amt", "recht", "latein", "papier", "fach", "office", "legal", "latin", "wordy"] = "amt"
