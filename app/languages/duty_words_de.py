"""The words that decide whether *sein* or *haben* with *zu* is a duty, or means something else."""

from __future__ import annotations

PREDICATE_NOUNS = frozenset(
    "recht möglichkeit pflicht gelegenheit anspruch wahl chance aufgabe befugnis ziel zweck verpflichtung grund".split()
)
"""*Sie haben das Recht zu klagen*: the infinitive belongs to the noun."""

NO_DUTY_TO_HAVE = frozenset(
    "tun beanstanden beklagen bemängeln bieten verlieren vertreten verantworten erwarten befürchten rechnen".split()
)
"""*zu tun haben*, *zu vertreten haben*, *etwas zu beanstanden haben*."""

NO_DUTY_TO_BE = frozenset(
    """
    anzusehen verstehen erwarten befürchten hoffen rechnen tun vermuten bedauern begrüßen wünschen sagen haben
    """.split()
)
"""*als … anzusehen sein*, *mit … ist zu rechnen*, *was ist zu tun?*"""

AFTERTHOUGHTS = frozenset("spätestens frühestens längstens mindestens höchstens jedoch aber sondern auch und".split())
"""*ist bis zum 15., spätestens aber bis zum 31. zu zahlen*: after a comma these open no clause."""

AMOUNTS = frozenset("nichts etwas viel wenig genug".split())
"""*nichts zu befürchten haben* is no duty."""

OBLIGED = frozenset("verpflichtet berechtigt befugt bereit gehalten aufgefordert gezwungen gebeten angehalten".split())
"""*Sie sind verpflichtet zu zahlen*: the infinitive belongs to the participle."""

MANNERS = frozenset(
    """
    schriftlich mündlich persönlich formlos elektronisch telefonisch vollständig rechtzeitig jährlich monatlich
    gesondert einzeln online vorab unverzüglich umgehend sofort
    """.split()
)
"""*ist schriftlich einzulegen*: these say how, they are no predicates."""
