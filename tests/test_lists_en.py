"""The English word lists: enough entries, in forms that exist, and no plain word that is itself officialese."""

from __future__ import annotations

import pytest

from app.languages import en
from app.languages.inflection_en import paradigm
from app.lexicon import Entry, Plain
from app.rules import strictyaml
from app.settings import ROOT

FOLDER = ROOT / "rules" / "en" / "lists"
LISTS = {path.stem: strictyaml.load(path, tuple[Entry, ...]) for path in sorted(FOLDER.glob("*.yaml"))}
OFFICIALESE = [entry for name, entries in LISTS.items() if name.startswith("officialese-") for entry in entries]
LIGHT = list(LISTS["light-verbs"])
PARTS = {"officialese-verbs": "verb", "officialese-nouns": "noun", "officialese-adjectives": "adjective"}
LATIN = {"inter", "alia", "ipso", "facto", "mutatis", "mutandis", "prima", "facie", "ex", "officio", "per", "rata"}


def written_forms(plain: Plain, pos: str) -> list[str]:
    """All forms that a swap may write, the words after the first included."""
    first, _, rest = plain.word.partition(" ")
    kind = "verb" if pos == "light-verb" else pos
    return [" ".join(filter(None, (form.text, rest))) for form in paradigm(first, kind, plain.forms)]


def test_there_are_enough() -> None:
    assert len(OFFICIALESE) >= 1000
    assert len(LIGHT) >= 180
    assert len(LISTS["legal-terms"]) >= 120


def test_no_word_is_listed_twice() -> None:
    words = [(entry.word, entry.pos) for entry in (*OFFICIALESE, *LIGHT)]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


@pytest.mark.parametrize(("name", "pos"), PARTS.items())
def test_each_list_holds_one_part_of_speech(name: str, pos: str) -> None:
    assert {entry.pos for entry in LISTS[name]} == {pos}


def test_every_entry_offers_a_plain_word() -> None:
    assert [entry.word for entry in (*OFFICIALESE, *LIGHT) if not entry.plain] == []


def test_light_verbs_begin_with_their_verb() -> None:
    verbs = {form.text for entry in LIGHT for form in paradigm(entry.word.split()[0], "light-verb", entry.forms)}
    assert all(en.is_word(verb) for verb in verbs)
    assert all(entry.pos == "light-verb" and len(entry.word.split()) > 1 for entry in LIGHT)


@pytest.mark.parametrize(
    "entry", [entry for entry in OFFICIALESE if entry.pos in ("verb", "noun")], ids=lambda e: e.word
)
def test_forms_of_hard_words_exist(entry: Entry) -> None:
    if entry.pos == "noun" and entry.forms is None:  # many of them have no plural in practice
        assert en.is_word(entry.word)
        return
    assert [form.text for form in paradigm(entry.word, entry.pos, entry.forms) if not en.is_word(form.text)] == []


def test_words_that_a_swap_writes_exist() -> None:
    wrong = [
        (entry.word, word)
        for entry in (*OFFICIALESE, *LIGHT)
        for plain in entry.plain
        if plain.swap != "idea"
        for form in written_forms(plain, entry.pos)
        for word in form.split()
        if not en.is_word(word)
    ]
    assert wrong == []


def test_no_plain_word_is_officialese() -> None:
    hard = {entry.word for entry in OFFICIALESE}
    assert sorted({(e.word, p.word) for e in (*OFFICIALESE, *LIGHT) for p in e.plain if p.word in hard}) == []


def test_plain_words_are_not_longer_than_one_short_phrase() -> None:
    assert [plain.word for entry in OFFICIALESE for plain in entry.plain if len(plain.word.split()) > 6] == []


@pytest.mark.parametrize(
    "word", "address state issue provide support information require complete sign date income benefit name use".split()
)
def test_everyday_words_are_not_listed(word: str) -> None:
    assert word not in {entry.word for entry in OFFICIALESE}
