"""German verb groups: tense, mood, voice, person, negation, subject; by hand-drawn trees and by the real pipeline."""

from __future__ import annotations

import pytest
from hand_trees import sentence

from app import languages
from app.languages import Language
from app.languages.verb_groups_de import VerbGroup, verb_groups
from app.settings import Settings

# What is easy comes first in each table; below the line of dashes stand the traps.
TENSE = [
    ("Die Gemeinde prüft den Antrag.", ["prüft: present"]),
    ("Die Gemeinde prüfte den Antrag.", ["prüfte: past"]),
    ("Die Gemeinde hat den Antrag geprüft.", ["hat geprüft: perfect"]),
    ("Die Gemeinde hatte den Antrag geprüft.", ["hatte geprüft: pluperfect"]),
    ("Die Gemeinde wird den Antrag prüfen.", ["wird prüfen: future"]),
    ("Die Gemeinde wird den Antrag geprüft haben.", ["wird geprüft haben: future-perfect"]),
    ("Der Antrag war verloren gegangen.", ["war gegangen: pluperfect"]),
    ("Sie mussten den Umzug melden.", ["mussten melden: past"]),
    # ---
    ("Wir arbeiten und warten.", ["arbeiten: present", "warten: present"]),  # -ten belongs to the stem
    ("Der Betrag wird fällig.", ["wird: present"]),  # no infinitive, no future
    ("Sie haben den Betrag zu erstatten.", ["haben erstatten: present"]),  # no perfect
    ("Der Antrag ist gestern eingegangen.", ["ist eingegangen: perfect"]),
    ("Der Antrag ist unterschrieben.", ["ist unterschrieben: present"]),  # a state, not a perfect
    ("Der Antrag ist geprüft worden.", ["ist geprüft worden: perfect"]),
    ("Der Antrag wird geprüft werden.", ["wird geprüft werden: future"]),
    ("Der Bescheid wurde durch das Amt erlassen.", ["wurde erlassen: past"]),  # tagged as an infinitive
    ("Wer umgezogen ist, hat das gemeldet.", ["umgezogen ist: perfect", "hat gemeldet: perfect"]),
    ("Er hat den Antrag stellen müssen.", ["hat stellen müssen: perfect"]),  # no participle in sight
]

MOOD = [
    ("Reichen Sie den Antrag ein.", ["imperative"]),
    ("Bitte haben Sie Geduld.", ["imperative"]),
    ("Seien Sie pünktlich.", ["imperative"]),
    ("Füllen Sie das Formular aus und senden Sie es zurück.", ["imperative", "imperative"]),
    ("Beachte die Frist.", ["imperative"]),
    ("Er sagt, sie habe Zeit.", ["indicative", "subjunctive-1"]),
    ("Sie könnten Wohngeld erhalten.", ["subjunctive-2"]),
    ("Wir würden gern helfen.", ["subjunctive-2"]),
    ("Das Kind hätte Anspruch gehabt.", ["subjunctive-2"]),
    ("Bitte leserlich schreiben.", ["infinitive"]),
    # ---
    ("Haben Sie Kinder?", ["indicative"]),
    ("Reichen Sie den Antrag selbst ein?", ["indicative"]),
    ("Haben Sie Kinder, so füllen Sie Anlage 2 aus.", ["indicative", "imperative"]),
    ("Stellen Sie keinen Antrag, verlieren Sie Geld.", ["indicative", "indicative"]),
    ("Füllen Sie Anlage 2 aus, legen Sie sie bei.", ["imperative", "imperative"]),  # a list, no condition
    ("Wenn Sie Kinder haben, erhalten Sie Kindergeld.", ["indicative", "indicative"]),
    ("Wenn Sie Kinder haben, füllen Sie Anlage 2 aus.", ["indicative", "imperative"]),
    ("Sollten Sie umziehen, rufen Sie an.", ["subjunctive-2", "imperative"]),
    ("Er sollte gestern kommen.", ["indicative"]),
    ("Ich habe keine Kinder.", ["indicative"]),  # the same form as in reported speech
    ("Sie reichen den Antrag ein.", ["indicative"]),
    ("Können Sie rechnen", ["indicative"]),  # a label without its question mark
]

VOICE = [
    ("Der Antrag wird geprüft.", ["wird geprüft: werden-passive"]),
    ("Der Antrag muss geprüft werden.", ["muss geprüft werden: werden-passive"]),
    ("Der Antrag ist unterschrieben.", ["ist unterschrieben: sein-passive"]),
    ("Der Vertrag muss unterschrieben sein.", ["muss unterschrieben sein: sein-passive"]),
    ("Die Daten werden gespeichert und gelöscht.", ["werden gespeichert gelöscht: werden-passive"]),
    # ---
    ("Der Betrag wird fällig.", ["wird: active"]),
    ("Die Gemeinde wird den Antrag prüfen.", ["wird prüfen: active"]),
    ("Der Antrag ist gestern eingegangen.", ["ist eingegangen: active"]),
    ("Sie sind verheiratet.", ["sind verheiratet: active"]),
    ("Wir werden den Betrag erhalten.", ["werden erhalten: active"]),  # tagged as a participle
    ("Die Daten können gespeichert und verarbeitet werden.", ["können gespeichert verarbeitet werden: werden-passive"]),
]


def verbs(group: VerbGroup) -> str:
    return " ".join(verb.text for verb in group.verbs)


@pytest.mark.parametrize(("text", "expected"), TENSE)
def test_tense(text: str, expected: list[str]) -> None:
    assert [f"{verbs(group)}: {group.tense}" for group in verb_groups(sentence(text))] == expected


