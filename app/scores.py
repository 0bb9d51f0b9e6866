"""Readability: textstat's formulas on the sentences, words and syllables of our own parse. The only home of textstat.

textstat counts badly for forms (every dot ends a sentence), keeps the text it is given in caches of the process and
loads a dictionary from the internet for English. None of that happens here: each formula runs as textstat wrote it,
but with its counting functions replaced by our counts, so that textstat never sees a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, astuple, dataclass
from types import FunctionType
from typing import TYPE_CHECKING, Any

from textstat.backend import metrics, utils

from app.languages import Parsed
from app.model import Score

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

__all__ = ["Counts", "measure", "value"]

_ROLES = frozenset({"paragraph", "item", "hint"})
"""Blocks of running text. Labels, headings, options and furniture are not sentences and never count."""

_ENOUGH = 10
"""Sentences below which a score says little."""

_LONG = 20
"""Words above which a sentence is long, as in the rule ``long-sentence``."""

_LONGEST = 60
"""Letters above which a token is no word (a link, a row of filler characters)."""

_JOINERS = frozenset("-‐‑/:*_'’(")
_SUFFIXES = frozenset({"in", "innen", "r", "n", "e", "er", "en", "rin", "rinnen"})
"""What may follow a joiner in a gendered form: Antragsteller/in, Bürger*innen, jede:r."""

_BANDS = {
    "de": ("sehr leicht", "leicht", "mittel", "schwer", "sehr schwer"),
    "en": ("very easy", "easy", "medium", "hard", "very hard"),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas need to know of a text.

    ``long_words`` have more than six letters, ``polysyllables`` three syllables or more, ``monosyllables`` one.
    ``long_sentences`` have more than 20 words, ``passives`` are sentences with a passive (not the state passive).
    English only: ``complex_words`` have three syllables or more and are not on the Dale-Chall list of easy words,
    ``difficult_words`` are not on that list.
    """

    sentences: int = 0
    long_sentences: int = 0
    passives: int = 0
    words: int = 0
    syllables: int = 0
    long_words: int = 0
    polysyllables: int = 0
    monosyllables: int = 0
    complex_words: int = 0
    difficult_words: int = 0


@dataclass(frozen=True, slots=True)
class _Index:
    """One readability index: textstat's formula, its last arguments, its scale, and where its bands begin.

    ``limits`` are the four values at which the next harder band begins; falling when a high value means easy.
    """

    name: str
    metric: str
    arguments: tuple[Any, ...]
    scale: str
    limits: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Habit:
    """How often a text does something: ``part`` for each sentence, or in a hundred of them (``percent``)."""

    name: str
    part: str
    percent: bool
    scale: dict[str, str]
    limits: tuple[float, float, float, float]


_AMSTAD = "0 (sehr schwer) – 100 (sehr leicht)"
_SCHOOL = "4 (leicht) – 15 (schwer)"
_FLESCH = "0 (very hard) – 100 (very easy)"
_GRADE = "5 (easy) – 16 (hard), school grade in the US"

# Limits: Amstad's and Flesch's own steps, Björnsson for LIX, Anderson's grades for RIX, Chall and Dale for theirs. For
# the Wiener Sachtextformel and the school grades the ends of the scale are published, the steps between are ours.
_INDEXES = {
    "de": (
        _Index("flesch-amstad", "flesch_reading_ease", ("de",), _AMSTAD, (80, 70, 50, 30)),
        *(
            _Index(f"wiener-sachtextformel-{n}", "wiener_sachtextformel", (n, "de"), _SCHOOL, (6, 9, 12, 14))
            for n in (1, 2, 3, 4)
        ),
        _Index("lix", "lix", (), "unter 40 (leicht) – über 60 (sehr schwer)", (30, 40, 50, 60)),
        _Index("rix", "rix", (), "unter 2 (leicht) – über 7 (sehr schwer)", (1.3, 3, 4.5, 7.2)),
    ),
    "en": (
        _Index("flesch", "flesch_reading_ease", ("en",), _FLESCH, (90, 70, 50, 30)),
        _Index("flesch-kincaid", "flesch_kincaid_grade", ("en",), _GRADE, (6, 8, 10, 13)),
        _Index("smog", "smog_index", ("en",), _GRADE, (6, 8, 10, 13)),
        _Index("gunning-fog", "gunning_fog", ("en",), _GRADE, (6, 8, 10, 13)),
        _Index("dale-chall", "dale_chall_readability_score", ("en",), "4.9 (easy) – 10 (hard)", (5, 6, 8, 9)),
        _Index("lix", "lix", (), "under 40 (easy) – over 60 (very hard)", (30, 40, 50, 60)),
    ),
}

