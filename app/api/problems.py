"""Errors as RFC 9457 problem details, in German or English. Nothing of what was sent comes back in them."""

from __future__ import annotations

import string
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse

from app.api.negotiation import speech
from app.errors import BadInput, Busy, FormklarError, InvalidRequest
from app.model import Noun

MEDIA_TYPE = "application/problem+json"


class NoSuchAddress(BadInput):
    """No route has this path."""

    slug = "not-found"
    status = 404
    titles = {"de": "Adresse nicht bekannt", "en": "Address not known"}
    details = {
        "de": "Unter dieser Adresse gibt es nichts. Alle Adressen stehen unter /docs.",
        "en": "There is nothing at this address. All addresses are listed at /docs.",
    }


class MethodNotAllowed(BadInput):
    """The route exists, but not with this method; the header ``Allow`` names the possible ones."""

    slug = "method-not-allowed"
    status = 405
    titles = {"de": "So geht es hier nicht", "en": "Method not allowed"}
    details = {
        "de": "Diese Adresse kennt die Methode nicht. Welche möglich sind, steht im Kopf „Allow“ der Antwort.",
        "en": 'This address does not know the method. The header "Allow" of the answer names the possible ones.',
    }


class BodyTimedOut(BadInput):
    """The body came too slowly; ``seconds`` is the limit."""

    slug = "request-timeout"
    status = 408
    titles = {"de": "Anfrage kam zu langsam", "en": "Request came too slowly"}
    details = {
        "de": "Die Daten sind nicht in {seconds} Sekunden angekommen. Versuchen Sie es noch einmal.",
        "en": "The data did not arrive within {seconds} seconds. Please try again.",
    }


class BadHttp(BadInput):
    """Anything else that is wrong with the HTTP request."""

    slug = "bad-request"
    status = 400
    titles = {"de": "Anfrage nicht möglich", "en": "Request not possible"}
    details = {
        "de": "Diese Anfrage können wir nicht bearbeiten. Wie Anfragen aussehen, steht unter /docs.",
        "en": "We cannot process this request. What requests look like is described at /docs.",
    }


class NotReady(Busy):
    """The models are still being loaded, or no worker is there."""

    slug = "not-ready"
    status = 503
    retry_after = 2
    titles = {"de": "Noch nicht bereit", "en": "Not ready yet"}
    details = {
        "de": "Der Dienst lädt gerade seine Sprachmodelle. Versuchen Sie es in einigen Sekunden noch einmal.",
        "en": "The service is loading its language models. Please try again in a few seconds.",
    }


PLACES: dict[str, dict[str, str]] = {
    "json": {
        "de": 'Das ist kein gültiges JSON in UTF-8. Erwartet wird: {"text": "…"}.',
        "en": 'This is not valid JSON in UTF-8. Expected: {"text": "…"}.',
    },
    "object": {
        "de": 'Erwartet wird ein Objekt: {"text": "…"}.',
        "en": 'Expected is an object: {"text": "…"}.',
    },
    "missing": {"de": "Diese Angabe fehlt.", "en": "This member is missing."},
    "not-text": {"de": "Hier muss Text stehen.", "en": "This must be a string."},
    "too-long": {"de": "Diese Angabe ist zu lang.", "en": "This value is too long."},
    "wrong": {"de": "Dieser Wert ist hier nicht möglich.", "en": "This value is not possible here."},
    "profile": {"de": "Möglich sind: plain, easy.", "en": "Possible values: plain, easy."},
    "boolean": {"de": "Möglich sind: true, false.", "en": "Possible values: true, false."},
    "repeated": {"de": "Diese Angabe steht mehrfach da.", "en": "This is given more than once."},
    "unknown-member": {
        "de": "Eine Angabe im JSON ist unbekannt. Möglich sind: text, language, name.",
        "en": "A member of the JSON is unknown. Possible are: text, language, name.",
    },
    "unknown-option": {
        "de": "Eine Angabe ist unbekannt. Möglich sind: language, profile, rules, ignore, suggestions.",
        "en": "An option is unknown. Possible are: language, profile, rules, ignore, suggestions.",
    },
    "encoding": {
        "de": "Der Text passt nicht zu der Zeichenkodierung, die die Anfrage nennt (ohne Angabe: UTF-8).",
        "en": "The text does not fit the character encoding that the request names (UTF-8 if none).",
    },
    "charset": {
        "de": "Diese Zeichenkodierung kennen wir nicht. Möglich sind: utf-8, utf-16, us-ascii, iso-8859-1, "
        "iso-8859-15, windows-1252.",
        "en": "We do not know this character encoding. Possible are: utf-8, utf-16, us-ascii, iso-8859-1, "
        "iso-8859-15, windows-1252.",
    },
    "content-type": {
        "de": "„Content-Type“ muss eine dieser Arten nennen: application/json, text/plain, text/html, "
        "application/pdf, multipart/form-data, "
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.",
        "en": '"Content-Type" must name one of these: application/json, text/plain, text/html, application/pdf, '
        "multipart/form-data, application/vnd.openxmlformats-officedocument.wordprocessingml.document.",
    },
    "multipart": {
        "de": "Der Körper ist nicht als multipart/form-data lesbar oder hat zu viele Teile.",
        "en": "The body cannot be read as multipart/form-data or has too many parts.",
    },
    "no-file": {"de": "Der Teil „file“ fehlt.", "en": 'The part "file" is missing.'},
}
"""What can be wrong at one place, by code. The texts name what is possible, never what was sent."""


