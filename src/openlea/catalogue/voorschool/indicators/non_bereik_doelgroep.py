"""Non-bereik: which share of the doelgroep has no place, whatever the reason."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.voorschool_maten import BRON_VVE, GEEN_NIVEAU, NIET_VERGELIJKEN, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.voorschool import NON_BEREIK, STANDEN

INDICATOR = Indicator(
    titel="Doelgroep zonder plaats op de voorschool",
    vraag="Welk deel van de doelgroeppeuters gaat niet naar de voorschool?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Doelgroeppeuters zonder plaats: ouders willen niet, wachtlijst, elders of niet bekend. "
        "Wie niet bekend is, telt mee."
    ),
    let_op=(*NIET_VERGELIJKEN,),
    bron_definitie=BRON_VVE,
    decimalen=0,
    personen=True,
    zin="gaat {waarde} van de doelgroeppeuters niet naar de voorschool",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return all that have no place beside the placed."""
    return share(
        counted(registratie_tellingen, *STANDEN),
        place="code",
        period="periode",
        part=nw.col("maat").is_in(NON_BEREIK),
        low="laag",
        high="hoog",
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode    soort      maat gebied code laag hoog
        2026-10-01 voorschool geplaatst geheel GM0402 280 280
        2026-10-01 voorschool afgewezen geheel GM0402 30 30
        2026-10-01 voorschool wachtlijst geheel GM0402 20 20
        2026-10-01 voorschool elders geheel GM0402 10 10
        2026-10-01 voorschool onbekend geheel GM0402 10 10
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2026-10-01", 20.0, 20.0),
    ],
    uitleg="Van de 350 doelgroeppeuters gaan er 70 niet: 20 %. Ook de 10 van wie niets bekend is.",
)
