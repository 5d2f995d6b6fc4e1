"""Whether a basisschool teaches enough hours in eight school years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from openlea.core.errors import BadInput, Fout
from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

PLICHT = "BST-04"
HELFT = 4
JAREN = 8
"""A basisschool has eight years, in two halves of four (WPO article 8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urennorm:
    """The least hours in eight years, in the first four and in the last four."""

    totaal: Decimal
    onderbouw: Decimal
    bovenbouw: Decimal

    @classmethod
    def of(cls, wet: Wetsdag) -> Self:
        """Return the hours that hold on the day of this law."""
        return cls(
            totaal=wet.getal(PLICHT, "uren_totaal"),
            onderbouw=wet.getal(PLICHT, "uren_onderbouw"),
            bovenbouw=wet.getal(PLICHT, "uren_bovenbouw"),
        )

    def shortages(self, uren: Sequence[Decimal]) -> dict[str, Decimal]:
        """Return how many hours are missing, by part; empty when the eight years do."""
        parts = {
            "acht jaren": (uren, self.totaal),
            "de eerste vier jaren": (uren[:HELFT], self.onderbouw),
            "de laatste vier jaren": (uren[HELFT:], self.bovenbouw),
        }
        missing = {naam: least - sum(part) for naam, (part, least) in parts.items()}
        return {naam: hours for naam, hours in missing.items() if hours > 0}


def _onderwijstijd(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    uren, norm = invoer.getallen("uren"), Urennorm.of(wet)
    if len(uren) != JAREN:
        raise BadInput([Fout("", "uren", f"noem {JAREN} getallen, voor elk schooljaar een.")])
    short, number = norm.shortages(uren), schrijfwijze.number
    told = [f"In {naam} ontbreken {number(hours)} uur." for naam, hours in short.items()]
    total = sum(uren, Decimal(0))
    return Uitkomst(
        norm="onderwijstijd",
        waarde=total,
        eenheid="uur",
        oordeel="voldoet niet" if short else "voldoet",
        toelichting=(
            f"In acht schooljaren is er {number(total)} uur onderwijs; nodig is "
            f"{number(norm.totaal)}, met {number(norm.onderbouw)} in de eerste vier jaren en "
            f"{number(norm.bovenbouw)} in de laatste vier. Dat voldoet{' niet' if short else ''}."
        ),
        stappen=tuple(told),
    )


NORMEN = (
    Norm(
        naam="onderwijstijd",
        titel="Onderwijstijd in het basisonderwijs",
        eenheid="uur",
        plichten=(PLICHT,),
        gegevens=(
            Gegeven(
                naam="uren",
                betekenis="uren onderwijs van elk van de acht schooljaren, op volgorde",
                soort=Soort.GETALLEN,
                eenheid="uur per schooljaar",
                maximum=Decimal(3_000),
            ),
        ),
        rekenen=_onderwijstijd,
    ),
)
