"""Leerlingen in protestants-christelijk onderwijs."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, DUO_LEEFTIJD, NAAR_SCHOOL
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen in protestants-christelijk onderwijs",
    vraag=("Welk deel van de basisschoolleerlingen gaat naar protestants-christelijk onderwijs?"),
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
        "Leerlingen in het basisonderwijs (bo) op vestigingen met denominatie 'Protestants- "
        "Christelijk', gedeeld door alle leerlingen in het bo, op 1 oktober."
    ),
    let_op=(
        NAAR_SCHOOL,
        (
            "De denominatie is die van de vestiging zoals DUO haar registreert; "
            "samenwerkingsscholen en combinaties hebben een eigen denominatie en tellen hier "
            "niet mee."
        ),
        AFGESCHERMD,
    ),
    bron_definitie=DUO_LEEFTIJD,
    decimalen=1,
    swv="PO",
    zin=("gaat {waarde} van de basisschoolleerlingen naar protestants-christelijk onderwijs"),
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils at schools of this denomination beside the others."""
    return share(
        duo_leerlingen_po,
        place="vestiging",
        period="peildatum",
        whole=nw.col("soort") == "bo",
        part=nw.col("denominatie") == "Protestants-Christelijk",
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po": """
        peildatum   vestiging soort denominatie             leeftijd aantal
        2024-10-01  00AA00    bo    Openbaar                8        40
        2024-10-01  00AB00    bo    Rooms-Katholiek         8        30
        2024-10-01  00AC00    bo    Protestants-Christelijk 8        20
        2024-10-01  00AD00    bo    Algemeen~bijzonder      8        6
        2024-10-01  00AE00    bo    Islamitisch             8        <5
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024-10-01", 20.0, 20.62),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    00AD00  gemeente    GM0001
    00AE00  gemeente    GM0001
    """,
    uitleg="20 van de 97 tot en met 100 leerlingen: 20,00 tot 20,62 %.",
)
