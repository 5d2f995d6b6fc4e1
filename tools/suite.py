"""Runs the tests on SQLite, and then what touches the database on PostgreSQL too."""

import os
import subprocess
import sys
from pathlib import Path

from postgres import find_postgres, throwaway
from steps import say

ROOT = Path(__file__).resolve().parent.parent
NOTHING_CHOSEN = 5  # how pytest ends when no test was asked for
STRICT = os.environ.get("CI") == "true" or os.environ.get("OPENLEA_STRICT") == "1"


def suite(arguments: list[str]) -> int:
    """Run both passes; the second only when the first is green. Returns pytest's own code."""
    say("Proeven op SQLite")
    code = _pytest(arguments, {"OPENLEA_SUITE": "sqlite"})
    if code:
        return code
    programs = find_postgres()
    if programs is None:
        return int(STRICT)
    say("\nProeven op PostgreSQL")
    with throwaway(programs) as address:
        chosen = ["--only-database", *arguments]
        code = _pytest(chosen, {"OPENLEA_SUITE": "postgresql", "OPENLEA_DATABASE": address})
    return 0 if code == NOTHING_CHOSEN and arguments else code


def _pytest(arguments: list[str], surroundings: dict[str, str]) -> int:
    """Run pytest with exactly these settings of ours, and return its code."""
    kept = {key: value for key, value in os.environ.items() if key not in _OURS}
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=kept | surroundings, check=False).returncode


# An installation's own settings never reach a test.
_OURS = {key for key in os.environ if key.startswith("OPENLEA_")} - {"OPENLEA_STRICT"}

if __name__ == "__main__":
    sys.exit(suite(sys.argv[1:]))
