"""Readability scores: textstat's formulas, our counts, no text left behind, no network."""

from __future__ import annotations

import functools
import gc
import math
from collections.abc import Iterator

import pytest
from textstat.backend import metrics, utils

from app import languages, scores
from app.languages import Language
from app.model import Block, Document, Role, Score
from app.scores import Counts
from app.settings import Settings


@pytest.fixture(scope="module")
def german(settings: Settings) -> Iterator[Language]:
    language = languages.load("de", settings)
    with language.session():
        yield language


@pytest.fixture(scope="module")
def english(settings: Settings) -> Iterator[Language]:
    language = languages.load("en", settings)
    with language.session():
        yield language


def document(*texts: str, role: Role = "paragraph") -> Document:
    blocks = tuple(Block(id=f"p0b{number}", role=role, text=text) for number, text in enumerate(texts, 1))
    return Document(media_type="text/plain", sha256="0" * 64, blocks=blocks)


def measure(language: Language, *texts: str, role: Role = "paragraph") -> dict[str, Score]:
    return {score.name: score for score in scores.measure(language.parse(document(*texts, role=role)))}


# --- formulas

DUCKS = Counts(sentences=1, words=14, syllables=22, long_words=4, polysyllables=0, monosyllables=6)
"""Alle meine Entchen schwimmen auf dem See, …, as published with the golden value 3.77."""

PARTIES = Counts(sentences=1, words=16, syllables=37, long_words=7, polysyllables=6, monosyllables=4)
"""Alle Parteien widmen dem Thema rein quantitativ betrachtet …, as published with the golden value 13.913."""


@pytest.mark.parametrize(("counts", "golden"), [(DUCKS, 3.77), (PARTIES, 13.913)], ids=["ducks", "parties"])
def test_the_published_values_of_the_first_wiener_sachtextformel(counts: Counts, golden: float) -> None:
    assert scores.value("wiener-sachtextformel-1", "de", counts) == pytest.approx(golden, abs=0.001)


TEXT = Counts(
    sentences=20,
    words=300,
    syllables=540,
    long_words=90,
    polysyllables=60,
    monosyllables=150,
    complex_words=36,
    difficult_words=75,
)
"""15 words a sentence, 1.8 syllables a word; 30 % long, 20 % of three syllables, half of one, 12 % and 25 % hard."""


@pytest.mark.parametrize(
    ("language", "name", "by_hand"),
    [
        ("de", "flesch-amstad", 180 - 15 - 58.5 * 1.8),
        ("de", "wiener-sachtextformel-1", 0.1935 * 20 + 0.1672 * 15 + 0.1297 * 30 - 0.0327 * 50 - 0.875),
        ("de", "wiener-sachtextformel-2", 0.2007 * 20 + 0.1682 * 15 + 0.1373 * 30 - 2.779),
        ("de", "wiener-sachtextformel-3", 0.2963 * 20 + 0.1905 * 15 - 1.1144),
        ("de", "wiener-sachtextformel-4", 0.2744 * 20 + 0.2656 * 15 - 1.693),
        ("de", "lix", 15 + 30),
        ("de", "rix", 90 / 20),
        ("en", "flesch", 206.835 - 1.015 * 15 - 84.6 * 1.8),
        ("en", "flesch-kincaid", 0.39 * 15 + 11.8 * 1.8 - 15.59),
        ("en", "smog", 1.043 * math.sqrt(30 * 60 / 20) + 3.1291),
        ("en", "gunning-fog", 0.4 * (15 + 12)),
        ("en", "dale-chall", 0.1579 * 25 + 0.0496 * 15 + 3.6365),
        ("en", "lix", 15 + 30),
    ],
)
def test_each_formula_is_the_published_one(language: str, name: str, by_hand: float) -> None:
    assert scores.value(name, language, TEXT) == pytest.approx(by_hand)


def test_dale_chall_adds_nothing_to_a_text_of_easy_words() -> None:
    easy = Counts(sentences=10, words=100, syllables=120, difficult_words=5)
    assert scores.value("dale-chall", "en", easy) == pytest.approx(0.1579 * 5 + 0.0496 * 10)


def test_an_index_of_another_language_is_refused() -> None:
    with pytest.raises(KeyError):
        scores.value("gunning-fog", "de", TEXT)


# --- what is counted


