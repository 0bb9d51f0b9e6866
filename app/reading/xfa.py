"""Forms with an XFA template: hybrid ones get richer fields, dynamic ones are read from the template alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from app.model import Block, Field, Notice
from app.reading.xfa_dynamic import PARTLY_NOTICE, read_dynamic
from app.reading.xfa_hybrid import enrich
from app.reading.xfa_packets import Packets, template_of, unpack
from app.reading.xfa_template import Template, read_template

__all__ = ["Packets", "Template", "enriched", "is_placeholder", "partly", "read_dynamic", "template", "unpack"]

_WAIT = re.compile(
    r"please wait|bitte warten|veuillez patienter|espere por favor|attendere prego|"
    r"(?:requires|benötigen|erfordert)[^.]{0,60}(?:adobe|acrobat)|upgrade to the latest version of adobe|"
    r"(?:neuere|neueste) version (?:des |von )?(?:pdf-viewers?|adobe)|"
    r"not (?:be )?eventually replaced by the proper contents",
    re.IGNORECASE,
)
FEW_WORDS = 150
"""A page that only asks to wait, in some languages one below the other, has no more words."""


def template(packets: Packets) -> Template | None:
    """The template of a form; none when there is none that can be read."""
    source = template_of(packets)
    return read_template(source) if source is not None else None


def is_placeholder(text: str, *, fields: int, pages: int) -> bool:
    """Whether the pages of a form with XFA only say that a certain program must build it."""
    if fields > 1 or pages > 3:
        return False
    words = text.split()
    return not words or (len(words) <= FEW_WORDS and bool(_WAIT.search(" ".join(words))))


def enriched(
    fields: tuple[Field, ...], blocks: tuple[Block, ...], form: Template, printed: Sequence[Block]
) -> tuple[tuple[Field, ...], tuple[Block, ...]]:
    """Fields and their blocks with what the template adds; ``printed`` are the blocks of the pages."""
    pages: dict[int, list[str]] = defaultdict(list)
    for block in printed:
        pages[block.page or 0].append(block.text)
    return enrich(fields, blocks, form, {page: " ".join(texts) for page, texts in pages.items()})


def partly(form: Template) -> tuple[Notice, ...]:
    """What the reader of a report must know of a template that was not read to its end."""
    return () if form.whole else (Notice(code="template-partly-read", message=PARTLY_NOTICE),)
