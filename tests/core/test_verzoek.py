"""An ask is known by what it asks, never by who happens to be asked; days count to the last."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.verzoek import (
    Afwezigheid,
    Lid,
    OnderwerpSoort,
    Verzoek,
    VerzoekSoort,
    VerzoekStaat,
    Waarom,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
ASK = Verzoek(
    soort=VerzoekSoort.BIJWERKEN,
    onderwerp=OnderwerpSoort.ACTIE,
    code="1A1",
    aan=7,
    partij="GEM",
    periode="2026-11-22",
    vraag="Hoe staat het ermee?",
    waarom=Waarom.AGENDA,
    voor=date(2026, 12, 22),
    gemaakt_op=date(2026, 11, 22),
)


def test_the_key_says_what_is_asked_of_whom_in_which_round() -> None:
    assert ASK.sleutel == "bijwerken/actie/1A1/GEM/2026-11-22"


@pytest.mark.parametrize(
    "other",
    [
        replace(ASK, aan=8),
        replace(ASK, staat=VerzoekStaat.GEDAAN),
        replace(ASK, voor=date(2027, 1, 1), gemaakt_op=date(2026, 12, 1), escalatie=2),
        replace(ASK, vraag="Anders gezegd", waarom=Waarom.WET),
    ],
)
def test_an_ask_that_went_to_somebody_else_is_the_same_ask(other: Verzoek) -> None:
    assert other.sleutel == ASK.sleutel


@pytest.mark.parametrize(
    "other",
    [
        replace(ASK, soort=VerzoekSoort.METING),
        replace(ASK, onderwerp=OnderwerpSoort.SPEERPUNT),
        replace(ASK, code="1A2"),
        replace(ASK, partij="BIEB"),
        replace(ASK, periode="2027-03-22"),
    ],
)
def test_another_thing_another_party_or_another_round_is_another_ask(other: Verzoek) -> None:
    assert other.sleutel != ASK.sleutel


@pytest.mark.parametrize("staat", VerzoekStaat)
def test_only_an_ask_that_nobody_closed_still_waits_for_an_answer(staat: VerzoekStaat) -> None:
    assert replace(ASK, staat=staat).is_open == (staat is VerzoekStaat.OPEN)


@given(DAYS, st.integers(0, 400))
def test_somebody_is_away_from_the_first_day_through_the_last(first: date, days: int) -> None:
    last = first + timedelta(days)
    away = Afwezigheid(van=first, tot=last)
    assert away.covers(first)
    assert away.covers(last)
    assert not away.covers(first - DAY)
    assert not away.covers(last + DAY)


@given(DAYS, st.integers(0, 400))
def test_a_membership_holds_from_its_first_day_through_its_last(first: date, days: int) -> None:
    last = first + timedelta(days)
    lid = Lid(id=1, persoon=1, partij="GEM", van=first, tot=last)
    assert lid.is_active(first)
    assert lid.is_active(last)
    assert not lid.is_active(first - DAY)
    assert not lid.is_active(last + DAY)


@given(DAYS, DAYS)
def test_a_membership_without_a_first_or_a_last_day_is_open_on_that_side(
    edge: date, day: date
) -> None:
    lid = Lid(id=1, persoon=1, partij="GEM")
    assert lid.is_active(day)
    assert replace(lid, van=edge).is_active(day) == (edge <= day)
    assert replace(lid, tot=edge).is_active(day) == (day <= edge)


def test_of_two_absences_on_one_day_the_first_named_says_who_stands_in() -> None:
    today = date(2026, 11, 22)
    past = Afwezigheid(van=today - 9 * DAY, tot=today - DAY, vervanger=2)
    one = Afwezigheid(van=today, tot=today, vervanger=3)
    other = Afwezigheid(van=today, tot=today + DAY, vervanger=4)
    lid = Lid(id=1, persoon=1, partij="GEM", afwezigheden=(past, one, other))
    assert lid.absence(today) is one
    assert lid.absence(today + DAY) is other
    assert lid.absence(today + 2 * DAY) is None
