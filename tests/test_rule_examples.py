"""Every example of every rule is executed: what is marked is found, what is good stays silent, cures cure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import rules
from app.checker import Checker, Options
from app.model import Block, Document, Field, Report, apply
from app.reading.answers import with_answers
from app.rules import Example, Rule
from app.settings import ROOT, Settings

BOOK = rules.load([ROOT / "rules"])
CASES = [
    pytest.param(
        rule,
        example,
        id=f"{rule.language}-{rule.id}-{number}",
        marks=[pytest.mark.xfail(reason=example.known_miss, strict=True)] if example.known_miss else [],
    )
    for rule in BOOK
    for number, example in enumerate(rule.file.examples, 1)
]


BETWEEN = " | "
"""Stands between what is printed at a field and what is read out, where they differ."""
BOX, SAYS = "☐ ", "> "
"""A label that begins so belongs to a box to tick; a line that begins so is no field but a text between them."""
SHAPE = re.compile(r" ‹(?P<room>\d+)[^›]*›$| ‹(?P<options>[^›]+/[^›]+)›$")
"""At the end of a label: the room of its field in characters, or the answers to choose from."""


def label_of(text: str) -> tuple[str, int]:
    """What is read out of a line of an example, and where it begins in that line."""
    shape = SHAPE.search(text)
    words = text[: shape.start()] if shape else text
    said = words.rpartition(BETWEEN)[2].removeprefix(BOX).removeprefix(SAYS)
    return said, len(words) - len(said)


def field_of(number: int, text: str) -> Field:
    """The field that a line of an example describes."""
    label, _ = label_of(text)
    printed, shape = text.rpartition(BETWEEN)[0], SHAPE.search(text)
    room = int(shape["room"]) * 5.56 + 6 if shape and shape["room"] else 250
    options = tuple(shape["options"].split("/")) if shape and shape["options"] else ()
    return Field(
        name=f"Feld{number}",
        kind="radio" if options else "check" if text.startswith(BOX) else "text",
        page=1,
        box=(50, 700 - 30 * number, 50 + room, 720 - 30 * number),
        label=label,
        label_source="tooltip" if printed else "above" if label else "none",
        label_confidence=0.9 if label else 0.0,
        tooltip=label or None,
        printed_label=printed,
        options=options,
    )


FIELDS = re.compile(r"‹(\d+) (?:Felder|fields)›")
"""As the last text of an example: the form has so many fields."""


def form_of(texts: tuple[str, ...], fields: int) -> Document:
    """A form on a page with these texts and so many fields whose labels say nothing."""
    return Document(
        media_type="application/pdf",
        sha256="",
        pages=1,
        blocks=tuple(Block(id=f"p1b{n}", role="paragraph", text=text, page=1) for n, text in enumerate(texts, 1)),
        fields=tuple(Field(name=f"Feld{n}", kind="text", page=1, box=(50, 10, 300, 30)) for n in range(fields)),
    )


def document_of(rule: Rule, example: Example) -> Document:
    """The example as a document: running text, a PDF, or a form with these field labels (``printed | read out``)."""
    if rule.category == "field":
        blocks = [Block(id="p1b1", role="paragraph", text="Formular" if rule.language == "de" else "Form", page=1)]
        fields = []
        for number, text in enumerate(example.texts):
            if text.startswith(SAYS):
                blocks.append(Block(id=f"p1s{number}", role="paragraph", text=label_of(text)[0], page=1))
                continue
            field = field_of(number, text)
            fields.append(field)
            blocks.append(Block(id=f"f{number}label", role="label", text=field.label, page=1, field=field.name))
        document = Document(
            media_type="application/pdf", sha256="", pages=1, blocks=tuple(blocks), fields=tuple(fields)
        )
        return with_answers(document)
    if (count := FIELDS.fullmatch(example.texts[-1])) is not None:
        return form_of(example.texts[:-1], int(count[1]))
    blocks = [Block(id=f"p0b{number}", role="paragraph", text=text) for number, text in enumerate(example.texts, 1)]
    media_type = "text/plain" if example.file is None else "application/pdf"
    pages = 0 if example.file is None else 1
    return Document(media_type=media_type, sha256="", pages=pages, blocks=tuple(blocks), file=example.file)


def check(checker: Checker, rule: Rule, document: Document, *, alone: bool = True) -> Report:
    profile = "plain" if "plain" in rule.detect else "easy"
    chosen = frozenset({rule.id}) if alone else None
    return checker.check(document, Options(language=rule.language, profile=profile, rules=chosen))


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(checker: Checker, rule: Rule, example: Example) -> None:
    document = document_of(rule, example)
    report = check(checker, rule, document)
    offset = 1 if rule.category == "field" else 0
    cut = [label_of(text)[1] if offset else 0 for text in example.texts]
    expected = [
        (document.blocks[number + offset].id, start - cut[number], end - cut[number])
        for number, start, end in example.marks
    ]
    found = [(finding.span.block, finding.span.start, finding.span.end) for finding in report.findings]
    assert found == expected, [finding.quote for finding in report.findings]
    if example.becomes is not None:
        suggestion = report.findings[0].suggestions[0]
        cured = apply(document.blocks[0].text, suggestion.edits)
        assert cured == example.becomes
        silent = check(checker, rule, document_of(rule, Example(good=cured)))
        assert not silent.findings


@pytest.mark.parametrize("rule", [pytest.param(rule, id=f"{rule.language}-{rule.id}") for rule in BOOK])
def test_every_rule_shows_traps_and_says_why(rule: Rule) -> None:
    good = [example for example in rule.file.examples if example.good is not None]
    assert len(good) >= 3, "three good examples"
    assert len(rule.file.examples) - len(good) >= 3, "three bad examples"
    assert any(example.note for example in good), "one good example must be a trap, with a note that says why it is one"
    assert rule.file.why.strip()
    assert rule.sources


def test_the_rule_of_the_tutorial_works(settings: Settings, tmp_path: Path) -> None:
    """CONTRIBUTING.md adds a rule in ten minutes: its files are taken as they stand there."""
    words, rule_file = re.findall(
        r"```yaml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "de" / "lists").mkdir(parents=True)
    (tmp_path / "de" / "lists" / "english-words.yaml").write_text(words, encoding="utf-8")
    (tmp_path / "de" / "english-word.yaml").write_text(rule_file, encoding="utf-8")
    checker = Checker(settings.model_copy(update={"rules": f"{settings.rules}:{tmp_path}"}))
    rule = checker.book.rule("de", "english-word")
    for example in rule.file.examples:
        test_example(checker, rule, example)


def test_the_rules_of_the_first_issue_are_there() -> None:
    german = {rule.id for rule in BOOK.rules("de")}
    english = {rule.id for rule in BOOK.rules("en")}
    form = {"field-without-label", "technical-label", "duplicate-label", "long-label"}
    assert german >= form | set(
        "long-sentence nested-clause passive-voice modal-infinitive jargon nominal-style light-verb double-negation "
        "abbreviation long-word third-person-address legal-reference".split()
    )
    assert english >= form | set(
        "long-sentence passive-voice jargon light-verb double-negation and-or third-person-address noun-string".split()
    )


def test_a_house_folder_replaces_switches_off_and_adds(tmp_path: Path) -> None:
    house = tmp_path / "house" / "de"
    house.mkdir(parents=True)
    original = (ROOT / "rules" / "de" / "passive-voice.yaml").read_text(encoding="utf-8")
    (house / "passive-voice.yaml").write_text(original.replace("title: Passiv", "title: Hauspassiv"), encoding="utf-8")
    long_word = (ROOT / "rules" / "de" / "long-word.yaml").read_text(encoding="utf-8")
    (house / "long-word.yaml").write_text(long_word + "enabled: false\n", encoding="utf-8")
    (house / "pack.yaml").write_text(
        "language: de\ntitle: Stadt\nprotected: [Lichtbildstelle]\n"
        "glossary: [{word: Bürgerschalter, pos: noun, forms: m Bürgerschalters Bürgerschalter, "
        "plain: [{word: Bürgerbüro, forms: n Bürgerbüros Bürgerbüros, swap: review}]}]\n",
        encoding="utf-8",
    )
    book = rules.load([ROOT / "rules", tmp_path / "house"])
    assert book.rule("de", "passive-voice").title == "Hauspassiv"
    assert "long-word" not in {rule.id for rule in book.rules("de")}
    assert book.version != BOOK.version
