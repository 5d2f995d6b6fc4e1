"""What indicators of leerplicht have in common: which counts they read, and what to mind."""

import narwhals as nw

from openlea.catalogue.measures import Table
from openlea.core.place import PlaceKind

ALLEEN_GEMEENTE = "Dit gaat over wie in de gemeente woont, en is alleen voor de gemeente bekend."
NOOIT_PER_SCHOOL = (
    "Per school gaat het bijna altijd om minder dan vijf leerlingen: dat wordt nooit getoond."
)
NIET_OPTELLEN = "Deze werkruimte kent alleen de eigen gemeente: optellen kan niet."
GEEN_NIVEAU = {
    PlaceKind.SCHOOL: NOOIT_PER_SCHOOL,
    PlaceKind.PC4: ALLEEN_GEMEENTE,
    PlaceKind.BESTUUR: NOOIT_PER_SCHOOL,
    PlaceKind.SWV: NIET_OPTELLEN,
    PlaceKind.RMC: NIET_OPTELLEN,
    PlaceKind.PROVINCIE: NIET_OPTELLEN,
    PlaceKind.LAND: NIET_OPTELLEN,
}
GETELD = "Geteld uit wat is aangeleverd: wat niet is gemeld of gevonden, ontbreekt."
OPEN_JAAR = "Zolang een schooljaar bezig is, loopt het getal nog op."


def counted(table: Table, *maten: str) -> Table:
    """Return the counts of leerplicht of the whole gemeente of these names."""
    return table.filter(
        nw.col("soort") == "leerplicht",
        nw.col("gebied") == "geheel",
        nw.col("maat").is_in(maten),
    )
