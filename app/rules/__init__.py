"""The folder ``rules/`` becomes a book of rules: everything in it is read, checked and compiled, nothing is ignored."""

from __future__ import annotations

import hashlib
import importlib
import string
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel, ValidationError

from app.errors import RuleFileError
from app.lexicon import Entry
from app.model import Noun, Profile
from app.rules import strictyaml
from app.rules.book import Example, Family, Rule, RuleBook, RuleFile, Source, check_ids

__all__ = ["Example", "Rule", "RuleBook", "RuleFile", "Source", "check_ids", "load"]

PROFILES: tuple[Profile, ...] = ("plain", "easy")


class Pack(Noun):
    """What a folder of rules says about itself: ``rules/<language>/pack.yaml``."""

    language: str
    title: str
    glossary: tuple[Entry, ...] = ()
    """Mandatory replacements of the house; they go into every list named ``glossary``."""
    protected: tuple[str, ...] = ()
    """Terms that no rule about words may touch."""
    families: dict[Family, tuple[str, ...]] = {}
    """Rules that fold into one another; of two that are equally grave the one that comes first speaks."""


def load(folders: Sequence[Path]) -> RuleBook:
    """All rules of ``folders``; a rule or list in a later folder takes the place of one with the same path before.

    Raises ``RuleFileError`` with file, line and column for anything wrong, unknown or superfluous.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        if not folder.is_dir():
            raise RuleFileError(place=str(folder), problem="diesen Ordner gibt es nicht")
        files.update({str(path.relative_to(folder)): path for path in _files(folder)})
    sources: dict[str, Source] = {}
    packs: dict[str, list[Pack]] = {}
    for folder in folders:
        if (folder / "sources.yaml").exists():
            sources |= strictyaml.load(folder / "sources.yaml", dict[str, Source])
        for path in sorted(folder.glob("*/pack.yaml")):
            pack: Pack = strictyaml.load(path, Pack)
            packs.setdefault(path.parent.name, []).append(pack)
    by_language: dict[str, dict[str, Rule]] = {}
    shelf: dict[Path, tuple[Entry, ...]] = {}
    for name, path in sorted(files.items()):
        parts = Path(name).parts
        if len(parts) == 2 and parts[1] != "pack.yaml" and path.suffix == ".yaml":
            lists = _Lists(path, parts[0], files, packs.get(parts[0], []), shelf)
            rule = _rule(path, parts[0], sources, lists)
            if rule is not None:
                by_language.setdefault(parts[0], {})[rule.id] = rule
    families = {language: _families(language, files, found) for language, found in packs.items()}
    return RuleBook(version=_version(files), by_language=by_language, families=families)


def _families(language: str, files: dict[str, Path], packs: Sequence[Pack]) -> dict[Family, tuple[str, ...]]:
    """The families of a language; a later pack replaces a family of an earlier one. Every rule in them has a file."""
    families: dict[Family, tuple[str, ...]] = {}
    for pack in packs:
        families |= pack.families
    named = [rule_id for members in families.values() for rule_id in members]
    wrong = {rule_id for rule_id in named if f"{language}/{rule_id}.yaml" not in files or named.count(rule_id) > 1}
    if wrong:
        problem = f"families: diese Regeln gibt es nicht, oder sie stehen zweimal da: {', '.join(sorted(wrong))}"
        raise RuleFileError(place=f"{language}/pack.yaml", problem=problem)
    return families


def _files(folder: Path) -> Iterator[Path]:
    """The files of a rules folder; raises for a file that is neither rule, pack, source list, word list nor README."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or path.name.startswith("."):
            continue
        parts = path.relative_to(folder).parts
        known = (
            (len(parts) == 1 and parts[0] in {"README.md", "sources.yaml"})
            or (len(parts) == 2 and path.suffix == ".yaml")
            or (len(parts) == 3 and parts[1] == "lists" and path.suffix == ".yaml")
        )
        if not known:
            raise RuleFileError(place=str(path), problem="diese Datei ist weder Regel noch Liste noch Paket")
        yield path


