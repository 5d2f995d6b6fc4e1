"""A file of schools and groups gives its indices; what is wrong in it is named with its place."""

from pathlib import Path

import openpyxl
import pytest

from openlea.core.errors import BadInput
from openlea.core.onthulling import Bereik
from openlea.services.measure_segregatie import Maat, Meting, measure_segregatie
from openlea.services.segregatiemeting.lezen import Kolommen, count_of

KOLOMMEN = Kolommen(unit="school", groep="groep", aantal="aantal", plaats="gemeente")
HEAD = "gemeente;school;groep;aantal\n"
G1 = "A;s1;doel;40\nA;s1;rest;10\nA;s2;doel;10\nA;s2;rest;40\n"


def measured(folder: Path, text: str, *, groep: str = "") -> Meting:
    """Return what a csv with these rows gives."""
    file = folder / "scholen.csv"
    file.write_text(HEAD + text, encoding="utf-8")
    return measure_segregatie(file, KOLOMMEN, groep=groep)


def of(meting: Meting, index: str, plaats: str = "A") -> Maat:
    """Return one index of one place."""
    return next(one for one in meting.maten if (one.index, one.plaats) == (index, plaats))


def test_the_golden_comes_out_of_a_file_with_its_chance(tmp_path: Path) -> None:
    meting = measured(tmp_path, G1)
    uneven = of(meting, "dissimilariteit")
    assert uneven.waarde == pytest.approx(0.6)
    assert uneven.laag is not None
    assert uneven.hoog is not None
    assert uneven.verwacht is not None
    assert 0 < uneven.verwacht < uneven.laag < 0.6 < uneven.hoog < 1
    assert not uneven.is_toeval
    assert list(uneven.as_plain()) == [
        "plaats", "periode", "index", "waarde", "laag", "hoog", "verwacht", "gecorrigeerd",
    ]  # fmt: skip


def test_a_workbook_gives_the_same_as_a_csv(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (HEAD + G1).splitlines():
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row.split(";")])
    book.save(tmp_path / "scholen.xlsx")
    found = measure_segregatie(tmp_path / "scholen.xlsx", KOLOMMEN)
    assert found == measured(tmp_path, G1)


def test_rows_of_the_same_school_and_group_are_added_up(tmp_path: Path) -> None:
    split = G1.replace("A;s1;doel;40\n", "A;s1;doel;15\nA;s1;doel;25\n")
    assert measured(tmp_path, split) == measured(tmp_path, G1)


def test_a_school_of_one_name_in_two_places_is_two_schools(tmp_path: Path) -> None:
    meting = measured(tmp_path, G1 + G1.replace("A;", "B;"))
    assert of(meting, "gini", "A").waarde == of(meting, "gini", "B").waarde


def test_the_smallest_group_stands_beside_the_rest_unless_one_is_named(tmp_path: Path) -> None:
    text = G1 + "A;s1;derde;3\n"
    assert measured(tmp_path, text).groepen == ("derde", "doel", "rest")
    assert measured(tmp_path, text, groep="rest").groepen == ("rest", "derde", "doel")
    with pytest.raises(BadInput, match="groep 'x' komt niet voor; er is: derde, doel, rest"):
        measured(tmp_path, text, groep="x")


def test_a_hidden_cell_gives_a_range_that_holds_what_it_may_hide(tmp_path: Path) -> None:
    hidden = measured(tmp_path, G1.replace("A;s2;doel;10", "A;s2;doel;<5"))
    for many in (1, 2, 3, 4):
        exact = measured(tmp_path, G1.replace("A;s2;doel;10", f"A;s2;doel;{many}"))
        for one in exact.maten:
            found = of(hidden, one.index)
            assert found.waarde is None
            assert found.laag is not None
            assert found.hoog is not None
            assert one.waarde is not None
            assert found.laag <= one.waarde <= found.hoog


def test_of_three_groups_with_a_hidden_cell_no_range_of_information_is_told(tmp_path: Path) -> None:
    meting = measured(tmp_path, G1 + "A;s1;derde;<5\n")
    assert of(meting, "theil_h").laag is None
    assert of(meting, "dissimilariteit").laag is not None


def test_parts_of_a_child_have_a_value_and_no_chance(tmp_path: Path) -> None:
    meting = measured(tmp_path, G1.replace(";40", ";40,5"))
    assert of(meting, "gini").waarde is not None
    assert of(meting, "gini").laag is None


def test_one_school_has_no_segregation(tmp_path: Path) -> None:
    assert of(measured(tmp_path, "A;s1;doel;4\nA;s1;rest;3\n"), "gini").waarde is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A;s1;doel;veel\n", "regel 2 kolom 'aantal': 'veel' is geen aantal"),
        ("A;s1;doel;-3\n", "regel 2 kolom 'aantal': '-3' is geen aantal"),
        (G1 + "A;;doel;3\n", "regel 6 kolom 'school': is leeg."),
        (G1 + "A;s3;doel\n", "regel 6 kolom 'aantal': is leeg."),
        ("", "onder de koppen staan geen rijen"),
        ("A;s1;doel;3\nA;s2;doel;4\n", "er is maar één groep"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        measured(tmp_path, text)


def test_every_fault_is_named_and_a_missing_column_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        measured(tmp_path, "A;s1;doel;x\n" * 25)
    assert len(refused.value.fouten) == 21
    assert refused.value.fouten[-1].reden == "en nog 5 fouten."
    file = tmp_path / "scholen.csv"
    with pytest.raises(BadInput, match="kolom 'leerlingen' ontbreekt; er is: gemeente, school"):
        measure_segregatie(file, Kolommen(unit="school", groep="groep", aantal="leerlingen"))


def test_hardly_any_draw_and_a_seed_below_nought_are_refused(tmp_path: Path) -> None:
    for options, told in (({"trekkingen": 3}, "minstens 8"), ({"zaad": -1}, "0 of meer")):
        with pytest.raises(BadInput, match=told):
            measure_segregatie(tmp_path / "geen.csv", KOLOMMEN, **options)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("12", Bereik(12, 12)),
        ("12,5", Bereik(12.5, 12.5)),
        ("1.234", Bereik(1234, 1234)),
        ("1.234,5", Bereik(1234.5, 1234.5)),
        ("12.0", Bereik(12, 12)),
        ("<5", Bereik(1, 4)),
        ("< 10", Bereik(1, 9)),
        ("-1", Bereik(1, 4)),
        ("<1", None),
        ("1,2,3", None),
        ("1e5", None),
        ("nan", None),
        ("٣", None),
        ("", None),
    ],
)
def test_a_cell_means_what_a_dutch_file_means_by_it(text: str, means: Bereik | None) -> None:
    assert count_of(text) == means
