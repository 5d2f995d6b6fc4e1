"""What indicators of transitions have in common: which counts they read, and what to mind."""

import narwhals as nw

from openlea.catalogue.measures import Table
from openlea.core.place import PlaceKind

PER_SCHOOL = "Per school staat dit op de bladzijde van de overgang, waar het te laten zien is."
ANDER_GEBIED = "Alleen geteld over wat in deze werkruimte is aangeleverd."
GEEN_NIVEAU = {
    PlaceKind.SCHOOL: PER_SCHOOL,
    PlaceKind.PC4: PER_SCHOOL,
    PlaceKind.BESTUUR: ANDER_GEBIED,
    PlaceKind.SWV: ANDER_GEBIED,
    PlaceKind.RMC: ANDER_GEBIED,
    PlaceKind.PROVINCIE: ANDER_GEBIED,
    PlaceKind.LAND: ANDER_GEBIED,
}
AANGELEVERD = "Geteld uit wat scholen aanleverden; wie niet aanlevert, telt niet mee."


def counted(table: Table, *maten: str) -> Table:
    """Return the counts of the whole gemeente of these names."""
    return table.filter(
        nw.col("soort") == "overgangen",
        nw.col("gebied") == "geheel",
        nw.col("maat").is_in(maten),
    )
