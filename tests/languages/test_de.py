"""German grammar facts with the real pipeline: tables of what is found and what is not."""

from __future__ import annotations

import pytest

from app import languages
from app.languages import Language
from app.languages.references_de import legal_references
from app.settings import Settings


@pytest.fixture(scope="module")
def german(settings: Settings) -> Language:
    return languages.load("de", settings)


@pytest.mark.parametrize(
    "sentences",
    [
        ["Der Antrag ist nach § 12 Abs. 3 SGB II bis zum 31.12.2027 zu stellen.", "Danach zahlen wir nicht."],
        ["Fügen Sie Nachweise bei, z. B. den Mietvertrag (vgl. Nr. 5).", "Kopien reichen."],
        ["Herr Dr. Kamp wohnt in der Lindenstr. 5.", "Er kommt am 3. Januar."],
        ["Das gilt für Schüler_innen, Ärzt:innen und Bürger*innen.", "Antragsteller/-innen zahlen nichts."],
        ["Siehe SGB X.", "Die Frist endet am 31. Mai."],
        ["Haben Sie Kinder?", "Dann füllen Sie Anlage 2 aus!", "Vielen Dank."],
        ["Das regeln die §§ 12 ff. SGB II i. V. m. § 3 der Satzung.", "Mehr steht im Merkblatt."],
        ["Rufen Sie an: Tel. 06341 12345.", "Wir helfen gern."],
        ["Zahlen Sie 1.234,56 EUR, d. h. den ganzen Betrag.", "Teilbeträge nehmen wir nicht."],
        ["„Ich stimme zu.“", "Das müssen Sie ankreuzen."],
    ],
)
def test_sentences(german: Language, sentences: list[str]) -> None:
    assert [sent.text for sent in german.parse_text(" ".join(sentences)).sents] == sentences


PASSIVE = [
    ("Ihr Antrag wird geprüft.", [("wird", "geprüft")]),
    ("Die Kosten müssen erstattet werden.", [("werden", "erstattet")]),
    ("Der Bescheid ist zugestellt worden.", [("worden", "zugestellt")]),
    ("Der Antrag wird geprüft und bewilligt.", [("wird", "geprüft")]),
    ("Die Leistung wird, sofern Sie alles vorlegen, ab Mai gewährt.", [("wird", "gewährt")]),
    ("Sie werden von der Stadt informiert.", [("werden", "informiert")]),
    ("Wir werden Ihren Antrag prüfen.", []),
    ("Wann werden Sie Mutter?", []),
    ("Es wird Sommer.", []),
    ("Wir werden den Betrag erhalten.", []),
    ("Der geprüfte Antrag liegt vor.", []),
    ("Wir haben den Antrag geprüft.", []),
]


@pytest.mark.parametrize(("text", "expected"), PASSIVE)
def test_passives(german: Language, text: str, expected: list[tuple[str, str]]) -> None:
    sent = next(german.parse_text(text).sents)
    assert [(found.auxiliary.text, found.participle.text) for found in german.passives(sent)] == expected


def test_a_passive_knows_subject_finite_and_agent(german: Language) -> None:
    sent = next(german.parse_text("Der Antrag muss bis Mai von der Gemeinde geprüft werden.").sents)
    found = german.passives(sent)[0]
    assert (found.finite.text, found.subject and found.subject.text, found.agent and found.agent.text) == (
        "muss",
        "Antrag",
        "von",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Antrag ist bis Mai einzureichen.", ["einzureichen"]),
        ("Die Unterlagen sind dem Antrag beizufügen.", ["beizufügen"]),
        ("Der Halter hat den Hund anzumelden.", ["anzumelden"]),
        ("Der Betrag ist, sofern er nicht bezahlt wurde, zu überweisen.", ["überweisen"]),
        ("Bescheide, die zuzustellen sind, legen wir bei.", ["zuzustellen"]),
        ("Sie haben das Recht, Widerspruch einzulegen.", []),
        ("Es ist möglich, den Antrag online zu stellen.", []),
        ("Das hat damit nichts zu tun.", []),
        ("Kommen Sie, um den Antrag zu stellen.", []),
    ],
)
def test_modal_infinitives(german: Language, text: str, expected: list[str]) -> None:
    sent = next(german.parse_text(text).sents)
    assert [found.infinitive.text for found in german.fact("modal_infinitives", sent)] == expected


@pytest.mark.parametrize(
    ("text", "openers", "deepest"),
    [
        ("Rufen Sie an.", [], 0),
        ("Rufen Sie an, wenn Sie Fragen haben.", ["wenn"], 1),
        ("Als Nachweis reicht eine Kopie.", [], 0),
        ("Wir zahlen, wenn alle Angaben, die wir brauchen, da sind.", ["wenn", "die"], 2),
        ("Sagen Sie, ob Sie umziehen und wann das ist.", ["ob", "wann"], 2),
        ("Bringen Sie Ausweis, Vertrag und Fotos mit.", [], 0),
    ],
)
def test_clauses(german: Language, text: str, openers: list[str], deepest: int) -> None:
    clauses = german.clauses(next(german.parse_text(text).sents))
    assert [clause.opener.text for clause in clauses if clause.opener is not None] == openers
    assert max(clause.depth for clause in clauses) <= deepest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nach § 12 Abs. 3 Satz 1 SGB II gilt das.", ["§ 12 Abs. 3 Satz 1 SGB II"]),
        ("Das folgt aus § 5 Abs. 1 Nr. 3 i. V. m. § 7 Satz 2 WoGG.", ["§ 5 Abs. 1 Nr. 3 i. V. m. § 7 Satz 2 WoGG"]),
        ("Siehe §§ 12 ff. des Wohngeldgesetzes.", ["§§ 12 ff. des Wohngeldgesetzes"]),
        ("Nach Artikel 6 Abs. 1 Buchst. e DSGVO dürfen wir das.", ["Artikel 6 Abs. 1 Buchst. e DSGVO"]),
        ("Das steht in § 4 der Hundesteuersatzung.", ["§ 4 der Hundesteuersatzung"]),
        ("Füllen Sie Nr. 5 und Seite 2 aus.", []),
        ("Der Artikel kostet 6 Euro.", []),
        ("Absatz 3 ist leer.", []),
    ],
)
def test_legal_references(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in legal_references(text)] == expected


def test_words_of_a_form_are_forgotten_after_the_session(german: Language) -> None:
    strings = german._nlp.vocab.strings  # type: ignore[attr-defined]
    with german.session():
        german.parse_text("Geheimwortxyz wohnt in Quatschdorfabc.")
    assert "Geheimwortxyz" not in strings
    assert "Quatschdorfabc" not in strings


def test_known_words() -> None:
    from app.languages.de import is_word

    assert is_word("beizufügen")
    assert is_word("Anträgen")
    assert not is_word("untergeschrieben")
    assert not is_word("")
