"""The werkruimte of a start: made once per gemeente, with who keeps its agenda."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone

from openlea.core.logboek import Logsoort
from openlea.core.partij import PartijSoort
from openlea.core.place import PlaceKey
from openlea.policy.rechten import LidRol, Noun
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_werkruimte import GEMEENTE
from openlea.services.start.opzet import Beheerder, Opzet
from openlea.storage.records import models as records
from openlea.storage.records.werkruimte import WerkruimteSoort

LONGEST_SLUG = 60


def make_room(opzet: Opzet) -> Mapping[str, Any]:
    """Make the werkruimte and its agendabeheerder, or take up the ones that are there."""
    opzet.kamer = room_of(opzet.gemeente.key)
    is_new = opzet.kamer is None
    if is_new:
        opzet.kamer = _open(opzet)
        log_deed(
            opzet.actor,
            "werkruimte gestart",
            opzet.werkruimte.slug,
            soort=Logsoort.MAKEN,
            noun=Noun.AGENDA,
        )
    return {"nieuw": is_new, "inlog": _beheer(opzet)}


def room_of(gemeente: PlaceKey) -> records.Werkruimte | None:
    """Return the werkruimte of a gemeente, the oldest when there are more."""
    found = records.Werkruimte.objects.filter(plaats=str(gemeente), soort=WerkruimteSoort.GEMEENTE)
    return found.order_by("id").first()


def _open(opzet: Opzet) -> records.Werkruimte:
    place = opzet.gemeente
    room = records.Werkruimte.objects.create(
        slug=_free_slug(place.naam, place.key.code),
        naam=place.naam,
        soort=WerkruimteSoort.GEMEENTE,
        plaats=str(place.key),
    )
    opzet.kamer = room
    partij = records.Partij(
        werkruimte=room,
        code=GEMEENTE,
        naam=f"Gemeente {place.naam}",
        soort=PartijSoort.GEMEENTE,
        plaats=str(place.key),
    )
    keep_record(opzet.actor, partij)
    return room


def slug_of(naam: str) -> str:
    """Return a name as it stands in an address: Súdwest-Fryslân becomes sudwest-fryslan."""
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG]


def _free_slug(naam: str, code: str) -> str:
    """Return an address that no other werkruimte has."""
    taken = set(records.Werkruimte.objects.values_list("slug", flat=True))
    return next(one for one in _slugs(slug_of(naam), code.lower()) if one not in taken)


def _slugs(begin: str, code: str) -> Iterator[str]:
    yield begin
    yield f"{begin[: LONGEST_SLUG - len(code) - 1]}-{code}"
    for number in range(2, 1_000):
        yield f"{begin[: LONGEST_SLUG - len(code) - 5]}-{code}-{number}"


def _beheer(opzet: Opzet) -> str:
    """Return the address of who was asked to keep the agenda, when that person does; else ''.

    Nobody is added to a werkruimte that has an agendabeheerder already.
    """
    wie = opzet.beheerder
    if wie is None:
        return ""
    leden = records.Lidmaatschap.objects.of(opzet.werkruimte.pk).active_on(timezone.localdate())
    beheer = leden.filter(rol=str(LidRol.AGENDABEHEERDER))
    if beheer.exists():
        return wie.email if beheer.filter(persoon__email__iexact=wie.email).exists() else ""
    partij = records.Partij.objects.of(opzet.werkruimte.pk).filter(code=GEMEENTE).first()
    lid = records.Lidmaatschap(
        werkruimte=opzet.werkruimte,
        persoon=_persoon(wie, opzet.gemeente.naam),
        partij=partij,
        rol=LidRol.AGENDABEHEERDER,
        van=timezone.localdate(),
    )
    keep_record(opzet.actor, lid)
    return wie.email


def _persoon(wie: Beheerder, gemeente: str) -> records.Persoon:
    """Return the account of an address, made when there is none."""
    found: records.Persoon | None = records.Persoon.objects.with_email(wie.email).first()
    if found is not None:
        return found
    naam = wie.naam or f"Agendabeheerder {gemeente}"
    new = records.Persoon(email=wie.email.strip().lower(), naam=naam[:120])
    if wie.wachtwoord:
        new.set_password(wie.wachtwoord)
    else:
        new.set_unusable_password()
    new.save()
    return new
