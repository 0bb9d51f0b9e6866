"""Which language a text is in: one of ours, another, or too little to tell; and which blocks of a form are in another.

A block is judged by letters of another script, by common words of each language, and by the share of its words that the
list of our language knows. Only in documents that show another language that way the statistical model is asked about
what is left, in blocks of four or more words. Short labels are left out only beside others, in the same column or run.
Blocks that say the same in two languages belong to the document's own.
"""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from app.languages import CODES
from app.languages.language_signs import COMMON, LETTERS, SCRIPTS
from app.languages.letter_model import ranked, ranked_roughly
from app.model import Block

_SAMPLE = 6_000
_ENOUGH_WORDS = 12
_SURE = 0.9
_HARDLY = 0.005
"""Probability of our language below which four words are in another one; German has at least twice as much."""
_EIGHTH = 8
"""One word in eight may look like ours all the same."""
_STRANGE = re.compile("[\u0250-\u1fff\u2c00-\ud7ff\uf900-\uffff]")
_LAST_LATIN = "\u024f"
"""Letters beyond are Greek, Cyrillic, Arabic …: neither of our languages. Vietnamese uses both."""

_SINGLE = frozenset("àèéóúıûвиіуя")
_WORDS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"@|://|www\.|\.(?:de|com|org|eu|net|info)\b")
_PIECES = re.compile(r"(?<=[.?!:;)])\s+|\s[-–—/|*]+\s|\n")
"""Where a block may change its language: between sentences, and at the signs between two wordings."""

_PARTICLES = frozenset("de la le les del della di da do dos du e el et van von y zu".split())
_FEW = 4
"""Words from which on a block is judged by itself."""
_MOST_KNOWN = 0.6
_MUCH_KNOWN = 0.45
"""Shares of words that our list knows. Other languages rarely reach a third, German rarely stays below two thirds."""
_TELLING = 5
"""Letters from which on a single word tells its language."""
_LONGEST = 60
"""Letters of a word that are looked at."""
_NEAR = 3
"""How many blocks before and after are neighbours."""
_FAR = 40
"""How far away, in blocks, the next one of a column may be."""
_SAME_LEFT = 4.0
"""Points by which the left edges of a column differ at most."""
_STRETCH = 500
"""Characters in a row that are looked at."""
_GOOD_PART = 2
"""A language is one of a document's own when its common words are at least this part of the most frequent one's."""


def recognise(text: str) -> str | None:
    """``"de"`` or ``"en"``; none when the text is surely in another language.

    Short texts are never refused: the likelier of our languages is taken.
    """
    words = re.findall(r"[^\W\d_]{2,}", text[:_SAMPLE])
    letters = "".join(words)
    if sum(letter > _LAST_LATIN for letter in letters) > len(letters) / 2:
        return None
    clear = _clear(words)
    if clear is not None:
        return clear
    if not words:
        return CODES[0]
    likely = ranked(" ".join(words))
    code = max(likely, key=likely.__getitem__)
    if len(words) >= _ENOUGH_WORDS and code not in CODES and likely[code] > _SURE:
        return None
    return max(CODES, key=likely.__getitem__)


def main_language(texts: Iterable[str]) -> str | None:
    """The language by whose rules a document is judged: ours, the preferred one first, when a good part is in it.

    ``texts`` are its blocks. In a form in several languages that is the one it is made for, although the translations
    together are longer. None when hardly anything is in one of our languages.
    """
    blocks = list(texts)
    whole = "\n".join(blocks)
    step = len(whole) // _SAMPLE + 1
    sample = " ".join(whole[start : start + _STRETCH] for start in range(0, len(whole), step * _STRETCH))
    counts: Counter[str] = Counter()
    for word, times in Counter(_WORDS.findall(sample.lower())).items():
        for language in _speakers().get(word, ()):
            counts[language] += times
    most = max(counts.values(), default=0)
    for code in CODES:
        if _ENOUGH_WORDS <= most <= _GOOD_PART * counts[code]:
            return code
    likely = recognise(whole)
    if likely is None:
        ours = (code for code in CODES if _FEW * sum(_verdict(text, code) == code for text in blocks) >= len(blocks))
        likely = next(ours, None)
    return likely


