"""Afstand tot de dichtstbijzijnde basisschool."""

import narwhals as nw

from openlea.catalogue.caveats import AANDEEL_PER_GEMEENTE, CBS_2021, CBS_BEWERKT, CBS_KERNCIJFERS
from openlea.catalogue.measures import Table, value
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Afstand tot de dichtstbijzijnde basisschool",
    vraag="Hoe ver is het gemiddeld naar de dichtstbijzijnde basisschool?",
    eenheid="km",
    soort=Soort.CONTEXT,
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
        "Gemiddelde afstand over de weg van alle inwoners tot de dichtstbijzijnde basisschool."
    ),
    let_op=(
        "De dichtstbijzijnde school is niet altijd de school van keuze.",
        CBS_2021,
        CBS_BEWERKT,
    ),
    bron_definitie=CBS_KERNCIJFERS,
    decimalen=1,
    personen=False,
    zin="is het gemiddeld {waarde} naar de dichtstbijzijnde basisschool",
)


def compute(cbs_kerncijfers_gemeente: Table) -> Table:
    """Return the number as CBS gives it, per gemeente."""
    wanted = cbs_kerncijfers_gemeente.filter(nw.col("kenmerk") == "afstand_school")
    return value(wanted, place="gemeente", period="jaar", value=nw.col("waarde"))


EXAMPLE = Example(
    given={
        "cbs_kerncijfers_gemeente": """
        jaar gemeente kenmerk        waarde
        2021 GM0402   afstand_school 11.3
        2021 GM0402   overig         99
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2021", 11.3, 11.3),
    ],
    uitleg="Het cijfer wordt overgenomen zoals het CBS het geeft.",
)
