"""Warme overdracht: which share of the doelgroep was handed over to its school."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.voorschool_maten import BRON_VVE, GEEN_NIVEAU, NIET_VERGELIJKEN, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.voorschool import GEDAAN, NIET_BEKEND, NIET_GEDAAN

MATEN = (GEDAAN, NIET_GEDAAN, NIET_BEKEND)

INDICATOR = Indicator(
    titel="Warme overdracht naar de basisschool",
    vraag="Welk deel van de doelgroeppeuters is warm overgedragen aan de basisschool?",
    eenheid="%",
    soort=Soort.PRESTATIE,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Kinderen met een indicatie die in het jaar voor de peildatum vier werden: die met een "
        "warme overdracht, gedeeld door allemaal. Niet bekend telt als geen overdracht."
    ),
    let_op=(
        "Niet bekend staat apart op de bladzijde Voorschool.",
        *NIET_VERGELIJKEN,
    ),
    bron_definitie=BRON_VVE,
    decimalen=0,
    personen=True,
    zin="is {waarde} van de doelgroeppeuters warm overgedragen",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return the handed over beside those who weren't and those of whom it isn't known."""
    return share(
        counted(registratie_tellingen, *MATEN),
        place="code",
        period="periode",
        part=nw.col("maat") == GEDAAN,
        low="laag",
        high="hoog",
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode    soort      maat gebied code laag hoog
        2026-10-01 voorschool overdracht_gedaan geheel GM0402 90 90
        2026-10-01 voorschool overdracht_niet geheel GM0402 6 6
        2026-10-01 voorschool overdracht_onbekend geheel GM0402 4 4
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2026-10-01", 90.0, 90.0),
    ],
    uitleg="90 van de 100 kinderen zijn warm overgedragen: 90 %.",
)
