"""A sentence about a place is true as it is written, and never louder than its numbers."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.indicator import Richting
from openlea.core.onthulling import Bereik
from openlea.policy.cijfertekst import rounded
from openlea.policy.valt_op import (
    PER_VELD,
    ZINNEN,
    Gunst,
    Ligging,
    Opvallend,
    Waarneming,
    gunst_of,
    ligging_of,
    valt_op,
)

WAAR, ANDEREN = "In Hilversum", "in de meeste vergelijkbare gemeenten"
NUMBERS = st.floats(0, 500, allow_nan=False).map(lambda value: round(value, 5))
RANGES = st.tuples(NUMBERS, NUMBERS).map(lambda ends: Bereik(min(ends), max(ends)))
SEEN = st.builds(
    Waarneming,
    indicator=st.sampled_from([f"cijfer_{n}" for n in range(9)]),
    veld=st.sampled_from(["passend", "scholen", "vervoer"]),
    periode=st.sampled_from(["2021", "2023/24", "2024-10-01"]),
    zin=st.sampled_from(["gaat {waarde} van de leerlingen ver weg", "telt een school {waarde}"]),
    eenheid=st.sampled_from(["%", "km", "punten"]),
    decimalen=st.integers(0, 2),
    richting=st.sampled_from(Richting),
    is_context=st.booleans(),
    eigen=RANGES,
    anderen=RANGES,
)
MANY = st.lists(SEEN, max_size=20, unique_by=lambda one: (one.indicator, one.periode))


def seen(
    eigen: tuple[float, float],
    anderen: tuple[float, float] = (2.1, 3.9),
    indicator: str = "cijfer",
    veld: str = "passend",
    richting: Richting = Richting.LAGER,
) -> Waarneming:
    return Waarneming(
        indicator=indicator,
        veld=veld,
        periode="2024-10-01",
        zin="gaat {waarde} van de leerlingen naar het speciaal onderwijs",
        eenheid="%",
        decimalen=1,
        richting=richting,
        is_context=False,
        eigen=Bereik(*eigen),
        anderen=Bereik(*anderen),
    )


def only(one: Waarneming) -> Opvallend:
    (told,) = valt_op(WAAR, [one], ANDEREN)
    return told


def test_a_sentence_has_its_number_its_unit_and_what_it_is_held_to() -> None:
    told = only(seen((4.4, 4.4)))
    assert told.zin.replace("\N{NO-BREAK SPACE}", " ") == (
        "In Hilversum gaat 4,4 % van de leerlingen naar het speciaal onderwijs; "
        "in de meeste vergelijkbare gemeenten 2,1 tot 3,9 %."
    )
    assert told.ligging is Ligging.HOGER
    assert told.gunst is Gunst.ONGEWENST


def test_a_hidden_count_is_written_as_a_range_in_the_sentence() -> None:
    assert "4,1 tot 4,6\N{NO-BREAK SPACE}%" in only(seen((4.1, 4.6))).zin


@pytest.mark.parametrize(
    ("eigen", "ligging"),
    [
        ((4.4, 4.4), Ligging.HOGER),
        ((1.0, 2.0), Ligging.LAGER),
        ((2.1, 3.9), Ligging.BINNEN),
        # One end is outside, the other is not: nobody can say.
        ((3.5, 4.5), Ligging.OPEN),
        ((1.0, 9.0), Ligging.OPEN),
        # Both are written as 3,9: a reader would not see a difference.
        ((3.94, 3.94), Ligging.BINNEN),
    ],
)
def test_only_what_lies_wholly_outside_is_called_more_or_less(
    eigen: tuple[float, float], ligging: Ligging
) -> None:
    assert ligging_of(Bereik(*eigen), Bereik(2.1, 3.9), 1) is ligging


@given(RANGES, RANGES, st.integers(0, 2))
def test_no_overlap_is_ever_called_outside(eigen: Bereik, anderen: Bereik, decimals: int) -> None:
    ligging = ligging_of(eigen, anderen, decimals)
    if eigen.overlapt(anderen):
        assert ligging in (Ligging.BINNEN, Ligging.OPEN)
    if ligging is Ligging.HOGER:
        assert eigen.laag > anderen.hoog
        assert rounded(eigen.laag, decimals) > rounded(anderen.hoog, decimals)
    if ligging is Ligging.LAGER:
        assert eigen.hoog < anderen.laag
        assert rounded(eigen.hoog, decimals) < rounded(anderen.laag, decimals)


@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_what_goes_in_changes_nothing(
    some: list[Waarneming], chance: random.Random
) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert valt_op(WAAR, some, ANDEREN) == valt_op(WAAR, shuffled, ANDEREN)


@given(MANY)
def test_there_are_five_sentences_when_there_is_enough_to_say(some: list[Waarneming]) -> None:
    told = valt_op(WAAR, some, ANDEREN)
    assert len(told) == min(len(some), ZINNEN)
    assert len({(one.waarneming.indicator, one.waarneming.periode) for one in told}) == len(told)


@given(MANY)
def test_what_is_wished_and_what_is_not_stand_both(some: list[Waarneming]) -> None:
    every = {gunst_of(ligging_of(s.eigen, s.anderen, s.decimalen), s.richting) for s in some}
    both = {Gunst.GEWENST, Gunst.ONGEWENST}
    if both <= every:
        assert both <= {one.gunst for one in valt_op(WAAR, some, ANDEREN)}


@given(MANY)
def test_every_sentence_repeats_exactly_the_numbers_it_was_given(some: list[Waarneming]) -> None:
    for one in valt_op(WAAR, some, ANDEREN):
        was = one.waarneming
        for bereik in (was.eigen, was.anderen):
            for end in (bereik.laag, bereik.hoog):
                text = f"{rounded(end, was.decimalen):f}".replace(".", ",")
                assert text in one.zin.replace(".", "")
                step = Fraction(1, 10**was.decimalen)
                assert abs(Fraction(end) - Fraction(rounded(end, was.decimalen))) <= step / 2 + (
                    Fraction(1, 10**9)
                )


def test_the_farthest_outside_comes_first_and_what_is_open_last() -> None:
    far, near = seen((9, 9), indicator="ver"), seen((4.4, 4.4), indicator="dichtbij")
    alike, unsure = seen((3, 3), indicator="gelijk"), seen((3, 5), indicator="open")
    told = valt_op(WAAR, [unsure, near, alike, far], ANDEREN)
    names = [one.waarneming.indicator for one in told]
    assert names == ["ver", "dichtbij", "gelijk", "open"]


def test_one_field_does_not_take_all_sentences_while_another_has_something_to_say() -> None:
    # Figures of one field tend to say the same five times.
    same = [seen((9 + n, 9 + n), indicator=f"p{n}") for n in range(5)]
    other = [seen((4.4 + n, 4.4 + n), indicator=f"s{n}", veld="scholen") for n in range(3)]
    told = valt_op(WAAR, [*same, *other], ANDEREN)
    first = [one.waarneming.veld for one in told]
    assert first.count("scholen") >= PER_VELD


def test_a_band_of_no_width_does_not_make_a_small_difference_the_largest() -> None:
    flat = seen((100.2, 100.2), (100, 100), indicator="vlak")
    wide = seen((8, 8), indicator="breed")
    told = valt_op(WAAR, [flat, wide], ANDEREN)
    assert told[0].waarneming.indicator == "breed"


def test_how_a_municipality_is_weighs_less_than_what_happens_to_its_children() -> None:
    happens = seen((6, 6), indicator="wat")
    context = Waarneming(
        **{name: getattr(happens, name) for name in happens.__slots__} | {"is_context": True}
    )
    (told,) = valt_op(WAAR, [context], ANDEREN)
    assert told.sterkte < only(happens).sterkte


def test_an_indicator_without_a_sentence_says_nothing() -> None:
    silent = Waarneming(
        **{name: getattr(seen((9, 9)), name) for name in Waarneming.__slots__} | {"zin": ""}
    )
    assert valt_op(WAAR, [silent], ANDEREN) == ()
