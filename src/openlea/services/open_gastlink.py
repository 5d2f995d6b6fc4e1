"""Open the link of a guest: find the one meeting it is for, and whether it still opens."""

from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest

from django.db import transaction
from django.utils import timezone

from openlea.core.overleg import VergaderingStaat
from openlea.services.keep_record import keep_record
from openlea.storage.records.as_values import everything
from openlea.storage.records.models import Gastlink, Vergadering


@dataclass(frozen=True, slots=True, kw_only=True)
class Gastbezoek:
    """A link that was made once: for whom, of which meeting, and whether it opens."""

    vergadering: Vergadering
    voor: str
    geldig: bool


@transaction.atomic
def open_gastlink(token: str) -> Gastbezoek | None:
    """Return what a link opens, or None for one that never was.

    It does not open when it was taken back, is too old, or the meeting is a concept again.
    """
    kenmerk = sha256(token.encode()).hexdigest()
    link = Gastlink.objects.with_vergadering().filter(kenmerk=kenmerk).first()
    if link is None or not compare_digest(link.kenmerk, kenmerk):
        return None
    now = timezone.now()
    opens = link.ingetrokken_op is None and now <= link.geldig_tot
    silent = link.vergadering.staat == VergaderingStaat.CONCEPT
    if opens and not silent and _is_new_day(link):
        link.geopend_op = now
        keep_record(everything(link.werkruimte_id).actor, link)
    return Gastbezoek(vergadering=link.vergadering, voor=link.voor, geldig=opens and not silent)


def _is_new_day(link: Gastlink) -> bool:
    """Return whether it was not opened today yet: each reload need not be written down."""
    opened = link.geopend_op
    return opened is None or timezone.localdate(opened) != timezone.localdate()
