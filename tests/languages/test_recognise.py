"""Which language a text is in: ours are told apart, others are refused, too little is never refused."""

from __future__ import annotations

import pytest

from app.languages.recognise import foreign_blocks, is_foreign, is_mixed, main_language, recognise
from app.model import Block, Box


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


@pytest.mark.parametrize(
    "text",
    [
        "Please hand in this form at the town hall.",
        "I agree that my data may be stored.",
        "If you are under 18, your parents must sign.",
        "Only for office use, do not fill in",
        "INSTRUCTIONS FOR FILLING IN THE FORM",
        "See also § 12 Abs. 3 SGB II for the exceptions that apply to you.",
        "Veuillez signer en bas de la page.",
        "Nombre d'enfants dans le ménage",
        "Adresse de l'employeur actuel",
        "Firmi il modulo e lo consegni allo sportello.",
        "Numero di telefono del richiedente",
        "Indique su domicilio actual.",
        "Fecha de entrada en el país",
        "Formu eksiksiz doldurup imzalayınız.",
        "Evde kaç kişi yaşıyor?",
        "Belgelerin asıllarını yanınızda getirin.",
        "Proszę wypełnić drukowanymi literami.",
        "Czy pracuje Pan lub Pani w Niemczech?",
        "Vă rugăm să completați formularul cu majuscule.",
        "Molimo ispunite obrazac i potpišite ga.",
        "Vul het formulier volledig in en onderteken het.",
        "Ju lutem nënshkruani formularin në fund.",
        "Vyplňte prosím formulář a podepište ho.",
        "Kérjük, írja alá a nyomtatványt.",
        "Укажите адрес проживания.",
        "Вкажіть, будь ласка, вашу адресу.",
        "يرجى ملء جميع الخانات",
        "لطفاً همهٔ خانه‌ها را پر کنید",
        "Συμπληρώστε το έντυπο",
        "请用正楷填写",
        "Family name / Nom de famille / Cognome",
        "yes - no / oui - non / sì - no",
    ],
)
def test_other_languages_are_foreign_in_a_german_form(text: str) -> None:
    assert is_foreign(text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Name",
        "Fax",
        "IBAN/BIC",
        "E-Mail-Adresse, Website, Mobil",
        "Service-Hotline Jobcenter Landkreis Queichtal",
        "Online-Banking, PayPal, Apple Pay, Google Pay",
        "Microsoft Office, Adobe Acrobat Reader, Zoom",
        "Big Band, Jazz Combo, Musical, Workshop",
        "De-Mail, EGVP, besonderes Anwaltspostfach",
        "Mo., Di., Mi., Do., Fr. 8 bis 12 Uhr",
        "Öffnungszeiten Mo Di Mi Do Fr",
        "§ 60 Abs. 1 Satz 1 SGB I i. V. m. § 67a SGB X",
        "Art. 6 Abs. 1 lit. e DSGVO, Art. 17 AEUV",
        "Dr. Ayşe Yılmaz, Giovanni Rossi, Marie-Claire Dupont",
        "Frau Zoë de la Cruz, Herr Piet van der Berg",
        "Olena Schewtschenko (Олена Шевченко), Sachgebiet 2",
        "Queichstr. 14 a, 76999 Lindenbach an der Queich",
        "San Marino, Rio de Janeiro, Los Angeles, El Salvador",
        "Belgien, Frankreich, Luxemburg, Niederlande, Norwegen",
        "ERKLÄRUNG ZU EINKOMMEN UND VERMÖGEN",
        "ANGABEN ZUR PERSON",
        "Café, Restaurant, Bistro, Catering",
        "Rückkehrberechtigung",
        "Bankverbindung für Rückzahlungen",
        "ja, nein, unbekannt, keine Angabe",
        "Hundesteuermarke verloren gegangen",
        "Der Download der App „My Lindenbach“ ist kostenlos.",
        "Das Projekt „Home of the Future“ fördert den Umbau von Wohnungen.",
        "Mehr unter www.lindenbach.example/de/la-ville/et/vous",
        "Nachname / surname / nom",
        "nein / no / non / hayır",
        "Geburtstag / Gründungsdatum - date of birth / date of incorporation",
        "Vorlagegrund - purpose of submission",
        "Betriebskosten (Strom, Gas, Wasser) costs for electricity, gas and water",
        "Werden Sie steuerlich geführt? Do you already have a tax number from the office?",
        "Unterschrift der antragstellenden Person / توقيع مقدم الطلب على النموذج",
        "12.05.2027",
        "",
    ],
)
def test_german_is_never_foreign_in_a_german_form(text: str) -> None:
    assert not is_foreign(text, "de")


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Dieser Abschnitt gilt nur für Hunde, die Sie neu anmelden.", True),
        ("Bitte nicht ausfüllen", True),
        ("Veuillez signer la déclaration.", True),
        ("Tell us about the people who live with you.", False),
        ("Kindergarten, rucksack, delicatessen and zeitgeist", False),
        ("Come to the office with your son at 10 am.", False),
        ("Data protection officer", False),
    ],
)
def test_an_english_form_has_its_own_others(text: str, foreign: bool) -> None:
    assert is_foreign(text, "en") is foreign


