"""Young people without startkwalificatie who are being helped."""

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU, GETELD, OPEN_JAAR, counted
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Jongeren zonder startkwalificatie in traject",
    vraag="Hoeveel jongeren zonder startkwalificatie krijgen begeleiding?",
    eenheid="jongeren",
    soort=Soort.EFFECT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Jongeren onder 27 jaar zonder startkwalificatie die begeleiding krijgen van het "
        "Doorstroompunt."
    ),
    let_op=(
        "Tot 2026 was de grens 23 jaar. Vergelijk jaren voor en na 1 januari 2026 niet.",
        "Dit is een steungroep, geen vsv-statistiek.",
        GETELD,
        OPEN_JAAR,
    ),
    bron_definitie="WEB artikel 9.2.1 en artikel 9.2.5",
    decimalen=0,
    zin="krijgen {waarde} jongeren zonder startkwalificatie begeleiding",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many are helped."""
    wanted = counted(registratie_tellingen, "jongeren_in_traject")
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat gebied code laag hoog
        2025-2026 leerplicht jongeren_in_traject geheel GM0402 64 64
        2025-2026 leerplicht jongeren_geen_traject geheel GM0402 20 20
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 64.0, 64.0),
    ],
    uitleg="64 jongeren in traject; wie geen traject heeft, telt niet mee.",
)
