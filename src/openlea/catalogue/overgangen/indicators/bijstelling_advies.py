"""Bijstelling: of those whose test said more, which share got a higher advice."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.overgang_maten import AANGELEVERD, GEEN_NIVEAU, counted
from openlea.core.indicator import Breuk, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

PARTS = ("advies_bijgesteld", "advies_gemotiveerd", "advies_niet_bijgesteld")
INDICATOR = Indicator(
    titel="Bijgesteld schooladvies",
    vraag="Hoe vaak gaat het advies omhoog als de toets hoger is?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Leerlingen met een hoger definitief dan voorlopig advies, gedeeld door de leerlingen van "
        "wie de toets hoger was dan het voorlopige advies."
    ),
    let_op=(
        "De noemer is wie een hogere toets had, niet heel groep 8.",
        "Uitleggen waarom niet wordt bijgesteld mag ook; dat telt hier niet als bijgesteld.",
        AANGELEVERD,
    ),
    bron_definitie="WPO artikel 45b tot en met 45d",
    decimalen=0,
    breuken=(
        Breuk(
            vanaf="2023-2024",
            waarom="Sinds dit schooljaar is bijstellen de regel (WPO artikel 45b tot en met 45d).",
        ),
    ),
    zin="gaat het advies bij {waarde} van de leerlingen met een hogere toets omhoog",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return the raised beside those that were not."""
    return share(
        counted(registratie_tellingen, *PARTS),
        place="code",
        period="periode",
        part=nw.col("maat") == "advies_bijgesteld",
        low="laag",
        high="hoog",
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat                   gebied code   laag hoog
        2025-2026 overgangen advies_bijgesteld      geheel GM0402 48   48
        2025-2026 overgangen advies_gemotiveerd     geheel GM0402 12   12
        2025-2026 overgangen advies_niet_bijgesteld geheel GM0402 0    0
        """,
    },
    expect=[("gemeente", "GM0402", "2025-2026", 80.0, 80.0)],
    uitleg="Van de 60 leerlingen met een hogere toets zijn er 48 bijgesteld: 80 %.",
)
