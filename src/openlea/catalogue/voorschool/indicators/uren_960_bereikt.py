"""Which share of the placed doelgroep gets 960 hours before it is four."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.voorschool_maten import BRON_VVE, GEEN_NIVEAU, NIET_VERGELIJKEN, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.voorschool import UREN, UREN_JA

INDICATOR = Indicator(
    titel="Doelgroep die 960 uur haalt",
    vraag="Welk deel van de geplaatste doelgroeppeuters haalt 960 uur tot de vierde verjaardag?",
    eenheid="%",
    soort=Soort.PRESTATIE,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Uren van de eerste dag tot vier jaar als het kind blijft komen zoals nu; per dag telt "
        "hoogstens zes uur. Van wie dagen, uren of weken niet bekend zijn, is het niet bekend."
    ),
    let_op=(
        "Niet bekend telt als niet gehaald.",
        *NIET_VERGELIJKEN,
    ),
    bron_definitie=BRON_VVE,
    decimalen=0,
    personen=True,
    zin="haalt {waarde} van de geplaatste doelgroeppeuters 960 uur",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return who gets the hours beside who doesn't, and of whom it isn't known."""
    return share(
        counted(registratie_tellingen, *UREN),
        place="code",
        period="periode",
        part=nw.col("maat") == UREN_JA,
        low="laag",
        high="hoog",
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode    soort      maat gebied code laag hoog
        2026-10-01 voorschool uren_ja geheel GM0402 70 70
        2026-10-01 voorschool uren_nee geheel GM0402 20 20
        2026-10-01 voorschool uren_onbekend geheel GM0402 10 10
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2026-10-01", 70.0, 70.0),
    ],
    uitleg="70 van de 100 geplaatste doelgroeppeuters halen 960 uur: 70 %.",
)
