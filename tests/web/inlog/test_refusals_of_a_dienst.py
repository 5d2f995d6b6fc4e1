"""Whatever a sign-in service says wrongly, nobody comes in, and a page says what to do now."""

import hmac
import json
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from openlea.services.inlogdienst import vragen
from openlea.storage.records.models import Inlogdienst
from tests.web.inlog.inlogwereld import Bezoek, Refused, make_dienst, refusals
from tests.web.inlog.nepdienst import Answer, Nepdienst, ec_key, opened, rsa_key

NOW = int(time.time())
CLAIMS: dict[str, tuple[dict[str, Any], str]] = {
    "another issuer": ({"iss": "https://elders.example"}, "bewijs_issuer"),
    "another audience": ({"aud": "elders"}, "bewijs_audience"),
    "an audience that only looks like ours": ({"aud": {"openlea-proef": 1}}, "bewijs_audience"),
    "a foreign azp": ({"azp": "elders"}, "bewijs_azp"),
    "two audiences and no azp": ({"aud": ["openlea-proef", "elders"]}, "bewijs_azp"),
    "no exp": ({"exp": None}, "veld_mist"),
    "an exp that is no number": ({"exp": "straks"}, "veld_mist"),
    "an exp of long ago": ({"exp": NOW - 120}, "verlopen"),
    "no iat": ({"iat": None}, "veld_mist"),
    "an iat of later": ({"iat": NOW + 600}, "uit_de_toekomst"),
    "no iss": ({"iss": None}, "veld_mist"),
    "no aud": ({"aud": None}, "veld_mist"),
    "no sub": ({"sub": None}, "veld_mist"),
    "an empty sub": ({"sub": " "}, "sub"),
    "a sub that is too long": ({"sub": "x" * 192}, "sub"),
    "a sub that is a number": ({"sub": 7}, "sub"),
    "no nonce": ({"nonce": None}, "nonce"),
    "the nonce of somebody else": ({"nonce": "anders"}, "nonce"),
}


@pytest.mark.parametrize(("bent", "reden"), CLAIMS.values(), ids=CLAIMS)
def test_a_proof_that_is_not_for_us_and_now_is_refused(
    bezoek: Bezoek, refused: Refused, bent: dict[str, Any], reden: str
) -> None:
    bezoek.dienst.bend(
        claims=lambda said: {k: v for k, v in {**said, **bent}.items() if v is not None}
    )
    refused(bezoek.whole(), reden)


def unsigned(token: str, header: dict[str, Any]) -> str:
    """Return a token with another header and no signature."""
    head = urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode()
    return f"{head}.{token.split('.')[1]}."


def claims_of(token: str) -> dict[str, Any]:
    part = token.split(".")[1]
    return dict(json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4))))


def forged(token: str) -> str:
    """Return the same words signed by somebody else, who names the key of the service."""
    return jwt.encode(
        claims_of(token), rsa_key("vals").private, algorithm="RS256", headers={"kid": "een"}
    )


def confused(token: str) -> str:
    """Return the same words, signed with the public key of the service as if it were a secret."""
    public = rsa_key("een").private.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    head = urlsafe_b64encode(b'{"alg":"HS256","kid":"een"}').rstrip(b"=").decode()
    body = f"{head}.{token.split('.')[1]}"
    mark = urlsafe_b64encode(hmac.digest(pem, body.encode(), "sha256")).rstrip(b"=").decode()
    return f"{body}.{mark}"


def short_key(token: str) -> str:
    """Return the same words signed with a key that is too short to trust."""
    return jwt.encode(claims_of(token), rsa_key("kort", 1024).private, algorithm="RS256")


TOKENS = {
    "a forged signature": (forged, "handtekening"),
    "no signature": (lambda token: unsigned(token, {"alg": "none"}), "algoritme"),
    "a signature that was cut off": (
        lambda token: unsigned(token, {"alg": "RS256", "kid": "een"}),
        "handtekening",
    ),
    "the public key as a secret": (confused, "algoritme"),
    "an algorithm nobody knows": (lambda token: unsigned(token, {"alg": "XX1"}), "algoritme"),
    "no id_token": (lambda _: None, "geen_bewijs"),
    "an id_token that is no text": (lambda _: 7, "geen_bewijs"),
    "three dots of nothing": (lambda _: "a.b.c", "bewijs_onleesbaar"),
    "an endless id_token": (lambda token: token + "a" * 40_000, "te_groot"),
}


