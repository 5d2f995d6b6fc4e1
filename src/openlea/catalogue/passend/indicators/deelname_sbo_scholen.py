"""Deelname sbo, naar school."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Deelname sbo, naar school",
    vraag=(
        "Welk deel van de leerlingen op scholen in het gebied zit in het speciaal basisonderwijs?"
    ),
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.GEEN,
    maat=Maat.AANDEEL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
    },
    definitie=(
        "Leerlingen sbo gedeeld door leerlingen bo en sbo samen, op 1 oktober, naar de plaats "
        "van de school."
    ),
    let_op=(
        ("De noemer verschilt van die van deelname so: tel de percentages niet bij elkaar op."),
        (
            "Een sbo-school in de gemeente trekt ook leerlingen van elders: gebruik voor "
            "inwoners het cijfer naar woonplaats."
        ),
        AFGESCHERMD,
    ),
    bron_definitie="Dashboard passend onderwijs, deelname sbo: sbo / (bo + sbo)",
    decimalen=2,
    swv="PO",
    zin="zit {waarde} van de leerlingen op scholen voor bo en sbo in het sbo",
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return pupils in sbo beside those in bo."""
    return share(
        duo_leerlingen_po,
        place="vestiging",
        period="peildatum",
        whole=nw.col("soort").is_in(["bo", "sbo"]),
        part=nw.col("soort") == "sbo",
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po": """
        peildatum   vestiging soort cluster leeftijd aantal
        2024-10-01  00AA00    bo    nvt     9        90
        2024-10-01  00AB00    sbo   nvt     9        <5
        2024-10-01  00AC00    so    4       9        6
        2024-10-01  00AC00    vso   4       13       12
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024-10-01", 1.1, 4.26),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    """,
    uitleg=(
        "1 tot en met 4 van de 91 tot en met 94 leerlingen in bo en sbo: 1 : 91 = 1,10 % tot 4 "
        ": 94 = 4,26 %."
    ),
)
