"""What the tests share: one checker with the real rules and models."""

from __future__ import annotations

import pytest

from app.checker import Checker
from app.settings import Settings


@pytest.fixture(scope="session")
def checker() -> Checker:
    """The real thing, loaded once."""
    return Checker(Settings())
