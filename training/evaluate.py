"""Measures pipelines side by side, and the teacher beside them, and prints a Markdown table.

    python -m training.evaluate TREEBANK DATA PIPELINE [PIPELINE …] [--passive DIR] [--teacher M --teacher-python P]

``TREEBANK`` is a folder with gold tags: ``de_gsd-dev.conllu`` and, if it is there, ``de_docs_new.conllu``. ``DATA`` is
what ``training.prepare`` wrote: ``dev.spacy`` and every ``unseen*.spacy`` hold the teacher's trees of texts that were
not trained on. ``--passive`` names the folder that ``benchmarks.passive`` takes. Attachment leaves punctuation out.
Tags that name one thing twice (``APPR_ART``, ``PAV``) count as equal. “As served” means: sentence starts by rule, tags
settled; otherwise the pipeline gets tokens and nothing else. The teacher always gets our sentence starts and the
spelling it knows.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language as Nlp
from spacy.tokens import Doc, DocBin

from app.languages import load
from app.languages.de import passives
from app.languages.names_de import named
from app.languages.pipeline import load_nlp
from app.languages.tokens_de import mark_sentences, prepare
from app.settings import Settings
from benchmarks.passive import count, has_passive
from training.conllu import own, read
from training.prepare import Sources, bare
from training.trees import Tree, by_rule, doc_of, tree_of

Figures = dict[str, str]
Parse = Callable[[Sequence[Tree]], list[Tree]]


def _bare(nlp: Nlp, tree: Tree) -> Doc:
    return Doc(nlp.vocab, words=list(tree.words), spaces=list(tree.spaces))


def alone(nlp: Nlp) -> Parse:
    """What the pipeline makes of tokens and nothing else."""
    return lambda trees: [tree_of(doc) for doc in nlp.pipe([_bare(nlp, tree) for tree in trees], batch_size=128)]


def served(nlp: Nlp) -> Parse:
    """What the service makes of the tokens: sentence starts by rule, tags settled."""

    def parse(trees: Sequence[Tree]) -> list[Tree]:
        docs = [_bare(nlp, tree) for tree in trees]
        for doc in docs:
            mark_sentences(doc)
        return [_settled(tree_of(doc)) for doc in nlp.pipe(docs, batch_size=128)]

    return parse


def _settled(tree: Tree) -> Tree:
    """The tree with the tags that the service settles."""
    return replace(tree, tags=tuple(named(tree.words, by_rule(tree).tags)))


def taught(sources: Sources) -> Parse:
    """What the teacher makes of the tokens, with the tags that STTS leaves no choice about set by rule."""
    vocab = spacy.blank("de").vocab

    def parse(trees: Sequence[Tree]) -> list[Tree]:
        docs = [Doc(vocab, words=list(tree.words), spaces=list(tree.spaces)) for tree in trees]
        return [by_rule(tree) for tree in sources.trees([bare(doc, vocab) for doc in docs])]

    return parse


def share(pairs: Iterable[bool]) -> str:
    """How many are true, in per cent."""
    counted = list(pairs)
    return f"{100 * sum(counted) / max(len(counted), 1):.2f}"


def tags(gold: Sequence[Tree], ours: Sequence[Tree], *, signs: bool = True) -> str:
    """Tag accuracy; without ``signs`` over words only."""
    pairs = ((a, b) for x, y in zip(gold, ours, strict=True) for a, b in zip(x.tags, y.tags, strict=True))
    return share(a == b for a, b in pairs if signs or not a.startswith("$"))


def attachment(gold: Sequence[Tree], ours: Sequence[Tree], *, labelled: bool = True) -> str:
    """Share of the words, punctuation left out, with the right head, and the right relation if ``labelled``."""
    return share(
        (x.heads[i], x.deps[i] if labelled else "") == (y.heads[i], y.deps[i] if labelled else "")
        for x, y in zip(gold, ours, strict=True)
        for i in range(len(x.words))
        if x.deps[i] != "punct"
    )


def against_gold(parse: Parse, folder: Path) -> Figures:
    """Tags against the treebank, in all, by half, and of words alone."""
    sentences = list(read(folder / "de_gsd-dev.conllu"))
    gold = [sentence.tree for sentence in sentences]
    ours = parse(gold)
    figures = {"tags, GSD dev": tags(gold, ours)}
    for half in (0, 1):
        part = [i for i, sentence in enumerate(sentences) if sentence.half == half]
        figures[f"– half {half}"] = tags([gold[i] for i in part], [ours[i] for i in part])
    figures["– words only"] = tags(gold, ours, signs=False)
    other = folder / "de_docs_new.conllu"
    if other.exists():
        gold = [sentence.tree for sentence in read(other)]
        figures[f"tags, {other.stem}"] = tags(gold, parse(gold))
    return figures


def against_teacher(parse: Parse, path: Path) -> Figures:
    """Agreement with the teacher's trees of texts not trained on."""
    gold = [tree_of(doc) for doc in DocBin().from_disk(path).get_docs(spacy.blank("de").vocab)]
    ours = parse(gold)
    size = f"{path.stem} ({sum(len(tree.words) for tree in gold):,} tokens)"
    return {
        f"LAS against the teacher, {size}": attachment(gold, ours),
        f"– UAS, {path.stem}": attachment(gold, ours, labelled=False),
        f"– tags, {path.stem}": tags(gold, ours),
    }


