"""Of tasks and plans too, the filter that the database gets answers the same as the rule."""

from datetime import date

import pytest
from django.db.models import QuerySet

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb, allows
from openlea.storage.records.models import Partij, Plan, Verplichting
from openlea.storage.records.scope import plannen_within, verplichtingen_within
from tests.world import World

DAY = date(2026, 9, 30)


@pytest.fixture
def every_kind(hilversum: World) -> World:
    """Give the first two partijen a task and a plan of every visibility."""
    Verplichting.objects.all().delete()
    Plan.objects.all().delete()
    for number, partij in enumerate(_two(hilversum)):
        place = {"werkruimte": hilversum.werkruimte}
        for zicht in Zichtbaarheid:
            seen = {**place, "titel": "Proef", "zichtbaarheid": zicht}
            Verplichting.objects.create(
                **seen, plicht=f"X-{number}-{zicht}", jaar=2026, partij=partij, uiterlijk=DAY
            )
            Plan.objects.create(**seen, soort="ihp", houder=partij, van=DAY)
    return hilversum


def _two(world: World) -> list[Partij]:
    return list(Partij.objects.of(world.werkruimte.pk).order_by("id")[:2])


def _expected(
    rows: "QuerySet[Verplichting] | QuerySet[Plan]", owner: str, scope: Scope, partij: int | None
) -> set[int]:
    return {
        one.pk
        for one in rows
        if allows(scope, Zichtbaarheid(one.zichtbaarheid), frozenset({getattr(one, owner)}), partij)
    }


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("which", [0, 1, None])
def test_the_filter_and_the_rule_agree(every_kind: World, scope: Scope, which: int | None) -> None:
    partij = None if which is None else _two(every_kind)[which].pk
    actor = Actor(werkruimte=every_kind.werkruimte.pk, rol=LidRol.PARTNER, partij=partij)
    taken, plannen = Verplichting.objects.all(), Plan.objects.all()
    found = set(verplichtingen_within(taken, scope, actor).values_list("pk", flat=True))
    assert found == _expected(taken, "partij_id", scope, partij)
    held = set(plannen_within(plannen, scope, actor).values_list("pk", flat=True))
    assert held == _expected(plannen, "houder_id", scope, partij)


def test_no_scope_reaches_into_another_werkruimte(every_kind: World) -> None:
    stranger = Actor(werkruimte=every_kind.werkruimte.pk + 999, rol=LidRol.AGENDABEHEERDER)
    assert not verplichtingen_within(Verplichting.objects.all(), Scope.ALLES, stranger).exists()
    assert not plannen_within(Plan.objects.all(), Scope.ALLES, stranger).exists()


def test_a_visitor_reaches_what_is_public_and_changes_nothing(every_kind: World) -> None:
    visitor = Actor(werkruimte=every_kind.werkruimte.pk)
    for noun in (Noun.TAAK, Noun.PLAN):
        assert visitor.scope(noun, Verb.ZIEN) is Scope.OPENBAAR
        assert not visitor.may(noun, Verb.MAKEN)
        assert not visitor.may(noun, Verb.WIJZIGEN)
