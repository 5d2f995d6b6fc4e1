"""A secret address shows what its member may see, and ends when the membership does."""

from datetime import date, timedelta

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import TaakStaat
from openlea.policy.rechten import Actor, LidRol
from openlea.services.make_kalender import make_kalender
from openlea.services.make_kalenderadres import MEESTE, make_kalenderadres
from openlea.services.make_taken import make_taken
from openlea.services.revoke_kalenderadres import revoke_kalenderadres
from openlea.services.use_kalenderadres import use_kalenderadres
from openlea.storage.records.models import (
    Kalenderadres,
    Lidmaatschap,
    Logregel,
    Partij,
    Persoon,
    Verplichting,
    Werkruimte,
)
from tests.world import World

TODAY = date(2026, 11, 22)
MARK = "Zwaluwnest"


@pytest.fixture
def met_taken(hilversum: World) -> World:
    """Make the tasks of this year and the next."""
    for jaar in (2026, 2027):
        make_taken(hilversum.actor(LidRol.AGENDABEHEERDER), jaar)
    return hilversum


def verslag(world: World) -> "QuerySet[Verplichting]":
    """Return the leerplichtverslagen that the law asks here."""
    return Verplichting.objects.of(world.werkruimte.pk).filter(plicht="LPL-04")


def titles(actor: Actor, partij: int | None = None) -> set[str]:
    return {one.titel for one in make_kalender(actor, partij, TODAY)}


def test_the_leerplichtverslag_stands_on_its_last_day_with_its_law(met_taken: World) -> None:
    lines = make_kalender(met_taken.actor(LidRol.AGENDABEHEERDER), None, TODAY)
    told = [one for one in lines if "Leerplichtverslag" in one.titel]
    assert [(one.van, one.tot) for one in told] == [
        (date(2026, 9, 30), date(2026, 9, 30)),
        (date(2027, 9, 30), date(2027, 9, 30)),
    ]
    assert "Vóór 1 oktober." in told[0].tekst
    assert "Leerplichtwet 1969, artikel 25" in told[0].tekst
    assert "schooljaar 2025-2026" in told[0].titel
    nummer = verslag(met_taken).get(jaar=2026).pk
    assert told[0].adres.endswith(f"/w/hilversum/taken/{nummer}/")


def test_a_partner_never_reads_what_is_internal(met_taken: World) -> None:
    verslag(met_taken).update(titel=MARK, zichtbaarheid=Zichtbaarheid.INTERN)
    partner, keeper = (met_taken.actor(rol) for rol in (LidRol.PARTNER, LidRol.AGENDABEHEERDER))
    assert any(MARK in one for one in titles(keeper))
    for partij in (None, *Partij.objects.of(partner.werkruimte).values_list("pk", flat=True)):
        assert not any(MARK in one for one in titles(partner, partij))


def test_a_school_board_reads_its_own_tasks_and_those_it_does_with_others(
    met_taken: World,
) -> None:
    room = met_taken.werkruimte
    bestuur = Partij.objects.create(
        werkruimte=room, code="proefbestuur", naam=MARK, soort=PartijSoort.SCHOOLBESTUUR
    )
    make_taken(met_taken.actor(LidRol.AGENDABEHEERDER), 2026)
    lines = make_kalender(met_taken.actor(LidRol.AGENDABEHEERDER), bestuur.pk, TODAY)
    gemeente = [one for one in lines if "Partij: " in one.tekst and MARK not in one.tekst]
    assert any(MARK in one.tekst for one in lines)
    assert any("Overleg over segregatie" in one.titel for one in gemeente), "it must be there too"
    assert not any("Leerplichtverslag" in one.titel for one in lines), "that is of the college"
    assert all(one.titel.startswith("Gemeente Hilversum: ") for one in gemeente)
    assert not any(MARK in one.titel for one in lines), "its own tasks need no name"


def test_what_does_not_apply_and_what_lapsed_are_lapsed_lines(met_taken: World) -> None:
    keeper = met_taken.actor(LidRol.AGENDABEHEERDER)
    verslag(met_taken).filter(jaar=2026).update(staat=TaakStaat.NIET_VAN_TOEPASSING)
    verslag(met_taken).filter(jaar=2027).update(vervallen=True)
    told = [one for one in make_kalender(keeper, None, TODAY) if "Leerplichtverslag" in one.titel]
    assert [one.vervallen for one in told] == [True, True]


def test_what_is_proven_says_so_and_rings_no_bell(met_taken: World) -> None:
    keeper = met_taken.actor(LidRol.AGENDABEHEERDER)
    verslag(met_taken).update(staat=TaakStaat.BEWEZEN)
    told = [one for one in make_kalender(keeper, None, TODAY) if "Leerplichtverslag" in one.titel]
    assert all(one.titel.startswith("Klaar: ") for one in told)
    assert all(one.herinner_dagen is None for one in told)


