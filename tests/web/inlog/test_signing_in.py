"""Who an organisation's own service knows comes in with the roles that the rules give."""

from datetime import timedelta

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.test import Client
from django.utils import timezone

from openlea.core.logboek import Logsoort
from openlea.policy.rechten import LidRol
from openlea.services.end_lidmaatschap import end_lidmaatschap
from openlea.services.remove_inlogregel import remove_inlogregel
from openlea.services.switch_inlogdienst import switch_inlogdienst
from openlea.storage.records.models import (
    Inlogdienst,
    Inlogregel,
    Lidmaatschap,
    Logregel,
    Partij,
    Persoon,
)
from tests.web.inlog.inlogwereld import Bezoek, group_rule, make_dienst, refusals
from tests.web.inlog.nepdienst import Nepdienst, ec_key
from tests.world import World

ADRES = "iemand@bestuur.example"


def own(persoon: Persoon | None) -> list[tuple[str, str]]:
    """Return the roles of somebody that hold today, with their werkruimte."""
    assert persoon
    held = Lidmaatschap.objects.of_persoon(persoon.pk).active_on(timezone.localdate())
    return sorted((lid.werkruimte.slug, lid.rol) for lid in held)


def test_somebody_new_gets_an_account_and_the_role_of_the_rule(bezoek: Bezoek) -> None:
    answer = bezoek.whole()
    assert (answer.status_code, answer["Location"]) == (302, "/")
    persoon = bezoek.wie
    assert persoon
    assert (persoon.email, persoon.naam) == (ADRES, "Medewerker van een bestuur")
    assert not persoon.has_usable_password()
    assert not persoon.is_beheerder
    assert own(persoon) == [("hilversum", "wethouder")]
    assert bezoek.client.session["inlogdienst"] == "bestuur"
    assert bezoek.client.get("/w/hilversum/").status_code == 200


def test_of_what_the_service_said_only_the_key_is_kept(bezoek: Bezoek) -> None:
    bezoek.whole()
    [account] = SocialAccount.objects.all()
    assert (account.provider, account.uid, account.extra_data) == ("bestuur", "abc-1", {})
    assert not SocialToken.objects.exists()
    assert not SocialApp.objects.exists()
    lines = list(Logregel.objects.filter(soort__in=[Logsoort.RECHT, Logsoort.INLOGGEN]))
    assert lines
    assert ADRES not in str([line.__dict__ for line in lines])


def test_a_role_given_by_a_rule_stands_in_the_log_of_its_werkruimte(bezoek: Bezoek) -> None:
    bezoek.whole()
    line = Logregel.objects.get(keten="hilversum", werk="rol gegeven door een inlogregel")
    assert (line.soort, line.noun, line.rol) == ("recht", "lid", "wethouder")


def test_the_question_to_the_service_holds_what_we_say_and_nothing_of_the_visitor(
    bezoek: Bezoek,
) -> None:
    slug = "/inloggen/dienst/bestuur/?scope=alles&auth_params=redirect_uri%3Dhttps://kwaad.example"
    answer = bezoek.client.post(slug, {"redirect_uri": "https://kwaad.example", "prompt": "none"})
    assert "kwaad" not in answer["Location"]
    assert "prompt" not in answer["Location"]
    assert "scope=openid+profile+email&" in answer["Location"]
    asked = bezoek.go()
    assert asked["redirect_uri"] == "http://testserver/inloggen/dienst/bestuur/terug/"
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert len(asked["nonce"]) >= 40
    assert asked["nonce"] != asked["state"]


