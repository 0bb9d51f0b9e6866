"""Controls of web forms as authors write them: must they be filled in, what is expected, what is no question at all."""

from __future__ import annotations

import contextlib
import time
from typing import Any

import pytest

from app.errors import TooLarge
from app.model import Document, Field
from app.reading.html import read_html
from app.reading.limits import Limits


def read(page: str) -> Document:
    return read_html(page.encode(), name=None, limits=Limits())


def field(page: str) -> Field:
    (found,) = read(page).fields
    return found


LABELLED = "<label for=a>Telefon</label>"
LEGEND = "<p>Felder mit * sind Pflichtfelder.</p>"
VOLUNTARY = "<p>Angaben mit * sind freiwillig.</p>"
FLAG, TEXT, SAYS_NO, SILENT = (True, "flag"), (True, "text"), (False, "text"), (False, "none")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<input required>", FLAG),
        ("<input aria-required=TRUE>", FLAG),
        ("<input aria-required=false>", SILENT),
        ("<select required><option>Polen</select>", FLAG),
        ("<label class=required for=a>Telefon</label><input id=a>", FLAG),
        ("<label class='form-label js-form-required' for=a>Telefon</label><input id=a>", FLAG),
        ("<label class=not-required for=a>Telefon</label><input id=a>", SILENT),
        ("<input type=radio name=r required>Ja <input type=radio name=r>Nein", FLAG),
        ("<label for=a>Telefon *</label><input id=a>", TEXT),
        ("<label for=a>Telefon<abbr title=Pflichtfeld>*</abbr></label><input id=a>", TEXT),
        ("<label for=a>Telefon <span aria-hidden=true>*</span></label><input id=a>", TEXT),
        (f"{LABELLED} <span>*</span> <input id=a>", TEXT),
        (f"{LABELLED} <input id=a> *", TEXT),
        (f"{LABELLED} <input id=a> (Pflichtfeld)", TEXT),
        (f"{LABELLED} <input id=a placeholder=Pflichtfeld>", TEXT),
        (f"{LABELLED}<input id=a title='Pflichtangabe'>", TEXT),
        (f"{LABELLED}<input id=a aria-describedby=h><p id=h>Dies ist ein Pflichtfeld.</p>", TEXT),
        ("<fieldset><legend>Familienstand *</legend><input type=radio name=r>ledig<input type=radio name=r>tot", TEXT),
        ("<label for=a>Telefon (freiwillig)</label><input id=a>", SAYS_NO),
        ("<label for=a>Telefon, falls vorhanden</label><input id=a>", SAYS_NO),
        ("<label for=a>Phone (optional)</label><input id=a>", SAYS_NO),
        (f"{LABELLED}<input id=a> <i>(freiwillig)</i> <input type=submit>", SAYS_NO),
        ("<fieldset><legend>Freiwillige Angaben</legend><label>Telefon <input></label></fieldset>", SAYS_NO),
        (f"{LEGEND}<label for=a>Telefon</label><input id=a>", SILENT),
        (f"{LEGEND}<label for=a>Telefon*</label><input id=a>", TEXT),
        (f"{VOLUNTARY}<label for=a>Telefon*</label><input id=a>", SAYS_NO),
        (
            "<p>Alle Felder sind Pflichtfelder, außer sie sind als freiwillig markiert.</p><label>Ort <input></label>",
            TEXT,
        ),
        ("<label for=a>Name der Bürger*innen</label><input id=a>", SILENT),
        ("<label for=a>Ist ein Visum erforderlich?</label><input id=a>", SILENT),
        ("<label for=a>Telefon (freiwillig)</label><input id=a required>", FLAG),
    ],
)
def test_must_it_be_filled_in(page: str, expected: tuple[bool, str]) -> None:
    found = next(one for one in read(page).fields if one.kind != "push")
    assert (found.required, found.required_source) == expected


def test_a_mark_is_about_its_own_field() -> None:
    first, second = read("<p>Name: <input> Telefon (freiwillig): <input></p>").fields
    assert (first.required_source, second.required_source) == ("none", "text")


@pytest.mark.parametrize(
    ("label", "shown"),
    [("Name *", "Name"), ("* Name", "Name"), ("Name*:", "Name:"), ("Name (*)", "Name"), ("Bürger*in", "Bürger*in")],
)
def test_a_label_is_words_without_its_star(label: str, shown: str) -> None:
    assert field(f"<label>{label}<input></label>").label == shown


