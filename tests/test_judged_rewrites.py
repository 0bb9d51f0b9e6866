"""What blind readers found wrong in rewrites: such sentences stay as they are."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

LEFT_ALONE = [
    ("Auflösung sämtlicher verwandtschaftlicher Beziehungen", "aller verwandtschaftlicher"),
    ("Die Karten werden nicht von der Stadt ausgestellt, sondern von einer Firma.", "stellt"),
    ("Tragen Sie das in Nummer II des Antrags ein.", "Nummer 2"),
    ("Das ist eine Erlaubnis, die die Arbeit nicht erlaubt", "verboten"),
    ("Sie haben eine Ware zu beanstanden und finden kein Gehör.", "müssen"),
    ("Der Widerruf ist zu richten an die Stadt.", "richten an"),
    ("Man darf nicht ohne Anmeldung beginnen. Man muss den Bau vorher anzeigen.", "dürfen Sie"),
    (
        "Eine Kopie darf nur dann verlangt werden, wenn dies demjenigen erlaubt ist, zum Beispiel Banken und Kassen.",
        "Dazu gehören",
    ),
]


def told(checker: Checker, text: str) -> list[str]:
    block = Block(id="p0b1", role="paragraph", text=text)
    report = checker.check(Document(media_type="text/plain", sha256="", blocks=(block,)), Options(language="de"))
    ways = [way.result for one in report.rewrite.sentences for way in one.alternatives]
    return ways + [cure.result or "" for finding in report.findings for cure in finding.suggestions]


@pytest.mark.parametrize(("text", "wrong"), LEFT_ALONE)
def test_is_left_alone(checker: Checker, text: str, wrong: str) -> None:
    assert [way for way in told(checker, text) if wrong in way and wrong not in text] == []
    if wrong in text:
        assert not any(way.startswith("Sie müssen") for way in told(checker, text))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rauchen ist im Rathaus nicht erlaubt.", "Rauchen ist im Rathaus verboten."),
        ("Der Antrag ist schriftlich einzureichen.", "Reichen Sie den Antrag schriftlich ein."),
        ("Der Antrag wird von der Stadt geprüft.", "Die Stadt prüft den Antrag."),
    ],
)
def test_its_neighbours_are_rewritten(checker: Checker, text: str, right: str) -> None:
    assert right in told(checker, text)
