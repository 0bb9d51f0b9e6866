"""The same form as plain text, with lines to write on, as offices put it into a mail."""

from __future__ import annotations

import textwrap

from sample_forms import content

WIDTH = 78
"""Characters a line."""


def plaintext(form: content.Form) -> str:
    """The form as text, hard-wrapped, paragraphs parted by blank lines."""
    parts = [f"{form.publisher}\n{form.department}", form.title, form.subtitle]
    parts += [part(element) for element in form.body]
    return "\n\n".join(text for text in parts if text) + "\n"


def part(element: content.Element) -> str:  # noqa: PLR0911 - one return per noun
    """The text of one element; empty for a page break."""
    match element:
        case content.Heading(heading=text):
            return text
        case content.Text(text=text) | content.Hint(hint=text):
            return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
        case content.Items(items=items):
            return "\n".join(textwrap.fill(f"- {item}", WIDTH, subsequent_indent="  ") for item in items)
        case content.Lines(lines=lines):
            return "\n".join(lines)
        case content.Row():
            return "\n".join(blank(entry) for entry in element.row)
        case content.Question():
            options = [f"[ ] {option.text}{behind(option)}" for option in element.options]
            return "\n".join([textwrap.fill(element.question, WIDTH), *options])
        case content.Check(check=text):
            return textwrap.fill(f"[ ] {text}", WIDTH, subsequent_indent="    ")
        case content.Table():
            rows = [" | ".join(cell if isinstance(cell, str) else "______" for cell in row) for row in element.rows]
            return "\n".join([" | ".join(element.table), *rows])
        case content.Sign():
            return "\n".join(f"{entry.label}: ______________________" for entry in element.sign)
        case content.Letter():
            details = [f"{label}: {value}" for label, value in element.details]
            return "\n".join([*element.address, "", *details])
        case content.Office():
            return "\n".join([element.office, *(f"{entry}: ________" for entry in element.entries)])
        case content.Columns():
            return "\n\n".join(part(inner) for column in element.columns for inner in column)
    return ""


def blank(entry: content.Input) -> str:
    """The label of a field with a line to write on."""
    return f"{entry.label}: ______________________ {entry.suffix}".strip() if entry.label else "______________________"


def behind(option: content.Option) -> str:
    """The line to write on behind an option, if it has one."""
    return f" __________ {option.entry.suffix}".rstrip() if option.entry else ""
