"""Reserves of a samenwerkingsverband above its signaleringswaarde."""

import narwhals as nw

from openlea.catalogue.measures import Table, value
from openlea.catalogue.passend_maten import GEEN_NIVEAU_SWV
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Reserve boven de signaleringswaarde",
    vraag="Hoeveel eigen vermogen heeft het samenwerkingsverband boven de signaleringswaarde?",
    eenheid="euro",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.WAARDE,
    grein=PlaceKind.SWV,
    niveaus=(PlaceKind.SWV,),
    geen_niveau=GEEN_NIVEAU_SWV,
    definitie=(
        "Eigen vermogen min de signaleringswaarde: 3,5 % van de totale bruto baten, ten minste "
        "250.000 euro. Onder nul is er ruimte tot de signaleringswaarde."
    ),
    let_op=(
        (
            "De signaleringswaarde is een signaal, geen verbod: erboven is een reden of een "
            "bestedingsplan nodig."
        ),
        "De baten zijn die van het hele verband, ook van andere gemeenten.",
    ),
    bron_definitie="OCW en Inspectie 2020, signaleringswaarde samenwerkingsverbanden (PO-14)",
    decimalen=0,
    personen=False,
    gemeten_door="het samenwerkingsverband",
    zin="is het eigen vermogen {waarde} meer dan de signaleringswaarde",
)


DEEL, MINIMUM = 0.035, 250_000
"""The numbers of duty PO-14; a test holds them to it."""


def compute(partner_swv_financien: Table) -> Table:
    """Return how much the own capital is above the signal; below nought when it isn't."""
    signal = nw.max_horizontal(nw.col("totale_baten") * DEEL, nw.lit(float(MINIMUM)))
    return value(
        partner_swv_financien,
        place="swv",
        period="jaar",
        value=nw.col("eigen_vermogen") - signal,
    )


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
        ("swv", "PO2604", "2025", 150000.0, 150000.0),
        ("swv", "PO2605", "2025", 220000.0, 220000.0),
        ("swv", "VO2604", "2025", 0.0, 0.0),
    ],
    uitleg=(
        "Bij 4 miljoen baten is de grens 250.000, bij 8 miljoen 280.000 en bij 20 miljoen"
        " 700.000 euro."
    ),
)