def counts(language: Language, *texts: str, role: Role = "paragraph") -> dict[str, int]:
    return measure(language, *texts, role=role)["lix"].counts


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Sie stellen den Antrag bei der Stadt.", 7),
        ("Die Antragsteller/in unterschreibt den Antrag.", 5),
        ("Die Antragsteller*innen unterschreiben den Antrag.", 5),
        ("Wir zahlen Ihnen am 31.12.2026 den Betrag von 1.234,56 Euro.", 8),
        ("Das steht in § 12 Absatz 3 der Satzung.", 6),
        ("Sie haben Name/Vorname nicht ausgefüllt.", 6),
        ("Bitte schreiben Sie an post@lindenbach.example oder uns.", 6),
        ("Wir prüfen die Haupt- und Nebenwohnung.", 6),
        (f"Der Schlüssel {'x' * 61} gilt nicht.", 4),
        ("Der Bescheid gilt – bis Mai – weiter!", 6),
    ],
)
def test_german_words(german: Language, sentence: str, words: int) -> None:
    assert counts(german, sentence)["words"] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("You can't apply twice.", 4),
        ("We don't pay well-known costs.", 5),
        ("The council's staff will call you.", 6),
        ("Pay 25.50 pounds before 1 May 2026.", 4),
        ("You cannot use this form.", 5),
    ],
)
def test_english_words(english: Language, sentence: str, words: int) -> None:
    assert counts(english, sentence)["words"] == words


def test_all_counts_of_a_sentence_counted_by_hand(german: Language) -> None:
    # Wir(1) zah-len(2) die(1) Wohn-geld-leis-tung(4) an(1) Ih-re(2) Ver-mie-te-rin(4).
    assert counts(german, "Wir zahlen die Wohngeldleistung an Ihre Vermieterin.") == {
        "sentences": 1,
        "words": 7,
        "syllables": 15,
        "long_words": 2,
        "polysyllables": 2,
        "monosyllables": 3,
    }


def test_inflected_easy_words_are_easy(english: Language) -> None:
    # remuneration and ascertained are on no list; children, asked and letters come from child, ask and letter
    known = counts(english, "The children asked for letters. We ascertained the remuneration.")
    assert (known["words"], known["difficult_words"], known["complex_words"]) == (9, 2, 2)


def test_abbreviations_and_dates_end_no_sentence(german: Language) -> None:
    text = "Legen Sie die Nachweise, z. B. den Mietvertrag, bis zum 31. Mai nach § 12 Abs. 3 SGB II vor."
    assert counts(german, text)["sentences"] == 1


@pytest.mark.parametrize("role", ["title", "heading", "label", "option", "furniture"])
def test_only_running_text_counts(german: Language, role: Role) -> None:
    assert counts(german, "Sie stellen den Antrag bei der Stadt.", role=role)["sentences"] == 0


@pytest.mark.parametrize("role", ["paragraph", "item", "hint"])
def test_sentences_in_items_and_hints_count(german: Language, role: Role) -> None:
    assert counts(german, "Sie stellen den Antrag bei der Stadt.", role=role)["sentences"] == 1


def test_fragments_are_no_sentences(german: Language) -> None:
    assert counts(german, "Angaben zum Haushalt", "Kopie des Mietvertrags", role="item")["sentences"] == 0


def test_blank_lines_and_spaces_do_not_move_the_scores(german: Language) -> None:
    sentence = "Sie stellen den Antrag bei der Stadt. Wir prüfen ihn und schreiben Ihnen."
    spread = "Sie  stellen den Antrag\nbei der   Stadt. \n Wir prüfen ihn  und schreiben Ihnen. \n"
    assert measure(german, spread) == measure(german, sentence)


# --- what is said about it

TEN = ("Sie stellen den Antrag bei der Stadt.",) * 10
TEN_ENGLISH = ("You send the form to the council.",) * 10


def test_the_german_scores_in_order(german: Language) -> None:
    assert list(measure(german, *TEN)) == [
        "flesch-amstad",
        "wiener-sachtextformel-1",
        "wiener-sachtextformel-2",
        "wiener-sachtextformel-3",
        "wiener-sachtextformel-4",
        "lix",
        "rix",
        *HABITS,
    ]


def test_the_english_scores_in_order(english: Language) -> None:
    assert list(measure(english, *TEN_ENGLISH)) == [
        "flesch",
        "flesch-kincaid",
        "smog",
        "gunning-fog",
        "dale-chall",
        "lix",
        *HABITS,
    ]


