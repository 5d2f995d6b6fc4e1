"""Gemiddeld eindcijfer vo."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_VESTIGING
from openlea.catalogue.measures import Table, mean
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Gemiddeld eindcijfer vo",
    vraag="Welk cijfer staat gemiddeld op de cijferlijst van examenkandidaten?",
    eenheid="cijfer",
    soort=Soort.EFFECT,
    richting=Richting.HOGER,
    maat=Maat.GEMIDDELDE,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_VESTIGING,
    },
    definitie=(
        "Gemiddeld cijfer van de cijferlijst per opleiding, gewogen met het aantal kandidaten."
    ),
    let_op=(
        "Vergelijk niet tussen vestigingen met andere niveaus.",
        ("Waar het aantal kandidaten is afgeschermd, gebruikt Open LEA het cijfer niet."),
        AFGESCHERMD,
    ),
    bron_definitie="DUO, Geslaagden, gezakten en gemiddelde examencijfers vo",
    decimalen=1,
    swv="VO",
    zin="staat gemiddeld een {waarde} op de cijferlijst",
)


def compute(duo_examencijfers_vo: Table) -> Table:
    """Return the mean mark of every course, with how many candidates it had."""
    return mean(
        duo_examencijfers_vo,
        place="vestiging",
        period="schooljaar",
        value=nw.col("cijfer_lijst"),
        low="kandidaten_laag",
        high="kandidaten_hoog",
    )


EXAMPLE = Example(
    given={
        "duo_examencijfers_vo": """
        schooljaar vestiging kandidaten cijfer_lijst
        2023/24    00AA00    30         6.4
        2023/24    00AB00    10         6.8
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2023/24", 6.5, 6.5),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
    uitleg="(30 × 6,4 + 10 × 6,8) : 40 = 6,5.",
)
