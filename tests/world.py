"""The world that tests live in: Hilversum as the demo fills it, and a client per role."""

from dataclasses import dataclass

from django.test import Client

from openlea.policy.rechten import Actor, LidRol
from openlea.storage.records.models import Agenda, Lidmaatschap, Persoon, Werkruimte
from openlea.web.actor import actor_of

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
            client.force_login(Persoon.objects.get(pk=self.lid(rol).persoon_id))
        return client

    def url(self, path: str = "") -> str:
        """Return an address below the werkruimte."""
        return f"/w/{self.werkruimte.slug}/{path}"
