"""Tokens and sentence boundaries of English forms: abbreviations, list numbers, references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language as Nlp
    from spacy.tokens import Doc, Token


ABBREVIATIONS = frozenset(
    """Acct. acct. Appt. Appts. approx. Approx. Apt. Apts. Art. Arts. Assn. Asst. Att. Attn. Ave. avg. Bldg. Blvd. c/o.
    cc. cf. Ch. Cl. Cllr. Cnty. Cont. cont. Ct. Dept. Depts. dept. Dist. div. Div. Doc. Docs. ed. Ed. encl. Encl. enc.
    Enc. Esq. est. Est. etc. Etc. excl. Excl. Exec. ext. Ext. Fig. Figs. fig. Hon. Hr. Hrs. hr. hrs. Hwy. ibid. incl.
    Incl. ind. Lt. max. Max. Mgr. mgr. min. Min. misc. Misc. mo. mos. No. Nos. nos. Ord. P.O. para. Para. paras. Paras.
    Pkwy. pl. Pls. pp. Pt. Pts. qtr. Rd. Ref. ref. Reg. Regs. reg. Rm. Sec. Secs. sec. secs. Sect. sect. sched. Sched.
    Sgt. Sq. sq. Sr. subd. Subd. Sub. subs. Supp. Ste. tel. Tel. Tues. Thurs. Mon. Tue. Wed. Thu. Fri. Sat. temp. Twp.
    Ala. Ann. Ariz. Cal. Civ. Colo. Conn. Const. Crim. Del. Fam. Fla. Ga. Ill. Ind. Kan. La. Mass. Mich. Minn. Mo. Neb.
    Nev. Okla. Pa. Proc. Pub. Rev. Stat. Tenn. Tex. Va. Vt. Wash. Wis. Wyo. N.Y. N.J. U.K. U.S. U.S.A.
    U.S.C. Univ. vol. Vol. Vols. wk. wks. yr. yrs. Yr. Yrs.""".split()
)
"""Abbreviations of one token; their full stop alone does not end a sentence."""

_TITLES = frozenset(
    """Mr. Mrs. Ms. Dr. Prof. Rev. Hon. Gov. Sen. Rep. Gen. Messrs. Attn. Cllr. Sgt. Lt. e.g. i.e. E.g. I.e. cf.
    v. vs.""".split()
)
"""Abbreviations that never end a sentence, whatever follows."""

_STARTERS = frozenset(
    """A After All Also An And Answer Any Are As Ask Attach Be Before Both But By Call Can Check Choose Complete Contact
    Did Do Does Each Either Enter Every Except Find For From Give Has Have He Her Here His How However I If In Include
    Is It Its Keep List Mail Make Many May More Most Must My Never Next No Nobody None Not Note Nothing On Once One Only
    Or Other Our Part Pay Please Print Provide Put Read Return Section See Select Send She Show Sign Since So Some State
    Submit Tell That The Their Then There These They This Those Tick To Under Unless Until Use Was We Were What When
    Where Whether Which While Who Why Will With Within Without Write Yes You Your""".split()
)
"""Words that after an abbreviation show a new sentence."""

_NUMBERED = frozenset(
    """No. Nos. Sec. Secs. Art. Arts. Apt. Apts. Fig. Figs. Ch. Cl. Para. Paras. para. paras. Pt. Rm. Ste. pp. Vol.
    Reg.""".split()
)
"""Abbreviations that a number or a letter follows."""

_STOPS = frozenset("!?….")
_CLOSERS = frozenset("”\"'’)]»")
_BULLETS = frozenset("•▪◦●■☐□☒☑❑❏➢►‣")
_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")


def prepare(nlp: Nlp) -> None:
    """Teaches the tokenizer abbreviations with a full stop."""
    tokenizer: Any = nlp.tokenizer
    for text in sorted(ABBREVIATIONS):
        tokenizer.add_special_case(text, [{"ORTH": text}])


def mark_sentences(doc: Doc) -> None:
    """Sets the start of every sentence from punctuation, abbreviations and bullets, before the parser looks."""
    start = True
    opened = 0
    for token in doc:
        if token.text in _BULLETS:
            start = True
        token.is_sent_start = start
        if start:
            opened = token.i
        start = token.i + 1 < len(doc) and _ends(token, doc[token.i + 1], doc, opened)


def _ends(token: Token, after: Token, doc: Doc, opened: int) -> bool:
    """Whether ``after`` opens a sentence."""
    if after.is_space or (after.text in _CLOSERS and not token.whitespace_):
        return False
    last = token
    while last.i > opened and (last.text in _CLOSERS or last.is_space):
        last = doc[last.i - 1]
    if not _opens(after):
        return False
    if set(last.text) <= _STOPS and last.text != ".":
        return True
    if last.text == ".":
        return not _is_list_number(last, doc, opened)
    return last.text.endswith(".") and len(last) > 1 and _may_end(last, after)


def _opens(token: Token) -> bool:
    first = token.text.lstrip("“\"'‘(«[–-")[:1]
    return not first or not (first.islower() or first in _STOPS)


def _may_end(abbreviation: Token, after: Token) -> bool:
    """Whether a sentence ends with an abbreviation: *by 5 p.m. You …*, but not *No. 5* or *Mr. Will*."""
    if abbreviation.text in _TITLES:
        return False
    if abbreviation.text == "No." and (abbreviation.is_sent_start or abbreviation.nbor(-1).is_punct):
        return not after.is_digit  # the answer No
    if abbreviation.text in _NUMBERED and (after.is_digit or len(after) == 1):
        return False
    return after.text in _STARTERS or after.text in _BULLETS


def _is_list_number(stop: Token, doc: Doc, opened: int) -> bool:
    """*1. Fill in …*: number and full stop at the beginning of a sentence."""
    return stop.i == opened + 1 and _NUMBER.match(doc[opened].text) is not None
