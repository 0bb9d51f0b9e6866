"""The house rules of the code, enforced: who imports whom, where a library lives, what happens at import, how long."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = sorted((ROOT / "app").rglob("*.py"))
ALL = [
    path
    for folder in ("app", "benchmarks", "sample_forms", "tests", "training")
    for path in sorted((ROOT / folder).rglob("*.py"))
]

BASE = {"model", "errors", "settings", "lexicon"}
KNOWLEDGE = BASE | {"languages"}
SIBLINGS = {"reading", "detectors", "rewriters", "scores", "fidelity"}
ONE_DOCUMENT = KNOWLEDGE | SIBLINGS | {"rules", "form", "level"}

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "own_network": set(),
    "settings": {"errors", "own_network"},
    "language_model": {"own_network"},
    "lexicon": {"model"},
    "languages": BASE,
    "reading": KNOWLEDGE,
    "detectors": KNOWLEDGE,
    "rewriters": KNOWLEDGE,
    "scores": KNOWLEDGE,
    "level": KNOWLEDGE | {"scores"},
    "fidelity": KNOWLEDGE,
    "rules": KNOWLEDGE | {"detectors", "rewriters"},
    "form": KNOWLEDGE | {"detectors"},
    "gate": KNOWLEDGE | {"detectors", "rewriters", "fidelity", "rules"},
    "folding": BASE | {"gate", "rules"},
    "rewriting": KNOWLEDGE | {"gate", "rules"},
    "asking": KNOWLEDGE | {"fidelity", "gate", "language_model", "rewriting", "rules"},
    "self_check_words": set(),
    "self_check": {"model", "self_check_words"},
    "checker": ONE_DOCUMENT | {"asking", "gate", "folding", "language_model", "rewriting", "self_check"},
    "api": ONE_DOCUMENT | {"checker"},
    "cli": ONE_DOCUMENT | {"checker", "api"},
}
"""Downwards only. A new part of app/ gets its line here, with the parts below it."""

ALSO = {("rewriters", "app.detectors.Hit"), ("rewriters", "app.detectors.lexicon.Match")}
"""What a rewriter is given: the only names that cross between siblings."""

HOMES = {
    "spacy": {"languages"},
    "thinc": {"languages"},
    "ablaut": {"languages"},
    "py3langid": {"languages"},
    "pypdf": {"reading"},
    "pypdfium2": {"reading"},
    "selectolax": {"reading"},
    "textstat": {"scores"},
    "nltk": set(),
    "yaml": {"rules"},
    "fastapi": {"api"},
    "starlette": {"api"},
    "uvicorn": {"api", "cli"},
    "socket": {"own_network", "api", "reading"},  # api and reading: between our own processes, and to listen
    "ssl": {"own_network"},
    "http": {"own_network"},
    "urllib": {"own_network"},
}
"""Each library has one home, so that it can be replaced in one place. One module alone asks other servers: see 0010."""

LAZY = {("cli", "api"), ("cli", "uvicorn")}
"""Only inside a function: ``formklar check`` starts without the web."""

VAGUE = {
    "utils",
    "util",
    "core",
    "common",
    "services",
    "service",
    "schemas",
    "helpers",
    "helper",
    "manager",
    "managers",
}

ACTS = {
    "open", "exec", "eval", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir",
    "iterdir", "glob", "rglob", "import_module", "safe_load", "urlopen", "socket", "create_connection", "Popen", "run",
    "system", "getenv", "basicConfig", "load", "start", "sleep", "FastAPI", "create_app", "Checker", "Pipeline",
}  # fmt: skip
"""Calls that do something. None of them may run because a module is imported."""

MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 50


@dataclass(frozen=True)
class Import:
    """One imported name: ``app.model.Block`` or ``spacy``."""

    name: str
    line: int
    for_types: bool
    lazy: bool


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def part_of(path: Path) -> str:
    """The part of app/ that a file belongs to; empty for app/__init__.py."""
    first = path.relative_to(ROOT / "app").parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name_of(path))


def imports(node: ast.AST, *, for_types: bool = False, lazy: bool = False) -> Iterator[Import]:
    """All imports beneath a node."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(alias.name, child.lineno, for_types, lazy)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"line {child.lineno}: write the import in full, from app.…"
            for alias in child.names:
                yield Import(f"{child.module}.{alias.name}", child.lineno, for_types, lazy)
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            yield from imports(child, for_types=True, lazy=lazy)
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from imports(child, for_types=for_types, lazy=lazy or inside)


