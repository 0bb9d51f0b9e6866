"""HTML pages: the words that a person sees, as blocks, and the controls of a form as fields with their labels."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import EmptyText, FormklarError, TooLarge
from app.model import Document, Field
from app.reading.html import read_html
from app.reading.limits import Limits


def read(page: str) -> Document:
    return read_html(page.encode(), name=None, limits=Limits())


def blocks(page: str) -> list[tuple[str, str]]:
    """The blocks of the page itself, without those of the fields."""
    return [(block.role, block.text) for block in read(page).blocks if block.id.startswith("p0b")]


def field(page: str) -> Field:
    (found,) = read(page).fields
    return found


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1>Wohngeld</h1><h2>Wer bekommt es</h2>", [("title", "Wohngeld"), ("heading", "Wer bekommt es")]),
        ("<p>Der <b>An</b>trag ist <a href=x>da</a>.</p>", [("paragraph", "Der Antrag ist da.")]),
        ("<p>Der Antrag\n   ist&nbsp;da.</p>", [("paragraph", "Der Antrag ist da.")]),
        (
            "<p>Prüfen &amp; sen&shy;den Sie das &lt;Formular&gt;.",
            [("paragraph", "Prüfen & senden Sie das <Formular>.")],
        ),
        ("Der Antrag <i>ist</i> da.", [("paragraph", "Der Antrag ist da.")]),
        ("<p>Kommen Sie.<br>Wir helfen.</p>", [("paragraph", "Kommen Sie."), ("paragraph", "Wir helfen.")]),
        (
            "<p>Der Antrag ist nach dem Gesetz bei der<br>Wohngeldstelle zu stellen.</p>",
            [("paragraph", "Der Antrag ist nach dem Gesetz bei der Wohngeldstelle zu stellen.")],
        ),
        (
            "<ul><li>Mietvertrag<ul><li>erste <em>Seite</em></li></ul></li><li><p>Ausweis</p></li></ul>",
            [("item", "Mietvertrag"), ("item", "erste Seite"), ("item", "Ausweis")],
        ),
        (
            "<table><tr><th>Gebühr<th>Frist<tr><td>25 Euro<td>Zahlen Sie sofort.</table>",
            [("label", "Gebühr"), ("label", "Frist"), ("label", "25 Euro"), ("paragraph", "Zahlen Sie sofort.")],
        ),
        ("<dl><dt>Gebühr<dd>Die Gebühr ist hoch.</dl>", [("label", "Gebühr"), ("paragraph", "Die Gebühr ist hoch.")]),
        ("<p><strong>Ihre Angaben</strong></p>", [("heading", "Ihre Angaben")]),
        ("<p>Rathaus, Zimmer 12</p>", [("label", "Rathaus, Zimmer 12")]),
        ("<p>Bitte deutlich schreiben</p>", [("paragraph", "Bitte deutlich schreiben")]),
        ("<p>Sagen Sie <q>nein</q>.</p>", [("paragraph", "Sagen Sie „nein“.")]),
        ("<p>Das sind 80 m<sup>2</sup> Fläche<sup>1)</sup>.</p>", [("paragraph", "Das sind 80 m² Fläche.")]),
        (
            "<pre>Zeile eins ist da.\nZeile zwei ist da.</pre>",
            [("paragraph", f"Zeile {n} ist da.") for n in ("eins", "zwei")],
        ),
        ("<footer><p>Wir sind für Sie da.</p></footer>", [("furniture", "Wir sind für Sie da.")]),
        ("<article><header><p>Wir sind da.</p></header></article>", [("paragraph", "Wir sind da.")]),
        ("<p>Das ist <del>alt</del> neu.</p>", [("paragraph", "Das ist neu.")]),
    ],
)
def test_what_a_person_sees(page: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(page) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        *(
            "<script>var a = 1;</script>",
            "<style>p { color: red }</style>",
            "<nav><a>Start</a></nav>",
            "<!-- Kommentar -->",
        ),
        *("<template><p>nein</p></template>", "<p hidden>nein</p>", "<div style='display: none'><p>nein</p></div>"),
        *("<span aria-hidden=true>→</span>", "<noscript>nein</noscript>", "<input type=hidden name=t value=x>"),
    ],
)
def test_what_a_person_does_not_see(hidden: str) -> None:
    document = read(f"<main>{hidden}<p>Guten Tag{hidden}, Frau Weber.</p>{hidden}")
    assert "".join(block.text for block in document.blocks).replace(" ", "") == "GutenTag,FrauWeber."
    assert document.fields == ()


def test_a_page_has_a_title_and_no_pages() -> None:
    document = read("<title> Antrag &amp;\n mehr</title><p>Guten Tag.")
    assert (document.title, document.pages, document.blocks[0].page) == ("Antrag & mehr", 0, None)
    assert read("<p>Guten Tag.").title is None


@pytest.mark.parametrize(
    ("page", "label", "source"),
    [
        ("<label for=a>Ihr Name</label><input id=a>", "Ihr Name", "caption"),
        ("<label>Ihr Name <input></label>", "Ihr Name", "caption"),
        ("<label>Ihr Name <input> <small>wie im Ausweis</small></label>", "Ihr Name", "caption"),
        ("<label>Ihr Land <select><option>Polen</select></label>", "Ihr Land", "caption"),
        ("<span id=a>Ihr</span> <b id=b>Name</b><input aria-labelledby='a b'>", "Ihr Name", "caption"),
        ("<input aria-label='Ihr Name'>", "Ihr Name", "tooltip"),
        ("<input title='Ihr Name'>", "Ihr Name", "tooltip"),
        ("<p>Ihr Name: <input></p>", "Ihr Name:", "left"),
        ("<p>Ihr Name:</p><p><input></p>", "Ihr Name:", "above"),
        ("<p><input type=checkbox> Ich bin ledig</p>", "Ich bin ledig", "right"),
        ("<table><tr><td>Ihr Name<td><input></table>", "Ihr Name", "table"),
        ("<table><tr><th>Wer<th>Name<tr><td>Sie<td><input></table>", "Sie – Name", "table"),
        ("<input placeholder='Ihr Name'>", "Ihr Name", "inside"),
        ("<button>Senden</button>", "Senden", "inside"),
        ("<input type=submit value=Senden>", "Senden", "inside"),
        ("<h2>Angaben</h2><input name=txt_nachname>", "", "none"),
    ],
)
def test_where_a_label_comes_from(page: str, label: str, source: str) -> None:
    found = field(page)
    assert (found.label, found.label_source) == (label, source)
    assert (found.label_confidence == 0) is (source == "none")


def test_a_label_is_not_taken_twice() -> None:
    first, second = read("<p>Ihr Name: <input></p><input>").fields
    assert (first.label, second.label) == ("Ihr Name:", "")


@pytest.mark.parametrize(
    ("control", "facts"),
    [
        ("<input>", {"kind": "text"}),
        ("<input type=date>", {"kind": "text"}),
        ("<textarea>vorher</textarea>", {"kind": "text"}),
        ("<input type=CHECKBOX>", {"kind": "check"}),
        ("<input type=reset>", {"kind": "push"}),
        ("<select><option>A<option value=b>B</select>", {"kind": "combo", "options": ("A", "B")}),
        ("<select multiple><option>A<option></select>", {"kind": "list", "options": ("A",)}),
        ("<input required>", {"required": True, "required_source": "flag"}),
        ("<input aria-required=true>", {"required": True, "required_source": "flag"}),
        ("<label>Name *<input></label>", {"label": "Name", "required": True, "required_source": "text"}),
        ("<label>Name (Pflichtfeld)<input></label>", {"required": True, "required_source": "text"}),
        ("<input maxlength=40>", {"max_length": 40}),
        ("<input maxlength=viele>", {"max_length": None}),
        ("<input readonly>", {"read_only": True}),
        ("<input name=a id=b>", {"name": "a"}),
        ("<input id=b>", {"name": "b"}),
        ("<fieldset><legend>Ihre Person</legend><input></fieldset>", {"group": "Ihre Person"}),
        ("<input aria-label=Name title=Ausweis>", {"tooltip": "Name"}),
    ],
)
def test_what_is_known_of_a_control(control: str, facts: dict[str, Any]) -> None:
    assert field(control).model_dump(include=set(facts)) == facts


def test_names_are_unique() -> None:
    assert [one.name for one in read("<input name=a><input name=a><input>").fields] == ["a", "a#2", "field3"]


RADIOS = "<label><input type=radio name=f> ledig</label><input type=radio name=f id=v><label for=v>verheiratet</label>"


@pytest.mark.parametrize(
    ("page", "label", "source"),
    [
        (f"<fieldset><legend>Familienstand</legend>{RADIOS}</fieldset>", "Familienstand", "caption"),
        (f"<div role=radiogroup aria-label=Familienstand>{RADIOS}</div>", "Familienstand", "caption"),
        (f"<p>Familienstand:</p>{RADIOS}", "Familienstand:", "above"),
        (
            f"<fieldset><legend>Person</legend><input><p>Familienstand:</p>{RADIOS}</fieldset>",
            "Familienstand:",
            "above",
        ),
    ],
)
def test_radio_buttons_of_one_name_are_one_field(page: str, label: str, source: str) -> None:
    found = read(page).fields[-1]
    assert (found.name, found.kind, found.label, found.label_source) == ("f", "radio", label, source)
    assert found.options == ("ledig", "verheiratet")


def test_hints_know_their_field() -> None:
    page = "<label for=a>IBAN</label><input id=a name=iban aria-describedby=h><span id=h>Sie hat 22 Zeichen.</span>"
    hints = [block for block in read(page).blocks if block.role == "hint"]
    assert [(block.text, block.field) for block in hints] == [("Sie hat 22 Zeichen.", "iban")]


def test_small_print_is_a_hint_but_not_in_mid_sentence() -> None:
    assert blocks("<label>IBAN <small>22 Zeichen</small><input></label>") == [("label", "IBAN"), ("hint", "22 Zeichen")]
    assert blocks("<p>Der <small>kleine</small> Antrag ist da.") == [("paragraph", "Der kleine Antrag ist da.")]


def test_a_sentence_with_a_blank_is_one_label() -> None:
    assert blocks("<p>Ich zahle <input> Euro Miete.</p>") == [("label", "Ich zahle … Euro Miete.")]
    assert blocks("<p>Name: <input> Vorname: <input></p>") == [("label", "Name:"), ("label", "Vorname:")]


def test_a_declaration_beside_a_box_is_read_as_text() -> None:
    page = "<input type=checkbox id=a><label for=a>Ich versichere, dass alle Angaben richtig sind.</label>"
    assert blocks(page) == [("item", "Ich versichere, dass alle Angaben richtig sind.")]


def test_the_blocks_of_fields_follow_the_page() -> None:
    document = read(
        "<p>Name: <input name=n title='Ihr Name' placeholder=Weber></p><select name=s title=Land><option>A</select>"
    )
    assert [(block.id, block.role, block.text, block.field) for block in document.blocks] == [
        ("p0b1", "label", "Name:", None),
        ("f1label", "label", "Ihr Name", "n"),
        ("f1placeholder", "hint", "Weber", "n"),
        ("f2label", "label", "Land", "s"),
        ("f2o1", "option", "A", "s"),
    ]
    without = read("<input name=n>")
    assert [(block.id, block.text) for block in without.blocks] == [("f1label", "")]


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        ("<p>Grüße.".encode(), None),
        ("<p>Grüße.".encode("cp1252"), None),
        ("<p>Grüße.".encode("utf-16"), None),
        ("<p>Grüße.".encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
        ("<p>Grüße.".encode("cp437"), "text/html; charset=cp437"),
        ("<meta charset=cp437><p>Grüße.".encode("cp437"), None),
        ("<p>Grüße.".encode(), "text/html; charset=no-such-charset"),
    ],
)
def test_encodings(data: bytes, declared: str | None) -> None:
    assert read_html(data, name=None, limits=Limits(), declared=declared).blocks[-1].text == "Grüße."


@pytest.mark.parametrize("page", ["", "<html>", "<script>1</script>", "<p> \n&nbsp;</p>", "<!-- nur das -->", "<hr>"])
def test_nothing_to_check(page: str) -> None:
    with pytest.raises(EmptyText):
        read(page)


def test_limits() -> None:
    with pytest.raises(TooLarge) as caught:
        read_html(b"<input><input><input>", name=None, limits=Limits(max_fields=2))
    assert caught.value.facts == {"limit": "max_fields", "maximum": 2}
    with pytest.raises(TooLarge) as caught:
        read_html(b"<p>Guten Tag.", name=None, limits=Limits(max_characters=9))
    assert caught.value.facts == {"limit": "max_characters", "maximum": 9}


def test_elements_may_be_nested_deeply() -> None:
    assert blocks("<div>" * 3000 + "<p>Guten Tag.") == [("paragraph", "Guten Tag.")]


TAGS = (
    "p b br li ul label input select option table tr td th fieldset legend small sup pre q h1 form button div".split()
)
PIECES = st.one_of(
    st.sampled_from(
        ["Der Antrag ist da.", " ", "\n", "x", "&nbsp;", "2", "Name:", "<", "&", "<!--", "<input type=radio name=a>"]
    ),
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(["<p id=a>", "<input id=a aria-describedby='a b' name=n>", "<label for=a>", "<li id=b hidden>"]),
    st.text(max_size=5),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_page_is_a_document_or_a_typed_error(page: str) -> None:
    data = page.encode("utf-8", "replace")
    try:
        document = read_html(data, name=None, limits=Limits())
    except FormklarError:
        return
    assert len({block.id for block in document.blocks}) == len(document.blocks)
    names = [one.name for one in document.fields]
    assert len(set(names)) == len(names)
    labels = [block for block in document.blocks if block.id.endswith("label")]
    assert [(block.field, block.text) for block in labels] == [(one.name, one.label) for one in document.fields]
    assert {block.field for block in document.blocks} <= {None, *names}
    assert read_html(data, name=None, limits=Limits()) == document
