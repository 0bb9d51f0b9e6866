"""The German sentence rules: what each finds and leaves alone, in plain and in easy language."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.lexicon import Entry
from app.model import Block, Document, Finding, Profile
from app.rules import strictyaml
from app.settings import ROOT


def quotes(checker: Checker, rule: str, text: str, profile: Profile = "easy") -> list[str]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    report = checker.check(document, Options(language="de", profile=profile, rules=frozenset({rule})))
    return [finding.quote for finding in report.findings]


def found_by(checker: Checker, rule: str, text: str, profile: Profile = "plain") -> tuple[Finding, ...]:
    document = Document(media_type="text/plain", sha256="", blocks=(Block(id="b", role="paragraph", text=text),))
    return checker.check(document, Options(language="de", profile=profile, rules=frozenset({rule}))).findings


def message(checker: Checker, rule: str, text: str, profile: Profile = "plain") -> str:
    return found_by(checker, rule, text, profile)[0].message


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        (
            "several-statements",
            "Füllen Sie das Blatt aus und geben Sie es ab.",
            ["Füllen Sie das Blatt aus und geben Sie es ab"],
        ),
        ("several-statements", "Bringen Sie Ausweis und Foto und Geld mit.", []),
        ("several-statements", "Wenn Sie umziehen, schreiben Sie uns.", []),
        ("parenthesis", "Kommen Sie am Montag (vormittags).", ["(vormittags)"]),
        (
            "verb-bracket",
            "Sie müssen den Antrag mit allen Nachweisen bald abgeben.",
            ["müssen den Antrag mit allen Nachweisen bald abgeben"],
        ),
        ("verb-bracket", "Sie müssen den Antrag bald abgeben.", []),
        ("genitive-chain", "Das ist der Name des Kindes.", ["Name des Kindes"]),
        ("genitive-chain", "Das ist der Name von dem Kind.", []),
        ("impersonal-man", "Hier kann man mit Karte bezahlen.", ["kann man"]),
        ("impersonal-man", "Das Geld nennt man Wohngeld.", []),
        ("subjunctive", "Sie sollten den Antrag früh stellen.", ["sollten den Antrag früh stellen"]),
        ("subjunctive", "Würden Sie bitte hier unterschreiben?", []),
        ("future-tense", "Wir werden Ihnen schreiben.", ["werden Ihnen schreiben"]),
        ("future-tense", "Wir werden immer mehr.", []),
        ("past-tense", "Der Vermieter wohnte im Haus.", ["wohnte"]),
        ("past-tense", "Das Geld wurde gezahlt.", []),
        ("unclear-pronoun", "Der Vater besucht den Sohn, weil er krank ist.", ["er"]),
        ("unclear-pronoun", "Der Vater besucht die Tochter, weil er Zeit hat.", []),
        ("gender-form", "Die Schüler:innen und Lehrer/-innen kommen.", ["Schüler:innen", "Lehrer/-innen"]),
        ("gender-form", "Die Zeit: in einer Stunde.", []),
        ("compound", "Lesen Sie die Nutzungsordnung.", ["Nutzungsordnung"]),
        ("compound", "Lesen Sie die Nutzungs-Ordnung.", []),
    ],
)
def test_easy_language_is_strict(checker: Checker, rule: str, text: str, found: list[str]) -> None:
    assert quotes(checker, rule, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sie müssen nichts zahlen.", ["nichts"]),
        ("Es gibt keinen Aufzug.", ["keinen"]),
        ("Das geht ohne Termin.", ["ohne"]),
        ("Hier war nie jemand. Niemand hat angerufen.", ["nie", "Niemand"]),
        ("Der Antrag ist unvollständig.", ["unvollständig"]),
        ("Wir haben weder Telefon noch Fax.", ["weder Telefon noch"]),
        ("Sie finden das nirgends.", ["nirgends"]),
        ("Sie brauchen nicht nur den Ausweis, sondern auch ein Foto.", []),
        ("Unter der Treppe sind die Unterlagen. Rufen Sie unverzüglich an.", []),
        ("Das dauert ungefähr eine Stunde und unsere Universität hilft.", []),
        ("Das geht ohne Weiteres.", []),
    ],
)
def test_easy_language_has_no_negation(checker: Checker, text: str, found: list[str]) -> None:
    assert quotes(checker, "negation", text) == found


def test_plain_language_asks_only_for_negations_with_a_better_word(checker: Checker) -> None:
    assert quotes(checker, "negation", "Sie müssen nichts zahlen. Das ist nicht viel.", "plain") == ["nicht viel"]
    assert "„höchstens“" in message(checker, "negation", "Es sind nicht mehr als drei.")


@pytest.mark.parametrize("rule", ["past-tense", "unclear-pronoun", "gender-form"])
def test_some_rules_are_for_easy_language_only(checker: Checker, rule: str) -> None:
    text = "Der Vater besuchte den Sohn, weil er krank war. Alle Bürger*innen kamen."
    assert quotes(checker, rule, text)
    assert quotes(checker, rule, text, "plain") == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Antrag wird geprüft und bewilligt. Der Ausweis ist abgelaufen. Sie sind verheiratet.",
        "Der Antrag ist einzureichen. Die Unterlagen sind beizufügen.",
    ],
)
def test_a_passive_a_duty_and_officialese_have_their_own_rules(checker: Checker, text: str) -> None:
    for rule in ("passive-state", "passive-substitute"):
        assert quotes(checker, rule, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der Bescheid lässt sich ändern.", ["lässt sich ändern"]),
        ("Die Daten sind im Internet einsehbar.", ["sind im Internet einsehbar"]),
        ("Sie erhalten die Kosten erstattet.", ["erhalten die Kosten erstattet"]),
        ("Lassen Sie sich beraten. Die Mutter lässt sich vertreten.", []),
        ("Sie erhalten einen Bescheid.", []),
    ],
)
def test_substitutes_of_the_passive(checker: Checker, text: str, found: list[str]) -> None:
    assert quotes(checker, "passive-substitute", text) == found


def test_a_semicolon_between_statements_is_found_and_one_in_a_list_is_not(checker: Checker) -> None:
    assert quotes(checker, "special-character", "Wir zahlen im Mai; dann endet die Hilfe.", "plain") == [";"]
    assert quotes(checker, "special-character", "Sie brauchen Folgendes: Ausweis; Foto; Geld.", "plain") == []


def test_a_hyphen_is_offered_only_where_it_does_not_mislead(checker: Checker) -> None:
    checked = found_by(checker, "compound", "Wir brauchen die Betriebskostenabrechnungsprüfung.", "plain")
    ideas = [idea.result for finding in checked for idea in finding.suggestions if idea.safety == "idea"]
    assert "Wir brauchen die Betriebskostenabrechnungs-Prüfung." in ideas
    both = found_by(checker, "compound", "Das sagt das Bundesverwaltungsgericht.", "easy")
    assert not any(finding.suggestions for finding in both)


@pytest.mark.parametrize(
    ("name", "least"), [("foreign-words", 150), ("idioms", 60), ("avoidable-negations", 25), ("states", 100)]
)
def test_the_lists_are_long_and_have_no_word_twice(name: str, least: int) -> None:
    folder = ROOT / "rules" / "de" / "lists"
    entries: tuple[Entry, ...] = strictyaml.load(folder / f"{name}.yaml", tuple[Entry, ...])
    words = [entry.word for entry in entries]
    assert len(words) >= least
    assert len(set(words)) == len(words)
    assert all(entry.plain for entry in entries) or name == "states"
