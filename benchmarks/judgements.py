"""How readers who did not know the program judged its rewrites: grammatical, meaning fully kept, easier.

    python -m benchmarks.judgements [FOLDER]

FOLDER (``benchmarks/gold/judgements``) holds sheets, one judgement a line: the number of the pair, the reader, how safe
the program called the rewrite, the rules it cured, the three answers, and for a *no* the reason, with quotations left
out. The readers saw old and new sentence, not the rules and not the safety. The sentences came from real German forms
and service texts that nobody had looked at while the rewriters were written; they are not ours to print.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "gold" / "judgements"
_ASKED = ("grammatical", "meaning", "easier")


def judged(path: Path) -> list[dict[str, Any]]:
    """The judgements of a sheet."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def shares(rows: list[dict[str, Any]]) -> str:
    """For each question how many say yes."""
    parts = []
    for name in _ASKED:
        yes = sum(bool(row[name]) for row in rows)
        parts.append(f"{name} {yes} of {len(rows)} ({yes / len(rows):.1%})")
    return ", ".join(parts)


def main() -> None:
    """Print the shares by sheet, safety and reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=_FOLDER)
    for path in sorted(parser.parse_args().folder.glob("*.jsonl")):
        groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for row in judged(path):
            groups[row["safety"], row["reader"]].append(row)
        for (safety, reader), rows in sorted(groups.items()):
            print(f"{path.stem}, {safety}, reader {reader}: {shares(rows)}")


if __name__ == "__main__":
    main()
