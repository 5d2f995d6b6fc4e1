"""What the oversight asks is answered from proof alone, and never with a status."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.partij import PartijSoort
from openlea.core.toezichtvraag import Toezichtdeel, Toezichtvraag
from openlea.core.zelfbeoordeling import Antwoord
from openlea.policy.rechten import Scope
from openlea.policy.toezicht import (
    BEWIJS_ONTBREEKT,
    SPREEKT_TEGEN,
    Vinding,
    VindingSoort,
    VraagStaat,
    judge_vraag,
    reads_toezicht,
    tally,
)

VRAAG = Toezichtvraag(
    id="overleg",
    deel=Toezichtdeel.OAB,
    groep="Overleg",
    vraag="Is er overlegd?",
    nagelezen_op=date(2026, 11, 22),
    plichten=("VVE-02", "VVE-03"),
    zie_ook=("LEA-01",),
)


def bewijs(plicht: str, *, is_geheel: bool = True) -> Vinding:
    return Vinding(
        soort=VindingSoort.BEWIJS, plicht=plicht, titel="Verslag", naar="1", is_geheel=is_geheel
    )


PLAN = Vinding(soort=VindingSoort.PLAN, plicht="oab_beleid", titel="OAB-beleid", naar="1")
ACTIE = Vinding(soort=VindingSoort.ACTIE, plicht="VVE-02", titel="1A1 Opstapje", naar="1A1")
BOTH = [bewijs("VVE-02"), bewijs("VVE-03")]


def test_a_question_about_two_duties_is_known_when_both_are_proven() -> None:
    assert judge_vraag(VRAAG, BOTH, None).staat is VraagStaat.BEKEND
    assert judge_vraag(VRAAG, BOTH[:1], None).staat is VraagStaat.OPEN


def test_proof_of_some_topics_alone_answers_nothing_but_is_shown() -> None:
    half = [bewijs("VVE-02"), bewijs("VVE-03", is_geheel=False)]
    oordeel = judge_vraag(VRAAG, half, None)
    assert oordeel.staat is VraagStaat.OPEN
    assert len(oordeel.bronnen) == 2


def test_an_action_or_another_duty_tells_more_and_answers_nothing() -> None:
    oordeel = judge_vraag(VRAAG, [ACTIE, bewijs("LEA-01")], None)
    assert oordeel.staat is VraagStaat.OPEN
    assert oordeel.bronnen == ()
    assert len(oordeel.meer) == 2


def test_what_is_about_another_question_is_left_out() -> None:
    oordeel = judge_vraag(VRAAG, [bewijs("KO-01"), PLAN], None)
    assert (oordeel.bronnen, oordeel.meer) == ((), ())


def test_a_plan_of_the_asked_kind_answers_by_itself() -> None:
    vraag = replace(VRAAG, plichten=(), plansoorten=("oab_beleid",))
    assert judge_vraag(vraag, [PLAN], None).staat is VraagStaat.BEKEND


def test_a_question_without_duties_is_never_known_from_nothing() -> None:
    vraag = replace(VRAAG, plichten=())
    assert judge_vraag(vraag, [], None).staat is VraagStaat.OPEN


@pytest.mark.parametrize("antwoord", [Antwoord.NEE, Antwoord.NVT])
def test_a_no_against_accepted_proof_is_told(antwoord: Antwoord) -> None:
    assert judge_vraag(VRAAG, BOTH, antwoord).opmerking == SPREEKT_TEGEN
    assert judge_vraag(VRAAG, BOTH[:1], antwoord).opmerking == ""


@pytest.mark.parametrize("antwoord", [Antwoord.JA, Antwoord.DEELS])
def test_a_yes_without_any_proof_asks_for_it(antwoord: Antwoord) -> None:
    assert judge_vraag(VRAAG, [], antwoord).opmerking == BEWIJS_ONTBREEKT
    assert judge_vraag(VRAAG, [], antwoord, heeft_document=True).opmerking == ""
    assert judge_vraag(VRAAG, BOTH[:1], antwoord).opmerking == ""


@given(
    st.lists(
        st.tuples(
            st.sets(st.sampled_from(["VVE-02", "VVE-03", "LEA-01"])),
            st.sampled_from([None, *Antwoord]),
        )
    )
)
def test_every_question_is_in_exactly_one_state(
    cases: list[tuple[set[str], Antwoord | None]],
) -> None:
    oordelen = [judge_vraag(VRAAG, map(bewijs, sorted(own)), told) for own, told in cases]
    telling = tally(oordelen)
    assert telling.beantwoord + telling.bekend + telling.open == telling.totaal == len(cases)
    assert telling.beantwoord == sum(told is not None for _, told in cases)


def test_the_answers_are_the_municipalitys_own() -> None:
    assert reads_toezicht(Scope.ALLES, None)
    assert reads_toezicht(Scope.EIGEN_PARTIJ, PartijSoort.GEMEENTE)
    for scope, soort in (
        (Scope.EIGEN_PARTIJ, PartijSoort.SCHOOLBESTUUR),
        (Scope.EIGEN_PARTIJ, None),
        (Scope.OPENBAAR, PartijSoort.GEMEENTE),
        (Scope.NIETS, PartijSoort.GEMEENTE),
    ):
        assert not reads_toezicht(scope, soort)
