"""Hyphens at the end of a line, as a person reads them."""

from __future__ import annotations

import pytest

from app.reading.hyphens import ready_for

DIVIDED = """
Sozialgesetz-|buch Sozialgesetzbuch
Wohngeld-|stelle Wohngeldstelle
zustän-|digen zuständigen
Berechti-|gungsscheins Berechtigungsscheins
Antrags-|tellerin Antragstellerin
Bürger*in-|nen Bürger*innen
Antragsteller:in-|nen Antragsteller:innen
Kranken-|versicherungs-Nummer Krankenversicherungs-Nummer
Kfz-Haft-|pflicht Kfz-Haftpflicht
E-Mail-Adress-|buch E-Mail-Adressbuch
Linden-|bach Lindenbach
über-|prüft, überprüft,
Ge-|meinde. Gemeinde.
Unter-|schrift) Unterschrift)
Den-|noch Dennoch
Kon-|to Konto
Kür-|bis Kürbis
da-|mals damals
Bünd-|nis Bündnis
ANTRAG-|STELLER ANTRAGSTELLER
WOHN-|GELD WOHNGELD
adminis-|tration administration
appli-|cation application
Sozial\xad|hilfe Sozialhilfe
Miet\u2010|vertrag Mietvertrag
Groß-|eltern Großeltern
Straßen-|verkehrsamt Straßenverkehrsamt
"""
KEPT = """
E-Mail-|Adresse E-Mail-Adresse
Nord-|Süd Nord-Süd
Online-|Antrag Online-Antrag
Rhein-|Neckar-Kreis Rhein-Neckar-Kreis
Müller-|Lüdenscheidt Müller-Lüdenscheidt
Online\xad|Antrag Online\xadAntrag
SEPA-|Mandat SEPA-Mandat
IBAN-|NUMMER IBAN-NUMMER
EU-|DSGVO EU-DSGVO
EU-|weit EU-weit
e-|mail e-mail
x-|beliebig x-beliebig
Kfz-|steuerliche Kfz-steuerliche
Pkw-|fahrende Pkw-fahrende
16-|jährige 16-jährige
12-|Monats-Frist 12-Monats-Frist
2016-|679 2016-679
A-|1-Bescheinigung A-1-Bescheinigung
2024–|2026 2024–2026
9-|12 9-12
Antragsteller/-|in Antragsteller/-in
Antragsteller/-|innen Antragsteller/-innen
und/|oder und/oder
Ein-|/Auszahlung Ein-/Auszahlung
self-|employed self-employed
non-|resident non-resident
long-|term long-term
https://www.lindenbach.example/wohngeld-|antrag https://www.lindenbach.example/wohngeld-antrag
www.lindenbach.example/kfz-|amt www.lindenbach.example/kfz-amt
"""
PARTS = """
Haupt-|und Nebenwohnung
Haupt-|oder Nebenwohnung
Haupt-|bzw. Nebenwohnung
Haupt-|beziehungsweise Nebenwohnung
Haupt-|sowie Nebenwohnung
Haupt-|wie Nebenwohnung
Vor-|und Zuname
Ver-|und Entsorgung
Montag-|bis Freitagnachmittag
Wohngeld\xad|und Mietstelle
pre-|and post-natal
short-|to long-term
wir bitten -|wenn möglich
der Landkreis –|und die Gemeinde
von Montag –|bis Freitag
Wohnung|Straße
Einkommen,|Vermögen
"""


def rows(table: str) -> list[tuple[str, str, str]]:
    """Line, next line and what both are together."""
    found = []
    for row in table.strip().splitlines():
        lines, _, whole = row.rpartition(" ") if table is not PARTS else (row, "", row.replace("|", " "))
        line, _, after = lines.partition("|")
        found.append((line, after, whole))
    return found


@pytest.mark.parametrize(("line", "after", "whole"), [*rows(DIVIDED), *rows(KEPT), *rows(PARTS)])
def test_hyphens_at_the_end_of_a_line(line: str, after: str, whole: str) -> None:
    assert ready_for(f"Bitte {line}", after, frozenset()) + after == f"Bitte {whole}"


@pytest.mark.parametrize(
    ("line", "after", "elsewhere", "whole"),
    [
        ("Kfz-", "steuer", "kfzsteuer", "Kfzsteuer"),
        ("nicht-", "eheliche", "nicht-eheliche", "nicht-eheliche"),
        ("deutsch-", "türkische", "deutsch-türkische", "deutsch-türkische"),
        ("non-", "resident", "nonresident", "nonresident"),
        ("co-", "operation", "cooperation", "cooperation"),
        ("QUEICH-", "TAL", "queichtal", "QUEICHTAL"),
    ],
)
def test_the_document_itself_decides_first(line: str, after: str, elsewhere: str, whole: str) -> None:
    assert ready_for(line, after, frozenset({elsewhere})) + after == whole
