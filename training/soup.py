"""The mean of several runs that started from the same weights: usually better than each of them.

    python -m training.soup OUT RUN RUN [RUN …]

After Wortsman and others, “Model soups” (2022). Each ``RUN`` is a pipeline folder; labels and network must be the same.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language


def mean(runs: Sequence[Language]) -> Language:
    """The first pipeline, with the mean of all weights. Raises ``ValueError`` when the networks differ."""
    first = runs[0]
    for name in first.pipe_names:
        layers = [_layers(nlp.get_pipe(name)) for nlp in runs]
        if len({len(one) for one in layers}) > 1:
            raise ValueError(f"The networks of {name} differ.")
        for same in zip(*layers, strict=True):
            for param in same[0].param_names:
                weights = [node.get_param(param) for node in same]
                if len({weight.shape for weight in weights}) > 1:
                    raise ValueError(f"The networks of {name} differ.")
                same[0].set_param(param, sum(weights) / len(weights))
    return first


def _layers(component: Any) -> list[Any]:
    """The layers with weights, in order."""
    return [node for node in component.model.walk() if node.param_names]


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the runs and writes their mean."""
    parser = argparse.ArgumentParser(prog="training.soup", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("runs", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    mean([spacy.load(path) for path in options.runs]).to_disk(options.out)


if __name__ == "__main__":
    main()
