"""A load that is killed, at whatever moment, loses nothing: what was good before is whole."""

import multiprocessing
import os
import random
import time
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from openlea.services.laden.inname import Plek, take_in
from openlea.services.laden.lezen import Herkomst
from openlea.services.laden.uitslag import Uitslag
from openlea.storage.warehouse.warehouse import Warehouse
from tests.services.laden_bron import BRON, file_of, make_catalogue, read_source
from tests.services.laden_doden import SCHOOLS, load_once

KILLS = 100 if os.environ.get("OPENLEA_LANG") == "1" else 40
SEED = 20241001


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Return a way to start processes that have everything loaded but no thread running yet."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.services.laden_doden"])
    return context


@pytest.fixture
def plek(tmp_path: Path) -> Plek:
    root = tmp_path / "warehouse"
    source = read_source(make_catalogue(tmp_path / "eigen"))
    found = Plek(Warehouse(root, root / "bundel"), source)
    assert take_in(found, [file_of(SCHOOLS)], Herkomst()).uitslag is Uitslag.NIEUW
    return found


def total(warehouse: Warehouse, versie: int | None = None) -> int:
    """Return the sum of what is counted, reading every row of a version."""
    rijen = warehouse.scan(BRON, versie).collect()
    assert rijen.height == SCHOOLS
    return int(rijen["aantal_hoog"].sum())


def killed_load(processes: ForkServerContext, plek: Plek, more: int, after: float) -> bool:
    """Start a load, kill it so many seconds after it begins; return whether it still ran."""
    begun = processes.Event()
    catalogue = plek.source.file.parent.parent
    load = processes.Process(target=load_once, args=(catalogue, plek.warehouse.root, more, begun))
    load.start()
    assert begun.wait(60)
    time.sleep(after)
    running = load.exitcode is None
    load.kill()  # a load that just ended is no longer there to kill, and that is no fault
    load.join()
    return running


def test_kills_during_a_load_lose_nothing(processes: ForkServerContext, plek: Plek) -> None:
    house, chance = plek.warehouse, random.Random(SEED)  # noqa: S311  # moments, not secrets
    expected = {0: total(house)} | {n: expected_total(n) for n in range(1, KILLS * 3)}
    kept, kills, longest = {1: expected[0]}, 0, measured(processes, plek)
    for more in range(1, KILLS * 3):
        kills += killed_load(processes, plek, more, chance.uniform(0, longest))
        now = house.version(BRON).versie
        if now not in kept:
            assert total(house) == expected[more], "a new version is the whole new load"
            kept[now] = expected[more]
        assert total(house) == kept[now], "without a new version the last one stands"
        if kills == KILLS:
            break
    assert kills == KILLS
    assert {one.versie for one in house.versions(BRON)} >= set(kept)
    assert all(total(house, versie) == amount for versie, amount in kept.items())
    assert take_in(plek, [file_of(SCHOOLS, more=KILLS * 3)], Herkomst()).goed
    assert orphans(plek.folder) == set()


def expected_total(more: int) -> int:
    """Return what a load with so many more pupils counts, without the loader."""
    lines = file_of(SCHOOLS, more=more).inhoud.decode().splitlines()[1:]
    counts = (line.rsplit(";", 1)[1] for line in lines)
    return sum(4 if count == "<5" else int(count) for count in counts)


def measured(processes: ForkServerContext, plek: Plek) -> float:
    """Return how long a load takes in a process of its own, from where it says that it begins."""
    begun = processes.Event()
    catalogue = plek.source.file.parent.parent
    elsewhere = plek.warehouse.root.parent / "elders"
    load = processes.Process(target=load_once, args=(catalogue, elsewhere, 1, begun))
    load.start()
    assert begun.wait(60)
    started = time.monotonic()
    load.join()
    assert load.exitcode == 0
    return time.monotonic() - started


def orphans(folder: Path) -> set[str]:
    """Return the files that no version names, and halves that were never finished."""
    log = "".join(file.read_text("utf-8") for file in folder.glob("_delta_log/*.json"))
    loose = {file.name for file in folder.glob("deel-*.parquet") if file.name not in log}
    return loose | {file.name for file in folder.rglob("*.tmp")}
