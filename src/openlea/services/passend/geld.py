"""The reserves of samenwerkingsverbanden beside the signal, and what their organisation costs."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from openlea.policy.normen.reserves import SWV, signal_of_swv
from openlea.policy.normen.wetsdag import Wetsdag
from openlea.services.taken.plank import plichten_here
from openlea.storage.warehouse.passend_tabellen import Swvgeld, read_money
from openlea.storage.warehouse.warehouse import open_warehouse

CENTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """The year of a samenwerkingsverband, with its signaleringswaarde; above it is no offence."""

    geld: Swvgeld
    grens_cents: int

    @property
    def boven_cents(self) -> int:
        """Return how much the own capital is above the signal; below nought when it isn't."""
        return round(self.geld.eigen_vermogen * CENTS) - self.grens_cents

    @property
    def organisatie(self) -> float | None:
        """Return which part of the income goes to the organisation, in percent."""
        baten = self.geld.totale_baten
        return 100 * self.geld.organisatielasten / baten if baten else None


def reserves_of(slug: str, today: date) -> tuple[Reserve, ...]:
    """Return what was given, newest year first, with the signal by the law of today."""
    wet = Wetsdag.on(plichten_here(), (SWV,), today)
    share, least = wet.deel(SWV, "percentage"), wet.deel(SWV, "minimum")
    return tuple(
        Reserve(geld=one, grens_cents=round(_signal(one, share, least) * CENTS))
        for one in read_money(open_warehouse(), slug)
    )


def _signal(one: Swvgeld, share: Fraction, least: Fraction) -> Fraction:
    return signal_of_swv(Fraction(str(one.totale_baten)), share, least)
