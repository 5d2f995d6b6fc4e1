"""Which amounts are looked at: as first adopted, as changed, as expected, promised or spent."""

from collections.abc import Mapping, Sequence

from openlea.core.begroting import Begroting, Stand
from openlea.core.keuze import Keuze
from openlea.policy.realisatie import realisatie_per_post
from openlea.policy.stand import bedragen_per_post

Cijfers = Mapping[str, Mapping[int, int]]
"""Post code → year → whole cents."""


class Weergave(Keuze):
    """One way to look at the money; kept in the address as `stand`."""

    BEGROOT = "begroot", "Begroot"
    BIJGESTELD = "bijgesteld", "Bijgesteld"
    PROGNOSE = "prognose", "Prognose"
    VERPLICHT = "verplicht", "Verplicht"
    BESTEED = "besteed", "Besteed"

    @property
    def stand(self) -> Stand:
        """Return the state of the begroting beside which this is read."""
        own = {Weergave.BEGROOT: Stand.PRIMITIEF, Weergave.PROGNOSE: Stand.PROGNOSE}
        return own.get(self, Stand.BIJGESTELD)

    @property
    def is_realisatie(self) -> bool:
        """Return whether this is what happened, and not what was planned."""
        return self in (Weergave.VERPLICHT, Weergave.BESTEED)

    @property
    def uitleg(self) -> str:
        """Return in one sentence what the amounts are."""
        return UITLEG[self]


UITLEG: Mapping[Weergave, str] = {
    Weergave.BEGROOT: "Het bedrag zoals het de eerste keer is vastgesteld.",
    Weergave.BIJGESTELD: "Het bedrag zoals het nu geldt, met alle begrotingswijzigingen.",
    Weergave.PROGNOSE: "Wat er naar verwachting wordt uitgegeven.",
    Weergave.VERPLICHT: "Wat is toegezegd en nog niet is uitgegeven.",
    Weergave.BESTEED: "Wat is uitgegeven, met de subsidies zoals ze zijn vastgesteld.",
}


def read_weergave(word: str | None) -> Weergave:
    """Return the way that an address asks for; what nobody knows is 'bijgesteld'."""
    return next((one for one in Weergave if one.value == word), Weergave.BIJGESTELD)


def cijfers_per_post(begroting: Begroting, jaren: Sequence[int], weergave: Weergave) -> Cijfers:
    """Return the amounts of every post; a year without an amount is absent."""
    if not weergave.is_realisatie:
        return bedragen_per_post(begroting, weergave.stand)
    cijfers: dict[str, dict[int, int]] = {}
    for one in realisatie_per_post(begroting, jaren, weergave.stand):
        amount = one.verplicht if weergave is Weergave.VERPLICHT else one.besteed
        cijfers.setdefault(one.post, {})[one.jaar] = amount
    return cijfers
