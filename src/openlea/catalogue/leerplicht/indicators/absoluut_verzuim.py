"""Absoluut verzuim: leerplichtig and not enrolled, without an exemption."""

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU, GETELD, OPEN_JAAR, counted
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Absoluut verzuim",
    vraag="Hoeveel leerplichtigen staan op geen school ingeschreven?",
    eenheid="leerlingen",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Leerplichtigen en kwalificatieplichtigen die in het schooljaar op geen school "
        "stonden en geen vrijstelling hadden."
    ),
    let_op=(
        "Een verhuizing of een school in het buitenland kan onterecht meetellen.",
        GETELD,
        OPEN_JAAR,
    ),
    bron_definitie="Leerplichtwet 1969 artikel 19; leerplichttelling",
    decimalen=0,
    zin="staan {waarde} leerplichtigen op geen school ingeschreven",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many were not enrolled."""
    wanted = counted(registratie_tellingen, "absoluut")
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat gebied code laag hoog
        2025-2026 leerplicht absoluut geheel GM0402 9 9
        2025-2026 leerplicht thuiszitters geheel GM0402 30 30
        2025-2026 leerplicht thuiszitters klasse absoluut 9 9
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 9.0, 9.0),
    ],
    uitleg="Alleen het geheel telt: 9 leerlingen.",
)
