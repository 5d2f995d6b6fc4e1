"""The filter that the database gets answers the same as the rule that people read."""

import pytest

from openlea.core.agenda import Rol, Zichtbaarheid
from openlea.policy.eigenaar import EIGENAAR_ROLLEN
from openlea.policy.rechten import Actor, LidRol, Scope, allows
from openlea.storage.records.models import Actie, Betrokkenheid, Partij, Speerpunt
from openlea.storage.records.scope import acties_within
from tests.world import World


@pytest.fixture
def every_kind(hilversum: World) -> World:
    """Give the agenda an action of every visibility and every role of the first two parties."""
    speerpunt = Speerpunt.objects.filter(agenda=hilversum.agenda)[0]
    partijen = Partij.objects.of(hilversum.werkruimte.pk).order_by("id")[:2]
    place = {"werkruimte": hilversum.werkruimte}
    for zicht in Zichtbaarheid:
        for rol in [None, *Rol]:
            actie = Actie.objects.create(
                **place,
                agenda=hilversum.agenda,
                speerpunt=speerpunt,
                code=f"{zicht[:2]}-{str(rol)[:6]}",
                naam="Proef",
                zichtbaarheid=zicht,
            )
            if rol:
                Betrokkenheid.objects.create(**place, actie=actie, partij=partijen[0], rol=rol)
    return hilversum


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("which", [0, 1, None])
def test_the_filter_and_the_rule_agree(every_kind: World, scope: Scope, which: int | None) -> None:
    partijen = Partij.objects.of(every_kind.werkruimte.pk).order_by("id")
    partij = None if which is None else partijen[which].pk
    actor = Actor(werkruimte=every_kind.werkruimte.pk, rol=LidRol.PARTNER, partij=partij)
    found = set(acties_within(Actie.objects.all(), scope, actor).values_list("pk", flat=True))
    own = Actie.objects.filter(werkruimte=every_kind.werkruimte)
    expected = set()
    for actie in own.prefetch_related("betrokkenen"):
        eigenaren = frozenset(
            one.partij_id for one in actie.betrokkenen.all() if one.rol in EIGENAAR_ROLLEN
        )
        if allows(scope, Zichtbaarheid(actie.zichtbaarheid), eigenaren, partij):
            expected.add(actie.pk)
    assert found == expected


def test_no_scope_reaches_into_another_werkruimte(every_kind: World) -> None:
    stranger = Actor(werkruimte=every_kind.werkruimte.pk + 1, rol=LidRol.AGENDABEHEERDER)
    found = acties_within(Actie.objects.all(), Scope.ALLES, stranger)
    assert set(found.values_list("werkruimte", flat=True)) == {stranger.werkruimte}
