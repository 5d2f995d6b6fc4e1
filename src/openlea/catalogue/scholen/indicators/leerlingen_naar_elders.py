"""Leerlingen naar andere gemeenten."""

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
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen naar andere gemeenten",
    vraag=("Welk deel van de kinderen die hier wonen, gaat in een andere gemeente naar school?"),
    eenheid="%",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANDEEL,
    grein=PlaceKind.PC4,
    niveaus=(PlaceKind.PC4, PlaceKind.GEMEENTE),
    geen_niveau={
        PlaceKind.SCHOOL: GEEN_SCHOOL,
        PlaceKind.BESTUUR: GEEN_BESTUUR,
        PlaceKind.SWV: "Boven de gemeente is 'elders' niet meer te onderscheiden.",
        PlaceKind.RMC: "Boven de gemeente is 'elders' niet meer te onderscheiden.",
        PlaceKind.PROVINCIE: "Boven de gemeente is 'elders' niet meer te onderscheiden.",
        PlaceKind.LAND: "Boven de gemeente is 'elders' niet meer te onderscheiden.",
    },
    definitie=(
        "Leerlingen in bo, sbo, so en vso die naar een vestiging in een andere gemeente gaan, "
        "gedeeld door alle leerlingen die er wonen, op 1 oktober."
    ),
    let_op=(
        NAAR_WOONPLAATS,
        POSTCODES_ONTBREKEN,
        AFGESCHERMD,
    ),
    bron_definitie=DUO_POSTCODE,
    decimalen=1,
    zin="gaat {waarde} van de kinderen in een andere gemeente naar school",
)


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils who go elsewhere beside those who stay, by the postcode of their home."""
    return share(
        of_known_homes(duo_leerlingen_po_postcode),
        place="postcode4",
        period="peildatum",
        part=nw.col("gemeente") != nw.col("gemeente_leerling"),
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po_postcode": """
        peildatum   vestiging soort gemeente postcode4 gemeente_leerling aantal
        2024-10-01  00AA00    bo    GM0402   1211      GM0402            80
        2024-10-01  00AA00    bo    GM0402   1401      GM1942            20
        2024-10-01  00AB00    bo    GM1942   1211      GM0402            <5
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2024-10-01", 1.23, 4.76),
    ],
    places="""
    code  boven_soort boven_code
    1211  gemeente    GM0402
    """,
    uitleg=(
        "1 tot en met 4 van de 81 tot en met 84 kinderen uit 1211: 1 : 81 = 1,23 % tot 4 : 84 = "
        "4,76 %."
    ),
)
