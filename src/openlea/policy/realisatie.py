"""What became of the money: committed, spent and still free, per row, year and stream.

Committed is what is promised but not yet spent, so free is the amount less both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from openlea.core.begroting import Begroting, Boeking, BoekingSoort, Stand, Subsidie
from openlea.policy.rijen import Rijen, rijen_van
from openlea.policy.stand import bedragen_per_post
from openlea.policy.subsidie import Stroomgeld, couple_boekingen, subsidie_geld


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutatie:
    """Money committed or spent in a year on a row, from which stream and under which category.

    `geldstroom` is empty when neither the booking nor the row says; `kenmerk` finds the paper.
    """

    post: str
    jaar: int
    geld: Stroomgeld
    geldstroom: str = ""
    categorie: str = ""
    kenmerk: str = ""
    omschrijving: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Realisatie:
    """One row in one year, in cents; a header row holds what happened on the rows under it."""

    post: str
    jaar: int
    bedrag: int
    verplicht: int
    besteed: int

    @property
    def vrij(self) -> int:
        """Return what is neither committed nor spent; negative when it is too much."""
        return self.bedrag - self.verplicht - self.besteed


def mutaties(begroting: Begroting, op: date | None = None) -> tuple[Mutatie, ...]:
    """Return bookings and grants up to a day (None: all), none of them counted twice."""
    rijen = rijen_van(begroting)
    bekend = [boeking for boeking in begroting.boekingen if op is None or boeking.op <= op]
    geldig = [s for s in begroting.subsidies if op is None or s.beschikt_op <= op]
    per_subsidie, los = couple_boekingen(geldig, bekend)
    return (
        *(_van_boeking(boeking, rijen) for boeking in los),
        *(_van_subsidie(s, b, rijen, op) for s, b in zip(geldig, per_subsidie, strict=True)),
    )


def realisatie_per_post(
    begroting: Begroting,
    jaren: Iterable[int],
    stand: Stand = Stand.BIJGESTELD,
    op: date | None = None,
) -> tuple[Realisatie, ...]:
    """Return every row × year, rows in printed order."""
    rijen = rijen_van(begroting)
    bedragen = bedragen_per_post(begroting, stand)
    geld = _geld_per_rij(rijen, mutaties(begroting, op))
    return tuple(
        Realisatie(
            post=code,
            jaar=jaar,
            bedrag=bedragen[code].get(jaar, 0),
            verplicht=geld.get((code, jaar), Stroomgeld()).verplicht,
            besteed=geld.get((code, jaar), Stroomgeld()).besteed,
        )
        for code in rijen.posten
        for jaar in jaren
    )


def realisatie_per_stroom(
    begroting: Begroting, jaar: int, op: date | None = None
) -> dict[str, Stroomgeld]:
    """Return stream code → committed and spent in a year; '' holds what no stream is named for."""
    geld = {stroom.code: Stroomgeld() for stroom in begroting.geldstromen}
    for mutatie in mutaties(begroting, op):
        if mutatie.jaar == jaar:
            geld[mutatie.geldstroom] = geld.get(mutatie.geldstroom, Stroomgeld()) + mutatie.geld
    return geld


def _geld_per_rij(rijen: Rijen, alle: Iterable[Mutatie]) -> dict[tuple[str, int], Stroomgeld]:
    geld: dict[tuple[str, int], Stroomgeld] = {}
    for mutatie in alle:
        for rij in rijen.keten(rijen.posten.get(mutatie.post)):
            plek = (rij.code, mutatie.jaar)
            geld[plek] = geld.get(plek, Stroomgeld()) + mutatie.geld
    return geld


def _van_boeking(boeking: Boeking, rijen: Rijen) -> Mutatie:
    post = rijen.posten.get(boeking.post)
    is_besteed = boeking.soort is BoekingSoort.BESTEED
    return Mutatie(
        post=boeking.post,
        jaar=boeking.jaar,
        geld=Stroomgeld(besteed=boeking.bedrag) if is_besteed else Stroomgeld(boeking.bedrag),
        geldstroom=boeking.geldstroom or rijen.geldstroom(post),
        categorie=rijen.categorie(post),
        kenmerk=boeking.kenmerk,
        omschrijving=boeking.omschrijving,
    )


def _van_subsidie(
    subsidie: Subsidie, boekingen: Iterable[Boeking], rijen: Rijen, op: date | None
) -> Mutatie:
    post = rijen.posten.get(subsidie.post)
    return Mutatie(
        post=subsidie.post,
        jaar=subsidie.jaar,
        geld=subsidie_geld(subsidie, boekingen, op),
        geldstroom=rijen.geldstroom(post),
        categorie=rijen.categorie(post),
        kenmerk=subsidie.kenmerk,
        omschrijving=f"{subsidie.regeling}: {subsidie.ontvanger}",
    )
