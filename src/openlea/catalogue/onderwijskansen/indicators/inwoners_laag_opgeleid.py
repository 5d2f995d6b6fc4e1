"""Inwoners met een laag opleidingsniveau."""

import narwhals as nw

from openlea.catalogue.caveats import AANDEEL_PER_GEMEENTE, CBS_2021, CBS_BEWERKT, CBS_KERNCIJFERS
from openlea.catalogue.measures import Table, value
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Inwoners met een laag opleidingsniveau",
    vraag="Welk deel van de inwoners heeft een laag opleidingsniveau?",
    eenheid="%",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.WAARDE,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau={
        PlaceKind.SCHOOL: AANDEEL_PER_GEMEENTE,
        PlaceKind.PC4: AANDEEL_PER_GEMEENTE,
        PlaceKind.BESTUUR: AANDEEL_PER_GEMEENTE,
        PlaceKind.SWV: AANDEEL_PER_GEMEENTE,
        PlaceKind.RMC: AANDEEL_PER_GEMEENTE,
        PlaceKind.PROVINCIE: AANDEEL_PER_GEMEENTE,
        PlaceKind.LAND: AANDEEL_PER_GEMEENTE,
    },
    definitie=(
        "Aandeel inwoners van 15 tot 75 jaar met ten hoogste vmbo, de eerste drie leerjaren "
        "havo of vwo, of mbo 1."
    ),
    let_op=(
        "Het aandeel is door een derde berekend uit aantallen van het CBS.",
        CBS_2021,
        CBS_BEWERKT,
    ),
    bron_definitie=CBS_KERNCIJFERS,
    decimalen=1,
    personen=False,
    zin="heeft {waarde} van de inwoners een laag opleidingsniveau",
)


def compute(cbs_kerncijfers_gemeente: Table) -> Table:
    """Return the number as CBS gives it, per gemeente."""
    wanted = cbs_kerncijfers_gemeente.filter(nw.col("kenmerk") == "aandeel_laag_opgeleid")
    return value(wanted, place="gemeente", period="jaar", value=nw.col("waarde"))


EXAMPLE = Example(
    given={
        "cbs_kerncijfers_gemeente": """
        jaar gemeente kenmerk               waarde
        2021 GM0402   aandeel_laag_opgeleid 11.3
        2021 GM0402   overig                99
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2021", 11.3, 11.3),
    ],
    uitleg="Het cijfer wordt overgenomen zoals het CBS het geeft.",
)
