"""Growing a network and taking the mean of runs: the weights do what the docstrings promise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from thinc.api import Config

from app.settings import Settings
from training.grow import grown
from training.soup import mean

SENTENCES = (
    "Dem Antrag sind die Unterlagen beizufügen, die Sie nach § 12 Abs. 3 vorlegen müssen.",
    "Füllen Sie das Formular aus.",
    "Name, Vorname",
)


@pytest.fixture(scope="module")
def base(settings: Settings) -> Language:
    return spacy.load(Path(settings.model_de))


def config_of(nlp: Language, **changes: Any) -> Config:
    config = nlp.config.copy()
    config["components"]["tok2vec"]["model"]["encode"]["depth"] += changes.get("depth", 0)
    config["components"]["tok2vec"]["model"]["embed"]["width"] += changes.get("width", 0)
    config["components"]["parser"]["model"]["hidden_width"] += changes.get("hidden", 0)
    return Config(config)


@pytest.mark.parametrize("changes", [{}, {"depth": 1}, {"hidden": 32}, {"depth": 2, "hidden": 32}])
def test_a_grown_network_says_the_same(base: Language, changes: dict[str, int]) -> None:
    larger = grown(base, config_of(base, **changes))
    for sentence in SENTENCES:
        ours, theirs = larger(sentence), base(sentence)
        assert [token.tag_ for token in ours] == [token.tag_ for token in theirs]
        assert [(token.dep_, token.head.i) for token in ours] == [(token.dep_, token.head.i) for token in theirs]


def test_growing_changes_nothing_but_size(base: Language) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        grown(base, config_of(base, hidden=-8))


def test_the_mean_of_a_network_and_itself(base: Language, settings: Settings) -> None:
    again = spacy.load(Path(settings.model_de))
    before = base.get_pipe("tagger").model.to_bytes()  # type: ignore[attr-defined]
    assert mean([again, base]).get_pipe("tagger").model.to_bytes() == before  # type: ignore[attr-defined]


def test_the_mean_is_the_mean(settings: Settings) -> None:
    one, other = spacy.load(Path(settings.model_de)), spacy.load(Path(settings.model_de))
    weights: list[Any] = []
    for nlp, number in ((one, 1.0), (other, 3.0)):
        node = next(node for node in nlp.get_pipe("tagger").model.walk() if node.has_param("W"))  # type: ignore[attr-defined]
        node.set_param("W", numpy.full_like(node.get_param("W"), number))
        weights.append(node)
    mean([one, other])
    assert float(weights[0].get_param("W").mean()) == 2.0


def test_different_networks_have_no_mean(base: Language) -> None:
    with pytest.raises(ValueError, match="differ"):
        mean([base, grown(base, config_of(base, depth=1))])
