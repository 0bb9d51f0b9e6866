"""Tells whether a model folder is as it was made: its file ``SHA256SUMS`` against every other file."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from app.errors import SettingsError

NAME = "SHA256SUMS"
"""In the format of ``sha256sum``: the ordinary tool can check it as well."""

NOT_LOADED = frozenset({NAME, "README.md"})
"""Files of the folder that may change: no program reads them with the model."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)\Z")


def sums(folder: Path) -> dict[str, str]:
    """SHA-256 of each file that is loaded with the model, by its path inside the folder, in order of the paths."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    return {name: _sum(paths[name]) for name in sorted(paths.keys() - NOT_LOADED)}


def verify(folder: Path) -> None:
    """Compares all files with ``SHA256SUMS``, before anything is loaded; a folder without that file is left alone.

    Raises ``SettingsError``, which names the file and says what to do, when a file is missing, altered or not listed.
    """
    listing = folder / NAME
    if not listing.exists():
        return
    wanted = _listed(listing)
    try:
        found = sums(folder)
    except OSError as error:
        raise _error(folder, f"„{error.filename}“ lässt sich nicht lesen") from error
    for name, digest in wanted.items():
        if name not in found:
            raise _error(folder, f"„{name}“ fehlt")
        if found[name] != digest:
            raise _error(folder, f"„{name}“ wurde verändert")
    for name in found:
        if name not in wanted:
            raise _error(folder, f"„{name}“ gehört nicht dazu")


def _listed(listing: Path) -> dict[str, str]:
    """What the file says: paths with their sums."""
    try:
        lines = listing.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _error(listing.parent, f"„{NAME}“ lässt sich nicht lesen") from error
    wanted: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        match = _LINE.match(line)
        if match is None:
            raise _error(listing.parent, f"Zeile {number} in „{NAME}“ ist keine Prüfsumme")
        wanted[match[2].removeprefix("./")] = match[1]
    return wanted


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _error(folder: Path, what: str) -> SettingsError:
    return SettingsError(
        problem=f"Das Sprachmodell „{folder}“ ist nicht so, wie es gemacht wurde: {what}. "
        "Holen Sie den Ordner neu. Wenn Sie das Modell selbst geändert haben, schreiben Sie die Prüfsummen neu: "
        f"make checksums MODEL={folder}"
    )
