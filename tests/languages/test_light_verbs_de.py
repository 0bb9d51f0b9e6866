"""Light verbs whose noun has a genitive: the verb in the noun, the genitive as its object; silence in doubt."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

TABLE = [
    ("Wir führen eine Überprüfung Ihrer Angaben durch.", "Wir überprüfen Ihre Angaben."),
    ("Wir haben eine Berechnung des Betrags vorgenommen.", "Wir haben den Betrag berechnet."),
    (
        "Um eine Prüfung der Unterlagen vorzunehmen, brauchen wir Zeit.",
        "Um die Unterlagen zu prüfen, brauchen wir Zeit.",
    ),
    (
        "Wenn Sie eine Änderung des Vertrags vornehmen, sagen Sie es uns.",
        "Wenn Sie den Vertrag ändern, sagen Sie es uns.",
    ),
    ("Das Amt führt eine Prüfung von Anträgen durch.", "Das Amt prüft Anträge."),
    (
        "Sie können eine Prüfung der Anträge und der Anlagen durchführen.",
        "Sie können die Anträge und die Anlagen prüfen.",
    ),
    ("Wir führen keine Prüfung der Unterlagen durch.", None),
    ("Wir führen eine genaue Prüfung der Unterlagen durch.", None),
    ("Wir führen eine Prüfung durch.", None),
    ("Eine Prüfung der Unterlagen führen wir durch.", None),
    ("Wir führen eine Prüfung der Unterlagen auf Fehler durch.", None),
]


@pytest.mark.parametrize(("text", "after"), TABLE)
def test_the_verb_in_the_noun(checker: Checker, text: str, after: str | None) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({"light-verb"})))
    cures = [cure.result for finding in report.findings for cure in finding.suggestions]
    assert (cures[0] if cures else None) == after
