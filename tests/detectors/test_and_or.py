"""Slashes: words that mean and/or are found, dates, units, names and addresses stay silent."""

from __future__ import annotations

import pytest

from app.checker import Checker
from app.detectors import and_or
from app.model import Block, Document

FIND = and_or.compile(and_or.Settings(allow=("he/she", "km/h")))


def quotes(checker: Checker, text: str) -> list[str]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    language = checker.language("en")
    with language.session():
        return [text[hit.start : hit.end] for hit in FIND(language.parse(document))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bring your passport and/or visa.", ["and/or"]),
        ("BRING YOUR PASSPORT AND/OR VISA.", ["AND/OR"]),
        ("Your spouse/partner must sign.", ["spouse/partner"]),
        ("Spouse/partner must sign too.", ["Spouse/partner"]),
        ("List all debts / loans / bills.", ["debts / loans / bills"]),
        ("Your mother-in-law/father-in-law may come.", ["mother-in-law/father-in-law"]),
        ("We pay. Your landlord/agent gets a copy and/or a letter.", ["landlord/agent", "and/or"]),
    ],
)
def test_finds(checker: Checker, text: str, found: list[str]) -> None:
    assert quotes(checker, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Enter the date as dd/mm/yyyy or MM/DD/YYYY.",
        "We are open 24/7 from 1/2/2026.",
        "Write N/A if this does not apply.",
        "The limit is 30 km/h, and he/she must know it.",
        "Go to www.lindenbach.example/forms/dogs or https://lindenbach.example/and/or now.",
        "Write to help/desk@lindenbach.example today.",
        "The Oregon/Washington office and the TCP/IP port are closed.",
        "Send it c/o Mrs. Bell.",
        "Both of you must sign, or one of you.",
    ],
)
def test_stays_silent(checker: Checker, text: str) -> None:
    assert quotes(checker, text) == []
