"""Basisschoolleerlingen van 4 tot en met 7 jaar."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, DUO_LEEFTIJD, NAAR_SCHOOL
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Basisschoolleerlingen van 4 tot en met 7 jaar",
    vraag="Hoeveel basisschoolleerlingen zijn van 4 tot en met 7 jaar?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
    },
    definitie=("Leerlingen van 4 tot en met 7 jaar in het basisonderwijs (bo) op 1 oktober."),
    let_op=(
        NAAR_SCHOOL,
        (
            "Leeftijd is niet hetzelfde als leerjaar: onderbouw en bovenbouw kunnen anders "
            "verdeeld zijn."
        ),
        AFGESCHERMD,
    ),
    bron_definitie=DUO_LEEFTIJD,
    swv="PO",
    zin="zijn {waarde} basisschoolleerlingen van 4 tot en met 7 jaar",
)
EIGHT = 8


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils of these ages of every primary school."""
    of_age = (nw.col("soort") == "bo") & (nw.col("leeftijd") < EIGHT)
    return count(duo_leerlingen_po, place="vestiging", period="peildatum", where=of_age)


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
