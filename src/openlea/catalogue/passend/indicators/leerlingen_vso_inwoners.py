"""Inwoners in het vso."""

import narwhals as nw

from openlea.catalogue.caveats import (
    AFGESCHERMD,
    DUO_POSTCODE,
    GEEN_BESTUUR,
    GEEN_SCHOOL,
    NAAR_WOONPLAATS,
    POSTCODES_ONTBREKEN,
)
from openlea.catalogue.homes import of_known_homes
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import HOME_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Inwoners in het vso",
    vraag="Hoeveel leerlingen die hier wonen, gaan naar het vso?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.PC4,
    niveaus=HOME_LEVELS,
    geen_niveau={
        PlaceKind.SCHOOL: GEEN_SCHOOL,
        PlaceKind.BESTUUR: GEEN_BESTUUR,
    },
    definitie="Leerlingen vso op 1 oktober, naar de postcode van de leerling.",
    let_op=(
        NAAR_WOONPLAATS,
        POSTCODES_ONTBREKEN,
        AFGESCHERMD,
    ),
    bron_definitie=DUO_POSTCODE,
    swv="VO",
    zin="gaan {waarde} leerlingen naar het vso",
)


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils in vso by the postcode of their home."""
    return count(
        of_known_homes(duo_leerlingen_po_postcode),
        place="postcode4",
        period="peildatum",
        where=nw.col("soort") == "vso",
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po_postcode": """
        peildatum   vestiging soort gemeente postcode4 gemeente_leerling aantal
        2024-10-01  00AA00    bo    GM0402   1211      GM0402            90
        2024-10-01  00AB00    sbo   GM0402   1211      GM0402            <5
        2024-10-01  00AC00    so    GM1942   1211      GM0402            6
        2024-10-01  00AC00    vso   GM1942   1211      GM0402            9
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2024-10-01", 9.0, 9.0),
    ],
    places="""
    code  boven_soort boven_code
    1211  gemeente    GM0402
    """,
    uitleg="Alleen de rij met vso telt: 9 leerlingen.",
)
