"""The share of leerplichtigen with an exemption: 5a, 5b and 5c, over the schooljaar."""

import narwhals as nw

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU, GETELD, OPEN_JAAR, counted
from openlea.catalogue.measures import Table, ratio
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerplichtigen met een vrijstelling",
    vraag="Welk deel van de leerplichtigen heeft een vrijstelling?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.GEEN,
    maat=Maat.VERHOUDING,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Leerplichtigen die in het schooljaar een vrijstelling hadden (artikel 5 onder a, b "
        "of c), gedeeld door alle leerplichtigen en kwalificatieplichtigen."
    ),
    let_op=(
        (
            "Dit is wie er in het jaar een had. Hoeveel er op 1 oktober golden, staat op de "
            "bladzijde."
        ),
        "Vrijstelling 11 onder g (enkele dagen) telt niet mee: dat is een andere vrijstelling.",
        GETELD,
        OPEN_JAAR,
    ),
    bron_definitie="Leerplichtwet 1969 artikel 5",
    decimalen=2,
    zin="heeft {waarde} van de leerplichtigen een vrijstelling",
)


def compute(registratie_tellingen: Table, partner_verzuim_leerplichtigen: Table) -> Table:
    """Return persons with an exemption in percent of everybody who must go to school."""
    part = counted(registratie_tellingen, "vrijstellingen").select(
        "code", "periode", boven_laag=nw.col("laag") * 100, boven_hoog=nw.col("hoog") * 100
    )
    whole = partner_verzuim_leerplichtigen.group_by("gemeente", "schooljaar").agg(
        nw.col("aantal").sum()
    )
    joined = part.join(
        whole, left_on=["code", "periode"], right_on=["gemeente", "schooljaar"], how="inner"
    )
    return ratio(
        joined,
        place="code",
        period="periode",
        top=("boven_laag", "boven_hoog"),
        bottom=("aantal", "aantal"),
    )


EXAMPLE = Example(
    given={
        "registratie_tellingen": """
        periode   soort      maat gebied code laag hoog
        2025-2026 leerplicht vrijstellingen geheel GM0402 58 58
        2025-2026 leerplicht vrijstelling_11g geheel GM0402 7 7
        2025-2026 leerplicht vrijstellingen klasse stand_1_oktober 50 50
        """,
        "partner_verzuim_leerplichtigen": """
        schooljaar gemeente groep aantal
        2025-2026 GM0402 leerplichtig 13000
        2025-2026 GM0402 kwalificatieplichtig 1500
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 0.4, 0.4),
    ],
    uitleg="58 van de 14.500 leerplichtigen: 0,40 %. De 7 van artikel 11 onder g tellen niet mee.",
)
