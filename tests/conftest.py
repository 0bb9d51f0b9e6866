"""What the tests share: one checker with the real rules and models."""

from __future__ import annotations

import os

import pytest
import spacy
from spacy.language import Language as Nlp

from app.checker import Checker
from app.languages.tokens_de import prepare
from app.settings import PREFIX, Settings, load

MODELS = (f"{PREFIX}MODEL_DE", f"{PREFIX}MODEL_EN")


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The defaults, with the models that the environment names: ``FORMKLAR_MODEL_DE=folder make test``."""
    return load({name: os.environ[name] for name in MODELS if name in os.environ})


@pytest.fixture(scope="session")
def checker(settings: Settings) -> Checker:
    """The real thing, loaded once."""
    return Checker(settings)


@pytest.fixture(scope="session")
def nlp() -> Nlp:
    """The German tokenizer alone, without a model."""
    blank = spacy.blank("de")
    prepare(blank)
    return blank
