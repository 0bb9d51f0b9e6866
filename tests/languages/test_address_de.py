"""Sentences about the reader that speak to the reader: verb, pronouns and possessives go with the noun."""

from __future__ import annotations

import pytest

from app.checker import Checker
from app.languages.address_de import spoken_to


def in_second_person(checker: Checker, text: str) -> str | None:
    """The text with *Sie* for what stands in double brackets; none where nothing is changed."""
    start, end = text.index("[["), text.index("]]") - 2
    text = text.replace("[[", "").replace("]]", "")
    language = checker.language("de")
    with language.session():
        doc = language.parse_text(text)
        words = doc.char_span(start, end, alignment_mode="expand")
        changes = spoken_to(words[0].sent, words.start, words.end - 1)
    if changes is None:
        return None
    for low, high, new in sorted(changes, reverse=True):
        text = text[:low] + new + text[high:]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Der Antragsteller]] muss sein Einkommen angeben.", "Sie müssen Ihr Einkommen angeben."),
        ("[[Die Antragstellerin oder der Antragsteller]] unterschreibt.", "Sie unterschreiben."),
        ("[[Dem Antragsteller]] wird ein Bescheid geschickt.", "Ihnen wird ein Bescheid geschickt."),
        ("Das Geld wird an [[den Antragsteller]] gezahlt.", "Das Geld wird an Sie gezahlt."),
        ("Die Kosten trägt [[der Antragsteller]].", "Die Kosten tragen Sie."),
        ("[[Der Antragsteller]] reicht den Antrag bis Montag ein.", "Sie reichen den Antrag bis Montag ein."),
        (
            "Wenn [[der Antragsteller]] umzieht, muss er uns das mitteilen.",
            "Wenn Sie umziehen, müssen Sie uns das mitteilen.",
        ),
        ("[[Antragsteller]] müssen ihre Einkünfte angeben.", "Sie müssen Ihre Einkünfte angeben."),
        (
            "[[Der Steuerpflichtige]] erklärt, dass seine Angaben richtig sind.",
            "Sie erklären, dass Ihre Angaben richtig sind.",
        ),
        ("Die Unterschrift [[des Antragstellers]] fehlt.", "Ihre Unterschrift fehlt."),
    ],
)
def test_the_reader_is_spoken_to(checker: Checker, text: str, expected: str) -> None:
    assert in_second_person(checker, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[[Der Antragsteller]] muss den Antrag neu stellen, wenn er unvollständig ist.",
        "[[Der Antragsteller]] aus dem Ausland braucht eine Vollmacht, und er zahlt für den Dolmetscher.",
        "Die neue Unterschrift [[des Antragstellers]] fehlt.",
        "[[Wahlberechtigte]] wurde ein Ausweis ausgestellt.",  # a slip for *Wahlberechtigten*
        "Das kommt aus [[Antragstellers]] Brief.",
        "Nur [[Wahlberechtigte]] geben ihre Stimme ab.",
        "[[Der Eigentümer]] muss den Schaden melden.",
        "[[Steuerpflichtige]] mit Kindern zahlen weniger als Steuerpflichtige ohne Kinder.",
        "[[Jeder Antragsteller]] erhält einen Bescheid.",
    ],
)
def test_where_a_pronoun_or_an_ending_is_in_doubt_nothing_changes(checker: Checker, text: str) -> None:
    assert in_second_person(checker, text) is None
