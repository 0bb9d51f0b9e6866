"""Asks a language model in the own network for rewrites of one sentence; what it answers is only a proposal."""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from string import Template

from pydantic import BaseModel, Field, ValidationError

from app.own_network import NoAnswer, post

log = logging.getLogger("formklar.language_model")

_PROMPTS = Path(__file__).parent / "languages" / "data"
_PART = "\n===\n"
"""Between the parts of a prompt file: our rules, the question, what is said after a rejected answer."""

LONGEST = 1_000
"""Characters of a sentence beyond which the model is not asked: the gate tries no longer ones either."""
CONTEXT = 600
"""Characters of the paragraph on each side of the sentence that go with it."""
MOST_BYTES = 100_000
"""A longer answer is no sentence."""
SEED = 1
TRIES = 2
FAILURES = 3
"""So many in a row, and the model is left in peace for a while."""


@dataclass(frozen=True, slots=True)
class Request:
    """A sentence to rewrite: where it stands, what our rules say about it, and what was answered and turned down."""

    sentence: str
    paragraph: str
    language: str
    problems: tuple[str, ...]
    rejected: tuple[tuple[str, str], ...] = ()
    """Earlier answers, each with the reason why it cannot stay, in the language of the sentence."""


@dataclass(slots=True)
class Budget:
    """The seconds that the model may still cost for one document."""

    seconds: float


@dataclass(slots=True)
class _Breaker:
    failures: int = 0
    silent_until: float = 0.0


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A server that speaks the OpenAI API at ``url`` (with or without ``/v1``), and how long we wait for one answer."""

    url: str
    model: str
    seconds: float
    pause: float = 60.0
    """Seconds without a question after ``FAILURES`` failures in a row."""
    _breaker: _Breaker = field(default_factory=_Breaker, compare=False, repr=False)

    def rewritten(self, request: Request, within: float | None = None) -> str | None:
        """The answer of the model, cleaned; None where there is no usable one. Never raises, never logs text.

        ``within`` bounds the wait further, in seconds. A server that is away, slow, or answers nonsense counts as a
        failure; an answer that is merely unusable does not.
        """
        seconds = self.seconds if within is None else min(self.seconds, within)
        prompt = _prompt(request.language)
        breaker = self._breaker
        if prompt is None or seconds <= 0 or len(request.sentence) > LONGEST:
            return None
        if breaker.failures >= FAILURES and time.monotonic() < breaker.silent_until:
            return None
        url = self.url.rstrip("/").removesuffix("/v1") + "/v1/chat/completions"
        try:
            body = post(url, _question(self.model, prompt, request), seconds=seconds, most=MOST_BYTES)
            choice = _Completion.model_validate_json(body).choices[0]
        except (NoAnswer, ValidationError) as error:
            breaker.failures += 1
            breaker.silent_until = time.monotonic() + self.pause
            if breaker.failures >= FAILURES:
                kind = str(error) if isinstance(error, NoAnswer) else "no completion"
                log.warning("the language model does not answer (%s); not asked for %d s", kind, self.pause)
            return None
        breaker.failures = 0
        # An answer that was cut off has lost something for certain.
        return None if choice.finish_reason == "length" else _cleaned(choice.message.content, request.sentence)


def asked(model: LanguageModel, request: Request, accept: Callable[[str], str | None], budget: Budget) -> str | None:
    """An answer that ``accept`` lets through; a rejected one is tried once more with the reason, then dropped.

    ``accept`` gives the reason for a rejection, in the language of the sentence, or None when the answer may stay. The
    time of the model is taken off ``budget``; where nothing is left the model is not asked.
    """
    for _ in range(TRIES):
        started = time.monotonic()
        answer = model.rewritten(request, within=budget.seconds)
        budget.seconds -= time.monotonic() - started
        if answer is None or any(answer == before for before, _ in request.rejected):
            return None
        reason = accept(answer)
        if reason is None:
            return answer
        request = replace(request, rejected=(*request.rejected, (answer, reason)))
    return None


class _Message(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class _Prompt:
    rules: str
    question: Template
    again: Template


@cache
def _prompt(language: str) -> _Prompt | None:
    path = _PROMPTS / f"prompt_{language}.txt"
    if not path.is_file():
        return None
    rules, question, again = path.read_text(encoding="utf-8").strip().split(_PART)
    return _Prompt(rules, Template(question), Template(again))


def _question(model: str, prompt: _Prompt, request: Request) -> bytes:
    """The body of the request: rules, question, and each rejected answer with its reason."""
    asking = prompt.question.substitute(
        paragraph=_context(request),
        problems="\n".join(f"- {problem}" for problem in dict.fromkeys(request.problems)),
        sentence=_in_one_line(request.sentence),
    )
    messages = [{"role": "system", "content": prompt.rules}, {"role": "user", "content": asking}]
    for answer, reason in request.rejected:
        messages.append({"role": "assistant", "content": answer})
        messages.append({"role": "user", "content": prompt.again.substitute(reason=reason)})
    question = {
        "messages": messages,
        "temperature": 0,
        "seed": SEED,
        # No tokenizer needs more for an answer of twice the length: two characters a token.
        "max_tokens": 16 + len(request.sentence),
        "stream": False,
    }
    return json.dumps({"model": model, **question} if model else question).encode()


def _context(request: Request) -> str:
    start = max(request.paragraph.find(request.sentence), 0)
    return _in_one_line(request.paragraph[max(start - CONTEXT, 0) : start + len(request.sentence) + CONTEXT])


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCED = re.compile(r"\A```\w*\n(.*?)\n?```\Z", re.DOTALL)
_LEAD_IN = re.compile(
    r"\A(?:[^:.!?\n]{0,60}\b)?(?:Satz|Fassung|Version|\w*formulierung|Vorschlag|Antwort|Ergebnis|Text|"
    r"sentence|rewrite|rewritten|answer|result)\b[^:.!?\n]{0,40}:\s*",
    re.IGNORECASE,
)
"""*Hier ist der neue Satz:*; other words before a colon may be the sentence itself."""
_WRAPPED = tuple(zip("„„“\"»«'‚‘`", "“””\"«»'‘’`", strict=True))
"""Quotation marks, opening and closing."""


def _cleaned(answer: str, sentence: str) -> str | None:
    """The bare answer, without quotation marks, fence or lead-in; None when it can be no rewrite of the sentence."""
    text = _THOUGHT.sub("", answer).strip()
    fenced = _FENCED.match(text)
    text = fenced[1].strip() if fenced else text
    if not _LEAD_IN.match(sentence):
        text = _LEAD_IN.sub("", text)
    for first, last in _WRAPPED:
        if len(text) > 2 and text[0] == first and text[-1] == last and not {first, last} & set(text[1:-1]):
            text = text[1:-1].strip() if sentence[:1] != first else text
    # A line break, a control sign or a mark that turns the direction of writing has no place in a sentence.
    foreign = "\n" in text or not all(sign.isprintable() or sign in sentence for sign in text)
    same = text == _in_one_line(sentence)
    return None if not text or foreign or same or len(text) > 2 * len(sentence) else text
