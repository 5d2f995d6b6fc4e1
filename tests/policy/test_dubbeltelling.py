"""A row that counts twice is found, and chance likeness isn't called so."""

from dataclasses import replace

from openlea.core.begroting import Begroting, Post, Stand
from openlea.core.signaal import Ernst, Signaal
from openlea.policy.dubbeltelling import signal_dubbeltelling
from tests.policy.hea_geld import JAREN, KOP, hea_begroting

TWEE = (2024, 2025)


def rij(code: str, een: int, twee: int, bij: str = "1B1", **velden: str) -> Post:
    naam = velden.pop("omschrijving", code)
    bedragen = {2024: een * 100, 2025: twee * 100}
    return Post(code=code, bij=bij, omschrijving=naam, bedragen=bedragen, **velden)  # type: ignore[arg-type]


def signalen(*posten: Post) -> list[Signaal]:
    begroting = Begroting(posten=posten)
    return list(signal_dubbeltelling(begroting, TWEE, Stand.BIJGESTELD))


def test_hilversum_as_entered_counts_nothing_twice() -> None:
    assert list(signal_dubbeltelling(hea_begroting(), JAREN, Stand.BIJGESTELD)) == []


def test_hilversum_as_printed_counts_peuteropvang_twice() -> None:
    begroting = hea_begroting()
    los = tuple(replace(post, kop="") for post in begroting.posten)
    (signaal,) = signal_dubbeltelling(replace(begroting, posten=los), JAREN, Stand.BIJGESTELD)
    assert signaal == Signaal(
        "dubbel_geteld",
        Ernst.WAARSCHUWING,
        "Peuteropvang en VVE is in elk jaar de som van de rijen eronder en telt waarschijnlijk "
        "dubbel. Maak van de rijen eronder onderdelen van deze rij.",
        KOP,
    )


def test_the_sum_may_stop_before_the_last_row_of_the_place() -> None:
    gevonden = signalen(rij("K", 30, 40), rij("A", 10, 15), rij("B", 20, 25), rij("C", 1, 1))
    assert [s.waar for s in gevonden] == ["K"]


def test_a_year_without_an_amount_counts_as_nought_in_the_sum() -> None:
    ieder_een_jaar = (
        replace(rij("A", 30, 0), bedragen={2024: 3_000}),
        replace(rij("B", 0, 40), bedragen={2025: 4_000}),
    )
    assert [s.waar for s in signalen(rij("K", 30, 40), *ieder_een_jaar)] == ["K"]


def test_a_sum_in_one_year_only_is_chance() -> None:
    assert signalen(rij("K", 30, 41), rij("A", 10, 15), rij("B", 20, 25)) == []


def test_one_equal_row_is_chance() -> None:
    assert signalen(rij("K", 30, 40), rij("A", 30, 40)) == []


def test_rows_of_another_place_are_not_under_this_row() -> None:
    assert signalen(rij("K", 30, 40), rij("A", 10, 15), rij("B", 20, 25, bij="1B2")) == []


def test_rows_of_nought_are_never_a_sum() -> None:
    assert signalen(rij("K", 0, 0), rij("A", 0, 0), rij("B", 0, 0)) == []


def test_the_same_name_twice_in_one_place_is_signalled_at_the_second() -> None:
    eerste = rij("A", 10, 15, omschrijving="Opstapje  plus")
    tweede = rij("B", 7, 7, omschrijving=" opstapje Plus")
    assert signalen(eerste, tweede) == [
        Signaal(
            "dubbel_geteld",
            Ernst.WAARSCHUWING,
            " opstapje Plus staat twee keer bij 1B1: A en B.",
            "B",
        )
    ]
    assert signalen(eerste, replace(tweede, bij="1B2")) == []


def test_overig_is_a_place_as_well() -> None:
    gevonden = signalen(
        rij("A", 1, 1, "", omschrijving="Inzet"), rij("B", 2, 2, "", omschrijving="Inzet")
    )
    assert [s.tekst for s in gevonden] == ["Inzet staat twee keer bij overig: A en B."]


def test_the_same_name_under_a_header_or_on_nought_does_not_count_twice() -> None:
    kop = rij("K", 10, 15, omschrijving="Inzet")
    onder = rij("O", 10, 15, omschrijving="Inzet", kop="K")
    nul = rij("N", 0, 0, omschrijving="Inzet")
    assert signalen(kop, onder, nul) == []


def test_a_header_that_differs_from_its_rows_names_the_year_and_both_amounts() -> None:
    kop = rij("K", 30, 41, omschrijving="Kop")
    assert signalen(kop, rij("A", 10, 15, kop="K"), rij("B", 20, 25, kop="K")) == [
        Signaal(
            "kop_ongelijk_aan_som",
            Ernst.WAARSCHUWING,
            "Kop is in 2025 € 41, maar de rijen eronder zijn samen € 40.",
            "K",
        )
    ]


def test_without_years_there_is_nothing_to_compare() -> None:
    begroting = Begroting(posten=(rij("K", 1, 1), rij("A", 1, 2, kop="K")))
    assert list(signal_dubbeltelling(begroting, (), Stand.BIJGESTELD)) == []
