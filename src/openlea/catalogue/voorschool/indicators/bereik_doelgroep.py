"""Bereik: which share of the doelgroep has a place."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.voorschool_maten import BRON_VVE, GEEN_NIVEAU, NIET_VERGELIJKEN, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.voorschool import GEPLAATST, STANDEN

INDICATOR = Indicator(
    titel="Bereik van de voorschool",
    vraag="Welk deel van de doelgroeppeuters gaat naar de voorschool?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Doelgroeppeuters met een plaats op de voorschool, gedeeld door alle doelgroeppeuters op "
        "dezelfde peildatum."
    ),
    let_op=(*NIET_VERGELIJKEN,),
    bron_definitie=BRON_VVE,
    decimalen=0,
    personen=True,
    zin="gaat {waarde} van de doelgroeppeuters naar de voorschool",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return the placed beside all that aren't."""
    return share(
        counted(registratie_tellingen, *STANDEN),
        place="code",
        period="periode",
        part=nw.col("maat") == GEPLAATST,
        low="laag",
        high="hoog",
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode    soort      maat gebied code laag hoog
        2026-10-01 voorschool doelgroep geheel GM0402 350 350
        2026-10-01 voorschool geplaatst geheel GM0402 280 280
        2026-10-01 voorschool afgewezen geheel GM0402 30 30
        2026-10-01 voorschool wachtlijst geheel GM0402 20 20
        2026-10-01 voorschool elders geheel GM0402 10 10
        2026-10-01 voorschool onbekend geheel GM0402 10 10
        2026-10-01 voorschool geplaatst pc4 1211 80 80
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2026-10-01", 80.0, 80.0),
    ],
    uitleg="Van de 350 doelgroeppeuters gaan er 280: 80 %.",
)
