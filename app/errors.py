"""All errors that people see: each with its slug, status, exit code and a text in German and English.

FormklarError
├── BadInput             the caller can mend it (exit 2)
│   ├── EmptyText, UnknownLanguage, InvalidRequest
│   ├── TooLarge, UnsupportedFile, NotAcceptable
│   ├── UnreadableFile, EncryptedPdf, NoTextLayer, DynamicXfa, ReadingTimedOut, TooComplex
│   └── UnknownRule
├── SettingsError, RuleFileError   the operator must mend it; the service does not start (exit 3)
└── Busy                 try again later (exit 4)
    ├── RateLimited      the queue is full
    └── Overloaded       this document cost a worker its life
"""

from __future__ import annotations

from typing import Any, ClassVar


class FormklarError(Exception):
    """An error with a text for people. ``facts`` fill the placeholders of the text; they never hold form text."""

    slug: ClassVar[str] = "internal-error"
    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1
    titles: ClassVar[dict[str, str]] = {"de": "Interner Fehler", "en": "Internal error"}
    details: ClassVar[dict[str, str]] = {
        "de": "Bei uns ist etwas schiefgegangen. Wir haben Ihre Daten nicht gespeichert. Versuchen Sie es noch einmal.",
        "en": "Something went wrong on our side. Your data was not stored. Please try again.",
    }

    def __init__(self, *, errors: list[dict[str, str]] | None = None, **facts: Any) -> None:
        self.facts = facts
        self.errors = errors or []
        super().__init__(self.detail("de"))

    def title(self, language: str = "de") -> str:
        """A short name of the problem, the same for all its cases."""
        return self.titles.get(language, self.titles["de"])

    def detail(self, language: str = "de") -> str:
        """What is wrong here and what to do."""
        facts = self.facts
        if "limit" in facts:
            facts = {**facts, "maximum": _amount(facts["limit"], facts["maximum"], language)}
        return self.details.get(language, self.details["de"]).format(**facts)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.errors, self.facts))


_LIMITS: dict[str, dict[str, str]] = {
    "max_bytes": {"de": "{}", "en": "{}"},
    "max_characters": {"de": "{} Zeichen", "en": "{} characters"},
    "max_fields": {"de": "{} Felder", "en": "{} fields"},
    "max_pages": {"de": "{} Seiten", "en": "{} pages"},
    "reading_memory": {"de": "{} Arbeitsspeicher", "en": "{} of memory"},
    "check_seconds": {"de": "{} Sekunden Rechenzeit", "en": "{} seconds of computing time"},
    "parts": {"de": "{} Teile", "en": "{} parts"},
    "xml_bytes": {"de": "{} XML", "en": "{} of XML"},
    "xml_elements": {"de": "{} XML-Elemente", "en": "{} XML elements"},
    "xml_depth": {"de": "{} XML-Ebenen", "en": "{} XML levels"},
}
"""What is counted by each limit, in words."""
_IN_BYTES = frozenset({"max_bytes", "reading_memory", "xml_bytes"})


def _amount(limit: str, maximum: int, language: str) -> str:
    """The most that a limit allows: ``1.000.000 Zeichen``, ``1,000,000 characters``, ``10 MB``.

    A megabyte is 1,000,000 bytes or, for sizes of memory, 1,048,576; what is no whole number of them is said in bytes.
    """
    unit = ""
    if limit in _IN_BYTES:
        size = next((size for size in (1_000_000, 2**20) if maximum % size == 0), 1)
        maximum, unit = maximum // size, " MB" if size > 1 else " Bytes" if language == "de" else " bytes"
    number = f"{maximum:,}"
    number = number if language == "en" else number.replace(",", ".")
    said = _LIMITS[limit]
    return said.get(language, said["de"]).format(number + unit)


def _rebuild(cls: type[FormklarError], errors: list[dict[str, str]], facts: dict[str, Any]) -> FormklarError:
    return cls(errors=errors, **facts)


class BadInput(FormklarError):  # noqa: N818
    """The caller can mend it."""

    status = 422
    exit_code = 2


