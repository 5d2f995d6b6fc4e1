"""Basisschoolleerlingen van 12 jaar en ouder."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, DUO_LEEFTIJD, NAAR_SCHOOL
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Basisschoolleerlingen van 12 jaar en ouder",
    vraag="Welk deel van de basisschoolleerlingen is 12 jaar of ouder?",
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
        "Leerlingen van 12 jaar en ouder op 1 oktober, gedeeld door alle leerlingen in het "
        "basisonderwijs (bo)."
    ),
    let_op=(
        (
            "Een hoog aandeel kan komen door zittenblijven, maar ook door nieuwkomers of de "
            "geboortemaand. Het is geen maat voor kwaliteit."
        ),
        NAAR_SCHOOL,
        AFGESCHERMD,
    ),
    bron_definitie=DUO_LEEFTIJD,
    decimalen=1,
    swv="PO",
    zin="is {waarde} van de basisschoolleerlingen 12 jaar of ouder",
)
TWELVE = 12


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the share of pupils of twelve and over of every primary school."""
    return share(
        duo_leerlingen_po,
        place="vestiging",
        period="peildatum",
        whole=nw.col("soort") == "bo",
        part=nw.col("leeftijd") >= TWELVE,
    )


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
        ("gemeente", "GM0001", "2024-10-01", 1.03, 4.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
    uitleg=(
        "1 tot en met 4 van de 97 tot en met 100 leerlingen: 1 : 97 = 1,03 % tot 4 : 100 = 4,00 %."
    ),
)
