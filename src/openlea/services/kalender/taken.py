"""The legal tasks of a werkruimte as lines of a calendar."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse

from openlea.core.kalender import Kalenderpunt, Kalenderregel
from openlea.core.plicht import Houder, Plicht
from openlea.core.verplichting import TaakStaat
from openlea.policy.kalender import punt_of
from openlea.policy.kalenderregel import line_of
from openlea.policy.rechten import Noun, Verb
from openlea.policy.verplichting import state_on
from openlea.services.kalender.aanvraag import Aanvraag
from openlea.services.taken.houderschap import holders_of_partij
from openlea.storage.records import models as records
from openlea.storage.records.scope import verplichtingen_within
from openlea.storage.records.verplichting_values import verplichting_value

TERUG = timedelta(days=400)
"""A line stays for a good year after its day, so that last year can be looked up."""


def lines_of_tasks(aanvraag: Aanvraag) -> Iterator[Kalenderregel]:
    """Yield a line per task; one that does not apply or is no longer asked is a lapsed line."""
    return (regel for _, regel in tasks(aanvraag))


def tasks(aanvraag: Aanvraag) -> Iterator[tuple[Kalenderpunt, Kalenderregel]]:
    """Yield every task that the actor may see, soonest first: what the law says, and its line."""
    own = aanvraag.partij.pk if aanvraag.partij else None
    for record in _seen(aanvraag):
        punt = point_of(aanvraag, record)
        yield (
            punt,
            line_of(
                punt,
                kenmerk=f"{aanvraag.werkruimte.slug}/taak/{record.pk}",
                wie="" if record.partij_id == own else record.partij.naam,
                adres=_address(aanvraag.werkruimte.slug, record.pk),
                versie=record.versie,
                gewijzigd_op=record.bijgewerkt_op,
            ),
        )


def point_of(aanvraag: Aanvraag, record: records.Verplichting) -> Kalenderpunt:
    """Return a task as a point; its state is that of the day on which is asked."""
    staat = TaakStaat.NIET_VAN_TOEPASSING if record.vervallen else TaakStaat(record.staat)
    return punt_of(
        verplichting_value(record),
        aanvraag.plichten.get(record.plicht),
        aanvraag.today,
        record.partij.naam,
        state_on(staat, record.uiterlijk, aanvraag.today),
    )


def _address(slug: str, nummer: int) -> str:
    return settings.ADRES + reverse("taak", args=[slug, nummer])


def _seen(aanvraag: Aanvraag) -> "QuerySet[records.Verplichting]":
    """Return what the actor may see: of a partij its own, and what it does together with others."""
    actor = aanvraag.actor
    every = records.Verplichting.objects.of(actor.werkruimte)
    asked = (
        every.filter(uiterlijk__gte=aanvraag.today - TERUG)
        if aanvraag.jaar is None
        else every.in_year(aanvraag.jaar)
    )
    seen = verplichtingen_within(asked, actor.scope(Noun.TAAK, Verb.ZIEN), actor)
    if aanvraag.partij is None:
        return seen
    joint = _together(aanvraag.plichten.values(), holders_of_partij(aanvraag.partij))
    return seen.filter(Q(partij=aanvraag.partij) | Q(plicht__in=joint))


def _together(plichten: Iterable[Plicht], houders: frozenset[Houder]) -> list[str]:
    """Return the duties that one of these holders meets together with others."""
    return [
        plicht.id
        for plicht in plichten
        if plicht.gezamenlijk and not houders.isdisjoint(plicht.houders)
    ]
