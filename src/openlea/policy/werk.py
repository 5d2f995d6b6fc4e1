"""How work in the background stands, and when nothing is heard of it any more."""

from datetime import datetime, timedelta

from openlea.core.keuze import Keuze


class WerkStaat(Keuze):
    """How a piece of work stands."""

    WACHT = "wacht", "Wacht"
    LOOPT = "loopt", "Bezig"
    KLAAR = "klaar", "Klaar"
    MISLUKT = "mislukt", "Niet gelukt"
    GESTOPT = "gestopt", "Gestopt"


ONDERWEG = frozenset({WerkStaat.WACHT, WerkStaat.LOOPT})
"""Work that is not over: the same is not asked twice meanwhile, and it can be stopped."""

OPNIEUW = frozenset({WerkStaat.MISLUKT, WerkStaat.GESTOPT})
"""Work that can be asked again."""

STIL_NA = timedelta(minutes=2)
WACHT_LANG_NA = timedelta(minutes=1)
GEEN_TEKEN = (
    "Het werk gaf geen teken van leven meer. Waarschijnlijk is de site intussen gestopt. "
    "Vraag het opnieuw aan: wat al klaar was, blijft."
)


def is_silent(staat: WerkStaat, teken_op: datetime | None, now: datetime) -> bool:
    """Return whether running work gave no sign of life for two minutes."""
    return staat is WerkStaat.LOOPT and (teken_op is None or now - teken_op > STIL_NA)


def waits_long(staat: WerkStaat, aangevraagd_op: datetime, now: datetime) -> bool:
    """Return whether work waits so long that probably nothing runs to pick it up."""
    return staat is WerkStaat.WACHT and now - aangevraagd_op > WACHT_LANG_NA
