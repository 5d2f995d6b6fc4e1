"""Langdurig relatief verzuim: enrolled, and absent for more than four weeks."""

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU, GETELD, OPEN_JAAR, counted
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Langdurig relatief verzuim",
    vraag="Hoeveel leerlingen verzuimen langer dan vier weken?",
    eenheid="leerlingen",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Ingeschreven leerlingen die langer dan vier weken achter elkaar zonder geldige reden "
        "niet kwamen."
    ),
    let_op=(
        "Wie langdurig ziek is, telt hier niet mee: dat verzuim is geoorloofd.",
        GETELD,
        OPEN_JAAR,
    ),
    bron_definitie="Kamerstuk 26695-108 van 3 februari 2016",
    decimalen=0,
    zin="verzuimen {waarde} leerlingen langer dan vier weken",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many were absent for long."""
    wanted = counted(registratie_tellingen, "langdurig_relatief")
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat gebied code laag hoog
        2025-2026 leerplicht langdurig_relatief geheel GM0402 21 21
        2025-2026 leerplicht absoluut geheel GM0402 9 9
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 21.0, 21.0),
    ],
    uitleg="21 leerlingen.",
)
