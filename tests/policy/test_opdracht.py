"""An assignment goes on by steps of the right side, and never comes back once it is over."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.policy.opdracht import (
    AAN_ZET,
    OPEN,
    UITKOMSTEN,
    Opdrachtkant,
    OpdrachtStap,
    VoorstelStap,
    after_change,
    days_late,
    follow_proposals,
    proposal_steps,
    steps_open,
)
from openlea.policy.opdrachtvorm import DELEN, NODIG, blocking_parts, missing_parts

TODAY = date(2026, 11, 22)
STATEN = st.sampled_from(list(OpdrachtStaat))
VOORSTELLEN = st.lists(st.sampled_from(list(VoorstelStaat)), max_size=4)
KANTEN = st.sets(st.sampled_from(list(Opdrachtkant)))
BEIDE = frozenset(Opdrachtkant)
RESULT = {
    OpdrachtStap.VERSTREKKEN: OpdrachtStaat.VERSTREKT,
    OpdrachtStap.AANVAARDEN: OpdrachtStaat.AANVAARD,
    OpdrachtStap.INTREKKEN: OpdrachtStaat.INGETROKKEN,
}


@given(STATEN, KANTEN)
def test_the_werkgroep_never_gives_and_the_board_never_accepts(
    staat: OpdrachtStaat, kanten: set[Opdrachtkant]
) -> None:
    stappen = set(steps_open(staat, kanten))
    gever = {OpdrachtStap.VERSTREKKEN, OpdrachtStap.WIJZIGEN, OpdrachtStap.INTREKKEN}
    if Opdrachtkant.GEVER not in kanten:
        assert stappen.isdisjoint(gever)
    if Opdrachtkant.WERKGROEP not in kanten:
        assert stappen <= gever


@given(STATEN, st.sampled_from(list(VoorstelStaat)), KANTEN)
def test_only_the_board_puts_a_proposal_on_its_agenda_and_decides(
    staat: OpdrachtStaat, voorstel: VoorstelStaat, kanten: set[Opdrachtkant]
) -> None:
    stappen = set(proposal_steps(voorstel, staat, kanten))
    if Opdrachtkant.GEVER not in kanten:
        assert stappen.isdisjoint({VoorstelStap.AGENDEREN, VoorstelStap.BESLISSEN})
    if Opdrachtkant.WERKGROEP not in kanten:
        assert stappen.isdisjoint({VoorstelStap.WIJZIGEN, VoorstelStap.INDIENEN})


@given(STATEN, VOORSTELLEN, st.booleans())
def test_what_is_over_stays_over(
    staat: OpdrachtStaat, voorstellen: list[VoorstelStaat], klaar: bool
) -> None:
    after = follow_proposals(staat, voorstellen, klaar=klaar)
    if staat not in OPEN:
        assert after is staat
        assert steps_open(staat, BEIDE) == ()
        assert all(proposal_steps(one, staat, BEIDE) == () for one in VoorstelStaat)


@given(VOORSTELLEN, st.booleans())
def test_an_assignment_is_with_the_board_exactly_while_a_proposal_waits_there(
    voorstellen: list[VoorstelStaat], klaar: bool
) -> None:
    after = follow_proposals(OpdrachtStaat.AANVAARD, voorstellen, klaar=klaar)
    waits = any(one in AAN_ZET for one in voorstellen)
    assert (after is OpdrachtStaat.VOORSTEL) == waits


@given(VOORSTELLEN)
def test_an_assignment_is_never_finished_without_an_adopted_proposal(
    voorstellen: list[VoorstelStaat],
) -> None:
    after = follow_proposals(OpdrachtStaat.VOORSTEL, voorstellen, klaar=True)
    if after is OpdrachtStaat.AFGEROND:
        assert VoorstelStaat.VASTGESTELD in voorstellen


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=30))
def test_a_walk_along_open_steps_keeps_assignment_and_proposals_in_step(
    choices: list[tuple[int, bool]],
) -> None:
    staat, voorstellen = OpdrachtStaat.CONCEPT, list[VoorstelStaat]()
    for number, klaar in choices:
        staat = walk(staat, voorstellen, number, klaar=klaar)
        waits = any(one in AAN_ZET for one in voorstellen)
        if staat in OPEN:
            assert (staat is OpdrachtStaat.VOORSTEL) == waits
        if staat is OpdrachtStaat.AFGEROND:
            assert VoorstelStaat.VASTGESTELD in voorstellen


def walk(
    staat: OpdrachtStaat, voorstellen: list[VoorstelStaat], number: int, *, klaar: bool
) -> OpdrachtStaat:
    """Take one of the open steps, as the services do, and return the state of the assignment."""
    deeds: list[tuple[OpdrachtStap | VoorstelStap, int]] = [
        (stap, -1) for stap in steps_open(staat, BEIDE)
    ]
    for place, one in enumerate(voorstellen):
        deeds += [(stap, place) for stap in proposal_steps(one, staat, BEIDE)]
    if not deeds:
        return staat
    stap, place = deeds[number % len(deeds)]
    if stap in RESULT:
        return RESULT[OpdrachtStap(stap)]
    if place < 0 and stap == OpdrachtStap.WIJZIGEN:
        return after_change(staat)
    if stap == OpdrachtStap.VOORSTELLEN:
        voorstellen.append(VoorstelStaat.CONCEPT)
    elif stap == VoorstelStap.INDIENEN:
        voorstellen[place] = VoorstelStaat.INGEDIEND
    elif stap == VoorstelStap.AGENDEREN:
        voorstellen[place] = VoorstelStaat.GEAGENDEERD
    elif stap == VoorstelStap.BESLISSEN:
        voorstellen[place] = UITKOMSTEN[number % len(UITKOMSTEN)]
    return follow_proposals(staat, voorstellen, klaar=klaar)


def test_a_held_proposal_goes_back_to_the_werkgroep_to_be_changed() -> None:
    stappen = proposal_steps(
        VoorstelStaat.AANGEHOUDEN, OpdrachtStaat.AANVAARD, {Opdrachtkant.WERKGROEP}
    )
    assert stappen == (VoorstelStap.WIJZIGEN, VoorstelStap.INDIENEN)


def test_an_accepted_text_that_changes_must_be_accepted_again() -> None:
    assert after_change(OpdrachtStaat.AANVAARD) is OpdrachtStaat.VERSTREKT
    assert after_change(OpdrachtStaat.CONCEPT) is OpdrachtStaat.CONCEPT


@given(STATEN, st.integers(-400, 400))
def test_only_what_the_werkgroep_still_owes_can_be_late(staat: OpdrachtStaat, days: int) -> None:
    late = days_late(staat, TODAY - timedelta(days=days), TODAY)
    owes = staat in {OpdrachtStaat.VERSTREKT, OpdrachtStaat.AANVAARD}
    assert late == (max(0, days) if owes else 0)


def test_without_a_day_nothing_is_late() -> None:
    assert days_late(OpdrachtStaat.AANVAARD, None, TODAY) == 0


@given(st.dictionaries(st.sampled_from([deel.veld for deel in DELEN]), st.text(max_size=5)))
def test_a_part_is_missing_exactly_when_it_says_nothing(teksten: dict[str, str]) -> None:
    missing = {deel.veld for deel in missing_parts(teksten)}
    assert missing == {d.veld for d in DELEN if not teksten.get(d.veld, "").strip()}
    assert {deel.veld for deel in blocking_parts(teksten)} == missing & set(NODIG)
