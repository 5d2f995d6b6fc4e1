"""Puts errors into core and policy on purpose, and counts how many the tests find."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from steps import Failed, run, say, stop

ROOT = Path(__file__).resolve().parent.parent
AT_LEAST = 80  # per cent, in each room
FOUND = frozenset({"killed", "timeout", "segfault", "caught by type check"})
MUTMUT = (sys.executable, "-m", "mutmut")


def mutants() -> int:
    """Run mutmut on both rooms and print the score; 1 when it's below what the house asks."""
    # What an earlier run found is no measurement of the tests as they are now.
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    surroundings = {**os.environ, "OPENLEA_WITHOUT_DJANGO": "1", "OPENLEA_HYPOTHESIS": "mutants"}
    say("Fouten maken en de proeven erop loslaten (ongeveer een kwartier) …")
    run("De proeven met fouten", [*MUTMUT, "run"], cwd=ROOT, env=surroundings)
    rooms = count_per_room(_results(surroundings))
    for room, counted in sorted(rooms.items()):
        say(line(room, counted))
    say(line("samen", sum(rooms.values(), Counter[str]())))
    say("Welke fouten niet gevonden zijn: .venv/bin/mutmut results; één ervan: mutmut show NAAM")
    return int(min(map(score, rooms.values()), default=0) < AT_LEAST)


def count_per_room(results: Iterable[str]) -> Mapping[str, Counter[str]]:
    """Return room → what became of its errors → how many, from lines like 'openlea.core.x: killed'.

    An error that was never tried counts as not found: half a run has half a score.
    """
    rooms: dict[str, Counter[str]] = {}
    for result in results:
        name, _, became = result.strip().rpartition(": ")
        if name and became != "skipped":
            rooms.setdefault(name.split(".")[1], Counter())[became] += 1
    return rooms


def score(counted: Mapping[str, int]) -> float:
    """Return how many of a hundred errors were found; nought when there were none."""
    total = sum(counted.values())
    return 100 * sum(counted.get(became, 0) for became in FOUND) / total if total else 0.0


def line(room: str, counted: Mapping[str, int]) -> str:
    """Return the score of a room in a line, with what became of the errors, most first."""
    became = ", ".join(f"{many} {what}" for what, many in Counter(counted).most_common())
    return f"{room:8}{score(counted):5.1f} % gevonden (ten minste {AT_LEAST} %): {became}"


def _results(surroundings: Mapping[str, str]) -> list[str]:
    """Return what mutmut says of every error it made, a line for each."""
    command = [*MUTMUT, "results", "--all", "true"]
    found = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    if found.returncode:
        raise Failed(f"Het tellen lukte niet:\n{found.stderr}")
    return found.stdout.splitlines()


if __name__ == "__main__":
    try:
        sys.exit(mutants())
    except Failed as error:
        stop(error)