@pytest.mark.parametrize(
    ("wanted", "to"),
    [
        ("/w/hilversum/agenda/", "/w/hilversum/agenda/"),
        ("https://kwaad.example/", "/"),
        ("//kwaad.example/", "/"),
        ("/\\kwaad.example", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_afterwards_one_goes_on_where_one_wanted_on_this_site(
    bezoek: Bezoek, wanted: str, to: str
) -> None:
    assert bezoek.whole(next=wanted)["Location"] == to


@pytest.mark.parametrize("way", ["no kid", "an elliptic key", "several keys"])
def test_a_service_may_sign_in_the_ways_that_services_do(bezoek: Bezoek, way: str) -> None:
    dienst = bezoek.dienst
    if way == "no kid":
        dienst.with_kid = False
    elif way == "an elliptic key":
        dienst.key = ec_key("ec")
        dienst.keys = [dienst.key.public()]
    else:
        dienst.keys = [ec_key("ec").public(), {"kty": "oct", "k": "x"}, *dienst.keys]
        dienst.with_kid = False
    assert bezoek.whole().status_code == 302


def test_a_service_without_userinfo_says_all_in_its_proof(bezoek: Bezoek) -> None:
    bezoek.dienst.bend(
        discovery=lambda said: {k: v for k, v in said.items() if k != "userinfo_endpoint"}
    )
    assert bezoek.whole().status_code == 302


def test_signing_in_again_is_the_same_account_whatever_the_address(bezoek: Bezoek) -> None:
    bezoek.whole()
    first = bezoek.wie
    bezoek.dienst.claims["email"] = "anders@bestuur.example"
    again = Bezoek(bezoek.dienst)
    again.whole()
    assert again.wie == first
    assert own(first) == [("hilversum", "wethouder")]
    assert Lidmaatschap.objects.of_persoon(first.pk if first else 0).count() == 1


def test_a_role_whose_claim_is_gone_ends_at_once_and_that_of_a_person_stays(
    bezoek: Bezoek, hilversum: World
) -> None:
    bezoek.whole()
    persoon = bezoek.wie
    assert persoon
    Lidmaatschap.objects.of_persoon(persoon.pk).update(van=timezone.localdate() - timedelta(days=9))
    Lidmaatschap.objects.create(
        werkruimte=hilversum.werkruimte,
        persoon=persoon,
        rol=LidRol.LEZER,
        van=timezone.localdate(),
    )
    bezoek.dienst.claims["groups"] = ["jeugd"]
    Bezoek(bezoek.dienst).whole()
    assert own(persoon) == [("hilversum", "lezer")]
    assert Logregel.objects.filter(werk="rol beëindigd door een inlogregel").count() == 1


def test_what_a_person_ended_no_rule_gives_again(bezoek: Bezoek, hilversum: World) -> None:
    bezoek.whole()
    lid = Lidmaatschap.objects.get(persoon=bezoek.wie)
    keeper = hilversum.actor(LidRol.AGENDABEHEERDER)
    yesterday = timezone.localdate() - timedelta(days=1)
    Lidmaatschap.objects.filter(pk=lid.pk).update(van=yesterday)
    end_lidmaatschap(keeper, lid.pk, yesterday)
    assert bezoek.whole().status_code != 302
    lid.refresh_from_db()
    assert (lid.tot, lid.is_beeindigd) == (yesterday, True)
    end_lidmaatschap(keeper, lid.pk, None)
    assert bezoek.whole().status_code == 302


def test_who_has_nothing_left_does_not_come_in(bezoek: Bezoek) -> None:
    bezoek.whole()
    persoon = bezoek.wie
    assert persoon
    Lidmaatschap.objects.of_persoon(persoon.pk).update(van=timezone.localdate() - timedelta(days=9))
    bezoek.dienst.claims["groups"] = []
    later = Bezoek(bezoek.dienst)
    assert "Je hebt hier nog geen toegang" in later.whole().content.decode()
    assert later.wie is None
    assert own(persoon) == []
    bezoek.dienst.claims["groups"] = ["onderwijs"]
    assert later.whole().status_code == 302
    assert own(persoon) == [("hilversum", "wethouder")]


def test_without_a_matching_rule_no_account_is_made(bezoek: Bezoek) -> None:
    bezoek.dienst.claims["groups"] = "iets anders"
    answer = bezoek.whole()
    assert answer.status_code == 401
    assert "Je hebt hier nog geen toegang" in answer.content.decode()
    assert not Persoon.objects.with_email(ADRES).exists()
    assert refusals() == ["geen_toegang"]


def test_rules_of_several_werkruimten_count_together(bezoek: Bezoek, regel: Inlogregel) -> None:
    from openlea.storage.records.models import Werkruimte

    ander = World(Werkruimte.objects.get(slug="inclusiever-onderwijs"))
    partij = Partij.objects.of(ander.werkruimte.pk).first()
    assert partij
    beheer = ander.actor(LidRol.AGENDABEHEERDER)
    group_rule(beheer, regel.dienst, rol=LidRol.PARTNER, partij=partij.code, claim="", waarde="")
    bezoek.whole()
    assert own(bezoek.wie) == [("hilversum", "wethouder"), ("inclusiever-onderwijs", "partner")]


def test_who_was_signed_in_as_another_is_that_one_no_more(bezoek: Bezoek, hilversum: World) -> None:
    bezoek.client = hilversum.client(LidRol.AGENDABEHEERDER)
    bezoek.whole()
    assert bezoek.wie
    assert bezoek.wie.email == ADRES


def test_a_service_that_is_off_is_not_there(bezoek: Bezoek) -> None:
    asked = bezoek.go()
    switch_inlogdienst("bestuur", aan=False)
    assert bezoek.back(code=bezoek.dienst.admit(asked), state=asked["state"]).status_code == 404
    assert bezoek.client.post("/inloggen/dienst/bestuur/").status_code == 404
    assert "Dienst bestuur" not in bezoek.client.get("/inloggen/").content.decode()


def test_who_came_in_by_a_service_is_out_when_it_is_switched_off(bezoek: Bezoek) -> None:
    """A service is switched off because it is trusted no more: what it opened is open no more."""
    bezoek.whole()
    assert bezoek.wie
    switch_inlogdienst("bestuur", aan=False)
    assert bezoek.wie is None


def test_a_rule_that_is_removed_takes_its_roles_along(
    bezoek: Bezoek, regel: Inlogregel, hilversum: World
) -> None:
    bezoek.whole()
    persoon = bezoek.wie
    assert persoon
    Lidmaatschap.objects.of_persoon(persoon.pk).update(van=timezone.localdate() - timedelta(days=9))
    assert remove_inlogregel(hilversum.actor(LidRol.AGENDABEHEERDER), regel.pk) == 1
    assert own(persoon) == []


def test_the_page_of_signing_in_offers_every_service_and_may_go_there(
    inlogdienst: Inlogdienst,
) -> None:
    answer = Client().get("/inloggen/?next=/w/hilversum/")
    said = answer.content.decode()
    assert "Inloggen met Dienst bestuur" in said
    assert 'action="/inloggen/dienst/bestuur/"' in said
    assert f"form-action 'self' {inlogdienst.issuer}" in answer["Content-Security-Policy"]
    elsewhere = Client().get("/wachtwoord/")
    assert "form-action 'self';" in elsewhere["Content-Security-Policy"] + ";"
    assert inlogdienst.issuer not in elsewhere["Content-Security-Policy"]


def test_a_page_of_the_service_elsewhere_is_gone_to_by_a_link(bezoek: Bezoek) -> None:
    elsewhere = {"authorization_endpoint": "https://inloggen.elders.example/a?b=c"}
    bezoek.dienst.bend(discovery=lambda said: {**said, **elsewhere})
    answer = bezoek.client.post("/inloggen/dienst/bestuur/")
    assert answer.status_code == 200
    assert "https://inloggen.elders.example/a?b=c&amp;response_type=code" in answer.content.decode()


def test_looking_at_the_address_of_a_service_begins_nothing(bezoek: Bezoek) -> None:
    answer = bezoek.client.get("/inloggen/dienst/bestuur/")
    assert (answer.status_code, answer["Location"]) == (302, "/inloggen/")
    assert bezoek.dienst.asked == []


def test_going_to_a_service_asks_the_mark_of_our_own_form(inlogdienst: Inlogdienst) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/inloggen/dienst/bestuur/").status_code == 403


@pytest.mark.parametrize(("asks", "to"), [(True, "/w/hilversum/"), (False, "/mijn-account/")])
def test_a_service_that_asks_a_second_step_spares_ours(
    nepdienst: Nepdienst, hilversum: World, asks: bool, to: str
) -> None:
    dienst = make_dienst(nepdienst.adres, tweede_factor=asks)
    group_rule(hilversum.actor(LidRol.AGENDABEHEERDER), dienst, rol=LidRol.ANALIST)
    bezoek = Bezoek(nepdienst)
    bezoek.whole()
    answer = bezoek.client.get("/w/hilversum/agenda/", follow=True)
    assert answer.request["PATH_INFO"].startswith(to)
