"""Which asks an agenda makes by itself: each once a round, and closed when it is answered."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.agenda import Actie, ActieStaat, Agenda, Betrokkene, Jaarwaarde, Richting, Rol
from openlea.core.verzoek import OnderwerpSoort, Verzoek, VerzoekSoort, VerzoekStaat, Waarom
from openlea.policy.verzoek import (
    due_eigenaren,
    due_metingen,
    due_updates,
    not_yet_asked,
    question_of_owners,
    settle,
)
from tests.policy.agenda_voorbeeld import SINCE, actie, agenda, complete, speerpunt
from tests.strategies import agendas

DAY = timedelta(days=1)
ASKED = SINCE + timedelta(days=120)
PEOPLE = {"GEM": 1, "BIEB": 2}


def wie(partij: str, _code: str) -> int | None:
    """Return who receives for a partij; whoever keeps the agenda receives for nobody's."""
    return {**PEOPLE, "": 9}.get(partij)


def nobody(_partij: str, _code: str) -> None:
    """Return that there is nobody to receive."""


def of(*acties: Actie) -> Agenda:
    """Return an agenda with these actions."""
    return agenda(speerpunt("1A", *acties))


def test_on_the_day_that_asking_begins_the_owner_is_asked_how_it_goes() -> None:
    assert due_updates(of(actie("1A1")), SINCE, ASKED, wie) == (
        Verzoek(
            soort=VerzoekSoort.BIJWERKEN,
            onderwerp=OnderwerpSoort.ACTIE,
            code="1A1",
            aan=1,
            partij="GEM",
            periode="2024-04-30",
            vraag="Hoe staat het met Actie 1A1?",
            waarom=Waarom.AGENDA,
            voor=date(2024, 5, 30),
            gemaakt_op=ASKED,
        ),
    )


@pytest.mark.parametrize(
    ("one", "today"),
    [
        (actie("1A1"), ASKED - DAY),
        (actie("1A1", updates=(SINCE + DAY,)), ASKED),
        (actie("1A1", staat=ActieStaat.GESTOPT), ASKED + 400 * DAY),
        (actie("1A1", trekker=""), ASKED + 400 * DAY),
        (actie("1A1", trekker="ONBEKEND"), ASKED + 400 * DAY),
    ],
    ids=["a day early", "updated since", "ended", "without owner", "owner without people"],
)
def test_nobody_is_asked_too_early_or_in_vain(one: Actie, today: date) -> None:
    assert due_updates(of(one), SINCE, today, wie) == ()


def test_each_trekker_is_asked_and_the_code_helps_to_find_the_contact() -> None:
    two = (Betrokkene(partij="GEM", rol=Rol.TREKKER), Betrokkene(partij="BIEB", rol=Rol.TREKKER))
    shared = replace(actie("1A1"), betrokkenen=two)
    asked = due_updates(of(shared), SINCE, ASKED, lambda _partij, code: {"1A1": 5}.get(code))
    assert [(one.partij, one.aan) for one in asked] == [("GEM", 5), ("BIEB", 5)]


@given(agendas(), st.dates(SINCE, date(2030, 12, 31)))
def test_asking_again_the_same_day_or_later_in_the_round_asks_nobody_twice(
    any_agenda: Agenda, today: date
) -> None:
    first = not_yet_asked(due_updates(any_agenda, SINCE, today, lambda *_: 1), ())
    keys = [one.sleutel for one in first]
    assert len(keys) == len(set(keys))
    later = due_updates(any_agenda, SINCE, today + DAY, lambda *_: 1)
    assert not {one.sleutel for one in not_yet_asked(later, first)} & set(keys)


@pytest.mark.parametrize("staat", VerzoekStaat)
def test_asked_is_asked_whatever_became_of_it(staat: VerzoekStaat) -> None:
    due = due_updates(of(actie("1A1")), SINCE, ASKED, wie)
    assert not_yet_asked(due, [replace(due[0], staat=staat, aan=7)]) == ()
    assert not_yet_asked((*due, *due), []) == due


