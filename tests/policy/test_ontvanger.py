"""An ask always finds somebody who can answer it today, nobody twice, and never by a circle."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.verzoek import (
    Afwezigheid,
    Lid,
    OnderwerpSoort,
    Verzoek,
    VerzoekSoort,
    VerzoekStaat,
    Waarom,
)
from openlea.policy.ontvanger import (
    ESCALATE_AFTER,
    acts_for,
    colleagues,
    escalates,
    hand_over,
    has_left,
    line,
    pass_on,
    receiver,
    stand_in,
)

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
CONTACT, COLLEGA, TREKKER, BEHEER = (
    Lid(id=4, persoon=4, partij="BIEB"),
    Lid(id=3, persoon=3, partij="BIEB"),
    Lid(id=2, persoon=2, partij="GEM"),
    Lid(id=1, persoon=1, partij="GEM", is_agendabeheerder=True),
)
LEDEN = (CONTACT, COLLEGA, TREKKER, BEHEER)
ASK = Verzoek(
    soort=VerzoekSoort.BIJWERKEN,
    onderwerp=OnderwerpSoort.ACTIE,
    code="1A1",
    aan=4,
    partij="BIEB",
    periode="2026-10-01",
    vraag="Hoe staat het ermee?",
    waarom=Waarom.AGENDA,
    voor=TODAY - ESCALATE_AFTER,
    gemaakt_op=TODAY - 2 * ESCALATE_AFTER,
)


def away(lid: Lid, vervanger: int | None = None) -> Lid:
    """Return the lid as it is when away today."""
    weg = Afwezigheid(van=TODAY, tot=TODAY, vervanger=vervanger)
    return replace(lid, afwezigheden=(weg,))


def by_id(*leden: Lid) -> dict[int, Lid]:
    """Return the leden by their id."""
    return {lid.id: lid for lid in leden}


def ids(leden: tuple[Lid, ...]) -> list[int]:
    """Return the ids of the leden, in order."""
    return [lid.id for lid in leden]


def test_the_line_runs_from_who_owes_the_answer_up_to_who_keeps_the_agenda() -> None:
    assert ids(line(LEDEN, "BIEB", trekker="GEM", first=4)) == [4, 3, 1, 2]
    assert ids(line(LEDEN, "BIEB", first=4)) == [4, 3, 1]
    assert ids(line(LEDEN, "BIEB")) == [3, 4, 1]


def test_nobody_stands_in_line_because_their_party_has_no_name_either() -> None:
    nameless = Lid(id=9, persoon=9, partij="")
    assert ids(line((*LEDEN, nameless), "", trekker="")) == [1]


@given(st.sampled_from(["", "BIEB", "GEM", "WEG"]), st.sampled_from(["", "BIEB", "GEM"]))
def test_nobody_stands_in_line_twice_and_who_keeps_the_agenda_always_does(
    partij: str, trekker: str
) -> None:
    found = ids(line(LEDEN, partij, trekker, first=1))
    assert len(found) == len(set(found))
    assert found[0] == 1


def test_who_is_there_answers_and_who_is_away_is_stood_in_for() -> None:
    assert stand_in(CONTACT, by_id(CONTACT), TODAY) == CONTACT
    assert stand_in(away(CONTACT, 3), by_id(COLLEGA), TODAY) == COLLEGA
    assert stand_in(away(CONTACT, 3), by_id(COLLEGA), TODAY + DAY) == away(CONTACT, 3)


def test_who_stands_in_may_be_away_too() -> None:
    leden = by_id(away(COLLEGA, 2), TREKKER)
    assert stand_in(away(CONTACT, 3), leden, TODAY) == TREKKER


@pytest.mark.parametrize(
    "leden",
    [
        (away(CONTACT),),
        (away(CONTACT, 99),),
        (away(CONTACT, 4),),
        (away(CONTACT, 3), away(COLLEGA, 4)),
        (away(CONTACT, 3), replace(COLLEGA, tot=TODAY - DAY)),
        (replace(CONTACT, tot=TODAY - DAY), COLLEGA),
    ],
    ids=["nobody named", "unknown", "itself", "each other", "who left", "left itself"],
)
def test_when_nobody_can_stand_in_nobody_does(leden: tuple[Lid, ...]) -> None:
    assert stand_in(leden[0], by_id(*leden), TODAY) is None


def test_who_stands_in_answers_for_both_and_who_is_away_for_none_but_itself() -> None:
    leden = (away(CONTACT, 3), COLLEGA, away(TREKKER))
    assert acts_for(3, leden, TODAY) == {3, 4}
    assert acts_for(4, leden, TODAY) == {4}
    assert acts_for(3, leden, TODAY + DAY) == {3}


def test_the_first_in_line_who_can_answer_is_asked() -> None:
    assert receiver(LEDEN, LEDEN, TODAY) == CONTACT
    absent = (away(CONTACT), COLLEGA, TREKKER, BEHEER)
    assert receiver(absent, absent, TODAY) == COLLEGA
    stood_in = (away(CONTACT, 2), COLLEGA, TREKKER, BEHEER)
    assert receiver(stood_in, stood_in, TODAY) == TREKKER


def test_who_was_asked_before_is_not_asked_again_not_even_as_a_stand_in() -> None:
    assert receiver(LEDEN, LEDEN, TODAY, had={4, 3}) == TREKKER
    stood_in = (away(CONTACT, 2), COLLEGA)
    assert receiver(stood_in, (*stood_in, TREKKER), TODAY, had={2}) == COLLEGA
    assert receiver(LEDEN, LEDEN, TODAY, had={1, 2, 3, 4}) is None


def test_somebody_has_left_when_no_membership_holds_today() -> None:
    assert not has_left(ASK, LEDEN, TODAY)
    assert has_left(ASK, (COLLEGA, TREKKER), TODAY)
    assert has_left(ASK, (replace(CONTACT, tot=TODAY - DAY), COLLEGA), TODAY)
    assert not has_left(ASK, (replace(CONTACT, tot=TODAY),), TODAY)


def test_an_ask_goes_up_the_line_when_it_is_fourteen_days_overdue() -> None:
    assert escalates(ASK, TODAY)
    assert not escalates(ASK, TODAY - DAY)


def test_who_was_asked_later_has_fourteen_days_too() -> None:
    later = replace(ASK, gemaakt_op=TODAY - ESCALATE_AFTER + DAY)
    assert not escalates(later, TODAY)
    assert escalates(later, TODAY + DAY)


@pytest.mark.parametrize("staat", [staat for staat in VerzoekStaat if staat != "open"])
def test_what_is_closed_goes_nowhere(staat: VerzoekStaat) -> None:
    closed = replace(ASK, staat=staat)
    assert not escalates(closed, TODAY)
    assert pass_on(closed, LEDEN, LEDEN, TODAY) is None
    assert pass_on(closed, LEDEN, (COLLEGA,), TODAY) is None


def test_handing_over_closes_the_ask_and_opens_the_same_ask_for_somebody_else() -> None:
    closed, opened = hand_over(ASK, 3, TODAY)
    assert closed == replace(ASK, staat=VerzoekStaat.OVERGEDRAGEN)
    assert opened == replace(ASK, aan=3, gemaakt_op=TODAY)
    assert opened.sleutel == closed.sleutel


def test_an_ask_handed_over_after_its_answer_is_open_again() -> None:
    assert hand_over(replace(ASK, staat=VerzoekStaat.GEDAAN), 3, TODAY)[1].is_open


def test_an_overdue_ask_goes_one_level_up() -> None:
    passed = pass_on(ASK, LEDEN, LEDEN, TODAY)
    assert passed is not None
    closed, opened = passed
    assert closed.staat is VerzoekStaat.OVERGEDRAGEN
    assert (opened.aan, opened.escalatie, opened.gemaakt_op) == (3, 1, TODAY)
    assert pass_on(ASK, LEDEN, LEDEN, TODAY - DAY) is None
    assert pass_on(opened, LEDEN, LEDEN, TODAY + ESCALATE_AFTER - DAY, {4}) is None


def test_every_level_counts_and_nobody_is_asked_twice() -> None:
    asks, ask, today = [4], ASK, TODAY
    while (passed := pass_on(ask, LEDEN, LEDEN, today, asks)) is not None:
        ask = passed[1]
        asks.append(ask.aan)
        today += ESCALATE_AFTER
    assert asks == [4, 3, 2, 1]
    assert ask.escalatie == 3


def test_who_left_passes_on_at_once_and_that_is_nobodys_fault() -> None:
    fresh = replace(ASK, voor=TODAY + 30 * DAY, gemaakt_op=TODAY, escalatie=1)
    passed = pass_on(fresh, LEDEN, (COLLEGA, TREKKER, BEHEER), TODAY)
    assert passed is not None
    assert (passed[1].aan, passed[1].escalatie) == (3, 1)


def test_who_left_yesterday_passes_on_today_to_who_is_there_today() -> None:
    fresh = replace(ASK, gemaakt_op=TODAY)
    leden = (replace(CONTACT, tot=TODAY - DAY), away(COLLEGA, 2), TREKKER)
    passed = pass_on(fresh, leden, leden, TODAY)
    assert passed is not None
    assert (passed[1].aan, passed[1].gemaakt_op, passed[1].escalatie) == (2, TODAY, 0)
    assert pass_on(fresh, leden, leden, TODAY - DAY) is None


def test_with_nobody_left_to_ask_the_ask_stays_where_it_is() -> None:
    assert pass_on(ASK, (CONTACT,), LEDEN, TODAY) is None
    assert pass_on(ASK, LEDEN, LEDEN, TODAY, {1, 2, 3}) is None


def test_an_ask_is_passed_on_only_to_who_works_for_the_same_partij_today() -> None:
    leden = (
        Lid(id=1, persoon=1, partij="BIEB"),
        Lid(id=2, persoon=2, partij="BIEB"),
        Lid(id=3, persoon=3, partij="GEM"),
        Lid(id=4, persoon=4, partij="BIEB", tot=TODAY - timedelta(days=1)),
        away(Lid(id=5, persoon=5, partij="BIEB")),
        Lid(id=6, persoon=1, partij="BIEB"),
        Lid(id=7, persoon=2, partij="BIEB"),
    )
    assert ids(colleagues(1, leden, TODAY)) == [2]
    assert colleagues(3, leden, TODAY) == ()
    assert colleagues(99, leden, TODAY) == ()


def test_who_belongs_to_no_partij_has_no_colleagues_in_the_other_nameless() -> None:
    nameless = (Lid(id=1, persoon=1, partij=""), Lid(id=2, persoon=2, partij=""))
    assert colleagues(1, nameless, TODAY) == ()
