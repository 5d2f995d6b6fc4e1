"""When a school must report absence: so many hours in so many lesson weeks in a row."""

from collections.abc import Sequence
from decimal import Decimal

from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

PLICHT = "LPL-06"


def most_in_a_row(uren: Sequence[Decimal], lesweken: int) -> tuple[Decimal, int]:
    """Return the most hours in so many lesson weeks in a row, and the first week of it from 1.

    `uren` holds only lesson weeks, in order: a holiday is no week, so it doesn't break the row.
    """
    starts = range(max(1, len(uren) - lesweken + 1))
    sums = [(sum(uren[start : start + lesweken], Decimal(0)), start + 1) for start in starts]
    return max(sums, key=lambda one: (one[0], -one[1]))


def _verzuim(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    grens, lesweken = wet.getal(PLICHT, "uren"), wet.geheel(PLICHT, "lesweken")
    uren = invoer.getallen("uren")
    most, first = most_in_a_row(uren, lesweken)
    melden = most >= grens
    number = schrijfwijze.number
    last = min(first + lesweken - 1, len(uren))
    return Uitkomst(
        norm="verzuim_16_uur",
        waarde=most,
        eenheid="uur",
        oordeel="melden" if melden else "nog niet melden",
        toelichting=(
            f"In {lesweken} opeenvolgende lesweken is ten hoogste {number(most)} uur verzuimd "
            f"(lesweek {first} tot en met {last}). De grens is {number(grens)} uur: "
            f"{'melden' if melden else 'nog niet melden'}. Vakantieweken tellen niet als lesweek."
        ),
    )


NORMEN = (
    Norm(
        naam="verzuim_16_uur",
        titel="Verzuim dat de school moet melden",
        eenheid="uur",
        plichten=(PLICHT,),
        gegevens=(
            Gegeven(
                naam="uren",
                betekenis="uren verzuim zonder geldige reden per lesweek, op volgorde",
                soort=Soort.GETALLEN,
                eenheid="uur per lesweek",
                maximum=Decimal(60),
                overslaan="vakantie",
            ),
        ),
        rekenen=_verzuim,
    ),
)
