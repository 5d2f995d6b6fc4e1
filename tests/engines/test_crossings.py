"""Lines cross as little as reordering a row can make them, and never more than they did."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.crossings import count_crossings, order_layers

UPPER, MIDDLE, LOWER = list("abcd"), list("mnop"), list("wxyz")
LINKS = st.lists(
    st.tuples(st.sampled_from(UPPER), st.sampled_from(MIDDLE))
    | st.tuples(st.sampled_from(MIDDLE), st.sampled_from(LOWER)),
    unique=True,
)


def crossings(layers: list[list[str]], links: list[tuple[str, str]]) -> int:
    """Count crossings pair by pair: slow, and plain to see."""
    place = {node: spot for layer in layers for spot, node in enumerate(layer)}
    row = {node: index for index, layer in enumerate(layers) for node in layer}
    return sum(
        row[a] == row[c] and (place[a] - place[c]) * (place[b] - place[d]) < 0
        for (a, b), (c, d) in combinations(links, 2)
    )


def below(links: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the ends of the links by their start."""
    return {start: [end for first, end in links if first == start] for start, _ in links}


@given(LINKS)
def test_counting_by_inversions_equals_counting_pair_by_pair(links: list[tuple[str, str]]) -> None:
    layers = [UPPER, MIDDLE, LOWER]
    assert count_crossings(layers, below(links)) == crossings(layers, links)


@given(LINKS)
def test_reordering_keeps_every_node_in_its_row_and_never_adds_a_crossing(
    links: list[tuple[str, str]],
) -> None:
    before = [UPPER, MIDDLE, LOWER]
    after = order_layers(before, links)
    assert [sorted(layer) for layer in after] == before
    assert crossings(after, links) <= crossings(before, links)


@pytest.mark.parametrize(
    "links",
    [
        [("a", "p"), ("b", "o"), ("c", "n"), ("d", "m")],
        [("a", "p"), ("b", "m"), ("m", "z"), ("p", "w")],
        [("m", "z"), ("n", "y"), ("a", "n"), ("b", "m")],
    ],
)
def test_lines_that_need_not_cross_do_not(links: list[tuple[str, str]]) -> None:
    assert crossings([UPPER, MIDDLE, LOWER], links) > 0
    assert crossings(order_layers([UPPER, MIDDLE, LOWER], links), links) == 0


def test_two_rows_that_do_not_cross_stay_as_they_are() -> None:
    links = [("a", "m"), ("b", "n")]
    assert order_layers([UPPER, MIDDLE], links) == [UPPER, MIDDLE]
