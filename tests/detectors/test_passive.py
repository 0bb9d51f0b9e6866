"""What the rule quotes of a passive: the verb with the words that belong to it, and no others."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document


def quoted(checker: Checker, text: str) -> list[str]:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({"passive-voice"}), suggestions=False))
    return [finding.facts["verbs"] for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Die Termine müssen rechtzeitig bekannt gegeben werden.", "müssen … bekannt gegeben werden"),
        ("Die Termine werden im Amtsblatt bekannt gegeben.", "werden … bekannt gegeben"),
        ("Wir prüfen, ob die Versorgung sicher gestellt werden kann.", "sicher gestellt werden kann"),
        ("Die Räume werden Ihnen zur Verfügung gestellt.", "werden … zur Verfügung gestellt"),
        ("Die Hilfe kann in Anspruch genommen werden.", "kann in Anspruch genommen werden"),
        ("Der Betrag wird in Rechnung gestellt.", "wird in Rechnung gestellt"),
        ("Die Anlage wird außer Betrieb genommen.", "wird außer Betrieb genommen"),
        ("Der Termin wurde abgesagt und neu bekannt gegeben.", "wurde abgesagt … bekannt gegeben"),
        # traps: what is said about the verb is not part of it
        ("Der Antrag wird schriftlich gestellt.", "wird … gestellt"),
        ("Die Gebühr wird klar geregelt.", "wird … geregelt"),
        ("Der Antrag wird im Rathaus gestellt.", "wird … gestellt"),
        ("Die Wohnung wird teilweise zu Wohnzwecken genutzt.", "wird … genutzt"),
        ("Der Antrag wird bereits geprüft.", "wird … geprüft"),
    ],
)
def test_the_verb_is_quoted_whole(checker: Checker, text: str, verbs: str) -> None:
    assert quoted(checker, text) == [verbs]


@pytest.mark.parametrize(
    ("text", "tip"),
    [
        ("Ihr Antrag wird geprüft.", "Sagen Sie, wer das tut: „Wer prüft …?“"),
        ("Das Formular muss ausgefüllt werden.", "Sagen Sie, wer das tut: „Wer füllt … aus?“"),
        ("Der Antrag wird von der Stadt geprüft.", "Steht hinter „von“, wer das tut? Dann beginnen Sie damit."),
        # more words than the verb would be needed: no example
        ("Der Termin wird bekannt gegeben.", "Sagen Sie, wer das tut, und beginnen Sie damit."),
        ("Die Akten wurden angefordert und gesichtet.", "Sagen Sie, wer das tut, und beginnen Sie damit."),
    ],
)
def test_the_message_says_it_with_the_verb_of_the_sentence(checker: Checker, text: str, tip: str) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({"passive-voice"}), suggestions=False))
    assert [finding.message.split(" ist Passiv. ")[1] for finding in report.findings] == [tip]
