"""Vestigingen basisonderwijs."""

import narwhals as nw

from openlea.catalogue.caveats import ALLEEN_SCHOOL, DUO_LEEFTIJD
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Vestigingen basisonderwijs",
    vraag="Hoeveel vestigingen met basisonderwijs zijn er?",
    eenheid="vestigingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
    },
    definitie="Vestigingen met leerlingen in het basisonderwijs (bo) op 1 oktober.",
    let_op=(
        (
            "Een vestiging is niet hetzelfde als een school (BRIN): een school kan meer "
            "vestigingen hebben."
        ),
        "Twee scholen in één gebouw zijn twee vestigingen.",
    ),
    bron_definitie=DUO_LEEFTIJD,
    personen=False,
    swv="PO",
    zin="zijn er {waarde} vestigingen met basisonderwijs",
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return one for every vestiging with pupils in bo."""
    has_bo = (nw.col("soort") == "bo") & (nw.col("aantal_hoog") > 0)
    per_school = duo_leerlingen_po.group_by("vestiging", "peildatum").agg(
        bo=nw.when(has_bo).then(1).otherwise(0).max()
    )
    return count(per_school, place="vestiging", period="peildatum", low="bo", high="bo")


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
        ("gemeente", "GM0001", "2024-10-01", 1.0, 1.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
    uitleg="Alleen 00AA00 heeft leerlingen in het bo; 00AB00 heeft alleen sbo.",
)
