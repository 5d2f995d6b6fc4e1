"""Groepsmix: which share of the groups is above the local threshold."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.voorschool_maten import BRON_VVE, GEEN_NIVEAU, NIET_VERGELIJKEN, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.voorschool import GROEPEN_LICHT, GROEPEN_ZWAAR

INDICATOR = Indicator(
    titel="Groepen met veel doelgroeppeuters",
    vraag="Welk deel van de groepen heeft meer doelgroeppeuters dan de lokale grens?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Groepen van ten minste tien kinderen waarin meer kinderen een indicatie hebben dan de "
        "lokale grens (gewoon 50 %), gedeeld door alle groepen van ten minste tien kinderen."
    ),
    let_op=(
        "De verhouding 50/50 is een lokale wens, geen wet.",
        *NIET_VERGELIJKEN,
    ),
    bron_definitie=BRON_VVE,
    decimalen=0,
    personen=False,
    zin="heeft {waarde} van de groepen meer doelgroeppeuters dan de lokale grens",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return the heavy groups as part of those that were looked at."""
    return share(
        counted(registratie_tellingen, GROEPEN_ZWAAR, GROEPEN_LICHT),
        place="code",
        period="periode",
        part=nw.col("maat") == GROEPEN_ZWAAR,
        low="laag",
        high="hoog",
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode    soort      maat gebied code laag hoog
        2026-10-01 voorschool groepen_zwaar geheel GM0402 6 6
        2026-10-01 voorschool groepen_licht geheel GM0402 18 18
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2026-10-01", 25.0, 25.0),
    ],
    uitleg="6 van de 24 groepen hebben meer doelgroeppeuters dan de grens: 25 %.",
)
