"""By which criteria a budget is divided over schools, and what each of them counts for.

HEA 2024-2027, hoofdstuk 4: where money does most is decided on objectieve criteria, such as the
schoolweging, the achterstandsscore and the number of doelgroepkinderen.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import ge, gt, le, lt

from openlea.core.keuze import Keuze


class Verdeelmethode(Keuze):
    """How broken shares become whole euros; Balinski and Young, Fair Representation (2001)."""

    GROOTSTE_REST = "grootste_rest", "grootste rest (Hamilton)"
    DHONDT = "dhondt", "D'Hondt (Jefferson)"
    WEBSTER = "webster", "Webster (Sainte-Laguë)"


class Puntrichting(Keuze):
    """Which values give points: the high ones, or the low ones."""

    MEER = "meer_is_meer", "hoe hoger, hoe meer"
    MINDER = "minder_is_meer", "hoe lager, hoe meer"


class Telwijze(Keuze):
    """Whether a value is of the whole school, or of one pupil and so counts for each of them."""

    TOTAAL = "totaal", "van de hele school"
    LEERLING = "leerling", "per leerling, keer het aantal leerlingen"


class Drempelregel(Keuze):
    """What counts of a value that passes the threshold: what is beyond it, or all of it."""

    MEERDERE = "meerdere", "alleen wat voorbij de drempel ligt"
    ALLES = "alles", "de hele waarde, als die voorbij de drempel ligt"


class Voorwaarde(Keuze):
    """How a cell is held to the value of an exclusion."""

    IS = "is", "is"
    IS_NIET = "is_niet", "is niet"
    BOVEN = "boven", "is hoger dan"
    ONDER = "onder", "is lager dan"
    MINSTENS = "minstens", "is ten minste"
    HOOGSTENS = "hoogstens", "is ten hoogste"
    LEEG = "leeg", "is leeg"
    GEVULD = "gevuld", "is ingevuld"


_HELD: Mapping[Voorwaarde, Callable[[Decimal, Decimal], bool]] = {
    Voorwaarde.BOVEN: gt,
    Voorwaarde.ONDER: lt,
    Voorwaarde.MINSTENS: ge,
    Voorwaarde.HOOGSTENS: le,
}
NUMERIC = frozenset(_HELD)
BARE = frozenset({Voorwaarde.LEEG, Voorwaarde.GEVULD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterium:
    """One criterion: the column it reads, and how a value becomes points.

    `minimum` and `maximum` hold a value between bounds before it counts. `leeg_mag` says that an
    empty cell gives no points; otherwise it is a fault.
    """

    naam: str
    kolom: str
    gewicht: Decimal
    richting: Puntrichting = Puntrichting.MEER
    per: Telwijze = Telwijze.TOTAAL
    drempel: Decimal | None = None
    drempel_telt: Drempelregel = Drempelregel.MEERDERE
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    leeg_mag: bool = False
    toelichting: str = ""
    bron: str = ""

    def points(self, waarde: Decimal, leerlingen: Decimal) -> Decimal:
        """Return the points of a school, 0 or more, of its value and its number of pupils."""
        held = waarde
        if self.minimum is not None:
            held = max(held, self.minimum)
        if self.maximum is not None:
            held = min(held, self.maximum)
        counted = max(self._beyond(held), Decimal(0))
        return counted * leerlingen if self.per is Telwijze.LEERLING else counted

    def _beyond(self, held: Decimal) -> Decimal:
        if self.richting is Puntrichting.MINDER:
            return (self.drempel or Decimal(0)) - held
        if self.drempel is None:
            return held
        beyond = held - self.drempel
        whole = self.drempel_telt is Drempelregel.ALLES and beyond > 0
        return held if whole else beyond


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitsluiting:
    """Which schools get nothing, whatever they score, and why."""

    naam: str
    kolom: str
    als: Voorwaarde
    reden: str
    waarde: str | Decimal = ""

    def holds(self, cel: str | Decimal | None) -> bool:
        """Return whether this cell excludes the school; a number for a numeric condition."""
        if self.als in BARE:
            return (cel is None) is (self.als is Voorwaarde.LEEG)
        if self.als in NUMERIC:
            return isinstance(cel, Decimal) and _HELD[self.als](cel, Decimal(self.waarde))
        same = str(cel).strip().casefold() == str(self.waarde).casefold()
        return same if self.als is Voorwaarde.IS else not same


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdeelcriteria:
    """How a budget is divided: the criteria, the limits per school in euros, who gets nothing.

    Amounts are whole times `afronding` euros. `bij_gelijk` is a column whose highest value goes
    first when two schools have an equal claim to the last euro; empty is the name of the school.
    """

    titel: str
    criteria: tuple[Criterium, ...]
    uitsluitingen: tuple[Uitsluiting, ...] = ()
    school: str = "school"
    leerlingen: str = "leerlingen"
    methode: Verdeelmethode = Verdeelmethode.GROOTSTE_REST
    afronding: int = 1
    ondergrens: int = 0
    bovengrens: int | None = None
    bij_gelijk: str = ""
    toelichting: str = ""
    bron: str = ""

    def numeric_columns(self) -> frozenset[str]:
        """Return the columns that must hold numbers."""
        return frozenset(self._numeric())

    def columns(self) -> tuple[str, ...]:
        """Return every column that is read, the name of the school first."""
        others = self.numeric_columns() | {one.kolom for one in self.uitsluitingen}
        return (self.school, *sorted(others - {self.school}))

    def _numeric(self) -> Iterator[str]:
        for criterium in self.criteria:
            yield criterium.kolom
            if criterium.per is Telwijze.LEERLING:
                yield self.leerlingen
        yield from (one.kolom for one in self.uitsluitingen if one.als in NUMERIC)
        if self.bij_gelijk:
            yield self.bij_gelijk