def test_a_task_that_the_law_moves_is_the_same_line_one_version_further(met_taken: World) -> None:
    keeper = met_taken.actor(LidRol.AGENDABEHEERDER)
    before = {one.id: one for one in make_kalender(keeper, None, TODAY)}
    verslag(met_taken).filter(jaar=2027).update(uiterlijk=date(2027, 8, 31))
    make_taken(keeper, 2027)
    after = {one.id: one for one in make_kalender(keeper, None, TODAY)}
    assert set(after) == set(before)
    changed = [one for one in after.values() if one.volgnummer > before[one.id].volgnummer]
    assert ["Leerplichtverslag" in one.titel for one in changed] == [True]
    assert changed[0].gewijzigd_op > before[changed[0].id].gewijzigd_op


def test_the_number_of_queries_does_not_grow_with_the_tasks(
    met_taken: World, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        make_kalender(met_taken.actor(LidRol.AGENDABEHEERDER), None, TODAY)


def test_only_the_hash_is_kept_and_the_log_never_holds_the_address(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    made = make_kalenderadres(partner, "Outlook", partner.partij)
    kept = Kalenderadres.objects.filter(pk=made.adres.pk)
    assert made.geheim not in str(kept.values().get())
    assert len(made.geheim) >= 43, "32 bytes of chance"
    revoke_kalenderadres(partner, made.adres.pk)
    assert all(made.geheim not in str(vars(one)) for one in Logregel.objects.all())


def test_an_address_reads_as_its_member_today_and_notes_that_it_was_used(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    made = make_kalenderadres(partner, "Outlook", None)
    used = use_kalenderadres(made.geheim)
    assert used is not None
    assert used.actor == partner
    assert Kalenderadres.objects.get(pk=made.adres.pk).gebruikt_op == timezone.localdate()


@pytest.mark.parametrize("token", ["", "x", "x" * 5000, "é", "\x00"])
def test_an_address_that_never_was_opens_nothing(hilversum: World, token: str) -> None:
    assert use_kalenderadres(token) is None


def test_it_ends_with_the_membership_the_account_the_role_and_when_taken_back(
    hilversum: World,
) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    lid = Lidmaatschap.objects.filter(pk=partner.lid or 0)
    persoon = Persoon.objects.filter(pk=partner.persoon or 0)
    made = make_kalenderadres(partner, "Outlook", None)
    before = lid.values("van", "tot", "rol").get()
    yesterday = timezone.localdate() - timedelta(days=1)
    for anders in ({"van": yesterday, "tot": yesterday}, {"rol": LidRol.LEZER}):
        lid.update(**anders)
        assert use_kalenderadres(made.geheim) is None, anders
        lid.update(**before)
    persoon.update(is_active=False)
    assert use_kalenderadres(made.geheim) is None
    persoon.update(is_active=True)
    assert use_kalenderadres(made.geheim) is not None
    revoke_kalenderadres(partner, made.adres.pk)
    assert use_kalenderadres(made.geheim) is None


@pytest.mark.parametrize("rol", [LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_who_changes_nothing_makes_no_address(hilversum: World, rol: LidRol) -> None:
    with pytest.raises(NotAllowed):
        make_kalenderadres(hilversum.actor(rol), "Outlook", None)
    with pytest.raises(NotAllowed):
        revoke_kalenderadres(hilversum.actor(rol), 1)


def test_the_agendabeheerder_makes_one_for_the_wethouder_and_it_reads_as_that_one(
    hilversum: World,
) -> None:
    keeper, wethouder = (hilversum.lid(rol) for rol in (LidRol.AGENDABEHEERDER, LidRol.WETHOUDER))
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    used = use_kalenderadres(make_kalenderadres(actor, "Outlook", None, wethouder.pk).geheim)
    assert used is not None
    assert (used.actor.lid, used.actor.rol) == (wethouder.pk, LidRol.WETHOUDER)
    assert used.actor.lid != keeper.pk


def test_a_partner_makes_none_for_another_nor_of_another_partij(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    other = hilversum.lid(LidRol.AGENDABEHEERDER).pk
    with pytest.raises(BadInput) as refused:
        make_kalenderadres(partner, " ", -1, other)
    assert [one.cel for one in refused.value.fouten] == ["naam", "lid", "partij"]


def test_an_address_of_another_is_not_there_to_take_back(hilversum: World) -> None:
    ander = World(Werkruimte.objects.get(slug="inclusiever-onderwijs"))
    theirs = make_kalenderadres(ander.actor(LidRol.AGENDABEHEERDER), "Outlook", None).adres.pk
    keepers = make_kalenderadres(hilversum.actor(LidRol.AGENDABEHEERDER), "Outlook", None).adres.pk
    for actor, nummer in (
        (hilversum.actor(LidRol.AGENDABEHEERDER), theirs),
        (hilversum.actor(LidRol.PARTNER), keepers),
    ):
        with pytest.raises(NotFound):
            revoke_kalenderadres(actor, nummer)


def test_more_addresses_than_anybody_needs_are_refused(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    for number in range(MEESTE):
        make_kalenderadres(partner, f"nummer {number}", None)
    with pytest.raises(BadInput, match="Trek er eerst een in"):
        make_kalenderadres(partner, "nog een", None)


def test_a_partij_of_another_werkruimte_is_not_found(hilversum: World) -> None:
    elsewhere = Partij.objects.exclude(werkruimte=hilversum.werkruimte)[0]
    with pytest.raises(NotFound):
        make_kalender(hilversum.actor(LidRol.AGENDABEHEERDER), elsewhere.pk, TODAY)