@pytest.mark.parametrize(
    ("control", "answer"),
    [
        ("<label>Wie erreichen wir Sie? <input type=email></label>", "email"),
        ("<label>Wie erreichen wir Sie? <input type=tel></label>", "phone"),
        ("<label>Wie erreichen wir Sie? <input inputmode=tel></label>", "phone"),
        ("<label>Seite <input type=url></label>", "web"),
        ("<label>Einzug <input type=date></label>", "date"),
        ("<label>Geburtsdatum <input type=date></label>", "birth-date"),
        ("<label>Beginn <input type=time></label>", "time"),
        ("<label>Kinder <input type=number></label>", "count"),
        ("<label>Miete <input type=number></label>", None),  # the label says more: an amount
        ("<label>Ihre Gründe <textarea></textarea></label>", "free-text"),
        ("<label>Anschrift <textarea></textarea></label>", "address"),
        ("<label>Rufname <input autocomplete=given-name></label>", "name"),
        ("<label>Straße und Nummer <input autocomplete='section-a billing address-line1'></label>", "street"),
        ("<label>Wo? <input autocomplete=postal-code></label>", "postcode"),
        ("<label>Wo? <input autocomplete=address-level2></label>", "place"),
        ("<label>Wann? <input autocomplete=bday></label>", "birth-date"),
        ("<label>Wo? <input autocomplete=off></label>", None),
        (r"<label>Bezirk <input pattern='\d{5}'></label>", "postcode"),
        (r"<label>Konto <input pattern='DE\d{20}'></label>", "iban"),
        (r"<label>Code <input pattern='(a+)+$'></label>", None),
        ("<label>Ja <input type=checkbox></label>", None),
    ],
)
def test_the_kind_of_answer_that_a_control_declares(control: str, answer: str | None) -> None:
    assert field(control).answer == answer


@pytest.mark.parametrize(
    ("page", "options"),
    [
        ("<select><option value=''>Bitte wählen</option><option>Polen</select>", ("Polen",)),
        ("<select><option>-- bitte auswählen --</option><option>Polen</select>", ("Polen",)),
        ("<select><option value=''>Keine Angabe</option><option>Polen</select>", ("Keine Angabe", "Polen")),
        ("<select><option disabled value=0>Please choose a country<option>Poland</select>", ("Poland",)),
        ("<select><option value=1>Bitte wählen Sie die Partei<option>B</select>", ("Bitte wählen Sie die Partei", "B")),
        ("<select><optgroup label=EU><option>Polen</optgroup></select>", ("Polen",)),
        ("<input list=l><datalist id=l><option value=Polen><option value=Malta></datalist>", ("Polen", "Malta")),
    ],
)
def test_what_can_be_chosen(page: str, options: tuple[str, ...]) -> None:
    assert field(page).options == options


@pytest.mark.parametrize(
    "trap",
    [
        "<input type=hidden name=token value=1>",
        "<div style='position:absolute;left:-9999px'><label for=x>Adresse</label><input id=x></div>",
        "<input style='opacity:0' name=mail2>",
        "<label for=x>Bitte lassen Sie dieses Feld leer</label><input id=x>",
        "<label>Bitte dieses Feld nicht ausfüllen <input name=url></label>",
        "<label for=x>Leave this field blank</label><input id=x>",
        "<p><label for=honeypot>Firma</label><input id=honeypot></p>",
        "<div hidden><label>Firma <input></label></div>",
        "<template><input></template>",
        "<dialog><label>Firma <input></label></dialog>",
        "<div role=search><label>Suche <input></label></div>",
        "<search><input></search>",
    ],
)
def test_what_no_person_is_asked(trap: str) -> None:
    document = read(f"<form>{trap}<label for=n>Ihr Name</label><input id=n name=n>{trap}</form>")
    assert [(one.name, one.label) for one in document.fields] == [("n", "Ihr Name")]
    assert [block.text for block in document.blocks if block.id.startswith("p0b")] == ["Ihr Name"]


@pytest.mark.parametrize(
    ("page", "label"),
    [
        ("<label for=a>Grund (leer lassen, wenn Sie neu zuziehen: kein Feld nötig)</label><input id=a>", None),
        ("<label for=a>Field 3. Leave blank if you have no children</label><input id=a>", None),
        ("<label for=a>Dieses Feld bitte nicht ausfüllen (füllt das Amt aus)</label><input id=a>", None),
        ("<input type=radio name=r style='opacity:0' id=a><label for=a>Ja</label>", ""),
        ("<label for=a>Menge an Honig</label><input id=a name=honigmenge>", "Menge an Honig"),
    ],
)
def test_what_looks_like_a_trap_and_is_none(page: str, label: str | None) -> None:
    found = field(page)
    assert label is None or found.label in {label, "Ja"}


