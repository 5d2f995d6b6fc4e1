"""What a publisher answers live becomes the same rows as its file; persons in it are never kept."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import polars as pl
import pytest

from openlea.catalogue.shelf import SourceFile, read_sources
from openlea.core.bron import Bestand, Live, Protocol, SourceChanged
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import BadFile
from openlea.services.laden.inname import Plek, take_in
from openlea.services.laden.lezen import Herkomst
from openlea.services.laden.uitslag import Uitslag
from openlea.services.ophalen.haalwijze import MEGABYTE, Haalwijze
from openlea.storage.warehouse.warehouse import Warehouse
from tests.house import ROOT
from tests.live_antwoorden import (
    DUO,
    Row,
    a_file,
    refusing_libraries,
    serve_ckan,
    serve_odata3,
    serve_odata4,
    serve_wfs,
)
from tests.live_fouten import renaming
from tests.services.haal_wereld import Haalproef, haalproef

__all__ = ["haalproef"]

SOURCES = read_sources([SHIPPED])
LIVE = {id_: entry for id_, entry in SOURCES.items() if entry.bron.live}
PEOPLE = (
    "x@voorbeeld.example",
    "Gastouder Voorbeeld",
    "Eenmanszaak",
    "Opvang aan huis",
    "Voorbeeldlaan",
)


def live_of(entry: SourceFile) -> Live:
    assert entry.bron.live
    return entry.bron.live


def serve_sample(haalproef: Haalproef, entry: SourceFile) -> None:
    """Answer with the sample of a source as its publisher would."""
    live, sample = live_of(entry), entry.sample.bestand
    host = urlsplit(live.adres).netloc
    haalproef.tighten(spiegels=haalproef.uitgever.spiegels(host))
    path = f"/{host}{urlsplit(live.adres).path}"
    match live.protocol:
        case Protocol.BESTAND:
            haalproef.uitgever.serve(path, refusing_libraries(a_file(sample.inhoud)))
        case Protocol.CKAN:
            serve_ckan(haalproef.uitgever, live.vragen["bestand"], sample.inhoud)
        case Protocol.ODATA3:
            serve_odata3(haalproef.uitgever, path, records(sample))
        case Protocol.ODATA4:
            rows = records(sample)
            codes = [row for row in rows if "Identifier" in row]
            seen = [row for row in rows if "Identifier" not in row]
            serve_odata4(haalproef.uitgever, path, seen, codes)
        case Protocol.WFS:
            serve_wfs(haalproef.uitgever, path, ["GM0363", "GM0402", "GM0406"])


def records(sample: Bestand) -> list[Row]:
    """Return the rows of a sample: of JSON, or of a csv of CBS."""
    if sample.inhoud.startswith(b"{"):
        return list(json.loads(sample.inhoud)["value"])
    return list(csv.DictReader(StringIO(sample.inhoud.decode()), delimiter=";"))


@pytest.mark.parametrize("id_", [id_ for id_ in LIVE if id_ != "geo_gemeentegrenzen"])
def test_what_comes_live_becomes_the_rows_of_the_sample(haalproef: Haalproef, id_: str) -> None:
    entry = LIVE[id_]
    serve_sample(haalproef, entry)
    got = entry.parse(haalproef.fetch(entry).bestanden).rijen
    wanted = entry.parse([entry.sample.bestand]).rijen
    # A file that doesn't say its day gets the day of fetching.
    left = [name for name in got.columns if name != "peildatum"]
    assert sorted(got.select(left).rows(), key=str) == sorted(wanted.select(left).rows(), key=str)


@pytest.mark.parametrize("id_", ["lrk_opvang", "duo_vestigingen_po", "duo_vestigingen_vo"])
def test_a_file_that_does_not_say_its_day_is_of_the_day_of_fetching(
    haalproef: Haalproef, id_: str
) -> None:
    entry = LIVE[id_]
    serve_sample(haalproef, entry)
    got = entry.parse(haalproef.fetch(entry).bestanden).rijen
    assert got["peildatum"].unique().to_list() == ["2026-11-22"]


def test_borders_come_live_for_every_gemeente(haalproef: Haalproef) -> None:
    entry = LIVE["geo_gemeentegrenzen"]
    serve_sample(haalproef, entry)
    got = entry.parse(haalproef.fetch(entry).bestanden).rijen
    assert got["gemeente"].to_list() == ["GM0363", "GM0402", "GM0406"]
    assert got["jaar"].unique().to_list() == ["2025"]


@pytest.mark.parametrize(
    ("id_", "column"),
    [
        ("duo_ckan_leerlingen_po", "AANTAL_LEERLINGEN"),
        ("duo_ckan_adviezen", "ADVIES"),
        ("cbs_vsv", "VoortijdigSchoolverlaters_2"),
        ("lrk_opvang", "rechtsvorm_houder"),
        ("cbs_bevolking_leeftijd", "BevolkingOp1Januari_1"),
    ],
)
def test_a_column_that_the_publisher_renames_is_named_with_the_file_to_mend(
    haalproef: Haalproef, id_: str, column: str
) -> None:
    entry = LIVE[id_]
    serve_sample(haalproef, entry)
    haalproef.uitgever.keep_breaking(renaming(column, f"{column}_NIEUW"))
    files = haalproef.fetch(entry).bestanden
    with pytest.raises(SourceChanged) as refused:
        entry.parse(files)
    assert f"{column}_NIEUW" in refused.value.found
    assert refused.value.mend.endswith(f"{id_}.py")


@pytest.mark.parametrize("id_", [id_ for id_ in LIVE if id_.startswith("duo_ckan")])
def test_another_table_of_the_same_publisher_is_not_counted_twice(id_: str) -> None:
    entry = LIVE[id_]
    head, *lines = entry.sample.bestand.inhoud.decode().splitlines()
    both = [f"{head},GESLACHT", *(f"{line},{sex}" for line in lines for sex in "MV")]
    other = Bestand(naam="brin6_geslacht.csv", inhoud="\n".join(both).encode())
    with pytest.raises(BadFile, match="ook uitgesplitst naar GESLACHT"):
        entry.parse([other])


def test_persons_in_the_register_of_childcare_never_reach_the_disk(
    haalproef: Haalproef, tmp_path: Path
) -> None:
    entry = LIVE["lrk_opvang"]
    serve_sample(haalproef, entry)
    found = haalproef.fetch(entry)
    assert all(person in found.bestanden[0].inhoud.decode() for person in PEOPLE)
    plek = Plek(Warehouse(tmp_path / "warehouse", tmp_path / "bundel"), entry)
    loaded = take_in(plek, found.bestanden, Herkomst(adres=found.adres))
    assert (loaded.uitslag, loaded.rijen) == (Uitslag.NIEUW, 2)
    kept = kept_text(tmp_path)
    assert "Kinderdagverblijf Voorbeeld" in kept
    assert [person for person in PEOPLE if person in kept] == []


def kept_text(folder: Path) -> str:
    """Return all that stands in the files of a folder, unpacked."""
    said = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    for file in folder.rglob("*.parquet"):
        for column in pl.read_parquet(file).iter_columns():
            said += [
                cell if isinstance(cell, bytes) else str(cell).encode() for cell in column.to_list()
            ]
    return b"\n".join(said).decode("utf-8", "replace")


def test_a_register_that_was_cleaned_before_is_read_the_same() -> None:
    entry = LIVE["lrk_opvang"]
    once = entry.strip([entry.sample.bestand])
    assert entry.strip(once) == tuple(once)
    twice = entry.parse(once)
    assert twice.rijen.equals(entry.parse([entry.sample.bestand]).rijen)
    assert twice.afgekeurd.height == entry.sample.afgekeurd


def test_a_broken_line_of_the_register_is_counted_but_not_kept() -> None:
    entry = LIVE["lrk_opvang"]
    sample = entry.sample.bestand
    broken = Bestand(naam=sample.naam, inhoud=sample.inhoud + b"7;KDV;te;weinig;Jansen\r\n")
    (clean,) = entry.strip([broken])
    assert b"Jansen" not in clean.inhoud
    assert entry.parse([clean]).afgekeurd.height == entry.sample.afgekeurd + 1


def test_every_live_source_is_asked_over_https() -> None:
    assert {urlsplit(live_of(entry).adres).scheme for entry in LIVE.values()} == {"https"}
    assert urlsplit(live_of(LIVE["duo_ckan_adviezen"]).adres).netloc == DUO


def test_the_page_for_administrators_names_every_host_and_no_other() -> None:
    said = (ROOT / "docs" / "beheer" / "ophalen.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([a-z.]+)` \|", said, re.MULTILINE))
    assert named == {urlsplit(live_of(entry).adres).netloc for entry in LIVE.values()}
    limits = Haalwijze()
    assert f"{limits.most_bytes // MEGABYTE} MB" in said
    assert (limits.tries, limits.total) == (5, 30 * 60), "tot vijf keer, hoogstens dertig minuten"