def _blocks(*texts: str, boxes: tuple[Box, ...] = ()) -> list[Block]:
    places: list[tuple[Box, ...]] = [(box,) for box in boxes] or [()] * len(texts)
    return [
        Block(id=f"p1b{number}", role="label", text=text, page=1, boxes=place)
        for number, (text, place) in enumerate(zip(texts, places, strict=True))
    ]


def _left_out(blocks: list[Block]) -> list[str]:
    found = foreign_blocks(blocks, "de")
    return [block.text for block in blocks if block.id in found]


def test_short_labels_follow_their_neighbours() -> None:
    form = (
        "Wohnort",
        "Domicilio",
        "Residence",
        "Fecha de entrada en el país",
        "Tag der Einreise",
        "Date of entry to it",
    )
    assert _left_out(_blocks(*form)) == ["Domicilio", "Residence", "Fecha de entrada en el país", "Date of entry to it"]


def test_without_longer_text_in_another_language_short_labels_stay() -> None:
    assert _left_out(_blocks("Wohnort", "Domicilio", "Residence", "Ort", "Cognome", "Prénom")) == []


def test_german_labels_stay_among_many_in_other_languages() -> None:
    around = ("Please sign the form at the end.", "Formu eksiksiz doldurup imzalayınız.")
    german = ("Name", "Service", "Hausnr.", "BIC", "Ort", "Kfz", "Rückgabetermin", "E-Mail", "Sonstiges", "ggf. Titel")
    blocks = _blocks(*(text for label in german for text in (around[0], label, around[1])))
    assert set(_left_out(blocks)) == set(around)


def test_a_column_in_another_language_is_left_out() -> None:
    texts = ("Miete", "Hissə", "Strom", "Konut", "Gas", "Kira bedeli ve ek giderler", "Wasser", "Doğalgaz")
    boxes = tuple((50.0 + 200.0 * (at % 2), 0.0, 150.0 + 200.0 * (at % 2), 700.0 - 9 * at) for at in range(len(texts)))
    left_out = _left_out(_blocks(*texts, boxes=boxes))
    assert {"Kira bedeli ve ek giderler", "Doğalgaz"} <= set(left_out)
    assert not {"Miete", "Strom", "Gas", "Wasser"} & set(left_out)


def test_the_language_that_is_named_is_the_likeliest_of_the_document() -> None:
    found = foreign_blocks(
        _blocks("Name", "Vuestro nombre y los apellidos", "No. / no", "Si usted no tiene hijos"), "de"
    )
    assert set(found.values()) == {"es"}
    assert set(foreign_blocks(_blocks("Name", "Вкажіть вашу адресу", "Ваше ім'я"), "de").values()) == {"uk"}


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["Antrag auf Wohngeld", "Bitte füllen Sie alles aus.", "Please fill in everything."], "de"),
        (["Antrag", "Angaben zur Person"] + ["Укажите адрес проживания.", "يرجى ملء جميع الخانات"] * 2, "de"),
        (["Apply for a garden", "You can pay by card.", "Tell us what you need for this."], "en"),
        (["Veuillez remplir ce formulaire et le renvoyer à la mairie avant la fin du mois de mars."] * 3, None),
        (["Lütfen bu formu doldurun ve ay sonuna kadar belediyeye gönderin, teşekkür ederiz."] * 3, None),
        (["Bescheinigung", "12.05.2027"], "de"),
    ],
)
def test_the_language_of_a_form_is_ours_when_a_good_part_is(texts: list[str], code: str | None) -> None:
    assert main_language(texts) == code


def test_a_block_in_two_languages_is_mixed() -> None:
    assert is_mixed("Die Anmeldung ist freiwillig. The registration is voluntary and free of charge.", "de")
    assert not is_mixed("Die Anmeldung ist freiwillig und kostet nichts.", "de")
