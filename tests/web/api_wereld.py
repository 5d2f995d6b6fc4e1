"""Programs that ask: keys that hold, keys that don't, and a client that sends one."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Lidmaatschap, Sleutel
from openlea.web.api.bladzijde import example_path
from openlea.web.api.operatie import Operatie
from openlea.web.api.operaties import OPERATIES

ROOT = "/api/v1"
OPENBAAR = [one for one in OPERATIES if one.openbaar]
LIJSTEN = [one for one in OPERATIES if one.is_lijst and one.openbaar]
NAMEN = [one.naam for one in OPERATIES]


def path(operatie: Operatie, **vraag: str) -> str:
    """Return the address of an operation with its example filled in."""
    found = ROOT + example_path(operatie)
    for naam, waarde in vraag.items():
        found += f"{'&' if '?' in found else '?'}{naam}={waarde}"
    return found


def make_key(lid: Lidmaatschap, rol: LidRol | None = None, **anders: Any) -> str:
    """Return the secret of a key that reads as a member, kept as the product keeps one."""
    geheim = f"olea_{lid.pk}_{rol}_{len(anders)}_{Sleutel.objects.count()}"
    tot: date = timezone.localdate() + timedelta(days=30)
    values = {"geldig_tot": tot} | anders
    Sleutel.objects.create(
        werkruimte_id=lid.werkruimte_id,
        naam="proef",
        begin=geheim[:12],
        kenmerk=sha256(geheim.encode()).hexdigest(),
        lid=lid,
        rol=str(rol or lid.rol),
        **values,
    )
    return geheim


@dataclass(frozen=True)
class Programma:
    """A program that asks with a key, or without one."""

    sleutel: str = ""

    def ask(self, address: str, **koppen: str) -> HttpResponse:
        """Return the answer to a GET."""
        own = {"Authorization": f"Bearer {self.sleutel}"} if self.sleutel else {}
        return Client().get(address, headers={**own, **koppen})
