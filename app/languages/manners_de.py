"""German adjectives before a noun that say the same as adverbs beside its verb: *bei verspäteter Abgabe*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANNERS = frozenset(
    "abschließend ausführlich eingehend elektronisch endgültig erneut fristgerecht genau gründlich jährlich monatlich "
    "mündlich nachträglich ordnungsgemäß persönlich rechtzeitig regelmäßig schriftlich sorgfältig telefonisch "
    "umfassend verspätet vollständig vorzeitig wiederholt zusätzlich".split()
)
_ENDINGS = ("er", "em", "en", "es", "e")


def as_adverb(adjective: Token) -> str | None:
    """The adverb; none where the adjective may say something else about a noun than about a verb."""
    word = adjective.lower_
    plain = next((word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)), word)
    return plain if plain in _MANNERS else None
