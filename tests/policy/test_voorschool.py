"""The voorschool is counted as the law and indicators.md (3.8) say; what isn't known stays so."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.core.telling import Telsoort, Telstaat
from openlea.policy.normen.voorschoolse_educatie import staff_needed
from openlea.policy.voorschool import Peuter, Stand, peuter_of
from openlea.policy.voorschool_behoefte import Jaarbehoefte, children_of_age
from openlea.policy.voorschool_groepen import Groep, mix_of, shown_groups, shown_results
from openlea.policy.voorschool_uren import (
    Oordeel,
    Urennorm,
    offered_hours,
    projected_hours,
    reaches_norm,
    week_hours,
)
from openlea.policy.voorschool_vergelijking import why_not_comparable

NORM = Urennorm(uren=Decimal(960), per_dag=Decimal(6), jaren=Decimal("1.5"))
D = Decimal


def child(**anders: object) -> Peuter:
    given: dict[str, object] = {
        "geboren": date(2023, 4, 1),
        "is_doelgroep": True,
        "stand": "geplaatst",
        "start_op": date(2025, 10, 1),
        "dagen": D(4),
        "uren_per_dag": D(4),
        "weken": D(40),
    }
    return Peuter(**(given | anders))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dagen", "per_dag", "weken", "uren"),
    [(2, 8, 40, 720), (4, 4, 40, 960), (3, 5, 40, 900), (D("3.5"), 4, 46, 966)],
)
def test_the_golden_hours(dagen: D, per_dag: D, weken: int, uren: int) -> None:
    assert offered_hours(D(dagen), D(per_dag), D(weken), NORM) == uren


@pytest.mark.parametrize(("kinderen", "nodig"), [(9, 2), (16, 2)])
def test_the_golden_ratio(kinderen: int, nodig: int) -> None:
    assert staff_needed(kinderen, 8) == nodig


def test_a_child_from_two_and_a_half_until_four_gets_960_hours() -> None:
    assert projected_hours(child(), 30, NORM) == 960
    assert reaches_norm(child(), 30, NORM) is Oordeel.JA


def test_a_child_that_began_later_does_not() -> None:
    late = child(start_op=date(2025, 12, 1))
    assert projected_hours(late, 30, NORM) == 16 * 40 * D(16) / 12
    assert reaches_norm(late, 30, NORM) is Oordeel.NEE


def test_hours_before_the_age_of_the_doelgroep_do_not_count() -> None:
    assert projected_hours(child(start_op=date(2025, 4, 1)), 30, NORM) == 960


@pytest.mark.parametrize("what", ["dagen", "weken", "start_op", "uren_per_dag"])
def test_what_is_not_known_gives_no_verdict(what: str) -> None:
    assert reaches_norm(child(**{what: None}), 30, NORM) is Oordeel.ONBEKEND


@given(dagen=st.integers(1, 5), per_dag=st.integers(0, 12))
def test_a_week_never_counts_more_than_six_hours_a_day(dagen: int, per_dag: int) -> None:
    found = week_hours(D(dagen), D(per_dag), None, NORM)
    assert found == dagen * min(per_dag, 6)
    spread = week_hours(D(dagen), None, D(dagen * per_dag), NORM)
    assert spread == found, "hours of a week are spread evenly over its days"


def test_a_place_that_begins_later_is_no_place_yet_and_who_stopped_is_not_known() -> None:
    day = date(2026, 10, 1)
    assert child(start_op=date(2026, 11, 1)).stand_on(day) is Stand.WACHTLIJST
    assert child(einde_op=date(2026, 9, 1)).stand_on(day) is Stand.ONBEKEND
    assert child(stand="gestopt").stand_on(day) is Stand.ONBEKEND
    assert child().stand_on(day) is Stand.GEPLAATST


def test_the_doelgroep_is_indicated_old_enough_and_not_yet_four() -> None:
    one = child()
    assert one.in_doelgroep(date(2025, 10, 1), 30)
    assert not one.in_doelgroep(date(2025, 9, 30), 30)
    assert one.in_doelgroep(date(2027, 3, 31), 30)
    assert not one.in_doelgroep(date(2027, 4, 1), 30)
    assert not child(is_doelgroep=False).in_doelgroep(date(2026, 1, 1), 30)


def test_a_row_without_indication_or_with_a_day_says_it_itself() -> None:
    row = {"geboortemaand": "2023-04", "indicatie_op": "2025-01-02", "indicatie": None}
    found = peuter_of(row)
    assert found is not None
    assert found.is_doelgroep
    said = peuter_of(row | {"indicatie": "nee"})
    assert said is not None
    assert not said.is_doelgroep
    assert peuter_of({"geboortemaand": ""}) is None


def test_a_group_is_told_by_a_wide_class_and_by_number_only_when_nobody_is_given_away() -> None:
    small = Groep(locatie="a", groep="1", met=3, zonder=12)
    half = Groep(locatie="a", groep="2", met=6, zonder=6)
    other = Groep(locatie="a", groep="3", met=8, zonder=6)
    assert mix_of(small) == Bereik(0, 40)
    assert mix_of(half) == Bereik(40, 60)
    assert mix_of(Groep(locatie="a", groep="4", met=4, zonder=4)) is None
    assert shown_groups([small, half, other], {"a"}) == (other,), "one alone could be computed"
    assert shown_groups([half, other], {"a"}) == (half, other)
    assert shown_groups([half, other], ()) == (), "the location itself is hidden"


def test_a_share_of_results_is_not_shown_when_few_children_stand_behind_it() -> None:
    few = Groep(locatie="a", groep="1", met=0, zonder=0, behaald=9, niet_behaald=3)
    many = Groep(locatie="a", groep="2", met=0, zonder=0, behaald=9, niet_behaald=5)
    assert shown_results([few, many]) == (many,)


def test_heavy_is_above_the_local_threshold() -> None:
    one = Groep(locatie="a", groep="1", met=8, zonder=8)
    assert not one.is_heavy(50)
    assert one.is_heavy(49)


def staat(definitie: str, methode: str = "voorschool-1") -> Telstaat:
    return Telstaat(
        soort=Telsoort.VOORSCHOOL,
        periode="2026-10-01",
        peildatum="2026-10-01",
        methode=methode,
        rijen=(),
        definitie=definitie,
    )


def test_another_definition_is_not_compared_and_the_reason_names_both() -> None:
    reden = why_not_comparable(staat("Ruim"), staat("Smal"))
    assert "Ruim" in reden
    assert "Smal" in reden
    assert why_not_comparable(staat("Ruim"), staat("Ruim")) == ""
    assert "eerdere" in why_not_comparable(staat("Ruim"), None)
    assert "vastgelegd" in why_not_comparable(staat(""), staat(""))
    assert "telwijze" in why_not_comparable(staat("Ruim"), staat("Ruim", "voorschool-2"))


def test_the_children_of_next_year_are_those_who_are_a_year_younger_now() -> None:
    ages = {0: 900.0, 1: 800.0, 2: 700.0, 3: 600.0}
    assert children_of_age(ages, 0, 30) == 350 + 600
    assert children_of_age(ages, 1, 30) == 400 + 700
    assert children_of_age(ages, 2, 30) == 450 + 800
    assert children_of_age(ages, 3, 30) is None, "nobody was born yet who is two then"


def test_missing_places_are_whole_groups() -> None:
    need = Jaarbehoefte(
        jaar=2027, kinderen=900, doelgroep=Bereik(200, 220), tekort=Bereik(-3, 17), per_groep=16
    )
    assert need.groepen == (0, 2)
