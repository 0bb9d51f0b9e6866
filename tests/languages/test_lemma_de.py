"""Lemmas of German tokens: by tag, by the words around them, and verbs with the particle that stands apart."""

from __future__ import annotations

import time

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from app.languages import load
from app.languages.lemma_de import lemma, verb_lemma
from app.settings import Settings


def tagged(text: str) -> Doc:
    """A parse written as ``word/TAG word/TAG``; every word hangs on the first one."""
    pairs = [word.rsplit("/", 1) for word in text.split()]
    words = [word.replace("|", "/") for word, _ in pairs]
    return Doc(Vocab(), words=words, tags=[tag for _, tag in pairs], heads=[0] * len(words), deps=["dep"] * len(words))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Anträge", "Antrag"),
        ("Bescheide", "Bescheid"),
        ("Bescheiden", "Bescheid"),
        ("Beiträge", "Beitrag"),
        ("Einkommensteuerbescheides", "Einkommensteuerbescheid"),
        ("Antragstellerin", "Antragstellerin"),
        ("Antragstellerinnen", "Antragstellerin"),
        ("Ordnungsämter", "Ordnungsamt"),
        ("Häusern", "Haus"),
        ("Kosten", "Kosten"),
        ("Daten", "Daten"),
        ("Eltern", "Eltern"),
        ("Namens", "Name"),
        ("Vornamen", "Vorname"),
        ("Berechtigten", "Berechtigte"),
        ("Antragstellenden", "Antragstellende"),
        ("Beamter", "Beamte"),
        ("Werkstätten", "Werkstatt"),
        ("Schutzrechte", "Schutzrecht"),
        ("Wahlen", "Wahl"),
        ("Zeuge", "Zeuge"),
        ("Gemeinden", "Gemeinde"),
        ("Beschluß", "Beschluss"),
        ("Bürger*innen", "Bürger"),
        ("Ärzt:innen", "Arzt"),
        ("Antragsteller|in", "Antragsteller"),
        ("BürgerInnen", "Bürger"),
        ("Abs.", "Abs."),
        ("SGB", "SGB"),
        ("IBAN", "IBAN"),
        ("Xqzrs", "Xqzrs"),
        ("ANTRAG", "Antrag"),
        ("Leuchten", "Leuchte"),
        ("Vorliegen", "Vorliegen"),
    ],
)
def test_a_noun_alone(form: str, expected: str) -> None:
    assert lemma(tagged(f"{form}/NN")[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im/APPRART Falle/NN", "Fall"),
        ("die/ART Falle/NN", "Falle"),
        ("beim/APPRART Bleiben/NN", "Bleiben"),
        ("das/ART Schreiben/NN", "Schreiben"),
        ("den/ART kurzen/ADJA Leuchten/NN", "Leuchte"),
        ("das/ART Leuchten/NN", "Leuchten"),
        ("dem/ART neuen/ADJA Bescheide/NN", "Bescheid"),
    ],
)
def test_the_determiner_decides_between_nouns(text: str, expected: str) -> None:
    assert lemma(tagged(text)[-1]) == expected


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("ist", "VAFIN", "sein"),
        ("sei", "VAFIN", "sein"),
        ("wäre", "VAFIN", "sein"),
        ("wird", "VAFIN", "werden"),
        ("worden", "VAPP", "werden"),
        ("muss", "VMFIN", "müssen"),
        ("muß", "VMFIN", "müssen"),
        ("möchte", "VMFIN", "mögen"),
        ("beizufügen", "VVIZU", "beifügen"),
        ("einzureichen", "VVIZU", "einreichen"),
        ("zurückzuzahlen", "VVIZU", "zurückzahlen"),
        ("zuzustellen", "VVIZU", "zustellen"),
        ("hinzuziehen", "VVINF", "hinzuziehen"),
        ("vorzulegen", "VVINF", "vorlegen"),
        ("zulassen", "VVINF", "zulassen"),
        ("benutzen", "VVINF", "benutzen"),
        ("stattgegeben", "VVPP", "stattgeben"),
        ("eingereicht", "VVPP", "einreichen"),
        ("beantragt", "VVPP", "beantragen"),
        ("unterschrieben", "VVPP", "unterschreiben"),
        ("untergebracht", "VVPP", "unterbringen"),
        ("übernommen", "VVPP", "übernehmen"),
        ("anerkannt", "VVPP", "anerkennen"),
        ("ausgestattet", "VVPP", "ausstatten"),
        ("gestattet", "VVPP", "gestatten"),
        ("gewährt", "VVPP", "gewähren"),
        ("erhalten", "VVPP", "erhalten"),
        ("wiederaufgenommen", "VVPP", "wiederaufnehmen"),
        ("digitalisiert", "VVPP", "digitalisieren"),
        ("gehört", "VVPP", "hören"),
        ("gehört", "VVFIN", "gehören"),
        ("betrage", "VVFIN", "betragen"),
        ("entfällt", "VVFIN", "entfallen"),
        ("verfällt", "VVFIN", "verfallen"),
        ("umfasst", "VVFIN", "umfassen"),
        ("läßt", "VVFIN", "lassen"),
        ("schloß", "VVFIN", "schließen"),
        ("ändere", "VVFIN", "ändern"),
        ("handelt", "VVFIN", "handeln"),
        ("äußerte", "VVFIN", "äußern"),
        ("führen", "VVFIN", "führen"),
        ("betrügen", "VVFIN", "betrügen"),
        ("schliefen", "VVFIN", "schlafen"),
        ("gelang", "VVFIN", "gelingen"),
        ("gelangt", "VVFIN", "gelangen"),
        ("Füllen", "VVIMP", "füllen"),
        ("festgestellt", "VVFIN", "feststellen"),
        ("anwendet", "VVPP", "anwenden"),
        ("Siehe", "VVIMP", "sehen"),
        ("gib", "VVIMP", "geben"),
        ("bewusst", "VVPP", "bewusst"),
        ("qwrtzt", "VVFIN", "qwrtzt"),
    ],
)
def test_a_verb(form: str, tag: str, expected: str) -> None:
    assert lemma(tagged(f"{form}/{tag}")[0]) == expected


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("ausgefüllten", "ADJA", "ausgefüllt"),
        ("beizufügenden", "ADJA", "beizufügend"),
        ("größerer", "ADJA", "groß"),
        ("bessere", "ADJA", "gut"),
        ("hohen", "ADJA", "hoch"),
        ("nächsten", "ADJA", "nah"),
        ("weitere", "ADJA", "weiter"),
        ("kürzester", "ADJA", "kurz"),
        ("neuesten", "ADJA", "neu"),
        ("bewussten", "ADJA", "bewusst"),
        ("festes", "ADJA", "fest"),
        ("dunkle", "ADJA", "dunkel"),
        ("teuren", "ADJA", "teuer"),
        ("leckere", "ADJA", "lecker"),
        ("sicherer", "ADJD", "sicher"),
        ("sicher", "ADJD", "sicher"),
        ("häufigsten", "ADJD", "häufig"),
        ("böse", "ADJA", "böse"),
        ("besonderen", "ADJA", "besonder"),
        ("Berliner", "ADJA", "Berliner"),
        ("Bremer", "ADJA", "Bremer"),
        ("Lindenbacher", "ADJA", "Lindenbacher"),
        ("Besonderer", "ADJA", "besonder"),
        ("Zuständiger", "ADJA", "zuständig"),
        ("2.", "ADJA", "2."),
    ],
)
def test_an_adjective(form: str, tag: str, expected: str) -> None:
    assert lemma(tagged(f"{form}/{tag}")[0]) == expected


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("des", "ART", "der"),
        ("einem", "ART", "ein"),
        ("welche", "PRELS", "welcher"),
        ("deren", "PRELAT", "der"),
        ("dieses", "PDAT", "dieser"),
        ("derselben", "PDAT", "derselbe"),
        ("diejenigen", "PDS", "derjenige"),
        ("unserem", "PPOSAT", "unser"),
        ("eures", "PPOSAT", "euer"),
        ("keine", "PIAT", "kein"),
        ("einiges", "PIS", "einige"),
        ("man", "PIS", "man"),
        ("wem", "PWS", "wer"),
        ("sich", "PRF", "sich"),
        ("uns", "PPER", "wir"),
        ("ihm", "PPER", "er"),
        ("zur", "APPRART", "zu"),
        ("vom", "APPRART", "von"),
        ("Gegen", "APPR", "gegen"),
        ("daß", "KOUS", "dass"),
        ("Lohn-", "TRUNC", "Lohn"),
        ("17", "CARD", "17"),
        (",", "$,", ","),
    ],
)
def test_a_small_word(form: str, tag: str, expected: str) -> None:
    assert lemma(tagged(f"{form}/{tag}")[0]) == expected


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("Wir/PPER bitten/VVFIN Sie/PPER", 2, "Sie"),
        ("wohnt/VVFIN sie/PPER", 1, "sie"),
        ("Deutschlands/NE Gemeinden/NN", 0, "Deutschland"),
        ("Hannes/NE", 0, "Hannes"),
        ("Bayern/NE", 0, "Bayern"),
    ],
)
def test_readers_and_names(text: str, place: int, expected: str) -> None:
    assert lemma(tagged(text)[place]) == expected


