"""How well case, number and gender of noun phrases are found, against a treebank with morphological features.

    python -m benchmarks.cases TREEBANK [--misses]

``TREEBANK`` is a CoNLL-U file with STTS tags and the features ``Case``, ``Number`` and ``Gender``. Counted is every
noun, name and pronoun that has a ``Case`` there; the words of a name have the case of their phrase, and a word that is
in no phrase of ours counts as wrong. Our pipeline parses the treebank's tokens as the service does; *from text* it cuts
the text itself (*EU-Gremien* is then one token, three in the treebank). *Relation only* is what a simple rule makes of
the same parse: subjects are nominative, objects accusative or dative, attributes genitive, the rest as the preposition
asks. The treebank is about news and reviews, not forms, and its features have errors of their own.

Halves are by a hash of the sentence's id: what went wrong was looked at in half 0; half 1 was only counted.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from app.languages.nouns_de import readings
from app.languages.outline_de import outline
from app.languages.phrase_cells_de import CASES, CELLS_OF_CASE, prepositions
from app.languages.phrases_de import noun_phrases
from app.languages.pipeline import load_nlp
from app.languages.tags_de import settle
from app.languages.tokens_de import mark_sentences, prepare
from app.settings import load as load_settings
from training import conllu

if TYPE_CHECKING:
    from spacy.language import Language as Nlp
    from spacy.tokens import Token

_COPIED: list[int | str] = ["TAG", "DEP", "HEAD", "SENT_START"]
_CASE = {"Nom": "nom", "Gen": "gen", "Dat": "dat", "Acc": "acc"}
_NUMBER = {"Sing": "sg", "Plur": "pl"}
_GENDER = {"Masc": "m", "Fem": "f", "Neut": "n"}
_RELATIONS = {"sb": "nom", "ep": "nom", "pd": "nom", "oa": "acc", "oa2": "acc", "da": "dat", "ag": "gen", "og": "gen"}
_KINDS = {"NOUN": "nouns", "PROPN": "names", "PRON": "pronouns"}
_PASSED_ON = frozenset({"cj", "cd", "app", "nk", "pnc"})

Answer = tuple[str, str, str]
"""Case, number, gender; empty strings where nothing is said."""
Answers = dict[int, Answer]
"""By the first character of a token; each character of a token of ours has its answer."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A noun, name or pronoun of the treebank: where it starts, what it is."""

    start: int
    kind: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the treebank: its tokens and those of them that have a case."""

    id: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    gold: tuple[Gold, ...]

    @property
    def half(self) -> int:
        """0 or 1."""
        return conllu.half(self.id)

    @property
    def text(self) -> str:
        """The tokens with their spaces."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file."""
    for comments, rows in conllu.tables(path):
        spaces = tuple("SpaceAfter=No" not in row[9] for row in rows)
        gold, place = [], 0
        for row, space in zip(rows, spaces, strict=True):
            features = conllu.features(row)
            if row[3] in _KINDS and "Case" in features:
                number, gender = features.get("Number", ""), features.get("Gender", "")
                answer = (_CASE[features["Case"]], _NUMBER.get(number, ""), _GENDER.get(gender, ""))
                gold.append(Gold(place, _KINDS[row[3]], answer))
            place += len(row[1]) + space
        yield Sentence(comments["sent_id"], tuple(row[1] for row in rows), spaces, tuple(gold))


def parse(nlp: Nlp, docs: Sequence[Doc]) -> list[Doc]:
    """Tokens parsed as the service does it: sentence starts by rule, tags settled."""
    for doc in docs:
        mark_sentences(doc)
    found = list(nlp.pipe(docs, batch_size=128))
    for doc in found:
        settle(doc)
    return found


def phrases(doc: Doc) -> tuple[Answers, frozenset[int]]:
    """What we say, and the places where we are certain."""
    answers: Answers = {}
    certain: set[int] = set()
    for sent in doc.sents:
        for phrase in noun_phrases(sent):
            for token in (*phrase.parts, phrase.head):
                for place in range(token.idx, token.idx + len(token)):
                    answers[place] = (phrase.case, phrase.number, phrase.gender)
                    if phrase.certain:
                        certain.add(place)
    return answers, frozenset(certain)


def by_relation(doc: Doc) -> tuple[Answers, frozenset[int]]:
    """What the relation alone says."""
    return {token.idx: (_of_relation(token), "", "") for token in doc}, frozenset()


def _of_relation(token: Token) -> str:
    for _ in range(8):
        if token.dep_ in _RELATIONS:
            return _RELATIONS[token.dep_]
        if token.dep_ == "nk" and token.head.tag_ in {"APPR", "APPRART"}:
            cells = prepositions().get(token.head.lower_, (CELLS_OF_CASE["dat"],))[0]
            return next(case for case in CASES if CELLS_OF_CASE[case] == cells)
        if token.dep_ not in _PASSED_ON or token.head.i == token.i:
            break
        token = token.head
    return "nom"


Way = Callable[[Doc], tuple[Answers, frozenset[int]]]


@dataclass(slots=True)
class Tally:
    """What was counted for one way and one half."""

    right: Counter[str]
    total: Counter[str]
    confused: Counter[tuple[str, str]]