_HABITS = (
    _Habit(
        "sentence-length", "words", False,
        {"de": "Wörter je Satz, Ziel: bis 15", "en": "words a sentence, aim: up to 15"}, (9, 12, 15.1, 20.1),
    ),
    _Habit(
        "long-sentence-share", "long_sentences", True,
        {"de": "Prozent der Sätze, Ziel: 0", "en": "percent of the sentences, aim: 0"}, (1, 5, 10.1, 25),
    ),
    _Habit(
        "passive-share", "passives", True,
        {"de": "Prozent der Sätze, Ziel: bis 10", "en": "percent of the sentences, aim: up to 10"}, (2, 5, 10.1, 20.1),
    ),
)  # fmt: skip
"""Aims: sentence length from the Berlin standards, share of passives as peers have it; the steps between are ours."""


def measure(parsed: Parsed) -> tuple[Score, ...]:
    """All scores of the document's language, over the whole sentences in its running text.

    Without a sentence a score has no value; under ten sentences it is marked as not reliable. Both with a reason.
    A language without indexes has no scores.
    """
    return from_counts(count(parsed), parsed.language.code)


def from_counts(counts: Counts, code: str) -> tuple[Score, ...]:
    """All scores of a language for these counts."""
    indexes = _INDEXES.get(code, ())
    return (
        *(_score(index, counts, code) for index in indexes),
        *(_share(one, counts, code) for one in _HABITS if indexes),
    )


def exchanged(whole: Counts, old: Counts, new: Counts) -> Counts:
    """The counts of a text after the sentences counted in ``old`` have become those in ``new``."""
    parts = zip(whole.__slots__, astuple(whole), astuple(old), astuple(new), strict=True)
    return Counts(**{name: total - before + after for name, total, before, after in parts})


def value(name: str, language: str, counts: Counts) -> float:
    """The index ``name`` for these counts, not rounded. ``KeyError`` when the language has no such index."""
    index = {index.name: index for index in _INDEXES[language]}[name]
    return _formula(index, counts)


def _score(index: _Index, counts: Counts, code: str) -> Score:
    known = asdict(counts)
    del known["long_sentences"], known["passives"]
    if code != "en":
        del known["complex_words"], known["difficult_words"]
    why = reason(counts.sentences if counts.words else 0, code)
    if not counts.words:
        return Score(name=index.name, value=None, scale=index.scale, reason=why, counts=known)
    number = round(_formula(index, counts), 2)
    return Score(
        name=index.name,
        value=number,
        scale=index.scale,
        band=_band(number, index.limits, code),
        reliable=why is None,
        reason=why,
        counts=known,
    )


def _share(habit: _Habit, counts: Counts, code: str) -> Score:
    known = {"sentences": counts.sentences, habit.part: getattr(counts, habit.part)}
    why = reason(counts.sentences if counts.words else 0, code)
    number = None
    if counts.sentences and counts.words:
        number = round(known[habit.part] / counts.sentences * (100 if habit.percent else 1), 1)
    return Score(
        name=habit.name,
        value=number,
        scale=habit.scale[code],
        band=None if number is None else _band(number, habit.limits, code),
        reliable=why is None,
        reason=why,
        counts=known,
    )


def _band(number: float, limits: tuple[float, ...], code: str) -> str:
    if limits[0] < limits[-1]:
        harder = sum(number >= limit for limit in limits)
    else:
        harder = sum(number < limit for limit in limits)
    return _BANDS[code][harder]


def reason(sentences: int, code: str) -> str | None:
    """Why a value for so many whole sentences says little; none where it says enough."""
    if not sentences:
        return {
            "de": "Der Text enthält keinen ganzen Satz. Überschriften, Feldnamen und Stichwörter zählen nicht mit.",
            "en": "The text contains no complete sentence. Headings, labels and fragments are not counted.",
        }[code]
    if sentences < _ENOUGH:
        one = sentences == 1
        return {
            "de": f"Der Text hat nur {sentences} {'ganzen Satz' if one else 'ganze Sätze'}. "
            f"Unter {_ENOUGH} Sätzen schwankt der Wert stark.",
            "en": f"The text has only {sentences} complete sentence{'' if one else 's'}. "
            f"Below {_ENOUGH} sentences the value varies widely.",
        }[code]
    return None


# --- textstat's formulas on our counts


def _formula(index: _Index, counts: Counts) -> float:
    """Run the code of a textstat metric in a namespace of its own where all counting functions give our counts.

    Nothing in textstat is changed and none of its caches is touched: the code object is textstat's, the names it looks
    up are ours. ``text`` is the empty string.
    """
    names = _counting(counts)

    def with_our_counts(metric: Callable[..., Any]) -> FunctionType:
        plain = metric.__wrapped__  # type: ignore[attr-defined]  # the function beneath the lru_cache
        return FunctionType(plain.__code__, names, plain.__name__, plain.__defaults__)

    names["words_per_sentence"] = with_our_counts(metrics.words_per_sentence)
    names["syllables_per_word"] = with_our_counts(metrics.syllables_per_word)
    return float(with_our_counts(getattr(metrics, index.metric))("", *index.arguments))


