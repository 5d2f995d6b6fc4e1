"""Verder dan 6 km van het so."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, GEEN_BESTUUR, GEEN_SCHOOL, POSTCODES_ONTBREKEN
from openlea.catalogue.distances import with_distance
from openlea.catalogue.homes import of_known_homes
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import HOME_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Verder dan 6 km van het so",
    vraag=(
        "Welk deel van de leerlingen woont verder dan 6 kilometer van de school voor speciaal "
        "onderwijs?"
    ),
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.PC4,
    niveaus=HOME_LEVELS,
    geen_niveau={
        PlaceKind.SCHOOL: GEEN_SCHOOL,
        PlaceKind.BESTUUR: GEEN_BESTUUR,
    },
    definitie=(
        "Leerlingen so van wie de postcode hemelsbreed meer dan 6 kilometer van die van de "
        "vestiging ligt (van midden tot midden), gedeeld door alle leerlingen so die er wonen."
    ),
    let_op=(
        (
            "Dit is niet het recht op leerlingenvervoer: de verordening rekent met de kortste "
            "veilige weg en met meer voorwaarden."
        ),
        (
            "Hemelsbreed van midden tot midden van postcodegebieden: rond de 6 kilometer is het "
            "onzeker."
        ),
        POSTCODES_ONTBREKEN,
        AFGESCHERMD,
    ),
    bron_definitie=(
        "Thuisnabijheid: aandeel binnen een afstand; 6 km is de grens in veel verordeningen "
        "leerlingenvervoer"
    ),
    decimalen=1,
    swv="PO",
    zin="woont {waarde} van de leerlingen so verder dan 6 kilometer van school",
)
FAR = 6


def compute(duo_leerlingen_po_postcode: Table, geo_postcodes: Table) -> Table:
    """Return the pupils who live far beside the others, where the distance is known."""
    return share(
        with_distance(of_known_homes(duo_leerlingen_po_postcode), geo_postcodes),
        place="postcode4",
        period="peildatum",
        whole=(nw.col("soort") == "so") & ~nw.col("afstand").is_null(),
        part=nw.col("afstand") > FAR,
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po_postcode": """
        peildatum   vestiging soort gemeente postcode4_school postcode4 gemeente_leerling aantal
        2024-10-01  00AA00    so    GM0402   1211             1211      GM0402            60
        2024-10-01  00AB00    so    GM0402   1215             1211      GM0402            30
        2024-10-01  00AC00    so    GM1942   1401             1211      GM0402            10
        """,
        "geo_postcodes": """
        jaar  postcode4 lat     lon
        2025  1211      52.2200 5.1700
        2025  1215      52.2200 5.2000
        2025  1401      52.2900 5.1700
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2024-10-01", 10.0, 10.0),
    ],
    places="""
    code  boven_soort boven_code
    1211  gemeente    GM0402
    """,
    uitleg="Postcode 1401 ligt 7,8 km van 1211: 10 van de 100 leerlingen, 10 %.",
)
