"""An assignment on its way, for the tests of what may be done with it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import Actor, LidRol
from openlea.services.accept_opdracht import accept_opdracht
from openlea.services.give_opdracht import give_opdracht
from openlea.services.keep_opdracht import Opdrachtopzet, keep_opdracht
from openlea.services.keep_record import keep_record
from openlea.services.keep_voorstel import Voorstelopzet, keep_voorstel
from openlea.services.put_voorstel_on_agenda import put_voorstel_on_agenda
from openlea.services.submit_voorstel import submit_voorstel
from openlea.storage.records import models as records
from tests.world import World

TODAY = timezone.localdate()
VOORSTEL = Voorstelopzet(
    titel="Vier prioriteiten", tekst="Wij stellen voor ...", gevraagd="Stem in."
)


def series(world: World, naam: str) -> records.Overlegreeks:
    return records.Overlegreeks.objects.get(werkruimte=world.werkruimte, naam=naam)


def opzet(world: World, **more: Any) -> Opdrachtopzet:
    asked = Opdrachtopzet(
        titel="Dekkend aanbod",
        opdrachtgever=series(world, "Bestuurlijk overleg LEA").pk,
        werkgroep=series(world, "Werkgroep ambitie 2").pk,
        doel="Elke leerling een passende plek.",
        resultaat="Een lijst met 4 prioriteiten.",
        voor=TODAY + timedelta(days=90),
    )
    return replace(asked, **more)


def beheer(world: World) -> Actor:
    return world.actor(LidRol.AGENDABEHEERDER)


def partner(world: World) -> Actor:
    """Return the partner that the demo gives a seat in every series, as an ordinary member."""
    seat = records.Reekslid.objects.filter(
        werkruimte=world.werkruimte, lid__rol=str(LidRol.PARTNER)
    ).first()
    assert seat is not None
    assert seat.lid is not None
    from openlea.web.actor import actor_of

    return actor_of(seat.lid)


def accepted(world: World) -> records.Opdracht:
    kept = keep_opdracht(beheer(world), opzet(world), TODAY)
    give_opdracht(beheer(world), kept.pk, TODAY)
    return accept_opdracht(partner(world), kept.pk, TODAY)


def on_agenda(world: World, opdracht: records.Opdracht) -> records.Voorstel:
    voorstel = keep_voorstel(partner(world), opdracht.pk, VOORSTEL, TODAY)
    submit_voorstel(partner(world), voorstel.pk, TODAY)
    put_voorstel_on_agenda(beheer(world), voorstel.pk, TODAY)
    voorstel.refresh_from_db()
    return voorstel


def decision_on(world: World, punt: records.Agendapunt) -> None:
    besluit = records.Besluit(
        werkruimte=world.werkruimte,
        punt=punt,
        nummer=f"{TODAY.isoformat()}/{punt.pk}",
        tekst="Het overleg stemt in.",
        op=TODAY,
        uitkomst=OverlegUitkomst.OVEREENSTEMMING,
    )
    keep_record(beheer(world), besluit)
