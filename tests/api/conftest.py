"""The real service on loopback, started once: the tests talk to it as everybody does."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from forms import form_pdf
from serving import Service, running

LETTER = """Sehr geehrte Damen und Herren,

der Antrag auf Zuteilung eines Stellplatzes wird von der Stadtverwaltung Lindenbach an der Queich geprüft. Die
erforderlichen Unterlagen sind bis zum 31. März 2026 einzureichen. Nach Ablauf der Frist wird der Antrag abgelehnt.

Bei Fragen rufen Sie uns bitte an.
"""
"""A short German letter with several things to find."""

ENGLISH_LETTER = """Dear resident,

your application will be checked by the council of Lindenbach. The form must be returned by the end of March. You can
call us if you have any questions about the form.
"""


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service as it is delivered, with two workers."""
    yield from running(tmp_path_factory.mktemp("service"), workers="2")


@pytest.fixture(scope="session")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One worker, one waiting place, and little time for each document."""
    yield from running(
        tmp_path_factory.mktemp("narrow"), workers="1", queue="1", check_seconds="3", reading_seconds="2"
    )


@pytest.fixture(scope="session")
def client(service: Service) -> Iterator[httpx.Client]:
    """A client of the service."""
    with service.client() as client:
        yield client


@pytest.fixture(scope="session")
def letter() -> str:
    """A short German letter."""
    return LETTER


@pytest.fixture(scope="session")
def english_letter() -> str:
    """A short English letter."""
    return ENGLISH_LETTER


@pytest.fixture(scope="session")
def tome() -> str:
    """A text that takes a worker many seconds: varied sentences, so that no cache helps."""
    sentences = (
        f"Der Antrag Nummer {number} wird von der Abteilung {number * 7} der Stadtverwaltung geprüft, sobald die "
        f"erforderlichen Unterlagen der Gruppe {number * 13} vollständig eingereicht worden sind."
        for number in range(5_000)
    )
    return "\n\n".join(sentences)


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """A form of two pages with a text field."""
    return form_pdf()
