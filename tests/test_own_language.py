"""Our own German keeps our own rules: messages, explanations and error texts are checked like any form."""

from __future__ import annotations

import re

from app import errors, scores, self_check_words
from app.checker import Checker, Options
from app.cli.words import WORDS
from app.form import accessibility_words, answerability
from app.model import Block, Document
from app.rewriters import actors, address

ALLOWED = frozenset({"jargon", "legal-term", "light-verb", "abbreviation", "filler", "long-word", "legal-reference"})
"""Rules about words: our texts name the very words that they warn of."""


def texts_of_ours(checker: Checker) -> dict[str, str]:
    texts = {}
    for rule in checker.book.rules("de"):
        texts[f"{rule.id}: message"] = re.sub(r"\{\w+\}", "etwas", rule.file.message)
        texts[f"{rule.id}: why"] = re.sub(r"\s+", " ", rule.file.why)
        texts[f"{rule.id}: exceptions"] = re.sub(r"\s+", " ", rule.file.exceptions or "")
    for name, error in vars(errors).items():
        if isinstance(error, type) and issubclass(error, errors.FormklarError):
            texts[name] = re.sub(r"\{\w+\}", "etwas", error.details["de"])
    texts |= {f"note {name}": note for name, note in (("we", actors.WE_ACT), ("you", actors.YOU_ACT))}
    texts["note address"] = address.NOTE["de"]
    texts |= {f"reason {number}": scores.reason(number, "de") or "" for number in (0, 1, 2)}
    texts |= {f"command line {key}": re.sub(r"\{\w*\}", "7", text) for key, text in WORDS["de"].items() if " " in text}
    for kind in ("WORDS", "HTML_WORDS", "DOCX_WORDS"):
        for check, words in getattr(accessibility_words, kind)["de"].items():
            texts |= {f"{kind} {check} {state}": re.sub(r"\{\w+\}", "7", text) for state, text in words.items()}
    texts["scope"] = accessibility_words.SCOPE["de"]
    for name, (who, why) in self_check_words.BARRIERS["de"].items():
        texts |= {f"{name} who": who + ".", f"{name} why": re.sub(r"\{\w+\}", "7", why)}
    for item, (yes, no) in answerability.WORDS["de"].items():
        texts |= {f"{item} told": yes, f"{item} not told": no}
    for number, question in enumerate(self_check_words.QUESTIONS["de"]):
        texts[f"question {number}"] = question.format(fields=7, pages=2)
    return {place: text for place, text in texts.items() if text.strip()}


def test_our_texts_keep_our_rules(checker: Checker) -> None:
    places = texts_of_ours(checker)
    blocks = tuple(
        Block(id=place, role="paragraph", text=re.sub(r"„[^“]*“", "„Wort“", text)) for place, text in places.items()
    )
    document = Document(media_type="text/plain", sha256="", blocks=blocks)
    report = checker.check(document, Options(language="de", ignore=ALLOWED & checker.book.ids()))
    grave = [
        f"{finding.span.block}: {finding.rule}: {finding.quote}"
        for finding in report.findings
        if finding.severity != "hint"
    ]
    assert not grave, "\n".join(grave)
