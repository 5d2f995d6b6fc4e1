"""Lays beside each school of a gemeente what its pupils need and what its buildings have."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.huisvestingsregels import Huisvestingsversie
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.ruimtebehoefte import Ruimtebehoefte, gym_hours, need_in_year
from openlea.services.huisvesting.uitkomst import Schoolruimte
from openlea.storage.records.models import Gebouwgebruik, Huisvestingsproject, Prognoserun
from openlea.storage.warehouse.schoolkenmerken import Schoolkenmerk

IDEE = "idee"
GETELD = "DUO, leerlingen geteld op {}"
VERWACHT = "prognose '{}' van {:%d-%m-%Y}"
Reeksen = Mapping[str, tuple[Sequence[Mapping[str, Any]], str]]


@dataclass(frozen=True, slots=True)
class Zicht:
    """What the actor sees of the use of buildings: of schools in `half` only a part.

    `alone` are the buildings with one user, those not seen counted.
    """

    gebruik: tuple[Gebouwgebruik, ...]
    half: frozenset[str]
    alone: frozenset[int]


def seen_use(every: Sequence[Gebouwgebruik], seen: Sequence[Gebouwgebruik]) -> Zicht:
    """Return what is seen of all use, so that a part never stands for the whole."""
    shown = {one.pk for one in seen}
    users = Counter(one.gebouw_id for one in every)
    return Zicht(
        gebruik=tuple(seen),
        half=frozenset(one.school for one in every if one.pk not in shown),
        alone=frozenset(code for code, many in users.items() if many == 1),
    )


def schools_beside(
    scholen: Sequence[Schoolkenmerk],
    peildatum: str,
    regels: Huisvestingsversie,
    zicht: Zicht,
    projecten: Sequence[Huisvestingsproject],
    verwacht: Reeksen,
) -> tuple[Schoolruimte, ...]:
    """Return the schools for which the ordinance has a norm."""
    more = _planned(zicht.gebruik, projecten)
    return tuple(
        _school(one, peildatum, regels, zicht, more.get(one.vestiging, ()), verwacht)
        for one in scholen
        if one.soort in regels.ruimte
    )


def _school(
    school: Schoolkenmerk,
    peildatum: str,
    regels: Huisvestingsversie,
    zicht: Zicht,
    erbij: tuple[tuple[int, Decimal], ...],
    verwacht: Reeksen,
) -> Schoolruimte:
    norm, code = regels.ruimte[school.soort], school.vestiging
    own = [one for one in zicht.gebruik if one.school == code and code not in zicht.half]
    hours = [one.klokuren for one in own if one.klokuren is not None]
    older = _middle(school.leerlingen) - _middle(school.kleuters)
    count = need_in_year(norm, int(peildatum[:4]), school.leerlingen, _middle(school.leerlingen))
    reeks, bron = verwacht.get(code, ((), ""))
    later = [
        need_in_year(norm, one["jaar"], Bereik(one["laag"], one["hoog"]), one["midden"])
        for one in reeks
        if one["jaar"] > count.jaar
    ]
    return Schoolruimte(
        vestiging=code,
        naam=school.naam,
        soort=school.soort,
        norm=norm,
        m2=_area(own, zicht.alone),
        erbij=erbij,
        nodig=_in_order(count, later),
        bron=bron if later else GETELD.format(periode_tekst(peildatum)),
        gym_nodig=gym_hours(regels.gym, max(older, 0)),
        gym_heeft=sum(hours, Decimal(0)) if hours else None,
    )


def _in_order(first: Ruimtebehoefte, later: Iterable[Ruimtebehoefte]) -> tuple[Ruimtebehoefte, ...]:
    return (first, *sorted(later, key=lambda one: one.jaar))


def _middle(bereik: Bereik) -> float:
    return (bereik.laag + bereik.hoog) / 2


def _area(own: Sequence[Gebouwgebruik], alone: frozenset[int]) -> Decimal | None:
    """Return the m2 of a school, halls for gym left out; None as soon as one part isn't known."""
    parts = [_part(one, alone) for one in own if not one.gebouw.gym]
    known = [one for one in parts if one is not None]
    return sum(known, Decimal(0)) if parts and len(known) == len(parts) else None


def _part(one: Gebouwgebruik, alone: frozenset[int]) -> Decimal | None:
    """Return what a user has; who is alone in a building has all of it."""
    if one.m2 is not None:
        return one.m2
    return one.gebouw.bvo if one.gebouw_id in alone else None


def _planned(
    gebruik: Sequence[Gebouwgebruik], projecten: Sequence[Huisvestingsproject]
) -> dict[str, tuple[tuple[int, Decimal], ...]]:
    """Return per school the m2 that projects add; an idea and a shared building add nothing."""
    found: dict[str, list[tuple[int, Decimal]]] = {}
    for one in projecten:
        schools = {use.school for use in gebruik if use.gebouw_id == one.gebouw_id and use.school}
        if one.m2 is not None and one.fase != IDEE and len(schools) == 1:
            found.setdefault(schools.pop(), []).append((one.jaar, one.m2))
    return {code: tuple(sorted(rows)) for code, rows in found.items()}


def expected(actor: Actor) -> Reeksen:
    """Return per school its pupils in years to come, of the newest kept forecast that has it.

    Nothing for who may not see forecasts.
    """
    if not actor.may(Noun.PROGNOSE, Verb.ZIEN):
        return {}
    found: dict[str, tuple[Sequence[Mapping[str, Any]], str]] = {}
    for run in reversed(Prognoserun.objects.of(actor.werkruimte)):
        bron = VERWACHT.format(run.naam, run.gemaakt_op)
        for code, told in run.uitkomst.get("scholen", {}).items():
            reeks = told.get("reeks", []) if isinstance(told, dict) else told
            found[code] = (reeks, bron)
    return found
