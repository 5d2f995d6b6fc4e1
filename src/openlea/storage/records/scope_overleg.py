"""How far a right reaches over consultations: by visibility, by who leads, by who takes part."""

from datetime import date

from django.db.models import Q, QuerySet

from openlea.core.overleg import Overlegrol, VergaderingStaat
from openlea.policy.rechten import Actor, Scope, reach
from openlea.storage.records.afspraak import Afspraak
from openlea.storage.records.agendapunt import Agendapunt
from openlea.storage.records.besluit import Besluit
from openlea.storage.records.opdracht import Opdracht
from openlea.storage.records.overleg import Overlegreeks, Reekslid
from openlea.storage.records.vergadering import Deelnemer, Vergadering

LEIDING = (str(Overlegrol.VOORZITTER), str(Overlegrol.SECRETARIS))


def led_by(actor: Actor, day: date) -> QuerySet[Reekslid]:
    """Return the seats in which the actor is chair or secretary of a series on a day."""
    seats = Reekslid.objects.active_on(day).filter(lid_id=actor.lid or 0, rol__in=LEIDING)
    return seats.filter(werkruimte_id=actor.werkruimte)


def reeksen_within(
    reeksen: QuerySet[Overlegreeks], scope: Scope, actor: Actor, day: date
) -> QuerySet[Overlegreeks]:
    """Return the series that a scope reaches; one's own are those that one leads on that day."""
    seen = reeksen.filter(werkruimte_id=actor.werkruimte, zichtbaarheid__in=_reach(scope))
    if scope is not Scope.EIGEN_PARTIJ:
        return seen
    return seen.filter(pk__in=led_by(actor, day).values("reeks"))


def vergaderingen_within(
    vergaderingen: QuerySet[Vergadering], scope: Scope, actor: Actor, day: date
) -> QuerySet[Vergadering]:
    """Return the meetings that a scope reaches; a concept only for who keeps or leads it."""
    led = Q(reeks__in=led_by(actor, day).values("reeks"))
    seen = vergaderingen.filter(
        werkruimte_id=actor.werkruimte,
        zichtbaarheid__in=_reach(scope),
        reeks__zichtbaarheid__in=_reach(scope),
    )
    if scope is Scope.ALLES:
        return seen
    if scope is Scope.EIGEN_PARTIJ:
        return seen.filter(led)
    return seen.filter(~Q(staat=VergaderingStaat.CONCEPT) | led)


def attended_within(
    vergaderingen: QuerySet[Vergadering], scope: Scope, actor: Actor
) -> QuerySet[Vergadering]:
    """Return the meetings whose notes a scope reaches: of a partij those that it was asked to."""
    seen = vergaderingen.filter(werkruimte_id=actor.werkruimte, zichtbaarheid__in=_reach(scope))
    if scope is not Scope.EIGEN_PARTIJ:
        return seen
    asked = Deelnemer.objects.filter(partij_id=actor.partij or 0)
    sent = seen.exclude(staat=VergaderingStaat.CONCEPT)
    return sent.filter(pk__in=asked.values("vergadering"))


def punten_within(
    punten: QuerySet[Agendapunt], scope: Scope, actor: Actor, day: date
) -> QuerySet[Agendapunt]:
    """Return the items that a scope reaches, of meetings that it reaches; parked ones of series."""
    meetings = vergaderingen_within(Vergadering.objects.all(), scope, actor, day)
    series = reeksen_within(Overlegreeks.objects.all(), scope, actor, day)
    seen = punten.filter(werkruimte_id=actor.werkruimte, zichtbaarheid__in=_reach(scope))
    parked = Q(vergadering=None, reeks__in=series)
    if scope is Scope.OPENBAAR:
        return seen.filter(vergadering__in=meetings)
    return seen.filter(Q(vergadering__in=meetings) | parked)


def besluiten_within(
    besluiten: QuerySet[Besluit], scope: Scope, actor: Actor, day: date
) -> QuerySet[Besluit]:
    """Return the decisions that a scope reaches, on items that it reaches."""
    seen = besluiten.filter(werkruimte_id=actor.werkruimte, zichtbaarheid__in=_reach(scope))
    return seen.filter(punt__in=punten_within(Agendapunt.objects.all(), scope, actor, day))


def afspraken_within(
    afspraken: QuerySet[Afspraak], scope: Scope, actor: Actor
) -> QuerySet[Afspraak]:
    """Return the agreements that a scope reaches; one's own name the own partij."""
    seen = afspraken.filter(werkruimte_id=actor.werkruimte, zichtbaarheid__in=_reach(scope))
    if scope is not Scope.EIGEN_PARTIJ:
        return seen
    return seen.filter(partijen__partij_id=actor.partij or 0)


def opdrachten_within(
    opdrachten: QuerySet[Opdracht], scope: Scope, actor: Actor, day: date
) -> QuerySet[Opdracht]:
    """Return the assignments that a scope reaches; one's own are of a werkgroep one sits in."""
    seen = opdrachten.filter(werkruimte_id=actor.werkruimte, zichtbaarheid__in=_reach(scope))
    if scope is not Scope.EIGEN_PARTIJ:
        return seen
    seats = Reekslid.objects.active_on(day).filter(partij_id=actor.partij or 0)
    return seen.filter(werkgroep__in=seats.values("reeks"))


def _reach(scope: Scope) -> list[str]:
    return [str(one) for one in reach(scope)]
