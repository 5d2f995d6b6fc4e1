"""Kleine vestigingen basisonderwijs."""

import narwhals as nw

from openlea.catalogue.caveats import ALLEEN_SCHOOL, DUO_LEEFTIJD
from openlea.catalogue.measures import Table
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Kleine vestigingen basisonderwijs",
    vraag="Welk deel van de vestigingen heeft minder dan 100 leerlingen?",
    eenheid="%",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANDEEL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
    },
    definitie=(
        "Vestigingen met minder dan 100 leerlingen in het basisonderwijs (bo) op 1 oktober, "
        "gedeeld door alle vestigingen met bo."
    ),
    let_op=(
        (
            "De grens van 100 is een afspraak van Open LEA, geen norm uit de wet. De "
            "opheffingsnorm verschilt per gemeente."
        ),
        (
            "Weet je door afscherming niet zeker of een vestiging onder de 100 ligt, dan telt "
            "ze in de ondergrens niet mee en in de bovengrens wel."
        ),
    ),
    bron_definitie=DUO_LEEFTIJD,
    decimalen=1,
    personen=False,
    swv="PO",
    zin="heeft {waarde} van de vestigingen minder dan 100 leerlingen",
)
SMALL = 100


def compute(duo_leerlingen_po: Table) -> Table:
    """Return whether a vestiging is small: surely, perhaps or surely not."""
    per_school = (
        duo_leerlingen_po.filter(nw.col("soort") == "bo")
        .group_by("vestiging", "peildatum")
        .agg(nw.col("aantal_laag").sum(), nw.col("aantal_hoog").sum())
    )
    surely, perhaps = nw.col("aantal_hoog") < SMALL, nw.col("aantal_laag") < SMALL
    return per_school.filter(nw.col("aantal_hoog") > 0).select(
        code="vestiging",
        periode="peildatum",
        deel_laag=nw.when(surely).then(1).otherwise(0),
        deel_hoog=nw.when(perhaps).then(1).otherwise(0),
        rest_laag=nw.when(perhaps).then(0).otherwise(1),
        rest_hoog=nw.when(surely).then(0).otherwise(1),
        geheel_laag=nw.lit(1),
        geheel_hoog=nw.lit(1),
        rijen=nw.lit(1),
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
        ("gemeente", "GM0001", "2024-10-01", 33.33, 66.67),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    """,
    uitleg=(
        "00AC00 is zeker klein (60), 00AB00 zeker niet (200), 00AA00 misschien (99 tot en met "
        "102): 1 of 2 van de 3."
    ),
)
