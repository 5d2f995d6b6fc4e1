"""The calendar of ten years is the one that was read and agreed to, line by line.

Read on 22 November 2026 beside the register of duties, its tables per field and its calendar:
- the article of each line is that of its last day: WPO 167, 167a and 168a in 2021, 160, 161 and 163
  from 2022; WVO 118a in 2021, WVO 2020 3.42 from 2022; WEB 8.3.2 until 2025, 9.2.10 from 2026;
  opheffing under WPO 153, 157 and 159 until its days of early 2022, then 139, 143 and 148;
- 'before' is the day before: 30 September, 31 January, 30 April; 'at the latest' is the day itself:
  15 July, 24 March, 1 August; no day moves for a weekend;
- what began later isn't there earlier: the account on vve and lea from 2024, the schooladvies of
  January and 24 March from 2024 (1 March before), the late notice of an opheffing from 2023, the
  yearly list of pupils bound for mbo from 2023;
- twice a year is once in each half (toezicht and ondersteuningsplanraad); a schooljaar ends on
  31 July of the year in which it stands; what is about a year says which one;
- a joint consultation is in the calendar of each who must be there; what parents or the minister
  must do is in none of these three; what asks for a plan of four years is there every year, saying
  so, because only a register of plans knows the year.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from difflib import unified_diff
from itertools import pairwise
from pathlib import Path

import pytest

from openlea.core.catalogue import find_roots
from openlea.core.plicht import Plicht
from openlea.core.plichtenplank import read_plichten
from openlea.policy.kalender import kalender_of
from tools.kalender import HOUDERS, JAREN, KOP, file, kalender

SHIPPED = find_roots("")
PLICHTEN = read_plichten(SHIPPED)
CALENDAR = [  # of the register: a duty, the first day of its window, the last day on time
    ("VE-N5", None, "01-01"),
    ("PO-19", "01-10", "01-31"),
    ("OPB-02", None, "01-31"),
    ("OPB-07", None, "01-31"),
    ("PO-19", None, "03-24"),
    ("PO-19", "03-25", "03-31"),
    ("PO-08", None, "04-30"),
    ("OPH-01", None, "04-30"),
    ("KO-06", None, "05-31"),
    ("LPL-10", None, "06-30"),
    ("OAB-02", None, "07-15"),
    ("OPH-01", None, "08-01"),
    ("OPB-07", None, "08-01"),
    ("LPL-04", None, "09-30"),
    ("OPH-01", None, "10-01"),
    ("LEA-01", "01-01", "12-31"),
    ("LEA-05", "01-01", "12-31"),
    ("VVE-02", "01-01", "12-31"),
    ("VVE-03", "01-01", "12-31"),
    ("VVE-04", "01-01", "12-31"),
    ("VVE-05", "01-01", "12-31"),
    ("RMC-03", "01-01", "12-31"),
]
CHANGED = [one for one in PLICHTEN.values() if len(one.versies) > 1]


def reviewed(houder: str) -> list[str]:
    """Return the lines that were agreed to."""
    kop, *lines = file(houder).read_text(encoding="utf-8").splitlines()
    assert kop == KOP
    return lines


def difference(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Return only the lines that went (-) and came (+)."""
    told = unified_diff(before, after, "nagelezen", "nu", lineterm="", n=0)
    return [line for line in told if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("houder", HOUDERS)
def test_no_day_of_ten_years_changes_unseen(houder: str) -> None:
    changed = difference(reviewed(houder), kalender(houder))
    assert changed == [], (
        f"the calendar of {houder} is another one; read each line, then run tools/kalender.py:\n"
        + "\n".join(changed)
    )


@pytest.mark.parametrize("houder", HOUDERS)
def test_every_line_has_an_id_of_its_own_and_every_year_its_days(houder: str) -> None:
    ids = [line.split(";")[2] for line in reviewed(houder)]
    assert len(ids) == len(set(ids))
    assert {int(one.split("/")[3]) for one in ids} == set(JAREN)


@pytest.mark.parametrize(("naam", "vanaf", "uiterlijk"), CALENDAR)
def test_each_day_of_the_register_is_in_the_calendar(
    naam: str, vanaf: str | None, uiterlijk: str
) -> None:
    found = {
        (one.vanaf and f"{one.vanaf:%m-%d}", f"{one.uiterlijk:%m-%d}")
        for one in kalender_of([PLICHTEN[naam]], 2027, date(2027, 1, 1))
    }
    assert (vanaf, uiterlijk) in found


def test_a_moved_date_changes_exactly_the_lines_of_that_year(tmp_path: Path) -> None:
    """Had the WPO been renumbered a year later, one line would differ: that of 2022."""
    for found in (SHIPPED[0]).glob("*/duties/*.toml"):
        target = tmp_path / found.relative_to(SHIPPED[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(found, target)
    lea = tmp_path / PLICHTEN["LEA-01"].file.relative_to(SHIPPED[0])
    text = lea.read_text(encoding="utf-8")
    later = re.sub(r"2022-(03-31|04-01)", r"2023-\1", text)
    assert text.count("2022-03-31") == text.count("2022-04-01") == 1
    lea.write_text(later, encoding="utf-8")
    moved = list(read_plichten([tmp_path]).values())
    changed = difference(kalender("gemeente"), kalender("gemeente", moved))
    assert [(line[0], *line[1:].split(";")[2:5:2]) for line in changed] == [
        ("-", "LEA-01/1/1/2022", "WPO, artikel 161, eerste lid"),
        ("+", "LEA-01/1/1/2022", "WPO, artikel 167a, eerste lid"),
    ]
    assert difference(kalender("swv"), kalender("swv", moved)) == []


def boundaries() -> Iterator[tuple[Plicht, int]]:
    """Yield every place where one version of a duty follows the other on the next day."""
    for plicht in CHANGED:
        for number, (before, after) in enumerate(pairwise(plicht.versies)):
            adjoins = before.tot and after.van == before.tot + timedelta(days=1)
            if adjoins and (after.tot is None or after.tot > after.van + timedelta(days=365)):
                yield plicht, number


def a_year_later(plicht: Plicht, number: int) -> Plicht:
    """Return the duty with one boundary between its versions a year further."""
    versies = list(plicht.versies)
    tot, van = versies[number].tot, versies[number + 1].van
    assert tot is not None
    versies[number] = replace(versies[number], tot=tot + timedelta(days=365))
    versies[number + 1] = replace(versies[number + 1], van=van + timedelta(days=365))
    return replace(plicht, versies=tuple(versies))


@pytest.mark.parametrize(
    ("plicht", "number"), list(boundaries()), ids=lambda one: getattr(one, "id", str(one))
)
@pytest.mark.parametrize("houder", HOUDERS)
def test_another_date_of_a_version_touches_only_days_between_the_two_dates(
    plicht: Plicht, number: int, houder: str
) -> None:
    began = plicht.versies[number + 1].van
    moved = [a_year_later(plicht, number) if p is plicht else p for p in PLICHTEN.values()]
    for line in difference(kalender(houder), kalender(houder, moved)):
        uiterlijk, _, naam, *_ = line[1:].split(";")
        assert naam.split("/")[0] == plicht.id
        assert began <= date.fromisoformat(uiterlijk) < began + timedelta(days=365)


def test_a_duty_that_ends_leaves_the_calendar_and_takes_nothing_along() -> None:
    verslag = PLICHTEN["LPL-04"]
    last = replace(verslag.versies[-1], tot=date(2027, 9, 29))
    ended = replace(verslag, versies=(*verslag.versies[:-1], last))
    without = [ended if one is verslag else one for one in PLICHTEN.values()]
    gone = difference(kalender("gemeente"), kalender("gemeente", without))
    assert [line[:11] for line in gone] == [f"-{jaar}-09-30" for jaar in range(2027, 2031)]
