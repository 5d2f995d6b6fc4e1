"""Referentieniveau 1F taalverzorging."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, NAAR_SCHOOL
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Referentieniveau 1F taalverzorging",
    vraag=("Welk deel van de leerlingen in groep 8 haalt niveau 1F voor taalverzorging?"),
    eenheid="%",
    soort=Soort.EFFECT,
    richting=Richting.HOGER,
    maat=Maat.AANDEEL,
    grein=PlaceKind.SCHOOL,
    niveaus=SCHOOL_LEVELS,
    geen_niveau={
        PlaceKind.PC4: ALLEEN_SCHOOL,
    },
    definitie=(
        "Leerlingen in groep 8 die bij taalverzorging ten minste niveau 1F halen, gedeeld door "
        "alle leerlingen in groep 8 met een uitslag van de doorstroomtoets."
    ),
    let_op=(
        (
            "De Inspectie oordeelt over drie vakken en drie jaren samen, met een grens die van "
            "de schoolweging afhangt. Houd één jaar en één vak daar niet tegenaan als oordeel."
        ),
        ("Toetsen van verschillende aanbieders tellen samen; hun normering verschilt per jaar."),
        NAAR_SCHOOL,
        AFGESCHERMD,
    ),
    bron_definitie=(
        "DUO, Leerlingen bo naar behaald referentieniveau; niveaus uit het Besluit "
        "referentieniveaus Nederlandse taal en rekenen"
    ),
    decimalen=1,
    swv="PO",
    zin="haalt {waarde} van groep 8 niveau 1F voor taalverzorging",
    norm=85.0,
    norm_bron=(
        "Inspectie van het Onderwijs: signaleringswaarde 1F, 85 % voor elke school, "
        "over drie vakken en drie jaren samen"
    ),
)


def compute(duo_referentieniveaus: Table) -> Table:
    """Return the pupils who reach the level beside those who don't."""
    return share(
        duo_referentieniveaus,
        place="vestiging",
        period="peildatum",
        whole=nw.col("domein") == "taalverzorging",
        part=nw.col("niveau") != "lager1f",
    )


EXAMPLE = Example(
    given={
        "duo_referentieniveaus": """
        peildatum   vestiging domein         niveau  aantal
        2024-10-01  00AA00    rekenen        lager1f <5
        2024-10-01  00AA00    rekenen        1f      16
        2024-10-01  00AA00    rekenen        1s      30
        2024-10-01  00AA00    rekenen        2f      0
        2024-10-01  00AA00    lezen          lager1f 0
        2024-10-01  00AA00    lezen          1f      20
        2024-10-01  00AA00    lezen          2f      30
        2024-10-01  00AA00    taalverzorging lager1f 5
        2024-10-01  00AA00    taalverzorging 1f      25
        2024-10-01  00AA00    taalverzorging 2f      20
        """,
    },
    expect=[
        ("gemeente", "GM0001", "2024-10-01", 90.0, 90.0),
    ],
    places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    """,
    uitleg="45 van de 50 leerlingen halen 1F: 90 %.",
)
