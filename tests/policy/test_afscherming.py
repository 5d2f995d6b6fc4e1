"""A small count is withheld, and nobody computes it back from what stands beside it."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.afscherming import SMALLEST, withheld

TABLE = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=6
    )
)


@given(TABLE)
def test_every_small_count_is_withheld_and_no_line_gives_one_back(rows: list[list[int]]) -> None:
    hidden = withheld(rows)
    for r, row in enumerate(rows):
        for c, count in enumerate(row):
            assert (r, c) in hidden or not 0 < count < SMALLEST
    lines = [[(r, c) for c in range(len(rows[0]))] for r in range(len(rows))]
    lines += [[(r, c) for r in range(len(rows))] for c in range(len(rows[0]))]
    for line in lines:
        inside = [cell for cell in line if cell in hidden]
        if inside and len(inside) < len(line):
            assert len(inside) >= 2
            assert sum(rows[r][c] for r, c in inside) >= SMALLEST


def test_a_table_without_small_counts_stays_whole() -> None:
    assert withheld([[5, 0, 12], [7, 9, 0]]) == frozenset()
