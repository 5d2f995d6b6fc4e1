"""Tells people about a meeting: asked, moved, called off; nobody twice, and one failure costs one.

What somebody was told last is kept per participant, before the mail goes out: two who press the
button at the same moment send one mail.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import Actor, Noun
from openlea.services.log_deed import log_deed
from openlea.services.overleg.brief import Soort, post_brief
from openlea.storage.records.models import Deelnemer, Vergadering

log = logging.getLogger(__name__)
NOOIT = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzonden:
    """Names of who was told, who could not be reached, and who has no address."""

    verstuurd: tuple[str, ...] = ()
    mislukt: tuple[str, ...] = ()
    zonder_adres: tuple[str, ...] = ()

    def __add__(self, other: "Verzonden") -> "Verzonden":
        """Return both together."""
        return Verzonden(
            verstuurd=self.verstuurd + other.verstuurd,
            mislukt=self.mislukt + other.mislukt,
            zonder_adres=self.zonder_adres + other.zonder_adres,
        )


def tell_all(actor: Actor, vergadering: Vergadering) -> Verzonden:
    """Tell each participant what changed since the last mail, and return how that went.

    Of a meeting that was called off only who was asked before hears. Sent again, only those are
    mailed who did not have it yet.
    """
    off = vergadering.staat == VergaderingStaat.AFGELAST
    asked = Deelnemer.objects.of(vergadering.pk)
    waiting = asked.awaiting(vergadering.volgnummer)
    if off:
        waiting = waiting.filter(uitgenodigd_tot__gt=NOOIT)
    told = Verzonden()
    for one in waiting:
        told += _tell(one, vergadering, _kind(one, off=off))
    nowhere = () if off else asked.filter(email="").values_list("naam", flat=True)
    log_deed(
        actor,
        "uitnodiging verstuurd",
        f"vergadering {vergadering.pk}",
        str(len(told.verstuurd)),
        noun=Noun.OVERLEG,
    )
    return told + Verzonden(zonder_adres=tuple(nowhere))


def take_away(actor: Actor, deelnemers: Iterable[Deelnemer]) -> Verzonden:
    """Take participants from the table; who was invited gets the event cancelled first.

    Who can't be told stays on the list, so that it can be tried again.
    """
    told = Verzonden()
    for one in deelnemers:
        vergadering, was_asked = one.vergadering, one.uitgenodigd_tot > NOOIT and one.email
        if was_asked:
            _raise_for(one)
            vergadering.refresh_from_db(fields=["volgnummer"])
            sent = _tell(one, vergadering, Soort.NIET_MEER)
            told += sent
            if sent.mislukt:
                continue
        one.delete()
        log_deed(actor, "deelnemer weg", f"vergadering {vergadering.pk}", noun=Noun.OVERLEG)
    return told


def _kind(one: Deelnemer, *, off: bool) -> Soort:
    if off:
        return Soort.AFGELAST
    return Soort.UITNODIGING if one.uitgenodigd_tot == NOOIT else Soort.GEWIJZIGD


@transaction.atomic
def _raise_for(gone: Deelnemer) -> None:
    """Raise the number of the invitation for one who leaves; for the others nothing changed."""
    Vergadering.objects.filter(pk=gone.vergadering_id).update(volgnummer=F("volgnummer") + 1)
    up_to_date = Deelnemer.objects.filter(
        vergadering=gone.vergadering_id, uitgenodigd_tot=F("vergadering__volgnummer") - 1
    )
    held = list(up_to_date.exclude(pk=gone.pk).values_list("pk", flat=True))
    Deelnemer.objects.filter(pk__in=held).update(uitgenodigd_tot=F("uitgenodigd_tot") + 1)


def _tell(one: Deelnemer, vergadering: Vergadering, soort: Soort) -> Verzonden:
    before = one.uitgenodigd_tot
    mine = Deelnemer.objects.filter(pk=one.pk, uitgenodigd_tot=before)
    if not mine.update(uitgenodigd_tot=vergadering.volgnummer):
        return Verzonden()
    try:
        post_brief(one, vergadering, soort)
    except OSError as error:
        log.warning(
            "A mail about meeting %s was not sent: %s", vergadering.pk, type(error).__name__
        )
        Deelnemer.objects.filter(pk=one.pk).update(uitgenodigd_tot=before)
        return Verzonden(mislukt=(one.naam,))
    return Verzonden(verstuurd=(one.naam,))
