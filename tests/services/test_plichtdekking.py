"""Law beside agenda: what serves a duty is counted, and only as far as somebody may see it."""

from dataclasses import replace
from datetime import date

import pytest

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.overleg import VergaderingStaat
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.plichtdekking import Gat, Plichtdekking
from openlea.policy.rechten import Actor, LidRol
from openlea.services.describe_dienst import describe_dienst
from openlea.services.describe_plichtdekking import (
    Dekkingsbeeld,
    Dekkingsvraag,
    describe_plichtdekking,
)
from openlea.services.keep_plichtkoppeling import Koppelopzet, keep_plichtkoppeling
from openlea.services.remove_plichtkoppeling import remove_plichtkoppeling
from openlea.storage.records.models import Actie, Bewijs, Plichtkoppeling, Verplichting
from tests.services.overleg_wereld import empty_series, hold
from tests.world import World

TODAY = date(2026, 11, 22)
LINK = Koppelopzet(plicht="LEA-01", actie="1A1", onderwerp="achterstanden")


@pytest.fixture
def beheer(hilversum: World) -> Actor:
    return hilversum.actor(LidRol.AGENDABEHEERDER)


def look(actor: Actor) -> Dekkingsbeeld:
    return describe_plichtdekking(actor, TODAY)


def of(beeld: Dekkingsbeeld, plicht: str) -> Plichtdekking:
    return next(one for one in beeld.alle if one.plicht.id == plicht)


def test_a_link_shows_at_its_duty_and_at_its_action(beheer: Actor, hilversum: World) -> None:
    assert Gat.ACTIE in of(look(beheer), "LEA-01").gaten
    keep_plichtkoppeling(beheer, LINK)
    found = of(look(beheer), "LEA-01")
    assert [(one.actie, one.onderwerp) for one in found.diensten] == [("1A1", "achterstanden")]
    assert Gat.ACTIE not in found.gaten
    assert "1A1" not in look(beheer).zonder
    (served,) = describe_dienst(beheer, Actie.objects.get(agenda=hilversum.agenda, code="1A1"))
    assert (served.plicht, served.onderwerp) == ("LEA-01", "Onderwijsachterstanden bestrijden")


def test_the_same_link_twice_is_kept_once(beheer: Actor) -> None:
    keep_plichtkoppeling(beheer, LINK)
    again = keep_plichtkoppeling(beheer, replace(LINK, toelichting="Bijlage 1."))
    assert Plichtkoppeling.objects.filter(plicht="LEA-01").count() == 1
    assert again.toelichting == "Bijlage 1."


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"plicht": "BESTAAT-NIET"}, "plicht"),
        ({"onderwerp": "weer"}, "onderwerp"),
        ({"streefwaarde": "van-een-ander"}, "streefwaarde"),
    ],
)
def test_a_link_to_what_is_not_there_is_refused(
    beheer: Actor, wrong: dict[str, str], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        keep_plichtkoppeling(beheer, replace(LINK, **wrong))
    assert refused.value.fouten[0].cel == field


def test_a_link_that_is_removed_leaves_action_and_duty(beheer: Actor) -> None:
    kept = keep_plichtkoppeling(beheer, LINK)
    assert remove_plichtkoppeling(beheer, kept.pk) == "1A1"
    assert not of(look(beheer), "LEA-01").diensten
    with pytest.raises(NotFound):
        remove_plichtkoppeling(beheer, kept.pk)


def test_a_hidden_action_serves_nothing_for_who_may_not_see_it(
    beheer: Actor, hilversum: World
) -> None:
    kept = keep_plichtkoppeling(beheer, LINK)
    Actie.objects.filter(agenda=hilversum.agenda, code="1A1").update(
        zichtbaarheid=Zichtbaarheid.INTERN
    )
    for rol in (LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK):
        assert not of(look(hilversum.actor(rol)), "LEA-01").diensten
    with pytest.raises(NotFound) as refused:
        remove_plichtkoppeling(hilversum.actor(LidRol.PARTNER), kept.pk)
    assert "1A1" not in str(refused.value)


def test_who_may_not_change_the_action_links_nothing(hilversum: World) -> None:
    for rol in (LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK):
        with pytest.raises(NotAllowed):
            keep_plichtkoppeling(hilversum.actor(rol), LINK)


def test_a_planned_meeting_closes_the_gap_for_who_may_see_it(
    beheer: Actor, hilversum: World
) -> None:
    reeks = empty_series(hilversum)
    assert Gat.OVERLEG in of(look(beheer), "LEA-01").gaten
    concept = VergaderingStaat.CONCEPT
    hold(reeks, date(2026, 12, 1), "segregatie", staat=concept)
    assert of(look(beheer), "LEA-01").overleg_op == (date(2026, 12, 1),)
    assert of(look(hilversum.actor(LidRol.PARTNER)), "LEA-01").overleg_op == ()


def test_proof_and_a_meeting_close_their_gaps(beheer: Actor, hilversum: World) -> None:
    empty_series(hilversum)
    taak = Verplichting.objects.filter(plicht="LEA-01", jaar=TODAY.year)[0]
    assert of(look(beheer), "LEA-01").gaten == (Gat.ACTIE, Gat.BEWIJS, Gat.OVERLEG)
    Bewijs.objects.create(
        werkruimte=taak.werkruimte,
        verplichting=taak,
        soort=BewijsSoort.AGENDAPUNT,
        titel="Bestuurlijk overleg",
        gedateerd_op=date(2026, 3, 3),
        staat=BewijsStaat.AANVAARD,
    )
    found = of(look(beheer), "LEA-01")
    assert found.overleg_op == (date(2026, 3, 3),)
    assert Gat.OVERLEG not in found.gaten
    Verplichting.objects.filter(pk=taak.pk).update(
        staat=TaakStaat.BEWEZEN, bewezen_op=date(2026, 3, 3)
    )
    assert of(look(beheer), "LEA-01").gaten == (Gat.ACTIE,)


def test_a_meeting_that_nobody_accepted_is_no_meeting(beheer: Actor, hilversum: World) -> None:
    empty_series(hilversum)
    taak = Verplichting.objects.filter(plicht="LEA-01", jaar=TODAY.year)[0]
    Bewijs.objects.create(
        werkruimte=taak.werkruimte,
        verplichting=taak,
        soort=BewijsSoort.AGENDAPUNT,
        titel="Misschien",
        gedateerd_op=date(2026, 3, 3),
    )
    assert of(look(beheer), "LEA-01").overleg_op == ()


def test_one_can_ask_for_whom_where_and_what_is_missing(beheer: Actor) -> None:
    every = look(beheer)
    own = every.narrowed(Dekkingsvraag(soort=PartijSoort.GEMEENTE))
    assert 0 < len(own.alle) < len(every.alle)
    served = own.narrowed(Dekkingsvraag(met_actie=True)).gevraagd
    gaps = own.narrowed(Dekkingsvraag(gat=Gat.ACTIE)).gevraagd
    assert len(served) + len(gaps) == len(own.alle)
    field = own.narrowed(Dekkingsvraag(veld="leerplicht")).gevraagd
    assert {one.plicht.veld for one in field} == {"leerplicht"}


def test_money_of_an_action_is_counted_once_however_often_it_serves(beheer: Actor) -> None:
    keep_plichtkoppeling(beheer, replace(LINK, actie="1B1"))
    once = of(look(beheer), "LEA-01").cents
    keep_plichtkoppeling(beheer, replace(LINK, actie="1B1", onderwerp="segregatie"))
    assert of(look(beheer), "LEA-01").cents == once
