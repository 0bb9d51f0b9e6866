"""Tokens and sentence boundaries of administrative German, in tables: what opens a sentence, and what only looks so."""

from __future__ import annotations

import pytest
from spacy.language import Language as Nlp
from spacy.tokens import Doc

from app.languages.tokens_de import mark_sentences
from benchmarks.sentences import GOLD, count, paragraphs, starts_of

TWO_SENTENCES = """
Füllen Sie den Antrag aus. | Legen Sie Belege bei.
Haben Sie Kinder? | Dann füllen Sie Anlage K aus.
Achtung! | Die Frist läuft bald ab.
Wirklich?! | Das prüfen wir.
Wohnen Sie zur Miete? | 2026 steigt die Pauschale.
Legen Sie Mietvertrag, Ausweis usw. bei. | Kopien genügen.
Wir brauchen Ausweis, Mietvertrag usw. | Der Antrag liegt bei.
Mitzubringen sind Ausweis, Pass etc. | Kopien genügen nicht.
Zuständig sind Caritas, Diakonie u. v. m. | Termine gibt es online.
Es gilt das Verfahren nach SGB X. | Die Frist beträgt einen Monat.
Die Hilfe richtet sich nach SGB II. | Anträge stellen Sie im Rathaus.
Bitte sprechen Sie mit Frau Dr. Kern. | Sie hilft Ihnen.
Siehe §§ 12 ff. | Die Höhe regelt die Satzung.
Maßgeblich sind die §§ 4 f. | Sie gelten ab Mai.
Der Anspruch folgt aus dem BGB. | Näheres steht im Merkblatt.
Das regelt das EStG. | Geschwister zahlen weniger.
Grundlage ist das UhVorschG. | Anträge nimmt das Jugendamt an.
Vertragspartner ist die Brunnberg GmbH. | Rechnungen kommen monatlich.
Das steht auf Seite 3. | Unterschreiben Sie dort.
Das steht auf Seite 3. | Schicken Sie den Antrag zurück.
Weiter mit Frage 7. | Angaben zum Einkommen folgen später.
Wir tagen in Raum 3. | Zuhörer sind willkommen.
Es gilt § 5 Abs. 2. | Ausnahmen sind möglich.
Es gilt § 5. | § 6 gilt nicht.
Lesen Sie Nr. 1 und 2. | Nummer 3 entfällt.
Wir wohnen in der Ringstr. 5. | Kinder haben wir keine.
Sie gehören zur Steuerklasse 4. | Freibeträge tragen wir ein.
Rufen Sie an: Tel. 0 63 41 - 1 23 45. | Termine vergeben wir sofort.
Sie erreichen uns unter 06341/12345-0. | Anrufe sind kostenlos.
Ihr Zeichen ist 5-123/27. | Nennen Sie es immer.
Das Konto lautet DE12 3456 7890 1234 5678 90. | Verwendungszweck ist der Name.
Ihre Durchwahl ist -204. | Vertreten wird sie durch Herrn Ohlig.
Die Frist endet am 31.12.2027. | Verlängerungen gibt es nicht.
Die Frist endet am 31.12. | Danach verfällt der Anspruch.
Das gilt für das Jahr 2027. | Danach gilt es nicht mehr.
Es fehlen noch 12,50. | Ggf. zahlen Sie den Rest in bar.
Die Anmeldung endet am 30.9. | Nachmeldungen nehmen wir nicht an.
Das Gesetz stammt von 1998. | Änderungen gab es viele.
Der Termin ist am 3. | Der Raum steht noch nicht fest.
Die Gebühr beträgt 12,- €. | Zahlen Sie bar.
Die Gebühr beträgt 25,50. | Bargeld nehmen wir nicht an.
10 Euro sind frei. | 20 Euro werden angerechnet.
Schreiben Sie an amt@lindenbach.example. | Anhänge öffnen wir nicht.
Mehr steht unter www.lindenbach.example. | Formulare gibt es dort auch.
Mehr steht unter https://www.queichtal.example/wohnen. | Dort gibt es Formulare.
„Das geht nicht.“ | Mit diesem Satz fing es an.
Er sagte: „Das geht.“ | Wir waren froh.
Kreuzen Sie „Ja“ an. | „Nein“ ist schon angekreuzt.
Die Stadt zahlt. | (Das gilt nicht für Fahrten.) | Fahrten zahlen Sie selbst.
Die Stadt zahlt (vgl. Nr. 2). | Fahrten zahlen Sie selbst.
Das Amt hat [am Montag] zu. | [Nachtrag vom Mai]
Ausländische Abschlüsse gelten. | z. B. gilt ein Diplom aus Wien.
Wir melden uns. | ggf. rufen wir an.
Er ist Beamter a. D. | Seine Bezüge zählen mit.
Der Zuschuss beträgt 40 v. H. | Im Mai steigt er.
Die Halle stammt aus dem 20. Jh. | Damals war sie ein Stall.
Der Satz beträgt 17 Euro je Std. | Die Fahrt zählt nicht.
Das gilt für Kinder bis 15 J. | Sie brauchen eine Vollmacht.
Bitte warten … | Ihr Antrag wird übertragen.
Bitte warten... | Daten werden übertragen.
Öffnen Sie Anlage B. | Kopien genügen.
Der Weg ist 5 km. | Fahrgeld zahlen wir.
Bringen Sie mit: | • den Ausweis | • den Bescheid
☐ Ich wohne allein | ☐ Ich wohne mit anderen
Sie brauchen: | – Ausweis | – Mietvertrag
- Ausweis | - Mietvertrag | - Meldebestätigung
Bitte beachten Sie: | 1. Der Antrag ist kostenlos. | 2. Die Frist läuft.
Wir bitten um Ihr Verständnis. | Bürger*innen können online buchen.
Alle Antragsteller/-innen unterschreiben. | Ärzt:innen legen die Approbation vor.
Das Kind besucht Klasse 4. | Danach wechselt es.
Die Kosten betragen ca. 5 Mio. | Das Land zahlt die Hälfte.
Der Bescheid ging an Hrn. Vogt. | Er klagte.
"""
"""One case a line; ``|`` marks each boundary."""

