"""Measures pipelines side by side and prints a Markdown table.

    python -m training.evaluate TREEBANK PIPELINE [PIPELINE …] [--passive DIR]

``TREEBANK`` is a folder with ``de_gsd-dev.conllu`` (gold tags) and ``silver/dev.spacy`` (the teacher's trees);
``--corrected`` names the corrected ``dev.spacy`` of ``training.prepare``. ``--passive`` names the folder that
``benchmarks.passive`` takes. Attachment leaves punctuation out. Tags that name one thing twice (``APPR_ART``, ``PAV``)
count as equal. Our own sentences are parsed as the service does it: sentence
starts by rule, words in the spelling that was learnt.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language as Nlp
from spacy.tokens import Doc, DocBin

from app.languages import load
from app.languages.pipeline import load_nlp
from app.languages.tokens_de import as_learnt, mark_sentences
from app.settings import Settings
from benchmarks.passive import measure
from training.conllu import read
from training.trees import Tree, shown, tree_of

OWN = Path(__file__).with_name("sentences.conllu")
Figures = dict[str, str]


def bare(nlp: Nlp, tree: Tree) -> Doc:
    """The tokens of a tree without the tree."""
    return Doc(nlp.vocab, words=list(tree.words), spaces=list(tree.spaces))


def parsed(nlp: Nlp, trees: Sequence[Tree]) -> list[Tree]:
    """What the pipeline alone makes of the tokens."""
    return [tree_of(doc) for doc in nlp.pipe([bare(nlp, tree) for tree in trees], batch_size=128)]


def as_served(nlp: Nlp, trees: Sequence[Tree]) -> list[Tree]:
    """What the service makes of the tokens: sentence starts by rule, words in the spelling that was learnt."""
    docs = [bare(nlp, tree) for tree in trees]
    for doc in docs:
        mark_sentences(doc)
    return [tree_of(doc) for doc in nlp.pipe([as_learnt(doc) for doc in docs], batch_size=128)]


def share(pairs: Iterable[bool]) -> str:
    """How many are true, in per cent."""
    counted = list(pairs)
    return f"{100 * sum(counted) / max(len(counted), 1):.2f}"


def tags(gold: Sequence[Tree], ours: Sequence[Tree], *, signs: bool = True) -> str:
    """Tag accuracy; without ``signs`` over words only."""
    pairs = ((a, b) for x, y in zip(gold, ours, strict=True) for a, b in zip(x.tags, y.tags, strict=True))
    return share(a == b for a, b in pairs if signs or not a.startswith("$"))


def attachment(gold: Sequence[Tree], ours: Sequence[Tree], *, labelled: bool) -> str:
    """Share of the words, punctuation left out, with the right head, and the right relation if ``labelled``."""
    return share(
        (x.heads[i], x.deps[i] if labelled else "") == (y.heads[i], y.deps[i] if labelled else "")
        for x, y in zip(gold, ours, strict=True)
        for i in range(len(x.words))
        if x.deps[i] != "punct"
    )


def against_gold(nlp: Nlp, path: Path) -> Figures:
    """Tags against the treebank, in all, by half, and of words alone."""
    sentences = list(read(path))
    gold = [sentence.tree for sentence in sentences]
    ours = parsed(nlp, gold)
    figures = {"tags, GSD dev": tags(gold, ours)}
    for half in (0, 1):
        part = [i for i, sentence in enumerate(sentences) if sentence.half == half]
        figures[f"tags, GSD dev, half {half}"] = tags([gold[i] for i in part], [ours[i] for i in part])
    figures["tags, GSD dev, words only"] = tags(gold, ours, signs=False)
    return figures


def against_teacher(nlp: Nlp, path: Path, name: str) -> Figures:
    """Agreement with automatic trees of unseen texts, and with those of them that no correction touches."""
    docs = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    silver = [tree_of(doc) for doc in docs]
    ours = parsed(nlp, silver)
    figures = {
        f"tags, {name}": tags(silver, ours),
        f"UAS, {name}": attachment(silver, ours, labelled=False),
        f"LAS, {name}": attachment(silver, ours, labelled=True),
    }
    figures[f"LAS, {name}, as the service parses"] = attachment(silver, as_served(nlp, silver), labelled=True)
    plain = [i for i, doc in enumerate(docs) if shown(doc) is None]
    some = [silver[i] for i in plain], [ours[i] for i in plain]
    figures[f"LAS, {name}, {len(plain)} texts the teacher could read"] = attachment(*some, labelled=True)
    return figures


def on_own(nlp: Nlp) -> Figures:
    """Our own sentences: those that training may use, and those kept apart."""
    figures: Figures = {}
    for part in ("train", "test"):
        gold = [sentence.tree for sentence in read(OWN) if sentence.comments["part"] == part]
        ours = as_served(nlp, gold)
        figures[f"tags, own sentences, {part} ({len(gold)})"] = tags(gold, ours)
        figures[f"LAS, own sentences, {part} ({len(gold)})"] = attachment(gold, ours, labelled=True)
    return figures


def passive(path: str, folder: Path) -> Figures:
    """Sentences with a passive, through the grammar of the service."""
    language = load("de", Settings(model_de=path))
    figures: Figures = {}
    for file in sorted(folder.glob("de_*.jsonl")):
        _, counts = measure(file, language)[0]
        figures[f"passive, {file.stem}: P / R / F1"] = f"{counts.precision:.3f} / {counts.recall:.3f} / {counts.f1:.3f}"
    return figures


def cost(path: str, trees: Sequence[Tree]) -> Figures:
    """Megabytes as written anew, seconds to load, words a second (best of three)."""
    begin = time.perf_counter()
    nlp = load_nlp(path)
    loading = time.perf_counter() - begin
    with tempfile.TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    speeds = []
    for _ in range(3):
        docs = [bare(nlp, tree) for tree in trees]
        begin = time.perf_counter()
        list(nlp.pipe(docs, batch_size=128))
        speeds.append(sum(len(doc) for doc in docs) / (time.perf_counter() - begin))
    return {
        "size, MB": f"{size / 1e6:.1f}",
        "loading, s": f"{loading:.2f}",
        "words a second, given tokens": f"{max(speeds[:3]):,.0f}",
    }


def figures_of(path: str, options: argparse.Namespace) -> Figures:
    """All figures of one pipeline."""
    nlp = load_nlp(path)
    treebank: Path = options.treebank
    figures = against_gold(nlp, treebank / "de_gsd-dev.conllu")
    figures |= against_teacher(nlp, treebank / "silver" / "dev.spacy", "silver dev")
    if options.corrected:
        figures |= against_teacher(nlp, options.corrected, "corrected dev")
    figures |= on_own(nlp)
    if options.passive:
        figures |= passive(path, options.passive)
    silver = DocBin().from_disk(treebank / "silver" / "dev.spacy").get_docs(nlp.vocab)
    return figures | cost(path, [tree_of(doc) for doc in silver])


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints one row for each figure and one column for each pipeline."""
    parser = argparse.ArgumentParser(prog="training.evaluate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("pipelines", nargs="+")
    parser.add_argument("--corrected", type=Path)
    parser.add_argument("--passive", type=Path)
    options = parser.parse_args(arguments)
    columns = [figures_of(path, options) for path in options.pipelines]
    print("| measure | " + " | ".join(Path(path).name for path in options.pipelines) + " |")
    print("|---|" + "---|" * len(columns))
    for name in columns[0]:
        print(f"| {name} | " + " | ".join(column[name] for column in columns) + " |")


if __name__ == "__main__":
    main()
