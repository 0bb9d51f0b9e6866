"""The spelling in which the teacher is shown a text."""

from __future__ import annotations

import pytest
from spacy.language import Language as Nlp
from spacy.tokens import Doc

from app.languages.tokens_de import mark_sentences
from training.spelling import as_learnt

SHOWN = [
    ("Das muss sein", "Das muß sein"),
    ("Muss das sein", "Muß das sein"),
    ("Ärzt:innen zahlen", "Ärztinnen zahlen"),
    ("Antragsteller/in und Vertreter/-innen", "Antragsteller und Vertreterinnen"),
    ("Antragsteller(in) oder Partner(innen)", "Antragsteller oder Partnerinnen"),
    ("Ihr(e) Partner*in", "Ihre Partner"),
    ("Bürger:innenbüro", "Bürgerinnenbüro"),
    ("Name und/oder Ort", "Name oder Ort"),
    ("jede:r zahlt", "jede zahlt"),
    ("der Vater/die Mutter", "der Vateroderdie Mutter"),
    ("Die Daten werden erfasst", "Die Daten werden erfaßt"),
    ("Der Beschluss gilt", "Der Beschluß gilt"),
]


def cut(nlp: Nlp, text: str) -> Doc:
    doc = nlp.make_doc(text)
    mark_sentences(doc)
    return doc


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_shown_in_the_spelling_that_the_teacher_knows(nlp: Nlp, text: str, shown: str) -> None:
    doc = cut(nlp, text)
    twin = as_learnt(doc)
    assert twin.text == shown
    assert [token.is_sent_start for token in twin] == [token.is_sent_start for token in doc]


@pytest.mark.parametrize(
    "text",
    [
        "Sie können den Antrag hier stellen.",
        "Er/sie erhält einen Ausweis.",
        "Es gilt Tempo 30 km/h.",
        "Das Heft 3 / 4 liegt aus.",
        "Uns ist das bewusst.",
        "Die Angaben müssten stimmen.",
        "Eltern-Kind-Gruppe (Montag)",
        "Ein-/Auszahlung",
    ],
)
def test_any_other_text_is_shown_as_it_is(nlp: Nlp, text: str) -> None:
    doc = cut(nlp, text)
    assert as_learnt(doc) is doc
