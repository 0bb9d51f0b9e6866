"""The same form as a web page with real form controls, as a citizen portal shows it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from sample_forms import content

BUTTON = {"de": "Formular absenden", "en": "Send the form"}


def webpage(form: content.Form, language: str) -> str:
    """The form as an HTML page; every label belongs to its control."""
    body = "\n".join(part(element) for element in form.body)
    subtitle = f"<p>{escape(form.subtitle)}</p>\n" if form.subtitle else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(form.title)} – {escape(form.publisher)}</title>\n"
        "<style>body { max-width: 45rem; margin: auto } label { display: block }</style>\n</head>\n<body>\n"
        f"<header><p>{escape(form.publisher)}<br>{escape(form.department)}</p></header>\n"
        f"<main>\n<h1>{escape(form.title)}</h1>\n{subtitle}"
        f'<form method="post">\n{body}\n<button type="submit">{BUTTON[language]}</button>\n</form>\n</main>\n'
        f"<footer><p>{escape(form.number)} – {escape(form.edition)}</p></footer>\n</body>\n</html>\n"
    )


def part(element: content.Element) -> str:  # noqa: PLR0911, PLR0912 - one branch per noun
    """The markup of one element; empty for a page break."""
    match element:
        case content.Heading(heading=text):
            return f"<h2>{escape(text)}</h2>"
        case content.Text(text=text):
            return f"<p>{escape(text)}</p>"
        case content.Hint(hint=text):
            return f"<p><small>{escape(text)}</small></p>"
        case content.Items(items=items):
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
        case content.Lines(lines=lines):
            return "<p>" + "<br>".join(escape(line) for line in lines) + "</p>"
        case content.Row():
            return "\n".join(labelled(entry) for entry in element.row)
        case content.Question():
            return question(element)
        case content.Check(check=text):
            box = f'<input type="checkbox" name="{escape(element.field)}"{title(element.tooltip)}>'
            return f"<label>{box} {escape(text)}</label>"
        case content.Table():
            return table(element)
        case content.Sign():
            return "\n".join(signature(entry) for entry in element.sign)
        case content.Letter():
            details = "".join(f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in element.details)
            return f"<address>{'<br>'.join(escape(line) for line in element.address)}</address><dl>{details}</dl>"
        case content.Office():
            return ""  # what only the office fills in stands on paper alone
        case content.Columns():
            return "\n".join(part(inner) for column in element.columns for inner in column)
    return ""


def title(tooltip: str | None) -> str:
    """The tooltip as an attribute."""
    return f' title="{escape(tooltip)}"' if tooltip else ""


def control(entry: content.Input) -> str:
    """The control alone."""
    name = f'id="{escape(entry.field)}" name="{escape(entry.field)}"{title(entry.tooltip)}'
    if entry.kind == "check":
        return f'<input type="checkbox" {name}>'
    if entry.kind in {"combo", "list"}:
        many = " multiple" if entry.kind == "list" else ""
        return f"<select {name}{many}>{options(entry.options)}</select>"
    if entry.lines > 1:
        return f'<textarea {name} rows="{entry.lines}"></textarea>'
    length = f' maxlength="{entry.max_length}"' if entry.max_length else ""
    return f'<input type="text" {name}{length}>'


def options(texts: Sequence[str]) -> str:
    """The entries of a selection."""
    return "".join(f"<option>{escape(text)}</option>" for text in texts)


def labelled(entry: content.Input) -> str:
    """A label with its control; what has no label on paper has none here."""
    behind = f" {escape(entry.suffix)}" if entry.suffix else ""
    if not entry.label:
        return f"<p>{control(entry)}{behind}</p>"
    return f'<label for="{escape(entry.field)}">{escape(entry.label)}</label>\n{control(entry)}{behind}'


def question(element: content.Question) -> str:
    """A group of radio buttons or check boxes."""
    lines = []
    for option in element.options:
        if element.field:
            box = f'<input type="radio" name="{escape(element.field)}" value="{escape(option.value)}">'
        else:
            box = f'<input type="checkbox" name="{escape(option.field)}"{title(option.tooltip)}>'
        behind = " " + control(option.entry) if option.entry else ""
        lines.append(f"<label>{box} {escape(option.text)}</label>{behind}")
    return f"<fieldset><legend>{escape(element.question)}</legend>\n" + "\n".join(lines) + "\n</fieldset>"


def table(element: content.Table) -> str:
    """A table with printed cells and controls."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in element.table)
    rows = [
        "".join(f"<td>{escape(cell) if isinstance(cell, str) else control(cell)}</td>" for cell in row)
        for row in element.rows
    ]
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>\n{body}\n</table>"


def signature(entry: content.Signature) -> str:
    """On the web only what can be typed is asked for."""
    if not entry.field:
        return ""
    return labelled(content.Input(field=entry.field, label=entry.label, tooltip=entry.tooltip))
