"""Signing in says the same for every account, and who tries too often has to wait."""

import time
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.test import Client

from openlea.storage.records.models import Logregel, Persoon, Teller
from openlea.web.account.pogingen import TE_VAAK
from openlea.web.pages.inloggen.forms import GEEN_PAAR
from tests.web.account.inlog_wereld import INLOGGEN, give_password, is_in, logged, someone
from tests.world import PASSWORD, World

if TYPE_CHECKING:
    from pytest_django import Settings

WRONG = "een-ander-wachtwoord"


def said(email: str, password: str, **more: str) -> str:
    """Return the page that answers the form."""
    given = {"username": email, "password": password}
    return Client().post(INLOGGEN, given, **more).content.decode()  # type: ignore[arg-type]


def test_the_password_opens_and_the_log_knows_the_account_by_its_number(hilversum: World) -> None:
    client, partner = Client(), someone("partner-bibliotheek")
    assert give_password(client, partner.email.upper()) == 302
    assert is_in(client)
    client.post("/uitloggen/")
    assert not is_in(client)
    assert [work for work, _ in logged(partner)] == ["ingelogd", "uitgelogd"]
    assert not Logregel.objects.filter(onderwerp__contains="@").exists()


def test_the_key_of_a_session_changes_when_somebody_signs_in(hilversum: World) -> None:
    client = Client()
    client.get(INLOGGEN)
    session = client.session
    session["iets"] = "van voor het inloggen"
    session.save()
    before = session.session_key
    give_password(client, someone("partner-bibliotheek").email)
    assert client.session.session_key != before


def test_where_one_wanted_to_go_is_kept_but_never_another_site(hilversum: World) -> None:
    given = {"username": someone("wethouder").email, "password": PASSWORD}
    inside = Client().post(INLOGGEN, given | {"next": "/w/hilversum/agenda/"})
    assert inside["Location"] == "/w/hilversum/agenda/"
    for outside in ("https://elders.example/", "//elders.example/", "javascript:alert(1)"):
        assert Client().post(INLOGGEN, given | {"next": outside})["Location"] == "/"


def test_a_wrong_password_a_closed_and_an_unknown_account_answer_the_same(
    hilversum: World,
) -> None:
    Persoon.objects.filter(pk=someone("lezer").pk).update(is_active=False)
    asked = [
        ("lezer@hilversum.example", PASSWORD),
        ("wethouder@hilversum.example", WRONG),
        ("niemand@hilversum.example", PASSWORD),
    ]
    for email, password in asked:
        assert GEEN_PAAR in said(email, password)


def test_no_account_and_a_wrong_password_cost_the_same_time(
    hilversum: World, settings: "Settings"
) -> None:
    # With the slow hash of a real site: a quick one would hide the difference.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    known = someone("wethouder")
    known.set_password(PASSWORD)
    known.save()
    invited = Persoon(email="genodigd@voorbeeld.example", naam="Genodigd")
    invited.set_unusable_password()
    invited.save()

    def seconds(email: str) -> float:
        taken = []
        for _ in range(3):
            before = time.perf_counter()
            said(email, WRONG)
            taken.append(time.perf_counter() - before)
        return min(taken)

    wrong = seconds(known.email)
    for other in ("niemand@voorbeeld.example", invited.email):
        assert 0.4 < seconds(other) / wrong < 2.5


@pytest.mark.parametrize("email", ["wethouder@hilversum.example", "niemand@hilversum.example"])
def test_after_ten_wrong_passwords_the_right_one_is_refused_too(
    hilversum: World, email: str
) -> None:
    for _ in range(10):
        assert GEEN_PAAR in said(email, WRONG)
    assert TE_VAAK in said(email, PASSWORD)
    # Another address does not help, and another account does not suffer.
    assert TE_VAAK in said(email, PASSWORD, REMOTE_ADDR="10.1.1.1")
    assert give_password(Client(), someone("lezer").email) == 302


def test_the_wait_ends_by_itself(hilversum: World) -> None:
    email = someone("wethouder").email
    for _ in range(11):
        said(email, WRONG)
    Teller.objects.all().delete()
    assert give_password(Client(), email) == 302


def test_right_passwords_do_not_count_so_an_office_can_sign_in_all_day(hilversum: World) -> None:
    email = someone("wethouder").email
    assert [give_password(Client(), email) for _ in range(12)] == [302] * 12


def test_one_address_can_not_try_one_password_on_every_account(hilversum: World) -> None:
    for number in range(100):
        said(f"iemand{number}@voorbeeld.example", WRONG)
    assert TE_VAAK in said(someone("wethouder").email, PASSWORD)
    assert give_password(Client(), someone("wethouder").email, REMOTE_ADDR="10.1.1.2") == 302


def test_who_tries_is_logged_by_number_and_what_was_typed_never(hilversum: World) -> None:
    said("niemand-zwaluwnest@voorbeeld.example", "zwaluwnest-geheim")
    said(someone("wethouder").email, "zwaluwnest-geheim")
    assert logged(someone("wethouder")) == [("geweigerd", "wachtwoord klopt niet")]
    for line in Logregel.objects.all():
        assert "zwaluwnest" not in f"{line.onderwerp} {line.bijzonderheid}"


def test_mails_with_a_link_are_few_and_the_page_never_tells(hilversum: World) -> None:
    email = someone("wethouder").email
    pages = {
        Client().post("/wachtwoord/", {"email": one}).content
        for one in [email] * 6 + ["niemand@voorbeeld.example"]
    }
    assert len(pages) == 1
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("https", [False, True])
def test_only_behind_a_proxy_the_address_is_what_the_proxy_says(
    hilversum: World, settings: "Settings", https: bool
) -> None:
    settings.HTTPS = https
    for number in range(100):
        said(
            f"x{number}@voorbeeld.example", WRONG, HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, 10.9.9.9"
        )
    wait = TE_VAAK in said(
        someone("wethouder").email, PASSWORD, HTTP_X_FORWARDED_FOR="10.9.9.9, 10.8.8.8"
    )
    assert wait is not https
