"""Writes the English words of WordNet, as the English model brings them, as one sorted list: ``words_en.txt.gz``.

    python -m training.word_rows_en

The readers of files ask this list in a process that may open no file and has little memory; the tables of the model
take ten times as much.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from app.languages import words_en

OUT = Path(words_en.__file__).parent / "data" / "words_en.txt.gz"


def main() -> None:
    """Writes lemmas, irregular forms and function words, single words in lower case only."""
    words = sorted(word.encode() for word in words_en.words() if word.isascii() and word.isalpha() and len(word) > 1)
    OUT.write_bytes(gzip.compress(b"\n".join(words), mtime=0))


if __name__ == "__main__":
    main()
