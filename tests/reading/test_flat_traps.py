"""Forms without fields: which lines, frames and signs nobody fills in."""

from __future__ import annotations

import pytest
from drawing import Draw, at, lines
from flat_drawing import area, circle, dingbat, frame, grid, rule, seen

TRAPS: dict[str, list[Draw]] = {
    "a box for the office": [frame(380, 660, 150, 60), at("Nur von der Behörde auszufüllen", 384, 710, 8)],
    "a frame for the office with lines in it": [
        frame(300, 600, 230, 120),
        at("Diese Felder sind nicht vom Antragsteller auszufüllen", 304, 710, 7),
        at("Geschäftszeichen ____________________", 304, 680, 8),
    ],
    "a heading between two lines": [
        *(rule(60, y, 540) for y in (712, 694)),
        lines("Credit calculation", x=60, y=699, font="Helvetica-Bold", size=10),
        lines("This part of the form is about the amount that we pay back to you.", y=680),
    ],
    "a line over the heading of the next part": [
        rule(60, 700, 540),
        lines("Physical address", x=60, y=689, font="Helvetica-Bold", size=10),
    ],
    "a list with drawn squares": [
        *(frame(70, y, 6, 6) for y in (700, 680)),
        at("Bringen Sie zum ersten Termin bitte Ihren Ausweis und den Mietvertrag mit.", 82, 700),
        at("Melden Sie uns bitte jede Änderung Ihres Einkommens innerhalb von zwei Wochen.", 82, 680),
    ],
    "a large circle": [circle(300, 500, 40), at("Siegel", 285, 497)],
    "room for a stamp": [frame(380, 660, 150, 60), at("Eingangsstempel", 384, 710, 8)],
    "what comes under the last line for the citizen": [
        at("Do not write below this line - For court use only", 70, 300),
        at("Received: ____________________", 70, 270),
    ],
    "a mark to fold the page": [rule(5, 560, 22), at("____", 5, 280)],
    "an address in a frame": [frame(70, 676, 170, 16), at("Postfach 12 84", 72, 680)],
    "a square that a sentence speaks of": [
        at("Bitte verwenden Sie die Nummern in", 70, 700),
        frame(240, 699, 9, 9),
        at("und im zweiten Teil des Antrags immer gleich.", 252, 700),
    ],
    "a bold heading in the first frame of a form": [
        grid([70, 520], [640, 668]),
        lines("Abgabe der Auskunft", x=75, y=658, font="Helvetica-Bold", size=9),
    ],
    "an underlined heading": [at("Angaben zur Person", 70, 700, 14), rule(70, 697, 195)],
    "a line between two sections": [
        lines("Hier endet der erste Abschnitt dieser Seite mit einem Satz.", y=700),
        rule(70, 688, 525),
        lines("Der zweite Abschnitt beginnt hier und geht noch ein wenig weiter als der erste.", y=670),
    ],
    "a line over the footer": [rule(70, 50, 525), at("Stadt Lindenbach an der Queich, Stand 2026", 70, 38, 8)],
    "a line over a footnote": [rule(70, 120, 200), at("1 Nur für Kinder unter drei Jahren", 70, 108, 7)],
    "leader dots of a table of contents": [
        at("Wer bekommt die Leistung? ............................ 4", 70, 700),
        at("Was müssen Sie einreichen? ........................... 7", 70, 685),
    ],
    "a frame around a hint": [
        frame(65, 640, 470, 60),
        lines(
            "Wichtig: Reichen Sie den Antrag zusammen mit allen Nachweisen bis zum 31. März ein.",
            "Später eingehende Anträge können wir für dieses Schuljahr leider nicht mehr berücksichtigen.",
            "Haben Sie Fragen? Rufen Sie uns an.",
            y=685,
        ),
    ],
    "a table with all cells filled": [
        grid([70, 200, 330], [640, 660, 680, 700]),
        *(at(text, x, y) for text, x, y in (("Einkommen", 75, 686), ("Gebühr", 205, 686))),
        *(at(text, x, y) for text, x, y in (("bis 20.000 Euro", 75, 666), ("35 Euro", 205, 666))),
        *(at(text, x, y) for text, x, y in (("bis 30.000 Euro", 75, 646), ("70 Euro", 205, 646))),
    ],
    "a filled-in example": [
        grid([70, 170, 300, 400], [640, 660, 680]),
        *(at(text, x, 666) for text, x in (("Nr.", 75), ("Name", 175), ("Betrag", 305))),
        *(at(text, x, 646) for text, x in (("1", 75), ("Erika Mustermann", 175))),
    ],
    "a square that is ticked to show how": [
        at("Bitte so ankreuzen:", 70, 700),
        frame(170, 699, 9, 9),
        at("x", 172, 700, 9),
    ],
    "an empty frame without any text near": [frame(300, 300, 0.5, 200)],
    "a line through a word": [at("Dieser Satz gilt nicht mehr", 70, 700), rule(70, 703, 195)],
    "boxes as bullets before sentences": [
        part
        for n, text in enumerate(
            (
                "Bringen Sie bitte zum ersten Termin den Ausweis und die Geburtsurkunde mit.",
                "Legen Sie dem Antrag außerdem eine Kopie des letzten Bescheides im Original bei.",
                "Rufen Sie uns bitte an, wenn Sie einen Termin nicht wahrnehmen können.",
            )
        )
        for part in (dingbat("❏", 70, 700 - 20 * n), at(text, 85, 700 - 20 * n))
    ],
    "a drawing of many lines": [
        grid([100 + 7 * n for n in range(45)], [300 + 7 * n for n in range(45)]),
    ],
    "the corner of a table": [
        grid([70, 170, 270], [640, 660, 680]),
        at("Betrag", 175, 666),
        at("Miete", 75, 646),
        at("450 Euro", 175, 646),
    ],
    "a row of stars": [at("* * *", 250, 700)],
    "three dots at the end of a sentence": [at("Und so weiter und so fort ...", 70, 700)],
    "a heading on a bar": [
        area(70, 690, 450, 18, 0.9),
        lines("Rechtsbehelfsbelehrung", x=75, y=695, font="Helvetica-Bold", size=10),
    ],
    "a coloured bar": [area(70, 690, 450, 16, 0.2)],
}


@pytest.mark.parametrize("case", TRAPS)
def test_what_nobody_fills_in_is_no_field(case: str) -> None:
    """Underlines, separators, frames, examples and drawings are not asked of anybody."""
    assert seen(*TRAPS[case]) == []