NO_BOUNDARY = """
Das Geld kommt nach § 27 Abs. 1 Satz 2 SGB XII
Sie können Hilfe nach den §§ 12 ff. SGB II bekommen
Es gilt Art. 4 Abs. 3 lit. b der Satzung
Es gilt Art. 6 Abs. 1 lit. e DSGVO i. V. m. § 3 LDSG
Es gilt § 16 i.V.m. Anlage 2 Nr. 7 Buchst. c der Ordnung
Die Vorschrift des § 16 i. V. m. Anlage 2 gilt
Die Auskunft ist nach § 15 S. 2 kostenlos
Wir zahlen i. d. R. Miete und Heizung
Nehmen Sie z. B. Ihren Ausweis mit
Nehmen Sie z.B. Ihren Ausweis mit
Der Antrag ist schriftlich, d. h. Sie müssen unterschreiben
Dazu gehören u. a. Renten und Zinsen
Dazu gehören u.a. Renten und Zinsen
Schicken Sie die o. g. Unterlagen
Geben Sie ggf. Ihren Geburtsnamen an
Der Mieter bzw. Die Mieterin unterschreibt
Wir zahlen inkl. Der Heizung
Siehe vgl. Nr. 3
Die Rente i. H. v. 310 Euro zählt mit
Das Bild i. S. d. § 5 PAuswG gilt
Fragen Sie Frau Dr. Kern oder Herrn Prof. Albers
Fragen Sie Hrn. St. Ohlig
Vertragspartner ist Fa. Brunnberg
Der Termin ist am 3. Mai um 8.30 Uhr
Der Termin ist am 3. Mai 2027 in Lindenbach
Er gilt vom 1. Januar bis 31. Dezember
Das gilt für die 1. bis 3. Klasse
Die Miete ist zum 1. des Monats fällig
Das gilt ab dem 18. Lebensjahr
Kinder der 2. Klasse zahlen nichts
Der 3. Senat hat entschieden
Das Büro ist im 2. OG links
Es ist der 1. Hund im Haus
Am 31.12. eines Jahres rechnen wir ab
Zahlbar ist am 15.02., 15.05. und 15.11. jedes Jahres
Der Antrag kam am 4. d. M. an
Abgerechnet wird zum 31.3., 30.6. und 30.9. eines Jahres
Karl V. Meier wohnt hier
Das regelt der II. Abschnitt
Wir wohnen in der Hauptstr. 5 in Lindenbach
Wir wohnen in der Karl-Marx-Str. 7
Das Rathaus steht am Marktpl. 1
Geben Sie Haus-Nr., PLZ und Ort an
Tel.-Nr. 06341/12345-67
Nennen Sie das Az.: 5-123/27 immer
Überweisen Sie 1.234,56 EUR bis Mai
Die Gebühr von 12,- € zahlen Sie bar
Offen ist von 8:00–12:00 Uhr und 14.00 - 16.00 Uhr
Offen ist Mo. - Do. 8 Uhr
Offen ist Mo. bis Fr. Vormittag
Schreiben Sie an amt@lindenbach.example und rufen Sie an
Sehen Sie auf www.lindenbach.example Ihre Daten ein
Hinweis: Die Angaben sind freiwillig.
Folgende Unterlagen fehlen: Ausweis, Mietvertrag
Angaben zur Person: Bitte in Blockschrift ausfüllen
Die Hilfe umfasst: 1. den Bedarf, 2. die Miete und 3. Mehrbedarfe
Die Hilfe umfasst: a) den Bedarf und b) die Miete
Der Ausweis gilt zehn Jahre; Kinder zahlen nichts.
„Haben Sie Kinder?“ ist Frage 3.
Kreuzen Sie „Ja.“ an.
Die Nachweise (Lohn, Rente usw.) sind nötig.
Die Nachweise (Lohn, Rente usw.) Ihrer Eltern fehlen.
Der Name (bitte in Druckschrift!) und der Ort fehlen.
Beruf (bitte genau!) Arbeitgeber
Zu 1.: Der Antrag ist zulässig.
Wo sind Sie gewesen?!
So geht das nicht …
Ich wohne seit … Jahren hier
Ich, … Name, erkläre
Wir haben 3.000 Euro und 1.5 Stellen
Vorname(n), Name, Geb.-Datum
Der Beitrag liegt bei 1,2 Mio. Euro
Bürger*innen, Ärzt:innen und Schüler_innen zahlen nichts
Die Antragsteller/-innen und/oder Vertreter/innen unterschreiben
Sie/Ihr(e) Partner(in) unterschreiben
Das Kind – auch das Pflegekind – zählt mit
Der Ort ist Lindenbach - Queichtal
Datum: ........ Unterschrift
"""

