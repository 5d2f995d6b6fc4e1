"""What a casus may hold, how long, and what figures tell of it: nobody is found by any of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.casus import (
    Beslisser,
    Casusinhoud,
    Casusschool,
    Casusstap,
    Inzet,
    Maatwerkbudget,
    Poging,
    Uitkomst,
)
from openlea.policy.casus import at_closing, closed, day_faults, faults_of, last_day
from openlea.policy.casuscijfers import (
    LEAST,
    Casusteld,
    bundled,
    count_casussen,
    first_of_month,
    safe,
)
from openlea.policy.casusklok import Klokstand, clocks_of, is_overdue, next_step_words
from openlea.policy.casustekst import judge_text
from openlea.policy.vandaag_casus import Casuswerk, of_casussen

TODAY = date(2026, 11, 23)
TREDEN = {"school": "School", "bestuur": "Bestuur", "doorbraak": "Doorbraak"}


def inhoud(**more: object) -> Casusinhoud:
    first = Casusinhoud(
        thuis_sinds=date(2026, 10, 1),
        school=Casusschool.VO,
        beslist=Beslisser.SAMEN,
        stappen=(Casusstap("school", date(2026, 10, 5)),),
    )
    return replace(first, **more)  # type: ignore[arg-type]


def fields(one: Casusinhoud) -> set[str]:
    return {fout.cel for fout in faults_of(one, TREDEN, TODAY)}


def test_what_the_vault_kept_is_what_was_put_in() -> None:
    whole = inhoud(
        aangemeld_op=date(2026, 10, 8),
        gedaan=(Poging(Inzet.GESPREK, date(2026, 10, 6), "Ging goed."),),
        budgetten=(
            Maatwerkbudget(
                gevraagd=100,
                gevraagd_op=date(2026, 10, 9),
                toegekend=0,
                besloten_op=date(2026, 10, 19),
            ),
        ),
        volgende="Bellen",
        volgende_voor=date(2026, 12, 1),
    )
    assert Casusinhoud.from_json(whole.as_json()) == whole
    assert whole.budgetten[0].dagen == 10
    ended = closed(whole, Uitkomst.TERUG, TODAY)
    assert Casusinhoud.from_json(ended.as_json()) == ended
    with pytest.raises(ValueError, match="this form"):
        Casusinhoud.from_json({"vorm": 2})


@pytest.mark.parametrize(
    "text",
    [
        "111222333",
        "bel 06-12345678",
        "a@b.nl",
        "geboren op",
        "12-03-2014",
        "2014-03-12",
        "12 maart 2014",
        "1211 AB",
        "1211ab",
        "Dorpsstraat 12",
        "bsn 123 456 782",
    ],
)
def test_what_looks_like_a_person_is_refused_and_never_repeated(text: str) -> None:
    said, reden = judge_text(f"kind {text} thuis")
    assert reden
    assert text not in reden
    assert said == f"kind {text} thuis"


@pytest.mark.parametrize(
    "text", ["Twee uur per dag, na 3 weken gestopt.", "Plan voor 2026-2027", "€ 4.800 gevraagd"]
)
def test_plain_words_are_kept(text: str) -> None:
    assert judge_text(text)[1] == ""


def test_a_text_is_short() -> None:
    assert "300" in judge_text("a" * 301)[1]


def test_a_sound_casus_has_no_faults_and_each_fault_is_at_its_field() -> None:
    ahead = TODAY + timedelta(days=1)
    assert fields(inhoud()) == set()
    assert fields(inhoud(thuis_sinds=ahead)) == {"thuis_sinds"}
    assert fields(inhoud(stappen=(Casusstap("zolder", TODAY),))) == {"trede"}
    back = (Casusstap("school", TODAY), Casusstap("bestuur", date(2026, 10, 1)))
    assert fields(inhoud(stappen=back)) == {"op"}
    assert fields(inhoud(volgende="Bellen")) == {"volgende_voor"}
    assert fields(inhoud(volgende_voor=ahead)) == {"volgende"}
    half = Maatwerkbudget(gevraagd=5, gevraagd_op=TODAY, toegekend=5)
    assert fields(inhoud(budgetten=(half,))) == {"besloten_op"}
    early = replace(half, besloten_op=date(2026, 10, 1))
    assert fields(inhoud(budgetten=(early,))) == {"besloten_op"}
    assert fields(inhoud(gedaan=(Poging(Inzet.ANDERS, TODAY, "a@b.nl"),))) == {"kort"}


def test_a_casus_is_kept_a_year_at_most() -> None:
    assert last_day(TODAY) == date(2027, 11, 23)
    assert not list(day_faults(last_day(TODAY), TODAY))
    assert list(day_faults(last_day(TODAY) + timedelta(days=1), TODAY))
    assert list(day_faults(TODAY, TODAY))
    assert at_closing(date(2028, 1, 1), TODAY) == date(2027, 11, 23)
    assert at_closing(date(2027, 1, 1), TODAY) == date(2027, 1, 1)


def test_four_weeks_three_months_and_the_ten_weeks_of_the_law() -> None:
    home = clocks_of(inhoud(thuis_sinds=date(2026, 11, 2)), TODAY)[0]
    assert (home.dagen, home.van, home.stand) == (21, 28, Klokstand.BIJNA)
    assert "op 30 november 2026 is het vier weken" in home.woorden
    later = clocks_of(inhoud(thuis_sinds=date(2026, 10, 26)), TODAY)[0]
    assert "drie maanden" in later.woorden, "on the day of four weeks the next line counts"
    long = clocks_of(inhoud(thuis_sinds=date(2026, 8, 23)), TODAY)[0]
    assert (long.stand, long.breedte) == (Klokstand.VOORBIJ, 100)
    # WPO article 40: six weeks, four more with notice, and then a place from the next day on.
    for days, told, stand in (
        (42, "uiterlijk op", Klokstand.BIJNA),
        (43, "met uitstel", Klokstand.BIJNA),
        (70, "met uitstel", Klokstand.BIJNA),
        (71, "tijdelijk geplaatst", Klokstand.VOORBIJ),
    ):
        clock = clocks_of(inhoud(aangemeld_op=TODAY - timedelta(days=days)), TODAY)[1]
        assert told in clock.woorden
        assert clock.stand is stand


def test_a_closed_casus_has_no_clock_that_runs() -> None:
    ended = closed(inhoud(aangemeld_op=date(2026, 10, 8)), Uitkomst.TERUG, date(2026, 11, 1))
    [home] = clocks_of(ended, TODAY + timedelta(days=400))
    assert home.dagen == 31
    assert home.stand is Klokstand.RUSTIG
    assert not is_overdue(ended, TODAY)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-2, "was 2 dagen geleden"),
        (-1, "was gisteren"),
        (0, "is vandaag"),
        (1, "is morgen"),
        (4, "is over 4 dagen"),
    ],
)
def test_the_next_step_says_how_far_off_it_is(days: int, words: str) -> None:
    due = TODAY + timedelta(days=days)
    one = inhoud(volgende="Bellen", volgende_voor=due)
    assert next_step_words(one, TODAY) == words
    assert is_overdue(one, TODAY) is (days < 0)
    [punt] = of_casussen([Casuswerk(12, due)], TODAY)
    assert punt.tekst == f"Casus 12: de volgende stap {words}"
    assert "Bellen" not in punt.tekst


TABLES = st.lists(st.frozensets(st.integers(1, 6), max_size=4), max_size=40)


def cases(tables: list[frozenset[int]]) -> list[Casusteld]:
    return [Casusteld(number, inhoud(), table) for number, table in enumerate(tables)]


@given(TABLES)
def test_a_group_is_told_only_when_for_everybody_enough_others_remain(
    tables: list[frozenset[int]],
) -> None:
    people = [0, *frozenset().union(*tables)] if tables else [0]
    left = {sum(person not in table for table in tables) for person in people}
    assert safe(cases(tables)) is all(not 0 < one < LEAST for one in left)


def test_who_sits_at_all_tables_but_one_does_not_learn_of_that_one() -> None:
    mine, theirs = frozenset({1}), frozenset({2})
    assert not safe(cases([mine] * 9 + [theirs]))
    assert safe(cases([mine] * 9 + [theirs] * 5))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.frozensets(st.integers(1, 4))), max_size=40))
def test_every_group_of_a_cut_may_be_told_and_none_is_lost(
    rows: list[tuple[str, frozenset[int]]],
) -> None:
    numbered = [(kind, Casusteld(n, inhoud(), table)) for n, (kind, table) in enumerate(rows)]
    classes = {kind: [one for own, one in numbered if own == kind] for kind in "abc"}
    groups = bundled(classes)
    if not safe([one for _, one in numbered]) or not rows:
        assert groups == ()
        return
    assert sum(group.aantal for group in groups) == len(rows)
    assert sorted(name for group in groups for name in group.namen) == list("abc")
    for group in groups:
        assert safe([one for name in group.namen for one in classes[name]])


def test_figures_are_of_the_first_of_the_month_and_tell_nothing_younger() -> None:
    assert first_of_month(TODAY) == date(2026, 11, 1)
    before = [Casusteld(n, inhoud(), frozenset()) for n in range(6)]
    younger = Casusteld(7, inhoud(stappen=(Casusstap("school", TODAY),)), frozenset())
    moved = [
        replace(one, inhoud=replace(
            one.inhoud, stappen=(*one.inhoud.stappen, Casusstap("bestuur", TODAY))
        ))
        for one in before
    ]  # fmt: skip
    ended = [replace(one, inhoud=closed(one.inhoud, Uitkomst.TERUG, TODAY)) for one in before]
    on = first_of_month(TODAY)
    whole = count_casussen(before, TREDEN, on)
    assert whole.open == 6
    for other in ([*before, younger], moved, ended):
        assert count_casussen(other, TREDEN, on) == whole


def test_days_to_a_decision_are_told_from_ten_and_a_sum_from_five() -> None:
    def paid(days: int) -> Casusinhoud:
        asked = date(2026, 10, 6)
        return inhoud(
            budgetten=(
                Maatwerkbudget(
                    gevraagd=200,
                    gevraagd_op=asked,
                    toegekend=100,
                    besloten_op=asked + timedelta(days=days),
                ),
            )
        )

    on = first_of_month(TODAY)
    every = [Casusteld(n, paid(n), frozenset()) for n in range(1, 12)]
    told = count_casussen(every, TREDEN, on)
    assert (told.dagen_tot_besluit, told.toegekend) == (6, 1100)
    few = count_casussen(every[:5], TREDEN, on)
    assert (few.dagen_tot_besluit, few.toegekend) == (None, 500)
    assert count_casussen(every[:4], TREDEN, on).toegekend is None
    assert count_casussen(every[:4], TREDEN, on).open is None
