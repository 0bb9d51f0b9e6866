"""Ordinary sentences that tell something, in German and English: each is seen."""

from __future__ import annotations

import pytest

from app.languages.told import told
from app.model import Block, Document

TELLING = {
    ("de", "deadline"): (
        "Bitte senden Sie den Antrag bis 15. Mai zurück.",
        "Einsendeschluss ist der 1. März.",
        "Die Frist endet am 30. April.",
        "Reichen Sie die Unterlagen mindestens zwei Wochen vorher ein.",
        "Antragsfrist: 31.12.2025",
        "Rücksendung erbeten bis 12.03.2025",
        "Sie haben dafür vier Wochen Zeit.",
        "Bitte bis zum 1. Juni an die Schule zurückgeben.",
        "Der Antrag muss bis zum 15.05.2025 bei uns eingegangen sein.",
        "Der Unfall ist binnen drei Tagen anzuzeigen.",
        "Abgabetermin: 1. Oktober",
    ),
    ("de", "destination"): (
        "Bitte zurücksenden an:",
        "Per Post an: Stadt Lindenbach, Rathausplatz 1, 76999 Lindenbach",
        "Abgabe im Bürgerbüro",
        "Werfen Sie den Umschlag in den Briefkasten am Rathaus.",
        "Einzureichen bei: Kreisverwaltung Queichtal",
        "Der Antrag ist beim Finanzamt zu stellen.",
        "Bitte per E-Mail an wohngeld@lindenbach.example senden.",
        "Laden Sie den Antrag unter www.lindenbach.example hoch.",
        "Bitte geben Sie dieses Formular bei Ihrer Krankenkasse ab.",
        "Rücksendeadresse: Stadtkasse, 76999 Lindenbach",
    ),
    ("de", "contact"): (
        "Ihre Ansprechpartnerin: Frau Dorn, Zimmer 12",
        "Auskunft erteilt: Herr Dorn",
        "Tel. 0721/133-0",
        "Sie erreichen uns unter 01234 5678.",
        "Servicetelefon: 115",
        "Info-Telefon 0800 1234567",
        "Tel.: +49 721 133-0",
        "Telefonnummer für Rückfragen: 01234 56-100",
    ),
    ("de", "enclosures"): (
        "Beizufügende Unterlagen",
        "Diese Nachweise brauchen wir:",
        "Bitte Kopie des Ausweises beifügen.",
        "Dem Antrag liegen bei:",
        "Anlagen (bitte ankreuzen)",
        "Mitzubringen sind: Ausweis und Foto",
        "Folgende Nachweise sind vorzulegen:",
        "Checkliste der Unterlagen",
    ),
    ("de", "next-step"): (
        "Sie hören von uns innerhalb von vier Wochen.",
        "Über Ihren Antrag entscheiden wir in vier Wochen.",
        "Nach Prüfung erhalten Sie einen Bescheid.",
        "Die Entscheidung erhalten Sie schriftlich.",
        "Wir melden uns bei Ihnen.",
        "Dann bekommen Sie Post von uns.",
        "Das Geld überweisen wir auf Ihr Konto.",
        "Wir setzen uns mit Ihnen in Verbindung.",
        "Die Bearbeitungszeit beträgt sechs Wochen.",
        "Sie werden schriftlich benachrichtigt.",
        "Der Bescheid wird Ihnen per Post zugestellt.",
    ),
    ("de", "cost"): (
        "Die Bearbeitung ist für Sie kostenfrei.",
        "Für die Genehmigung wird eine Gebühr von 25 Euro erhoben.",
        "Gebühr: 30,00 Euro",
        "Verwaltungsgebühr 15,00 €",
        "Es entstehen keine Kosten.",
        "Es fallen Gebühren an.",
        "Die Kosten betragen 20 Euro.",
        "Der Antrag kostet nichts.",
    ),
    ("en", "deadline"): (
        "You must return this form within 28 days.",
        "The deadline is 31 March 2025.",
        "Please apply by 1 May.",
        "Closing date: 31 January",
        "You have 30 days to reply.",
        "We must receive your form by 5 April.",
    ),
    ("en", "destination"): (
        "Return the completed form to: Housing Office, 1 Town Hall Square",
        "Send it to us by post or email.",
        "Post this form to the address below.",
        "You can apply online at www.lindenbach.example.",
        "Hand this form in at reception.",
    ),
    ("en", "contact"): (
        "Call us on 01234 567890.",
        "If you need help, phone 0300 123 1100.",
        "Email: help@lindenbach.example",
        "For more information contact the Housing Office.",
    ),
    ("en", "enclosures"): (
        "You will need to send us proof of your income.",
        "Please enclose copies of your payslips.",
        "Supporting documents",
        "What to send with this form",
        "Documents you need to provide",
    ),
    ("en", "next-step"): (
        "We aim to decide within 10 working days.",
        "We will let you know our decision in writing.",
        "You will hear from us within two weeks.",
        "What happens next?",
        "We will be in touch within 5 days.",
    ),
    ("en", "cost"): (
        "There is no charge for this service.",
        "The fee is £25.",
        "You do not have to pay.",
        "It is free to apply.",
    ),
}


@pytest.mark.parametrize(
    ("code", "item", "text"), [(code, item, text) for (code, item), texts in TELLING.items() for text in texts]
)
def test_it_is_seen(code: str, item: str, text: str) -> None:
    block = Block(id="p1b1", role="paragraph", text=text, page=1)
    place = told(Document(media_type="application/pdf", sha256="", pages=1, blocks=(block,)), code)[item]
    assert place is not None
    assert place.block == block
    assert place.end <= len(text)


def test_a_language_that_nobody_taught_us() -> None:
    block = Block(id="p1b1", role="paragraph", text="Appelez le 01234 567890.")
    assert set(told(Document(media_type="text/plain", sha256="", blocks=(block,)), "fr").values()) == {None}
