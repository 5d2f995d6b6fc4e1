"""New early school leavers by home gemeente, as CBS counts them: the old statistic."""

import narwhals as nw

from openlea.catalogue.leerplicht_maten import ALLEEN_GEMEENTE, GEEN_NIVEAU
from openlea.catalogue.measures import Table, ratio
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Nieuwe voortijdig schoolverlaters",
    vraag="Welk deel van de leerlingen gaat zonder startkwalificatie van school?",
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.LAGER,
    maat=Maat.VERHOUDING,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau={
        **GEEN_NIVEAU,
        PlaceKind.SCHOOL: ALLEEN_GEMEENTE,
        PlaceKind.BESTUUR: ALLEEN_GEMEENTE,
    },
    definitie=(
        "Wie 12 tot en met 22 jaar is, op 1 oktober was ingeschreven zonder "
        "startkwalificatie, en een jaar later niet is ingeschreven en er nog geen heeft, "
        "gedeeld door alle onderwijsdeelnemers van 12 tot en met 22 jaar."
    ),
    let_op=(
        "De reeks is niet te vergelijken met jaren voor 2012-2013.",
        (
            "De wet helpt vanaf 2026 jongeren tot 27 jaar. Dat is een steungroep en geen vsv- "
            "statistiek: vergelijk ze niet."
        ),
        "Een nieuwe statistiek vanaf 2026 is niet gevonden.",
    ),
    bron_definitie="DUO, definitie voor 2026; CBS-tabel 84780NED",
    decimalen=2,
    zin="gaat {waarde} van de leerlingen zonder startkwalificatie van school",
)


def compute(cbs_vsv: Table) -> Table:
    """Return who left in percent of all participants, both sexes together."""
    wanted = cbs_vsv.filter(nw.col("geslacht") == "totaal", ~nw.col("vsv_laag").is_null())
    hundredfold = wanted.with_columns(laag=nw.col("vsv_laag") * 100, hoog=nw.col("vsv_hoog") * 100)
    return ratio(
        hundredfold,
        place="gemeente",
        period="schooljaar",
        top=("laag", "hoog"),
        bottom=("leerlingen_laag", "leerlingen_hoog"),
    )


EXAMPLE = Example(
    given={
        "cbs_vsv": """
        schooljaar gemeente geslacht leerlingen vsv
        2023/24 GM0402 totaal 8640 152
        2023/24 GM0402 man 4300 90
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2023/24", 1.76, 1.76),
    ],
    uitleg="152 van de 8.640 deelnemers: 1,76 %.",
)
