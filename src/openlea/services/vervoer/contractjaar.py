"""A school year of the transport contract: its lots added up, shares weighted by rides."""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.storage.warehouse.vervoercontract import Contractregel


@dataclass(frozen=True, slots=True, kw_only=True)
class Contractjaar:
    """All lots of a school year together; a share is None where nothing was said to share by.

    `op_tijd` is weighted by rides, of the lots that measure it; `gemeten` is their share of rides.
    """

    schooljaar: str
    vormen: tuple[str, ...]
    ritten: int
    klachten: int
    per_duizend: float | None
    op_tijd: float | None
    gemeten: float | None
    euro: float
    per_rit: float | None
    naar_bso: tuple[str, ...]
    regels: tuple[Contractregel, ...]


def year_of(schooljaar: str, regels: Sequence[Contractregel]) -> Contractjaar:
    """Return the lots of one school year added up."""
    ritten = sum(one.ritten for one in regels)
    klachten, euro = sum(one.klachten for one in regels), sum(one.euro for one in regels)
    timed = [(one.ritten, one.op_tijd) for one in regels if one.op_tijd is not None]
    clocked = sum(many for many, _ in timed)
    return Contractjaar(
        schooljaar=schooljaar,
        vormen=tuple(sorted({one.vorm for one in regels})),
        ritten=ritten,
        klachten=klachten,
        per_duizend=klachten / ritten * 1000 if ritten else None,
        op_tijd=sum(many * part for many, part in timed) / clocked if clocked else None,
        gemeten=clocked / ritten * 100 if ritten else None,
        euro=euro,
        per_rit=euro / ritten if ritten else None,
        naar_bso=tuple(one.perceel for one in regels if one.naar_bso),
        regels=tuple(regels),
    )
