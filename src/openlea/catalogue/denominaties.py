"""Which part of the pupils in primary school goes to a school of a denomination."""

import narwhals as nw

from openlea.catalogue.caveats import AFGESCHERMD, ALLEEN_SCHOOL, DUO_LEEFTIJD, NAAR_SCHOOL
from openlea.catalogue.measures import Table, share
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind


def denominatie_card(naam: str, denominatie: str) -> Indicator:
    """Return the card of a denomination: what it's called in a sentence, and by DUO."""
    return Indicator(
        titel=f"Leerlingen in {naam}",
        vraag=f"Welk deel van de basisschoolleerlingen gaat naar {naam}?",
        eenheid="%",
        soort=Soort.CONTEXT,
        richting=Richting.GEEN,
        maat=Maat.AANDEEL,
        grein=PlaceKind.SCHOOL,
        niveaus=SCHOOL_LEVELS,
        geen_niveau={PlaceKind.PC4: ALLEEN_SCHOOL},
        definitie=(
            "Leerlingen in het basisonderwijs (bo) op vestigingen met denominatie "
            f"'{denominatie}', gedeeld door alle leerlingen in het bo, op 1 oktober."
        ),
        let_op=(
            NAAR_SCHOOL,
            (
                "De denominatie is die van de vestiging zoals DUO haar registreert; "
                "samenwerkingsscholen en combinaties hebben een eigen denominatie en tellen hier "
                "niet mee."
            ),
            AFGESCHERMD,
        ),
        bron_definitie=DUO_LEEFTIJD,
        decimalen=1,
        swv="PO",
        zin=f"gaat {{waarde}} van de basisschoolleerlingen naar {naam}",
    )


def of_denominatie(pupils: Table, denominatie: str) -> Table:
    """Return the pupils at schools of this denomination beside the others."""
    return share(
        pupils,
        place="vestiging",
        period="peildatum",
        whole=nw.col("soort") == "bo",
        part=nw.col("denominatie") == denominatie,
    )


def denominatie_example(laag: float, hoog: float, uitleg: str) -> Example:
    """Return the worked example: five schools, each of its own denomination."""
    return Example(
        given={
            "duo_leerlingen_po": """
        peildatum   vestiging soort denominatie             leeftijd aantal
        2024-10-01  00AA00    bo    Openbaar                8        40
        2024-10-01  00AB00    bo    Rooms-Katholiek         8        30
        2024-10-01  00AC00    bo    Protestants-Christelijk 8        20
        2024-10-01  00AD00    bo    Algemeen~bijzonder      8        6
        2024-10-01  00AE00    bo    Islamitisch             8        <5
        """
        },
        expect=[("gemeente", "GM0001", "2024-10-01", laag, hoog)],
        places="""
    code    boven_soort boven_code
    00AA00  gemeente    GM0001
    00AB00  gemeente    GM0001
    00AC00  gemeente    GM0001
    00AD00  gemeente    GM0001
    00AE00  gemeente    GM0001
    """,
        uitleg=uitleg,
    )
