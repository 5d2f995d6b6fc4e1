"""Figures are computed again only where something changed, and nothing good is ever lost."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings

from openlea.core.errors import Damaged, NotFound
from openlea.core.onthulling import Bereik, Status
from openlea.core.place import PlaceKey, PlaceKind
from openlea.services.compute_figures import compute_figures
from openlea.storage.figures.store import FigureStore, open_figures
from tests.services.rekenwereld import Rekenwereld, rekenwereld

__all__ = ["rekenwereld"]
HILVERSUM = PlaceKey.parse("gemeente:GM0402")
SCHOOL = PlaceKey.parse("school:00AB00")
BOTH = ("leerlingen_een", "leerlingen_twee")


def number(store: FigureStore, key: PlaceKey, indicator: str = "leerlingen_een") -> Bereik | None:
    """Return the range of the one figure of a place."""
    (found,) = store.of_place(key, [indicator])
    return found.bereik


def test_a_hidden_count_stays_a_range_from_school_to_country(rekenwereld: Rekenwereld) -> None:
    done = compute_figures()
    assert done.opnieuw == BOTH
    store = open_figures()
    assert number(store, SCHOOL) == Bereik(1, 4)
    assert number(store, HILVERSUM) == Bereik(11, 14)
    assert number(store, PlaceKey.parse("land:NL")) == Bereik(11, 14)
    (nought,) = store.of_place(PlaceKey.parse("school:00AC00"), ["leerlingen_een"])
    assert (nought.status, nought.waarde) == (Status.NUL, 0)
    assert [str(each) for each in nought.bronversies] == ["proef_een@1"]
    assert store.children(HILVERSUM, PlaceKind.SCHOOL) == (PlaceKey.parse("school:00AA00"), SCHOOL)


def test_computing_again_does_nothing_until_a_table_changed(rekenwereld: Rekenwereld) -> None:
    first = compute_figures()
    again = compute_figures()
    assert (again.opnieuw, again.ongewijzigd, again.versie) == ((), BOTH, first.versie)
    rekenwereld.load("proef_twee", {"00AB00": (7, 7)})
    changed = compute_figures()
    assert (changed.opnieuw, changed.ongewijzigd) == (("leerlingen_twee",), ("leerlingen_een",))
    store = open_figures()
    assert number(store, SCHOOL, "leerlingen_twee") == Bereik(7, 7)
    assert number(store, SCHOOL, "leerlingen_een") == Bereik(1, 4)


def damage(folder: Path) -> None:
    """Cut every file with figures in two, as a full disk does."""
    for file in folder.glob("*/cijfers/deel-*.parquet"):
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])


def test_damaged_figures_are_told_and_computing_again_mends_them(rekenwereld: Rekenwereld) -> None:
    compute_figures()
    damage(settings.FIGURES)
    with pytest.raises(Damaged, match="beschadigd"):
        number(open_figures(), HILVERSUM)
    assert compute_figures().opnieuw == BOTH
    assert number(open_figures(), HILVERSUM) == Bereik(11, 14)


def test_only_the_indicator_whose_file_changed_is_computed_again(rekenwereld: Rekenwereld) -> None:
    compute_figures()
    rekenwereld.add_indicator(
        "leerlingen_een",
        "proef_een",
        "import narwhals as nw\n"
        '    return count({table}, place="vestiging", period="peildatum",'
        ' where=nw.col("aantal_laag") > 1)',
    )
    assert compute_figures().opnieuw == ("leerlingen_een",)
    assert number(open_figures(), HILVERSUM) == Bereik(10, 10)


def test_a_school_that_moved_counts_for_its_new_gemeente(rekenwereld: Rekenwereld) -> None:
    compute_figures()
    rekenwereld.place_schools({"00AA00": "GM1942", "00AB00": "GM0402", "00AC00": "GM1942"})
    assert compute_figures().opnieuw == BOTH
    assert number(open_figures(), HILVERSUM) == Bereik(1, 4)


def test_an_indicator_without_its_table_has_no_figures_and_says_which_is_missing(
    rekenwereld: Rekenwereld,
) -> None:
    rekenwereld.add_source("proef_drie")
    rekenwereld.add_indicator("leerlingen_drie", "proef_drie")
    assert compute_figures().zonder_bron["leerlingen_drie"] == ("proef_drie",)
    assert open_figures().of_place(HILVERSUM, ["leerlingen_drie"]) == ()


@pytest.mark.parametrize(
    "body",
    [
        'raise RuntimeError("kapot")',
        'return count({table}, place="bestaat_niet", period="peildatum")',
        'return count({table}, place="vestiging", period="peildatum").drop("rijen")',
    ],
)
def test_a_fault_in_one_file_costs_no_other_its_figures_and_keeps_its_own_last_good_ones(
    rekenwereld: Rekenwereld, body: str
) -> None:
    compute_figures()
    rekenwereld.add_indicator("leerlingen_een", "proef_een", body)
    rekenwereld.load("proef_twee", {"00AB00": (7, 7)})
    done = compute_figures()
    assert list(done.mislukt) == ["leerlingen_een"]
    assert done.opnieuw == ("leerlingen_twee",)
    assert number(open_figures(), SCHOOL) == Bereik(1, 4)
    assert number(open_figures(), SCHOOL, "leerlingen_twee") == Bereik(7, 7)


def test_one_indicator_can_be_computed_alone_and_an_unknown_one_is_refused(
    rekenwereld: Rekenwereld,
) -> None:
    assert compute_figures(["leerlingen_twee"]).opnieuw == ("leerlingen_twee",)
    assert open_figures().of_place(SCHOOL, ["leerlingen_een"]) == ()
    assert compute_figures().opnieuw == ("leerlingen_een",)
    with pytest.raises(NotFound, match="bestaat_niet"):
        compute_figures(["bestaat_niet"])


def test_an_own_table_counts_in_its_werkruimte_alone_and_never_for_the_country(
    rekenwereld: Rekenwereld,
) -> None:
    compute_figures()
    assert compute_figures(laag="hilversum").opnieuw == ()
    rekenwereld.load("proef_een", {"00AA00": (12, 12), "00AB00": (3, 3)}, laag="hilversum")
    assert compute_figures(laag="hilversum").opnieuw == ("leerlingen_een",)
    own, national = open_figures("hilversum"), open_figures()
    assert number(own, HILVERSUM) == Bereik(15, 15)
    assert number(national, HILVERSUM) == Bereik(11, 14)
    assert number(own, PlaceKey.parse("land:NL")) == Bereik(11, 14)
    assert own.versions()["leerlingen_een"].versies[0].laag == "hilversum"
    assert open_figures("ander").of_place(SCHOOL) == national.of_place(SCHOOL)


def test_an_own_table_of_one_school_leaves_the_others_as_they_are(
    rekenwereld: Rekenwereld,
) -> None:
    """A gemeente is the sum of all its schools, not of those that somebody happened to upload."""
    compute_figures()
    rekenwereld.load("proef_een", {"00AB00": (3, 3)}, laag="hilversum")
    compute_figures(laag="hilversum")
    own = open_figures("hilversum")
    assert number(own, SCHOOL) == Bereik(3, 3)
    assert number(own, HILVERSUM) == Bereik(13, 13)
    made_from = [each.laag for each in own.versions()["leerlingen_een"].versies]
    assert made_from == ["hilversum", "landelijk"]


def test_of_a_year_that_only_an_own_table_has_there_are_figures_of_its_schools_alone(
    rekenwereld: Rekenwereld,
) -> None:
    """Nobody knows whether all schools of the gemeente are in it."""
    compute_figures()
    school = {"00AB00": (3, 3)}
    rekenwereld.load("proef_een", school, laag="hilversum", peildatum="2025-10-01")
    compute_figures(laag="hilversum")
    own = open_figures("hilversum")
    newest = {
        (str(one.plaats), one.periode)
        for one in own.of_indicator("leerlingen_een", PlaceKind.SCHOOL)
    }
    assert ("school:00AB00", "2025-10-01") in newest
    of_gemeente = own.history("leerlingen_een", HILVERSUM)
    assert [one.periode for one in of_gemeente] == ["2024-10-01"]


def test_two_at_once_wait_for_each_other_and_the_second_finds_the_work_done(
    rekenwereld: Rekenwereld,
) -> None:
    with ThreadPoolExecutor(2) as pool:
        done = [each.result() for each in [pool.submit(compute_figures) for _ in range(2)]]
    assert sorted(len(each.opnieuw) for each in done) == [0, 2]
    assert {each.versie for each in done} == {done[0].versie}


def test_progress_is_told_in_steps_and_can_end_the_work_between_two(
    rekenwereld: Rekenwereld,
) -> None:
    compute_figures(["leerlingen_een"])
    told: list[str] = []

    def stop(text: str, _done: int, _total: int) -> None:
        told.append(text)
        if text == "Cijfers bewaren":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        compute_figures(voortgang=stop)
    assert told == ["Plaatsen bijwerken", "Rekenen: Leerlingen", "Cijfers bewaren"]
    assert open_figures().of_place(SCHOOL, ["leerlingen_twee"]) == ()
    assert number(open_figures(), SCHOOL) == Bereik(1, 4)


KILLED = """
import pathlib, sys
import django
from openlea.core import catalogue
catalogue.SHIPPED = pathlib.Path(sys.argv[1]) / "huis"
django.setup()
from openlea.services.compute_figures import compute_figures
print("begint", flush=True)
compute_figures()
"""


@pytest.mark.parametrize("after", [0.0, 0.05, 0.2, 0.4])
def test_a_kill_leaves_whole_figures_and_an_open_door(
    rekenwereld: Rekenwereld, after: float
) -> None:
    compute_figures()
    rekenwereld.load("proef_twee", {"00AB00": (7, 7)})
    running = subprocess.Popen(
        [sys.executable, "-c", KILLED, rekenwereld.folder], env=_surroundings(rekenwereld.folder),
        stdout=subprocess.PIPE,
    )  # fmt: skip
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(after)
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
    now = number(open_figures(), SCHOOL, "leerlingen_twee")
    assert now in {Bereik(1, 4), Bereik(7, 7)}
    compute_figures()
    assert number(open_figures(), SCHOOL, "leerlingen_twee") == Bereik(7, 7)


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment in which another process sees the same world."""
    own = {"OPENLEA_DATA": str(folder), "OPENLEA_CATALOGUE": str(folder / "catalogus")}
    return os.environ | own | {"DJANGO_SETTINGS_MODULE": "openlea.settings"}
