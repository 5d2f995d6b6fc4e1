"""The rules of a real national system are said with what this engine has, one rule at a time."""

from dataclasses import replace

from openlea.engines.placement import Market, defer, is_stable, secure
from tests.engines.placement.national import Applicant, Application, National, Order, Vacancy

# Profile 1 has none, 2 a sibling, 3 belongs to the group of quota 1; quota 0 is regular.
PRIORITY = {1: {0: 5, 1: 5}, 2: {0: 2, 1: 2}, 3: {0: 5, 1: 1}}


def row(who: str, program: str, rank: int, lottery: float, *, profile: int = 1, quota: int = 0
        ) -> Application:  # fmt: skip
    """Return an application."""
    return Application(who, (program, quota), rank, profile, lottery)


def one_school(**changed: object) -> National:
    """Return two programmes of one seat in grade 1, with two who ask A first, then B."""
    rows = [row("x", "A", 0, 0.9), row("x", "B", 1, 0.9), row("y", "A", 0, 0.1)]
    tables = National(
        vacancies=[Vacancy("A", 0, "I", 1, {0: 1}), Vacancy("B", 0, "J", 1, {0: 1})],
        applicants=[Applicant("x", 1), Applicant("y", 1)],
        applications=rows,
        priority=PRIORITY,
    )
    return replace(tables, **changed)  # type: ignore[arg-type]


def test_priority_goes_before_lottery_and_lottery_decides_within_it() -> None:
    assert one_school().place() == {"x": ("B", 0), "y": ("A", 0)}
    rows = [row("x", "A", 0, 0.9, profile=2), row("x", "B", 1, 0.9), row("y", "A", 0, 0.1)]
    assert one_school(applications=rows).place() == {"x": ("A", 0), "y": None}


def test_special_vacancies_are_filled_first_and_what_they_leave_is_passed_on_when_asked() -> None:
    seats = [Vacancy("A", 0, "I", 1, {0: 1, 1: 2}), Vacancy("B", 0, "J", 1, {0: 0})]
    three = [Applicant("x", 1), Applicant("y", 1), Applicant("z", 1, special=1)]
    rows = [*one_school().applications, row("z", "A", 0, 0.5)]
    tables = one_school(vacancies=seats, applicants=three, applications=rows)
    assert tables.place() == {"x": None, "y": ("A", 0), "z": ("A", 0)}
    assert replace(tables, transfer=True).place()["x"] == ("A", 0)


def test_quotas_are_places_of_their_own_asked_in_an_order_that_depends_on_the_applicant() -> None:
    seats = [Vacancy("A", 0, "I", 1, {0: 1}), Vacancy("A", 1, "I", 1, {0: 1})]
    rows = [row("x", "A", 0, 0.9, profile=3, quota=q) for q in (0, 1)]
    rows += [row("y", "A", 0, 0.1)]
    asking = [Applicant("x", 1, traits={"characteristic_1": 1}), Applicant("y", 1)]
    tables = one_school(vacancies=seats, applications=rows, applicants=asking)
    assert tables.place() == {"x": ("A", 1), "y": ("A", 0)}
    order = Order(3, [("characteristic_1", ">=", 1)], [1, 0])
    alone = replace(tables, applications=rows[:2], applicants=asking[:1])
    assert alone.place() == {"x": ("A", 0)}
    assert replace(alone, quota_order=[order]).place() == {"x": ("A", 1)}


def test_a_secured_place_is_kept_or_bettered_and_can_be_forced_beside_the_capacity() -> None:
    rows = [row("x", "B", 0, 0.9), row("x", "A", 1, 0.9), row("y", "A", 0, 0.1)]
    asking = [Applicant("x", 1, secured=("A", 0)), Applicant("y", 1)]
    tables = one_school(applications=rows, applicants=asking)
    assert tables.place() == {"x": ("B", 0), "y": ("A", 0)}
    full = [Vacancy("A", 0, "I", 1, {0: 1}), Vacancy("B", 0, "J", 1, {0: 0})]
    assert replace(tables, vacancies=full).place() == {"x": ("A", 0), "y": None}
    none = [Vacancy("A", 0, "I", 1, {0: 0}), Vacancy("B", 0, "J", 1, {0: 0})]
    assert replace(tables, vacancies=none).place() == {"x": None, "y": None}
    assert replace(tables, vacancies=none, forced=True).place()["x"] == ("A", 0)


def test_secure_says_the_same_of_a_market_as_the_national_tables() -> None:
    market = Market([[1, 0], [0]], [[9, 9], [1]], [1, 0])
    assert defer(market).place == (-1, 0)
    kept = secure(market, [0, -1])
    assert defer(kept).place == (0, -1)
    assert is_stable(kept, defer(kept))


def test_a_sibling_placed_in_a_higher_grade_changes_the_priority_below() -> None:
    seats = [*one_school().vacancies, Vacancy("A2", 0, "I", 2, {0: 1})]
    asking = [*one_school().applicants, Applicant("s", 2)]
    rows = [*one_school().applications, row("s", "A2", 0, 0.5)]
    pairs = [("x", "s"), ("s", "x")]
    tables = one_school(vacancies=seats, applicants=asking, applications=rows, siblings=pairs)
    assert tables.place()["x"] == ("B", 0)
    assert replace(tables, sibling_profile={1: 2}).place()["x"] == ("A", 0)


def test_a_linked_one_in_a_higher_grade_brings_its_institution_forward() -> None:
    seats = [*one_school().vacancies, Vacancy("B2", 0, "J", 2, {0: 1})]
    asking = [*one_school().applicants[:1], Applicant("s", 2)]
    rows = [*one_school().applications[:2], row("s", "B2", 0, 0.5)]
    tables = one_school(vacancies=seats, applicants=asking, applications=rows)
    assert tables.place()["x"] == ("A", 0)
    assert replace(tables, links=[("x", "s"), ("s", "x")]).place()["x"] == ("B", 0)
