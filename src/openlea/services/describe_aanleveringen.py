"""Tell per registration what it is, who delivered what and when, and how long that is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from openlea.core.errors import NotAllowed
from openlea.core.registratie import Registratie
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.registratietelling import count_text
from openlea.services.kluis.plek import registraties, vak_of
from openlea.storage.records.models import Aanlevering
from openlea.storage.records.scope_registratie import aanleveringen_within
from openlea.storage.vault import kluis

GEMEENTE = "De gemeente"


@dataclass(frozen=True, slots=True, kw_only=True)
class Levering:
    """One delivery in words; `rijen` is never a number under five."""

    nummer: int
    periode: str
    van: str
    op: datetime
    bewaren_tot: date
    rijen: str
    is_bevestigd: bool
    is_leesbaar: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Registratiebeeld:
    """A registration with its deliveries, newest first; None when nobody declares it any more."""

    id: str
    titel: str
    registratie: Registratie | None
    leveringen: tuple[Levering, ...]
    concepten: tuple[Levering, ...]

    @property
    def laatste(self) -> Levering | None:
        """Return the delivery about the newest period."""
        return max(self.leveringen, key=lambda one: (one.periode, one.op), default=None)


def describe_aanleveringen(actor: Actor) -> tuple[Registratiebeeld, ...]:
    """Return every registration, with what the actor may know was delivered to it.

    NotAllowed without the right. A registration that is no longer declared stays in the list while
    rows of it are kept.
    """
    if not actor.may(Noun.REGISTRATIE, Verb.ZIEN):
        raise NotAllowed("Registraties zijn alleen voor wie ze bijhoudt of aanlevert.")
    scope = actor.scope(Noun.REGISTRATIE, Verb.ZIEN)
    every_kept = Aanlevering.objects.of(actor.werkruimte).kept()
    within = aanleveringen_within(every_kept, scope, actor)
    kept = list(within.select_related("werkruimte", "partij"))
    declared = registraties()
    gone = sorted({one.registratie for one in kept} - set(declared))
    every: list[tuple[str, Registratie | None]] = [
        *declared.items(),
        *((id_, None) for id_ in gone),
    ]
    return tuple(_beeld(id_, found, kept) for id_, found in every)


def _beeld(
    id_: str, registratie: Registratie | None, kept: Iterable[Aanlevering]
) -> Registratiebeeld:
    mine = [_levering(one) for one in kept if one.registratie == id_]
    return Registratiebeeld(
        id=id_,
        titel=registratie.titel if registratie else id_,
        registratie=registratie,
        leveringen=tuple(one for one in mine if one.is_bevestigd),
        concepten=tuple(one for one in mine if not one.is_bevestigd),
    )


def _levering(one: Aanlevering) -> Levering:
    return Levering(
        nummer=one.pk,
        periode=periode_tekst(one.periode),
        van=one.partij.naam if one.partij else GEMEENTE,
        op=one.gemaakt_op,
        bewaren_tot=one.bewaren_tot,
        rijen=count_text(one.rijen),
        is_bevestigd=one.bevestigd_op is not None,
        is_leesbaar=kluis.is_readable(vak_of(one)),
    )
