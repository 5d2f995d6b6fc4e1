"""Leerlingen bij het grootste schoolbestuur."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, DUO_LEEFTIJD, NAAR_SCHOOL
from openlea.catalogue.measures import Table, value
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen bij het grootste schoolbestuur",
    vraag=("Welk deel van de basisschoolleerlingen zit bij het grootste schoolbestuur?"),
    eenheid="%",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.WAARDE,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau={
        PlaceKind.SCHOOL: (
            "Het grootste bestuur verschilt per gemeente; een optelsum over gemeenten zegt niets."
        ),
        PlaceKind.PC4: (
            "Het grootste bestuur verschilt per gemeente; een optelsum over gemeenten zegt niets."
        ),
        PlaceKind.BESTUUR: (
            "Het grootste bestuur verschilt per gemeente; een optelsum over gemeenten zegt niets."
        ),
        PlaceKind.SWV: (
            "Het grootste bestuur verschilt per gemeente; een optelsum over gemeenten zegt niets."
        ),
        PlaceKind.RMC: (
            "Het grootste bestuur verschilt per gemeente; een optelsum over gemeenten zegt niets."
        ),
        PlaceKind.PROVINCIE: (
            "Het grootste bestuur verschilt per gemeente; een optelsum over gemeenten zegt niets."
        ),
        PlaceKind.LAND: (
            "Het grootste bestuur verschilt per gemeente; een optelsum over gemeenten zegt niets."
        ),
    },
    definitie=(
        "Per schoolbestuur: leerlingen in het basisonderwijs (bo) op zijn vestigingen in de "
        "gemeente, gedeeld door alle leerlingen in het bo in de gemeente. Het cijfer is het "
        "grootste van die aandelen."
    ),
    let_op=(
        NAAR_SCHOOL,
        (
            "Een bestuur is een bevoegd gezag zoals DUO het registreert; een koepel kan meer "
            "bevoegde gezagen hebben."
        ),
        AFGESCHERMD,
    ),
    bron_definitie=DUO_LEEFTIJD,
    decimalen=1,
    zin="zit {waarde} van de basisschoolleerlingen bij het grootste schoolbestuur",
)


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the largest share of one bestuur per gemeente."""
    keys = ("gemeente", "peildatum")
    per_bestuur = (
        duo_leerlingen_po.filter(nw.col("soort") == "bo")
        .group_by(*keys, "bestuur")
        .agg(low=nw.col("aantal_laag").sum(), high=nw.col("aantal_hoog").sum())
    )
    beside = per_bestuur.with_columns(
        rest_low=nw.col("low").sum().over(*keys) - nw.col("low"),
        rest_high=nw.col("high").sum().over(*keys) - nw.col("high"),
    ).filter(nw.col("low") > 0)
    shares = beside.with_columns(
        low=100.0 * nw.col("low") / (nw.col("low") + nw.col("rest_high")),
        high=100.0 * nw.col("high") / (nw.col("high") + nw.col("rest_low")),
    )
    largest = shares.group_by(*keys).agg(nw.col("low").max(), nw.col("high").max())
    return value(
        largest,
        place="gemeente",
        period="peildatum",
        value=nw.col("low"),
        highest=nw.col("high"),
    )


EXAMPLE = Example(
    given={
        "duo_leerlingen_po": """
        peildatum   vestiging gemeente bestuur soort aantal
        2024-10-01  00AA00    GM0001   41388   bo    60
        2024-10-01  00AB00    GM0001   41388   bo    <5
        2024-10-01  00AC00    GM0001   40631   bo    36
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024-10-01", 62.89, 64.0),
    ],
    uitleg=(
        "Bestuur 41388 heeft 61 tot en met 64 leerlingen, het andere 36: 61 : 97 = 62,89 % tot "
        "64 : 100 = 64,00 %."
    ),
)
