"""The share of young people with a startkwalificatie, of 18 to 24 years."""

import narwhals as nw

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Jongeren van 18 tot en met 24 jaar met startkwalificatie",
    vraag="Welk deel van de jongeren heeft een startkwalificatie?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Jongeren van 18 tot en met 24 jaar met een diploma havo, vwo of mbo-2 of hoger, "
        "gedeeld door alle jongeren van die leeftijd."
    ),
    let_op=(
        "Andere leeftijden geven een ander aandeel: noem ze altijd.",
        "Wie nog naar school gaat en er nog geen heeft, is niet uitgevallen.",
    ),
    bron_definitie="CBS en DUO; LPW artikel 4a voor wat een startkwalificatie is",
    decimalen=1,
    zin="heeft {waarde} van de jongeren van 18 tot en met 24 jaar een startkwalificatie",
)


def compute(partner_verzuim_startkwalificatie: Table) -> Table:
    """Return who has one beside who hasn't, of one age band alone."""
    band = partner_verzuim_startkwalificatie.filter(nw.col("van") == 18, nw.col("tot") == 24)  # noqa: PLR2004
    long = nw.concat(
        [
            band.select("gemeente", "schooljaar", heeft=nw.lit(value=True), n=nw.col("met")),
            band.select(
                "gemeente",
                "schooljaar",
                heeft=nw.lit(value=False),
                n=nw.col("jongeren") - nw.col("met"),
            ),
        ]
    )
    return share(
        long, place="gemeente", period="schooljaar", part=nw.col("heeft"), low="n", high="n"
    )


EXAMPLE = Example(
    given={
        "partner_verzuim_startkwalificatie": """
        schooljaar gemeente van tot jongeren met
        2025-2026 GM0402 18 24 1200 1020
        2025-2026 GM0402 18 22 900 700
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 85.0, 85.0),
    ],
    uitleg="1.020 van de 1.200 jongeren: 85,0 %. De groep tot en met 22 jaar telt hier niet mee.",
)
