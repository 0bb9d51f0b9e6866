"""Puts the plain word in the place of the hard one, inflected; nothing where more than one form is possible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.detectors import Hit
from app.detectors.lexicon import Match
from app.languages import Change, Parsed, Swap
from app.languages.certain_de import is_certain
from app.languages.governed_de import governed
from app.lexicon import Plain
from app.model import Edit, Noun, Safety, Span, Suggestion
from app.rewriters import Rewriter

_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
_BEFORE_NOUN = frozenset({"ADJA", "KON", "$,", "TRUNC"})
_INFLECTED = frozenset({"noun", "verb", "adjective", "light-verb"})


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
                yield Suggestion(edits=edits, safety=_safety(parsed, match, plain, changes), note=match.entry.note)

    return rewrite


def _safety(parsed: Parsed, match: Match, plain: Plain, changes: list[Change]) -> Safety:
    """``safe`` where the list says that the words mean the same here and the grammar leaves no choice."""
    same = plain.swap == "safe" or _following(match).startswith(plain.safe_before)
    return "safe" if same and not _is_quoted(match) and _is_proven(parsed, match, plain, changes) else "review"


def _is_quoted(match: Match) -> bool:
    """Whether these are words of somebody else: *Schreiben Sie „…“*."""
    before = match.first.doc.text[match.first.sent.start_char : match.first.idx]
    german = "„" in before
    opened = sum(map(before.count, "„»" if german else "“»"))
    return opened > sum(map(before.count, "“«" if german else "”«")) or before.count('"') % 2 == 1


def _following(match: Match) -> str:
    """The next word; behind an adjective the one after all adjectives: *unrichtige oder unvollständige Angaben*."""
    after = match.last.doc[match.last.i + 1 : match.last.sent.end]
    skipped = _BEFORE_NOUN if match.entry.pos == "adjective" else frozenset()
    return next((word.text for word in after if word.tag_ not in skipped), "")


def _is_proven(parsed: Parsed, match: Match, plain: Plain, changes: list[Change]) -> bool:
    """Whether the grammar leaves no other form, so that a ``safe`` word may go in unseen.

    Of an inflected word only the word itself may change, and the plain word must be new to the sentence.
    """
    if match.entry.pos in {"phrase", "preposition"}:
        return not _may_hang_on_noun(match) and not _is_described(match)
    if plain.word and re.search(rf"(?<!\w){re.escape(plain.word)}(?!\w)", match.head.sent.text, re.IGNORECASE):
        return False
    if match.entry.pos not in _INFLECTED:
        return True
    if len(changes) != 1 or changes[0][:2] != (match.head.idx, match.head.idx + len(match.head)):
        return False
    if parsed.language.code == "de":
        return is_certain(_swap(match, plain), changes[0][2])
    return _is_certain_in_english(parsed, match, plain)


def _is_certain_in_english(parsed: Parsed, match: Match, plain: Plain) -> bool:
    """Whether all cells of the form give one text, and no noun follows that would make it a name: *permitted use*."""
    if match.entry.pos == "adjective":
        return True
    if match.last.i + 1 < match.last.sent.end and match.last.nbor(1).tag_.startswith("NN"):
        return match.head.tag_ not in {"VBN", "VBG", "NN", "NNS"}
    forms = parsed.language.paradigm(plain.word.partition(" ")[0], match.entry.pos, plain.forms)
    told = {form.cell: form.text for form in forms}
    cells = {form.cell for form in match.forms if form.cell != "3sg" or form.text.endswith("s")}
    return len({told.get(cell) for cell in cells}) == 1


def _may_hang_on_noun(match: Match) -> bool:
    """Whether a phrase may say which thing is meant, where an adverb cannot: *die Abgabe auf dem Postweg*."""
    first = match.first
    if first.i == match.last.i or first.tag_ not in {"APPR", "APPRART"} or first.i == first.sent.start:
        return False
    before, after = first.nbor(-1), match.last.nbor(1) if match.last.i + 1 < match.last.sent.end else None
    if before.tag_[:1] != "N":
        return False
    return first.head.tag_[:1] == "N" or after is None or after.tag_[:1] not in {"V", "P", "A"} or after.tag_ == "VVFIN"


def _is_described(match: Match) -> bool:
    """Whether words behind a phrase go with its noun: *zu einem späteren Zeitpunkt des Jahres*."""
    if match.first.i == match.last.i or match.last.tag_[:1] != "N" or match.last.i + 1 >= match.last.sent.end:
        return False
    after = match.last.nbor(1)
    if after.text == "," and after.i + 1 < match.last.sent.end:
        return after.nbor(1).tag_ in {"PRELS", "PRELAT", "APPR", "KOUS", "PDS", "WDT", "WP", "IN"}
    return after.tag_ in {"ART", "PPOSAT", "PIAT", "PDAT"} or after.lower_ in {"von", "vom", "of"}


def _swap(match: Match, plain: Plain) -> Swap:
    return Swap(match.entry, plain, match.head, match.forms, match.particle, match.fixed)


def _changes(parsed: Parsed, match: Match, plain: Plain) -> list[Change]:
    if plain.word == "":
        return _deletion(match)
    if (match.entry.word.startswith("nicht ") and _is_verb(match)) or not _fits(match, plain):
        return []  # *die das nicht erlaubt* has a verb, *ist nicht erlaubt* has none
    inflected = _is_noun(match.entry.word, plain.word) or _is_strong(match)
    if match.entry.pos == "phrase" and parsed.language.code == "de" and inflected:
        return []  # *des GdB*, *sämtlicher neuer Anträge*: words of the noun phrase would have to be inflected
    if match.entry.pos in _INFLECTED:
        return parsed.language.swap(_swap(match, plain))
    if match.entry.case != plain.case and (plain.case is not None or match.entry.pos == "preposition"):
        return _governed(parsed, match, plain)
    late = parsed.language.code == "de" and "," not in plain.word and _opens_late(match)
    start = match.first.nbor(-1).idx + len(match.first.nbor(-1)) if late else match.first.idx
    return [(start, match.last.idx + len(match.last), f", {plain.word}" if late else _like(match, plain.word))]


def _is_verb(match: Match) -> bool:
    """Whether the last word is the verb of its clause; in a relative clause without an auxiliary it must be."""
    sent = match.last.sent
    openers = [word.i for word in sent if word.tag_ == "PRELS" and word.i < match.first.i]
    clause = sent.doc[openers[-1] : sent.end] if openers else ()
    return match.last.tag_ in _FINITE or (bool(openers) and not any(word.tag_ == "VAFIN" for word in clause))


def _is_strong(match: Match) -> bool:
    """Whether an adjective follows that has its ending from this word: *sämtlicher neuer*, but *aller neuen*."""
    after = match.last.doc[match.last.i + 1 : match.last.sent.end][:1]
    return any(word.tag_ == "ADJA" and {word.text[-2:], match.last.text[-2:]} == {"er"} for word in after)


def _opens_late(match: Match) -> bool:
    """Whether the phrase has the comma of its clause inside: *auch in den Fällen, in denen* as *auch, wenn*."""
    if ", " not in match.entry.word or match.first.i == match.first.sent.start:
        return False
    return bool(match.first.nbor(-1).is_alpha)


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


def _deletion(match: Match) -> list[Change]:
    """Takes the words out with one space; never the first words of a sentence: another would have to come first."""
    first = match.first
    if first.is_sent_start or first.i == 0 or not first.nbor(-1).whitespace_:
        return []
    before = first.nbor(-1)
    if before.is_punct or before.tag_ in {"KON", "KOUS"}:
        return []
    return [(before.idx + len(before), match.last.idx + len(match.last), "")]
