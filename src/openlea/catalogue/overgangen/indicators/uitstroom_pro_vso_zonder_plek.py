"""Uitstroom pro en vso: which share has neither work nor learning when it leaves."""

import narwhals as nw

from openlea.catalogue.measures import Table, share
from openlea.catalogue.overgang_maten import AANGELEVERD, GEEN_NIVEAU, counted
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

PARTS = ("pro_vso_werk_ja", "pro_vso_werk_nee", "pro_vso_werk_onbekend")
INDICATOR = Indicator(
    titel="Uitstroom praktijkonderwijs en vso zonder werk of leren",
    vraag="Welk deel van wie praktijkonderwijs of vso verlaat, werkt niet en leert niet?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Jongeren die bij hun vertrek dagbesteding, alleen een uitkering of niets van dit alles "
        "hebben, gedeeld door alle jongeren die praktijkonderwijs of vso verlieten."
    ),
    let_op=(
        "Dagbesteding is voor een deel van hen juist de plek die past.",
        "Van wie niemand weet waar zij zijn, telt mee in het geheel en niet in het deel.",
        AANGELEVERD,
    ),
    bron_definitie="Uitstroom zoals de scholen die opgeven",
    decimalen=1,
    zin="heeft {waarde} van wie praktijkonderwijs of vso verlaat geen werk of opleiding",
)


def compute(registratie_tellingen: Table) -> Table:
    """Return leavers without work or learning beside all others."""
    return share(
        counted(registratie_tellingen, *PARTS),
        place="code",
        period="periode",
        part=nw.col("maat") == "pro_vso_werk_nee",
        low="laag",
        high="hoog",
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat                  gebied code   laag hoog
        2025-2026 overgangen pro_vso_werk_ja       geheel GM0402 70   70
        2025-2026 overgangen pro_vso_werk_nee      geheel GM0402 20   20
        2025-2026 overgangen pro_vso_werk_onbekend geheel GM0402 10   10
        """,
    },
    expect=[("gemeente", "GM0402", "2025-2026", 20.0, 20.0)],
    uitleg="20 van de 100 jongeren die vertrokken hebben geen werk of opleiding: 20 %.",
)