def test_an_update_opens_a_next_round() -> None:
    first = due_updates(of(actie("1A1")), SINCE, ASKED, wie)
    updated = of(actie("1A1", updates=(ASKED,)))
    assert due_updates(updated, SINCE, ASKED + 119 * DAY, wie) == ()
    second = due_updates(updated, SINCE, ASKED + 120 * DAY, wie)
    assert not_yet_asked(second, first) == second
    assert len(second) == 1


UPDATE = due_updates(of(actie("1A1")), SINCE, ASKED, wie)[0]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (of(actie("1A1")), VerzoekStaat.OPEN),
        (of(actie("1A1", updates=(ASKED - DAY,))), VerzoekStaat.OPEN),
        (of(actie("1A1", updates=(ASKED,))), VerzoekStaat.GEDAAN),
        (of(actie("1A1", updates=(ASKED,), staat=ActieStaat.AFGEROND)), VerzoekStaat.GEDAAN),
        (of(actie("1A1", staat=ActieStaat.GESTOPT)), VerzoekStaat.VERVALLEN),
        (of(actie("1A1", trekker="BIEB")), VerzoekStaat.VERVALLEN),
        (of(actie("1A2")), VerzoekStaat.VERVALLEN),
        (of(), VerzoekStaat.VERVALLEN),
    ],
    ids=["nothing", "told before", "told", "told it ended", "ended", "other owner", "gone", "none"],
)
def test_an_ask_for_an_update_closes_by_what_happened_to_the_action(
    after: Agenda, expected: VerzoekStaat
) -> None:
    assert settle(UPDATE, after, SINCE) == replace(UPDATE, staat=expected)


@pytest.mark.parametrize("staat", sorted(set(VerzoekStaat) - {VerzoekStaat.OPEN}))
def test_what_is_closed_stays_as_it_was_closed(staat: VerzoekStaat) -> None:
    closed = replace(UPDATE, staat=staat)
    assert settle(closed, of(), SINCE) == closed


def test_an_ask_that_another_part_made_is_left_to_that_part() -> None:
    other = replace(UPDATE, soort=VerzoekSoort.BEVESTIGEN)
    assert settle(other, of(), SINCE) == other


TARGETS = agenda(speerpunt("1A", actie("1A1")), streef=(complete("S1", "1A1"),))
MEASURED = replace(
    TARGETS,
    streefwaarden=(
        replace(
            TARGETS.streefwaarden[0],
            jaren=(Jaarwaarde(jaar=2025, doel=Decimal(40), werkelijk=Decimal(0)),),
        ),
    ),
)


def test_a_year_that_ended_unmeasured_is_asked_of_the_owner_of_the_target() -> None:
    assert due_metingen(TARGETS, SINCE, date(2026, 1, 1), wie) == (
        Verzoek(
            soort=VerzoekSoort.METING,
            onderwerp=OnderwerpSoort.STREEFWAARDE,
            code="S1",
            aan=1,
            partij="GEM",
            periode="2025",
            vraag="Wat was in 2025 de uitkomst van gezinnen bereikt?",
            waarom=Waarom.AGENDA,
            voor=date(2026, 1, 30),
            gemaakt_op=date(2026, 1, 1),
        ),
    )


def with_owner(eigenaar: str) -> Agenda:
    """Return the agenda with another owner of its target."""
    return replace(TARGETS, streefwaarden=(replace(TARGETS.streefwaarden[0], eigenaar=eigenaar),))


@pytest.mark.parametrize(
    ("one", "since", "today"),
    [
        (TARGETS, SINCE, date(2025, 12, 31)),
        (TARGETS, date(2026, 1, 1), date(2026, 6, 1)),
        (MEASURED, SINCE, date(2026, 1, 1)),
        (with_owner(""), SINCE, date(2026, 1, 1)),
        (with_owner("ONBEKEND"), SINCE, date(2026, 1, 1)),
    ],
    ids=["last day", "before our time", "measured at nought", "no owner", "nobody receives"],
)
def test_a_measurement_is_not_asked_when_it_is_not_owed(
    one: Agenda, since: date, today: date
) -> None:
    assert due_metingen(one, since, today, wie) == ()


