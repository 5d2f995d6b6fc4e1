"""Work is picked up by a process beside the site, and that process never outlives the site."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from openlea.services.do_work import AFGEBROKEN
from tests.cli.conftest import Commands, command, surroundings
from tests.cli.test_demo import answer, free_port

SCRIPT = Path(__file__).parent / "werk_proef.py"
PROCESSES = Path("/proc")


def here(data: Path) -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    return surroundings() | {"OPENLEA_DATA": str(data), "PYTHONPATH": root}


def ask(data: Path, tot: int, seconds: float) -> int:
    words = [sys.executable, str(SCRIPT), "ask", str(tot), str(seconds)]
    return int(subprocess.check_output(words, env=here(data), text=True, timeout=60))


def state(data: Path, nummer: int) -> tuple[str, str, int]:
    with sqlite3.connect(data / "openlea.sqlite3", timeout=20) as database:
        asked = "select staat, fout, gedaan from records_werk where id = ?"
        found: tuple[str, str, int] = database.execute(asked, [nummer]).fetchone()
        return found


def until(happened: Callable[[], bool], seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.1)


@contextmanager
def running(words: list[str], data: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a command until the end of the block."""
    with subprocess.Popen(
        words, env=here(data), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


def beside(site: int) -> list[int]:
    """Return the workers of a site, found by their command line."""
    found = []
    for process in PROCESSES.glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if words[-3:] == [b"--naast", str(site).encode(), b""]:
            found.append(int(process.name))
    return found


def test_work_that_was_asked_is_done_while_it_can_be_followed(copied: Commands) -> None:
    nummer = ask(copied.data, 4, 0.5)
    assert state(copied.data, nummer) == ("wacht", "", 0)
    with running([sys.executable, str(SCRIPT), "work"], copied.data) as worker:
        until(lambda: 0 < state(copied.data, nummer)[2] < 4)
        assert state(copied.data, nummer)[0] == "loopt"
        until(lambda: state(copied.data, nummer) == ("klaar", "", 4))
        worker.send_signal(signal.SIGINT)
        _, err = worker.communicate(timeout=20)
    assert worker.returncode == 0, err
    assert "Traceback" not in err


def test_two_workers_share_the_work_and_do_each_piece_once(copied: Commands) -> None:
    nummers = [ask(copied.data, tot, 0.2) for tot in (3, 4, 5, 6)]
    words = [sys.executable, str(SCRIPT), "work"]
    with running(words, copied.data), running(words, copied.data):
        until(lambda: all(state(copied.data, one)[0] == "klaar" for one in nummers), 90)
    with sqlite3.connect(copied.data / "openlea.sqlite3", timeout=20) as database:
        asked = "select verslag, totaal from records_werk where id = ?"
        for one in nummers:
            told, total = database.execute(asked, [one]).fetchone()
            assert len(json.loads(told)) == total, "every step once: nobody did it a second time"


def test_work_that_is_busy_without_a_word_still_gives_signs_of_life(copied: Commands) -> None:
    nummer = ask(copied.data, 1, 4)
    signs = set()

    def heard() -> bool:
        with sqlite3.connect(copied.data / "openlea.sqlite3", timeout=20) as database:
            asked = "select teken_op from records_werk where id = ?"
            signs.add(database.execute(asked, [nummer]).fetchone())
        return state(copied.data, nummer)[0] == "klaar"

    with running([sys.executable, str(SCRIPT), "work"], copied.data):
        until(heard)
    # Waiting, begun, its one step and the end: what is more, came from beside it.
    assert len(signs) > 5


def test_work_that_is_broken_off_by_a_second_signal_says_so(copied: Commands) -> None:
    nummer = ask(copied.data, 1000, 0.2)
    with running([sys.executable, str(SCRIPT), "work"], copied.data) as worker:
        until(lambda: state(copied.data, nummer)[2] > 0)
        worker.terminate()
        time.sleep(1)
        worker.terminate()
        worker.wait(timeout=20)
    assert state(copied.data, nummer)[:2] == ("mislukt", AFGEBROKEN)


@pytest.mark.skipif(not PROCESSES.is_dir(), reason="finds processes as Linux shows them")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_worker_starts_and_ends_with_the_site(copied: Commands, stop: int) -> None:
    port = free_port()
    words = command("serve", "--port", str(port))
    with running(words, copied.data) as site:
        assert answer(f"http://127.0.0.1:{port}/inloggen/") == 200
        until(lambda: len(beside(site.pid)) == 1)
        nummer = ask(copied.data, 1, 0)
        # This worker knows no such verb: that it says so, shows that it does the work.
        until(lambda: "tel" in state(copied.data, nummer)[1])
        family = children(site.pid)
        site.send_signal(stop)
        try:
            until(lambda: beside(site.pid) == [])
            site.wait(timeout=20)
        finally:
            for orphan in family if stop == signal.SIGKILL else []:
                end(orphan)


@pytest.mark.skipif(not PROCESSES.is_dir(), reason="finds processes as Linux shows them")
def test_a_worker_that_was_killed_is_followed_by_another(copied: Commands) -> None:
    with running(command("serve", "--port", str(free_port())), copied.data) as site:
        until(lambda: len(beside(site.pid)) == 1)
        first = beside(site.pid)
        time.sleep(5)
        end(first[0])
        until(lambda: beside(site.pid) not in ([], first))
    until(lambda: beside(site.pid) == [])


@pytest.mark.skipif(not PROCESSES.is_dir(), reason="finds processes as Linux shows them")
def test_where_work_is_done_at_once_there_is_no_worker(copied: Commands) -> None:
    port = free_port()
    env = here(copied.data) | {"OPENLEA_WERK": "meteen"}
    with subprocess.Popen(command("serve", "--port", str(port)), env=env) as site:
        try:
            assert answer(f"http://127.0.0.1:{port}/inloggen/") == 200
            assert beside(site.pid) == []
        finally:
            site.terminate()


def children(site: int) -> list[int]:
    """Return the processes that a process started."""
    found = (PROCESSES / str(site) / "task" / str(site) / "children").read_text()
    return [int(one) for one in found.split()]


def end(process: int) -> None:
    """End what a killed site left behind of itself."""
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return
