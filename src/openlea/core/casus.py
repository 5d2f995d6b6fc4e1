"""What is known of a casus of the doorbraakaanpak: days, steps and amounts, and never who it is."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Self

from openlea.core.keuze import Keuze

VORM = 1
"""The form in which a casus is written in the vault."""
LONGEST = 300
"""Signs of a short text."""


class Casusschool(Keuze):
    """What kind of school the pupil is enrolled at."""

    BAO = "bao", "Basisschool"
    SBO = "sbo", "Speciaal basisonderwijs"
    SO = "so", "Speciaal onderwijs"
    VO = "vo", "Voortgezet onderwijs"
    VSO = "vso", "Voortgezet speciaal onderwijs"
    MBO = "mbo", "Mbo"
    GEEN = "geen", "Geen school"


class Beslisser(Keuze):
    """Who takes the decision that everybody waits for."""

    SCHOOL = "school", "De school"
    BESTUUR = "bestuur", "Het schoolbestuur"
    SWV = "swv", "Het samenwerkingsverband"
    GEMEENTE = "gemeente", "De gemeente"
    JEUGDHULP = "jeugdhulp", "De jeugdhulp"
    SAMEN = "samen", "De tafel samen"


class Inzet(Keuze):
    """What was tried."""

    GESPREK = "gesprek", "Gesprek met ouders en jongere"
    ROOSTER = "rooster", "Aangepast rooster"
    BEGELEIDING = "begeleiding", "Begeleiding op school"
    ONDERZOEK = "onderzoek", "Onderzoek of advies van een deskundige"
    ANDERE_SCHOOL = "andere_school", "Andere school gezocht"
    TIJDELIJK = "tijdelijk", "Tijdelijke plek"
    AFSTAND = "afstand", "Onderwijs op afstand"
    JEUGDHULP = "jeugdhulp", "Jeugdhulp ingezet"
    CONSULENT = "consulent", "Onderwijs(zorg)consulent gevraagd"
    ANDERS = "anders", "Iets anders"


class Uitkomst(Keuze):
    """How a casus ended."""

    TERUG = "terug", "Terug op school"
    ANDERE_PLEK = "andere_plek", "Op een andere plek in het onderwijs"
    HULP = "hulp", "Hulp, nog geen onderwijs"
    THUIS = "thuis", "Nog thuis"


class Verlengreden(Keuze):
    """Why a casus is kept longer: a closed list, for the reason itself stands in the log."""

    OPEN = "open", "De casus loopt nog"
    GESCHIL = "geschil", "Er loopt een klacht, bezwaar of geschil"
    NAZORG = "nazorg", "De tafel volgt of het goed blijft gaan"


@dataclass(frozen=True, slots=True)
class Casusstap:
    """A step of the escalatieladder (its id on the shelf), and since when."""

    trede: str
    op: date


@dataclass(frozen=True, slots=True)
class Poging:
    """What was tried, when, and in a few words how it went."""

    soort: Inzet
    op: date
    kort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maatwerkbudget:
    """Money asked for one casus: whole cents, and the days of asking and deciding."""

    gevraagd: int
    gevraagd_op: date
    toegekend: int | None = None
    besloten_op: date | None = None

    @property
    def dagen(self) -> int | None:
        """Return the days to the decision; None as long as there is none."""
        return None if self.besloten_op is None else (self.besloten_op - self.gevraagd_op).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Casusinhoud:
    """All that the table knows. `stappen` and `gedaan` are in order of day; text is short."""

    thuis_sinds: date
    school: Casusschool
    beslist: Beslisser
    stappen: tuple[Casusstap, ...]
    aangemeld_op: date | None = None
    gedaan: tuple[Poging, ...] = ()
    budgetten: tuple[Maatwerkbudget, ...] = ()
    volgende: str = ""
    volgende_voor: date | None = None
    uitkomst: Uitkomst | None = None
    uitkomst_op: date | None = None

    @property
    def begonnen_op(self) -> date:
        """Return the day of the first step: since then there is a casus."""
        return self.stappen[0].op

    @property
    def trede(self) -> str:
        """Return the step of the ladder that it is on."""
        return self.stappen[-1].trede

    @property
    def is_gesloten(self) -> bool:
        """Return whether it ended."""
        return self.uitkomst is not None

    def as_json(self) -> dict[str, Any]:
        """Return it as the vault keeps it."""
        told = asdict(self, dict_factory=_plain)
        return {"vorm": VORM, **told}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """Return what the vault kept; ValueError for a form that this version does not read."""
        if told.get("vorm") != VORM:
            raise ValueError("this version does not read this form of a casus")
        return cls(
            thuis_sinds=_day(told["thuis_sinds"]),
            school=Casusschool(told["school"]),
            beslist=Beslisser(told["beslist"]),
            stappen=tuple(Casusstap(one["trede"], _day(one["op"])) for one in told["stappen"]),
            aangemeld_op=_maybe(told["aangemeld_op"]),
            gedaan=tuple(
                Poging(Inzet(one["soort"]), _day(one["op"]), one["kort"]) for one in told["gedaan"]
            ),
            budgetten=tuple(map(_budget, told["budgetten"])),
            volgende=told["volgende"],
            volgende_voor=_maybe(told["volgende_voor"]),
            uitkomst=Uitkomst(told["uitkomst"]) if told["uitkomst"] else None,
            uitkomst_op=_maybe(told["uitkomst_op"]),
        )


def days_between(since: date, until: date) -> int:
    """Return whole days; a day that lies ahead counts as nought."""
    return max(0, (until - since) // timedelta(days=1))


def _plain(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in pairs}


def _budget(told: Mapping[str, Any]) -> Maatwerkbudget:
    return Maatwerkbudget(
        gevraagd=told["gevraagd"],
        gevraagd_op=_day(told["gevraagd_op"]),
        toegekend=told["toegekend"],
        besloten_op=_maybe(told["besloten_op"]),
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _maybe(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
