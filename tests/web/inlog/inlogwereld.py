"""A browser on its way to a sign-in service and back, and the record of that service."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from django.http import HttpResponse
from django.test import Client

from openlea.policy.rechten import Actor, LidRol
from openlea.services.keep_inlogdienst import Dienstwoorden, keep_inlogdienst
from openlea.services.keep_inlogregel import Regelwoorden, keep_inlogregel
from openlea.storage.records.models import Inlogdienst, Inlogregel, Logregel, Persoon
from tests.web.inlog.nepdienst import CLIENT, SECRET, Nepdienst

PERSOON = "_auth_user_id"


@dataclass
class Bezoek:
    """A browser on its way through a service and back."""

    dienst: Nepdienst
    slug: str = "bestuur"
    client: Client = field(default_factory=Client)

    def go(self, **posted: str) -> dict[str, str]:
        """Press the button and return what the service is asked."""
        answer = self.client.post(f"/inloggen/dienst/{self.slug}/", posted)
        assert answer.status_code == 302, answer.content.decode()
        return dict(parse_qsl(urlsplit(answer["Location"]).query))

    def back(self, **said: str) -> HttpResponse:
        """Come back with what the service says in the address."""
        return self.client.get(f"/inloggen/dienst/{self.slug}/terug/", said)

    def whole(self, **posted: str) -> HttpResponse:
        """Go there, sign in, and come back."""
        asked = self.go(**posted)
        return self.back(code=self.dienst.admit(asked), state=asked["state"])

    @property
    def wie(self) -> Persoon | None:
        """Return who is signed in."""
        found = self.client.session.get(PERSOON)
        return Persoon.objects.get(pk=found) if found else None


def make_dienst(adres: str, slug: str = "bestuur", **other: object) -> Inlogdienst:
    """Keep a service as a beheerder would."""
    words = {
        "slug": slug,
        "naam": f"Dienst {slug}",
        "issuer": adres,
        "client_id": CLIENT,
        "geheim": SECRET,
        "domeinen": "bestuur.example",
    }
    return keep_inlogdienst(Dienstwoorden(**{**words, **other}))  # type: ignore[arg-type]


def refusals() -> list[str]:
    """Return why somebody was refused, oldest first."""
    lines = Logregel.objects.filter(werk="inloggen geweigerd").order_by("id")
    return [line.bijzonderheid for line in lines]


Refused = Callable[[HttpResponse, str], None]
"""A check: one page, one line, nobody signed in, no account made."""


def check_refused(bezoek: Bezoek, before: int, answer: HttpResponse, reden: str) -> None:
    """Hold a refusal against what every refusal has to be."""
    said = answer.content.decode()
    assert answer.status_code == 401, said
    assert "<h1>" in said
    assert 'href="/inloggen/"' in said
    assert refusals() == [reden]
    assert bezoek.wie is None
    assert Persoon.objects.count() == before


def group_rule(beheer: Actor, dienst: Inlogdienst, **other: str) -> Inlogregel:
    """Keep the rule that who is in the group 'onderwijs' reads along as wethouder."""
    words = {"dienst": dienst.slug, "rol": LidRol.WETHOUDER, "claim": "groups"}
    return keep_inlogregel(beheer, Regelwoorden(**{**words, "waarde": "onderwijs", **other}))  # type: ignore[arg-type]
