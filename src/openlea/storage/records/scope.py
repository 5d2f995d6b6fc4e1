"""Turns a scope into a filter: the one place where rights meet the database."""

from django.db.models import QuerySet

from openlea.policy.eigenaar import EIGENAAR_ROLLEN
from openlea.policy.rechten import Actor, Scope, reach
from openlea.storage.records.actie import Actie, Betrokkenheid
from openlea.storage.records.document import Document
from openlea.storage.records.openbaar_onderwijs import Traject
from openlea.storage.records.plan import Plan
from openlea.storage.records.verplichting import Verplichting
from openlea.storage.records.voortgang import Opmerking


def acties_within(acties: QuerySet[Actie], scope: Scope, actor: Actor) -> QuerySet[Actie]:
    """Return the actions that a scope reaches for an actor."""
    seen = acties.filter(
        werkruimte_id=actor.werkruimte, zichtbaarheid__in=[str(one) for one in reach(scope)]
    )
    if scope is not Scope.EIGEN_PARTIJ:
        return seen
    own = Betrokkenheid.objects.filter(
        partij_id=actor.partij or 0, rol__in=[str(rol) for rol in EIGENAAR_ROLLEN]
    )
    return seen.filter(pk__in=own.values("actie"))


def opmerkingen_within(
    opmerkingen: QuerySet[Opmerking], scope: Scope, actor: Actor
) -> QuerySet[Opmerking]:
    """Return the comments that a scope reaches; only on actions that it reaches too."""
    return opmerkingen.filter(
        werkruimte_id=actor.werkruimte, zichtbaarheid__in=[str(one) for one in reach(scope)]
    )


def documents_within(
    documents: QuerySet[Document], scope: Scope, actor: Actor
) -> QuerySet[Document]:
    """Return the documents that a scope reaches."""
    return documents.filter(
        werkruimte_id=actor.werkruimte, zichtbaarheid__in=[str(one) for one in reach(scope)]
    )


def verplichtingen_within(
    verplichtingen: QuerySet[Verplichting], scope: Scope, actor: Actor
) -> QuerySet[Verplichting]:
    """Return the obligations that a scope reaches; the partij that must meet one owns it."""
    seen = verplichtingen.filter(
        werkruimte_id=actor.werkruimte, zichtbaarheid__in=[str(one) for one in reach(scope)]
    )
    if scope is not Scope.EIGEN_PARTIJ:
        return seen
    return seen.filter(partij_id=actor.partij or 0)


def plannen_within(plannen: QuerySet[Plan], scope: Scope, actor: Actor) -> QuerySet[Plan]:
    """Return the plans that a scope reaches; the partij whose plan it is owns it."""
    seen = plannen.filter(
        werkruimte_id=actor.werkruimte, zichtbaarheid__in=[str(one) for one in reach(scope)]
    )
    if scope is not Scope.EIGEN_PARTIJ:
        return seen
    return seen.filter(houder_id=actor.partij or 0)


def trajecten_within(trajecten: QuerySet[Traject], scope: Scope, actor: Actor) -> QuerySet[Traject]:
    """Return the processes that a scope reaches; the partij whose process it is owns it."""
    seen = trajecten.filter(
        werkruimte_id=actor.werkruimte, zichtbaarheid__in=[str(one) for one in reach(scope)]
    )
    if scope is not Scope.EIGEN_PARTIJ:
        return seen
    return seen.filter(partij_id=actor.partij or 0)
