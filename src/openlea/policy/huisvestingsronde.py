"""The yearly round for school buildings, and who has which duty for a building by law.

By WPO 95 the programme of a year is decided in the year before. The law leaves the days to the
municipality (WPO 93-96); it only asks to talk about the work within four weeks (WPO 95, 8).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from openlea.core.keuze import Keuze
from openlea.policy.ruimtebehoefte import READ

VOORZIENINGEN: Mapping[str, str] = {
    "nieuwbouw": "Nieuwbouw",
    "uitbreiding": "Uitbreiding",
    "bestaand gebouw": "Bestaand gebouw in gebruik nemen",
    "verplaatsing": "Verplaatsing",
    "terrein": "Terrein",
    "eerste inrichting": "Eerste inrichting: leermiddelen en meubilair",
    "medegebruik": "Medegebruik",
    "constructiefout": "Herstel van een constructiefout",
    "schade": "Herstel van schade door bijzondere omstandigheden",
}
"""What WPO 92, 1 calls a voorziening; renovation isn't one (read in the text of 2026-08-01)."""


WEKEN = "_weken"
"""How a term ends that runs from the day of the programme."""


class Taakhouder(Keuze):
    """Who has a duty for a school building."""

    GEMEENTE = "gemeente", "Gemeente"
    BESTUUR = "schoolbestuur", "Schoolbestuur"
    SAMEN = "samen", "Samen af te spreken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebouwtaak:
    """A duty, who has it, where that stands, and whether somebody read it there."""

    wat: str
    wie: Taakhouder
    waar: str
    controle: str = "V"

    @property
    def is_read(self) -> bool:
        """Return whether somebody read it in the law."""
        return self.controle in READ


