"""How near home pupils go to school: four questions, each asked of bo, sbo, so and vso."""

import narwhals as nw

from openlea.catalogue.caveats import (
    AFGESCHERMD,
    GEEN_BESTUUR,
    GEEN_NORM_NABIJHEID,
    GEEN_SCHOOL,
    POSTCODES_ONTBREKEN,
)
from openlea.catalogue.distances import with_distance
from openlea.catalogue.homes import of_known_homes
from openlea.catalogue.measures import Table, mean, share
from openlea.core.indicator import HOME_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

NAMEN = {
    "bo": "basisonderwijs",
    "sbo": "speciaal basisonderwijs",
    "so": "speciaal onderwijs",
    "vso": "voortgezet speciaal onderwijs",
}
FAR = 6
"""Kilometres: the limit in many ordinances on school transport."""
_IN_AREA = "Thuisnabijheid: aandeel in eigen wijk of gemeente; DUO, leerlingen po naar postcode"
_WISHED = {"bo": Richting.GEEN}
"""Going further than need be is a matter of choice in bo; in the other kinds near is wished."""


def own_postcode(soort: str) -> Indicator:
    """Return the card of the share that goes to school in the own postcode."""
    return _card(
        soort,
        titel=f"Dicht bij huis naar het {soort}: eigen postcode",
        vraag=f"Welk deel van de leerlingen gaat in de eigen postcode naar het {NAMEN[soort]}?",
        richting=_WISHED.get(soort, Richting.HOGER),
        definitie=(
            f"Leerlingen {soort} van wie de postcode (vier cijfers) gelijk is aan die van de "
            f"vestiging, gedeeld door alle leerlingen {soort} die er wonen."
        ),
        let_op=(
            (
                "Een postcodegebied is geen wijk, en een school net over de grens telt als niet in "
                "het gebied."
            ),
            GEEN_NORM_NABIJHEID,
        ),
        bron_definitie=_IN_AREA,
        zin=f"gaat {{waarde}} van de leerlingen {soort} in de eigen postcode naar school",
    )


def own_gemeente(soort: str) -> Indicator:
    """Return the card of the share that goes to school in the own gemeente."""
    return _card(
        soort,
        titel=f"Dicht bij huis naar het {soort}: eigen gemeente",
        vraag=f"Welk deel van de leerlingen gaat in de eigen gemeente naar het {NAMEN[soort]}?",
        richting=_WISHED.get(soort, Richting.HOGER),
        definitie=(
            f"Leerlingen {soort} die wonen in de gemeente van de vestiging, gedeeld door alle "
            f"leerlingen {soort} die er wonen."
        ),
        let_op=(
            (
                "Een grote gemeente haalt dit makkelijker dan een kleine: vergelijk met de afstand "
                "erbij."
            ),
            GEEN_NORM_NABIJHEID,
        ),
        bron_definitie=_IN_AREA,
        zin=f"gaat {{waarde}} van de leerlingen {soort} in de eigen gemeente naar school",
    )


def distance(soort: str) -> Indicator:
    """Return the card of the mean distance to school."""
    return _card(
        soort,
        titel=f"Afstand naar het {soort}",
        vraag=f"Hoe ver wonen leerlingen gemiddeld van hun school voor {NAMEN[soort]}?",
        eenheid="km",
        richting=_WISHED.get(soort, Richting.LAGER),
        maat=Maat.GEMIDDELDE,
        definitie=(
            "Gemiddelde afstand hemelsbreed tussen het midden van de postcode van de leerling "
            f"{soort} en dat van de postcode van de vestiging, gewogen met het aantal leerlingen. "
            "Binnen één postcode is de afstand nul."
        ),
        let_op=(
            "Hemelsbreed, niet over de weg: de route is langer.",
            (
                "Van midden tot midden van postcodegebieden: in grote gebieden kan de echte "
                "afstand kilometers schelen. Leerlingen uit het buitenland tellen niet mee."
            ),
            GEEN_NORM_NABIJHEID,
        ),
        bron_definitie=(
            "Thuisnabijheid: gemiddelde afstand; DUO, leerlingen po naar postcode; middelpunten "
            "van postcodes"
        ),
        zin=f"wonen leerlingen {soort} gemiddeld {{waarde}} van hun school",
    )