class Place(Noun):
    """One invalid place of a request."""

    pointer: str
    """JSON pointer; empty for the whole."""
    detail: str


class Problem(Noun):
    """A problem detail as in RFC 9457."""

    type: str
    """Relative address of an explanation; its last part is the slug."""
    title: str
    status: int
    detail: str
    instance: str
    """Name of this one occurrence, made at random."""
    errors: tuple[Place, ...] = ()


def at(pointer: str, code: str) -> dict[str, str]:
    """An entry for ``FormklarError.errors``: what (a key of ``PLACES``) is wrong where."""
    return {"pointer": pointer, "code": code}


def invalid(pointer: str, code: str) -> InvalidRequest:
    """An ``InvalidRequest`` with one place."""
    return InvalidRequest(errors=[at(pointer, code)])


_CODES = {
    "json_invalid": "json",
    "missing": "missing",
    "string_type": "not-text",
    "string_too_long": "too-long",
    "string_unicode": "json",
    "literal_error": "profile",
    "bool_parsing": "boolean",
    "bool_type": "boolean",
    "model_type": "object",
    "model_attributes_type": "object",
}


def from_validation(errors: Sequence[Mapping[str, Any]], *, unknown: str) -> InvalidRequest:
    """``InvalidRequest`` for pydantic's errors. ``unknown`` is the code for a key that does not exist.

    Only names that we gave ourselves get into a pointer: an unknown key is part of what was sent.
    """
    places = []
    for error in errors:
        path = [str(part) for part in error["loc"] if part not in {"query", "body", "path"}]
        if error["type"] == "extra_forbidden":
            places.append(at("", unknown))
        else:
            places.append(at("".join(f"/{part}" for part in path), _CODES.get(error["type"], "wrong")))
    unique = {(place["pointer"], place["code"]): place for place in places}
    return InvalidRequest(errors=list(unique.values()))


def problem(error: FormklarError, language: str) -> Problem:
    """The problem detail of an error in this language."""
    places = tuple(
        Place(pointer=entry.get("pointer", ""), detail=_place_detail(entry, language)) for entry in error.errors
    )
    return Problem(
        type=f"/problems/{error.slug}",
        title=error.title(language),
        status=error.status,
        detail=error.detail(language),
        instance=uuid.uuid4().urn,
        errors=places,
    )


def _place_detail(entry: Mapping[str, str], language: str) -> str:
    if "code" in entry:
        return PLACES[entry["code"]][language]
    return entry.get("detail", "")


def response(error: FormklarError, headers: Headers, *, extra: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer to a request with these headers."""
    language = speech(headers.get("accept-language"))
    body = problem(error, language).model_dump(mode="json")
    if not body["errors"]:
        del body["errors"]
    own = {"Content-Language": language, "Vary": "Accept-Language", "Cache-Control": "no-store"}
    if isinstance(error, Busy):
        own["Retry-After"] = str(error.retry_after)
    return JSONResponse(body, error.status, headers=own | dict(extra or {}), media_type=MEDIA_TYPE)


def kinds() -> dict[str, type[FormklarError]]:
    """All problems by slug."""
    return {kind.slug: kind for kind in _family(FormklarError) if kind.slug != "internal-error"} | {
        FormklarError.slug: FormklarError
    }


def _family(kind: type[FormklarError]) -> Iterable[type[FormklarError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _family(child)


def explanation(kind: type[FormklarError], language: str) -> dict[str, Any]:
    """The page of a problem: what the slug means, without the facts of one case."""
    pattern = kind.details[language]
    detail = "".join(text + ("…" if name is not None else "") for text, name, _, _ in string.Formatter().parse(pattern))
    return {
        "type": f"/problems/{kind.slug}",
        "title": kind.titles[language],
        "status": kind.status,
        "detail": detail,
    }
