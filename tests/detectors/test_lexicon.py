"""Words of the lists: silent where the plain word already follows in brackets."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "You can terminate the contract in May.", ["terminate"]),
        ("en", "You can terminate (end) the contract in May.", []),
        ("en", "We terminated (ended) the contract in May.", []),
        ("en", "You can terminate (see page 2) the contract in May.", ["terminate"]),
        ("de", "Bitte legen Sie ein Lichtbild bei.", ["Lichtbild"]),
        ("de", "Bitte legen Sie ein Lichtbild (Foto) bei.", []),
        ("de", "Bitte legen Sie ein Lichtbild (farbig) bei.", ["Lichtbild"]),
    ],
)
def test_the_plain_word_in_brackets_is_enough(checker: Checker, language: str, text: str, found: list[str]) -> None:
    document = Document(
        media_type="text/plain",
        sha256="",
        language=language,
        blocks=(Block(id="b", role="paragraph", text=text),),
    )
    report = checker.check(document, Options(language=language, profile="plain", rules=frozenset({"jargon"})))
    assert [finding.quote for finding in report.findings] == found
