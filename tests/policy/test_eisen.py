"""The heat map counts and weighs nothing, and a board's scores are its own."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import find_roots
from openlea.core.partij import PartijSoort
from openlea.core.pve import EisActor, read_programma
from openlea.core.zelfbeoordeling import Score
from openlea.policy.eisen import (
    Eisvak,
    Graad,
    change_since,
    changes_scores,
    count_scores,
    sees_scores,
    year_before,
)
from openlea.policy.rechten import Scope

EISEN = read_programma(find_roots()).of_actor(EisActor.SCHOOLBESTUUR)
IDS = [eis.id for eis in EISEN]
SCORES = st.dictionaries(st.sampled_from(IDS), st.sampled_from(list(Score)))


def vak(geheel: int = 0, deels: int = 0, niet: int = 0, nvt: int = 0, totaal: int = 4) -> Eisvak:
    return Eisvak(totaal=totaal, geheel=geheel, deels=deels, niet=niet, nvt=nvt)


@pytest.mark.parametrize(
    ("found", "graad"),
    [
        (vak(), Graad.LEEG),
        (vak(nvt=4), Graad.NVT),
        (vak(niet=1), Graad.GEEN),
        (vak(deels=4), Graad.GEEN),
        (vak(geheel=1), Graad.MINDER),
        (vak(geheel=2), Graad.MEER),
        (vak(geheel=2, nvt=2), Graad.ALLES),
        (vak(geheel=4), Graad.ALLES),
        (vak(nvt=3), Graad.GEEN),
    ],
)
def test_a_cell_says_how_much_of_what_applies_is_met(found: Eisvak, graad: Graad) -> None:
    assert found.graad is graad


@given(SCORES)
def test_every_requirement_is_counted_once(scores: Mapping[str, Score]) -> None:
    found = count_scores(EISEN, scores)
    assert found.geheel + found.deels + found.niet + found.nvt + found.open == found.totaal == 33
    assert found.open == 33 - len(scores)


def test_a_score_for_a_row_of_somebody_else_is_not_counted() -> None:
    assert count_scores(EISEN, {"PVE-03": Score.GEHEEL}).open == 33


@given(SCORES, SCORES)
def test_change_is_the_same_looked_at_from_behind(
    now: Mapping[str, Score], before: Mapping[str, Score]
) -> None:
    there, back = change_since(EISEN, now, before, 2025), change_since(EISEN, before, now, 2025)
    assert (there.beter, there.minder) == (back.minder, back.beter)


def test_what_was_not_applicable_or_not_scored_before_did_not_change() -> None:
    one, two, three = IDS[:3]
    now = {one: Score.GEHEEL, two: Score.GEHEEL, three: Score.NIET}
    found = change_since(EISEN, now, {two: Score.NVT, three: Score.DEELS}, 2025)
    assert (found.beter, found.minder) == (0, 1)


def test_last_time_is_the_last_year_before_this_one() -> None:
    assert year_before([2026, 2023, 2024, 2027], 2026) == 2024
    assert year_before([2026], 2026) is None


def test_a_board_sees_its_own_and_a_samenwerkingsverband_all() -> None:
    own, bestuur, swv = Scope.EIGEN_PARTIJ, PartijSoort.SCHOOLBESTUUR, PartijSoort.SWV
    assert sees_scores(own, 7, bestuur, of=7)
    assert not sees_scores(own, 7, bestuur, of=8)
    assert sees_scores(own, 7, swv, of=8)
    assert not sees_scores(own, None, swv, of=8)
    assert sees_scores(Scope.ALLES, None, None, of=8)
    assert not sees_scores(Scope.OPENBAAR, 7, swv, of=7)


def test_nobody_but_the_party_itself_changes_its_scores() -> None:
    assert changes_scores(Scope.EIGEN_PARTIJ, 7, of=7)
    assert not changes_scores(Scope.EIGEN_PARTIJ, 7, of=8)
    assert not changes_scores(Scope.EIGEN_PARTIJ, None, of=7)
    assert changes_scores(Scope.ALLES, None, of=8)
    assert not changes_scores(Scope.NIETS, 7, of=7)
