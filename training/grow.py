"""A larger network that computes the same as a trained one: more layers, a wider parser; training goes on from there.

New layers of the encoder add nothing at first, because their layer norm has gain 0; new units of the parser are not
listened to at first, because their weights in the next layer are 0 (after Chen, Goodfellow and Shlens: Net2Net, 2016).
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Config, Model


def grown(base: Language, config: Config) -> Language:
    """The network of ``config`` with the weights of ``base``.

    Only ``depth`` of the encoder and ``hidden_width`` of the parser may differ, and only upwards; raises ``ValueError``
    when anything else does.
    """
    nlp = load_model_from_config(config, auto_fill=True, validate=True)
    doc = base("Bitte reichen Sie den Antrag ein.")
    sample = [Example(nlp.make_doc(doc.text), doc)]
    nlp.get_pipe("tok2vec").initialize(lambda: sample, nlp=nlp)  # type: ignore[attr-defined]
    for name in ("tagger", "parser"):
        labels = base.get_pipe(name).label_data  # type: ignore[attr-defined]
        nlp.get_pipe(name).initialize(lambda: sample, nlp=nlp, labels=labels)  # type: ignore[attr-defined]
    for name in ("tok2vec", "tagger", "parser"):
        _copy(base.get_pipe(name).model, nlp.get_pipe(name).model, name)  # type: ignore[attr-defined]
    nlp.meta.update({key: base.meta[key] for key in ("name", "version")})
    return nlp


def _layers(model: Model[Any, Any]) -> list[Any]:
    """The layers with weights, in order."""
    return [node for node in model.walk() if node.param_names]


def _copy(old: Model[Any, Any], new: Model[Any, Any], name: str) -> None:
    """Copies the weights layer by layer; what the old network lacks is made silent."""
    ours, theirs = _layers(new), _layers(old)
    if [node.name.split("_")[0] for node in theirs] != [node.name.split("_")[0] for node in ours[: len(theirs)]]:
        raise ValueError(f"The layers of {name} do not fit.")
    for node, source in zip(ours, theirs, strict=False):
        for param in source.param_names:
            node.set_param(param, _padded(node.get_param(param), source.get_param(param), name))
    for node in ours[len(theirs) :]:
        if "G" in node.param_names:
            node.set_param("G", numpy.zeros_like(node.get_param("G")))
            node.set_param("b", numpy.zeros_like(node.get_param("b")))


def _padded(fresh: Any, known: Any, name: str) -> Any:
    """The known weights inside an array of the new shape: new rows stay random, new columns are 0."""
    if fresh.shape == known.shape:
        return known
    if name != "parser" or any(new < old for new, old in zip(fresh.shape, known.shape, strict=True)):
        raise ValueError(f"The weights of {name} do not fit: {known.shape} and {fresh.shape}.")
    padded = fresh.copy()
    places = tuple(slice(0, size) for size in known.shape)
    if known.ndim > 1 and fresh.shape[-1] > known.shape[-1]:
        padded[(*places[:-1], slice(known.shape[-1], None))] = 0
    padded[places] = known
    return padded
