"""What the system may propose as proof of a legal task; a person decides whether it is proof.

Each proposal has a key (`verwijzing`), so that what was rejected is never proposed again.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from openlea.core.plankaart import Plan
from openlea.core.plicht import Plicht
from openlea.core.termijn import OmDe, Regel
from openlea.core.verplichting import BewijsSoort, Verplichting

SHORTEST = 12
"""Letters: a shorter word, such as 'overleg', says too little about which duty is meant."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """Something that may prove a task: its kind, its day (None: not known), the parts it covers."""

    soort: BewijsSoort
    verwijzing: str
    titel: str
    op: date | None
    onderwerpen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukregel:
    """A document as far as a proposal needs it."""

    nummer: int
    titel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgerond:
    """An action that serves a duty, or one topic of it, and was finished on a day."""

    code: str
    naam: str
    plicht: str
    op: date
    onderwerp: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overleg:
    """A consultation that was held: on which day, and which topics of which duties it covered.

    `plichten` is the id of a duty to the codes of its topics, none for the whole. `partijen` are
    the codes of who took part; none for all.
    """

    verwijzing: str
    titel: str
    op: date
    plichten: Mapping[str, tuple[str, ...]]
    partijen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """An agreement that was made on a day: for which duties, and the codes of who is in it."""

    nummer: int
    wat: str
    op: date
    plichten: tuple[str, ...]
    partijen: tuple[str, ...]


def from_plans(
    taak: Verplichting, plicht: Plicht, regel: Regel | None, plannen: Iterable[Plan]
) -> Iterator[Vondst]:
    """Yield the decided plans of the kind that proves the duty, of who must meet it.

    Of a plan once in so many years that is the next one: it still holds when the year is over.
    """
    end = date(taak.jaar + 1, 1, 1) if isinstance(regel, OmDe) else taak.uiterlijk
    for plan in plannen:
        is_kind = bool(plicht.plansoort) and plan.soort == plicht.plansoort
        if not is_kind or plan.houder != taak.partij or plan.vastgesteld_op is None:
            continue
        holds = plan.van <= end and (plan.tot is None or end <= plan.tot)
        if holds and _in_time(taak, plan.vastgesteld_op):
            yield Vondst(
                soort=BewijsSoort.PLAN,
                verwijzing=f"plan:{plan.nummer}",
                titel=plan.titel,
                op=plan.vastgesteld_op,
            )


def from_documents(
    taak: Verplichting,
    plicht: Plicht,
    telling: Mapping[str, int],
    documenten: Iterable[Stukregel],
) -> Iterator[Vondst]:
    """Yield the documents whose title names the duty and the year; of which day is not known.

    `telling` counts in the titles of how many duties a word stands: one that stands in more says
    nothing.
    """
    names = names_of(plicht, telling)
    years = set(re.findall(r"\d{4}", taak.over)) or {str(taak.jaar)}
    for one in documenten:
        words = {word.lower() for word in _WORD.findall(one.titel)}
        says_so = plicht.id.lower() in one.titel.lower().split() or not names.isdisjoint(words)
        if says_so and years <= set(re.findall(r"\d{4}", one.titel)):
            yield Vondst(
                soort=BewijsSoort.DOCUMENT,
                verwijzing=f"document:{one.nummer}",
                titel=one.titel,
                op=None,
            )


def names_of(plicht: Plicht, telling: Mapping[str, int]) -> frozenset[str]:
    """Return the words in the title of a duty that name this duty and no other."""
    words = {word.lower() for word in _WORD.findall(plicht.titel)}
    return frozenset(w for w in words if len(w) >= SHORTEST and telling.get(w, 0) <= 1)


def count_words(plichten: Iterable[Plicht]) -> dict[str, int]:
    """Return in the titles of how many duties each word stands."""
    told: dict[str, int] = {}
    for plicht in plichten:
        for word in {word.lower() for word in _WORD.findall(plicht.titel)}:
            told[word] = told.get(word, 0) + 1
    return told


def from_acties(taak: Verplichting, acties: Iterable[Afgerond]) -> Iterator[Vondst]:
    """Yield the finished actions that serve the duty, if they were finished in its time."""
    for one in acties:
        if one.plicht == taak.plicht and one.op.year == taak.jaar and _in_time(taak, one.op):
            yield Vondst(
                soort=BewijsSoort.ACTIE,
                verwijzing=f"actie:{one.code}",
                titel=one.naam,
                op=one.op,
                onderwerpen=(one.onderwerp,) if one.onderwerp else (),
            )


def from_overleg(
    taak: Verplichting, overleg: Overleg, onderdelen: Collection[str]
) -> Iterator[Vondst]:
    """Yield a consultation as proof of a task that it covered, in the year of the task."""
    if taak.plicht not in overleg.plichten or overleg.op.year != taak.jaar:
        return
    if overleg.partijen and taak.partij not in overleg.partijen:
        return
    topics = tuple(one for one in overleg.plichten[taak.plicht] if one in onderdelen)
    if _in_time(taak, overleg.op) and (topics or not overleg.plichten[taak.plicht]):
        yield Vondst(
            soort=BewijsSoort.AGENDAPUNT,
            verwijzing=f"overleg:{overleg.verwijzing}",
            titel=overleg.titel,
            op=overleg.op,
            onderwerpen=topics,
        )


def from_afspraken(taak: Verplichting, afspraken: Iterable[Gemaakt]) -> Iterator[Vondst]:
    """Yield the agreements of the year of a task that name its duty and its partij."""
    for one in afspraken:
        is_own = taak.plicht in one.plichten and taak.partij in one.partijen
        if is_own and one.op.year == taak.jaar and _in_time(taak, one.op):
            yield Vondst(
                soort=BewijsSoort.AFSPRAAK,
                verwijzing=f"afspraak:{one.nummer}",
                titel=one.wat,
                op=one.op,
            )


def _in_time(taak: Verplichting, op: date) -> bool:
    """Return whether a day lies in the time that the task is about; late is for a person to say."""
    return taak.vanaf is None or taak.vanaf <= op
