"""Leerlingen uit andere gemeenten."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, DUO_POSTCODE
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen uit andere gemeenten",
    vraag=("Welk deel van de leerlingen op deze scholen woont in een andere gemeente?"),
    eenheid="%",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANDEEL,
    grein=PlaceKind.SCHOOL,
    niveaus=(PlaceKind.SCHOOL, PlaceKind.BESTUUR, PlaceKind.GEMEENTE),
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
        PlaceKind.SWV: (
            "Boven de gemeente zijn 'van hier' en 'van elders' niet meer te onderscheiden."
        ),
        PlaceKind.RMC: (
            "Boven de gemeente zijn 'van hier' en 'van elders' niet meer te onderscheiden."
        ),
        PlaceKind.PROVINCIE: (
            "Boven de gemeente zijn 'van hier' en 'van elders' niet meer te onderscheiden."
        ),
        PlaceKind.LAND: (
            "Boven de gemeente zijn 'van hier' en 'van elders' niet meer te onderscheiden."
        ),
    },
    definitie=(
        "Leerlingen in bo, sbo, so en vso die niet wonen in de gemeente van de vestiging, "
        "gedeeld door alle leerlingen van wie de woongemeente bekend is, op 1 oktober."
    ),
    let_op=(
        (
            "Leerlingen uit het buitenland tellen als van elders; van wie het adres onbekend "
            "is, telt niet mee."
        ),
        ("Scholen voor so en vso hebben een groot gebied: een hoog aandeel is daar gewoon."),
        AFGESCHERMD,
    ),
    bron_definitie=DUO_POSTCODE,
    decimalen=1,
    zin="woont {waarde} van de leerlingen in een andere gemeente",
)


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils from elsewhere beside those who live in the gemeente of the school."""
    abroad = nw.col("herkomst").is_in(["belgie", "duitsland", "ander_land"])
    known = ~nw.col("gemeente_leerling").is_null()
    return share(
        duo_leerlingen_po_postcode,
        place="vestiging",
        period="peildatum",
        whole=abroad | known,
        part=abroad | (known & (nw.col("gemeente_leerling") != nw.col("gemeente"))),
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po_postcode": """
        peildatum   vestiging soort gemeente herkomst  gemeente_leerling aantal
        2024-10-01  00AA00    bo    GM0402   nederland GM0402            80
        2024-10-01  00AA00    bo    GM0402   nederland GM1942            18
        2024-10-01  00AA00    bo    GM0402   duitsland .                 2
        2024-10-01  00AA00    bo    GM0402   onbekend  .                 7
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2024-10-01", 20.0, 20.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0402
    """,
    uitleg=("18 uit een andere gemeente en 2 uit Duitsland, van 100 met een bekend adres: 20 %."),
)
