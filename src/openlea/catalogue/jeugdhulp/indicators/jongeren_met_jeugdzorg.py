"""Jongeren met jeugdzorg."""

import narwhals as nw

from openlea.catalogue.caveats import AANDEEL_PER_GEMEENTE, CBS_2021, CBS_BEWERKT, CBS_KERNCIJFERS
from openlea.catalogue.measures import Table, value
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Jongeren met jeugdzorg",
    vraag="Welk deel van de jongeren krijgt jeugdzorg?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
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
        "Aandeel jongeren tot 18 jaar met jeugdzorg in natura in een jaar, zoals het CBS het "
        "per gemeente geeft."
    ),
    let_op=(
        (
            "Meer jeugdzorg is niet altijd slechter: het kan ook betekenen dat hulp beter "
            "bereikbaar is."
        ),
        "Jeugdzorg omvat jeugdhulp, jeugdbescherming en jeugdreclassering.",
        CBS_2021,
        CBS_BEWERKT,
    ),
    bron_definitie=CBS_KERNCIJFERS,
    decimalen=1,
    personen=False,
    zin="krijgt {waarde} van de jongeren jeugdzorg",
)


def compute(cbs_kerncijfers_gemeente: Table) -> Table:
    """Return the number as CBS gives it, per gemeente."""
    wanted = cbs_kerncijfers_gemeente.filter(nw.col("kenmerk") == "aandeel_jeugdzorg")
    return value(wanted, place="gemeente", period="jaar", value=nw.col("waarde"))


EXAMPLE = Example(
    given={
        "cbs_kerncijfers_gemeente": """
        jaar gemeente kenmerk           waarde
        2021 GM0402   aandeel_jeugdzorg 11.3
        2021 GM0402   overig            99
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2021", 11.3, 11.3),
    ],
    uitleg="Het cijfer wordt overgenomen zoals het CBS het geeft.",
)
