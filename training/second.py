"""The second opinion: tags by HanTa, and which nouns are names. Runs in an environment of its own, alone.

    python training/second.py tags < texts.jsonl > tags.jsonl
    python training/second.py names > names.json

HanTa (LGPL, its model is a pickle) and german-nouns (CC BY-SA 4.0) are needed for training only and never ship with the
product. A line in is ``{"words": […]}``, a line out a list of STTS tags. ``names`` writes ``{"names": […],
"commons": […]}``: forms that are only ever a name, and forms that are only ever a common noun.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

NAMES = frozenset(("Toponym", "Vorname", "Nachname", "Eigenname"))
LEFT_OUT = frozenset(("Abkürzung", "Buchstabe", "Wortverbindung", "Suffix", "Affix", "Gebundenes Lexem"))
CASES = ("lemma", "nominativ", "genitiv", "dativ", "akkusativ")
_STTS = {"NNA": "NN", "NNI": "NN", "PAV": "PROAV", "VV(-IMP)": "VVIMP"}


def stts(tag: str) -> str:
    """The STTS tag for a tag of HanTa, as in ``VV(FIN)``."""
    return _STTS.get(tag) or re.sub(r"[()]", "", tag)


def tags() -> None:
    """Tags each line of standard input."""
    from HanTa import HanoverTagger

    tagger: Any = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")
    for line in sys.stdin:
        found = tagger.tag_sent(json.loads(line)["words"])
        sys.stdout.write(json.dumps([stts(tag) for _, _, tag in found]) + "\n")


def names() -> None:
    """Sorts the nouns of german-nouns into names and common nouns, without those that are both."""
    import german_nouns

    proper: set[str] = set()
    common: set[str] = set()
    with (Path(next(iter(german_nouns.__path__))) / "nouns.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            kinds = set(row["pos"].split(","))
            forms = {text.strip() for column, text in row.items() if text and column and column.startswith(CASES)}
            whole = {form for form in forms if " " not in form and form[:1].isupper()}
            if kinds & NAMES:
                proper |= whole
            elif not kinds & LEFT_OUT:
                common |= whole
    json.dump({"names": sorted(proper - common), "commons": sorted(common - proper)}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    {"tags": tags, "names": names}[sys.argv[1]]()
