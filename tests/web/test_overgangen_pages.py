"""The room 0-23 jaar: one track with what is known, for who works along; nobody else sees it."""

from datetime import date

import polars as pl
import pytest
from django.test import Client

from openlea.core.telling import Telsoort, as_plain
from openlea.policy.rechten import LidRol
from openlea.services.overgangen.tellen import OVERDRACHT, UITSTROOM, count_overgangen
from openlea.services.tellen.teller import Telopdracht
from openlea.storage.records.models import Telling
from tests.world import World

ROOM = "/w/hilversum/0-23/"
PUPIL = {"overgang": "po_vo", "school_van": "04OS00", "voorlopig_advies": "havo",
         "toetsadvies": "havo", "definitief_advies": "havo", "opleiding_ouders": "laag",
         "vve": "ja"}  # fmt: skip
LEAVER = {"overgang": "mbo_werk", "bestemming_0": "werk", "bestemming_1": "werk"}


@pytest.fixture
def counted(hilversum: World) -> Telling:
    """Keep counts of a schooljaar, as a delivery would have made them."""
    Telling.objects.all().delete()
    moved = [PUPIL | {"pseudoniem": f"p1-{n}"} for n in range(60)]
    left = [LEAVER | {"pseudoniem": f"p1-{n}"} for n in range(40)]
    staat = count_overgangen(
        Telopdracht(
            werkruimte=hilversum.werkruimte.pk,
            plaats=None,
            periode="2024-2025",
            vandaag=date(2026, 11, 23),
            rijen={OVERDRACHT: pl.DataFrame(moved), UITSTROOM: pl.DataFrame(left)},
        )
    )
    return Telling.objects.create(
        werkruimte=hilversum.werkruimte,
        soort=Telsoort.OVERGANGEN,
        periode=staat.periode,
        peildatum=staat.peildatum,
        methode=staat.methode,
        rijen=as_plain(staat.rijen),
    )


@pytest.mark.usefixtures("counted")
def test_the_track_tells_what_is_known_and_that_the_rest_is_not(hilversum: World) -> None:
    page = hilversum.client(LidRol.WETHOUDER).get(ROOM).content.decode()
    assert "100\N{NO-BREAK SPACE}%" in page
    assert page.count('class="lb-halte') == 7
    assert "Hierover is nog niets aangeleverd." in page


@pytest.mark.usefixtures("counted")
def test_every_transition_has_a_page_with_what_lies_under_it(hilversum: World) -> None:
    client = hilversum.client(LidRol.PARTNER)
    advice = client.get(f"{ROOM}overgangen/po_vo/").content.decode()
    assert "Opleiding van de ouders: laag" in advice
    leavers = client.get(f"{ROOM}overgangen/mbo_werk/").content.decode()
    assert "na twee jaar" in leavers
    assert client.get(f"{ROOM}overgangen/verzonnen/").status_code == 404


@pytest.mark.usefixtures("counted")
def test_who_is_outside_sees_the_room_and_none_of_its_figures(hilversum: World) -> None:
    for client in (hilversum.client(LidRol.LEZER), Client()):
        page = client.get(ROOM)
        assert page.status_code == 200
        assert "lb-halte" not in page.content.decode()
        assert client.get(f"{ROOM}overgangen/").status_code in {302, 403}
        assert client.get(f"{ROOM}overgangen/po_vo/").status_code in {302, 403}


def test_before_anything_was_delivered_the_analist_is_shown_what_to_do(hilversum: World) -> None:
    Telling.objects.all().delete()
    page = hilversum.client(LidRol.ANALIST).get(f"{ROOM}overgangen/").content.decode()
    assert "Lever overdrachten aan" in page
    other = hilversum.client(LidRol.WETHOUDER).get(f"{ROOM}overgangen/").content.decode()
    assert "Lever overdrachten aan" not in other
