"""Which duties fall due for which parties in a year, and how far each of them is on a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from openlea.core.partij import Partij, PartijSoort
from openlea.core.plicht import Aard, Houder, Plicht, Versie
from openlea.core.termijn import Moment, OmDe, Termijn, moments_in, stretch
from openlea.core.verplichting import BewijsStaat, Looptijd, TaakStaat, Verplichting
from openlea.policy.houderschap import NARROW, Houderschappen

_GEMEENTE = frozenset({PartijSoort.GEMEENTE})
_BESTUUR = frozenset({PartijSoort.SCHOOLBESTUUR})
PARTIJSOORTEN: Mapping[Houder, frozenset[PartijSoort]] = {
    Houder.COLLEGE: _GEMEENTE,
    Houder.GEMEENTERAAD: _GEMEENTE,
    Houder.GEMEENTE: _GEMEENTE,
    Houder.CONTACTGEMEENTE: _GEMEENTE,
    Houder.LEERPLICHTAMBTENAAR: _GEMEENTE,
    Houder.GGD: frozenset({PartijSoort.GGD}),
    Houder.SCHOOLBESTUUR: _BESTUUR,
    Houder.SCHOOLBESTUUR_PO: _BESTUUR,
    Houder.SCHOOLBESTUUR_VO: _BESTUUR,
    Houder.BESTUUR_OPENBAAR: _BESTUUR,
    Houder.SAMENWERKINGSBESTUUR: _BESTUUR,
    Houder.SCHOOL: _BESTUUR,
    Houder.MBO: frozenset({PartijSoort.MBO}),
    Houder.SWV: frozenset({PartijSoort.SWV}),
    Houder.KINDEROPVANG: frozenset({PartijSoort.KINDEROPVANG}),
    Houder.OUDERS: frozenset(),
    Houder.JONGERE: frozenset(),
    Houder.MINISTER: frozenset(),
}
"""Which kind of party answers for a holder; parents, pupils and the minister take no part here."""
NOBODY_KNOWS: Houderschappen = {}


def due_in(
    plichten: Iterable[Plicht],
    partijen: Sequence[Partij],
    jaar: int,
    plannen: Sequence[Looptijd] = (),
    bekend: Houderschappen = NOBODY_KNOWS,
) -> tuple[Verplichting, ...]:
    """Return what the law asks of each partij in a calendar year, soonest first.

    Only what must be done by law and has a last day in that year; what holds at all times or at an
    event has none. A duty every so many years is due when the plan in `plannen` runs out. `bekend`
    tells which of the narrow holders a partij can be.
    """
    found = [
        verplichting
        for plicht in plichten
        if plicht.aard is Aard.PLICHT
        for versie in plicht.versies
        for termijn in versie.termijnen
        if not termijn.telling
        for partij in owing(plicht, termijn, partijen, bekend)
        for verplichting in _due(plicht, versie, termijn, partij, jaar, plannen)
    ]
    found.sort(key=lambda one: (one.uiterlijk, one.plicht, one.sleutel))
    return tuple(_numbered(found))


def _numbered(found: Iterable[Verplichting]) -> Iterator[Verplichting]:
    """Yield each with a key of its own.

    When a new text moves a day within a year, the old and the new may both fall in that year: the
    later is the next of that year, as in the calendar.
    """
    taken: set[str] = set()
    for one in found:
        while one.sleutel in taken:
            one = replace(one, nummer=one.nummer + 1)  # noqa: PLW2901
        taken.add(one.sleutel)
        yield one


def owing(
    plicht: Plicht,
    termijn: Termijn,
    partijen: Iterable[Partij],
    bekend: Houderschappen = NOBODY_KNOWS,
) -> tuple[Partij, ...]:
    """Return the parties that must meet a term; of a joint duty those of its first holder."""
    houders = (Houder(termijn.houder),) if termijn.houder else plicht.houders
    asked = houders[:1] if plicht.gezamenlijk else houders
    return tuple(
        partij
        for partij in partijen
        if any(answers_for(partij.soort, houder, bekend.get(partij.code)) for houder in asked)
    )


def answers_for(soort: PartijSoort, houder: Houder, told: frozenset[Houder] | None) -> bool:
    """Return whether a partij of a kind can be this holder; `told` None is unknown, so it can."""
    known_not = houder in NARROW and told is not None and houder not in told
    return soort in PARTIJSOORTEN[houder] and not known_not


def _due(
    plicht: Plicht,
    versie: Versie,
    termijn: Termijn,
    partij: Partij,
    jaar: int,
    plannen: Sequence[Looptijd],
) -> Iterator[Verplichting]:
    for moment in _moments(plicht, termijn, partij, jaar, plannen):
        if versie.holds(moment.uiterlijk):
            yield Verplichting(
                plicht=plicht.id,
                termijn=termijn.code,
                nummer=moment.nummer,
                jaar=jaar,
                partij=partij.code,
                titel=termijn.titel or plicht.titel,
                uiterlijk=moment.uiterlijk,
                vanaf=moment.vanaf,
                over=stretch(termijn.over, moment.uiterlijk),
            )


def _moments(
    plicht: Plicht, termijn: Termijn, partij: Partij, jaar: int, plannen: Sequence[Looptijd]
) -> tuple[Moment, ...]:
    if isinstance(termijn.regel, OmDe):
        if not plicht.plansoort:
            return ()  # no register says when it was last done, so nobody knows the year
        own = [p for p in plannen if (p.plansoort, p.partij) == (plicht.plansoort, partij.code)]
        return _renewal(termijn.regel, own, jaar)
    return moments_in(termijn.regel, jaar)


def _renewal(regel: OmDe, own: Sequence[Looptijd], jaar: int) -> tuple[Moment, ...]:
    """Return when the next plan is due in this year: each plan that runs out asks for another.

    A plan runs until its last day, and no longer than the law allows. That goes for a plan that has
    its successor already too, or proving the duty would make it lapse. Without a plan at the start
    of the year nobody knows the day, so it is asked before the year is out.
    """
    known = sorted(own, key=lambda one: one.van)
    ends = [_end(regel, one) for one in known]
    due = sorted({_by_law(regel, end, jaar) for end in ends if end.year == jaar})
    new_year = date(jaar, 1, 1)
    runs = [one for one, end in zip(known, ends, strict=True) if one.van <= new_year <= end]
    if not due and not runs:
        due = [date(jaar, 12, 31)]
    return tuple(
        Moment(uiterlijk=day, jaar=jaar, nummer=number) for number, day in enumerate(due, start=1)
    )


def _end(regel: OmDe, plan: Looptijd) -> date:
    longest = _years_after(plan.van, regel.jaren) - timedelta(days=1)
    return min(plan.tot or longest, longest)


def _by_law(regel: OmDe, end: date, jaar: int) -> date:
    """Return the last day: that of the plan, or an earlier one that the law names in that year."""
    if regel.jaarlijks is None:
        return end
    (named,) = moments_in(regel.jaarlijks, jaar)
    return min(named.uiterlijk, end)


def _years_after(day: date, years: int) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year + years, day.month, last)


def state_on(staat: TaakStaat, uiterlijk: date, today: date) -> TaakStaat:
    """Return how far an obligation is on a day: late from the day after its last day."""
    waits = staat in {TaakStaat.OPEN, TaakStaat.BEZIG, TaakStaat.VOORGESTELD}
    return TaakStaat.TE_LAAT if waits and today > uiterlijk else staat


def state_of_proof(
    staat: TaakStaat, bewijzen: Mapping[str, tuple[BewijsStaat, ...]], onderdelen: Sequence[str]
) -> TaakStaat:
    """Return how far the proof brings an obligation.

    `bewijzen` holds per part ('' for the whole) the states of its proof. It is proven when one
    accepted proof covers the whole, or each part has one; proposed as soon as one waits.
    """
    if staat is TaakStaat.NIET_VAN_TOEPASSING:
        return staat
    accepted = {deel for deel, told in bewijzen.items() if BewijsStaat.AANVAARD in told}
    if "" in accepted or (onderdelen and accepted.issuperset(onderdelen)):
        return TaakStaat.BEWEZEN
    if any(BewijsStaat.VOORGESTELD in told for told in bewijzen.values()):
        return TaakStaat.VOORGESTELD
    if accepted or staat is TaakStaat.BEZIG:
        return TaakStaat.BEZIG
    return TaakStaat.OPEN
