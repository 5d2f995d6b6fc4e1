"""Who manages the installation sees how it does and who has an account, and no content."""

import pytest
from django.test import Client
from django.urls import reverse

from openlea.core.errors import BadInput, NotAllowed
from openlea.policy.rechten import LidRol
from openlea.services.change_account import change_account
from openlea.services.make_beheerder import make_beheerder
from openlea.storage.records.models import Actie, Logregel, Persoon
from tests.world import PASSWORD, World, enter


@pytest.fixture
def beheerder(hilversum: World) -> Persoon:
    make_beheerder("beheer@hilversum.example")
    Persoon.objects.exclude(email="beheer@hilversum.example").update(is_beheerder=False)
    return Persoon.objects.get(email="beheer@hilversum.example")


def _client(persoon: Persoon) -> Client:
    client = Client()
    enter(client, persoon)
    return client


def test_the_page_tells_counts_and_no_content(hilversum: World, beheerder: Persoon) -> None:
    page = _client(beheerder).get("/beheer/").content.decode()
    assert "Gezondheid" in page
    assert "Hilversum" in page
    names = Actie.objects.values_list("naam", flat=True)
    assert not [one for one in names if len(one) > 20 and one in page]


@pytest.mark.parametrize("path", ["/beheer/", "/beheer/accounts/"])
def test_for_everybody_else_the_pages_are_not_there(hilversum: World, path: str) -> None:
    for rol in (LidRol.AGENDABEHEERDER, LidRol.AUDITOR):
        assert hilversum.client(rol).get(path).status_code == 404
    assert Client().get(path).status_code == 302


def test_an_account_is_found_by_a_part_of_its_address(hilversum: World, beheerder: Persoon) -> None:
    page = _client(beheerder).get("/beheer/accounts/?q=wethouder@hil").content.decode()
    assert "wethouder@hilversum.example" in page
    assert "lezer@hilversum.example" not in page


def test_a_closed_account_is_signed_out_and_can_be_opened(
    hilversum: World, beheerder: Persoon
) -> None:
    lid = hilversum.client(LidRol.LEZER)
    who = hilversum.lid(LidRol.LEZER).persoon_id
    site = _client(beheerder)
    site.post(reverse("beheer_account", args=[who]), {"doe": "sluit"})
    assert lid.get(hilversum.url("vandaag/")).status_code in (302, 404)
    assert not Persoon.objects.get(pk=who).is_active
    site.post(reverse("beheer_account", args=[who]), {"doe": "open"})
    assert Persoon.objects.get(pk=who).is_active
    works = Logregel.objects.filter(onderwerp=f"account {who}").values_list("werk", flat=True)
    assert {"account gesloten", "account geopend"} <= set(works)


def test_the_last_beheerder_stays(beheerder: Persoon) -> None:
    for change in ({"beheert": False}, {"actief": False}):
        with pytest.raises(BadInput, match=r"laatste beheerder"):
            change_account(beheerder, beheerder.pk, **change)
    site = _client(beheerder)
    page = site.post(reverse("beheer_account", args=[beheerder.pk]), {"doe": "stop"}, follow=True)
    assert "laatste beheerder" in page.content.decode()


def test_who_no_longer_manages_changes_nothing(hilversum: World, beheerder: Persoon) -> None:
    other = change_account(beheerder, hilversum.lid(LidRol.REDACTEUR).persoon_id, beheert=True)
    change_account(other, beheerder.pk, beheert=False)
    # The object in hand still says that it manages; the database has the last word.
    with pytest.raises(NotAllowed):
        change_account(beheerder, other.pk, actief=False)


def test_nobody_closes_the_own_account(hilversum: World, beheerder: Persoon) -> None:
    change_account(beheerder, hilversum.lid(LidRol.REDACTEUR).persoon_id, beheert=True)
    with pytest.raises(BadInput, match="eigen account"):
        change_account(beheerder, beheerder.pk, actief=False)


@pytest.mark.parametrize("op_de_machine", [False, True])
def test_who_manages_from_now_on_signs_in_anew(
    hilversum: World, beheerder: Persoon, op_de_machine: bool
) -> None:
    """A service never opens one that manages; what it opened before may not become one either."""
    lid = hilversum.lid(LidRol.REDACTEUR)
    site = Client()
    site.post("/inloggen/", {"username": lid.persoon.email, "password": PASSWORD})
    assert "_auth_user_id" in site.session
    if op_de_machine:
        make_beheerder(lid.persoon.email)
    else:
        change_account(beheerder, lid.persoon_id, beheert=True)
    assert "_auth_user_id" not in site.session


def test_an_unknown_account_or_button_is_not_found(beheerder: Persoon) -> None:
    site = _client(beheerder)
    assert site.post(reverse("beheer_account", args=[99999]), {"doe": "sluit"}).status_code == 404
    assert site.post(reverse("beheer_account", args=[1]), {"doe": "iets"}).status_code == 404
    assert site.get(reverse("beheer_account", args=[1])).status_code == 405


@pytest.mark.django_db
def test_the_first_beheerder_gets_a_link_and_the_second_time_none_is_needed() -> None:
    made = make_beheerder("Nieuw@Gemeente.example")
    assert "/wachtwoord/" in made.link
    persoon = Persoon.objects.get(email="nieuw@gemeente.example")
    persoon.set_password("een-heel-lang-woord")
    persoon.save()
    assert make_beheerder("nieuw@gemeente.example").link == ""
    with pytest.raises(BadInput):
        make_beheerder("geen adres")
