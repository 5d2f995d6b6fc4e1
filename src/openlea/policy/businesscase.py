"""A business case: who pays, who gains, from which year on, and what everybody assumes.

Every assumption has a source and an owner; one that lacks either is counted, never hidden.
"""

from dataclasses import dataclass

from openlea.core.keuze import Keuze


class Kashouder(Keuze):
    """Whose budget it is."""

    GEMEENTE_VERVOER = "gemeente_vervoer", "Gemeente, leerlingenvervoer"
    GEMEENTE_JEUGD = "gemeente_jeugd", "Gemeente, jeugdhulp"
    GEMEENTE_HUISVESTING = "gemeente_huisvesting", "Gemeente, huisvesting"
    GEMEENTE_ONDERWIJS = "gemeente_onderwijs", "Gemeente, onderwijsbeleid"
    SWV = "swv", "Samenwerkingsverband"
    SCHOOLBESTUUR = "schoolbestuur", "Schoolbestuur"
    RIJK = "rijk", "Rijk"


class Richting(Keuze):
    """Whether a budget pays or gains."""

    LAST = "last", "Kost geld"
    BAAT = "baat", "Levert geld op"


class Aard(Keuze):
    """Whether it is once or every year."""

    EENMALIG = "eenmalig", "Eenmalig"
    STRUCTUREEL = "structureel", "Elk jaar"


class Spreidingsvorm(Keuze):
    """How likely the values between low and high are."""

    VAST = "vast", "Vast"
    GELIJK = "gelijk", "Elke waarde even waarschijnlijk"
    DRIEHOEK = "driehoek", "Het midden het waarschijnlijkst"
    PERT = "pert", "Rond het midden, de uitersten zeldzaam"


class Effect(Keuze):
    """What happens to something that isn't money."""

    BETER = "beter", "Beter"
    SLECHTER = "slechter", "Slechter"
    ONBEKEND = "onbekend", "Niet bekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanname:
    """A value that is assumed, with its ends; where it comes from and who stands behind it."""

    id: str
    naam: str
    laag: float
    midden: float
    hoog: float
    eenheid: str
    verdeling: Spreidingsvorm
    bron: str
    eigenaar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaspost:
    """A flow of money of one budget: the product of assumptions, from a year to a year.

    `ingroei` is the share of it in its first years; the last share holds from then on. `groei` is
    the assumption by which it grows a year, '' for none.
    """

    naam: str
    kas: Kashouder
    richting: Richting
    aard: Aard
    maal: tuple[str, ...]
    van: int
    tot: int
    ingroei: tuple[float, ...] = (1.0,)
    groei: str = ""

    def weights(self, eerste: int, jaren: int) -> tuple[float, ...]:
        """Return its share in each year of the case."""
        return tuple(self._share(eerste + n) for n in range(jaren))

    def _share(self, jaar: int) -> float:
        if not self.van <= jaar <= self.tot:
            return 0.0
        return self.ingroei[min(jaar - self.van, len(self.ingroei) - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neveneffect:
    """What changes for whom, beside the money."""

    wat: str
    wie: str
    effect: Effect
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Casescenario:
    """So many pupils of a kind get support close to home, from a year on."""

    soort: str
    leerlingen: str
    vanaf: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Businesscase:
    """A case as its file says it; `rente` is the assumption that discounts, '' for none."""

    titel: str
    toelichting: str
    eerste_jaar: int
    jaren: int
    rente: str
    scenario: Casescenario | None
    aannamen: tuple[Aanname, ...]
    posten: tuple[Kaspost, ...]
    niet_in_geld: tuple[Neveneffect, ...]

    @property
    def laatste_jaar(self) -> int:
        """Return the last year that is looked at."""
        return self.eerste_jaar + self.jaren - 1

    def kassen(self) -> tuple[Kashouder, ...]:
        """Return the budgets that pay or gain, in the order of the list."""
        used = {one.kas for one in self.posten}
        return tuple(one for one in Kashouder if one in used)

    def zonder_bron(self) -> tuple[Aanname, ...]:
        """Return the assumptions without a source."""
        return tuple(one for one in self.aannamen if not one.bron)

    def zonder_eigenaar(self) -> tuple[Aanname, ...]:
        """Return the assumptions that nobody stands behind."""
        return tuple(one for one in self.aannamen if not one.eigenaar)
