"""Deelname vso, naar woonplaats."""

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
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import HOME_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Deelname vso, naar woonplaats",
    vraag=("Hoe groot is het voortgezet speciaal onderwijs onder de leerlingen die hier wonen?"),
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.GEEN,
    maat=Maat.AANDEEL,
    grein=PlaceKind.PC4,
    niveaus=HOME_LEVELS,
    geen_niveau={
        PlaceKind.SCHOOL: GEEN_SCHOOL,
        PlaceKind.BESTUUR: GEEN_BESTUUR,
    },
    definitie=(
        "Leerlingen vso gedeeld door alle leerlingen in bo, sbo, so en vso, op 1 oktober, naar "
        "de postcode van de leerling."
    ),
    let_op=(
        (
            "De noemer is niet het voortgezet onderwijs: daarvan is naar woonplaats geen "
            "openbaar bestand. Vergelijk dus niet met vso gedeeld door vo."
        ),
        NAAR_WOONPLAATS,
        POSTCODES_ONTBREKEN,
        AFGESCHERMD,
    ),
    bron_definitie=DUO_POSTCODE,
    decimalen=2,
    swv="VO",
    zin=(
        "zit {waarde} van de leerlingen van bo, sbo, so en vso in het voortgezet speciaal onderwijs"
    ),
)


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils beside the others, by the postcode of their home."""
    return share(
        of_known_homes(duo_leerlingen_po_postcode),
        place="postcode4",
        period="peildatum",
        part=nw.col("soort") == "vso",
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
        ("gemeente", "GM0402", "2024-10-01", 8.26, 8.49),
    ],
    places="""
    code  boven_soort boven_code
    1211  gemeente    GM0402
    """,
    uitleg=("9 van de 106 tot en met 109 leerlingen: 9 : 109 = 8,26 % tot 9 : 106 = 8,49 %."),
)