WHOLE_WORDS = """
Bürger*innen Bürger*in Ärzt:innen Ärzt:in Schüler_innen BürgerInnen Antragsteller/-in Antragsteller/in
Antragsteller/innen Antragsteller/-innen Antragsteller(in) Antragsteller(innen) Beamt·innen Mitarbeiter/Innen
jede:r eine:n eine*n der*die ein/e Ihr(e) seine(n) Beamte(r) Beamte/r Angehörige/-r Sie/Ihr(e) Kind(er) Name(n)
Eltern(teil) Bürger:innenbüro Mieter*innen-Verein und/oder z.B. i.V.m. d.h. u.a. o.g. ggf. usw. bzw. Abs. Art. Nr.
lit. Ziff. ff. Str. Hauptstr. Karl-Marx-Str. Marktpl. Tel.-Nr. Haus-Nr. Pers.-Ausw.-Nr. Mo.-Fr. 31.12.2027 3.
06341/12345-0 0800/123456 5-123/27 1.234,56 12,- 8.30 amt@lindenbach.example www.lindenbach.example
https://www.queichtal.example/gewerbe?art=neu Vor-/Nachname Ein-/Auszahlung 18-jährige ________
"""

TOKENS = [
    ("Das gilt für 2025.", "Das gilt für 2025 ."),
    ("Kommen Sie am 31.07.2026.", "Kommen Sie am 31.07.2026 ."),
    ("Sie zahlen 1.234,50.", "Sie zahlen 1.234,50 ."),
    ("Kommen Sie um 12:30.", "Kommen Sie um 12:30 ."),
    ("Kommen Sie am 3. Mai", "Kommen Sie am 3. Mai"),
    ("Ggf. zahlen Sie", "Ggf. zahlen Sie"),
    ("(Ärzt:innen),", "( Ärzt:innen ) ,"),
    ("(Antragsteller(in))", "( Antragsteller(in) )"),
    ("Antragsteller/-in.", "Antragsteller/-in ."),
    ("er/sie", "er / sie"),
    ("Straße/Hausnummer", "Straße / Hausnummer"),
    ("Name:", "Name :"),
    ("Name:________", "Name : ________"),
    ("Abs.1", "Abs. 1"),
    ("Art.6", "Art. 6"),
    ("S.2", "S. 2"),
    ("lit.e", "lit. e"),
    ("§12", "§ 12"),
    ("EStG.", "EStG ."),
    ("GmbH.", "GmbH ."),
    ("BGB.", "BGB ."),
    ("100€", "100 €"),
    ("Hauptstr.,", "Hauptstr. ,"),
    ("usw.)", "usw. )"),
    ("§§ 3-5", "§ § 3 - 5"),
    ("(06341/12345-0)", "( 06341/12345-0 )"),
    ("kasse@lindenbach.example.", "kasse@lindenbach.example ."),
    ("www.lindenbach.example.", "www.lindenbach.example ."),
]


