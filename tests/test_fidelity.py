"""Attempts to smuggle a loss through: each must be noticed, and harmless changes must not be."""

from __future__ import annotations

import pytest

from app.fidelity import losses

SMUGGLED = [
    ("Wir nehmen die Prüfung vor dem Umzug vor.", "Wir prüfen den Umzug.", "condition"),
    ("Prüfen Sie das vor, während und nach der Reise.", "Prüfen Sie das während und nach der Reise.", "condition"),
    ("Der Ausweis gilt ab: 1. Mai.", "Der Ausweis gilt 1. Mai.", "condition"),
    ("Anzugeben sind alle Konten.", "Alle Konten.", "duty"),
    ("Zu beachten sind die Hinweise.", "Die Hinweise gelten.", "duty"),
    ("Wir treffen keine Entscheidung.", "Wir entscheiden.", "negation"),
    ("Wir treffen keine Entscheidung.", "Wir treffen nicht immer eine Entscheidung.", "negation"),
    ("Sie zahlen kein Porto und keine Gebühr.", "Sie zahlen nicht.", "negation"),
    ("Sie haben die Pflicht zur Abgabe des Passes.", "Sie haben den Pass.", "duty"),
    ("Sie haben die Pflicht, den Pass vorzulegen.", "Sie haben den Pass.", "duty"),
    ("Es gibt das Recht zur Abgabe.", "Der Pass ist abzugeben und vorzulegen.", "duty"),
    ("Wenn Sie umziehen, rufen Sie an.", "Sie ziehen um. Dann rufen Sie an.", "condition"),
    ("Wenn Sie umziehen, rufen Sie an, wenn wir da sind.", "Ziehen Sie um? Dann rufen Sie an.", "condition"),
    ("Wenn Sie nicht umziehen, rufen Sie an.", "Ziehen Sie um? Dann rufen Sie an.", "negation"),
    ("Bei Nichtvorlage der Nachweise zahlen wir.", "Wenn Sie die Nachweise vorlegen, zahlen wir.", "negation"),
    ("Nach Prüfung des Antrags zahlen wir.", "Bevor wir den Antrag prüfen, zahlen wir.", "condition"),
    ("Nach Prüfung des Antrags zahlen wir.", "Wenn wir den Antrag prüfen, zahlen wir.", "condition"),
    ("Um den Antrag zu prüfen, fragen wir.", "Der Antrag ist zu prüfen, wir fragen.", "duty"),
    ("Zahlen Sie 1.250,50 EUR.", "Zahlen Sie 1.250 EUR.", "number"),
    ("Zahlen Sie bis zum 31.03.2027.", "Zahlen Sie bis zum 31. April 2027.", "number"),
    ("Die Frist endet am 3. Mai.", "Die Frist endet am 3. Juni.", "number"),
    ("Sie bekommen 15000 Euro.", "Sie bekommen 1.500 Euro.", "number"),
    ("Sie bekommen 15.000 Euro.", "Sie bekommen 15,000 Euro.", "number"),
    ("Sie haben dreißig Tage Zeit.", "Sie haben 13 Tage Zeit.", "number"),
    ("Wir öffnen um 8.30 Uhr.", "Wir öffnen um 8 Uhr.", "number"),
    ("Wir öffnen von 9–12 Uhr.", "Wir öffnen um 9 oder 12 Uhr.", "condition"),
    ("Der Brief vom 3.5.2027 fehlt.", "Der Brief vom 5. März 2027 fehlt.", "number"),
    ("Es gilt Abschnitt XIV.", "Es gilt Abschnitt 16.", "number"),
    ("Höchstens fünf Seiten.", "Mindestens fünf Seiten.", "condition"),
    ("Das ist nicht erlaubt.", "Das ist erlaubt.", "negation"),
    ("Sie haben zwei Wochen Zeit.", "Sie haben zwei Monate Zeit.", "time"),
    ("Das regelt § 7 der Satzung.", "Das regelt die Satzung.", "sign"),
    ("Das kostet 5 % mehr.", "Das kostet 5 mehr.", "sign"),
    ("Sie erhalten kein Geld.", "Sie erhalten Geld.", "negation"),
    ("Ohne Nachweis zahlen wir nicht.", "Mit Nachweis zahlen wir nicht.", "negation"),
    ("Sie müssen das melden.", "Sie können das melden.", "modality"),
    ("Sie sollen das melden.", "Sie müssen das melden.", "modality"),
    ("Der Antrag ist zu stellen.", "Der Antrag ist gestellt.", "duty"),
    ("Der Antrag ist zu stellen.", "Sie dürfen den Antrag stellen.", "duty"),
    ("Reichen Sie den Antrag ein.", "Sie können den Antrag einreichen.", "modality"),
    ("Reichen Sie den Antrag ein.", "Sie reichen den Antrag ein.", "modality"),
    ("Wir zahlen, wenn Sie unterschreiben.", "Wir zahlen, weil Sie unterschreiben.", "condition"),
    ("Wir zahlen nur die Miete.", "Wir zahlen die Miete.", "condition"),
    ("Melden Sie das spätestens am Freitag.", "Melden Sie das am Freitag.", "condition"),
    ("Melden Sie das unverzüglich.", "Melden Sie das sofort.", "condition"),
    ("Alle Kinder brauchen ein Foto.", "Einige Kinder brauchen ein Foto.", "quantity"),
    ("Ausweis oder Pass mitbringen.", "Ausweis und Pass mitbringen.", "quantity"),
    ("Zahlen Sie bar oder schreiben Sie uns.", "Zahlen Sie bar. Schreiben Sie uns.", "quantity"),
    ("Wir prüfen Antrag und Kopie und zahlen dann.", "Wir prüfen Antrag. Wir zahlen dann.", "quantity"),
    ("Wir prüfen den Antrag und die Kopie, wobei Sie helfen.", "Wir prüfen den Antrag. Dabei helfen Sie.", "quantity"),
    ("Das Amt prüft den Antrag und zahlt.", "Das Amt prüft den Antrag. Die Stadt zahlt.", "quantity"),
    ("Füllen Sie es aus und unterschreiben Sie es.", "Füllen Sie es aus. Sie unterschreiben es.", "modality"),
    ("Die Antragsteller*innen zahlen.", "Die Antragsteller zahlen.", "gender"),
    ("Sie und die Mieter*innen zahlen.", "Sie und die Mieter zahlen.", "gender"),
    ("Die Antragstellerin/der Antragsteller zahlt an die GKV.", "Die Antragstellerin/der Antragsteller zahlt.", "name"),
]
HARMLESS = [
    ("Anzugeben sind alle Konten.", "Geben Sie alle Konten an."),
    ("Zu beachten sind die Hinweise.", "Beachten Sie die Hinweise."),
    ("Wir nehmen eine Prüfung der Akten vor.", "Wir prüfen die Akten."),
    ("Wir treffen keine Entscheidung über den Antrag.", "Wir entscheiden nicht über den Antrag."),
    ("Er hat die Pflicht zur Abgabe des Passes.", "Er hat die Pflicht, den Pass abzugeben."),
    ("Sie können das ohne Angabe von Gründen beenden.", "Sie können das beenden, ohne Gründe anzugeben."),
    ("Bei Nichtvorlage der Nachweise zahlen wir nicht.", "Wenn Sie die Nachweise nicht vorlegen, zahlen wir nicht."),
    ("Nach Prüfung des Antrags zahlen wir.", "Nachdem wir den Antrag geprüft haben, zahlen wir."),
    ("Vor Erteilung der Erlaubnis prüfen wir.", "Bevor wir die Erlaubnis erteilen, prüfen wir."),
    ("Zur Prüfung des Antrags fragen wir nach.", "Um den Antrag zu prüfen, fragen wir nach."),
    ("Wenn Sie umziehen, rufen Sie an.", "Ziehen Sie um? Dann rufen Sie an."),
    ("Zahlen Sie bis zum 31.03.2027.", "Zahlen Sie bis zum 31. März 2027."),
    ("Zahlen Sie am 2027-03-31.", "Zahlen Sie am 31.3.2027."),
    ("Sie bekommen 15000 Euro.", "Sie bekommen 15.000 Euro."),
    ("Antworten Sie innerhalb von dreißig (30) Tagen.", "Antworten Sie innerhalb von 30 Tagen."),
    ("Wir öffnen von 9–12 Uhr.", "Wir öffnen von 9 bis 12 Uhr."),
    ("Wir öffnen zwischen 9-12.30 Uhr.", "Wir öffnen zwischen 9 und 12:30 Uhr."),
    ("Wir öffnen um 8 Uhr 30.", "Wir öffnen um 08:30 Uhr."),
    ("Es gilt Abschnitt XIV.", "Es gilt Abschnitt 14."),
    ("Nicht mehr als fünf Seiten.", "Höchstens 5 Seiten."),
    ("Das ist nicht erlaubt.", "Das ist verboten."),
    ("Wir prüfen den Antrag, und die Stadt zahlt.", "Wir prüfen den Antrag. Die Stadt zahlt."),
    ("Das Amt prüft den Antrag und zahlt das Geld.", "Das Amt prüft den Antrag. Das Amt zahlt das Geld."),
    ("Füllen Sie es aus und unterschreiben Sie es.", "Füllen Sie es aus. Unterschreiben Sie es."),
    ("Fügen Sie ein Lichtbild bei.", "Legen Sie ein Foto bei."),
    ("Sämtliche Angaben sind freiwillig.", "Alle Angaben sind freiwillig."),
    ("Legen Sie ggf. eine Kopie bei.", "Legen Sie gegebenenfalls eine Kopie bei."),
    ("Sofern Sie umziehen, zahlen wir nicht.", "Wenn Sie umziehen, zahlen wir nicht."),
    ("Das gilt lediglich für Kinder.", "Das gilt nur für Kinder."),
    ("Der Antrag ist einzureichen.", "Sie müssen den Antrag einreichen."),
    ("Der Antrag ist einzureichen.", "Reichen Sie den Antrag ein."),
    ("Der Mieter hat zu zahlen.", "Der Mieter muss zahlen."),
    ("Die Mieter*innen melden sich.", "Sie melden sich."),
    ("Alles Weitere ist dem Merkblatt zu entnehmen.", "Alles Weitere können Sie dem Merkblatt entnehmen."),
]


