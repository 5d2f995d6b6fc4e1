"""Puts errors into core and policy on purpose, and counts how many the tests find."""

import json
import os
import sys
from pathlib import Path

from steps import Failed, run, say, stop

ROOT = Path(__file__).resolve().parent.parent
AT_LEAST = 80  # per cent
FOUND = ("killed", "timeout", "segfault", "caught_by_type_check")


def mutants() -> int:
    """Run mutmut on both rooms and print the score; 1 when it's below what the house asks."""
    command = [sys.executable, "-m", "mutmut"]
    surroundings = {**os.environ, "OPENLEA_WITHOUT_DJANGO": "1", "OPENLEA_HYPOTHESIS": "mutants"}
    say("Fouten maken en de proeven erop loslaten (enkele minuten) …")
    run("De proeven met fouten", [*command, "run"], cwd=ROOT, env=surroundings)
    run("Het tellen", [*command, "export-cicd-stats"], cwd=ROOT, env=surroundings)
    counted = json.loads((ROOT / "mutants" / "mutmut-cicd-stats.json").read_text("utf-8"))
    found = sum(counted.get(kind, 0) for kind in FOUND)
    total = counted["total"] - counted.get("skipped", 0)
    score = 100 * found / total if total else 0
    say(f"Gevonden: {found} van {total} fouten, {score:.1f} % (ten minste {AT_LEAST} %)")
    for what in ("survived", "no_tests"):
        say(f"  {what}: {counted.get(what, 0)}")
    return int(score < AT_LEAST)


if __name__ == "__main__":
    try:
        sys.exit(mutants())
    except Failed as error:
        stop(error)
