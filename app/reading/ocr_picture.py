"""A page of a PDF as a grey picture, for the recognition of its text: drawn in the guarded process, checked outside."""

from __future__ import annotations

import contextlib
import math
import struct
from dataclasses import dataclass

from app.errors import UnreadableFile
from app.reading.limits import Limits

PIXELS = 8_700_000
"""A page of A4 at 300 dpi, which Tesseract reads best. Smaller pages are mostly reduced ones: they get as many."""
DPI = 300, 450
"""Most dots an inch of a page of A4 and larger, and of a smaller one."""
MAX_PIXELS = 20_000_000
"""A page of A3 at 300 dpi has 17 million; larger ones are drawn coarser."""
HEADER = struct.Struct("=xIIH")
"""A zero, as no JSON begins with; width and height in pixels; pixels an inch. The pixels follow, a byte each."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey pixels, row by row from the top, 0 is black."""

    width: int
    height: int
    dpi: int
    pixels: bytes

    @property
    def is_plain(self) -> bool:
        """Is there nothing to see?"""
        return self.pixels.count(self.pixels[0]) == len(self.pixels)

    def netpbm(self) -> bytes:
        """The picture as a file (PGM), whose head is ours."""
        return b"P5 %d %d 255\n" % (self.width, self.height) + self.pixels


def draw_page(data: bytes, *, name: str | None, limits: Limits, page: int) -> bytes:
    """Page ``page`` (from 1) as it is shown, without annotations and what is filled in: ``HEADER`` and pixels."""
    import pypdfium2

    del name, limits
    with contextlib.closing(pypdfium2.PdfDocument(data)) as document, contextlib.closing(document[page - 1]) as sheet:
        width, height = sheet.get_size()
        fine = min(max(DPI[0], 72 * math.sqrt(PIXELS / (width * height))), DPI[1])
        scale = min(fine / 72, math.sqrt(MAX_PIXELS / (width * height)))
        bitmap = sheet.render(scale=scale, grayscale=True, draw_annots=False, may_draw_forms=False)
        with contextlib.closing(bitmap):
            rows = memoryview(bitmap.buffer).cast("B")
            starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
            pixels = b"".join(rows[start : start + bitmap.width] for start in starts)
            return HEADER.pack(bitmap.width, bitmap.height, round(scale * 72)) + pixels


def picture_of(said: bytes) -> Picture:
    """What ``draw_page`` said, if that is a picture within the limits. Raises ``UnreadableFile``."""
    if len(said) <= HEADER.size:
        raise UnreadableFile
    width, height, dpi = HEADER.unpack_from(said)
    # rounding up to whole pixels may add a row and a column
    if said[0] or len(said) != HEADER.size + width * height or (width - 1) * (height - 1) > MAX_PIXELS:
        raise UnreadableFile
    return Picture(width, height, dpi, said[HEADER.size :])
