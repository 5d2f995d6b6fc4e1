"""What a school adds to the uneven spread: whatever the hidden counts are, it lies in its range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.onthulling import Bereik
from openlea.policy.segregatietekst import Oordeel
from openlea.services.segregatie.delen import between_of, parts_of
from openlea.services.segregatie.meting import measure_all
from openlea.services.segregatie.verandering import change_of
from openlea.storage.warehouse.groepacht import Schooltelling


def school(at: int, groep: Bereik, rest: Bereik) -> Schooltelling:
    return Schooltelling(
        code=f"00AA{at:02}",
        naam=f"School {at}",
        gemeente="GM0001",
        bestuur=f"Bestuur {at % 2}",
        denominatie="Openbaar",
        groep=groep,
        rest=rest,
    )


counts = st.one_of(st.integers(5, 60).map(lambda many: Bereik(many, many)), st.just(Bereik(1, 4)))
tables = st.lists(st.tuples(counts, counts), min_size=3, max_size=8)


@given(tables, st.data())
def test_the_part_of_a_school_holds_what_any_true_counts_give(
    table: list[tuple[Bereik, Bereik]], data: st.DataObject
) -> None:
    scholen = [school(at, groep, rest) for at, (groep, rest) in enumerate(table)]
    true = {
        one.code: tuple(
            data.draw(st.integers(int(each.laag), int(each.hoog))) for each in (one.groep, one.rest)
        )
        for one in scholen
    }
    of_group, of_rest = (sum(one[side] for one in true.values()) for side in (0, 1))
    gaps = {code: abs(a / of_group - b / of_rest) for code, (a, b) in true.items()}
    whole = sum(gaps.values())
    for found in parts_of(scholen):
        part = 100 * gaps[found.school.code] / whole if whole > 1e-12 else found.deel.laag
        assert found.deel.laag - 1e-3 <= part <= found.deel.hoog + 1e-3


def test_exact_counts_give_exact_parts_that_are_the_whole() -> None:
    table = [(40, 10), (10, 40), (25, 25)]
    scholen = [school(at, Bereik(a, a), Bereik(b, b)) for at, (a, b) in enumerate(table)]
    parts = {one.school.naam: one.deel for one in parts_of(scholen)}
    assert all(one.laag == one.hoog for one in parts.values())
    assert parts["School 0"].laag == parts["School 1"].laag == 50
    assert parts["School 2"].laag == 0


def test_what_lies_between_clusters_is_all_when_each_is_of_one_kind_and_none_when_alike() -> None:
    apart = [school(at, Bereik(*(2 * [40 - 30 * (at % 2)])), Bereik(20, 20)) for at in range(4)]
    besturen = between_of("Besturen", apart, [one.bestuur for one in apart])
    assert (besturen.soorten, besturen.tussen) == (2, pytest.approx(100))
    alike = between_of("Denominatie", apart, [one.denominatie for one in apart])
    assert (alike.soorten, alike.tussen, alike.binnen) == (1, 0, 100)


def judged(table: list[tuple[Bereik, Bereik]]) -> Oordeel:
    scholen = [school(at, groep, rest) for at, (groep, rest) in enumerate(table)]
    return measure_all(scholen)["GM0001"].dissimilariteit.oordeel


def test_hidden_counts_that_decide_are_told_as_too_little_known() -> None:
    apart = [(Bereik(90, 90), Bereik(10, 10)), (Bereik(10, 10), Bereik(90, 90))] * 3
    alike = [(Bereik(30, 30), Bereik(70, 70))] * 6
    hidden = [(Bereik(1, 4), Bereik(20, 20)), (Bereik(5, 5), Bereik(20, 20))] * 3
    assert [judged(one) for one in (apart, alike)] == [Oordeel.MEER, Oordeel.TOEVAL]
    assert judged(hidden) is not Oordeel.MEER


def test_a_school_that_went_is_a_part_of_the_change_of_its_own() -> None:
    before = [school(at, Bereik(10 * at, 10 * at), Bereik(40, 40)) for at in range(1, 5)]
    found = change_of(("2023", "2024"), before, before[:3])
    assert found is not None
    assert (found.nieuw, found.weg) == (0, 1)
    parts = {one.naam: one.waarde for one in found.delen}
    assert parts["Scholen die verdwenen"] == pytest.approx(found.laatst - found.eerst)
    assert found.grootste.naam == "Scholen die verdwenen"
    assert change_of(("2023", "2024"), before, before[:2]) is None
