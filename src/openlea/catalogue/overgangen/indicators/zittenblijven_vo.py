"""Zittenblijven vo."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_VESTIGING, NAAR_VESTIGING
from openlea.catalogue.measures import Table
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Zittenblijven vo",
    vraag="Welk deel van de leerlingen in het voortgezet onderwijs bleef zitten?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_VESTIGING,
    },
    definitie=(
        "Leerlingen die van schooljaar 2023/24 op 2024/25 bleven zitten, gedeeld door alle "
        "leerlingen van de vestiging. Een leerling kan in meer dan één groep vallen."
    ),
    let_op=(
        NAAR_VESTIGING,
        ("Een gemeente zonder school voor voortgezet onderwijs heeft geen cijfer."),
        (
            "Brede scholengroepen hebben meer op- en afstroom dan scholen met één niveau: "
            "vergelijk alleen soortgelijke scholen."
        ),
        AFGESCHERMD,
    ),
    bron_definitie="DUO, Zittenblijvers, op- en afstromers vo per vestiging",
    decimalen=1,
    swv="VO",
    zin="bleef {waarde} van de leerlingen in het vo zitten",
)


def compute(duo_zittenblijvers_vo: Table) -> Table:
    """Return these pupils beside the others of the vestiging."""
    part, every = "zittenblijvers", "leerlingen"
    split = duo_zittenblijvers_vo.select(
        code="vestiging",
        periode="schooljaar",
        deel_laag=nw.col(f"{part}_laag"),
        deel_hoog=nw.col(f"{part}_hoog"),
        rest_laag=nw.col(f"{every}_laag") - nw.col(f"{part}_hoog"),
        rest_hoog=nw.col(f"{every}_hoog") - nw.col(f"{part}_laag"),
        geheel_laag=nw.col(f"{every}_laag"),
        geheel_hoog=nw.col(f"{every}_hoog"),
        rijen=nw.lit(1),
    )
    return split.filter(nw.col("rest_laag") >= 0)


EXAMPLE = Example(
    given={
        "duo_zittenblijvers_vo": """
        schooljaar vestiging leerlingen zittenblijvers afstromers opstromers
        2023/24    00AA00    200        12             <5         30
        2023/24    00AB00    100        <5             10         6
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2023/24", 4.33, 5.33),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
    uitleg="13 tot en met 16 zittenblijvers op 300 leerlingen: 4,33 tot 5,33 %.",
)