def is_foreign(text: str, code: str) -> bool:
    """Whether a text of a document in language ``code`` is clearly in another language, whatever is around it."""
    return other_language(text, code) is not None


def other_language(text: str, code: str) -> str | None:
    """The language of a text that by itself is clearly not in language ``code``."""
    verdict = _verdict(text, code)
    return None if verdict == code else verdict


def is_mixed(text: str, code: str) -> bool:
    """Whether a block of ours may hold sentences in another language: it has common words of both."""
    own, others = _against(code)
    found = set(_WORDS.findall(text.lower()))
    return not own.isdisjoint(found) and len(others.keys() & found) >= 2


def foreign_blocks(blocks: Sequence[Block], code: str) -> dict[str, str]:
    """The blocks of a document in language ``code`` that are in another one: id and language, in reading order.

    A short label is left out only when the document has longer text in another language, its words are not ours, and
    blocks beside it in the same column or run are in another language too. ``"und"`` is a language we cannot name.
    """
    alone = {text: _verdict(text, code, thorough=False) for text in dict.fromkeys(block.text for block in blocks)}
    if all(verdict in (None, code) for verdict in alone.values()):
        return {}
    alone |= {text: _verdict(text, code) for text, verdict in alone.items() if verdict in (None, code)}
    verdicts = [alone[block.text] for block in blocks]
    hits = [_hits(_small(_sample(block.text)), code) for block in blocks]
    total: Counter[str] = Counter()
    for verdict, some in zip(verdicts, hits, strict=True):
        if verdict not in (None, code):
            total.update(some or [str(verdict)])
    guesses = {
        place: guess
        for place, verdict in enumerate(verdicts)
        if verdict is None and (guess := _guess(_sample(blocks[place].text), code, total)) is not None
    }
    firm = {place for place, verdict in enumerate(verdicts) if verdict not in (None, code)}
    firm |= {place for place in guesses if hits[place]}  # „Nom“, „Data di nascita“
    found = {}
    for place, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True)):
        if place in guesses and (place in firm or not firm.isdisjoint(_neighbours(place, blocks))):
            found[block.id] = guesses[place]
        elif verdict is not None and verdict != code:
            found[block.id] = _nearest(hits[place], total) or verdict
    return found


def declared_foreign(blocks: Sequence[Block], code: str) -> dict[str, str]:
    """The blocks that the file itself says are in another language, as long as their words do not show the contrary."""
    return {
        block.id: block.language
        for block in blocks
        if block.language not in (None, code) and block.language is not None and _verdict(block.text, code) != code
    }


def _verdict(text: str, code: str, *, thorough: bool = True) -> str | None:
    """The language of a text by itself: ours, another, or none when it is too short or too mixed to tell.

    When not ``thorough``, a text whose words are mostly known is ours, whatever its letters say to the model.
    """
    sample = _sample(text)
    if _STRANGE.search(sample) and (script := _script(sample, code)) is not None:
        return script
    own_words, others = _against(code)
    found = set(_WORDS.findall(sample.lower()))
    is_ours = not own_words.isdisjoint(found)
    if others.keys().isdisjoint(found):
        if is_ours:
            return code
        if len(found) < _FEW:
            return None
    elif len(found) < 2:
        return None
    return _weighed(sample, code, thorough=thorough)


def _sample(text: str) -> str:
    """The beginning and the end of a long text, the whole of others."""
    return text if len(text) <= 2 * _STRETCH else f"{text[:_STRETCH]} {text[-_STRETCH:]}"


