"""First TLV's and arrangements that began in the schooljaar."""

from openlea.catalogue.measures import Table, count
from openlea.catalogue.passend_maten import BRON_SWV, GEEN_NIVEAU, GETELD, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Nieuwe TLV's en arrangementen",
    vraag="Hoeveel leerlingen kregen dit jaar voor het eerst een TLV of arrangement?",
    eenheid="besluiten",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Toelaatbaarheidsverklaringen en arrangementen die in het schooljaar begonnen en geen "
        "herindicatie zijn."
    ),
    let_op=(
        "Een herindicatie is niet nieuw: die telt hier niet mee.",
        GETELD,
    ),
    bron_definitie=BRON_SWV,
    decimalen=0,
    zin="begonnen {waarde} nieuwe TLV's en arrangementen",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many there are."""
    wanted = counted(registratie_tellingen, "gestart_nieuw")
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort   maat gebied code laag hoog
        2025-2026 passend gestart_nieuw geheel GM0402 90 90
        2025-2026 passend gestart_herindicatie geheel GM0402 60 60
        2025-2026 passend gestart_nieuw klasse tlv_sbo 30 30
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 90.0, 90.0),
    ],
    uitleg="Alleen het geheel van deze maat telt: 90.",
)
