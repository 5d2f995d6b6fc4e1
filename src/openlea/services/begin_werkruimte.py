"""Begin a werkruimte for a gemeente as somebody who is signed in: who asks keeps its agenda."""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from openlea.core.errors import Conflict, NotAllowed
from openlea.core.place import PlaceKey
from openlea.policy.rechten import Actor, LidRol
from openlea.services.ask_work import ask_work
from openlea.services.start.gemeente import gemeente_of_now
from openlea.services.start.opzet import Beheerder, Opzet
from openlea.services.start.ruimte import make_room, room_of
from openlea.storage.records import models as records

SOORT = "start_werkruimte"


@dataclass(frozen=True, slots=True)
class Begonnen:
    """The werkruimte, and the number of the work that fills it; None when there is none to do."""

    slug: str
    werk: int | None


def begin_werkruimte(persoon: int, gemeente: PlaceKey) -> Begonnen:
    """Open the werkruimte at once, with this person as agendabeheerder, and ask for its filling.

    A second time the same person gets the same werkruimte, and what is missing is filled in.
    NotAllowed where nobody starts by himself; Conflict when the gemeente has a werkruimte of
    others, or when this person has another start under way. Call it outside a transaction.
    """
    if not settings.ZELF_STARTEN:
        raise NotAllowed("Op deze site opent de beheerder van de site een nieuwe werkruimte.")
    wie = records.Persoon.objects.get(pk=persoon, is_active=True)
    _refuse_second(wie, gemeente)
    room = room_of(gemeente) or _opened(wie, gemeente)
    lid = _membership(room, wie)
    if lid is None:
        raise Conflict(
            f"{room.naam} heeft hier al een werkruimte. Vraag de agendabeheerder van "
            f"{room.naam} om je uit te nodigen."
        )
    if lid.rol != LidRol.AGENDABEHEERDER:
        return Begonnen(room.slug, None)
    beheer = Actor(
        werkruimte=room.pk,
        rol=LidRol.AGENDABEHEERDER,
        persoon=wie.pk,
        lid=lid.pk,
        partij=lid.partij_id,
        naam=wie.naam,
    )
    return Begonnen(room.slug, ask_work(beheer, SOORT, naam=f"{room.naam} vullen").pk)


def _refuse_second(wie: records.Persoon, gemeente: PlaceKey) -> None:
    """Refuse a start beside another one of the same person."""
    mine = records.Werk.objects.underway().filter(soort=SOORT, lid__persoon=wie)
    other = mine.exclude(werkruimte__plaats=str(gemeente)).select_related("werkruimte").first()
    if other is not None:
        naam = other.werkruimte.naam
        raise Conflict(f"Je bent al bezig met {naam}. Wacht tot dat klaar is.")


def _opened(wie: records.Persoon, gemeente: PlaceKey) -> records.Werkruimte:
    opzet = Opzet(
        gemeente=gemeente_of_now(gemeente),
        beheerder=Beheerder(email=wie.email),
        voortgang=lambda *_told: None,
    )
    try:
        with transaction.atomic():
            make_room(opzet)
    except IntegrityError as error:
        raise Conflict(
            f"Iemand anders start {opzet.gemeente.naam} op dit moment. Probeer het zo opnieuw."
        ) from error
    return opzet.werkruimte


def _membership(room: records.Werkruimte, wie: records.Persoon) -> records.Lidmaatschap | None:
    leden = records.Lidmaatschap.objects.of(room.pk).active_on(timezone.localdate())
    mine = {lid.rol: lid for lid in leden.filter(persoon=wie)}
    return mine.get(str(LidRol.AGENDABEHEERDER)) or next(iter(mine.values()), None)