def test_a_year_that_ended_on_the_day_of_taking_into_use_is_asked() -> None:
    assert len(due_metingen(TARGETS, date(2025, 12, 31), date(2026, 1, 1), wie)) == 1


METING = due_metingen(TARGETS, SINCE, date(2026, 1, 1), wie)[0]
OTHER_YEAR = replace(TARGETS.streefwaarden[0], jaren=(Jaarwaarde(jaar=2024, doel=Decimal(1)),))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (TARGETS, VerzoekStaat.OPEN),
        (MEASURED, VerzoekStaat.GEDAAN),
        (with_owner("BIEB"), VerzoekStaat.VERVALLEN),
        (replace(TARGETS, streefwaarden=(OTHER_YEAR,)), VerzoekStaat.VERVALLEN),
        (replace(TARGETS, streefwaarden=()), VerzoekStaat.VERVALLEN),
    ],
)
def test_an_ask_for_a_measurement_closes_by_what_was_filled_in(
    after: Agenda, expected: VerzoekStaat
) -> None:
    assert settle(METING, after, SINCE).staat is expected


def test_a_target_of_done_is_measured_like_any_other() -> None:
    done = replace(TARGETS.streefwaarden[0], richting=Richting.GEDAAN)
    found = due_metingen(replace(TARGETS, streefwaarden=(done,)), SINCE, date(2026, 1, 1), wie)
    assert len(found) == 1


ORPHANS = of(actie("1A1", trekker=""), actie("1A2", trekker=""), actie("1A3"))


def test_who_keeps_the_agenda_is_asked_once_for_all_actions_that_nobody_leads() -> None:
    (ask,) = due_eigenaren(ORPHANS, SINCE, SINCE, wie)
    assert (ask.aan, ask.periode, ask.voor) == (9, "2024-01-01", date(2024, 1, 31))
    assert (ask.soort, ask.onderwerp) == (VerzoekSoort.EIGENAAR, OnderwerpSoort.AGENDA)
    assert ask.sleutel == "eigenaar/agenda/agenda//2024-01-01"
    assert (ask.waarom, ask.gemaakt_op, ask.escalatie) == (Waarom.AGENDA, SINCE, 0)
    assert ask.vraag == "2 acties hebben geen eigenaar. Wijs een eigenaar aan."
    assert question_of_owners(1) == "1 actie heeft geen eigenaar. Wijs een eigenaar aan."


@pytest.mark.parametrize(
    ("days", "round_days"), [(-1, 0), (0, 0), (119, 0), (120, 120), (240, 240)]
)
def test_orphans_come_back_in_each_round_of_updates(days: int, round_days: int) -> None:
    (ask,) = due_eigenaren(ORPHANS, SINCE, SINCE + days * DAY, wie)
    assert ask.periode == (SINCE + round_days * DAY).isoformat()


def test_nothing_is_asked_about_owners_when_all_have_one_or_nobody_keeps_the_agenda() -> None:
    assert due_eigenaren(of(actie("1A1")), SINCE, SINCE, wie) == ()
    ended = actie("1A1", trekker="", staat=ActieStaat.AFGEROND)
    assert due_eigenaren(of(ended), SINCE, SINCE, wie) == ()
    assert due_eigenaren(ORPHANS, SINCE, SINCE, nobody) == ()


def test_the_ask_for_owners_closes_when_the_last_action_has_one() -> None:
    (ask,) = due_eigenaren(ORPHANS, SINCE, SINCE, wie)
    assert settle(ask, of(actie("1A1", trekker="")), SINCE).staat is VerzoekStaat.OPEN
    assert settle(ask, of(actie("1A1")), SINCE).staat is VerzoekStaat.GEDAAN
