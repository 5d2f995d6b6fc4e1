"""Who sits at the table of a casus, and who may."""

from datetime import date

from django.db.models import QuerySet

from openlea.policy.rechten import LidRol, Noun, Scope, Verb, scope_of
from openlea.storage.records.models import Casus, Casuslid, Lidmaatschap

ROLLEN = [str(rol) for rol in LidRol if scope_of(rol, Noun.CASUS, Verb.ZIEN) is Scope.EIGEN_TAFEL]
"""The roles that may sit at a table."""


def seats_of(one: Casus) -> QuerySet[Casuslid]:
    """Return who sit at the table today, in order of coming."""
    seats = Casuslid.objects.filter(werkruimte_id=one.werkruimte_id, casus=one, tot=None)
    return seats.select_related("lid__persoon", "lid__partij")


def is_last(one: Casus, lid: int, today: date) -> bool:
    """Return whether nobody else who still works here sits at the table."""
    here = Lidmaatschap.objects.of(one.werkruimte_id).active_on(today)
    return not seats_of(one).exclude(lid_id=lid).filter(lid__in=here).exists()


def who_may_sit(one: Casus, today: date) -> QuerySet[Lidmaatschap]:
    """Return the members that may be asked to the table, by name."""
    here = Lidmaatschap.objects.of(one.werkruimte_id).active_on(today)
    return here.filter(rol__in=ROLLEN).exclude(pk__in=seats_of(one).values("lid"))
