"""How long a toelaatbaarheidsverklaring must hold: at least one whole school year."""

from datetime import date, timedelta

from openlea.core.errors import BadInput, Fout
from openlea.core.termijn import AUGUSTUS, schooljaar_of
from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

PLICHT = "PO-05"
DAY = timedelta(days=1)


def earliest_end(vanaf: date, schooljaren: int) -> date:
    """Return the first 31 July after so many whole school years.

    What begins during a school year gets the time until the next one on top.
    """
    begun = date(vanaf.year, AUGUSTUS, 1) == vanaf
    first = schooljaar_of(vanaf) + (0 if begun else 1)
    return date(first + schooljaren, AUGUSTUS, 1) - DAY


def is_end_of_schooljaar(day: date) -> bool:
    """Return whether a school year ends on this day."""
    return (day + DAY).month == AUGUSTUS and (day + DAY).day == 1


def _tlv(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    vanaf, schooljaren = invoer.dag("vanaf"), wet.geheel(PLICHT, "schooljaren_minimum")
    end = earliest_end(vanaf, schooljaren)
    return Uitkomst(
        norm="tlv",
        waarde=end,
        eenheid="datum",
        oordeel=_judged(vanaf, invoer.dag("tot"), end) if "tot" in invoer else "",
        toelichting=(
            f"Een verklaring vanaf {schrijfwijze.day(vanaf)} geldt ten minste {schooljaren} heel "
            f"schooljaar: tot en met {schrijfwijze.day(end)} of het einde van een later schooljaar."
        ),
    )


def _judged(vanaf: date, tot: date, end: date) -> str:
    if tot < vanaf:
        reden = f"{schrijfwijze.day(tot)} ligt voor {schrijfwijze.day(vanaf)}."
        raise BadInput([Fout("", "tot", reden)])
    if tot < end:
        return "te kort"
    return "lang genoeg" if is_end_of_schooljaar(tot) else "eindigt niet met een schooljaar"


NORMEN = (
    Norm(
        naam="tlv",
        titel="Eerste einddatum van een toelaatbaarheidsverklaring",
        eenheid="datum",
        plichten=(PLICHT,),
        gegevens=(
            Gegeven(
                naam="vanaf",
                betekenis="de eerste dag van de verklaring",
                soort=Soort.DAG,
                eenheid="datum",
            ),
            Gegeven(
                naam="tot",
                betekenis="de laatste dag van de verklaring, om na te kijken",
                soort=Soort.DAG,
                eenheid="datum",
                verplicht=False,
            ),
        ),
        rekenen=_tlv,
    ),
)