TAKEN = (
    Gebouwtaak(
        wat="Zorgen voor de huisvesting van alle scholen in de gemeente, op gelijke voet",
        wie=Taakhouder.GEMEENTE,
        waar="WPO 91",
    ),
    Gebouwtaak(
        wat="Nieuwbouw, uitbreiding, terrein, medegebruik en eerste inrichting",
        wie=Taakhouder.GEMEENTE,
        waar="WPO 92, eerste lid, onder a",
    ),
    Gebouwtaak(
        wat="Herstel van constructiefouten en van schade door bijzondere omstandigheden",
        wie=Taakhouder.GEMEENTE,
        waar="WPO 92, eerste lid, onder b",
    ),
    Gebouwtaak(
        wat="Een voorziening aanvragen, voor de dag die het college bepaalt",
        wie=Taakhouder.BESTUUR,
        waar="WPO 94",
    ),
    Gebouwtaak(
        wat="Een voorziening bouwen waarvoor geld is toegekend, tenzij anders afgesproken",
        wie=Taakhouder.BESTUUR,
        waar="WPO 103",
    ),
    Gebouwtaak(
        wat="Onderhoud en aanpassing van het gebouw, binnen en buiten",
        wie=Taakhouder.BESTUUR,
        waar="Stb. 2014, 175: niet meer genoemd in WPO 92",
        controle="K",
    ),
    Gebouwtaak(
        wat="Ventilatie en binnenklimaat volgens de bouwregels",
        wie=Taakhouder.BESTUUR,
        waar="Besluit bouwwerken leefomgeving",
        controle="K",
    ),
    Gebouwtaak(
        wat="Renovatie: de wet noemt haar niet",
        wie=Taakhouder.SAMEN,
        waar="WPO 92; wetsvoorstel 36692 is nog geen wet",
    ),
    Gebouwtaak(
        wat="Een bedrag per jaar voor alle huisvesting (doordecentralisatie)",
        wie=Taakhouder.SAMEN,
        waar="WPO 111: besluit van de raad, als het bestuur het ermee eens is",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondedagen:
    """The days of the ordinance as (month, day) in the year before, and two terms in weeks."""

    aanvraag_voor: tuple[int, int]
    aanvullen_voor: tuple[int, int]
    overleg_voor: tuple[int, int]
    programma_voor: tuple[int, int]
    beschikking_weken: int
    uitvoering_weken: int
    controle: Mapping[str, str]

    def is_read(self, key: str) -> bool:
        """Return whether somebody read this day or term."""
        return self.controle.get(key, "") in READ


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondestap:
    """A step of the round: what is done, by which day, by whom, and whether that was read."""

    code: str
    wat: str
    voor: date
    wie: Taakhouder
    waar: str
    gelezen: bool

    def is_over(self, today: date) -> bool:
        """Return whether it is too late: 'before' a day leaves it out, 'within' weeks doesn't."""
        return today > self.voor if self.code.endswith(WEKEN) else today >= self.voor


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisvestingsronde:
    """The round for the programme of a year, its steps in order."""

    jaar: int
    stappen: tuple[Rondestap, ...]

    def next_step(self, today: date) -> Rondestap | None:
        """Return the first step whose day hasn't passed; None when all have."""
        return next((one for one in self.stappen if not one.is_over(today)), None)

    def is_on_time(self, ingediend_op: date) -> bool:
        """Return whether an aanvraag came before its day; the day itself is too late."""
        return ingediend_op < self.stappen[0].voor


_STAPPEN = (
    ("aanvraag_voor", "Aanvragen indienen", Taakhouder.BESTUUR, "WPO 94"),
    ("aanvullen_voor", "Onvolledige aanvragen aanvullen", Taakhouder.BESTUUR, "WPO 94"),
    ("overleg_voor", "Overleg met de schoolbesturen", Taakhouder.GEMEENTE, "WPO 95"),
    (
        "programma_voor",
        "Plafond, programma en overzicht vaststellen",
        Taakhouder.GEMEENTE,
        "WPO 93, 95 en 96",
    ),
    (
        "beschikking_weken",
        "Beschikking aan elk schoolbestuur",
        Taakhouder.GEMEENTE,
        "eigen verordening",
    ),
    ("uitvoering_weken", "Overleg over de uitvoering", Taakhouder.GEMEENTE, "WPO 95, achtste lid"),
)


def round_of(jaar: int, dagen: Rondedagen) -> Huisvestingsronde:
    """Return the round for the programme of a year, with its days in the year before."""
    return Huisvestingsronde(
        jaar=jaar,
        stappen=tuple(
            Rondestap(
                code=code,
                wat=wat,
                voor=_day_of(code, jaar, dagen),
                wie=wie,
                waar=waar,
                gelezen=dagen.is_read(code),
            )
            for code, wat, wie, waar in _STAPPEN
        ),
    )


def _day_of(code: str, jaar: int, dagen: Rondedagen) -> date:
    """Return the day of a step; a term in weeks runs from the day of the programme."""
    if code.endswith(WEKEN):
        weeks = timedelta(weeks=getattr(dagen, code))
        return date(jaar - 1, *dagen.programma_voor) + weeks
    return date(jaar - 1, *getattr(dagen, code))


def current_year(dagen: Rondedagen, today: date) -> int:
    """Return the programme year whose round isn't over: the next one, or this one in January."""
    this = round_of(today.year, dagen)
    return today.year if this.next_step(today) else today.year + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Plafondstand:
    """What of the ceiling of a year was granted, in euros; `plafond` None when none was set."""

    plafond: Decimal | None
    toegekend: Decimal
    zonder_bedrag: int

    @property
    def over(self) -> Decimal | None:
        """Return what is left; below zero more was granted than the ceiling holds."""
        return None if self.plafond is None else self.plafond - self.toegekend


def judge_ceiling(plafond: Decimal | None, bedragen: Iterable[Decimal | None]) -> Plafondstand:
    """Return the state of a ceiling, given the amounts on the programme."""
    known = list(bedragen)
    return Plafondstand(
        plafond=plafond,
        toegekend=sum((one for one in known if one is not None), Decimal(0)),
        zonder_bedrag=sum(one is None for one in known),
    )