def on_own(parse: Parse) -> Figures:
    """Our own sentences, corrected by hand: those that training may use, and those kept apart."""
    figures: Figures = {}
    for part in ("train", "test"):
        gold = [sentence.tree for sentence in own(part)]
        ours = parse(gold)
        figures[f"own sentences, {part} ({len(gold)}): tags"] = tags(gold, ours)
        figures[f"own sentences, {part} ({len(gold)}): LAS"] = attachment(gold, ours)
    return figures


def passive(found: Callable[[Sequence[str]], list[bool]], folder: Path) -> Figures:
    """Sentences with a passive."""
    figures: Figures = {}
    for file in sorted(folder.glob("de_*.jsonl")):
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        ours = found([row["text"] for row in rows])
        counts = count((bool(row["werden_passive"]), one) for row, one in zip(rows, ours, strict=True))
        figures[f"passive, {file.stem}: P / R / F1"] = f"{counts.precision:.3f} / {counts.recall:.3f} / {counts.f1:.3f}"
    return figures


def passives_of(path: str) -> Callable[[Sequence[str]], list[bool]]:
    """Whether texts hold a passive, through the grammar of the service."""
    language = load("de", Settings(model_de=path))
    return lambda texts: [has_passive(language, text) for text in texts]


def passives_taught(sources: Sources) -> Callable[[Sequence[str]], list[bool]]:
    """The same with our tokens and grammar and the teacher's trees."""
    nlp = spacy.blank("de")
    prepare(nlp)

    def found(texts: Sequence[str]) -> list[bool]:
        docs = [nlp.make_doc(text) for text in texts]
        for doc in docs:
            mark_sentences(doc)
        trees = sources.trees(docs)
        full = [doc_of(by_rule(tree), nlp.vocab) for tree in trees]
        return [any(not one.state for sent in doc.sents for one in passives(sent)) for doc in full]

    return found


def cost(path: str, trees: Sequence[Tree]) -> Figures:
    """Megabytes as written anew, seconds to load, words a second of CPU time (best of three)."""
    begin = time.process_time()
    nlp = load_nlp(path)
    loading = time.process_time() - begin
    with tempfile.TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    speeds = []
    for _ in range(3):
        docs = [_bare(nlp, tree) for tree in trees]
        begin = time.process_time()
        list(nlp.pipe(docs, batch_size=128))
        speeds.append(sum(len(doc) for doc in docs) / (time.process_time() - begin))
    return {
        "size, MB": f"{size / 1e6:.1f}",
        "loading, s": f"{loading:.2f}",
        "words a second, given tokens": f"{max(speeds):,.0f}",
    }


def figures_of(path: str, options: argparse.Namespace) -> Figures:
    """All figures of one pipeline."""
    nlp = load_nlp(path)
    parse = served(nlp)
    figures = against_gold(alone(nlp), options.treebank)
    figures["tags, GSD dev, as served"] = against_gold(parse, options.treebank)["tags, GSD dev"]
    for file in [options.data / "dev.spacy", *sorted(options.data.glob("unseen*.spacy"))]:
        figures |= against_teacher(parse, file)
    figures |= on_own(parse)
    if options.passive:
        figures |= passive(passives_of(path), options.passive)
    silver = DocBin().from_disk(options.data / "dev.spacy").get_docs(nlp.vocab)
    return figures | cost(path, [tree_of(doc) for doc in silver])


def figures_of_teacher(sources: Sources, options: argparse.Namespace) -> Figures:
    """What can be measured of the teacher: not agreement with itself."""
    parse = taught(sources)
    figures = against_gold(parse, options.treebank) | on_own(parse)
    return figures | passive(passives_taught(sources), options.passive) if options.passive else figures


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints one row for each figure and one column for each pipeline."""
    parser = argparse.ArgumentParser(prog="training.evaluate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("pipelines", nargs="+")
    parser.add_argument("--passive", type=Path)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--teacher-python", type=Path)
    options = parser.parse_args(arguments)
    columns = {
        f"{Path(path).name} {load_nlp(path).meta['version']}": figures_of(path, options) for path in options.pipelines
    }
    if options.teacher:
        sources = Sources(options.teacher, options.teacher_python, options.teacher_python)
        columns["teacher"] = figures_of_teacher(sources, options)
    print("| measure | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for name in next(iter(columns.values())):
        print(f"| {name} | " + " | ".join(column.get(name, "–") for column in columns.values()) + " |")


if __name__ == "__main__":
    main()
