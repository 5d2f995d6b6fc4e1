"""Leerplichtigen and kwalificatieplichtigen: two groups that are told together here."""

from openlea.catalogue.leerplicht_maten import GEEN_NIVEAU
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerplichtigen en kwalificatieplichtigen",
    vraag="Hoeveel kinderen en jongeren moeten naar school?",
    eenheid="leerlingen",
    soort=Soort.CONTEXT,
    richting=Richting.GEEN,
    maat=Maat.AANTAL,
    grein=PlaceKind.GEMEENTE,
    niveaus=(PlaceKind.GEMEENTE,),
    geen_niveau=GEEN_NIVEAU,
    definitie=(
        "Inwoners van 5 tot en met 16 jaar die leerplichtig zijn, en van 16 en 17 jaar die "
        "kwalificatieplichtig zijn. De twee groepen staan apart op de bladzijde Leerplicht."
    ),
    let_op=("Het CBS telt naar leeftijd op 1 januari: dat is een ander getal.",),
    bron_definitie="Leerplichtwet 1969 artikel 3 en artikel 4a; basisregistratie personen",
    decimalen=0,
    zin="moeten {waarde} kinderen en jongeren naar school",
)


def compute(partner_verzuim_leerplichtigen: Table) -> Table:
    """Return both groups together; nobody is in both."""
    return count(
        partner_verzuim_leerplichtigen,
        place="gemeente",
        period="schooljaar",
        low="aantal",
        high="aantal",
    )


EXAMPLE = Example(
    given={
        "partner_verzuim_leerplichtigen": """
        schooljaar gemeente groep aantal
        2025-2026 GM0402 leerplichtig 13000
        2025-2026 GM0402 kwalificatieplichtig 1500
        """,
    },
    expect=[
        ("gemeente", "GM0402", "2025-2026", 14500.0, 14500.0),
    ],
    uitleg="13.000 leerplichtigen en 1.500 kwalificatieplichtigen.",
)
