"""Agreements: nothing counts as agreed or measurable that isn't."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.afspraak import (
    Afspraak,
    AfspraakStaat,
    Bevestiging,
    Deelname,
    Instemming,
    Meetdeel,
    Meting,
)
from openlea.core.agenda import Richting
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.afspraak import (
    count_afspraken,
    describe_meting,
    instemming,
    is_late,
    is_measurable,
    is_met_at_start,
    judge_result,
    meetdelen,
    missing,
)
from openlea.policy.afspraakvraag import (
    ANSWER_IN,
    SHORT,
    Bevestigvraag,
    due_bevestigingen,
    question_of,
    state_of_ask,
)

TODAY = date(2026, 11, 22)
VALUES = st.none() | st.decimals(-1000, 1000, places=2)
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
METINGEN = st.builds(
    Meting,
    maat=st.sampled_from(["", "  ", "gezinnen bereikt"]),
    eenheid=st.sampled_from(["", "gezinnen"]),
    richting=st.sampled_from(Richting),
    nulmeting=VALUES,
    nulmeting_op=DAYS,
    doel=VALUES,
    peildatum=DAYS,
)
DEELNAMEN = st.lists(
    st.builds(
        Deelname,
        partij=st.text(min_size=1, max_size=4),
        trekt=st.booleans(),
        bevestiging=st.sampled_from(Bevestiging),
    ),
    max_size=5,
).map(tuple)
AFSPRAKEN = st.builds(
    Afspraak,
    nummer=st.integers(1, 999),
    wat=st.text(max_size=20),
    op=st.just(TODAY),
    voor=DAYS,
    partijen=DEELNAMEN,
    meting=METINGEN,
    staat=st.sampled_from(AfspraakStaat),
    werkelijk=VALUES,
)


@given(DEELNAMEN)
def test_nothing_is_agreed_that_one_partij_did_not_agree_to(partijen: tuple[Deelname, ...]) -> None:
    """Principle 6: silence is not a yes, and one no is enough."""
    agreed = instemming(partijen) is Instemming.AFGESPROKEN
    yes = {Bevestiging.BEVESTIGD, Bevestiging.VOORBEHOUD}
    assert agreed == (bool(partijen) and {one.bevestiging for one in partijen} <= yes)


@given(DEELNAMEN, st.integers(0, 4), st.sampled_from(Bevestiging))
def test_who_joins_can_only_put_an_agreement_off(
    partijen: tuple[Deelname, ...], at: int, said: Bevestiging
) -> None:
    """One partij more never turns what was not agreed among many into agreed."""
    more = (*partijen[:at], Deelname(partij="nieuw", bevestiging=said), *partijen[at:])
    if partijen and instemming(partijen) is not Instemming.AFGESPROKEN:
        assert instemming(more) is not Instemming.AFGESPROKEN
    if instemming(partijen) is Instemming.BETWIST:
        assert instemming(more) is Instemming.BETWIST


@given(AFSPRAKEN)
def test_what_misses_is_exactly_what_is_not_lit(afspraak: Afspraak) -> None:
    """The dots and the sentences can't tell two stories."""
    assert len(missing(afspraak)) == len(Meetdeel) - len(meetdelen(afspraak))


@given(AFSPRAKEN)
def test_measurable_is_the_last_two_dots(afspraak: Afspraak) -> None:
    """A measure without a start can't show a change, and the count says so."""
    lit = {Meetdeel.MAAT, Meetdeel.NULMETING} <= meetdelen(afspraak)
    assert is_measurable(afspraak.meting) == lit


@given(METINGEN)
def test_a_measurable_agreement_can_be_said_in_one_sentence(meting: Meting) -> None:
    """What is counted as measurable must be readable as such."""
    assert not is_measurable(meting) or describe_meting(meting)


@given(st.lists(AFSPRAKEN, max_size=8))
def test_the_numbers_of_the_sentence_fit_in_each_other(each: list[Afspraak]) -> None:
    """No part is larger than the whole, and the states add up."""
    told = count_afspraken(each, TODAY)
    assert told.totaal == told.lopend + told.gehaald + told.deels + told.niet_gehaald
    assert told.wacht >= 0
    assert max(told.meetbaar, told.te_laat, told.afgesproken) <= told.totaal


def test_a_start_that_is_still_to_be_measured_is_not_measurable_yet() -> None:
    """'Unknown, will be measured before March' is a promise, not a nulmeting."""
    meting = Meting(
        maat="gezinnen bereikt",
        doel=Decimal(40),
        peildatum=date(2027, 12, 31),
        nulmeting_op=date(2027, 3, 1),
    )
    afspraak = Afspraak(nummer=1, wat="x", op=TODAY, meting=meting)
    assert not is_measurable(meting)
    assert "De nulmeting is nog onbekend; die komt vóór 1 maart 2027." in missing(afspraak)


