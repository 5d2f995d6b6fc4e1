"""One asker is one address to what counts tries, however many it has or writes."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from openlea.web.account.pogingen import mail_limits, sign_in_limits
from openlea.web.adres import address_of


def seen(said: str) -> str:
    return address_of(RequestFactory().get("/", REMOTE_ADDR=said))


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:40112", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:0:1::1", "2001:db8:0:1::/64"),
        ("2001:db8:0:1:ffff::9", "2001:db8:0:1::/64"),
        ("[2001:db8:0:1::1]:40112", "2001:db8:0:1::/64"),
        ("2001:db8:0:2::1", "2001:db8:0:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("geen-adres", "geen-adres"),
    ],
)
def test_a_house_is_counted_once_whatever_port_or_number_it_takes(said: str, counted: str) -> None:
    assert seen(said) == counted


def test_what_a_proxy_wrote_is_read_in_the_same_way(settings: Settings) -> None:
    settings.HTTPS = True
    given = {"X-Forwarded-For": "192.0.2.1, 192.0.2.7:1234"}
    assert address_of(RequestFactory().get("/", headers=given)) == "192.0.2.7"


@pytest.mark.parametrize(
    "same", ["Sam@school.example", " sam@school.example", "\u017fam@school.example"]
)
def test_an_address_written_in_another_way_is_no_new_count(same: str) -> None:
    """A database may take the long s for an s, and then finds the same account."""
    asked = RequestFactory().get("/")
    for limits in (sign_in_limits, mail_limits):
        assert limits(asked, same) == limits(asked, "sam@school.example")