@pytest.mark.parametrize(
    ("page", "facts"),
    [
        ("<input type=checkbox id=a><label for=a>Ich bin ledig</label>", {"label": "Ich bin ledig"}),
        ("<label><input type=checkbox> Ich bin <b>ledig</b></label>", {"label": "Ich bin ledig"}),
        ("<span id=x hidden>Ihr Ort</span><input aria-labelledby=x>", {"label": "Ihr Ort", "label_source": "caption"}),
        ("<label for=a></label><input id=a aria-label='Ihr Ort'>", {"label": "Ihr Ort", "label_source": "tooltip"}),
        ("<dl><dt>Ihr Ort</dt><dd><input></dd></dl>", {"label": "Ihr Ort"}),
        ("<div>Ihr Ort:</div><div><input></div>", {"label": "Ihr Ort:"}),
        (
            "<table><tr><th>Kind<th colspan=2>Geburt<tr><td>Erstes<td>Tag<td><input></table>",
            {"label": "Erstes – Geburt", "label_source": "table"},
        ),
        (
            "<table><tr><th scope=row>Miete<td><input></table>",
            {"label": "Miete", "label_source": "table"},
        ),
        (
            "<fieldset><legend>Kind</legend><fieldset><legend>Schule</legend><input></fieldset></fieldset>",
            {"group": "Schule"},
        ),
        ("<div role=group aria-labelledby=g><p id=g>Ihr Kind</p><input></div>", {"group": "Ihr Kind"}),
        ("<label>Ihr Ort <input value=Köln></label>", {"label": "Ihr Ort"}),
        ("<label>Ihr Ort <textarea>Köln</textarea></label>", {"label": "Ihr Ort"}),
        ("<form><p>Ihr Ort <input></form></p></div>", {"label": "Ihr Ort"}),
        ("<label for='a'>Ihr Ort<input id=a", {"label": "Ihr Ort"}),
    ],
)
def test_labels_and_groups_in_every_way_of_writing(page: str, facts: dict[str, Any]) -> None:
    text = page if page.endswith(">") else f"{page}>"
    assert field(text).model_dump(include=set(facts)) == facts


@pytest.mark.parametrize(
    "page",
    [
        "<label>" + "Der Antrag ist da. " * 5_000 + "<input>" * 1_000,
        "<p id=h>" + "Der Antrag ist da. " * 5_000 + "<input aria-describedby=h>" * 1_000,
        "<p id=h>" + "Der Antrag ist da. " * 5_000 + "<input aria-labelledby=h>" * 1_000,
    ],
    ids=["one label", "one hint", "one name"],
)
def test_many_controls_with_one_text_are_read_soon(page: str) -> None:
    began = time.process_time()
    with contextlib.suppress(TooLarge):
        read(page)
    assert time.process_time() - began < 5


def test_a_whole_page_of_a_town() -> None:
    page = """<!doctype html><html lang=de><head><title>Parkausweis</title><style>b{}</style></head><body>
    <a class=skip href="#inhalt">Zum Inhalt springen</a>
    <div role=banner><p>Stadt Lindenbach an der Queich</p></div>
    <nav><ul><li>Start<li>Rathaus</ul></nav><div role=navigation><a href=/>Sie sind hier</a></div>
    <main id=inhalt><h1>Parkausweis beantragen</h1><p>Wir schicken Ihnen den Ausweis zu.</p>
    <!-- alt --><script>var a = "<p>nein</p>";</script>
    <details><summary>Wer bekommt ihn?</summary><p>Alle, die hier wohnen.</p></details>
    <form><label for=k>Kennzeichen&nbsp;*</label><input id=k><button>Absenden</button></form></main>
    <footer><p>Impressum</p></footer></body></html>"""
    blocks = [(block.role, block.text) for block in read(page).blocks if block.id.startswith("p0b")]
    assert blocks == [
        ("furniture", "Stadt Lindenbach an der Queich"),
        ("title", "Parkausweis beantragen"),
        ("paragraph", "Wir schicken Ihnen den Ausweis zu."),
        ("heading", "Wer bekommt ihn?"),
        ("paragraph", "Alle, die hier wohnen."),
        ("label", "Kennzeichen *"),
        ("label", "Absenden"),
        ("furniture", "Impressum"),
    ]


@pytest.mark.parametrize(
    ("page", "languages"),
    [
        ("<html lang=en><p>Guten Tag.</p>", [None]),  # delivered like that
        ("<p>Guten Tag.</p><p lang=tr>Merhaba.</p><p>Bis bald.</p>", [None, "tr", None]),
        ("<div lang=uk-UA><p>Добрий день.</p><p lang=de>Guten Tag.</p></div>", ["uk", "de"]),
        ("<p>Unser <span lang=en>Service</span> hilft.</p>", [None]),
        ("<p><span lang=tr>Merhaba, hoş geldiniz.</span></p>", ["tr"]),
        ("<ul><li lang=tr>Ad<li>Name</ul>", ["tr", None]),
    ],
)
def test_parts_in_another_language_say_so(page: str, languages: list[str | None]) -> None:
    assert [block.language for block in read(page).blocks] == languages
