"""Training: batches, the learning rate, and a small network that learns from twenty of our own sentences."""

from __future__ import annotations

import contextlib
import io
import re
from itertools import islice
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Config

from app.errors import SettingsError
from app.languages import checksums
from app.languages.pipeline import load_nlp
from training import ship, train
from training.conllu import own
from training.prepare import write
from training.trees import tree_of


def some_docs(*lengths: int) -> list[Doc]:
    vocab = Vocab()
    return [Doc(vocab, words=[f"{number}.{place}" for place in range(size)]) for number, size in enumerate(lengths)]


def test_a_pass_has_every_text_once() -> None:
    docs = some_docs(5, 5, 5, 5, 5, 5, 5, 5)
    first = [doc for batch in islice(train.batches(docs, 10, 0), 4) for doc in batch]
    assert sorted(map(id, first)) == sorted(map(id, docs))


def test_batches_are_about_as_large_as_asked() -> None:
    for batch in islice(train.batches(some_docs(*range(1, 40)), 60, 1), 50):
        sizes = [len(doc) for doc in batch]
        assert sum(sizes) >= 60 > sum(sizes[:-1])


def test_the_seed_decides_the_order() -> None:
    docs = some_docs(*[3] * 30)
    orders = [[id(doc) for batch in islice(train.batches(docs, 9, seed), 20) for doc in batch] for seed in (7, 7, 8)]
    assert orders[0] == orders[1] != orders[2]


def test_the_rate_rises_and_falls() -> None:
    rates = [train.rate(step / 1000, step, 0.001) for step in range(1001)]
    assert rates[0] < 0.0001
    top = rates.index(max(rates))
    assert top <= train.WARM
    assert rates[top] > 0.0009
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert 0 < rates[-1] < 0.0001
    assert train.rate(2.0, 1000, 0.001) > 0


def test_texts_that_are_too_long_or_too_short_are_left_out(tmp_path: Path) -> None:
    vocab = Vocab()
    for name, size in (("one", 1), ("two", 2), ("most", train.LONGEST), ("long", train.LONGEST + 1)):
        words = [name] * size
        doc = Doc(vocab, words, tags=["NN"] * size, heads=[0] * size, deps=["ROOT", *["nk"] * (size - 1)])
        write([tree_of(doc)], vocab, tmp_path / f"train-{name}.spacy")
    found = train.texts(sorted(tmp_path.glob("*.spacy")), vocab, None)
    assert sorted(doc[0].text for doc in found) == ["most", "two"]
    assert train.texts(sorted(tmp_path.glob("*.spacy")), vocab, frozenset({"NE"})) == []


def small() -> Config:
    """The network of the model, with fewer and narrower layers."""
    config = Config().from_disk(train.CONFIG, interpolate=False)
    tok2vec, parser = (config["components"][name] for name in ("tok2vec", "parser"))
    tok2vec["model"]["embed"] |= {"width": 32, "rows": [min(rows, 200) for rows in tok2vec["model"]["embed"]["rows"]]}
    tok2vec["model"]["encode"] |= {"width": 32, "depth": 2}
    parser["min_action_freq"] = 1
    parser["model"]["hidden_width"] = 16
    return config


@pytest.fixture(scope="module")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with ``model-best`` and what was printed: twenty sentences, a small network, from nothing."""
    data, out = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("out")
    small().to_disk(data / "config.cfg")
    trees = [sentence.tree for sentence in own("train")[:20]]
    vocab = spacy.blank("de").vocab
    write(trees, vocab, data / "train-own.spacy")
    write(trees, vocab, data / "dev.spacy")
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        patch.setattr(train, "CONFIG", data / "config.cfg")
        patch.setattr(train, "WARM", 5)
        train.main([str(data), str(out), "--steps", "60", "--every", "20", "--rate", "0.01", "--words", "120"])
    return out, printed.getvalue()


def test_the_loss_falls(learnt: tuple[Path, str]) -> None:
    for part in ("tagger", "parser"):
        losses = [float(number) for number in re.findall(rf"{part} (\d+)", learnt[1])]
        assert len(losses) == 3
        assert losses[-1] < losses[0] / 2


def test_what_was_learnt_is_there_after_loading(learnt: tuple[Path, str]) -> None:
    nlp = load_nlp(str(learnt[0] / "model-best"))
    trees = [sentence.tree for sentence in own("train")[:20]]
    docs = [nlp(Doc(nlp.vocab, list(tree.words), list(tree.spaces))) for tree in trees]
    right = [
        a == token.tag_ for doc, tree in zip(docs, trees, strict=True) for token, a in zip(doc, tree.tags, strict=True)
    ]
    assert sum(right) > 0.8 * len(right)


def test_it_ships_without_the_words_it_learnt_from(learnt: tuple[Path, str], tmp_path: Path) -> None:
    trained, shipped = learnt[0] / "model-best", tmp_path / "shipped"
    ship.main([str(trained), str(shipped), "--version", "9.9.9"])
    before, after = load_nlp(str(trained)), load_nlp(str(shipped))
    assert after.meta["version"] == "9.9.9"
    assert after.meta["license"] == "CC BY-SA 4.0"
    text = "Reichen Sie den Antrag bis zum 31. März bei der Gemeinde ein."
    assert [(t.tag_, t.dep_, t.head.i) for t in before(text)] == [(t.tag_, t.dep_, t.head.i) for t in after(text)]
    assert "Gemeinde" in (trained / "vocab" / "strings.json").read_text(encoding="utf-8")
    assert "Gemeinde" not in (shipped / "vocab" / "strings.json").read_text(encoding="utf-8")
    checksums.verify(shipped)
    (shipped / "tagger" / "model").write_bytes(b"")
    with pytest.raises(SettingsError, match="tagger/model"):
        checksums.verify(shipped)


def test_shipping_keeps_the_card(learnt: tuple[Path, str], tmp_path: Path) -> None:
    folder = tmp_path / "model"
    ship.main([str(learnt[0] / "model-best"), str(folder)])
    (folder / "README.md").write_text("# Card\n", encoding="utf-8")
    ship.main([str(learnt[0] / "model-best"), str(folder)])
    assert (folder / "README.md").read_text(encoding="utf-8") == "# Card\n"
    checksums.verify(folder)


def test_new_figures_take_the_place_of_the_old(tmp_path: Path) -> None:
    card, table = tmp_path / "README.md", tmp_path / "figures.md"
    card.write_text("# Card\n\n<!-- figures: begin -->\nold\n\nolder\n<!-- figures: end -->\n\nEnd\n", encoding="utf-8")
    table.write_text("| tags | 97.0 |\n", encoding="utf-8")
    for _ in range(2):
        ship.insert(card, table)
    assert card.read_text(encoding="utf-8") == (
        "# Card\n\n<!-- figures: begin -->\n| tags | 97.0 |\n<!-- figures: end -->\n\nEnd\n"
    )
    card.write_text("# Card\n", encoding="utf-8")
    with pytest.raises(ValueError, match="marks"):
        ship.insert(card, table)