def test_ten_sentences_are_enough(german: Language) -> None:
    score = measure(german, *TEN)["lix"]
    assert (score.reliable, score.reason, score.counts["sentences"]) == (True, None, 10)


def test_nine_sentences_are_not(german: Language) -> None:
    score = measure(german, *TEN[:9])["wiener-sachtextformel-1"]
    assert score.value is not None
    assert not score.reliable
    assert score.reason == "Der Text hat nur 9 ganze Sätze. Unter 10 Sätzen schwankt der Wert stark."


def test_one_sentence_is_said_in_the_singular(german: Language, english: Language) -> None:
    assert "nur 1 ganzen Satz." in str(measure(german, TEN[0])["lix"].reason)
    assert "only 1 complete sentence." in str(measure(english, TEN_ENGLISH[0])["lix"].reason)


@pytest.mark.parametrize("code", ["de", "en"])
def test_no_sentence_no_number(request: pytest.FixtureRequest, code: str) -> None:
    language: Language = request.getfixturevalue({"de": "german", "en": "english"}[code])
    for score in measure(language, "Anlage 2", role="heading").values():
        assert (score.value, score.band, score.reliable) == (None, None, False)
        assert score.reason


def test_numbers_have_two_decimals_and_a_scale(german: Language, english: Language) -> None:
    every = [*measure(german, *TEN).values(), *measure(english, *TEN_ENGLISH).values()]
    assert all(score.value == round(score.value or 0, 2) and score.scale for score in every)


def test_an_easy_text_is_called_easy_and_a_hard_one_hard(german: Language) -> None:
    hard = (
        "Die Bewilligungsvoraussetzungen werden unter Berücksichtigung der Einkommensverhältnisse sämtlicher "
        "Haushaltsmitglieder entsprechend den verwaltungsrechtlichen Ausführungsbestimmungen überprüft."
    )
    easy = "Sie sind neu in der Stadt. Wir sind für Sie da."
    for name, score in measure(german, *[easy] * 5).items():
        assert score.band in {"sehr leicht", "leicht"}, name
    for name, score in measure(german, *[hard] * 10).items():
        assert name in HABITS or score.band == "sehr schwer", name


HABITS = ("sentence-length", "long-sentence-share", "passive-share")


def test_habits_of_a_text_are_shares_of_its_sentences(german: Language) -> None:
    long = "Wir prüfen " + "Ihren Antrag und " * 8 + "Ihre Unterlagen."
    scores = measure(german, "Der Antrag wird geprüft.", long, *["Wir helfen Ihnen gern."] * 8)
    assert [(name, scores[name].value) for name in HABITS] == [
        ("sentence-length", 6.4),
        ("long-sentence-share", 10.0),
        ("passive-share", 10.0),
    ]
    assert [scores[name].band for name in HABITS] == ["sehr leicht", "mittel", "mittel"]


# --- what is left behind

MARKER = "Xylanthropenweg"


def caches() -> list[object]:
    """The caches of textstat in this process."""
    return [
        found
        for found in gc.get_objects()
        if isinstance(found, functools._lru_cache_wrapper) and found.__module__.startswith("textstat")
    ]


def keep(marker: str) -> bool:
    """Whether a cache of textstat holds the marker, in a key or in a result."""
    held = (part for cache in caches() for part in gc.get_referents(cache) if isinstance(part, dict))
    return any(marker in repr(part) for part in held)


def test_no_word_of_a_document_stays_in_textstat(german: Language, english: Language) -> None:
    metrics.lix(f"Wohnt in der Straße {MARKER}.")
    assert keep(MARKER)  # textstat itself would keep it, and this is how we would see it
    metrics.lix.cache_clear()
    for cache in caches():
        cache.cache_clear()  # type: ignore[attr-defined]
    assert not keep(MARKER)
    measure(german, *[f"Sie wohnen im {MARKER} bei der Stadt."] * 12)
    measure(english, *[f"You live in the {MARKER} near the council."] * 12)
    assert not keep(MARKER)


@pytest.mark.usefixtures("socket_disabled")
def test_english_needs_neither_network_nor_a_dictionary(english: Language) -> None:
    utils.get_cmudict.cache_clear()
    assert measure(english, *TEN_ENGLISH)["flesch"].value is not None
    assert utils.get_cmudict.cache_info().misses == 0
