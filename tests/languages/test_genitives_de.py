"""Chains of genitives in German: by hand-drawn trees and by the real pipeline."""

from __future__ import annotations

import pytest
from hand_trees import sentence

from app import languages
from app.languages.genitives_de import genitive_chains
from app.settings import Settings

CHAINS = [
    ("Die Bearbeitung des Antrags dauert lange.", ["Bearbeitung Antrags"]),
    ("Die Bearbeitung des Antrags der Mutter des Kindes dauert lange.", ["Bearbeitung Antrags Mutter Kindes"]),
    ("Die Satzung der Stadt Lindenbach des Landkreises gilt.", ["Satzung Stadt Landkreises"]),
    ("Die Prüfung eingereichter Anträge der Eltern dauert.", ["Prüfung Anträge Eltern"]),
    ("Die Anmeldung der Haupt- und Nebenwohnung des Kindes fehlt.", ["Anmeldung Nebenwohnung Kindes"]),
    ("Die Angaben der Eltern und der Kinder der Familie fehlen.", ["Angaben Kinder Familie"]),
    ("Die Höhe der Kosten (KdU) der Wohnung fehlt.", ["Höhe Kosten Wohnung"]),
    ("Nach Ablauf der Frist des Bescheids gilt das.", ["Ablauf Frist Bescheids"]),
    # traps
    ("Der Antrag des Vaters von Frau Kamp fehlt.", ["Antrag Vaters"]),
    ("Der Antrag auf Erteilung der Erlaubnis fehlt.", ["Erteilung Erlaubnis"]),
    ("Wir geben der Mutter Geld.", []),
    ("Annas Antrag fehlt.", []),
    ("Der Vater, dessen Antrag fehlt, ruft an.", []),
    ("Das Konto der Mutter oder des Vaters fehlt.", ["Konto Mutter"]),  # two genitives of one noun
    ("Die Prüfung des Antrags und der Bescheid fehlen.", ["Prüfung Antrags"]),
    ("Das folgt aus dem Sinn des § 7.", []),
    ("Die Vertreterin des Amtes des Kreises antwortet.", ["Vertreterin Amtes Kreises"]),  # the parser lost one
    ("Die Kosten der Wohnung der Tante trägt sie.", ["Kosten Wohnung Tante"]),  # hung on the wrong noun
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_chains(text: str, expected: list[str]) -> None:
    found = genitive_chains(sentence(text))
    assert [" ".join(noun.text for noun in chain.nouns) for chain in found] == expected


def test_genitives_are_counted_without_the_first_noun() -> None:
    (chain,) = genitive_chains(sentence("Die Bearbeitung des Antrags der Mutter des Kindes dauert lange."))
    assert chain.genitives == 3


def test_through_the_pipeline(settings: Settings) -> None:
    doc = languages.load("de", settings).parse_text("Der Umfang der Pflichten des Mieters steht im Vertrag.")
    found = [chain for sent in doc.sents for chain in genitive_chains(sent)]
    assert [" ".join(noun.text for noun in chain.nouns) for chain in found] == ["Umfang Pflichten Mieters"]
