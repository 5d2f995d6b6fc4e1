"""Deelname sbo, naar woonplaats."""

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
    titel="Deelname sbo, naar woonplaats",
    vraag=("Welk deel van de kinderen die hier wonen, gaat naar het speciaal basisonderwijs?"),
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
        "Leerlingen sbo gedeeld door leerlingen bo en sbo samen, op 1 oktober, naar de postcode "
        "van de leerling."
    ),
    let_op=(
        ("De noemer verschilt van die van deelname so: tel de percentages niet bij elkaar op."),
        NAAR_WOONPLAATS,
        POSTCODES_ONTBREKEN,
        AFGESCHERMD,
    ),
    bron_definitie=DUO_POSTCODE,
    decimalen=2,
    swv="PO",
    zin=("gaat {waarde} van de kinderen in bo en sbo naar het speciaal basisonderwijs"),
)


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils beside the others, by the postcode of their home."""
    return share(
        of_known_homes(duo_leerlingen_po_postcode),
        place="postcode4",
        period="peildatum",
        whole=nw.col("soort").is_in(["bo", "sbo"]),
        part=nw.col("soort") == "sbo",
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
        ("gemeente", "GM0402", "2024-10-01", 1.1, 4.26),
    ],
    places="""
    code  boven_soort boven_code
    1211  gemeente    GM0402
    """,
    uitleg="1 tot en met 4 van de 91 tot en met 94 leerlingen: 1,10 tot 4,26 %.",
)