def tally(gold: Sequence[Sentence], docs: Sequence[Doc], way: Way) -> Tally:
    """Counts the answers of one way."""
    counts = Tally(Counter(), Counter(), Counter())
    for sentence, doc in zip(gold, docs, strict=True):
        answers, certain = way(doc)
        for one in sentence.gold:
            found = answers.get(one.start)
            case, number, gender = found or ("none", "", "")
            right = case == one.answer[0]
            names = ["case, all", f"case, {one.kind}"]
            if found is not None:
                names.append("case, where certain" if one.start in certain else "case, where not certain")
            counts.total.update(names)
            counts.right.update(names if right else [])
            counts.total["found in a phrase"] += 1
            counts.right["found in a phrase"] += found is not None
            counts.confused[one.answer[0], case] += 1
            for name, ours, wanted in (("number", number, one.answer[1]), ("gender", gender, one.answer[2])):
                if wanted and found is not None:
                    counts.total[name] += 1
                    counts.right[name] += ours == wanted
    return counts


ROWS = (
    "case, all", "case, nouns", "case, names", "case, pronouns", "case, where certain", "case, where not certain",
    "found in a phrase", "number", "gender",
)  # fmt: skip


def print_shares(columns: dict[str, Tally]) -> None:
    """Prints a row for each figure and a column for each way and half."""
    print("| | " + " | ".join(columns) + " |")
    print("|---|" + "---:|" * len(columns))
    for row in ROWS:
        cells = [
            f"{100 * counts.right[row] / counts.total[row]:.2f} % of {counts.total[row]}" if counts.right[row] else "–"
            for counts in columns.values()
        ]
        print(f"| {row} | " + " | ".join(cells) + " |")


def print_confusion(counts: Tally) -> None:
    """Prints which case was taken for which."""
    found = (*CASES, "none")
    print("\n| treebank | " + " | ".join(found) + " | recall |\n|---|" + "---:|" * (len(found) + 1))
    for case in CASES:
        row = [counts.confused[case, other] for other in found]
        recall = counts.confused[case, case] / max(sum(row), 1)
        print(f"| {case} | " + " | ".join(map(str, row)) + f" | {recall:.3f} |")
    columns = [sum(counts.confused[case, other] for case in CASES) for other in CASES]
    shares = [f"{counts.confused[one, one] / max(total, 1):.3f}" for one, total in zip(CASES, columns, strict=True)]
    print("| precision | " + " | ".join(shares) + " | | |")


def print_misses(gold: Sequence[Sentence], docs: Sequence[Doc]) -> None:
    """Prints each word of half 0 that has another case in the treebank."""
    for sentence, doc in zip(gold, docs, strict=True):
        answers, _ = phrases(doc)
        for one in sentence.gold if sentence.half == 0 else ():
            case = answers.get(one.start, ("none", "", ""))[0]
            if case != one.answer[0]:
                around = f"{sentence.text[max(one.start - 50, 0) : one.start]}|{sentence.text[one.start :][:40]}"
                print(f"    {one.answer[0]} as {case}: {around}")


def print_speed(nlp: Nlp, gold: Sequence[Sentence]) -> None:
    """Prints processor time a word: the parse; reading it into lists, which all facts share; the phrases, the first
    time and with nouns seen before. Reading the word lists, once in the life of a process, is told apart."""
    begin = time.process_time()
    readings("Xqztenhaus")  # an unknown word is looked up in every list
    loading = time.process_time() - begin
    times: dict[str, list[float]] = {"parse": [], "lists": [], "phrases": []}
    words = sum(len(sentence.words) for sentence in gold)
    for _ in range(4):
        docs = [Doc(nlp.vocab, words=list(one.words), spaces=list(one.spaces)) for one in gold]
        times["parse"].append(_measured(partial(list, nlp.pipe(docs, batch_size=128)), words))
        times["lists"].append(_measured(partial(list, map(outline, docs)), words))
        sents = [sent for doc in docs for sent in doc.sents]
        times["phrases"].append(_measured(partial(deque, map(noun_phrases, sents), 0), words))
    print(f"\nword lists read in {1000 * loading:.0f} ms")
    print(
        f"µs a word: parse {min(times['parse']):.1f}, reading it into lists {min(times['lists']):.1f}, phrases"
        f" {times['phrases'][0]:.1f} the first time, {min(times['phrases']):.1f} with nouns seen before"
    )


def _measured(work: Callable[[], object], words: int) -> float:
    """Processor time in µs a word."""
    begin = time.process_time()
    work()
    return 1e6 * (time.process_time() - begin) / words


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the tables; see the top of this file."""
    parser = argparse.ArgumentParser(prog="benchmarks.cases", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what differs in half 0")
    options = parser.parse_args(arguments)
    nlp = load_nlp(load_settings().model_de)
    prepare(nlp)
    gold = list(sentences(options.treebank))
    print_speed(nlp, gold)
    docs = parse(nlp, [Doc(nlp.vocab, words=list(one.words), spaces=list(one.spaces)) for one in gold])
    texts = parse(nlp, [nlp.make_doc(one.text) for one in gold])
    columns: dict[str, Tally] = {}
    for name, ways, made in (
        ("ours", phrases, docs),
        ("from text", phrases, texts),
        ("relation only", by_relation, docs),
    ):
        for half in (0, 1):
            chosen = [place for place, one in enumerate(gold) if one.half == half]
            columns[f"{name}, half {half}"] = tally([gold[i] for i in chosen], [made[i] for i in chosen], ways)
    print(f"\n{options.treebank.name}: {len(gold)} sentences\n")
    print_shares(columns)
    print_confusion(tally(gold, docs, phrases))
    if options.misses:
        print_misses(gold, docs)


if __name__ == "__main__":
    main()
