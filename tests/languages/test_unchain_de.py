"""Chains of genitives are broken with *von*, as an idea; nothing without an article."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

TABLE = [
    ("Wir prüfen die Höhe der Kosten der Heizung.", "Wir prüfen die Höhe der Kosten von der Heizung."),
    ("Nennen Sie die Namen der Kinder des Mieters.", "Nennen Sie die Namen der Kinder vom Mieter."),
    ("Nennen Sie die Zahl der Kinder Ihrer Partnerin.", "Nennen Sie die Zahl der Kinder von Ihrer Partnerin."),
    (
        "Nennen Sie das Datum des Endes Ihres Arbeitsverhältnisses.",
        "Nennen Sie das Datum des Endes von Ihrem Arbeitsverhältnis.",
    ),
    ("Nennen Sie die Höhe der Miete der Wohnung der Eltern.", None),
]


@pytest.mark.parametrize(("text", "after"), TABLE)
def test_of(checker: Checker, text: str, after: str | None) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({"genitive-chain"})))
    cures = [(cure.safety, cure.result) for finding in report.findings for cure in finding.suggestions]
    assert cures == ([("idea", after)] if after else [])
    assert report.findings
