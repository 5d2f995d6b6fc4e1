"""Rows about persons are reached by who keeps them all, or by the partij that sent them."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb
from openlea.storage.records.models import Aanlevering, Partij, Werkruimte
from openlea.storage.records.scope_registratie import aanleveringen_within
from tests.world import World

SENDERS = st.lists(st.tuples(st.booleans(), st.sampled_from([0, 1, 2, None])), max_size=6)


def reaches(scope: Scope, actor: Actor, one: Aanlevering) -> bool:
    """Say it as a person would read it, without a database."""
    if one.werkruimte_id != actor.werkruimte:
        return False
    if scope is Scope.EIGEN_PARTIJ:
        return actor.partij is not None and one.partij_id == actor.partij
    return scope is Scope.ALLES


@given(sent=SENDERS, scope=st.sampled_from(Scope), mine=st.sampled_from([0, 1, 2, None]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_the_filter_and_the_rule_agree_on_random_deliveries(
    hilversum: World, sent: list[tuple[bool, int | None]], scope: Scope, mine: int | None
) -> None:
    Aanlevering.objects.all().delete()
    other = Werkruimte.objects.exclude(pk=hilversum.werkruimte.pk)[0]
    for place, (here, sender) in enumerate(sent):
        room = hilversum.werkruimte if here else other
        partijen = Partij.objects.of(room.pk).order_by("pk")
        Aanlevering.objects.create(
            werkruimte=room,
            registratie="proef",
            periode="2026",
            kluis=f"{place:032x}",
            sha256="0" * 64,
            partij=None if sender is None else partijen[sender],
            bewaren_tot=date(2030, 1, 1),
        )
    own = Partij.objects.of(hilversum.werkruimte.pk).order_by("pk")
    partij = None if mine is None else own[mine].pk
    actor = Actor(werkruimte=hilversum.werkruimte.pk, rol=LidRol.SWV_DIRECTEUR, partij=partij)
    found = set(aanleveringen_within(Aanlevering.objects.all(), scope, actor))
    assert found == {one for one in Aanlevering.objects.all() if reaches(scope, actor, one)}


@pytest.mark.parametrize("verb", list(Verb))
def test_only_who_counts_or_sends_reaches_anything(verb: Verb) -> None:
    may = {rol for rol in LidRol if Actor(werkruimte=1, rol=rol).may(Noun.REGISTRATIE, verb)}
    sends = {LidRol.SWV_DIRECTEUR} if verb is not Verb.WIJZIGEN else set()
    assert may == {LidRol.ANALIST} | sends