class EmptyText(BadInput):
    """There is nothing to check."""

    slug = "empty-text"
    titles = {"de": "Kein Text", "en": "No text"}
    details = {
        "de": "Wir haben keinen Text gefunden, den wir prüfen können. "
        "Schicken Sie einen Text oder eine Datei mit Text.",
        "en": "We found no text to check. Send a text or a file that contains text.",
    }


class UnknownLanguage(BadInput):
    """The text is in a language we have no rules for."""

    slug = "unknown-language"
    titles = {"de": "Sprache nicht bekannt", "en": "Language not known"}
    details = {
        "de": "Wir prüfen Texte auf Deutsch (de) und Englisch (en). "
        "Geben Sie mit „language“ eine dieser Sprachen an, wenn der Text so geschrieben ist.",
        "en": 'We check texts in German (de) and English (en). If the text is in one of these, say so with "language".',
    }


class InvalidRequest(BadInput):
    """The request does not have the agreed form; ``errors`` says where."""

    slug = "invalid-request"
    titles = {"de": "Anfrage nicht verstanden", "en": "Request not understood"}
    details = {
        "de": "Die Anfrage hat nicht die vereinbarte Form. Unter „errors“ steht, welche Stelle nicht passt.",
        "en": 'The request does not have the agreed form. See "errors" for the place.',
    }


class TooLarge(BadInput):
    """Over one of the limits; ``limit`` names it, ``maximum`` is its number."""

    slug = "too-large"
    status = 413
    titles = {"de": "Zu groß", "en": "Too large"}
    details = {
        "de": "Das ist mehr, als wir auf einmal prüfen: höchstens {maximum}. Teilen Sie die Datei oder den Text.",
        "en": "This is more than we check at once: at most {maximum}. Split the file or the text.",
    }


class UnsupportedFile(BadInput):
    """Not a kind of file that we read."""

    slug = "unsupported-file"
    status = 415
    titles = {"de": "Dateiart nicht unterstützt", "en": "File type not supported"}
    details = {
        "de": "Wir lesen PDF, Word (DOCX), HTML und einfachen Text. Der Inhalt dieser Datei ist nichts davon. "
        "Ein altes Word-Dokument (.doc) öffnen Sie in Word. Speichern Sie es dort als „Word-Dokument (.docx)“.",
        "en": "We read PDF, Word (DOCX), HTML and plain text. The content of this file is none of these. "
        'Open an old Word document (.doc) in Word and save it as "Word Document (.docx)".',
    }


class NotAcceptable(BadInput):
    """We cannot answer in any form that the caller accepts."""

    slug = "not-acceptable"
    status = 406
    titles = {"de": "Antwortart nicht möglich", "en": "Answer type not possible"}
    details = {
        "de": "Diese Adresse antwortet mit: {possible}. Nennen Sie eine dieser Arten im Kopf „Accept“.",
        "en": 'This address answers with: {possible}. Name one of these in the "Accept" header.',
    }


class UnreadableFile(BadInput):
    """Broken beyond what we can read."""

    slug = "unreadable-file"
    titles = {"de": "Datei nicht lesbar", "en": "File not readable"}
    details = {
        "de": "Wir können den Text dieser Datei nicht lesen. Sie ist beschädigt, oder ihre Schrift ist ungewöhnlich "
        "gespeichert. Öffnen Sie die Datei in Ihrem Programm. "
        "Speichern Sie sie neu und schicken Sie sie noch einmal.",
        "en": "We cannot read the text of this file. It is damaged, or its fonts are stored in an unusual way. "
        "Open it in your program, save it again and send it once more.",
    }


class EncryptedPdf(BadInput):
    """Needs a password."""

    slug = "encrypted-pdf"
    titles = {"de": "Datei mit Passwort", "en": "File with a password"}
    details = {
        "de": "Die Datei ist mit einem Passwort geschützt. "
        "Entfernen Sie den Schutz und schicken Sie die Datei noch einmal.",
        "en": "The file is protected by a password. Remove the protection and send the file again.",
    }


