"""Describe how many pupils the schools of a gemeente can expect, how sure that is, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from openlea.core.errors import BadInput, Fout
from openlea.core.place import PlaceKey
from openlea.engines.forecast.backtest import Score, backtest
from openlea.engines.forecast.flow import FloatArray
from openlea.engines.forecast.outlook import (
    LEARNING,
    Outlook,
    Variation,
    fan_of,
    limits,
    look_ahead,
    only,
    unseen,
    varied,
)
from openlea.engines.forecast.simulate import Fan, Limit, Wish
from openlea.policy.prognosenorm import first_under
from openlea.policy.prognosescenario import (
    AL_GEBOREN,
    SCENARIOS,
    Prognosescenario,
    Woningbouw,
    children_in_houses,
)
from openlea.policy.prognoseverschil import Prognoseverschil, explain_difference
from openlea.services.prognose.invoer import LEEFTIJDEN, Invoer, read_invoer
from openlea.services.prognose.rondom import (
    OMWEG_BRON,
    averages_of,
    law_on,
    neighbours_of,
    norm_of,
    told_by_duo,
)
from openlea.services.prognose.uitkomst import (
    Jaarpunt,
    Normstand,
    Prognose,
    Reeks,
    Schoolprognose,
)
from openlea.services.start.gemeente import gemeente_of_now
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse, open_warehouse

LONGEST: Final = 20
EEN_JAAR: Final = "geen terugtoets: één jaar"
TE_KORT: Final = "geen terugtoets: te weinig jaren ({})"
DRAWS, SEED = 1000, 20261
MIDDEN: Final = "midden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prognosevraag:
    """What is asked: years ahead, kind of school, the norm when it's known, and houses to come."""

    jaren: int = 15
    soort: str = "bo"
    norm: int | None = None
    bouw: tuple[Woningbouw, ...] = ()
    laag: str = LANDELIJK
    trekkingen: int = DRAWS
    zaad: int = SEED


def describe_prognose(gemeente: PlaceKey, vraag: Prognosevraag, today: date) -> Prognose:
    """Return the forecast of a gemeente; NotFound without counts, BadInput for what can't be asked.

    The back-test runs when at least five years were counted; else it says why it didn't.
    """
    _refuse(vraag)
    warehouse = open_warehouse()
    invoer = read_invoer(warehouse, vraag.laag, gemeente.code, vraag.soort, AL_GEBOREN)
    ahead = AL_GEBOREN if invoer.geboren else 0
    outlook = look_ahead(invoer.history, vraag.jaren, ahead=ahead, seed=vraag.zaad)
    wet = law_on(today)
    norm = None
    if vraag.soort == "bo":
        norm = norm_of(warehouse, vraag.laag, gemeente.code, wet, vraag.norm)
    run = _Run(invoer, outlook, vraag, norm)
    schools = run.schools(warehouse)
    now, later = [one.nu.midden for one in schools], [one.reeks[-1].midden for one in schools]
    own = [one.school for one in schools]
    scores = _tested(invoer, ahead)
    return Prognose(
        gemeente=gemeente.code,
        naam=gemeente_of_now(gemeente).naam,
        soort=vraag.soort,
        geteld=invoer.jaren,
        bron=invoer.bron,
        nu=run.now(),
        scenarios=run.area(),
        scholen=schools,
        terugtoets=scores,
        geen_terugtoets="" if scores else _why_not(invoer),
        aannames=_assumed(invoer, vraag),
        norm=norm,
        besturen=averages_of(own, now, later, norm.norm, wet) if norm else (),
    )


def _refuse(vraag: Prognosevraag) -> None:
    if not 1 <= vraag.jaren <= LONGEST:
        raise BadInput([Fout("", "jaren", f"Kies 1 tot en met {LONGEST} jaar.")])
    if vraag.soort not in LEEFTIJDEN:
        told = ", ".join(LEEFTIJDEN)
        raise BadInput([Fout("", "soort", f"'{vraag.soort}' kan niet. Kies uit: {told}.")])


def _tested(invoer: Invoer, ahead: int) -> tuple[Score, ...]:
    if invoer.history.years < LEARNING:
        return ()
    return backtest(invoer.history, ahead=ahead)


def _why_not(invoer: Invoer) -> str:
    many = invoer.history.years
    return EEN_JAAR if many == 1 else TE_KORT.format(many)


