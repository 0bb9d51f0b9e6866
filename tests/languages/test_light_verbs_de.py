"""Light verbs said with one verb: what the noun took is what the verb takes; silence in doubt."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

TOLD = [
    # a genitive, *von* or another phrase becomes the object
    ("Wir führen eine Überprüfung Ihrer Angaben durch.", "Wir überprüfen Ihre Angaben."),
    ("Wir nehmen eine Überprüfung Ihrer Angaben vor.", "Wir überprüfen Ihre Angaben."),
    ("Wir haben eine Berechnung des Betrags vorgenommen.", "Wir haben den Betrag berechnet."),
    ("Wir müssen eine erneute Berechnung des Betrags vornehmen.", "Wir müssen den Betrag erneut berechnen."),
    ("Wir führen eine genaue Prüfung der Unterlagen durch.", "Wir prüfen die Unterlagen genau."),
    (
        "Um eine Prüfung der Unterlagen vorzunehmen, brauchen wir Zeit.",
        "Um die Unterlagen zu prüfen, brauchen wir Zeit.",
    ),
    (
        "Wenn Sie eine Änderung des Vertrags vornehmen, sagen Sie es uns.",
        "Wenn Sie den Vertrag ändern, sagen Sie es uns.",
    ),
    ("Das Amt führt eine Prüfung von Anträgen durch.", "Das Amt prüft Anträge."),
    (
        "Sie können eine Prüfung der Anträge und der Anlagen durchführen.",
        "Sie können die Anträge und die Anlagen prüfen.",
    ),
    ("Eine Prüfung der Unterlagen führen wir durch.", "Die Unterlagen prüfen wir."),
    ("Die Genehmigung des Umbaus erteilt die Gemeinde.", "Den Umbau genehmigt die Gemeinde."),
    ("Wir erteilen Ihnen die Genehmigung für den Umbau.", "Wir genehmigen Ihnen den Umbau."),
    ("Nehmen Sie Einsicht in die Akten.", "Sehen Sie die Akten an."),
    ("Machen Sie von Ihrem Recht auf Widerspruch Gebrauch.", "Nutzen Sie Ihr Recht auf Widerspruch."),
    ("Sie müssen den Nachweis über Ihr Einkommen erbringen.", "Sie müssen Ihr Einkommen nachweisen."),
    ("Kinder müssen keinen Nachweis einer Impfung erbringen.", "Kinder müssen keine Impfung nachweisen."),
    (
        "Wenn Sie im Besitz eines gültigen Passes sind, bringen Sie ihn mit.",
        "Wenn Sie einen gültigen Pass besitzen, bringen Sie ihn mit.",
    ),
    # in the passive it becomes the subject
    ("Es wird eine Prüfung der Unterlagen vorgenommen.", "Es werden die Unterlagen geprüft."),
    ("Die Prüfung der Unterlagen wird im Mai vorgenommen.", "Die Unterlagen werden im Mai geprüft."),
    ("Der Nachweis Ihres Einkommens ist zu erbringen.", "Ihr Einkommen ist nachzuweisen."),
    ("Den Wünschen der Eltern wird Rechnung getragen.", "Die Wünsche der Eltern werden berücksichtigt."),
    # a phrase stays, or there is none
    ("Wir treffen eine Entscheidung über Ihren Antrag.", "Wir entscheiden über Ihren Antrag."),
    ("Die Entscheidung über Ihren Antrag treffen wir im Mai.", "Über Ihren Antrag entscheiden wir im Mai."),
    ("Die Entscheidungen über die Anträge werden im Mai getroffen.", "Über die Anträge wird im Mai entschieden."),
    ("Wann treffen Sie eine Entscheidung?", "Wann entscheiden Sie?"),
    ("Sie müssen Ihre Unterschrift vor uns leisten.", "Sie müssen vor uns unterschreiben."),
    ("Sie müssen den Nachweis erbringen, dass Sie umgezogen sind.", "Sie müssen nachweisen, dass Sie umgezogen sind."),
    ("Halten Sie vorher Rücksprache mit Ihrem Arzt.", "Sprechen Sie vorher mit Ihrem Arzt."),
    ("Der Verein hat Klage gegen den Bescheid erhoben.", "Der Verein hat gegen den Bescheid geklagt."),
    (
        "Wer mit der Bahn fährt, leistet einen Beitrag zum Schutz der Luft.",
        "Wer mit der Bahn fährt, trägt zum Schutz der Luft bei.",
    ),
    # objects in another case or with another preposition
    ("Das Amt erteilt Ihnen Auskunft über den Stand.", "Das Amt gibt Ihnen Auskunft über den Stand."),
    ("Wir tragen Ihren Wünschen Rechnung.", "Wir berücksichtigen Ihre Wünsche."),
    ("Wer der Aufforderung nicht Folge leistet, zahlt.", "Wer die Aufforderung nicht befolgt, zahlt."),
    ("Der Mieter kommt seiner Pflicht zur Zahlung nicht nach.", "Der Mieter erfüllt seine Pflicht zur Zahlung nicht."),
    ("Falsche Angaben können eine Kürzung zur Folge haben.", "Falsche Angaben können zu einer Kürzung führen."),
    (
        "Eine späte Abgabe hat den Verlust des Anspruchs zur Folge.",
        "Eine späte Abgabe führt zum Verlust des Anspruchs.",
    ),
    ("Das hat zur Folge, dass der Verein zahlt.", "Das führt dazu, dass der Verein zahlt."),
    ("Die Satzung findet auf alle Mieter Anwendung.", "Die Satzung gilt für alle Mieter."),
    ("Wir setzen Sie von der Änderung in Kenntnis.", "Wir informieren Sie über die Änderung."),
    (
        "Das Programm versetzt Menschen mit Behinderung in die Lage, selbst einzukaufen.",
        "Das Programm ermöglicht Menschen mit Behinderung, selbst einzukaufen.",
    ),
    # reflexive verbs
    ("Dann nehmen Sie bitte Kontakt mit uns auf.", "Dann melden Sie sich bitte bei uns."),
    ("Sie können mit dem Jugendamt Kontakt aufnehmen.", "Sie können sich beim Jugendamt melden."),
    ("Wir nehmen Kontakt mit Ihnen auf.", "Wir melden uns bei Ihnen."),
    (
        "Setzen Sie sich bitte mit Ihrer Stadt- oder Gemeindeverwaltung in Verbindung.",
        "Melden Sie sich bitte bei Ihrer Stadt- oder Gemeindeverwaltung.",
    ),
    # the noun stays with an easier verb, or with an easier word
    ("Tipp: Auskunft zur Steuer erteilt das Amt.", "Tipp: Auskunft zur Steuer gibt das Amt."),
    ("Nähere Auskünfte erteilen Ihnen die Krankenkassen.", "Nähere Auskünfte geben Ihnen die Krankenkassen."),
    ("Die Bearbeitung nimmt mehrere Wochen in Anspruch.", "Die Bearbeitung dauert mehrere Wochen."),
    ("In Betracht kommen auch Darlehen.", "In Frage kommen auch Darlehen."),
    ("Ihre Angaben sind für uns von Bedeutung.", "Ihre Angaben sind für uns wichtig."),
    (
        "Wenn Sie eine freiberufliche Tätigkeit ausüben, melden Sie das.",
        "Wenn Sie freiberuflich arbeiten, melden Sie das.",
    ),
    # separable verbs
    ("Wir bringen die Kosten in Abzug.", "Wir ziehen die Kosten ab."),
    (
        "Das Amt stellt Ihnen die Formulare zur Verfügung und prüft sie.",
        "Das Amt stellt Ihnen die Formulare bereit und prüft sie.",
    ),
    # who is able to
    ("Sie haben die Möglichkeit, einen Antrag zu stellen.", "Sie können einen Antrag stellen."),
    ("Sie waren in der Lage, die Miete zu zahlen.", "Sie konnten die Miete zahlen."),
    (
        "Wenn Sie nicht in der Lage sind, die Kosten zu tragen, helfen wir.",
        "Wenn Sie die Kosten nicht tragen können, helfen wir.",
    ),
    (
        "Der Schuldner ist nicht mehr in der Lage, den Forderungen nachzukommen.",
        "Der Schuldner kann den Forderungen nicht mehr nachkommen.",
    ),
    (
        "Sie müssen in der Lage sein, die Echtheit der Urkunde nachzuweisen (zum Beispiel durch ein Siegel).",
        "Sie müssen die Echtheit der Urkunde nachweisen können (zum Beispiel durch ein Siegel).",
    ),
    # denied
    ("Wir führen keine Prüfung der Unterlagen durch.", "Wir prüfen die Unterlagen nicht."),
    ("Das Amt trifft keine Entscheidung über den Antrag.", "Das Amt entscheidet nicht über den Antrag."),
]

SILENT = [
    "Hinweis: Eine Erlaubnis kann erteilt werden.",
    "Darüber hinaus haben Sie natürlich die Möglichkeit, sich zu melden.",
    "Es ist wichtig, dass Sie Entscheidungen für Ihre Zukunft treffen.",
    "Wir führen eine Prüfung der Unterlagen auf Fehler durch.",
    "Wir führen eine Prüfung durch.",
    "Wir führen keine Prüfung von Anträgen durch.",
    "Wir nehmen die Prüfung der Unterlagen durch einen Gutachter vor.",
    "Wir nehmen zwei Änderungen des Vertrags vor.",
    "Wir nehmen eine wichtige Prüfung der Unterlagen vor.",
    "Das Amt trifft nur eine Entscheidung über den Antrag.",
    "Das Amt trifft die Entscheidung.",
    "Das Amt trifft die Entscheidung zur Aufnahme eines Kindes.",
    "Eine Entscheidung wird nicht getroffen.",
    "Eine Entscheidung trifft das Amt im Mai.",
    "Sie müssen Zahlungen leisten, die sich nach Ihrem Einkommen richten.",
    "Bitte leisten Sie der Einladung Folge.",
    "Wir stellen die Kosten in Rechnung.",
    "Das Amt nimmt den Erben in Anspruch.",
    "Aus welchen Mitteln wird der Lebensunterhalt bestritten?",
    "Das Gericht prüft, ob die Eltern nicht bereit oder in der Lage sind, die Gefahr abzuwenden.",
    "Beide Staaten nehmen das Recht auf die Steuer für sich in Anspruch.",
    "Wir zahlen für Dienste, die die volle Kraft in Anspruch nehmen.",
    "Ich nehme zur Kenntnis, dass die Daten gespeichert werden.",
    "Ich habe die Hinweise zur Kenntnis genommen.",
    "Nehmen Sie zur Kenntnis, dass das Amt umzieht.",
    "Wir nehmen das Wetter zur Kenntnis.",
    "Wir haben keine Möglichkeit, Ihnen zu helfen.",
    "Wir sind nicht in der Lage, Anträge per E-Mail anzunehmen.",
    "Das Amt ist in der Lage, dies selbst zu prüfen und zu entscheiden.",
    "Die Eltern sind unzuverlässig oder nicht in der Lage, sich um das Kind zu kümmern.",
    "Wir treffen die Entscheidungen im Mai.",
    "Den Wünschen der Mütter sowie den Wünschen der Väter wird Rechnung getragen.",
    "Der Verein leistet einen wichtigen Beitrag zum Schutz der Umwelt.",
    "Sie können einer zeitlich befristeten Erwerbstätigkeit nachgehen.",
    "Was hat das zur Folge?",
    "Wenn Sie den Nachweis nicht erbringen, lehnen wir ab.",
    "Diese Vorschrift findet entsprechende Anwendung.",
    "Die Kläger müssen ihre Forderungen geltend machen.",
    "Der Patient soll in die Lage versetzt werden, selbst einzukaufen.",
]


def cured(checker: Checker, text: str) -> str | None:
    """The sentence with the first suggestion for its light verb; none without one."""
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({"light-verb"})))
    assert report.findings, "no light verb was found"
    return next((cure.result for finding in report.findings for cure in finding.suggestions), None)


@pytest.mark.parametrize(("text", "after"), TOLD)
def test_the_verb_takes_what_its_noun_took(checker: Checker, text: str, after: str) -> None:
    assert cured(checker, text) == after


@pytest.mark.parametrize("text", SILENT)
def test_silence_where_a_word_is_in_doubt(checker: Checker, text: str) -> None:
    assert cured(checker, text) is None
