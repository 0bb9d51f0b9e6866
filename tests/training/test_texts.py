"""Training texts from documents: what comes in, what stays out, and what is kept for measuring."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from app.languages.tokens_de import mark_sentences
from app.settings import ROOT
from training import leaks, texts

PAGE = """# Hund anmelden

Melden Sie Ihren Hund innerhalb von [vier Wochen](https://lindenbach.example/frist "Frist") bei der **Stadtkasse** an.

| Hund | Steuer im Jahr |
|---|---|
| erster Hund | 60 Euro |

* gültiger Personalausweis
* Nachweis der Haftpflicht \\*
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    (made / "hund.md").write_text(PAGE, encoding="utf-8")
    (made / "noch_ein_hund.txt").write_text("Hund anmelden\n\nDie Steuer zahlen Sie im Voraus.\n", encoding="utf-8")
    (made / "felder.jsonl").write_text(
        json.dumps({"name": "F0001_h", "type": "text", "label": "Geburtsname", "help": "Nur bei Frauen und Männern."})
        + "\n"
        + json.dumps({"name": "ja_nein", "options": ["Ja, ich stimme zu", "012345"]}),
        encoding="utf-8",
    )
    (made / "foreign.txt").write_text("You must register your dog with the city within four weeks.", encoding="utf-8")
    (made / "seite.html").write_text("<html><body><p>Rufen Sie uns bitte an.</p></body></html>", encoding="utf-8")
    (made / "picture.md.png").write_bytes(b"\x89PNG")
    shutil.copy(ROOT / "sample_forms" / "de" / "hundesteuer.pdf", made)
    return made


def found(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(spacy.blank("de").vocab))


def test_every_kind_of_document_comes_in_once(folder: Path, tmp_path: Path) -> None:
    texts.main([str(folder), str(tmp_path / "out.spacy")])
    lines = [doc.text for doc in found(tmp_path / "out.spacy")]
    for expected in (
        "Hund anmelden",
        "Melden Sie Ihren Hund innerhalb von vier Wochen bei der Stadtkasse an.",
        "Nachweis der Haftpflicht *",
        "Die Steuer zahlen Sie im Voraus.",
        "Nur bei Frauen und Männern.",
        "Ja, ich stimme zu",
        "Rufen Sie uns bitte an.",
    ):
        assert lines.count(expected) == 1, lines
    form = [line for line in lines if "Hundesteuer" in line]
    assert form
    everything = " ".join(lines)
    for unwanted in ("F0001_h", "ja_nein", "012345", "register your dog", "lindenbach.example", "**", "|"):
        assert unwanted not in everything


def test_tokens_and_sentences_are_those_of_the_service(folder: Path, tmp_path: Path) -> None:
    (folder / "satz.txt").write_text("Das gilt z. B. nach § 12 Abs. 3 SGB II. Danach zahlen Sie.", encoding="utf-8")
    texts.main([str(folder), str(tmp_path / "out.spacy")])
    doc = next(doc for doc in found(tmp_path / "out.spacy") if "SGB" in doc.text)
    assert "Abs." in [token.text for token in doc]
    assert [token.text for token in doc if token.is_sent_start] == ["Das", "Danach"]


def test_what_is_kept_for_measuring_is_in_the_other_file_only(folder: Path, tmp_path: Path) -> None:
    for number in range(30):
        line = f"Der Bescheid Nummer {number} gilt nur für das Jahr {2000 + number}.\n\nDiesen Satz haben alle Briefe."
        (folder / f"bescheid_{number}.txt").write_text(line, encoding="utf-8")
    kept = [path for path in folder.iterdir() if texts.is_unseen(path)]
    assert 2 <= len(kept) <= 14
    texts.main([str(folder), str(tmp_path / "out.spacy"), "--unseen", str(tmp_path / "unseen.spacy")])
    train, unseen = ({doc.text for doc in found(tmp_path / f"{name}.spacy")} for name in ("out", "unseen"))
    assert train.isdisjoint(unseen)
    for number in range(30):
        line = f"Der Bescheid Nummer {number} gilt nur für das Jahr {2000 + number}."
        assert (line in unseen) == (folder / f"bescheid_{number}.txt" in kept)
        assert (line in unseen) != (line in train)


def test_a_long_text_is_cut_between_sentences() -> None:
    nlp = spacy.blank("de")
    sentence = "Sie reichen den Antrag mit allen Unterlagen bei der Stadt ein."
    whole = " ".join([sentence] * 60)
    docs = texts.tokens(nlp, [whole])
    assert len(docs) > 1
    assert all(len(doc) <= texts.LONGEST for doc in docs)
    assert all(doc.text.strip().endswith(sentence) for doc in docs)
    assert "".join(doc.text_with_ws for doc in docs) == whole


def test_an_endless_sentence_stays_whole() -> None:
    docs = texts.tokens(spacy.blank("de"), ["und weiter " * 400])
    assert [len(doc) for doc in docs] == [800]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Familienname", True),
        ("Ort, Datum", True),
        ("Haben Sie Kinder?", True),
        ("F00000013_h", False),
        ("antrag@lindenbach.example", False),
        ("https://lindenbach.example/antrag", False),
        ("12.345,67 – 89", False),
        ("a) b) c)", False),
        ("Anlage __ von __", False),
    ],
)
def test_what_is_made_of_words(text: str, is_one: bool) -> None:
    assert texts.worded(text) == is_one


