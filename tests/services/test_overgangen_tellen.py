"""Counting transitions: sums are right, groups fit the whole, and nothing small is told."""

from datetime import date

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.core.overgang import Overgang
from openlea.core.telling import Gebied, Telstaat
from openlea.policy import overgang as maat
from openlea.policy.overgang import stand_of
from openlea.services.overgangen.tellen import OVERDRACHT, UITSTROOM, count_overgangen
from openlea.services.tellen.teller import Telopdracht


def count(moved: list[dict[str, str]], left: list[dict[str, str]] | None = None) -> Telstaat:
    """Return the counts over made-up rows."""
    tables = {OVERDRACHT: moved, UITSTROOM: left or []}
    return count_overgangen(
        Telopdracht(
            werkruimte=1,
            plaats=None,
            periode="2025-2026",
            vandaag=date(2026, 11, 23),
            rijen={
                name: pl.DataFrame(
                    [{"pseudoniem": f"p1-{n}"} | row for n, row in enumerate(rows)],
                    infer_schema_length=None,
                )
                for name, rows in tables.items()
                if rows
            },
        )
    )


def pupil(first: str, test: str, final: str, **more: str) -> dict[str, str]:
    return {
        "overgang": "po_vo",
        "school_van": "04OS00",
        "voorlopig_advies": first,
        "toetsadvies": test,
        "definitief_advies": final,
        "opleiding_ouders": "laag",
        "vve": "ja",
        "gemotiveerd": "",
    } | more


GOLDEN = [
    *[pupil("havo", "havo", "havo")] * 140,
    *[pupil("vmbo_gt", "havo", "havo")] * 48,
    *[pupil("vmbo_gt", "havo", "vmbo_gt", gemotiveerd="ja")] * 12,
]


def test_the_golden_numbers_of_advice_come_out_of_rows() -> None:
    staat = count(GOLDEN)
    told = {one: staat.bereik(one) for one in (maat.HOGER, maat.BIJGESTELD, maat.GEMOTIVEERD)}
    assert told == {
        maat.HOGER: Bereik(60, 60),
        maat.BIJGESTELD: Bereik(48, 48),
        maat.GEMOTIVEERD: Bereik(12, 12),
    }
    assert stand_of(staat, Overgang.PO_VO).aandeel == Bereik(94.0, 94.0)


def test_two_tables_that_overlap_do_not_betray_who_is_in_one_of_them() -> None:
    """Three pupils were raised and are still below the test: 'lower' less 'not raised' is three."""
    few = [pupil("vmbo_b", "havo", "vmbo_k")] * 3
    staat = count([*GOLDEN, *few])
    assert stand_of(staat, Overgang.PO_VO).nee == Bereik(15, 15)
    assert staat.bereik(maat.HOGER) is None
    assert staat.bereik(maat.GEMOTIVEERD) is None
    many = [pupil("vmbo_b", "havo", "vmbo_k")] * 7
    assert count([*GOLDEN, *many]).bereik(maat.HOGER) == Bereik(67, 67)


def test_groups_of_pupils_add_up_to_all_of_them() -> None:
    staat = count(GOLDEN + [pupil("havo", "vwo", "havo", opleiding_ouders="hoog")] * 20)
    groups = staat.of(maat.ADVIES_TOTAAL, Gebied.KLASSE)
    parts = [one.bereik for one in groups if one.code.startswith("opleiding_ouders")]
    assert sum(one.laag for one in parts if one) == 220


def test_a_child_without_a_known_handover_is_unknown_and_not_no() -> None:
    row = {"overgang": "voorschool_po", "school_van": "04OS00"}
    rows = [row | {"warme_overdracht": said} for said in ["ja"] * 30 + ["nee"] * 10 + [""] * 10]
    stand = stand_of(count(rows), Overgang.VOORSCHOOL_PO)
    assert stand.aandeel == Bereik(60.0, 80.0)
    assert stand.bekend == Bereik(80.0, 80.0)


def test_leavers_are_followed_for_two_years_and_who_is_lost_stays_in_the_count() -> None:
    row = {"overgang": "mbo_werk", "bestemming_0": "werk", "bestemming_1": "werk"}
    left = [row | {"bestemming_2": said} for said in ["werk"] * 30 + [""] * 10]
    staat = count([{"overgang": "po_vo"}] * 5, left)
    assert staat.bereik(maat.VERLIETEN, Gebied.KLASSE, "mbo_werk na_2") == Bereik(40, 40)
    assert staat.bereik(maat.ONBEKEND, Gebied.KLASSE, "mbo_werk na_2") == Bereik(10, 10)


def test_who_is_delivered_twice_counts_once() -> None:
    same = [{"pseudoniem": "p1-een"} | pupil("havo", "havo", "havo")] * 30
    staat = count([*same, *GOLDEN])
    assert staat.bereik(maat.maat_of(Overgang.PO_VO, maat.TOTAAL)) == Bereik(201, 201)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["ja", "nee", ""])), max_size=60)
)
def test_no_count_of_one_to_four_is_ever_told(said: list[tuple[str, str]]) -> None:
    rows = [
        {"overgang": "vo_mbo", "school_van": f"0{school}AB00".upper(), "aangekomen": answer}
        for school, answer in said
    ]
    for one in count(rows or [{"overgang": "x"}]).rijen:
        told = one.bereik.precies if one.bereik else None
        assert told is None or told == 0 or told > 4, one
