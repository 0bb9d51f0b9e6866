"""Sentences in CoNLL-U: what is read, and that our own are whole trees in the labels of the model."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from app.settings import ROOT
from training.conllu import OWN, Sentence, own, read

TEXT = """# sent_id = one
# part = train
# text = Zum Amt (PAV).
1-2	Zum	_	_	_	_	_	_	_	_
1	Zum	_	_	APPR_ART	_	2	case	_	_
2	Amt	_	_	NN	_	0	root	_	_
3	(	_	_	$(	_	2	punct	_	SpaceAfter=No
4	dafür	_	_	PAV	_	2	dep	_	SpaceAfter=No
5	)	_	_	$(	_	2	punct	_	_

# sent_id = two
1	Ja	_	_	PTKANT	_	0	root	_	_
"""
LABELS = json.loads((ROOT / "models" / "de_formklar_sm" / "meta.json").read_text(encoding="utf-8"))["labels"]
SENTENCES = [sentence for path in OWN for sentence in read(path)]


@pytest.fixture
def sentences(tmp_path: Path) -> list[Sentence]:
    path = tmp_path / "some.conllu"
    path.write_text(TEXT, encoding="utf-8")
    return list(read(path))


def test_words_heads_and_spaces(sentences: list[Sentence]) -> None:
    tree = sentences[0].tree
    assert tree.words == ("Zum", "Amt", "(", "dafür", ")")
    assert tree.heads == (1, 1, 1, 1, 1)
    assert tree.spaces == (True, True, False, False, True)
    assert [sentence.id for sentence in sentences] == ["one", "two"]


def test_tags_get_the_names_of_our_labels(sentences: list[Sentence]) -> None:
    assert sentences[0].tree.tags == ("APPRART", "NN", "$(", "PROAV", "$(")


def test_comments_and_the_half(sentences: list[Sentence]) -> None:
    assert sentences[0].comments["part"] == "train"
    assert [sentence.half for sentence in sentences] == [1, 0]


def test_ids_of_our_own_are_unique() -> None:
    counted = Counter(sentence.id for sentence in SENTENCES)
    assert [name for name, count in counted.items() if count > 1] == []


def test_training_and_test_share_no_sentence() -> None:
    texts = {part: {sentence.tree.words for sentence in own(part)} for part in ("train", "test")}
    assert len(texts["test"]) >= 20
    assert texts["train"].isdisjoint(texts["test"])


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.id)
def test_our_own_sentences_are_trees_in_our_labels(sentence: Sentence) -> None:
    tree = sentence.tree
    places = range(len(tree.words))
    assert sentence.comments["part"] in {"train", "test"}
    joined = "".join(word + " " * space for word, space in zip(tree.words, tree.spaces, strict=True)).rstrip()
    assert sentence.comments["text"] == joined
    assert set(tree.tags) <= set(LABELS["tagger"])
    assert set(tree.deps) <= set(LABELS["parser"])
    for place in places:
        assert (tree.deps[place] == "ROOT") == (tree.heads[place] == place), tree.words[place]
        way = place
        for _ in places:
            way = tree.heads[way]
        assert tree.heads[way] == way, f"{tree.words[place]}: its heads go in a circle"
