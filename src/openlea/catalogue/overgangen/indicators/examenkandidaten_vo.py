"""Examenkandidaten vo."""

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_VESTIGING, NAAR_VESTIGING
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Examenkandidaten vo",
    vraag="Hoeveel leerlingen deden eindexamen?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_VESTIGING,
    },
    definitie="Examenkandidaten in alle opleidingen van de vestiging in een schooljaar.",
    let_op=(
        NAAR_VESTIGING,
        AFGESCHERMD,
    ),
    bron_definitie="DUO, Examenkandidaten en geslaagden vo",
    swv="VO",
    zin="deden {waarde} leerlingen eindexamen",
)


def compute(duo_examens_vo: Table) -> Table:
    """Return the candidates of every school."""
    return count(
        duo_examens_vo,
        place="vestiging",
        period="schooljaar",
        low="kandidaten_laag",
        high="kandidaten_hoog",
    )


EXAMPLE = Example(
    given={
        "duo_examens_vo": """
        schooljaar vestiging onderwijstype kandidaten geslaagden
        2024/25    00AA00    HAVO          40         36
        2024/25    00AA00    VWO           20         <5
        2024/25    00AB00    VMBO          40         40
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024/25", 100.0, 100.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
    uitleg="40 + 20 + 40 = 100 kandidaten.",
)
