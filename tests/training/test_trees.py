"""Corrections of the teacher's trees: tags by rule, signs the teacher must not see, and the way back."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.trees import HIDDEN, Tree, by_rule, restored, shown, tree_of


def flat(text: str, tags: str) -> Tree:
    """Words with tags; every word hangs on the first."""
    words = tuple(text.split())
    size = len(words)
    return Tree(words, (True,) * size, tuple(tags.split()), (0,) * size, ("ROOT", *("nk",) * (size - 1)))


@cache
def vocab() -> Vocab:
    return spacy.blank("de").vocab


def doc_of(text: str, starts: tuple[int, ...] = (0,)) -> Doc:
    words = text.split()
    return Doc(vocab(), words, [True] * len(words), sent_starts=[place in starts for place in range(len(words))])


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Der Antrag ( siehe unten )", "ART NN NE VVFIN ADV XY", "ART NN $( VVFIN ADV $("),
        ("Anlage A , B ; C .", "NN XY NE XY NE XY NE", "NN XY $, XY $. XY $."),
        ("Wie lange ?", "PWAV ADV XY", "PWAV ADV $."),
        ("am 3. Mai", "APPRART CARD NN", "APPRART ADJA NN"),
        ("Anlage 3. (", "NN CARD XY", "NN CARD $("),
        ("50 % nach § 5", "CARD XY APPR XY CARD", "CARD NN APPR NN CARD"),
        ("Sie muss zahlen", "PPER ADJA VVINF", "PPER VMFIN VVINF"),
        ("Sie könnten zahlen", "PPER VVFIN VVINF", "PPER VMFIN VVINF"),
        ("Sie wissen , dass er zahlt", "PPER VVFIN $, PDS PPER VVFIN", "PPER VVFIN $, KOUS PPER VVFIN"),
        ("die Nachweise beizufügen", "ART NN VVINF", "ART NN VVIZU"),
        ("die beizufügenden Nachweise", "ART ADJA NN", "ART ADJA NN"),
        ("zu zahlen", "PTKZU VVIZU", "PTKZU VVINF"),
        ("wurde gestern aufgeschoben", "VAFIN ADV VVINF", "VAFIN ADV VVPP"),
    ],
)
def test_tags_are_set_where_there_is_no_choice(text: str, before: str, after: str) -> None:
    assert " ".join(by_rule(flat(text, before)).tags) == after


def test_what_the_auxiliary_governs_is_no_finite_verb() -> None:
    words = tuple("Der Bescheid wird bald erteilt .".split())
    tags = ("ART", "NN", "VAFIN", "ADV", "VVFIN", "$.")
    tree = Tree(words, (True,) * 6, tags, (1, 2, 2, 4, 2, 2), ("nk", "sb", "ROOT", "mo", "oc", "punct"))
    assert by_rule(tree).tags[4] == "VVPP"


def test_a_finite_verb_behind_a_comma_stays_one() -> None:
    words = tuple("Das ist , was er bearbeitet .".split())
    tags = ("PDS", "VAFIN", "$,", "PWS", "PPER", "VVFIN", "$.")
    deps = ("sb", "ROOT", "punct", "oa", "sb", "oc", "punct")
    assert by_rule(Tree(words, (True,) * 7, tags, (1, 1, 1, 5, 5, 1, 1), deps)).tags[5] == "VVFIN"


def test_the_teacher_never_sees_quotation_marks() -> None:
    part = shown(doc_of("Das Feld „ Ort “ muss leer bleiben – immer ."))
    assert part.words == ("Das", "Feld", "Ort", "muß", "leer", "bleiben", "-", "immer", ".")
    assert part.kept == (0, 1, 3, 5, 6, 7, 8, 9, 10)


def test_a_text_of_signs_alone_is_shown_as_it_is() -> None:
    assert shown(doc_of("„ “")).words == ("„", "“")


def test_the_start_of_a_sentence_moves_to_its_first_shown_word() -> None:
    part = shown(doc_of("Ja . „ Nein “ .", starts=(0, 2)))
    assert part.words == ("Ja", ".", "Nein", ".")
    assert part.starts == (True, False, True, False)


def test_signs_hang_on_their_neighbours() -> None:
    doc = doc_of("Das Feld „ Ort “ bleibt leer .")
    part = shown(doc)
    tags, deps = ("ART", "NN", "NN", "VVFIN", "ADJD", "$."), ("nk", "sb", "nk", "ROOT", "mo", "punct")
    tree = restored(doc, part, tags, (1, 3, 1, 3, 3, 3), deps)
    assert tree.words == ("Das", "Feld", "„", "Ort", "“", "bleibt", "leer", ".")
    assert tree.tags == ("ART", "NN", "$(", "NN", "$(", "VVFIN", "ADJD", "$.")
    assert tree.heads == (1, 5, 3, 1, 3, 5, 5, 5)
    assert tree.deps == ("nk", "sb", "punct", "nk", "punct", "ROOT", "mo", "punct")


WORDS = st.sampled_from(["Antrag", "prüfen", "Sie", ".", ",", "muss", *sorted(HIDDEN)])


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=24))
def test_every_text_comes_back_whole_with_its_sentences(items: list[tuple[str, bool]]) -> None:
    words = [word for word, _ in items]
    starts = [not place or start for place, (_, start) in enumerate(items)]
    doc = Doc(vocab(), words, sent_starts=starts)  # type: ignore[arg-type]
    part = shown(doc)
    firsts = [max(i for i in range(place + 1) if part.starts[i]) for place in range(len(part.words))]
    deps = ["ROOT" if first == place else "nk" for place, first in enumerate(firsts)]
    tree = restored(doc, part, ["NN"] * len(firsts), firsts, deps)
    assert tree.words == tuple(words)
    for place, first in zip(part.kept, firsts, strict=True):
        assert tree.heads[place] == part.kept[first]
    assert all(tree.deps[place] == "punct" for place in range(len(words)) if place not in part.kept)
    # Read anew, it is a tree in which each sentence with a word in it is one.
    back = Doc(vocab(), words, tags=list(tree.tags), heads=list(tree.heads), deps=list(tree.deps))
    assert tree_of(back).heads == tree.heads
    begins = [token.i for token in back if token.is_sent_start]
    assert len(begins) == sum(part.starts)
