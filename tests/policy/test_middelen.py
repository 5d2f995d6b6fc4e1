"""What comes in, what is carried on, and what is short."""

from datetime import date
from itertools import pairwise

from hypothesis import given

from openlea.core.begroting import Begroting, Geldstroom, Post, Stand, StroomSoort, Wijziging
from openlea.policy.begroting import uitgaven_per_jaar
from openlea.policy.middelen import balans_per_jaar
from tests.policy.geld_strategies import JAREN as KORT
from tests.policy.geld_strategies import begrotingen
from tests.policy.hea_geld import JAREN, cents_per_jaar, hea_begroting


def test_the_printed_budget_restant_and_saldo_of_hilversum_are_reproduced() -> None:
    balansen = balans_per_jaar(hea_begroting(), JAREN)
    assert {b.jaar: b.middelen for b in balansen} == cents_per_jaar(
        (4_783_815, 4_355_130, 3_916_445, 3_497_760)
    )
    assert {b.jaar: b.restant for b in balansen} == cents_per_jaar(
        (1_300_000, 1_216_315, 797_630, 378_945)
    )
    assert {b.jaar: b.saldo for b in balansen} == cents_per_jaar(
        (1_216_315, 797_630, 378_945, -39_740)
    )


def test_the_structural_shortfall_of_hilversum_is_named_once_carry_over_and_npo_are_gone() -> None:
    balansen = balans_per_jaar(hea_begroting(), JAREN)
    assert {b.structureel for b in balansen} == {3_118_815_00}
    assert {b.jaar: b.structureel_tekort for b in balansen} == cents_per_jaar(
        (448_685, 438_685, 418_685, 418_685)
    )


def test_each_stream_of_a_year_can_be_seen_apart() -> None:
    laatste = balans_per_jaar(hea_begroting(), JAREN)[-1]
    assert laatste.per_stroom == {"G1": 794_000_00, "G2": 2_324_815_00, "G3": 378_945_00, "G4": 0}


def stroom(code: str, soort: StroomSoort, bedragen: dict[int, int]) -> Geldstroom:
    return Geldstroom(code=code, naam=code, soort=soort, bedragen=bedragen)


def test_only_restant_and_npo_are_one_off_so_overig_counts_as_structural() -> None:
    stromen = tuple(stroom(s.value, s, {2024: 10}) for s in StroomSoort)
    (balans,) = balans_per_jaar(Begroting(geldstromen=stromen), (2024,))
    assert balans.middelen == 60
    assert balans.structureel == 40
    assert balans.structureel_tekort == 0


def test_without_a_stream_of_kind_restant_nothing_is_carried_on() -> None:
    stromen = (stroom("G", StroomSoort.RIJK, {2024: 10, 2025: 10}),)
    balansen = balans_per_jaar(Begroting(geldstromen=stromen), (2025, 2024))
    assert [(b.jaar, b.middelen, b.restant) for b in balansen] == [(2024, 10, 0), (2025, 10, 0)]


def test_two_streams_of_kind_restant_do_not_carry_the_saldo_twice() -> None:
    stromen = (
        stroom("A", StroomSoort.RESTANT, {2024: 10, 2025: 99}),
        stroom("B", StroomSoort.RESTANT, {2024: 5, 2025: 99}),
    )
    eerste, tweede = balans_per_jaar(Begroting(geldstromen=stromen), (2024, 2025))
    assert (eerste.restant, tweede.restant) == (15, 15)
    assert tweede.per_stroom == {"A": 15, "B": 0}


def test_a_shortage_is_carried_on_as_well() -> None:
    begroting = Begroting(
        geldstromen=(stroom("A", StroomSoort.RESTANT, {}),),
        posten=(Post(code="P", bij="", omschrijving="P", bedragen={2024: 7}),),
    )
    assert [b.saldo for b in balans_per_jaar(begroting, (2024, 2025))] == [-7, -7]


@given(begrotingen())
def test_restant_is_always_the_saldo_of_the_year_before(begroting: Begroting) -> None:
    heeft_restant = any(s.soort is StroomSoort.RESTANT for s in begroting.geldstromen)
    for vorig, volgend in pairwise(balans_per_jaar(begroting, KORT)):
        assert volgend.restant == (vorig.saldo if heeft_restant else 0)


@given(begrotingen())
def test_a_year_always_adds_up(begroting: Begroting) -> None:
    uitgaven = uitgaven_per_jaar(begroting, KORT, Stand.PROGNOSE)
    for balans in balans_per_jaar(begroting, KORT, Stand.PROGNOSE):
        assert balans.uitgaven == uitgaven[balans.jaar]
        assert balans.middelen == sum(balans.per_stroom.values())
        assert balans.saldo == balans.middelen - balans.uitgaven
        assert balans.structureel_tekort == max(0, balans.uitgaven - balans.structureel)


def test_the_balance_uses_the_bijgestelde_stand_unless_asked() -> None:
    post = Post(code="P", bij="", omschrijving="P", bedragen={2024: 5})
    later = Wijziging(post="P", jaar=2024, stand=Stand.BIJGESTELD, bedrag=9, op=date(2024, 5, 1))
    begroting = Begroting(posten=(post,), wijzigingen=(later,))
    assert balans_per_jaar(begroting, (2024,))[0].uitgaven == 9
    assert balans_per_jaar(begroting, (2024,), Stand.PRIMITIEF)[0].uitgaven == 5
