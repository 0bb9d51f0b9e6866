"""Clauses told with somebody who acts: every word of the new clause is right, and what is in doubt is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.checker import Checker, Options
from app.languages import Change, Language
from app.languages.agents_de import agent_in, agent_of_duty
from app.languages.recast_de import WE, YOU, active, duty, order
from app.model import Block, Document


@pytest.fixture(scope="module")
def german(checker: Checker) -> Iterator[Language]:
    language = checker.language("de")
    with language.session():
        yield language


def told(text: str, changes: list[Change] | None) -> str | None:
    """The text with the changes; none without them."""
    if changes is None:
        return None
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def in_active(language: Language, text: str) -> str | None:
    """The first passive told in the active: by whom the clause names, else by *wir*."""
    sent = next(iter(language.parse_text(text).sents))
    passive = language.passives(sent)[0]
    if passive.agent is None:
        return told(text, active(passive, WE))
    named = agent_in(passive.agent)
    return None if named is None else told(text, active(passive, *named))


@pytest.mark.parametrize(
    ("passive", "expected"),
    [
        ("Der vollständige Antrag wird geprüft.", "Wir prüfen den vollständigen Antrag."),
        ("Ihr Antrag wird innerhalb von vier Wochen geprüft.", "Wir prüfen Ihren Antrag innerhalb von vier Wochen."),
        ("Die Akten werden zehn Jahre lang aufbewahrt.", "Wir bewahren die Akten zehn Jahre lang auf."),
        ("Ein Angehöriger wird angehört.", "Wir hören einen Angehörigen an."),
        ("Der Zeuge wird eingeladen.", "Wir laden den Zeugen ein."),
        ("Der Antrag und der Nachweis werden geprüft.", "Wir prüfen den Antrag und den Nachweis."),
        ("Danach wird er vernichtet.", "Danach vernichten wir ihn."),
        ("Nach der Prüfung wird Ihnen ein Bescheid zugesandt.", "Nach der Prüfung senden wir Ihnen einen Bescheid zu."),
        ("Bei verspäteter Abgabe wird ein Zuschlag erhoben.", "Bei verspäteter Abgabe erheben wir einen Zuschlag."),
        ("Über den Antrag wird bis Mai entschieden.", "Über den Antrag entscheiden wir bis Mai."),
        ("Es wird darauf hingewiesen, dass das Amt umzieht.", "Wir weisen darauf hin, dass das Amt umzieht."),
        ("Der Antrag wurde abgelehnt.", "Wir haben den Antrag abgelehnt."),
        ("Der Antrag ist bewilligt worden.", "Wir haben den Antrag bewilligt."),
        ("Der Antrag wird geprüft und bewilligt.", "Wir prüfen und bewilligen den Antrag."),
        ("Der Antrag kann nicht bearbeitet werden.", "Wir können den Antrag nicht bearbeiten."),
        ("Wenn der Antrag abgelehnt wird, hilft der Verein.", "Wenn wir den Antrag ablehnen, hilft der Verein."),
        ("Der Antrag, der geprüft wird, liegt im Amt.", "Der Antrag, den wir prüfen, liegt im Amt."),
        ("Wird der Antrag abgelehnt, hilft der Verein.", "Lehnen wir den Antrag ab, hilft der Verein."),
        ("Der Antrag wird von der zuständigen Behörde geprüft.", "Die zuständige Behörde prüft den Antrag."),
        ("Das Formular wird vom Vermieter ausgefüllt.", "Der Vermieter füllt das Formular aus."),
        ("Von der Behörde wird der Antrag geprüft.", "Die Behörde prüft den Antrag."),
        ("Er wird von den Mitarbeitern des Amtes geprüft.", "Die Mitarbeiter des Amtes prüfen ihn."),
        ("Der Antrag wird von uns geprüft.", "Wir prüfen den Antrag."),
    ],
)
def test_a_passive_becomes_active(german: Language, passive: str, expected: str) -> None:
    assert in_active(german, passive) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der Antrag ist schriftlich zu stellen und muss unterschrieben werden.",
        "Der Antrag würde geprüft.",
        "Ihre Daten werden gespeichert und nach zehn Jahren gelöscht.",
    ],
)
def test_a_clause_in_doubt_is_left_alone(german: Language, text: str) -> None:
    assert in_active(german, text) is None


@pytest.mark.parametrize(
    ("hidden", "must", "request_"),
    [
        (
            "Der Antrag ist bis zum 31. März einzureichen.",
            "Sie müssen den Antrag bis zum 31. März einreichen.",
            "Reichen Sie den Antrag bis zum 31. März ein.",
        ),
        (
            "Die Unterlagen sind dem Antrag beizufügen.",
            "Sie müssen dem Antrag die Unterlagen beifügen.",
            "Fügen Sie dem Antrag die Unterlagen bei.",
        ),
        (
            "Dem Antrag sind die Unterlagen beizufügen.",
            "Dem Antrag müssen Sie die Unterlagen beifügen.",
            "Fügen Sie dem Antrag die Unterlagen bei.",
        ),
        ("Änderungen sind uns mitzuteilen.", "Sie müssen uns Änderungen mitteilen.", "Teilen Sie uns Änderungen mit."),
        (
            "Der Plan ist vollständig auszufüllen und zu unterschreiben.",
            "Sie müssen den Plan vollständig ausfüllen und unterschreiben.",
            None,
        ),
        (
            "Im Antrag ist anzugeben, wer die Kosten trägt.",
            "Im Antrag müssen Sie angeben, wer die Kosten trägt.",
            None,
        ),
        ("Die Frist ist nicht zu verlängern.", None, None),
    ],
)
def test_a_hidden_duty_is_said(german: Language, hidden: str, must: str | None, request_: str | None) -> None:
    sent = next(iter(german.parse_text(hidden).sents))
    found = german.fact("modal_infinitives", sent)[0]
    assert told(hidden, duty(found, "müssen", YOU)) == must
    assert told(hidden, order(found)) == request_


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [
        ("Der Mieter hat sein Einkommen nachzuweisen.", "Der Mieter muss sein Einkommen nachweisen."),
        ("Sie haben die Änderung mitzuteilen.", "Sie müssen die Änderung mitteilen."),
        ("Die Bescheinigung ist vom Arbeitgeber auszufüllen.", "Der Arbeitgeber muss die Bescheinigung ausfüllen."),
    ],
)
def test_who_has_the_duty_is_in_the_clause(german: Language, hidden: str, expected: str) -> None:
    sent = next(iter(german.parse_text(hidden).sents))
    found = german.fact("modal_infinitives", sent)[0]
    preposition = agent_of_duty(found)
    named = agent_in(preposition) if preposition is not None else (None, None)
    assert named is not None
    assert told(hidden, duty(found, "müssen", *named)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sofern Ihnen ein Bescheid zugestellt wurde, rufen Sie an.",
            "Sofern wir Ihnen einen Bescheid zugestellt haben",
        ),
        (
            "Wir teilen Ihnen mit, dass der Antrag abgelehnt wird.",
            "Wir teilen Ihnen mit, dass wir den Antrag ablehnen.",
        ),
        ("Wenn Sie umziehen, kann der Antrag abgelehnt werden.", "Wenn Sie umziehen, können wir den Antrag ablehnen."),
        ("Wenn der Plan den Gläubigern zugestellt wurde, ist die Frist vorbei.", None),
        ("Es gibt Kitas, von denen Beiträge erhoben werden.", None),
        ("Beiträge werden nicht von Ihnen erhoben.", None),
    ],
)
def test_we_act_only_where_the_office_that_writes_may_be_meant(
    checker: Checker, text: str, expected: str | None
) -> None:
    block = Block(id="p1b1", role="paragraph", text=text)
    report = checker.check(
        Document(media_type="text/plain", sha256="", blocks=(block,)),
        Options(language="de", rules=frozenset({"passive-voice"})),
    )
    results = [cure.result or "" for finding in report.findings for cure in finding.suggestions]
    assert len(report.findings) == 1
    assert results == [] if expected is None else [result.startswith(expected) for result in results] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Das Paket wird im Amt aufbewahrt und zur Abholung bereitgehalten.",
        "In der Zeile 3 ist die Gesamtmiete und in der Zeile 4 ein Strich einzutragen.",
        "Nennen Sie das Konto, auf welches das Wohngeld überwiesen werden soll.",
        "Das ist seitens der Eltern oder der Großeltern zu erklären.",
        "Die Nachbarn haben dann zwei Wochen Zeit, Einwände schriftlich vorzubringen.",
        '"Verträge sind einzuhalten": So steht es im Gesetz.',
    ],
)
def test_nothing_for_a_sentence_that_would_break(checker: Checker, text: str) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    rules = frozenset({"passive-voice", "modal-infinitive"})
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=rules))
    assert not [cure.result for finding in report.findings for cure in finding.suggestions if cure.edits]


@pytest.mark.parametrize(
    "text",
    [
        "Vereine können als juristische Personen vom Finanzamt als gemeinnützig anerkannt werden.",
        "Die Beschwerde ist erlaubt, wenn sie vom Landgericht oder wegen des Antrags vom Amtsgericht zugelassen wird.",
        "Sie können beim Finanzamt beantragen, dass Ihr Kind berücksichtigt wird.",
        "Das heißt, dass Sie durch eine Hebamme beraten werden und nach der Geburt nach Hause fahren können.",
        "Die Wohnung wurde mit Geld für soziale Wohnungen gefördert.",
        "Die Erlaubnis kann jederzeit widerrufen werden.",
    ],
)
def test_nobody_is_put_in_whom_the_sentence_does_not_mean(checker: Checker, text: str) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({"passive-voice"})))
    assert report.findings
    results = [cure.result or "" for finding in report.findings for cure in finding.suggestions]
    assert not [result for result in results if "ir " in result or "Sie können die Erlaubnis" in result]
    assert not [result for result in results if "Hebamme Sie" in result or "das Amtsgericht sie" in result]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "Anzugeben sind alle Kraftfahrzeuge, die Sie besitzen.",
            "Geben Sie alle Kraftfahrzeuge an, die Sie besitzen.",
        ),
        ("Zu beachten sind auch die Hinweise auf der Rückseite.", "Beachten Sie auch die Hinweise auf der Rückseite."),
        ("Anzugeben ist die Miete ohne Heizkosten.", "Geben Sie die Miete ohne Heizkosten an."),
        ("Nicht anzugeben sind alle Kraftfahrzeuge.", None),
        ("Anzugeben sind alle Konten, und zwar die im Ausland.", None),
        ("Anzugeben ist, wer die Miete zahlt.", None),
    ],
)
def test_a_duty_whose_verb_stands_first_becomes_a_request(checker: Checker, text: str, after: str | None) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({"modal-infinitive"})))
    results = [cure.result for finding in report.findings for cure in finding.suggestions]
    assert results[:1] == ([after] if after else [])


@pytest.mark.parametrize(
    "text",
    [
        "Oft werden Gewinnspiele nur wegen der Daten durchgeführt.",
        "Die Geräte werden für die Arbeit benötigt.",
        "Das Geld kann in den Briefkasten eingelegt werden.",
        "Das Amt braucht einen Nachweis, aus dem der Betrag zu erkennen ist.",
        "Die Anfechtung durch den Erben ist dem Gericht zu erklären.",
        "Sie oder Ihr Betrieb können in die Liste eingetragen werden.",
        "Wenn Sie keine Sicherheit anzubieten haben, helfen wir.",
        "**Achtung:** Jede Änderung der Adresse ist im Antrag anzugeben.",
        "Bei Reisen ist ein Schild anzubringen.",
        "Achten Sie darauf, dass die Auszüge aller Konten von allen Personen vorgelegt werden.",
        "Schüler mit guten Noten können von den Schulen für neue Kurse zugelassen werden.",
        "12 Die Miete ist anzugeben.",
        "Der Vertrag kann nicht durch Angehörige widerrufen werden.",
        "Die Zulassung muss von der zuständigen Behörde erteilt werden.",
        "Sie legen fest, an wen und wie der Betrag zu zahlen ist.",
        "Für Sie kann ein Ersuchen an das Bundesamt gestellt werden, um Ihre Lage zu klären.",
        "① Hier sind alle Listen einzeln aufzuführen.",
        "Dabei wird das Gewicht durch das Quadrat der Größe geteilt.",
        "Diese werden von einer fremden Firma gemessen, die den Verbrauch kennt.",
        "Später müssen die Nachweise erbracht werden, Kinder müssen nichts zahlen.",
        "Die Firma muss ins Handelsregister eingetragen werden.",
        "Das Verfahren wird eröffnet. Nach dem Ende wird das Verfahren aufgehoben, und das Gericht prüft den Plan.",
    ],
)
def test_nobody_acts_whom_the_sentence_does_not_prove(checker: Checker, text: str) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    rules = frozenset({"passive-voice", "modal-infinitive"})
    report = checker.check(document, Options(language="de", rules=rules))
    assert report.findings
    assert not [cure.result for finding in report.findings for cure in finding.suggestions if cure.edits]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (
            "Der Zähler wird einmal im Jahr abgelesen.",
            "Wer liest den Zähler einmal im Jahr ab? Schreiben Sie, wer das tut.",
        ),
        ("Wird der Zähler einmal im Jahr abgelesen?", None),
        ("Mir ist bekannt, dass der Zähler abgelesen wird.", None),
    ],
)
def test_where_nobody_acts_the_author_is_asked(checker: Checker, text: str, note: str | None) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="de", rules=frozenset({"passive-voice"})))
    cures = [cure for finding in report.findings for cure in finding.suggestions]
    assert [(cure.safety, cure.note, cure.edits) for cure in cures] == ([("idea", note, ())] if note else [])
