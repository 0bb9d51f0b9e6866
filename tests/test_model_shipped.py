"""The model as it ships: complete and unaltered or not loaded at all, without pickles, small, quick to load."""

from __future__ import annotations

import hashlib
import json
import pickle
import pickletools
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.util import load_config, registry
from srsly.msgpack import _unpacker  # type: ignore[import-untyped]

from app.errors import SettingsError
from app.languages import checksums
from app.languages.pipeline import load_nlp
from app.settings import ROOT
from training.ship import write_sums

MODEL = ROOT / "models" / "de_formklar_sm"
FILES = sorted(path for path in MODEL.rglob("*") if path.is_file() and path.name not in checksums.NOT_LOADED)
MOST_BYTES = 20_000_000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MODEL, tmp_path / "model"))


def test_the_checksums_are_those_of_the_files() -> None:
    lines = (MODEL / checksums.NAME).read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = {str(path.relative_to(MODEL)): hashlib.sha256(path.read_bytes()).hexdigest() for path in FILES}
    assert listed == found, "after a change of the model: make checksums"


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="the ordinary tool is not installed")
def test_the_ordinary_tool_can_check_them() -> None:
    command = ["sha256sum", "--check", "--strict", checksums.NAME]
    done = subprocess.run(command, cwd=MODEL, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


def flip_a_bit(folder: Path) -> None:
    path = folder / "tok2vec" / "model"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def change_the_config(folder: Path) -> None:
    path = folder / "config.cfg"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def lose_a_file(folder: Path) -> None:
    (folder / "parser" / "moves").unlink()


def add_a_file(folder: Path) -> None:
    (folder / "vocab" / "more.pkl").write_bytes(pickle.dumps({"a": 1}))


def break_the_list(folder: Path) -> None:
    (folder / checksums.NAME).write_text("no checksum\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        (flip_a_bit, "„tok2vec/model“ wurde verändert"),
        (change_the_config, "„config.cfg“ wurde verändert"),
        (lose_a_file, "„parser/moves“ fehlt"),
        (add_a_file, "„vocab/more.pkl“ gehört nicht dazu"),
        (break_the_list, "Zeile 1 in „SHA256SUMS“"),
    ],
)
def test_a_harmed_model_is_not_loaded(copy: Path, harm: Callable[[Path], None], named: str) -> None:
    harm(copy)
    with pytest.raises(SettingsError) as caught:
        load_nlp(str(copy))
    message = caught.value.detail("de")
    assert named in message
    assert str(copy) in message
    assert f"make checksums MODEL={copy}" in message


def test_new_checksums_make_a_changed_model_whole_again(copy: Path) -> None:
    change_the_config(copy)
    write_sums(copy)
    assert load_nlp(str(copy)).pipe_names == ["tok2vec", "tagger", "parser"]


def test_the_model_card_may_change(copy: Path) -> None:
    (copy / "README.md").write_text("# Another card\n", encoding="utf-8")
    assert load_nlp(str(copy)).meta["name"] == "formklar_sm"


def test_a_folder_without_checksums_loads_unchecked(copy: Path) -> None:
    (copy / checksums.NAME).unlink()
    change_the_config(copy)
    assert load_nlp(str(copy)).pipe_names == ["tok2vec", "tagger", "parser"]


def is_pickle(data: bytes) -> bool:
    """Whether all of this can be read as pickle opcodes up to the last one."""
    try:
        opcodes = list(pickletools.genops(data))
    except Exception:  # whatever the disassembler trips over, it is no pickle
        return False
    return len(opcodes) > 1 and opcodes[-1][2] == len(data) - 1


def test_a_pickle_would_be_noticed() -> None:
    assert all(is_pickle(pickle.dumps({"a": [1.5]}, protocol)) for protocol in range(6))


def leaves(value: object) -> Iterator[bytes]:
    """All byte strings of a msgpack value; an extension type or an array of Python objects fails the test."""
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, dict):
        assert value.get(b"kind") != b"O", "an array of objects is a pickle"
        for key, part in value.items():
            yield from leaves(key)
            yield from leaves(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from leaves(part)
    else:
        assert value is None or isinstance(value, bool | int | float | str)


def unpacked(data: bytes) -> object:
    """A msgpack value as it lies there: arrays are not rebuilt. Raises ``ValueError`` when it is none."""
    return _unpacker.unpackb(data, raw=False, strict_map_key=False, use_list=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(MODEL)))
def test_every_file_is_plain_data(path: Path) -> None:
    data = path.read_bytes()
    assert path.suffix in {"", ".cfg", ".json", ".bin"}
    assert not is_pickle(data)
    if path.name == "config.cfg":
        assert load_config(path)["nlp"]["lang"] == "de"
    elif path.name == "vectors":
        with path.open("rb") as file:
            assert numpy.load(file, allow_pickle=False).size == 0
    elif data[:1] in b"{[":
        json.loads(data)
    else:
        assert not any(is_pickle(leaf) for leaf in leaves(unpacked(data)))


def registered(config: object) -> Iterator[tuple[str, str]]:
    """All ``@registry = "function"`` of a config."""
    if isinstance(config, dict):
        for key, value in config.items():
            if key.startswith("@"):
                yield key[1:], value
            else:
                yield from registered(value)


def test_the_config_calls_functions_of_spacy_only() -> None:
    config = load_config(MODEL / "config.cfg")
    named = set(registered(config))
    assert ("architectures", "spacy.TransitionBasedParser.v2") in named
    homes = {registry.get(kind, name).__module__.partition(".")[0] for kind, name in named}
    assert homes <= {"spacy", "spacy_legacy", "thinc"}
    factories = {Language.get_factory_meta(part["factory"]).factory for part in config["components"].values()}
    assert factories <= {"tok2vec", "tagger", "parser", "morphologizer", "senter"}
    callbacks = [config["nlp"][name] for name in ("before_creation", "after_creation", "after_pipeline_creation")]
    assert callbacks == [None, None, None]


def test_it_holds_no_words_of_the_training_texts() -> None:
    strings = set(json.loads((MODEL / "vocab" / "strings.json").read_text(encoding="utf-8")))
    nlp = spacy.load(MODEL)
    labels = {label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())}
    assert strings <= labels | set(spacy.blank("de").vocab.strings)


def test_the_card_explains_every_label() -> None:
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    labels = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))["labels"]
    assert [label for part in labels.values() for label in part if f"`{label}`" not in card] == []


def test_it_is_at_most_20_megabytes() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= MOST_BYTES


def test_it_is_loaded_in_less_than_a_second() -> None:
    seconds = []
    for _ in range(3):
        start = time.process_time()
        load_nlp(str(MODEL))
        seconds.append(time.process_time() - start)
    assert min(seconds) < 1.0
