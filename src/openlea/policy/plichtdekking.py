"""What in the agenda serves a duty, what is missing, and which actions serve no duty at all."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.partij import PartijSoort
from openlea.core.plicht import Aard, Plicht
from openlea.policy.taaktelling import Taaktelling
from openlea.policy.verplichting import PARTIJSOORTEN


class Gat(Keuze):
    """What a duty lacks."""

    ACTIE = "actie", "Geen actie"
    BEWIJS = "bewijs", "Geen bewijs"
    OVERLEG = "overleg", "Geen overleg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dienst:
    """An action that serves a duty, or one topic of it; `nummer` is that of the link.

    `doel` is what is measured, '' without a target. `cents` is what the begroting holds for the
    action in the year; None when it has no row, or may not be seen.
    """

    nummer: int
    plicht: str
    actie: str
    naam: str
    onderwerp: str = ""
    doel: str = ""
    cents: int | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plichtdekking:
    """A duty with what serves it in a year: actions, obligations with proof, and consultations."""

    plicht: Plicht
    diensten: tuple[Dienst, ...] = ()
    taken: Taaktelling = field(default_factory=Taaktelling)
    overleg_op: tuple[date, ...] = ()

    @property
    def gaten(self) -> tuple[Gat, ...]:
        """Return what is missing. Proof is asked only of what falls due this year."""
        return tuple(_gaps(self))

    @property
    def is_los(self) -> bool:
        """Return whether nothing at all serves it: no action, no proof, no consultation."""
        return not (self.diensten or self.taken.bewezen or self.overleg_op)

    @property
    def cents(self) -> int | None:
        """Return what the begroting holds in the year for its actions, each counted once."""
        each = {one.actie: one.cents for one in self.diensten if one.cents is not None}
        return sum(each.values()) if each else None


def _gaps(one: Plichtdekking) -> Iterator[Gat]:
    if not one.diensten:
        yield Gat.ACTIE
    if one.taken.totaal and not one.taken.bewezen:
        yield Gat.BEWIJS
    if asks_consultation(one.plicht) and not one.overleg_op:
        yield Gat.OVERLEG


def asks_consultation(plicht: Plicht) -> bool:
    """Return whether parties have a duty together: that is done at a table, or not at all."""
    return plicht.gezamenlijk


def duties_here(
    plichten: Mapping[str, Plicht],
    soorten: Collection[PartijSoort],
    today: date,
    linked: Collection[str] = (),
) -> tuple[Plicht, ...]:
    """Return what the law asks today of the kinds of parties that there are here.

    A duty that an action serves is shown whatever its kind: somebody found it worth linking.
    """
    return tuple(
        one
        for one in plichten.values()
        if one.id in linked or (one.in_force(today) and _asked_of(one, soorten))
    )


def is_of(one: Plichtdekking, soort: PartijSoort) -> bool:
    """Return whether a kind of partij holds a duty, alone or with others."""
    return soort in _kinds(one.plicht)


def _asked_of(plicht: Plicht, soorten: Collection[PartijSoort]) -> bool:
    return plicht.aard is Aard.PLICHT and not _kinds(plicht).isdisjoint(soorten)


def _kinds(plicht: Plicht) -> frozenset[PartijSoort]:
    return frozenset(kind for houder in plicht.houders for kind in PARTIJSOORTEN[houder])


def without_duty(acties: Iterable[str], diensten: Iterable[Dienst]) -> tuple[str, ...]:
    """Return the codes of the actions that serve no duty, in their order."""
    serving = {one.actie for one in diensten}
    return tuple(code for code in acties if code not in serving)
