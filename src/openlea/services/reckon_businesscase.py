"""Reckons a business case: what it is worth now, when it is paid back, and what decides that."""

from openlea.core.onthulling import Bereik
from openlea.engines.cashflow import (
    Factor,
    Flow,
    Problem,
    Shape,
    Value,
    break_even,
    draw,
    swings,
    value,
)
from openlea.engines.cashflow.problem import by_year, rows
from openlea.engines.cashflow.summing import (
    chance_of_gain,
    chance_of_payback,
    ends,
    year_of_payback,
    years_of_payback,
)
from openlea.policy.businesscase import Aard, Businesscase, Kashouder, Richting, Spreidingsvorm
from openlea.services.businesscase.uitkomst import Geldbereik, Kasuitkomst, Uitkomst, Zwaai

TREKKINGEN, ZAAD = 10_000, 1
MIDDELSTE = 0.8
"""The range that is told holds this share of the draws."""
_SHAPES = {
    Spreidingsvorm.VAST: Shape.FIXED,
    Spreidingsvorm.GELIJK: Shape.UNIFORM,
    Spreidingsvorm.DRIEHOEK: Shape.TRIANGULAR,
    Spreidingsvorm.PERT: Shape.PERT,
}


def reckon_businesscase(
    case: Businesscase, *, trekkingen: int = TREKKINGEN, zaad: int = ZAAD
) -> Uitkomst:
    """Return the outcome in euros; the same case and seed give the same."""
    factors = [
        Factor(one.laag, one.midden, one.hoog, _SHAPES[one.verdeling]) for one in case.aannamen
    ]
    problem = _problem(case)
    likely = value(problem, rows([one.likely for one in factors]))
    drawn = value(problem, draw(factors, trekkingen, zaad))
    back, years = year_of_payback(likely), years_of_payback(drawn, MIDDELSTE)
    return Uitkomst(
        case=case,
        trekkingen=trekkingen,
        waarde=Geldbereik(
            midden=float(likely.total[0]), bereik=Bereik(*ends(drawn.total, MIDDELSTE))
        ),
        kans=chance_of_gain(drawn),
        terug=None if back is None else back + 1,
        terug_kans=chance_of_payback(drawn),
        terug_bereik=None if years is None else (years[0] + 1, years[1] + 1),
        kassen=_purses(case, problem, factors, likely, drawn),
        tornado=tuple(
            Zwaai(
                aanname=case.aannamen[one.factor],
                bij_laag=one.low,
                bij_hoog=one.high,
                omslag=break_even(problem, factors, one.factor),
            )
            for one in swings(problem, factors)
        ),
    )


def _problem(case: Businesscase, aard: Aard | None = None) -> Problem:
    """Return the flows of the case, of one kind alone when named."""
    place = {one.id: n for n, one in enumerate(case.aannamen)}
    kassen = case.kassen()
    return Problem(
        purses=len(kassen),
        years=case.jaren,
        rate=place[case.rente] if case.rente else None,
        flows=tuple(
            Flow(
                purse=kassen.index(one.kas),
                sign=1 if one.richting is Richting.BAAT else -1,
                factors=tuple(place[name] for name in one.maal),
                weights=one.weights(case.eerste_jaar, case.jaren),
                growth=place[one.groei] if one.groei else None,
            )
            for one in case.posten
            if aard in (None, one.aard)
        ),
    )


def _purses(
    case: Businesscase, problem: Problem, factors: list[Factor], likely: Value, drawn: Value
) -> tuple[Kasuitkomst, ...]:
    values = rows([one.likely for one in factors])
    yearly = by_year(problem, values)[0]
    once, every = (by_year(_problem(case, aard), values)[0] for aard in Aard)
    return tuple(
        Kasuitkomst(
            kas=Kashouder(kas),
            waarde=Geldbereik(
                midden=float(likely.purses[0, n]),
                bereik=Bereik(*ends(drawn.purses[:, n], MIDDELSTE)),
            ),
            eenmalig=float(once[n].sum()),
            structureel=float(every[n][-1]),
            per_jaar=tuple(map(float, yearly[n])),
        )
        for n, kas in enumerate(case.kassen())
    )
