"""Consultations: a concept is silent, who leads sees it, and nothing wider than its series."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import Overlegrol, VergaderingStaat
from openlea.policy.rechten import Actor, LidRol, Scope, reach
from openlea.storage.records.models import (
    Agendapunt,
    Deelnemer,
    Overlegreeks,
    Partij,
    Reekslid,
    Vergadering,
)
from openlea.storage.records.scope_overleg import (
    attended_within,
    punten_within,
    reeksen_within,
    vergaderingen_within,
)
from tests.world import World

VANDAAG = date(2026, 11, 22)


@pytest.fixture
def every_kind(hilversum: World) -> World:
    """Keep a series per visibility, and in each a meeting per visibility and per state."""
    place = {"werkruimte": hilversum.werkruimte}
    Overlegreeks.objects.all().delete()
    for zicht in Zichtbaarheid:
        reeks = Overlegreeks.objects.create(
            **place, soort="stuurgroep", naam=f"Proef {zicht}", zichtbaarheid=zicht
        )
        for inner, staat in product(Zichtbaarheid, VergaderingStaat):
            meeting = Vergadering.objects.create(
                **place, reeks=reeks, titel="Proef", op=VANDAAG, staat=staat, zichtbaarheid=inner
            )
            Agendapunt.objects.create(
                **place, reeks=reeks, vergadering=meeting, titel="Punt", zichtbaarheid=inner
            )
        Agendapunt.objects.create(**place, reeks=reeks, titel="Geparkeerd", zichtbaarheid=zicht)
    return hilversum


def _lead(world: World, lid: int, tot: date | None = None) -> None:
    partij = Partij.objects.of(world.werkruimte.pk).order_by("id")[0]
    for reeks in Overlegreeks.objects.all():
        Reekslid.objects.create(
            werkruimte=world.werkruimte,
            reeks=reeks,
            partij=partij,
            lid_id=lid,
            rol=Overlegrol.SECRETARIS,
            van=date(2026, 1, 1),
            tot=tot,
        )


def _by_rule(world: World, scope: Scope, *, leads: bool) -> Iterator[Vergadering]:
    """Yield what the words of the rule let through, one meeting at a time."""
    for one in Vergadering.objects.filter(werkruimte=world.werkruimte).select_related("reeks"):
        zicht = {Zichtbaarheid(one.zichtbaarheid), Zichtbaarheid(one.reeks.zichtbaarheid)}
        if not zicht <= reach(scope) or (scope is Scope.EIGEN_PARTIJ and not leads):
            continue
        if scope is Scope.ALLES or leads or one.staat != VergaderingStaat.CONCEPT:
            yield one


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("leads", [True, False])
def test_the_filter_and_the_rule_agree(every_kind: World, scope: Scope, leads: bool) -> None:
    partner = every_kind.actor(LidRol.PARTNER)
    if leads:
        _lead(every_kind, partner.lid or 0)
    seen = vergaderingen_within(Vergadering.objects.all(), scope, partner, VANDAAG)
    asked = set(_by_rule(every_kind, scope, leads=leads))
    assert set(seen) == asked
    punten = punten_within(Agendapunt.objects.all(), scope, partner, VANDAAG)
    assert {one.vergadering for one in punten if one.vergadering_id} == asked


def test_who_led_before_leads_no_longer(every_kind: World) -> None:
    partner = every_kind.actor(LidRol.PARTNER)
    _lead(every_kind, partner.lid or 0, tot=date(2026, 11, 21))
    every = Overlegreeks.objects.all()
    assert not reeksen_within(every, Scope.EIGEN_PARTIJ, partner, VANDAAG).exists()
    assert reeksen_within(every, Scope.EIGEN_PARTIJ, partner, date(2026, 11, 21)).exists()


def test_who_is_nobody_leads_nothing_although_a_seat_has_nobody(every_kind: World) -> None:
    partij = Partij.objects.of(every_kind.werkruimte.pk).order_by("id")[0]
    Reekslid.objects.create(
        werkruimte=every_kind.werkruimte,
        reeks=Overlegreeks.objects.order_by("id")[0],
        partij=partij,
        rol=Overlegrol.VOORZITTER,
        van=date(2026, 1, 1),
    )
    nobody = Actor(werkruimte=every_kind.werkruimte.pk)
    every = Overlegreeks.objects.all()
    assert not reeksen_within(every, Scope.EIGEN_PARTIJ, nobody, VANDAAG).exists()


def test_notes_are_for_the_partijen_that_were_asked_and_never_of_a_concept(
    every_kind: World,
) -> None:
    partner = every_kind.actor(LidRol.PARTNER)
    every = Vergadering.objects.all()
    assert not attended_within(every, Scope.EIGEN_PARTIJ, partner).exists()
    for meeting in every:
        Deelnemer.objects.create(
            werkruimte=every_kind.werkruimte,
            vergadering=meeting,
            partij_id=partner.partij,
            naam="Namens de partij",
        )
    seen = attended_within(every, Scope.EIGEN_PARTIJ, partner)
    assert seen.exists()
    assert not seen.filter(staat=VergaderingStaat.CONCEPT).exists()
    assert not seen.filter(zichtbaarheid=Zichtbaarheid.INTERN).exists()


@pytest.mark.parametrize("scope", list(Scope))
def test_no_scope_reaches_into_another_werkruimte(every_kind: World, scope: Scope) -> None:
    stranger = Actor(werkruimte=every_kind.werkruimte.pk + 1, rol=LidRol.AGENDABEHEERDER)
    here = every_kind.werkruimte
    meetings = vergaderingen_within(Vergadering.objects.all(), scope, stranger, VANDAAG)
    items = punten_within(Agendapunt.objects.all(), scope, stranger, VANDAAG)
    assert not meetings.filter(werkruimte=here).exists()
    assert not items.filter(werkruimte=here).exists()


def test_the_public_sees_nothing_that_waits_in_a_backlog(every_kind: World) -> None:
    public = every_kind.actor(LidRol.PUBLIEK)
    items = punten_within(Agendapunt.objects.all(), Scope.OPENBAAR, public, VANDAAG)
    assert items.exists()
    assert not items.filter(vergadering=None).exists()
