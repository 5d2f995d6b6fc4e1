"""Hours of voorschoolse educatie per child: what counts up to its fourth birthday, and the norm.

The norms (960 hours, six a day, one and a half year) come from the duties on the shelf, as
policy/normen reads them; here they are given.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from openlea.policy.normen.voorschoolse_educatie import counted_hours
from openlea.policy.voorschool import Peuter

MAANDEN = 12


@dataclass(frozen=True, slots=True)
class Urennorm:
    """Hours that must be reached, hours of a day that count, and over how many years."""

    uren: Decimal
    per_dag: Decimal
    jaren: Decimal


class Oordeel(Enum):
    """Whether a child gets its hours."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


def week_hours(
    dagen: Decimal | None, per_dag: Decimal | None, per_week: Decimal | None, norm: Urennorm
) -> Decimal | None:
    """Return the hours of a week that count; None when days or hours are not known.

    Without hours per day those of a week are spread evenly over the days.
    """
    if dagen is None or dagen <= 0 or (per_dag is None and per_week is None):
        return None
    daily = per_dag if per_dag is not None else (per_week or Decimal(0)) / dagen
    whole, rest = divmod(dagen, 1)
    full = [daily] * int(whole)
    return counted_hours([*full, daily * rest], Decimal(1), Decimal(1), norm.per_dag)


def offered_hours(dagen: Decimal, per_dag: Decimal, weken: Decimal, norm: Urennorm) -> Decimal:
    """Return the hours that an offer gives over the whole term of the norm."""
    weekly = week_hours(dagen, per_dag, None, norm) or Decimal(0)
    return weekly * weken * norm.jaren


def projected_hours(peuter: Peuter, vanaf: int, norm: Urennorm) -> Decimal | None:
    """Return the hours from its first day, or from `vanaf` months of age, until it is four.

    Months are counted whole: a child that begins halfway a month is given the whole month. None
    when the first day, the days, the hours or the weeks are not known.
    """
    weekly = week_hours(peuter.dagen, peuter.uren_per_dag, peuter.uren_per_week, norm)
    if weekly is None or peuter.weken is None or peuter.start_op is None:
        return None
    begin = max(_month(peuter.start_op), _month(peuter.geboren) + vanaf)
    end = _month(peuter.is_vier)
    if peuter.einde_op is not None:
        end = min(end, _month(peuter.einde_op) + 1)
    return weekly * peuter.weken * max(end - begin, 0) / MAANDEN


def reaches_norm(peuter: Peuter, vanaf: int, norm: Urennorm) -> Oordeel:
    """Return whether a child gets its hours when it keeps coming as it does."""
    hours = projected_hours(peuter, vanaf, norm)
    if hours is None:
        return Oordeel.ONBEKEND
    return Oordeel.JA if hours >= norm.uren else Oordeel.NEE


def _month(day: date) -> int:
    return day.year * MAANDEN + day.month - 1
