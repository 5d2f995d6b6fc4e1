"""The totals of chapter 8 of the Hilversumse Educatieve Agenda, and what always holds."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.begroting import Begroting, Post, Stand, Wijziging
from openlea.policy.begroting import (
    per_actie,
    per_ambitie,
    per_speerpunt,
    per_taakveld,
    uitgaven_per_jaar,
)
from tests.policy.geld_strategies import AMBITIES, begrotingen
from tests.policy.geld_strategies import JAREN as KORT
from tests.policy.hea_geld import JAREN, KOP, cents_per_jaar, hea_ambities, hea_begroting

TOTAAL = cents_per_jaar((3_567_500, 3_557_500, 3_537_500, 3_537_500))
PER_SPEERPUNT: dict[str, int | tuple[int, ...]] = {
    "1A": 405_000,
    "1B": (2_147_500, 2_137_500, 2_137_500, 2_137_500),
    "1C": 285_000,
    "1D": 100_000,
    "1E": (255_000, 255_000, 235_000, 235_000),
    "2A": 50_000,
    "2B": 50_000,
    "2C": 135_000,
    "overig": 140_000,
}


def test_the_printed_totals_of_hilversum_are_reproduced() -> None:
    assert uitgaven_per_jaar(hea_begroting(), JAREN) == TOTAAL
    assert sum(TOTAAL.values()) == 14_200_000_00


def test_a_header_row_is_not_counted_twice() -> None:
    begroting = hea_begroting()
    zonder = tuple(post for post in begroting.posten if post.kop != KOP)
    assert len(zonder) == len(begroting.posten) - 5
    assert uitgaven_per_jaar(replace(begroting, posten=zonder), JAREN) == TOTAAL


def test_the_printed_subtotals_of_hilversum_are_reproduced() -> None:
    assert per_ambitie(hea_begroting(), hea_ambities(), JAREN) == {
        "1": cents_per_jaar((3_192_500, 3_182_500, 3_162_500, 3_162_500)),
        "2": cents_per_jaar(235_000),
        "overig": cents_per_jaar(140_000),
    }


def test_every_speerpunt_of_hilversum_has_its_own_total() -> None:
    assert per_speerpunt(hea_begroting(), hea_ambities(), JAREN) == {
        code: cents_per_jaar(euros) for code, euros in PER_SPEERPUNT.items()
    }


def test_every_action_is_there_also_without_a_row() -> None:
    totalen = per_actie(hea_begroting(), hea_ambities(), JAREN)
    assert len(totalen) == 43
    assert totalen["1B1"] == cents_per_jaar((1_692_500, 1_682_500, 1_682_500, 1_682_500))
    assert totalen["1B4"] == cents_per_jaar(0)
    assert totalen["overig"] == cents_per_jaar(140_000)


PLEK = Begroting(
    posten=(
        Post(code="P1", bij="1", omschrijving="op ambitie", bedragen={2024: 1}),
        Post(code="P2", bij="1A", omschrijving="op speerpunt", bedragen={2024: 20}),
        Post(code="P3", bij="1A1", omschrijving="op actie", bedragen={2024: 300}),
        Post(code="P4", bij="zoek", omschrijving="nergens", bedragen={2024: 4000}),
    )
)


def test_a_row_on_a_higher_place_stays_there_and_one_of_no_place_is_overig() -> None:
    jaar = (2024,)
    assert {c: b[2024] for c, b in per_ambitie(PLEK, AMBITIES, jaar).items()} == {
        "1": 321,
        "2": 0,
        "overig": 4000,
    }
    assert {c: b[2024] for c, b in per_speerpunt(PLEK, AMBITIES, jaar).items()} == {
        "1A": 320,
        "2A": 0,
        "1": 1,
        "overig": 4000,
    }
    assert {c: b[2024] for c, b in per_actie(PLEK, AMBITIES, jaar).items()} == {
        "1A1": 300,
        "1A": 20,
        "1": 1,
        "overig": 4000,
    }


def test_sub_rows_go_to_their_own_taakveld_and_the_rest_to_that_of_the_header() -> None:
    kop = Post(code="K", bij="", omschrijving="Kop", bedragen={2024: 100}, taakveld="4.3")
    onder = Post(code="O", bij="", omschrijving="O", kop="K", bedragen={2024: 30}, taakveld="6.1")
    los = Post(code="L", bij="", omschrijving="L", bedragen={2025: 7})
    assert per_taakveld(Begroting(posten=(kop, onder, los)), (2024, 2025)) == {
        "4.3": {2024: 70, 2025: 0},
        "6.1": {2024: 30, 2025: 0},
        "onbekend": {2024: 0, 2025: 7},
    }


def test_every_total_follows_the_asked_stand() -> None:
    post = Post(code="P", bij="1A1", omschrijving="P", bedragen={2024: 5})
    later = Wijziging(post="P", jaar=2024, stand=Stand.BIJGESTELD, bedrag=9, op=date(2024, 5, 1))
    begroting = Begroting(posten=(post,), wijzigingen=(later,))
    for stand, bedrag in ((Stand.PRIMITIEF, 5), (Stand.BIJGESTELD, 9)):
        assert uitgaven_per_jaar(begroting, (2024,), stand) == {2024: bedrag}
        assert per_ambitie(begroting, AMBITIES, (2024,), stand)["1"] == {2024: bedrag}
        assert per_speerpunt(begroting, AMBITIES, (2024,), stand)["1A"] == {2024: bedrag}
        assert per_actie(begroting, AMBITIES, (2024,), stand)["1A1"] == {2024: bedrag}
        assert per_taakveld(begroting, (2024,), stand)["onbekend"] == {2024: bedrag}


@given(begrotingen(), st.sampled_from(Stand))
def test_the_parts_are_always_the_whole(begroting: Begroting, stand: Stand) -> None:
    totaal = uitgaven_per_jaar(begroting, KORT, stand)
    for delen in (
        per_ambitie(begroting, AMBITIES, KORT, stand),
        per_speerpunt(begroting, AMBITIES, KORT, stand),
        per_actie(begroting, AMBITIES, KORT, stand),
        per_taakveld(begroting, KORT, stand),
    ):
        assert {jaar: sum(deel[jaar] for deel in delen.values()) for jaar in KORT} == totaal


@given(begrotingen().filter(lambda b: b.posten), st.data())
def test_adding_a_row_under_another_never_changes_the_total(
    begroting: Begroting, data: st.DataObject
) -> None:
    kop = data.draw(st.sampled_from(begroting.posten)).code
    extra = Post(code="extra", bij="", omschrijving="extra", kop=kop, bedragen={2024: 12_345})
    meer = replace(begroting, posten=(*begroting.posten, extra))
    assert uitgaven_per_jaar(meer, KORT) == uitgaven_per_jaar(begroting, KORT)


@pytest.mark.parametrize("jaren", [(), (2030,)])
def test_a_year_without_amounts_is_nought_and_no_year_is_nothing(jaren: tuple[int, ...]) -> None:
    assert uitgaven_per_jaar(hea_begroting(), jaren) == dict.fromkeys(jaren, 0)
