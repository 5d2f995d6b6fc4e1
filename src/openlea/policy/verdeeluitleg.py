"""Why a school gets its amount, in sentences that a school can check."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from openlea.core.notatie import euro
from openlea.policy import schrijfwijze
from openlea.policy.verdeelcriteria import Criterium, Drempelregel, Puntrichting, Telwijze
from openlea.policy.verdeelpunten import Schoolpunten

CENTS = 100
GEEN_PUNTEN = "geen enkel criterium geeft punten. Ook een ondergrens geldt dan niet."


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelbedrag:
    """What one criterion gives a school: value, points of all points, share, and cents."""

    criterium: str
    waarde: Decimal | None
    punten: Decimal
    punten_samen: Decimal
    aandeel: float
    cent: int

    @property
    def zin(self) -> str:
        """Return the part as a sentence."""
        if self.waarde is None:
            return f"{self.criterium}: niet ingevuld, dus geen punten."
        return (
            f"{self.criterium}: {schrijfwijze.number(self.punten)} van "
            f"{schrijfwijze.number(self.punten_samen)} punten, dat is {euro(self.cent)}."
        )


def criterium_text(criterium: Criterium) -> str:
    """Return in one sentence how a value becomes points."""
    parts = [f"Punten zijn de waarde in kolom {criterium.kolom}"]
    if criterium.richting is Puntrichting.MINDER:
        drempel = schrijfwijze.number(criterium.drempel or Decimal(0))
        parts = [f"Punten zijn hoever kolom {criterium.kolom} onder {drempel} ligt"]
    elif criterium.drempel is not None:
        drempel = schrijfwijze.number(criterium.drempel)
        whole = criterium.drempel_telt is Drempelregel.ALLES
        parts.append(f"als die boven {drempel} ligt" if whole else f"voor zover boven {drempel}")
    if criterium.per is Telwijze.LEERLING:
        parts.append("keer het aantal leerlingen")
    return f"{', '.join(parts)}."


def school_text(
    punten: Schoolpunten,
    bedrag: int,
    delen: Sequence[Deelbedrag],
    *,
    held: int,
    stap: int,
) -> str:
    """Return why a school gets `bedrag` euros; `held` is -1 at the floor, 1 at the ceiling.

    `stap` is what amounts are rounded to, in euros.
    """
    if punten.uitgesloten:
        return f"{punten.school} krijgt niets. {punten.uitgesloten}"
    if not any(punten.punten):
        return f"{punten.school} krijgt niets: {GEEN_PUNTEN}"
    lines = [f"{punten.school} krijgt {euro(bedrag * CENTS)}.", *(deel.zin for deel in delen)]
    samen = sum(deel.cent for deel in delen)
    lines.append(_ending(bedrag * CENTS, samen, held, stap))
    return " ".join(line for line in lines if line)


def _ending(bedrag: int, samen: int, held: int, stap: int) -> str:
    """Return how the sum of the parts, in cents, became the amount."""
    if held:
        grens = "ondergrens" if held < 0 else "bovengrens"
        return f"Samen is dat {euro(samen)}; de {grens} maakt er {euro(bedrag)} van."
    if abs(bedrag - samen) >= stap * CENTS:
        return (
            f"Samen is dat {euro(samen)}; doordat voor andere scholen een grens geldt of door de "
            f"gekozen methode wordt het {euro(bedrag)}."
        )
    if bedrag != samen:
        step = "hele euro's" if stap == 1 else f"veelvouden van {euro(stap * CENTS)}"
        return f"Samen is dat {euro(samen)}, afgerond op {step}: {euro(bedrag)}."
    return ""
