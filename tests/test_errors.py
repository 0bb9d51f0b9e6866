"""What errors say of limits, in both languages: the same number, written as their readers write it."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from app import errors
from app.errors import FormklarError, TooComplex, TooLarge


@pytest.mark.parametrize(
    ("error", "german", "english"),
    [
        (TooLarge(limit="max_characters", maximum=1_000_000), "1.000.000 Zeichen", "1,000,000 characters"),
        (TooLarge(limit="max_pages", maximum=200), "200 Seiten", "200 pages"),
        (TooLarge(limit="max_fields", maximum=5_000), "5.000 Felder", "5,000 fields"),
        (TooLarge(limit="max_bytes", maximum=10_000_000), "höchstens 10 MB.", "at most 10 MB."),
        (TooLarge(limit="max_bytes", maximum=1_500), "1.500 Bytes", "1,500 bytes"),
        (TooComplex(limit="reading_memory", maximum=512 * 2**20), "(512 MB Arbeitsspeicher)", "(512 MB of memory)"),
        (TooComplex(limit="check_seconds", maximum=90), "(90 Sekunden Rechenzeit)", "(90 seconds of computing time)"),
        (TooComplex(limit="parts", maximum=2_000), "(2.000 Teile)", "(2,000 parts)"),
        (TooComplex(limit="xml_bytes", maximum=64_000_000), "(64 MB XML)", "(64 MB of XML)"),
        (TooComplex(limit="xml_elements", maximum=1_000_000), "1.000.000 XML-Elemente", "1,000,000 XML elements"),
        (TooComplex(limit="xml_depth", maximum=200), "(200 XML-Ebenen)", "(200 XML levels)"),
    ],
)
def test_a_limit_is_said_in_both_languages(error: FormklarError, german: str, english: str) -> None:
    assert german in error.detail("de")
    assert english in error.detail("en")
    assert german in str(error)
    again = copy.copy(error)  # made anew from its facts, as between processes
    assert (again.detail("en"), again.facts) == (error.detail("en"), error.facts)


@pytest.mark.parametrize("facts", [{}, {"limit": "no-such-limit", "maximum": 1}, {"limit": "max_pages"}])
def test_a_limit_that_nobody_knows_is_a_mistake_of_ours(facts: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        TooLarge(**facts)


def test_every_error_has_both_languages() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, FormklarError)]
    assert all(set(kind.titles) == set(kind.details) == {"de", "en"} for kind in kinds)
    assert len({kind.slug for kind in kinds}) >= 18