def far(soort: str) -> Indicator:
    """Return the card of the share that lives further than six kilometres from school."""
    return _card(
        soort,
        titel=f"Verder dan 6 km van het {soort}",
        vraag=(
            "Welk deel van de leerlingen woont verder dan 6 kilometer van de school voor "
            f"{NAMEN[soort]}?"
        ),
        richting=_WISHED.get(soort, Richting.LAGER),
        definitie=(
            f"Leerlingen {soort} van wie de postcode hemelsbreed meer dan 6 kilometer van die van "
            "de vestiging ligt (van midden tot midden), gedeeld door alle leerlingen "
            f"{soort} die er wonen."
        ),
        let_op=(
            (
                "Dit is niet het recht op leerlingenvervoer: de verordening rekent met de kortste "
                "veilige weg en met meer voorwaarden."
            ),
            (
                "Hemelsbreed van midden tot midden van postcodegebieden: rond de 6 kilometer is "
                "het onzeker."
            ),
        ),
        bron_definitie=(
            "Thuisnabijheid: aandeel binnen een afstand; 6 km is de grens in veel verordeningen "
            "leerlingenvervoer"
        ),
        zin=f"woont {{waarde}} van de leerlingen {soort} verder dan 6 kilometer van school",
    )


def _card(
    soort: str,
    *,
    let_op: tuple[str, ...],
    eenheid: str = "%",
    maat: Maat = Maat.AANDEEL,
    **said: str | Richting,
) -> Indicator:
    """Return a card with what all four questions share."""
    return Indicator(
        eenheid=eenheid,
        soort=Soort.EFFECT,
        maat=maat,
        grein=PlaceKind.PC4,
        niveaus=HOME_LEVELS,
        geen_niveau={PlaceKind.SCHOOL: GEEN_SCHOOL, PlaceKind.BESTUUR: GEEN_BESTUUR},
        let_op=(*let_op, POSTCODES_ONTBREKEN, AFGESCHERMD),
        decimalen=1,
        swv="VO" if soort == "vso" else "PO",
        **said,  # type: ignore[arg-type]  # titel, vraag, richting, definitie, bron_definitie, zin
    )


def staying(pupils: Table, soort: str, *, home: str, school: str) -> Table:
    """Return the pupils whose home and school are in one area beside those whose aren't."""
    return share(
        of_known_homes(pupils),
        place="postcode4",
        period="peildatum",
        whole=nw.col("soort") == soort,
        part=nw.col(home) == nw.col(school),
    )


def distances(pupils: Table, postcodes: Table, soort: str) -> Table:
    """Return the distance of each group of pupils, with how many they are."""
    return mean(
        with_distance(of_known_homes(pupils), postcodes),
        place="postcode4",
        period="peildatum",
        value=nw.col("afstand"),
        low="aantal_laag",
        high="aantal_hoog",
        where=nw.col("soort") == soort,
    )


def living_far(pupils: Table, postcodes: Table, soort: str) -> Table:
    """Return the pupils who live far beside the others, where the distance is known."""
    return share(
        with_distance(of_known_homes(pupils), postcodes),
        place="postcode4",
        period="peildatum",
        whole=(nw.col("soort") == soort) & ~nw.col("afstand").is_null(),
        part=nw.col("afstand") > FAR,
    )


def example(soort: str, uitkomst: float, uitleg: str, *, km: bool = False) -> Example:
    """Return the worked example: a hundred pupils of one postcode, and where they go to school."""
    pupils = {
        "duo_leerlingen_po_postcode": f"""
        peildatum   vestiging soort gemeente postcode4_school postcode4 gemeente_leerling aantal
        2024-10-01  00AA00    {soort:<5} GM0402   1211             1211      GM0402            60
        2024-10-01  00AB00    {soort:<5} GM0402   1215             1211      GM0402            30
        2024-10-01  00AC00    {soort:<5} GM1942   1401             1211      GM0402            10
        """
    }
    return Example(
        given=pupils | (_POSTCODES if km else {}),
        expect=[("gemeente", "GM0402", "2024-10-01", uitkomst, uitkomst)],
        places="""
    code  boven_soort boven_code
    1211  gemeente    GM0402
    """,
        uitleg=uitleg,
    )


_POSTCODES = {
    "geo_postcodes": """
        jaar  postcode4 lat     lon
        2025  1211      52.2200 5.1700
        2025  1215      52.2200 5.2000
        2025  1401      52.2900 5.1700
        """
}
