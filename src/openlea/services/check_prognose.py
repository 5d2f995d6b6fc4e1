"""Check the forecast on years that are known by now: hold them back, forecast, lay beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from openlea.core.bron import Bestand
from openlea.core.place import PlaceKey
from openlea.engines.forecast.backtest import Score, backtest
from openlea.engines.forecast.history import History
from openlea.engines.forecast.outlook import LEARNING, history_of
from openlea.policy.prognosescenario import AL_GEBOREN
from openlea.services.describe_prognose import EEN_JAAR, TE_KORT
from openlea.services.prognose.invoer import LEEFTIJDEN, gemeenten_of, read_invoer
from openlea.services.prognose.lezen import read_counts
from openlea.services.prognose.uitkomst import score_as_plain
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import open_warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugtoets:
    """How the forecast would have done; without rows, `reden` says why there are none."""

    rijen: tuple[Score, ...]
    reden: str
    jaren: tuple[int, ...]
    scholen: int

    def as_plain(self) -> list[dict[str, Any]]:
        """Return the rows of the command."""
        return [score_as_plain(one) for one in self.rijen]


def check_prognose(
    gemeente: PlaceKey | None,
    *,
    soort: str = "bo",
    laag: str = LANDELIJK,
    bestand: Bestand | None = None,
) -> Terugtoets:
    """Return the back-test of a gemeente's province, of the country, or of a file of counts.

    BadFile when the file isn't one of counts per school, age and year. NotFound without counts.
    """
    if bestand is not None:
        return _of_rows(read_counts(bestand, soort), soort)
    code = gemeente.code if gemeente else ""
    invoer = read_invoer(open_warehouse(), laag, code, soort, AL_GEBOREN)
    ahead = AL_GEBOREN if invoer.geboren else 0
    return _tested(invoer.history, invoer.jaren, ahead)


def _tested(history: History, jaren: Sequence[int], ahead: int) -> Terugtoets:
    reden = ""
    if history.years < LEARNING:
        reden = EEN_JAAR if history.years == 1 else TE_KORT.format(history.years)
    return Terugtoets(
        rijen=() if reden else backtest(history, ahead=ahead),
        reden=reden,
        jaren=tuple(jaren),
        scholen=len(history.area),
    )


def _of_rows(rows: pl.DataFrame, soort: str) -> Terugtoets:
    """Return the back-test of counts alone; a school that no register has lies in no gemeente."""
    schools = sorted(rows["vestiging"].unique().to_list())
    years = sorted(rows["jaar"].unique().to_list())
    ages = LEEFTIJDEN[soort]
    unit = {code: at for at, code in enumerate(schools)}
    triples = [
        (unit[code], age - ages[0], years.index(year), count)
        for code, age, year, count in rows.iter_rows()
    ]
    where = gemeenten_of(open_warehouse(), LANDELIJK, soort)
    codes = sorted({where.get(code, "") for code in schools})
    area = [codes.index(where.get(code, "")) for code in schools]
    return _tested(history_of(triples, (len(schools), len(ages), len(years)), area), years, 0)
