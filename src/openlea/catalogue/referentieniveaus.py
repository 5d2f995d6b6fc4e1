"""Which part of the last year of primary school reaches a level in language or arithmetic."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, NAAR_SCHOOL
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

REACHED = {"1F": ("1f", "1s", "2f"), "1S": ("1s", "2f"), "2F": ("2f",)}
"""The levels in the table that reach a level: 1S and 2F stand above 1F."""
SIGNAAL_1F = 85.0
_SIGNAAL_BRON = (
    "Inspectie van het Onderwijs: signaleringswaarde 1F, 85 % voor elke school, "
    "over drie vakken en drie jaren samen"
)


def level_card(domein: str, niveau: str) -> Indicator:
    """Return the card of a level (1F, 1S, 2F) in a subject (rekenen, lezen, taalverzorging)."""
    has_norm = niveau == "1F"
    return Indicator(
        titel=f"Referentieniveau {niveau} {domein}",
        vraag=f"Welk deel van de leerlingen in groep 8 haalt niveau {niveau} voor {domein}?",
        eenheid="%",
        soort=Soort.EFFECT,
        richting=Richting.HOGER,
        maat=Maat.AANDEEL,
        grein=PlaceKind.SCHOOL,
        niveaus=SCHOOL_LEVELS,
        geen_niveau={PlaceKind.PC4: ALLEEN_SCHOOL},
        definitie=(
            f"Leerlingen in groep 8 die bij {domein} ten minste niveau {niveau} halen, gedeeld "
            "door alle leerlingen in groep 8 met een uitslag van de doorstroomtoets."
        ),
        let_op=(
            (
                "De Inspectie oordeelt over drie vakken en drie jaren samen, met een grens die "
                "van de schoolweging afhangt. Houd één jaar en één vak daar niet tegenaan als "
                "oordeel."
            ),
            "Toetsen van verschillende aanbieders tellen samen; hun normering verschilt per jaar.",
            NAAR_SCHOOL,
            AFGESCHERMD,
        ),
        bron_definitie=(
            "DUO, Leerlingen bo naar behaald referentieniveau; niveaus uit het Besluit "
            "referentieniveaus Nederlandse taal en rekenen"
        ),
        decimalen=1,
        swv="PO",
        zin=f"haalt {{waarde}} van groep 8 niveau {niveau} voor {domein}",
        norm=SIGNAAL_1F if has_norm else None,
        norm_bron=_SIGNAAL_BRON if has_norm else "",
    )


def reaching(results: Table, domein: str, niveau: str) -> Table:
    """Return the pupils who reach the level beside those who don't."""
    return share(
        results,
        place="vestiging",
        period="peildatum",
        whole=nw.col("domein") == domein,
        part=nw.col("niveau").is_in(REACHED[niveau]),
    )


def level_example(laag: float, hoog: float, uitleg: str) -> Example:
    """Return the worked example: one school with fifty pupils in the last year."""
    return Example(
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
        """
        },
        expect=[("gemeente", "GM0001", "2024-10-01", laag, hoog)],
        places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    """,
        uitleg=uitleg,
    )
