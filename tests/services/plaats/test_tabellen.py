"""Public tables never show fewer than five children, not by subtraction either."""

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.afscherming import SMALLEST
from openlea.services.plaats.tabellen import OVERIG, compose_tabellen, count_all, merged, percent
from openlea.services.plaats.uitleg import explain
from tests.services.plaats.test_plaatsen import child, placed

ROWS = st.dictionaries(
    st.sampled_from([f"12{n:02d}" for n in range(15)]),
    st.lists(st.integers(0, 6), min_size=3, max_size=3),
    min_size=1,
)


@given(ROWS)
def test_small_rows_stand_together_and_nobody_is_lost(rows: dict[str, list[int]]) -> None:
    found = merged(rows)
    assert [sum(c) for c in zip(*found.values(), strict=True)] == [
        sum(c) for c in zip(*rows.values(), strict=True)
    ]
    whole = sum(map(sum, rows.values()))
    assert all(sum(row) >= SMALLEST for row in found.values()) or whole < SMALLEST
    if OVERIG in found:
        together = [naam for naam in rows if naam not in found]
        assert len(together) >= 2 or len(rows) == 1, "one row alone would be that row"


def test_a_pc4_with_one_child_has_no_line_of_its_own() -> None:
    kids = [child(n, "ABC", pc4="1217" if n == 1 else "1211") for n in range(1, 12)]
    setup, uitslag, _ = placed(*kids, tweede_ronde=True)
    tables = compose_tabellen(setup, explain(setup, uitslag))
    assert "1217" not in tables["per_pc4.csv"]
    shown = [line.split(";") for line in tables["totaal.csv"].splitlines()]
    assert shown[1][-1] == "11"
    for table in tables.values():
        for line in table.splitlines()[1:]:
            assert not {"1", "2", "3", "4"} & set(line.split(";")[1:])


def test_the_counts_add_up_and_shares_are_of_all_children() -> None:
    kids = [child(n, "AB") for n in range(1, 7)]
    setup, uitslag, _ = placed(*kids)
    told = count_all(setup, explain(setup, uitslag)).as_plain()
    assert (told["eerste_keus"], told["top_3"], told["niet_geplaatst"]) == (2, 3, 3)
    assert told["aandeel_eerste_keus"] == 33.3
    assert percent(0, 0) == 0.0
