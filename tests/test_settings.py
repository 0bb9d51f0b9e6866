"""Settings come from the environment or a TOML file; what we do not know is an error that names the setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import settings
from app.errors import SettingsError


def test_defaults_work() -> None:
    loaded = settings.load({})
    assert loaded.host == "127.0.0.1"
    assert Path(loaded.model_de).is_dir()


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    config = tmp_path / "formklar.toml"
    config.write_text("max_pages = 50\nqueue = 3\n", encoding="utf-8")
    loaded = settings.load({"FORMKLAR_CONFIG": str(config), "FORMKLAR_QUEUE": "7", "PATH": "/bin"})
    assert (loaded.max_pages, loaded.queue) == (50, 7)


def test_no_language_model_is_asked_unless_it_is_named() -> None:
    assert settings.load({}).llm_url == ""
    loaded = settings.load({"FORMKLAR_LLM_URL": "http://127.0.0.1:8080", "FORMKLAR_LLM_MODEL": "klar-7b"})
    assert (loaded.llm_url, loaded.llm_model, loaded.llm_seconds) == ("http://127.0.0.1:8080", "klar-7b", 20)


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"FORMKLAR_MAX_PAGE": "5"}, "FORMKLAR_MAX_PAGE"),
        ({"FORMKLAR_QUEUE": "many"}, "FORMKLAR_QUEUE"),
        ({"FORMKLAR_WORKERS": "0"}, "FORMKLAR_WORKERS"),
        ({"FORMKLAR_CONFIG": "/nowhere/at/all.toml"}, "FORMKLAR_CONFIG"),
        ({"FORMKLAR_LLM_SECONDS": "0"}, "FORMKLAR_LLM_SECONDS"),
        ({"FORMKLAR_LLM_URL": "http://8.8.8.8"}, "FORMKLAR_LLM_URL: der Rechner „8.8.8.8“ liegt nicht im eigenen Netz"),
        ({"FORMKLAR_LLM_URL": "http://134744072"}, "liegt nicht im eigenen Netz"),
        ({"FORMKLAR_LLM_URL": "https://[::ffff:8.8.8.8]/v1"}, "liegt nicht im eigenen Netz"),
        ({"FORMKLAR_LLM_URL": "http://192.168.0.5.nirgends.invalid"}, "finden den Rechner"),
        ({"FORMKLAR_LLM_URL": "ftp://127.0.0.1"}, "http:// oder https://"),
        ({"FORMKLAR_LLM_URL": "127.0.0.1:8080"}, "http:// oder https://"),
        ({"FORMKLAR_LLM_URL": "http://127.0.0.1:99999"}, "http:// oder https://"),
        ({"FORMKLAR_LLM_URL": "http://127.0.0.1/ x"}, "http:// oder https://"),
        ({"FORMKLAR_LLM_URL": "http://127.0.0.1@8.8.8.8"}, "keinen Benutzernamen"),
    ],
)
def test_wrong_settings_are_named(environ: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings.load(environ)
    assert named in caught.value.detail("de")
    assert caught.value.exit_code == 3
