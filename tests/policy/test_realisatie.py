"""What became of the money, per row and per stream."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.begroting import (
    Begroting,
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    Stand,
    StroomSoort,
    Subsidie,
    Wijziging,
)
from openlea.policy.realisatie import (
    Mutatie,
    Realisatie,
    mutaties,
    realisatie_per_post,
    realisatie_per_stroom,
)
from openlea.policy.subsidie import Stroomgeld

KOP = Post(
    code="K",
    bij="1A",
    omschrijving="Kop",
    bedragen={2024: 100, 2025: 90},
    geldstroom="G1",
    categorie="ve",
)
ONDER = Post(code="O", bij="1A", omschrijving="Onder", kop="K", bedragen={2024: 60})
LOS = Post(code="L", bij="", omschrijving="Los")
STROMEN = (Geldstroom(code="G1", naam="OAB", soort=StroomSoort.SPUK_OAB),)


def boeking(
    post: str,
    bedrag: int,
    soort: BoekingSoort = BoekingSoort.BESTEED,
    *,
    jaar: int = 2024,
    op: date = date(2024, 3, 1),
    geldstroom: str = "",
    kenmerk: str = "",
) -> Boeking:
    return Boeking(
        post=post,
        jaar=jaar,
        soort=soort,
        op=op,
        bedrag=bedrag,
        omschrijving="factuur",
        geldstroom=geldstroom,
        kenmerk=kenmerk,
    )


SUBSIDIE = Subsidie(
    kenmerk="S-1",
    post="O",
    regeling="VVE",
    ontvanger="houder",
    jaar=2024,
    beschikt=40,
    beschikt_op=date(2024, 2, 1),
)
BEGROTING = Begroting(
    geldstromen=STROMEN,
    posten=(KOP, ONDER, LOS),
    boekingen=(
        boeking("K", 10),
        boeking("O", 5, BoekingSoort.VERPLICHT, op=date(2024, 6, 1)),
        boeking("O", 15, kenmerk="S-1"),
        boeking("L", 7, geldstroom="G2", jaar=2025),
        boeking("weg", 3),
    ),
    subsidies=(SUBSIDIE,),
)


def test_every_booking_and_grant_becomes_one_mutation_with_stream_and_category() -> None:
    assert mutaties(BEGROTING) == (
        Mutatie(
            post="K",
            jaar=2024,
            geld=Stroomgeld(0, 10),
            geldstroom="G1",
            categorie="ve",
            omschrijving="factuur",
        ),
        Mutatie(
            post="O",
            jaar=2024,
            geld=Stroomgeld(5, 0),
            geldstroom="G1",
            categorie="ve",
            omschrijving="factuur",
        ),
        Mutatie(
            post="L", jaar=2025, geld=Stroomgeld(0, 7), geldstroom="G2", omschrijving="factuur"
        ),
        Mutatie(post="weg", jaar=2024, geld=Stroomgeld(0, 3), omschrijving="factuur"),
        Mutatie(
            post="O",
            jaar=2024,
            geld=Stroomgeld(25, 15),
            geldstroom="G1",
            categorie="ve",
            kenmerk="S-1",
            omschrijving="VVE: houder",
        ),
    )


def test_a_header_row_holds_what_happened_on_the_rows_under_it() -> None:
    assert realisatie_per_post(BEGROTING, (2024,)) == (
        Realisatie(post="K", jaar=2024, bedrag=100, verplicht=30, besteed=25),
        Realisatie(post="O", jaar=2024, bedrag=60, verplicht=30, besteed=15),
        Realisatie(post="L", jaar=2024, bedrag=0, verplicht=0, besteed=0),
    )


def test_free_is_the_amount_less_committed_and_spent() -> None:
    assert Realisatie(post="K", jaar=2024, bedrag=100, verplicht=30, besteed=25).vrij == 45


def test_each_year_stands_apart() -> None:
    per_jaar = {(r.post, r.jaar): r for r in realisatie_per_post(BEGROTING, (2024, 2025))}
    assert per_jaar["L", 2025].besteed == 7
    assert per_jaar["L", 2024].besteed == 0
    assert per_jaar["K", 2025].bedrag == 90
    assert len(per_jaar) == 6


def test_on_an_earlier_day_only_what_was_known_then_counts() -> None:
    eerder = realisatie_per_post(BEGROTING, (2024,), op=date(2024, 3, 1))
    assert (eerder[0].verplicht, eerder[0].besteed) == (25, 25)
    assert {m.kenmerk for m in mutaties(BEGROTING, date(2024, 1, 31))} == set()
    assert mutaties(BEGROTING, date(2024, 2, 1))[0].geld == Stroomgeld(40, 0)
    assert mutaties(BEGROTING, date(2024, 2, 29)) == mutaties(BEGROTING, date(2024, 2, 1))


def test_an_advance_before_the_decision_is_a_booking_of_its_own() -> None:
    vroeg = Begroting(
        posten=(ONDER,),
        boekingen=(boeking("O", 9, op=date(2024, 1, 1), kenmerk="S-1"),),
        subsidies=(SUBSIDIE,),
    )
    assert [m.geld for m in mutaties(vroeg, date(2024, 1, 15))] == [Stroomgeld(0, 9)]
    assert [m.geld for m in mutaties(vroeg)] == [Stroomgeld(31, 9)]


def test_the_asked_stand_sets_the_amount() -> None:
    later = Wijziging(post="L", jaar=2024, stand=Stand.BIJGESTELD, bedrag=8, op=date(2024, 5, 1))
    begroting = Begroting(posten=(LOS,), wijzigingen=(later,))
    assert realisatie_per_post(begroting, (2024,))[0].bedrag == 8
    assert realisatie_per_post(begroting, (2024,), Stand.PRIMITIEF)[0].bedrag == 0


def test_a_grant_on_an_unknown_row_is_kept_but_has_no_stream() -> None:
    zoek = Begroting(subsidies=(SUBSIDIE,))
    (mutatie,) = mutaties(zoek)
    assert (mutatie.post, mutatie.geldstroom, mutatie.categorie) == ("O", "", "")


def test_money_is_told_per_stream_and_what_no_stream_is_named_for_is_apart() -> None:
    assert realisatie_per_stroom(BEGROTING, 2024) == {
        "G1": Stroomgeld(30, 25),
        "": Stroomgeld(0, 3),
    }
    assert realisatie_per_stroom(BEGROTING, 2025) == {"G1": Stroomgeld(), "G2": Stroomgeld(0, 7)}
    eerder = realisatie_per_stroom(BEGROTING, 2024, date(2024, 2, 1))
    assert eerder == {"G1": Stroomgeld(40, 0)}


BOEKINGEN = st.lists(
    st.builds(
        boeking,
        st.sampled_from(["K", "O", "L"]),
        st.integers(-(10**6), 10**6),
        st.sampled_from(BoekingSoort),
    )
)


@given(BOEKINGEN)
def test_no_cent_is_lost_between_bookings_rows_and_streams(boekingen: list[Boeking]) -> None:
    begroting = Begroting(geldstromen=STROMEN, posten=(KOP, ONDER, LOS), boekingen=tuple(boekingen))
    totaal = sum(b.bedrag for b in boekingen)
    rijen = [r for r in realisatie_per_post(begroting, (2024,)) if r.post != "O"]
    stromen = realisatie_per_stroom(begroting, 2024).values()
    assert sum(r.verplicht + r.besteed for r in rijen) == totaal
    assert sum(geld.verplicht + geld.besteed for geld in stromen) == totaal
