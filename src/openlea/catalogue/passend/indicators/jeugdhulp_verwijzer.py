"""Young people with indicated jeugdhulp: each counted once, whoever referred them."""

import narwhals as nw

from openlea.catalogue.measures import Table, count
from openlea.catalogue.passend_maten import GEEN_NIVEAU
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Jeugdigen met geïndiceerde jeugdhulp",
    vraag="Hoeveel jeugdigen hebben jeugdhulp met een indicatie?",
    eenheid="jeugdigen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Jeugdigen met geïndiceerde jeugdhulp in de periode; elke jeugdige telt een keer,"
        " ook als er "
        "meer verwijzers waren."
    ),
    let_op=(
        (
            "Tel verwijzers niet op: een jeugdige kan er meer hebben. Het totaal is dat van "
            "unieke jeugdigen."
        ),
        "Per verwijzer staat dit op de bladzijde Passend onderwijs.",
    ),
    bron_definitie="Hilversumse Educatieve Agenda 2024-2027, bijlage; opgave van de gemeente",
    decimalen=0,
    gemeten_door="de gemeente",
    zin="hebben {waarde} jeugdigen jeugdhulp met een indicatie",
)


UNIEK = "uniek"
"""The row that counts everybody once; the others are by who referred."""


def compute(partner_jeugdhulp_verwijzer: Table) -> Table:
    """Return the unique total as it was given: it is never the sum of the others."""
    whole = partner_jeugdhulp_verwijzer.filter(nw.col("verwijzer") == UNIEK)
    return count(whole, place="gemeente", period="periode")


EXAMPLE = Example(
    given={
        "partner_jeugdhulp_verwijzer": """
        periode gemeente verwijzer  aantal
        2026-H1 GM0402   huisarts   420
        2026-H1 GM0402   gemeente   310
        2026-H1 GM0402   gi         96
        2026-H1 GM0402   uniek      705
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2026-H1", 705.0, 705.0),
    ],
    uitleg=(
        "705 jeugdigen; de verwijzers samen zijn 826, want 121 keer had een jeugdige er "
        "meer dan een."
    ),
)
