"""One place, one row: findings of a family fold into the one that leads, and nothing that they say is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import rules
from app.checker import Checker, Options
from app.errors import RuleFileError
from app.folding import fold
from app.model import Block, Document, Finding, Severity, Span, Suggestion

FAMILIES = {"structure": ("long-sentence", "nested-clause"), "wording": ("jargon", "long-word")}

TANGLED = (
    "Wer eine Anschrift bestätigt, obwohl die genannte Person dort nicht einzieht, die Wohnung nicht nutzt und "
    "auch keinen Vertrag hat, zahlt ein Bußgeld, das der Landkreis nach der Höhe des Einkommens festsetzt."
)


def finding(rule: str, start: int, end: int, severity: Severity = "warning", *results: str) -> Finding:
    suggestions = tuple(Suggestion(safety="review", result=result) for result in results)
    return Finding(
        id=f"f_{rule}{start}", rule=rule, category="word", severity=severity, message=f"{rule} spricht",
        span=Span(block="b", start=start, end=end), quote="x" * (end - start), suggestions=suggestions,
    )  # fmt: skip


def folded(*findings: Finding, sentences: tuple[int, ...] = ()) -> list[tuple[str, list[str]]]:
    places = [("b", sentence) for sentence in sentences or (0,) * len(findings)]
    return [(row.rule, [remark.rule for remark in row.also]) for row in fold(findings, places, FAMILIES)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([finding("long-sentence", 0, 90), finding("nested-clause", 0, 40)], [("long-sentence", ["nested-clause"])]),
        (
            [finding("long-sentence", 0, 90, "hint"), finding("nested-clause", 0, 40)],
            [("nested-clause", ["long-sentence"])],
        ),
        ([finding("jargon", 4, 20), finding("long-word", 4, 20)], [("jargon", ["long-word"])]),
        ([finding("jargon", 4, 20), finding("long-word", 21, 50)], [("jargon", []), ("long-word", [])]),
        ([finding("jargon", 4, 20), finding("jargon", 4, 12)], [("jargon", []), ("jargon", [])]),
        ([finding("jargon", 4, 20), finding("long-sentence", 0, 90)], [("jargon", []), ("long-sentence", [])]),
        ([finding("jargon", 4, 20), finding("passive-voice", 4, 20)], [("jargon", []), ("passive-voice", [])]),
    ],
)
def test_one_row_for_what_means_the_same(rows: list[Finding], expected: list[tuple[str, list[str]]]) -> None:
    assert folded(*rows) == expected


def test_how_a_sentence_is_built_folds_within_the_sentence_only() -> None:
    rows = finding("long-sentence", 0, 90), finding("nested-clause", 100, 140)
    assert folded(*rows, sentences=(0, 20)) == [("long-sentence", []), ("nested-clause", [])]


def test_suggestions_and_messages_of_the_folded_stay() -> None:
    rows = finding("jargon", 4, 20, "warning", "eins"), finding("long-word", 4, 20, "warning", "eins", "zwei")
    (row,) = fold(rows, [("b", 0)] * 2, FAMILIES)
    assert [cure.result for cure in row.suggestions] == ["eins", "zwei"]
    assert [remark.message for remark in row.also] == ["long-word spricht"]


def test_a_tangled_sentence_has_one_row_about_its_structure(checker: Checker) -> None:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="p0b1", role="paragraph", text=TANGLED),))
    structure = set(checker.book.families["de"]["structure"])
    report = checker.check(document, Options(suggestions=False))
    (row,) = [row for row in report.findings if row.rule in structure]
    assert row.severity == "error"
    assert {remark.rule for remark in row.also} & structure
    alone = checker.check(document, Options(suggestions=False, rules=frozenset({"nested-clause"})))
    assert [row.rule for row in alone.findings] == ["nested-clause"]


def test_a_family_names_rules_that_there_are(tmp_path: Path, checker: Checker) -> None:
    (tmp_path / "de").mkdir()
    pack = "language: de\ntitle: Stadt Lindenbach\nfamilies:\n  voice: [passive-voice, pasive-voice]\n"
    (tmp_path / "de" / "pack.yaml").write_text(pack, encoding="utf-8")
    with pytest.raises(RuleFileError, match="pasive-voice"):
        rules.load([*checker.settings.rule_folders(), tmp_path])
