"""What comes in, what is left and carried on, and what is short once one-off money is gone."""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.core.begroting import Begroting, Geldstroom, Stand, StroomSoort
from openlea.policy.begroting import uitgaven_per_jaar

EENMALIG = frozenset({StroomSoort.RESTANT, StroomSoort.NPO})
"""Kinds of money that end. Every other kind, 'overig' too, is taken to come back each year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balans:
    """One year in whole cents; `middelen` holds the restant, `per_stroom` has them by code."""

    jaar: int
    uitgaven: int
    middelen: int
    restant: int
    structureel: int
    per_stroom: dict[str, int]

    @property
    def saldo(self) -> int:
        """Return what is left of the year; negative when there is too little."""
        return self.middelen - self.uitgaven

    @property
    def structureel_tekort(self) -> int:
        """Return what is short without one-off money; nought when nothing is."""
        return max(0, self.uitgaven - self.structureel)


def balans_per_jaar(
    begroting: Begroting, jaren: Sequence[int], stand: Stand = Stand.BIJGESTELD
) -> tuple[Balans, ...]:
    """Return the years in order; the saldo of a year is the restant of the next.

    Without a stream of kind restant nothing is carried on. Of several, the first carries the saldo
    and the others count in the first year only.
    """
    uitgaven = uitgaven_per_jaar(begroting, jaren, stand)
    balansen: list[Balans] = []
    for jaar in sorted(jaren):
        vorige = balansen[-1].saldo if balansen else None
        balansen.append(_balans(begroting.geldstromen, jaar, uitgaven[jaar], vorige))
    return tuple(balansen)


def _balans(
    stromen: Sequence[Geldstroom], jaar: int, uitgaven: int, vorig_saldo: int | None
) -> Balans:
    per_stroom = {stroom.code: stroom.bedragen.get(jaar, 0) for stroom in stromen}
    restanten = [stroom.code for stroom in stromen if stroom.soort is StroomSoort.RESTANT]
    if vorig_saldo is not None:
        per_stroom |= dict.fromkeys(restanten, 0)
        per_stroom |= dict.fromkeys(restanten[:1], vorig_saldo)
    return Balans(
        jaar=jaar,
        uitgaven=uitgaven,
        middelen=sum(per_stroom.values()),
        restant=sum(per_stroom[code] for code in restanten),
        structureel=sum(per_stroom[s.code] for s in stromen if s.soort not in EENMALIG),
        per_stroom=per_stroom,
    )
