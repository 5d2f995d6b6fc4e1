"""What a list shows and what one question opens agree, for every record, role and way of looking.

Records get a random visibility, owner and state; then each role is asked both ways.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from django.db import models, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from openlea.core.agenda import ActieStaat, Zichtbaarheid
from openlea.core.errors import NotAllowed, NotFound
from openlea.core.overleg import VergaderingStaat
from openlea.policy.eigenaar import EIGENAAR_ROLLEN
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb, allows
from openlea.services.afspraken.vinden import find_afspraak
from openlea.services.find_actie import find_actie
from openlea.services.find_agendapunt import find_agendapunt
from openlea.services.find_besluit import find_besluit
from openlea.services.find_reeks import find_reeks
from openlea.services.find_taak import find_taak
from openlea.services.find_traject import find_traject
from openlea.services.find_vergadering import find_vergadering
from openlea.storage.records import models as records
from openlea.storage.records.scope import acties_within, trajecten_within, verplichtingen_within
from openlea.storage.records.scope_overleg import (
    afspraken_within,
    besluiten_within,
    punten_within,
    reeksen_within,
    vergaderingen_within,
)
from tests.world import World

ZIEN = Verb.ZIEN
# One example asks some hundreds of questions; what fails is named, so it need not be made smaller.
SPARING = settings(
    max_examples=5,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@dataclass(frozen=True)
class Soort:
    """A kind of record: its noun, the filter of its lists, and the question for one."""

    noun: Noun
    model: type[models.Model]
    lijst: Callable[[Scope, Actor], models.QuerySet[models.Model]]
    een: Callable[[Actor, models.Model], object]


def today() -> object:
    return timezone.localdate()


SOORTEN = {
    "actie": Soort(
        Noun.ACTIE, records.Actie,
        lambda s, a: acties_within(records.Actie.objects.all(), s, a),
        lambda a, one: find_actie(a, Noun.ACTIE, ZIEN, one.code),
    ),
    "taak": Soort(
        Noun.TAAK, records.Verplichting,
        lambda s, a: verplichtingen_within(records.Verplichting.objects.all(), s, a),
        lambda a, one: find_taak(a, ZIEN, one.pk),
    ),
    "traject": Soort(
        Noun.PLAN, records.Traject,
        lambda s, a: trajecten_within(records.Traject.objects.all(), s, a),
        lambda a, one: find_traject(a, one.pk),
    ),
    "reeks": Soort(
        Noun.OVERLEG, records.Overlegreeks,
        lambda s, a: reeksen_within(records.Overlegreeks.objects.all(), s, a, today()),
        lambda a, one: find_reeks(a, ZIEN, one.pk),
    ),
    "vergadering": Soort(
        Noun.OVERLEG, records.Vergadering,
        lambda s, a: vergaderingen_within(records.Vergadering.objects.all(), s, a, today()),
        lambda a, one: find_vergadering(a, ZIEN, one.pk),
    ),
    "agendapunt": Soort(
        Noun.OVERLEG, records.Agendapunt,
        lambda s, a: punten_within(records.Agendapunt.objects.all(), s, a, today()),
        lambda a, one: find_agendapunt(a, ZIEN, one.pk),
    ),
    "besluit": Soort(
        Noun.BESLUIT, records.Besluit,
        lambda s, a: besluiten_within(records.Besluit.objects.all(), s, a, today()),
        lambda a, one: find_besluit(a, ZIEN, one.pk),
    ),
    "afspraak": Soort(
        Noun.AFSPRAAK, records.Afspraak,
        lambda s, a: afspraken_within(records.Afspraak.objects.all(), s, a),
        lambda a, one: find_afspraak(a, one.pk),
    ),
}  # fmt: skip


def opens(soort: Soort, actor: Actor, one: models.Model) -> bool:
    try:
        soort.een(actor, one)
    except NotFound:
        return False
    except NotAllowed:
        # Seen, but only in a list: to open one asks another right than this test is about.
        return False
    return True


def shuffle(world: World, draw: st.DrawFn) -> None:
    """Give some records of every kind another visibility, owner and state."""
    partijen = list(records.Partij.objects.of(world.werkruimte.pk).values_list("pk", flat=True)[:4])
    for model in {one.model for one in SOORTEN.values()}:
        for one in model._default_manager.order_by("pk")[:4]:
            changed = {"zichtbaarheid": str(draw(st.sampled_from(Zichtbaarheid)))}
            if isinstance(one, records.Vergadering):
                changed["staat"] = str(draw(st.sampled_from(VergaderingStaat)))
            if isinstance(one, records.Actie):
                changed["staat"] = str(draw(st.sampled_from(ActieStaat)))
                own = one.betrokkenen.order_by("pk").values_list("pk", flat=True)[:1]
                new = draw(st.sampled_from(partijen))
                if not one.betrokkenen.filter(partij=new).exists():
                    records.Betrokkenheid.objects.filter(pk__in=list(own)).update(partij=new)
            model._default_manager.filter(pk=one.pk).update(**changed)


def actors(world: World, draw: st.DrawFn) -> list[Actor]:
    """Return every role as itself, and one of them looking as each other one."""
    own = [world.actor(rol) for rol in LidRol]
    keeper = own[0]
    partij = draw(st.sampled_from([one.partij for one in own]))
    looking = [replace(keeper, bekijkt_als=rol, partij=partij) for rol in LidRol]
    return [*own, *looking]


@SPARING
@given(st.data())
@pytest.mark.parametrize("naam", SOORTEN)
def test_the_list_and_the_single_question_agree(
    hilversum: World, naam: str, data: st.DataObject
) -> None:
    soort = SOORTEN[naam]
    with transaction.atomic():
        shuffle(hilversum, data.draw)
        every = list(soort.model._default_manager.order_by("pk"))
        # An action is asked for by its code, which another werkruimte may have too.
        if soort.model is records.Actie:
            every = list(records.Actie.objects.of_agenda(hilversum.agenda).order_by("pk"))
        every = every[:6] + every[-3:]
        for actor in actors(hilversum, data.draw):
            listed = set(
                soort.lijst(actor.scope(soort.noun, ZIEN), actor).values_list("pk", flat=True)
            )
            for one in every:
                told = (naam, one.pk, actor.rol, actor.bekijkt_als)
                assert opens(soort, actor, one) is (one.pk in listed and stands(one)), told
        transaction.set_rollback(True)


def stands(one: models.Model) -> bool:
    """Return whether a single one can be asked for: what the law no longer asks can't."""
    if isinstance(one, records.Verplichting):
        return records.Verplichting.objects.standing().filter(pk=one.pk).exists()
    return True


@SPARING
@given(st.data())
def test_the_list_is_what_the_rule_says_of_each(hilversum: World, data: st.DataObject) -> None:
    with transaction.atomic():
        shuffle(hilversum, data.draw)
        every = records.Actie.objects.prefetch_related("betrokkenen")
        for actor in actors(hilversum, data.draw):
            scope = actor.scope(Noun.ACTIE, ZIEN)
            listed = set(acties_within(records.Actie.objects.all(), scope, actor).values_list("pk"))
            said = {
                (one.pk,)
                for one in every
                if one.werkruimte_id == actor.werkruimte
                and allows(
                    scope,
                    Zichtbaarheid(one.zichtbaarheid),
                    frozenset(
                        b.partij_id for b in one.betrokkenen.all() if b.rol in EIGENAAR_ROLLEN
                    ),
                    actor.partij,
                )
            }
            assert listed == said
        transaction.set_rollback(True)