@pytest.mark.parametrize(("before", "after", "kind"), SMUGGLED)
def test_a_loss_is_noticed(before: str, after: str, kind: str) -> None:
    assert kind in losses(before, after, "de")
    assert losses(after, before, "de"), "what is added is as bad as what is lost"


@pytest.mark.parametrize(("before", "after"), HARMLESS)
def test_a_harmless_change_passes(before: str, after: str) -> None:
    assert losses(before, after, "de") == ()


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("You must apply within 30 days.", "You must apply within 3 days.", "number"),
        ("You must not apply twice.", "You must apply twice.", "negation"),
        ("You may apply.", "You must apply.", "modality"),
        ("The tenant shall pay.", "The tenant will pay.", "modality"),
        ("Pay by 3 May 2027.", "Pay by 5 March 2027.", "number"),
        ("We pay only if you sign.", "We pay if you sign.", "condition"),
        ("Bring a passport and a photo.", "Bring a passport or a photo.", "quantity"),
    ],
)
def test_english_losses_are_noticed(before: str, after: str, kind: str) -> None:
    assert kind in losses(before, after, "en")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The tenant shall pay.", "The tenant must pay."),
        ("We shall write to you.", "We will write to you."),
        ("Pay by May 3, 2027.", "Pay by 3 May 2027."),
        ("Pay within thirty days.", "Pay within 30 days."),
    ],
)
def test_harmless_english_changes_pass(before: str, after: str) -> None:
    assert losses(before, after, "en") == ()


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("Legen Sie A-Blatt und/oder B-Blatt bei.", "Legen Sie A-Blatt, B-Blatt oder beides bei.", False),
        ("Legen Sie A-Blatt und/oder B-Blatt bei.", "Legen Sie A-Blatt oder B-Blatt bei.", True),
        ("Legen Sie A-Blatt und/oder B-Blatt bei.", "Legen Sie A-Blatt und B-Blatt bei.", True),
        ("Legen Sie A-Blatt oder B-Blatt bei.", "Legen Sie A-Blatt, B-Blatt oder beides bei.", True),
        ("Das ist nicht unerheblich.", "Das ist erheblich.", False),
        ("Das ist nicht erheblich.", "Das ist erheblich.", True),
        ("Das ist nicht unerheblich.", "Das ist unerheblich.", True),
        ("Das ist nicht unerheblich.", "Das ist nicht erheblich.", True),
        ("Nicht unübliche Kosten zahlen wir.", "Übliche Kosten zahlen wir.", False),
        ("Das ist erheblich.", "Das ist unerheblich.", True),
        ("Das ist nicht unmöglich, aber unwichtig.", "Das ist möglich, aber wichtig.", True),
        ("Das ist unerheblich.", "Das ist nicht wichtig.", False),
        ("Das ist irrelevant.", "Das ist unwichtig.", False),
        ("Das ist irrelevant.", "Das ist wichtig.", True),
        ("Bitte versäumen Sie nicht, zu kommen.", "Bitte denken Sie daran, zu kommen.", False),
        ("Bitte versäumen Sie nicht, zu kommen.", "Bitte versäumen Sie, zu kommen.", True),
        ("Bitte versäumen Sie nicht, zu kommen.", "Bitte denken Sie nicht daran, zu kommen.", True),
        ("Wer die Frist versäumt, zahlt.", "Wer die Frist verpasst, zahlt.", False),
        ("BITTE FÜLLEN SIE DAS AUS.", "Bitte füllen Sie das aus.", False),
        ("BITTE FÜLLEN SIE DAS AUS.", "Bitte füllen Sie das ein.", True),
        ("BITTE NICHT DIE STRASSE SPERREN.", "Bitte nicht die Straße sperren.", False),
        ("BITTE NICHT DIE STRASSE SPERREN.", "Bitte die Straße sperren.", True),
        ("Wichtig: NUR BIS 3. MAI GÜLTIG.", "Wichtig: Nur bis 3. Mai gültig.", False),
        ("Wichtig: NUR BIS 3. MAI GÜLTIG.", "Wichtig: Nur bis 5. Mai gültig.", True),
        ("Das regelt das SGB so.", "Das regelt das Sgb so.", True),
        ("BITTE ALLES LESEN. Die AOK zahlt.", "Bitte alles lesen. Die Aok zahlt.", True),
        ("Die Mieter*innen zahlen.", "Die MIETER*innen zahlen.", True),
        ("Bringen Sie Pass & Foto mit.", "Bringen Sie Pass und Foto mit.", False),
        ("Bringen Sie Pass & Foto mit.", "Bringen Sie Pass oder Foto mit.", True),
        ("Es gibt Grundbetrag + Zuschlag.", "Es gibt Grundbetrag und Zuschlag.", False),
        ("Es gibt Grundbetrag + Zuschlag.", "Es gibt Grundbetrag Zuschlag.", True),
        ("Wer >18 Jahre alt ist, zahlt.", "Wer mehr als 18 Jahre alt ist, zahlt.", False),
        ("Wer >18 Jahre alt ist, zahlt.", "Wer mindestens 18 Jahre alt ist, zahlt.", True),
        ("Wer >18 Jahre alt ist, zahlt.", "Wer weniger als 18 Jahre alt ist, zahlt.", True),
        ("Der Zuschuss ist ≤ 300 Euro.", "Der Zuschuss ist höchstens 300 Euro.", False),
        ("Der Zuschuss ist ≤ 300 Euro.", "Der Zuschuss ist 300 Euro.", True),
        ("Sie zahlen 5 % weniger.", "Sie zahlen 5 Prozent weniger.", False),
        ("Sie zahlen 5 % weniger.", "Sie zahlen 6 Prozent weniger.", True),
        ("Sie zahlen 5 % weniger.", "Sie zahlen 5 Euro weniger.", True),
        ("Das ist nicht unerheblich und nicht erlaubt.", "Das ist erheblich und erlaubt.", True),
        ("Melden Sie das unverzüglich.", "Melden Sie das so schnell wie möglich.", False),
        ("Melden Sie das unverzüglich.", "Melden Sie das wie möglich.", True),
        ("Sollten Sie umziehen, rufen Sie an.", "Wenn Sie umziehen, rufen Sie an.", False),
        ("Sollten Sie umziehen, rufen Sie an.", "Sie ziehen um, rufen Sie an.", True),
        ("Sie sollten umziehen, bevor der Winter kommt.", "Sie ziehen um, bevor der Winter kommt.", True),
    ],
)
def test_exact_exchanges_and_what_is_smuggled_beside_them(before: str, after: str, *, lost: bool) -> None:
    assert bool(losses(before, after, "de")) is lost


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("The claim is checked by the office.", "The office checks the claim.", False),
        ("The claim is checked by Friday.", "The office checks the claim.", True),
        ("Send it by the end of May.", "Send it at the end of May.", True),
        ("Send it and/or bring it.", "Send it, bring it or both.", False),
        ("Send it and/or bring it.", "Send it or bring it.", True),
    ],
)
def test_by_is_a_deadline_only_with_a_time(before: str, after: str, *, lost: bool) -> None:
    assert bool(losses(before, after, "en")) is lost
