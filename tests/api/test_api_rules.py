"""The rules, health and pages of the service."""

from __future__ import annotations

import re

import httpx
import pytest
from api_service import Service

from app import __version__


def test_rules_of_a_language(client: httpx.Client) -> None:
    answer = client.get("/v1/rules", params={"language": "de"}).json()
    cards = {card["id"]: card for card in answer["rules"]}
    assert list(cards) == sorted(cards)
    card = cards["passive-voice"]
    assert set(card) == {"id", "language", "title", "category", "severity", "provenance", "sources"}
    assert card["language"] == "de"
    assert set(card["severity"]) == {"plain", "easy"}
    assert card["sources"]
    assert answer["version"] == client.get("/v1/health/ready").json()["versions"]["rules"]


def test_rules_of_all_languages(client: httpx.Client) -> None:
    cards = client.get("/v1/rules").json()["rules"]
    assert {card["language"] for card in cards} == {"de", "en"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_listed_rule_has_its_page(client: httpx.Client, language: str) -> None:
    for card in client.get("/v1/rules", params={"language": language}).json()["rules"]:
        answer = client.get(f"/v1/rules/{language}/{card['id']}")
        assert answer.status_code == 200
        page = answer.json()
        assert page["why"].strip()
        assert page["message"].strip()
        assert {"bad", "good"} <= {key for example in page["examples"] for key in example}
        assert all(source["title"] and source["publisher"] for source in page["sources"])


def test_ready_says_what_is_loaded(client: httpx.Client) -> None:
    answer = client.get("/v1/health/ready")
    assert answer.status_code == 200
    body = answer.json()
    assert body["status"] == "ready"
    assert body["workers"] == 2
    assert body["versions"]["app"] == __version__
    assert set(body["versions"]["models"]) == {"de", "en"}


def test_live(client: httpx.Client) -> None:
    assert client.get("/v1/health/live").json() == {"status": "live"}


def test_the_start_page_leads_to_the_documentation(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert '<html lang="de">' in page.text
    assert 'href="/docs"' in page.text
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "en-GB"}).text


def test_the_documentation_shows_every_address(client: httpx.Client) -> None:
    page = client.get("/docs").text
    for path in client.get("/openapi.json").json()["paths"]:
        assert f"<code>{path}</code>" in page


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_pages_load_nothing_from_anywhere(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert not re.search(r"<(script|link|img|iframe)\b|@import|url\(", answer.text)
    assert not re.search(r"(src|href)=[\"']?https?:", answer.text)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "http" not in policy


def test_openapi_describes_bodies_answers_and_problems(client: httpx.Client) -> None:
    operation = client.get("/openapi.json").json()["paths"]["/v1/check"]["post"]
    assert set(operation["requestBody"]["content"]) == {
        "application/json",
        "text/plain",
        "text/html",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "multipart/form-data",
    }
    assert {parameter["name"] for parameter in operation["parameters"]} == {
        "language",
        "profile",
        "rules",
        "ignore",
        "suggestions",
    }
    assert {"200", "404", "406", "408", "413", "415", "422", "429", "503"} == set(operation["responses"])
    problem = operation["responses"]["422"]["content"]
    assert set(problem) == {"application/problem+json"}


def test_health_answers_while_the_workers_work(service: Service, tome: str) -> None:
    import threading
    import time

    def work() -> None:
        with service.client() as other:
            other.post("/v1/check?suggestions=false", json={"text": tome[:30_000]})

    threads = [threading.Thread(target=work) for _ in range(3)]
    with service.client() as client:
        client.get("/v1/health/live")
        for thread in threads:
            thread.start()
        durations = []
        while any(thread.is_alive() for thread in threads):
            began = time.monotonic()
            assert client.get("/v1/health/live").status_code == 200
            durations.append(time.monotonic() - began)
            assert client.get("/v1/health/ready").status_code == 200
            time.sleep(0.02)
    assert sorted(durations)[len(durations) // 2] < 0.1
