"""Inwoners jonger dan 15 jaar."""

import narwhals as nw

from openlea.catalogue.caveats import AANDEEL_PER_GEMEENTE, CBS_2021, CBS_BEWERKT, CBS_KERNCIJFERS
from openlea.catalogue.measures import Table, value
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Inwoners jonger dan 15 jaar",
    vraag="Welk deel van de inwoners is jonger dan 15 jaar?",
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
    definitie="Aandeel inwoners jonger dan 15 jaar op 1 januari.",
    let_op=(
        "Zegt niets over hoeveel kinderen hier naar school gaan.",
        CBS_2021,
        CBS_BEWERKT,
    ),
    bron_definitie=CBS_KERNCIJFERS,
    decimalen=1,
    personen=False,
    zin="is {waarde} van de inwoners jonger dan 15 jaar",
)


def compute(cbs_kerncijfers_gemeente: Table) -> Table:
    """Return the number as CBS gives it, per gemeente."""
    wanted = cbs_kerncijfers_gemeente.filter(nw.col("kenmerk") == "aandeel_onder_15")
    return value(wanted, place="gemeente", period="jaar", value=nw.col("waarde"))


EXAMPLE = Example(
    given={
        "cbs_kerncijfers_gemeente": """
        jaar gemeente kenmerk          waarde
        2021 GM0402   aandeel_onder_15 11.3
        2021 GM0402   overig           99
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2021", 11.3, 11.3),
    ],
    uitleg="Het cijfer wordt overgenomen zoals het CBS het geeft.",
)