def calls_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """All calls that run when the module is imported: not those inside functions, but their defaults."""
    if isinstance(node, ast.Call):
        yield node
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        defaults = [*node.args.defaults, *(default for default in node.args.kw_defaults if default)]
        parts = [*defaults, *getattr(node, "decorator_list", [])]
    else:
        parts = list(ast.iter_child_nodes(node))
    for part in parts:
        yield from calls_at_import(part)


@pytest.mark.parametrize("path", APP, ids=name_of)
def test_imports_go_downwards(path: Path) -> None:
    part = part_of(path)
    if not part:
        return
    assert part in MAY_IMPORT, f"app/{part} is new: give it its place in MAY_IMPORT, with the parts below it"
    for found in imports(tree(path)):
        names = found.name.split(".")
        if names[0] != "app" or len(names) == 1 or found.name == "app.__version__":
            continue
        other = names[1]
        allowed = other == part or other in MAY_IMPORT[part] or (part, found.name) in ALSO
        assert allowed, (
            f"{name_of(path)}:{found.line} imports {found.name}. app/{part} may only know "
            f"{', '.join(sorted(MAY_IMPORT[part])) or 'nothing of ours'}. Move what both need down, or hand it in."
        )
        if (part, other) in LAZY:
            assert found.lazy, f"{name_of(path)}:{found.line}: import {found.name} inside the function that needs it"


@pytest.mark.parametrize("path", APP, ids=name_of)
def test_each_library_stays_at_home(path: Path) -> None:
    part = part_of(path)
    for found in imports(tree(path)):
        library = found.name.split(".")[0]
        if library not in HOMES or (library == "spacy" and found.for_types):
            continue
        homes = HOMES[library]
        assert part in homes, (
            f"{name_of(path)}:{found.line} imports {library}. Only app/{'/'.join(sorted(homes)) or '…nobody'} may: "
            "add there what you need. For names of types alone, import under TYPE_CHECKING."
        )
        if (part, library) in LAZY:
            assert found.lazy, f"{name_of(path)}:{found.line}: import {library} inside the function that needs it"


@pytest.mark.parametrize("path", APP, ids=name_of)
def test_nothing_happens_at_import(path: Path) -> None:
    for call in calls_at_import(tree(path)):
        name = ast.unparse(call.func)
        assert name.split(".")[-1] not in ACTS, (
            f"{name_of(path)}:{call.lineno} calls {name}() when the module is imported. Put it into a function."
        )


WATCH = """
import importlib, pkgutil, sys
root = sys.argv[1]
acts = []
def watch(event, args):
    if event == "open" and isinstance(args[0], str) and args[0].startswith((root + "/rules", root + "/models")):
        acts.append(f"opens {args[0]}")
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        acts.append(f"writes {args[0]}")
    if event in ("socket.connect", "subprocess.Popen", "os.fork"):
        acts.append(event)
sys.path.insert(0, root)
sys.dont_write_bytecode = True
sys.addaudithook(watch)
import app
for module in pkgutil.walk_packages(app.__path__, "app."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print("; ".join(acts))
"""


def test_importing_everything_opens_no_rule_no_model_and_no_connection() -> None:
    done = subprocess.run([sys.executable, "-c", WATCH, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "", "Put this into a function: it happens at import"


@pytest.mark.parametrize("module", ["app.reading", "app.rules", "app.api", "app.cli"])
def test_spacy_is_loaded_only_by_those_who_parse(module: str) -> None:
    script = f"import {module}, sys; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "False", f"importing {module} loads spaCy: import it where the parsing happens"


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_files_and_functions_stay_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{name_of(path)} has {lines} lines: split it where it changes its subject"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MOST_LINES_OF_A_FUNCTION, (
                f"{name_of(path)}:{node.lineno} {node.name}() has {length} lines: give its steps names of their own"
            )


@pytest.mark.parametrize("path", APP, ids=name_of)
def test_names_say_what_is_inside(path: Path) -> None:
    words = {word for part in path.relative_to(ROOT).with_suffix("").parts for word in part.split("_")}
    assert not words & VAGUE, f"{name_of(path)}: name the module after the thing it is about, in words of the domain"


@pytest.mark.parametrize("path", APP, ids=name_of)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    text = ast.get_docstring(tree(path)) or ""
    first = text.split("\n\n")[0].strip()
    assert not tree(path).body or first.endswith((".", "?", ":")), (
        f"{name_of(path)}: begin with one sentence that says what the module is for"
    )


def test_rules_hold_no_code() -> None:
    assert list((ROOT / "rules").rglob("*.py")) == [], "A rule selects a detector. Code belongs into app/detectors."
