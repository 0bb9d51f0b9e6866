"""Puts the plain word in the place of the hard one, inflected; nothing where more than one form is possible."""

from __future__ import annotations

from collections.abc import Iterator

from app.detectors import Hit
from app.detectors.lexicon import Match
from app.languages import Parsed, Swap
from app.languages.governed_de import governed
from app.lexicon import Plain
from app.model import Edit, Noun, Span, Suggestion
from app.rewriters import Rewriter

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})


class Settings(Noun):
    """``most`` suggestions for one finding."""

    most: int = 1


def compile(settings: Settings) -> Rewriter:  # noqa: A001
    """The rewriter; plain words marked ``idea`` are left to the message."""

    def rewrite(parsed: Parsed, hit: Hit) -> Iterator[Suggestion]:
        match: Match | None = hit.about
        proposed = 0
        if match is None:
            return
        paired = any(word in match.head.sent.text for word in match.entry.pairs)
        for plain in match.entry.plain:
            if plain.swap == "idea" or proposed == settings.most or paired != (plain.use == "pair"):
                continue
            changes = _changes(parsed, match, plain)
            if changes:
                proposed += 1
                edits = tuple(
                    Edit(span=Span(block=hit.block.id, start=start, end=end), text=text) for start, end, text in changes
                )
                yield Suggestion(edits=edits, safety=plain.swap, note=match.entry.note)

    return rewrite


def _changes(parsed: Parsed, match: Match, plain: Plain) -> list[tuple[int, int, str]]:
    if plain.word == "":
        return _deletion(match)
    if (match.entry.word.startswith("nicht ") and match.last.tag_ in _FINITE) or not _fits(match, plain):
        return []  # *die das nicht erlaubt* has a verb, *ist nicht erlaubt* has none
    if match.entry.pos == "phrase" and parsed.language.code == "de" and _is_noun(match.entry.word, plain.word):
        return []  # *des GdB*: the words of a German noun phrase would have to be inflected
    inflected = match.entry.pos in {"noun", "verb", "adjective", "light-verb"}
    if inflected:
        swap = Swap(match.entry, plain, match.head, match.forms, match.particle, match.fixed)
        return parsed.language.swap(swap)
    if match.entry.case != plain.case and (plain.case is not None or match.entry.pos == "preposition"):
        return _governed(parsed, match, plain)
    return [(match.first.idx, match.last.idx + len(match.last), _like(match, plain.word))]


def _fits(match: Match, plain: Plain) -> bool:
    """Whether a phrase stands where its plain words alone can: an ``amount`` behind its noun.

    *ein Zuschuss in Höhe von*; not *Schulden aus der Miete in Höhe von*, where another noun stands between.
    """
    if plain.use != "amount":
        return True
    noun = match.first.nbor(-1) if match.first.i > match.first.sent.start else match.first
    over = noun.head
    if noun.tag_ != "NN" or over.tag_ in {"NN", "NE"}:
        return False
    return over.tag_ not in {"APPR", "APPRART"} or over.head.tag_ not in {"NN", "NE"}


def _governed(parsed: Parsed, match: Match, plain: Plain) -> list[tuple[int, int, str]]:
    """A preposition with another case, in German, where we know which."""
    if parsed.language.code != "de" or plain.case is None:
        return []
    return governed(match.first, match.last, plain.word, plain.case) or []


def _is_noun(old: str, new: str) -> bool:
    return old[:1].isupper() and new[:1].isupper()


def _like(match: Match, word: str) -> str:
    """``word`` with a capital where the old one had one that is not its own: at the start or after a colon."""
    lent = match.first.text[:1].isupper() and match.entry.word[:1].islower()
    return word[:1].upper() + word[1:] if lent else word


def _deletion(match: Match) -> list[tuple[int, int, str]]:
    """Takes the words out with one space; never the first words of a sentence: another would have to come first."""
    first = match.first
    if first.is_sent_start or first.i == 0 or not first.nbor(-1).whitespace_:
        return []
    before = first.nbor(-1)
    if before.is_punct or before.tag_ in {"KON", "KOUS"}:
        return []
    return [(before.idx + len(before), match.last.idx + len(match.last), "")]
