"""A plan in the register: whose it is, what is refused, and how the next one follows."""

from dataclasses import replace
from datetime import date

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.planregister import Planstaat
from openlea.policy.rechten import Actor, LidRol
from openlea.services.describe_plannen import Planregel, describe_plannen
from openlea.services.keep_document import Stuk
from openlea.services.keep_plan import Planopzet, keep_plan
from openlea.services.make_taken import make_taken
from openlea.storage.records.models import Document, Partij, Plan
from tests.world import World

TODAY = date(2026, 11, 22)
JEUGD = Planopzet(
    soort="jeugdplan",
    titel="Beleidsplan jeugd 2025-2028",
    houder="gemeente",
    van=date(2025, 1, 1),
    tot=date(2028, 12, 31),
    vastgesteld_op=date(2024, 12, 10),
    overleg_op=date(2024, 10, 1),
    overleg_uitkomst=OverlegUitkomst.OVEREENSTEMMING,
    delen=("visie", "resultaten"),
)


@pytest.fixture
def beheer(hilversum: World) -> Actor:
    return hilversum.actor(LidRol.AGENDABEHEERDER)


@pytest.fixture
def bibliotheek(hilversum: World) -> Actor:
    return hilversum.actor(LidRol.PARTNER)


def seen(actor: Actor, nummer: int) -> Planregel:
    return describe_plannen(actor, TODAY).find(nummer)[1]


def fields(refused: BadInput) -> set[str]:
    return {fout.cel for fout in refused.fouten}


def test_a_kept_plan_stands_in_the_register_with_its_parts(beheer: Actor) -> None:
    kept = keep_plan(beheer, JEUGD, TODAY)
    stand = seen(beheer, kept.pk).stand
    assert stand.staat is Planstaat.GELDT
    assert [one.code for one in stand.deel_er] == ["visie", "resultaten"]
    assert len(stand.deel_mist) == 4


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"soort": "bestaat_niet"}, "soort"),
        ({"tot": date(2024, 12, 31)}, "tot"),
        ({"overleg_op": None}, "overleg_op"),
        ({"vastgesteld_op": date(2030, 1, 1)}, "vastgesteld_op"),
        ({"delen": ("bestaat_niet",)}, "delen"),
        ({"titel": " "}, "titel"),
    ],
)
def test_what_can_not_be_is_refused_at_its_field(
    beheer: Actor, wrong: dict[str, object], field: str
) -> None:
    before = Plan.objects.count()
    with pytest.raises(BadInput) as refused:
        keep_plan(beheer, replace(JEUGD, **wrong), TODAY)  # type: ignore[arg-type]
    assert field in fields(refused.value)
    assert Plan.objects.count() == before


def test_a_faulty_document_keeps_the_plan_out_too(beheer: Actor) -> None:
    before = (Plan.objects.count(), Document.objects.count())
    stuk = Stuk(titel="Plan", zichtbaarheid=Zichtbaarheid.PARTNERS, adres="ftp://nergens")
    with pytest.raises(BadInput):
        keep_plan(beheer, replace(JEUGD, stuk=stuk), TODAY)
    assert (Plan.objects.count(), Document.objects.count()) == before


def test_changing_a_plan_without_a_new_document_keeps_the_old(beheer: Actor) -> None:
    stuk = Stuk(titel="Plan", zichtbaarheid=Zichtbaarheid.PARTNERS, adres="https://voorbeeld.nl/p")
    first = keep_plan(beheer, replace(JEUGD, stuk=stuk), TODAY)
    again = keep_plan(beheer, replace(JEUGD, titel="Anders"), TODAY, first.pk, first.versie)
    assert (again.titel, again.document_id) == ("Anders", first.document_id)


