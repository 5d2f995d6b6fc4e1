"""Absence, thuiszitters and vsv as the law and the statistic say it: the golden numbers."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.policy.thuiszitter import add_groups, find_thuiszitters, is_long, is_thuiszitter
from openlea.policy.verzuim import Actietijd, Verzuimzaak, Zaaksoort, must_report, zaak_of
from openlea.policy.vsv import (
    Jongere,
    Onderwijsdeelname,
    Vsvwijze,
    is_vsv,
    may_be_helped,
    refuse_comparison,
    vsv_share,
)

PEIL = date(2026, 7, 31)


def zaak(soort: Zaaksoort, begin: date, einde: date | None = None, who: str = "a") -> Verzuimzaak:
    return Verzuimzaak(persoon=who, soort=soort, begin=begin, einde=einde)


@pytest.mark.parametrize(
    ("uren", "melden"),
    [((3, 4, 4, 5), True), ((8, 0, 0, 8), True), ((5, 5, 5, 0), False), ((), False), ((16,), True)],
)
def test_sixteen_hours_in_four_lesweken_are_reported(uren: tuple[int, ...], melden: bool) -> None:
    """A holiday between them is no lesweek: 8, holiday, 0, 0, 8 is a window of 8, 0, 0, 8."""
    assert must_report(uren) is melden


@given(st.lists(st.integers(0, 8), max_size=12))
def test_only_four_lesweken_in_a_row_count(uren: list[int]) -> None:
    windows = [uren[n : n + 4] for n in range(len(uren))]
    assert must_report(uren) == any(sum(one) >= 16 for one in windows)


def test_who_is_enrolled_is_a_thuiszitter_after_more_than_four_weeks() -> None:
    begin = date(2026, 1, 5)
    soort = Zaaksoort.LANGDURIG_RELATIEF
    assert not is_thuiszitter(zaak(soort, begin, begin + timedelta(days=28)), PEIL)
    assert is_thuiszitter(zaak(soort, begin, begin + timedelta(days=29)), PEIL)


def test_three_months_are_calendar_months_and_must_be_over() -> None:
    begin = date(2026, 1, 31)
    assert not is_long(zaak(Zaaksoort.ABSOLUUT, begin, date(2026, 4, 30)), PEIL)
    assert is_long(zaak(Zaaksoort.ABSOLUUT, begin, date(2026, 5, 1)), PEIL)


@pytest.mark.parametrize(
    "soort", [one for one in Zaaksoort if one not in {"absoluut", "langdurig_relatief"}]
)
def test_an_exemption_and_lawful_absence_make_no_thuiszitter(soort: Zaaksoort) -> None:
    assert not is_thuiszitter(zaak(soort, date(2025, 9, 1)), PEIL)


def test_golden_nine_and_twenty_one_are_thirty_with_priority_for_eleven() -> None:
    """Absoluut 9, langdurig relatief 21, of which > 3 months 11; the 18 of 5a are no part."""
    short, long = date(2026, 6, 1), date(2026, 1, 5)
    zaken = [zaak(Zaaksoort.ABSOLUUT, long if n < 4 else short, who=f"a{n}") for n in range(9)] + [
        zaak(Zaaksoort.LANGDURIG_RELATIEF, long if n < 7 else short, who=f"r{n}") for n in range(21)
    ]
    zaken += [zaak(Zaaksoort.VRIJSTELLING_5A, date(2025, 8, 1), who=f"v{n}") for n in range(18)]
    found = find_thuiszitters(zaken, PEIL)
    assert len(found) == add_groups(9, 21) == 30
    assert sum(one.lang for one in found) == 11


def test_who_was_at_home_twice_is_one_thuiszitter() -> None:
    first = zaak(Zaaksoort.ABSOLUUT, date(2025, 9, 1), date(2025, 10, 1))
    later = zaak(Zaaksoort.LANGDURIG_RELATIEF, date(2026, 1, 5), date(2026, 6, 1))
    (found,) = find_thuiszitters([first, later], PEIL)
    assert found.soort is Zaaksoort.LANGDURIG_RELATIEF


def test_the_time_to_action_is_unknown_when_a_day_lies_before_the_report() -> None:
    row = {"soort": "luxe", "gemeld_op": "2026-01-10", "eerste_actie_op": "2026-01-09"}
    found = zaak_of(row, "a")
    assert found is not None
    assert found.actietijd is Actietijd.GEEN
    assert zaak_of({"soort": "luxe"}, "a") is None
    assert zaak_of({"soort": "wat anders", "begin": "2026-01-10"}, "a") is None


def test_golden_share_of_vsv() -> None:
    assert vsv_share(152, 8640) == Decimal("1.76")


def test_a_percentage_of_the_seed_belongs_to_another_base() -> None:
    """23.000 is 1,72 % of 1,337 million; 28.000 would be 2,76 % of 1,014 million."""
    assert (round(23_000 / 0.0172 / 1e6, 3), round(28_000 / 0.0276 / 1e6, 3)) == (1.337, 1.014)


@pytest.mark.parametrize(
    ("een", "telt"),
    [
        (Onderwijsdeelname(leeftijd=17, ingeschreven=True, ingeschreven_later=False), True),
        (Onderwijsdeelname(leeftijd=23, ingeschreven=True, ingeschreven_later=False), False),
        (Onderwijsdeelname(leeftijd=11, ingeschreven=True, ingeschreven_later=False), False),
        (Onderwijsdeelname(leeftijd=22, ingeschreven=True, ingeschreven_later=True), False),
        (Onderwijsdeelname(leeftijd=22, ingeschreven=False, ingeschreven_later=False), False),
        (
            Onderwijsdeelname(
                leeftijd=18, ingeschreven=True, ingeschreven_later=False, vrijgesteld=True
            ),
            False,
        ),
        (
            Onderwijsdeelname(
                leeftijd=18,
                ingeschreven=True,
                ingeschreven_later=False,
                diploma_op=date(2025, 12, 31),
            ),
            False,
        ),
        (
            Onderwijsdeelname(
                leeftijd=18,
                ingeschreven=True,
                ingeschreven_later=False,
                diploma_op=date(2026, 1, 1),
            ),
            True,
        ),
    ],
)
def test_the_statistic_counts_who_left_between_two_octobers(
    een: Onderwijsdeelname,
    telt: bool,
) -> None:
    assert is_vsv(een, 2024) is telt


def test_the_support_group_begins_in_2026_and_ends_at_27() -> None:
    young = Jongere(leeftijd=26, startkwalificatie=False, plichtig=False, ingeschreven=False)
    assert may_be_helped(young, date(2026, 1, 1))
    assert not may_be_helped(young, date(2025, 12, 31))
    for other in (
        Jongere(leeftijd=27, startkwalificatie=False, plichtig=False, ingeschreven=False),
        Jongere(leeftijd=20, startkwalificatie=True, plichtig=False, ingeschreven=False),
        Jongere(leeftijd=17, startkwalificatie=False, plichtig=True, ingeschreven=False),
        Jongere(
            leeftijd=20,
            startkwalificatie=False,
            plichtig=False,
            ingeschreven=True,
            weken_afwezig=3,
        ),
    ):
        assert not may_be_helped(other, date(2026, 9, 1))


def test_two_meanings_of_vsv_are_never_compared() -> None:
    refuse_comparison(Vsvwijze.STATISTIEK, Vsvwijze.STATISTIEK)
    with pytest.raises(BadInput, match="andere jongeren"):
        refuse_comparison(Vsvwijze.STATISTIEK, Vsvwijze.STEUNGROEP)
