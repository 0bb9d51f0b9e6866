"""Makes the sample forms from their sources: ``python -m sample_forms.build [FOLDER]``, the same bytes each time."""

from __future__ import annotations

import sys
from pathlib import Path

from sample_forms.content import load, sources
from sample_forms.page import pdf
from sample_forms.plaintext import plaintext
from sample_forms.webpage import webpage
from sample_forms.word import word
from sample_forms.xfa import dynamic, hybrid

HERE = Path(__file__).parent


def build() -> dict[str, bytes]:
    """All files, by their path below this folder, such as ``de/wohngeld.pdf``."""
    files = {}
    for path in sources():
        language = path.parent.name
        form = load(path)
        files[f"{language}/{path.stem}.pdf"] = pdf(form, language)
        if "txt" in form.also:
            files[f"{language}/{path.stem}.txt"] = plaintext(form).encode()
        if "html" in form.also:
            files[f"{language}/{path.stem}.html"] = webpage(form, language).encode()
        if "dynamic" in form.also:
            files[f"{language}/{path.stem}-dynamic.pdf"] = dynamic(form, language)
        if "hybrid" in form.also:
            files[f"{language}/{path.stem}-hybrid.pdf"] = hybrid(form, language, pdf(form, language))
        if "docx" in form.also:
            files[f"{language}/{path.stem}.docx"] = word(form, language)
        if "flat" in form.also:
            files[f"{language}/{path.stem}-flat.docx"] = word(form, language, flat=True)
    return files


def main(folder: Path) -> None:
    """Writes all files below ``folder``."""
    for name, data in build().items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        print(f"{target} ({len(data)} bytes)")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
