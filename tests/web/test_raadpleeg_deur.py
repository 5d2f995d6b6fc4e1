"""Who answers by a link needs no account, loses nothing typed, and is nobody to the server."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import Settings

from openlea.policy.rechten import LidRol
from openlea.services.close_raadpleging import close_raadpleging
from openlea.services.revoke_raadpleeglink import revoke_raadpleeglink
from openlea.storage.records.models import Partij, Raadpleegantwoord, Raadpleging
from tests.web.raadpleeg_wereld import opened
from tests.world import World


def test_somebody_answers_and_is_thanked(hilversum: World) -> None:
    _, links = opened(hilversum)
    client = Client()
    page = client.get(links["Scholen"])
    assert "We zijn het erover eens wat hier het probleem is." in page.content.decode()
    answer = client.post(links["Scholen"], {"visie_1": "4", "visie_2": "weet_niet"})
    assert answer.status_code == 302
    assert "Dank je wel" in client.get(answer["Location"]).content.decode()
    assert [one.waarden for one in Raadpleegantwoord.objects.all()] == [{"visie_1": 4}]


def test_no_page_of_the_door_sets_a_cookie_before_the_answer(hilversum: World) -> None:
    _, links = opened(hilversum)
    assert not Client().get(links["Scholen"]).cookies


def test_the_cookie_tells_only_that_this_group_was_answered_here(hilversum: World) -> None:
    _, links = opened(hilversum)
    one, other = (
        Client().post(links["Scholen"], {"visie_1": score}).cookies for score in ("1", "5")
    )
    assert list(one) == list(other), "the same for everybody, whatever the answer"
    [cookie] = one.values()
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("1", True, "Lax")


def test_a_browser_answers_once_for_a_partij(hilversum: World) -> None:
    ronde, links = opened(hilversum)
    ronde.groepen.update(partij=Partij.objects.of(hilversum.werkruimte.pk)[0])
    client = Client()
    for _ in range(2):
        client.post(f"{links['Scholen']}?nog", {"visie_1": "4"})
    assert Raadpleegantwoord.objects.count() == 1
    assert "Hier is al geantwoord" in client.get(links["Scholen"]).content.decode()


def test_a_class_may_share_a_tablet(hilversum: World) -> None:
    _, links = opened(hilversum, "leerlingen", "Groep 7")
    client = Client()
    client.post(links["Groep 7"], {"gehoord_1": "4"})
    assert "Iemand anders vult" in client.get(links["Groep 7"]).content.decode()
    client.post(f"{links['Groep 7']}?nog", {"gehoord_1": "2"})
    assert Raadpleegantwoord.objects.count() == 2


def test_an_error_keeps_what_was_filled_in(hilversum: World) -> None:
    _, links = opened(hilversum, "ouders", "Ouders")
    typed = {"partner_1": "5", "aanbod_1": "9", "verwachting_2": "Meer rust <b>"}
    answer = Client().post(links["Ouders"], typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Kies een van de antwoorden." in page
    assert "Meer rust &lt;b&gt;" in page
    assert 'value="5"' in page.split('name="partner_1"')[5]
    assert "checked" in page
    assert not Raadpleegantwoord.objects.exists()


def test_nothing_filled_in_is_said_and_not_counted(hilversum: World) -> None:
    _, links = opened(hilversum)
    answer = Client().post(links["Scholen"], {"visie_1": "weet_niet"})
    assert answer.status_code == 422
    assert "Beantwoord ten minste één vraag" in answer.content.decode()
    assert not Raadpleegantwoord.objects.exists()


def test_who_writes_is_asked_to_name_nobody(hilversum: World) -> None:
    _, links = opened(hilversum, "leerlingen", "Groep 7")
    assert "Schrijf geen namen" in Client().get(links["Groep 7"]).content.decode()


def test_a_link_that_opens_nothing_says_why(hilversum: World) -> None:
    ronde, links = opened(hilversum)
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    revoke_raadpleeglink(actor, ronde.pk, ronde.groepen.get(naam="Opvang").pk)
    assert _told(links["Opvang"]) == (410, "Deze link is ingetrokken")
    Raadpleging.objects.filter(pk=ronde.pk).update(opent_op=date(2199, 1, 1))
    assert _told(links["Scholen"]) == (410, "De vragen gaan later open")
    close_raadpleging(actor, ronde.pk)
    assert _told(links["Scholen"]) == (410, "De vragen zijn gesloten")
    assert _told("/r/bestaat-niet/") == (404, "Deze link kennen we niet")


def _told(link: str) -> tuple[int, str]:
    answer = Client().get(link)
    return answer.status_code, answer.content.decode().split("<h1>")[1].split("</h1>")[0]


def test_a_round_that_closed_meanwhile_keeps_nothing(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ronde, links = opened(hilversum)

    def closes_first(*_: object) -> int:
        close_raadpleging(hilversum.actor(LidRol.AGENDABEHEERDER), ronde.pk)
        return 0

    monkeypatch.setattr("openlea.web.pages.raadplegen.deur.wait_for", closes_first)
    assert Client().post(links["Scholen"], {"visie_1": "4"}).status_code == 410
    assert not Raadpleegantwoord.objects.exists()


@pytest.mark.parametrize("word", ["onbekend", "x" * 300])
def test_every_page_of_the_door_keeps_its_address_to_itself(hilversum: World, word: str) -> None:
    _, links = opened(hilversum)
    for link in (links["Scholen"], f"{links['Scholen']}?klaar", f"/r/{word}/"):
        answer = Client().get(link)
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex"
        assert "no-store" in answer["Cache-Control"]


def test_who_guesses_links_has_to_wait(hilversum: World) -> None:
    _, links = opened(hilversum)
    codes = [Client().get(f"/r/gok-{n}/", REMOTE_ADDR="127.0.0.9").status_code for n in range(21)]
    assert codes == [404] * 20 + [429]
    assert Client().get(links["Scholen"], REMOTE_ADDR="127.0.0.9").status_code == 200


def test_a_busy_link_asks_to_wait_and_keeps_what_was_typed(
    hilversum: World, settings: Settings
) -> None:
    _, links = opened(hilversum)
    settings.API_TEMPO = 1
    codes = [Client().post(links["Scholen"], {"visie_1": "4"}).status_code for _ in range(3)]
    assert codes[0] == 302
    assert 429 in codes[1:]


def test_who_is_signed_in_is_as_much_nobody(hilversum: World) -> None:
    _, links = opened(hilversum)
    page = hilversum.client(LidRol.AGENDABEHEERDER).get(links["Scholen"]).content.decode()
    assert "Account" not in page
    assert "Agendabeheerder" not in page
