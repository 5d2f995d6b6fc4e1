"""Write admission policies as a file that can be filled in and read in again."""

from collections.abc import Sequence

from openlea.core.aanmeldbeleid import Aanmeldbeleid
from openlea.services.aanmelden.kolommen import DAGEN, KOPPEN, words_of
from openlea.services.aanmelden.scholen import School
from openlea.services.write_geld_xlsx import Rij, Vel, Waarde, write_geld_xlsx

CENTS = 100


def write_aanmeldbeleid(
    beleid: Sequence[Aanmeldbeleid], leeg: Sequence[School], schooljaar: str
) -> bytes:
    """Return the workbook: what is known, then the schools that nobody filled in yet."""
    rijen = [Rij(tuple(_cell(one, veld) for veld in KOPPEN)) for one in beleid]
    rijen += [Rij((one.code, one.naam, schooljaar)) for one in leeg]
    return write_geld_xlsx([Vel("Aanmeldbeleid", tuple(KOPPEN.values()), tuple(rijen))])


def _cell(one: Aanmeldbeleid, veld: str) -> Waarde:
    """Return a cell: days are days and the contribution is money; the rest is words."""
    if veld in DAGEN:
        day: Waarde = getattr(one, veld)
        return day
    if veld == "bijdrage":
        return None if one.bijdrage is None else one.bijdrage * CENTS
    return words_of(one, veld)
