"""How tasks are counted and told: the words of the law, each task once, late from the day after."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.partij import Partij, PartijSoort
from openlea.core.termijn import Jaarlijks, Jaarsoort, OmDe, Periode, PerJaar, Regel, moments_in
from openlea.core.verplichting import BewijsStaat, TaakStaat, Verplichting
from openlea.core.verzoek import VerzoekStaat
from openlea.policy.bewijsdekking import Bewijsdeel, proven_on, states_by_part
from openlea.policy.taakpartijen import parties_asked
from openlea.policy.taaktelling import count_taken, proven_late
from openlea.policy.taakvraag import (
    ASK_BEFORE,
    ASK_UNTIL,
    due_proof,
    question_of,
    state_of_ask,
    years_in_view,
)
from openlea.policy.termijntekst import say_when
from openlea.policy.verplichting import state_of_proof, state_on

DAY = timedelta(days=1)
TODAY = date(2026, 9, 1)
TOPICS = ("a", "b", "c")
DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31))
PARTS = st.builds(
    Bewijsdeel,
    staat=st.sampled_from(BewijsStaat),
    op=st.none() | DAYS,
    onderwerpen=st.lists(st.sampled_from(TOPICS), unique=True).map(tuple),
)


@pytest.mark.parametrize(
    ("regel", "jaar", "tekst"),
    [
        (Jaarlijks(10, 1, voor=True), 2026, "vóór 1 oktober"),
        (Jaarlijks(2, 1, voor=True), 2026, "vóór 1 februari"),
        (Jaarlijks(1, 31), 2026, "uiterlijk 31 januari"),
        (Jaarlijks(1, 1, voor=True), 2026, "vóór 1 januari 2027"),
        (Jaarlijks(1, 31, vanaf=(1, 10)), 2026, "van 10 tot en met 31 januari"),
        (Jaarlijks(3, 24, vanaf=(2, 1)), 2026, "van 1 februari tot en met 24 maart"),
        (PerJaar(Jaarsoort.KALENDERJAAR), 2026, "in 2026, dag vrij te kiezen"),
        (PerJaar(Jaarsoort.SCHOOLJAAR), 2026, "in schooljaar 2025-2026, dag vrij te kiezen"),
        (
            Periode(date(2026, 1, 1), date(2029, 12, 31)),
            2029,
            "van 1 januari 2026 tot en met 31 december",
        ),
    ],
)
def test_a_day_is_told_as_the_law_says_it(regel: Regel, jaar: int, tekst: str) -> None:
    moment = moments_in(regel, jaar)[0]
    assert say_when(regel, moment.vanaf, moment.uiterlijk, jaar) == tekst


def test_twice_a_year_tells_each_half_with_its_days() -> None:
    regel = PerJaar(Jaarsoort.KALENDERJAAR, 2)
    told = [say_when(regel, m.vanaf, m.uiterlijk, 2026) for m in moments_in(regel, 2026)]
    assert told == [
        "van 1 januari tot en met 30 juni 2026, dag vrij te kiezen",
        "van 1 juli tot en met 31 december 2026, dag vrij te kiezen",
    ]


def test_a_plan_tells_the_day_of_the_law_or_its_own_when_that_is_sooner() -> None:
    regel = OmDe(4, Jaarlijks(5, 1, voor=True))
    assert say_when(regel, None, date(2026, 4, 30), 2026) == "vóór 1 mei"
    assert say_when(regel, None, date(2026, 3, 1), 2026) == "uiterlijk 1 maart"
    assert say_when(None, None, date(2027, 3, 1), 2026) == "uiterlijk 1 maart 2027"


@given(st.lists(st.tuples(st.sampled_from(TaakStaat), st.booleans())))
def test_each_task_is_counted_once(staten: list[tuple[TaakStaat, bool]]) -> None:
    told = count_taken(staten)
    assert told.totaal + told.nvt == len(staten)
    assert told.te_laat_bewezen <= told.bewezen
    assert str(told.bewezen) in told.zin() or not told.totaal


def test_the_totals_are_told_in_the_words_of_the_page() -> None:
    staten = [
        *[TaakStaat.BEWEZEN] * 18,
        *[TaakStaat.BEZIG] * 8,
        TaakStaat.VOORGESTELD,
        *[TaakStaat.OPEN] * 3,
        TaakStaat.TE_LAAT,
        TaakStaat.NIET_VAN_TOEPASSING,
    ]
    told = count_taken((one, False) for one in staten)
    assert told.zin() == "Van 31 taken dit jaar: 18 bewezen, 9 op tijd, 3 open, 1 te laat."


def test_proof_of_the_last_day_is_on_time_and_of_the_day_after_is_late() -> None:
    last = date(2026, 9, 30)
    assert not proven_late(TaakStaat.BEWEZEN, last, last)
    assert proven_late(TaakStaat.BEWEZEN, last + DAY, last)
    assert not proven_late(TaakStaat.OPEN, None, last)


@pytest.mark.parametrize("staat", [TaakStaat.OPEN, TaakStaat.BEZIG, TaakStaat.VOORGESTELD])
def test_what_waits_is_late_from_the_day_after_its_last_day(staat: TaakStaat) -> None:
    last = date(2026, 9, 30)
    assert state_on(staat, last, last) is staat
    assert state_on(staat, last, last + DAY) is TaakStaat.TE_LAAT


@given(st.lists(PARTS, max_size=6))
def test_there_is_a_day_of_proof_exactly_when_the_proof_proves_it(parts: list[Bewijsdeel]) -> None:
    dated = [one for one in parts if one.op is not None]
    staat = state_of_proof(TaakStaat.OPEN, states_by_part(dated), TOPICS)
    op = proven_on(dated, TOPICS)
    assert (op is not None) == (staat is TaakStaat.BEWEZEN)
    assert op is None or op in {one.op for one in dated if one.staat is BewijsStaat.AANVAARD}


@given(st.lists(PARTS, max_size=6), PARTS)
def test_one_more_accepted_proof_never_makes_it_later_or_undone(
    parts: list[Bewijsdeel], extra: Bewijsdeel
) -> None:
    before, after = proven_on(parts, TOPICS), proven_on([*parts, extra], TOPICS)
    assert before is None or (after is not None and after <= before)


def test_a_topic_alone_does_not_prove_a_duty_in_one_piece() -> None:
    part = Bewijsdeel(staat=BewijsStaat.AANVAARD, op=TODAY, onderwerpen=("a",))
    assert proven_on([part], ()) is None
    whole = Bewijsdeel(staat=BewijsStaat.AANVAARD, op=TODAY)
    assert proven_on([whole], TOPICS) == TODAY


def a_task(uiterlijk: date) -> Verplichting:
    """Return a task of the gemeente with this last day."""
    return Verplichting(
        plicht="LPL-04",
        termijn="1",
        nummer=1,
        jaar=2026,
        partij="gemeente",
        titel="Leerplichtverslag",
        uiterlijk=uiterlijk,
        over="schooljaar 2025-2026",
    )


@pytest.mark.parametrize(
    ("away", "is_asked"),
    [(ASK_BEFORE + DAY, False), (ASK_BEFORE, True), (-ASK_UNTIL, True), (-ASK_UNTIL - DAY, False)],
)
def test_a_task_is_asked_from_two_months_ahead_until_it_lies_too_far_behind(
    away: timedelta, is_asked: bool
) -> None:
    asked = due_proof({7: a_task(TODAY + away)}, TODAY, lambda _partij, _code: 3)
    assert bool(asked) is is_asked
    assert all((one.code, one.aan, one.voor) == ("7", 3, TODAY + away) for one in asked)


def test_nobody_is_asked_where_nobody_can_be() -> None:
    assert due_proof({7: a_task(TODAY)}, TODAY, lambda _partij, _code: None) == ()


def test_the_question_says_what_it_is_about() -> None:
    assert question_of(a_task(TODAY)) == (
        "Leerplichtverslag over schooljaar 2025-2026: is dit gedaan? Voeg het bewijs toe."
    )


def test_an_ask_lives_as_long_as_the_task_waits() -> None:
    waits = {TaakStaat.OPEN, TaakStaat.BEZIG, TaakStaat.VOORGESTELD, TaakStaat.TE_LAAT}
    assert {one for one in TaakStaat if state_of_ask(one) is VerzoekStaat.OPEN} == waits
    assert state_of_ask(TaakStaat.BEWEZEN) is VerzoekStaat.GEDAAN
    assert state_of_ask(None) is VerzoekStaat.VERVALLEN


def test_next_year_comes_into_view_in_october() -> None:
    assert years_in_view(date(2026, 9, 30)) == (2026,)
    assert years_in_view(date(2026, 10, 1)) == (2026, 2027)


def test_a_gemeente_keeps_the_calendar_of_its_own_gemeente_and_a_region_of_all() -> None:
    own, other = (
        Partij(code=code, naam=code, soort=PartijSoort.GEMEENTE, plaats=f"gemeente:{code}")
        for code in ("GM0402", "GM0363")
    )
    board = Partij(code="b", naam="b", soort=PartijSoort.SCHOOLBESTUUR)
    every = (own, other, board)
    assert parties_asked(every, own.plaats, is_regio=False) == (own, board)
    assert parties_asked(every, "", is_regio=True) == every
    placeless = Partij(code="gemeente", naam="x", soort=PartijSoort.GEMEENTE)
    assert parties_asked((placeless, other), "gemeente:GM0402", is_regio=False) == (placeless,)


def test_every_pair_of_states_of_proof_gives_one_state_of_the_task() -> None:
    for one, other in product(BewijsStaat, BewijsStaat):
        found = state_of_proof(TaakStaat.BEZIG, {"": (one, other)}, ())
        if BewijsStaat.AANVAARD in {one, other}:
            assert found is TaakStaat.BEWEZEN
        elif BewijsStaat.VOORGESTELD in {one, other}:
            assert found is TaakStaat.VOORGESTELD
        else:
            assert found is TaakStaat.BEZIG
