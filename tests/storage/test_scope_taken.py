"""Plans and processes: the filter that the database gets answers the same as the rule."""

from datetime import date

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Actor, LidRol, Scope, allows
from openlea.storage.records.models import Partij, Plan, Traject
from openlea.storage.records.scope import plannen_within, trajecten_within
from tests.world import World


@pytest.fixture
def every_kind(hilversum: World) -> World:
    """Keep a plan and a process of every visibility, of each of the first two parties."""
    place = {"werkruimte": hilversum.werkruimte}
    for partij in Partij.objects.of(hilversum.werkruimte.pk).order_by("id")[:2]:
        for zicht in Zichtbaarheid:
            shared = {**place, "titel": "Proef", "zichtbaarheid": zicht}
            Plan.objects.create(**shared, soort="ihp", houder=partij, van=date(2026, 1, 1))
            Traject.objects.create(
                **shared, soort="fusie", partij=partij, begonnen_op=date(2026, 1, 1)
            )
    return hilversum


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("which", [0, 1, None])
def test_the_filter_and_the_rule_agree(every_kind: World, scope: Scope, which: int | None) -> None:
    here = every_kind.werkruimte.pk
    partijen = Partij.objects.of(here).order_by("id")
    partij = None if which is None else partijen[which].pk
    actor = Actor(werkruimte=here, rol=LidRol.PARTNER, partij=partij)
    plannen = Plan.objects.filter(werkruimte=here)
    trajecten = Traject.objects.filter(werkruimte=here)
    assert set(plannen_within(Plan.objects.all(), scope, actor)) == {
        one
        for one in plannen
        if allows(scope, Zichtbaarheid(one.zichtbaarheid), frozenset({one.houder_id}), partij)
    }
    assert set(trajecten_within(Traject.objects.all(), scope, actor)) == {
        one
        for one in trajecten
        if allows(scope, Zichtbaarheid(one.zichtbaarheid), frozenset({one.partij_id}), partij)
    }


def test_no_scope_reaches_into_another_werkruimte(every_kind: World) -> None:
    stranger = Actor(werkruimte=every_kind.werkruimte.pk + 1, rol=LidRol.AGENDABEHEERDER)
    every = plannen_within(Plan.objects.all(), Scope.ALLES, stranger)
    assert not every.exclude(werkruimte=stranger.werkruimte).exists()
    assert not trajecten_within(Traject.objects.all(), Scope.ALLES, stranger).exists()
