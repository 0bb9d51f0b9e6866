"""The measure of sentences: what counts as whole, as torn, and that calling everything a label is seen."""

from __future__ import annotations

import pytest

from app.model import Block, Document, Role
from benchmarks.sentence_ends import count, ends, is_torn


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Wir prüfen Ihren Antrag.", True),
        ("Wer wohnt noch in der Wohnung?", True),
        ("Legen Sie diese Unterlagen bei:", True),
        ("Er sagte: „Das Amt ist zu.“", True),
        ("(Bitte nur bei Hunden ausfüllen.)", True),
        ("Die Stadt zahlt den Betrag auf das", False),
        ("Wir prüfen Ihren Antrag;", False),
        ("Der Antrag (siehe Rückseite)", False),
    ],
)
def test_what_ends_a_sentence(sentence: str, whole: bool) -> None:
    assert ends(sentence) is whole


@pytest.mark.parametrize(
    ("sentence", "torn"),
    [
        ("gungszeitraumes und danach nicht mehr.", True),
        ("(und nur dann) gilt das.", True),
        ("Wir prüfen Ihren Antrag.", False),
        ("a) Wir prüfen Ihren Antrag.", False),
        ("eID-Karte oder Ausweis sind nötig.", False),
        ("12 Monate gilt der Bescheid.", False),
    ],
)
def test_what_begins_in_the_middle(sentence: str, torn: bool) -> None:
    assert is_torn(sentence) is torn


def form(*blocks: tuple[Role, str]) -> Document:
    made = tuple(Block(id=f"p1b{number}", role=role, text=text) for number, (role, text) in enumerate(blocks))
    return Document(media_type="application/pdf", sha256="", pages=1, blocks=made)


def test_sentences_of_paragraphs_are_counted_alone_too() -> None:
    counts = count(
        form(
            ("paragraph", "Wir prüfen Ihren Antrag. Danach schreiben wir Ihnen einen Brief mit dem"),
            ("paragraph", "genauen Betrag der Steuer für Ihren Hund."),
            ("label", "Name und Vorname der Halterin"),
            ("furniture", "Seite 2 von 4 des Antrags der Stadt Lindenbach"),
        )
    )
    assert (counts["all"], counts["good"]) == (4, 3)
    assert (counts["sentences"], counts["ended"], counts["torn"]) == (3, 2, 1)
    assert (counts["words:paragraph"], counts["words:label"]) == (19, 5)


def test_torn_paragraphs_called_labels_show_in_the_words() -> None:
    torn = "Danach schreiben wir Ihnen einen Brief mit dem"
    as_paragraph, as_label = count(form(("paragraph", torn))), count(form(("label", torn)))
    assert (as_paragraph["good"], as_label["good"]) == (0, 1)
    assert as_label["words:paragraph"] == 0 < as_paragraph["words:paragraph"]


def test_blocks_in_another_language_do_not_count() -> None:
    german = "Wir prüfen Ihren Antrag und schreiben Ihnen danach einen Brief mit der Entscheidung."
    french = "Nous examinons votre demande et nous vous écrivons une lettre avec notre décision pour vous."
    assert count(form(("paragraph", german), ("paragraph", french)))["all"] == 1
