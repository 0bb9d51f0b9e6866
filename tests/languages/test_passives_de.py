"""German passives and duties with auxiliary, participle, subject and agent, by hand-drawn trees."""

from __future__ import annotations

import pytest
from hand_trees import sentence

from app.languages.participles_de import takes_sein
from app.languages.verbs_de import modal_infinitives, passives

PASSIVES = [
    ("Der Antrag wird geprüft.", ["wird geprüft, subject Antrag"]),
    ("Der Antrag wird von der Gemeinde geprüft.", ["wird geprüft, subject Antrag, agent von"]),
    ("Der Bescheid wird durch das Amt zugestellt.", ["wird zugestellt, subject Bescheid, agent durch"]),
    ("Der Antrag muss geprüft werden.", ["werden geprüft, finite muss, subject Antrag"]),
    ("Der Antrag ist geprüft worden.", ["worden geprüft, finite ist, subject Antrag"]),
    ("Der Antrag wird geprüft werden.", ["werden geprüft, finite wird, subject Antrag"]),
    ("Der Antrag ist unterschrieben.", ["ist unterschrieben, subject Antrag, state"]),
    # traps
    ("Der Antrag wird geprüft und bewilligt.", ["wird geprüft bewilligt, subject Antrag"]),
    ("Die Daten können gespeichert und verarbeitet werden.", [
        "werden verarbeitet gespeichert, finite können, subject Daten"
    ]),
    ("Der Bescheid wurde durch das Amt erlassen.", ["wurde erlassen, subject Bescheid, agent durch"]),
    ("Der Betrag wird von 30 Euro gekürzt.", ["wird gekürzt, subject Betrag"]),  # an amount does nothing
    ("Der Betrag wird fällig.", []),
    ("Die Gemeinde wird den Antrag prüfen.", []),
    ("Wir werden den Betrag erhalten.", []),
    ("Der Antrag ist gestern eingegangen.", []),
    ("Sie sind verheiratet.", []),
    ("Die Gemeinde hat den Antrag geprüft.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PASSIVES)
def test_passives(text: str, expected: list[str]) -> None:
    found = []
    for one in passives(sentence(text)):
        participles = " ".join(verb.text for verb in (one.participle, *one.others))
        parts = [f"{one.auxiliary} {participles}"]
        parts += [f"finite {one.finite}"] if one.finite.i != one.auxiliary.i else []
        parts += [f"subject {one.subject}"] if one.subject is not None else []
        parts += [f"agent {one.agent}"] if one.agent is not None else []
        found.append(", ".join(parts + ["state"] * one.state))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie haben den Betrag zu erstatten.", ["haben erstatten"]),
        ("Der Antrag ist auszufüllen und zu unterschreiben.", ["ist auszufüllen unterschreiben"]),
        ("Wir bitten Sie, Fotos beizulegen.", []),
        ("Sie sind verpflichtet zu zahlen.", []),
        ("Sie haben nichts zu befürchten.", []),
        ("Kommen Sie, um den Antrag zu stellen.", []),
    ],
)
def test_duties(text: str, expected: list[str]) -> None:
    found = [" ".join(word.text for word in one.words) for one in modal_infinitives(sentence(text))]
    assert found == expected


@pytest.mark.parametrize(
    ("participle", "expected"),
    [
        ("eingegangen", True),
        ("umgezogen", True),
        ("geblieben", True),
        ("zurückgetreten", True),
        ("entstanden", True),
        ("geprüft", False),
        ("bekommen", False),
        ("begangen", False),
        ("bezogen", False),
        ("vertreten", False),
    ],
)
def test_perfect_with_sein(participle: str, expected: bool) -> None:
    assert takes_sein(participle) is expected
