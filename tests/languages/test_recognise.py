"""Which language a text is in: ours are told apart, others are refused, too little is never refused."""

from __future__ import annotations

import pytest

from app.languages.recognise import recognise


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bitte füllen Sie das Formular aus und senden Sie es an die Stadt zurück.", "de"),
        ("Please complete this form and return it to the town hall.", "en"),
        ("Ihr Antrag wird geprüft.", "de"),
        ("Your claim was denied.", "en"),
        ("Name, Vorname, Straße, Hausnummer, Postleitzahl, Wohnort", "de"),
        ("Date of birth", "en"),
        ("12345", "de"),
        ("Veuillez remplir ce formulaire et le renvoyer à la mairie avant la fin du mois de mars.", None),
        ("Lütfen bu formu doldurun ve ay sonuna kadar belediyeye gönderin, teşekkür ederiz size çok.", None),
        ("Vul dit formulier in en stuur het voor het einde van de maand terug naar het stadhuis.", None),
        ("Пожалуйста, заполните форму.", None),
        ("请填写此表格", None),
    ],
)
def test_recognise(text: str, code: str | None) -> None:
    assert recognise(text) == code
