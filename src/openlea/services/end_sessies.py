"""End the sessions of somebody at once: on a new password, another role, or when asked."""

from django.db import transaction

from openlea.core.logboek import Logsoort
from openlea.core.sessie import SESSIE
from openlea.services.log_event import log_event
from openlea.storage.records.toegang import rows_of, sessions_of


@transaction.atomic
def end_sessies(persoon: int, reden: str, *, alleen: int | None = None) -> int:
    """End all sessions of a person but the one at work now, and return how many ended.

    `alleen` is the number of one session of this person; another number ends nothing.
    """
    found = sessions_of(persoon).exclude(session_key=SESSIE.get())
    if alleen is not None:
        found = found.filter(pk=alleen)
    keys = list(found.values_list("session_key", flat=True))
    if not keys:
        return 0
    rows_of(keys).delete()
    sessions_of(persoon).filter(session_key__in=keys).delete()
    sessies = "1 sessie" if len(keys) == 1 else f"{len(keys)} sessies"
    log_event("sessies beëindigd", sessies, reden, soort=Logsoort.INLOGGEN, persoon=persoon)
    return len(keys)
