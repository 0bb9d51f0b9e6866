"""Trains a pipeline, from nothing or on from its weights.

    python -m training.train DATA OUT [--base PIPELINE] [--steps 20000] [--rate 0.001] [--minutes 90]

``DATA`` is what ``training.prepare`` wrote. Without ``--base`` the network of ``training/config.cfg`` starts from
nothing. The weights are averaged; the averages are measured every so often on 200 texts of ``DATA/dev.spacy`` and the
best ones are written to ``OUT/model-best``. Two runs with the same data, seed and number of steps see the same batches;
``--minutes`` lets the learning rate fall sooner, so that a slow machine ends in time too.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import load_model_from_config
from spacy.vocab import Vocab
from thinc.api import Adam, Config, fix_random_seed

from training.grow import grown

CONFIG = Path(__file__).with_name("config.cfg")
SAMPLE = 20_000
"""Texts that the labels of a new pipeline are taken from."""

VERSION = "0.2.0"

LONGEST = 400
"""Texts with more tokens are left out: they cost most and are mostly lists."""

WARM = 60
"""Steps until the learning rate is reached."""

COPIES = 4
"""How often each of our own sentences is seen in a pass."""


def texts(paths: Sequence[Path], vocab: Vocab, known: frozenset[str] | None) -> list[Doc]:
    """The trees of all files, without texts that are too long or carry a tag that is not ``known`` (none: all are)."""
    docs = [doc for path in paths for doc in DocBin().from_disk(path).get_docs(vocab)]
    return [
        doc for doc in docs if 1 < len(doc) <= LONGEST and (known is None or all(token.tag_ in known for token in doc))
    ]


def fresh(docs: Sequence[Doc]) -> Language:
    """A pipeline with random weights; its labels are those of the first texts."""
    nlp = load_model_from_config(Config().from_disk(CONFIG), auto_fill=True, validate=True)
    nlp.initialize(lambda: examples(nlp, docs[:SAMPLE]))
    nlp.meta.update({"name": "formklar_sm", "version": VERSION})
    return nlp


def batches(docs: Sequence[Doc], size: int, seed: int) -> Iterator[list[Doc]]:
    """Batches of about ``size`` tokens without end; the order of each pass comes from the seed."""
    dice = random.Random(seed)  # noqa: S311
    order = list(docs)
    while True:
        dice.shuffle(order)
        batch: list[Doc] = []
        tokens = 0
        for doc in order:
            batch.append(doc)
            tokens += len(doc)
            if tokens >= size:
                yield batch
                batch, tokens = [], 0


def examples(nlp: Language, docs: Sequence[Doc], *, half: bool = False) -> list[Example]:
    """Pairs of tokens and their tree; the tokens know where sentences start, as in the service (``half``: every
    other text)."""
    found = []
    for place, doc in enumerate(docs):
        starts: list[bool | int | None] | None = [bool(token.is_sent_start) for token in doc]
        if half and place % 2:
            starts = None
        spaces = [bool(token.whitespace_) for token in doc]
        found.append(Example(Doc(nlp.vocab, [token.text for token in doc], spaces, sent_starts=starts), doc))
    return found


def rate(progress: float, step: int, highest: float) -> float:
    """Learning rate: rises in the first steps, then falls in a straight line to a fiftieth as ``progress`` nears 1."""
    return highest * min(1.0, (step + 1) / WARM) * (1 - 0.98 * min(progress, 1.0))


def measure(nlp: Language, docs: Sequence[Doc]) -> dict[str, float]:
    """Tag accuracy and attachment, in per cent."""
    scores = nlp.evaluate(examples(nlp, docs))
    return {name: 100 * float(scores[name]) for name in ("tag_acc", "dep_uas", "dep_las")}


def train(options: argparse.Namespace) -> None:
    """Trains and writes the best averages to ``out/model-best``."""
    fix_random_seed(options.seed)
    base = spacy.load(options.base) if options.base else None
    if base and options.grow:
        base = grown(base, Config().from_disk(options.grow))
    vocab = base.vocab if base else spacy.blank("de").vocab
    known = frozenset(base.get_pipe("tagger").labels) if base else None  # type: ignore[attr-defined]
    docs = texts(sorted(options.data.glob("train*.spacy")), vocab, known)
    random.Random(options.seed).shuffle(docs)  # noqa: S311
    own = texts(sorted(options.data.glob("own.spacy")), vocab, known)
    dev = texts([options.data / "dev.spacy"], vocab, None)[:200]
    nlp = base or fresh([*own, *docs])
    print(f"{len(docs)} texts, {sum(len(doc) for doc in docs)} tokens; {len(own)} sentences of our own", flush=True)
    learn(nlp, [*docs, *own * COPIES], dev, options)


def learn(nlp: Language, docs: Sequence[Doc], dev: Sequence[Doc], options: argparse.Namespace) -> None:
    """Goes through the texts until the steps or the minutes are used up."""
    optimizer = Adam(options.rate, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True)
    optimizer.averages = {}
    stream = batches(docs, options.words, options.seed)
    begin, best = time.monotonic(), 0.0
    losses: dict[str, float] = {}
    for step in range(options.steps):
        spent = (time.monotonic() - begin) / (options.minutes * 60)
        optimizer.learn_rate = rate(max(step / options.steps, spent), step, options.rate)
        nlp.update(examples(nlp, next(stream), half=True), drop=options.dropout, sgd=optimizer, losses=losses)
        if spent >= 1 or (step + 1) % options.every == 0 or step + 1 == options.steps:
            with nlp.use_params(optimizer.averages):
                scores = measure(nlp, dev)
                total = 0.4 * scores["tag_acc"] + 0.6 * scores["dep_las"]
                if total > best:
                    best = total
                    nlp.to_disk(options.out / "model-best")
            shown = "  ".join(f"{name} {value:.2f}" for name, value in scores.items())
            lost = "  ".join(f"{name} {value:.0f}" for name, value in losses.items())
            print(f"step {step + 1}  {time.monotonic() - begin:.0f} s  {shown}  loss: {lost}", flush=True)
            losses = {}
        if spent >= 1:
            break


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(prog="training.train", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, help="go on from this pipeline's weights")
    parser.add_argument("--grow", type=Path, help="with --base: a config with more layers or a wider parser")
    parser.add_argument("--steps", type=int, default=20000)
    parser.add_argument("--rate", type=float, default=0.001)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--words", type=int, default=1000, help="tokens in a batch")
    parser.add_argument("--every", type=int, default=1000, help="steps between measurements")
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after this time")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


if __name__ == "__main__":
    main()
