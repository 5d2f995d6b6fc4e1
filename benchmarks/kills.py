"""Kills web, worker and database at random moments while people write; counts what got lost.

`python -m benchmarks.kills` does it fifty times on a PostgreSQL of its own that keeps what it
confirmed; `--sqlite` on SQLite, `--keren 6` fewer. What came out goes into results.json.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.kills_people import Outages, Writer
from benchmarks.kills_site import ROOT, Site
from benchmarks.writers import free_port

RESULTS = Path(__file__).parent / "results.json"
OPENLEA = [sys.executable, "-m", "openlea"]
WRITERS = 8
PAUSE = (0.5, 4.0)
DURABLE = ("listen_addresses=", "log_min_messages=fatal", "full_page_writes=on")
"""The database forces what it confirmed to disk, as it does when nobody sets anything."""


@dataclass(kw_only=True)
class Outcome:
    """What happened: how often what was killed, and everything that should not have been."""

    kills: dict[str, int] = field(default_factory=dict)
    confirmed: int = 0
    broken: int = 0
    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    errors: dict[str, int] = field(default_factory=dict)
    work: str = ""
    slowest_s: float = 0.0

    @property
    def is_sound(self) -> bool:
        """Return whether something was confirmed and nothing was lost, half or broken."""
        wrong = [*self.lost, *self.half, *self.errors]
        return self.confirmed > 0 and not wrong and self.work == "klaar"


def main() -> int:
    """Run it, print and keep what came out."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--keren", type=int, default=50)
    words.add_argument("--sqlite", action="store_true")
    words.add_argument("--droog", action="store_true", help="bewaar niets")
    words.add_argument("deed", nargs="?", default="")
    asked = words.parse_args()
    if asked.deed:
        print(json.dumps(_world(asked.deed)))
        return 0
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        env = os.environ | {"OPENLEA_DATA": folder}
        crash = None if asked.sqlite else _postgres(stack, env)
        said([*OPENLEA, "demo", "--no-serve"], env)
        outcome = kill_along(env, asked.keren, crash)
    print(json.dumps(asdict(outcome), ensure_ascii=False, indent=2))
    if not asked.droog:
        _keep(outcome, asked.keren, "SQLite" if asked.sqlite else "PostgreSQL")
    return 0 if outcome.is_sound else 1


def kill_along(env: dict[str, str], rounds: int, crash: Callable[[], None] | None) -> Outcome:
    """Let people write in a filled installation, kill at random, and return what happened."""
    program = [sys.executable, "-m", "benchmarks.kills"]
    world = json.loads(said([*program, "mensen"], env))
    outages, over = Outages(), threading.Event()
    site = Site(env, free_port())
    try:
        people = [Writer(site.url, world, who, outages) for who in world["mensen"]]
        for one in people:
            one.sign_in()
        end = time.monotonic() + 3600
        threads = [threading.Thread(target=one.work, args=(end,), kwargs={"over": over})
                   for one in people]  # fmt: skip
        for thread in threads:
            thread.start()
        said([*program, "vraag"], env)
        outcome = _kill(site, outages, rounds, crash)
        time.sleep(1)
        over.set()
        for thread in threads:
            thread.join()
        outcome.work = _work_done(program, env)
    finally:
        over.set()
        site.stop()
    return _judged(outcome, people, json.loads(said([*program, "gevonden"], env)))


def _kill(site: Site, outages: Outages, rounds: int, crash: Callable[[], None] | None) -> Outcome:
    """Kill one part after the other, each at a moment that nobody knows."""
    dice = random.Random()  # noqa: S311 - no secret
    parts: dict[str, Callable[[], None]] = {"web": site.kill_web, "werker": site.kill_worker}
    if crash is not None:
        parts["database"] = crash
    names = [list(parts)[number % len(parts)] for number in range(rounds)]
    dice.shuffle(names)
    outcome = Outcome(kills=dict(Counter(names)))
    for name in names:
        time.sleep(dice.uniform(*PAUSE))
        began = time.monotonic()
        outages.began()
        parts[name]()
        site.wait()
        outages.ended()
        outcome.slowest_s = max(outcome.slowest_s, round(time.monotonic() - began, 1))
    return outcome


