"""Slagingspercentage vo."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_VESTIGING, NAAR_VESTIGING
from openlea.catalogue.measures import Table
from openlea.core.indicator import SCHOOL_LEVELS, Breuk, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Slagingspercentage vo",
    vraag="Welk deel van de examenkandidaten slaagt voor het eindexamen?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_VESTIGING,
    },
    definitie=(
        "Geslaagden gedeeld door examenkandidaten, alle opleidingen van de vestiging samen, per "
        "schooljaar."
    ),
    let_op=(
        (
            "Vergelijk niet tussen vestigingen met andere niveaus: het slagingspercentage "
            "verschilt per niveau."
        ),
        "In schooljaar 2020/21 en 2021/22 golden door corona andere regels.",
        NAAR_VESTIGING,
        AFGESCHERMD,
    ),
    bron_definitie="DUO, Examenkandidaten en geslaagden vo",
    decimalen=1,
    swv="VO",
    zin="slaagde {waarde} van de examenkandidaten",
    breuken=(
        Breuk(
            vanaf="2022/23",
            waarom="In 2020/21 en 2021/22 golden door corona ruimere regels om te slagen.",
        ),
    ),
)


def compute(duo_examens_vo: Table) -> Table:
    """Return who passed beside who didn't; nobody can pass without being a candidate."""
    known = nw.min_horizontal("geslaagden_hoog", "kandidaten_hoog")
    split = duo_examens_vo.select(
        code="vestiging",
        periode="schooljaar",
        deel_laag=nw.col("geslaagden_laag"),
        deel_hoog=known,
        rest_laag=nw.max_horizontal(nw.col("kandidaten_laag") - known, nw.lit(0)),
        rest_hoog=nw.col("kandidaten_hoog") - nw.col("geslaagden_laag"),
        geheel_laag="kandidaten_laag",
        geheel_hoog="kandidaten_hoog",
        rijen=nw.lit(1),
    )
    return split.filter(nw.col("rest_hoog") >= 0)


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
        ("gemeente", "GM0001", "2024/25", 77.0, 80.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
    uitleg=("36 + 40 geslaagden en 1 tot en met 4 erbij, op 100 kandidaten: 77 tot 80 %."),
)
