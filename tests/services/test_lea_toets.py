"""The check of the yearly consultation reads proof per topic and the goals that serve it."""

from datetime import date
from typing import Any

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import NotAllowed
from openlea.core.verplichting import BewijsSoort, BewijsStaat
from openlea.policy.lea_toets import LeaStap
from openlea.policy.rechten import LidRol
from openlea.services.describe_lea_toets import Leatoets, Overlegbeeld, describe_lea_toets
from openlea.storage.records.models import (
    Actie,
    Bewijs,
    Partij,
    Plichtkoppeling,
    Streefwaarde,
    Verplichting,
)
from tests.services.toetswereld import BESTUUR, partner
from tests.world import World

TODAY = date(2026, 11, 22)
FIVE = ["segregatie", "integratie", "achterstanden", "toelating", "verdeling"]


@pytest.fixture
def overleg(hilversum: World) -> World:
    """Return the world with the obligation of WPO 161 of 2026 and nothing else of that year."""
    Verplichting.objects.all().delete()
    Verplichting.objects.create(
        werkruimte=hilversum.werkruimte,
        plicht="LEA-01",
        termijn="proef",
        jaar=2026,
        partij=Partij.objects.get(werkruimte=hilversum.werkruimte, code="gemeente"),
        titel="Overleg",
        uiterlijk=date(2026, 12, 31),
    )
    return hilversum


def held(world: World, **said: Any) -> None:
    """Keep accepted proof of the consultation."""
    told = {"titel": "Verslag", "gedateerd_op": date(2026, 3, 12), "staat": BewijsStaat.AANVAARD}
    Bewijs.objects.create(
        werkruimte=world.werkruimte,
        verplichting=Verplichting.objects.get(plicht="LEA-01"),
        soort=BewijsSoort.DOCUMENT,
        **told | said,
    )


def checked(world: World, jaar: int = 2026, rol: LidRol = LidRol.AGENDABEHEERDER) -> Leatoets:
    return describe_lea_toets(world.actor(rol), jaar, TODAY)


def lea(toets: Leatoets) -> Overlegbeeld:
    return next(one for one in toets.overleggen if one.code == "lea")


def test_every_topic_of_the_three_consultations_is_there(overleg: World) -> None:
    toets = checked(overleg)
    codes = [[one.stand.onderwerp.code for one in each.onderwerpen] for each in toets.overleggen]
    assert codes == [FIVE, [""] * 4, FIVE]
    assert toets.telling.totaal == 14


def test_kinderopvang_is_no_party_to_the_one_with_secondary_schools(overleg: World) -> None:
    vo = next(one for one in checked(overleg).overleggen if one.code == "vo")
    assert vo.grondslagen == ("WVO 2020, artikel 3.42",)


def test_a_report_of_three_topics_covers_three_of_five(overleg: World) -> None:
    held(overleg, onderwerpen=["segregatie", "achterstanden", "toelating"])
    found = lea(checked(overleg))
    assert (found.telling.besproken, found.telling.totaal) == (3, 5)
    steps = {one.stand.onderwerp.code: one.stand.stap for one in found.onderwerpen}
    assert steps["segregatie"] is LeaStap.DOEL
    assert steps["verdeling"] is LeaStap.BESPREEK


def test_a_report_of_the_whole_covers_all(overleg: World) -> None:
    held(overleg)
    assert lea(checked(overleg)).telling.is_rond


def test_a_linked_target_serves_its_topic_with_what_it_lacks(overleg: World) -> None:
    actie = Actie.objects.get(agenda=overleg.agenda, code="1B3")
    target = Streefwaarde.objects.get(agenda=overleg.agenda, code="1B3-bereik")
    place = {"werkruimte": overleg.werkruimte, "plicht": "LEA-01", "actie": actie}
    Plichtkoppeling.objects.create(**place, onderwerp="achterstanden", streefwaarde=target)
    Plichtkoppeling.objects.create(**place)
    found = lea(checked(overleg))
    goals = {one.stand.onderwerp.code: one.stand.doelen for one in found.onderwerpen}
    assert [doel.code for doel in goals["achterstanden"]] == ["1B3-bereik"]
    assert goals["segregatie"] == ()
    assert [doel.code for doel in found.losse_doelen] == ["1B3-bereik"]


def test_an_internal_action_that_serves_a_topic_is_hidden_outside(overleg: World) -> None:
    actie = Actie.objects.get(agenda=overleg.agenda, code="1B3")
    Actie.objects.filter(pk=actie.pk).update(zichtbaarheid=Zichtbaarheid.INTERN)
    place = {"werkruimte": overleg.werkruimte, "actie": actie}
    Plichtkoppeling.objects.create(**place, plicht="LEA-01", onderwerp="segregatie")

    def goals(toets: Leatoets) -> int:
        return sum(len(one.stand.doelen) for one in lea(toets).onderwerpen)

    assert goals(checked(overleg)) == 1
    assert goals(describe_lea_toets(partner(overleg, BESTUUR), 2026, TODAY)) == 0


def test_the_law_is_that_of_the_year(overleg: World) -> None:
    assert lea(checked(overleg, 2021)).grondslagen == ("WPO, artikel 167a, eerste lid",)
    assert lea(checked(overleg)).grondslagen == ("WPO, artikel 161, eerste lid",)


def test_of_more_gemeenten_each_has_a_check_of_its_own(overleg: World) -> None:
    held(overleg)
    other = Partij.objects.create(
        werkruimte=overleg.werkruimte, code="wijdemeren", naam="Wijdemeren", soort="gemeente"
    )
    one = Verplichting.objects.get(plicht="LEA-01")
    Verplichting.objects.create(
        werkruimte=overleg.werkruimte,
        plicht="LEA-01",
        termijn=one.termijn,
        jaar=2026,
        partij=other,
        titel="Overleg",
        uiterlijk=one.uiterlijk,
    )
    beheer = overleg.actor(LidRol.AGENDABEHEERDER)
    toets = describe_lea_toets(beheer, 2026, TODAY, "wijdemeren")
    assert {code for code, _ in toets.gemeenten} == {"gemeente", "wijdemeren"}
    assert (toets.gemeente, toets.telling.besproken) == ("wijdemeren", 0)
    assert describe_lea_toets(beheer, 2026, TODAY, "bestaat-niet").gemeente == "gemeente"


def test_a_year_without_obligations_still_says_what_the_law_asks(overleg: World) -> None:
    toets = checked(overleg, 2025)
    assert toets.gemeente == ""
    assert (toets.telling.besproken, toets.telling.totaal) == (0, 14)


def test_a_board_reads_the_check_and_outside_nobody_does(overleg: World) -> None:
    held(overleg)
    board = describe_lea_toets(partner(overleg, BESTUUR), 2026, TODAY)
    assert board.telling.besproken == 5
    for rol in (LidRol.LEZER, LidRol.PUBLIEK):
        with pytest.raises(NotAllowed):
            checked(overleg, rol=rol)
