"""Deelname so (cluster 3 en 4), naar school."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Deelname so (cluster 3 en 4), naar school",
    vraag=("Welk deel van de leerlingen op scholen in het gebied zit in het speciaal onderwijs?"),
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
        "Leerlingen so van cluster 3 en 4, gedeeld door leerlingen bo en so (cluster 3 en 4) "
        "samen, op 1 oktober, naar de plaats van de school."
    ),
    let_op=(
        (
            "Cluster 1 en 2 tellen niet mee: daarvoor geeft het samenwerkingsverband geen "
            "toelaatbaarheidsverklaring."
        ),
        ("De noemer verschilt van die van deelname sbo: tel de percentages niet bij elkaar op."),
        (
            "Telt naar de plaats van de school, niet naar het samenwerkingsverband dat de "
            "verklaring gaf. Het cijfer van het dashboard passend onderwijs kan daardoor anders "
            "zijn."
        ),
        AFGESCHERMD,
    ),
    bron_definitie=(
        "Dashboard passend onderwijs, deelname so: so / (bo + so), hier naar vestiging"
    ),
    decimalen=2,
    swv="PO",
    zin="zit {waarde} van de leerlingen op scholen voor bo en so in het so",
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return pupils in so of cluster 3 and 4 beside those in bo."""
    in_so = (nw.col("soort") == "so") & nw.col("cluster").is_in(["3", "4"])
    return share(
        duo_leerlingen_po,
        place="vestiging",
        period="peildatum",
        whole=(nw.col("soort") == "bo") | in_so,
        part=in_so,
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
        ("gemeente", "GM0001", "2024-10-01", 6.25, 6.25),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    """,
    uitleg="6 van de 96 leerlingen in bo en so: 6,25 %.",
)
