"""Which duties somebody asks for, and on which day each of them is due next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from openlea.core.plaatsspelling import fold
from openlea.core.plicht import Aard, Houder, Plicht
from openlea.core.termijn import Moment, Periode, Termijn, moments_in
from openlea.policy.controlestand import Zekerheid, judge_control
from openlea.policy.verplichting import PARTIJSOORTEN

WHOLE = frozenset({Houder.GEMEENTE, Houder.SCHOOLBESTUUR})
"""The holders that stand for all of their parts too, such as college and raad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plichtvraag:
    """What is asked for; what is left out doesn't narrow. `zoek` looks in id, title and law."""

    veld: str = ""
    houder: Houder | None = None
    aard: Aard | None = None
    zekerheid: Zekerheid | None = None
    zoek: str = ""


def select(
    plichten: Iterable[Plicht], vraag: Plichtvraag, op: date, today: date
) -> tuple[Plicht, ...]:
    """Return the duties in force on a day that answer to the question, in their own order."""
    return tuple(
        plicht for plicht in plichten if plicht.in_force(op) and _answers(plicht, vraag, op, today)
    )


def _answers(plicht: Plicht, vraag: Plichtvraag, op: date, today: date) -> bool:
    return (
        vraag.veld in ("", plicht.veld)
        and (vraag.houder is None or not _meant(vraag.houder).isdisjoint(plicht.houders))
        and (vraag.aard is None or vraag.aard is plicht.aard)
        and (vraag.zekerheid in (None, judge_control(plicht, today).zekerheid))
        and all(word in _text(plicht, op) for word in map(fold, vraag.zoek.split()))
    )


def _meant(houder: Houder) -> frozenset[Houder]:
    """Return who is meant: with 'gemeente' or 'schoolbestuur' every part of it as well."""
    if houder not in WHOLE:
        return frozenset({houder})
    return frozenset(one for one in Houder if PARTIJSOORTEN[one] == PARTIJSOORTEN[houder])


def _text(plicht: Plicht, op: date) -> str:
    """Return what is searched in, folded; an article is found by the number that it once had."""
    laws = (f"{one.wet} {one.artikel}" for versie in plicht.versies for one in versie.grondslagen)
    return fold(" ".join((plicht.id, plicht.titel, plicht.on(op).wat or plicht.wat, *laws)))


def next_due(plicht: Plicht, op: date) -> date | None:
    """Return the next last day on or after a day; None when the law names no day of its own.

    What is only counted on a day isn't handed in, so it has no last day.
    """
    days = [
        moment.uiterlijk
        for versie in plicht.versies
        for termijn in versie.termijnen
        if not termijn.telling
        for moment in _moments(termijn, op)
        if moment.uiterlijk >= op and versie.holds(moment.uiterlijk)
    ]
    return min(days, default=None)


def _moments(termijn: Termijn, op: date) -> Iterable[Moment]:
    """Return the moments of a term in this year and the next; of one fixed period its own."""
    if isinstance(termijn.regel, Periode):
        return moments_in(termijn.regel, termijn.regel.tot.year)
    return (*moments_in(termijn.regel, op.year), *moments_in(termijn.regel, op.year + 1))
