"""What an English sentence states, and the law that it refers to."""

from __future__ import annotations

import pytest

from app.languages import Language, load
from app.settings import Settings


@pytest.fixture(scope="module")
def english(settings: Settings) -> Language:
    return load("en", settings)


def fact(language: Language, name: str, text: str) -> list[object]:
    """The facts of all sentences of a text."""
    found: list[object] = []
    for sent in language.parse_text(text).sents:
        found += language.fact(name, sent)
    return found


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("We check the form and you get a letter.", ["check", "get"]),
        ("You can pay by card, but we do not take cash, and you need your passport.", ["can pay", "do take", "need"]),
        ("The office is closed on Monday; please come on Tuesday.", ["is closed", "come"]),
        ("Sign the form and send it back.", ["Sign"]),
        ("If your income changes and you move, tell us.", ["tell"]),
        ("I confirm that the answers are complete.", ["confirm"]),
        ("Did you work, or were you paid for a period of notice?", ["Did work"]),
    ],
)
def test_statements_are_verbs_with_subjects_of_their_own(english: Language, text: str, verbs: list[str]) -> None:
    found = fact(english, "statements", text)
    assert [" ".join(word.text for word in words) for words in found] == verbs  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("You can ask under section 12(3) of the Housing Act 1996.", ["section 12(3) of the Housing Act 1996"]),
        ("See 42 U.S.C. § 1396 and 26 U.S.C. section 6103.", ["42 U.S.C. § 1396 and 26 U.S.C. section 6103"]),
        ("Under Cal. Penal Code § 484 theft is a crime.", ["Cal. Penal Code § 484"]),
        ("The report follows MCL 400.655, which is long.", ["MCL 400.655"]),
        ("We use Article 6(1)(e) of the UK GDPR.", ["Article 6(1)(e) of the UK GDPR"]),
        (
            "The plan needs paragraph 4 of Schedule 1 to the Care Act 2014.",
            ["paragraph 4 of Schedule 1 to the Care Act 2014"],
        ),
        ("Complete section 3 of this form and Part 4.", []),
        ("Write your ZIP Code 67059-1234 and your Sort Code 12-34-56 here.", []),
        ("The Housing Act 1996 gives you this right.", []),
        ("Send Part 2 of the Order Form to Room 4.", []),
    ],
)
def test_references_need_a_law_and_a_section(english: Language, text: str, references: list[str]) -> None:
    found = fact(english, "legal_references", text)
    assert [text[one.start : one.end] for one in found] == references  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("You have thirty days.", [30]),
        ("There are thirty-five people.", []),
        ("Two hundred came in twelve buses.", [12]),
    ],
)
def test_numbers_are_single_words(english: Language, text: str, numbers: list[int]) -> None:
    assert [number for _, number in fact(english, "numbers", text)] == numbers  # type: ignore[misc]
