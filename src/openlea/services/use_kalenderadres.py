"""Use a calendar address: find for whom it reads, and note the day of its last use."""

from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest

from django.utils import timezone

from openlea.policy.rechten import Actor, LidRol, Noun, Verb
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruikt:
    """As whom an address reads, of which partij (None for all), and how its calendar is called."""

    actor: Actor
    partij: int | None
    naam: str


def use_kalenderadres(token: str) -> Gebruikt | None:
    """Return as whom an address reads today, or None for one that is not there or doesn't hold.

    It holds as long as it wasn't taken back and the membership gives the right: no longer.
    """
    kenmerk = sha256(token.encode()).hexdigest()
    found = records.Kalenderadres.objects.standing().with_lid()
    adres = found.filter(kenmerk=kenmerk).first()
    if adres is None or not compare_digest(adres.kenmerk, kenmerk):
        return None
    today, lid = timezone.localdate(), adres.lid
    is_member = lid.van <= today and (lid.tot is None or today <= lid.tot)
    actor = Actor(
        werkruimte=lid.werkruimte_id,
        rol=LidRol(lid.rol),
        persoon=lid.persoon_id,
        lid=lid.pk,
        partij=lid.partij_id,
        naam=lid.persoon.naam,
    )
    if not (is_member and lid.persoon.is_active and actor.may(Noun.KALENDER, Verb.ZIEN)):
        return None
    if adres.gebruikt_op != today:
        records.Kalenderadres.objects.filter(pk=adres.pk).update(gebruikt_op=today)
    whose = adres.partij.naam if adres.partij else adres.werkruimte.naam
    return Gebruikt(actor=actor, partij=adres.partij_id, naam=f"Wettelijke taken {whose}")
