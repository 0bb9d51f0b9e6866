"""Short letters with several things to find."""

from __future__ import annotations

LETTER = """Sehr geehrte Damen und Herren,

der Antrag auf Zuteilung eines Stellplatzes wird von der Stadtverwaltung Lindenbach an der Queich geprüft. Die
erforderlichen Unterlagen sind bis zum 31. März 2026 einzureichen. Nach Ablauf der Frist wird der Antrag abgelehnt.

Bei Fragen rufen Sie uns bitte an.
"""
"""A short German letter with several things to find."""

ENGLISH_LETTER = """Dear resident,

your application will be checked by the council of Lindenbach. The form must be returned by the end of March. You can
call us if you have any questions about the form.
"""
