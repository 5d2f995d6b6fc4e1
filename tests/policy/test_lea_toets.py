"""A topic was talked over when accepted proof of that year says so; a goal needs all four parts."""

from datetime import date

import pytest

from openlea.core.plicht import Onderwerp
from openlea.core.verplichting import BewijsStaat
from openlea.policy.lea_toets import Bespreking, Leadoel, LeaStap, judge_onderwerp, tally
from openlea.policy.meetbaarheid import Onderdeel

SEGREGATIE = Onderwerp(code="segregatie", titel="Segregatie voorkomen")
MEETBAAR = Leadoel(
    code="1B2-mix", maat="mix", actie="1B2", onderwerp="segregatie", aanwezig=frozenset(Onderdeel)
)
HALF = Leadoel(
    code="1B3-bereik",
    maat="bereik",
    actie="1B3",
    onderwerp="segregatie",
    aanwezig=frozenset({Onderdeel.DOEL, Onderdeel.DATUM}),
)


def verslag(
    *onderwerpen: str,
    staat: BewijsStaat = BewijsStaat.AANVAARD,
    op: date | None = date(2026, 3, 12),
) -> Bespreking:
    return Bespreking(titel="Verslag", staat=staat, taak=1, op=op, onderwerpen=onderwerpen)


def test_proof_that_names_no_topic_covers_all_of_them() -> None:
    assert judge_onderwerp(SEGREGATIE, 2026, [verslag()], []).is_besproken


def test_proof_of_other_topics_does_not_cover_this_one() -> None:
    stand = judge_onderwerp(SEGREGATIE, 2026, [verslag("integratie", "toelating")], [])
    assert not stand.is_besproken
    assert stand.stap is LeaStap.BESPREEK


def test_proof_of_another_year_says_nothing_of_this_one_and_is_named() -> None:
    stand = judge_onderwerp(SEGREGATIE, 2026, [verslag(op=date(2025, 12, 31))], [MEETBAAR])
    assert not stand.is_besproken
    assert len(stand.ander_jaar) == 1
    assert stand.stap is LeaStap.BESPREEK


def test_accepted_proof_without_a_day_counts_because_a_person_accepted_it() -> None:
    assert judge_onderwerp(SEGREGATIE, 2026, [verslag(op=None)], []).is_besproken


@pytest.mark.parametrize(
    ("besprekingen", "doelen", "stap"),
    [
        ([], [MEETBAAR], LeaStap.BESPREEK),
        ([verslag(staat=BewijsStaat.AFGEWEZEN)], [MEETBAAR], LeaStap.BESPREEK),
        ([verslag(staat=BewijsStaat.VOORGESTELD)], [], LeaStap.BEOORDEEL),
        ([verslag()], [], LeaStap.DOEL),
        ([verslag()], [HALF], LeaStap.MEETBAAR),
        ([verslag()], [HALF, MEETBAAR], LeaStap.KLAAR),
    ],
)
def test_there_is_one_next_step(
    besprekingen: list[Bespreking], doelen: list[Leadoel], stap: LeaStap
) -> None:
    assert judge_onderwerp(SEGREGATIE, 2026, besprekingen, doelen).stap is stap


def test_what_is_missing_is_said_in_one_phrase() -> None:
    stand = judge_onderwerp(SEGREGATIE, 2026, [], [HALF])
    assert stand.ontbreekt == (
        "aanvaard bewijs van het overleg, nulmeting van 1B3-bereik en eigenaar van 1B3-bereik"
    )
    assert judge_onderwerp(SEGREGATIE, 2026, [verslag()], [MEETBAAR]).ontbreekt == ""
    assert judge_onderwerp(SEGREGATIE, 2026, [verslag()], []).ontbreekt == "een doel"


def test_a_goal_for_another_topic_does_not_serve_this_one() -> None:
    other = Onderwerp(code="integratie", titel="Integratie")
    assert judge_onderwerp(other, 2026, [verslag()], [MEETBAAR]).doelen == ()


def test_a_consultation_is_complete_when_every_topic_was_talked_over() -> None:
    done = judge_onderwerp(SEGREGATIE, 2026, [verslag()], [MEETBAAR])
    half = judge_onderwerp(SEGREGATIE, 2026, [verslag()], [])
    left = judge_onderwerp(SEGREGATIE, 2026, [], [])
    assert tally([done, half]).is_rond
    assert not tally([done, left]).is_rond
    assert not tally([]).is_rond
    assert (tally([done, half, left]).besproken, tally([done, half, left]).meetbaar) == (2, 1)
