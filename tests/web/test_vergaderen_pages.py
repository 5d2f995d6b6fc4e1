"""The page of a meeting works without script, tells what is wrong, and loses nothing."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openlea.core.agenda import Zichtbaarheid
from openlea.policy.rechten import LidRol
from openlea.services.add_notitie import add_notitie
from openlea.services.change_notitie import change_notitie
from openlea.services.note_schrijver import note_schrijver
from openlea.storage.records.models import Agendapunt, Besluit, Deelnemer, Notitie, Vergadering
from tests.services.vergader_wereld import COMING, begun, first_item, keeper
from tests.world import World

LEZEN = "overleg/2/vergaderen/"
JSON: dict[str, Any] = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def punt(hilversum: World) -> Agendapunt:
    """Return the first item of a meeting that goes on, with everybody there."""
    return first_item(begun(hilversum))


@pytest.fixture
def schrijver(hilversum: World) -> Client:
    """Return the browser of who keeps the minutes."""
    return hilversum.client(LidRol.REDACTEUR)


def write(client: Client, world: World, punt: Agendapunt, tekst: str, key: str, **more: Any) -> Any:
    data = {"punt": punt.pk, "tekst": tekst, "sleutel": key}
    return client.post(world.url(f"{LEZEN}regels/"), data, **more)


def test_a_meeting_is_begun_with_one_button(hilversum: World, schrijver: Client) -> None:
    assert "Begin de vergadering" in schrijver.get(hilversum.url(LEZEN)).content.decode()
    schrijver.post(hilversum.url("overleg/2/beginnen/"))
    page = schrijver.get(hilversum.url(LEZEN)).content.decode()
    assert "Bezig sinds" in page
    assert "data-regels" in page


def test_a_line_is_written_without_script(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    answer = write(schrijver, hilversum, punt, "Vijf leraren te weinig.", "a1")
    assert answer.status_code == 302
    page = schrijver.get(answer["Location"]).content.decode()
    assert "Vijf leraren te weinig." in page
    again = write(schrijver, hilversum, punt, "Vijf leraren te weinig.", "a1")
    assert again.status_code == 302
    assert Notitie.objects.filter(punt=punt).count() == 1


def test_a_script_hears_that_a_line_is_kept_or_why_not(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    kept = write(schrijver, hilversum, punt, "Kort.", "a1", **JSON)
    assert (kept.status_code, kept.json()["sleutel"]) == (201, "a1")
    assert write(schrijver, hilversum, punt, "Kort.", "a1", **JSON).json() == kept.json()
    empty = write(schrijver, hilversum, punt, " ", "a2", **JSON)
    assert (empty.status_code, empty.json()) == (422, {"reden": "Schrijf eerst iets op."})


def test_an_empty_line_says_so_and_keeps_the_page(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    answer = write(schrijver, hilversum, punt, "  ", "a1")
    assert answer.status_code == 422
    assert "Schrijf eerst iets op." in answer.content.decode()


def test_what_was_written_is_text_and_never_a_page(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    write(schrijver, hilversum, punt, "<script>alert(1)</script> {{ 7|add:1 }}", "a1")
    for path in (LEZEN, f"{LEZEN}stand.json?punt={punt.pk}"):
        shown = schrijver.get(hilversum.url(path)).content.decode()
        assert "<script>alert" not in shown
        assert "alert(1)" in shown


def test_who_changes_a_line_that_somebody_else_changed_sees_both_texts(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    line = add_notitie(keeper(hilversum), punt.pk, "Vijf leraren.", "a1")
    form = schrijver.get(hilversum.url(f"{LEZEN}?punt={punt.pk}&regel={line.pk}"))
    assert 'name="versie" value="1"' in form.content.decode()
    change_notitie(hilversum.actor(LidRol.AGENDABEHEERDER), line.pk, "Zes leraren.", 1)
    own = {"punt": punt.pk, "tekst": "Zeven leraren.", "versie": 1}
    url = hilversum.url(f"{LEZEN}regels/{line.pk}/")
    beside = schrijver.post(url, own)
    assert beside.status_code == 409
    page = beside.content.decode()
    assert "Zes leraren." in page
    assert "Zeven leraren." in page
    schrijver.post(url, own | {"versie": 2})
    line.refresh_from_db()
    assert line.tekst == "Zeven leraren."


def test_a_struck_line_is_shown_as_struck_and_comes_back(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    line = add_notitie(keeper(hilversum), punt.pk, "Niet bedoeld.", "a1")
    url = hilversum.url(f"{LEZEN}regels/{line.pk}/doorhalen/")
    schrijver.post(url, {"punt": punt.pk, "versie": 1})
    assert "<s>Niet bedoeld.</s>" in schrijver.get(hilversum.url(LEZEN)).content.decode()
    schrijver.post(url, {"punt": punt.pk, "versie": 2, "terug": "1"})
    assert "<s>" not in schrijver.get(hilversum.url(LEZEN)).content.decode()


def test_the_second_writer_is_told_and_the_first_is_not_told_of_itself(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    schrijver.post(hilversum.url(f"{LEZEN}schrijft/"), {"punt": punt.pk, "typt": "1"})
    path = hilversum.url(f"{LEZEN}stand.json?punt={punt.pk}")
    second = hilversum.client(LidRol.PARTNER).get(path).json()["delen"]["schrijvers"]
    assert "schrijft ook bij dit punt" in second
    assert "schrijft" not in schrijver.get(path).json()["delen"]["schrijvers"]


def test_nothing_new_is_not_sent_again(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    path = hilversum.url(f"{LEZEN}stand.json?punt={punt.pk}")
    mark = schrijver.get(path)["ETag"]
    assert schrijver.get(path, HTTP_IF_NONE_MATCH=mark).status_code == 304
    line = add_notitie(keeper(hilversum), punt.pk, "Nieuw.", "a1")
    changed = schrijver.get(path, HTTP_IF_NONE_MATCH=mark)
    assert "Nieuw." in changed.json()["delen"]["regels"]
    mark = changed["ETag"]
    change_notitie(keeper(hilversum), line.pk, "Anders.", 1)
    mark = schrijver.get(path, HTTP_IF_NONE_MATCH=mark)["ETag"]
    note_schrijver(hilversum.actor(LidRol.PARTNER), punt.pk)
    assert schrijver.get(path, HTTP_IF_NONE_MATCH=mark).status_code == 200


def test_asking_what_is_new_costs_as_much_with_a_hundred_lines(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    path = hilversum.url(f"{LEZEN}stand.json?punt={punt.pk}")

    def asked() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as whole:
            mark = schrijver.get(path)["ETag"]
        with CaptureQueriesContext(connection) as same:
            schrijver.get(path, HTTP_IF_NONE_MATCH=mark)
        return len(whole), len(same)

    before = asked()
    for number in range(100):
        add_notitie(keeper(hilversum), punt.pk, f"Regel {number}.", f"a{number}")
    assert asked() == before
    assert before[1] <= 14


def test_presence_is_filled_in_at_once_and_shown(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    people = Deelnemer.objects.filter(vergadering=COMING)
    data = {f"er-{one.pk}": "afgemeld" for one in people} | {"punt": punt.pk}
    url = hilversum.url(f"{LEZEN}aanwezig/")
    assert schrijver.post(url, data).status_code == 302
    assert {one.aanwezigheid for one in people.all()} == {"afgemeld"}
    assert schrijver.post(url, {f"er-{people[0].pk}": "onzin"}).status_code == 422


def test_a_decision_is_made_in_one_form(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    data = {
        "punt": punt.pk,
        "tekst": "We werven samen.",
        "rest": "on",
        "partij-kinderopvang": "voorbehoud",
        "zichtbaarheid": "partners",
    }
    answer = schrijver.post(hilversum.url(f"{LEZEN}besluit/"), data)
    assert answer.status_code == 302
    page = schrijver.get(answer["Location"]).content.decode()
    assert "We werven samen." in page
    assert "Kinderopvang: voorbehoud" in page


def test_a_decision_without_all_positions_names_who_is_missing_and_keeps_the_words(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    data = {"punt": punt.pk, "tekst": "Half besluit.", "zichtbaarheid": "partners"}
    answer = schrijver.post(hilversum.url(f"{LEZEN}besluit/"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Zeg ook wat deze partijen vinden" in page
    assert "Half besluit." in page
    assert not Besluit.objects.filter(tekst="Half besluit.").exists()


def test_an_item_that_is_done_leads_to_the_next_one_that_is_open(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    url = hilversum.url(f"{LEZEN}punt/")
    answer = schrijver.post(url, {"punt": punt.pk, "hoe": "behandeld"})
    onward = punt.vergadering.punten.order_by("volgorde")[1]
    assert answer["Location"].endswith(f"?punt={onward.pk}")


def test_the_meeting_closes_with_what_is_open_carried_over(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    url = hilversum.url("overleg/2/sluiten/")
    refused = schrijver.post(url, follow=True)
    assert "Nog zonder uitkomst" in refused.content.decode()
    schrijver.post(url, {"doorschuiven": "1"})
    assert Vergadering.objects.get(pk=COMING).staat == "gehouden"
    page = schrijver.get(hilversum.url(LEZEN)).content.decode()
    assert "Na de vergadering" in page


def test_minutes_are_adopted_on_a_day_that_can_be(
    hilversum: World, schrijver: Client, punt: Agendapunt
) -> None:
    schrijver.post(hilversum.url("overleg/2/sluiten/"), {"doorschuiven": "1"})
    url = hilversum.url("overleg/2/verslag/vaststellen/")
    for op in ("", "31-31-2026", "2000-01-01", "2100-01-01"):
        schrijver.post(url, {"op": op})
        assert Vergadering.objects.get(pk=COMING).verslag_staat == "concept"
    schrijver.post(url, {"op": Vergadering.objects.get(pk=COMING).op})
    assert Vergadering.objects.get(pk=COMING).verslag_staat == "vastgesteld"
    page = schrijver.get(hilversum.url(LEZEN)).content.decode()
    assert "data-regels" not in page


def test_a_partner_writes_along_and_decides_nothing(hilversum: World, punt: Agendapunt) -> None:
    partner = hilversum.client(LidRol.PARTNER)
    page = partner.get(hilversum.url(LEZEN)).content.decode()
    assert "data-regels" in page
    assert "Leg het besluit vast" not in page
    assert "Sluit de vergadering" not in page
    decide = {"punt": punt.pk, "tekst": "Van ons.", "rest": "on", "zichtbaarheid": "partners"}
    assert partner.post(hilversum.url(f"{LEZEN}besluit/"), decide).status_code == 403
    assert partner.post(hilversum.url("overleg/2/sluiten/")).status_code == 403


def test_an_internal_item_is_nowhere_for_a_partner(hilversum: World, punt: Agendapunt) -> None:
    add_notitie(keeper(hilversum), punt.pk, "Alleen voor ons.", "a1")
    Agendapunt.objects.filter(pk=punt.pk).update(
        zichtbaarheid=Zichtbaarheid.INTERN, titel="Geheim punt"
    )
    partner = hilversum.client(LidRol.PARTNER)
    for path in (LEZEN, f"{LEZEN}stand.json"):
        page = partner.get(hilversum.url(path)).content.decode()
        assert "Geheim punt" not in page
        assert "Alleen voor ons." not in page
    assert partner.get(hilversum.url(f"{LEZEN}?punt={punt.pk}")).status_code == 404
    stand = hilversum.url(f"{LEZEN}stand.json?punt={punt.pk}")
    assert partner.get(stand).status_code == 404
    assert write(partner, hilversum, punt, "Ik weet het.", "p1").status_code == 404


@pytest.mark.parametrize("query", ["punt=x", "punt=99999999999", "punt=-1", "regel=x", "punt="])
def test_an_address_that_makes_no_sense_shows_the_meeting(hilversum: World, query: str) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    assert client.get(hilversum.url(f"{LEZEN}?{query}")).status_code == 200


def test_an_item_of_another_meeting_is_not_shown_here(hilversum: World) -> None:
    other = Agendapunt.objects.filter(vergadering=1)[0]
    client = hilversum.client(LidRol.REDACTEUR)
    assert client.get(hilversum.url(f"{LEZEN}?punt={other.pk}")).status_code == 404
