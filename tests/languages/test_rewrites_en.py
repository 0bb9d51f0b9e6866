"""English rewrites: active verbs, *you* for the applicant, shorter sentences; silence where a word is in doubt."""

from __future__ import annotations

import pytest

from app.checker import Checker, Options
from app.model import Block, Document

PASSIVES = [
    ("Your application will be checked within ten days.", "We will check your application within ten days."),
    ("The application is checked by the housing office.", "The housing office checks the application."),
    ("The form must be signed.", "You must sign the form."),
    ("The form must be returned by 31 March.", "You must return the form by 31 March."),
    ("The fee was paid by them.", "They paid the fee."),
    ("Your claim has not been approved.", "We have not approved your claim."),
    ("The fee cannot be refunded.", "We cannot refund the fee."),
    ("A decision letter will be sent to you.", "We will send a decision letter to you."),
    ("After four weeks, your card is issued.", "After four weeks, we issue your card."),
    ("Your details are not shared with others.", "We do not share your details with others."),
    ("They are informed.", "We inform them."),
    ("Your claim will be carefully examined.", "We will carefully examine your claim."),
    ("The form can be returned by post.", None),
    ("The parking permit is issued and sent to you.", None),
    ("If the form is not signed, it will be returned.", None),
    ("My claim will be checked.", None),
    ("The bins are emptied.", None),
    ("The form, which is attached, must be signed.", None),
    ("The letter that was sent by the bank is enclosed.", None),
    ("We were told that the form must be signed.", None),
]
READERS = [
    ("The applicant must provide his or her address.", "You must provide your address."),
    ("The applicant has moved house.", "You have moved house."),
    ("Applicants must be at least 18 years old.", "You must be at least 18 years old."),
    ("If needed, the applicant may bring a friend.", "If needed, you may bring a friend."),
    ("The applicant will be told and is required to reply.", None),
    ("The applicant must tell the employer.", None),
    ("The applicant and the applicant's partner must sign.", None),
    ("The applicant must sign the form when he brings it.", None),
]
SPLITS = [
    (
        "The form is free at every office of the council, and the completed form can be handed in on any working day.",
        "The form is free at every office of the council. The completed form can be handed in on any working day.",
    ),
    (
        "You can pay the fee by card at the counter of the town hall; the receipt comes to your home within one week.",
        "You can pay the fee by card at the counter of the town hall. The receipt comes to your home within one week.",
    ),
    ("If you pay the fee by card at the town hall, we send the receipt, and you keep it for at least two years.", None),
    (
        "You need your passport, your birth certificate, a letter from the school, and two photos of the child now.",
        None,
    ),
    (
        "Do you pay the fee by card at the counter of the town hall, and do you want the receipt sent to your home?",
        None,
    ),
]


@pytest.mark.parametrize(
    ("rule", "text", "after"),
    [
        *(("passive-voice", *row) for row in PASSIVES),
        *(("third-person-address", *row) for row in READERS),
        *(("several-statements,long-sentence", *row) for row in SPLITS),
    ],
)
def test_the_first_suggestion(checker: Checker, rule: str, text: str, after: str | None) -> None:
    block = Block(id="p0b1", role="paragraph", text=text)
    document = Document(media_type="text/plain", sha256="", blocks=(block,))
    report = checker.check(document, Options(language="en", rules=frozenset(rule.split(","))))
    cures = [cure.result for finding in report.findings for cure in finding.suggestions if cure.edits]
    assert (cures[0] if cures else None) == after
