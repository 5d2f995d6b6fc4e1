"""Whether the distance to school gives a right to leerlingenvervoer."""

from decimal import Decimal

from openlea.core.errors import BadInput, Fout
from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst
from openlea.policy.normen.wetsdag import Wetsdag

PLICHT = "LLV-04"


def is_far_enough(afstand_km: Decimal, grens_km: Decimal, *, vanaf: bool = False) -> bool:
    """Return whether a distance is over the limit of a verordening.

    Most say 'meer dan 6 km'; `vanaf` is for one that says '6 km of meer'.
    """
    return afstand_km > grens_km or (vanaf and afstand_km == grens_km)


def _afstand(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    afstand, grens = invoer.getal("afstand"), invoer.getal("grens")
    most, number = wet.getal(PLICHT, "afstand_maximum"), schrijfwijze.number
    if grens > most:
        reden = f"een verordening mag de grens niet verder leggen dan {number(most)} km."
        raise BadInput([Fout("", "grens", reden)])
    handicap, far = invoer.ja("handicap"), is_far_enough(afstand, grens, vanaf=invoer.ja("vanaf"))
    word = "ten minste" if invoer.ja("vanaf") else "meer dan"
    told = f"De afstand is {number(afstand)} km; de verordening vraagt {word} {number(grens)} km."
    if handicap:
        told = "Voor een leerling die door een handicap vervoer nodig heeft, telt de afstand niet."
    return Uitkomst(
        norm="leerlingenvervoer_afstand",
        waarde=handicap or far,
        eenheid="ja of nee",
        oordeel=(
            "de afstand telt niet" if handicap else "ver genoeg" if far else "niet ver genoeg"
        ),
        toelichting=told,
        stappen=("Of het vervoer verder nodig is, beoordeelt het college.",),
    )


def _km(naam: str, betekenis: str, most: int) -> Gegeven:
    return Gegeven(
        naam=naam,
        betekenis=betekenis,
        soort=Soort.GETAL,
        eenheid="km",
        maximum=Decimal(most),
    )


def _whether(naam: str, betekenis: str) -> Gegeven:
    return Gegeven(naam=naam, betekenis=betekenis, soort=Soort.JA_NEE, verplicht=False)


NORMEN = (
    Norm(
        naam="leerlingenvervoer_afstand",
        titel="Recht op leerlingenvervoer naar de basisschool door de afstand",
        eenheid="ja of nee",
        plichten=(PLICHT,),
        gegevens=(
            _km("afstand", "kortste veilige weg naar de dichtstbijzijnde school", 500),
            _km("grens", "de afstandsgrens van de verordening", 100),
            _whether("vanaf", "of een afstand die gelijk is aan de grens ook telt"),
            _whether("handicap", "of de leerling door een handicap vervoer nodig heeft"),
        ),
        rekenen=_afstand,
    ),
)