@pytest.mark.parametrize(("bent", "reden"), TOKENS.values(), ids=TOKENS)
def test_a_proof_that_the_service_did_not_sign_is_refused(
    bezoek: Bezoek, refused: Refused, bent: Any, reden: str
) -> None:
    bezoek.dienst.bend(token=lambda said: {**said, "id_token": bent(said["id_token"])})
    refused(bezoek.whole(), reden)


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
def test_a_key_that_is_too_short_signs_nothing(bezoek: Bezoek, refused: Refused) -> None:
    bezoek.dienst.keys = [rsa_key("kort", 1024).public()]
    bezoek.dienst.bend(token=lambda said: {**said, "id_token": short_key(said["id_token"])})
    refused(bezoek.whole(), "handtekening")


ANSWERS: dict[str, tuple[str, Any, str]] = {
    "tokens that are no JSON": ("token", lambda _: Answer(b"<html>"), "geen_json"),
    "tokens that are a list": ("token", lambda _: [1], "geen_json"),
    "tokens that were refused": ("token", lambda _: Answer({}, status=400), "code_geweigerd"),
    "tokens of a service that broke": ("token", lambda _: Answer(status=500), "code_geweigerd"),
    "tokens somewhere else": (
        "token",
        lambda _: Answer(status=302, headers={"Location": "http://127.0.0.1:9/"}),
        "doorverwezen",
    ),
    "endless tokens": ("token", lambda _: Answer(b" " * 300_000), "te_groot"),
    "keys that are no JSON": ("jwks", lambda _: Answer(b"nee"), "geen_json"),
    "no keys": ("jwks", lambda _: {"keys": []}, "geen_sleutels"),
    "keys that are no list": ("jwks", lambda _: {"keys": "x"}, "geen_sleutels"),
    "keys of nonsense": ("jwks", lambda _: {"keys": [1, {"kty": "RSA"}]}, "handtekening"),
    "only a shared secret": ("jwks", lambda _: {"keys": [{"kty": "oct"}]}, "geen_sleutels"),
    "somebody else at userinfo": ("userinfo", lambda said: {**said, "sub": "b"}, "andere_sub"),
    "nobody at userinfo": ("userinfo", lambda _: {"email": "a@bestuur.example"}, "andere_sub"),
    "userinfo that is no JSON": ("userinfo", lambda _: Answer(b"x"), "geen_json"),
    "userinfo that breaks": ("userinfo", lambda _: Answer(status=500), "onbereikbaar"),
    "deep nonsense": ("userinfo", lambda _: Answer(b"[" * 100_000), "geen_json"),
}


