"""Thuiszitters longer than three months: the group that has priority."""

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU, GETELD, OPEN_JAAR, counted
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Thuiszitters langer dan drie maanden",
    vraag="Hoeveel leerplichtigen zitten langer dan drie maanden thuis?",
    eenheid="leerlingen",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Thuiszitters die langer dan drie maanden achter elkaar niet naar school gingen, tot "
        "het eind van het schooljaar of tot zij teruggingen."
    ),
    let_op=(
        "Dit is een deel van de thuiszitters, geen groep erbij.",
        GETELD,
        OPEN_JAAR,
    ),
    bron_definitie="Kamerstuk 26695-108 van 3 februari 2016",
    decimalen=0,
    zin="zitten {waarde} leerplichtigen langer dan drie maanden thuis",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many were at home for longer than three months."""
    wanted = counted(registratie_tellingen, "langer_dan_3_maanden")
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat gebied code laag hoog
        2025-2026 leerplicht thuiszitters geheel GM0402 30 30
        2025-2026 leerplicht langer_dan_3_maanden geheel GM0402 11 11
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 11.0, 11.0),
    ],
    uitleg="Van de 30 thuiszitters zaten er 11 langer dan drie maanden thuis.",
)
