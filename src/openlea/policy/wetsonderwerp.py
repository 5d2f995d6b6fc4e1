"""Which topics of the law were on the table in a year, which are still to come, and which are open.

Only an item that was dealt with in a meeting that was held covers a topic; one on the agenda of a
coming meeting plans it. Items that moved on or lapsed and meetings that were called off do neither.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from openlea.core.keuze import Keuze
from openlea.core.overleg import Overlegkaart, PuntStaat
from openlea.core.plicht import Aard, Grondslag, Onderwerp, Plicht, Versie
from openlea.core.termijn import Bij, moments_in
from openlea.policy.vergaderregel import Puntregel, Vergaderregel


class BehandelStaat(Keuze):
    """How far a topic or a standing item is in a year."""

    BEHANDELD = "behandeld", "Behandeld"
    GEPLAND = "gepland", "Gepland"
    OPEN = "open", "Nog open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Behandeling:
    """How far something is, and the meeting (number and day) that says so; none when open."""

    staat: BehandelStaat = BehandelStaat.OPEN
    vergadering: int | None = None
    op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wetsonderwerp:
    """A topic of a duty in a year; `code` is '' for a duty that is one topic as a whole.

    `elk_jaar` says that the law asks it this year; else `wanneer` says at what event it is asked.
    `tafels` says per meeting (by number) whether it dealt with the topic or will.
    """

    plicht: str
    code: str
    titel: str
    grondslag: Grondslag
    elk_jaar: bool
    wanneer: str = ""
    behandeling: Behandeling = Behandeling()
    tafels: Mapping[int, BehandelStaat] = field(default_factory=dict)

    @property
    def staat(self) -> BehandelStaat:
        """Return how far it is."""
        return self.behandeling.staat

    @property
    def is_gap(self) -> bool:
        """Return whether the law asks it this year and no agenda holds it."""
        return self.elk_jaar and self.staat is BehandelStaat.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastpunt:
    """A standing item in a year; `ontbreekt` are the coming meetings that lack it."""

    vast: str
    titel: str
    behandeling: Behandeling = Behandeling()
    ontbreekt: tuple[int, ...] = ()


def topics_of(
    kaart: Overlegkaart,
    plichten: Mapping[str, Plicht],
    jaar: int,
    meetings: Sequence[Vergaderregel],
    today: date,
) -> tuple[Wetsonderwerp, ...]:
    """Return every topic of the duties of a kind that hold in a year, and how far it is.

    `meetings` are those of that year, of series that serve these duties.
    """
    return tuple(
        _topic(kaart, (plicht, versie, jaar), onderwerp, meetings, today)
        for plicht, versie in duties_of(kaart, plichten, jaar)
        for onderwerp in parts_of(plicht)
    )


def _topic(
    kaart: Overlegkaart,
    law: tuple[Plicht, Versie, int],
    onderwerp: Onderwerp,
    meetings: Sequence[Vergaderregel],
    today: date,
) -> Wetsonderwerp:
    plicht, versie, jaar = law
    about = partial(covers, kaart, plicht, onderwerp.code)
    each = {one.nummer: find_behandeling([one], today, about).staat for one in meetings}
    return Wetsonderwerp(
        plicht=plicht.id,
        code=onderwerp.code,
        titel=onderwerp.titel,
        grondslag=versie.grondslag,
        elk_jaar=is_yearly(plicht, versie, jaar),
        wanneer=_event(versie),
        behandeling=find_behandeling(meetings, today, about),
        tafels={nr: staat for nr, staat in each.items() if staat is not BehandelStaat.OPEN},
    )


def duties_of(
    kaart: Overlegkaart, plichten: Mapping[str, Plicht], jaar: int
) -> Iterator[tuple[Plicht, Versie]]:
    """Yield the duties of a kind with the version that holds at the end of a year."""
    for naam in kaart.plichten:
        plicht = plichten.get(naam)
        day = date(jaar, 12, 31)
        if plicht is not None and plicht.in_force(day):
            yield plicht, plicht.on(day)


def parts_of(plicht: Plicht) -> tuple[Onderwerp, ...]:
    """Return the topics of a duty; one that names none is one topic as a whole."""
    return plicht.onderwerpen or (Onderwerp(code="", titel=plicht.titel),)


def is_yearly(plicht: Plicht, versie: Versie, jaar: int) -> bool:
    """Return whether the law asks a duty in this very year, whatever happens."""
    return plicht.aard is Aard.PLICHT and bool(last_days(versie, jaar))


def last_days(versie: Versie, jaar: int) -> tuple[date, ...]:
    """Return the last days on which a version asks something in a year, soonest first."""
    found = {moment.uiterlijk for t in versie.termijnen for moment in moments_in(t.regel, jaar)}
    return tuple(sorted(day for day in found if day.year == jaar))


def covers(
    kaart: Overlegkaart, plicht: Plicht, code: str, meeting: Vergaderregel, punt: Puntregel
) -> bool:
    """Return whether an item of a meeting is about a topic of a duty.

    The same topic can stand in two duties of one kind of consultation, as in the WPO and the WVO:
    at the table it is one topic, if those who hold the other duty sit there too.
    """
    if punt.plicht == plicht.id:
        return punt.onderwerp == code or not code
    if not code or punt.onderwerp != code or punt.plicht not in kaart.plichten:
        return False
    return meeting.houders is None or set(plicht.houders) <= meeting.houders


def standing_of(
    kaart: Overlegkaart, meetings: Sequence[Vergaderregel], today: date
) -> tuple[Vastpunt, ...]:
    """Return the standing items of a kind in the meetings of one series."""
    return tuple(
        Vastpunt(
            vast=punt.vast,
            titel=punt.titel,
            behandeling=find_behandeling(meetings, today, partial(_is_standing, punt.vast)),
            ontbreekt=tuple(
                one.nummer
                for one in meetings
                if one.is_coming(today) and not any(p.vast == punt.vast for p in _live(one))
            ),
        )
        for punt in kaart.punten
        if punt.vast
    )


def find_behandeling(
    meetings: Sequence[Vergaderregel],
    today: date,
    about: Callable[[Vergaderregel, Puntregel], bool],
) -> Behandeling:
    """Return how far something is: the first meeting that dealt with it, or else that will."""
    order = sorted(meetings, key=lambda one: (one.op, one.nummer))
    for one in order:
        if one.is_held and any(about(one, punt) for punt in _dealt(one)):
            return Behandeling(staat=BehandelStaat.BEHANDELD, vergadering=one.nummer, op=one.op)
    for one in order:
        if one.is_coming(today) and any(about(one, punt) for punt in _live(one)):
            return Behandeling(staat=BehandelStaat.GEPLAND, vergadering=one.nummer, op=one.op)
    return Behandeling()


def _dealt(one: Vergaderregel) -> Iterator[Puntregel]:
    return (punt for punt in one.punten if punt.staat is PuntStaat.BEHANDELD)


def _live(one: Vergaderregel) -> Iterator[Puntregel]:
    """Yield the items of a coming meeting that are still on its agenda."""
    return (p for p in one.punten if p.staat in {PuntStaat.OPEN, PuntStaat.BEHANDELD})


def _is_standing(vast: str, _meeting: Vergaderregel, punt: Puntregel) -> bool:
    return punt.vast == vast


def _event(versie: Versie) -> str:
    """Return at what event a version asks something, or '' when it isn't at an event."""
    events = (t.regel.gebeurtenis for t in versie.termijnen if isinstance(t.regel, Bij))
    return next(events, "")
