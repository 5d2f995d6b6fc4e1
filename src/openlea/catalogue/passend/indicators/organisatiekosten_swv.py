"""Which part of its income a samenwerkingsverband spends on its own organisation."""

import narwhals as nw

from openlea.catalogue.measures import Table
from openlea.catalogue.passend_maten import GEEN_NIVEAU_SWV
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Organisatiekosten van het samenwerkingsverband",
    vraag="Welk deel van zijn baten gaat op aan de organisatie van het samenwerkingsverband?",
    eenheid="%",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANDEEL,
    grein=PlaceKind.SWV,
    niveaus=(PlaceKind.SWV,),
    geen_niveau=GEEN_NIVEAU_SWV,
    definitie=(
        "Organisatielasten gedeeld door de totale baten van het samenwerkingsverband in een "
        "kalenderjaar."
    ),
    let_op=(
        (
            "Samenwerkingsverbanden boeken niet gelijk wat organisatie is: vergelijk een "
            "verband met zichzelf."
        ),
    ),
    bron_definitie="Beleidsnota passend onderwijs 2020; opgave van het samenwerkingsverband",
    decimalen=1,
    personen=False,
    gemeten_door="het samenwerkingsverband",
    zin="gaat {waarde} van de baten naar de organisatie van het samenwerkingsverband",
)


def compute(partner_swv_financien: Table) -> Table:
    """Return the cost of the organisation beside the rest of the income."""
    cost, rest = nw.col("organisatielasten"), nw.col("totale_baten") - nw.col("organisatielasten")
    split = partner_swv_financien.select(
        code="swv",
        periode="jaar",
        deel_laag=cost,
        deel_hoog=cost,
        rest_laag=rest,
        rest_hoog=rest,
        rijen=nw.lit(1).cast(nw.Int64),
    )
    parts = ("deel_laag", "deel_hoog", "rest_laag", "rest_hoog", "rijen")
    return split.group_by("code", "periode").agg(*(nw.col(name).sum() for name in parts))


EXAMPLE = Example(
    given={
        "partner_swv_financien": """
        jaar swv    eigen_vermogen totale_baten organisatielasten
        2025 PO2604 400000         4000000      480000
        2025 PO2605 500000         8000000      800000
        2025 VO2604 700000         20000000     2600000
        """,
    },
    expect=[
        ("swv", "PO2604", "2025", 12.0, 12.0),
        ("swv", "PO2605", "2025", 10.0, 10.0),
        ("swv", "VO2604", "2025", 13.0, 13.0),
    ],
    uitleg="480.000 van 4 miljoen euro is 12 %.",
)
