"""Nouns that hide a verb: what happens is told with who does it, conditions and times become clauses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.checker import Checker
from app.languages import Language
from app.languages.infinitive_attributes_de import as_infinitive
from app.languages.recast_de import WE, YOU
from app.languages.verbalise_de import as_act, as_clause, deeds, happening


@pytest.fixture(scope="module")
def german(checker: Checker) -> Iterator[Language]:
    language = checker.language("de")
    with language.session():
        yield language


def changed(text: str, changes: list[tuple[int, int, str]] | None) -> str | None:
    if not changes:
        return None
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def told(language: Language, text: str, actor: str = "wir") -> str | None:
    """The sentence with who acts in place of *erfolgt*."""
    sent = next(iter(language.parse_text(text).sents))
    substitutes = language.fact("passive_substitutes", sent)
    found = next((one for item in substitutes if (one := happening(item.word)) is not None), None)
    if found is None:
        return None
    return changed(text, as_act(found, None if found.agent else WE if actor == "wir" else YOU))


def clause(language: Language, text: str, actor: str = "wir") -> str | None:
    """The sentence with the first noun that can be told as a clause."""
    sent = next(iter(language.parse_text(text).sents))
    ways = (as_clause(deed, None if deed.agent else WE if actor == "wir" else YOU) for deed in deeds(sent))
    return next((changed(text, way) for way in ways if way), None)


@pytest.mark.parametrize(
    ("text", "actor", "expected"),
    [
        ("Die Prüfung der Unterlagen erfolgt durch das Amt.", "wir", "Das Amt prüft die Unterlagen."),
        (
            "Die Anerkennung von Abschlüssen erfolgt durch die Bezirksregierung.",
            "wir",
            "Die Bezirksregierung erkennt Abschlüsse an.",
        ),
        ("Die Anmeldung des Kindes erfolgt durch die Eltern.", "wir", "Die Eltern melden das Kind an."),
        ("Die Auszahlung des Betrags erfolgt am Monatsende.", "wir", "Wir zahlen den Betrag am Monatsende aus."),
        ("Die Berechnung der Leistung ist bereits erfolgt.", "wir", "Wir haben die Leistung bereits berechnet."),
        ("Die Rücksendung der Originale erfolgt nicht.", "wir", "Wir senden die Originale nicht zurück."),
        ("Die Abgabe der Unterlagen muss bis Mai erfolgen.", "Sie", "Sie müssen die Unterlagen bis Mai abgeben."),
        ("Im Mai erfolgt die Auszahlung des Betrags.", "wir", "Im Mai zahlen wir den Betrag aus."),
        (
            "Eine Erstattung der Fahrtkosten erfolgt nach Vorlage der Belege.",
            "wir",
            "Wir erstatten die Fahrtkosten nach Vorlage der Belege.",
        ),
        (
            "Wir teilen Ihnen mit, dass die Prüfung des Antrags durch das Jugendamt erfolgt.",
            "wir",
            "Wir teilen Ihnen mit, dass das Jugendamt den Antrag prüft.",
        ),
        (
            "Die Prüfung Ihrer Unterlagen kann erst im Mai erfolgen.",
            "wir",
            "Wir können Ihre Unterlagen erst im Mai prüfen.",
        ),
    ],
)
def test_what_happens_is_told_with_who_does_it(german: Language, text: str, actor: str, expected: str) -> None:
    assert told(german, text, actor) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Zahlung erfolgt monatlich.",
        "Die Erhebung und Verarbeitung der Daten erfolgt im Amt.",
        "Erfolgt die Prüfung der Unterlagen im Amt?",
        "Die Anreise erfolgt mit dem Bus.",
        "Das Amt erfolgt nichts.",
        "Die Nichtabgabe der Steuer erfolgt oft.",
        "Die Genehmigung des Bauamts erfolgt im Mai.",  # who acts, not what is approved
        "Die Bestätigung des Arbeitgebers erfolgt im Mai.",
        "Die Bestätigung der Schule erfolgt im Mai.",
        "Die Prüfung der Unterlagen erfolgt durch zwei geschulte Kräfte.",  # not we
        "Die Auszahlung des Betrags erfolgt durch Überweisung.",
    ],
)
def test_what_is_in_doubt_stays_as_it_happens(german: Language, text: str) -> None:
    assert told(german, text) is None


@pytest.mark.parametrize(
    ("text", "actor", "expected"),
    [
        (
            "Bei Nichtvorlage der Nachweise lehnen wir den Antrag ab.",
            "Sie",
            "Wenn Sie die Nachweise nicht vorlegen, lehnen wir den Antrag ab.",
        ),
        (
            "Nach Prüfung Ihres Antrags erhalten Sie einen Bescheid.",
            "wir",
            "Nachdem wir Ihren Antrag geprüft haben, erhalten Sie einen Bescheid.",
        ),
        (
            "Zur Prüfung Ihres Antrags benötigen wir eine Kopie.",
            "wir",
            "Um Ihren Antrag zu prüfen, benötigen wir eine Kopie.",
        ),
        (
            "Nach Eingang der Unterlagen schreiben wir Ihnen.",
            "wir",
            "Nachdem die Unterlagen eingegangen sind, schreiben wir Ihnen.",
        ),
        (
            "Bei Wegfall der Voraussetzungen endet die Hilfe.",
            "wir",
            "Wenn die Voraussetzungen wegfallen, endet die Hilfe.",
        ),
        (
            "Bei verspäteter Abgabe des Antrags bekommen Sie kein Geld.",
            "Sie",
            "Wenn Sie den Antrag verspätet abgeben, bekommen Sie kein Geld.",
        ),
        (
            "Nach Prüfung Ihres Antrags teilen wir Ihnen mit, ob Sie Geld bekommen.",
            "wir",
            "Nachdem wir Ihren Antrag geprüft haben, teilen wir Ihnen mit, ob Sie Geld bekommen.",
        ),
        (
            "Bei Antragstellung brauchen Sie einen Ausweis.",
            "Sie",
            "Wenn Sie den Antrag stellen, brauchen Sie einen Ausweis.",
        ),
        (
            "Nach Fristablauf zahlen wir nichts.",
            "wir",
            "Nachdem die Frist abgelaufen ist, zahlen wir nichts.",
        ),
        (
            "Durch Vorlage des Passes weisen Sie Ihr Alter nach.",
            "Sie",
            "Indem Sie den Pass vorlegen, weisen Sie Ihr Alter nach.",
        ),
        (
            "Sie können den Vertrag ohne Angabe von Gründen beenden.",
            "Sie",
            "Sie können den Vertrag beenden, ohne Gründe anzugeben.",
        ),
        (
            "Erst nach Prüfung der Unterlagen zahlen wir.",
            "wir",
            "Erst nachdem wir die Unterlagen geprüft haben, zahlen wir.",
        ),
    ],
)
def test_a_phrase_becomes_a_clause(german: Language, text: str, actor: str, expected: str) -> None:
    assert clause(german, text, actor) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zur Prüfung Ihres Antrags erhalten Sie eine Kopie.",  # not the actor of the sentence
        "Bei jeder Abgabe des Antrags zahlen Sie eine Gebühr.",
        "Nach Prüfung zahlen wir das Geld.",
        "Wenn Sie umziehen, endet bei Vorlage der Abmeldung die Pflicht.",
        "Bei Verlust und Diebstahl des Passes rufen Sie an.",
        "Nach Prüfung seines Antrags erhält der Mann einen Bescheid.",
        "Bei der Förderung im Mai helfen wir Ihnen.",
        "Nach Bestätigung des Arbeitgebers zahlen wir das Geld.",
        "Nach Prüfung des Jugendamtes zahlen wir das Geld.",
        "Bei Antragstellung des Vaters zahlen wir.",
        "Bei Antragstellung auf Wohngeld zahlen wir.",
        "Nach Durchführung der Maßnahme zahlen wir.",  # who carried it out?
        "Durch Vorlage des Passes wird das Alter nachgewiesen.",
        "Die Erklärung kann ohne Angabe von Gründen widerrufen werden.",
        "Der Vermieter muss bei Rückgabe der Wohnung die Kaution zahlen.",  # to whom it is given back, not to us
        "Die Kasse darf nach Prüfung der Belege die Leistung ablehnen.",
    ],
)
def test_what_is_in_doubt_stays_a_phrase(german: Language, text: str) -> None:
    assert clause(german, text) is None


def infinitive(language: Language, text: str) -> str | None:
    """The sentence with an infinitive for the first noun that can be told so."""
    sent = next(iter(language.parse_text(text).sents))
    return next((changed(text, way) for deed in deeds(sent) if (way := as_infinitive(deed))), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wenn der Mieter seiner Pflicht zur Reinigung der Treppe nicht nachkommt, zahlt er.",
            "Wenn der Mieter seiner Pflicht, die Treppe zu reinigen, nicht nachkommt, zahlt er.",
        ),
        ("Sie haben die Pflicht zur Vorlage des Passes.", "Sie haben die Pflicht, den Pass vorzulegen."),
        (
            "Die Erlaubnis zur Nutzung des Saals gilt ein Jahr.",
            "Die Erlaubnis, den Saal zu nutzen, gilt ein Jahr.",
        ),
        ("Er hat das Recht zum Führen des Titels.", "Er hat das Recht, den Titel zu führen."),
    ],
)
def test_what_somebody_may_or_must_do_is_an_infinitive(german: Language, text: str, expected: str) -> None:
    assert infinitive(german, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sie geben Ihre Einwilligung zur Nutzung der Daten.",  # somebody else uses them
        "Das Formular zur Vorlage des Passes liegt bei.",
        "Die Entscheidung zur Aufnahme eines Kindes braucht Zeit.",  # the child may be the one who takes in
        "Er hat die Erlaubnis zur Nutzung des Saals durch den Verein.",
    ],
)
def test_an_infinitive_only_where_its_owner_acts(german: Language, text: str) -> None:
    assert infinitive(german, text) is None
