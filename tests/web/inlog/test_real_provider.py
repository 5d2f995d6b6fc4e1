"""A whole sign-in at a provider that others wrote, and two of them at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from django.http import HttpResponse
from django.test import Client

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Persoon
from tests.web.inlog.inlogwereld import group_rule, make_dienst, refusals
from tests.world import World

# What the provider is built of warns of its own future.
pytestmark = pytest.mark.filterwarnings("ignore")
PERSOON = "_auth_user_id"


@contextmanager
def provider(domein: str) -> Iterator[str]:
    """Run a provider with one member of an organisation, and return its address."""
    from oidc_provider_mock import User, run_server_in_thread

    claims: dict[str, object] = {
        "email": f"iemand@{domein}",
        "email_verified": True,
        "name": "Medewerker",
        "groups": ["onderwijs"],
    }
    people = [User(sub="iemand", claims=claims)]
    with run_server_in_thread(user_claims=people, require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


def sign_in(client: Client, slug: str) -> HttpResponse:
    """Go to the provider, choose who one is there, and come back."""
    asked = client.post(f"/inloggen/dienst/{slug}/")["Location"]
    back = httpx.post(asked, data={"sub": "iemand"}).headers["Location"]
    said = dict(parse_qsl(urlsplit(back).query))
    return client.get(urlsplit(back).path, said)


def test_two_providers_at_once_each_bring_in_their_own(hilversum: World) -> None:
    with provider("een.example") as een, provider("twee.example") as twee:
        beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
        for slug, adres in (("een", een), ("twee", twee)):
            group_rule(beheer, make_dienst(adres, slug, domeinen=f"{slug}.example"))
        emails = []
        for slug in ("een", "twee", "een"):
            client = Client()
            assert sign_in(client, slug).status_code == 302, refusals()
            emails.append(Persoon.objects.get(pk=client.session[PERSOON]).email)
        assert emails == ["iemand@een.example", "iemand@twee.example", "iemand@een.example"]
        assert Persoon.objects.filter(email__in=emails).count() == 2


def test_a_code_of_a_real_provider_counts_once(hilversum: World) -> None:
    with provider("een.example") as adres:
        dienst = make_dienst(adres, "een", domeinen="een.example")
        group_rule(hilversum.actor(LidRol.AGENDABEHEERDER), dienst)
        client = Client()
        asked = client.post("/inloggen/dienst/een/")["Location"]
        back = httpx.post(asked, data={"sub": "iemand"}).headers["Location"]
        said = dict(parse_qsl(urlsplit(back).query))
        assert client.get(urlsplit(back).path, said).status_code == 302
        other = Client()
        state = dict(parse_qsl(urlsplit(other.post("/inloggen/dienst/een/")["Location"]).query))
        again = other.get(urlsplit(back).path, said | {"state": state["state"]})
        assert (again.status_code, refusals()) == (401, ["code_geweigerd"])
        assert PERSOON not in other.session


def test_who_says_no_at_the_provider_gets_a_page(hilversum: World) -> None:
    with provider("een.example") as adres:
        dienst = make_dienst(adres, "een", domeinen="een.example")
        group_rule(hilversum.actor(LidRol.AGENDABEHEERDER), dienst)
        client = Client()
        asked = client.post("/inloggen/dienst/een/")["Location"]
        back = httpx.post(asked, data={"action": "deny"}).headers["Location"]
        # This provider leaves out the state, so it is no answer to an attempt of ours.
        answer = client.get(urlsplit(back).path, dict(parse_qsl(urlsplit(back).query)))
        assert (answer.status_code, refusals()) == (401, ["geen_state"])
