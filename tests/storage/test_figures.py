"""What was computed is read back as it was, of each place apart, and never half."""

import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.membership import Places
from openlea.catalogue.rollup import COLUMNS
from openlea.core.cijfer import Bronversie, Cijfer
from openlea.core.onthulling import Bereik, Status
from openlea.core.place import PlaceKey, PlaceKind
from openlea.storage.figures import tables
from openlea.storage.figures.laag import commit_layer
from openlea.storage.figures.rekenwijze import Rekenwijze, as_text, from_text
from openlea.storage.figures.store import FigureStore

HILVERSUM = PlaceKey.parse("gemeente:GM0402")
GOOISE_MEREN = PlaceKey.parse("gemeente:GM1942")
SCHOOL = PlaceKey.parse("school:00AB00")
MADE = Rekenwijze(
    indicator="leerlingen_bo",
    versies=(Bronversie(bron="duo_leerlingen_po", versie=3),),
    vingerafdruk="aa",
    moment=datetime(2026, 1, 1, tzinfo=UTC),
)
PLACES = Places(
    plaatsen=pl.DataFrame(
        {
            "soort": ["gemeente", "gemeente", "school"],
            "code": ["GM0402", "GM1942", "00AB00"],
            "naam": ["Hilversum", "Gooise Meren", None],
            "gemeente": ["GM0402", "GM1942", "GM0402"],
            "lat": [None, None, 52.2],
            "lon": [None, None, 5.2],
        }
    ),
    lidmaatschap=pl.DataFrame(
        {
            "soort": ["school", "school"],
            "code": ["00AB00", "00AB00"],
            "boven_soort": ["gemeente", "school"],
            "boven_code": ["GM0402", "00AB00"],
        }
    ),
)


def number(
    key: PlaceKey, periode: str, low: float, high: float, indicator: str = "leerlingen_bo"
) -> Cijfer:
    """Return a figure as it's computed."""
    return Cijfer(
        indicator=indicator,
        plaats=key,
        periode=periode,
        status=Status.BEKEND if low == high else Status.VERBORGEN,
        bereik=Bereik(low, high),
        rijen=2,
        bronversies=MADE.versies,
    )


def rows(figures: Iterable[Cijfer]) -> pl.DataFrame:
    """Return figures as roll_up gives them."""
    found = [_row(each) for each in figures]
    floats = dict.fromkeys(COLUMNS[5:11], pl.Float64)
    texts = dict.fromkeys(COLUMNS[:5], pl.String)
    return pl.DataFrame(found, schema={**texts, **floats, "rijen": pl.Int64}, orient="row")


def _row(each: Cijfer) -> tuple[object, ...]:
    assert each.bereik is not None
    key, ends = each.plaats, (each.bereik.laag, each.bereik.hoog)
    head = (each.indicator, str(key.kind), key.code, each.periode, str(each.status))
    return (*head, *ends, None, None, None, None, each.rijen)


def kept(root: Path, figures: Sequence[Cijfer], laag: str = "landelijk") -> FigureStore:
    """Return a store with these figures in a layer."""
    made = [replaced(MADE, each) for each in sorted({each.indicator for each in figures})]
    commit_layer(root / laag, rows(figures), made, PLACES)
    return FigureStore(root, laag)


def replaced(made: Rekenwijze, indicator: str, print_: str = "aa") -> Rekenwijze:
    """Return how another indicator was made."""
    return Rekenwijze(
        indicator=indicator, versies=made.versies, vingerafdruk=print_, moment=made.moment
    )


SOME = st.lists(
    st.tuples(
        st.sampled_from([HILVERSUM, GOOISE_MEREN, SCHOOL]),
        st.sampled_from(["2022-10-01", "2023-10-01", "2024-10-01"]),
        st.sampled_from(["leerlingen_bo", "leerlingen_so"]),
        st.integers(0, 500),
        st.integers(0, 9),
    ),
    min_size=1,
    unique_by=lambda row: row[:3],
)


@given(SOME)
def test_what_was_written_of_a_place_is_what_is_read_of_it(
    tmp_path_factory: pytest.TempPathFactory,
    some: list[tuple[PlaceKey, str, str, int, int]],
) -> None:
    figures = [number(key, day, low, low + more, name) for key, day, name, low, more in some]
    store = kept(tmp_path_factory.mktemp("cijfers"), figures)
    for key in (HILVERSUM, GOOISE_MEREN, SCHOOL):
        here = sorted(
            (each for each in figures if each.plaats == key),
            key=lambda each: (each.indicator, each.periode),
        )
        assert store.of_place(key) == tuple(here)
        for name in ("leerlingen_bo", "leerlingen_so"):
            assert store.history(name, key) == tuple(e for e in here if e.indicator == name)
    of_kind = store.of_indicator("leerlingen_bo", PlaceKind.GEMEENTE, "2024-10-01")
    assert set(of_kind) == {
        each
        for each in figures
        if each.indicator == "leerlingen_bo"
        and each.plaats.kind is PlaceKind.GEMEENTE
        and each.periode == "2024-10-01"
    }


