"""What a grant commits and spends, from the decision to the final settlement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.begroting import Boeking, BoekingSoort, Subsidie
from openlea.core.keuze import Keuze


class SubsidieStaat(Keuze):
    """How far a grant has come."""

    NIET_BESCHIKT = "niet_beschikt", "Nog niet beschikt"
    BESCHIKT = "beschikt", "Beschikt"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    TERUGGEVORDERD = "teruggevorderd", "Vastgesteld, deels teruggevorderd"


@dataclass(frozen=True, slots=True)
class Stroomgeld:
    """Cents still committed and cents spent; what is spent is no longer committed."""

    verplicht: int = 0
    besteed: int = 0

    def __add__(self, ander: "Stroomgeld") -> "Stroomgeld":
        """Return both together."""
        return Stroomgeld(self.verplicht + ander.verplicht, self.besteed + ander.besteed)


def subsidie_staat(subsidie: Subsidie, op: date | None = None) -> SubsidieStaat:
    """Return how far the grant had come on a day (None: all that is known)."""
    if op is not None and subsidie.beschikt_op > op:
        return SubsidieStaat.NIET_BESCHIKT
    if not _is_vastgesteld(subsidie, op):
        return SubsidieStaat.BESCHIKT
    return SubsidieStaat.TERUGGEVORDERD if subsidie.teruggevorderd else SubsidieStaat.VASTGESTELD


def subsidie_geld(
    subsidie: Subsidie, boekingen: Iterable[Boeking] = (), op: date | None = None
) -> Stroomgeld:
    """Return what a grant commits and spends; `boekingen` are those that carry its kenmerk.

    Until settlement the decided amount is committed, less the advances already booked as spent.
    From settlement on only the settlement counts, less what was reclaimed.
    """
    staat = subsidie_staat(subsidie, op)
    if staat is SubsidieStaat.NIET_BESCHIKT:
        return Stroomgeld()
    if staat is SubsidieStaat.BESCHIKT:
        voorschot = sum(b.bedrag for b in boekingen if b.soort is BoekingSoort.BESTEED)
        return Stroomgeld(max(0, subsidie.beschikt - voorschot), voorschot)
    return Stroomgeld(0, (subsidie.vastgesteld or 0) - subsidie.teruggevorderd)


def couple_boekingen(
    subsidies: Sequence[Subsidie], boekingen: Sequence[Boeking]
) -> tuple[list[list[Boeking]], list[Boeking]]:
    """Return the bookings of each grant (same kenmerk, the same year first), then those of none."""
    per_subsidie: list[list[Boeking]] = [[] for _ in subsidies]
    los: list[Boeking] = []
    for boeking in boekingen:
        nummer = _subsidie_van(boeking, subsidies)
        (los if nummer is None else per_subsidie[nummer]).append(boeking)
    return per_subsidie, los


def _subsidie_van(boeking: Boeking, subsidies: Sequence[Subsidie]) -> int | None:
    kenmerk = boeking.kenmerk
    gelijk = [n for n, s in enumerate(subsidies) if kenmerk and s.kenmerk == kenmerk]
    zelfde_jaar = [nummer for nummer in gelijk if subsidies[nummer].jaar == boeking.jaar]
    return next(iter(zelfde_jaar + gelijk), None)


def _is_vastgesteld(subsidie: Subsidie, op: date | None) -> bool:
    if subsidie.vastgesteld is None:
        return False
    return op is None or subsidie.vastgesteld_op is None or subsidie.vastgesteld_op <= op
