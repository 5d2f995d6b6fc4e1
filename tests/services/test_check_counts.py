"""Two files of DUO count the same pupils; the check says where they differ, and reveals nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.policy.rechten import LidRol
from openlea.policy.telvergelijking import compare_counts
from openlea.services.check_counts import LEEFTIJD, POSTCODE, Groep, _counted, check_counts
from openlea.storage.warehouse.warehouse import open_warehouse
from tests.world import World

bereiken = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(
    lambda ends: Bereik(min(ends), max(ends))
)
tellingen = st.dictionaries(st.integers(0, 12), bereiken)


@pytest.fixture(scope="module")
def eigen() -> dict[str, dict[Groep, Bereik]]:
    """Return what each file alone says."""
    house = open_warehouse()
    return {bron: _counted(house.scan(bron), "2024-10-01") for bron in (LEEFTIJD, POSTCODE)}


def test_of_7002_schools_and_kinds_in_both_files_6989_can_both_be_right() -> None:
    found = check_counts().as_plain()
    assert (found["vergeleken"], found["overlap"]) == (7002, 6989)
    assert (found["alleen_in_leeftijdbestand"], found["alleen_in_postcodebestand"]) == (121, 1)
    assert len(found["tegenspraken"]) == 13
    first = found["tegenspraken"][0]
    assert (first["vestiging"], first["soort"]) == ("03XC00", "bo")
    assert first["leeftijdbestand"] == {"laag": 2, "hoog": 8}
    assert first["postcodebestand"] == {"laag": 68, "hoog": 95}


def test_no_range_is_narrower_than_the_file_itself_gives(
    eigen: dict[str, dict[Groep, Bereik]],
) -> None:
    for one in check_counts().as_plain()["tegenspraken"]:
        groep = (one["vestiging"], one["soort"])
        for bron, name in ((LEEFTIJD, "leeftijdbestand"), (POSTCODE, "postcodebestand")):
            own = eigen[bron][groep]
            assert one[name] == {"laag": own.laag, "hoog": own.hoog}


def test_schools_that_overlap_are_counted_and_never_named(hilversum: World) -> None:
    """Side by side their two ranges would say more of a hidden count than either may."""
    text = hilversum.client(LidRol.LEZER).get(hilversum.url("cijfers/bronnen/controle/leerlingen/"))
    named = set(re.findall(r">(\d\d[A-Z]{2}\d\d)<", text.content.decode()))
    assert named == {one["vestiging"] for one in check_counts().as_plain()["tegenspraken"]}
    assert all(number in text.content.decode() for number in ("7.002", "6.989", ">13<", ">121<"))


@given(tellingen, tellingen)
def test_everything_counted_stands_in_exactly_one_of_four_groups(
    een: dict[int, Bereik], ander: dict[int, Bereik]
) -> None:
    found = compare_counts(een, ander)
    assert found.vergeleken == len(een.keys() & ander.keys())
    assert set(found.alleen_een) == een.keys() - ander.keys()
    assert set(found.alleen_ander) == ander.keys() - een.keys()


@given(tellingen, tellingen)
def test_a_contradiction_is_one_that_no_number_can_solve_whoever_goes_first(
    een: dict[int, Bereik], ander: dict[int, Bereik]
) -> None:
    found = {one.wat for one in compare_counts(een, ander).tegenspraken}
    assert found == {one.wat for one in compare_counts(ander, een).tegenspraken}
    for wat in een.keys() & ander.keys():
        numbers = range(int(een[wat].laag), int(een[wat].hoog) + 1)
        fits = any(ander[wat].laag <= number <= ander[wat].hoog for number in numbers)
        assert (wat in found) is not fits
