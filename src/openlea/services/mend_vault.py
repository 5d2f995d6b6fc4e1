"""Clean the vault of what was broken off: files and keys that no record knows, and old drafts."""

import time
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from openlea.services.casus.inhoud import vak_of as vak_of_casus
from openlea.services.kluis.concepten import drop_expired
from openlea.services.kluis.plek import vak_of
from openlea.services.log_event import log_event
from openlea.storage.records.models import Aanlevering, Casus
from openlea.storage.vault import kluis
from openlea.storage.vault.sleutelbos import remove_halves

GRACE = timedelta(hours=1)
"""A delivery that is being written has its file before its record; so long it may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hersteld:
    """How much was removed, and the numbers of what can't be opened any more.

    `onleesbaar` are deliveries, `onleesbare_casussen` are casussen by their place in the records.
    """

    resten: int
    verlopen: int
    onleesbaar: tuple[int, ...]
    onleesbare_casussen: tuple[int, ...] = ()


def mend_vault(*, grace: timedelta = GRACE) -> Hersteld:
    """Return what was cleaned; what is erased according to the records is erased here too.

    A delivery without its key or file is told, never marked as erased: its keys may be elsewhere.
    """
    expired = drop_expired(timezone.now())
    kept = {one.kluis: one for one in Aanlevering.objects.kept().select_related("werkruimte")}
    casussen = Casus.objects.filter(gewist_op=None).select_related("werkruimte")
    cases = {one.kluis: one for one in casussen}
    erased = {
        number
        for records in (Aanlevering.objects, Casus.objects)
        for number in records.exclude(gewist_op=None).values_list("kluis", flat=True)
    }
    before = time.time() - grace.total_seconds()
    rests = [
        one
        for one in kluis.found_files()
        if one.nummer not in kept.keys() | cases.keys()
        and (one.nummer in erased or one.moment <= before)
    ]
    for rest in rests:
        kluis.remove_rest(rest)
    count = len(rests) + remove_halves(before)
    unreadable = tuple(one.pk for one in kept.values() if not kluis.is_readable(vak_of(one)))
    lost = tuple(one.pk for one in cases.values() if not kluis.is_readable(vak_of_casus(one)))
    if count or expired:
        log_event("kluis opgeruimd", f"{count} resten, {expired} niet bevestigd")
    return Hersteld(resten=count, verlopen=expired, onleesbaar=unreadable, onleesbare_casussen=lost)