def test_in_a_foreign_document_only_clear_german_is_taken() -> None:
    english = ["This is the form that you have to fill in.", "It must be sent to the office with all the papers."] * 5
    german = "Füllen Sie das Formular aus und senden Sie es an die Stadt."
    assert list(texts.german([*english, german, "Name"])) == [german]


def test_the_teacher_needs_its_python(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        texts.main([str(tmp_path), str(tmp_path / "out.spacy"), "--teacher", "somewhere"])
    assert "--teacher-python" in capsys.readouterr().err


def made(path: Path, *lines: str) -> Path:
    nlp = spacy.blank("de")
    docs = [nlp.make_doc(line) for line in lines]
    for doc in docs:
        mark_sentences(doc)
    DocBin(attrs=["SENT_START"], docs=docs).to_disk(path)
    return path


def test_texts_that_share_a_sentence_with_the_test_are_left_out(tmp_path: Path) -> None:
    shared = "Reichen Sie den Antrag bis Ende Mai bei uns ein."
    apart = made(tmp_path / "unseen.spacy", f"Das ist neu. {shared}", "Ort, Datum")
    made(
        tmp_path / "train-0.spacy",
        f"Guten Tag. {shared.upper()} Vielen Dank.",
        "Reichen Sie „den Antrag“ bis Ende Mai, bei uns ein!",
        "Reichen Sie den Antrag bis Ende Juni bei uns ein.",
        "Ort, Datum:",
        "Das ist neu. Das auch.",
    )
    leaks.main([str(tmp_path), str(tmp_path / "clean"), "--apart", str(apart)])
    lines = [doc.text for doc in found(tmp_path / "clean" / "train-0.spacy")]
    assert lines == ["Reichen Sie den Antrag bis Ende Juni bei uns ein.", "Das ist neu. Das auch."]
    assert len(found(tmp_path / "clean" / "unseen.spacy")) == 2


def test_trees_stay_when_texts_are_left_out(tmp_path: Path) -> None:
    words = ["Sie", "zahlen", "nichts", "."]
    vocab = spacy.blank("de").vocab
    doc = Doc(vocab, words, tags=["PPER", "VVFIN", "PIS", "$."], heads=[1, 1, 1, 1], deps=["sb", "ROOT", "oa", "punct"])
    DocBin(attrs=["TAG", "HEAD", "DEP"], docs=[doc]).to_disk(tmp_path / "train.spacy")
    apart = made(tmp_path / "dev.spacy", "Das hier ist etwas ganz anderes als jenes.")
    leaks.main([str(tmp_path), str(tmp_path / "clean"), "--apart", str(apart)])
    (kept,) = found(tmp_path / "clean" / "train.spacy")
    assert [(token.tag_, token.dep_, token.head.i) for token in kept] == [
        ("PPER", "sb", 1),
        ("VVFIN", "ROOT", 1),
        ("PIS", "oa", 1),
        ("$.", "punct", 1),
    ]