@pytest.mark.parametrize(("where", "bent", "reden"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_can_not_be_read_is_refused(
    bezoek: Bezoek, refused: Refused, where: str, bent: Any, reden: str
) -> None:
    bezoek.dienst.bend(**{where: bent})
    refused(bezoek.whole(), reden)


DISCOVERY: dict[str, tuple[Any, str]] = {
    "no JSON": (lambda _: Answer(b"{"), "geen_json"),
    "huge": (lambda _: Answer(b"x" * 300_000), "te_groot"),
    "elsewhere": (
        lambda _: Answer(status=301, headers={"Location": "http://127.0.0.1:9/"}),
        "doorverwezen",
    ),
    "gone": (lambda _: Answer(status=404), "onbereikbaar"),
    "another issuer": (lambda said: {**said, "issuer": "https://elders.example"}, "andere_issuer"),
    "no token address": (
        lambda said: {k: v for k, v in said.items() if k != "token_endpoint"},
        "ontdekking_onvolledig",
    ),
    "an address without https": (
        lambda said: {**said, "token_endpoint": "http://elders.example/token"},
        "onveilig_adres",
    ),
    "an address that is a number": (lambda said: {**said, "jwks_uri": 7}, "onveilig_adres"),
    "an address with a line break": (
        lambda said: {**said, "authorization_endpoint": "https://a.example/\r\nX: 1"},
        "onveilig_adres",
    ),
}


@pytest.mark.parametrize(("bent", "reden"), DISCOVERY.values(), ids=DISCOVERY)
def test_a_service_that_describes_itself_badly_is_not_gone_to(
    bezoek: Bezoek, refused: Refused, bent: Any, reden: str
) -> None:
    bezoek.dienst.bend(discovery=bent)
    refused(bezoek.client.post("/inloggen/dienst/bestuur/"), reden)


def test_a_service_that_is_down_costs_a_page_and_no_more(bezoek: Bezoek, refused: Refused) -> None:
    Inlogdienst.objects.update(issuer="http://127.0.0.1:9")
    refused(bezoek.client.post("/inloggen/dienst/bestuur/"), "onbereikbaar")


def test_a_service_that_is_too_slow_is_not_waited_for(
    bezoek: Bezoek, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vragen, "SECONDS", 0.2)
    bezoek.dienst.bend(token=lambda said: Answer(said, seconds=3))
    began = time.monotonic()
    refused(bezoek.whole(), "onbereikbaar")
    assert time.monotonic() - began < 2


def test_a_code_counts_once(bezoek: Bezoek, refused: Refused) -> None:
    asked = bezoek.go()
    code = bezoek.dienst.admit(asked)
    bezoek.dienst.codes.clear()
    refused(bezoek.back(code=code, state=asked["state"]), "code_geweigerd")


def test_a_state_counts_once(bezoek: Bezoek) -> None:
    asked = bezoek.go()
    code = bezoek.dienst.admit(asked)
    assert bezoek.back(code=code, state=asked["state"]).status_code == 302
    again = bezoek.back(code=code, state=asked["state"])
    assert again.status_code == 401
    assert refusals() == ["geen_state"]


def test_the_state_of_one_service_opens_no_other(bezoek: Bezoek, refused: Refused) -> None:
    with opened() as ander:
        make_dienst(ander.adres, "tweede")
        asked = bezoek.go()
        elsewhere = Bezoek(ander, "tweede", bezoek.client)
        refused(elsewhere.back(code=ander.admit(asked), state=asked["state"]), "geen_state")
        assert ander.asked == []


def test_the_state_of_another_browser_opens_nothing(bezoek: Bezoek, refused: Refused) -> None:
    asked = Bezoek(bezoek.dienst).go()
    refused(bezoek.back(code=bezoek.dienst.admit(asked), state=asked["state"]), "geen_state")


@pytest.mark.parametrize(
    "said", [{}, {"code": "x"}, {"state": "x"}, {"code": "x", "state": "\x00"}]
)
def test_without_the_state_of_an_attempt_nothing_is_asked_of_the_service(
    bezoek: Bezoek, refused: Refused, said: dict[str, str]
) -> None:
    refused(bezoek.back(**said), "geen_state")
    assert bezoek.dienst.asked == []


@pytest.mark.parametrize(
    ("said", "reden"),
    [
        ({"error": "access_denied"}, "afgebroken"),
        ({"error": "server_error", "error_description": "<b>x</b>"}, "fout_van_dienst"),
        ({}, "code_geweigerd"),
        ({"code": "x" * 5000}, "code_geweigerd"),
        ({"code": "x", "iss": "https://elders.example"}, "andere_afzender"),
    ],
)
def test_what_the_service_says_on_the_way_back_is_judged(
    bezoek: Bezoek, refused: Refused, said: dict[str, str], reden: str
) -> None:
    answer = bezoek.back(state=bezoek.go()["state"], **said)
    refused(answer, reden)
    assert "<b>x</b>" not in answer.content.decode()


def test_a_service_that_names_itself_in_every_answer_has_to(
    bezoek: Bezoek, refused: Refused
) -> None:
    names = {"authorization_response_iss_parameter_supported": True}
    bezoek.dienst.bend(discovery=lambda said: {**said, **names})
    refused(bezoek.whole(), "andere_afzender")


def test_a_page_of_refusal_tells_nothing_of_what_was_sent(bezoek: Bezoek) -> None:
    asked = bezoek.go()
    said = bezoek.back(code="geheime-code", state=asked["state"]).content.decode()
    assert "geheime-code" not in said
    assert asked["state"] not in said


def test_a_new_key_of_the_service_is_asked_for_once(bezoek: Bezoek, nepdienst: Nepdienst) -> None:
    assert bezoek.whole().status_code == 302
    nepdienst.key = ec_key("twee")
    nepdienst.keys = [nepdienst.key.public()]
    nepdienst.asked.clear()
    assert Bezoek(nepdienst).whole().status_code == 302
    assert nepdienst.asked.count("jwks") == 1
    assert nepdienst.asked.count("discovery") == 0
