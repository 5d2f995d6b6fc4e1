"""The dossier: every item has what one must know, nobody reads more than they may, in few reads."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from openlea.core.errors import NotFound
from openlea.core.onthulling import Status
from openlea.policy.rechten import LidRol
from openlea.services.describe_dossier import describe_dossier
from openlea.services.overleg.dossier import Dossier
from openlea.services.overleg.dossierpunt import dossier_of_punt
from openlea.storage.records.models import Agendapunt, Vergadering
from tests.services.stukken_wereld import TITELS, TODAY, note, twelve_items
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(hilversum: World) -> Vergadering:
    return twelve_items(hilversum)


def dossier_for(world: World, rol: LidRol, meeting: Vergadering) -> Dossier:
    return describe_dossier(world.actor(rol), meeting.pk, TODAY)


def test_the_figures_of_an_item_say_where_others_lie_and_a_hidden_count_stays_a_range(
    hilversum: World, meeting: Vergadering, cijfers: Path
) -> None:
    item = dossier_for(hilversum, LidRol.AGENDABEHEERDER, meeting).punten[1]
    assert 1 <= len(item.cijfers) <= 4
    [elsewhere] = [one for one in item.cijfers if one.indicator == "leerlingen_van_elders"]
    assert elsewhere.status is Status.VERBORGEN
    assert elsewhere.getal.startswith("tussen ")
    assert elsewhere.anderen
    assert elsewhere.periode == "1\xa0oktober\xa02024"
    assert elsewhere.bron.startswith("DUO")


def test_a_standing_item_shows_its_figure_also_when_nobody_knows_it(
    hilversum: World, meeting: Vergadering, cijfers: Path
) -> None:
    [shown] = [
        one
        for one in dossier_for(hilversum, LidRol.AGENDABEHEERDER, meeting).punten[0].cijfers
        if one.indicator == "personeelstekort"
    ]
    assert (shown.status, shown.periode, shown.anderen) == (Status.ONBEKEND, "", "")


def test_an_item_has_its_law_its_papers_its_agreements_and_what_was_said_before(
    hilversum: World, meeting: Vergadering
) -> None:
    punten = dossier_for(hilversum, LidRol.AGENDABEHEERDER, meeting).punten
    assert [one.titel for one in punten] == list(TITELS)
    assert any("161" in one.grondslag for one in punten[1].taken)
    assert [one.titel for one in punten[1].stukken] == ["Notitie", "Geheim"]
    [agreed] = [one for one in punten[3].afspraken if one.wat == "Iedereen meet in september"]
    assert (agreed.te_laat, agreed.meetbaar, agreed.partijen) == (True, False, ("Bibliotheek",))
    [before] = punten[3].eerder
    assert before.besluiten == ("Eerst een nulmeting.",)
    assert before.notities == ("Wij wachten op de cijfers.",)


def test_the_money_of_a_speerpunt_stands_with_the_item_about_it(
    hilversum: World, meeting: Vergadering
) -> None:
    money = [
        one
        for punt in dossier_for(hilversum, LidRol.AGENDABEHEERDER, meeting).punten
        for one in punt.geld
    ]
    assert money
    assert {one.jaar for one in money} == {2026}
    assert all(one.begroot > 0 for one in money)


def test_a_partner_reads_nothing_that_is_internal(hilversum: World, meeting: Vergadering) -> None:
    dossier = dossier_for(hilversum, LidRol.PARTNER, meeting)
    assert "Intern voorbereiden" not in [one.titel for one in dossier.punten]
    assert [one.titel for one in dossier.punten[1].stukken] == ["Notitie"]


def test_who_is_outside_sees_no_names_and_only_what_is_for_everybody(
    hilversum: World, meeting: Vergadering
) -> None:
    Agendapunt.objects.filter(vergadering=meeting, volgorde=3).update(zichtbaarheid="publiek")
    dossier = dossier_for(hilversum, LidRol.PUBLIEK, meeting)
    [item] = dossier.punten
    assert (item.eerder, item.stukken, item.afspraken) == ((), (), ())
    assert {naam for _, naam in dossier.deelnemers} == {""}


def test_the_notes_of_a_meeting_are_for_who_was_asked(
    hilversum: World, meeting: Vergadering
) -> None:
    partners = [one for one in _partners(hilversum) if one.partij]
    told = {
        bool(describe_dossier(one, meeting.pk, TODAY).punten[3].eerder[0].notities)
        for one in partners
    }
    assert told == {True, False}, "the library was asked to the earlier meeting, others were not"


def _partners(world: World) -> list[Any]:
    from openlea.storage.records.models import Lidmaatschap
    from openlea.web.actor import actor_of

    found = Lidmaatschap.objects.of(world.werkruimte.pk).filter(rol=str(LidRol.PARTNER))
    return [actor_of(one) for one in found]


def test_a_struck_line_is_not_told_again(hilversum: World, meeting: Vergadering) -> None:
    from django.utils import timezone

    old = meeting.punten.get(volgorde=3).komt_van
    assert old is not None
    line = note(hilversum, old, "Dit klopte niet.")
    line.weg_op = timezone.now()
    line.save()
    before = dossier_for(hilversum, LidRol.AGENDABEHEERDER, meeting).punten[3].eerder[0]
    assert "Dit klopte niet." not in before.notities


def test_a_meeting_that_is_not_there_hidden_or_silent_answers_the_same(
    hilversum: World, meeting: Vergadering
) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    elsewhere = replace(beheer, werkruimte=hilversum.werkruimte.pk + 1)
    Vergadering.objects.filter(pk=meeting.pk).update(staat="concept")
    for actor, nummer in (
        (beheer, 9999),
        (elsewhere, meeting.pk),
        (hilversum.actor(LidRol.PARTNER), meeting.pk),
        (hilversum.actor(LidRol.PUBLIEK), meeting.pk),
    ):
        with pytest.raises(NotFound):
            describe_dossier(actor, nummer, TODAY)


def test_twelve_items_take_as_many_queries_as_one(hilversum: World, meeting: Vergadering) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    with CaptureQueriesContext(connection) as twelve:
        describe_dossier(beheer, meeting.pk, TODAY)
    meeting.punten.exclude(volgorde__in=(1, 3)).delete()
    with CaptureQueriesContext(connection) as two:
        describe_dossier(beheer, meeting.pk, TODAY)
    assert len(twelve) == len(two)


def test_one_item_by_itself_tells_the_same_as_in_the_whole(
    hilversum: World, meeting: Vergadering
) -> None:
    whole = dossier_for(hilversum, LidRol.AGENDABEHEERDER, meeting).punten[3]
    punt = Agendapunt.objects.of(hilversum.werkruimte.pk).get(pk=whole.nummer)
    alone = dossier_of_punt(hilversum.actor(LidRol.AGENDABEHEERDER), punt, TODAY)
    assert replace(alone, plaats=4) == whole
