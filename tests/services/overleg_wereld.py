"""Meetings in Hilversum on fixed days, with items about topics of the law."""

from datetime import date

from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import Aanwezigheid, PuntStaat, VergaderingStaat
from openlea.storage.records.models import (
    Agendapunt,
    Deelnemer,
    Overlegreeks,
    Partij,
    Reekslid,
    Vergadering,
)
from tests.world import World

TODAY = date(2026, 11, 22)
HELD, ASKED = VergaderingStaat.GEHOUDEN, VergaderingStaat.UITGENODIGD
TOPICS = ("segregatie", "integratie", "achterstanden", "toelating", "verdeling")


def empty_series(world: World) -> Overlegreeks:
    """Return the bestuurlijk overleg without any meeting, so that days are those of the test."""
    Vergadering.objects.of(world.werkruimte.pk).delete()
    Agendapunt.objects.of(world.werkruimte.pk).delete()
    return Overlegreeks.objects.of(world.werkruimte.pk).get(soort="bestuurlijk_overleg_lea")


def hold(
    reeks: Overlegreeks,
    op: date,
    *topics: str,
    staat: VergaderingStaat = HELD,
    partijen: tuple[Partij, ...] = (),
    visible: Zichtbaarheid = Zichtbaarheid.PUBLIEK,
) -> Vergadering:
    """Return a meeting on a day with an item per topic; dealt with when it was held."""
    meeting = Vergadering.objects.create(
        werkruimte=reeks.werkruimte,
        reeks=reeks,
        titel="Bestuurlijk overleg",
        op=op,
        staat=staat,
        zichtbaarheid=visible,
    )
    for topic in topics:
        put(meeting, topic)
    for partij in partijen or tuple(_seated(reeks)):
        Deelnemer.objects.create(
            werkruimte=reeks.werkruimte,
            vergadering=meeting,
            partij=partij,
            naam="Bestuurder",
            aanwezigheid=Aanwezigheid.AANWEZIG,
        )
    return meeting


def put(meeting: Vergadering, topic: str, plicht: str = "LEA-01") -> Agendapunt:
    """Return an item about a topic, dealt with when the meeting was held."""
    return Agendapunt.objects.create(
        werkruimte=meeting.werkruimte,
        reeks=meeting.reeks,
        vergadering=meeting,
        titel=topic,
        plicht=plicht,
        onderwerp=topic,
        staat=PuntStaat.BEHANDELD if meeting.staat == HELD else PuntStaat.OPEN,
        zichtbaarheid=meeting.zichtbaarheid,
    )


def _seated(reeks: Overlegreeks) -> list[Partij]:
    seats = Reekslid.objects.of(reeks.pk)
    return list(Partij.objects.filter(pk__in=seats.values("partij")).order_by("pk"))
