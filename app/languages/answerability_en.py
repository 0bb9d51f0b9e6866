"""The words by which an English form says until when, where to, whom to ask, what to add, what comes next, the cost."""

from __future__ import annotations

_NEAR = r"[^!?]{0,120}?"
_CLOSE = r"[^!?]{0,60}?"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|ten|fourteen|thirty|sixty|ninety)"
_UNIT = r"(?:(?:calendar|working|business) )?(?:days?|weeks?|months?)\b"
_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_LIMIT = (
    rf"(?:\bwithin (?:the )?{_CLOSE}{_NUMBER} {_UNIT}|\b(?:by|before|until|on or before|no later than"
    rf"|not later than) "
    rf"(?:{_DAY}|the \w+ day|the (?:deadline|due date|hearing)|{_NUMBER} {_UNIT})"
    rf"|\bat least {_NUMBER} {_UNIT} before\b"
    rf"|\b{_NUMBER} {_UNIT} (?:before|after|of)\b|\bprior to the\b|\bas soon as possible\b|\bat any time\b)"
)
_HAND_IN = (
    r"\b(?:(?<!the )(?<!tax )(?<!your )(?<!this )return(?:ed)?|file(?:d)?|submit(?:ted)?|sen[dt]"
    r"|mail(?:ed)?|apply|register|hand(?:ed)? in|bring|lodged?|reach us|postmarked)\b"
)
_FORM = (
    r"\b(?:this|the|your|it|them|completed|a(?: copy of)? (?:this|the)) ?(?:\w+ ){0,2}?(?:form|application"
    r"|return|claim"
    r"|petition|original|payment|notice|paper|statement|affidavit|check)?\b"
)
_OFFICE = (
    r"\b(?:court|office|clerk|department|agency|council|authority|bureau|division|team|registry|sheriff|library"
    r"|tribunal|commission|processing|box|address|desk|IRS)\b"
)
_PAPER = (
    r"\b(?:cop(?:y|ies)|documents?|proof|evidence|receipts?|statements?|certificates?|letters?|records?|schedules?"
    r"|payslips?|passport|identity card|forms?(?:\(s\))?|W-2\w*|payment|photo)\b"
)

PATTERNS: dict[str, tuple[str, ...]] = {
    "deadline": (
        rf"\bclosing date\b{_CLOSE}\d|\byou have {_NUMBER} {_UNIT} to (?:reply|respond|return|apply|send)\b",
        rf"\b(?:we|office) must (?:receive|get|have)\b{_NEAR}{_LIMIT}|\bby \d{{1,2}} {_DAY}{_CLOSE}{_HAND_IN}",
        rf"{_HAND_IN}{_NEAR}{_LIMIT}",
        rf"{_LIMIT}{_NEAR}{_HAND_IN}",
        rf"^due (?:on |by )?(?:the )?(?:\d|{_DAY})",
        rf"\b(?:deadline|due date)\b{_CLOSE}\b(?:is|:)\s{_CLOSE}\d",
    ),
    "destination": (
        (
            r"\b(?:send|return|post|bring|e-?mail|give|hand) (?:it|this form|the form"
            r"|your form)(?: \w+){0,2} (?:to us|to the address|in at|in to|to reception)\b"
        ),
        (
            rf"\b(?:send|mail|return|submit|file|bring|take|deliver|fax|e-?mail|hand|upload)\b {_FORM}{_NEAR}"
            rf"\b(?:to|at|with|in)\b{_CLOSE}(?:{_OFFICE}|@|www\.|\bonline\b)"
        ),
        rf"\b(?:submitted|filed|returned|sent|lodged)\b{_NEAR}\b(?:to|at|with)\b{_CLOSE}{_OFFICE}",
        r"\b(?:mail|send|return|fax|submit)(?: \w+){0,3} to:",
        r"\bapply online\b|\bfile online\b|\bsubmit (?:it|this form|your application) online\b",
        r"\bP\.? ?O\.? Box \d+[^!?]{0,60}\b[A-Z]{2} \d{5}\b",
    ),
    "contact": (
        r"\b(?:for more information|more information)\b[^!?]{0,20}\b(?:contact|call|phone|ask)\b",
        r"\b(?:call|phone|telephone|tel|contact|helpline|hotline)\b[^!?\d]{0,40}[(+]?\d[\d() .–-]{6,}",
        r"\btoll[ -]free\b[^!?]{0,20}\d|\(\d{3}\) \d{3}-\d{4}\b",
        r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b",
        (
            r"\b(?:questions?|help|advice|assistance)\b[^!?]{0,60}\b(?:call|contact|e-?mail|ask|visit|write to"
            r"|front desk)\b"
        ),
        r"\b(?:call|contact|ask)\b[^!?]{0,60}\b(?:questions|help|advice|assistance)\b|\bplease call us\b",
        r"\bget help\b[^!?]{0,60}\b(?:at|from)\b",
    ),
    "enclosures": (
        (
            r"^\W*(?:supporting documents|what to send with (?:this|your) (?:form|application|claim)"
            r"|documents (?:you need|to (?:send|include|attach)))"
        ),
        rf"\b(?:attach|enclose|include|bring)\b{_NEAR}{_PAPER}",
        rf"\b(?:provide|submit|send|show)\b{_CLOSE}\b(?:cop(?:y|ies) of|proof|evidence|receipts|certificates?)\b",
        rf"{_PAPER}{_CLOSE}\b(?:must|should|has to|have to) be (?:attached|enclosed|included|submitted|provided)\b",
        r"\battached as\b|\b(?:is|are) (?:attached|enclosed)\b",
        rf"\b(?:furnish|together with|accompanied by){_CLOSE}\b(?:evidence|proof|cop(?:y|ies))\b|\bI enclose\b",
        r"\bdo not (?:attach|send|include) (?:any )?(?:documents|copies|papers)\b",
    ),
    "next-step": (
        r"\bwe aim to (?:decide|reply|contact|process|answer)\b|\byou will hear from us\b|\bwe will be in touch\b",
        (
            r"\bwe (?:will|shall) (?:then )?(?:review|check|send|write|contact|tell|let you|decide|process"
            r"|notify|mail|call)\b"
        ),
        r"\byou (?:will|should) (?:then )?(?:get|receive|be (?:notified|contacted|told|sent))\b|\bprocessing time\b",
        r"\bwill (?:provide|contact|send|notify|tell|mail|call) you\b",
        r"^what happens (?:next|then|after)\b|\byou get (?:the|your)\b",
        r"\bdecision\b[^!?]{0,60}\bwill be made within\b",
        (
            r"\bthe (?:court|judge|clerk|council|agency|office|tribunal) will (?:\w+ )?(?:review|decide|send|schedule"
            r"|notify|mail|issue|set)\b"
        ),
    ),
    "cost": (
        r"\byou do not (?:have|need) to pay\b|\bfree to (?:apply|register|use)\b",
        (
            r"\bfree of charge\b|\bno (?:fee|charge|cost)\b|\bcosts? (?:nothing|[$£€]?\d)|\b(?:form|service"
            r"|card) is free\b"
        ),
        (
            r"\b(?:fee|charge)s?\b[^!?]{0,40}(?:[$£€]\s?\d|\d+ (?:euros?|dollars|pounds))"
            r"|[$£€]\s?\d[\d.,]*[^!?]{0,30}\bfee\b"
        ),
        r"\b(?:filing|application|processing) fee\b|\bis a free\b",
    ),
    "remedy": (
        r"\b(?:your )?right to appeal\b|\byou (?:can|may) (?:appeal|ask for a (?:review|hearing))\b",
        r"\bappeal (?:this|the|our) (?:\w+ )?decision\b|\bnotice of appeal\b",
        r"\byou (?:can|may) request a (?:review|hearing|reconsideration)\b",
    ),
}
"""By item: regular expressions, small or capital letters alike."""

