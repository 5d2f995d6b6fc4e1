"""Two hundred people at once, thirty of whom write: what gets lost, and how long they wait.

`python -m benchmarks.sessions` fills a demo on a throwaway PostgreSQL, serves it with granian,
signs everybody in by the form and lets them work for ten minutes; then ten writers on SQLite. What
is measured goes into results.json, beside an empty page of Django from the same granian in the
same run. Other numbers: `--minuten 1 --sessies 20 --schrijvers 6`; `--alleen sqlite`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from benchmarks.sessions_people import PATIENCE, Person
from benchmarks.sessions_report import Report, keep

ROOT = Path(__file__).parents[1]
OPENLEA = [sys.executable, "-m", "openlea"]
SIGN_IN_AT_ONCE = 4
"""Checking a password is meant to cost time; not everybody comes in through the door at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What one run is: how many people, how many of them write, for how long, on what."""

    sessies: int
    schrijvers: int
    minuten: float
    postgres: bool
    processen: int


def main() -> int:
    """Run both, print and keep what came out; 1 when something was lost or went wrong."""
    if len(sys.argv) == 2 and sys.argv[1] == "bewaard":
        print(json.dumps(_world().kept()))
        return 0
    asked = _asked()
    if asked.bereid_voor:
        print(json.dumps(_world().make_people(asked.sessies, asked.schrijvers)))
        return 0
    plans = {
        "postgresql": Plan(
            sessies=asked.sessies,
            schrijvers=asked.schrijvers,
            minuten=asked.minuten,
            postgres=True,
            processen=asked.processen,
        ),
        "sqlite": Plan(
            sessies=10,
            schrijvers=10,
            minuten=asked.minuten,
            postgres=False,
            processen=asked.processen,
        ),
    }
    reports = [run(plan) for name, plan in plans.items() if asked.alleen in ("", name)]
    for report in reports:
        print(report.told())
    if not asked.droog:
        keep([report.as_json() for report in reports])
    return 0 if all(report.is_sound for report in reports) else 1


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--minuten", type=float, default=10)
    words.add_argument("--sessies", type=int, default=200)
    words.add_argument("--schrijvers", type=int, default=30)
    words.add_argument("--processen", type=int, default=os.cpu_count() or 1)
    words.add_argument("--alleen", choices=["postgresql", "sqlite", ""], default="")
    words.add_argument("--droog", action="store_true", help="bewaar niets")
    words.add_argument("--bereid-voor", action="store_true", help=argparse.SUPPRESS)
    return words.parse_args()


def _world() -> Any:
    """Return the part of this measurement that knows the database."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "openlea.settings"
    import django

    django.setup()
    from benchmarks import sessions_world

    return sessions_world


def run(plan: Plan) -> Report:
    """Fill, serve, sign in, work, and count what is kept."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        env = os.environ | {"OPENLEA_DATA": folder, "OPENLEA_API_TEMPO": "0"}
        if plan.postgres:
            env["OPENLEA_DATABASE"] = stack.enter_context(_postgres())
        _said([*OPENLEA, "demo", "--no-serve"], env)
        program = [sys.executable, "-m", "benchmarks.sessions"]
        many = ["--sessies", str(plan.sessies), "--schrijvers", str(plan.schrijvers)]
        world = json.loads(_said([*program, "--bereid-voor", *many], env))
        url = stack.enter_context(_site(env, plan.processen))
        people = [Person(url, world, who) for who in world["mensen"]]
        _sign_in(people)
        empty = _work_along(url, people, 60 * plan.minuten)
        kept = json.loads(_said([*program, "bewaard"], env))
    diaries = {one.who["naam"]: one.diary for one in people}
    return Report.of(plan, diaries, empty, kept)


def _sign_in(people: list[Person]) -> None:
    waiting = list(people)
    lock = threading.Lock()

    def next_ones() -> None:
        while True:
            with lock:
                if not waiting:
                    return
                person = waiting.pop()
            person.sign_in()

    _together([threading.Thread(target=next_ones) for _ in range(SIGN_IN_AT_ONCE)])


def _work_along(url: str, people: list[Person], seconds: float) -> list[float]:
    """Let everybody work, and return how long an empty page took meanwhile."""
    over = threading.Event()
    end = time.monotonic() + seconds
    empty: list[float] = []

    def look_at_nothing() -> None:
        with httpx.Client(base_url=url, timeout=PATIENCE) as http:
            while time.monotonic() < end:
                began = time.monotonic()
                http.get("/leeg/").raise_for_status()
                empty.append(time.monotonic() - began)
                time.sleep(0.5)

    threads = [
        threading.Thread(target=one.work, args=(end,), kwargs={"over": over}) for one in people
    ]
    _together([*threads, threading.Thread(target=look_at_nothing)])
    return empty


def _together(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@contextmanager
def _postgres() -> Iterator[str]:
    sys.path.insert(0, str(ROOT / "tools"))
    from postgres import find_postgres, throwaway  # type: ignore[import-not-found]

    with throwaway(find_postgres()) as address:
        yield address


@contextmanager
def _site(env: dict[str, str], processen: int) -> Iterator[str]:
    """Serve the site, with its work beside it, as `openlea serve` does."""
    from benchmarks.writers import free_port, wait_for

    port = free_port()
    words = [
        *("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", str(processen), "--blocking-threads", "4", "--log-level", "warning"),
        "benchmarks.sessions_site:application",
    ]
    env = env | {"OPENLEA_ADRES": f"http://127.0.0.1:{port}"}
    programs = [
        subprocess.Popen([sys.executable, *words], env=env, cwd=ROOT),
        subprocess.Popen([*OPENLEA, "work"], env=env, cwd=ROOT, stdout=subprocess.DEVNULL),
    ]
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        for program in programs:
            program.terminate()
        for program in programs:
            program.wait(timeout=30)


def _said(words: list[str], env: dict[str, str]) -> str:
    """Return what a program of ours prints."""
    return subprocess.run(
        words, env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


if __name__ == "__main__":
    sys.exit(main())
