"""TLV's and arrangements that run on the peildatum."""

from openlea.catalogue.measures import Table, count
from openlea.catalogue.passend_maten import BRON_SWV, GEEN_NIVEAU, GETELD, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Lopende TLV's en arrangementen",
    vraag="Hoeveel leerlingen hebben nu een TLV of arrangement?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Leerlingen met een toelaatbaarheidsverklaring of arrangement dat op de peildatum"
        " loopt; elke "
        "leerling telt een keer, met het besluit dat het laatst begon."
    ),
    let_op=(
        "Per soort staat dit op de bladzijde Passend onderwijs.",
        GETELD,
    ),
    bron_definitie=BRON_SWV,
    decimalen=0,
    zin="hebben {waarde} leerlingen een TLV of arrangement",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many there are."""
    wanted = counted(registratie_tellingen, "lopend")
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort   maat gebied code laag hoog
        2025-2026 passend lopend geheel GM0402 605 605
        2025-2026 passend gestart_nieuw geheel GM0402 60 60
        2025-2026 passend lopend klasse tlv_sbo 30 30
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 605.0, 605.0),
    ],
    uitleg="Alleen het geheel van deze maat telt: 605.",
)
