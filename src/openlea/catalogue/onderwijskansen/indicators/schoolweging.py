"""Schoolweging."""

import narwhals as nw

from openlea.catalogue.caveats import CODE_IS_AANNAME, SCHOOLWEGING_PER_SCHOOL
from openlea.catalogue.measures import Table, mean
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.schoolweging import HERIJKT

INDICATOR = Indicator(
    titel="Schoolweging",
    vraag="Hoe complex is de leerlingenpopulatie van de scholen?",
    eenheid="punten",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.GEMIDDELDE,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: SCHOOLWEGING_PER_SCHOOL,
    },
    definitie=(
        "Gemiddelde van de schoolwegingen van de vestigingen; elke vestiging telt even zwaar. "
        "De schoolweging loopt van 20 (minst complex) tot 40 (meest complex)."
    ),
    let_op=(
        (
            "De schoolweging is niet de achterstandsscore en niet de doelgroep van de gemeente: "
            "vergelijk ze niet."
        ),
        ("Ongewogen gemiddelde: een kleine school telt even zwaar als een grote."),
        "Voor 125 scholen is er geen schoolweging.",
        CODE_IS_AANNAME,
        "Trendbreuk in schooljaar 2023/24: het model is herijkt.",
    ),
    bron_definitie="Inspectie van het Onderwijs, Schoolweging (berekend door het CBS)",
    decimalen=1,
    personen=False,
    swv="PO",
    zin="is de gemiddelde schoolweging {waarde}",
    breuken=(HERIJKT,),
)
YEAR = len("2023/24")  # the mean of three years has a longer name, and is no school year


def compute(inspectie_schoolweging: Table) -> Table:
    """Return the number of every school in every single school year."""
    return mean(
        inspectie_schoolweging,
        place="vestiging",
        period="schooljaar",
        value=nw.col("weging"),
        where=nw.col("schooljaar").str.len_chars() == YEAR,
    )


EXAMPLE = Example(
    given={
        "inspectie_schoolweging": """
        schooljaar vestiging weging spreiding
        2023/24    00AA00    28.4   6.0
        2023/24    00AB00    31.6   8.0
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2023/24", 30.0, 30.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
    uitleg="(28,4 + 31,6) : 2 = 30,0.",
)
