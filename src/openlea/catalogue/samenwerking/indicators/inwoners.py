"""Inwoners."""

import narwhals as nw

from openlea.catalogue.caveats import ALLEEN_GEMEENTE, CBS_2021, CBS_BEWERKT, CBS_KERNCIJFERS
from openlea.catalogue.measures import Table, value
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Inwoners",
    vraag="Hoeveel inwoners zijn er?",
    eenheid="inwoners",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.WAARDE,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau={
        PlaceKind.SCHOOL: ALLEEN_GEMEENTE,
        PlaceKind.PC4: ALLEEN_GEMEENTE,
        PlaceKind.BESTUUR: ALLEEN_GEMEENTE,
        PlaceKind.SWV: ALLEEN_GEMEENTE,
        PlaceKind.RMC: ALLEEN_GEMEENTE,
        PlaceKind.PROVINCIE: ALLEEN_GEMEENTE,
        PlaceKind.LAND: ALLEEN_GEMEENTE,
    },
    definitie="Aantal inwoners op 1 januari.",
    let_op=(
        ("De aantallen van gemeenten die sindsdien zijn samengevoegd, zijn niet opgeteld."),
        CBS_2021,
        CBS_BEWERKT,
    ),
    bron_definitie=CBS_KERNCIJFERS,
    personen=False,
    zin="wonen {waarde} mensen",
)


def compute(cbs_kerncijfers_gemeente: Table) -> Table:
    """Return the number as CBS gives it, per gemeente."""
    wanted = cbs_kerncijfers_gemeente.filter(nw.col("kenmerk") == "inwoners")
    return value(wanted, place="gemeente", period="jaar", value=nw.col("waarde"))


EXAMPLE = Example(
    given={
        "cbs_kerncijfers_gemeente": """
        jaar gemeente kenmerk  waarde
        2021 GM0402   inwoners 91235
        2021 GM0402   overig   99
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2021", 91235.0, 91235.0),
    ],
    uitleg="Het cijfer wordt overgenomen zoals het CBS het geeft.",
)
