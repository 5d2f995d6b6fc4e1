"""How old the last word on an action is, counted to the very day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.agenda import Actie, ActieStaat, Betrokkene, Rol
from openlea.policy.aandeel import Aandeel
from openlea.policy.actualiteit import (
    ENDED,
    Actualiteit,
    answering,
    due_on,
    judge,
    judge_acties,
    last_day,
    last_update,
    next_due,
    share_of_agenda,
    share_owned_and_fresh,
)
from tests.policy.agenda_voorbeeld import SINCE, actie, agenda, speerpunt

UPDATED = date(2026, 1, 1)
RUNNING = sorted(set(ActieStaat) - ENDED)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def after(days: int, staat: ActieStaat = ActieStaat.OP_SCHEMA) -> Actualiteit:
    """Return the freshness so many days after the last update, at 120 and 150 days."""
    return judge(UPDATED, SINCE, UPDATED + timedelta(days=days), 120, 150, staat)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, Actualiteit.FRIS),
        (0, Actualiteit.FRIS),
        (119, Actualiteit.FRIS),
        (120, Actualiteit.BINNENKORT),
        (121, Actualiteit.BINNENKORT),
        (149, Actualiteit.BINNENKORT),
        (150, Actualiteit.BINNENKORT),
        (151, Actualiteit.TE_LAAT),
        (4000, Actualiteit.TE_LAAT),
    ],
)
def test_asking_begins_on_day_120_and_day_150_is_the_last_on_time(
    days: int, expected: Actualiteit
) -> None:
    assert after(days) is expected


@pytest.mark.parametrize("staat", sorted(ENDED))
def test_an_ended_action_is_never_late_however_long_ago_it_was_updated(staat: ActieStaat) -> None:
    assert after(4000, staat) is Actualiteit.NIET_NODIG
    assert due_on(UPDATED, SINCE, 120, staat) is None
    assert last_day(UPDATED, SINCE, 150, staat) is None


@pytest.mark.parametrize("staat", RUNNING)
def test_a_postponed_or_unstarted_action_is_asked_about_like_any_other(staat: ActieStaat) -> None:
    assert after(151, staat) is Actualiteit.TE_LAAT
    assert due_on(UPDATED, SINCE, 120, staat) == date(2026, 5, 1)
    assert last_day(UPDATED, SINCE, 150, staat) == date(2026, 5, 31)


def test_an_action_that_was_never_updated_counts_from_the_day_the_agenda_was_in_use() -> None:
    day = SINCE + timedelta(days=120)
    rule = (SINCE, day, 120, 150, ActieStaat.ONBEKEND)
    assert judge(None, *rule) is Actualiteit.BINNENKORT
    assert judge(day, *rule) is Actualiteit.FRIS
    assert due_on(None, SINCE, 120, ActieStaat.ONBEKEND) == day


def test_what_nobody_told_yet_is_not_fresh_however_new_the_agenda() -> None:
    for days, expected in ((0, Actualiteit.NIET_GEVRAAGD), (119, Actualiteit.NIET_GEVRAAGD)):
        day = SINCE + timedelta(days=days)
        assert judge(None, SINCE, day, 120, 150, ActieStaat.ONBEKEND) is expected


def test_an_update_older_than_the_agenda_counts_by_its_own_day() -> None:
    old = SINCE - timedelta(days=151)
    assert judge(old, SINCE, SINCE, 120, 150, ActieStaat.OP_SCHEMA) is Actualiteit.TE_LAAT


@given(DAYS, DAYS, st.integers(1, 400), st.integers(0, 100), st.sampled_from(RUNNING))
def test_the_day_of_asking_and_the_last_day_are_where_the_judgement_turns(
    updated: date, today: date, ask: int, more: int, staat: ActieStaat
) -> None:
    due, last = due_on(updated, SINCE, ask, staat), last_day(updated, SINCE, ask + more, staat)
    assert due is not None
    assert last is not None
    assert due <= last
    verdict = judge(updated, SINCE, today, ask, ask + more, staat)
    assert (verdict is Actualiteit.FRIS) == (today < due)
    assert (verdict is Actualiteit.TE_LAAT) == (today > last)


@given(st.lists(DAYS, max_size=4))
def test_the_last_update_is_the_newest_in_whatever_order_they_were_written(
    days: list[date],
) -> None:
    assert last_update(actie("1A1", updates=tuple(days))) == (max(days) if days else None)


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("betrokken", "uitvoerder", "trekker", "mede_eigenaar", "trekker"), ("P2", "P4")),
        (("betrokken", "uitvoerder", "mede_eigenaar"), ("P1",)),
        (("mede_eigenaar", "uitvoerder"), ("P0",)),
        (("betrokken",), ()),
        ((), ()),
    ],
)
def test_the_trekkers_answer_for_an_action_or_else_its_first_other_owner(
    roles: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    wie = tuple(Betrokkene(partij=f"P{n}", rol=Rol(role)) for n, role in enumerate(roles))
    assert answering(Actie(code="1A1", naam="Opstapje", betrokkenen=wie)) == expected


TODAY = SINCE + timedelta(days=151)
MIXED = agenda(
    speerpunt("1A", actie("1A1"), actie("1A2", updates=(TODAY,))),
    speerpunt(
        "1B",
        actie("1B1", trekker="", updates=(TODAY,)),
        actie("1B2", trekker="BIEB", updates=(TODAY - timedelta(days=120),)),
        actie("1B3", staat=ActieStaat.AFGEROND),
    ),
)


def test_every_action_of_an_agenda_is_judged_by_the_rhythm_of_that_agenda() -> None:
    assert judge_acties(MIXED, SINCE, TODAY) == {
        "1A1": Actualiteit.TE_LAAT,
        "1A2": Actualiteit.FRIS,
        "1B1": Actualiteit.FRIS,
        "1B2": Actualiteit.BINNENKORT,
        "1B3": Actualiteit.NIET_NODIG,
    }
    slow = replace(MIXED, bijwerken_dagen=152, te_laat_dagen=300)
    assert judge_acties(slow, SINCE, TODAY)["1A1"] is Actualiteit.NIET_GEVRAAGD
    assert judge_acties(slow, SINCE, TODAY)["1B2"] is Actualiteit.FRIS


def test_the_share_counts_actions_with_an_owner_and_fresh_and_leaves_ended_ones_out() -> None:
    assert share_of_agenda(MIXED, SINCE, TODAY) == Aandeel(1, 4)
    assert share_of_agenda(agenda(), SINCE, TODAY) == Aandeel(0, 0)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(Actualiteit))))
def test_the_share_never_passes_the_whole(rows: list[tuple[bool, Actualiteit]]) -> None:
    share = share_owned_and_fresh(rows)
    assert 0 <= share.aantal <= share.van <= len(rows)
    assert share.aantal == rows.count((True, Actualiteit.FRIS))


def test_the_next_question_is_the_first_after_today_for_those_parties_alone() -> None:
    in_120_days = TODAY + timedelta(days=120)
    assert next_due(MIXED, ["GEM"], SINCE, TODAY) == in_120_days
    assert next_due(MIXED, ["BIEB"], SINCE, TODAY) is None
    assert next_due(MIXED, ["BIEB"], SINCE, TODAY - timedelta(days=1)) == TODAY
    assert next_due(MIXED, [], SINCE, TODAY) is None
