"""Decisions within ten weeks after the written aanmelding."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.passend_maten import GEEN_NIVEAU, GETELD, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Besluiten binnen tien weken",
    vraag="Welk deel van de besluiten viel binnen tien weken na de schriftelijke aanmelding?",
    eenheid="%",
    soort=Soort.PRESTATIE,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Besluiten binnen 70 dagen na de schriftelijke aanmelding, gedeeld door besluiten van wie "
        "beide dagen bekend zijn."
    ),
    let_op=(
        (
            "Na tien weken zonder besluit is een leerling tijdelijk geplaatst, als hij op "
            "geen andere school staat."
        ),
        (
            "Geteld in dagen; loopt een termijn in het weekend of op een feestdag af, dan is "
            "er een dag meer."
        ),
        GETELD,
    ),
    bron_definitie="WPO artikel 40, zesde lid: 6 weken, en 4 weken langer met bericht",
    decimalen=1,
    zin="viel {waarde} van de besluiten binnen tien weken",
)


DEEL = ("besluit_binnen_42", "besluit_43_tot_70")
GEHEEL = (*DEEL, "besluit_na_70")


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
        2025-2026 passend besluit_binnen_42 geheel GM0402 60 60
        2025-2026 passend besluit_43_tot_70 geheel GM0402 30 30
        2025-2026 passend besluit_na_70 geheel GM0402 10 10
        2025-2026 passend besluit_onbekend geheel GM0402 5 5
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 90.0, 90.0),
    ],
    uitleg="90 van de 100 besluiten: 90 %.",
)
