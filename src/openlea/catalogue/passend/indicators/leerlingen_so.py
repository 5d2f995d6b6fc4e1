"""Leerlingen speciaal onderwijs."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, DUO_LEEFTIJD, NAAR_SCHOOL
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen speciaal onderwijs",
    vraag="Hoeveel leerlingen gaan naar een school voor speciaal onderwijs?",
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
        "Ingeschreven leerlingen op 1 oktober in het speciaal onderwijs (so), op scholen in het "
        "gebied. Een school zonder so telt nul."
    ),
    let_op=(
        NAAR_SCHOOL,
        AFGESCHERMD,
    ),
    bron_definitie=DUO_LEEFTIJD,
    swv="PO",
    zin="gaan {waarde} leerlingen naar een school voor speciaal onderwijs",
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils in so of every school."""
    in_soort = nw.col("soort") == "so"
    return count(duo_leerlingen_po, place="vestiging", period="peildatum", where=in_soort)


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
        ("gemeente", "GM0001", "2024-10-01", 6.0, 6.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    """,
    uitleg="Alleen school 00AC00 heeft so: 6 leerlingen.",
)
