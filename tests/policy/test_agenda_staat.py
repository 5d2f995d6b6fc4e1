"""An agenda goes one step on or one step back, and a decision says who, when and with whom."""

from datetime import date, timedelta

import pytest

from openlea.core.agenda import AgendaStaat
from openlea.core.errors import Fout
from openlea.policy.agenda_staat import check_step, is_open, next_steps

TODAY = date(2026, 11, 22)
CONCEPT, VASTGESTELD, AFGESLOTEN = AgendaStaat
EVERY = [(van, naar) for van in AgendaStaat for naar in AgendaStaat]


def decide(
    door: str = "De gemeenteraad",
    op: date | None = TODAY,
    ondertekenaars: tuple[str, ...] = ("GEM",),
) -> tuple[Fout, ...]:
    """Return what is wrong with a decision to adopt the agenda."""
    return check_step(CONCEPT, VASTGESTELD, door, op, ondertekenaars, TODAY)


def test_an_agenda_skips_no_step_and_a_mistake_is_undone_by_one_step_back() -> None:
    assert next_steps(CONCEPT) == (VASTGESTELD,)
    assert next_steps(VASTGESTELD) == (AFGESLOTEN, CONCEPT)
    assert next_steps(AFGESLOTEN) == (VASTGESTELD,)


@pytest.mark.parametrize(("van", "naar"), EVERY)
def test_only_a_step_that_may_follow_is_taken(van: AgendaStaat, naar: AgendaStaat) -> None:
    fouten = check_step(van, naar, "De gemeenteraad", TODAY, ("GEM",), TODAY)
    assert (fouten == ()) == (naar in next_steps(van))


def test_a_step_that_may_not_is_named_by_both_of_its_ends() -> None:
    reden = "Een agenda gaat niet van concept naar afgesloten."
    assert check_step(CONCEPT, AFGESLOTEN, "", None, (), TODAY) == (Fout("", "staat", reden),)


@pytest.mark.parametrize(
    ("van", "naar"),
    [(VASTGESTELD, AFGESLOTEN), (VASTGESTELD, CONCEPT), (AFGESLOTEN, VASTGESTELD)],
)
def test_only_adopting_is_a_decision_so_no_other_step_asks_for_one(
    van: AgendaStaat, naar: AgendaStaat
) -> None:
    assert check_step(van, naar, "", None, (), TODAY) == ()


def test_a_decision_says_by_whom_on_which_day_and_who_signed() -> None:
    assert decide() == ()
    assert decide(" ", None, ()) == (
        Fout("", "besluit_door", "Vul in wie de agenda vaststelde, zoals de gemeenteraad."),
        Fout("", "besluit_op", "Vul in op welke dag dat was."),
        Fout("", "ondertekenaars", "Kies minstens één partij die tekende."),
    )


def test_nobody_has_decided_tomorrow() -> None:
    reden = "23 november 2026 ligt in de toekomst. Kies vandaag of een dag daarvoor."
    assert decide(op=TODAY + timedelta(1)) == (Fout("", "besluit_op", reden),)
    assert decide(op=TODAY - timedelta(1)) == ()


def test_only_a_closed_agenda_stays_as_it_is() -> None:
    assert [is_open(staat) for staat in (CONCEPT, VASTGESTELD, AFGESLOTEN)] == [True, True, False]
