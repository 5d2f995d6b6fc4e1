"""The plan of a year on what is kept: who sees it, what an agenda is offered, what is proposed."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.core.agenda import Richting, Zichtbaarheid
from openlea.core.errors import BadInput
from openlea.core.overleg import Aanwezigheid, PuntStaat, VergaderingStaat
from openlea.core.partij import PartijSoort
from openlea.core.verplichting import BewijsSoort, BewijsStaat, TaakStaat
from openlea.policy.overlegplan import Overlegregel
from openlea.policy.rechten import LidRol
from openlea.policy.wetsonderwerp import BehandelStaat
from openlea.services.describe_overlegplan import describe_overlegplan
from openlea.services.judge_bewijs import judge_bewijs
from openlea.services.overleg.aanbod import offered_items
from openlea.services.overleg.planblad import plan_as_plain
from openlea.services.propose_from_vergadering import propose_from_vergadering
from openlea.storage.records.models import (
    Afspraak,
    Afspraakpartij,
    Agendapunt,
    Bewijs,
    Deelnemer,
    Overlegreeks,
    Partij,
    Verplichting,
)
from tests.services.overleg_wereld import ASKED, TODAY, TOPICS, empty_series, hold, put
from tests.services.taken_wereld import task
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER


@pytest.fixture
def reeks(hilversum: World) -> Overlegreeks:
    """Return the bestuurlijk overleg of Hilversum, without meetings yet."""
    return empty_series(hilversum)


def row(world: World, rol: LidRol = BEHEER, jaar: int = 2026) -> Overlegregel:
    found = describe_overlegplan(world.actor(rol), jaar, TODAY)
    return next(one for one in found.regels if one.kaart.id == "bestuurlijk_overleg_lea")


def test_the_five_topics_are_covered_by_two_meetings(hilversum: World, reeks: Overlegreeks) -> None:
    hold(reeks, date(2026, 4, 1), *TOPICS[:3])
    hold(reeks, date(2026, 10, 1), *TOPICS[3:])
    found = row(hilversum)
    lea = [one for one in found.onderwerpen if one.plicht == "LEA-01"]
    assert {one.staat for one in lea} == {BehandelStaat.BEHANDELD}
    assert len(found.gehouden) == found.gevraagd == 2
    assert found.nog_te_plannen == ()


def test_a_concept_counts_for_who_prepares_it_and_is_silent_to_a_partner(
    hilversum: World, reeks: Overlegreeks
) -> None:
    hold(reeks, date(2026, 12, 1), "segregatie", staat=VergaderingStaat.CONCEPT)
    assert len(row(hilversum).gepland) == 1
    assert row(hilversum, LidRol.PARTNER).gepland == ()
    assert row(hilversum, LidRol.LEZER).gepland == ()


def test_what_is_internal_stays_out_of_the_plan_of_others(
    hilversum: World, reeks: Overlegreeks
) -> None:
    hold(reeks, date(2026, 4, 1), "segregatie", visible=Zichtbaarheid.INTERN)
    assert len(row(hilversum).gehouden) == 1
    assert row(hilversum, LidRol.PARTNER).gehouden == ()


def test_a_series_that_ended_keeps_what_it_covered_and_is_asked_nothing(
    hilversum: World, reeks: Overlegreeks
) -> None:
    hold(reeks, date(2026, 4, 1), "segregatie")
    reeks.gestopt_op = date(2026, 6, 1)
    reeks.save()
    plan = describe_overlegplan(hilversum.actor(BEHEER), 2026, TODAY)
    old, new = (one for one in plan.regels if one.kaart.id == "bestuurlijk_overleg_lea")
    assert (old.gevraagd, old.nog_te_plannen, len(old.gehouden)) == (0, (), 1)
    assert new.reeks is None, "the law asks a consultation, and nobody holds it any more"
    assert next(o for o in new.onderwerpen if o.code == "segregatie").behandeling.op is not None


def test_the_plan_asks_as_much_of_the_database_for_one_meeting_as_for_ten(
    hilversum: World, reeks: Overlegreeks
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            describe_overlegplan(hilversum.actor(BEHEER), 2026, TODAY)
        return len(caught)

    hold(reeks, date(2026, 4, 1), "segregatie")
    first = queries()
    for month in range(1, 10):
        hold(reeks, date(2026, month, 2), *TOPICS)
    assert queries() == first


def test_without_a_werkruimte_the_law_alone_is_told() -> None:
    rows = plan_as_plain(describe_overlegplan(None, 2027, TODAY))
    assert [one["soort"] for one in rows][:3] == [
        *("bestuurlijk_overleg_lea", "oogo_jeugd", "oogo_huisvesting")
    ]
    assert rows[0]["nog_te_plannen"][0]["voor"] == date(2027, 12, 31)


@pytest.mark.parametrize("jaar", [2017, 2101, -1])
def test_a_year_without_known_law_is_refused(jaar: int) -> None:
    with pytest.raises(BadInput, match="2018 tot en met 2100"):
        describe_overlegplan(None, jaar, TODAY)


def test_an_agenda_is_offered_a_topic_until_it_was_dealt_with(reeks: Overlegreeks) -> None:
    def offered() -> set[str]:
        found = offered_items(reeks, TODAY).onderwerpen
        return {one.onderwerp for one in found if one.plicht.startswith("LEA")}

    assert offered() == set(TOPICS), "each once, though two duties ask it"
    hold(reeks, date(2026, 4, 1), "segregatie")
    coming = hold(reeks, date(2026, 12, 1), "integratie", staat=ASKED)
    assert offered() == {"achterstanden", "toelating", "verdeling"}
    item = coming.punten.get()
    item.staat = PuntStaat.VERVALLEN
    item.save()
    assert offered() == {"integratie", "achterstanden", "toelating", "verdeling"}


def test_a_standing_item_is_offered_to_each_agenda_that_lacks_it(reeks: Overlegreeks) -> None:
    coming = hold(reeks, date(2026, 12, 1), staat=ASKED)
    standing = {one.vast for one in offered_items(reeks, TODAY, coming).vaste_punten}
    assert "personeelstekort" in standing
    one = put(coming, "", plicht="")
    one.vast = "personeelstekort"
    one.save()
    now = {one.vast for one in offered_items(reeks, TODAY, coming).vaste_punten}
    assert standing - now == {"personeelstekort"}


def test_parked_items_are_counted_with_the_offer(reeks: Overlegreeks) -> None:
    Agendapunt.objects.create(werkruimte=reeks.werkruimte, reeks=reeks, titel="Later")
    assert offered_items(reeks, TODAY).geparkeerd == 1


def test_an_offer_is_found_again_by_its_key(reeks: Overlegreeks) -> None:
    offer = offered_items(reeks, TODAY)
    assert len({one.sleutel for one in offer.punten}) == len(offer.punten)
    assert all(offer.find(one.sleutel) == one for one in offer.punten)
    assert offer.find("LEA-01/bestaat_niet") is None


def test_a_year_of_meetings_proves_the_duty_after_a_person_accepts(
    hilversum: World, reeks: Overlegreeks
) -> None:
    one = task(hilversum, "LEA-01")
    for op, topics in ((date(2026, 4, 1), TOPICS[:3]), (date(2026, 10, 1), TOPICS[3:])):
        assert propose_from_vergadering(hold(reeks, op, *topics, partijen=(one.partij,))) == 1
    one.refresh_from_db()
    assert one.staat == TaakStaat.VOORGESTELD, "the product proposes; it never proves"
    for found in one.bewijzen.order_by("pk"):
        assert found.soort == BewijsSoort.AGENDAPUNT
        judge_bewijs(hilversum.actor(BEHEER), found.pk, BewijsStaat.AANVAARD, versie=found.versie)
    one.refresh_from_db()
    assert (one.staat, one.bewezen_op) == (TaakStaat.BEWEZEN, date(2026, 10, 1))


def test_only_who_was_there_is_told_that_the_meeting_may_prove_a_duty(
    hilversum: World, reeks: Overlegreeks
) -> None:
    own = task(hilversum, "LEA-01")
    other = Partij.objects.of(hilversum.werkruimte.pk).filter(soort=PartijSoort.KINDEROPVANG)[0]
    meeting = hold(reeks, date(2026, 4, 1), *TOPICS, partijen=(other,))
    excused = Deelnemer.objects.create(
        werkruimte=reeks.werkruimte,
        vergadering=meeting,
        partij=own.partij,
        naam="Bestuurder",
        aanwezigheid=Aanwezigheid.AFGEMELD,
    )
    assert propose_from_vergadering(meeting) == 0
    excused.aanwezigheid = Aanwezigheid.AANWEZIG
    excused.save()
    assert propose_from_vergadering(meeting) == 1


def test_changed_minutes_add_what_is_new_and_nothing_double(
    hilversum: World, reeks: Overlegreeks
) -> None:
    one = task(hilversum, "LEA-01")
    meeting = hold(reeks, date(2026, 4, 1), "segregatie", partijen=(one.partij,))
    assert propose_from_vergadering(meeting) == 1
    assert propose_from_vergadering(meeting) == 0
    put(meeting, "verdeling")
    assert propose_from_vergadering(meeting) == 1
    assert propose_from_vergadering(meeting) == 0
    said = [found.onderwerpen for found in one.bewijzen.order_by("pk")]
    assert said == [["segregatie"], ["verdeling"]]


def test_a_meeting_that_was_not_held_proposes_nothing(
    hilversum: World, reeks: Overlegreeks
) -> None:
    one = task(hilversum, "LEA-01")
    meeting = hold(reeks, date(2026, 4, 1), *TOPICS, staat=ASKED, partijen=(one.partij,))
    Agendapunt.objects.filter(vergadering=meeting).update(staat=PuntStaat.BEHANDELD)
    assert propose_from_vergadering(meeting) == 0


def test_a_measurable_agreement_is_proposed_as_a_measurable_goal_and_another_is_not(
    hilversum: World, reeks: Overlegreeks
) -> None:
    lea = task(hilversum, "LEA-01")
    goals = Verplichting.objects.create(
        werkruimte=hilversum.werkruimte,
        partij=lea.partij,
        plicht="LEA-02",
        termijn="1",
        jaar=2026,
        titel="Meetbare doelen",
        uiterlijk=date(2026, 12, 31),
    )
    meeting = hold(reeks, date(2026, 4, 1), "segregatie", partijen=(lea.partij,))
    agree(meeting.punten.get(), lea.partij, Decimal(20))
    agree(meeting.punten.get(), lea.partij, None)
    propose_from_vergadering(meeting)
    found = Bewijs.objects.get(verplichting=goals)
    assert (found.soort, found.gedateerd_op) == (BewijsSoort.AFSPRAAK, date(2026, 4, 1))
    assert propose_from_vergadering(meeting) == 0


def agree(punt: Agendapunt, partij: Partij, doel: Decimal | None) -> Afspraak:
    """Return an agreement on an item; without a wanted value it can't be measured."""
    one = Afspraak.objects.create(
        werkruimte=punt.werkruimte,
        punt=punt,
        wat="Minder scholen met een eenzijdige instroom",
        op=date(2026, 4, 1),
        voor=date(2027, 4, 1),
        maat="Scholen",
        richting=Richting.HOOGSTENS,
        nulmeting=Decimal(25),
        nulmeting_op=date(2026, 1, 1),
        streefwaarde=doel,
        peildatum=date(2027, 4, 1),
    )
    Afspraakpartij.objects.create(werkruimte=punt.werkruimte, afspraak=one, partij=partij)
    return one
