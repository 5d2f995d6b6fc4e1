"""Describe what this installation holds: werkruimten by their size, work, and the last backups."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from openlea.core.logboek import INSTALLATIE
from openlea.policy.werk import WerkStaat
from openlea.services.gezondheid.diensten import BACKUP
from openlea.services.werk.soorten import SOORTEN
from openlea.storage.records.models import Lidmaatschap, Logregel, Persoon, Werk, Werkruimte

LAST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruimteregel:
    """A werkruimte and how many take part today; nothing of what is in it."""

    naam: str
    slug: str
    soort: str
    leden: int
    openbaar: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mislukt:
    """A piece of work that failed: what kind, where and when."""

    wat: str
    waar: str
    op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Installatie:
    """What the beheerder sees on one page."""

    ruimten: tuple[Ruimteregel, ...]
    accounts: int
    gesloten: int
    werk: tuple[tuple[str, int], ...]
    mislukt: tuple[Mislukt, ...]
    backups: tuple[tuple[datetime, str], ...]


def describe_installatie(day: date) -> Installatie:
    """Return it in a fixed number of queries; `day` says which memberships count."""
    active = Lidmaatschap.objects.active_on(day).order_by()
    members = dict(active.values_list("werkruimte").annotate(Count("persoon", distinct=True)))
    states = dict(Werk.objects.order_by().values_list("staat").annotate(Count("id")))
    made = Logregel.objects.filter(keten=INSTALLATIE, werk=BACKUP).order_by("-moment")
    people = Persoon.objects.aggregate(
        every=Count("id"), closed=Count("id", filter=Q(is_active=False))
    )
    return Installatie(
        ruimten=tuple(
            Ruimteregel(
                naam=one.naam,
                slug=one.slug,
                soort=one.get_soort_display(),
                leden=members.get(one.pk, 0),
                openbaar=one.openbaar,
            )
            for one in Werkruimte.objects.order_by("naam")
        ),
        accounts=people["every"],
        gesloten=people["closed"],
        werk=tuple((one.label, states.get(str(one), 0)) for one in WerkStaat),
        mislukt=tuple(_failed()),
        backups=tuple(made.values_list("moment", "onderwerp")[:LAST]),
    )


def _failed() -> list[Mislukt]:
    failed = Werk.objects.filter(staat=WerkStaat.MISLUKT).select_related("werkruimte")
    return [
        Mislukt(
            wat=SOORTEN[one.soort].naam if one.soort in SOORTEN else one.soort,
            waar=one.werkruimte.naam,
            op=one.klaar_op or one.aangevraagd_op,
        )
        for one in failed.order_by("-aangevraagd_op")[:LAST]
    ]
