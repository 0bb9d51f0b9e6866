"""Growing a network: the larger one says the same as the smaller."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from thinc.api import Config

from app.settings import Settings
from training.grow import grown

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
