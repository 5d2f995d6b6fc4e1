"""The law in the day of a person: on Vandaag, on Mijn acties, and also without an agenda."""

from datetime import timedelta

import pytest
from django.utils import timezone

from openlea.core.verplichting import TaakStaat
from openlea.core.verzoek import VerzoekSoort
from openlea.policy.rechten import LidRol
from openlea.services.ask_updates import ask_updates
from openlea.storage.records.models import (
    Afspraak,
    Agenda,
    Lidmaatschap,
    Partij,
    Verplichting,
    Verzoek,
    Werkruimte,
)
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER


def only_task(world: World, days: int) -> Verplichting:
    """Leave one task of the own gemeente waiting, due so many days from today."""
    own = Verplichting.objects.filter(werkruimte=world.werkruimte, partij__code="gemeente")
    one = own.filter(plicht="LPL-04").order_by("jaar")[0]
    Verplichting.objects.exclude(pk=one.pk).update(staat=TaakStaat.NIET_VAN_TOEPASSING)
    day = timezone.localdate() + timedelta(days=days)
    Verplichting.objects.filter(pk=one.pk).update(uiterlijk=day, jaar=day.year)
    return one


def page(world: World, path: str = "", rol: LidRol = BEHEER) -> str:
    """Return a page of the werkruimte as this role sees it."""
    return world.client(rol).get(world.url(path)).content.decode()


@pytest.mark.parametrize(("days", "is_shown"), [(-3, True), (0, True), (30, True), (31, False)])
def test_vandaag_shows_what_is_late_or_due_within_a_month(
    hilversum: World, days: int, is_shown: bool
) -> None:
    one = only_task(hilversum, days)
    assert (f"/taken/{one.pk}/" in page(hilversum)) is is_shown


def test_many_late_tasks_are_one_thing_that_leads_to_the_list(hilversum: World) -> None:
    late = timezone.localdate() - timedelta(days=2)
    own = Verplichting.objects.filter(partij__code="gemeente", jaar=late.year)
    own.filter(werkruimte=hilversum.werkruimte).update(uiterlijk=late, staat=TaakStaat.OPEN)
    shown = page(hilversum)
    assert "wettelijke taken zijn te laat of nog niet bewezen" in shown
    assert "/taken/?staat=te_laat" in shown


def test_a_partner_sees_the_tasks_of_its_own_partij_and_not_those_of_the_gemeente(
    hilversum: World,
) -> None:
    gemeente = only_task(hilversum, -3)
    lid = hilversum.lid(LidRol.PARTNER)
    own = Verplichting.objects.filter(partij__soort="samenwerkingsverband", jaar=gemeente.jaar)
    mine = own.filter(werkruimte=hilversum.werkruimte)[0]
    lid.partij = Partij.objects.get(pk=mine.partij_id)
    lid.save()
    late = timezone.localdate() - timedelta(days=1)
    Verplichting.objects.filter(pk=mine.pk).update(staat=TaakStaat.OPEN, uiterlijk=late)
    shown = page(hilversum, rol=LidRol.PARTNER)
    assert f"/taken/{mine.pk}/" in shown
    assert f"/taken/{gemeente.pk}/" not in shown


def test_what_the_law_asks_is_a_list_beside_the_questions_of_a_minute(hilversum: World) -> None:
    Lidmaatschap.objects.update(van=timezone.localdate() - timedelta(days=400))
    Afspraak.objects.all().delete()
    one = only_task(hilversum, 5)
    ask_updates(timezone.localdate(), werkruimte="hilversum")
    shown = page(hilversum, "mijn/")
    assert "Wat de wet vraagt" in shown
    assert f"/taken/{one.pk}/" in shown
    assert "Eén vraag aan jou" in shown, "the question about owners, not the task"
    asked = Verzoek.objects.get(soort=VerzoekSoort.BEWIJS, onderwerp_code=str(one.pk))
    chosen = page(hilversum, f"mijn/?vraag={asked.pk}")
    assert "Open de taak" in chosen


def test_without_an_agenda_vandaag_still_says_what_the_law_asks(hilversum: World) -> None:
    one = only_task(hilversum, 2)
    other = Werkruimte.objects.exclude(pk=hilversum.werkruimte.pk)[0]
    Agenda.objects.filter(werkruimte=hilversum.werkruimte).update(werkruimte=other)
    shown = page(hilversum)
    assert "Wat de wet nu vraagt" in shown
    assert f"/taken/{one.pk}/" in shown
