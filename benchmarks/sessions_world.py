"""The people of the load test: an account each, and afterwards what was really kept of them."""

import re
import secrets
from collections import Counter
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from openlea.core.keuze import Keuze
from openlea.policy.rechten import LidRol
from openlea.storage.records import models as records

READERS: tuple[Keuze, ...] = (LidRol.PARTNER, LidRol.WETHOUDER, LidRol.LEZER, LidRol.REDACTEUR)
SHARED_BY = 3
"""So many writers write in one and the same action, so that they really meet."""


def make_people(people: int, writers: int) -> dict[str, Any]:
    """Return the accounts, the password they share, and the actions that are written in."""
    room = records.Werkruimte.objects.get(slug="hilversum")
    agenda = records.Agenda.objects.current(room.pk)
    acties = records.Actie.objects.filter(werkruimte=room, speerpunt__ambitie__agenda=agenda)
    codes = list(acties.order_by("code").values_list("code", flat=True))
    shared = codes[: max(1, writers // SHARED_BY)]
    password = secrets.token_urlsafe(12)
    hashed = make_password(password)
    partij = records.Partij.objects.of(room.pk).get(code="bibliotheek")
    made = []
    for number in range(people):
        rol = LidRol.REDACTEUR if number < writers else READERS[number % len(READERS)]
        persoon = records.Persoon(
            email=f"sessie{number}@meting.example", naam=f"Sessie {number}", password=hashed
        )
        persoon.save()
        records.Lidmaatschap.objects.create(
            werkruimte=room,
            persoon=persoon,
            partij=partij if rol is LidRol.PARTNER else None,
            rol=rol,
            van=timezone.localdate() - timedelta(days=1),
        )
        actie = shared[number % len(shared)] if number < writers else ""
        made.append({"email": persoon.email, "naam": persoon.naam, "actie": actie})
    return {"pad": f"/w/{room.slug}/", "wachtwoord": password, "acties": codes, "mensen": made}


def kept() -> dict[str, Any]:
    """Return each writer's last number as the actions hold it, and how often each remark stands."""
    told = records.Actie.objects.filter(werkruimte__slug="hilversum")
    texts = "\n".join(told.values_list("omschrijving", flat=True))
    remarks = records.Opmerking.objects.filter(tekst__startswith="meting ")
    return {
        "standen": {naam: int(stand) for naam, stand in re.findall(r"\[(.+?)=(\d+)\]", texts)},
        "opmerkingen": dict(Counter(remarks.values_list("tekst", flat=True))),
    }
