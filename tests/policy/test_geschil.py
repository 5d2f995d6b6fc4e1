"""A dispute goes the way of the law: talk again first, then the commissie, then binding."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.besluit import GeschilStap
from openlea.core.catalogue import SHIPPED
from openlea.core.overleg import Karakter, Overlegkaart
from openlea.core.partij import PartijSoort
from openlea.policy.geschil import explains, is_settled, last_day_after, next_steps, ways_of


def kaart(*plichten: str, geschil: tuple[str, ...] = ("Opnieuw overleggen.",)) -> Overlegkaart:
    return Overlegkaart(
        id="proef",
        titel="Proef",
        karakter=Karakter.WETTELIJK,
        partijen=(PartijSoort.GEMEENTE,),
        per_jaar=1,
        waarom="Proef.",
        bron="Proef.",
        plichten=plichten,
        geschil=geschil,
    )


LEA = kaart("LEA-01", "LEA-04")
OOGO = kaart("JGD-02")
VRIJ = kaart(geschil=())
TALK, ASK, ADVICE = GeschilStap.NIEUW_OVERLEG, GeschilStap.COMMISSIE, GeschilStap.ADVIES
BIND, WIDEN, SOLVED = GeschilStap.BINDEND, GeschilStap.UITGEBREID, GeschilStap.OPGELOST


@pytest.mark.parametrize(
    ("card", "taken", "allowed"),
    [
        (LEA, (), (TALK, SOLVED)),
        (LEA, (TALK,), (ASK, WIDEN, SOLVED)),
        (LEA, (TALK, ASK), (ADVICE, WIDEN, SOLVED)),
        (LEA, (TALK, ASK, ADVICE), (BIND, WIDEN, SOLVED)),
        (LEA, (TALK, ASK, ADVICE, BIND), (WIDEN,)),
        (LEA, (TALK, SOLVED), ()),
        (OOGO, (TALK, ASK, ADVICE), (SOLVED,)),
        (VRIJ, (TALK,), (SOLVED,)),
        (None, (), (TALK, SOLVED)),
    ],
)
def test_only_the_step_that_the_law_puts_next_may_be_taken(
    card: Overlegkaart | None, taken: tuple[GeschilStap, ...], allowed: tuple[GeschilStap, ...]
) -> None:
    assert next_steps(card, taken) == allowed


@given(st.sampled_from([LEA, OOGO, VRIJ, None]), st.data())
def test_every_dispute_comes_to_an_end_and_takes_no_step_twice(
    card: Overlegkaart | None, data: st.DataObject
) -> None:
    taken: list[GeschilStap] = []
    while steps := next_steps(card, taken):
        taken.append(data.draw(st.sampled_from(steps)))
        assert len(taken) <= len(ways_of(card))
    assert len(set(taken)) == len(taken)
    assert is_settled(taken)
    assert not (BIND in taken and ADVICE not in taken)


def test_the_advice_is_due_four_weeks_after_it_was_asked_and_not_on_a_sunday_or_holiday() -> None:
    assert last_day_after(LEA, ASK, date(2026, 11, 2)) == date(2026, 11, 30)
    # Four weeks after Friday 27 November is Christmas; the next open day is Monday the 28th.
    assert last_day_after(LEA, ASK, date(2026, 11, 27)) == date(2026, 12, 28)
    assert last_day_after(LEA, TALK, date(2026, 11, 2)) is None


def test_a_procedure_that_parties_made_themselves_has_no_term_that_we_know() -> None:
    assert last_day_after(OOGO, ASK, date(2026, 11, 2)) is None
    assert last_day_after(None, ASK, date(2026, 11, 2)) is None
    assert last_day_after(kaart("HUI-04"), ASK, date(2026, 11, 2)) == date(2026, 11, 30)


def test_the_kinds_on_the_shelf_go_the_way_of_their_own_law() -> None:
    kaarten = open_overlegkaarten((SHIPPED,))
    assert {BIND, WIDEN} <= set(ways_of(kaarten["bestuurlijk_overleg_lea"]))
    assert not {BIND, WIDEN} & set(ways_of(kaarten["oogo_jeugd"]))
    assert ways_of(kaarten["werkgroep"]) == (TALK, SOLVED)


def test_every_step_is_explained() -> None:
    assert all(
        explains(card, one).endswith(".") for card in (LEA, OOGO, None) for one in GeschilStap
    )
