"""Vierjarigen in het basisonderwijs."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, DUO_LEEFTIJD, NAAR_SCHOOL
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Vierjarigen in het basisonderwijs",
    vraag="Hoeveel kinderen van vier jaar zitten op de basisschool?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
    },
    definitie="Leerlingen van 4 jaar in het basisonderwijs (bo) op 1 oktober.",
    let_op=(
        NAAR_SCHOOL,
        "Kinderen die na 1 oktober vier worden, tellen hier nog niet mee.",
        AFGESCHERMD,
    ),
    bron_definitie=DUO_LEEFTIJD,
    swv="PO",
    zin="zitten {waarde} vierjarigen op de basisschool",
)
FOUR = 4


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils of four years old of every primary school."""
    four = (nw.col("soort") == "bo") & (nw.col("leeftijd") == FOUR)
    return count(duo_leerlingen_po, place="vestiging", period="peildatum", where=four)


EXAMPLE = Example(
    given={
        "duo_leerlingen_po": """
        peildatum   vestiging soort leeftijd aantal
        2024-10-01  00AA00    bo    4        20
        2024-10-01  00AA00    bo    11       76
        2024-10-01  00AA00    bo    12       <5
        2024-10-01  00AB00    sbo   12       8
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024-10-01", 20.0, 20.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
    uitleg="Alleen de 20 leerlingen van 4 jaar in het bo tellen.",
)
