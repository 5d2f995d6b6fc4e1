"""Dicht bij huis naar het vso: eigen postcode."""

import narwhals as nw

from openlea.catalogue.caveats import (
    AFGESCHERMD,
    GEEN_BESTUUR,
    GEEN_NORM_NABIJHEID,
    GEEN_SCHOOL,
    POSTCODES_ONTBREKEN,
)
from openlea.catalogue.homes import of_known_homes
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import HOME_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Dicht bij huis naar het vso: eigen postcode",
    vraag=(
        "Welk deel van de leerlingen gaat in de eigen postcode naar het voortgezet speciaal "
        "onderwijs?"
    ),
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.PC4,
    niveaus=HOME_LEVELS,
    geen_niveau={
        PlaceKind.SCHOOL: GEEN_SCHOOL,
        PlaceKind.BESTUUR: GEEN_BESTUUR,
    },
    definitie=(
        "Leerlingen vso van wie de postcode (vier cijfers) gelijk is aan die van de vestiging, "
        "gedeeld door alle leerlingen vso die er wonen."
    ),
    let_op=(
        (
            "Een postcodegebied is geen wijk, en een school net over de grens telt als niet in "
            "het gebied."
        ),
        GEEN_NORM_NABIJHEID,
        POSTCODES_ONTBREKEN,
        AFGESCHERMD,
    ),
    bron_definitie=(
        "Thuisnabijheid: aandeel in eigen wijk of gemeente; DUO, leerlingen po naar postcode"
    ),
    decimalen=1,
    swv="VO",
    zin="gaat {waarde} van de leerlingen vso in de eigen postcode naar school",
)


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils who stay near beside those who don't, by the postcode of their home."""
    return share(
        of_known_homes(duo_leerlingen_po_postcode),
        place="postcode4",
        period="peildatum",
        whole=nw.col("soort") == "vso",
        part=nw.col("postcode4") == nw.col("postcode4_school"),
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po_postcode": """
        peildatum   vestiging soort gemeente postcode4_school postcode4 gemeente_leerling aantal
        2024-10-01  00AA00    vso   GM0402   1211             1211      GM0402            60
        2024-10-01  00AB00    vso   GM0402   1215             1211      GM0402            30
        2024-10-01  00AC00    vso   GM1942   1401             1211      GM0402            10
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2024-10-01", 60.0, 60.0),
    ],
    places="""
    code  boven_soort boven_code
    1211  gemeente    GM0402
    """,
    uitleg="60 van de 100 leerlingen gaan naar een vestiging in postcode 1211: 60 %.",
)
