"""Trees that no sentence has: endless chains and nonsense must neither fail nor take for ever."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, Span

from app.languages.brackets_de import brackets
from app.languages.clauses_de import clauses
from app.languages.coordination_de import coordinations
from app.languages.genitives_de import genitive_chains
from app.languages.outline_de import LONGEST
from app.languages.verb_groups_de import verb_groups
from app.languages.verbs_de import modal_infinitives, passives

FACTS: list[Callable[[Span], list[Any]]] = [
    passives,
    modal_infinitives,
    clauses,
    verb_groups,
    brackets,
    genitive_chains,
    coordinations,
]
CHAINS = [
    ("prüft", "VVFIN", "cj"),
    ("prüfen", "VVINF", "oc"),
    ("geprüft", "VVPP", "cj"),
    ("werden", "VAINF", "oc"),
    ("einzureichen", "VVIZU", "cj"),
    ("Antrags", "NN", "ag"),
    ("Antrag", "NN", "cj"),
    ("und", "KON", "cd"),
]
WORDS = [
    *(("prüft", "VVFIN"), ("Antrag", "NN"), ("des", "ART"), ("und", "KON"), ("werden", "VAINF"), ("geprüft", "VVPP")),
    *((",", "$,"), ("wenn", "KOUS"), ("die", "PRELS"), ("zu", "PTKZU"), ("kann", "VMFIN"), ("Haupt-", "TRUNC")),
    *(("ist", "VAFIN"), ("nicht", "PTKNEG"), ("einzureichen", "VVIZU"), ("Sie", "PPER"), ("wer", "PWS"), ("*", "$(")),
]
RELATIONS = ["sb", "oa", "oc", "cj", "cd", "ag", "nk", "mo", "rc", "cp", "svp", "ng", "pd", "re"]
VOCAB = spacy.blank("de").vocab


@pytest.mark.parametrize("length", [LONGEST, 3000])
@pytest.mark.parametrize(("word", "tag", "relation"), CHAINS)
def test_endless_chains(word: str, tag: str, relation: str, length: int) -> None:
    doc = Doc(
        VOCAB,
        words=["wird", *[word] * (length - 1)],
        tags=["VAFIN", *[tag] * (length - 1)],
        heads=[0, *range(length - 1)],
        deps=["ROOT", "oc", *[relation] * (length - 2)],
    )
    for fact in FACTS:
        assert len(fact(doc[:])) <= length


def test_a_list_of_participles_is_read_once() -> None:
    count = 60
    doc = Doc(
        VOCAB,
        words=["wird", *["geprüft"] * count],
        tags=["VAFIN", *["VVPP"] * count],
        heads=[0, 0, *range(1, count)],
        deps=["ROOT", "oc", *["cj"] * (count - 1)],
    )
    (group,) = verb_groups(doc[:])
    assert len(group.others) == count - 1
    (passive,) = passives(doc[:])
    assert len(passive.others) == count - 1


@pytest.mark.parametrize("seed", range(60))
def test_nonsense(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (no secret)
    count = chance.choice([1, 2, 3, 8, 20, 60])
    drawn = [chance.choice(WORDS) for _ in range(count)]
    order = chance.sample(range(count), count)
    heads = [0] * count
    heads[order[0]] = order[0]
    for place in range(1, count):
        heads[order[place]] = order[chance.randrange(place)]
    doc = Doc(
        VOCAB,
        words=[word for word, _ in drawn],
        tags=[tag for _, tag in drawn],
        heads=heads,
        deps=["ROOT" if heads[place] == place else chance.choice(RELATIONS) for place in range(count)],
    )
    sent = doc[:]
    for fact in FACTS:
        fact(sent)
    for group in verb_groups(sent):
        assert group.main in group.verbs
        assert len(set(group.verbs)) == len(group.verbs)
    for found in coordinations(sent):
        assert len(found.conjuncts) >= 2
    for bracket in brackets(sent):
        assert bracket.left.i < bracket.right[0].i
    for chain in genitive_chains(sent):
        assert len(set(chain.nouns)) == len(chain.nouns) >= 2
