"""Meetings as lines of a calendar: those of which people were told, also when they are called off.

A concept is in no calendar. The event is the one that the invitation by mail holds, with the same
UID and the same number of changes.
"""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse

from openlea.core.kalender import Kalenderregel
from openlea.core.overleg import VergaderingStaat, Vergadermoment
from openlea.policy.rechten import Noun, Verb
from openlea.services.kalender.aanvraag import Aanvraag
from openlea.services.kalender.taken import TERUG
from openlea.services.overleg.oproep import times
from openlea.storage.records import models as records
from openlea.storage.records.scope_overleg import vergaderingen_within

HERINNER_DAGEN = 7
"""A week before a meeting there is still time to read the papers."""
TOLD = tuple(
    str(one)
    for one in (VergaderingStaat.UITGENODIGD, VergaderingStaat.BEZIG, VergaderingStaat.GEHOUDEN)
)


def lines_of_meetings(aanvraag: Aanvraag) -> Iterator[Kalenderregel]:
    """Yield a line per meeting that the actor may see; one that was called off is a lapsed line."""
    return (_line(aanvraag, one) for one in _seen(aanvraag))


def _seen(aanvraag: Aanvraag) -> "QuerySet[records.Vergadering]":
    """Return the meetings of which people were told; of a partij those that it was asked to."""
    actor = aanvraag.actor
    told = Q(staat__in=TOLD) | Q(staat=VergaderingStaat.AFGELAST, uitgenodigd_op__isnull=False)
    every = records.Vergadering.objects.of(actor.werkruimte).filter(told)
    asked = (
        every.filter(op__gte=aanvraag.today - TERUG)
        if aanvraag.jaar is None
        else every.in_year(aanvraag.jaar)
    )
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    seen = vergaderingen_within(asked, scope, actor, aanvraag.today)
    if aanvraag.partij is None:
        return seen
    sits = records.Deelnemer.objects.filter(partij=aanvraag.partij)
    return seen.filter(pk__in=sits.values("vergadering"))


def _line(aanvraag: Aanvraag, one: "records.Vergadering") -> Kalenderregel:
    slug, waits = aanvraag.werkruimte.slug, one.staat == VergaderingStaat.UITGENODIGD
    begin, einde = times(Vergadermoment(op=one.op, van=one.van, tot=one.tot))
    timed = one.van is not None
    return Kalenderregel(
        id=f"{slug}/vergadering/{one.pk}",
        uid=f"{one.uid}@openlea",
        titel=one.titel,
        van=one.op,
        tot=one.op,
        begin=begin if timed else None,  # type: ignore[arg-type]
        einde=einde if timed else None,  # type: ignore[arg-type]
        plek=one.plek,
        gewijzigd_op=one.gewijzigd_op,
        volgnummer=one.volgnummer,
        tekst=f"{one.reeks.naam}.",
        adres=settings.ADRES + reverse("vergadering", args=[slug, one.pk]),
        categorieen=("Overleg",),
        vervallen=one.staat == VergaderingStaat.AFGELAST,
        herinner_dagen=HERINNER_DAGEN if waits else None,
    )
