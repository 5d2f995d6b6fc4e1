"""By when each step of a process must be taken, as the law says, and how far it is on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.plicht import Grondslag, Plicht, Versie, Waarde
from openlea.core.termijn import Binnen, Jaarlijks, PerJaar, Regel, moments_in
from openlea.core.traject import Stap, Trajectkaart
from openlea.policy.schrijfwijze import day
from openlea.policy.termijntekst import say_when

OTHER_YEAR = 0
"""A year that is never the one spoken of, so that a day is always named with its year."""


class Stapstaat(Keuze):
    """How far a step is on a day."""

    GEDAAN = "gedaan", "Gedaan"
    LAAT_GEDAAN = "laat_gedaan", "Te laat gedaan"
    OPEN = "open", "Nog te doen"
    TE_LAAT = "te_laat", "Te laat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapstand:
    """A step on a day: its last day (None: the law names none), in words, and on which article."""

    stap: Stap
    staat: Stapstaat
    uiterlijk: date | None
    wanneer: str
    gedaan_op: date | None
    grondslag: Grondslag | None
    waarde: Waarde | None

    @property
    def is_done(self) -> bool:
        """Return whether it was taken, in time or not."""
        return self.gedaan_op is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectstand:
    """A process on a day: every step in order, and the first that still waits."""

    stappen: tuple[Stapstand, ...]

    @property
    def volgende(self) -> Stapstand | None:
        """Return the step that waits with the soonest day, else the first that waits."""
        waits = [one for one in self.stappen if not one.is_done]
        return min(waits, key=lambda one: one.uiterlijk or date.max, default=None)

    @property
    def gedaan(self) -> int:
        """Return how many steps were taken."""
        return sum(one.is_done for one in self.stappen)

    @property
    def te_laat(self) -> int:
        """Return how many steps wait while their last day is over."""
        return sum(one.staat is Stapstaat.TE_LAAT for one in self.stappen)


def stand_of_traject(
    kaart: Trajectkaart,
    plichten: Mapping[str, Plicht],
    begonnen_op: date,
    gedaan: Mapping[str, date],
    today: date,
) -> Trajectstand:
    """Return how a process stands on a day; `gedaan` says on which day a step was taken."""
    dates: dict[str, date | None] = {}
    stands: list[Stapstand] = []
    for stap in kaart.stappen:
        plicht = plichten.get(stap.plicht)
        versie = _version(plicht, begonnen_op)
        regel = _rule(stap, versie)
        dates[stap.code] = _last_day(regel, _anchor(stap, regel, begonnen_op, dates, gedaan))
        stands.append(_stand(stap, versie, regel, dates[stap.code], gedaan.get(stap.code), today))
    return Trajectstand(stappen=tuple(stands))


def _version(plicht: Plicht | None, day_asked: date) -> Versie | None:
    """Return the text that holds when the process begins, else the newest there is."""
    if plicht is None:
        return None
    return plicht.on(day_asked) if plicht.in_force(day_asked) else plicht.versies[-1]


def _rule(stap: Stap, versie: Versie | None) -> Regel | None:
    if stap.regel is not None or versie is None or not stap.termijn:
        return stap.regel
    return next((one.regel for one in versie.termijnen if one.code == stap.termijn), None)


def _anchor(
    stap: Stap,
    regel: Regel | None,
    begonnen_op: date,
    dates: Mapping[str, date | None],
    gedaan: Mapping[str, date],
) -> date | None:
    """Return the day from which a step is counted.

    A length of time runs from when the step before was really taken. A day that the law names
    follows on the last day of the step before: being early doesn't bring the law forward.
    """
    if not stap.na:
        return begonnen_op
    if isinstance(regel, Binnen):
        return gedaan.get(stap.na)
    return dates.get(stap.na) or gedaan.get(stap.na) or begonnen_op


def _last_day(regel: Regel | None, anchor: date | None) -> date | None:
    """Return the last day that is on time, on or after a day; None when the law names none."""
    match regel:
        case Binnen() if anchor is not None:
            return regel.duur.ends_on(anchor)
        case Jaarlijks() | PerJaar() if anchor is not None:
            years = (anchor.year, anchor.year + 1)
            found = (one.uiterlijk for jaar in years for one in moments_in(regel, jaar))
            return next((one for one in found if one >= anchor), None)
        case _:
            return None


def _stand(
    stap: Stap,
    versie: Versie | None,
    regel: Regel | None,
    uiterlijk: date | None,
    gedaan_op: date | None,
    today: date,
) -> Stapstand:
    return Stapstand(
        stap=stap,
        staat=_state(uiterlijk, gedaan_op, today),
        uiterlijk=uiterlijk,
        wanneer=_when(regel, uiterlijk),
        gedaan_op=gedaan_op,
        grondslag=versie.grondslag if versie else None,
        waarde=versie.waarden.get(stap.waarde) if versie else None,
    )


def _state(uiterlijk: date | None, gedaan_op: date | None, today: date) -> Stapstaat:
    if gedaan_op is not None:
        late = uiterlijk is not None and gedaan_op > uiterlijk
        return Stapstaat.LAAT_GEDAAN if late else Stapstaat.GEDAAN
    return Stapstaat.TE_LAAT if uiterlijk is not None and today > uiterlijk else Stapstaat.OPEN


def _when(regel: Regel | None, uiterlijk: date | None) -> str:
    if isinstance(regel, Binnen):
        length = f"binnen {regel.duur} na: {regel.na}"
        return f"{length}, dus uiterlijk {day(uiterlijk)}" if uiterlijk else length
    if uiterlijk is None:
        return "De wet noemt geen dag"
    return say_when(regel, None, uiterlijk, OTHER_YEAR)
