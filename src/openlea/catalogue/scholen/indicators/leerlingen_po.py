"""Leerlingen primair onderwijs."""

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, DUO_LEEFTIJD, NAAR_SCHOOL
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen primair onderwijs",
    vraag="Hoeveel leerlingen telt het primair onderwijs?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
    },
    definitie=(
        "Alle ingeschreven leerlingen op 1 oktober in bo, sbo, so en vso samen, op scholen in "
        "het gebied."
    ),
    let_op=(
        NAAR_SCHOOL,
        AFGESCHERMD,
        (
            "Een samenwerkingsverband telt hier met de scholen voor primair onderwijs in zijn "
            "gebied (postcode van de vestiging)."
        ),
    ),
    bron_definitie=DUO_LEEFTIJD,
    swv="PO",
    zin="telt het primair onderwijs {waarde} leerlingen",
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils of every school."""
    return count(duo_leerlingen_po, place="vestiging", period="peildatum")


EXAMPLE = Example(
    given={
        "duo_leerlingen_po": """
        peildatum   vestiging soort leeftijd aantal
        2024-10-01  00AA00    bo    4        20
        2024-10-01  00AA00    bo    5        <5
        2024-10-01  00AB00    sbo   9        8
        2024-10-01  00AC00    so    9        6
        2024-10-01  00AC00    vso   13       12
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024-10-01", 47.0, 50.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    """,
    uitleg=(
        "20 + 8 + 6 + 12 leerlingen zijn bekend, en één groep van 1 tot en met 4: samen 47 tot "
        "en met 50."
    ),
)
