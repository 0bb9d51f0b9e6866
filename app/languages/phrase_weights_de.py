"""How well each German case suits a relation, and the best case among those that the words of a phrase allow."""

from __future__ import annotations

from typing import Final

from app.languages.phrase_cells_de import ACC, DAT, GEN, NOM
from app.languages.phrase_outline_de import Nominal

MASKS: Final = (NOM, GEN, DAT, ACC)
INDEX: Final = {mask: index for index, mask in enumerate(MASKS)}
NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE = range(4)
WEIGHTS: Final = {  # nom gen dat acc
    "sb": (10, 0, 3, 4),
    "ph": (10, 0, 2, 4),
    "ep": (10, 0, 2, 4),
    "pd": (10, 3, 2, 4),
    "oa": (5, 0, 3, 10),
    "oa2": (4, 0, 2, 10),
    "da": (3, 2, 10, 5),
    "ag": (2, 10, 4, 1),
    "og": (2, 10, 4, 1),
    "pg": (2, 4, 10, 1),
    "mo": (4, 5, 3, 8),
    "loose": (5, 1, 0, 7),
    "ams": (2, 3, 2, 10),
}
"""How well each case suits a relation: the one it asks for, then those that the parser most often takes for it."""
OTHER: Final = (6, 1, 2, 4)


_CHOICES = tuple(tuple(index for index in range(4) if bits >> index & 1) or (0,) for bits in range(16))


def cases_of(cells: int) -> tuple[int, ...]:
    """The cases among these cells, as indexes in order; the nominative where there are none."""
    bits = (cells & NOM > 0) | (cells & GEN > 0) << 1 | (cells & DAT > 0) << 2 | (cells & ACC > 0) << 3
    return _CHOICES[bits]


def decide(one: Nominal, weights: tuple[int, int, int, int]) -> None:
    """The best case among those that the words allow."""
    choices = cases_of(one.cells)
    best = choices[0] if len(choices) == 1 else max(choices, key=weights.__getitem__)
    one.certain = len(choices) == 1 and one.cues > 0
    one.case = best
    one.cells &= MASKS[best]
