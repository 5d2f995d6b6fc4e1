"""Time is counted from one item to the next, and lines belong to who wrote them."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.overleg import PuntStaat, VergaderingStaat, VerslagStaat
from openlea.policy.vergaderorde import (
    Puntduur,
    may_change_line,
    may_write_line,
    open_items,
    time_used,
)

BEGIN = datetime(2026, 11, 27, 15, 30, tzinfo=UTC)
DONE = PuntStaat.BEHANDELD
BEZIG, GEHOUDEN = VergaderingStaat.BEZIG, VergaderingStaat.GEHOUDEN


def at(minutes: int) -> datetime:
    return BEGIN + timedelta(minutes=minutes)


def test_an_item_that_is_done_first_counts_from_the_beginning_wherever_it_stands() -> None:
    punten = [
        Puntduur(nummer=1, minuten=10, staat=DONE, klaar_op=at(30)),
        Puntduur(nummer=2, minuten=20, staat=DONE, klaar_op=at(12)),
        Puntduur(nummer=3, minuten=30),
    ]
    time = time_used(punten, BEGIN, at(35))
    assert time.per_punt == ((2, 12), (1, 18))
    assert (time.gepland, time.gebruikt, time.loopt) == (60, 35, 5)
    assert time.nog_gepland == 25
    assert time.uitloop == 0


def test_before_it_begins_nothing_is_used() -> None:
    time = time_used([Puntduur(nummer=1, minuten=10)], None, at(0))
    assert (time.gebruikt, time.loopt, time.per_punt) == (0, 0, ())


@given(st.lists(st.integers(0, 200), max_size=6), st.integers(0, 300))
def test_the_items_together_take_no_longer_than_the_meeting(done: list[int], now: int) -> None:
    punten = [
        Puntduur(nummer=n, minuten=10, staat=DONE, klaar_op=at(min(m, now)))
        for n, m in enumerate(done)
    ]
    time = time_used(punten, BEGIN, at(now))
    assert sum(minutes for _, minutes in time.per_punt) + time.loopt == time.gebruikt


def test_everybody_writes_during_the_meeting_and_only_who_keeps_the_minutes_afterwards() -> None:
    concept = VerslagStaat.CONCEPT
    assert may_write_line(BEZIG, VerslagStaat.GEEN, leads=False)
    assert not may_write_line(GEHOUDEN, concept, leads=False)
    assert may_write_line(GEHOUDEN, concept, leads=True)
    assert not may_write_line(GEHOUDEN, VerslagStaat.VASTGESTELD, leads=True)
    assert not may_write_line(VergaderingStaat.AFGELAST, VerslagStaat.GEEN, leads=True)


def test_a_line_is_changed_by_who_wrote_it_or_who_keeps_the_minutes() -> None:
    assert may_change_line(BEZIG, VerslagStaat.GEEN, own=True, leads=False)
    assert may_change_line(BEZIG, VerslagStaat.GEEN, own=False, leads=True)
    assert not may_change_line(BEZIG, VerslagStaat.GEEN, own=False, leads=False)
    assert not may_change_line(GEHOUDEN, VerslagStaat.CONCEPT, own=True, leads=False)


def test_only_what_has_no_outcome_is_open() -> None:
    punten = [Puntduur(nummer=n, minuten=5, staat=staat) for n, staat in enumerate(PuntStaat)]
    assert open_items(punten) == (0,)
