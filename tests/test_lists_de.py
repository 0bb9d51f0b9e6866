"""The German word lists keep their promises: well-formed entries, safe swaps, plain explanations, no entry twice."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from app.lexicon import Entry, Plain
from app.rules import strictyaml

LISTS = Path(__file__).parents[1] / "rules" / "de" / "lists"
JARGON = (
    "amtsdeutsch-adverbs",
    "amtsdeutsch-nouns-a-k",
    "amtsdeutsch-nouns-l-z",
    "amtsdeutsch-phrases",
    "amtsdeutsch-prepositions",
    "amtsdeutsch-terms-a-d",
    "amtsdeutsch-terms-e-k",
    "amtsdeutsch-terms-l-r",
    "amtsdeutsch-terms-s-u",
    "amtsdeutsch-terms-v-z",
    "amtsdeutsch-verbs",
)
ALL = (
    *JARGON,
    "abbreviations",
    "abbreviations-known",
    "everyday-long",
    "everyday-nominals",
    "fillers",
    "foreign-words",
    "idioms",
    "light-verbs",
)
FORMS = re.compile(r"adj|[mfn] [A-ZÄÖÜ][\w-]+ (?:-|[A-ZÄÖÜ][\w-]+)")
FEMININE = ("ung", "heit", "keit", "schaft", "tion", "tät", "erin")


@cache
def entries(name: str) -> tuple[Entry, ...]:
    loaded: tuple[Entry, ...] = strictyaml.load(LISTS / f"{name}.yaml", tuple[Entry, ...])
    return loaded


def jargon() -> list[Entry]:
    return [entry for name in JARGON for entry in entries(name)]


def nouns() -> list[tuple[str, str]]:
    """Every noun with its forms: headwords and plain words."""
    heads = [(e.word, e.forms) for name in ALL for e in entries(name) if e.pos == "noun"]
    plains = [(p.word, p.forms) for name in ALL for e in entries(name) for p in e.plain if p.forms]
    return [(word, forms or "") for word, forms in heads + plains]


def swaps(pos: str) -> list[tuple[Entry, Plain]]:
    """The plain words of a part of speech that may take the place of the headword."""
    return [(e, p) for name in ALL for e in entries(name) if e.pos == pos for p in e.plain if p.swap != "idea"]


@pytest.mark.parametrize("name", ALL)
def test_list_loads_strictly_and_has_no_entry_twice(name: str) -> None:
    counts = Counter((entry.word, entry.pos) for entry in entries(name))
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_list_file_is_tested_here() -> None:
    assert {path.stem for path in LISTS.glob("*.yaml")} >= set(ALL)
    assert {path.stem for path in LISTS.glob("amtsdeutsch-*.yaml")} == set(JARGON)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("abbreviations", 120),
        ("abbreviations-known", 100),
        ("everyday-long", 100),
        ("everyday-nominals", 200),
        ("fillers", 25),
        ("light-verbs", 450),
    ],
)
def test_lists_have_the_promised_size(name: str, least: int) -> None:
    assert len(entries(name)) >= least


def test_jargon_has_at_least_2000_entries_400_foreign_words_and_600_terms_to_explain() -> None:
    words = {(entry.word, entry.pos) for entry in jargon()}
    assert len(words) == len(jargon()) >= 2000
    assert len(entries("foreign-words")) >= 400
    assert sum(entry.keep for entry in jargon()) >= 600


def test_nouns_have_gender_genitive_and_plural() -> None:
    assert [(word, forms) for word, forms in nouns() if not FORMS.fullmatch(forms)] == []


def test_feminine_nouns_keep_their_form_in_the_genitive() -> None:
    wrong = []
    for word, forms in nouns():
        gender, genitive = [*forms.split(), ""][:2]
        if (
            forms != "adj"
            and (genitive == word) != (gender == "f")
            and word not in {"Passus", "Procedere", "Prozedere", "Terminus", "Tourismus", "Turnus"}
        ):
            wrong.append((word, forms))
    assert wrong == []


def test_endings_that_decide_the_gender() -> None:
    wrong = [(word, forms) for word, forms in nouns() if word.endswith(FEMININE) and not forms.startswith("f ")]
    assert wrong == []


def test_genitive_and_plural_belong_to_the_word() -> None:
    def stem(text: str) -> str:
        return text.casefold().translate(str.maketrans("äöü", "aou"))[:3]

    wrong = [
        (word, forms)
        for word, forms in nouns()
        if forms != "adj" and any(stem(form) != stem(word) for form in forms.split()[1:] if form != "-")
    ]
    assert wrong == []


def test_nominalised_adjectives_stand_in_the_weak_form() -> None:
    assert [word for word, forms in nouns() if forms == "adj" and not word.endswith("e")] == []


def test_kept_terms_are_explained_and_all_others_have_a_plain_word() -> None:
    for name in (*JARGON, "light-verbs", "fillers", "abbreviations"):
        for entry in entries(name):
            assert entry.keep == bool(entry.explain), entry.word
            assert entry.keep or entry.plain, entry.word


def test_explanations_are_short_plain_sentences() -> None:
    hard = {entry.word.casefold() for entry in jargon() if not entry.keep and " " not in entry.word}
    for entry in (*jargon(), *entries("light-verbs")):
        for sentence in re.split(r"(?<=[.!?])\s+", entry.explain or ""):
            words = re.findall(r"[\w-]+", sentence)
            assert len(words) <= 15, (entry.word, sentence)
            assert not hard & {word.casefold() for word in words}, (entry.word, sentence)
        assert entry.explain is None or entry.explain.endswith("."), entry.word


def test_no_plain_word_is_jargon_itself() -> None:
    hard = {entry.word for entry in jargon() if not entry.keep}
    for name in (*JARGON, "light-verbs", "fillers"):
        for entry in entries(name):
            assert not hard & {text for plain in entry.plain for text in (plain.word, *plain.word.split())}, entry.word


def test_everyday_words_are_not_jargon() -> None:
    hard = {entry.word for entry in jargon() if not entry.keep}
    assert hard & {entry.word for name in ("everyday-long", "everyday-nominals") for entry in entries(name)} == set()


def test_noun_swaps_bring_the_forms_of_one_plain_noun() -> None:
    for entry, plain in swaps("noun"):
        assert plain.forms, (entry.word, plain.word)
        assert " " not in plain.word, (entry.word, plain.word)


def test_verb_swaps_keep_the_objects_of_the_verb() -> None:
    for entry, plain in (*swaps("verb"), *swaps("light-verb")):
        kept = {"keep", "words"} & {way.split("+")[0] for way in plain.takes}
        told = re.fullmatch(r"(?:sich )?[a-zäöüß]+n(?: über| zu)?" if plain.takes else r"[a-zäöüß]+n", plain.word)
        assert kept or told, (entry.word, plain.word)
        changed = plain.use == "object" or plain.takes
        assert changed or (plain.case or "acc") == (entry.case or "acc"), (entry.word, plain.word)


def test_preposition_swaps_say_their_case() -> None:
    assert [entry.word for entry in entries("amtsdeutsch-prepositions") if entry.case is None] == []
    for entry, plain in swaps("preposition"):
        assert plain.case is not None, (entry.word, plain.word)


def test_adjective_swaps_end_in_a_word_that_can_be_inflected() -> None:
    for entry, plain in swaps("adjective"):
        assert re.fullmatch(r"[a-zäöüß]+", plain.word) or plain.use is not None, (entry.word, plain.word)
        assert re.fullmatch(r"(?:oben |ein )?[a-zäöüß]+", plain.word), (entry.word, plain.word)


def test_only_fillers_may_be_deleted() -> None:
    for name in ALL:
        if name != "fillers":
            assert [entry.word for entry in entries(name) for plain in entry.plain if not plain.word] == []


def test_words_that_carry_meaning_are_never_deleted() -> None:
    careful = {"grundsätzlich", "gegebenenfalls", "insbesondere", "in der Regel", "bereits", "nur", "auch"}
    deleted = {entry.word for entry in entries("fillers") for plain in entry.plain if plain.swap != "idea"}
    assert careful & deleted == set()


def test_replacements_that_change_the_law_stay_ideas() -> None:
    delicate = {"unverzüglich", "Fahrerlaubnis", "Veräußerung", "veräußern", "statthaft", "vorsätzlich", "stattgeben"}
    found = [entry for entry in jargon() if entry.word in delicate]
    assert {entry.word for entry in found} == delicate
    assert [entry.word for entry in found for plain in entry.plain if plain.swap != "idea"] == []


def test_exceptions_contain_the_word_they_protect() -> None:
    for name in ALL:
        for entry in entries(name):
            starts = tuple(word[:4].casefold() for word in entry.word.split())
            for exception in entry.unless:
                assert any(start in exception.casefold() for start in starts), (entry.word, exception)


def test_light_verbs_end_in_a_verb_that_is_not_reported_on_its_own() -> None:
    verbs = {entry.word for entry in entries("amtsdeutsch-verbs")}
    for entry in entries("light-verbs"):
        assert entry.pos == "light-verb"
        assert len(entry.word.split()) >= 2, entry.word
        assert re.search(r"(?:[a-zäöüß]n|sein|tun)$", entry.word), entry.word
        assert entry.word.split()[-1] not in verbs, entry.word


def test_everyday_nominals_have_an_ending_of_nominal_style() -> None:
    endings = re.compile(r"(?:ung|heit|keit|ion|tät|nis|schaft|nahme|gabe)$")
    assert [entry.word for entry in entries("everyday-nominals") if not endings.search(entry.word)] == []


def test_everyday_long_words_are_long() -> None:
    words = [entry.word for entry in entries("everyday-long")]
    assert [word for word in words if len(word) <= 12] == []
    assert sum(len(word) > 20 for word in words) >= 20


def test_an_abbreviation_is_either_reported_or_known() -> None:
    reported = {entry.word for entry in entries("abbreviations")}
    known = {entry.word for entry in entries("abbreviations-known")}
    assert reported & known == set()
    assert known >= {"z. B.", "usw.", "Nr.", "Tel.", "Str.", "Dr.", "km", "EUR", "USt-IdNr."}
    cited = {entry.word for entry in entries("abbreviations-known") if entry.note == "Zitat"}
    assert cited >= {"Abs.", "Art.", "S.", "ff.", "BGB", "SGB", "StGB"}


def test_expansions_that_must_be_inflected_or_chosen_are_ideas() -> None:
    ambiguous = {"u. a.", "o. g.", "i. S. d.", "sog.", "entspr.", "GKV", "DRV"}
    found = [entry for entry in entries("abbreviations") if entry.word in ambiguous]
    assert {entry.word for entry in found} == ambiguous
    assert [entry.word for entry in found for plain in entry.plain if plain.swap != "idea"] == []