NOT_MEANT: dict[str, tuple[str, ...]] = {
    "deadline": (
        r"\?",
        r"\b(?:last|past|previous|next) (?:\w+ )?(?:days?|weeks?|months?|years?)\b|\bretain|\bkept\b|\bdelete",
        (
            r"\bappeal|\bwe will\b|\byou (?:will|should) (?:get|receive)\b|\bpaid\b|\brepaid|\brepayment"
            r"|\bcancel|\brevoke"
        ),
        r"\bchange of\b|\bif you (?:were|did|have) not\b|\btax due on\b",
    ),
    "destination": (
        r"\?",
        (
            r"\bwe (?:will|may|shall)\b|\bunethical|\bserved\b|^I \b|\bappeal shall\b|\bdon.t\b|\bdo not\b"
            r"|\bwas sent\b|\bI hereby\b|\bcommunity income\b|\brefund\b"
        ),
    ),
    "contact": (r"\brevoke|\bunethical|\bprivacy|\bdata protection|\bpreparer.s\b|\bfor example\b",),
    "enclosures": (
        r"\?",
        (
            r"\bwe (?:will|may)\b|\bI (?:consent|authori[sz]e|certify)|\binclude on\b|\battach to Form\b"
            r"|\bprovide the taxpayer\b|\bcovering letter\b"
        ),
        r"\bcheck the box if\b|\bcontinuation\b",
    ),
    "next-step": (r"(?<!next)\?", r"^if you (?:were|will)\b|\bappeal\b|\brefund\b|\bwe will (?:delete|keep|use)\b"),
    "cost": (r"\?", r"\b(?:late|attorney|legal|tax preparation|union|membership) fees?\b|\bnew card\b"),
    "remedy": (r"\?", r"\bhas been notified\b|\bI (?:waive|understand)"),
}
"""By item: a sentence with one of these speaks of something else."""

LETTERHEAD = (
    r"^(?:.*,\s*)?(?:\d{5} [A-Z][\w-]+|[A-Z][\w ]+,? [A-Z]{2} \d{5}|[A-Z][\w ]+ [A-Z]{1,2}\d\w? \d[A-Z]{2})\s*$"
)
"""Where a letterhead ends: postcode and town."""

STEMS: dict[str, tuple[str, ...]] = {
    "deadline": ("within", "closing", "you have", "by ", "before", "later", "least", "until", "deadline",
                 "due", "soon", "prior", "time",
                 "after", "of "),
    "contact": ("(", "free", "information", "call", "phone", "tel", "contact", "line", "@", "question", "help",
                 "advice", "assist"),
    "cost": ("fee", "charge", "cost", "free", "pay"),
    "remedy": ("appeal", "review", "hearing", "reconsid"),
}  # fmt: skip
"""By item: a sentence without any of these, in small letters, cannot tell it; looking here first is cheaper."""
