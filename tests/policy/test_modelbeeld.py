"""Per theme the last word of each partij holds, and a difference is seen and told."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.samenwerking import Samenwerkingsmodel
from openlea.policy.modelbeeld import Modelwoord, judge_thema, tell_moved, tell_verschil

SCHOTTEN, KETEN, NETWERK, INTEGRAAL = Samenwerkingsmodel


def word(
    nummer: int, partij: str, model: Samenwerkingsmodel, sinds: date = date(2025, 1, 1)
) -> Modelwoord:
    return Modelwoord(nummer=nummer, partij=partij, model=model, sinds=sinds)


def test_two_parties_that_see_another_model_differ_and_it_is_told_by_name() -> None:
    stand = judge_thema("veld:voorschool", [word(1, "Gemeente", KETEN), word(2, "SKO", SCHOTTEN)])
    assert stand.is_verschil
    assert tell_verschil(stand) == "Volgens SKO: schotten; volgens Gemeente: een keten."


def test_parties_that_see_the_same_do_not_differ() -> None:
    stand = judge_thema("x", [word(1, "Gemeente", KETEN), word(2, "SKO", KETEN)])
    assert not stand.is_verschil
    assert tell_verschil(stand) == "Volgens Gemeente en SKO: een keten."


def test_a_later_word_takes_the_place_of_an_earlier_one_of_the_same_partij_alone() -> None:
    old, new = word(1, "Gemeente", SCHOTTEN, date(2023, 5, 1)), word(2, "Gemeente", KETEN)
    other = word(3, "SKO", SCHOTTEN, date(2020, 1, 1))
    stand = judge_thema("x", [old, new, other])
    assert set(stand.nu) == {new, other}
    assert stand.eerder == (old,)
    assert tell_moved(stand, "Gemeente") == "schotten (2023)"
    assert tell_moved(stand, "SKO") == ""


def test_saying_the_same_again_is_no_move() -> None:
    words = [word(1, "A", KETEN, date(2023, 1, 1)), word(2, "A", KETEN)]
    assert tell_moved(judge_thema("x", words), "A") == ""


def test_what_all_chose_ends_what_each_said_before_and_not_what_is_said_after() -> None:
    before = word(1, "SKO", SCHOTTEN, date(2024, 1, 1))
    together = word(2, "", NETWERK, date(2025, 1, 1))
    after = word(3, "GGD", INTEGRAAL, date(2025, 6, 1))
    stand = judge_thema("x", [after, before, together])
    assert stand.nu == (together, after)
    assert stand.samen == together
    assert tell_verschil(stand) == "Samen gekozen: een netwerk; volgens GGD: één team."


def test_a_theme_of_which_nobody_said_anything_says_nothing() -> None:
    stand = judge_thema("x", [])
    assert (stand.nu, tell_verschil(stand), stand.is_verschil) == ((), "", False)


WORDS = st.builds(
    word,
    st.integers(1, 50),
    st.sampled_from(["", "A", "B", "C"]),
    st.sampled_from(list(Samenwerkingsmodel)),
    st.dates(date(2020, 1, 1), date(2026, 1, 1)),
)


@given(st.lists(WORDS, unique_by=lambda one: one.nummer))
def test_no_word_is_lost_and_nobody_speaks_twice(words: list[Modelwoord]) -> None:
    stand = judge_thema("x", words)
    assert sorted(one.nummer for one in (*stand.nu, *stand.eerder)) == sorted(
        one.nummer for one in words
    )
    assert len({one.partij for one in stand.nu}) == len(stand.nu)
    assert bool(stand.nu) == bool(words)
