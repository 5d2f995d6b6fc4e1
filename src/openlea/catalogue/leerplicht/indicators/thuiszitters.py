"""Thuiszitters: absoluut verzuim and langdurig relatief verzuim together."""

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU, GETELD, OPEN_JAAR, counted
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Thuiszitters",
    vraag="Hoeveel leerplichtigen zitten thuis?",
    eenheid="leerlingen",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Leerplichtigen en kwalificatieplichtigen die in het schooljaar niet waren "
        "ingeschreven (absoluut verzuim), of langer dan vier weken zonder geldige reden "
        "verzuimden (langdurig relatief verzuim). Ieder telt een keer."
    ),
    let_op=(
        (
            "Niet erin: wie een vrijstelling heeft (5a) en wie geoorloofd verzuimt. Vergelijk "
            "niet met een telling die dat wel doet."
        ),
        "Landelijk, 2022-2023: 13.707 thuiszitters (ministerie van OCW).",
        GETELD,
        OPEN_JAAR,
    ),
    bron_definitie="Kamerstuk 26695-108 van 3 februari 2016",
    decimalen=0,
    zin="zitten {waarde} leerplichtigen thuis",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many were at home."""
    wanted = counted(registratie_tellingen, "thuiszitters")
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat gebied code laag hoog
        2025-2026 leerplicht thuiszitters geheel GM0402 30 30
        2025-2026 leerplicht langer_dan_3_maanden geheel GM0402 11 11
        2025-2026 leerplicht thuiszitters klasse absoluut 9 9
        2025-2026 leerplicht vrijstelling_5a geheel GM0402 18 18
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 30.0, 30.0),
    ],
    uitleg="Absoluut 9 en langdurig relatief 21 zijn samen 30. De 18 met 5a staan apart.",
)