def cut(nlp: Nlp, text: str) -> Doc:
    doc = nlp.make_doc(text)
    mark_sentences(doc)
    return doc


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


def marked(doc: Doc) -> str:
    """The text with ``|`` between sentences; a number that opens a sentence is not told apart from it."""
    joined = ""
    for sent in doc.sents:
        joined += f"{sent.text} " if sent.text in {"1.", "2."} else f"{sent.text} | "
    return joined.removesuffix(" | ")


@pytest.mark.parametrize("line", lines(TWO_SENTENCES))
def test_a_new_sentence_starts(nlp: Nlp, line: str) -> None:
    assert marked(cut(nlp, line.replace(" | ", " "))) == line


def test_a_new_sentence_starts_without_a_blank(nlp: Nlp) -> None:
    doc = cut(nlp, "Der Antrag wurde abgelehnt.Sie können Widerspruch einlegen.")
    assert [sent.text for sent in doc.sents] == ["Der Antrag wurde abgelehnt.", "Sie können Widerspruch einlegen."]


@pytest.mark.parametrize("line", lines(NO_BOUNDARY))
def test_no_sentence_starts(nlp: Nlp, line: str) -> None:
    assert [sent.text for sent in cut(nlp, line).sents] == [line]


@pytest.mark.parametrize("word", WHOLE_WORDS.split())
def test_one_token(nlp: Nlp, word: str) -> None:
    words = [token.text for token in nlp.make_doc(f"Hier steht {word} und mehr")]
    assert words == ["Hier", "steht", word, "und", "mehr"]


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_tokens(nlp: Nlp, text: str, tokens: str) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens.split()


@pytest.mark.parametrize("sign", ["(", ")", "*", "§", "()"])
def test_thousands_of_signs_in_a_row_are_one_token(nlp: Nlp, sign: str) -> None:
    # Cut one by one they would take most of a minute.
    row = sign * (20_000 // len(sign))
    assert [token.text for token in cut(nlp, f"Hier {row} dort")] == ["Hier", row, "dort"]


def test_nothing_is_nothing(nlp: Nlp) -> None:
    assert list(cut(nlp, "").sents) == []


def test_numbered_headings_in_one_block_are_cut(nlp: Nlp) -> None:
    doc = cut(nlp, "1. Angaben zur Person 2. Angaben zur Wohnung 3. Erklärung")
    starts = [token.text for token in doc if token.is_sent_start]
    assert starts == ["1.", "Angaben", "2.", "Angaben", "3.", "Erklärung"]


@pytest.mark.parametrize("apart", [False, True])
def test_boundaries_of_the_gold_paragraphs_are_found(nlp: Nlp, apart: bool) -> None:
    gold = paragraphs(GOLD.read_text(encoding="utf-8").splitlines())
    chosen = [paragraph for paragraph in gold if paragraph.apart == apart]
    found = [starts_of(cut(nlp, paragraph.text)) for paragraph in chosen]
    assert len(chosen) >= 30
    assert count(chosen, found).f1 >= 0.97
