"""The bundle is made of the publishers' files: the same every time, small, never by halves."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from django.conf import settings as django_settings
from polars.testing import assert_frame_equal

from openlea.core.bron import Klasse, SourceChanged
from openlea.core.errors import BadFile, BadInput
from openlea.services import make_bundle as making
from openlea.services.laden.plank import sources
from openlea.services.make_bundle import LARGEST, make_bundle
from openlea.storage.warehouse.bundel import bundle_file, read_bundle, rejects_file
from openlea.storage.warehouse.versie import Versie

PUBLISHED = Path(__file__).parents[2] / "../shared/data"
SHIPPED = Path(django_settings.BUNDLE)
DAY = datetime(2026, 1, 31, tzinfo=UTC)


def published(*paths: str) -> list[Path]:
    """Return real files or folders; the test is skipped where they aren't."""
    if not PUBLISHED.exists():
        pytest.skip("the published files are not here")
    return [PUBLISHED / path for path in paths]


def samples(folder: Path, *bronnen: str) -> Path:
    """Return a folder with the sample files of some sources."""
    folder.mkdir(exist_ok=True)
    for bron in bronnen:
        file = sources()[bron].sample.bestand
        (folder / file.naam).write_bytes(file.inhoud)
    return folder


def told(versie: Versie) -> tuple[object, ...]:
    """Return what a manifest says of the content; not when it was made, nor with which reader."""
    return (versie.bestanden, versie.kengetallen, replace(versie.lading, moment=DAY))


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_bundle_that_ships_is_what_the_command_makes_of_the_published_files(
    tmp_path: Path,
) -> None:
    made = make_bundle(published("."), uit=tmp_path / "bundel")
    shipped = read_bundle(SHIPPED)
    assert set(made.tabellen) == set(shipped)
    for bron, versie in shipped.items():
        fresh = pl.read_parquet(bundle_file(tmp_path / "bundel", bron))
        assert_frame_equal(fresh, pl.read_parquet(bundle_file(SHIPPED, bron)))
        assert told(made.tabellen[bron]) == told(versie), bron
        assert rejects_file(tmp_path / "bundel", bron).exists() == bool(versie.lading.afgekeurd)


def test_the_bundle_that_ships_is_small_and_says_where_every_table_comes_from() -> None:
    shipped = read_bundle(SHIPPED)
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) <= 8_000_000 < LARGEST
    assert len(shipped) >= 18
    for bron, versie in shipped.items():
        lading = versie.lading
        assert versie.licentie, bron
        assert versie.bestanden, bron
        assert lading.uitgever, bron
        assert lading.adres.startswith("https://"), bron
        assert len(lading.sha256) == 64, bron
        assert lading.let_op, f"{bron} has no caveats"
        assert lading.rijen == pl.read_parquet(bundle_file(SHIPPED, bron)).height
        assert lading.versie == 0


def test_no_table_of_partners_or_persons_ships() -> None:
    shelf = sources()
    assert {shelf[bron].bron.klasse for bron in read_bundle(SHIPPED)} == {Klasse.OPEN}


def test_hidden_counts_stay_hidden_in_the_bundle() -> None:
    rows = pl.read_parquet(bundle_file(SHIPPED, "duo_leerlingen_po"))
    hidden = rows.filter(pl.col("aantal_laag") != pl.col("aantal_hoog"))
    assert hidden.height > 7_000
    assert hidden.select("aantal_laag", "aantal_hoog").unique().rows() == [(1, 4)]


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    folder = samples(tmp_path / "in", "duo_leerlingen_po", "geo_postcodes", "regio_swv_postcodes")
    for out in ("een", "twee"):
        make_bundle([folder], uit=tmp_path / out, moment=DAY)
    assert "bundel.json" in contents(tmp_path / "een")
    assert contents(tmp_path / "een") == contents(tmp_path / "twee")


def test_files_that_did_not_change_keep_the_moment_that_they_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = samples(tmp_path / "in", "duo_leerlingen_po"), tmp_path / "uit"
    make_bundle([folder], uit=out, moment=DAY)
    monkeypatch.setattr(django_settings, "BUNDLE", out)
    again = make_bundle([samples(folder, "geo_postcodes")], uit=tmp_path / "later")
    assert again.tabellen["duo_leerlingen_po"].lading.moment == DAY
    assert again.tabellen["geo_postcodes"].lading.moment > DAY


def test_a_table_that_is_no_longer_there_leaves_the_bundle(tmp_path: Path) -> None:
    out = tmp_path / "uit"
    make_bundle([samples(tmp_path / "in", "duo_leerlingen_po", "geo_postcodes")], uit=out)
    make_bundle([samples(tmp_path / "minder", "geo_postcodes")], uit=out)
    assert sorted(read_bundle(out)) == ["geo_postcodes"]
    assert not bundle_file(out, "duo_leerlingen_po").exists()


def test_a_bundle_that_becomes_too_large_is_refused_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = samples(tmp_path / "in", "duo_leerlingen_po"), tmp_path / "uit"
    make_bundle([folder], uit=out)
    before = contents(out)
    monkeypatch.setattr(making, "LARGEST", 100)
    with pytest.raises(BadInput, match="Laat iets weg"):
        make_bundle([samples(folder, "geo_postcodes")], uit=out)
    assert contents(out) == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_file_whose_columns_moved_stops_the_making_and_the_old_one_stays(tmp_path: Path) -> None:
    folder, out = samples(tmp_path / "in", "duo_leerlingen_po"), tmp_path / "uit"
    make_bundle([folder], uit=out)
    before = contents(out)
    moved = next(folder.iterdir())
    moved.write_bytes(moved.read_bytes().replace(b"SOORT_PO", b"SCHOOLSOORT"))
    with pytest.raises(SourceChanged, match="SOORT_PO"):
        make_bundle([folder], uit=out)
    assert contents(out) == before


def test_a_folder_without_any_public_table_makes_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "lees.csv").write_text("a;b\n1;2\n")
    with pytest.raises(BadFile, match="geen enkele openbare bron"):
        make_bundle([tmp_path / "lees.csv"], uit=tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_the_contents_name_no_place_on_anybodys_machine() -> None:
    text = (SHIPPED / "bundel.json").read_text("utf-8")
    assert "/work" not in text
    assert "/home" not in text
    assert set(json.loads(text)) == {"tabellen"}