def _judged(outcome: Outcome, people: list[Writer], found: dict[str, Any]) -> Outcome:
    """Lay what was confirmed beside what is there."""
    there = found["opmerkingen"]
    confirmed = [one for person in people for one in person.diary.remarks]
    tried = {one for person in people for one in person.tried}
    outcome.confirmed = len(confirmed) + sum(one.diary.stand for one in people)
    outcome.broken = sum(one.broken for one in people)
    outcome.lost = [one for one in confirmed if there.get(one) != 1]
    for one in people:
        stands = found["standen"].get(one.who["naam"], 0)
        # What was under way when all went dark may be kept without having been confirmed.
        if stands < one.diary.stand:
            outcome.lost.append(f"{one.who['naam']}: {one.diary.stand} bevestigd, {stands} bewaard")
    outcome.half = [
        *(f"twee keer: {one}" for one, many in there.items() if many > 1),
        *(f"onbekend: {one}" for one in there if one not in tried),
        *(f"zonder geschiedenis: {one}" for one in found["zonder_geschiedenis"]),
        *found["stuk"],
        *(f"logboek: {one}" for one in found["keten"]),
    ]
    if found["regels"] != len(there):
        outcome.half.append(f"{len(there)} opmerkingen, {found['regels']} regels in het logboek")
    outcome.errors = dict(Counter(one for person in people for one in person.diary.failed))
    return outcome


def _work_done(program: list[str], env: dict[str, str]) -> str:
    """Return how work ends that is asked after all this: it is not stuck behind what was killed."""
    until = time.monotonic() + 240
    nummer, state = "", ""
    while time.monotonic() < until:
        nummer = said([*program, "vraag"], env).strip() if state != "wacht" else nummer
        time.sleep(2)
        state = str(json.loads(said([*program, f"staat-{nummer}"], env)))
        if state == "klaar":
            break
    return state


def _world(deed: str) -> Any:
    """Do what needs the database, in a process of its own: it may be killed any moment."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "openlea.settings"
    import django

    django.setup()
    from benchmarks import kills_world, sessions_world

    if deed == "mensen":
        return sessions_world.make_people(WRITERS, WRITERS)
    if deed == "vraag":
        return kills_world.ask()
    if deed == "gevonden":
        return kills_world.found() | {"standen": sessions_world.kept()["standen"]}
    return kills_world.state(int(deed.removeprefix("staat-")))


def _postgres(stack: ExitStack, env: dict[str, str]) -> Callable[[], None]:
    """Start a server that keeps what it confirmed, and return how it is killed and comes back."""
    sys.path.insert(0, str(ROOT / "tools"))
    import postgres  # type: ignore[import-not-found]

    programs = postgres.find_postgres()
    address = stack.enter_context(postgres.throwaway(programs, DURABLE))
    env["OPENLEA_DATABASE"] = address
    return lambda: postgres.kill_and_start(programs, address, DURABLE)


def said(words: list[str], env: dict[str, str]) -> str:
    """Return what a program of ours prints."""
    done = subprocess.run(words, env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def _keep(outcome: Outcome, rounds: int, on: str) -> None:
    """Put what came out in results.json, in the place of what was there of the same."""
    wat = f"{rounds} keer kill -9 van web, werker en database onder schrijven, op {on}"
    told = {"bench": wat, "n": rounds, "soorten": outcome.kills, **asdict(outcome)}
    told["held"] = outcome.is_sound
    every = json.loads(RESULTS.read_text("utf-8"))
    others = [one for one in every if one["bench"] != wat]
    kept = json.dumps([*others, told], ensure_ascii=False, indent=2)
    RESULTS.write_text(f"{kept}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
