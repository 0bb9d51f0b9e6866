"""English grammar facts: tables with the real pipeline, hand-made parses where the parser must not matter."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from app import languages
from app.languages import Language, en
from app.settings import Settings


@pytest.fixture(scope="module")
def english(settings: Settings) -> Language:
    return languages.load("en", settings)


@pytest.mark.parametrize(
    "sentences",
    [
        ["See No. 5 and Sec. 3 of the Act.", "Send it to 12 High St. Apt. 4B by May 5."],
        ["Bring proof, e.g. pay slips, and/or bank statements, i.e. the last 3 months.", "Copies will do."],
        ["We are open from 9 a.m. to 5 p.m. on Monday.", "Call us."],
        ["Come before 5 p.m.", "You need no appointment."],
        ["Do you have children?", "No.", "Go to part 4."],
        ["Write to Mr. Will Smith.", "He decides."],
        ["1. Fill in your name.", "2. Attach a copy."],
        ["The council said: “Come back.”", "We did."],
        ["Art. 5 and para. 3 apply.", "The U.S. Government pays $25.50 (incl. tax)."],
        ["Stop!!!", "Or else... wait."],
    ],
)
def test_sentences(english: Language, sentences: list[str]) -> None:
    assert [sent.text for sent in english.parse_text(" ".join(sentences)).sents] == sentences


PASSIVES = [
    ("The application must be submitted by the applicant.", [("must be submitted", "application", "by")]),
    ("Consideration will be given to your claim.", [("will be given", "Consideration", None)]),
    ("The form is checked and approved by the office.", [("is checked", "form", "by")]),
    ("The documents were taken and kept.", [("were taken", "documents", None)]),
    ("Your claim may get rejected.", [("may get rejected", "claim", None)]),
    ("The fee has not been paid.", [("has been paid", "fee", None)]),
    ("All boxes need to be ticked.", [("be ticked", None, None)]),
    ("Was your last application refused?", [("Was refused", "application", None)]),
    ("Attached is a copy of the notice.", [("Attached is", None, None)]),
    ("The permit's been issued.", [("'s been issued", "permit", None)]),
    ("You will be told by Friday.", [("will be told", "You", None)]),
    ("The child is cared for by a relative.", [("is cared", "child", "by")]),
    (
        "The permit is issued after the fee was paid.",
        [("is issued", "permit", None), ("was paid", "fee", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSIVES)
def test_passives_are_found(english: Language, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = [
        (
            " ".join(word.text for word in passive.words),
            passive.subject.text if passive.subject else None,
            passive.agent.text if passive.agent else None,
        )
        for sent in english.parse_text(text).sents
        for passive in english.passives(sent)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "If you are married or divorced, complete part 2.",
        "If you are employed, go to part 4.",
        "Are you interested in a course?",
        "You were born in Lindenbach.",
        "I am self-employed and I have got three children.",
        "He's taken the form home.",
        "It's been a long time.",
        "Sign the form attached below.",
        "The enclosed leaflet is short.",
        "You have to get rid of the old number plate.",
        "When you are done, press the button.",
        "We have checked your form.",
    ],
)
def test_what_is_no_passive(english: Language, text: str) -> None:
    assert [p for sent in english.parse_text(text).sents for p in english.passives(sent)] == []


def test_finite_verb_is_the_first_of_the_chain(english: Language) -> None:
    (sent,) = english.parse_text("The decision should have been sent yesterday.").sents
    (passive,) = english.passives(sent)
    assert (passive.finite.text, passive.auxiliary.text, passive.participle.text) == ("should", "been", "sent")


def parse(*rows: tuple[str, str, str, int]) -> Doc:
    """A parse made by hand: word, tag, relation and place of the head."""
    words, tags, deps, heads = zip(*rows, strict=True)
    return Doc(spacy.blank("en").vocab, words=list(words), tags=list(tags), deps=list(deps), heads=list(heads))


def test_predicative_participle_with_agent_is_a_passive() -> None:
    doc = parse(
        ("She", "PRP", "nsubj", 1),
        ("is", "VBZ", "ROOT", 1),
        ("alarmed", "JJ", "acomp", 1),
        ("by", "IN", "prep", 2),
        ("it", "PRP", "pobj", 3),
    )
    (passive,) = en.passives(doc[:])
    assert (passive.participle.text, passive.agent) == ("alarmed", doc[3])


def test_predicative_adjective_is_no_passive() -> None:
    doc = parse(("She", "PRP", "nsubj", 1), ("is", "VBZ", "ROOT", 1), ("tired", "JJ", "acomp", 1))
    assert en.passives(doc[:]) == []


def test_auxiliary_that_is_neither_be_nor_get_is_no_passive() -> None:
    doc = parse(
        ("Work", "NN", "nsubjpass", 2),
        ("remains", "VBZ", "auxpass", 2),
        ("stopped", "VBN", "ROOT", 2),
    )
    assert en.passives(doc[:]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fill in section 3",
        "Sign here",
        "Attach copies of all bills",
        "List everyone who lives with you.",
        "If you live alone, complete part 2 and sign the form.",
        "Do not write in this box",
        "You must sign.",
        "Was this form useful?",
        "To appeal, write to us within 30 days.",
    ],
)
def test_sentences_and_orders_are_sentences(english: Language, text: str) -> None:
    assert [english.is_sentence(sent) for sent in english.parse_text(text).sents] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Name of applicant",
        "Name of the person who signs the form",
        "Date of birth (day, month, year)",
        "Signature required",
        "Address, city, state",
        "Total income from all jobs",
        "Your rights",
        "How to apply",
        "What you need",
    ],
)
def test_labels_and_headings_are_no_sentences(english: Language, text: str) -> None:
    assert [english.is_sentence(sent) for sent in english.parse_text(text).sents] == [False]


def test_clauses_have_opener_and_depth(english: Language) -> None:
    (sent,) = english.parse_text("We check whether the data that you gave us is right.").sents
    found = [
        (clause.head.text, clause.opener.text if clause.opener else None, clause.depth)
        for clause in english.clauses(sent)
    ]
    assert found == [("check", None, 0), ("gave", "that", 2), ("is", "whether", 1)]


def test_two_main_clauses_stand_side_by_side(english: Language) -> None:
    (sent,) = english.parse_text("The office is open and we will answer soon.").sents
    assert [(clause.head.text, clause.depth) for clause in english.clauses(sent)] == [("is", 0), ("answer", 0)]


def test_infinitives_are_no_clauses(english: Language) -> None:
    (sent,) = english.parse_text("You need a pen to sign the form.").sents
    assert [clause.head.text for clause in english.clauses(sent)] == ["need"]


SYLLABLES = {
    1: "form sign house asked moved times clothes school friend through paid due rules",
    2: "table housing wanted boxes people business being client reading every lion going settled houses statement",
    3: "area applicant employer idea permission period everyone radio signature continue requirement",
    4: "application material variety society annually education everybody",
    5: "association examination negotiating accommodation representative",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SYLLABLES.items() for word in words.split()]
)
def test_syllables(word: str, count: int) -> None:
    assert en.syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("self-employed", 3), ("Lindenbach", 3), ("didn't", 2), ("PDF", 3), ("x" * 3000, 1)]
)
def test_syllables_of_odd_words(word: str, count: int) -> None:
    assert en.syllables(word) == count


@pytest.mark.parametrize(
    "form",
    """use used using utilize begins began begun beginning children studies applied applying stopped stopping tries
    boxes easier largest the you shall don't isn't landlord's self-employed childcare gave given carried""".split(),
)
def test_words_are_words(form: str) -> None:
    assert en.is_word(form)


@pytest.mark.parametrize(
    "form", "begined goed childs stoping studys tryed gived applyed boxs potatos qzx finded 12 x1 use2".split()
)
def test_wrong_forms_are_no_words(form: str) -> None:
    assert not en.is_word(form)
