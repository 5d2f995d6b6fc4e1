"""Who may write how one applies, two who write at once, a year that is taken over, and asking."""

from dataclasses import replace
from datetime import date

import pytest

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.core.partij import PartijSoort
from openlea.core.plaatsing import Criterium
from openlea.policy.rechten import Actor, LidRol
from openlea.services.ask_aanmeldbeleid import ask_aanmeldbeleid
from openlea.services.copy_aanmeldbeleid import copy_aanmeldbeleid
from openlea.services.describe_aanmeldbeleid import Keuze, describe_aanmeldbeleid
from openlea.services.keep_aanmeldbeleid import keep_aanmeldbeleid
from openlea.storage.records.models import Aanmeldbeleid as Record
from openlea.storage.records.models import Lidmaatschap, Logregel, Partij, Persoon, Verzoek
from openlea.web.actor import actor_of
from tests.world import World

TODAY = date(2026, 11, 23)
JAAR = "2026-2027"
GROEN, WILGE, DONNER = "04OS00", "04YZ00", "05WH00"
"""A school of board 35218, and two of board 40676, in the register of DUO."""
BELEID = Aanmeldbeleid(
    school=WILGE,
    naam="wat iemand typte",
    schooljaar=JAAR,
    moment="vanaf de derde verjaardag",
    voorrang=(Criterium.BROER_ZUS, Criterium.NABIJHEID),
    toewijzing=Toewijzing.LOTING,
    bijdrage=45,
)


@pytest.fixture
def bestuur(hilversum: World) -> Actor:
    """Return somebody of board 40676."""
    partij = Partij.objects.of(hilversum.werkruimte.pk).filter(plaats="bestuur:40676").first()
    partij = partij or Partij.objects.create(
        werkruimte=hilversum.werkruimte,
        code="bestuur-40676",
        naam="Voorbeeldbestuur",
        soort=PartijSoort.SCHOOLBESTUUR,
        plaats="bestuur:40676",
    )
    persoon = Persoon(email="bestuur@voorbeeld.example", naam="Bestuurder")
    persoon.set_unusable_password()
    persoon.save()
    return actor_of(
        Lidmaatschap.objects.create(
            werkruimte=hilversum.werkruimte,
            persoon=persoon,
            partij=partij,
            rol=LidRol.PARTNER,
            van=date(2020, 1, 1),
        )
    )


def test_a_school_of_the_register_keeps_its_own_name_and_board(
    hilversum: World, bestuur: Actor
) -> None:
    kept = keep_aanmeldbeleid(hilversum.actor(LidRol.AGENDABEHEERDER), BELEID, TODAY)
    assert (kept.naam, kept.partij_id) == ("De Wilge", bestuur.partij)
    assert kept.voorrang == ["broer_zus", "nabijheid"]
    assert Logregel.objects.filter(werk="aanmeldbeleid toegevoegd").count() >= 1


def test_a_board_writes_for_its_own_schools_alone(hilversum: World, bestuur: Actor) -> None:
    assert keep_aanmeldbeleid(bestuur, BELEID, TODAY).pk
    with pytest.raises(NotAllowed):
        keep_aanmeldbeleid(bestuur, replace(BELEID, school=GROEN), TODAY)
    with pytest.raises(NotAllowed):
        keep_aanmeldbeleid(bestuur, replace(BELEID, school="VB0001"), TODAY, versie=1)
    assert not Record.objects.filter(school=GROEN).exists()


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.WETHOUDER, LidRol.ANALIST, LidRol.PUBLIEK])
def test_who_only_reads_keeps_nothing(hilversum: World, rol: LidRol) -> None:
    with pytest.raises(NotAllowed):
        keep_aanmeldbeleid(hilversum.actor(rol), BELEID, TODAY)


