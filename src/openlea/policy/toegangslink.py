"""When a link in a mail opens its Verzoek: one ask, fourteen days, until it is taken back."""

from datetime import datetime, timedelta

from openlea.core.keuze import Keuze
from openlea.core.verzoek import Toegangslink, VerzoekStaat

VALID_FOR = timedelta(days=14)


class LinkOordeel(Keuze):
    """Whether a link opens, and the sentence for who followed it."""

    GELDIG = "geldig", "Deze link werkt."
    ANDER_VERZOEK = "ander_verzoek", "Deze link hoort bij een andere vraag."
    INGETROKKEN = "ingetrokken", "Deze link is ingetrokken. Vraag een nieuwe aan."
    AFGEHANDELD = "afgehandeld", "Deze vraag is niet meer voor jou. Je hoeft niets te doen."
    VERLOPEN = "verlopen", "Deze link is ouder dan 14 dagen. Vraag een nieuwe aan."


def judge_link(link: Toegangslink, verzoek: int, staat: VerzoekStaat, now: datetime) -> LinkOordeel:
    """Return whether the link opens this verzoek now.

    An ask that was answered still opens, so that a mistake can be put right in the same fourteen
    days; one that was handed over or dropped does not.
    """
    if link.verzoek != verzoek:
        return LinkOordeel.ANDER_VERZOEK
    if link.ingetrokken_op is not None and link.ingetrokken_op <= now:
        return LinkOordeel.INGETROKKEN
    if staat in (VerzoekStaat.OVERGEDRAGEN, VerzoekStaat.VERVALLEN):
        return LinkOordeel.AFGEHANDELD
    is_fresh = link.gemaakt_op <= now <= link.gemaakt_op + VALID_FOR
    return LinkOordeel.GELDIG if is_fresh else LinkOordeel.VERLOPEN
