"""How often the lemma of a German word is right, beside simplemma and HanTa.

    python -m benchmarks.lemmas TREEBANK [--misses] [--model NAME]

``TREEBANK`` is a CoNLL-U file (or a folder of them) with lemmas in the third and STTS tags in the fifth column, such
as UD German GSD. ``Formklar, gold tags`` parses the given words and then puts the gold tags in place of its own;
``Formklar`` keeps its own. simplemma and HanTa are measured where they are installed; they are no part of the product.
HanTa finds its own tags. A lemma is right if it is the same text, capitals included. Words are the syntactic words of
the treebank (*im* is *in dem*). Half 0 of the sentences (by a hash of the id) was looked at, half 1 only counted.

No system is helped by a mapping except for these conventions of UD German GSD, and that for all systems alike:

- Old and new spelling count as the same: *daß* and *dass*, *Schluß* and *Schluss*.
- An adjective used as a noun has *-e* there in some sentences and *-er* in others (*Angestellte*, *Beschäftigter*):
  both count as right, for nouns only.
- *weitere* is a comparative of *weit* there; *weiter* counts as right too.
- Punctuation is not asked for: it counts as right.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from app.languages.lemma_de import lemma
from app.languages.pipeline import load_nlp
from app.settings import Settings
from training import conllu

Lemmas = Callable[["Example"], list[str]]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its gold lemmas."""

    sentence: conllu.Sentence
    lemmas: tuple[str, ...]


def examples(path: Path) -> Iterator[Example]:
    """The sentences of a file or of all files of a folder."""
    for file in sorted(path.rglob("*.conllu")) if path.is_dir() else [path]:
        for sentence, (_, rows) in zip(conllu.read(file), conllu.tables(file), strict=True):
            yield Example(sentence, tuple(row[2] for row in rows))


def is_right(found: str, gold: str, tag: str) -> bool:
    """Whether a lemma is right, but for the conventions at the top of this file."""
    found, gold = found.replace("ß", "ss"), gold.replace("ß", "ss")
    if found == gold or tag.startswith("$") or (found == "weiter" and gold == "weit"):
        return True
    return tag == "NN" and {found, gold} == {f"{found.removesuffix('r')}", f"{found.removesuffix('r')}r"}


def ours(settings: Settings, *, gold: bool) -> Lemmas:
    """Our lemmas, with gold tags or those of our model."""
    nlp = load_nlp(settings.model_de)

    def find(example: Example) -> list[str]:
        tree = example.sentence.tree
        doc = nlp(Doc(nlp.vocab, words=list(tree.words), spaces=list(tree.spaces)))
        if gold:
            for token, tag in zip(doc, tree.tags, strict=True):
                token.tag_ = tag
        return [lemma(token) for token in doc]

    return find


def simplemma() -> Lemmas:
    """simplemma alone: it knows no tags; words that are no nouns in gold are given in lower case, which helps it."""
    lemmatize = importlib.import_module("simplemma").lemmatize

    def find(example: Example) -> list[str]:
        tree = example.sentence.tree
        pairs = zip(tree.words, tree.tags, strict=True)
        return [lemmatize(word if tag in {"NN", "NE"} else word.lower(), lang="de") for word, tag in pairs]

    return find


def hanta() -> Lemmas:
    """HanTa alone, with the tags that it finds."""
    tagger = importlib.import_module("HanTa.HanoverTagger").HanoverTagger("morphmodel_ger.pgz")
    return lambda example: [found[1] for found in tagger.tag_sent(list(example.sentence.tree.words))]


def systems(settings: Settings) -> dict[str, Lemmas]:
    """The systems that can be measured here, by name."""
    found = {"Formklar, gold tags": ours(settings, gold=True), "Formklar": ours(settings, gold=False)}
    for name, module, make in (("simplemma", "simplemma", simplemma), ("HanTa", "HanTa", hanta)):
        if importlib.util.find_spec(module) is not None:
            found[name] = make()
    return found


def row(name: str, find: Lemmas, gold: Sequence[Example], *, misses: bool) -> str:
    """The line of a system in the table: tokens and accuracy of both halves and of all but punctuation."""
    counts: Counter[tuple[int, bool]] = Counter()
    words: Counter[bool] = Counter()
    wrong: Counter[tuple[str, str, str, str]] = Counter()
    for example in gold:
        tree = example.sentence.tree
        for word, tag, right, found in zip(tree.words, tree.tags, example.lemmas, find(example), strict=True):
            fine = is_right(found, right, tag)
            counts[example.sentence.half, fine] += 1
            if not tag.startswith("$"):
                words[fine] += 1
            if not fine and example.sentence.half == 0:
                wrong[tag, word, right, found] += 1
    if misses:
        for (tag, word, right, found), times in sorted(wrong.items()):
            print(f"    {tag:7} {word} > {found}, gold {right}" + (f" ({times})" if times > 1 else ""))
    shares = [counts[half, True] / max(counts[half, True] + counts[half, False], 1) for half in (0, 1)]
    total = counts.total()
    return (
        f"| {name} | {shares[0]:.2%} | {shares[1]:.2%} | {(counts[0, True] + counts[1, True]) / total:.2%} |"
        f" {words[True] / words.total():.2%} | {total} |"
    )


def speed(settings: Settings, gold: Sequence[Example]) -> str:
    """What lemmas cost beside the parse, in one sentence."""
    nlp = load_nlp(settings.model_de)
    blank = [Doc(nlp.vocab, words=list(one.sentence.tree.words)) for one in gold]
    begin = time.process_time()
    docs = list(nlp.pipe(blank))
    parsed = time.process_time() - begin
    begin = time.process_time()
    tokens = sum(len([lemma(token) for token in doc]) for doc in docs)
    spent = time.process_time() - begin
    rates = f"{tokens / parsed:,.0f} words a second, lemmas {tokens / spent:,.0f}"
    return f"Parsing {rates}: {spent / parsed:.1%} of the time on one core."


def main() -> None:
    """Prints the table; see the top of this file."""
    parser = argparse.ArgumentParser(description="How often the lemma of a German word is right.")
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--misses", action="store_true", help="show our errors in half 0")
    parser.add_argument("--model", help="folder or package of the German pipeline; else that of the settings")
    options = parser.parse_args()
    settings = Settings() if options.model is None else Settings(model_de=options.model)
    gold = list(examples(options.treebank))
    print("| system | half 0 | half 1 | both | both, without punctuation | tokens |")
    print("|---|---|---|---|---|---|")
    for name, find in systems(settings).items():
        print(row(name, find, gold, misses=options.misses and name.startswith("Formklar,")), flush=True)
    print(f"\nMeasured on {options.treebank.name}, {len(gold)} sentences. {speed(settings, gold)}")


if __name__ == "__main__":
    main()
