"""The matrix of the whole bundle: every cell is a count of places or a reason why there is none."""

from pathlib import Path

from openlea.core.place import PlaceKind
from openlea.services.describe_matrix import NIVEAUS, describe_matrix


def test_every_cell_holds_a_count_or_a_reason(cijfers: Path) -> None:
    cells = describe_matrix()
    assert set(NIVEAUS) == set(PlaceKind)
    assert len({(one.indicator, one.niveau) for one in cells}) == len(cells)
    assert [one for one in cells if bool(one.cijfers) == bool(one.reden)] == []


def test_at_least_35_indicators_have_a_figure_of_at_least_339_gemeenten(cijfers: Path) -> None:
    known = [
        one.indicator
        for one in describe_matrix()
        if one.niveau is PlaceKind.GEMEENTE and one.cijfers >= 339
    ]
    assert len(known) >= 35, known


def test_a_figure_that_waits_for_partners_says_which_table_is_missing(cijfers: Path) -> None:
    (cell,) = [
        one
        for one in describe_matrix()
        if one.indicator == "personeelstekort" and one.niveau is PlaceKind.BESTUUR
    ]
    assert cell.cijfers == 0
    assert "partner_personeelstekort" in cell.reden
