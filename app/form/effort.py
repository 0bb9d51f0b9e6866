"""How long a form takes: reading it, finding each answer, writing it, simulated over many people.

The kinds of answers and the idea of simulating them are Jarrett and Gaffney's (*Forms that work*, 2008) as RateMyPDF
put them into numbers; the times to find an answer are RateMyPDF's, the reading speeds those of the IReST study
(Trauzettel-Klosinski and Dietz 2012: German 179 ± 17 words a minute, English 228 ± 30), handwriting 40 ± 17 letters a
minute. What we do otherwise: times are never negative (log-normal), a person reads and writes at one speed throughout,
and papers that answer several fields of one group are fetched once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from app.form.work import work_of
from app.languages.form_parts import Part, parts
from app.model import Document, Effort, Field, FieldWork, Minutes, Work

__all__ = ["effort", "letters_of", "together"]

_PEOPLE = 500
_SEED = 20201
_SEARCH: dict[Work, tuple[float, float]] = {
    "known": (0.25, 0.1),
    "look-up": (3.0, 2.0),
    "ask": (5.0, 2.0),
    "compose": (5.0, 4.0),
    "sign": (0.25, 0.1),
}
"""Minutes to find one answer: mean and spread."""
_TICK = (0.1, 0.05)
"""Minutes for a box to tick or a list to choose from, once its question is read."""
_AGAIN = (0.3, 0.15)
"""Minutes for a further answer from papers that lie on the table already."""
_READING = {"de": (179.0, 17.0), "en": (228.0, 30.0)}
"""Words a minute."""
_WRITING = (40.0, 17.0)
"""Letters a minute by hand."""
_LETTERS = {
    "iban": 22, "bic": 11, "date": 10, "birth-date": 10, "year": 4, "time": 5, "postcode": 5, "phone": 13, "email": 22,
    "amount": 7, "percent": 3, "count": 2, "tax-number": 11, "insurance-number": 12, "plate": 8, "reference": 10,
    "name": 14, "street": 18, "place": 12, "address": 36, "country": 11, "nationality": 8, "organisation": 22,
    "web": 20, "text": 14, "signature": 14, "free-text": 160,
}  # fmt: skip
"""Letters that people write, by kind of answer."""
_CHOSEN = frozenset({"check", "radio", "combo", "list"})
_LINE, _LETTER = 14.0, 5.5
"""Height of a line to write on and width of a letter, in points: what fits into a field limits what is written."""


@dataclass(frozen=True, slots=True)
class _Task:
    """One answer to give: minutes to find it (mean, spread) and letters to write."""

    search: tuple[float, float]
    letters: int


def effort(document: Document, fields: Sequence[Field], words: int) -> Effort:
    """What these fields ask of a person, and the reading of ``words`` words; minutes with one decimal."""
    place = parts(document, tuple(fields))
    works = {field.name: work_of(field, place[field.name]) for field in fields}
    random = np.random.default_rng(_SEED)
    everybody, some = _tasks(fields, works, place, conditional=False), _tasks(fields, works, place, conditional=True)
    speed = _drawn(random, *_READING.get(document.language or "de", _READING["de"]))
    writing = _drawn(random, *_WRITING)
    counted = Counter(works.values())
    return Effort(
        works={work: counted[work] for work in (*_SEARCH, "office") if counted[work]},
        reading=_minutes(words / speed),
        answering=_minutes(_answered(random, everybody, writing)),
        conditional=_minutes(_answered(random, some, writing)),
        conditional_fields=len(some),
        fields=tuple(
            FieldWork(name=field.name, work=works[field.name], conditional=place[field.name].conditional)
            for field in fields
        ),
    )


def together(one: Minutes, other: Minutes) -> Minutes:
    """Both one after the other; their spreads are taken as independent."""
    return Minutes(mean=round(one.mean + other.mean, 1), sd=round(math.hypot(one.sd, other.sd), 1))


def _tasks(
    fields: Iterable[Field], works: dict[str, Work], place: dict[str, Part], *, conditional: bool
) -> list[_Task]:
    """The answers of one part of the form; of boxes that answer one question, one is ticked."""
    tasks: list[_Task] = []
    fetched: set[tuple[Work, str, int | None]] = set()
    asked: set[tuple[str, int | None]] = set()
    for field in fields:
        work = works[field.name]
        if work == "office" or place[field.name].conditional != conditional:
            continue
        if field.kind in {"check", "radio"} and field.group and work != "sign":
            if (field.group, field.page) in asked:
                continue
            asked.add((field.group, field.page))
        paper = (work, field.group or "", field.page)
        again = work in {"look-up", "ask"} and paper in fetched
        fetched.add(paper)
        tasks.append(_task(field, work, again=again))
    return tasks


def _task(field: Field, work: Work, *, again: bool) -> _Task:
    if field.kind in _CHOSEN:
        return _Task(_SEARCH[work] if work in {"look-up", "ask"} and not again else _TICK, 0)
    return _Task(_AGAIN if again else _SEARCH[work], letters_of(field))


def letters_of(field: Field) -> int:
    """How many letters a person writes into this field: what is asked, as far as there is room; none into a box."""
    if field.kind in _CHOSEN:
        return 0
    return min(_LETTERS.get(field.answer or "text", _LETTERS["text"]), _room(field))


def _room(field: Field) -> int:
    """Letters that fit into a field."""
    if field.max_length:
        return field.max_length
    if field.box is None:
        return 1000
    x0, y0, x1, y1 = field.box
    return max(1, int((x1 - x0) / _LETTER)) * max(1, int((y1 - y0) / _LINE))


def _answered(random: np.random.Generator, tasks: Sequence[_Task], writing: np.ndarray) -> np.ndarray:
    """Minutes of each person for all tasks."""
    if not tasks:
        return np.zeros(_PEOPLE)
    mean, spread = np.array([task.search for task in tasks]).T
    variance = np.log(1 + (spread / mean) ** 2)
    searching = random.lognormal(np.log(mean) - variance / 2, np.sqrt(variance), (_PEOPLE, len(tasks))).sum(axis=1)
    return searching + sum(task.letters for task in tasks) / writing  # type: ignore[no-any-return]


def _drawn(random: np.random.Generator, mean: float, spread: float) -> np.ndarray:
    """A speed for each person: log-normal with this mean and spread."""
    variance = math.log(1 + (spread / mean) ** 2)
    return random.lognormal(math.log(mean) - variance / 2, math.sqrt(variance), _PEOPLE)


def _minutes(samples: np.ndarray) -> Minutes:
    return Minutes(mean=round(float(samples.mean()), 1), sd=round(float(samples.std()), 1))
