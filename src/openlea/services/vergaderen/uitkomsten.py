"""What came of an item so far: the lines, the decisions and the agreements, as far as seen."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from openlea.core.besluit import Standpunt
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.models import Afspraak, Besluit, Notitie
from openlea.storage.records.scope_overleg import afspraken_within, besluiten_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A line of the minutes; `mag` says whether who looks may change it."""

    nummer: int
    tekst: str
    door: str
    op: datetime
    versie: int
    sleutel: str
    is_weg: bool
    mag: bool

    @property
    def is_gewijzigd(self) -> bool:
        """Return whether it was changed since it was written."""
        return self.versie > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelbesluit:
    """A decision with its positions: pairs of the name of a partij and what it thinks."""

    nummer: int
    kenmerk: str
    tekst: str
    uitkomst: OverlegUitkomst
    versie: int
    standpunten: tuple[tuple[str, Standpunt], ...]

    @property
    def anders(self) -> tuple[tuple[str, Standpunt], ...]:
        """Return who thinks something else than agreed."""
        return tuple(pair for pair in self.standpunten if pair[1] is not Standpunt.EENS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelafspraak:
    """An agreement on an item, by when, and whether it says how it is measured."""

    nummer: int
    wat: str
    voor: date | None
    maat: str
    versie: int


def lines_on(actor: Actor, punt: int, *, leidt: bool, schrijft: bool) -> tuple[Regel, ...]:
    """Return the lines of an item, oldest first; those that were struck out too."""
    return tuple(
        Regel(
            nummer=one.pk,
            tekst=one.tekst,
            door=one.door_naam,
            op=one.gemaakt_op,
            versie=one.versie,
            sleutel=one.sleutel,
            is_weg=one.weg_op is not None,
            mag=schrijft
            and (leidt or (actor.persoon is not None and one.door_id == actor.persoon)),
        )
        for one in Notitie.objects.filter(punt_id=punt, werkruimte_id=actor.werkruimte)
    )


def besluiten_on(actor: Actor, punt: int) -> tuple[Tafelbesluit, ...]:
    """Return the decisions on an item that the actor may see, in the order of their numbers."""
    every = Besluit.objects.of(actor.werkruimte).filter(punt_id=punt).order_by("id")
    scope = actor.scope(Noun.BESLUIT, Verb.ZIEN)
    seen = besluiten_within(every, scope, actor, timezone.localdate())
    return tuple(
        Tafelbesluit(
            nummer=one.pk,
            kenmerk=one.nummer,
            tekst=one.tekst,
            uitkomst=OverlegUitkomst(one.uitkomst),
            versie=one.versie,
            standpunten=tuple(
                (line.partij.naam, Standpunt(line.standpunt)) for line in one.standpunten.all()
            ),
        )
        for one in seen.prefetch_related("standpunten__partij")
    )


def afspraken_on(actor: Actor, punt: int) -> tuple[Tafelafspraak, ...]:
    """Return the agreements on an item that the actor may see, in the order they were made."""
    every = Afspraak.objects.of(actor.werkruimte).filter(punt_id=punt).order_by("id")
    seen = afspraken_within(every, actor.scope(Noun.AFSPRAAK, Verb.ZIEN), actor)
    return tuple(
        Tafelafspraak(nummer=one.pk, wat=one.wat, voor=one.voor, maat=one.maat, versie=one.versie)
        for one in seen
    )
