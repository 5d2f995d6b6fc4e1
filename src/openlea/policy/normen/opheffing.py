"""How many pupils a basisschool needs: the opheffingsnorm, the stichtingsnorm and the count."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Self

from openlea.policy import schrijfwijze
from openlea.policy.normen.gegeven import Gegeven, Soort
from openlea.policy.normen.invoer import Invoer
from openlea.policy.normen.norm import Norm
from openlea.policy.normen.uitkomst import Uitkomst, half_up, written
from openlea.policy.normen.wetsdag import Wetsdag

PLICHT = "OPH-01"
NIEUW = "OPH-05"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formule:
    """The numbers of WPO article 140: factor x d / (vast + per_dichtheid x d), within bounds."""

    factor: Fraction
    vast: Fraction
    per_dichtheid: Fraction
    minimum: int
    maximum: int
    km2_minimum: Fraction
    dichtheid_maximum: Fraction

    @classmethod
    def of(cls, wet: Wetsdag) -> Self:
        """Return the formula that holds on the day of this law."""
        return cls(
            factor=wet.deel(PLICHT, "factor"),
            vast=wet.deel(PLICHT, "noemer_vast"),
            per_dichtheid=wet.deel(PLICHT, "noemer_dichtheid"),
            minimum=wet.geheel(PLICHT, "minimum"),
            maximum=wet.geheel(PLICHT, "maximum"),
            km2_minimum=wet.deel(PLICHT, "km2_minimum"),
            dichtheid_maximum=wet.deel(PLICHT, "dichtheid_maximum"),
        )

    def dichtheid(self, kinderen: int, km2: Decimal | Fraction, *, deel: bool = False) -> Fraction:
        """Return inhabitants of 4 to 11 per km2 of land; a part of a gemeente has no least area."""
        area = Fraction(km2) if deel else max(Fraction(km2), self.km2_minimum)
        return min(Fraction(kinderen) / area, self.dichtheid_maximum)

    def norm(self, dichtheid: Fraction) -> int:
        """Return the least number of pupils at a density, half up and within the bounds."""
        exact = self.factor * dichtheid / (self.vast + self.per_dichtheid * dichtheid)
        return min(max(half_up(exact), self.minimum), self.maximum)


def telling(leerlingen: int, opslag: Fraction) -> int:
    """Return the pupils of 1 October with the surcharge of the law, rounded down (WPO 138)."""
    return floor(leerlingen * opslag)


def stichtingsnorm(opheffingsnorm: int, verhouding: Fraction, minimum: int) -> int:
    """Return how many pupils a new school needs: so many times the norm, half up (WPO 76)."""
    return max(half_up(opheffingsnorm * verhouding), minimum)


def _opheffingsnorm(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    formule = Formule.of(wet)
    kinderen, km2, deel = invoer.geheel("kinderen"), invoer.getal("km2"), invoer.ja("deel")
    dichtheid = formule.dichtheid(kinderen, km2, deel=deel)
    norm = formule.norm(dichtheid)
    number = schrijfwijze.number
    return Uitkomst(
        norm="opheffingsnorm",
        waarde=Decimal(norm),
        eenheid="leerlingen",
        toelichting=(
            f"{number(kinderen)} kinderen van 4 tot en met 11 jaar op {number(km2)} km² is een "
            f"leerlingdichtheid van {written(dichtheid)}. De norm is dan {norm} leerlingen."
        ),
        stappen=tuple(_steps(formule, km2, dichtheid, deel=deel)),
    )


def _steps(formule: Formule, km2: Decimal, dichtheid: Fraction, *, deel: bool) -> list[str]:
    exact = formule.factor * dichtheid / (formule.vast + formule.per_dichtheid * dichtheid)
    told = [f"De formule geeft {written(exact)}."]
    if km2 < formule.km2_minimum and not deel:
        told.insert(0, f"Een gemeente telt voor ten minste {written(formule.km2_minimum)} km².")
    if dichtheid == formule.dichtheid_maximum:
        told.insert(0, f"De dichtheid is ten hoogste {written(dichtheid)}.")
    if not formule.minimum <= half_up(exact) <= formule.maximum:
        told.append(f"De norm ligt tussen {formule.minimum} en {formule.maximum}.")
    return told


def _telling(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    leerlingen, opslag = invoer.geheel("leerlingen"), wet.deel(PLICHT, "telling")
    counted = telling(leerlingen, opslag)
    return Uitkomst(
        norm="telling",
        waarde=Decimal(counted),
        eenheid="leerlingen",
        toelichting=(
            f"{leerlingen} leerlingen op 1 oktober, keer {written(opslag)} en naar beneden "
            f"afgerond, telt als {counted}."
        ),
    )


def _stichtingsnorm(invoer: Invoer, wet: Wetsdag) -> Uitkomst:
    norm, minimum = invoer.geheel("opheffingsnorm"), wet.geheel(NIEUW, "stichtingsnorm_minimum")
    teller = wet.deel(NIEUW, "verhouding_teller")
    noemer = wet.deel(NIEUW, "verhouding_noemer")
    found = stichtingsnorm(norm, teller / noemer, minimum)
    return Uitkomst(
        norm="stichtingsnorm",
        waarde=Decimal(found),
        eenheid="leerlingen",
        toelichting=(
            f"{written(teller)}/{written(noemer)} van de opheffingsnorm {norm} is "
            f"{written(norm * teller / noemer)}; de stichtingsnorm is ten minste {minimum}. "
            f"Zij is dus {found} leerlingen."
        ),
    )


KINDEREN = Gegeven(
    naam="kinderen",
    betekenis="inwoners van 4 tot en met 11 jaar, volgens het CBS",
    soort=Soort.GEHEEL,
    eenheid="kinderen",
    maximum=Decimal(1_000_000),
)
KM2 = Gegeven(
    naam="km2",
    betekenis="oppervlakte van het land, zonder water",
    soort=Soort.GETAL,
    eenheid="km²",
    minimum=Decimal("0.01"),
    maximum=Decimal(50_000),
)
DEEL = Gegeven(
    naam="deel",
    betekenis="of het om een deel van een gesplitste gemeente gaat",
    soort=Soort.JA_NEE,
    verplicht=False,
)
NORMEN = (
    Norm(
        naam="opheffingsnorm",
        titel="Opheffingsnorm van een gemeente",
        eenheid="leerlingen",
        plichten=(PLICHT,),
        gegevens=(KINDEREN, KM2, DEEL),
        rekenen=_opheffingsnorm,
        artikelen=("140", "154"),
    ),
    Norm(
        naam="telling",
        titel="Telling van leerlingen voor de opheffingsnorm",
        eenheid="leerlingen",
        plichten=(PLICHT,),
        gegevens=(
            Gegeven(
                naam="leerlingen",
                betekenis="leerlingen op 1 oktober, zonder nevenvestigingen",
                soort=Soort.GEHEEL,
                eenheid="leerlingen",
                maximum=Decimal(100_000),
            ),
        ),
        rekenen=_telling,
        artikelen=("138", "152"),
    ),
    Norm(
        naam="stichtingsnorm",
        titel="Stichtingsnorm voor een nieuwe basisschool",
        eenheid="leerlingen",
        plichten=(NIEUW,),
        gegevens=(
            Gegeven(
                naam="opheffingsnorm",
                betekenis="de opheffingsnorm van de gemeente",
                soort=Soort.GEHEEL,
                eenheid="leerlingen",
                maximum=Decimal(1_000),
            ),
        ),
        rekenen=_stichtingsnorm,
        artikelen=("76", "77"),
    ),
)
