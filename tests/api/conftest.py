"""The real service on loopback, started once: the tests talk to it as everybody does."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from api_files import form_pdf
from api_service import Service, running


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
