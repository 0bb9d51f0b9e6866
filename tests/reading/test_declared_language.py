"""What a web page says is in another language is not judged by German rules, unless its words are German."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.reading.html import read_html
from app.reading.limits import Limits

GERMAN = "<p>Wir helfen Ihnen gern. Rufen Sie uns an, wenn Sie Fragen zu Ihrem Antrag haben.</p>"


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("<p lang=tr>Form wird passiv yapılmadı.</p>", False),
        ("<p>Der Antrag wird geprüft.</p>", True),
        ("<p lang=en>Der Antrag wird von der Stadt geprüft.</p>", True),  # the page is wrong
        ("<div lang=tr><p>Adres wird geprüft</p></div>", False),
    ],
)
def test_a_part_in_another_language_is_left_alone(checker: Checker, part: str, found: bool) -> None:
    document = read_html((GERMAN + part).encode(), name=None, limits=Limits())
    report = checker.check(document, Options(language="de", rules=frozenset({"passive-voice"})))
    assert bool(report.findings) is found