def _counting(counts: Counts) -> dict[str, Any]:
    """The names a textstat metric uses, each bound to our count. A missing name is an error, never a wrong number."""

    def difficult(_text: str, _lang: str, syllable_threshold: int = 2) -> int:
        return {0: counts.difficult_words, 3: counts.complex_words}[syllable_threshold]

    return {
        "__builtins__": {"int": int, "ZeroDivisionError": ZeroDivisionError, "ValueError": ValueError},
        "count_words": lambda _text: counts.words,
        "count_sentences": lambda _text: counts.sentences,
        "count_syllables": lambda _text, _lang: counts.syllables,
        "count_long_words": lambda _text: counts.long_words,
        "count_polysyllable_words": lambda _text, _lang: counts.polysyllables,
        "count_monosyllable_words": lambda _text, _lang: counts.monosyllables,
        "count_difficult_words": difficult,
        "get_lang_cfg": utils.get_lang_cfg,
        "get_lang_root": utils.get_lang_root,
    }


# --- counting


def count(parsed: Parsed) -> Counts:
    """One pass over all whole sentences. What is known about a word is kept for this call only."""
    language = parsed.language
    easy = utils.get_lang_easy_words("en") if language.code == "en" else frozenset()
    facts: dict[tuple[str, str], Counts] = {}
    total = dict.fromkeys(Counts.__slots__, 0)
    for _, sent in parsed.only(_ROLES).sents():
        if not language.is_sentence(sent):
            continue
        total["sentences"] += 1
        total["passives"] += any(not passive.state for passive in language.passives(sent))
        words_before = total["words"]
        for form, lemma in _words(sent):
            one = facts.get((form, lemma))
            if one is None:
                one = facts[form, lemma] = _judge(form, lemma, language.syllables, easy)
            total["words"] += 1
            total["syllables"] += one.syllables
            total["long_words"] += one.long_words
            total["polysyllables"] += one.polysyllables
            total["monosyllables"] += one.monosyllables
            total["complex_words"] += one.complex_words
            total["difficult_words"] += one.difficult_words
        total["long_sentences"] += total["words"] - words_before > _LONG
    return Counts(**total)


def _judge(form: str, lemma: str, syllables: Callable[[str], int], easy: set[str] | frozenset[str]) -> Counts:
    """What one word adds to the counts. Parts joined by hyphens and the like are counted one by one."""
    if form.isalpha():
        parts, letters = [form], len(form)
    else:
        parts = "".join(letter if letter.isalpha() or letter in "'’" else " " for letter in form).split()
        letters = sum(map(str.isalpha, form))
    number = sum(map(syllables, parts))
    known = form.lower().replace("’", "'")
    hard = bool(easy) and known not in easy and lemma.lower() not in easy
    if hard and len(parts) > 1:
        hard = not all(part.lower() in easy for part in parts)
    return Counts(
        words=1,
        syllables=number,
        long_words=int(letters > 6),
        polysyllables=int(number >= 3),
        monosyllables=int(number == 1),
        complex_words=int(hard and number >= 3),
        difficult_words=int(hard),
    )


def _words(sent: Words) -> Iterator[tuple[str, str]]:
    """The words of a sentence as ``(form, lemma)``.

    Tokens that touch and belong together are one word: Antragsteller/in, well-known, don't. Numbers, punctuation,
    links, addresses and tokens without end are none.
    """
    word: list[Token] = []
    for token in sent:
        if word and _continues(word, token):
            word.append(token)
            continue
        yield from _finish(word)
        word = [token] if _begins(token) else []
    yield from _finish(word)


def _begins(token: Token) -> bool:
    """Whether a word begins here: a letter in it, and more than a number with a unit letter (12a, 3.)."""
    form = token.text
    if len(form) > _LONGEST or (not token.is_alpha and (token.like_url or token.like_email)):
        return False
    if token.is_alpha:
        return True
    letters = sum(letter.isalpha() for letter in form)
    return letters > 0 and (letters > 1 or not any(letter.isdigit() for letter in form))


def _continues(word: list[Token], token: Token) -> bool:
    """Whether a token is part of the word before it."""
    last = word[-1]
    if last.whitespace_ or last.i + 1 != token.i:
        return False
    form = token.text
    if form in _JOINERS:
        return not token.whitespace_
    if last.text in "-‐‑":
        return form[0].isalpha()
    if last.text in _JOINERS:
        return form.lstrip("-") in _SUFFIXES
    return form[0].isalpha() or (form[0] in "'’" and len(form) > 1)


def _finish(word: list[Token]) -> Iterator[tuple[str, str]]:
    if word:
        form = "".join(token.text for token in word).rstrip("-‐‑/:*_'’(.")
        joined = any(token.text in _JOINERS for token in word[:-1])
        yield form, form if joined else word[0].lemma_  # don't counts as do, well-known not as well
