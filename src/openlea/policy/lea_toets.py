"""Whether this year's consultation covered every topic of the law, and with which goals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.plicht import Onderwerp
from openlea.core.verplichting import BewijsStaat
from openlea.policy.meetbaarheid import Onderdeel
from openlea.policy.schrijfwijze import listing

ALLE_DELEN = tuple(Onderdeel)


class LeaStap(Keuze):
    """The one thing to do next for a topic, most urgent first."""

    BESPREEK = "bespreek", "Bespreek het in het overleg en leg het verslag vast."
    BEOORDEEL = "beoordeel", "Beoordeel het bewijs dat is voorgesteld."
    DOEL = "doel", "Spreek een doel af en koppel het aan dit onderwerp."
    MEETBAAR = "meetbaar", "Maak het doel meetbaar."
    KLAAR = "klaar", "Niets meer te doen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Bespreking:
    """Proof of a consultation: what it covers (nothing named is all of it) and where it stands.

    `op` is the day of the consultation; `taak` the number of the obligation that it belongs to.
    """

    titel: str
    staat: BewijsStaat
    taak: int
    op: date | None = None
    onderwerpen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leadoel:
    """A goal that serves a topic ('' for none in particular): a target with the parts it has."""

    code: str
    maat: str
    actie: str
    onderwerp: str
    aanwezig: frozenset[Onderdeel]

    @property
    def ontbreekt(self) -> tuple[Onderdeel, ...]:
        """Return what it lacks to be measurable, in a fixed order."""
        return tuple(deel for deel in ALLE_DELEN if deel not in self.aanwezig)

    @property
    def is_meetbaar(self) -> bool:
        """Return whether it has a baseline, a target, a date and an owner."""
        return not self.ontbreekt


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerpstand:
    """How far one topic is: talked over when, proven by what, with which goals, what lacks."""

    onderwerp: Onderwerp
    besproken: tuple[Bespreking, ...]
    voorgesteld: tuple[Bespreking, ...]
    ander_jaar: tuple[Bespreking, ...]
    doelen: tuple[Leadoel, ...]
    stap: LeaStap

    @property
    def is_besproken(self) -> bool:
        """Return whether accepted proof says that it was talked over in the year."""
        return bool(self.besproken)

    @property
    def is_meetbaar(self) -> bool:
        """Return whether a goal is measurable."""
        return any(doel.is_meetbaar for doel in self.doelen)

    @property
    def ontbreekt(self) -> str:
        """Return in Dutch what is missing, as one phrase; empty when nothing is."""
        return listing(_missing(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leatelling:
    """Of how many topics it is shown that they were talked over, and how many are measurable."""

    totaal: int
    besproken: int
    meetbaar: int

    @property
    def is_rond(self) -> bool:
        """Return whether every topic was talked over; goals are asked as far as possible."""
        return 0 < self.totaal == self.besproken


def judge_onderwerp(
    onderwerp: Onderwerp, jaar: int, besprekingen: Iterable[Bespreking], doelen: Iterable[Leadoel]
) -> Onderwerpstand:
    """Return how far a topic is in a calendar year.

    Proof of a day in another year says nothing of this one; without a day the person who accepted
    it decided. A goal counts when it names the topic.
    """
    about = [one for one in besprekingen if _covers(one, onderwerp.code)]
    this_year = [one for one in about if one.op is None or one.op.year == jaar]
    besproken = tuple(one for one in this_year if one.staat is BewijsStaat.AANVAARD)
    voorgesteld = tuple(one for one in this_year if one.staat is BewijsStaat.VOORGESTELD)
    own = tuple(one for one in doelen if one.onderwerp == onderwerp.code)
    return Onderwerpstand(
        onderwerp=onderwerp,
        besproken=tuple(sorted(besproken, key=lambda one: one.op or date.min)),
        voorgesteld=voorgesteld,
        ander_jaar=tuple(one for one in about if one not in this_year),
        doelen=own,
        stap=_next(besproken, voorgesteld, own),
    )


def tally(standen: Iterable[Onderwerpstand]) -> Leatelling:
    """Return how many topics were talked over, and how many have a measurable goal."""
    each = list(standen)
    return Leatelling(
        totaal=len(each),
        besproken=sum(one.is_besproken for one in each),
        meetbaar=sum(one.is_meetbaar for one in each),
    )


def _covers(one: Bespreking, code: str) -> bool:
    if one.staat is BewijsStaat.AFGEWEZEN:
        return False
    return not one.onderwerpen or code in one.onderwerpen


def _next(
    besproken: Sequence[Bespreking], voorgesteld: Sequence[Bespreking], doelen: Sequence[Leadoel]
) -> LeaStap:
    if not besproken:
        return LeaStap.BEOORDEEL if voorgesteld else LeaStap.BESPREEK
    if not doelen:
        return LeaStap.DOEL
    return LeaStap.KLAAR if any(one.is_meetbaar for one in doelen) else LeaStap.MEETBAAR


def _missing(stand: Onderwerpstand) -> list[str]:
    missing = [] if stand.is_besproken else ["aanvaard bewijs van het overleg"]
    if not stand.doelen:
        return [*missing, "een doel"]
    if stand.is_meetbaar:
        return missing
    nearest = min(stand.doelen, key=lambda one: len(one.ontbreekt))
    return [*missing, *(f"{deel.label} van {nearest.code}" for deel in nearest.ontbreekt)]
