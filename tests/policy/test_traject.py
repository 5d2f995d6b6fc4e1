"""The dates of a process come from the law, not from how quick somebody was."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import SHIPPED
from openlea.core.plicht import Plicht
from openlea.core.traject import Stap, Trajectkaart, read_trajecten
from openlea.policy.traject import Stapstaat, Trajectstand, stand_of_traject

PLICHTEN = open_plichten((SHIPPED,)).plichten
KAARTEN = read_trajecten((SHIPPED,))
STAPPEN = [(kaart, stap) for kaart in KAARTEN.values() for stap in kaart.stappen]
TODAY = date(2026, 11, 22)


def stand(soort: str, begonnen: date, today: date = TODAY, **gedaan: date) -> Trajectstand:
    return stand_of_traject(KAARTEN[soort], PLICHTEN, begonnen, gedaan, today)


def last_days(found: Trajectstand) -> dict[str, date | None]:
    return {one.stap.code: one.uiterlijk for one in found.stappen}


@pytest.mark.parametrize(
    ("kaart", "stap"), STAPPEN, ids=[f"{kaart.id}-{stap.code}" for kaart, stap in STAPPEN]
)
def test_every_step_names_a_duty_term_and_number_that_the_shelf_has(
    kaart: Trajectkaart, stap: Stap
) -> None:
    if not stap.plicht:
        assert not stap.termijn, f"{kaart.id}: a term needs its duty"
        return
    plicht: Plicht = PLICHTEN[stap.plicht]
    versie = plicht.on(TODAY)
    assert stap.termijn in {"", *(one.code for one in versie.termijnen)}
    assert stap.waarde in {"", *versie.waarden}


def test_closing_a_school_follows_the_dates_of_the_law() -> None:
    assert last_days(stand("opheffing", date(2026, 11, 22))) == {
        "besluit": None,
        "mededeling": date(2027, 8, 1),
        "overname": date(2028, 1, 31),
        "einde": date(2028, 8, 1),
    }


def test_telling_the_raad_early_brings_no_later_date_forward() -> None:
    early = stand("opheffing", date(2026, 11, 22), mededeling=date(2026, 12, 1))
    assert last_days(early)["overname"] == date(2028, 1, 31)


def test_the_raad_is_late_on_the_first_of_february() -> None:
    begonnen = date(2026, 11, 1)
    on_time = stand("jaar_zonder_rvt", begonnen, date(2027, 1, 31)).stappen[1]
    late = stand("jaar_zonder_rvt", begonnen, date(2027, 2, 1)).stappen[1]
    assert (on_time.staat, on_time.wanneer) == (Stapstaat.OPEN, "vóór 1 februari 2027")
    assert late.staat is Stapstaat.TE_LAAT


def test_a_step_that_was_taken_too_late_says_so() -> None:
    found = stand("jaar_zonder_rvt", date(2026, 11, 1), begroting=date(2027, 2, 1)).stappen[1]
    assert found.staat is Stapstaat.LAAT_GEDAAN


def test_a_length_of_time_runs_from_the_day_that_the_step_before_was_taken() -> None:
    waiting = last_days(stand("fusie", date(2026, 1, 5)))
    assert waiting["goedkeuring"] is None
    asked = last_days(stand("fusie", date(2026, 1, 5), aanvraag=date(2026, 11, 2)))
    assert asked["goedkeuring"] == date(2027, 2, 1)


def test_with_a_raad_van_toezicht_the_law_names_no_day_for_the_begroting() -> None:
    found = stand("jaar_met_rvt", date(2026, 11, 1)).stappen[0]
    assert (found.uiterlijk, found.wanneer) == (None, "De wet noemt geen dag")


def test_the_next_step_is_the_one_with_the_soonest_day() -> None:
    found = stand("opheffing", date(2026, 11, 22)).volgende
    assert found is not None
    assert found.stap.code == "mededeling"


def test_a_number_of_the_law_stands_at_its_step() -> None:
    found = stand("opheffing", date(2026, 11, 22)).stappen[0].waarde
    assert found is not None
    assert f"{found.waarde} {found.eenheid}" == "10 km over de weg"


@given(st.sampled_from(sorted(KAARTEN)), st.dates(date(2018, 1, 1), date(2040, 1, 1)))
def test_no_step_is_due_before_the_beginning_nor_before_the_step_it_follows(
    soort: str, begonnen: date
) -> None:
    days = last_days(stand(soort, begonnen))
    for stap in KAARTEN[soort].stappen:
        due = days[stap.code]
        if due is not None:
            assert due >= begonnen
            assert due >= (days.get(stap.na) or begonnen)