def _version(files: dict[str, Path]) -> str:
    digest = hashlib.sha256()
    for name, path in sorted(files.items()):
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _rule(path: Path, language: str, sources: dict[str, Source], lists: _Lists) -> Rule | None:
    file: RuleFile = strictyaml.load(path, RuleFile)
    if not file.enabled:
        return None
    _check_examples(path, file)
    unknown = [key for key in file.sources if key not in sources]
    if unknown or not file.sources:
        raise RuleFileError(place=str(path), problem=f"Quelle fehlt in sources.yaml: {', '.join(unknown) or '–'}")
    module = _module(path, "app.detectors", file.detector)
    detect = {
        profile: _compile(
            path, module, lists.resolve(file.settings | (file.easy_settings if profile == "easy" else {}))
        )
        for profile in PROFILES
        if file.severity_in(profile) != "off"
    }
    _check_message(path, file, module)
    rewrite = None
    if file.rewriter is not None:
        rewriter = _module(path, "app.rewriters", file.rewriter)
        rewrite = _compile(path, rewriter, lists.resolve(file.rewriter_settings))
    cited = tuple((key, sources[key]) for key in file.sources)
    return Rule(path.stem, language, file, cited, detect, rewrite)


def _check_examples(path: Path, file: RuleFile) -> None:
    for number, example in enumerate(file.examples, 1):
        if (example.bad is None) == (example.good is None):
            raise RuleFileError(place=str(path), problem=f"Beispiel {number}: entweder „bad“ oder „good“")
        if (example.bad is None) == bool(example.marks):
            raise RuleFileError(place=str(path), problem=f"Beispiel {number}: „bad“ braucht [[…]], „good“ hat keine")
    kinds = [example.bad is not None for example in file.examples]
    if kinds.count(True) < 2 or kinds.count(False) < 2:
        raise RuleFileError(place=str(path), problem="mindestens zwei schlechte und zwei gute Beispiele")


def _check_message(path: Path, file: RuleFile, module: ModuleType) -> None:
    names = {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(file.message) if name is not None}
    unknown = names - set(module.FACTS) - {"quote"}
    if unknown:
        raise RuleFileError(
            place=str(path), problem=f"message: {{{', '.join(sorted(unknown))}}} liefert der Detektor nicht"
        )


def _module(path: Path, package: str, name: str) -> ModuleType:
    try:
        return importlib.import_module(f"{package}.{name.replace('-', '_')}")
    except ModuleNotFoundError as error:
        raise RuleFileError(place=str(path), problem=f"„{name}“ gibt es nicht in {package}") from error


def _compile(path: Path, module: ModuleType, values: dict[str, Any]) -> Any:
    model: type[BaseModel] = module.Settings
    compile_: Callable[[BaseModel], Any] = module.compile
    try:
        return compile_(model.model_validate(values))
    except ValidationError as error:
        raise RuleFileError(place=f"{path} (settings)", problem=strictyaml.explain(error)) from error


class _Lists:
    """The word lists that the settings of one rule may name."""

    def __init__(
        self,
        path: Path,
        language: str,
        files: dict[str, Path],
        packs: list[Pack],
        shelf: dict[Path, tuple[Entry, ...]],
    ) -> None:
        self.path, self.language, self.files, self.packs, self.shelf = path, language, files, packs, shelf

    def resolve(self, settings: dict[str, Any]) -> dict[str, Any]:
        """``settings`` with ``lists: [name]`` replaced by ``entries`` and ``except_lists`` by ``exempt``."""
        settings = dict(settings)
        if "lists" in settings:
            settings["entries"] = tuple(entry for name in settings.pop("lists") for entry in self._entries(name))
            settings["protected"] = tuple(term for pack in self.packs for term in pack.protected)
        if "except_lists" in settings:
            settings["exempt"] = tuple(entry for name in settings.pop("except_lists") for entry in self._entries(name))
        return settings

    def _entries(self, name: str) -> tuple[Entry, ...]:
        if name == "glossary":
            return tuple(entry for pack in self.packs for entry in pack.glossary)
        path = self.files.get(f"{self.language}/lists/{name}.yaml")
        if path is None:
            raise RuleFileError(place=str(self.path), problem=f"die Liste „{name}“ gibt es nicht")
        if path not in self.shelf:
            self.shelf[path] = strictyaml.load(path, tuple[Entry, ...])
        return self.shelf[path]
