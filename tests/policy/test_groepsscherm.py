"""No small count of a municipality's own file can be found from what is shown of its school."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.policy.groepsscherm import Schoolrij, shielded_row

cells = st.lists(st.one_of(st.integers(0, 4), st.integers(0, 60)), min_size=1, max_size=4)


def shown(cells: list[int], overig: int) -> Schoolrij | None:
    return shielded_row(cells, sum(cells) + overig)


@given(cells, st.integers(0, 40))
def test_what_is_shown_holds_what_was_counted(cells: list[int], overig: int) -> None:
    for totaal in (None, sum(cells) + overig):
        row = shielded_row(cells, totaal)
        if row is None:
            continue
        true = [*cells, overig if totaal is not None else 0]
        for one, bereik in zip(true, [*row.groepen, row.overig], strict=True):
            assert bereik.laag <= one <= bereik.hoog


@given(cells, st.integers(0, 40), st.data())
@settings(max_examples=300)
def test_every_small_count_could_as_well_be_another_one(
    cells: list[int], overig: int, data: st.DataObject
) -> None:
    """Who knows all pupils of the school, and how hiding is done, still can't tell."""
    row, true = shown(cells, overig), [*cells, overig]
    small = [at for at, one in enumerate(true) if 1 <= one <= 4]
    if row is None or not small:
        return
    at, other = data.draw(st.sampled_from(small)), data.draw(st.integers(1, 4))
    assert any(_same(row, true, at, other)), (true, at, other)


def _same(row: Schoolrij, true: list[int], at: int, other: int) -> list[bool]:
    """Say of every table with another small count there whether it is shown just so."""
    ranges = [*row.groepen, row.overig]
    free = [
        place
        for place, one in enumerate(ranges)
        if one.precies is None and place != at
    ]  # fmt: skip
    found = []
    for values in product(
        *(range(int(ranges[p].laag), int(ranges[p].hoog) + 1) for p in free[:-1])
    ):
        table = list(true)
        table[at] = other
        for place, value in zip(free[:-1], values, strict=True):
            table[place] = value
        table[free[-1]] += sum(true) - sum(table)
        if table[free[-1]] < 0:
            continue
        found.append(shown(table[:-1], table[-1]) == row)
        if found[-1]:
            break
    return found


@given(cells, st.integers(0, 40), st.data())
def test_a_count_that_nobody_knows_is_never_found_from_the_total(
    cells: list[int], overig: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(cells) - 1))
    hidden: list[int | None] = [None if place == at else one for place, one in enumerate(cells)]
    assert shielded_row(hidden, None) is None
    row = shielded_row(hidden, sum(one or 0 for one in hidden) + 1 + overig)
    assert row is None or (row.groepen[at].laag, row.groepen[at].hoog) == (1, 4)
    assert row is None or row.overig.precies is None


def test_large_counts_stay_as_they_are() -> None:
    row = shielded_row([40, 12], 60)
    assert row is not None
    assert [one.precies for one in (*row.groepen, row.overig)] == [40, 12, 8]
    assert row.rest_of(0).precies == 20


def test_the_others_are_hidden_when_they_are_few() -> None:
    row = shielded_row([58], 60)
    assert row is not None
    assert (row.groepen[0].laag, row.groepen[0].hoog) == (56, 59)
    assert (row.overig.laag, row.overig.hoog) == (1, 4)


def test_a_school_of_a_handful_is_not_shown_at_all() -> None:
    assert shielded_row([3], 7) is None
    assert shielded_row([3, 4], None) is None


def test_groups_that_are_more_than_all_are_refused() -> None:
    with pytest.raises(ValueError, match="more than the total"):
        shielded_row([40, 12], 50)