@pytest.mark.parametrize("tag", ["NN", "NE", "VVFIN", "VVPP", "VVINF", "VVIZU", "ADJA", "ADJD", "PIS", "PPER", "XY"])
@pytest.mark.parametrize("form", ["-", "ß", "ge", "zu", "er", "Er", "*in", "’s", "ab" * 9000, "vorzu" * 500, "1.", "…"])
def test_every_form_has_a_lemma_under_every_tag(form: str, tag: str) -> None:
    begin = time.perf_counter()
    assert lemma(tagged(f"{form}/{tag}")[0])
    assert time.perf_counter() - begin < 2


def test_a_particle_apart_is_joined_to_its_verb() -> None:
    words = ["Reichen", "Sie", "den", "Antrag", "ein", "."]
    tags = ["VVIMP", "PPER", "ART", "NN", "PTKVZ", "$."]
    deps = ["ROOT", "sb", "nk", "oa", "svp", "punct"]
    doc = Doc(Vocab(), words=words, tags=tags, heads=[0, 0, 3, 0, 0, 0], deps=deps)
    assert verb_lemma(doc[0]) == "einreichen"
    assert lemma(doc[0]) == "reichen"
    assert verb_lemma(doc[3]) == "Antrag"


def test_the_particle_of_another_verb_is_left_alone() -> None:
    words = ["Wer", "mitkommt", ",", "füllt", "das", "Blatt", "aus"]
    tags = ["PWS", "VVFIN", "$,", "VVFIN", "ART", "NN", "PTKVZ"]
    deps = ["sb", "sb", "punct", "ROOT", "nk", "oa", "svp"]
    doc = Doc(Vocab(), words=words, tags=tags, heads=[1, 3, 3, 3, 5, 3, 3], deps=deps)
    assert [verb_lemma(doc[place]) for place in (1, 3)] == ["mitkommen", "ausfüllen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Füllen Sie bitte den Antrag vollständig aus.", {"ausfüllen"}),
        ("Dem Widerspruch wurde stattgegeben.", {"werden", "stattgeben"}),
        ("Sie müssen die Unterlagen bis Freitag einreichen.", {"müssen", "einreichen"}),
        ("Der Beitrag beträgt zwanzig Euro.", {"betragen"}),
    ],
)
def test_verbs_of_a_sentence_through_the_whole_pipeline(text: str, expected: set[str]) -> None:
    doc = load("de", Settings()).parse_text(text)
    assert {verb_lemma(token) for token in doc if token.tag_.startswith("V")} == expected
