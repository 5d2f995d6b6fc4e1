"""OPP-dekking: pupils with an actual OPP among those with extra support."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.passend_maten import BRON_SWV, GEEN_NIVEAU, GETELD, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen met een actueel ontwikkelingsperspectief",
    vraag=(
        "Welk deel van de leerlingen met extra ondersteuning heeft een actueel "
        "ontwikkelingsperspectief?"
    ),
    eenheid="%",
    soort=Soort.PRESTATIE,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Leerlingen met een lopende TLV of arrangement van wie het "
        "ontwikkelingsperspectief actueel "
        "is, gedeeld door hen van wie bekend is of het dat is."
    ),
    let_op=(
        (
            "Alleen leerlingen die bij het samenwerkingsverband bekend zijn; scholen geven "
            "ook zelf extra ondersteuning."
        ),
        GETELD,
    ),
    bron_definitie=BRON_SWV,
    decimalen=1,
    zin=(
        "heeft {waarde} van de leerlingen met extra ondersteuning een actueel "
        "ontwikkelingsperspectief"
    ),
)


DEEL = ("opp_actueel",)
GEHEEL = (*DEEL, "opp_niet_actueel")


def compute(registratie_tellingen: Table) -> Table:
    """Return the part beside the rest; what nobody knows stays out of both."""
    return share(
        counted(registratie_tellingen, *GEHEEL),
        place="code",
        period="periode",
        part=nw.col("maat").is_in(DEEL),
        low="laag",
        high="hoog",
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort   maat gebied code laag hoog
        2025-2026 passend opp_actueel geheel GM0402 86 86
        2025-2026 passend opp_niet_actueel geheel GM0402 14 14
        2025-2026 passend opp_onbekend geheel GM0402 20 20
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 86.0, 86.0),
    ],
    uitleg="86 van de 100 van wie het bekend is: 86 %. De 20 onbekenden tellen niet mee.",
)
