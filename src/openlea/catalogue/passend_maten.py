"""What indicators of passend onderwijs have in common: which counts they read, and what to mind."""

from collections.abc import Mapping

import narwhals as nw

from openlea.catalogue.measures import Table
from openlea.core.place import PlaceKind

PER_SCHOOL = "Per school gaat het meestal om minder dan vijf leerlingen: dat wordt nooit getoond."
PER_POSTCODE = "Per postcode staat dit op de bladzijde Passend onderwijs."
EIGEN_GEBIED = "Deze werkruimte kent alleen wie hier woont of hier staat geregistreerd."
GEEN_NIVEAU = {
    PlaceKind.SCHOOL: PER_SCHOOL,
    PlaceKind.PC4: PER_POSTCODE,
    PlaceKind.BESTUUR: PER_SCHOOL,
    PlaceKind.SWV: EIGEN_GEBIED,
    PlaceKind.RMC: EIGEN_GEBIED,
    PlaceKind.PROVINCIE: EIGEN_GEBIED,
    PlaceKind.LAND: EIGEN_GEBIED,
}
ALLEEN_SWV = "Dit gaat over het samenwerkingsverband zelf, niet over een kleiner of groter gebied."
GEEN_NIVEAU_SWV: Mapping[PlaceKind, str] = {
    kind: ALLEEN_SWV for kind in PlaceKind if kind is not PlaceKind.SWV
}
GETELD = "Geteld uit wat het samenwerkingsverband aanleverde: wie niets kreeg, telt niet mee."
BRON_SWV = "Beleidsnota passend onderwijs 2020; aanlevering van het samenwerkingsverband"


def counted(table: Table, *maten: str) -> Table:
    """Return the counts of passend onderwijs of the whole of these names."""
    return table.filter(
        nw.col("soort") == "passend",
        nw.col("gebied") == "geheel",
        nw.col("maat").is_in(maten),
    )
