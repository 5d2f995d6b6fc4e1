"""What indicators of the voorschool have in common: which counts they read, and what to mind."""

import narwhals as nw

from openlea.catalogue.measures import Table
from openlea.core.place import PlaceKind

PER_GEMEENTE = "Per wijk, locatie en groep staat dit op de bladzijde Voorschool."
ANDER_GEBIED = (
    "De doelgroep is per gemeente anders bepaald: optellen over gemeenten zegt niets (WPO 160)."
)
NIET_VERGELIJKEN = (
    "Elke gemeente bepaalt zelf wie tot de doelgroep hoort: vergelijk gemeenten niet.",
    "Is de definitie tussendoor gewijzigd, vergelijk de perioden dan niet.",
    "Geteld uit wat is aangeleverd: wie niemand kent, ontbreekt.",
)
BRON_VVE = "WPO artikel 160, eerste lid, onderdeel a; de definitie die de gemeente vastlegde"
GEEN_NIVEAU = {
    PlaceKind.SCHOOL: PER_GEMEENTE,
    PlaceKind.PC4: PER_GEMEENTE,
    PlaceKind.BESTUUR: ANDER_GEBIED,
    PlaceKind.SWV: ANDER_GEBIED,
    PlaceKind.RMC: ANDER_GEBIED,
    PlaceKind.PROVINCIE: ANDER_GEBIED,
    PlaceKind.LAND: ANDER_GEBIED,
}


def counted(table: Table, *maten: str) -> Table:
    """Return the counts of the whole gemeente of these names."""
    return table.filter(
        nw.col("soort") == "voorschool",
        nw.col("gebied") == "geheel",
        nw.col("maat").is_in(maten),
    )
