"""Makes a trained pipeline ready to ship: without the words of the training texts, with checksums.

    python -m training.ship TRAINED FOLDER [--version 0.2.0] [--description TEXT]
    python -m training.ship --sums FOLDER [--figures FIGURES.md]

The first writes the pipeline ``TRAINED`` (``OUT/model-best`` of ``training.train``) into ``FOLDER``. spaCy stores every
word it met in training beside the weights: nothing needs them, they are a quarter of the size, and they come from
other people's texts, so only labels and what the tokenizer itself knows is kept. Name, author, licence, description
and sources in ``meta.json`` stay those of the ``FOLDER`` before, or of the model that ships; its ``README.md`` stays
too. The second only writes ``FOLDER/SHA256SUMS`` anew, for whoever changed the folder by hand. Both put the table of
``--figures`` (what ``make model`` measured) into the model card, between its two marks.
"""

# ruff: noqa: T201
from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from app.languages import checksums
from app.settings import ROOT

SHIPPED = ROOT / "models" / "de_formklar_sm"

IDENTITY = ("name", "author", "email", "url", "license", "description", "sources")
"""What ``meta.json`` says about us and not about a run."""

FIGURES = re.compile(r"(<!-- figures: begin[^\n]*-->)\n.*\n(<!-- figures: end -->)", re.DOTALL)


def own_strings(nlp: Language) -> list[str]:
    """The labels of all components and what an untrained pipeline of the language knows."""
    labels = {label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())}
    return sorted(labels | set(spacy.blank(nlp.meta["lang"]).vocab.strings))


def meta_of(trained: Path, before: Path, changes: dict[str, str]) -> dict[str, Any]:
    """The new ``meta.json``: labels, version and figures of the run, identity of the one before, then the changes."""
    meta: dict[str, Any] = json.loads((trained / "meta.json").read_text(encoding="utf-8"))
    old = json.loads(before.read_text(encoding="utf-8"))
    return meta | {name: old[name] for name in IDENTITY if name in old} | changes


def write_sums(folder: Path) -> None:
    """Writes ``SHA256SUMS``."""
    lines = [f"{digest}  {name}\n" for name, digest in checksums.sums(folder).items()]
    (folder / checksums.NAME).write_text("".join(lines), encoding="utf-8")


def ship(trained: Path, folder: Path, changes: dict[str, str]) -> None:
    """Writes ``trained`` into ``folder``, which may be the same; whatever else was in there goes, but the README."""
    nlp = spacy.load(trained)
    for corpus in nlp.config["paths"]:
        nlp.config["paths"][corpus] = None
    before = folder if (folder / "meta.json").exists() else SHIPPED
    meta = meta_of(trained, before / "meta.json", changes)
    strings = own_strings(nlp)
    with tempfile.TemporaryDirectory() as made:
        fresh = Path(made) / "pipeline"
        nlp.to_disk(fresh)
        (fresh / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        (fresh / "vocab" / "strings.json").write_text(json.dumps(strings, ensure_ascii=False), encoding="utf-8")
        card = folder / "README.md"
        if card.exists():
            shutil.copy(card, fresh)
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(fresh, folder)
    write_sums(folder)


def insert(card: Path, figures: Path) -> None:
    """Puts a table into the model card in place of the one before. Raises ``ValueError`` when the marks are missing."""
    text, count = FIGURES.subn(
        lambda found: f"{found[1]}\n{figures.read_text(encoding='utf-8').strip()}\n{found[2]}",
        card.read_text(encoding="utf-8"),
    )
    if count != 1:
        raise ValueError(f"{card}: the marks of the figures are missing")
    card.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Ships, or writes the checksums only, and says how large the folder is."""
    parser = argparse.ArgumentParser(prog="training.ship", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("trained", type=Path, nargs="?")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sums", action="store_true", help="only write the checksums of FOLDER anew")
    parser.add_argument("--version")
    parser.add_argument("--description")
    parser.add_argument("--figures", type=Path, help="a table for the model card")
    options = parser.parse_args(arguments)
    if not options.sums:
        if options.trained is None:
            parser.error("TRAINED is missing; --sums FOLDER only writes checksums")
        given = {"version": options.version, "description": options.description}
        ship(options.trained, options.folder, {name: value for name, value in given.items() if value})
    elif not (options.folder / "config.cfg").exists():
        parser.error(f"{options.folder} is no pipeline")
    else:
        write_sums(options.folder)
    if options.figures:
        insert(options.folder / "README.md", options.figures)
    files = [path for path in options.folder.rglob("*") if path.is_file()]
    print(f"{options.folder}: {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