def test_a_layer_that_was_never_computed_has_no_figures_and_no_places(tmp_path: Path) -> None:
    store = FigureStore(tmp_path)
    assert store.of_place(HILVERSUM) == ()
    assert store.place(HILVERSUM) is None
    assert store.versions() == {}
    assert store.periods("leerlingen_bo", PlaceKind.SCHOOL) == ()


def test_a_place_knows_what_lies_in_it_and_a_nameless_one_is_called_by_its_code(
    tmp_path: Path,
) -> None:
    store = kept(tmp_path, [number(SCHOOL, "2024-10-01", 3, 3)])
    assert store.children(HILVERSUM, PlaceKind.SCHOOL) == (SCHOOL,)
    assert store.parents(SCHOOL) == (HILVERSUM,)
    (school,) = store.places(PlaceKind.SCHOOL, inside=HILVERSUM)
    assert (school.naam, school.lat, school.gemeente) == ("00AB00", 52.2, "GM0402")
    assert [plaats.naam for plaats in store.places(PlaceKind.GEMEENTE)] == [
        "Gooise Meren",
        "Hilversum",
    ]
    assert store.places(PlaceKind.SCHOOL, inside=GOOISE_MEREN) == ()


def test_the_own_figure_of_a_werkruimte_goes_before_the_national_one_and_only_there(
    tmp_path: Path,
) -> None:
    national = [number(key, "2024-10-01", 10, 10) for key in (HILVERSUM, GOOISE_MEREN)]
    kept(tmp_path, national)
    own = kept(tmp_path, [number(HILVERSUM, "2024-10-01", 12, 12)], "hilversum")
    assert own.of_place(HILVERSUM)[0].waarde == 12
    assert own.of_place(GOOISE_MEREN)[0].waarde == 10
    assert FigureStore(tmp_path).of_place(HILVERSUM)[0].waarde == 10
    assert FigureStore(tmp_path, "andere").of_place(HILVERSUM)[0].waarde == 10


def test_only_what_was_made_in_another_way_is_replaced(tmp_path: Path) -> None:
    day = "2024-10-01"
    first = [number(SCHOOL, day, 3, 3), number(SCHOOL, day, 1, 4, "leerlingen_so")]
    store = kept(tmp_path, first)
    known = store.versions()["leerlingen_bo"]
    new = replaced(MADE, "leerlingen_so", "bb")
    assert store.stale([known, new]) == ("leerlingen_so",)
    commit_layer(
        tmp_path / "landelijk", rows([number(SCHOOL, day, 2, 2, "leerlingen_so")]), [known, new],
        PLACES,
    )  # fmt: skip
    assert [each.waarde for each in store.of_place(SCHOOL)] == [3, 2]
    commit_layer(tmp_path / "landelijk", rows([]), [new], PLACES)
    assert [each.indicator for each in store.of_place(SCHOOL)] == ["leerlingen_so"]


def test_a_computation_that_is_cut_off_leaves_the_figures_that_were_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = kept(tmp_path, [number(SCHOOL, "2024-10-01", 3, 3)])
    real = tables.replace

    def cut(table: Path, *rest: Any, **named: Any) -> int:
        if table.name == "cijfers":
            raise KeyboardInterrupt
        return real(table, *rest, **named)

    monkeypatch.setattr(tables, "replace", cut)
    empty = Places(plaatsen=PLACES.plaatsen.clear(), lidmaatschap=PLACES.lidmaatschap.clear())
    with pytest.raises(KeyboardInterrupt):
        commit_layer(tmp_path / "landelijk", rows([]), [], empty)
    assert store.of_place(SCHOOL) == (number(SCHOOL, "2024-10-01", 3, 3),)
    assert store.children(HILVERSUM, PlaceKind.SCHOOL) == (SCHOOL,)


def test_old_files_go_a_day_later_and_the_newest_figures_stay(tmp_path: Path) -> None:
    folder = tmp_path / "landelijk" / "cijfers"
    for low in (1, 2):
        fresh = [replaced(MADE, "leerlingen_bo", str(low))]
        figures = rows([number(SCHOOL, "2024-10-01", low, low)])
        commit_layer(tmp_path / "landelijk", figures, fresh, PLACES)
    tables.forget_old(folder)
    assert len(list(folder.glob("*.parquet"))) == 2
    tables.forget_old(folder, now=time.time() + 25 * 60 * 60)
    assert len(list(folder.glob("*.parquet"))) == 1
    (now,) = FigureStore(tmp_path).of_place(SCHOOL)
    assert now.waarde == 2


def test_how_a_figure_was_made_survives_being_written_down() -> None:
    assert from_text(as_text([MADE])) == {"leerlingen_bo": MADE}
