"""The teacher: tags and trees for texts that are tokens already. Runs under Python 3.7 with spaCy 2.1.9, alone.

    python3.7 training/annotate.py TEACHER < texts.jsonl > trees.jsonl

A line in is ``{"words": […], "spaces": […], "starts": […]}``, where ``starts`` says of each word whether a sentence
starts with it (the parser sets no other ends); a line out is ``{"tags": […], "heads": […], "deps": […]}`` with heads as
positions in the text. This file imports nothing of the project, because the teacher's spaCy does not run where the
project runs.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import spacy
from spacy.tokens import Doc


def bare(vocab: Any, row: Any) -> Any:
    """A text with its sentence starts and nothing else."""
    doc = Doc(vocab, words=row["words"], spaces=row["spaces"])
    for token, start in zip(doc, row["starts"]):  # noqa: B905
        if token.i:
            token.is_sent_start = bool(start)
    return doc


def main() -> None:
    """Reads texts from standard input and writes their trees to standard output, in the same order."""
    nlp = spacy.load(sys.argv[1], disable=["ner"])
    rows = (json.loads(line) for line in sys.stdin)
    docs: Any = (bare(nlp.vocab, row) for row in rows)
    for name in nlp.pipe_names:
        component: Any = nlp.get_pipe(name)
        docs = component.pipe(docs, batch_size=256)
    for doc in docs:
        tree = {
            "tags": [token.tag_ for token in doc],
            "heads": [token.head.i for token in doc],
            "deps": ["nk" if token.dep_ == "subtok" else token.dep_ for token in doc],
        }
        sys.stdout.write(json.dumps(tree) + "\n")


if __name__ == "__main__":
    main()
