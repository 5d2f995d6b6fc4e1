"""Try the connection with a sign-in service: what it says of itself, and what is wrong with it."""

from dataclasses import dataclass

from openlea.core.inlogdienst import Geweigerd, Weigering
from openlea.services.inlogdienst.handtekening import ask_keys
from openlea.services.inlogdienst.ontdekking import discover
from openlea.services.inlogdienst.vragen import is_safe
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Proef:
    """What came out: the service answers well, or why not; and how many keys it has."""

    reden: Weigering | None = None
    authorize: str = ""
    sleutels: int = 0

    @property
    def is_goed(self) -> bool:
        """Return whether people can be sent there."""
        return self.reden is None


def try_inlogdienst(dienst: records.Inlogdienst) -> Proef:
    """Return what the service says now; nothing of it is kept but for a few minutes."""
    if not is_safe(dienst.issuer):
        return Proef(reden=Weigering.ONVEILIG_ADRES)
    try:
        plek = discover(dienst.issuer, fresh=True)
        return Proef(authorize=plek.authorize, sleutels=ask_keys(plek.jwks))
    except Geweigerd as refused:
        return Proef(reden=refused.reden)
