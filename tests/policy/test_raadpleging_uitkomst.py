"""An outcome tells what a group thinks and never what one person said: the attack is played."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.raadpleging import DREMPEL, Vraag, VraagSoort
from openlea.policy import raadpleegcel
from openlea.policy.raadpleegcel import (
    GRENZEN,
    SCHUIVEN,
    Gekozen,
    Hoogte,
    Omvang,
    chosen_by,
    height_of,
    is_divided,
    limit_of,
)
from openlea.policy.raadpleging_uitkomst import Antwoord, apart, fits, publish, seen_size
from tests.policy.raadpleeg_aanval import (
    SCORES,
    Scores,
    crowds,
    leaks,
    newcomer,
    one_round,
    replaced,
    two_newcomers,
)

SCHAAL = Vraag(id="v", tekst="We delen kennis.")
TEKST = Vraag(id="t", tekst="Wat mis je?", soort=VraagSoort.TEKST)
KEUZES = Vraag(id="k", tekst="Waarbij?", soort=VraagSoort.MEERKEUZE, keuzes=("Taal", "Rekenen"))
SMALL = range(DREMPEL, 10)


def shown(scores: Scores) -> Iterable[tuple[Hoogte, bool]]:
    """Return every cell that may be published of these answers, over all draws."""
    return {
        (raadpleegcel.height_of(scores), raadpleegcel.is_divided(scores, schuif))
        for schuif in raadpleegcel.SCHUIVEN
    }


def attack() -> list[object]:
    found = [way(shown, n) for way in (one_round, newcomer, replaced) for n in SMALL]
    return leaks(*found, *(two_newcomers(shown, n) for n in (5, 6)))


def of(*scores: int) -> list[Antwoord]:
    return [{"v": score} for score in scores]


def first(*_: object) -> int:
    return 0


# 1. Five or nothing


def test_four_answers_show_nothing_and_five_do() -> None:
    four, five = (publish([SCHAAL], {"School": of(*[4] * n)}, first) for n in (4, 5))
    assert four.groepen == (("School", None),)
    assert four.cellen == {"v": ()}
    [cel] = five.cellen["v"]
    assert (cel.groepen, cel.omvang, cel.hoogte) == (("School",), Omvang.VIJF, Hoogte.HOOG)


def test_a_blank_lowers_the_number_of_that_question_only() -> None:
    other = Vraag(id="w", tekst="We spreken elkaar.")
    answers: list[Antwoord] = [*([{"v": 4, "w": 4}] * 4), {"v": 4}]
    found = publish([SCHAAL, other], {"School": answers}, first)
    assert [len(found.cellen[naam]) for naam in ("v", "w")] == [1, 0]


def test_what_is_no_answer_to_the_question_does_not_count_as_one() -> None:
    wrong: list[Antwoord] = [{"v": 9}, {"v": True}, {"v": "5"}, {"v": ("Taal",)}, {"v": 0}]
    assert publish([SCHAAL], {"School": wrong}, first).cellen == {"v": ()}
    assert not fits(KEUZES, ("Taal", "Gym"))
    assert not fits(KEUZES, ())


def test_open_answers_are_shown_without_group_or_order_and_only_from_five() -> None:
    few: dict[str, list[Antwoord]] = {"A": [{"t": "z"}, {"t": "a"}], "B": [{"t": "k"}, {"t": " "}]}
    assert publish([TEKST], few, first).teksten == {"t": ()}
    few["B"] += [{"t": "B"}, {"t": "c"}]
    assert publish([TEKST], few, first).teksten == {"t": ("a", "B", "c", "k", "z")}


# 2. Nothing to subtract within a round

NUMBERS = st.dictionaries(st.sampled_from("ABCDEFG"), st.integers(0, 12))


@given(NUMBERS)
def test_every_answer_is_in_one_cell_at_most_and_no_cell_is_small(numbers: dict[str, int]) -> None:
    parts = apart(numbers)
    groups = [groep for part in parts for groep in part]
    assert len(groups) == len(set(groups)), "else one cell minus another is a third"
    assert all(sum(numbers[groep] for groep in part) >= DREMPEL for part in parts)


@given(NUMBERS)
def test_what_is_left_out_of_every_cell_is_too_little_to_show_anything(
    numbers: dict[str, int],
) -> None:
    inside = {groep for part in apart(numbers) for groep in part}
    left = sum(n for groep, n in numbers.items() if groep not in inside)
    assert left == 0 or left == sum(numbers.values()) < DREMPEL


def test_one_small_group_hides_in_the_smallest_other_one() -> None:
    assert apart({"A": 9, "B": 5, "C": 2}) == (("A",), ("B", "C"))


def test_small_groups_are_shown_together_when_they_are_enough() -> None:
    assert apart({"A": 9, "B": 3, "C": 2}) == (("A",), ("B", "C"))


@given(st.dictionaries(st.sampled_from("ABC"), st.lists(st.sampled_from(SCORES), max_size=9)))
def test_an_outcome_holds_no_number_that_was_counted(groups: dict[str, list[int]]) -> None:
    found = publish([SCHAAL], {naam: of(*scores) for naam, scores in groups.items()}, first)
    for cel in found.cellen["v"]:
        assert isinstance(cel.omvang, Omvang)
        assert isinstance(cel.hoogte, Hoogte)
        assert sum(len(groups[naam]) for naam in cel.groepen) >= DREMPEL


# 3 and 4. No two rounds subtract to one answer


def test_nobody_can_be_singled_out_in_one_round_or_between_rounds() -> None:
    assert attack() == []


def test_even_where_all_say_the_same_another_answer_remains_possible() -> None:
    for n in SMALL:
        found = one_round(shown, n)
        for score in SCORES:
            for cell in shown((score,) * n):
                assert len(found[cell]) > 1


def test_without_the_parity_of_the_limits_the_attack_succeeds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(raadpleegcel, "limit_of", lambda grens, aantal: grens * aantal)
    assert attack()


def test_without_the_draw_the_attack_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raadpleegcel, "SCHUIVEN", (0,))
    assert attack()


def test_with_four_answers_the_attack_succeeds() -> None:
    assert leaks(*(way(shown, 4) for way in (one_round, newcomer, replaced)))


def test_with_means_to_one_decimal_the_attack_succeeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raadpleegcel, "height_of", lambda scores: sum(scores) * 10 // len(scores))
    assert attack()


@given(
    n=st.integers(DREMPEL, 400),
    k=st.integers(0, 40),
    j=st.integers(0, 40),
    begin=st.sampled_from(list(Hoogte)),
    end=st.sampled_from(list(Hoogte)),
)
def test_any_number_of_newcomers_and_leavers_leaves_two_sums_at_least(
    n: int, k: int, j: int, begin: Hoogte, end: Hoogte
) -> None:
    j = min(j, n - 1)
    m = n + k - j
    if k + j == 0 or m < DREMPEL:
        return
    low, high = sums(begin, n)
    later_low, later_high = sums(end, m)
    least, most = max(later_low - high, k - 5 * j), min(later_high - low, 5 * k - j)
    assert most != least, "the difference would be known, and with it who said what"


def sums(hoogte: Hoogte, aantal: int) -> tuple[int, int]:
    """Return the lowest and the highest sum of so many answers that lie in a class."""
    limits = [aantal, *(limit_of(grens, aantal) for grens in GRENZEN), 5 * aantal + 1]
    return limits[hoogte.plaats], limits[hoogte.plaats + 1] - 1


@pytest.mark.parametrize("n", range(DREMPEL, 60))
def test_a_limit_has_the_parity_of_the_number_and_is_near_the_mean(n: int) -> None:
    limits = [limit_of(grens, n) for grens in GRENZEN]
    assert all((limit - n) % 2 == 0 for limit in limits)
    assert all(abs(limit - grens * n) <= 1 for grens, limit in zip(GRENZEN, limits, strict=True))
    assert [n, *limits, 5 * n] == sorted({n, *limits, 5 * n})


@pytest.mark.parametrize("n", range(DREMPEL, 30))
def test_one_choice_of_one_person_never_shows_between_rounds(n: int) -> None:
    assert choice_leaks(n) == []


def test_without_the_draw_a_choice_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raadpleegcel, "SCHUIVEN", (0,))
    assert choice_leaks(6)


def choice_leaks(n: int) -> list[object]:
    """Return what was published from which one can read whether somebody chose something."""
    found: dict[object, set[int]] = defaultdict(set)
    for chosen in range(n + 1):
        for now in _choice(chosen, n):
            found[now] |= _said(chosen, n)
            for own in _said(chosen, n):
                found[now, "own answer", own] |= _said(chosen - own, n - 1)
        for mine in (0, 1):
            for pair in product(_choice(chosen, n), _choice(chosen + mine, n + 1)):
                found["newcomer", pair].add(mine)
        for was, mine in product(_said(chosen, n), (0, 1)):
            for pair in product(_choice(chosen, n), _choice(chosen - was + mine, n)):
                found["now", pair].add(mine)
                found["before", pair].add(was)
    return leaks(found)


def _said(chosen: int, n: int) -> set[int]:
    """Return whether one of the people chose it (1) or not (0): what is possible."""
    return ({1} if chosen else set()) | ({0} if chosen < n else set())


def _choice(chosen: int, n: int) -> set[Gekozen]:
    return {chosen_by(chosen, n, schuif) for schuif in raadpleegcel.SCHUIVEN}


@pytest.mark.parametrize("n", [5, 6, 11, 12])
@pytest.mark.parametrize("options", [2, 3])
def test_who_may_choose_one_answer_can_have_chosen_another(n: int, options: int) -> None:
    found: dict[object, set[int]] = defaultdict(set)
    for counts in product(range(n + 1), repeat=options):
        if sum(counts) != n:
            continue
        now = list(_classes(counts))
        for cells in now:
            found[cells] |= {option for option in range(options) if counts[option]}
        for mine in range(options):
            later = tuple(count + (option == mine) for option, count in enumerate(counts))
            for pair in product(now, _classes(later)):
                found[pair].add(mine)
    assert leaks(found) == []


def _classes(counts: tuple[int, ...]) -> Iterable[tuple[Gekozen, ...]]:
    n = sum(counts)
    return product(*(_choice(count, n) for count in counts))


# What is shown is also true


@given(st.lists(st.sampled_from(SCORES), min_size=DREMPEL, max_size=60))
def test_the_class_is_where_the_mean_is_give_or_take_one_answer(scores: list[int]) -> None:
    mean = sum(scores) / len(scores)
    hoogte = height_of(scores)
    slack = 1 / len(scores)
    assert hoogte.midden - 0.5 - slack <= mean <= hoogte.midden + 0.5 + slack


@pytest.mark.parametrize("schuif", SCHUIVEN)
def test_one_against_all_is_never_called_divided_where_four_people_agree(schuif: int) -> None:
    assert not is_divided((5, 5, 5, 5, 1), schuif)
    assert is_divided((5, 5, 5, 5, 5, 1, 1, 1, 1, 1), schuif)


def test_all_draws_are_tried_above() -> None:
    assert {len(list(shown(scores))) for scores in crowds(5)} == {1, 2}


@pytest.mark.parametrize(
    ("n", "seen"), [(0, None), (4, None), (5, "5-9"), (10, "10-19"), (90, "50+")]
)
def test_how_many_answered_is_told_as_a_class(n: int, seen: str | None) -> None:
    assert seen_size(n) == seen
