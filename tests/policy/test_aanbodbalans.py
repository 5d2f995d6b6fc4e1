"""Where help and need lie apart: equals are treated alike, and unknown never counts as nothing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import NUL, Bereik
from openlea.policy.aanbodbalans import (
    Behoeftemaat,
    Hulpmaat,
    Ligging,
    Schoolbalans,
    Schoolhulp,
    balance_schools,
    kept_reach,
    reach_words,
    sum_area,
    thirds,
)


def school(
    naam: str, behoefte: float | None, uren: float | None, leerlingen: int = 100
) -> Schoolhulp:
    return Schoolhulp(
        school=naam,
        behoefte=behoefte,
        uren=uren,
        is_er=bool(uren),
        leerlingen=Bereik(leerlingen, leerlingen),
    )


@st.composite
def worlds(draw: st.DrawFn) -> list[Schoolhulp]:
    known = st.integers(20, 40).map(float)
    return [
        Schoolhulp(
            school=f"school{number}",
            behoefte=draw(st.none() | known),
            uren=(uren := draw(st.none() | st.integers(0, 40).map(float))),
            is_er=bool(uren) or draw(st.booleans()) if uren is None else bool(uren),
            leerlingen=draw(
                st.none()
                | st.tuples(st.integers(0, 500), st.integers(0, 4)).map(
                    lambda pair: Bereik(pair[0], pair[0] + pair[1])
                )
            ),
        )
        for number in range(draw(st.integers(0, 14)))
    ]


def by_name(found: tuple[Schoolbalans, ...]) -> dict[str, Schoolbalans]:
    return {one.school: one for one in found}


SIX = [
    school("a", 40, 0),
    school("b", 38, 1),
    school("c", 30, 4),
    school("d", 29, 5),
    school("e", 21, 20),
    school("f", 20, 9),
]


def test_six_schools_by_hand() -> None:
    found = balance_schools(SIX)
    assert [(one.school, one.ligging) for one in found[:2]] == [
        ("a", Ligging.TEKORT),
        ("b", Ligging.TEKORT),
    ]
    # Two of six need most. Of the five with help one is a third: 20 hours are most, one is least.
    assert by_name(found)["a"].hulp is Hulpmaat.GEEN
    assert by_name(found)["b"].hulp is Hulpmaat.WEINIG
    assert {one.school for one in found if one.ligging is Ligging.RUIM} == {"e"}
    assert {one.school for one in found if one.ligging is Ligging.SAMEN} == {"c", "d", "f"}


def test_hours_are_per_100_pupils_not_per_school() -> None:
    assert school("a", 30, 8, 400).per_100 == Bereik(2, 2)
    assert school("a", 30, 8, 50).per_100 == Bereik(16, 16)


def test_hidden_pupils_make_a_range_of_hours() -> None:
    rate = replace(school("a", 30, 10), leerlingen=Bereik(100, 125)).per_100
    assert rate == Bereik(8, 10)


def test_under_ten_pupils_no_rate_is_told() -> None:
    assert school("a", 30, 8, 9).per_100 is None
    assert school("a", 30, 0, 9).per_100 == NUL


def test_all_alike_lies_nowhere_apart() -> None:
    found = balance_schools([school(f"s{n}", 30, 4) for n in range(9)])
    assert {one.ligging for one in found} == {Ligging.SAMEN}


def test_two_that_need_most_alike_are_both_named() -> None:
    some = [school("a", 40, 0), school("b", 40, 0), school("c", 30, 5), school("d", 20, 5)]
    found = balance_schools(some)
    assert [one.school for one in found if one.ligging is Ligging.TEKORT] == ["a", "b"]


def test_two_schools_are_too_few_to_compare() -> None:
    found = balance_schools([school("a", 40, 0), school("b", 20, 9)])
    assert {one.behoefte for one in found} == {Behoeftemaat.ONBEKEND}
    assert {one.hulp for one in found} == {Hulpmaat.GEEN, Hulpmaat.WEL}


def test_where_most_have_nothing_a_little_is_still_little() -> None:
    some = [school(f"s{n}", 20 + n, 0) for n in range(12)]
    helped = [school("x", 39, 1), school("y", 31, 8), school("z", 20, 12)]
    found = by_name(balance_schools([*some, *helped]))
    assert found["x"].ligging is Ligging.TEKORT
    assert found["z"].ligging is Ligging.RUIM


def test_help_of_unknown_size_is_no_lack() -> None:
    there = replace(school("a", 40, None), is_er=True)
    found = by_name(balance_schools([there, *SIX[1:]]))
    assert found["a"].hulp is Hulpmaat.WEL
    assert found["a"].ligging is Ligging.SAMEN


@given(worlds())
def test_every_school_comes_back_once_whatever_the_order(world: list[Schoolhulp]) -> None:
    found = balance_schools(world)
    assert sorted(one.school for one in found) == sorted(one.school for one in world)
    assert balance_schools(list(reversed(world))) == found


@given(worlds())
def test_unknown_stays_unknown_and_nought_needs_nobody_known(world: list[Schoolhulp]) -> None:
    found = by_name(balance_schools(world))
    for one in world:
        told = found[one.school]
        if one.behoefte is None:
            assert told.behoefte is Behoeftemaat.ONBEKEND
            assert told.ligging is Ligging.ONBEKEND
        assert (told.hulp is Hulpmaat.GEEN) == (one.uren == 0)
        if one.uren is None and not one.is_er:
            assert told.ligging is Ligging.ONBEKEND


@given(worlds())
def test_equals_are_told_alike(world: list[Schoolhulp]) -> None:
    found = by_name(balance_schools(world))
    for one in world:
        for other in world:
            if one.behoefte == other.behoefte:
                assert found[one.school].behoefte is found[other.school].behoefte
            compared = (one.behoefte is None) == (other.behoefte is None)
            alike = replace(one, school="", behoefte=None) == replace(
                other, school="", behoefte=None
            )
            if compared and alike:
                assert found[one.school].hulp is found[other.school].hulp


@given(worlds())
def test_where_help_lacks_nobody_with_less_need_is_called_high(world: list[Schoolhulp]) -> None:
    found = by_name(balance_schools(world))
    high = [n for n in found if found[n].behoefte is Behoeftemaat.HOOG]
    need = {one.school: one.behoefte for one in world if one.behoefte is not None}
    for one in high:
        more = [n for n in need if need[n] > need[one]]
        assert all(found[n].behoefte is Behoeftemaat.HOOG for n in more)
        assert len(more) < len(need) // 3


@given(st.lists(st.integers(0, 99), max_size=20, unique=True))
def test_without_ties_a_third_is_a_third(values: list[int]) -> None:
    high, low = thirds({str(one): Bereik(one, one) for one in values})
    assert len(high) == len(low) == len(values) // 3
    assert not high & low


@given(st.integers(0, 2000))
def test_one_to_four_are_never_told_nor_kept(bereik: int) -> None:
    said = reach_words(bereik)
    assert said == ("<5" if 1 <= bereik <= 4 else str(bereik))
    # What is kept says the same, and no longer how many.
    kept = kept_reach(bereik)
    assert reach_words(kept) == said
    assert kept not in {2, 3, 4}


def test_no_reach_is_not_known() -> None:
    assert reach_words(None) == ""
    assert kept_reach(None) is None


@given(worlds())
def test_an_area_is_its_schools_together(world: list[Schoolhulp]) -> None:
    area = sum_area("1211", world)
    known = [one for one in world if one.behoefte is not None]
    if not known:
        assert (area.behoefte, area.uren, area.leerlingen) == (None, None, None)
        return
    needs = [one.behoefte for one in known if one.behoefte is not None]
    assert area.behoefte is not None
    assert min(needs) - 1e-9 <= area.behoefte <= max(needs) + 1e-9
    if any(one.uren is None for one in known):
        assert area.uren is None
    else:
        assert area.uren == sum(one.uren or 0 for one in known)
