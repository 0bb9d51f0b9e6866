"""Goes on training a pipeline from its weights.

    python -m training.train BASE DATA OUT [--steps 1500] [--rate 0.0004] [--minutes 25]

``BASE`` is a pipeline folder, ``DATA`` what ``training.prepare`` wrote. The weights are averaged; the averages are
measured every so often on 200 texts of ``DATA/dev.spacy`` and the best ones are written to ``OUT/model-best``. Two runs
with the same data, seed and number of steps see the same batches; ``--minutes`` only cuts a run short.
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
from thinc.api import Adam, fix_random_seed

LONGEST = 400
"""Texts with more tokens are left out: they cost most and are mostly lists."""

WARM = 60
"""Steps until the learning rate is reached."""

COPIES = 4
"""How often each of our own sentences is seen in a pass."""


def texts(paths: Sequence[Path], nlp: Language) -> list[Doc]:
    """The trees of all files, without texts that are too long or carry a label that the pipeline does not have."""
    known = set(nlp.get_pipe("tagger").labels)  # type: ignore[attr-defined]
    docs = [doc for path in paths for doc in DocBin().from_disk(path).get_docs(nlp.vocab)]
    return [doc for doc in docs if 1 < len(doc) <= LONGEST and all(token.tag_ in known for token in doc)]


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


def examples(nlp: Language, docs: Sequence[Doc]) -> list[Example]:
    """Pairs of bare tokens and their tree."""
    return [
        Example(Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc]), doc)
        for doc in docs
    ]


def rate(step: int, steps: int, highest: float) -> float:
    """Learning rate: rises at first, then falls in a straight line to a twentieth."""
    if step < WARM:
        return highest * (step + 1) / WARM
    return highest * (1 - 0.95 * (step - WARM) / max(steps - WARM, 1))


def measure(nlp: Language, docs: Sequence[Doc]) -> dict[str, float]:
    """Tag accuracy and attachment, in per cent."""
    scores = nlp.evaluate(examples(nlp, docs))
    return {name: 100 * float(scores[name]) for name in ("tag_acc", "dep_uas", "dep_las")}


def train(nlp: Language, data: Path, out: Path, options: argparse.Namespace) -> None:
    """Trains ``nlp`` and writes the best averages."""
    fix_random_seed(options.seed)
    docs = texts(sorted(data.glob("train*.spacy")), nlp)
    own = texts(sorted(data.glob("own.spacy")), nlp)
    dev = texts([data / "dev.spacy"], nlp)[:200]
    print(f"{len(docs)} texts, {sum(len(doc) for doc in docs)} tokens; {len(own)} sentences of our own", flush=True)
    optimizer = Adam(options.rate, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True)
    optimizer.averages = {}
    stream = batches([*docs, *own * COPIES], options.words, options.seed)
    begin, best = time.monotonic(), 0.0
    losses: dict[str, float] = {}
    frozen = ["tok2vec", "parser"] if options.tagger_only else []
    for step in range(options.steps):
        optimizer.learn_rate = rate(step, options.steps, options.rate)
        batch = examples(nlp, next(stream))
        nlp.update(batch, drop=0.1, sgd=optimizer, losses=losses, exclude=frozen, annotates=frozen[:1])
        late = time.monotonic() - begin > options.minutes * 60
        if late or (step + 1) % options.every == 0 or step + 1 == options.steps:
            with nlp.use_params(optimizer.averages):
                scores = measure(nlp, dev)
                total = 0.4 * scores["tag_acc"] + 0.6 * scores["dep_las"]
                if total > best:
                    best = total
                    nlp.to_disk(out / "model-best")
            shown = "  ".join(f"{name} {value:.2f}" for name, value in scores.items())
            lost = "  ".join(f"{name} {value:.0f}" for name, value in losses.items())
            print(f"step {step + 1}  {time.monotonic() - begin:.0f} s  {shown}  loss: {lost}", flush=True)
            losses = {}
        if late:
            break


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(prog="training.train", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=0.0004)
    parser.add_argument("--words", type=int, default=1000, help="tokens in a batch")
    parser.add_argument("--every", type=int, default=250, help="steps between measurements")
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after this time")
    parser.add_argument("--tagger-only", action="store_true", help="leave the trees exactly as they are")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    train(spacy.load(options.base), options.data, options.out, options)


if __name__ == "__main__":
    main()
