"""Relatief verzuim that schools reported: 16 uur, luxe and overig."""

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU, GETELD, OPEN_JAAR, counted
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Gemeld verzuim",
    vraag="Hoeveel meldingen van ongeoorloofd verzuim zijn er?",
    eenheid="meldingen",
    soort=Soort.EFFECT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Meldingen van verzuim van 16 uur of meer in vier lesweken, luxeverzuim en overig "
        "verzuim. Langdurig verzuim staat apart."
    ),
    let_op=(
        "Een leerling kan vaker gemeld zijn: dit zijn meldingen, geen leerlingen.",
        "Meer meldingen kan ook betekenen dat scholen beter melden.",
        GETELD,
        OPEN_JAAR,
    ),
    bron_definitie="Leerplichtwet 1969 artikel 21a; verzuimloket van DUO",
    decimalen=0,
    zin="zijn er {waarde} meldingen van verzuim",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return how many reports there are."""
    wanted = counted(registratie_tellingen, "meldingen")
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat gebied code laag hoog
        2025-2026 leerplicht meldingen geheel GM0402 120 120
        2025-2026 leerplicht relatief_16uur geheel GM0402 80 80
        2025-2026 leerplicht meldingen school 00AA00 12 12
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 120.0, 120.0),
    ],
    uitleg="Alleen het geheel telt: 120 meldingen. Die van een school zitten daarin.",
)