def test_a_partner_of_another_kind_claims_no_school(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    with pytest.raises(NotAllowed):
        keep_aanmeldbeleid(partner, BELEID, TODAY)
    with pytest.raises(NotAllowed):
        keep_aanmeldbeleid(partner, replace(BELEID, school="", naam="Nieuw"), TODAY)


def test_a_typed_school_gets_a_code_and_a_second_one_another(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    codes = [
        keep_aanmeldbeleid(beheer, replace(BELEID, school="", naam=naam), TODAY).school
        for naam in ("Eerste", "Tweede")
    ]
    assert codes == ["EIGEN-1", "EIGEN-2"]


def test_who_comes_second_is_told_and_nothing_is_lost(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    seen = keep_aanmeldbeleid(beheer, BELEID, TODAY).versie
    keep_aanmeldbeleid(beheer, replace(BELEID, plaatsen=20), TODAY, seen)
    with pytest.raises(Conflict):
        keep_aanmeldbeleid(beheer, replace(BELEID, plaatsen=30), TODAY, seen)
    with pytest.raises(BadInput):
        keep_aanmeldbeleid(beheer, BELEID, TODAY)
    assert Record.objects.get(school=WILGE).plaatsen == 20


def test_a_year_is_taken_over_without_its_days_and_not_as_read(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    earlier = replace(
        BELEID,
        schooljaar="2031-2032",
        aanmelden_van=date(2031, 1, 5),
        plaatsen=28,
        bron="https://voorbeeld.example/gids",
        gezien_op=TODAY,
    )
    keep_aanmeldbeleid(beheer, earlier, TODAY)
    only_days = replace(
        earlier, school=GROEN, moment="", voorrang=(), toewijzing=Toewijzing.ONBEKEND,
        bijdrage=None,
    )  # fmt: skip
    keep_aanmeldbeleid(beheer, only_days, TODAY)
    assert copy_aanmeldbeleid(beheer, "2032-2033") == 1
    new = Record.objects.get(schooljaar="2032-2033")
    assert (new.moment, new.voorrang, new.bijdrage) == (
        BELEID.moment, ["broer_zus", "nabijheid"], 45,
    )  # fmt: skip
    assert (new.aanmelden_van, new.plaatsen, new.gezien_op) == (None, None, None)
    assert "nog niet nagelezen" in new.toelichting
    with pytest.raises(BadInput):
        copy_aanmeldbeleid(beheer, "2032-2033")


def test_a_board_takes_over_its_own_schools_alone(hilversum: World, bestuur: Actor) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    for school in (GROEN, WILGE):
        keep_aanmeldbeleid(beheer, replace(BELEID, school=school, schooljaar="2031-2032"), TODAY)
    assert copy_aanmeldbeleid(bestuur, "2032-2033") == 1
    assert Record.objects.get(schooljaar="2032-2033").school == WILGE


def test_each_board_is_asked_once_and_its_last_school_answers(
    hilversum: World, bestuur: Actor
) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    first = ask_aanmeldbeleid(beheer, JAAR, TODAY)
    assert len(first.nu) == 1
    assert first.zonder_lid, "boards of which nobody takes part are named, not forgotten"
    again = ask_aanmeldbeleid(beheer, JAAR, TODAY)
    assert (again.nu, again.eerder) == ((), first.nu)
    ask = Verzoek.objects.get(soort="aanmeldbeleid")
    assert ask.aan_id == bestuur.lid
    blad = describe_aanmeldbeleid(bestuur, Keuze(schooljaar=JAAR), TODAY)
    own = [school for some in blad.ontbreekt for school, mag in some.scholen if mag]
    assert len(own) > 3
    for school in own:
        assert Verzoek.objects.get(pk=ask.pk).staat == "open"
        keep_aanmeldbeleid(bestuur, replace(BELEID, school=school.code), TODAY)
    ask.refresh_from_db()
    assert (ask.staat, ask.gedaan_door_id) == ("gedaan", bestuur.persoon)


def test_a_partner_cannot_ask(hilversum: World, bestuur: Actor) -> None:
    with pytest.raises(NotAllowed):
        ask_aanmeldbeleid(bestuur, JAAR, TODAY)
