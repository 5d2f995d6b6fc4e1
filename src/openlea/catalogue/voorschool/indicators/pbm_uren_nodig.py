"""Hours of a pedagogisch beleidsmedewerker that the count of 1 January asks."""

from openlea.catalogue.measures import Table, count
from openlea.catalogue.voorschool_maten import BRON_VVE, GEEN_NIVEAU, NIET_VERGELIJKEN, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind
from openlea.policy.voorschool import PBM_UREN

INDICATOR = Indicator(
    titel="Uren pedagogisch beleidsmedewerker die nodig zijn",
    vraag="Hoeveel uur pedagogisch beleidsmedewerker vraagt de wet dit jaar?",
    eenheid="uur",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Tien uur per doelgroepkind dat op 1 januari van het jaar naar de voorschool gaat. Wie "
        "later komt, verandert het jaar niet."
    ),
    let_op=(
        "Gaat over 1 januari, ook als de aanlevering over een andere dag gaat.",
        *NIET_VERGELIJKEN,
    ),
    bron_definitie=BRON_VVE,
    decimalen=0,
    personen=False,
    zin="zijn dit jaar {waarde} uren pedagogisch beleidsmedewerker nodig",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return the hours as they follow from the count."""
    wanted = counted(registratie_tellingen, PBM_UREN)
    return count(wanted, place="code", period="periode", low="laag", high="hoog")


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode    soort      maat gebied code laag hoog
        2026-10-01 voorschool pbm_kinderen geheel GM0402 38 38
        2026-10-01 voorschool pbm_uren geheel GM0402 380 380
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2026-10-01", 380.0, 380.0),
    ],
    uitleg="38 doelgroepkinderen op 1 januari, keer 10 uur: 380 uur in het jaar.",
)
