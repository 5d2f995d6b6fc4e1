"""What is asked of the law is answered whole, and a last day is never one that is over."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import find_roots
from openlea.core.plicht import Aard, Houder
from openlea.core.plichtenplank import read_plichten
from openlea.policy.controlestand import Zekerheid
from openlea.policy.plichtvraag import Plichtvraag, next_due, select

PLICHTEN = read_plichten(find_roots())
TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2018, 1, 1), date(2040, 12, 31))


def ids(vraag: Plichtvraag, op: date = TODAY) -> set[str]:
    return {one.id for one in select(PLICHTEN.values(), vraag, op, TODAY)}


@given(naam=st.sampled_from(sorted(PLICHTEN)), op=DAYS)
def test_the_next_last_day_lies_ahead_in_a_version_that_holds(naam: str, op: date) -> None:
    plicht = PLICHTEN[naam]
    due = next_due(plicht, op)
    if due is not None:
        assert due >= op
        assert plicht.in_force(due)
        assert next_due(plicht, due) == due
        later = next_due(plicht, due + timedelta(days=1))
        assert later is None or later > due


@given(op=DAYS)
def test_only_what_holds_on_a_day_is_answered(op: date) -> None:
    assert ids(Plichtvraag(), op) == {n for n, one in PLICHTEN.items() if one.in_force(op)}


def test_a_gemeente_is_its_college_and_raad_too_and_a_board_is_of_every_kind() -> None:
    gemeente = ids(Plichtvraag(houder=Houder.GEMEENTE))
    assert ids(Plichtvraag(houder=Houder.COLLEGE)) < gemeente
    assert ids(Plichtvraag(houder=Houder.GEMEENTERAAD)) < gemeente
    boards = ids(Plichtvraag(houder=Houder.SCHOOLBESTUUR))
    assert ids(Plichtvraag(houder=Houder.SCHOOLBESTUUR_PO)) <= boards
    assert "LEA-01" in boards


@pytest.mark.parametrize("zoek", ["lea-01", "WPO 167a", "segregatie overleg", "  Segregatie "])
def test_a_duty_is_found_by_its_id_an_old_article_or_words_in_any_order(zoek: str) -> None:
    assert "LEA-01" in ids(Plichtvraag(zoek=zoek))


def test_every_kind_and_every_certainty_divides_the_whole() -> None:
    whole = ids(Plichtvraag())
    kinds = [ids(Plichtvraag(aard=one)) for one in Aard]
    sure = [ids(Plichtvraag(zekerheid=one)) for one in Zekerheid]
    for parts in (kinds, sure):
        assert set().union(*parts) == whole
        assert sum(map(len, parts)) == len(whole)


def test_a_day_on_which_is_only_counted_is_no_last_day() -> None:
    counted = [
        p for p in PLICHTEN.values() if any(t.telling for v in p.versies for t in v.termijnen)
    ]
    assert counted
    for plicht in counted:
        if all(t.telling for v in plicht.versies for t in v.termijnen):
            assert next_due(plicht, TODAY) is None
