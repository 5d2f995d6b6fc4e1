"""Parties say for themselves how they work together; steering and tips are kept as said."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.core.samenwerking import Samenwerkingsmodel, Sturingsvorm
from openlea.policy.rechten import Actor, LidRol
from openlea.services.add_agendapunt import Puntopzet
from openlea.services.describe_samenwerking import describe_samenwerking
from openlea.services.describe_tips import describe_tips
from openlea.services.keep_modelkeuze import keep_modelkeuze
from openlea.services.keep_sturingskeuze import keep_sturingskeuze
from openlea.services.put_on_agenda import put_on_agenda
from openlea.services.remove_modelkeuze import remove_modelkeuze
from openlea.services.take_tip import take_tip
from openlea.services.take_tipblad import take_tipblad
from openlea.storage.records.models import (
    Actie,
    Agenda,
    Modelkeuze,
    Overlegreeks,
    Partij,
    Sturingskeuze,
    Werkruimte,
)
from openlea.storage.records.werkruimte import WerkruimteSoort
from tests.world import World

TODAY = date(2026, 6, 1)
KETEN, SCHOTTEN = Samenwerkingsmodel.KETEN, Samenwerkingsmodel.SCHOTTEN
GEEN = {"partijen": "veel", "vertrouwen": "laag", "doelen": "laag", "opgave": "hoog"}
BLAD = "ontwikkelagenda-inclusiever-onderwijs"
ZELF = {"partijen": "weinig", "vertrouwen": "hoog", "doelen": "hoog", "opgave": "laag"}


def say(
    actor: Actor,
    partij: str,
    model: Samenwerkingsmodel,
    sinds: date = TODAY,
    thema: str = "veld:voorschool",
) -> Modelkeuze:
    return keep_modelkeuze(actor, thema, partij, model, sinds=sinds, today=TODAY)


def own_code(world: World) -> str:
    return Partij.objects.get(pk=world.actor(LidRol.PARTNER).partij or 0).code


def test_a_partner_speaks_for_the_own_partij_and_for_no_other(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    assert say(partner, own_code(hilversum), KETEN).model == KETEN
    for other in ("gemeente", ""):
        with pytest.raises(NotAllowed):
            say(partner, other, KETEN)
    assert Modelkeuze.objects.count() == 1


@pytest.mark.parametrize("rol", [LidRol.WETHOUDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_who_only_reads_says_nothing(hilversum: World, rol: LidRol) -> None:
    with pytest.raises(NotAllowed):
        say(hilversum.actor(rol), "gemeente", KETEN)


def test_a_second_word_of_a_day_replaces_and_one_of_another_day_shows_how_it_moved(
    hilversum: World,
) -> None:
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    say(keeper, "gemeente", SCHOTTEN, date(2024, 1, 1))
    say(keeper, "gemeente", SCHOTTEN)
    say(keeper, "gemeente", KETEN)
    (beeld,) = describe_samenwerking(keeper).beelden
    assert [one.model for one in beeld.stand.nu] == [KETEN]
    assert [one.sinds.year for one in beeld.stand.eerder] == [2024]


def test_a_difference_comes_first_and_names_the_theme(hilversum: World) -> None:
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    say(keeper, "gemeente", KETEN, thema="aaa eigen thema")
    say(keeper, "gemeente", KETEN)
    say(keeper, "schoolbesturen", SCHOTTEN)
    beeld = describe_samenwerking(keeper)
    assert [one.titel for one in beeld.beelden] == ["Voorschool", "aaa eigen thema"]
    assert [one.titel for one in beeld.verschillen] == ["Voorschool"]


@pytest.mark.parametrize(
    ("thema", "sinds", "veld"),
    [
        ("  ", TODAY, "thema"),
        ("x" * 81, TODAY, "thema"),
        ("x", date(2026, 6, 2), "sinds"),
        ("x", date(1850, 1, 1), "sinds"),
    ],
)
def test_a_word_that_cannot_be_names_its_field(
    hilversum: World, thema: str, sinds: date, veld: str
) -> None:
    with pytest.raises(BadInput) as refused:
        say(hilversum.actor(LidRol.AGENDABEHEERDER), "gemeente", KETEN, sinds, thema)
    assert [one.cel for one in refused.value.fouten] == [veld]


def test_only_the_own_word_is_taken_back_by_a_partner(hilversum: World) -> None:
    keeper, partner = hilversum.actor(LidRol.AGENDABEHEERDER), hilversum.actor(LidRol.PARTNER)
    mine, theirs = say(partner, own_code(hilversum), KETEN), say(keeper, "gemeente", KETEN)
    with pytest.raises(NotAllowed):
        remove_modelkeuze(partner, theirs.pk)
    remove_modelkeuze(partner, mine.pk)
    assert list(Modelkeuze.objects.all()) == [theirs]
    with pytest.raises(NotFound):
        remove_modelkeuze(keeper, mine.pk)


def test_outsiders_see_nothing_of_how_parties_work_together(hilversum: World) -> None:
    for rol in (LidRol.LEZER, LidRol.PUBLIEK):
        for describe in (describe_samenwerking, describe_tips):
            with pytest.raises(NotAllowed):
                describe(hilversum.actor(rol))


def test_questions_to_the_database_do_not_grow_with_what_is_said(hilversum: World) -> None:
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            describe_samenwerking(keeper)
        return len(queries)

    say(keeper, "gemeente", KETEN)
    before = asked()
    for code in Partij.objects.of(keeper.werkruimte).values_list("code", flat=True)[:8]:
        for thema in ("speerpunt:1A", "een", "twee"):
            say(keeper, code, SCHOTTEN, thema=thema)
    assert asked() == before


def test_the_suggestion_is_kept_beside_the_choice_and_choosing_otherwise_asks_why(
    hilversum: World,
) -> None:
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    leider = Sturingsvorm.LEIDENDE_ORGANISATIE
    with pytest.raises(BadInput) as refused:
        keep_sturingskeuze(keeper, ZELF, TODAY, gekozen=leider)
    assert [one.cel for one in refused.value.fouten] == ["waarom"]
    kept = keep_sturingskeuze(keeper, ZELF, TODAY, gekozen=leider, waarom="De gemeente trekt nu.")
    assert (kept.suggestie, kept.gekozen) == (Sturingsvorm.ZELFSTURING, leider)
    assert describe_samenwerking(keeper).sturing[0].vorm is leider


def test_a_partner_keeps_steering_only_for_a_series_it_leads(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    reeks = Overlegreeks.objects.of(partner.werkruimte).first()
    assert reeks is not None
    for number in (None, reeks.pk):
        with pytest.raises(NotAllowed):
            keep_sturingskeuze(partner, ZELF, TODAY, reeks=number)
    assert not Sturingskeuze.objects.exists()
    with pytest.raises(NotFound):
        keep_sturingskeuze(hilversum.actor(LidRol.AGENDABEHEERDER), ZELF, TODAY, reeks=987654)


def test_a_group_without_trust_or_goal_still_gets_its_answers_kept(hilversum: World) -> None:
    kept = keep_sturingskeuze(hilversum.actor(LidRol.AGENDABEHEERDER), GEEN, TODAY)
    assert kept.antwoorden == GEEN
    assert kept.gekozen == ""


def test_a_tip_becomes_an_action_once(hilversum: World) -> None:
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    made = take_tip(keeper, "vervoersstromen", "1A")
    assert made.naam == "Analyse van de huidige vervoersstromen"
    assert made.speerpunt.code == "1A"
    assert "Handreiking" in made.omschrijving
    with pytest.raises(BadInput, match=made.code):
        take_tip(keeper, "vervoersstromen", "1B")
    assert Actie.objects.filter(naam=made.naam, agenda=made.agenda).count() == 1
    rows = {one.tip.id: one.actie for one in describe_tips(keeper).regels}
    assert rows["vervoersstromen"] == made.code
    assert describe_tips(keeper).genomen == 1


def test_a_tip_asks_a_speerpunt_that_is_there_and_a_right_to_add(hilversum: World) -> None:
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    with pytest.raises(BadInput):
        take_tip(keeper, "nieuwbouw", "9Z")
    with pytest.raises(NotFound):
        take_tip(keeper, "bestaat_niet", "1A")
    with pytest.raises(NotAllowed):
        take_tip(hilversum.actor(LidRol.PARTNER), "nieuwbouw", "1A")


def test_what_is_put_on_the_agenda_twice_stands_there_once(hilversum: World) -> None:
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    reeks = Overlegreeks.objects.of(keeper.werkruimte).get(naam="Bestuurlijk overleg LEA")
    opzet = Puntopzet(titel="Hoe werken we samen: Voorschool", speerpunt="1A")
    first, again = put_on_agenda(keeper, reeks.pk, opzet), put_on_agenda(keeper, reeks.pk, opzet)
    assert first == again
    assert first.vergadering is not None
    reeks.vergaderingen.filter(pk=first.vergadering.pk).update(staat="afgelast")
    parked = put_on_agenda(keeper, reeks.pk, opzet)
    assert parked.vergadering is None


def test_the_whole_list_comes_in_at_once_and_leaves_out_what_is_there(hilversum: World) -> None:
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    take_tip(keeper, "nieuwbouw", "2B")
    code = take_tipblad(keeper, BLAD, 2026)
    assert code == "3"
    agenda = hilversum.agenda
    assert agenda.speerpunten.filter(ambitie__code=code).count() == 5
    assert agenda.acties.filter(speerpunt__ambitie__code=code).count() == 13
    assert describe_tips(keeper).genomen == 14


def test_a_samenwerkingsverband_without_an_agenda_begins_with_the_list(db: None) -> None:
    room = Werkruimte.objects.create(slug="swv", naam="SWV", soort=WerkruimteSoort.REGIO)
    keeper = Actor(werkruimte=room.pk, rol=LidRol.AGENDABEHEERDER)
    take_tipblad(keeper, BLAD, 2026)
    agenda = Agenda.objects.current(room.pk)
    assert agenda is not None
    assert (agenda.van, agenda.tot, agenda.acties.count()) == (2026, 2029, 14)


def test_another_list_or_another_role_takes_nothing(hilversum: World) -> None:
    with pytest.raises(NotFound):
        take_tipblad(hilversum.actor(LidRol.AGENDABEHEERDER), "bestaat-niet", 2026)
    with pytest.raises(NotAllowed):
        take_tipblad(hilversum.actor(LidRol.PARTNER), BLAD, 2026)
