"""A shelf is read whole or refused with a message that names the file and what to do."""

import os
from datetime import date
from pathlib import Path

import pytest

from openlea.core.catalogue import SHIPPED, Entry, find_roots, read_shelf
from openlea.core.errors import CatalogueError
from openlea.core.geldvoorwaarden import Oordeel


def shelf_file(root: Path, text: str, name: str = "plank.toml") -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def entry(**values: object) -> Entry:
    return Entry("een", Path("plank.toml"), values)


def test_each_table_of_a_file_is_an_entry(tmp_path: Path) -> None:
    file = shelf_file(tmp_path, '[een]\nnaam = "é"\n[twee]\n')
    assert read_shelf([tmp_path], "plank.toml") == {
        "een": Entry("een", file, {"naam": "é"}),
        "twee": Entry("twee", file, {}),
    }


def test_a_file_with_an_id_at_the_top_is_one_entry(tmp_path: Path) -> None:
    file = shelf_file(tmp_path, 'id = "lea"\n[wet]\nartikel = "161"\n', "taken/een.toml")
    values = {"id": "lea", "wet": {"artikel": "161"}}
    assert read_shelf([tmp_path], "**/*.toml") == {"lea": Entry("lea", file, values)}


def test_an_own_folder_replaces_what_has_the_same_id_and_adds_the_rest(tmp_path: Path) -> None:
    shelf_file(tmp_path / "ons", '[een]\na = "ons"\nb = "ons"\n[twee]\n')
    shelf_file(tmp_path / "eigen", '[een]\na = "eigen"\n[drie]\n')
    shelf = read_shelf([tmp_path / "ons", tmp_path / "eigen"], "plank.toml")
    assert {name: dict(found.values) for name, found in shelf.items()} == {
        "een": {"a": "eigen"},
        "twee": {},
        "drie": {},
    }


def test_the_same_id_twice_in_one_catalogue_is_refused(tmp_path: Path) -> None:
    eerste = shelf_file(tmp_path, "[een]\n", "a.toml")
    tweede = shelf_file(tmp_path, "[een]\n", "b.toml")
    with pytest.raises(CatalogueError) as fault:
        read_shelf([tmp_path], "*.toml")
    assert str(fault.value) == f"{tweede}: [een] is also in {eerste}; give one another id"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[een\n", "not valid TOML"),
        (b'[een]\na = "\xff"\n', "not UTF-8; save it as UTF-8"),
        (b'naam = "los"\n', "'naam' stands alone; put it under a table such as [name]"),
        (b'id = ""\n', "[plank] needs a text under 'id'"),
        (b"id = 4\n", "needs a text under 'id'"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "plank.toml"
    file.write_bytes(content)
    with pytest.raises(CatalogueError) as fault:
        read_shelf([tmp_path], "plank.toml")
    assert str(fault.value).startswith(f"{file}: ")
    assert message in str(fault.value)


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "plank.toml").mkdir()
    with pytest.raises(CatalogueError, match=r"can't be read, .+; check it"):
        read_shelf([tmp_path], "plank.toml")


def test_the_shipped_catalogue_comes_first_and_own_folders_after_it(tmp_path: Path) -> None:
    een, twee = tmp_path / "een", tmp_path / "twee"
    een.mkdir()
    twee.mkdir()
    assert find_roots() == (SHIPPED,)
    assert SHIPPED.is_dir()
    assert find_roots(os.pathsep.join([str(een), " ", str(twee)])) == (SHIPPED, een, twee)


def test_an_own_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    weg = tmp_path / "weg"
    with pytest.raises(CatalogueError) as fault:
        find_roots(str(weg))
    assert str(fault.value) == f"{weg}: not a folder; correct OPENLEA_CATALOGUE"


def test_a_text_is_read_and_may_have_a_default() -> None:
    assert entry(titel="OAB").text("titel") == "OAB"
    assert entry().text("titel", "geen") == "geen"
    assert entry(titel="").text("titel", "geen") == ""


@pytest.mark.parametrize("values", [{}, {"titel": "  "}, {"titel": 3}])
def test_a_text_that_must_be_there_is_asked_for(values: dict[str, object]) -> None:
    with pytest.raises(CatalogueError) as fault:
        entry(**values).text("titel")
    assert str(fault.value) == ("plank.toml: [een] needs a text under 'titel'; write titel = \"…\"")


def test_a_default_does_not_excuse_another_type() -> None:
    with pytest.raises(CatalogueError, match="needs a text under 'titel'"):
        entry(titel=3).text("titel", "geen")


def test_a_day_is_a_date_and_nothing_else(tmp_path: Path) -> None:
    shelf_file(tmp_path, '[een]\ngoed = 2026-11-22\ntijd = 2026-11-22T10:00:00\ntekst = "nu"\n')
    found = read_shelf([tmp_path], "plank.toml")["een"]
    assert found.day("goed") == date(2026, 11, 22)
    for key in ("tijd", "tekst", "weg"):
        with pytest.raises(CatalogueError) as fault:
            found.day(key)
        assert str(fault.value).endswith(
            f"[een] needs a date under '{key}'; write {key} = 2026-11-22, no quotes"
        )


def test_a_choice_outside_the_list_is_refused_with_the_list() -> None:
    assert entry(oordeel="toets").choice("oordeel", Oordeel) is Oordeel.TOETS
    with pytest.raises(CatalogueError) as fault:
        entry(oordeel="nee").choice("oordeel", Oordeel)
    assert str(fault.value) == (
        "plank.toml: [een] 'oordeel' is 'nee'; write one of: mag, mag_niet, toets"
    )


def test_tables_are_numbered_so_that_a_fault_can_be_found() -> None:
    file = Path("plank.toml")
    assert entry(mag=[{"a": 1}, {}]).tables("mag") == (
        Entry("een.mag.1", file, {"a": 1}),
        Entry("een.mag.2", file, {}),
    )
    assert entry().tables("mag") == ()


@pytest.mark.parametrize("value", [3, ["a"], [{}, "a"], {"a": 1}])
def test_what_should_be_tables_and_is_not_is_refused(value: object) -> None:
    with pytest.raises(CatalogueError) as fault:
        entry(mag=value).tables("mag")
    assert str(fault.value) == ("plank.toml: [een] needs tables under 'mag'; write [[een.mag]]")


def test_an_unknown_key_is_a_slip_of_the_pen_and_is_refused() -> None:
    entry(titel="x").refuse_unknown({"titel", "bron"})
    with pytest.raises(CatalogueError) as fault:
        entry(titel="x", tittel="x").refuse_unknown({"titel", "bron"})
    assert str(fault.value) == (
        "plank.toml: [een] 'tittel' is not a known key; use one of: bron, titel"
    )
