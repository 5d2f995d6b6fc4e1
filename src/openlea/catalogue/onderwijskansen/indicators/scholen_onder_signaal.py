"""Scholen onder de signaleringswaarde."""

import narwhals as nw

from openlea.catalogue.caveats import CODE_IS_AANNAME, SCHOOLWEGING_PER_SCHOOL
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Scholen onder de signaleringswaarde",
    vraag=("Welk deel van de beoordeelde basisscholen ligt onder de signaleringswaarde?"),
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: SCHOOLWEGING_PER_SCHOOL,
    },
    definitie=(
        "Vestigingen met het oordeel 'Onder de signaleringswaarde' over drie schooljaren, "
        "gedeeld door vestigingen met een oordeel onder of boven de signaleringswaarde."
    ),
    let_op=(
        (
            "Scholen met te weinig gegevens en kleine scholen (beoordeling over 5 jaar) tellen "
            "niet mee."
        ),
        ("Onder de signaleringswaarde is een signaal voor onderzoek, geen oordeel 'onvoldoende'."),
        CODE_IS_AANNAME,
    ),
    bron_definitie="Inspectie van het Onderwijs, Leerresultaten basisonderwijs",
    decimalen=1,
    personen=False,
    swv="PO",
    zin=("ligt {waarde} van de beoordeelde basisscholen onder de signaleringswaarde"),
)


def compute(inspectie_leerresultaten: Table) -> Table:
    """Return schools under the value beside those above it."""
    judged = inspectie_leerresultaten.with_columns(een=nw.lit(1))
    under = nw.col("oordeel") == "Onder de signaleringswaarde"
    above = nw.col("oordeel") == "Boven de signaleringswaarde"
    return share(
        judged,
        place="vestiging",
        period="schooljaar",
        whole=under | above,
        part=under,
        low="een",
        high="een",
    )


EXAMPLE = Example(
    given={
        "inspectie_leerresultaten": """
        schooljaar vestiging oordeel
        2024/25    00AA00    Onder~de~signaleringswaarde
        2024/25    00AB00    Boven~de~signaleringswaarde
        2024/25    00AC00    Te~weinig~gegevens
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024/25", 50.0, 50.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    """,
    uitleg=("1 van de 2 beoordeelde vestigingen: 50 %. De derde heeft te weinig gegevens."),
)
