"""English words that may be exchanged unseen: where they mean the same and the form can be no other."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

SAFE = [
    ("You must apply in order to get help.", "You must apply to get help."),
    ("We will assist you with the form.", "We will help you with the form."),
    ("You can participate in the course.", "You can take part in the course."),
    ("Smoking is not permitted here.", "Smoking is not allowed here."),
    ("You pay less pursuant to section 5.", "You pay less under section 5."),
    ("Bring an identity document, e.g. your passport.", "Bring an identity document, for example your passport."),
]
LOOKED_AT = [
    ("They have participated in the course.", "participated", "*took* or *taken*"),
    ("The permitted use is short.", "permitted", "part of a name"),
    ("We act pursuant to an order.", "pursuant to", "no law"),
    ("We help the pupils and assist the teachers.", "assist", "the plain word stands there already"),
    ('Write "I will assist you" in box 3.', "assist", "a quotation"),
]


def safeties(checker: Checker, text: str) -> dict[str, list[tuple[str, str | None]]]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    report = checker.check(document, Options(language="en", rules=frozenset({"jargon", "abbreviation"})))
    return {one.quote: [(cure.safety, cure.result) for cure in one.suggestions] for one in report.findings}


@pytest.mark.parametrize(("text", "result"), SAFE)
def test_what_is_proven_may_be_applied_unseen(checker: Checker, text: str, result: str) -> None:
    assert [("safe", result)] in list(safeties(checker, text).values())


@pytest.mark.parametrize(("text", "word", "why"), LOOKED_AT)
def test_what_is_not_proven_wants_a_look(checker: Checker, text: str, word: str, why: str) -> None:
    assert {safety for safety, _ in safeties(checker, text)[word]} <= {"review"}, why
