"""Doelgroeppeuters: children with an indication, by the local definition."""

from openlea.catalogue.measures import Table, count
from openlea.catalogue.voorschool_maten import BRON_VVE, GEEN_NIVEAU, NIET_VERGELIJKEN, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.voorschool import DOELGROEP

INDICATOR = Indicator(
    titel="Peuters met een VVE-indicatie",
    vraag="Hoeveel peuters hebben een indicatie voor voorschoolse educatie?",
    eenheid="peuters",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Peuters van de doelgroep op de peildatum: met een indicatie, vanaf de leeftijd die de "
        "gemeente bepaalt (meestal 2,5 jaar), tot de vierde verjaardag."
    ),
    let_op=(*NIET_VERGELIJKEN,),
    bron_definitie=BRON_VVE,
    decimalen=0,
    personen=True,
    zin="zijn er {waarde} peuters met een VVE-indicatie",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many belong to the doelgroep."""
    wanted = counted(registratie_tellingen, DOELGROEP)
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode    soort      maat gebied code laag hoog
        2026-10-01 voorschool doelgroep geheel GM0402 350 350
        2026-10-01 voorschool doelgroep pc4 1211 90 90
        2026-10-01 voorschool geplaatst geheel GM0402 280 280
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2026-10-01", 350.0, 350.0),
    ],
    uitleg="Alleen het geheel telt: 350 peuters. Postcodegebieden zitten daar al in.",
)