class NoTextLayer(BadInput):
    """Pictures of text only."""

    slug = "no-text-layer"
    titles = {"de": "Kein Text im PDF", "en": "No text in the PDF"}
    details = {
        "de": "Das PDF enthält nur Bilder, keinen Text. Es ist wahrscheinlich ein Scan. "
        "Nehmen Sie die Originaldatei oder lassen Sie eine Texterkennung (OCR) laufen.",
        "en": "The PDF contains pictures only, no text. It is probably a scan. "
        "Use the original file or run text recognition (OCR) first.",
    }


class DynamicXfa(BadInput):
    """A form that only one vendor's viewer can show."""

    slug = "dynamic-xfa"
    titles = {"de": "Dynamisches XFA-Formular", "en": "Dynamic XFA form"}
    details = {
        "de": "Dieses Formular baut sich erst beim Öffnen auf (dynamisches XFA). Die meisten Programme können es nicht "
        "anzeigen und wir können es nicht lesen. Speichern Sie es als gewöhnliches PDF-Formular.",
        "en": "This form is built only when it is opened (dynamic XFA). Most programs cannot show it and we cannot "
        "read it. Save it as an ordinary PDF form.",
    }


class ReadingTimedOut(BadInput):
    """Reading took longer than allowed; ``seconds`` is the limit."""

    slug = "reading-timed-out"
    titles = {"de": "Lesen dauert zu lange", "en": "Reading takes too long"}
    details = {
        "de": "Wir konnten die Datei nicht in {seconds} Sekunden lesen. "
        "Speichern Sie die Datei neu oder teilen Sie sie.",
        "en": "We could not read the file within {seconds} seconds. Save it again or split it.",
    }


class TooComplex(BadInput):
    """Needs more memory or work than one document may cost; ``limit`` names what, ``maximum`` is its number."""

    slug = "too-complex"
    titles = {"de": "Datei zu aufwendig", "en": "File too complex"}
    details = {
        "de": "Die Datei braucht mehr, als ein Dokument kosten darf ({maximum}). "
        "Speichern Sie die Datei neu oder teilen Sie sie.",
        "en": "The file needs more than one document may cost ({maximum}). Save it again or split it.",
    }


class UnknownRule(BadInput):
    """No rule with this id; ``language`` says where we looked."""

    slug = "unknown-rule"
    status = 404
    titles = {"de": "Regel nicht bekannt", "en": "Rule not known"}
    details = {
        "de": "Diese Regel gibt es nicht. Alle Regeln stehen unter /v1/rules oder in „formklar rules“.",
        "en": 'There is no such rule. All rules are listed at /v1/rules and by "formklar rules".',
    }


class RuleFileError(FormklarError):
    """A file in the rules folder is wrong; ``place`` is file, line and column, ``problem`` says what."""

    slug = "rule-file-error"
    exit_code = 3
    titles = {"de": "Fehler in einer Regeldatei", "en": "Error in a rule file"}
    details = {"de": "{place}: {problem}", "en": "{place}: {problem}"}


class SettingsError(FormklarError):
    """A setting is unknown or has a wrong value; ``problem`` says which."""

    slug = "settings-error"
    exit_code = 3
    titles = {"de": "Fehler in den Einstellungen", "en": "Error in the settings"}
    details = {"de": "{problem}", "en": "{problem}"}


class Busy(FormklarError):  # noqa: N818
    """Try again later."""

    exit_code = 4
    retry_after: ClassVar[int] = 5


class RateLimited(Busy):
    """The queue is full."""

    slug = "rate-limited"
    status = 429
    titles = {"de": "Gerade zu viele Anfragen", "en": "Too many requests right now"}
    details = {
        "de": "Wir prüfen gerade so viele Texte, wie wir können. Versuchen Sie es in einigen Sekunden noch einmal.",
        "en": "We are checking as many texts as we can. Please try again in a few seconds.",
    }


class Overloaded(Busy):
    """A worker was lost over this document, twice, or none is there."""

    slug = "overloaded"
    status = 503
    retry_after: ClassVar[int] = 30
    titles = {"de": "Prüfung abgebrochen", "en": "Check was stopped"}
    details = {
        "de": "Die Prüfung dieses Textes ist abgebrochen. Andere Texte prüfen wir weiter. "
        "Versuchen Sie es später noch einmal oder teilen Sie den Text.",
        "en": "The check of this text was stopped. Other texts are still checked. Try again later or split the text.",
    }
