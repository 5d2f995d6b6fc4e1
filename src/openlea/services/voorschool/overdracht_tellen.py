"""Which children of the doelgroep were handed over warmly to their school, and why others not."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from openlea.core.telling import Gebied, Telrij
from openlea.policy import voorschool as maat
from openlea.policy.telscherm import screened, together
from openlea.policy.voorschool import Peuter

TWAALF = 12
REDENEN = (
    "geen toestemming",
    "school onbekend",
    "verhuisd",
    "school niet bereikt",
    "geen tijd",
    "anders",
    "niet genoemd",
)
_KINDS = {"gedaan": maat.GEDAAN, "niet gedaan": maat.NIET_GEDAAN}
MATEN = (maat.GEDAAN, maat.NIET_GEDAAN, maat.NIET_BEKEND)


def count_handovers(groep: Sequence[Peuter], day: date) -> tuple[Telrij, ...]:
    """Return handovers by school and reasons, of who became four in the year before a day."""
    gone = [one for one in groep if 0 <= one.months(day) - maat.OUDST < TWAALF]
    schools = Counter((one.school or maat.ZONDER_PLEK, kind_of(one)) for one in gone)
    why = Counter(
        (one.overdracht_reden or "niet genoemd", maat.OVERDRACHT_REDEN)
        for one in gone
        if kind_of(one) == maat.NIET_GEDAAN
    )
    return together(
        screened(
            schools,
            sorted({code for code, _ in schools}) or [maat.ZONDER_PLEK],
            MATEN,
            gebied=Gebied.SCHOOL,
            totaal=maat.OVERDRACHT,
        ),
        screened(
            why,
            REDENEN,
            (maat.OVERDRACHT_REDEN,),
            gebied=Gebied.KLASSE,
            totaal=maat.NIET_GEDAAN,
        ),
    )


def kind_of(one: Peuter) -> str:
    """Return whether a child was handed over; what isn't said isn't known."""
    return _KINDS.get(one.overdracht, maat.NIET_BEKEND)
