"""Leerlingen per vestiging basisonderwijs."""

import narwhals as nw

from openlea.catalogue.caveats import ALLEEN_SCHOOL, DUO_LEEFTIJD
from openlea.catalogue.measures import Table, ratio
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen per vestiging basisonderwijs",
    vraag="Hoe groot is een vestiging met basisonderwijs gemiddeld?",
    eenheid="leerlingen per vestiging",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.VERHOUDING,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
    },
    definitie=(
        "Leerlingen in het basisonderwijs (bo) op 1 oktober, gedeeld door het aantal "
        "vestigingen met bo."
    ),
    let_op=(
        "Zegt niets over de grootte van klassen.",
        (
            "Dit is niet de gemiddelde schoolgrootte van artikel 143 WPO: die telt per bestuur "
            "en per school."
        ),
    ),
    bron_definitie=DUO_LEEFTIJD,
    personen=False,
    swv="PO",
    zin="telt een vestiging gemiddeld {waarde} leerlingen",
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return pupils and vestigingen with bo."""
    per_school = (
        duo_leerlingen_po.filter(nw.col("soort") == "bo")
        .group_by("vestiging", "peildatum")
        .agg(nw.col("aantal_laag").sum(), nw.col("aantal_hoog").sum())
        .with_columns(een=nw.lit(1))
    )
    return ratio(
        per_school,
        place="vestiging",
        period="peildatum",
        top=("aantal_laag", "aantal_hoog"),
        bottom=("een", "een"),
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po": """
        peildatum   vestiging soort leeftijd aantal
        2024-10-01  00AA00    bo    4        98
        2024-10-01  00AA00    bo    5        <5
        2024-10-01  00AB00    bo    4        200
        2024-10-01  00AC00    bo    4        60
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024-10-01", 119.67, 120.67),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    """,
    uitleg="359 tot en met 362 leerlingen op 3 vestigingen: 119,67 tot 120,67.",
)