def _weighed(sample: str, code: str, *, thorough: bool) -> str | None:
    words, small = _words(sample), _small(sample)
    own_words, others = _against(code)
    own = sum(word in own_words for word in words)
    other = sum(word in others for word in small)
    if (own and not other) or len(words) < (_FEW if other < 2 else 2):
        return code if own and not other else None
    hits = _hits(small, code)
    share = _known(words, code)
    open_to_doubt = not own and len(words) >= _FEW and len(small) >= _FEW - 1
    if open_to_doubt and (thorough or 2 * _explained(sample, share, code) < len(words)):
        likely = ranked(" ".join(words))
        strange = likely.get(code, 0.0) < _HARDLY
        if strange and _EIGHTH * sum(_looks_ours(word, code) for word in _raw(sample)) <= len(words):
            return _nearest(hits, Counter()) or max(likely, key=likely.__getitem__)
    if other >= 2 and other > 2 * own and other >= len(words) / 6 and share < _MOST_KNOWN:
        return code if _is_partly_ours(sample, other, code) else _nearest(hits, hits)
    return code if share >= (_MUCH_KNOWN if own or not other else _MOST_KNOWN) else None


def _explained(text: str, share: float, code: str) -> float:
    """How many words of a text are known, when this share is on the list, or made of known ones."""
    raw = _raw(text)
    return share * len(raw) + sum(_is_compound(word, code) for word in raw)


def _is_partly_ours(text: str, other: int, code: str) -> bool:
    """Whether a text with common words of another language says something in ours before or after."""
    own, others = _against(code)
    for piece in _PIECES.split(text):
        found = _words(piece)
        ours = sum(word in own for word in found)
        if ours and ours == len(found) and any(len(word) >= _FEW for word in found):
            return True
        if ours and len(found) >= 3 and not any(word in others for word in _small(piece)):
            return True
    return 2 * sum(_looks_ours(word, code) for word in _raw(text)) >= other


def _looks_ours(word: str, code: str) -> bool:
    """Whether a longer word is rather one of our language than of another, be it a noun that no list has."""
    lower = word.lower()
    if len(word) < _TELLING or lower in _against(code)[1]:
        return False
    listed = _is_word(code)(word)
    if not listed and word[0].islower():
        return False
    if _is_compound(word, code):
        return True
    likely = ranked_roughly(lower)
    second = max(share for language, share in likely.items() if language != code)
    return likely[code] >= second and (listed or 2 * likely[code] > 3 * second)


def _is_compound(word: str, code: str) -> bool:
    """Whether a noun can be cut into two known words."""
    known, lower = _is_word(code), word.lower()
    cuts = range(_TELLING - 1, min(len(word), _LONGEST) - _TELLING + 1) if word[0].isupper() else ()
    return any(known(lower[cut:]) and known(lower[:cut].removesuffix("s")) for cut in cuts)


def _hits(words: Iterable[str], code: str) -> Counter[str]:
    """How many common words of each other language are among these."""
    others = _against(code)[1]
    return Counter(language for word in words for language in others.get(word, ()))


def _nearest(hits: Counter[str], total: Counter[str]) -> str | None:
    """The language with the most common words here; of those with half as many or more, the document's commonest."""
    most = max(hits.values(), default=0)
    close = [language for language in COMMON if hits[language] and 2 * hits[language] >= most]
    return max(close, key=lambda language: (total[language], hits[language]), default=None)


def _guess(text: str, code: str, total: Counter[str]) -> str | None:
    """The likeliest of the languages seen in a document for a short label; none when it may be ours."""
    words = _words(text)
    own, others = _against(code)
    if not words or "ß" in text or any(word in own for word in words):
        return None
    nearest = _nearest(_hits(_small(text), code), total)
    known = _known([word for word in words if word not in others] or words, code)
    if known > (2 / 3 if nearest else 0.49) or any(_looks_ours(word, code) for word in _raw(text)):
        return None
    if nearest is not None or sum(map(len, words)) < _TELLING:
        return nearest
    likely = ranked_roughly(" ".join(words))
    other = max(share for language, share in likely.items() if language != code)
    best = max(total, key=lambda language: likely.get(language, 0.0))
    return best if other > 2 * likely[code] or (len(words) > 1 and not known) else None


