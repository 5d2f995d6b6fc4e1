"""Which part of the pupils in secondary school stays down, moves down or moves up."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_VESTIGING, NAAR_VESTIGING
from openlea.catalogue.measures import Table
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind


def stroom_card(titel: str, richting: Richting, wie: str, wat: str) -> Indicator:
    """Return a card; `wie` and `wat` are two halves of what one pupil does: blijft … zitten."""
    doen = f"{wie} {wat}".strip()
    return Indicator(
        titel=titel,
        vraag=f"Welk deel van de leerlingen in het voortgezet onderwijs {doen}?",
        eenheid="%",
        soort=Soort.EFFECT,
        richting=richting,
        maat=Maat.AANDEEL,
        grein=PlaceKind.SCHOOL,
        niveaus=SCHOOL_LEVELS,
        geen_niveau={PlaceKind.PC4: ALLEEN_VESTIGING},
        definitie=(
            "Een leerling telt mee als die van het ene schooljaar op het volgende "
            f"{wat} {wie}. Het cijfer is hun aandeel in alle leerlingen van de vestiging. Een "
            "leerling kan in meer dan één groep vallen."
        ),
        let_op=(
            NAAR_VESTIGING,
            "Een gemeente zonder school voor voortgezet onderwijs heeft geen cijfer.",
            (
                "Brede scholengroepen hebben meer op- en afstroom dan scholen met één niveau: "
                "vergelijk alleen soortgelijke scholen."
            ),
            AFGESCHERMD,
        ),
        bron_definitie="DUO, Zittenblijvers, op- en afstromers vo per vestiging",
        decimalen=1,
        swv="VO",
        zin=f"{wie} {{waarde}} van de leerlingen in het vo {wat}",
    )


def moving(pupils: Table, column: str) -> Table:
    """Return the pupils counted in a column beside the others of the vestiging."""
    split = pupils.select(
        code="vestiging",
        periode="schooljaar",
        deel_laag=nw.col(f"{column}_laag"),
        deel_hoog=nw.col(f"{column}_hoog"),
        rest_laag=nw.col("leerlingen_laag") - nw.col(f"{column}_hoog"),
        rest_hoog=nw.col("leerlingen_hoog") - nw.col(f"{column}_laag"),
        geheel_laag=nw.col("leerlingen_laag"),
        geheel_hoog=nw.col("leerlingen_hoog"),
        rijen=nw.lit(1),
    )
    return split.filter(nw.col("rest_laag") >= 0)


def stroom_example(laag: float, hoog: float, uitleg: str) -> Example:
    """Return the worked example: two schools with three hundred pupils."""
    return Example(
        given={
            "duo_zittenblijvers_vo": """
        schooljaar vestiging leerlingen zittenblijvers afstromers opstromers
        2023/24    00AA00    200        12             <5         30
        2023/24    00AB00    100        <5             10         6
        """
        },
        expect=[("gemeente", "GM0001", "2023/24", laag, hoog)],
        places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    """,
        uitleg=uitleg,
    )