@pytest.mark.parametrize(("text", "expected"), MOOD)
def test_mood(text: str, expected: list[str]) -> None:
    assert [group.mood for group in verb_groups(sentence(text))] == expected


@pytest.mark.parametrize(("text", "expected"), VOICE)
def test_voice(text: str, expected: list[str]) -> None:
    assert [f"{verbs(group)}: {group.voice}" for group in verb_groups(sentence(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reichen Sie den Antrag ein.", "Reichen ein"),
        ("Legen Sie Fotos bei.", "Legen bei"),  # the tagger took the particle for a preposition
        ("Wir suchen weiter.", "suchen weiter"),
        ("Wir arbeiten mit Karten.", "arbeiten -"),
        ("Die Gemeinde hat den Antrag geprüft.", "geprüft -"),
        ("Er hat den Antrag stellen müssen.", "stellen -"),
        ("Sie müssen hier sein.", "sein -"),
    ],
)
def test_main_verb_and_particle(text: str, expected: str) -> None:
    (group,) = verb_groups(sentence(text))
    assert f"{group.main} {group.particle or '-'}" == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Wir zahlen nicht.", True),
        ("Sie haben keinen Anspruch.", True),
        ("Niemand hat unterschrieben.", True),
        ("Das Amt hat nie geantwortet.", True),
        ("Wir zahlen nicht nur die Miete.", False),
        ("Wir zahlen.", False),
        ("Anträge ohne Nachweise prüfen wir.", False),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    assert [group.negated for group in verb_groups(sentence(text))] == [negated]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ich habe keine Kinder.", "Ich 1 sg"),
        ("Wir zahlen nicht.", "Wir 1 pl"),
        ("Sie reichen den Antrag ein.", "Sie 3 pl"),
        ("Der Antrag wird geprüft.", "Antrag 3 sg"),
        ("Beachte die Frist.", "None 2 sg"),
        ("Das Amt hat nie geantwortet.", "Amt 3 sg"),
        ("Er hat den Antrag stellen müssen.", "Er 3 sg"),
    ],
)
def test_subject_and_person(text: str, expected: str) -> None:
    (group,) = verb_groups(sentence(text))
    assert f"{group.subject} {group.person} {group.number}" == expected


def test_joined_verbs_share_their_subject() -> None:
    groups = verb_groups(sentence("Die Gemeinde prüft und bewilligt den Antrag."))
    assert [(verbs(group), str(group.subject)) for group in groups] == [
        ("prüft", "Gemeinde"),
        ("bewilligt", "Gemeinde"),
    ]


def test_joined_participles_are_one_group() -> None:
    (group,) = verb_groups(sentence("Die Daten werden gespeichert und gelöscht."))
    assert (group.main.text, [verb.text for verb in group.others]) == ("gespeichert", ["gelöscht"])


def test_a_joined_auxiliary_leaves_the_first_participle_in_the_group() -> None:
    (group,) = verb_groups(sentence("Die Daten können gespeichert und verarbeitet werden."))
    assert (group.main.text, [verb.text for verb in group.others]) == ("gespeichert", ["verarbeitet"])
    assert (str(group.modal), str(group.subject)) == ("können", "Daten")


def test_a_duty_is_said_to_be_one() -> None:
    (group,) = verb_groups(sentence("Sie haben den Betrag zu erstatten."))
    assert (group.duty, str(group.modal)) == (True, "None")


def test_a_relative_clause_keeps_its_verbs_for_itself() -> None:
    groups = verb_groups(sentence("Das Amt, das den Antrag bearbeitet, hilft."))
    assert [(verbs(group), str(group.subject)) for group in groups] == [("bearbeitet", "das"), ("hilft", "Amt")]


def test_an_infinitive_clause_is_a_group_of_its_own() -> None:
    groups = verb_groups(sentence("Wir bitten Sie, Fotos beizulegen."))
    assert [(verbs(group), group.finite is None) for group in groups] == [("bitten", False), ("beizulegen", True)]


def test_brauchen_takes_the_infinitive_into_its_group() -> None:
    (group,) = verb_groups(sentence("Sie brauchen nichts beizulegen."))
    assert (verbs(group), group.negated) == ("brauchen beizulegen", True)


def test_a_verb_that_the_parser_lost_comes_back() -> None:
    (group,) = verb_groups(sentence("Die Kosten müssen Sie bis Mai erstatten."))
    assert verbs(group) == "müssen erstatten"


@pytest.mark.parametrize("text", ["Name und Anschrift", "Datum, Unterschrift"])
def test_labels_have_no_verbs(text: str) -> None:
    assert verb_groups(sentence(text)) == []


@pytest.fixture(scope="module")
def german() -> Language:
    return languages.load("de", Settings())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reichen Sie den Antrag bis Mai ein.", "Reichen: present imperative active"),
        ("Haben Sie Kinder?", "Haben: present indicative active"),
        ("Ihr Antrag wurde abgelehnt.", "wurde abgelehnt: past indicative werden-passive"),
        ("Wir hätten den Antrag bewilligt.", "hätten bewilligt: perfect subjunctive-2 active"),
        ("Der Betrag ist eingegangen.", "ist eingegangen: perfect indicative active"),
    ],
)
def test_through_the_pipeline(german: Language, text: str, expected: str) -> None:
    (group,) = verb_groups(next(german.parse_text(text).sents))
    assert f"{verbs(group)}: {group.tense} {group.mood} {group.voice}" == expected
