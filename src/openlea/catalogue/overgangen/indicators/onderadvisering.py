"""Onderadvisering: of which share the test says more than the first advice."""

import narwhals as nw

from openlea.catalogue.measures import Table
from openlea.catalogue.overgang_maten import AANGELEVERD, GEEN_NIVEAU, counted
from openlea.core.indicator import Breuk, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

BREUK = (
    "Sinds dit schooljaar stelt een school het advies bij als de toets hoger is, tenzij zij "
    "uitlegt waarom niet (WPO artikel 45b tot en met 45d)."
)
INDICATOR = Indicator(
    titel="Toets hoger dan het eerste advies",
    vraag="Van welk deel van groep 8 laat de toets meer zien dan het voorlopige advies?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Leerlingen met een toetsadvies dat hoger is dan hun voorlopige schooladvies, gedeeld door "
        "alle leerlingen van groep 8 die zijn aangeleverd."
    ),
    let_op=(
        "Wie geen toets maakte, telt in het geheel mee en niet in het deel.",
        "Een lager advies dan de toets kan een goede reden hebben.",
        AANGELEVERD,
    ),
    bron_definitie="WPO artikel 45b tot en met 45d",
    decimalen=0,
    breuken=(Breuk(vanaf="2023-2024", waarom=BREUK),),
    zin="is de toets bij {waarde} van groep 8 hoger dan het eerste advies",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return pupils whose test said more beside all others."""
    rows = counted(registratie_tellingen, "toets_hoger", "po_vo_totaal")
    is_part = nw.col("maat") == "toets_hoger"
    # The whole is told, not the rest: what isn't the part is the whole less the part.
    parts = rows.filter(is_part).select("code", "periode", deel_laag="laag", deel_hoog="hoog")
    whole = rows.filter(~is_part).select("code", "periode", geheel_laag="laag", geheel_hoog="hoog")
    both = parts.join(whole, on=["code", "periode"], how="inner")
    rest = both.with_columns(
        rest_laag=nw.col("geheel_laag") - nw.col("deel_hoog"),
        rest_hoog=nw.col("geheel_hoog") - nw.col("deel_laag"),
    )
    table = rest.filter(nw.col("rest_laag") >= 0)
    return table.select(
        "code",
        "periode",
        "deel_laag",
        "deel_hoog",
        "rest_laag",
        "rest_hoog",
        rijen=nw.lit(2).cast(nw.Int64),
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat         gebied code   laag hoog
        2025-2026 overgangen po_vo_totaal geheel GM0402 200  200
        2025-2026 overgangen toets_hoger  geheel GM0402 60   60
        2025-2026 overgangen po_vo_totaal school 04OS00 40   40
        """,
    },
    expect=[("gemeente", "GM0402", "2025-2026", 30.0, 30.0)],
    uitleg="Bij 60 van de 200 leerlingen is de toets hoger dan het eerste advies: 30 %.",
)
