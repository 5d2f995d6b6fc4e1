"""The plan of the year: one answer, one button per gap, and nobody sees what isn't theirs."""

import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import VergaderingStaat
from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Agendapunt, Overlegreeks, Vergadering
from openlea.web.charts.vergaderjaar_svg import (
    HELD,
    PLANNED,
    Stip,
    Vergaderjaar,
    draw_vergaderjaar,
    share,
)
from tests.services.overleg_wereld import TOPICS, empty_series, hold
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER
PATH = "overleg/jaarplan/"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def today() -> date:
    """Return today, on which the page looks."""
    return timezone.localdate()


@pytest.fixture
def coming(hilversum: World, today: date) -> Vergadering:
    """Return the one meeting there is: later this year or today, with an empty agenda."""
    last = date(today.year, 12, 31)
    op = min(today + timedelta(days=20), last)
    return hold(empty_series(hilversum), op, staat=VergaderingStaat.UITGENODIGD)


def page(world: World, rol: LidRol = BEHEER, query: str = "") -> str:
    answer = world.client(rol).get(world.url(PATH) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_a_series_one_button_begins_what_the_law_asks(hilversum: World) -> None:
    Overlegreeks.objects.of(hilversum.werkruimte.pk).delete()
    shown = page(hilversum)
    assert "Begin dit overleg" in shown
    assert "?soort=bestuurlijk_overleg_lea" in shown
    assert "10 onderwerpen staan nog op geen agenda." in shown


def test_one_button_puts_one_topic_on_the_agenda(hilversum: World, coming: Vergadering) -> None:
    told = {"vergadering": coming.pk, "punt": "LEA-01/integratie"}
    client = hilversum.client(BEHEER)
    answer = client.post(hilversum.url(PATH), told, follow=True)
    assert "1 punt staat nu op de agenda." in answer.content.decode()
    assert [one.onderwerp for one in coming.punten.all()] == ["integratie"]
    again = client.post(hilversum.url(PATH), told, follow=True)
    assert "stond al op een agenda" in again.content.decode()
    assert coming.punten.count() == 1


def test_all_gaps_go_on_the_agenda_at_once(hilversum: World, coming: Vergadering) -> None:
    keys = [*(f"LEA-01/{topic}" for topic in TOPICS), "VVE-02/", "personeelstekort", "verzonnen"]
    told = {"vergadering": coming.pk, "punt": keys}
    hilversum.client(BEHEER).post(hilversum.url(PATH), told)
    items = list(coming.punten.all())
    assert len(items) == 7
    assert {one.onderwerp for one in items} == {*TOPICS, ""}
    assert "Personeelstekorten in onderwijs en kinderopvang" in {one.titel for one in items}


@pytest.mark.parametrize("rol", [LidRol.WETHOUDER, LidRol.LEZER])
def test_who_may_not_change_an_agenda_sees_no_button(
    hilversum: World, coming: Vergadering, rol: LidRol
) -> None:
    shown = page(hilversum, rol)
    assert 'name="punt"' not in shown
    assert "Begin dit overleg" not in shown
    told = {"vergadering": coming.pk, "punt": "LEA-01/integratie"}
    assert hilversum.client(rol).post(hilversum.url(PATH), told).status_code == 403
    assert not Agendapunt.objects.filter(vergadering=coming).exists()


def test_a_partner_who_does_not_lead_the_series_changes_nothing(
    hilversum: World, coming: Vergadering
) -> None:
    told = {"vergadering": coming.pk, "punt": "LEA-01/integratie"}
    answer = hilversum.client(LidRol.PARTNER).post(hilversum.url(PATH), told)
    assert answer.status_code in {403, 404}
    assert not Agendapunt.objects.filter(vergadering=coming).exists()


def test_who_sees_less_is_told_that_the_answer_may_be_incomplete(hilversum: World) -> None:
    assert "Er kan meer zijn behandeld" in page(hilversum, LidRol.PARTNER)
    assert "Er kan meer zijn behandeld" not in page(hilversum)


def test_a_concept_is_no_dot_for_a_partner(hilversum: World, today: date) -> None:
    reeks = empty_series(hilversum)
    hold(reeks, today, "segregatie", staat=VergaderingStaat.CONCEPT)
    hold(reeks, today, "integratie", staat=VergaderingStaat.CONCEPT, visible=Zichtbaarheid.INTERN)
    assert "jp-stip--gepland" in page(hilversum)
    assert "jp-stip--gepland" not in page(hilversum, LidRol.PARTNER)


@pytest.mark.parametrize("asked", ["0000", "99999", "abc", "²027", "1999", "-1"])
def test_a_year_that_can_not_be_is_this_year(hilversum: World, today: date, asked: str) -> None:
    assert f"Halen we de wet in {today.year}?" in page(hilversum, query=f"?jaar={asked}")


@pytest.mark.parametrize("asked", ["", "x", "9" * 40, "²", "-1", "0"])
def test_a_meeting_that_can_not_be_is_not_found(hilversum: World, asked: str) -> None:
    answer = hilversum.client(BEHEER).post(hilversum.url(PATH), {"vergadering": asked})
    assert answer.status_code == 404


def test_a_meeting_that_was_held_takes_nothing_more(hilversum: World, today: date) -> None:
    held = hold(empty_series(hilversum), today)
    told = {"vergadering": held.pk, "punt": "LEA-01/integratie"}
    answer = hilversum.client(BEHEER).post(hilversum.url(PATH), told, follow=True)
    assert "verandert niet meer" in answer.content.decode()
    assert held.punten.count() == 0


def test_a_year_is_drawn_from_its_first_day_to_its_last() -> None:
    assert (share(2027, date(2027, 1, 1)), share(2027, date(2027, 12, 31))) == (0, 100)
    assert share(2027, date(2028, 5, 1)) == 100
    beeld = Vergaderjaar(
        jaar=2027,
        stippen=(
            Stip(op=date(2027, 4, 1), soort=HELD),
            Stip(op=date(2027, 11, 27), soort=PLANNED),
        ),
        vensters=((date(2027, 7, 1), date(2027, 12, 31)),),
        zin="Een <jaar> & meer",
    )
    drawn = ET.fromstring(draw_vergaderjaar(beeld, date(2027, 5, 1)))  # noqa: S314 -- our own
    assert drawn.get("aria-label") == "Een <jaar> & meer"
    kinds = [one.get("class", "").rsplit("--")[-1] for one in drawn.iter(f"{SVG}circle")]
    assert kinds == [HELD, PLANNED]
    assert len(list(drawn.iter(f"{SVG}rect"))) == 1
    assert "style" not in ET.tostring(drawn, encoding="unicode"), "the CSP forbids it"


def test_today_is_only_drawn_in_its_own_year() -> None:
    beeld = Vergaderjaar(jaar=2026, stippen=(), vensters=(), zin="")
    assert "jp-vandaag" in draw_vergaderjaar(beeld, date(2026, 5, 1))
    assert "jp-vandaag" not in draw_vergaderjaar(beeld, date(2027, 5, 1))
