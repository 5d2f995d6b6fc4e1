"""A target is met, missed, under way or unmeasured, and never a guess."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.agenda import Jaarwaarde, Richting, Streefwaarde
from openlea.policy.streefwaarde import (
    Uitkomst,
    check,
    current,
    describe,
    describe_jaar,
    describe_werkelijk,
    has_doel,
    is_met,
    judge,
    latest_measured,
    progress,
)

LAST, NEXT = date(2025, 12, 31), date(2026, 1, 1)
MIN, MAX = Richting.MINSTENS, Richting.HOOGSTENS
EXACT, DONE = Richting.PRECIES, Richting.GEDAAN
AMOUNTS = st.decimals(-1000, 1000, places=2)
FAMILIES = Streefwaarde(code="S1", bij="1A1", maat="gezinnen bereikt", eenheid="gezinnen")


def jaar(doel: str | None, werkelijk: str | None = None, in_year: int = 2025) -> Jaarwaarde:
    """Return a year with a target and what was obtained, None for nothing filled in."""
    return Jaarwaarde(
        jaar=in_year,
        doel=None if doel is None else Decimal(doel),
        werkelijk=None if werkelijk is None else Decimal(werkelijk),
    )


@pytest.mark.parametrize(
    ("richting", "werkelijk", "during", "after"),
    [
        (MIN, "39.99", "onderweg", "niet_gehaald"),
        (MIN, "40", "gehaald", "gehaald"),
        (MIN, "41", "gehaald", "gehaald"),
        (MAX, "39", "onderweg", "gehaald"),
        (MAX, "40", "onderweg", "gehaald"),
        (MAX, "40.01", "onderweg", "niet_gehaald"),
        (EXACT, "39", "onderweg", "niet_gehaald"),
        (EXACT, "40", "onderweg", "gehaald"),
        (EXACT, "41", "onderweg", "niet_gehaald"),
        (DONE, "0", "onderweg", "niet_gehaald"),
        (DONE, "1", "gehaald", "gehaald"),
        (MIN, None, "onderweg", "niet_gemeten"),
        (DONE, None, "onderweg", "niet_gemeten"),
    ],
)
def test_forty_families_are_judged_on_the_last_day_of_the_year_and_the_day_after(
    richting: Richting, werkelijk: str | None, during: str, after: str
) -> None:
    assert judge(richting, jaar("40", werkelijk), LAST) == during
    assert judge(richting, jaar("40", werkelijk), NEXT) == after


@pytest.mark.parametrize("werkelijk", [None, "40"])
def test_a_year_without_a_target_is_never_missed(werkelijk: str | None) -> None:
    assert judge(MIN, jaar(None, werkelijk), NEXT) is Uitkomst.GEEN_DOEL
    assert judge(DONE, jaar("0", werkelijk), NEXT) is Uitkomst.GEEN_DOEL


def test_a_target_of_nought_is_a_target_unless_it_is_about_being_done() -> None:
    assert [has_doel(richting, jaar("0")) for richting in (MIN, MAX, EXACT, DONE)] == [
        True,
        True,
        True,
        False,
    ]
    assert judge(MAX, jaar("0", "0"), NEXT) is Uitkomst.GEHAALD


@given(AMOUNTS, AMOUNTS)
def test_exactly_is_both_at_least_and_at_most(doel: Decimal, werkelijk: Decimal) -> None:
    both = is_met(MIN, doel, werkelijk) and is_met(MAX, doel, werkelijk)
    assert is_met(EXACT, doel, werkelijk) == both


@given(st.sampled_from(Richting), AMOUNTS, AMOUNTS, st.none() | AMOUNTS)
def test_progress_stays_between_nought_and_one_and_is_one_when_met(
    richting: Richting, doel: Decimal, werkelijk: Decimal, nulmeting: Decimal | None
) -> None:
    year = Jaarwaarde(jaar=2025, doel=doel, werkelijk=werkelijk)
    part = progress(richting, year, nulmeting)
    if part is not None:
        assert 0 <= part <= 1
    if has_doel(richting, year) and is_met(richting, doel, werkelijk):
        assert part == 1


@pytest.mark.parametrize(
    ("richting", "doel", "werkelijk", "nulmeting", "expected"),
    [
        (MIN, "60", "45", None, "0.75"),
        (MIN, "60", "45", "30", "0.75"),
        (MIN, "60", "-5", None, "0"),
        (MIN, "60", "61", None, "1"),
        (MIN, "0", "-1", None, "0"),
        (MAX, "8", "10", "12", "0.5"),
        (MAX, "8", "13", "12", "0"),
        (MAX, "8", "10", None, None),
        (MAX, "8", "10", "8", None),
        (MAX, "8", "8", None, "1"),
        (EXACT, "50", "40", "30", "0.5"),
        (EXACT, "50", "60", "30", "0.5"),
        (EXACT, "50", "49", None, None),
        (DONE, "1", "0", None, "0"),
        (DONE, "1", "1", None, "1"),
        (DONE, "0", "1", None, None),
        (MIN, None, "5", None, None),
        (MIN, "5", None, None, None),
    ],
)
def test_how_far_a_target_is(
    richting: Richting,
    doel: str | None,
    werkelijk: str | None,
    nulmeting: str | None,
    expected: str | None,
) -> None:
    start = None if nulmeting is None else Decimal(nulmeting)
    part = progress(richting, jaar(doel, werkelijk), start)
    assert part == (None if expected is None else Decimal(expected))


def with_years(richting: Richting, eenheid: str, *jaren: Jaarwaarde) -> Streefwaarde:
    """Return a target in this unit and direction."""
    return replace(FAMILIES, richting=richting, eenheid=eenheid, jaren=jaren)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (with_years(MIN, "gezinnen", jaar("40"), jaar("40", None, 2026)), "≥ 40 gezinnen per jaar"),
        (with_years(MIN, "gezinnen per jaar", jaar("40"), jaar("40", None, 2026)),
         "≥ 40 gezinnen per jaar"),
        (with_years(MIN, "dagdelen per week", jaar("2"), jaar("2", None, 2026)),
         "≥ 2 dagdelen per week"),
        (with_years(MIN, "%", jaar("95"), jaar("95.0", None, 2026)), "≥ 95 % elk jaar"),
        (with_years(MAX, "", jaar("8"), jaar("8", None, 2026)), "≤ 8 elk jaar"),
        (with_years(DONE, "stuks", jaar("1"), jaar("1", None, 2026)), "gedaan elk jaar"),
        (with_years(MIN, "%", jaar("100", None, 2027)), "≥ 100 % in 2027"),
        (with_years(MAX, "uur", jaar("2.5", None, 2026), jaar("1250")),
         "≤ 1.250 uur in 2025 en ≤ 2,5 uur in 2026"),
        (with_years(EXACT, "scholen", jaar("3"), jaar(None)), "precies 3 scholen in 2025"),
        (with_years(DONE, "", jaar("0"), jaar("1", None, 2026)), "gedaan in 2026"),
        (with_years(MIN, "gezinnen", jaar(None)), "nog geen doel"),
        (FAMILIES, "nog geen doel"),
    ],
)  # fmt: skip
def test_a_target_reads_as_people_say_it(target: Streefwaarde, expected: str) -> None:
    assert describe(target) == expected


def test_one_year_of_a_target_reads_on_its_own() -> None:
    assert describe_jaar(FAMILIES, jaar("40")) == "≥ 40 gezinnen"
    assert describe_jaar(FAMILIES, jaar(None)) == "geen doel"
    assert describe_jaar(replace(FAMILIES, richting=DONE), jaar("1")) == "gedaan"


@pytest.mark.parametrize(
    ("richting", "doel", "werkelijk", "expected"),
    [
        (MIN, "60", "38", "38 van 60 gezinnen"),
        (MIN, None, "38", "38 gezinnen"),
        (MIN, "60", None, "nog niet gemeten"),
        (MAX, "8", "10", "10 gezinnen (doel: ≤ 8 gezinnen)"),
        (DONE, "1", "1", "gedaan"),
        (DONE, "1", "0", "nog niet gedaan"),
    ],
)
def test_what_was_obtained_stands_beside_what_was_wanted(
    richting: Richting, doel: str | None, werkelijk: str | None, expected: str
) -> None:
    target = replace(FAMILIES, richting=richting)
    assert describe_werkelijk(target, jaar(doel, werkelijk)) == expected


def test_the_latest_year_is_the_last_one_measured_not_the_last_one_planned() -> None:
    years = (jaar("1", "1", 2026), jaar("1", "0", 2024), jaar("1", None, 2027))
    assert latest_measured(replace(FAMILIES, jaren=years)) == years[0]
    assert latest_measured(replace(FAMILIES, jaren=years[2:])) is None


@pytest.mark.parametrize(("in_year", "shown"), [(2023, 2024), (2024, 2024), (2025, 2024),
                                                (2026, 2026), (2030, 2026)])  # fmt: skip
def test_the_year_shown_is_this_one_or_the_nearest_that_began(in_year: int, shown: int) -> None:
    target = replace(FAMILIES, jaren=(jaar("1", None, 2026), jaar("1", None, 2024)))
    found = current(target, date(in_year, 6, 1))
    assert found is not None
    assert found.jaar == shown


def test_a_target_without_years_shows_none() -> None:
    assert current(FAMILIES, LAST) is None


def places(target: Streefwaarde, today: date = LAST) -> list[str]:
    """Return where the faults of a target are."""
    return [fout.cel for fout in check(target, today)]


def test_a_reading_of_tomorrow_is_refused_and_one_of_today_is_not() -> None:
    read = replace(jaar("40", "38"), peildatum=NEXT)
    assert places(replace(FAMILIES, jaren=(read,))) == ["Peildatum 2025"]
    assert places(replace(FAMILIES, jaren=(read,)), NEXT) == []
    told = str(check(replace(FAMILIES, jaren=(read,)), LAST)[0])
    assert told == (
        "Streefwaarde S1 Peildatum 2025: 1 januari 2026 ligt in de toekomst. "
        "Kies vandaag of een dag daarvoor."
    )


def test_a_nulmeting_of_tomorrow_is_refused_and_one_of_today_is_not() -> None:
    target = replace(FAMILIES, nulmeting=Decimal(3), nulmeting_op=NEXT)
    assert [str(fout) for fout in check(target, LAST)] == [
        "Streefwaarde S1 Nulmeting op: 1 januari 2026 ligt in de toekomst."
    ]
    assert places(target, NEXT) == []


def test_a_day_of_reading_without_a_reading_is_pointed_out() -> None:
    unread = replace(FAMILIES, jaren=(replace(jaar("40"), peildatum=LAST),))
    assert [str(fout) for fout in check(unread, LAST)] == [
        (
            "Streefwaarde S1 Werkelijk 2025: Er is wel een peildatum, maar geen gemeten waarde. "
            "Vul de waarde in."
        )
    ]


@pytest.mark.parametrize(("werkelijk", "fouten"), [("0", 0), ("1", 0), (None, 0), ("2", 1)])
def test_done_is_answered_by_yes_or_no(werkelijk: str | None, fouten: int) -> None:
    years = (jaar("1", werkelijk),)
    told = [str(fout) for fout in check(replace(FAMILIES, richting=DONE, jaren=years), LAST)]
    assert told == ["Streefwaarde S1 Werkelijk 2025: Vul ja of nee in."] * fouten
    assert not check(replace(FAMILIES, jaren=years), LAST)
