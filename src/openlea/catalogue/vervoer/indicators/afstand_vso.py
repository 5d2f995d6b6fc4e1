"""Afstand naar het vso."""

import narwhals as nw

from openlea.catalogue.caveats import (
    AFGESCHERMD,
    GEEN_BESTUUR,
    GEEN_NORM_NABIJHEID,
    GEEN_SCHOOL,
    POSTCODES_ONTBREKEN,
)
from openlea.catalogue.distances import with_distance
from openlea.catalogue.homes import of_known_homes
from openlea.catalogue.measures import Table, mean
from openlea.core.indicator import HOME_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Afstand naar het vso",
    vraag=("Hoe ver wonen leerlingen gemiddeld van hun school voor voortgezet speciaal onderwijs?"),
    eenheid="km",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.GEMIDDELDE,
    grein=PlaceKind.PC4,
    niveaus=HOME_LEVELS,
    geen_niveau={
        PlaceKind.SCHOOL: GEEN_SCHOOL,
        PlaceKind.BESTUUR: GEEN_BESTUUR,
    },
    definitie=(
        "Gemiddelde afstand hemelsbreed tussen het midden van de postcode van de leerling vso "
        "en dat van de postcode van de vestiging, gewogen met het aantal leerlingen. Binnen één "
        "postcode is de afstand nul."
    ),
    let_op=(
        "Hemelsbreed, niet over de weg: de route is langer.",
        (
            "Van midden tot midden van postcodegebieden: in grote gebieden kan de echte afstand "
            "kilometers schelen. Leerlingen uit het buitenland tellen niet mee."
        ),
        GEEN_NORM_NABIJHEID,
        POSTCODES_ONTBREKEN,
        AFGESCHERMD,
    ),
    bron_definitie=(
        "Thuisnabijheid: gemiddelde afstand; DUO, leerlingen po naar postcode; middelpunten van "
        "postcodes"
    ),
    decimalen=1,
    swv="VO",
    zin="wonen leerlingen vso gemiddeld {waarde} van hun school",
)


def compute(duo_leerlingen_po_postcode: Table, geo_postcodes: Table) -> Table:
    """Return the distance of each group of pupils, with how many they are."""
    return mean(
        with_distance(of_known_homes(duo_leerlingen_po_postcode), geo_postcodes),
        place="postcode4",
        period="peildatum",
        value=nw.col("afstand"),
        low="aantal_laag",
        high="aantal_hoog",
        where=nw.col("soort") == "vso",
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po_postcode": """
        peildatum   vestiging soort gemeente postcode4_school postcode4 gemeente_leerling aantal
        2024-10-01  00AA00    vso   GM0402   1211             1211      GM0402            60
        2024-10-01  00AB00    vso   GM0402   1215             1211      GM0402            30
        2024-10-01  00AC00    vso   GM1942   1401             1211      GM0402            10
        """,
        "geo_postcodes": """
        jaar  postcode4 lat     lon
        2025  1211      52.2200 5.1700
        2025  1215      52.2200 5.2000
        2025  1401      52.2900 5.1700
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2024-10-01", 1.39, 1.39),
    ],
    places="""
    code  boven_soort boven_code
    1211  gemeente    GM0402
    """,
    uitleg=(
        "60 leerlingen op 0 km, 30 op 2,04 km en 10 op 7,78 km: (30 × 2,04 + 10 × 7,78) : 100 = "
        "1,39 km."
    ),
)
