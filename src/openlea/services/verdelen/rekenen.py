"""Divides a budget by the points of schools, and says which limit can't be kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.errors import BadInput, Fout
from openlea.core.notatie import euro
from openlea.engines.apportionment import Infeasible, Method, combine, divide_held, swing
from openlea.policy.schrijfwijze import count
from openlea.policy.verdeelcriteria import Verdeelcriteria, Verdeelmethode
from openlea.policy.verdeelpunten import Schoolpunten
from openlea.policy.verdeeluitleg import CENTS

METHODS: Mapping[Verdeelmethode, Method] = {
    Verdeelmethode.GROOTSTE_REST: Method.HAMILTON,
    Verdeelmethode.DHONDT: Method.JEFFERSON,
    Verdeelmethode.WEBSTER: Method.WEBSTER,
}


@dataclass(frozen=True, slots=True)
class Som:
    """What is to be divided: points per criterion of the schools that share, and their order."""

    criteria: Verdeelcriteria
    budget: int
    punten: tuple[tuple[float, ...], ...]
    aandelen: tuple[float, ...]
    volgorde: tuple[int, ...]

    @property
    def gewichten(self) -> list[float]:
        """Return the weights of the criteria."""
        return [float(one.gewicht) for one in self.criteria.criteria]

    def limits(self) -> dict[str, Any]:
        """Return what divide() and swing() want to know; in steps of the rounding."""
        step = self.criteria.afronding
        most = self.criteria.bovengrens
        return {
            # A school without points has no claim, and so no floor either.
            "floor": [self.criteria.ondergrens // step if share else 0 for share in self.aandelen],
            "ceiling": None if most is None else [most // step] * len(self.aandelen),
            "method": METHODS[self.criteria.methode],
            "order": self.volgorde,
        }


def make_som(criteria: Verdeelcriteria, scholen: Sequence[Schoolpunten], budget: int) -> Som:
    """Return the sum; the schools that are excluded aren't in it. BadInput when none has points."""
    sharing = [one for one in scholen if not one.uitgesloten]
    punten = tuple(
        tuple(float(one.punten[place]) for one in sharing)
        for place in range(len(criteria.criteria))
    )
    if budget % criteria.afronding:
        reden = f"{euro(budget * CENTS)} is geen veelvoud van de afronding {criteria.afronding}."
        raise BadInput([Fout("", "budget", reden)])
    if not any(map(any, punten)):
        reden = "geen enkele school heeft punten; er is niets om naar te verdelen."
        raise BadInput([Fout(criteria.titel, "criterium", reden)])
    order = sorted(range(len(sharing)), key=lambda place: sharing[place].plek)
    ranks = {place: rank for rank, place in enumerate(order)}
    gewichten = [float(one.gewicht) for one in criteria.criteria]
    return Som(
        criteria,
        budget,
        punten,
        tuple(combine(punten, gewichten).tolist()),
        tuple(ranks[place] for place in range(len(sharing))),
    )


def amounts_of(som: Som) -> tuple[list[int], list[int]]:
    """Return euros per sharing school, and which limit decided; BadInput when none can be kept."""
    step = som.criteria.afronding
    try:
        found = divide_held(som.budget // step, som.aandelen, **som.limits())
    except Infeasible as error:
        raise BadInput([_limit(som, error)]) from error
    return (found.amounts * step).tolist(), found.held.tolist()


def swung_amounts(som: Som, change: float) -> list[list[list[int]]]:
    """Return euros per criterion, for a lower and a higher weight, per sharing school."""
    step = som.criteria.afronding
    found = swing(som.budget // step, som.punten, som.gewichten, change=change, **som.limits())
    return (found * step).tolist()  # type: ignore[no-any-return]  # numpy tells no shape here


def _limit(som: Som, error: Infeasible) -> Fout:
    """Return which limit bites, and by how many euros."""
    criteria, amount = som.criteria, euro(error.amount * som.criteria.afronding * CENTS)
    sharing = count(sum(share > 0 for share in som.aandelen), "school", "scholen")
    budget = euro(som.budget * CENTS)
    if error.limit == "floor":
        each = euro(criteria.ondergrens * CENTS)
        reden = f"{each} voor {sharing} is {amount} meer dan het budget van {budget}."
        return Fout(criteria.titel, "ondergrens", reden)
    each = euro((criteria.bovengrens or 0) * CENTS)
    reden = f"met hoogstens {each} voor {sharing} blijft van {budget} nog {amount} over."
    return Fout(criteria.titel, "bovengrens", reden)