def test_what_must_be_done_starts_at_not_done() -> None:
    """'Signed by all' needs no nulmeting: it isn't signed today."""
    meting = Meting(maat="convenant getekend", richting=Richting.GEDAAN, peildatum=TODAY)
    assert is_measurable(meting)
    assert describe_meting(meting) == "gedaan op 22 november 2026"


@given(AFSPRAKEN)
def test_a_result_is_met_only_when_the_target_is(afspraak: Afspraak) -> None:
    """Coming nearer is in part, and never the whole."""
    outcome, meting = judge_result(afspraak), afspraak.meting
    if outcome is AfspraakStaat.DEELS:
        assert meting.nulmeting is not None
        assert meting.doel is not None
        assert afspraak.werkelijk not in (None, meting.doel)
    if meting.richting is Richting.MINSTENS and outcome is AfspraakStaat.GEHAALD:
        assert afspraak.werkelijk is not None
        assert meting.doel is not None
        assert afspraak.werkelijk >= meting.doel


def test_half_way_is_in_part_and_backwards_is_a_miss() -> None:
    """The councillor reads in one word which way it went."""

    def after(value: int) -> AfspraakStaat | None:
        meting = Meting(maat="m", nulmeting=Decimal(20), doel=Decimal(40), peildatum=TODAY)
        one = Afspraak(nummer=1, wat="x", op=TODAY, meting=meting, werkelijk=Decimal(value))
        return judge_result(one)

    assert after(40) is AfspraakStaat.GEHAALD
    assert after(30) is AfspraakStaat.DEELS
    assert after(15) is AfspraakStaat.NIET_GEHAALD


def test_an_agreement_is_late_only_after_its_last_day_and_while_it_runs() -> None:
    """A measure that is read later than the work ends is waited for."""
    meting = Meting(maat="m", doel=Decimal(1), peildatum=TODAY)
    one = Afspraak(nummer=1, wat="x", op=TODAY, voor=TODAY - timedelta(days=30), meting=meting)
    assert not is_late(one, TODAY)
    assert is_late(one, TODAY + timedelta(days=1))


def test_each_partij_that_is_silent_is_asked_within_two_weeks() -> None:
    """An agreement waits for those who were not asked, so all are asked at once."""
    waiting = [
        Bevestigvraag(nummer=3, wat="x", partij="po", versie=2, bevestiging=Bevestiging.GEVRAAGD),
        Bevestigvraag(nummer=3, wat="x", partij="vo", versie=2, bevestiging=Bevestiging.BEZWAAR),
        Bevestigvraag(
            nummer=3, wat="x", partij="niemand", versie=2, bevestiging=Bevestiging.GEVRAAGD
        ),
    ]
    asked = due_bevestigingen(waiting, TODAY, _who)
    assert [(one.partij, one.code, one.periode) for one in asked] == [("po", "3", "2")]
    assert asked[0].voor == TODAY + ANSWER_IN


def _who(partij: str, _code: str) -> int | None:
    return {"po": 1, "vo": 2}.get(partij)


def test_an_ask_about_an_older_text_is_over() -> None:
    """Nobody confirms by a link what the text no longer says."""
    now = Bevestigvraag(nummer=3, wat="x", partij="po", versie=2, bevestiging=Bevestiging.GEVRAAGD)
    assert state_of_ask(now, "2") is VerzoekStaat.OPEN
    assert state_of_ask(now, "1") is VerzoekStaat.VERVALLEN
    assert state_of_ask(None, "2") is VerzoekStaat.VERVALLEN


@given(st.text(alphabet="ab \n", max_size=400))
def test_a_question_stays_short_enough_for_a_mail(wat: str) -> None:
    """A subject of four hundred letters is not read."""
    assert len(question_of(wat)) <= SHORT + 30
    assert "\n" not in question_of(wat)


@given(METINGEN)
def test_a_target_that_is_met_at_the_start_is_told(meting: Meting) -> None:
    """'At least 5' while it is 6 promises nothing; most often the other way was meant."""
    one = Afspraak(nummer=1, wat="x", op=TODAY, meting=meting, werkelijk=meting.nulmeting)
    met = judge_result(one) is AfspraakStaat.GEHAALD and meting.doel is not None
    told = is_met_at_start(meting)
    assert told == (met and meting.richting is not Richting.GEDAAN)
