"""A service has a safe address, speaks for its own domains, and opens no account of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.inlogdienst import Weigering
from openlea.policy.inlogdienst import (
    check_dienst,
    domains_of,
    is_safe_address,
    judge_address,
    name_of,
)

GOED = {"email": "iemand@bestuur.example", "email_verified": True}


@pytest.mark.parametrize(
    ("adres", "near", "far"),
    [
        ("https://dienst.example/realms/een", True, True),
        ("http://127.0.0.1:8080", True, False),
        ("http://localhost/a", True, False),
        ("http://[::1]:80/", True, False),
        ("http://dienst.example", False, False),
        ("http://127.0.0.1.elders.example", False, False),
        ("http://localhost@elders.example", False, False),
        ("https://naam:woord@dienst.example", False, False),
        ("https://dienst.example#x", False, False),
        ("https://dienst.example/;script-src *", False, False),
        ("https://dienst.example/\n", False, False),
        ("https://[dienst", False, False),
        ("https://dienst.example:x", False, False),
        ("ftp://dienst.example", False, False),
        ("https://", False, False),
        ("", False, False),
        (7, False, False),
    ],
)
def test_only_https_is_safe_and_http_on_this_machine_alone(
    adres: object, near: bool, far: bool
) -> None:
    assert is_safe_address(adres, loopback=True) is near
    assert is_safe_address(adres, loopback=False) is far


@given(st.text())
def test_no_text_breaks_the_judgement_of_an_address(adres: str) -> None:
    if is_safe_address(adres, loopback=True):
        assert adres.startswith(("https://", "http://")) or adres.lower().startswith("http")


@pytest.mark.parametrize(
    ("claims", "new", "taken"),
    [
        (GOED, None, None),
        ({"email": GOED["email"]}, None, Weigering.ADRES_NIET_BEVESTIGD),
        (GOED | {"email_verified": False}, *[Weigering.ADRES_NIET_BEVESTIGD] * 2),
        (GOED | {"email_verified": "true"}, *[Weigering.ADRES_NIET_BEVESTIGD] * 2),
        (GOED | {"email": "a@elders.example"}, *[Weigering.ADRES_VAN_ELDERS] * 2),
        (GOED | {"email": "a@sub.bestuur.example"}, *[Weigering.ADRES_VAN_ELDERS] * 2),
        (GOED | {"email": "a@elders.example@bestuur.example"}, *[Weigering.GEEN_ADRES] * 2),
        (GOED | {"email": ["a@bestuur.example"]}, *[Weigering.GEEN_ADRES] * 2),
        ({}, *[Weigering.GEEN_ADRES] * 2),
    ],
)
def test_a_service_speaks_for_its_own_domain_and_confirms_what_it_joins(
    claims: dict[str, object], new: Weigering | None, taken: Weigering | None
) -> None:
    assert judge_address(claims, "bestuur.example, tweede.example", is_taken=False) is new
    assert judge_address(claims, "bestuur.example, tweede.example", is_taken=True) is taken


def test_without_domains_a_service_speaks_for_nobody() -> None:
    assert judge_address(GOED, "", is_taken=False) is Weigering.ADRES_VAN_ELDERS


def test_domains_are_read_as_people_write_them() -> None:
    assert domains_of(" @Bestuur.example; tweede.example,bestuur.example\n") == (
        "bestuur.example",
        "tweede.example",
    )


def test_every_word_that_can_not_be_is_named() -> None:
    fouten = check_dienst("Een Dienst", " ", "http://elders.example", "", "x", loopback=True)
    assert [fout.cel for fout in fouten] == ["slug", "naam", "issuer", "client_id", "domeinen"]


@pytest.mark.parametrize(
    ("claims", "naam"),
    [
        ({"name": " Voor Achter "}, "Voor Achter"),
        ({"name": "", "given_name": "Voor", "family_name": "Achter"}, "Voor Achter"),
        ({"name": 7, "email": "v.achter@bestuur.example"}, "v.achter"),
        ({"name": "a\x00b\u202e"}, "ab"),
        ({"name": "x" * 500}, "x" * 120),
        ({}, "Medewerker"),
    ],
)
def test_a_name_is_what_the_service_says_without_what_is_no_letter(
    claims: dict[str, object], naam: str
) -> None:
    assert name_of(claims) == naam
