"""Whose account a service opens: its own people's, and nobody else's."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from openlea.policy.rechten import LidRol
from openlea.services.send_wachtwoordlink import send_wachtwoordlink
from openlea.storage.records.models import Persoon
from tests.web.inlog.inlogwereld import Bezoek, group_rule, make_dienst, refusals
from tests.web.inlog.nepdienst import opened
from tests.world import World

ADRES = "iemand@bestuur.example"


def known(email: str = ADRES, **other: bool) -> Persoon:
    """Return an account that exists already."""
    new = Persoon(email=email, naam="Al bekend", **other)
    new.set_password("een-lang-wachtwoord")
    new.save()
    return new


def test_an_account_with_a_confirmed_address_of_the_domain_is_joined(bezoek: Bezoek) -> None:
    persoon = known("Iemand@Bestuur.example")
    bezoek.whole()
    assert bezoek.wie == persoon
    assert bezoek.wie.naam == "Al bekend"


@pytest.mark.parametrize(
    ("bent", "reden"),
    [
        ({"email_verified": False}, "adres_niet_bevestigd"),
        ({"email_verified": None}, "adres_niet_bevestigd"),
        ({"email": "wethouder@hilversum.example"}, "adres_van_elders"),
        ({"email": None}, "geen_adres"),
    ],
)
def test_an_account_is_not_joined_on_a_word_that_anybody_could_say(
    bezoek: Bezoek, bent: dict[str, object], reden: str
) -> None:
    known()
    bezoek.dienst.claims |= bent
    answer = bezoek.whole()
    assert answer.status_code == 401
    assert refusals() == [reden]
    assert bezoek.wie is None
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("other", "reden"), [({"is_beheerder": True}, "beheerder"), ({"is_active": False}, "gesloten")]
)
def test_a_service_opens_no_closed_account_and_none_that_manages_the_installation(
    bezoek: Bezoek, other: dict[str, bool], reden: str
) -> None:
    persoon = known(**other)
    assert bezoek.whole().status_code == 401
    SocialAccount.objects.create(user=persoon, provider="bestuur", uid="abc-1")
    assert Bezoek(bezoek.dienst).whole().status_code == 401
    assert refusals() == [reden, reden]


def test_the_same_key_at_another_service_is_somebody_else(bezoek: Bezoek, hilversum: World) -> None:
    bezoek.whole()
    with opened() as ander:
        tweede = make_dienst(ander.adres, "tweede", domeinen="tweede.example")
        group_rule(hilversum.actor(LidRol.AGENDABEHEERDER), tweede)
        ander.claims["email"] = "iemand@tweede.example"
        elders = Bezoek(ander, "tweede")
        assert elders.whole().status_code == 302
        assert elders.wie != bezoek.wie
        ander.claims |= {"sub": "abc-2", "email": ADRES}
        assert Bezoek(ander, "tweede").whole().status_code == 401


def test_who_comes_by_a_service_can_not_make_a_way_in_that_outlasts_it(bezoek: Bezoek) -> None:
    bezoek.whole()
    Client().post("/wachtwoord/", {"email": ADRES})
    assert mail.outbox == []
    assert send_wachtwoordlink(ADRES, "Hilversum")
    assert len(mail.outbox) == 1