def _neighbours(place: int, blocks: Sequence[Block]) -> Iterator[int]:
    """The places of blocks close by: a few before and after, and those next above and below in the same column."""
    here = blocks[place]
    yield from (other for other in range(place - _NEAR, place + _NEAR + 1) if 0 <= other < len(blocks))
    if not here.boxes:
        return
    for around in (range(place - 1, max(place - _FAR, -1), -1), range(place + 1, min(place + _FAR, len(blocks)))):
        column = (at for at in around if blocks[at].page == here.page and blocks[at].boxes)
        aligned = (at for at in column if abs(blocks[at].boxes[0][0] - here.boxes[0][0]) <= _SAME_LEFT)
        yield from islice(aligned, 2)


def _script(text: str, code: str) -> str | None:
    """The language of a text that is mostly in another script and says next to nothing in ours."""
    letters = [letter for letter in text if letter.isalpha()]
    strange = [letter for letter in letters if letter > _LAST_LATIN]
    if 2 * len(strange) <= len(letters):
        return None
    latin = [word for word in _words(text) if word[0] <= _LAST_LATIN]
    ours = sum(len(word) for word in latin if len(word) > 2 and _is_word(code)(word))
    if 4 * ours >= len(letters):
        return code
    for language, marks in LETTERS:
        if sum(mark in text.lower() for mark in marks) >= min(2, len(strange) // 20 + 1):
            return language
    counts = Counter(_of_script(letter) for letter in strange)
    return "ja" if counts["ja"] else counts.most_common(1)[0][0]


def _of_script(letter: str) -> str:
    return next((language for first, last, language in SCRIPTS if first <= letter <= last), "und")


def _words(text: str) -> list[str]:
    """The words in lower case, without addresses of the net."""
    return _lower(_raw(text))


def _small(text: str) -> list[str]:
    """The words that may be common ones, in lower case: after the first, no capital, so that „De-Mail“ is no French.

    In a text all in capitals each word may be. Particles alone, as in „Rio de Janeiro“, make a name.
    """
    raw = _raw(text)
    if text.isupper():
        return _lower(raw)
    small = [word for word in raw[1:] if word[0].islower()]
    if _PARTICLES.issuperset(small):
        return []
    return [raw[0].lower(), *small]


def _raw(text: str) -> list[str]:
    plain = text
    if _ADDRESS.search(text):
        plain = " ".join(part for part in text.split() if not _ADDRESS.search(part))
    return [word for word in _WORDS.findall(plain) if len(word) > 1 or word in _SINGLE]


def _lower(words: Iterable[str]) -> list[str]:
    return [word.lower() for word in words]


def _known(words: Sequence[str], code: str) -> float:
    """The share of words that the list of our language knows; the shortest ones, alike everywhere, count little."""
    longer = [word for word in words if len(word) > 2] or words
    known = _is_word(code)
    return sum(known(word) for word in longer) / max(len(longer), 1)


@cache
def _is_word(code: str) -> Callable[[str], bool]:
    return importlib.import_module(f"app.languages.{code}").is_word  # type: ignore[no-any-return]


@cache
def _tables() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in COMMON.items()}


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    """For each common word the languages in which it is one."""
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in _tables().items():
        for word in words:
            languages[word] = (*languages.get(word, ()), language)
    return languages


@cache
def _against(code: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """Common words of this language, and for each common word of others alone in which languages it is one."""
    return _tables()[code], {word: languages for word, languages in _speakers().items() if code not in languages}


def _clear(words: list[str]) -> str | None:
    """The language whose common words make up a fifth of the text and are twice as many as the other's.

    Most texts are decided here; the statistical model, slow to load, is asked about the rest.
    """
    counts = {code: sum(word in _tables()[code] for word in _lower(words)) for code in CODES}
    first, second = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
    enough = counts[first] >= 2 and counts[first] >= len(words) / 5
    return first if enough and counts[first] >= 2 * counts[second] else None
