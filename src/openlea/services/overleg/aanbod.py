"""What the next agenda of a series should still take: topics of the law, standing items, parked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.catalogue import find_roots
from openlea.core.overleg import Overlegkaart, PuntSoort, PuntStaat
from openlea.policy.overlegplan import Overlegplan, Overlegregel, kaart_of
from openlea.policy.schrijfwijze import listing
from openlea.policy.tafelonderwerp import at_table
from openlea.policy.wetsonderwerp import BehandelStaat
from openlea.services.describe_overlegplan import FIRST, LAST, describe_overlegplan
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything

MINUTES = 20
"""How long a topic of the law may take, when nobody said so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodpunt:
    """An item that an agenda should take; `waarom` says in one phrase who asks it."""

    titel: str
    waarom: str
    plicht: str = ""
    onderwerp: str = ""
    vast: str = ""
    sectie: str = ""
    soort: PuntSoort = PuntSoort.BESPREKEN
    minuten: int = 10
    toelichting: str = ""

    @property
    def sleutel(self) -> str:
        """Return what tells it from the others in a form."""
        return f"{self.plicht}/{self.onderwerp}" if self.plicht else self.vast


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """What an agenda should still take; `geparkeerd` is how many items wait in the backlog."""

    jaar: int
    onderwerpen: tuple[Aanbodpunt, ...] = ()
    vaste_punten: tuple[Aanbodpunt, ...] = ()
    geparkeerd: int = 0

    @property
    def punten(self) -> tuple[Aanbodpunt, ...]:
        """Return all of it, the law first."""
        return (*self.onderwerpen, *self.vaste_punten)

    def find(self, sleutel: str) -> Aanbodpunt | None:
        """Return the item with this key; None when it is no longer asked."""
        return next((one for one in self.punten if one.sleutel == sleutel), None)


def offered_items(
    reeks: "records.Overlegreeks", today: date, vergadering: "records.Vergadering | None" = None
) -> Aanbod:
    """Return what an agenda of a series should still take, until it was dealt with.

    Without a meeting it is for a new one in this year. A topic that another agenda of this year
    already holds is not offered. Rights are the business of who asks.
    """
    jaar = vergadering.op.year if vergadering else today.year
    return _offered(reeks, today, vergadering) if FIRST <= jaar <= LAST else Aanbod(jaar=jaar)


def _offered(
    reeks: "records.Overlegreeks", today: date, vergadering: "records.Vergadering | None"
) -> Aanbod:
    jaar = vergadering.op.year if vergadering else today.year
    plan = describe_overlegplan(everything(reeks.werkruimte_id).actor, jaar, today)
    row = _row_of(plan, reeks.pk)
    kaart = kaart_of(open_overlegkaarten(find_roots(settings.CATALOGUE)), reeks.soort)
    backlog = records.Agendapunt.objects.of(reeks.werkruimte_id).parked().filter(reeks=reeks)
    return Aanbod(
        jaar=jaar,
        onderwerpen=tuple(_topics(row)) if row else (),
        vaste_punten=tuple(_standing(kaart, vergadering)),
        geparkeerd=backlog.count(),
    )


def _row_of(plan: Overlegplan, reeks: int) -> Overlegregel | None:
    return next((one for one in plan.regels if one.reeks and one.reeks.nummer == reeks), None)


def _topics(row: Overlegregel) -> Iterator[Aanbodpunt]:
    """Yield each open topic once, also when two duties of the kind ask it."""
    for one in at_table(row.onderwerpen):
        if one.staat is BehandelStaat.OPEN:
            yield Aanbodpunt(
                titel=one.titel,
                waarom=f"Elk jaar verplicht: {listing(one.wetten)}",
                plicht=one.eerste.plicht,
                onderwerp=one.eerste.code,
                sectie="Wettelijke onderwerpen",
                minuten=MINUTES,
            )


def _standing(
    kaart: Overlegkaart, vergadering: "records.Vergadering | None"
) -> Iterator[Aanbodpunt]:
    """Yield the standing items that a meeting lacks; all of them without a meeting."""
    gone = {PuntStaat.VERVALLEN, PuntStaat.DOORGESCHOVEN}
    there = (
        {one.vast for one in vergadering.punten.all() if PuntStaat(one.staat) not in gone}
        if vergadering
        else set()
    )
    for one in kaart.punten:
        if one.vast and one.vast not in there:
            yield Aanbodpunt(
                titel=one.titel,
                waarom="Komt in dit overleg steeds terug",
                vast=one.vast,
                sectie=one.sectie,
                soort=one.soort,
                minuten=one.minuten,
                toelichting=one.toelichting,
            )
