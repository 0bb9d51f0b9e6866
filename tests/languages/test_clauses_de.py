"""German clauses with their depth, and verb brackets; by hand-drawn trees and by the real pipeline."""

from __future__ import annotations

import pytest
from hand_trees import sentence

from app import languages
from app.languages.brackets_de import brackets
from app.languages.clauses_de import clauses
from app.settings import Settings

DEPTHS = [
    ("Wir zahlen nicht.", ["zahlen 0"]),
    ("Wir zahlen, wenn Sie umziehen.", ["zahlen 0", "wenn umziehen 1"]),
    ("Das Amt, das den Antrag bearbeitet, hilft.", ["hilft 0", "das bearbeitet 1"]),
    ("Wir zahlen, wenn alle Angaben, die fehlen, da sind.", ["zahlen 0", "wenn sind 1", "die fehlen 2"]),
    ("Wir prüfen, ob Sie Geld brauchen, weil Sie umziehen.", ["prüfen 0", "ob brauchen 1", "weil umziehen 2"]),
    ("Kommen Sie, um den Antrag zu stellen.", ["Kommen 0", "um stellen 1"]),
    ("Der Vater unterschreibt und das Amt prüft.", ["unterschreibt 0", "prüft 0"]),
    # traps
    ("Haben Sie Kinder, so füllen Sie Anlage 2 aus.", ["füllen 0", "Haben Haben 1"]),
    ("Haben Sie Kinder, die studieren, so füllen Sie Anlage 2 aus.", ["füllen 0", "Haben Haben 1", "die studieren 2"]),
    ("Haben Sie Kinder?", ["Haben 0"]),
    ("Sagen Sie, ob Sie umziehen und wann das ist.", ["Sagen 0", "ob umziehen 1", "wann ist 1"]),
    ("Wir bitten Sie, Fotos beizulegen.", ["bitten 0", "beizulegen 1"]),
    ("Sie haben den Betrag zu erstatten.", ["haben 0"]),
    ("Als Nachweis reicht eine Kopie.", ["reicht 0"]),
    ("Wer umzieht, muss das melden.", ["muss 0", "umzieht 1"]),
    ("Wann ziehen Sie um?", ["ziehen 0"]),
    ("Je mehr Sie verdienen, desto weniger zahlen wir.", ["zahlen 0", "Je verdienen 1"]),
]


@pytest.mark.parametrize(("text", "expected"), DEPTHS)
def test_depths(text: str, expected: list[str]) -> None:
    found = [
        " ".join(filter(None, (clause.opener and clause.opener.text, clause.head.text, str(clause.depth))))
        for clause in clauses(sentence(text))
    ]
    assert found == expected


BRACKETS = [
    ("Reichen Sie den Antrag ein.", ["Reichen … ein: 3"]),
    ("Die Gemeinde hat den Antrag geprüft.", ["hat … geprüft: 2"]),
    ("Der Antrag muss geprüft werden.", ["muss … geprüft werden: 0"]),
    ("Sie haben den Betrag zu erstatten.", ["haben … zu erstatten: 2"]),
    ("Wir zahlen, wenn Sie umziehen.", ["wenn … umziehen: 1 in a clause"]),
    ("Wer umgezogen ist, hat das gemeldet.", ["Wer … umgezogen ist: 0 in a clause", "hat … gemeldet: 1"]),
    ("Der Antrag wird geprüft und bewilligt.", ["wird … geprüft bewilligt: 0"]),
    # traps
    ("Wir zahlen nicht.", []),
    ("Die Gemeinde prüft und bewilligt den Antrag.", []),
    ("Wir arbeiten mit Karten.", []),
    ("Sollten Sie umziehen, rufen Sie an.", ["Sollten … umziehen: 1", "rufen … an: 1"]),
    ("Die Leistung wird, wenn alles stimmt, gezahlt.", ["wird … gezahlt: 3", "wenn … stimmt: 1 in a clause"]),
    ("Wir bitten Sie, Fotos beizulegen.", []),
    ("Das Amt, das den Antrag bearbeitet, hilft.", ["das … bearbeitet: 2 in a clause"]),
]


@pytest.mark.parametrize(("text", "expected"), BRACKETS)
def test_brackets(text: str, expected: list[str]) -> None:
    found = [
        f"{one.left} … {' '.join(word.text for word in one.right)}: {one.words}{' in a clause' * one.subordinate}"
        for one in brackets(sentence(text))
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [("Füllen Sie bitte das ganze Formular aus.", 5), ("Wir haben Ihren Antrag am Montag erhalten.", 4)],
)
def test_a_bracket_through_the_pipeline(settings: Settings, text: str, words: int) -> None:
    doc = languages.load("de", settings).parse_text(text)
    assert [one.words for sent in doc.sents for one in brackets(sent)] == [words]
