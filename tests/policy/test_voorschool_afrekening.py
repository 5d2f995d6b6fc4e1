"""Euros to the cent, half up; the parts are the whole; what a small group says isn't kept."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.voorschool_afrekening import (
    HOUDER_ONBEKEND,
    Kindjaar,
    Tarief,
    balance,
    settle,
)

D = Decimal
VOL = Tarief(uurtarief=D("11.23"), ouderbijdrage=D("0.35"), meeste_uren=640)
KAAL = Tarief(uurtarief=D("10.00"), ouderbijdrage=D("10.50"), meeste_uren=320)
TARIEVEN = {(True, False): VOL, (True, True): VOL, (False, False): KAAL}


def child(uren: str | None = "100", **anders: object) -> Kindjaar:
    given: dict[str, object] = {
        "houder": "Houder A",
        "indicatie": True,
        "toeslag": False,
        "uren": None if uren is None else D(uren),
    }
    return Kindjaar(**(given | anders))  # type: ignore[arg-type]


def test_hours_times_what_the_gemeente_pays_of_an_hour() -> None:
    assert VOL.netto == D("10.88")
    assert VOL.cents(D("100")) == 108_800
    assert VOL.cents(D("0.0625")) == 68, "0,68 euro exactly"
    assert VOL.cents(D("700")) == VOL.cents(D("640")), "no more than the most hours of a year"
    assert KAAL.cents(D("100")) == 0, "parents who pay more than the tariff are owed nothing"


def test_half_a_cent_goes_up() -> None:
    tarief = Tarief(uurtarief=D("0.01"), ouderbijdrage=D(0), meeste_uren=640)
    assert tarief.cents(D("0.5")) == 1
    assert tarief.cents(D("0.49")) == 0


@given(st.lists(st.decimals(0, 640, places=2), min_size=1, max_size=30))
def test_the_whole_is_the_sum_of_every_child_rounded(uren: list[D]) -> None:
    [houder] = settle([child(str(one)) for one in uren], TARIEVEN)
    each = [
        int((one * D("10.88")).quantize(D("0.01"), rounding=ROUND_HALF_UP) * 100) for one in uren
    ]
    assert houder.cents == sum(each) == sum(one.cents for one in houder.delen)


def test_who_cannot_be_settled_is_counted_apart_and_never_guessed() -> None:
    rows = [child() for _ in range(6)]
    rows += [child(None), child(toeslag=None), child(indicatie=False, toeslag=True)]
    [houder] = settle(rows, TARIEVEN)
    assert (houder.kinderen, houder.zonder) == (6, 3)
    assert houder.as_shown()["zonder"] == [1, 4]


def test_a_location_of_no_known_houder_has_its_own_line() -> None:
    assert [one.houder for one in settle([child(houder="")], TARIEVEN)] == [HOUDER_ONBEKEND]


def test_of_a_small_group_only_the_euros_that_must_be_paid_are_kept() -> None:
    [few] = settle([child() for _ in range(4)], TARIEVEN)
    shown = few.as_shown()
    assert shown == {
        "cents": 435_200, "uren": None, "kinderen": [1, 4], "zonder": [0, 0], "delen": [],
    }  # fmt: skip
    rows = [child() for _ in range(8)] + [child(toeslag=True) for _ in range(2)]
    [mixed] = settle(rows, TARIEVEN)
    assert mixed.as_shown()["delen"] == [], "eight of ten would tell that there are two"
    assert mixed.as_shown()["uren"] is None, "two tariffs would give away the hours of the two"


def test_what_was_paid_before_is_paid_on_or_comes_back() -> None:
    assert balance(500, 300) == 200
    assert balance(300, 500) == -200