def test_who_writes_second_is_told_and_overwrites_nothing(beheer: Actor) -> None:
    first = keep_plan(beheer, JEUGD, TODAY)
    keep_plan(beheer, replace(JEUGD, titel="Eerste"), TODAY, first.pk, first.versie)
    with pytest.raises(Conflict):
        keep_plan(beheer, replace(JEUGD, titel="Tweede"), TODAY, first.pk, first.versie)
    assert Plan.objects.get(pk=first.pk).titel == "Eerste"


def test_a_successor_ends_the_warning_of_the_plan_before(beheer: Actor) -> None:
    ending = keep_plan(beheer, replace(JEUGD, tot=date(2026, 12, 31)), TODAY)
    assert any("opvolger" in zin for zin in seen(beheer, ending.pk).stand.signalen)
    follows = replace(JEUGD, van=date(2027, 1, 1), volgt_op=ending.pk, vastgesteld_op=None)
    later = keep_plan(beheer, follows, TODAY)
    assert seen(beheer, ending.pk).stand.plan.opvolger == later.pk
    assert not any("opvolger" in zin for zin in seen(beheer, ending.pk).stand.signalen)


def test_a_plan_follows_only_one_of_its_own_kind(beheer: Actor) -> None:
    other = keep_plan(beheer, replace(JEUGD, soort="ihp", delen=()), TODAY)
    with pytest.raises(BadInput) as refused:
        keep_plan(beheer, replace(JEUGD, volgt_op=other.pk), TODAY)
    assert fields(refused.value) == {"volgt_op"}


def test_a_partner_keeps_a_plan_of_its_own_and_of_nobody_else(
    bibliotheek: Actor, beheer: Actor
) -> None:
    own = Partij.objects.get(pk=bibliotheek.partij or 0).code
    kept = keep_plan(bibliotheek, replace(JEUGD, soort="ihp", delen=(), houder=own), TODAY)
    assert kept.houder_id == bibliotheek.partij
    with pytest.raises(NotAllowed):
        keep_plan(bibliotheek, JEUGD, TODAY)
    of_gemeente = keep_plan(beheer, JEUGD, TODAY)
    with pytest.raises(NotAllowed):
        keep_plan(bibliotheek, replace(JEUGD, houder=own), TODAY, of_gemeente.pk)


def test_a_plan_that_is_internal_is_not_there_for_others(
    bibliotheek: Actor, beheer: Actor, hilversum: World
) -> None:
    kept = keep_plan(beheer, replace(JEUGD, zichtbaarheid=Zichtbaarheid.INTERN), TODAY)
    for rol in (LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK):
        with pytest.raises(NotFound):
            seen(hilversum.actor(rol), kept.pk)
    with pytest.raises(NotFound):
        keep_plan(bibliotheek, JEUGD, TODAY, kept.pk)
    hidden = replace(JEUGD, zichtbaarheid=Zichtbaarheid.INTERN)
    with pytest.raises(BadInput) as refused:
        keep_plan(bibliotheek, hidden, TODAY)
    assert "zichtbaarheid" in fields(refused.value)


def test_a_plan_that_follows_cannot_come_before(beheer: Actor) -> None:
    first = keep_plan(beheer, JEUGD, TODAY)
    second = keep_plan(beheer, replace(JEUGD, titel="Opvolger", volgt_op=first.pk), TODAY)
    first.refresh_from_db()
    with pytest.raises(BadInput) as refused:
        keep_plan(beheer, replace(JEUGD, volgt_op=second.pk), TODAY, first.pk, first.versie)
    assert fields(refused.value) == {"volgt_op"}


@pytest.mark.parametrize("far", [date(1, 1, 1), date(9998, 1, 1), date(9999, 12, 31)])
def test_a_year_that_cannot_be_meant_never_reaches_the_calendar(beheer: Actor, far: date) -> None:
    make_taken(beheer, TODAY.year)
    with pytest.raises(BadInput) as refused:
        keep_plan(beheer, replace(JEUGD, van=far, tot=far), TODAY)
    assert {"van", "tot"} <= fields(refused.value)
