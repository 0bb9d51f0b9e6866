"""Cuts that may be made unseen, and those that want a look since a word could cover both parts."""

from __future__ import annotations

import pytest

from app.checker import Checker
from app.languages import sentences
from app.languages.split_de import cuts
from app.languages.sure_cuts_de import is_sure
from app.model import Edit, Span, apply

SURE = [
    (
        "Wir prüfen Ihren Antrag, und die Kasse zahlt das Geld auf Ihr Konto.",
        "Wir prüfen Ihren Antrag. Die Kasse zahlt das Geld auf Ihr Konto.",
    ),
    (
        "Bitte geben Sie den Namen der Schule an und fügen Sie eine Kopie des Zeugnisses bei.",
        "Bitte geben Sie den Namen der Schule an. Fügen Sie eine Kopie des Zeugnisses bei.",
    ),
    (
        "Wir prüfen Ihren Antrag und schicken Ihnen den Bescheid mit der Post.",
        "Wir prüfen Ihren Antrag. Wir schicken Ihnen den Bescheid mit der Post.",
    ),
    (
        "Die Stadt vermietet die Halle; der Verein zahlt die Reinigung.",
        "Die Stadt vermietet die Halle. Der Verein zahlt die Reinigung.",
    ),
    (
        "Wenn Sie in den letzten Jahren im Ausland gelebt haben, füllen Sie bitte auch die Anlage B aus.",
        "Haben Sie in den letzten Jahren im Ausland gelebt? Dann füllen Sie bitte auch die Anlage B aus.",
    ),
    (
        "Sind Sie 25 Jahre oder älter, füllen Sie bitte auch die Anlage B aus.",
        "Sind Sie 25 Jahre oder älter? Dann füllen Sie bitte auch die Anlage B aus.",
    ),
]
UNSURE = [
    ("Morgen prüfen wir Ihren Antrag und schicken Ihnen den Bescheid mit der Post.", "*morgen* may cover both"),
    ("Geben Sie uns die Unterlagen, und wir prüfen Ihren Antrag.", "says *wenn*"),
    ("Wir prüfen Ihren Antrag nicht, und die Kasse zahlt nur das Geld der Eltern.", "*nur* and *nicht* reach far"),
    ("Geben Sie den Namen an und unterschreiben Sie den Antrag spätestens am Montag.", "a deadline for both"),
    ("Jeder Antrag braucht ein Foto, und sein Bescheid kommt mit der Post.", "*sein* hangs on *jeder*"),
    ("Die Eltern zahlen die Hälfte, und sie bekommen einen Bescheid vom Amt.", "who are *sie*?"),
    ("Wir zahlen den Kurs, und die Stadt würde die Fahrt übernehmen.", "a wish is no fact"),
    ("Wir prüfen den Antrag und schicken den Bescheid, damit Sie das Geld bekommen.", "one purpose for both"),
    ("Falls Kinder im Haus sind, zahlt die Stadt weniger; die Eltern zahlen nichts.", "a condition for both"),
    ("Wenn Sie nicht verheiratet sind, füllen Sie bitte auch die Anlage B aus.", "a question with *nicht*"),
    ("Wenn Ihr Kind zur Schule geht, füllen Sie bitte auch die Anlage B aus.", "it asks about somebody else"),
    ("Wenn Sie umziehen, zahlen wir weiter, wenn Sie die neue Adresse melden.", "two conditions"),
    ("Wenn Sie umziehen und arbeiten, füllen Sie bitte auch die Anlage B aus.", "two verbs to move"),
    ("Wenn Sie jedoch im Ausland wohnen, füllen Sie bitte auch die Anlage B aus.", "*jedoch* in a question"),
    ("Die Liste ist lang, und Sie brauchen nicht alle Punkte auf einmal zu lesen.", "*Sie* could be *they*"),
    ("Wenn Sie den Antrag unterschreiben, erklären Sie damit Ihr Einverständnis mit der Prüfung.", "by signing"),
    ("Wenn Sie umziehen würden, füllen Sie bitte auch die Anlage B aus.", "unreal"),
]


def ways(checker: Checker, text: str) -> list[tuple[str, bool]]:
    doc = checker.language("de").parse_texts([text])[0]
    found = []
    for sent in sentences(doc):
        for changes in cuts(sent):
            edits = [Edit(span=Span(block="b", start=start, end=end), text=new) for start, end, new in changes]
            found.append((apply(text, edits), is_sure(sent, changes)))
    return found


@pytest.mark.parametrize(("text", "result"), SURE)
def test_a_cut_between_complete_sentences_is_sure(checker: Checker, text: str, result: str) -> None:
    assert (result, True) in ways(checker, text)


@pytest.mark.parametrize(("text", "why"), UNSURE)
def test_no_cut_is_sure_where_a_word_may_cover_both(checker: Checker, text: str, why: str) -> None:
    assert [result for result, sure in ways(checker, text) if sure] == [], why


def test_two_joined_verbs_do_not_become_one_question(checker: Checker) -> None:
    text = "Wenn Sie Leistungen zum Lebensunterhalt beziehen und den Bescheid beifügen, müssen Sie nichts ausfüllen."
    assert not any("?" in result for result, _ in ways(checker, text))