class _Run:
    """One forecast: the draws of every scenario, and what wasn't seen in the last count."""

    def __init__(
        self, invoer: Invoer, outlook: Outlook, vraag: Prognosevraag, norm: Normstand | None
    ) -> None:
        own = list(invoer.eigen)
        self.invoer, self.vraag, self.norm = invoer, vraag, norm
        self.outlook = only(outlook, own)
        self.own = [invoer.scholen[at] for at in own]
        self.counts = (invoer.laag[own], self.outlook.plan.start, invoer.hoog[own])
        self.jaren = range(invoer.laatste + 1, invoer.laatste + 1 + vraag.jaren)
        self.fans = {one.naam: self._fan(one) for one in SCENARIOS}
        self.less, self.more = unseen(self.outlook.plan, self.counts[0], self.counts[2])

    def _fan(self, scenario: Prognosescenario) -> Fan:
        vraag, count = self.vraag, len(self.own)
        limit = None
        if self.norm is not None and scenario.naam == MIDDEN:
            limit = Limit(least=limits([self.norm.leerlingen] * count))
        variation = Variation(
            births=scenario.births(vraag.jaren),
            growth=scenario.growth(vraag.jaren),
            extra=self._extra(),
        )
        wish = Wish(draws=vraag.trekkingen, seed=vraag.zaad, limit=limit)
        return fan_of(self.outlook, varied(self.outlook, variation), wish)

    def _extra(self) -> list[list[list[float]]] | None:
        """Return who comes in new houses of the gemeente."""
        if not self.vraag.bouw:
            return None
        return [children_in_houses(self.vraag.bouw, self.jaren, self.invoer.leeftijden)]

    def now(self, *units: int) -> Jaarpunt:
        """Return the last count of some schools, or of all together."""
        rows = list(units or range(len(self.own)))
        low, middle, high = (float(each[rows].sum()) for each in self.counts)
        return Jaarpunt(jaar=self.invoer.laatste, laag=low, midden=middle, hoog=high)

    def area(self) -> Mapping[str, Reeks]:
        """Return per scenario the pupils of all schools of the gemeente."""
        less, more = self.less.sum(axis=0), self.more.sum(axis=0)
        return {name: self._series(fan.areas[:, 0], less, more) for name, fan in self.fans.items()}

    def _series(self, told: FloatArray, less: FloatArray, more: FloatArray) -> Reeks:
        low, middle, high = told
        return tuple(
            Jaarpunt(
                jaar=jaar,
                laag=max(float(low[at] - less[at]), 0.0),
                midden=float(middle[at]),
                hoog=float(high[at] + more[at]),
            )
            for at, jaar in enumerate(self.jaren)
        )

    def schools(self, warehouse: Warehouse) -> tuple[Schoolprognose, ...]:
        """Return the schools of the gemeente that have pupils, by name."""
        invoer, fan = self.invoer, self.fans[MIDDEN]
        near = neighbours_of(warehouse, self.vraag.laag, invoer.scholen, invoer.eigen)
        duo = self._beside(told_by_duo(warehouse, self.vraag.laag, self.vraag.soort))
        found = []
        for at, school in enumerate(self.own):
            under = None
            if fan.under is not None and fan.ended is not None:
                under = first_under(self.jaren, fan.under[at].tolist(), fan.ended[at].tolist())
            now = self.now(at)
            if now.hoog:
                found.append(
                    Schoolprognose(
                        school=school,
                        nu=now,
                        reeks=self._series(fan.quantiles[:, at], self.less[at], self.more[at]),
                        norm=under,
                        buur=near.get(school.vestiging),
                        duo=duo.get(school.vestiging, ()),
                    )
                )
        return tuple(sorted(found, key=lambda one: (one.school.naam, one.school.vestiging)))

    def _beside(
        self, duo: Mapping[str, Mapping[int, float]]
    ) -> Mapping[str, tuple[Prognoseverschil, ...]]:
        """Return per school DUO's forecast less ours, explained; only where both tell every year.

        The area is the schools of the gemeente that both forecast.
        """
        own = {one.vestiging: at for at, one in enumerate(self.own)}
        middle = self.fans[MIDDEN].quantiles[1]
        years = [one for one in self.jaren if any(one in each for each in duo.values())]
        both = {code: at for code, at in own.items() if set(years) <= set(duo.get(code, {}))}
        if not years or not both:
            return {}
        first = self.jaren[0]
        ours = {
            code: [float(middle[at, one - first]) for one in years] for code, at in both.items()
        }
        theirs = {code: [duo[code][one] for one in years] for code in both}
        area = tuple(
            [sum(each[at] for each in who.values()) for at in range(len(years))]
            for who in (ours, theirs)
        )
        return {
            code: explain_difference(years, (ours[code], theirs[code]), (area[0], area[1]))
            for code in both
        }


def _assumed(invoer: Invoer, vraag: Prognosevraag) -> tuple[tuple[str, str], ...]:
    """Return what was assumed, each with its source."""
    told = [(f"scenario {one.naam}: {_said(one)}", one.bron) for one in SCENARIOS]
    if invoer.history.years == 1:
        told.append(("wie doorgaat: leeftijden naast elkaar in één jaar, landelijk", invoer.bron))
        told.append(("hoe breed het interval is: aangenomen, niet getoetst", EEN_JAAR))
    if not invoer.geboren:
        told.append(("de instroom van 4-jarigen blijft zoals nu", "geen geboorten ingelezen (CBS)"))
    told.append(("afstand tot de volgende school", OMWEG_BRON))
    told += [(f"{one.woningen} woningen in {one.jaar}", one.bron) for one in vraag.bouw]
    return tuple(told)


def _said(one: Prognosescenario) -> str:
    births, moves = (f"{value:+g}".replace(".", ",") for value in (one.geboorten, one.migratie))
    return f"geboorten {births} % per jaar, migratie {moves} % per jaar"
