"""The world that tests live in: Hilversum as the demo fills it, and a client per role."""

import time
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.test import Client

from openlea.policy.rechten import Actor, LidRol
from openlea.storage.records.models import Agenda, Lidmaatschap, Persoon, Werkruimte
from openlea.storage.vault.veldslot import seal
from openlea.web.account.stap import WAARVOOR, must_have_step
from openlea.web.actor import actor_of

SECRET = ("JBSWY3DPEHPK3PXP", WAARVOOR)
PASSWORD = "een-lang-wachtwoord"  # noqa: S105


@dataclass(frozen=True)
class World:
    """A werkruimte with its agenda and its people."""

    werkruimte: Werkruimte

    @property
    def agenda(self) -> Agenda:
        """Return the agenda that the werkruimte works with."""
        found = Agenda.objects.current(self.werkruimte.pk)
        assert found is not None
        return found

    def lid(self, rol: LidRol | str) -> Lidmaatschap:
        """Return the first member with this role."""
        found = Lidmaatschap.objects.of(self.werkruimte.pk).filter(rol=str(rol)).order_by("id")
        return found[0]

    def actor(self, rol: LidRol | str) -> Actor:
        """Return who acts in this role; publiek is nobody in particular."""
        if rol == LidRol.PUBLIEK:
            return Actor(werkruimte=self.werkruimte.pk)
        return actor_of(self.lid(rol))

    def client(self, rol: LidRol | str) -> Client:
        """Return a browser that is signed in as this role."""
        client = Client()
        if rol != LidRol.PUBLIEK:
            enter(client, Persoon.objects.get(pk=self.lid(rol).persoon_id))
        return client

    def url(self, path: str = "") -> str:
        """Return an address below the werkruimte."""
        return f"/w/{self.werkruimte.slug}/{path}"


def enter(client: Client, persoon: Persoon) -> None:
    """Sign in; who must give a second step has one, and gave it as the sign-in library notes it."""
    client.force_login(persoon)
    if not must_have_step(persoon):
        return
    step, _ = Authenticator.objects.get_or_create(
        user=persoon, type=Authenticator.Type.TOTP, defaults={"data": {"secret": seal(*SECRET)}}
    )
    session = client.session
    given = {"method": "mfa", "at": time.time() - 3600, "id": step.pk, "type": step.type}
    session["account_authentication_methods"] = [given]
    session["account_authentication_methods_user"] = str(persoon.pk)
    session.save()
