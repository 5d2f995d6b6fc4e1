"""Spending over budget is signalled at its row, in its year."""

from datetime import date

from openlea.core.begroting import Begroting, Boeking, BoekingSoort, Post, Stand, Wijziging
from openlea.core.signaal import Ernst, Signaal
from openlea.policy.overschrijding import signal_overschrijding

POST = Post(code="P1", bij="", omschrijving="Taal", bedragen={2024: 10_000, 2025: 10_000})


def signalen(
    *bedragen: tuple[BoekingSoort, int], post: str = "P1", jaar: int = 2024
) -> list[Signaal]:
    boekingen = tuple(
        Boeking(post=post, jaar=jaar, soort=soort, op=date(2024, 3, 1), bedrag=bedrag)
        for soort, bedrag in bedragen
    )
    begroting = Begroting(posten=(POST,), boekingen=boekingen)
    return list(signal_overschrijding(begroting, Stand.BIJGESTELD))


def test_spending_more_than_the_budget_is_an_error() -> None:
    assert signalen((BoekingSoort.BESTEED, 10_001)) == [
        Signaal(
            "overschrijding",
            Ernst.FOUT,
            "Taal: in 2024 is € 100,01 besteed, het budget is € 100.",
            "P1",
        )
    ]


def test_committing_more_than_the_budget_is_a_warning() -> None:
    samen = signalen((BoekingSoort.BESTEED, 10_000), (BoekingSoort.VERPLICHT, 1))
    assert samen == [
        Signaal(
            "overschrijding",
            Ernst.WAARSCHUWING,
            "Taal: in 2024 is € 100,01 besteed of verplicht, het budget is € 100.",
            "P1",
        )
    ]


def test_spending_the_budget_to_the_cent_is_fine() -> None:
    assert signalen((BoekingSoort.BESTEED, 9_000), (BoekingSoort.VERPLICHT, 1_000)) == []


def test_spending_in_a_year_without_an_amount_is_over_budget() -> None:
    assert [s.tekst for s in signalen((BoekingSoort.BESTEED, 500), jaar=2030)] == [
        "Taal: in 2030 is € 5 besteed, het budget is € 0."
    ]


def test_a_negative_budget_on_which_nothing_happened_is_no_overspending() -> None:
    inkomst = Post(code="P2", bij="", omschrijving="Bijdrage", bedragen={2024: -5})
    goed = Boeking(post="P1", jaar=2024, soort=BoekingSoort.BESTEED, op=date(2024, 3, 1), bedrag=1)
    begroting = Begroting(posten=(inkomst, POST), boekingen=(goed,))
    assert list(signal_overschrijding(begroting, Stand.BIJGESTELD)) == []


def test_every_row_after_a_quiet_one_is_still_looked_at() -> None:
    stil = Post(code="P0", bij="", omschrijving="Stil", bedragen={2024: 5})
    te_veel = Boeking(
        post="P1", jaar=2024, soort=BoekingSoort.BESTEED, op=date(2024, 3, 1), bedrag=10_001
    )
    begroting = Begroting(posten=(stil, POST), boekingen=(te_veel,))
    assert [s.waar for s in signal_overschrijding(begroting, Stand.BIJGESTELD)] == ["P1"]


def test_a_changed_budget_is_the_budget() -> None:
    ruimer = Wijziging(
        post="P1", jaar=2024, stand=Stand.BIJGESTELD, bedrag=20_000, op=date(2024, 5, 1)
    )
    besteed = Boeking(
        post="P1", jaar=2024, soort=BoekingSoort.BESTEED, op=date(2024, 3, 1), bedrag=15_000
    )
    begroting = Begroting(posten=(POST,), wijzigingen=(ruimer,), boekingen=(besteed,))
    assert list(signal_overschrijding(begroting, Stand.BIJGESTELD)) == []
    assert len(list(signal_overschrijding(begroting, Stand.PRIMITIEF))) == 1


def test_money_booked_on_no_row_is_signalled() -> None:
    assert signalen((BoekingSoort.BESTEED, 5), post="weg") == [
        Signaal(
            "boeking_zonder_post",
            Ernst.FOUT,
            "Er is geld geboekt op weg, maar die rij is er niet.",
            "weg",
        )
    ]
