"""Second opinions on tags, and the variety of the training texts."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from training.opinions import Nouns, settled
from training.second import stts
from training.trees import Tree
from training.variety import cut, varied

NOUNS = Nouns(frozenset({"Kassel", "Torsten"}), frozenset({"Antrag", "Frist", "Koch", "Leistung"}))


def tree(words: str, tags: str, heads: str = "", deps: str = "") -> Tree:
    size = len(words.split())
    places = tuple(int(head) for head in heads.split()) if heads else tuple(range(size))
    relations = tuple(deps.split()) if deps else ("x",) * size
    return Tree(tuple(words.split()), (True,) * size, tuple(tags.split()), places, relations)


@pytest.mark.parametrize(
    ("words", "teacher", "second", "right"),
    [
        ("in Kassel", "APPR NN", "APPR NN", "APPR NE"),
        ("Torstens Antrag", "NN NN", "NN NN", "NE NN"),
        ("die Frist", "ART NE", "ART NN", "ART NN"),
        ("Herr Koch", "NN NE", "NN NN", "NN NE"),
        ("die EU", "ART NE", "ART NN", "ART NE"),
        ("Die Zusatzleistung", "ART NE", "ART NN", "ART NN"),
        ("der Brief kam", "ART NN VVINF", "ART NN VVPP", "ART NN VVPP"),
        ("der Brief kam", "ART NN VVFIN", "ART NN VVPP", "ART NN VVFIN"),
    ],
)
def test_tags_are_settled(words: str, teacher: str, second: str, right: str) -> None:
    assert " ".join(settled(tree(words, teacher), second.split(), NOUNS)) == right


def test_reflexives_point_back() -> None:
    words, tags = "ich freue mich", "PPER VVFIN PPER"
    assert settled(tree(words, tags, "1 1 1", "sb ROOT oa"), tags.split(), NOUNS)[2] == "PRF"
    assert settled(tree("er sieht mich", tags, "1 1 1", "sb ROOT oa"), tags.split(), NOUNS)[2] == "PPER"


@pytest.mark.parametrize(
    ("theirs", "ours"), [("VV(FIN)", "VVFIN"), ("NNA", "NN"), ("PAV", "PROAV"), ("ADJ(D)", "ADJD")]
)
def test_names_of_tags(theirs: str, ours: str) -> None:
    assert stts(theirs) == ours


def test_a_compound_in_three_tokens_keeps_the_tree() -> None:
    found = cut(tree("die EU-Staaten zahlen", "ART NN VVFIN", "1 2 2", "nk sb ROOT"))
    assert found.words == ("die", "EU", "-", "Staaten", "zahlen")
    assert found.tags == ("ART", "NN", "$(", "NN", "VVFIN")
    assert found.heads == (3, 3, 3, 4, 4)
    assert found.deps == ("nk", "nk", "punct", "sb", "ROOT")


def test_other_compounds_stay_whole() -> None:
    whole = tree("die E-Mail-Adresse und Baden-württembergisch", "ART NN KON ADJD")
    assert cut(whole) == whole


def test_variety_depends_on_the_text_alone() -> None:
    vocab = spacy.blank("de").vocab
    for number in range(40):
        given = tree(f"Frau Meier muss am {number} nach Kassel", "NN NE VMFIN APPRART CARD APPR NE")
        doc = Doc(vocab, words=list(given.words))
        first, again = varied(given, doc, ["Anna", "Ben"]), varied(given, doc, ["Anna", "Ben"])
        assert first == again
        assert first.tags == given.tags
        assert first.words[0] == "Frau"
        assert first.words[2] in {"muss", "muß"}
        assert first.words[1] in {"Meier", "Anna", "Ben"}
